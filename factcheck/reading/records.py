"""What a mention is read as before it is bound."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from factcheck.model import COUNTRY, How, Span, Strength
from factcheck.model import Value as Stated
from factcheck.reading.scan.frame import Frame
from factcheck.typed import NamedTuple, Record


class Value(Record):
    """A mention read as a value: its place in the sentence, the kind of claim, what it states and where.

    `group` and `of` are set for ranks ("36 dari 98 kota"), `group` and `condition` for counts and shares;
    `unit` is point, step, entity or share for differences.
    """

    at: int
    kind: str
    pack: str
    measure: str
    value: Stated
    start: int
    end: int
    group: str = ""
    of: int = 0
    of_span: Span | None = None
    condition: str = ""
    unit: str = ""


class Mark(NamedTuple):
    """A year in the sentence: its place among the mentions, the year, whether it is what is compared with.

    `other` is the year that a word like "tahun lalu" means from the day of publication, where that is another.
    """

    at: int
    year: str
    span: Span
    compared: bool
    written: bool
    other: str = ""


class Bound(NamedTuple):
    """A period with where it is written, how it was found, how strong that is, and other years it may be."""

    period: str
    span: Span | None
    how: How | None
    strength: Strength
    others: tuple[str, ...] = ()
    origin: Span | None = None


class When(NamedTuple):
    """The years spoken of before a sentence.

    `period` is the year the article is about, `spoken` the year the last sentence spoke of. `in_list` and `base`:
    within a list every item begins with the year that held before the list. `section` is the year a list or section
    was announced for, with its place. `marked` is the last year of the sentence before, for "waktu itu". `published`
    is the year of publication. `told` is the last year that running text spoke of, `aged` paragraphs ago, `announced`
    the one for which a list is announced. The spans say where the years are written.
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
    told: tuple[str, Span | None] = ("", None)
    aged: int = 0
    announced: tuple[str, Span | None] = ("", None)


class Waiting(NamedTuple):
    """A word of a scale that waits for its list, with the sentence it stands in: it is said of the year of that one."""

    value: Value
    sentence: int


class Context(NamedTuple):
    """Who and what has been spoken of before a sentence; the years are in `When`.

    `topic` is who the article is about, `scope` the region its counts lie in. `entity` is who the last sentence was
    about; `recent` are all entities met, latest last. `pending` are words of a scale that wait for a list
    ("kategori B, yaitu:"). `listed` are the names of the sentence before, in order. `group`, `condition` and
    `count_scope` are those of the last count, `counted` is its number. `some`: the sentence before told of some of a
    group, who are nobody in particular.
    """

    topic: str = ""
    scope: str = COUNTRY
    entity: str = ""
    recent: tuple[str, ...] = ()
    pending: tuple[Waiting, ...] = ()
    group: str = ""
    condition: str = ""
    listed: tuple[str, ...] = ()
    count_scope: str = ""
    counted: str = ""
    some: bool = False


class Subject(NamedTuple):
    """Who a value is about: entity ids (the likeliest first, the other readings of an ambiguous name after),
    where it is written, how it was found when not beside the value, and how strong that is."""

    ids: tuple[str, ...]
    start: int
    end: int
    how: How | None
    strength: Strength


class Reading(NamedTuple):
    """A sentence half read: its values by sort; `qualified` are the counts that a word of a scale qualifies, by the
    place of the word."""

    frame: Frame
    found: Sequence[Value]
    words: Sequence[Value]
    counts: Sequence[Value]
    qualified: Mapping[int, Sequence[Value]]

    @property
    def real_counts(self) -> list[Value]:
        """The counts that are no shares."""
        return [value for value in self.counts if value.kind == "count"]


class Told(NamedTuple):
    """A value with its subject: a claim but for its year, which is that of the value in its sentence.

    `dated` is where the year is asked for: the sentence and the place of the value; `waited` is set where the value
    was announced there and waited for its list. `bound` is the year where a table says it.
    """

    frame: Frame
    value: Value
    subject: Subject
    low: Decimal | None
    high: Decimal | None
    scope: str
    dated: tuple[int, int]
    waited: bool
    bound: Bound | None
