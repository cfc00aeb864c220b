"""Findings as comments in a copy of the Word file that was checked: each at its place, the text as it was.

The letters of the body are found again in its XML; where a comment begins or ends within a run, the run is parted there
with its formatting, which Word shows as one. Whatever else the package holds is copied as it is.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from zipfile import ZIP_DEFLATED, ZipFile

from factcheck.document.word.letters import pieces_of
from factcheck.document.word.package import WORD, xml_parts
from factcheck.document.word.word_lines import WordLines
from factcheck.errors import FactcheckError
from factcheck.messages import message, translated
from factcheck.model import Claim, DocumentReport
from factcheck.report.located import Located, located
from factcheck.report.reporter import Names
from factcheck.report.safe import printable
from factcheck.report.words import instead, read_as, reasons
from factcheck.typed import NamedTuple

AUTHOR = "factcheck"
BODY, COMMENTS, RELATIONS, TYPES = (
    "word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
)  # fmt: skip
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PREFIX = re.compile(rb"""xmlns:(\w+)=["']""" + re.escape(_MAIN.encode()) + rb"""["']""")
_NO_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


class _Insertion(NamedTuple):
    """Bytes put into the body at an offset; what ends stands before what begins there."""

    at: int
    begins: bool
    number: int


def commented(path: str, data: bytes, report: DocumentReport, names: Names) -> bytes:
    """The Word file `data` with the findings of its report as comments.

    What stands in a note, and what is not found again in the body, is told at the first words of the file. Raises
    FactcheckError where the body is written as no word processor writes it.
    """
    xml_parts(path, data, WORD)
    with ZipFile(io.BytesIO(data)) as file:
        xml = file.read(BODY)
        prefix = _PREFIX.search(xml)
        if prefix is None or xml[:100].lower().find(b"utf-16") >= 0:
            raise FactcheckError(
                message("Comments cannot be written into this Word file; save it anew from Word."), path
            )
        w = prefix[1]
        before = file.read(COMMENTS) if COMMENTS in file.namelist() else b""
        first = (
            max((int(number) for number in re.findall(rb"<\w+:comment [^>]*\w+:id=\"(\d+)\"", before)), default=-1) + 1
        )
        found = list(located(report))
        claims = report.flagged()
        places = _places(report.document.text, xml, found)
        body = _with_marks(xml, w, places, first)
        listed = b"".join(_comment(w, first + at, item, report, claims, names) for at, item in enumerate(found))
        return _package(file, {BODY: body, COMMENTS: _comments(before, w, listed)} if found else {})


def _places(text: str, xml: bytes, found: Sequence[Located]) -> list[tuple[int, int]]:
    """The bytes of the body that each finding is about."""
    pieces = pieces_of(xml)
    lines = WordLines(text, pieces)
    opening = next(((letter.start, letter.end) for piece in pieces for letter in piece if letter.end), (0, 0))
    places = []
    for item in found:
        aligned = lines.letters(item.finding.start, item.finding.end)
        letters = [letter for letter in aligned[0] if letter.end] if aligned else []
        places.append((letters[0].start, letters[-1].end) if letters else opening)
    return places


def _with_marks(xml: bytes, w: bytes, places: Sequence[tuple[int, int]], first: int) -> bytes:
    marks = [
        _Insertion(place, begins, first + at)
        for at, span in enumerate(places)
        for place, begins in zip(span, (True, False), strict=True)
        if span[1]
    ]
    pieces: list[bytes] = []
    done = 0
    for mark in sorted(marks, key=lambda mark: (mark.at, mark.begins)):
        opened = _run(xml, w, mark.at)
        if opened.tag_end > done and not opened.keeps_blanks:  # the rest of the run ends in a blank, maybe
            pieces += [xml[done : opened.tag_end - 1], b' xml:space="preserve">']
            done = opened.tag_end
        pieces += [xml[done : mark.at], _mark(w, mark, opened.properties)]
        done = mark.at
    return b"".join((*pieces, xml[done:]))


class _Run(NamedTuple):
    """The run that a letter stands in: its properties, where the start tag of its text ends, and whether that keeps
    blanks at the ends."""

    properties: bytes
    tag_end: int
    keeps_blanks: bool


def _run(xml: bytes, w: bytes, at: int) -> _Run:
    text = max(xml.rfind(b"<" + w + b":t>", 0, at), xml.rfind(b"<" + w + b":t ", 0, at))
    tag_end = xml.index(b">", text) + 1
    run = max(xml.rfind(b"<" + w + b":r>", 0, text), xml.rfind(b"<" + w + b":r ", 0, text))
    inner = xml[xml.index(b">", run) + 1 : text]
    end = b"</" + w + b":rPr>"
    stop = inner.rfind(end)
    start = inner.find(b"<" + w + b":rPr>")
    properties = inner[start : stop + len(end)] if 0 <= start < stop else b""
    return _Run(properties, tag_end, b"xml:space" in xml[text:tag_end])


def _mark(w: bytes, mark: _Insertion, properties: bytes) -> bytes:
    """The run is closed, the mark stands between, and a run of the same looks goes on."""
    number = str(mark.number).encode()
    if mark.begins:
        between = b'<%s:commentRangeStart %s:id="%s"/>' % (w, w, number)
    else:
        between = b"<%s:commentRangeEnd %s:id=\"%s\"/><%s:r><%s:commentReference %s:id=\"%s\"/></%s:r>" % (
            w, w, number, w, w, w, number, w
        )  # fmt: skip
    return b'</%s:t></%s:r>%s<%s:r>%s<%s:t xml:space="preserve">' % (w, w, between, w, properties, w)


def _comment(
    w: bytes, number: int, item: Located, report: DocumentReport, claims: Mapping[str, Claim], names: Names
) -> bytes:
    tag = w.decode()
    paragraphs = "".join(
        f'<{tag}:p><{tag}:r><{tag}:t xml:space="preserve">{escape(_NO_XML.sub("", printable(line)), quote=False)}'
        f"</{tag}:t></{tag}:r></{tag}:p>"
        for line in _lines(item, report, claims, names)
    )
    head = f'<{tag}:comment {tag}:id="{number}" {tag}:author="{AUTHOR}" {tag}:initials="FC">'
    return f"{head}{paragraphs}</{tag}:comment>".encode()


def _lines(item: Located, report: DocumentReport, claims: Mapping[str, Claim], names: Names) -> Iterator[str]:
    """What the comment says: the message, the ways to mend it, how it was read, why, and the rule."""
    finding, document = item.finding, report.document
    said = translated(finding.message)
    yield said
    yield from (f"→ {way}" for way in instead(document, finding))
    yield from read_as([claims[key] for key in finding.claims if key in claims], names)
    yield from (line for line, _ in reasons(finding.evidence, document.language, said))
    yield f"{translated(finding.severity)} · {finding.rule} · {translated(item.where)}"


def _comments(before: bytes, w: bytes, listed: bytes) -> bytes:
    """The part of the comments, those of others first."""
    end = before.rfind(b"</")
    if end > 0:
        own = _PREFIX.search(before)
        if own is not None and own[1] == w:
            return before[:end] + listed + before[end:]
    tag = w.decode()
    head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{tag}:comments xmlns:{tag}="{_MAIN}">'
    return head.encode() + listed + f"</{tag}:comments>".encode()


def _package(file: ZipFile, changed: dict[str, bytes]) -> bytes:
    """The package again with the parts that changed, and what makes the comments a part of it."""
    names = file.namelist()
    if changed and COMMENTS not in names:
        kind = f'<Override PartName="/{COMMENTS}" ContentType="{_CONTENT}"/></Types>'
        link = f'<Relationship Id="factcheckComments" Type="{_KIND}" Target="comments.xml"/></Relationships>'
        empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        relations = file.read(RELATIONS) if RELATIONS in names else empty
        changed[TYPES] = file.read(TYPES).replace(b"</Types>", kind.encode())
        changed[RELATIONS] = relations.replace(b"</Relationships>", link.encode())
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as copy:
        for entry in file.infolist():
            copy.writestr(entry, changed.pop(entry.filename) if entry.filename in changed else file.read(entry))
        for name, part in changed.items():
            copy.writestr(name, part)
    return out.getvalue()
