"""From offsets into a text as it was read to the file that it was read out of, and from lines to spans of the file."""

from collections.abc import Sequence

from factcheck.document.offsets.line_table import LineTable, Place, line_table
from factcheck.document.offsets.source import said_in_source
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.model import Document, DocumentReport, Finding, Span
from factcheck.typed import NamedTuple


class Back(NamedTuple):
    """The way from a document as it was read to its file, whose `text` has these `lines`."""

    document: Document
    text: str
    lines: LineTable

    def spans(self, spans: Sequence[Span]) -> list[Span]:
        """The same spans in the file."""
        pieces = tuple(Finding("", "", "", *span) for span in spans)
        found = said_in_source(DocumentReport(self.document, (), pieces)).findings
        return [Span(piece.start, piece.end) for piece in found]

    def place(self, offset: int) -> Place:
        """Line and column in the file."""
        return self.lines.place(self.spans([Span(offset, offset + 1)])[0].start)

    def wanted(self, line: int, column: int) -> Span:
        """The span of a line of the file, or of one letter of it; both count from 1, column 0 is the whole line.

        Raises FactcheckError where the file has no such place.
        """
        starts, path = self.lines.starts, self.document.path
        if not 0 < line <= len(starts):
            raise FactcheckError(
                message("There is no line {line}; the last one is {last}.", line=line, last=len(starts)), path
            )
        start, end = starts[line - 1], starts[line] if line < len(starts) else len(self.text)
        length = max(len(self.text[start:end].rstrip("\r\n")), 1)
        if column > length:
            missing = message("There is no column {column}; the last one is {last}.", column=column, last=length)
            raise FactcheckError(missing, path, line)
        return Span(start + column - 1, start + column) if column else Span(start, start + length)


def way_back(document: Document) -> Back:
    """The way from a document to its file."""
    text = document.source.text if document.source else document.text
    return Back(document, text, line_table(text))
