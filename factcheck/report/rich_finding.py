"""One finding as the rich report shows it."""

from collections.abc import Iterator, Sequence
from functools import cache

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from factcheck.messages import translate, translated
from factcheck.model import Claim, Document, Finding, Span
from factcheck.report.reporter import Names
from factcheck.report.safe import printable
from factcheck.report.words import instead, read_as, reasons, site
from factcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.report.passage import Row

BADGES = {"error": "bold white on red", "warning": "bold black on yellow", "info": "bold white on blue"}
MARKS = {"error": "bold red", "warning": "bold dark_orange3", "info": "bold blue"}


class Signs(NamedTuple):
    """The signs that letters alone cannot give."""

    rule: str
    bar: str
    arrow: str
    clean: str


UNICODE = Signs("─", "│", "→", "✓")
ASCII = Signs("-", "|", "->", "ok")


class View(NamedTuple):
    """The document that findings are shown of, and how."""

    document: Document
    sentences: Sequence[Span]
    names: Names
    signs: Signs
    width: int
    terminal: bool


def heading(finding: Finding, place: str) -> Text:
    """ " ERROR  4:12  wrong-period"."""
    badge = Text(f" {translate(finding.severity).upper()} ", BADGES[finding.severity])
    return Text.assemble(badge, "  ", (place, "bold"), "  ", (finding.rule, "dim"))


def body(view: View, finding: Finding, about: Sequence[Claim]) -> Iterator[Text]:
    """The message, the passage with the place marked, what it should read, how it was read, and why."""
    from factcheck.report.passage import passage, rows

    document, width = view.document, view.width
    said = translated(finding.message)
    yield from paragraph(Text(printable(said)), width, "  ")
    style = MARKS[finding.severity]
    for row in rows(passage(document, view.sentences, finding.start, finding.end), width - 6):
        yield from _marked(row, style, view.signs.bar)
    for line in instead(document, finding):
        yield from paragraph(Text(f"{view.signs.arrow} {printable(line)}", "bold green"), width, "    ")
    for line in read_as(about, view.names):
        yield from paragraph(Text(printable(line), "dim"), width, "    ")
    for line, url in reasons(finding.evidence, document.language, said):
        yield from _evidence(printable(line), url, view)


def _marked(row: "Row", style: str, bar: str) -> Iterator[Text]:
    """A line of the passage, and under it carets where something of it is marked."""
    start, end = row.mark
    line = Text(row.text)
    line.stylize(f"{style} underline", start, end)
    yield Text.assemble((f"  {bar} ", "dim"), line, no_wrap=True, overflow="ignore")
    if start < end:
        indent = " " * cell_len(row.text[:start])
        carets = "^" * max(cell_len(row.text[start:end]), 1)
        yield Text.assemble((f"  {bar} ", "dim"), indent, (carets, style), no_wrap=True, overflow="ignore")


def paragraph(text: Text, width: int, indent: str = "") -> Iterator[Text]:
    """`text` wrapped, every line behind `indent`."""
    room = width - len(indent)
    short = text.cell_len <= room and text.plain.isprintable()
    for line in [text.copy()] if short else text.wrap(_measure(), room):
        line.rstrip()
        yield Text.assemble(indent, line)


def _evidence(line: str, url: str, view: View) -> Iterator[Text]:
    """One quiet line; on a terminal it is a link that names its site and ends with the width, in a file it is whole."""
    room = view.width - 4
    if not view.terminal:
        yield from paragraph(Text(line), view.width, "    ")
        return
    line = line.replace(url, site(url)) if url else line
    if cell_len(line) > room:
        line = set_cell_size(line, room - 1).rstrip() + "…"
    style = f"dim link {url}" if url.startswith(("https://", "http://")) else "dim"
    yield Text.assemble("    ", (line, style), no_wrap=True, overflow="ignore")


@cache
def _measure() -> Console:
    """A console that only measures."""
    return Console(color_system=None)
