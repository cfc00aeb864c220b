"""What an explanation is made of: lines with a label, and the words of the article in them, made harmless."""

from __future__ import annotations

from factcheck.explain.place import Explanation
from factcheck.model import Span
from factcheck.report.safe import printable
from factcheck.report.visible import visible_text
from factcheck.typed import NamedTuple


class Line(NamedTuple):
    """A line of an explanation: `depth` 0 heads a part, 1 and 2 stand in it; `label` is what `text` is."""

    depth: int
    label: str
    text: str


def place(explanation: Explanation, offset: int) -> str:
    """ "12:31": line and column of an offset in the file."""
    found = explanation.back.place(offset)
    return f"{found.line}:{found.column}"


def written(explanation: Explanation, span: Span) -> str:
    """The words of a span, harmless and on one line."""
    return printable(visible_text(explanation.document, *span))
