"""Where an article spells one name in two ways."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.language.fold import fold
from factcheck.language.language import Language
from factcheck.language.one_letter import close
from factcheck.model import Document, Span
from factcheck.reading.names.later_mentions import lone_near
from factcheck.reading.names.neighbours import Neighbours, Two, neighbours_in

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


class Twice(NamedTuple):
    """Two names of two words that are alike but for the word at place `at`."""

    one: Two
    other: Two
    at: int

    @property
    def words(self) -> tuple[str, str]:
        return self.one[self.at], self.other[self.at]


def find_spellings(document: Document, language: Language) -> list[Spelling]:
    """A spelling for each word that is off, in order of place; none in a language whose words are not counted."""
    names = neighbours_in(document, language)
    if names is None:
        return []
    twice, lone = _without_lists(_twice(names)), lone_near(names, document.plain)
    if not twice and not lone:
        return []
    from factcheck.reading.names.one_name import spelt_otherwise

    return spelt_otherwise(document.plain, fold(document.plain), language, names, twice, lone)


def _twice(names: Neighbours) -> list[Twice]:
    """The names that differ from another by one letter of one word."""
    found = []
    for (side, shared), others in names.beside.items():
        if len(others) > 1:
            whole = [word for word in others if word.isalpha()]
            told = ((shared, ""), ("", shared))[side]

            def two(word: str, told: tuple[str, str] = told) -> Two:
                return (told[0] or word, told[1] or word)

            found += [
                Twice(two(one), two(other), 1 - side)
                for one, other in close(whole, lambda word: len(names.places[two(word)]))
            ]
    return found


def _without_lists(twice: Iterable[Twice]) -> list[Twice]:
    """Those of them that are not names of a list, numbered or varied on purpose."""
    found = list(twice)
    near = Counter(name for two in found for name in (two.one, two.other))
    return [two for two in found if near[two.one] <= MOST and near[two.other] <= MOST]
