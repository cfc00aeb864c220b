"""Where evidence comes from, as a reader of a page is told: the name of a site with its address behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.messages import translate, translate_many, translated
from factcheck.model import Evidence
from factcheck.report.words import MOST_REASONS, REASONED, is_new, site, told

WEB = ("https://", "http://")


class Site(NamedTuple):
    """A source by `name`; its address is `url` (empty where there is none), `row` where the reference holds it."""

    name: str
    url: str = ""
    row: str = ""


class SourceShown(NamedTuple):
    """`words` to be read, then the sites that say so, none where it is a sum or a look at the calendar."""

    words: str
    sites: tuple[Site, ...] = ()


def sources_shown(evidence: Sequence[Evidence], language: str, message: str = "") -> list[SourceShown]:
    """The evidence without what the `message` says itself: a line to each value with its sources, then the reasons."""
    new = [item for item in evidence if is_new(item, language, message)]
    by_value: dict[str, list[Site]] = {}
    for item in new:
        if item.source not in REASONED:
            by_value.setdefault(told(item, language)[0], []).append(_site(item, language))
    lines = [
        SourceShown(translate("source: {source}", source=value), _first(sites)) for value, sites in by_value.items()
    ]
    because = (translate("since {reason}", reason=translated(item.row)) for item in new if item.source in REASONED)
    return [*lines, *map(SourceShown, because)]


def _site(item: Evidence, language: str) -> Site:
    web = item.url.lower().startswith(WEB)
    return Site(site(item.url) if web else translated(item.source), item.url if web else "", told(item, language)[1])


def _first(sites: Sequence[Site]) -> tuple[Site, ...]:
    """Each site once; of many the first, and how many more."""
    once = list({each.name: each for each in reversed(sites)}.values())[::-1]
    if len(once) <= MOST_REASONS:
        return tuple(once)
    left = len(once) - MOST_REASONS + 1
    return (
        *once[: MOST_REASONS - 1],
        Site(translate_many("and {number} more source", "and {number} more sources", left)),
    )
