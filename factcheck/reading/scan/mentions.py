"""The typed spans that claims are put together from, and the classes of words that they are tagged with.

Behind each tag stands its word. A pack's measures make classes of their own besides: `cue.NAME` (PACK/MEASURE, whose
number or word follows), `value.NAME` (PACK/MEASURE:WORD, what a measure in words can say) and `in.NAME` (PACK/MEASURE,
the unit that it is counted in).
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from factcheck.language.written import DateMention, Number

if TYPE_CHECKING:
    from enum import StrEnum
else:  # plain strings where it runs: no start pays for an enumeration (0.7 ms), and `marshal` keeps no member of one
    StrEnum = object


class Tag(StrEnum):
    """A class of mentions. The lists of `words.toml` are `SECTION.list`, or the word behind their section."""

    # Words of an order; the number follows.
    RANK_NUMBERED = "rank.numbered"
    RANK_OR_COUNT = "rank.or_count"
    RANK_ORDINAL_CUE = "rank.ordinal_cue"
    RANK_CUE = "rank.cue"
    RANK_RANGE = "rank.range"
    RANK_ELSEWHERE = "rank.elsewhere"
    RANK_AMONG = "rank.among"
    RANK_NATIONAL = "rank.national"
    RANK_BOTTOM = "rank.bottom"
    EXTREME = "extreme"
    """highest | lowest"""

    # Words of a change, and what a number is the size of.
    CHANGE = "change"
    """up | down | any"""
    UNIT = "unit"
    """point | step | other"""
    MAGNITUDE_BEFORE = "magnitude.before"
    """A number behind it measures something else."""
    HEDGE = "hedge"
    """around | below | above"""

    # Years and dates.
    YEAR = "year"
    """word | -1 | 0 | 1 …: relative to the article's year."""
    YEAR_ANCHORED = "year.anchored"
    """Relative to the year spoken of."""
    YEAR_OTHER = "year.other"
    """A year behind it is not one spoken of ("APBD 2024")."""
    YEAR_DIGITS = "year.digits"
    """The year as written."""
    DATE = "date"

    # Who is counted, named, meant.
    COLLECTIVE = "collective"
    """How many of those last named a pronoun means ("ketiganya")."""
    GROUP = "group"
    """A kind of entity or a union of kinds: `kota`, `kabupaten+kota`, `all`."""
    COUNTED = "counted"
    """What a pack counts beside entities (`units`)."""
    SUBJECT = "subject"
    """A name that opens a pack's subject ("Ombudsman RI")."""
    ENTITY = "entity"
    """A name of the gazetteer."""
    APPOSED = "apposed"
    """A name that says where the one before it lies."""
    ENTITY_TITLES = "entity.titles"
    ENTITY_BRANCHES = "entity.branches"
    ENTITY_OFFICES = "entity.offices"
    ENTITY_VENUES = "entity.venues"
    ENTITY_GOVERNMENT = "entity.government"
    ENTITY_PLACES = "entity.places"
    ENTITY_HEADS = "entity.heads"
    ENTITY_SELF = "entity.self"
    ENTITY_CAPITAL = "entity.capital"
    ENTITY_KIND_FOLLOWS = "entity.kind_follows"
    ENTITY_KIND_OF = "entity.kind_of"
    ENTITY_ARTICLE = "entity.article"
    ENTITY_MAIN = "entity.main"
    COUNT_ASSESSED = "count.assessed"
    COUNT_PART = "count.part"
    COUNT_LEFT = "count.left"
    COUNT_OTHER = "count.other"
    COUNT_EXISTS = "count.exists"
    COUNT_TOP = "count.top"

    # Numbers, and the measures whose number or word follows.
    NUMBER = "number"
    """How it is written: digits, words, roman …"""
    CUE_NUMBER = "cue.number"
    CUE_WORD = "cue.word"
    STATE_BEFORE = "state.before"
    STATE_AFTER = "state.after"

    # What binds the parts of a sentence.
    BIND_PAIR = "bind.pair"
    BIND_OPENER = "bind.opener"
    BIND_ALIKE = "bind.alike"
    BIND_ONEOF = "bind.oneof"
    BIND_AVERAGE = "bind.average"
    BIND_MEMBER = "bind.member"
    BIND_FOLLOWS = "bind.follows"
    BIND_HOLDER_AFTER = "bind.holder_after"
    BIND_FRONT = "bind.front"
    BIND_FROM = "bind.from"
    BIND_TO = "bind.to"
    BIND_LEAVE = "bind.leave"
    BIND_COMPARE = "bind.compare"
    BIND_SINCE = "bind.since"
    BIND_THEN = "bind.then"
    BIND_AND = "bind.and"
    BIND_CLAUSE = "bind.clause"
    BIND_IS = "bind.is"
    BIND_GIVES = "bind.gives"
    BIND_OUT = "bind.out"

    # What is wished, denied, defined, or said of each and all.
    MOOD_DEFINITION = "mood.definition"
    MOOD_IRREALIS = "mood.irrealis"
    MOOD_CONDITIONAL = "mood.conditional"
    MOOD_DENIAL = "mood.denial"
    MOOD_NEGATION = "mood.negation"
    MOOD_SOME = "mood.some"
    MOOD_EACH = "mood.each"
    MOOD_PLANNED = "mood.planned"
    MOOD_THEM = "mood.them"
    MOOD_PAST = "mood.past"
    MOOD_ALL = "mood.all"
    MOOD_NONE = "mood.none"

    # Marks.
    OPEN = "open"
    CLOSE = "close"
    COMMA = "comma"
    SEMICOLON = "semicolon"
    COLON = "colon"
    CELL = "cell"
    STOP = "stop"


CUE_OF, VALUE_OF, IN_OF = "cue.", "value.", "in."
"""How the classes of a measure begin."""
MARKS = {
    "(": Tag.OPEN, ")": Tag.CLOSE, ",": Tag.COMMA, ";": Tag.SEMICOLON, ":": Tag.COLON, "|": Tag.CELL, ".": Tag.STOP,
}  # fmt: skip
"""The marks that part what they stand between, and say nothing themselves."""


class Mention(NamedTuple):
    """A span of a sentence that means something for the reading.

    `tags` maps each class the words belong to, a `Tag` or one of a measure, to the canonical word:
    {Tag.RANK_CUE: "peringkat"}, {"value.zone": "kepatuhan/zone:hijau"}, {Tag.CHANGE: "up"}. An entity has `ids`: one,
    or several where the name fits several. `number` and `date` are set for mentions of those.
    """

    start: int
    end: int
    tags: Mapping[str, str]
    ids: tuple[str, ...] = ()
    number: Number | None = None
    date: DateMention | None = None


class Sentence(NamedTuple):
    """A sentence, list item, table row or headline with its mentions in order.

    `place` counts the sentences of a document, `block` is the index of its block, `voice` whose words they are:
    article, quote, headline, caption, boilerplate.
    """

    place: int
    start: int
    end: int
    block: int
    kind: str
    voice: str
    mentions: tuple[Mention, ...]
