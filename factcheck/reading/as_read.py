"""A document read: what rules and `explain` look at, so that nothing is read a second time, or otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.laws import LawMention
from factcheck.reading.people.find import PersonMention
from factcheck.reading.records import Mark, Value
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.setting import Setting
from factcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.reading.editions.edition_claims import Provisional


class SentenceRead(NamedTuple):
    """A sentence as read: its mentions with their roles in `frame`, and the years and values among them."""

    frame: Frame
    years: Sequence[Mark]
    values: Sequence[Value]


class About(NamedTuple):
    """What a document was taken to be about: who, in which year, in which region.

    `years` are those it may be about where headline and lead do not settle it.
    """

    entity: str
    period: str
    scope: str
    years: tuple[str, ...]


class Article(NamedTuple):
    """The claims of a document, the people it names and the laws it cites.

    Where it is about an open subject also its sentences, what they were read against, and what they were taken to be
    about.
    """

    claims: Claims
    people: Sequence[PersonMention] = ()
    laws: Sequence[LawMention] = ()
    sentences: Sequence[tuple[Frame, Sequence[Mark], Sequence[Value]]] = ()
    """What makes a `SentenceRead` of each sentence: only `explain` asks for them."""
    setting: Setting | None = None
    about: About | None = None
    frames: Sequence[Frame] = ()
    """The frames of the sentences."""
    editions: Provisional | None = None
    """What the document has of the dated tables that it goes by."""
