"""Where evidence comes from, as a reader of a page is told: the name of a site with its address behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from factcheck.messages import translate, translate_many, translated
from factcheck.model import Evidence
from factcheck.report.words import MOST_REASONS, REASONED, shown


class SourceShown(NamedTuple):
    """`words` to be read, then the `site`, whose address is `url` (empty where there is none); `row` is where the
    reference holds it, for who keeps it."""

    words: str
    site: str = ""
    url: str = ""
    row: str = ""


def sources_shown(evidence: Sequence[Evidence], language: str) -> list[SourceShown]:
    """The evidence, a line each: sums and the calendar in words, values with their source; of many the first, and how
    many more."""
    lines = list(dict.fromkeys(_shown(item, language) for item in evidence))
    if len(lines) <= MOST_REASONS:
        return lines
    more = len(lines) - MOST_REASONS + 1
    left = translate_many("and {number} more source", "and {number} more sources", more)
    return [*lines[: MOST_REASONS - 1], SourceShown(left)]


def _shown(item: Evidence, language: str) -> SourceShown:
    if item.source in REASONED:
        return SourceShown(translate("since {reason}", reason=translated(item.row)))
    value = shown(item.value, language)
    return SourceShown(translate("source: {source}", source=value), site_name(item.url) or item.source, item.url, item.row)


def site_name(url: str) -> str:
    """`ombudsman.go.id` for an address on it; empty for what is no address of the web."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return (parts.hostname or "").removeprefix("www.") if parts.scheme in ("http", "https") else ""
