"""The report for a person at a terminal: each finding in its sentence, what it should read, and why.

Text of an article reaches the terminal only through `rich.text.Text`, after `printable`: never as markup.
What is wrong is marked by colour and by a line of carets, so that it is seen without colour too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import PurePath

from rich.cells import cell_len
from rich.console import Console, Group
from rich.text import Text

from factcheck.document.offsets.line_table import line_table
from factcheck.document.read_document import BINARY
from factcheck.messages import translate, translated
from factcheck.model import Document, DocumentReport, Problem
from factcheck.report.reporter import Look, Names
from factcheck.report.rich_finding import ASCII, UNICODE, Signs, View, body, heading, paragraph
from factcheck.report.safe import printable
from factcheck.report.tally import Tally, in_order
from factcheck.report.where import place_words
from factcheck.report.words import counted, coverage, findings, published
from factcheck.typed import TextIO

WIDEST = 100
"""Columns: longer lines are hard to read, however wide the terminal is."""
TOGETHER = 100
"""Lines handed to the terminal at a time: each time costs as much as three lines."""


class RichReporter:
    """Writes each article as it comes: one line for a clean one, a section for one with findings."""

    def __init__(self, out: TextIO, names: Names, look: Look) -> None:
        self._console = console(out, look)
        self._names = names
        self._signs = ASCII if self._console.options.ascii_only else UNICODE
        self._before: str | None = None

    def document(self, report: DocumentReport) -> None:
        kind = "section" if report.findings else "line"
        self._set_off(kind)
        lines = self._section(report) if report.findings else iter((self._clean(report),))
        print_lines(self._console, lines)

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        if tally.documents != 1 or problems:
            self._set_off("summary")
            for line in summary(tally, len(problems), self._signs, self._width):
                self._console.print(line)

    def _set_off(self, kind: str) -> None:
        """A blank line between two parts of the report, but none between articles of one line."""
        if self._before is not None and (kind, self._before) != ("line", "line"):
            self._console.print()
        self._before = kind

    @property
    def _width(self) -> int:
        return min(self._console.width, WIDEST)

    def _clean(self, report: DocumentReport) -> Text:
        path = printable(report.document.path)
        tally = Tally().plus(report)
        rest = coverage(tally)
        if cell_len(path) + cell_len(rest) + 4 > self._console.width:
            rest = counted(tally.claims, "claim")
        return Text.assemble((f"{self._signs.clean} ", "green"), path, "  ", (rest, "dim"), overflow="fold")

    def _section(self, report: DocumentReport) -> Iterator[Text]:
        yield from header(report.document, self._signs, self._width)
        from factcheck.report.passage import sentences_of

        sentences = sentences_of(report.document)
        terminal = self._console.is_terminal
        view = View(report.document, sentences, self._names, self._signs, self._width, terminal)
        lines = line_table(report.document.text)
        claims = report.flagged()
        for finding in in_order(report.findings):
            place = lines.place(finding.start)
            where = translated(place_words(report.document, sentences, finding.start))
            about = [claims[key] for key in finding.claims if key in claims]
            yield Text()
            yield heading(finding, _spot(report.document.path, f"{place.line}:{place.column}", where))
            yield from body(view, finding, about)
        yield Text()
        yield from paragraph(Text(coverage(Tally().plus(report))), self._width)


def _spot(path: str, place: str, where: str) -> str:
    """Line and column, and for a page the paragraph too; for a Word file the paragraph alone."""
    if not where:
        return place
    return where if PurePath(path).suffix.lower() in BINARY else f"{place}  {where}"


def console(out: TextIO, look: Look) -> Console:
    """A console that takes nothing for markup; `color` never means no styles at all, NO_COLOR no colours."""
    return Console(
        file=out,
        width=look.width or None,
        height=25 if look.width else None,  # else the terminal is asked for its size at every line
        force_terminal={"always": True, "never": False}.get(look.color),
        color_system="auto" if look.color != "never" else None,
        markup=False,
        emoji=False,
        highlight=False,
    )


def print_lines(shown: Console, lines: Iterable[Text]) -> None:
    """Prints many lines, some of them at a time, so that the first are seen at once."""
    rest = iter(lines)
    while some := tuple(islice(rest, TOGETHER)):
        shown.print(Group(*some))


def header(document: Document, signs: Signs, width: int) -> Iterator[Text]:
    """A rule with the path at its beginning and the date at its end, or under it where both do not fit."""
    path, date = printable(document.path), published(document)
    room = width - 8
    if cell_len(path) > room:
        path = "…" + path[-max(room - 1, 1) :]
    fits = bool(date) and cell_len(path) + len(date) + 12 <= width
    yield _rule(path, date if fits else "", signs.rule, width)
    if date and not fits:
        yield Text(date.rjust(width - 3), "dim")


def _rule(path: str, date: str, sign: str, width: int) -> Text:
    ending = f" {date} {sign * 2}" if date else ""
    fill = max(width - cell_len(path) - len(ending) - 4, 1)
    line = ((f"{sign * 2} ", "dim"), (path, "bold"), (f" {sign * fill}{ending}", "dim"))
    return Text.assemble(*line, no_wrap=True, overflow="ignore")


def summary(tally: Tally, problems: int, signs: Signs, width: int) -> Iterator[Text]:
    """The counts over all articles."""
    heavy = "bold red" if tally.severities[0] else "bold" if sum(tally.severities) else "bold green"
    yield Text(signs.rule * width, "dim")
    articles = translate("{articles}, {clean} clean: ", articles=counted(tally.documents, "article"), clean=tally.clean)
    yield Text.assemble(articles, (findings(tally), heavy))
    yield from paragraph(Text(coverage(tally)), width)
    if problems:
        yield Text(
            translate("{problems}: not everything was checked", problems=counted(problems, "problem")), "bold red"
        )
