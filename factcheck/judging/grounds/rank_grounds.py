"""On what ground a contradicted rank may be flagged."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.judging.answers.as_printed import is_near, misses
from factcheck.judging.case import Case, frame_of
from factcheck.judging.grounds.ground import LISTED, Ground
from factcheck.judging.grounds.ranked_rows import breaks_order
from factcheck.judging.vouching import (
    ENOUGH,
    digits_of,
    hangs,
    is_named,
    is_right_elsewhere,
    is_slip,
    is_told_rightly,
    right_beside,
    siblings,
)
from factcheck.judging.years.right_year import is_of_known_group
from factcheck.model import COUNTRY, FROM_BOTTOM, Claim, Fact, How
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.period.year_marks import is_next_to
from factcheck.reading.scan.frame import FIGURES
from factcheck.reading.scan.mentions import Tag

BETWEEN = 2
"""Words between a rank and the name that it leads to."""
NAMED = 6
"""Names in front of one whose rank may have been taken for its own."""


def of_rank(case: Case, claim: Claim) -> Ground | None:
    """The surest ground of a contradicted rank; None where there is none."""
    found = _ground(case, claim) if _may_be_meant(case, claim) else None
    if found is None or _is_told_beside(case, claim) or _is_of_another_year_told(case, claim):
        return None
    return None if _is_anothers(case, claim) or _leads_to_another(case, claim) else found


def _may_be_meant(case: Case, claim: Claim) -> bool:
    """Whether a rank is near the right one, or it but for one slip, or told to be that among all of the country beside
    the figure it hangs on: any other is one in another order."""
    if any(fact.of == 1 for fact in case.answer(claim).facts):  # one alone is known, among whom nobody is ranked
        return False
    if is_slip(case, claim) or is_near(claim, case.answer(claim).facts):
        return True
    return claim.scope == COUNTRY and hangs(case, claim, near=0)


def may_be_of_another_year(case: Case, claim: Claim) -> bool:
    """Whether nothing but its year speaks against a contradicted rank, which that beside it has ("Pada 2023 kota ini
    turun ke peringkat keempat", in 2022): it has no ground of its own, and is not told beside the right one."""
    near = any(is_next_to(claim.period, fact.period) for fact in case.answer(claim).periods)
    if _is_counted_on(case, claim):
        return False
    if not near or claim.period_span is None or not is_of_known_group(case, claim):
        return False
    told = _is_told_beside(case, claim) or _is_of_another_year_told(case, claim) or _is_anothers(case, claim)
    told = told or _is_led_to(case, claim)
    return not told and _ground(case, claim) is None


def _is_counted_on(case: Case, claim: Claim) -> bool:
    """ "sixth in the country in 2022, was fifteenth a year later": whether a year that is counted from the written one
    stands right behind a rank."""
    frame = frame_of(case, claim)
    at = frame.ending(claim.end, FIGURES) if frame is not None else -1
    return frame is not None and at >= 0 and frame.after(at, Tag.YEAR_ANCHORED, BETWEEN)


def _is_led_to(case: Case, claim: Claim) -> bool:
    """ "Runner-up in 2022 with 90.36 and has slipped to ninth": whether a change leads to a rank of the year after from
    what is right in the written year, behind which all stands."""
    frame, year = frame_of(case, claim), claim.period_span
    if frame is None or year is None or not any(fact.period > claim.period for fact in case.answer(claim).periods):
        return False
    between = [one for one in right_beside(case, claim) if year.end <= one.start < claim.start]
    left = [one.end for one in between if one.period == claim.period]
    changes = (frame.mentions[at].start for at in frame.having(Tag.CHANGE))
    return any(min(left) <= start < claim.start for start in changes) if left else False


def _ground(case: Case, claim: Claim) -> Ground | None:
    """The surest ground of a contradicted rank, whatever else the draft tells."""
    if claim.condition == FROM_BOTTOM and any(one.kind == "rank" for one in right_beside(case, claim)):
        return Ground.SUM  # "Peringkat 93, alias nomor lima dari bawah" of 98
    facts = case.answer(claim).facts
    certain = bool(claim.of and any(fact.of == claim.of for fact in facts)) or bool(claim.scope)
    slip = digits_of(claim) > 1 and is_slip(case, claim)
    if slip and (certain or _is_national(case, claim)):
        return Ground.SLIP
    if claim.condition == LISTED:
        return None
    if siblings(case, claim) >= ENOUGH or breaks_order(case, claim):
        return Ground.PARALLEL
    if claim.scope != COUNTRY and _in_own_order(case, claim):
        return None
    beside = hangs(case, claim, near=0)
    mistyped = slip and any(_mistyped(claim, fact) for fact in facts)
    if mistyped and (beside or _is_settled(case, claim) or _follows_figure(case, claim)):
        return None if _of_one_beside(case, claim) else Ground.SLIP
    return Ground.WRITTEN if certain and (beside or is_named(claim) or hangs(case, claim, near=1)) else None


def _is_national(case: Case, claim: Claim) -> bool:
    """ "Di antara 34 provinsi, Jambi di urutan ke-15", "secara nasional Jambi di urutan 15": whether a rank is told to
    be one among all that the reference ranks, in the sentence that names whose it is, and the draft has a right figure
    of the same one and year."""
    frame, facts = frame_of(case, claim), case.answer(claim).facts
    if frame is None or not is_named(claim) or not facts or any(fact.scope != COUNTRY for fact in facts):
        return False
    if case.answer(claim).periods or not all(_bears(case, one, claim.period) for one in _figures_near(case, claim)):
        return False
    sizes = (frame.mentions[at] for at in frame.having(FIGURES) if frame.after(at, Tag.GROUP))
    told = [one.number.value for one in sizes if one.number is not None and one.end < claim.start]
    return (facts[0].of in told or frame.has(Tag.RANK_NATIONAL)) and is_told_rightly(case, claim)


def _figures_near(case: Case, claim: Claim) -> Sequence[Claim]:
    """The figures of the subject of a claim in its sentence and in those next to it."""
    near = (one for at in (-1, 0, 1) for one in case.claims.inside(claim.sentence + at))
    own = (one for one in near if one.subject == claim.subject and isinstance(one.value, Decimal))
    return [one for one in own if kind_of(one.kind) is VALUE]


def _bears(case: Case, claim: Claim, period: str) -> bool:
    """Whether a figure is right in a year or in one before."""
    return claim.period <= period and case.answer(claim).verdict == "supported"


def _is_settled(case: Case, claim: Claim) -> bool:
    """ "Payakumbuh peringkat 14 dari 98 kota. Padang Panjang membuntuti di peringkat 25", or a headline over the right
    rank, or "urutan keenam. Bandingkan dengan 2022 yang berada di tempat 12": whether the right rank of the subject
    stands elsewhere, or beside it that of another of its kind, or its own of another year than the one written; and no
    other year has the one that is told."""
    if case.answer(claim).periods:
        return False
    kind = case.reference.kind_of(claim.subject)
    right = _right_ranks(case)
    of_others = {one for at in (claim.sentence - 1, claim.sentence) for one in right.get((at, claim.period, kind), ())}
    of_itself = {one for at in (claim.sentence - 1, claim.sentence) for one in right.get((at, "", claim.subject), ())}
    follows = is_named(claim) and bool(of_others - {claim.subject})
    return follows or is_right_elsewhere(case, claim) or (claim.period_span is not None and bool(of_itself))


def _follows_figure(case: Case, claim: Claim) -> bool:
    """ "Purwakarta mencatat 1.777 kasus. Secara provinsi Purwakarta ada di urutan ke-10", of 20: whether a rank goes on
    with the right figure of the sentence before, and is that of no other year."""
    return not case.answer(claim).periods and hangs(case, claim, near=1)


@lru_cache(maxsize=2)
def _right_ranks(case: Case) -> Mapping[tuple[int, str, str], Sequence[str]]:
    """The first few of whom a sentence has the right rank, by its year and their kind; and the years of the right ranks
    of each, by its subject."""
    found: dict[tuple[int, str, str], list[str]] = defaultdict(list)
    for claim in case.claims:
        if claim.kind == "rank" and case.answer(claim).verdict == "supported":
            kind = case.reference.kind_of(claim.subject)
            for key, value in (
                ((claim.sentence, claim.period, kind), claim.subject),
                ((claim.sentence, "", claim.subject), claim.period),
            ):
                if len(found[key]) < ENOUGH and value not in found[key]:
                    found[key].append(value)
    return found


@lru_cache(maxsize=2)
def _ranked(case: Case) -> Mapping[int, set[str]]:
    """Of whom each sentence tells a rank."""
    found: dict[int, set[str]] = defaultdict(set)
    for claim in case.claims:
        if claim.kind == "rank":
            found[claim.sentence].add(claim.subject)
    return found


def _is_anothers(case: Case, claim: Claim) -> bool:
    """ "Padang Panjang satu tingkat di bawah Payakumbuh: urutan 15": whether a rank is that of another of its kind, of
    whom its sentence tells none, but whom it names in front of the one it was read of."""
    frame, name = frame_of(case, claim), claim.subject_span
    if frame is None or name is None or claim.condition == FROM_BOTTOM:
        return False
    kind = case.reference.kind_of(claim.subject)
    own = bisect_left(frame.bearers, name.start, key=lambda one: frame.mentions[one[0]].start)
    before = {ids[0] for _, ids in frame.bearers[max(0, own - NAMED) : own] if len(ids) == 1}
    others = (one for one in before - _ranked(case)[claim.sentence] if case.reference.kind_of(one) == kind)
    ranks = (fact for other in others for fact in case.reference.ranks(other, claim.period, claim.pack))
    return any(fact.value == claim.value and (not claim.of or fact.of == claim.of) for fact in ranks)


def _leads_to_another(case: Case, claim: Claim) -> bool:
    """ "Yang nomor satu malah Ngawi": whether a rank that was read of somebody of another sentence stands right in
    front of the name of another."""
    frame = frame_of(case, claim)
    if frame is None or not any(part.is_subject for part in claim.how):
        return False
    at = next((at for at in frame.having(FIGURES) if claim.start < frame.mentions[at].end), -1)
    names = frame.subjects(at + 1)[:1] if at >= 0 else ()
    return any(claim.subject not in frame.mentions[one].ids and frame.close(at, one, BETWEEN) for one in names)


def _is_told_beside(case: Case, claim: Claim) -> bool:
    """ "naik ke peringkat 12 dari 98 kota, sementara tahun 2023 posisinya 32", "Ada sembilan kota di urutan 90 sampai
    98": whether the right rank of that year stands in the sentence, so that this one is of another; or, where nobody is
    named for it, under the very same year."""
    unnamed, year = not is_named(claim), claim.period_span
    beside = (one for one in right_beside(case, claim) if one.kind == "rank" and one.period == claim.period)
    if year is None:
        return any(unnamed or one.period_span is not None for one in beside)
    return unnamed and any(one.period_span == year for one in beside)


def _of_one_beside(case: Case, claim: Claim) -> bool:
    """ "Kendari 58,99, Baubau 58,03; ranking 91 dan 93": whether the rank is that of somebody else of the sentence."""
    others = {one.subject for one in case.claims.inside(claim.sentence)} - {claim.subject}
    known = (fact for other in sorted(others) for fact in case.reference.ranks(other, claim.period, claim.pack))
    return any(fact.value == claim.value for fact in known)


def _mistyped(claim: Claim, fact: Fact) -> bool:
    """Whether a rank is one of as many digits but for one slip."""
    return len(str(fact.value)) == len(str(claim.value)) and misses(claim, fact)


def _is_of_another_year_told(case: Case, claim: Claim) -> bool:
    """Whether a rank that has its year from the article, and not from the figure beside it, is right in another year
    that the draft tells of."""
    if How.YEAR_OF_ARTICLE not in claim.how or not case.answer(claim).periods:
        return False
    from factcheck.judging.vouching import spoken_years
    from factcheck.judging.years.foreseen import is_beside_its_figure

    silent = spoken_years(case).isdisjoint(fact.period for fact in case.answer(claim).periods)
    return not silent and not is_beside_its_figure(case, claim)


def _in_own_order(case: Case, claim: Claim) -> bool:
    """Whether the rank is that of its figure among those of its kind that the draft itself gives: of an island, of
    those named here."""
    figures = _figures(case).get((claim.period, claim.pack, case.reference.kind_of(claim.subject)), {})
    own = figures.get(claim.subject)
    if own is None or len(figures) < ENOUGH:
        return False
    above = sum(value > own for value in figures.values())
    return claim.value in (above + 1, len(figures) - above)


@lru_cache(maxsize=2)
def _figures(case: Case) -> Mapping[tuple[str, str, str], Mapping[str, Decimal]]:
    """The last figure of each subject of a draft, by year, pack and kind of the subject."""
    figures: dict[tuple[str, str, str], dict[str, Decimal]] = defaultdict(dict)
    for claim in case.claims:
        if isinstance(claim.value, Decimal) and kind_of(claim.kind) is VALUE:
            figures[claim.period, claim.pack, case.reference.kind_of(claim.subject)][claim.subject] = claim.value
    return figures
