"""RTF: the paragraphs and tables of an .rtf, a line to each paragraph, by the library striprtf.

The library keeps text that is hidden or was deleted while changes are tracked, and some of its patterns take long on
files made to hurt: what it would stumble over is taken out before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.document.composed import Part, Piece, document_of
from factcheck.document.offsets.landmarks import numbered
from factcheck.errors import FactcheckError
from factcheck.language.detect import detect
from factcheck.messages import message
from factcheck.model import Document

LONGEST_FONTS = 30_000
"""Characters of the list of fonts: a hundred fonts take ten thousand."""

_TOKEN = re.compile(r"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})?[ ]?|\\'[0-9a-fA-F]{2}|\\[^a-zA-Z]|[{}]|[^\\{}]+|\\")
_HIDING = frozenset(("v", "deleted", "strike", "striked"))
"""Words after which text is hidden, deleted or struck out, until one with a 0 or the end of the group."""
_ASIDE = frozenset(("pict", "object", "annotation", "footnote", "header", "footer", "headerf", "headerl", "headerr",
                    "footerf", "footerl", "footerr"))  # fmt: skip
"""Groups that are no text of the article; `\\*` begins further ones."""


def read_rtf(path: str, data: bytes) -> Document:
    """The document of an RTF file, its text one line to a paragraph; `landmarks` number paragraphs and tables.

    Raises FactcheckError where striprtf is not installed, and where the file is no RTF or holds no text.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise _refused(path)
    lines = _text(path, "".join(_shown(data.decode("latin-1")))).split("\n")
    parts = numbered([part for part in _parts(lines) if part.text.strip()])
    if not parts:
        raise FactcheckError(message("This RTF file holds no text."), path)
    document, _ = document_of(path, parts, detect(" ".join(part.text for part in parts)))
    return document


def _text(path: str, rtf: str) -> str:
    try:
        from striprtf.striprtf import font_table_group, rtf_to_text
    except ImportError as missing:
        sentence = message("RTF files are read with a library: pip install 'factcheck-newsroom[rtf]'.")
        raise FactcheckError(sentence, path) from missing
    if len(font_table_group(rtf)) > LONGEST_FONTS:  # type: ignore[no-untyped-call, unused-ignore]
        raise _refused(path)
    try:
        text: str = rtf_to_text(rtf, errors="replace")  # type: ignore[no-untyped-call, unused-ignore]
    except (ValueError, LookupError, OverflowError, TypeError) as slip:
        raise _refused(path) from slip
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # pairs written as two numbers


def _refused(path: str) -> FactcheckError:
    return FactcheckError(message("This file is damaged or no RTF; save it anew."), path)


def _shown(rtf: str) -> Iterator[str]:
    """The file without what is hidden, deleted, a picture, a remark, a note, or addressed to a program (`\\*`)."""
    hidden = aside = False
    around: list[tuple[bool, bool]] = []
    at = 0
    while at < len(rtf):
        token = _TOKEN.match(rtf, at)
        if token is None:
            return
        at = token.end()
        word = token[1]
        if token[0] == "{":
            around.append((hidden, aside))
        elif token[0] == "}":
            hidden, aside = around.pop() if around else (False, False)
        elif word in _HIDING:
            hidden = token[2] != "0"
        elif word == "plain":
            hidden = False
        elif word == "bin":  # so many bytes that are no text
            at += max(int(token[2] or 0), 0)
            continue
        aside = aside or word in _ASIDE or token[0] == "\\*"
        if token[0] in "{}" or (word and not aside and word != "u") or not (hidden or aside):
            yield token[0]


def _parts(lines: list[str]) -> Iterator[Part]:
    """A part for each line; a row of a table, whose cells the library ends with a bar, with its cells."""
    gap = row = False
    for line in lines:
        cells = [cell.strip() for cell in line.split("|")[:-1]] if line.rstrip().endswith("|") else []
        if cells:
            header = not row and not any(char.isdigit() for char in line)
            yield Part("header" if header else "row", tuple((Piece(cell),) for cell in cells), apart=not row)
        elif line.strip():
            yield Part("", ((Piece(line),),), apart=gap or row)
        gap, row = not line.strip(), bool(cells)
