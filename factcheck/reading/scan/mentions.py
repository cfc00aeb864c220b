"""The typed spans that claims are put together from, and the classes of words that they are tagged with.

Behind each tag stands its word. A pack's measures make classes of their own besides: `cue.NAME` (PACK/MEASURE, whose
number or word follows), `value.NAME` (PACK/MEASURE:WORD, what a measure in words can say) and `in.NAME` (PACK/MEASURE,
the unit that it is counted in).
"""

from collections.abc import Mapping

from factcheck.language.figures import DateMention, Number
from factcheck.typed import Final, Record, final


@final
class Tag:
    """A class of mentions. The lists of `words.toml` are `SECTION.list`, or the word behind their section.

    Plain strings: no start pays for an enumeration (0.7 ms), and `marshal` keeps no member of one.
    """

    # Words of an order; the number follows.
    RANK_NUMBERED: Final = "rank.numbered"
    RANK_PLACE: Final = "rank.place"
    RANK_OR_COUNT: Final = "rank.or_count"
    RANK_ORDINAL_CUE: Final = "rank.ordinal_cue"
    RANK_CUE: Final = "rank.cue"
    RANK_RANGE: Final = "rank.range"
    RANK_ELSEWHERE: Final = "rank.elsewhere"
    RANK_AMONG: Final = "rank.among"
    RANK_NATIONAL: Final = "rank.national"
    RANK_BOTTOM: Final = "rank.bottom"
    EXTREME: Final = "extreme"
    END_OF: Final = "end.of"
    """Who has most or least of one measure (PACK/MEASURE:END), or of any (:END): "terluas", "memuncaki"."""
    """highest | lowest"""

    # Words of a change, and what a number is the size of.
    CHANGE: Final = "change"
    """up | down | any"""
    UNIT: Final = "unit"
    """point | step | other"""
    MAGNITUDE_BEFORE: Final = "magnitude.before"
    """A number behind it measures something else."""
    HEDGE: Final = "hedge"
    """around | below | above"""

    # Years and dates.
    YEAR: Final = "year"
    """word | -1 | 0 | 1 …: relative to the article's year."""
    YEAR_ANCHORED: Final = "year.anchored"
    """Relative to the year spoken of."""
    YEAR_LEADING: Final = "year.leading"
    """Relative to the year of the clause behind its own: "dua tahun setelah terdampar di …, kota ini …"."""
    YEAR_FUTURE: Final = "year.future"
    """Still to come: "tahun depan"."""
    YEAR_OTHER: Final = "year.other"
    """A year behind it is not one spoken of ("APBD 2024")."""
    YEAR_RESULT: Final = "year.result"
    """What is measured in a year: "penilaian 2024", "the 2024 assessment"."""
    YEAR_PART: Final = "year.part"
    """A quarter: what is told of it is not told of the year."""
    YEAR_DIGITS: Final = "year.digits"
    """The year as written."""
    DATE: Final = "date"

    # Who is counted, named, meant.
    COLLECTIVE: Final = "collective"
    """How many of those last named a pronoun means ("ketiganya")."""
    GROUP: Final = "group"
    """A kind of entity or a union of kinds: `kota`, `kabupaten+kota`, `all`."""
    COUNTED: Final = "counted"
    """What a pack counts beside entities (`units`)."""
    SUBJECT: Final = "subject"
    """A name that opens a pack's subject ("Ombudsman RI")."""
    ENTITY: Final = "entity"
    """A name of the gazetteer."""
    APPOSED: Final = "apposed"
    """A name that says where the one before it lies."""
    ENTITY_TITLES: Final = "entity.titles"
    ENTITY_BRANCHES: Final = "entity.branches"
    ENTITY_OFFICES: Final = "entity.offices"
    ENTITY_VENUES: Final = "entity.venues"
    ENTITY_GOVERNMENT: Final = "entity.government"
    ENTITY_PLACES: Final = "entity.places"
    ENTITY_HEADS: Final = "entity.heads"
    ENTITY_SELF: Final = "entity.self"
    ENTITY_CAPITAL: Final = "entity.capital"
    ENTITY_KINDS_FOLLOW: Final = "entity.kinds_follow"
    """More than one of a kind, in front of their names with "of"."""
    ENTITY_KIND_FOLLOWS: Final = "entity.kind_follows"
    ENTITY_KIND_OF: Final = "entity.kind_of"
    ENTITY_ARTICLE: Final = "entity.article"
    ENTITY_MAIN: Final = "entity.main"
    COUNT_ASSESSED: Final = "count.assessed"
    COUNT_PART: Final = "count.part"
    COUNT_LEFT: Final = "count.left"
    COUNT_OTHER: Final = "count.other"
    COUNT_EXISTS: Final = "count.exists"
    COUNT_TOP: Final = "count.top"
    COUNT_PEOPLE: Final = "count.people"
    """People of a kind, or where some of them live: a figure of theirs is none of all."""

    # Numbers, and the measures whose number or word follows.
    NUMBER: Final = "number"
    """How it is written: digits, words, roman …"""
    CUE_NUMBER: Final = "cue.number"
    CUE_WORD: Final = "cue.word"
    STATE_BEFORE: Final = "state.before"
    STATE_AFTER: Final = "state.after"

    # What binds the parts of a sentence.
    BIND_PAIR: Final = "bind.pair"
    BIND_OPENER: Final = "bind.opener"
    BIND_ALIKE: Final = "bind.alike"
    BIND_LIKEWISE: Final = "bind.likewise"
    BIND_ONEOF: Final = "bind.oneof"
    BIND_AVERAGE: Final = "bind.average"
    BIND_MEMBER: Final = "bind.member"
    BIND_FOLLOWS: Final = "bind.follows"
    BIND_HOLDER_AFTER: Final = "bind.holder_after"
    BIND_FRONT: Final = "bind.front"
    BIND_FROM: Final = "bind.from"
    BIND_TO: Final = "bind.to"
    BIND_LEAVE: Final = "bind.leave"
    BIND_ADDED: Final = "bind.added"
    """What is said behind a base of what is added to it."""
    BIND_COMPARE: Final = "bind.compare"
    BIND_SINCE: Final = "bind.since"
    BIND_UNTIL: Final = "bind.until"
    BIND_THEN: Final = "bind.then"
    BIND_AND: Final = "bind.and"
    BIND_BEHIND: Final = "bind.behind"
    BIND_CLAUSE: Final = "bind.clause"
    BIND_IS: Final = "bind.is"
    BIND_GIVES: Final = "bind.gives"
    BIND_OUT: Final = "bind.out"

    # What is wished, denied, defined, or said of each and all.
    MOOD_DEFINITION: Final = "mood.definition"
    MOOD_IRREALIS: Final = "mood.irrealis"
    MOOD_OUTSIDE: Final = "mood.outside"
    MOOD_CORRECTED: Final = "mood.corrected"
    MOOD_REFUTED: Final = "mood.refuted"
    MOOD_FORBIDDEN: Final = "mood.forbidden"
    """What is right is said behind it, and what is not in front of it."""
    MOOD_CONDITIONAL: Final = "mood.conditional"
    MOOD_DENIAL: Final = "mood.denial"
    MOOD_MEANS: Final = "mood.means"
    MOOD_NEGATION: Final = "mood.negation"
    MOOD_SOME: Final = "mood.some"
    MOOD_EACH: Final = "mood.each"
    MOOD_PLANNED: Final = "mood.planned"
    MOOD_DEMANDED: Final = "mood.demanded"
    MOOD_FORESEEN: Final = "mood.foreseen"
    MOOD_RECKONED: Final = "mood.reckoned"
    MOOD_THEM: Final = "mood.them"
    MOOD_PAST: Final = "mood.past"
    MOOD_ALL: Final = "mood.all"
    MOOD_NONE: Final = "mood.none"

    # Marks.
    OPEN: Final = "open"
    CLOSE: Final = "close"
    COMMA: Final = "comma"
    SEMICOLON: Final = "semicolon"
    COLON: Final = "colon"
    CELL: Final = "cell"
    STOP: Final = "stop"


CUE_OF, VALUE_OF, IN_OF = "cue.", "value.", "in."
"""How the classes of a measure begin."""
MARKS = {
    "(": Tag.OPEN, ")": Tag.CLOSE, ",": Tag.COMMA, ";": Tag.SEMICOLON, ":": Tag.COLON, "|": Tag.CELL, ".": Tag.STOP,
}  # fmt: skip
"""The marks that part what they stand between, and say nothing themselves."""


class Mention(Record):
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


class Sentence(Record):
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
