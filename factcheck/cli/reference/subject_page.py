"""What is known of a subject as a person reads it: a line a year, the sources once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap
from urllib.parse import urlsplit

from factcheck.messages import translate, translated
from factcheck.reference.describe import Line
from factcheck.report.safe import printable

WIDTH = 80
YEAR = 9
"""Columns of the period."""


def page(title: str, lines: Sequence[Line], width: int = WIDTH) -> Iterator[str]:
    """The lines of the page, none longer than `width`; each pack apart, the latest period first."""
    yield title
    sources = {source: number for number, source in enumerate(dict.fromkeys(line.source for line in lines), start=1)}
    for pack, of_pack in groupby(sorted(lines, key=lambda line: line.pack), key=lambda line: line.pack):
        yield f"  {pack}"
        years = sorted(of_pack, key=lambda line: line.period, reverse=True)
        for period, some in groupby(years, key=lambda line: line.period):
            text = "; ".join(_told(list(some), sources))
            yield from wrap(
                printable(text), width, initial_indent=f"    {period:<{YEAR}}", subsequent_indent=" " * (YEAR + 4),
                break_on_hyphens=False,
            )  # fmt: skip
    if sources:
        yield f"  {translate('sources')}"
    for source, number in sources.items():
        yield _source(source, number, lines, width)


def _told(lines: Sequence[Line], sources: dict[str, int]) -> Iterator[str]:
    """ "score 93.68, zone hijau [1 2]": what the same sources say together, the rest behind it."""
    by: dict[str, dict[int, None]] = {}
    mark = translate(" (a lesser source)")
    marks = {translated(line.said): mark for line in lines if line.lesser}
    for line in lines:
        by.setdefault(translated(line.said), {})[sources[line.source]] = None
    for numbers, some in groupby(by.items(), key=lambda item: tuple(item[1])):
        said = (f"{what}{marks.get(what, '')}" for what, _ in some)
        yield f"{', '.join(said)} [{' '.join(map(str, numbers))}]"


def _source(source: str, number: int, lines: Sequence[Line], width: int) -> str:
    """A source by its site, with its rows and when it became known."""
    mine = [line for line in lines if line.source == source]
    rows = ", ".join(dict.fromkeys(line.row for line in mine))
    known = dict.fromkeys(line.published for line in mine if line.published)
    since = translate("known since {day}", day=", ".join(known)) if known else ""
    text = printable("  ".join(part for part in (f"    {number}  {site(source)}", rows, since) if part))
    return text if len(text) <= width else f"{text[: width - 1]}…"


def site(source: str) -> str:
    """The site of an address, else the source as it is."""
    return urlsplit(source).netloc.removeprefix("www.") if "://" in source else source
