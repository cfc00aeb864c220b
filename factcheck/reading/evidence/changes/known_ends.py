"""A figure that is just how far two values are apart, of which the article may tell one and the reference the other:
the change of one since the year before ("71,42 tahun, lebih panjang 0,21 tahun dibandingkan 2022"), or the distance of
one to another, be it who was spoken of in "Selisihnya dengan Nunukan 16,76 poin", of Gowa in "Jarak Gowa dengan
pemuncak 6,55 poin", of the country in "Terhadap angka nasional, Gowa unggul 0,84 tahun"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import islice

from factcheck.language.figures import Number
from factcheck.model import COUNTRY, GAP, Claim, number_of
from factcheck.reading.evidence.figures.whose_figure import is_of_country
from factcheck.reading.period.told_from import base_of, named_bases
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reference.ask.reference import Reference
from factcheck.typed import NamedTuple

COMPARED = (Tag.BIND_COMPARE, Tag.BIND_FROM)
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
        if len(ids) == 1:
            return ids[0]
        kinds = {self.reference.kind_of(one) for one in self.spoken}
        told = (one for one in ids if self.values(one))
        return next(told, next((one for one in ids if self.reference.kind_of(one) in kinds), ""))

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
        """What the reference has for one of whom no value is told, in the measures and years of those told of last,
        where the sentence has a word for a change."""
        told = (one for spoken in self.spoken for one in self.values(spoken)) if self.frame.has(Tag.CHANGE) else ()
        likes = {(one.pack, one.measure, one.period): one for one in islice(told, MOST)} if name else {}
        latest = sorted(likes.values(), key=lambda one: one.period, reverse=True)
        return [one._replace(subject=name) for like in latest for one in self.held(name, like, like.period)]

    def years_told(self) -> Sequence[str]:
        """The years of what is told of those spoken of."""
        return list(dict.fromkeys(one.period for spoken in self.spoken for one in self.values(spoken)))


def change_between(ends: Ends) -> Claim | None:
    """The value of whom a change since the year before, or since the month or year named behind it, is told; None where
    its values then and later are not so far apart."""
    subject = ends.subject()
    named, values = list(named_bases(ends.frame, ends.at)), ends.values(subject)[:MOST]
    told = [] if values else ends.years_told()
    for one in values or ends.untold(subject):
        before = [str(int(one.period) - 1)] if one.period.isdigit() else []
        earlier = (year for year in told if year < one.period)
        bases = dict.fromkeys((*(base_of(base, one.period, one.part) for base in named), *before, *earlier))
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
    """Between whom a distance may be told, the one of whom it is said first; never of the country."""
    names, frame = list(dict.fromkeys(ends.names())), ends.frame
    country = [COUNTRY] if frame.has(Tag.RANK_NATIONAL) else []
    beside = dict.fromkeys([*ends.names(behind=True), *country, *ends.spoken])
    others = [one for one in beside if one not in names][:FEW]
    if not names:
        pairs = [(one, other) for one in others for other in others if one != other]
    elif len(names) == 1:
        pairs = [(other, names[0]) if _is_led_to(frame) else (names[0], other) for other in others]
    else:
        last = [(other, names[-1]) if _is_compared(ends) else (names[-1], other) for other in others]
        pairs = [*([(names[0], names[1])] if len(names) == PAIR else []), *last]
    turned = [(other, one) if one == COUNTRY else (one, other) for one, other in pairs]
    return list(dict.fromkeys(turned))


def _is_compared(ends: Ends) -> bool:
    """ "unggul atas Riau (9,43) meski cuma 0,01 tahun": whether the last name in front of a figure is compared with."""
    frame = ends.frame
    at = next(at for at, _ in reversed(frame.bearers) if at < ends.at)
    if at and frame.close(at - 1, at) and frame.mentions[at - 1].tags.keys() & {*COMPARED}:
        return True
    lead = frame.plain[frame.sentence.start : frame.mentions[at].start].lower().split()[-1:]
    return bool(lead) and lead[0] in frame.words.over


def is_gap(frame: Frame) -> bool:
    """Whether the first name of a sentence stands behind a word for a distance: "Selisih dengan Jateng"."""
    return Tag.CHANGE in frame.tagged and _is_led_to(frame)


def _is_led_to(frame: Frame) -> bool:
    at = frame.bearers[0][0] if frame.bearers else 0
    led = at > 1 and frame.has_any((Tag.BIND_FRONT, Tag.BIND_FROM, Tag.BIND_COMPARE), at - 1, at)
    return led and frame.mentions[at - 2].tags.get(Tag.CHANGE) == "any"


def _apart(ends: Ends, own: str, other: str) -> Iterator[Claim]:
    """Those of the values of one that lie just so far from one of another of the same measure and year."""
    values = ends.values(own)[:MOST]
    for one in values or [held for like in ends.values(other)[:MOST] for held in _of(ends, own, like)]:
        slot = (one.pack, one.measure, one.period)
        there = (value for value in ends.values(other) if (value.pack, value.measure, value.period) == slot)
        told = {value.value: value for value in there}  # a long article tells one value again and again
        others = map(ends.exact, told.values()) if told else ends.held(other, one, one.period)
        if any(ends.is_apart(ends.exact(one), value) for value in others):
            yield one._replace(condition=f"{GAP}{other}")


def _of(ends: Ends, name: str, like: Claim) -> Iterator[Claim]:
    """What the reference has for one of whom no value is told, as of another."""
    return (one._replace(subject=name) for one in ends.held(name, like, like.period))
