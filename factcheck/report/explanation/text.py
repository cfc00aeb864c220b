"""An explanation for a person: the same lines plain in a pipe, and wrapped and lit on a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.report.explanation.line import Line
from factcheck.report.reporter import Look
from factcheck.typed import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.text import Text

LABEL = 15
WORDS = 26
"""Widths of the labels: of the words of a sentence more, for they are shown in full."""


def write_plain(lines: Iterable[Line], out: TextIO) -> None:
    """A line each, as long as it is."""
    for number, line in enumerate(lines):
        gap = "\n" if number and not line.depth else ""
        out.write(f"{gap}{'  ' * line.depth}{_labelled(line)}{line.text}".rstrip(" ") + "\n")


def write_rich(lines: Iterable[Line], out: TextIO, look: Look) -> None:
    """Wrapped to the width of the terminal, labels quiet, heads bold."""
    from rich.text import Text

    from factcheck.report.rich import WIDEST, console, print_lines

    shown = console(out, look)
    print_lines(shown, _pieces(lines, min(shown.width, WIDEST)))
    shown.print(Text(""), end="")


def _pieces(lines: Iterable[Line], width: int) -> Iterator[Text]:
    from rich.text import Text

    for number, line in enumerate(lines):
        if number and not line.depth:
            yield Text()
        yield from _wrapped(line, width)


def _labelled(line: Line) -> str:
    """The label with blanks to the column where what is said begins; a head is followed by two."""
    if not line.label:
        return ""
    width = LABEL if line.depth == 1 else WORDS if line.depth else 0
    return f"{line.label:<{width}}  "


def _wrapped(line: Line, width: int) -> Iterator[Text]:
    from rich.text import Text

    from factcheck.report.rich_finding import paragraph

    indent, label = "  " * line.depth, _labelled(line)
    rest = Text(line.text, "bold" if line.depth == 1 and not line.label else "")
    room = width - len(indent) - len(label)
    if room < width // 3:
        yield Text.assemble(indent, (label.rstrip(), _style(line)))
        yield from paragraph(rest, width, indent + "  ")
        return
    for number, piece in enumerate(paragraph(rest, room) if line.text else [Text()]):
        head = (label, _style(line)) if not number else " " * len(label)
        yield Text.assemble(indent, head, piece, overflow="fold")


def _style(line: Line) -> str:
    return "bold" if not line.depth else "dim" if line.depth == 1 else ""
