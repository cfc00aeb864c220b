"""Who is told to come next behind the highest or lowest, where the figures of the draft put another there.

"Angka terendah di Banjarnegara, disusul Wonogiri dan Blora", above a list in which Rembang has less than Blora.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.checks.lists.own_extremes import is_right_value, of_one_region
from factcheck.judging.case import Case
from factcheck.model import Claim, number_of
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import NamedTuple

HEAD = 2
"""Mentions at the head of the next sentence among which the word for who comes next stands."""
ROW = 3
"""So many whose figures run one way are told in the order of these."""


class Overtaken(NamedTuple):
    """Who is named too early, where, and who comes before, by right figures of the draft."""

    start: int
    end: int
    own: Claim
    other: Claim
    word: str


def overtaken(case: Case) -> Iterator[Overtaken]:
    """The first of the names behind each highest or lowest that another of the draft comes before."""
    for frame, after in pairwise((*case.frames, None)):
        words = {frame.mentions[at].tags[Tag.EXTREME] for at in frame.having(Tag.EXTREME)} if frame else set()
        if frame is None or len(words) != 1 or _is_elsewhere(frame):
            continue
        word = words.pop()
        behind = frame.first(Tag.BIND_BEHIND, frame.first(Tag.EXTREME))
        if behind >= 0:
            yield from _first(case, _leader(case, frame, frame.mentions[behind].start), frame, behind, word)
        elif after is not None and _goes_on(after):
            yield from _first(
                case, _leader(case, frame, frame.sentence.end), after, 0, word
            )  # "Papua menyusul, lalu …"


def _is_elsewhere(frame: Frame) -> bool:
    """ "terbesar di Pulau Sumatera", "Di Sumatera, yang tertinggi": whether a highest is told of a place that is no
    region of the reference, so that nobody knows who else lies there."""
    heads = (-1, *frame.having(Tag.EXTREME))
    places = (at + 1 for at in heads if frame.after(at, Tag.ENTITY_PLACES, 1))
    return any(not frame.close(at, at + 1) or not frame.mentions[at + 1].ids for at in places)


def _goes_on(frame: Frame) -> bool:
    """ "Setelah itu Wonogiri, Sragen, …": whether a sentence begins with who comes next; not "Setelah itu tim
    mendatangi Wonogiri"."""
    behind = frame.first(Tag.BIND_BEHIND)
    names = frame.subjects(behind)
    if not 0 <= behind < HEAD or frame.has(Tag.EXTREME) or not names:
        return False
    return sum(len(frame.gap(at, at + 1).split()) for at in range(behind, names[0])) <= 1


def _leader(case: Case, frame: Frame, stop: int) -> Claim | None:
    """The last figure of a sentence in front of a place, where it is right; of a sentence that ends with a name and has
    none, the only one that the draft has of whom it names."""
    told = [one for one in case.claims.inside(frame.sentence.place) if one.start < stop and is_right_value(case, one)]
    names = {name for at in frame.named for name in frame.mentions[at].ids} if not told else set()
    if len(names) == 1 and not frame.has(FIGURES):
        own = [one for one in case.claims.of(names.pop()) if is_right_value(case, one)]
        return own[0] if len(own) == 1 else None
    return told[-1] if told else None


def _first(case: Case, leader: Claim | None, frame: Frame, behind: int, word: str) -> Iterator[Overtaken]:
    places = frame.subjects(behind)
    alike = {one.subject: one for one in case.claims if leader and _is_alike(case, one, leader)}
    told = [next((alike[name] for name in frame.mentions[at].ids if name in alike), None) for at in places]
    row = [one for one in (leader, *told) if one is not None]
    way = -1 if word == "highest" else 1
    if len(row) < max(ROW, len(told) + 1) or not all(_precedes(*pair, way) for pair in pairwise(row)):
        return
    told_among = [one for one in alike.values() if _is_among(case, one, row) and _is_in_reach(case, one, row[0])]
    for at, (one, other) in zip(places, pairwise(row), strict=True):
        between = _between(one, other, told_among, way)
        if between is not None:
            yield Overtaken(frame.mentions[at].start, frame.mentions[at].end, other, between, word)
            return


def _is_among(case: Case, one: Claim, row: Sequence[Claim]) -> bool:
    """Whether somebody is of the kind of those in a row, and bears the name that all of them bear: of towns, or of the
    provinces of Papua, no other is told."""
    if case.reference.kind_of(one.subject) not in {case.reference.kind_of(each.subject) for each in row}:
        return False
    family = set.intersection(*(set(case.name(each.subject).split()) for each in row))
    return family <= set(case.name(one.subject).split())


def _is_in_reach(case: Case, one: Claim, leader: Claim) -> bool:
    """ "Di sinilah yang tertinggi: Timor Tengah Utara, 91,82. Di bawahnya Kota Kupang", below a paragraph about Flores:
    whether somebody is of those whom a highest is told of: its sentence names the region, or that of who comes between
    is of a list or of its paragraph."""
    frame = case.frames[leader.sentence]
    records = [record for claim in (one, leader) if (record := case.reference.entities.get(claim.subject)) is not None]
    places = {name for mention in frame.mentions for name in mention.ids}
    told = case.frames[one.sentence].sentence
    named = any(record.parent in places for record in records) or frame.has(Tag.RANK_NATIONAL)
    return named or told.kind in ("item", "row") or told.block == frame.sentence.block


def _between(one: Claim, other: Claim, alike: Iterable[Claim], way: int) -> Claim | None:
    """The first of the draft whose figure lies between those of two that are said to follow each other."""
    found = [each for each in alike if _precedes(one, each, way) and _precedes(each, other, way)]
    return min(found, key=lambda each: way * number_of(each), default=None)


def _precedes(one: Claim, other: Claim, way: int) -> bool:
    return way * number_of(one) < way * number_of(other)


def _is_alike(case: Case, one: Claim, leader: Claim) -> bool:
    """Whether a claim is a right figure of the measure, year and kind of region of another, beside it in one province
    or country."""
    slots = {(claim.kind, claim.measure, claim.pack, claim.period) for claim in (one, leader)}
    if len(slots) != 1 or not is_right_value(case, one):
        return False
    level = case.reference.level_of
    return of_one_region(case, one, leader) and level(one.subject) == level(leader.subject)
