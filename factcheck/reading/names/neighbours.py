"""Words with capitals that follow each other: of what a name of two words and more is made, and
what is told of one that is spelt in two ways."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from factcheck.cache.once import once
from factcheck.language.fold import fold
from factcheck.language.language import Language
from factcheck.model import Document, Span
from factcheck.reading.people.capital_runs import Runs, find_runs
from factcheck.reading.people.name_words import name_words
from factcheck.reference.packs.fold_name import WORD, bare, plain_letters
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

    def turned(self) -> Spelling:
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


Place = tuple[int, int]
"""Which run, and which of its words."""
Two = tuple[str, str]
KEPT = 4096
"""Runs whose words are kept."""
SHORTEST, SHORTEST_BESIDE = 4, 2
"""Letters of a word that may be a slip, and of the one beside it."""


class Word(NamedTuple):
    """A word of a run: in lower case without accents and apostrophes, and where it stands."""

    low: str
    start: int
    end: int


class Neighbours(NamedTuple):
    """The words of all runs as `Word.low` has them, and where each two that follow each other stand."""

    runs: Runs
    words: Sequence[Sequence[str]]
    places: Mapping[Two, Sequence[Place]]

    def beside(self) -> Mapping[tuple[int, str], Sequence[str]]:
        """The words that stand behind (0) or before (1) a word, of those that stand beside several: ((0, "budi"),
        ["gunawan", "setiadi"])."""
        long = [two for two in self.places if len(two[0]) >= SHORTEST_BESIDE and len(two[1]) >= SHORTEST_BESIDE]
        firsts = [one for one, other in long if len(other) >= SHORTEST]
        seconds = [other for one, other in long if len(one) >= SHORTEST]
        if len({*firsts}) == len(firsts) and len({*seconds}) == len(seconds):  # as in most articles
            return {}
        behind, before = Counter(firsts), Counter(seconds)
        found: dict[tuple[int, str], list[str]] = defaultdict(list)
        for one, other in long:
            if behind[one] > 1 and len(other) >= SHORTEST:
                found[0, one].append(other)
            if before[other] > 1 and len(one) >= SHORTEST:
                found[1, other].append(one)
        return found

    def run(self, number: int) -> list[Word]:
        """The words of a run with where they stand: few runs are asked for it."""
        start = self.runs.spans[number][0]
        found = zip(self.words[number], WORD.finditer(self.runs.lows[number]), strict=True)
        return [Word(low, start + match.start(), start + match.end()) for low, match in found]


@once
def neighbours_in(document: Document, language: Language) -> Neighbours | None:
    """The words of all names of a document; None in a language whose words round names nobody has listed."""
    words = name_words(language)
    if words is None or not language.names:
        return None
    return find_neighbours(find_runs(document, fold(document.plain), words))


def find_neighbours(runs: Runs) -> Neighbours:
    """The words of the runs of a document."""
    words = [words_of_run(low) for low in runs.lows]
    places: dict[Two, list[Place]] = defaultdict(list)
    for number, run in enumerate(words):
        if len(run) > 1:
            for at, two in enumerate(pairwise(run)):
                places[two].append((number, at))
    return Neighbours(runs, words, places)


@lru_cache(maxsize=KEPT)
def words_of_run(low: str) -> Sequence[str]:
    """The words of a run as `Word.low` has them: the same names come again and again."""
    if low.isalpha():  # most runs are one word
        return (plain_letters(low),)
    if low.isascii() and "'" not in low and "-" not in low:  # nothing but letters, figures and blanks
        return tuple(low.split())
    return tuple(plain_letters(bare(match[0])) for match in WORD.finditer(low))
