"""The records that cross from one stage to the next: immutable, plain, picklable.

Every offset is a code point into `Document.text`, `end` exclusive. Numbers that are compared with print are
`Decimal`, never binary floats. Named tuples, because a draft makes hundreds of these and they cost a third
of a frozen dataclass.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import IntEnum
from functools import lru_cache

from factcheck.typed import NamedTuple, StrEnum

Value = Decimal | str
"""What a claim or fact says: a number, or a word (`hijau`, `A`, `highest`, an ISO date, a name, `UU 25/2009`)."""

COUNTRY = "ID"
"""The entity that is the whole country."""


class Strength(IntEnum):
    """How sure a subject or a year is to be that of a value, by how it was found."""

    BESIDE = 95
    """Written beside the value."""
    CLAUSE = 90
    """Written in its clause."""
    MEANT = 85
    """Said by a word that means one written before: "daerah itu"."""
    RELATIVE = 85
    """Counted from another year: "tahun sebelumnya"."""
    SENTENCE = 80
    """The one of its sentence."""
    CARRIED = 70
    """Taken from the sentence before."""
    TOPIC = 60
    """What the article is about."""


SURE = Strength.SENTENCE
"""From here on a reading is held against another article, and repaired."""


class How(StrEnum):
    """How the parts of a claim were found that are not written beside its value, in words for the user."""

    SUBJECT_OF_SENTENCE_BEFORE = "subject: from the sentence before"
    SUBJECT_OF_ARTICLE = "subject: the subject of the article"
    SPOKEN_OF = "subject: the one spoken of"
    NAMED_BEFORE = "subject: named before"
    SUBJECT_OF_COLUMN = "subject: from the head of the column"
    IN_ORDER = "subject: in the order of the sentence before"
    COUNTED_IN_REGION = "subject: counted in the region the article is about"
    COUNTED_YEAR = "year: counted from the year spoken of"
    YEAR_OF_ARTICLE = "year: the year the article is about"
    YEAR_OF_SENTENCE_BEFORE = "year: the year spoken of in the sentence before"
    NO_YEAR = "year: the year is not said"
    LATER_YEAR = "year: the later year of the sentence"
    YEAR_BEFORE_CHANGE = "year: the year before, from the change told"
    LATER_OF_TWO = "year: the later of the two figures it is between"
    SUBJECT_EXPLAINED = "subject: explained by the reference"
    YEAR_EXPLAINED = "year: explained by the reference"
    SUBJECT_OF_CHANGE = "subject: the difference of two figures of the reference"
    YEAR_OF_CHANGE = "year: the difference of two figures of the reference"
    SUBJECT_OF_MISPRINT = "subject: one slip away from what the reference has"
    YEAR_OF_MISPRINT = "year: one slip away from what the reference has"
    SUBJECT_OF_FIGURE = "subject: of the figure beside it"
    YEAR_OF_FIGURE = "year: of the figure beside it"
    YEAR_OF_ALL = "year: of all that the word reaches"
    PART_OF_SUM = "figure: part of a sum that the text states"

    @property
    def is_subject(self) -> bool:
        """Whether it says how the subject was found."""
        return self.startswith("subject:")

    @property
    def is_year(self) -> bool:
        """Whether it says how the year was found."""
        return self.startswith("year:")


class Span(NamedTuple):
    """A piece of `Document.text`."""

    start: int
    end: int


# ------------------------------------------------------------------ document


class Block(NamedTuple):
    """A part of a document that reads as one: `kind` is one of

    title, heading, paragraph, item (of a list), row (of a table), header (the first row of a table),
    caption, boilerplate (link lists, "BACA JUGA", comment forms), field (other front matter).
    `cells` are the spans of a row's cells; `number` is the printed number of a list item, else 0.
    """

    kind: str
    start: int
    end: int
    cells: tuple[Span, ...] = ()
    number: int = 0


class Run(NamedTuple):
    """A stretch of a text that was read out of markup: from `at` on it comes from `start`..`end` of the file.

    Where both are as long, code point stands for code point; else (an entity, blanks made one) all for all.
    """

    at: int
    start: int
    end: int


class Source(NamedTuple):
    """The file behind a text that was read out of markup; `runs` follow each other without a gap in `at`."""

    text: str
    runs: tuple[Run, ...]


class Landmark(NamedTuple):
    """From `start` on a place in words, for files whose lines nobody sees: ("paragraph", 3), ("row", 2)."""

    start: int
    parts: tuple[tuple[str, int], ...]


class Document(NamedTuple):
    """A file as read.

    `text` is the decoded file; `plain` has the same length, with markup blanked and look-alike characters
    (NBSP, curly quotes, dashes) made plain, so that an offset into one is an offset into the other.
    `published` comes from front matter, `--as-of` or the text; `published_from` says which. `source` is the file
    itself while an HTML page is read: `document.source.in_source` brings everything back into it. `landmarks` say
    in order where in a page or a Word file a reader has to look.
    """

    path: str
    text: str
    plain: str
    blocks: tuple[Block, ...]
    published: date | None = None
    published_from: str = ""
    language: str = "id"
    source: Source | None = None
    landmarks: tuple[Landmark, ...] = ()


# ------------------------------------------------------------------ reference


@lru_cache(maxsize=256)
def year_of(period: str) -> str:
    """The year of a period that may be a part of one: `2024` of `2024-Q3`."""
    return period.partition("-")[0]


def part_of(period: str) -> str:
    """The part of the year that a period is, `Q3` of `2024-Q3`; empty for a whole year."""
    return period.partition("-")[2]


class Fact(NamedTuple):
    """One cell of a pack: what a source says that a measure was.

    `entity` is the id of who it is about (for counts: the region counted in, `ID` for the country).
    `group` is among whom a rank or a count is taken (`kota`, `kabupaten+kota`, `all` …), `scope` the region
    whose group it is, `of` the size of that group where the source gives it, `condition` what is counted
    (`assessed`, `zone:hijau`, `category:A`, `units` …).
    `trust` is 0 for the preferred source, more for lesser ones. `published` is when it became known.
    """

    pack: str
    measure: str
    entity: str
    period: str
    value: Value
    source: str
    row: str
    group: str = ""
    scope: str = ""
    of: int = 0
    condition: str = ""
    trust: int = 0
    published: str = ""
    note: str = ""


class Erratum(NamedTuple):
    """A slip that has been in print: a source says that a measure was `value`, and that cannot be.

    It explains nothing and excuses nobody. `measure` is one of the pack, or `rank`, `count` (`entity` is the region
    counted in, `condition` what is counted), `date` (`value` as ISO text, `condition` the weekday as printed) or
    `scale` (`value` an edge or a word, `condition` the word it was printed beside). `period` is empty for a slip that
    is one in any period, `reason` says what refutes it, `reasons` the same by language where the pack has it.
    """

    pack: str
    measure: str
    entity: str
    period: str
    value: Value
    source: str
    row: str
    reason: str
    group: str = ""
    scope: str = ""
    condition: str = ""
    reasons: tuple[tuple[str, str], ...] = ()


class Entry(NamedTuple):
    """A row of an edition: what a table of `day` said of `contest` in the region `entity`, and a later one may not.

    `who` are the names of one of the parts that make the whole, none for a figure of the contest as such, of which
    `of` is the whole (0: not said): stations counted of all. `what` is a measure of the pack. `final`: no later table
    says otherwise.
    """

    pack: str
    entity: str
    contest: str
    who: tuple[str, ...]
    what: str
    value: int
    of: int
    day: str
    final: bool
    source: str
    row: str


class Band(NamedTuple):
    """A step of a scale, both ends included: scores `low`..`high` in `first`..`last` bear these words."""

    pack: str
    measure: str
    first: str
    last: str
    low: Decimal
    high: Decimal
    labels: tuple[tuple[str, str], ...]
    """Pairs of measure and word: (("zone", "hijau"), ("category", "A"), ("opinion", "tertinggi"))."""
    source: str
    row: str


class EntityRecord(NamedTuple):
    """Somebody a fact can be about: a region, a ministry, a company.

    `since` is the first year in which figures are kept of it, `out_of` whose part it was until then; empty: always.
    """

    id: str
    name: str
    kind: str
    parent: str
    pack: str
    since: str = ""
    out_of: str = ""


class Person(NamedTuple):
    """An office holder as the reference spells the name; `variants` are misspellings seen in print."""

    name: str
    variants: tuple[str, ...]
    role: str
    institution: str
    first: str
    last: str
    source: str
    row: str


class Institution(NamedTuple):
    """A body or a term with its short forms: `also` are further right names, `wrong` misspellings seen in print.

    It bore the name from `first` to `last` (empty: not known). `doubt` is `short` where nobody has seen
    the short form beside the name, `name` where nobody has seen the name.
    """

    name: str
    short: tuple[str, ...]
    also: tuple[str, ...]
    wrong: tuple[str, ...]
    kind: str
    first: str
    last: str
    doubt: str
    source: str
    row: str


class Law(NamedTuple):
    """A law or decree: `kind` as printed in full, `short` its canonical kind (`UU`, `PP`), `pack` who holds it."""

    kind: str
    short: str
    number: str
    year: str
    about: str
    source: str
    row: str
    pack: str = ""


class Event(NamedTuple):
    """Something that happened on a day that the press names."""

    day: date
    what: str
    venue: str
    city: str
    entity: str
    period: str
    source: str
    row: str


# ------------------------------------------------------------------ claims


TOLD = "told"
"""The condition of "30 provinsi sudah mengumumkannya": how many of whom something is told that no table counts."""
FROM_BOTTOM = "from_bottom"
"""The condition of a rank told from the other end; its value is that from the top, `of` the size of its group."""
RATE = "rate:"
"""The condition of a difference in per cent of the earlier value, whose measure stands behind it."""
GAP = "gap:"
"""The condition of a difference that is how far its subject is from another, whose identity stands behind it."""


class Claim(NamedTuple):
    """Something the text states that can be true or false, put together from mentions.

    `start`..`end` is the value as written. `low`..`high` is the interval the writing stands for
    (85,6 is 85.55 to 85.65; "hampir 90" reaches from below). `period_span` is the year written beside the value,
    `period_origin` the year it was taken from when it is written elsewhere. `how` says, part by part, what was not
    written beside the value and where it was found instead. `strength` is 0 to 100 (`Strength`): how sure the
    binding is. `voice` is whose claim it is: article, quote, headline, caption.
    """

    id: str
    kind: str
    pack: str
    measure: str
    start: int
    end: int
    value: Value
    subject: str = ""
    period: str = ""
    group: str = ""
    scope: str = ""
    of: int = 0
    of_span: Span | None = None
    condition: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    subject_span: Span | None = None
    period_span: Span | None = None
    period_origin: Span | None = None
    how: tuple[How, ...] = ()
    strength: int = 100
    voice: str = "article"
    sentence: int = -1
    readings: tuple[tuple[str, str], ...] = ()
    """Other (subject, period) pairs that the text may mean as well: charity holds the claim against them too."""
    part: str = ""
    """The month written before the year, as periods have it: "09" of "September 2024"."""

    def states(self, value: Value) -> bool:
        """Whether a value, of the reference or of a sum, lies in what the writing stands for. A value below zero is
        written by its size, behind a sign or a word that says which way: "minus 2,07", "terkontraksi 2,07 persen"."""
        if isinstance(value, Decimal) and self.low is not None and self.high is not None:
            return self.low <= value <= self.high or (self.low <= -value <= self.high and value < 0)
        return str(self.value) == str(value)


def number_of(one: Claim | Fact) -> Decimal:
    """The value of a claim or a fact as a number; 0 for a word."""
    return one.value if isinstance(one.value, Decimal) else Decimal(0)


class Evidence(NamedTuple):
    """Why: a fact with its source, or the arithmetic (`source` = "arithmetic", `row` = the sum)."""

    source: str
    url: str = ""
    value: Value = ""
    row: str = ""


class Suggestion(NamedTuple):
    """A replacement that would mend the text."""

    start: int
    end: int
    replacement: str


class Finding(NamedTuple):
    """What a rule says about a place in the text."""

    rule: str
    severity: str
    message: str
    start: int
    end: int
    claims: tuple[str, ...] = ()
    expected: str | None = None
    suggestions: tuple[Suggestion, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    known: str = ""
    """Since when (an ISO date) the baseline knows it; empty for a new one. What is known never fails a run."""
    ground: str = ""
    """On which of the grounds of `judging.grounds.Ground` it is told."""


class Judged(NamedTuple):
    """A claim with its verdict: supported, contradicted, inconsistent, disputed or unverifiable."""

    claim: Claim
    verdict: str
    evidence: tuple[Evidence, ...] = ()
    reported: str = ""
    """The kind that a report gives the claim, where its pack calls it otherwise than the claim itself is called."""

    @property
    def kind(self) -> str:
        """What a report calls the kind of the claim: `count` for a value of the measure `population`."""
        return self.reported or self.claim.kind


class _Named(Mapping[str, Claim]):
    """Some of the claims by their ids, looked up where they lie: those of a book are many."""

    def __init__(self, claims: Sequence[Judged], places: Mapping[str, int]) -> None:
        self._claims, self._places = claims, places

    def __getitem__(self, name: str) -> Claim:
        return self._claims[self._places[name]].claim

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class DocumentReport(NamedTuple):
    """All that is known of one document after the checks; `failures` are rules that broke on it."""

    document: Document
    claims: Sequence[Judged]
    findings: tuple[Finding, ...]
    failures: tuple[str, ...] = ()

    def flagged(self) -> Mapping[str, Claim]:
        """The claims that findings are about, by their ids."""
        told = {name for finding in self.findings for name in finding.claims}
        places = ((judged.claim.id, place) for place, judged in enumerate(self.claims)) if told else ()
        return _Named(self.claims, {name: place for name, place in places if name in told})


class Problem(NamedTuple):
    """Something that could not be checked: shown to the user, counted, and exit status 2."""

    message: str
    path: str = ""
    line: int = 0
    column: int = 0


class Report(NamedTuple):
    """The outcome of one run."""

    documents: tuple[DocumentReport, ...]
    problems: tuple[Problem, ...] = ()
    entities: tuple[tuple[str, str], ...] = ()
    """Names of the entities that claims are about, by id: the reference as far as a report needs it."""
