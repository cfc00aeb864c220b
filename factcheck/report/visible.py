"""The words of a document as a reader of the finished article sees them: without marks, tags and entities."""

from collections.abc import Sequence

from factcheck.cache.patterns import compiled
from factcheck.document.layout.normalise import TABLE
from factcheck.model import Document
from factcheck.typed import NamedTuple

_BLANK = compiled(r"&(?:nbsp|ensp|emsp|thinsp|#(?:160|8194|8195|8201|8239|[xX]0{0,2}[aA]0));?")


class Visible(NamedTuple):
    """`text` and, for each of its characters, the place in the document that it comes from."""

    text: str
    places: Sequence[int]

    def at(self, offset: int) -> int:
        """The index in `text` of the first character that comes from `offset` of the document or behind it."""
        from bisect import bisect_left

        return bisect_left(self.places, offset)


def visible(document: Document, start: int, end: int) -> Visible:
    """What is seen of `start`..`end`: blanks made one, marks left out, and invisible characters too."""
    if document.text[start:end] == document.plain[start:end]:
        return Visible(document.text[start:end], range(start, end))
    shown: list[str] = []
    places: list[int] = []
    pairs = zip(document.text[start:end], document.plain[start:end], strict=True)
    for place, (char, plain) in enumerate(pairs, start):
        if char == plain and not char.isspace():  # most of them
            shown.append(char)
            places.append(place)
            continue
        seen = _seen(char, plain)
        if char == "&" and plain == " " and _BLANK.match(document.text, place):
            seen = " "
        if seen and not (seen == " " and (not shown or shown[-1] == " ")):
            shown.append(seen)
            places.append(place)
    while shown and shown[-1] == " ":
        shown.pop()
        places.pop()
    return Visible("".join(shown), tuple(places))


def _seen(char: str, plain: str) -> str:
    if char == plain or (char.isspace() and plain.isspace()):
        return " " if plain.isspace() else char
    stands_for = TABLE.get(ord(char), char)
    if stands_for == plain:
        return char if plain != " " else "\ufffd" if ord(char) < 0xA0 else ""  # seen is that something steers
    return "" if plain.isspace() else plain  # a mark, or the first letter of an entity


def visible_text(document: Document, start: int, end: int) -> str:
    """What is seen of `start`..`end`; what stands there where nothing of it is seen."""
    return visible(document, start, end).text or document.text[start:end]
