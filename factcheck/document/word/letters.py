"""The letters of a Word file, each with its bytes in `word/document.xml`, in the pieces that a reader sees apart."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.typed import Any, NamedTuple

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
TEXT, PARAGRAPH, _RUN, _BEFORE = f"{_W}t", f"{_W}p", f"{_W}r", f"{_W}rPrChange"
STRUCK = ("strike", "dstrike", "vanish")
"""Properties of a run whose letters are not the article's: struck out, or hidden."""
OFF = ("0", "false", "off")
"""Values by which a property is said not to hold."""
_STRUCK = frozenset(f"{_W}{name}" for name in STRUCK)
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


class Letter(NamedTuple):
    """A character and the bytes `start`..`end` it is written in; none where a tag stands for it."""

    char: str
    start: int
    end: int


Piece = list[Letter]
"""The letters of a line or of a cell."""


def pieces_of(xml: bytes) -> list[Piece]:
    """The pieces of a part in order, cut at paragraphs, breaks and tabs; the empty ones left out.

    `xml` was read before by `word_parts`, so that it is well formed and declares no entities.
    """
    reader = _Reader(xml)
    reader.read()
    return [piece for piece in reader.pieces if any(not letter.char.isspace() for letter in piece)]


class _Reader:
    def __init__(self, xml: bytes) -> None:
        from xml.parsers.expat import ParserCreate

        self.pieces: list[Piece] = [[]]
        self._xml = xml
        self._below: list[Piece] = []
        self._inside = self._in_run = self._struck = self._was = False
        self._waiting: tuple[str, int] | None = None
        self._parser: Any = ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = False
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        self._parser.CommentHandler = self._parser.ProcessingInstructionHandler = self._other

    def read(self) -> None:
        self._parser.Parse(self._xml, True)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._settle()
        if tag == _RUN:
            self._in_run, self._struck = True, False
        elif tag == _BEFORE:  # how the run looked before a tracked change
            self._was = True
        elif tag in _STRUCK and self._in_run and not self._was:
            self._struck = attributes.get(f"{_W}val", "1") not in OFF or self._struck
        self._inside = tag == TEXT and not self._struck
        if tag == PARAGRAPH:  # one may stand in another: a text box
            self._below.append(self._cut())
        elif sign := _SIGNS.get(tag):
            self._cut() if sign != "-" else self.pieces[-1].append(Letter(sign, 0, 0))

    def _end(self, tag: str) -> None:
        self._settle()
        self._inside = False
        self._was = self._was and tag != _BEFORE
        if tag == _RUN:
            self._in_run = self._struck = False
        if tag == PARAGRAPH:
            self._below.pop()
            self._cut()

    def _cut(self) -> Piece:
        self.pieces.append([])
        return self.pieces[-1]

    def _other(self, *said: object) -> None:
        self._settle()

    def _data(self, text: str) -> None:
        self._settle()
        if self._inside:
            self._waiting = text, self._parser.CurrentByteIndex

    def _settle(self) -> None:
        """The characters that came last, now that it is known where their bytes end."""
        if self._waiting is None:
            return
        text, start = self._waiting
        self._waiting = None
        end = self._parser.CurrentByteIndex
        self.pieces[-1] += _letters(text, self._xml[start:end], start)


def _letters(text: str, written: bytes, start: int) -> Iterator[Letter]:
    if written != text.encode():  # an entity, or a line end that is read as another: all for all
        yield from (Letter(char, start, start + len(written)) for char in text[:1])
        return
    at = start
    for char in text:
        end = at + len(char.encode())
        yield Letter(char, at, end)
        at = end
