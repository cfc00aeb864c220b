"""Where evidence comes from, as a reader of a page is told: the name of a site with its address behind it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.day_words import day_of
from factcheck.messages import translate, translate_many, translated
from factcheck.model import Evidence
from factcheck.report.words import MOST_REASONS, REASONED, is_new, shown, site
from factcheck.typed import NamedTuple

WEB = ("https://", "http://")


class Site(NamedTuple):
    """A source by `name`; its address is `url` (empty where there is none), `row` where the reference holds it."""

    name: str
    url: str
    row: str


class SourceShown(NamedTuple):
    """`words` to be read, then the sites that say so, none where it is a sum or a look at the calendar."""

    words: str
    sites: tuple[Site, ...] = ()


def sources_shown(evidence: Sequence[Evidence], language: str, message: str = "") -> list[SourceShown]:
    """The evidence, a line to each value with its sources, of many the first and how many more; then the reasons.

    Without what the `message` says itself.
    """
    evidence = [item for item in evidence if is_new(item, language, message)]
    by_value: dict[str, list[Site]] = {}
    for item in evidence:
        if item.source not in REASONED:
            by_value.setdefault(translated(day_of(shown(item.value, language))), []).append(_site(item))
    lines = [SourceShown(_words(value), _first(sites)) for value, sites in by_value.items()]
    return [*lines, *(SourceShown(_because(item)) for item in evidence if item.source in REASONED)]


def _words(value: str) -> str:
    return translate("source: {source}", source=value) if value else translate("source:")


def _because(item: Evidence) -> str:
    return translate("since {reason}", reason=translated(item.row))


def _site(item: Evidence) -> Site:
    row = translated(item.row)
    if item.url.lower().startswith(WEB):
        return Site(site(item.url), item.url, row)
    return Site(translated(item.source), "", row)


def _first(sites: Sequence[Site]) -> tuple[Site, ...]:
    """Each site once; of many the first, and how many more."""
    once = list({site.name: site for site in reversed(sites)}.values())[::-1]
    if len(once) <= MOST_REASONS:
        return tuple(once)
    left = len(once) - MOST_REASONS + 1
    more = translate_many("and {number} more source", "and {number} more sources", left)
    return (*once[: MOST_REASONS - 1], Site(more, "", ""))
