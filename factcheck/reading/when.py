"""Which years have been spoken of so far, and the year of a value."""

from typing import NamedTuple

from factcheck.model import Span


class Bound(NamedTuple):
    """A period with where it is written, how it was found, how strong that is, and other years it may be."""

    period: str
    span: Span | None
    how: str
    strength: int
    others: tuple[str, ...] = ()
    origin: Span | None = None


class When(NamedTuple):
    """The years spoken of before a sentence.

    `period` is the year the article is about, `spoken` the year the last sentence spoke of. `in_list` and `base`:
    within a list every item begins with the year that held before the list. `section` is the year a list or section
    was announced for, with its place. `marked` is the last year of the sentence before, for "waktu itu". `published`
    is the year of publication. The spans say where the three years are written.
    """

    period: str = ""
    spoken: str = ""
    marked: str = ""
    in_list: bool = False
    base: tuple[str, Span | None] = ("", None)
    section: tuple[str, Span | None] = ("", None)
    published: str = ""
    period_span: Span | None = None
    spoken_span: Span | None = None
    marked_span: Span | None = None
