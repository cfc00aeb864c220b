"""Sentence shapes of the word lists as patterns over text with its figures masked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from factcheck.language.fold import alternation
from factcheck.language.load import Language
from factcheck.reading.mentions import DateMention, Number

PLAIN, MONEY, PERCENT, YEAR, FILL = "\ue000\ue001\ue002\ue003\ue00f"
OPERANDS = {
    "A": f"[{PLAIN}{MONEY}{PERCENT}]",
    "B": f"[{PLAIN}{MONEY}{PERCENT}]",
    "X": f"[{PLAIN}{MONEY}]",
    "P": PERCENT,
}
GAP = f"[^{PLAIN}{MONEY}{PERCENT}.!?;\n]"
WIDEST = 60
"""Letters between two figures that still belong together."""


class Shape(NamedTuple):
    """A sentence shape: what it computes, its pattern, what must not stand in it or behind it.

    `not_counts`: where the figures compared are whole numbers, the shape leaves open what is meant.
    """

    kind: str
    pattern: re.Pattern[str]
    without: re.Pattern[str]
    not_after: re.Pattern[str] | None
    not_counts: bool


@cache
def shapes(language: Language) -> tuple[Shape, ...]:
    """The shapes of `changes.toml`; none for a language without one."""
    words = language.changes
    return tuple(_shape(entry, words) for entry in words.get("shapes", ()))


def _shape(entry: dict[str, Any], words: dict[str, Any]) -> Shape:
    verbs = [*words["verbs"]["up"], *words["verbs"]["down"]]
    pattern = r"\s{0,2}".join(_piece(token, verbs) for token in entry["shape"].split())
    without = whole_words([*words["breaks"], *entry.get("without", ())])
    behind = entry.get("not_after")
    after = re.compile(rf"\s{{0,2}}(?:{alternation(behind)})(?![a-z])") if behind else None
    return Shape(entry["kind"], re.compile(pattern), without, after, entry.get("not_counts", False))


def _piece(token: str, verbs: Sequence[str]) -> str:
    if token.startswith("~"):
        return f"{GAP}{{0,{token[1:] or WIDEST}}}?"
    if token == "{verb}":
        return rf"(?<![a-z])(?P<verb>{alternation(verbs)})(?![a-z])"
    if token.startswith("{"):
        return f"(?P<{token[1]}>{OPERANDS[token[1]]}){FILL}*"
    parts = token.split("|")
    named = [part for part in parts if part.isalpha()]
    signs = [re.escape(part) for part in parts if not part.isalpha()]
    return "(?:" + "|".join([rf"(?<![a-z])(?:{alternation(named)})(?![a-z])", *signs]) + ")"


def whole_words(words: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of `words` as a whole word of folded text."""
    return re.compile(rf"(?<![a-z])(?:{alternation(words)})(?![a-z])")


def mask(low: str, numbers: Sequence[Number], dates: Sequence[DateMention] = ()) -> str:
    """The folded text with each figure replaced, at the same length, by a mark of what it is.

    Dates, years, ordinals and Roman numerals are no operands: they are part of what stands between figures.
    """
    marks = [(number.start, number.end, _mark(low, number)) for number in numbers]
    marks += [(date.start, date.end, YEAR) for date in dates]
    pieces, free = [], 0
    for start, end, sign in sorted(marks):
        pieces += [low[free:start], sign + FILL * (end - start - 1)]
        free = end
    return "".join([*pieces, low[free:]])


def _mark(low: str, number: Number) -> str:
    if number.unit == "percent":
        return PERCENT
    if number.form in ("ordinal", "roman") or is_year(low, number):
        return YEAR
    return MONEY if number.unit else PLAIN


def is_year(low: str, number: Number) -> bool:
    """Four digits from 1900 to 2050 with nothing around them: no quantity as far as one can know."""
    written = low[number.start : number.end]
    return len(written) == 4 and written.isdigit() and "1900" <= written <= "2050"
