"""The list of claims for a person at a terminal: a line to a claim, and a quiet one for how it was read.

Text of an article reaches the terminal only through `rich.text.Text`, after `printable`: never as markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from factcheck.messages import translate
from factcheck.model import DocumentReport, Problem
from factcheck.report.claim_words import kind_word
from factcheck.report.claims.lister import Row, rows, summary
from factcheck.report.reporter import Look, Names
from factcheck.report.rich import WIDEST, console, header, print_lines
from factcheck.report.rich_finding import ASCII, UNICODE, paragraph
from factcheck.report.safe import printable
from factcheck.report.tally import VERDICTS, Tally
from factcheck.report.words import counted
from factcheck.typed import TextIO

STYLES = ("green", "bold red", "bold red", "dark_orange3", "blue")
SIGNS, PLAIN_SIGNS = "✓✗✗~?", "+xx~?"
"""A sign for each of VERDICTS."""
WORDS = ("agrees", "contradicted", "inconsistent", "disputed", "not in the reference")
PART = 100
"""Claims that are laid out together, so that the first of many are seen at once."""
GAP = "  "


class RichClaims:
    """Writes the claims of each article below its name, and their verdicts counted with the signs that stand for
    them."""

    def __init__(self, out: TextIO, names: Names, look: Look) -> None:
        self._console = console(out, look)
        self._names = names
        ascii_only = self._console.options.ascii_only
        self._rules = ASCII if ascii_only else UNICODE
        self._signs = dict(zip(VERDICTS, PLAIN_SIGNS if ascii_only else SIGNS, strict=True))

    def document(self, report: DocumentReport) -> None:
        width = min(self._console.width, WIDEST)
        listed = list(rows(report, self._names))
        print_lines(self._console, self._lines(report, listed, width))

    def _lines(self, report: DocumentReport, listed: Sequence[Row], width: int) -> Iterator[Text]:
        yield from header(report.document, self._rules, width)
        for start in range(0, len(listed), PART):
            yield from self._part(listed[start : start + PART], width)
        yield self._legend(Tally().plus(report))
        yield Text()

    def close(self, tally: Tally, problems: Sequence[Problem]) -> None:
        if tally.documents != 1 or problems:
            self._console.print(Text(summary(tally, len(problems)), "bold"))

    def _part(self, listed: Sequence[Row], width: int) -> Iterator[Text]:
        cells = [_cells(row, self._names) for row in listed]
        widths = _widths(cells, width - 2)
        for row, line in zip(listed, cells, strict=True):
            head, rest = self._line(row, line, widths), "; ".join(row.details)
            if head.cell_len + len(GAP) + cell_len(rest) <= width:
                head.append(f"{GAP}{rest}" if rest else "", "dim")
                rest = ""
            head.rstrip()
            yield head
            if rest:
                indent = " " * (2 + widths[0] + len(GAP))
                yield from paragraph(Text(rest, "dim"), width, indent)

    def _line(self, row: Row, cells: Sequence[str], widths: Sequence[int]) -> Text:
        style = STYLES[VERDICTS.index(row.judged.verdict)]
        place, kind, text, who, when = (_fit(cell, width) for cell, width in zip(cells, widths, strict=True))
        sign = (f"{self._signs[row.judged.verdict]} ", style)
        parts = ((place, "dim"), GAP, kind, GAP, (text, "bold"), GAP, who, GAP, when)
        return Text.assemble(sign, *parts, no_wrap=True, overflow="ignore")

    def _legend(self, tally: Tally) -> Text:
        """ "31 claims:  ✓ 27 agree  ✗ 1 contradicted  ? 3 not in the reference"."""
        if not tally.claims:
            return Text(translate("no claims"), "dim")
        legend = Text(f"{counted(tally.claims, 'claim')}:")
        for verdict, word, style, number in zip(VERDICTS, WORDS, STYLES, tally.verdicts, strict=True):
            if number:
                legend = Text.assemble(legend, GAP, (f"{self._signs[verdict]} ", style), counted(number, word))
        return legend


def _cells(row: Row, names: Names) -> tuple[str, ...]:
    claim = row.judged.claim
    return (
        f"{row.place.line}:{row.place.column}",
        printable(kind_word(claim, names)),
        row.text,
        row.who,
        printable(claim.period),
    )


def _widths(cells: Sequence[Sequence[str]], width: int) -> list[int]:
    """The widths of the columns: what they need, the two of words cut where there is no room."""
    needed = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    room = max(width - needed[0] - needed[1] - needed[4] - len(GAP) * 4, 20)
    needed[3] = min(needed[3], max(room - needed[2], room // 2))
    needed[2] = min(needed[2], max(room - needed[3], room // 3))
    return needed


def _fit(text: str, width: int) -> str:
    return set_cell_size(text, width) if cell_len(text) <= width else set_cell_size(text, width - 1) + "…"
