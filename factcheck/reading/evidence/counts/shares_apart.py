"""A share told apart from what it is of: "494 dari 587 instansi hijau. Itu 84,16 persen", "porsi merah 38,89 persen".

Nothing in its own sentence is counted. One of two decimals that the counts told before it make of a whole, told or of
the reference, is theirs by no chance; where none does, it is that of the count which its sentence names by the word of
a scale, or, where it names nobody, of the one told last, if one slip of the finger makes it that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.language.figures import PERCENT, Number
from factcheck.language.interval import Range, printed, share
from factcheck.model import Claim, number_of
from factcheck.reading.evidence.counts.explained_counts import ASSESSED, conditions_at, counts
from factcheck.reading.evidence.counts.shares_of_counts import share_of
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame, places_with
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.sums.mistyped import slips
from factcheck.typed import NamedTuple

BACK, MOST = 6, 8
"""Sentences in front of a share, and counts there, of which it may be the share."""
FINE, LEAST = Decimal("0.01"), 1
"""How finely a share is printed that nothing else makes by chance, and from where on."""


class Part(NamedTuple):
    """A count told before, and a whole that it may be counted from."""

    claim: Claim
    whole: Decimal

    def fits(self, number: Number) -> bool:
        """Whether a share is that of the part."""
        value = number_of(self.claim)
        made = share(Range(value, value), Range(self.whole, self.whole))
        return made is not None and made.meets(printed(number))

    def is_slip(self, number: Number) -> bool:
        """Whether a share is one slip of the finger from that of the part."""
        return slips(number, 100 * number_of(self.claim) / self.whole) == 1


def shares_apart(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and the shares that nothing read in sentences that count nobody."""
    read = {claim.start for claim in claims}
    counted = [claim for claim in claims if claim.kind == "count" and claim.condition]
    counted.sort(key=lambda claim: claim.start)
    made: list[Claim] = []
    here: list[Claim] = []
    free = iter(counted)
    following = next(free, None)
    for frame, at in places_with(frames, FIGURES) if counted else ():
        number = frame.mentions[at].number
        if number is None or number.quantum != FINE:
            continue
        while following is not None and following.start < frame.mentions[at].start:
            here.append(following)
            following = next(free, None)
        if number.figure.start in read or not here or not _is_share(frame, at, number):
            continue
        place = frame.sentence.place
        near = [one for one in here[-2 * MOST :] if place - one.sentence <= BACK]
        if any(one.sentence == place for one in near):
            continue
        part = _meant(frame, number, list(_parts(near, setting)))
        if part is not None:
            made.append(share_of(part, number, sentence=frame.sentence.place))
    return [*claims, *made]


def _is_share(frame: Frame, at: int, number: Number) -> bool:
    """Whether a figure is a fine percentage, of nobody named, of no other year, and of no change."""
    if number.value < LEAST or frame.bearers or frame.has_any((Tag.CHANGE, Tag.YEAR), 0):
        return False
    return number.unit == PERCENT or (not number.unit and frame.has(SCALED, 0, at) and _is_of_hundred(frame, at))


def _is_of_hundred(frame: Frame, at: int) -> bool:
    """ "Persentase hijaunya 82,35": whether a word for a percentage stands in front of a bare figure."""
    words = frame.plain[frame.sentence.start : frame.mentions[at].start].lower().split()
    return any(word.startswith(tuple(frame.language.numbers.percent)) for word in words)


def _parts(near: Sequence[Claim], setting: Setting) -> Iterator[Part]:
    """The counts told before, the last first, each with the wholes that it may be of."""
    for part in [one for one in reversed(near) if one.condition != ASSESSED][:MOST]:
        wholes = [one for one in near if one.condition == ASSESSED]
        own = [one for one in wholes if one.sentence == part.sentence or _slot(one) == _slot(part)]
        told = {number_of(one): None for one in own}
        known = counts(setting.reference, part.subject, part.period, ASSESSED, part.pack) if part.period else ()
        told |= {one.value: None for one in known if one.group == part.group and isinstance(one.value, Decimal)}
        yield from (Part(part, whole) for whole in told if whole > number_of(part) > 0)


def _slot(claim: Claim) -> tuple[str, ...]:
    return claim.subject, claim.period, claim.group, claim.pack


def _meant(frame: Frame, number: Number, parts: Sequence[Part]) -> Claim | None:
    """The count whose share a figure is, or of which it is one slip away."""
    years = {frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in frame.having(Tag.YEAR_DIGITS)}
    parts = [one for one in parts if years <= {one.claim.period}]
    said = {condition for place in frame.having(SCALED) for condition in conditions_at(frame, place)}
    worded = [one for one in parts if one.claim.condition in said]
    fitting = next((one for one in (*worded, *parts) if one.fits(number)), None)
    if fitting is not None:
        return fitting.claim
    last = worded[:1] if said else parts[: int(_is_said_of_them(frame, number))]
    slot = {_slot(one.claim) for one in last}
    alike = [one for one in (worded if said else parts) if {_slot(one.claim)} == slot and one.claim is last[0].claim]
    return next((one.claim for one in alike if one.is_slip(number)), None)


def _is_said_of_them(frame: Frame, number: Number) -> bool:
    """ "Itu 84,16 persen", "Porsinya 41,18 persen": whether one word that points back is all in front of a share."""
    words = frame.plain[frame.sentence.start : number.start].lower().split()
    endings = frame.language.words.sentence.suffixes
    pointing = frame.having(Tag.ENTITY_SELF, 0, 1) or (len(words) == 1 and words[0].endswith(tuple(endings)))
    return len(words) == 1 and bool(pointing)
