"""reStructuredText: its marks blanked, so that the words keep their places."""

from __future__ import annotations

import re

from factcheck.cache.patterns import compiled
from factcheck.document.layout.lines import physical_lines
from factcheck.document.layout.normalise import blank, blanked, mask_addresses, normalise
from factcheck.document.published import read_date
from factcheck.document.text.join_marks import compacted
from factcheck.document.text.read_text import lay_out
from factcheck.document.text.underlines import underlined
from factcheck.model import Document

# ".. code:: python", ".. [1] a note", ".. _target: address", ".. a comment"
_EXPLICIT = compiled(r"^([ ]{0,12})\.\.(?:[ ]+|$)(?:([\w:.-]{1,40})::)?", re.MULTILINE)
_SPOKEN = frozenset(
    (
        "note",
        "tip",
        "hint",
        "warning",
        "important",
        "attention",
        "caution",
        "admonition",
        "epigraph",
        "pull-quote",
        "highlights",
    )
)
_NOTE = compiled(r"[ ]{0,12}\.\.[ ]+\[(?:[0-9]{1,4}|#[\w-]{0,40}|\*)\]")
_FIELD = compiled(r"^[ ]{0,12}:([\w -]{1,40}):[ \t]*(.*)$", re.MULTILINE)
_LITERAL = compiled(r"::[ ]*$", re.MULTILINE)
_SIGNS = compiled(
    r"^[ ]{0,12}(?:([!-/:-@\[-`{-~])\1{2,}|\+[-=+]{3,}|=+(?:[ ]{1,40}=+)+)[ ]*$",
    re.MULTILINE,
)
_CODE = compiled(r"``[^`\n]{1,500}``|\[(?:[0-9]{1,4}|#[\w-]{0,40}|\*)\]_|:(?:math|code):`[^`]{1,500}`")
_LINK = compiled(r"(?::[\w:-]{1,40}:)?`([^`<]{1,500})(<[^`>]{1,500}>)?`_{0,2}")
_MARKS = compiled(r"\*\*|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|\\(?=[*`|_\\])|\|(?=\w)|(?<=\w)\||(?<=\w)__?(?!\w)")


def read_restructured(path: str, text: str) -> Document:
    """The document of a reStructuredText file; a field `:date:` at its head is the day of publication."""
    plain = normalise(text)
    fields = _head_fields(plain)
    published = next((day for name, value in fields if name == "date" and (day := read_date(value))), None)
    masked = mask_addresses(_masked(plain))
    headings = underlined(plain, physical_lines(plain), restructured=True)
    document = Document(path, text, masked, (), published, "front matter" if published else "")
    return compacted(lay_out(document, headings=headings))


def _head_fields(plain: str) -> list[tuple[str, str]]:
    """The fields before the first paragraph that is no title."""
    head = plain[:3000].split("\n\n\n", maxsplit=1)[0]
    return [(field[1].lower(), field[2].strip()) for field in _FIELD.finditer(head)]


def _masked(plain: str) -> str:
    plain = _FIELD.sub(blanked, _explicit(_literals(plain)))
    plain = _CODE.sub(blanked, _SIGNS.sub(blanked, plain))
    return _MARKS.sub(blanked, _LINK.sub(_label, plain))


def _label(link: re.Match[str]) -> str:
    """The words of a link or role, all else blank."""
    start, end = link.span(1)
    before, after = start - link.start(), link.end() - end
    return f"{' ' * before}{link[1]}{' ' * after}"


def _explicit(plain: str) -> str:
    """Comments, targets and directives blanked with what is indented under them; notes keep their words."""
    pieces, at = [], 0
    for mark in _EXPLICIT.finditer(plain):
        if mark.start() < at:
            continue
        spoken = (mark[2] or "").lower() in _SPOKEN
        note = _NOTE.match(plain, mark.start())
        end = mark.end() if spoken else note.end() if note else _block_end(plain, mark.start(), len(mark[1]))
        pieces += [plain[at : mark.start()], blank(plain[mark.start() : end])]
        at = end
    return "".join((*pieces, plain[at:]))


def _literals(plain: str) -> str:
    """The indented blocks after "::" blanked."""
    pieces, at = [], 0
    for mark in _LITERAL.finditer(plain):
        line = plain.rfind("\n", 0, mark.start()) + 1
        if mark.start() < at or plain[line : mark.start()].lstrip().startswith(".."):
            continue
        indent = len(plain[line : mark.start()]) - len(plain[line : mark.start()].lstrip())
        end = _block_end(plain, line, indent)
        pieces += [plain[at : mark.start() + 1], blank(plain[mark.start() + 1 : end])]
        at = end
    return "".join((*pieces, plain[at:]))


def _block_end(plain: str, start: int, indent: int) -> int:
    """Where the block ends whose first line begins at `start`: before the next line indented no deeper."""
    at = plain.find("\n", start)
    while at >= 0:
        following = plain.find("\n", at + 1)
        line = plain[at + 1 : following if following >= 0 else len(plain)]
        if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
            return at
        at = following
    return len(plain)
