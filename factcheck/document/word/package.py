"""The XML parts of a file of a word processor (.docx, .odt: a zip of XML), with all that could hurt refused.

Our own hundred lines and not python-docx, which does the reading in ten: it leaves out footnotes, text boxes and what
is inserted while changes are tracked, has no limits of size, costs seven times the time, and needs lxml. (odfpy, its
like for .odt, is of 2020.)
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping

from factcheck.document.damaged_zip import zip_damage
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    Parts = Mapping[str, Element]

SIZE_LIMIT = 20_000_000
"""Bytes of all parts together, unpacked: a book has five million."""


class Package(NamedTuple):
    """A kind of file: what it is called, how its name ends, the part without which it is none, and further ones."""

    name: str
    ending: str
    needed: str
    wanted: tuple[str, ...]


WORD = Package(
    "Word",
    ".docx",
    "word/document.xml",
    ("word/footnotes.xml", "word/endnotes.xml", "word/numbering.xml", "word/styles.xml", "docProps/core.xml"),
)
OPEN_DOCUMENT = Package("OpenDocument", ".odt", "content.xml", ("styles.xml", "meta.xml", "META-INF/manifest.xml"))


def xml_parts(path: str, data: bytes, package: Package) -> Parts:
    """The parts of the file by name, those of `package` that it has.

    Raises FactcheckError for what is no such file, is damaged, is protected by a password, unpacks to more than
    SIZE_LIMIT, or declares entities.
    """
    from zipfile import ZipFile

    try:
        with ZipFile(io.BytesIO(data)) as file:
            names = set(file.namelist())
            if package.needed not in names:
                raise _refused(path, message("This is no {kind} document ({ending}); save it anew.", **_named(package)))
            held = [name for name in (package.needed, *package.wanted) if name in names]
            _check_size(path, package, [file.getinfo(name).file_size for name in held])
            return {name: _parsed(path, package, file.read(name)) for name in held}
    except zip_damage() as slip:
        raise _unreadable(path, package, data) from slip


def _named(package: Package) -> dict[str, str]:
    return {"kind": package.name, "ending": package.ending}


def _check_size(path: str, package: Package, sizes: list[int]) -> None:
    # zipfile reads no more of a part than its entry says, so the sizes said are the sizes unpacked.
    if sum(sizes) > SIZE_LIMIT:
        megabytes = f"{sum(sizes) / 1e6:.0f}"
        sentence = message(
            "This {kind} file unpacks to {size} MB; it is no article.", kind=package.name, size=megabytes
        )
        raise _refused(path, sentence)


def _parsed(path: str, package: Package, data: bytes) -> Element:
    from xml.etree.ElementTree import ParseError, TreeBuilder, XMLParser

    class Builder(TreeBuilder):
        def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
            raise _refused(path, message("This {kind} file declares XML entities; save it anew.", kind=package.name))

    parser = XMLParser(target=Builder())
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, LookupError, ValueError) as slip:
        sentence = message("This {kind} file is damaged ({reason}); save it anew.", kind=package.name, reason=str(slip))
        raise _refused(path, sentence) from slip
    return root


def _unreadable(path: str, package: Package, data: bytes) -> FactcheckError:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _refused(path, message("This is an old Word file or has a password; save it as .docx without one."))
    return _refused(path, message("This file is damaged or no {kind} document ({ending}).", **_named(package)))


def _refused(path: str, sentence: str) -> FactcheckError:
    return FactcheckError(sentence, path)


def text_of(element: Element, standing_in: Callable[[Element], Iterable[Element | str]]) -> str:
    """The text of an element; `standing_in` gives what stands in one, letters and elements in order. However deep they
    lie in each other, nothing is called in turn."""
    pieces: list[str] = []
    stack: list[Element | str] = [element]
    while stack:
        here = stack.pop()
        if isinstance(here, str):
            pieces.append(here)
        else:
            stack += reversed([*standing_in(here)])
    return "".join(pieces)
