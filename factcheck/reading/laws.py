"""Laws and decrees as the press cites them: "UU 25/2009", "Undang-Undang Nomor 25 Tahun 2009"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.language.load import Language
from factcheck.model import Span

_NUMBER = (
    r"(?:[,(]?\s*)?(?:(?:Nomor|Number|Nomer|No\.?)\s*:?\s*)?"
    r"([0-9]{1,4}(?:/[A-Z]{1,3})?)\s*(?:Tahun|Year|of|/)\s*([0-9]{4})\b"
)
_ABOUT = re.compile(r"\s*,?\s*(?:tentang|mengenai|perihal|on|concerning)\s+((?:[^\s.,;()\"]+\s*){1,10})", re.IGNORECASE)


class LawMention(NamedTuple):
    """A citation: canonical kind (`UU`), number and year, where they stand, and what it is said to be about."""

    start: int
    end: int
    short: str
    number: str
    year: str
    number_span: Span
    year_span: Span
    about: str


def find_laws(plain: str, language: Language) -> Iterator[LawMention]:
    """The citations in a text, left to right. The kinds and their words are data (`laws` in words.toml)."""
    kinds = language.words.get("laws", {})
    for short, pattern in _patterns(kinds):
        for match in pattern.finditer(plain):
            about = _ABOUT.match(plain, match.end())
            yield LawMention(
                match.start(), match.end(), short, match.group(1), match.group(2),
                Span(*match.span(1)), Span(*match.span(2)), about.group(1).strip() if about else "",
            )  # fmt: skip


def _patterns(kinds: dict[str, list[str]]) -> Iterator[tuple[str, re.Pattern[str]]]:
    for short, words in kinds.items():
        names = "|".join(_loose(word) for word in sorted(words, key=len, reverse=True))
        yield (
            short,
            re.compile(rf"\b(?:{names})(?: [A-Z][\w.]*){{0,5}}\s*{_NUMBER}", re.IGNORECASE if short != "UU" else 0),
        )


def _loose(word: str) -> str:
    """A name of a kind with any blanks around its dash: "Undang – Undang"."""
    return re.escape(word).replace(r"\-", r"\s?[-–]\s?").replace(r"\ ", r"\s+")
