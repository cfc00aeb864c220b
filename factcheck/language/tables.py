"""What the files of a language's folder hold: a class for each, every list empty where the language has none.

A language may begin with an empty folder. What stands in a file must be one of these tables, of the type that is
written here: anything else is said with its file and line (`check_tables`).
"""

from collections.abc import Mapping

from factcheck.typed import Any

Words = tuple[str, ...]
Numbers = Mapping[str, int]
Names = Mapping[str, str]
Lists = Mapping[str, Words]
Pairs = tuple[Words, ...]
Rows = tuple[Names, ...]

NONE: Mapping[str, Any] = {}


class Table:
    """A table of a file: a list that it does not hold is as its class says; nothing is changed afterwards.

    These are plain classes, for a named tuple takes ten times as long to make, at every start.
    """

    def __init__(self, /, **lists: object) -> None:
        self.__dict__.update(lists)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} of a word list cannot be set")

    def __bool__(self) -> bool:
        """Whether the file holds any of its lists."""
        return bool(self.__dict__)


class About(Table):
    """`about.toml`: what the language is called, in any language, and its commonest words, by which a text is told."""

    names: Words = ()
    common: Words = ()


class Units(Table):
    """Units of a kind, each so many of the smallest that is told: what is said in one may be said in another beside."""

    length: Numbers = NONE
    area: Numbers = NONE
    volume: Numbers = NONE
    weight: Numbers = NONE
    time: Numbers = NONE
    age: Numbers = NONE
    pieces: Numbers = NONE


class Degrees(Table):
    """What stands behind the figure of a temperature, on each of two scales."""

    celsius: Words = ()
    fahrenheit: Words = ()


class Again(Table):
    """What stands between an amount and the same one said again: `same` says so, `either` may join two. Behind one of
    `rated` it is for each of something, and no such amount; behind one of `pointed` it is one told before."""

    same: Words = ()
    either: Words = ()
    rated: Words = ()
    pointed: Words = ()


class NumberWords(Table):
    """`numbers.toml`: how numbers are written. `decimal` and `group` are the signs in and between figures."""

    decimal: str = ","
    group: str = "."
    ordinal_prefix: str = ""
    ordinal_cues: Words = ()
    ordinal_suffixes: Words = ()
    not_after: Words = ()
    point: Words = ()
    joiner: str = " "
    joiners: Words = (" ",)
    teen: Words = ()
    minus: Words = ()
    percent: Words = ("%",)
    clock_before: Words = ()
    clock_after: Words = ()
    morning: Words = ()
    afternoon: Words = ()
    until: Words = ()
    ended: Words = ()
    attached: Words = ()
    measures: Words = ()
    portions: Words = ()
    ratios: Words = ()
    scored: Words = ()
    currencies: Names = NONE
    currencies_after: Names = NONE
    ones: Numbers = NONE
    wholes: Numbers = NONE
    tens: Numbers = NONE
    times: Numbers = NONE
    scales: Numbers = NONE
    scale_suffixes: Words = ()
    whole_scales: Numbers = NONE
    scales_short: Numbers = NONE
    ordinals: Numbers = NONE
    fractions: Numbers = NONE
    parts: Numbers = NONE
    units: Units = Units()
    degrees: Degrees = Degrees()
    zones: Numbers = NONE
    again: Again = Again()


class DayNames(Table):
    """The days of the week as they are written, Monday first."""

    weekdays: Words = ()


class DateWords(Table):
    """`dates.toml`: how dates are written; `order` are the orders of day, month and year in figures,
    `other_months` those of another language, which date a page in full ("15 December 2023"), `year` what may stand
    before a year."""

    order: Words = ("dmy",)
    between: Words = ()
    months_later: Words = ()
    beginning: Words = ()
    until: Words = ()
    either: Words = ()
    before_short: Words = ()
    not_after: Words = ()
    eve_of: Words = ()
    week_words: Words = ()
    week_after: Words = ()
    not_week_after: Words = ()
    week_past: Words = ()
    future: Words = ()
    ahead: Numbers = NONE
    scheduled: Words = ()
    dated: Words = ()
    handover: Words = ()
    states: Words = ()
    terms: Words = ()
    elections: Words = ()
    again: Words = ()
    weekdays: Numbers = NONE
    year: Words = ()
    months: Numbers = NONE
    other_months: Numbers = NONE
    names: DayNames = DayNames()


class ShapeRow(Table):
    """A sentence that states a change, a share or a difference: `id/changes.toml` explains how it is written."""

    kind: str = ""
    shape: str = ""
    without: Words = ()
    not_before: Words = ()
    not_after: Words = ()
    allows: Words = ()
    not_counts: bool = False
    loose: bool = False


Shapes = tuple[ShapeRow, ...]


class Totals(Table):
    """The words of a whole and its parts."""

    parts: Words = ()
    lists: Words = ()
    closing: Words = ()
    tallied: Words = ()
    labels: Words = ()
    rows: Words = ()
    of: Words = ()
    whole: Words = ()
    otherwise: Words = ()
    counted: Words = ()
    people: Words = ()
    rest: Words = ()
    means: Words = ()
    last: Words = ()
    without: Words = ()
    where: Words = ()
    pointed: Words = ()
    points: Numbers = NONE
    played: Words = ()
    lost: Words = ()


class Products(Table):
    """How much for each, of how many, in all: `each` stands behind the amount, `shared` in front of it; `rates` are
    what so many per cent of an amount is called, the last of them leads to the amount."""

    each: Words = ()
    shared: Words = ()
    totals: Words = ()
    rates: Words = ()


class Compared(Table):
    """Words by which one figure lies `above` or `below` another that is told behind them; `named` those behind which
    a name is enough, whose figure the reference has; `more` and `fewer` are told of one of two whose counts stand
    in front. Behind one of `turned`, or one of `led` in front of the first
    figure, they are told of something else."""

    above: Words = ()
    below: Words = ()
    named_above: Words = ()
    named_below: Words = ()
    more: Words = ()
    fewer: Words = ()
    led: Words = ()
    turned: Words = ()


class Multiples(Table):
    """Parts and multiples in words: `of` leads from a part to its whole, `behind` makes a number a multiple, `compares`
    one of something else, `under` leaves open how much less a part is, `again` leads from a part to its percentage,
    `each` to a round number of which some are told, `times` are words of a change with the hundredths that it comes
    to."""

    of: Words = ()
    behind: Words = ()
    compares: Words = ()
    under: Words = ()
    again: Words = ()
    each: Words = ()
    times: Numbers = NONE


class Announced(Table):
    """The words of a list that is announced with the number of its members."""

    winning: Words = ()
    gained: Words = ()
    elsewhere: Words = ()
    least: Words = ()
    apart: Words = ()
    announces: Words = ()
    following: Words = ()
    last: Words = ()
    clause: Words = ()
    measured: Words = ()
    within: Words = ()
    others: Words = ()
    open: Words = ()
    leads: Words = ()
    some: Words = ()
    besides: Words = ()
    rest: Words = ()
    every: Words = ()
    all_within: Words = ()
    remaining: Words = ()
    places: Words = ()


class Durations(Table):
    """The words of a number of days: selama tiga hari, not behind hari kerja.

    `half` and `joins` stand in a time of two parts ("dua setengah jam", "dua jam dan 15 menit"), `leads` between it and
    the dates that it spans; with one of `broken` it is of a part of them only.
    """

    lasting: Words = ()
    days: Words = ()
    not_after: Words = ()
    half: Words = ()
    joins: Words = ()
    leads: Words = ()
    broken: Words = ()


class Terms(Table):
    """Times that are held against each other, as those of sentences: `longer` and `shorter` lead from one to the other
    ("memperberat dari … menjadi …"), `heavier` and `lighter` compare the one in front with the one behind; `again` is
    what the one in front is called in the next sentence; with none of these and of `told` no such times are told of."""

    longer: Words = ()
    shorter: Words = ()
    heavier: Words = ()
    lighter: Words = ()
    than: Words = ()
    again: Words = ()
    told: Words = ()


class Ages(Table):
    """The words of births and deaths, what stands in front of an age and of one of today; with one of `others` a
    sentence tells of more people than one. `anniversaries` have a number, `of` stands between the two.
    """

    born: Words = ()
    died: Words = ()
    age: Words = ()
    now: Words = ()
    others: Words = ()
    anniversaries: Words = ()
    of: Words = ()
    founded: Words = ()
    begun: Words = ()


class Verbs(Table):
    """Words of a change beside those of `words.toml`; a word may bear one of `suffixes`."""

    up: Words = ()
    down: Words = ()
    apart: Words = ()
    between: Words = ()
    suffixes: Words = ()


class Quoted(Table):
    """Currencies that are quoted in another, and what is said of one that is firmer or weaker than before."""

    currencies: Words = ()
    firmer: Words = ()
    weaker: Words = ()


class ChangeWords(Table):
    """`changes.toml`: how changes, shares, totals and lists are stated."""

    counted: Words = ()
    steps: Words = ()
    alike: Words = ()
    smaller_units: Words = ()
    hundredths: Names = NONE
    turns: Words = ()
    by: Words = ()
    breaks: Words = ()
    loose_breaks: Words = ()
    names: Words = ()
    inverse: Words = ()
    sizes: Words = ()
    concluding: Words = ()
    classes: Names = NONE
    better: Words = ()
    reasons: Words = ()
    adding: Words = ()
    opposites: Names = NONE
    quoted: Quoted = Quoted()
    states: Names = NONE
    verbs: Verbs = Verbs()
    shapes: Shapes = ()
    balances: Rows = ()
    naming: Words = ()
    totals: Totals = Totals()
    compared: Compared = Compared()
    multiples: Multiples = Multiples()
    products: Products = Products()
    lists: Announced = Announced()
    durations: Durations = Durations()
    terms: Terms = Terms()
    ages: Ages = Ages()


class Institutions(Table):
    """Words inside the names of offices."""

    words: Words = ()
    countries: Words = ()
    generic: Words = ()


class Governments(Table):
    """Words before the name of a region; a row of `bodies` or `words` says the same of each kind of region, and so does
    one of `behind`, which stand behind the name."""

    bodies: Rows = ()
    words: Rows = ()
    behind: Rows = ()
    loose: Words = ()
    not_after: Words = ()
    planned: Words = ()
    not_before: Words = ()
    compass: Words = ()
    joins: Words = ()
    districts: Words = ()


class PeopleWords(Table):
    """`people.toml`: the words round the names of people and governments."""

    speech: Words = ()
    says: Words = ()
    speaks: Words = ()
    starters: Words = ()
    tickets: Words = ()
    ballot: Words = ()
    honorifics: Words = ()
    degrees: Words = ()
    points: Words = ()
    acting: Words = ()
    past: Words = ()
    heads: Words = ()
    initials: Words = ()
    owners: Words = ()
    possessed: Words = ()
    copulas: Words = ()
    cabinet: Words = ()
    offices: Lists = NONE
    institutions: Institutions = Institutions()
    governments: Governments = Governments()


class SpellingWords(Table):
    """`names.toml`: what makes two writings of a name one letter apart two right ones."""

    sounds: Pairs = ()
    older: Pairs = ()
    endings: Pairs = ()
    loans: Pairs = ()
    heads: Pairs = ()
    genders: Pairs = ()
    additions: Words = ()
    particles: Words = ()
    known: Words = ()


class Rank(Table):
    """A place in an order."""

    numbered: Words = ()
    or_count: Words = ()
    ordinal_cue: Words = ()
    place: Words = ()
    cue: Words = ()
    range: Words = ()
    elsewhere: Words = ()
    among: Words = ()
    national: Words = ()
    bottom: Words = ()


class Extreme(Table):
    """The first and the last of an order."""

    highest: Words = ()
    lowest: Words = ()


class Change(Table):
    """Rising, falling, and either."""

    up: Words = ()
    down: Words = ()
    any: Words = ()


class Unit(Table):
    """What a number counts where it is the size of a change, and what makes it a measure of something else."""

    point: Words = ()
    step: Words = ()
    other: Words = ()


class Magnitude(Table):
    """A number behind one of these measures something else."""

    before: Words = ()


class Anchored(Table):
    """Years relative to another than the article's."""

    words: Words = ()


class CountedYears(Table):
    """What stands behind a number of years: `back` from the article's year, `before` and `after` from the one last
    spoken of, `leading` from that of the clause behind it."""

    back: Words = ()
    before: Words = ()
    after: Words = ()
    leading: Words = ()


class Year(Table):
    """Words of years; `result` are those of what is measured in one, `part` those of quarters, `relative` by how many
    years they lie behind, `leading` those of them that begin a clause of what was so long before the rest."""

    word: Words = ()
    result: Words = ()
    part: Words = ()
    other: Words = ()
    relative: Lists = NONE
    anchored: Anchored = Anchored()
    leading: Anchored = Anchored()
    counted: CountedYears = CountedYears()


class Bind(Table):
    """What binds the parts of a sentence; a word of Python ends with a line: `from_` is `from` in the file."""

    pair: Words = ()
    opener: Words = ()
    alike: Words = ()
    likewise: Words = ()
    oneof: Words = ()
    average: Words = ()
    member: Words = ()
    follows: Words = ()
    holder_after: Words = ()
    front: Words = ()
    from_: Words = ()
    to: Words = ()
    leave: Words = ()
    compare: Words = ()
    added: Words = ()
    since: Words = ()
    until: Words = ()
    then: Words = ()
    and_: Words = ()
    behind: Words = ()
    clause: Words = ()
    is_: Words = ()
    gives: Words = ()
    out: Words = ()


class State(Table):
    """Words beside which a colour or letter of a scale may stand without its cue."""

    before: Words = ()
    after: Words = ()


class Mood(Table):
    """What is wished, denied, defined, or said of each and all."""

    definition: Words = ()
    irrealis: Words = ()
    outside: Words = ()
    corrected: Words = ()
    refuted: Words = ()
    forbidden: Words = ()
    conditional: Words = ()
    denial: Words = ()
    means: Words = ()
    negation: Words = ()
    some: Words = ()
    each: Words = ()
    planned: Words = ()
    demanded: Words = ()
    foreseen: Words = ()
    reckoned: Words = ()
    them: Words = ()
    past: Words = ()
    all: Words = ()
    none: Words = ()


class Hedge(Table):
    """What takes a figure back a little, and how: to both sides, to less, to more, or to a threshold.

    `below`, `over` and `limit` are thresholds: what they govern is no claim. `loose` and, behind a figure, `behind`
    only tell that it is none that a sum is made of.
    """

    around: Words = ()
    above: Words = ()
    below: Words = ()
    over: Words = ()
    limit: Words = ()
    loose: Words = ()
    behind: Words = ()


class Entity(Table):
    """Words round a name that say what it does in its sentence."""

    titles: Words = ()
    branches: Words = ()
    offices: Words = ()
    venues: Words = ()
    government: Words = ()
    places: Words = ()
    heads: Words = ()
    self: Words = ()
    capital: Words = ()
    kind_follows: Words = ()
    kinds_follow: Words = ()
    kind_of: Words = ()
    article: Words = ()
    main: Words = ()


class Count(Table):
    """Words of counting."""

    assessed: Words = ()
    part: Words = ()
    left: Words = ()
    other: Words = ()
    exists: Words = ()
    top: Words = ()
    people: Words = ()


class Sentence(Table):
    """How words and sentences are made."""

    verb_prefixes: Words = ()
    suffixes: Words = ()
    abbreviations: Words = ()
    inline_boilerplate: Words = ()


class Text(Table):
    """Words that are read between two mentions and are none themselves."""

    relative: Words = ()
    when: Words = ()
    after: Words = ()
    between: Words = ()
    besides: Words = ()
    excepting: Words = ()
    named_last: Words = ()
    beyond: Words = ()
    over: Words = ()
    serves: Words = ()
    sided: Words = ()
    pointing: Words = ()
    higher: Words = ()
    better: Words = ()
    worse: Words = ()
    lower: Words = ()
    reached: Words = ()
    holds: Words = ()
    whole_of: Words = ()
    collective: Words = ()
    spread: Words = ()
    apart: Words = ()
    next_one: Words = ()
    venue: Words = ()
    alternative: Words = ()
    one_of_them: Words = ()
    sole: Words = ()
    joins: Words = ()
    scope: Words = ()
    asking: Words = ()
    own: Words = ()
    index: Words = ()
    state: Words = ()
    viewing: Words = ()


class Citation(Table):
    """The parts of a law's citation."""

    number: Words = ()
    year: Words = ()
    about: Words = ()
    ignored: Words = ()
    country: Words = ()
    """How a title shortens the country's name, then the name: "Undang-Undang tentang Ombudsman RI"."""
    passed: Words = ()
    """What is said of the day an act is passed: "yang disahkan pada 19 September 2024"."""
    formed: Words = ()
    """What is said of the act by which a region came to be: "dibentuk dengan UU 20/2012"."""
    born: Words = ()
    """The same, but in no title of an act: "provinsi hasil UU 20/2012"."""
    amended_by: Words = ()
    """What stands between an act and the one that amends it: "diubah dengan"."""
    amends: Words = ()
    """What stands between an act and the one that it amends, and in its title: "perubahan atas"."""


class ProseWords(Table):
    """`words.toml`: the words of news prose that carry a claim or bind its parts."""

    rank: Rank = Rank()
    extreme: Extreme = Extreme()
    end: Extreme = Extreme()
    change: Change = Change()
    unit: Unit = Unit()
    magnitude: Magnitude = Magnitude()
    year: Year = Year()
    collective: Lists = NONE
    bind: Bind = Bind()
    state: State = State()
    mood: Mood = Mood()
    hedge: Hedge = Hedge()
    entity: Entity = Entity()
    count_: Count = Count()
    sentence: Sentence = Sentence()
    text: Text = Text()
    citation: Citation = Citation()
    laws: Lists = NONE


class BoilerplateWords(Table):
    """`boilerplate.toml`: what stands around an article and is not its own voice."""

    links: Words = ()
    link_heads: Words = ()
    credits: Words = ()
    exact: Words = ()
    tails: Words = ()
    breadcrumbs: Words = ()
    captions: Words = ()


def is_table(kind: Any) -> bool:
    """Whether a type is that of a table."""
    return isinstance(kind, type) and issubclass(kind, Table)


def by_class(table: Table) -> dict[str, Words]:
    """The lists of a table of nothing but lists, by the names they have in the file."""
    return {name.rstrip("_"): getattr(table, name) for name in type(table).__annotations__}


def made(record: Any, table: Mapping[str, Any]) -> Any:
    """The table of one of the classes above that TOML holds, which has been held to it."""
    found = {}
    for name, kind in record.__annotations__.items():
        value = table.get(name.rstrip("_"))
        if value is not None:
            found[name] = _value(kind, value)
    return record(**found)


def _value(kind: Any, value: Any) -> Any:
    if kind is Words:
        return tuple(value)
    if kind is Lists:
        return {name: tuple(words) for name, words in value.items()}
    if kind is Pairs:
        return tuple(tuple(pair) for pair in value)
    if kind is Shapes:
        return tuple(made(ShapeRow, row) for row in value)
    if kind is Rows:
        return tuple(value)
    return made(kind, value) if is_table(kind) else value
