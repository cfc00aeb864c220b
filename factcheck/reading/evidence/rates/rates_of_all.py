"""A rate that all of those just told of have: "Aceh Rp3.685.616. Riau Rp3.508.776. Keduanya naik 6,5 persen"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.language.figures import PERCENT
from factcheck.model import COUNTRY, Claim, How
from factcheck.reading.evidence.explained.slots import is_value
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting

ALL = (Tag.COLLECTIVE, Tag.BIND_ALIKE, Tag.MOOD_THEM)
PAIR, MOST = 2, 12
"""So many at least, and at most, of whom figures were told "semuanya" means."""


def rates_of_all(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, each rate that a sentence tells of all of those before it said of each of them."""
    by_place = {frame.sentence.place: frame for frame in frames}
    found: list[Claim] = []
    for claim in claims:
        rate = _is_rate(claim, setting)
        size = _size(claim, by_place[claim.sentence]) if rate else -1
        owners = _told_before(claim, claims, size, setting) if size >= 0 else ()
        if rate and not owners and setting.packs[claim.pack].grows() and _is_of_group(claim, by_place):
            owners = _who_rose(claim, claims, setting)
        found += [_of(claim, owner) for owner in owners] or [claim]
    return found


def _is_rate(claim: Claim, setting: Setting) -> bool:
    """Whether a claim is one in per cent whose subject stands in another sentence."""
    measure = setting.packs[claim.pack].measures.get(claim.measure) if claim.pack in setting.packs else None
    return measure is not None and measure.unit == PERCENT and claim.subject_span is None


def _size(claim: Claim, frame: Frame) -> int:
    """How many a word in front of a rate means (0: all), with nobody named between; -1 where there is none."""
    numbers = ((place, frame.mentions[place].number) for place in frame.having(FIGURES))
    at = next((place for place, one in numbers if one is not None and one.figure.start == claim.start), -1)
    if at < 0 or not frame.has(Tag.CHANGE, 0, at):
        return -1
    if frame.names_between(0, at):
        return -1
    figures = [one for one in frame.having(FIGURES, 0, at) if Tag.YEAR_DIGITS not in frame.mentions[one].tags]
    for place in (*frame.having(Tag.COLLECTIVE, 0, at), *frame.having(Tag.MOOD_THEM, 0, at)):
        # "Rp4.508.714, tertinggi dari semua, naik 5,2 persen" is one's alone.
        led = not any(figure < place for figure in figures) and frame.has(Tag.CHANGE, place, at)
        if led and not frame.after(place, Tag.GROUP, 1):  # "semua provinsi naik"
            return int(frame.mentions[place].tags.get(Tag.COLLECTIVE, "0"))
    return -1


def _told_before(claim: Claim, claims: Sequence[Claim], size: int, setting: Setting) -> Sequence[str]:
    """Those of whom figures of the pack were told in front of a rate, the last so many of them."""
    units = {measure.unit for measure in setting.packs[claim.pack].measures.values() if measure.type == "number"}
    earlier = [
        one
        for one in claims
        if one.start < claim.start and one.sentence < claim.sentence and is_value(one, setting)
        if setting.packs[one.pack].measures[one.measure].unit in units - {PERCENT}
    ]
    owners = list(dict.fromkeys(one.subject for one in sorted(earlier, key=lambda one: one.start)))[-size:]
    levels = {setting.reference.level_of(owner) for owner in owners}
    return owners if PAIR <= len(owners) <= MOST and len(levels) == 1 and size in (0, len(owners)) else ()


def _is_of_group(claim: Claim, frames: Mapping[int, Frame]) -> bool:
    """ "Kelima provinsi di Kalimantan sudah menetapkannya. Kenaikannya seragam, 6,5 persen": whether the sentence
    of a rate says that it is one for all, and it or the one before names a group that is not the country's."""
    near = [frames[place] for place in (claim.sentence - 1, claim.sentence) if place in frames]
    if not near[-1].has_any(ALL) or near[-1].has(Tag.BIND_AVERAGE):
        return False
    if any(one.has(Tag.RANK_NATIONAL) or any(COUNTRY in ids for _, ids in one.bearers) for one in near):
        return False
    return any(one.has(Tag.GROUP) for one in near)


def _who_rose(claim: Claim, claims: Sequence[Claim], setting: Setting) -> Sequence[str]:
    """Those of whom the draft tells amounts of the year of a rate, where the reference has it for each of them."""
    pack = setting.packs[claim.pack]
    told = (one for one in claims if one.pack == claim.pack and one.period == claim.period and is_value(one, setting))
    owners = [one.subject for one in told if pack.measures[one.measure].unit not in ("", PERCENT)]
    found = list(dict.fromkeys(owners))
    if not PAIR <= len(found) <= MOST or len({setting.reference.level_of(owner) for owner in found}) > 1:
        return ()
    rises = [setting.reference.facts(claim.measure, owner, claim.period, claim.pack) for owner in found]
    return found if all(facts and claim.states(facts[0].value) for facts in rises) else ()


def _of(claim: Claim, owner: str) -> Claim:
    how = tuple(part for part in claim.how if not part.is_subject)
    return claim._replace(subject=owner, how=(How.NAMED_BEFORE, *how), readings=())
