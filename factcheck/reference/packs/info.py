"""What is known of a pack before its tables: how its subject and its measures are spoken of."""

from collections.abc import Mapping
from decimal import Decimal

from factcheck.language.figures import PERCENT, RUPIAH
from factcheck.messages import Term, message
from factcheck.model import year_of
from factcheck.typed import NamedTuple

Words = Mapping[str, tuple[str, ...]]
"""Words by language code; `*` stands for every language."""


COUNTRY_LEVEL, FIRST, SECOND = LEVELS = ("country", "first", "second")
"""How a country is divided: into regions of the first level, and these into those of the second."""


class Measure(NamedTuple):
    """One thing a pack measures.

    `kind` is the kind of its claims, `reported` what a report calls that. `words` are said of a number, `cues`
    beside a word of `values` (canonical word -> language -> words as printed). `decimals` is how many are published,
    -1 where not said; `unit` is `rupiah`, `percent` or empty; `counted_in` are the words of any other unit ("jiwa",
    "tahun"). `banded_by` names the number measure this one follows from, `series_of` the measure that this one is
    another series of; it was in force from period `first` to `last` (empty: not said).
    """

    name: str
    kind: str
    type: str
    decimals: int
    minimum: Decimal | None
    maximum: Decimal | None
    unit: str
    words: Words
    cues: Words
    values: Mapping[str, Words]
    banded_by: str
    counted_in: Words = {}  # noqa: RUF012 - a named tuple's default, never written to
    series_of: str = ""
    first: str = ""
    last: str = ""
    label: Words = {}  # noqa: RUF012
    """What the measure is called in a message, where that is not the first of its words."""
    reported: str = ""
    ends: Mapping[str, Words] = {}
    """Words for who has most of it, or least, and of nothing else: "terluas", "tersempit" of an area."""

    def term(self) -> Term:
        """What the measure is called, to be said in the language of the run."""
        return Term(self.called())

    def with_unit(self, figure: str) -> str:
        """A figure as it is spoken of: "Rp3.780.495", "8,33 persen"; one without a unit as it is."""
        if self.unit == "rupiah":
            return f"Rp{figure}"
        if self.unit == "percent":
            return message("{figure} per cent", figure=figure)
        units = {language: words[0] for language, words in self.counted_in.items() if words}
        return message("{figure} {unit}", figure=figure, unit=Term(units)) if units else figure

    def called(self) -> Mapping[str, str]:
        """What the measure is called, by language: its label, else the first of its words or cues, else its name."""
        said = {code: words[0] for code, words in {**self.cues, **self.words, **self.label}.items() if words}
        return said or {"*": self.name}

    @property
    def unit_word(self) -> str:
        """The unit as it is shown: `percent`, "jiwa", empty for none."""
        return self.unit or next((word for words in self.counted_in.values() for word in words), "")

    def in_force(self, period: str) -> bool:
        """Whether figures of a period are of this series, where the pack says since when it is in force."""
        year = year_of(period)
        return bool(self.first or self.last) and (self.first or year) <= year <= (self.last or year)


class PackInfo(NamedTuple):
    """The descriptor of a pack. `rank_measure` is what ranks are made from, the best first by `rank_order`.

    `counted` is language -> thing counted -> words; `groups` name unions of entity kinds; `kinds` are the
    words for a kind or a union (`kota`: "kota", "pemkot"), by language; `prefixes` what stands before the name of
    every entity of a kind ("Pemkot Jambi"), by language; `levels` are the kinds that are regions, by where they
    stand in the country (one of `LEVELS`); `exhaustive` are the kinds of which the pack holds every entity there is;
    `trust` are beginnings of sources, most trusted first; `resources` are (role, path of the table in the folder).
    """

    name: str
    title: str
    version: str
    licence: str
    folder: str
    names: Words
    topics: Words
    measures: Mapping[str, Measure]
    rank_measure: str
    rank_order: str
    counted: Mapping[str, Words]
    groups: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, Words]
    exhaustive: tuple[str, ...]
    trust: tuple[str, ...]
    resources: tuple[tuple[str, str], ...]
    prefixes: Mapping[str, Words] = {}
    levels: Mapping[str, tuple[str, ...]] = {}

    def grows(self) -> bool:
        """Whether it has amounts in rupiah and a rate in per cent by which they change."""
        return {PERCENT, RUPIAH} <= {measure.unit for measure in self.measures.values()}

    def series(self) -> Mapping[str, tuple[str, ...]]:
        """The measures that have several series, each with the names of all, its own first."""
        others: dict[str, tuple[str, ...]] = {}
        for measure in self.measures.values():
            if measure.series_of:
                others[measure.series_of] = (*others.get(measure.series_of, (measure.series_of,)), measure.name)
        return others
