"""A figure of another year among those of one: "Musi Banyuasin 91,72, Palembang 91,23, Muara Enim 88,51", where all but
Palembang's are of 2023.

What the reference has of another year explains such a figure, but where several of others beside it are of one year,
and nothing between them tells another, it was taken over from a table of that other year.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.judging.case import Case, frame_of
from factcheck.judging.years.right_year import is_distinctive
from factcheck.model import Claim, Fact, How, number_of
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.period.year_marks import is_next_to
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import NamedTuple

LEAST = 3
"""So many figures of others beside one show the year of all."""
DATED = (Tag.YEAR_DIGITS, Tag.YEAR, Tag.MOOD_PAST, Tag.BIND_THEN, Tag.BIND_FROM)
"""What tells another year than that of the figures beside it."""
ROWS = ("item", "row")


class OddYear(NamedTuple):
    """A claim that is right in the year before or after that of those beside it, which is `year`, and what its subject
    has in that."""

    claim: Claim
    year: str
    there: Fact


def odd_years(case: Case) -> Iterator[OddYear]:
    """The figures of a draft that alone among those beside them are of another year."""
    for group in _groups(case):
        years = Counter(claim.period for claim in group)
        odd = [claim for claim in group if years[claim.period] == 1]
        if len(years) != 2 or len(odd) != 1 or len(group) <= LEAST:
            continue
        claim, year = odd[0], max(years, key=lambda one: years[one])
        facts = case.reference.facts(claim.measure, claim.subject, year, claim.pack)
        there = next((fact for fact in facts if fact.period == year), None)
        other = there is not None and is_next_to(claim.period, year) and not claim.states(number_of(there))
        if there is not None and other and not _is_followed(case, claim) and not _is_dated(case, claim):
            yield OddYear(claim, year, there)


def _groups(case: Case) -> Iterator[Sequence[Claim]]:
    """The right figures of one measure in a paragraph, or in one place of a list or table, each behind a name of its
    own; those in front of which a year is told are left out."""
    plain = [claim for claim in case.claims if _is_plain(claim)]
    if len(plain) <= LEAST or len({claim.period for claim in plain}) == 1:
        return
    places = _places(case.frames)
    found: dict[tuple[int, int, str, str], list[Claim]] = defaultdict(list)
    for claim in plain:
        frame = frame_of(case, claim)
        right = case.answer(claim).verdict == "supported" and is_distinctive(claim)
        if frame is not None and right and not _is_told_apart(case, frame, claim):
            column = sum(frame.mentions[at].start < claim.start for at in frame.having(Tag.CELL))
            found[places[claim.sentence], column, claim.pack, claim.measure].append(claim)
    for group in found.values():
        if len({claim.subject for claim in group}) == len(group):
            yield group


def _is_plain(claim: Claim) -> bool:
    named = claim.subject_span is not None and claim.subject_span.end <= claim.start
    value = kind_of(claim.kind) is VALUE and isinstance(claim.value, Decimal)
    return named and value and How.LATER_OF_TWO not in claim.how


def _places(frames: Sequence[Frame]) -> Mapping[int, int]:
    """The block of each sentence; of items or rows that follow each other the first one's."""
    found: dict[int, int] = {}
    before = None
    for frame in frames:
        one = frame.sentence
        goes_on = before is not None and one.kind in ROWS and before.kind == one.kind
        found[one.place] = found[before.place] if goes_on and before is not None else one.block
        before = one
    return found


def _is_told_apart(case: Case, frame: Frame, claim: Claim) -> bool:
    """ "88,51; tahun lalu 84,02": whether a year is told between the claim before and this one."""
    before = max((one.end for one in case.claims.inside(claim.sentence) if one.end <= claim.start), default=-1)
    return any(before <= frame.mentions[at].start < claim.start for tag in DATED for at in frame.having(tag))


def _is_dated(case: Case, claim: Claim) -> bool:
    """ "Pada 2023 Sumatera Barat naik 9,15 persen, Kalimantan Tengah 8,85 persen": whether the year of a claim is the
    one that its sentence writes last in front of it."""
    frame = frame_of(case, claim)
    written = [] if frame is None else [frame.mentions[at] for at in frame.having(Tag.YEAR_DIGITS)]
    return next((one.tags[Tag.YEAR_DIGITS] for one in written[::-1] if one.end <= claim.start), "") == claim.period


def _is_followed(case: Case, claim: Claim) -> bool:
    """ "91,23 (2022)": whether a year is told right behind a figure, in front of the next one."""
    frame = frame_of(case, claim)
    if frame is None:
        return True
    behind = min((one.start for one in case.claims.inside(claim.sentence) if one.start > claim.start), default=None)
    told = (frame.mentions[at].start for tag in DATED for at in frame.having(tag))
    return any(claim.end <= start and (behind is None or start < behind) for start in told)
