"""What is told of a name that is spelt in two ways."""

from factcheck.model import Span
from factcheck.reading.names.neighbours import Two
from factcheck.typed import NamedTuple

MOST = 3
"""More spellings than these near one word are a list, and no slips."""


class Spelling(NamedTuple):
    """A name with a word that is spelt otherwise elsewhere in the article.

    `name` is where it stands as far as both spellings have it, `word` where the word does that differs, `model` and
    `model_word` the same of the other spelling. `settled`: that one is right, by the majority of the article or by
    the words of the language; else either may be.
    """

    name: Span
    word: Span
    model: Span
    model_word: Span
    settled: bool

    def turned(self) -> "Spelling":
        """The same with the other spelling as the one that may be off."""
        return Spelling(self.model, self.model_word, self.name, self.word, False)


class Twice(NamedTuple):
    """Two names of two words that are alike but for the word at place `at`."""

    one: Two
    other: Two
    at: int

    @property
    def words(self) -> tuple[str, str]:
        return self.one[self.at], self.other[self.at]
