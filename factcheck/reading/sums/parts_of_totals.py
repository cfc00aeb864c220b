"""What a total and its parts are, and which figures read as parts of one list."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.language.figures import Number
from factcheck.language.fold import alternation
from factcheck.language.language import Language
from factcheck.reading.sums.operands import is_hedged, is_name
from factcheck.reading.sums.shapes import whole_words
from factcheck.typed import NamedTuple

MOST = 40
"""Parts of one total."""
MANY = 4
"""So many parts in a row are one list, with "dan" or without."""
THOUSAND = 1000
"""A large number."""
FEWEST, CHOICE = 2, 3
"""Parts, and figures in front of them any of which may be the total."""
INTRODUCTION, PART = 60, 80
"""Letters from the total to the word that divides it, and between two parts."""
SENTENCE_END = compiled(r"[.!?;\n]")
NOUN = compiled(r"\s([a-z]{3,30})")


class Division(NamedTuple):
    """Parts and the figures any of which may be their total, the likeliest first.

    `told`: the wording says that the parts are the whole ("terdiri atas"); else it may list some of them ("yakni").
    `weights` is what each part counts, 3 for a win in points; empty where each counts once. `alike`: the whole and
    all parts are said to count one thing. `named`: each part stands right behind a name, and counts what the whole
    right in front of the list counts: "54 posko: Ampel 21, Selo 18, Cepogo 11, dan Musuk 4".
    """

    wholes: tuple[Number, ...]
    parts: tuple[Number, ...]
    told: bool
    weights: tuple[int, ...] = ()
    alike: bool = False
    named: bool = False

    def sum(self) -> Decimal:
        """What the parts make."""
        weights = self.weights or (1,) * len(self.parts)
        return sum((part.value * weight for part, weight in zip(self.parts, weights, strict=True)), Decimal(0))


class Words(NamedTuple):
    """The words of totals, over folded text."""

    naming: re.Pattern[str]
    closing: re.Pattern[str]
    tallied: re.Pattern[str]
    last: re.Pattern[str]
    open: re.Pattern[str]
    of: re.Pattern[str]
    measures: frozenset[str]


class Text(NamedTuple):
    """An article for the totals: its figures masked, those that count or measure in order, where they stand, and
    the text itself."""

    masked: str
    figures: Sequence[Number]
    starts: Sequence[int]
    words: Words
    language: Language
    plain: str


@cache
def words_of_totals(language: Language) -> Words:
    """The patterns made of the words of totals."""
    words = language.changes.totals
    return Words(
        whole_words(tuple(words.lists)),
        compiled(rf"[,;]?\s(?:{alternation(words.closing)})\s(?:[a-z]+\s){{0,3}}$"),
        compiled(rf"(?<![a-z])(?:{alternation(words.tallied)})\s(?:[a-z]+\s){{0,3}}$"),
        whole_words(words.last),
        whole_words(words.without),
        compiled(rf"(?:^|[.!?\n\"]\s{{0,3}})(?:{alternation(words.of)})\s(?:[a-z]+\s){{0,2}}$"),
        frozenset((*language.changes.lists.measured, *language.numbers.measures)) - {*language.changes.counted},
    )


def are_of_one_measure(text: Text, numbers: Sequence[Number]) -> bool:
    """Whether nothing is measured (12 minggu, 40 km), or all of it in one measure."""
    nouns = {noun_behind(text, number) for number in numbers}
    return len(nouns) == 1 or not nouns & text.words.measures


def noun_behind(text: Text, number: Number) -> str:
    """The word right behind a figure."""
    return noun_at(text.masked, number.end)


def noun_at(low: str, end: int) -> str:
    """The word of a folded text that begins right behind a place; empty where none does."""
    match = NOUN.match(low, end, end + 32)
    return match[1] if match else ""


def are_parts(text: Text, parts: Sequence[Number]) -> bool:
    """Whether figures are joined, and the last two by "dan", with no word that leaves some out."""
    if not FEWEST <= len(parts) <= MOST or not all(are_joined(text, *pair) for pair in pairwise(parts)):
        return False
    if text.words.open.search(text.masked, parts[0].start - INTRODUCTION, parts[-1].end + PART):
        return False
    return text.words.last.search(text.masked, parts[-2].end, parts[-1].start) is not None


def are_joined(text: Text, one: Number, other: Number) -> bool:
    """Whether a comma or "dan" stands between two figures of a sentence, and both count in one unit."""
    if other.start - one.end > PART or one.unit != other.unit:
        return False
    between = text.masked[one.end : other.start]
    joined = "," in between or ";" in between or text.words.last.search(between)
    return bool(joined) and not SENTENCE_END.search(between)


def is_part(text: str, number: Number, language: Language) -> bool:
    """Whether a figure of the folded text counts or measures exactly as it stands."""
    return not is_hedged(text, number, language) and not is_name(text, number, language)
