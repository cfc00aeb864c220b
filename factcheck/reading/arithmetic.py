"""Sums that a sentence states: a change and its percentage, a share, the step of an index, a difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from factcheck.language.fold import alternation, fold
from factcheck.language.load import Language, load
from factcheck.model import Document, Span
from factcheck.reading.mentions import DateMention, Number
from factcheck.reading.ranges import Range, printed
from factcheck.reading.shapes import FILL, YEAR, Shape, mask, shapes, whole_words

CONTEXT = 80
"""Letters in front of a shape in which "kurs rupiah" tells that a quotation runs the other way."""


class Sum(NamedTuple):
    """A sum as stated: `kind` is change, points, share or difference.

    `figures` are the operands by role: A earlier or part, B later or whole, X size of the change, P per cent.
    `direction` is 1 up, -1 down, 0 where both may be meant; `verb` is where the word stands that says so.
    """

    kind: str
    span: Span
    figures: dict[str, Number]
    exact: frozenset[str]
    direction: int
    verb: Span | None

    def range(self, role: str) -> Range:
        """What the figure in this role may stand for."""
        return printed(self.figures[role], role in self.exact)


class Words(NamedTuple):
    """The words that decide whether a figure is an operand, over folded text."""

    hedged_before: re.Pattern[str]
    hedged_after: re.Pattern[str]
    name_before: re.Pattern[str]
    counted: re.Pattern[str]
    step: re.Pattern[str]
    inverse: re.Pattern[str]
    down: frozenset[str]


@cache
def words_of(language: Language) -> Words:
    """The patterns made from `changes.toml`."""
    words = language.changes
    return Words(
        re.compile(rf"(?<![a-z])(?:{alternation(words['hedged_before'])})\s{{0,2}}$"),
        re.compile(rf"\s{{0,2}}(?:{alternation(words['hedged_after'])})(?![a-z])"),
        re.compile(rf"(?<![a-z])(?:{alternation(words['names'])})\s{{0,2}}$"),
        re.compile(rf"\s{{1,2}}(?:{alternation(words['counted'])})(?![a-z])"),
        re.compile(rf"\s{{1,2}}(?:{alternation(words['steps'])})(?![a-z])"),
        whole_words(words["inverse"]),
        frozenset(words["verbs"]["down"]),
    )


def find_sums(
    document: Document, numbers: Sequence[Number], dates: Sequence[DateMention] = ()
) -> list[Sum]:
    """The sums stated in the article, in order; only where the words say which figures belong together.

    Left out is what is hedged ("sekitar", "lebih") and what a break word parts ("sedangkan").
    """
    language = load(document.language)
    if not language.changes or not numbers:
        return []
    low = _without_dates(fold(document.plain), dates)
    masked = mask(low, numbers)
    at = {number.start: number for number in numbers}
    return [
        found
        for shape in shapes(language)
        for match in shape.pattern.finditer(masked)
        if (found := _sum(low, masked, shape, match, at, language)) is not None
    ]


def _without_dates(low: str, dates: Sequence[DateMention]) -> str:
    for date in dates:
        low = low[: date.start] + YEAR + FILL * (date.end - date.start - 1) + low[date.end :]
    return low


def _sum(
    low: str, masked: str, shape: Shape, match: re.Match[str], at: dict[int, Number], language: Language
) -> Sum | None:
    words = words_of(language)
    figures = {role: at[match.start(role)] for role in "ABXP" if role in match.groupdict()}
    if shape.without.search(match[0]) or (shape.not_after and shape.not_after.match(low, match.end())):
        return None
    if any(_no_operand(low, number, words) for number in figures.values()):
        return None
    exact = frozenset(role for role, number in figures.items() if _is_count(low, number, words))
    verb = Span(*match.span("verb")) if "verb" in match.groupdict() else None
    return Sum(shape.kind, Span(*match.span()), figures, exact, _direction(low, masked, match, verb, words), verb)


def _no_operand(low: str, number: Number, words: Words) -> bool:
    before = low[max(0, number.start - 16) : number.start]
    return bool(
        words.hedged_before.search(before)
        or words.name_before.search(before)
        or words.hedged_after.match(low, number.end)
        or before.endswith(("-", "–", "+"))
        or re.match(r"\s?[-–]\s?[0-9]", low[number.end : number.end + 4])
    )


def _is_count(low: str, number: Number, words: Words) -> bool:
    if number.quantum != 1:
        return False
    return number.form == "word" or number.unit == "rupiah" or bool(words.counted.match(low, number.end))


def _direction(low: str, masked: str, match: re.Match[str], verb: Span | None, words: Words) -> int:
    if verb is None:
        return 0
    if words.inverse.search(low, max(0, match.start() - CONTEXT), match.end()):
        return 0
    return -1 if low[slice(*verb)] in words.down else 1


def counted_alike(low: str, number: Number, others: Iterator[Number], words: Words) -> bool:
    """Whether the size of a change is counted in steps ("poin") or in what the figures count ("orang")."""
    unit = _unit(low, number)
    return bool(words.step.match(low, number.end)) or (unit != "" and any(unit == _unit(low, other) for other in others))


def _unit(low: str, number: Number) -> str:
    match = re.match(r"\s{1,2}([a-z]{2,20})", low[number.end : number.end + 24])
    return number.unit or (match[1] if match else "")
