"""A figure that is just how far two values are apart, of which the article may tell one and the reference the other:
the change of one since the year before ("71,42 tahun, lebih panjang 0,21 tahun dibandingkan 2022"), or the distance of
one to another, be it who was spoken of in "Selisihnya dengan Nunukan 16,76 poin", of Gowa in "Jarak Gowa dengan
pemuncak 6,55 poin", of the country in "Terhadap angka nasional, Gowa unggul 0,84 tahun"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from factcheck.language.written import Number
from factcheck.model import COUNTRY, GAP, Claim, number_of
from factcheck.reading.evidence.figures.whose_figure import is_of_country
from factcheck.reading.period.told_from import base_of, named_bases
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reference.ask.reference import Reference
from factcheck.typed import NamedTuple

PAIR, MOST, FEW = 2, 8, 6
"""A distance has two ends; of so many values the other one may be, and of so many others."""


class Ends(NamedTuple):
    """A figure at a place of a sentence, and what it may lie between: `spoken` are those named or told of in front of
    the sentence, the nearest first; `values` gives what is told of one near by."""

    number: Number
    at: int
    frame: Frame
    spoken: Sequence[str]
    values: Callable[[str], Sequence[Claim]]
    reference: Reference

    def names(self, *, behind: bool = False) -> Sequence[str]:
        """Whom the sentence names in front of the figure, or behind it; of a name that several bear the one who has
        values."""
        found = (self._who(ids) for at, ids in self.frame.bearers if (at > self.at) == behind)
        return [name for name in found if name]

    def _who(self, ids: Sequence[str]) -> str:
        return ids[0] if len(ids) == 1 else next((one for one in ids if self.values(one)), "")

    def subject(self) -> str:
        """Of whom a change is told: of the country where it is spoken of, else of who is named last in front of the
        figure, or, where none is, of whom was spoken last; empty where nobody was."""
        if is_of_country(self.frame, self.at):
            return COUNTRY
        return next(iter((*reversed(self.names()), *self.spoken)), "")

    def is_apart(self, one: Claim, other: Claim) -> bool:
        """Whether two values are just as far apart as the figure says, to what it prints of thousands and millions."""
        off = abs(abs(number_of(one) - number_of(other)) - self.number.value)
        return off <= self.number.quantum / 2 if self.number.quantum > 1 else not off

    def exact(self, one: Claim) -> Claim:
        """A value that is told, as the reference has it where it stands for that: "8,63 juta" is 8.626.879."""
        held = self.held(one.subject, one, one.period)
        return held[0] if held and one.states(held[0].value) else one

    def held(self, name: str, like: Claim, period: str) -> Sequence[Claim]:
        """What the reference has for one in the measure of a value and a year."""
        facts = self.reference.facts(like.measure, name, period, like.pack)
        return [like._replace(value=fact.value) for fact in facts[:1] if isinstance(fact.value, Decimal)]

    def untold(self, name: str) -> Sequence[Claim]:
        """What the reference has for one of whom no value is told, as of the one told of last, where the sentence has a
        word for a change."""
        told = (one for spoken in self.spoken for one in self.values(spoken)) if self.frame.has(Tag.CHANGE) else ()
        like = next(iter(told), None)
        found = self.held(name, like, like.period) if name and like is not None else ()
        return [one._replace(subject=name) for one in found]


def change_between(ends: Ends) -> Claim | None:
    """The value of whom a change since the year before, or since the month or year named behind it, is told; None where
    its values then and later are not so far apart."""
    subject = ends.subject()
    named = list(named_bases(ends.frame, ends.at))
    for one in ends.values(subject)[:MOST] or ends.untold(subject):
        before = [str(int(one.period) - 1)] if one.period.isdigit() else []
        bases = (*(base_of(base, one.period, one.part) for base in named), *before)
        held = (other for base in bases for other in ends.held(subject, one, base))
        if any(ends.is_apart(ends.exact(one), other) for other in held):
            return one
    return None


def gap_between(ends: Ends) -> Claim | None:
    """The value of whom a distance is told, with the other end of it as its condition; None where no two of one year
    are so far apart."""
    frame = ends.frame
    years = [frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in frame.having(Tag.YEAR_DIGITS)]
    fitting = [one for own, other in _pairs(ends) for one in _apart(ends, own, other)]
    return max(fitting, key=lambda one: one.period in years, default=None)


def _pairs(ends: Ends) -> Sequence[tuple[str, str]]:
    """Between whom a distance may be told, the one of whom it is said first."""
    names, frame = ends.names(), ends.frame
    if len(names) >= PAIR:
        return [(names[0], names[1])] if len(names) == PAIR else []
    country = [COUNTRY] if frame.has(Tag.RANK_NATIONAL) else []
    others = [one for one in dict.fromkeys([*ends.names(behind=True), *country, *ends.spoken]) if one not in names][
        :FEW
    ]
    if not names:
        return [(one, other) for one in others for other in others if one not in (other, COUNTRY)]
    if _is_led_to(frame):
        return [(other, names[0]) for other in others]
    return [(names[0], other) for other in others]


def _is_led_to(frame: Frame) -> bool:
    at = frame.bearers[0][0] if frame.bearers else 0
    led = at > 1 and frame.has_any((Tag.BIND_FRONT, Tag.BIND_FROM, Tag.BIND_COMPARE), at - 1, at)
    return led and frame.mentions[at - 2].tags.get(Tag.CHANGE) == "any"


def _apart(ends: Ends, own: str, other: str) -> Iterator[Claim]:
    """Those of the values of one that lie just so far from one of another of the same measure and year."""
    for one in ends.values(own)[:MOST]:
        slot = (one.pack, one.measure, one.period)
        there = (value for value in ends.values(other) if (value.pack, value.measure, value.period) == slot)
        told = {value.value: value for value in there}  # a long article tells one value again and again
        others = map(ends.exact, told.values()) if told else ends.held(other, one, one.period)
        if any(ends.is_apart(ends.exact(one), value) for value in others):
            yield one._replace(condition=f"{GAP}{other}")
