"""Text put together from the parts that a page, a Word file or a PDF consists of, and where each part came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.document.layout.blocks import blocks_of
from factcheck.document.layout.boilerplate import Words, line_kind, words
from factcheck.document.layout.lines import BLANK, Line, read_line, trimmed
from factcheck.document.layout.normalise import mask_addresses, normalise
from factcheck.document.layout.table_lines import mark_tables
from factcheck.document.text.read_text import only_blocks
from factcheck.model import Document, Landmark, Run, Span
from factcheck.typed import NamedTuple


class Piece(NamedTuple):
    """A stretch of text and the stretch of the file it was read from; `place` names it where a part has several."""

    text: str
    start: int = 0
    end: int = 0
    place: tuple[tuple[str, int], ...] = ()


Cell = tuple[Piece, ...]


class Part(NamedTuple):
    """A paragraph, heading, list item, caption or table row.

    `kind` is a kind of line (see `layout.Line`), empty for running text, which is looked at as in a text file.
    All but rows have one cell. `apart` says whether a blank line stands before it. `place` names it for a reader.
    """

    kind: str
    cells: tuple[Cell, ...]
    number: int = 0
    apart: bool = True
    place: tuple[tuple[str, int], ...] = ()

    @property
    def text(self) -> str:
        """What it says."""
        return "\t".join("".join(piece.text for piece in cell) for cell in self.cells)


class Composed(NamedTuple):
    """Parts as one text, a line to each; `lines` and `runs` as `blocks_of` and `Source` need them."""

    text: str
    lines: tuple[Line, ...]
    runs: tuple[Run, ...]
    landmarks: tuple[Landmark, ...]


def compose(parts: Sequence[Part]) -> Composed:
    """The text of `parts`, cells set apart by tabs and parts by line ends."""
    pieces: list[str] = []
    lines: list[Line] = []
    runs: list[Run] = []
    marks: list[Landmark] = []
    at = 0
    for part in parts:
        spans, at = _write(part, at, pieces, runs)
        lines.extend(_lines(part, spans))
        marks.extend(_landmarks(part, spans))
        at = _add(Piece("\n", *(runs[-1].end,) * 2), at, pieces, runs) if runs else at
    return Composed("".join(pieces), tuple(lines), tuple(runs), tuple(marks))


def document_of(path: str, parts: Sequence[Part], language: str, titled: bool = False) -> tuple[Document, Composed]:
    """The document that consists of `parts`, its text the parts' own; `titled`: a title is among them."""
    made = compose(parts)
    plain = mask_addresses(normalise(made.text))
    lists = words(language)
    lines = [_line(plain, line, lists) for line in made.lines]
    blocks = tuple(blocks_of(plain, _with_tables(plain, lines), titled))
    document = Document(path, made.text, only_blocks(plain, blocks), blocks, language=language)
    return document._replace(landmarks=made.landmarks), made


def _landmarks(part: Part, spans: Sequence[Span]) -> Iterator[Landmark]:
    """The places of a part and of its pieces, in order."""
    if part.place:
        yield Landmark(spans[0].start, part.place)
    for cell, span in zip(part.cells, spans, strict=True):
        at = span.start
        for piece in cell:
            if piece.place:
                yield Landmark(at, piece.place)
            at += len(piece.text)


def _with_tables(plain: str, lines: list[Line]) -> list[Line]:
    """`lines` with the tables that are typed, cells between tabs, marked as such."""
    spans = [Span(line.start, line.end if line.kind == "text" else line.start) for line in lines]
    return mark_tables(plain, lines, spans)


def _write(part: Part, at: int, pieces: list[str], runs: list[Run]) -> tuple[list[Span], int]:
    """The spans of the cells written from `at` on, and where the text goes on."""
    spans: list[Span] = []
    for cell in part.cells:
        if spans and runs:
            at = _add(Piece("\t", *(runs[-1].end,) * 2), at, pieces, runs)
        start = at
        for piece in cell:
            at = _add(piece, at, pieces, runs)
        spans.append(Span(start, at))
    return spans, at


def _add(piece: Piece, at: int, pieces: list[str], runs: list[Run]) -> int:
    if piece.text:
        pieces.append(piece.text)
        runs.append(Run(at, piece.start, piece.end))
    return at + len(piece.text)


def _lines(part: Part, spans: list[Span]) -> Iterator[Line]:
    start, end = spans[0].start, spans[-1].end
    if part.apart:
        yield BLANK
    cells = tuple(spans) if part.kind in ("row", "header") else ()
    yield Line(start, end, part.kind, part.number, cells)


def _line(plain: str, line: Line, lists: Words) -> Line:
    """The line without blanks at its ends, and as boilerplate where its words say so."""
    start, end = trimmed(plain, line.start, line.end)
    if start == end or line.kind == "blank":
        return BLANK
    if line.kind in ("row", "header"):
        cells = tuple(Span(*trimmed(plain, *cell)) for cell in line.cells)
        return line._replace(start=start, end=end, cells=cells)
    if not line.kind:
        return read_line(plain, Span(start, end), lists, markdown=False)
    kind = line_kind(plain[start:end], lists) if line.kind in ("item", "heading") else ""
    return line._replace(start=start, end=end, kind=kind or line.kind)
