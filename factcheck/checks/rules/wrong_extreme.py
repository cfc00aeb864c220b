"""Somebody called highest or lowest who is not.

Wrong: Kabupaten Seluma mencatat nilai tertinggi se-Provinsi Bengkulu pada 2024.
Right: Kabupaten Kaur mencatat nilai tertinggi se-Provinsi Bengkulu pada 2024.
Why: a table declared complete for the group and year has another at that end, or a stated rank says otherwise; or
    the draft itself gives a right figure of another province, or of another of its list, that is beyond; or the figure
    of the highest stands in a list of the draft, of rises too, in which another has more.
Silence: `wrong-extreme` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.subject_needs import extremes
from factcheck.judging.case import Case, evidence, frame_at
from factcheck.judging.grounds.ground import Ground
from factcheck.judging.years.right_year import fits_too
from factcheck.judging.years.told_years import names_measure
from factcheck.judging.years.year_slips import explained
from factcheck.language.figures import PERCENT
from factcheck.messages import message
from factcheck.model import COUNTRY, Claim, Evidence, Finding, How, Suggestion, number_of
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.scan.frame import FIGURES, places_with, with_tag
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.values.mood import is_question
from factcheck.reference.packs.info import FIRST
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checks.lists.listed_extremes import Surpassed
    from factcheck.checks.lists.own_extremes import Outdone

RULE = "wrong-extreme"
DIFFERENCE = "difference"
LISTS = {"item", "row"}
BESIDE = 3
"""Mentions between a word for the highest or lowest and that of the group among whom it is."""


@rule(RULE, "error", after="wrong-count", needs=extremes, ground=Ground.CLAUSE)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each contradicted extreme."""
    moved, flagged = explained(case), set[int]()
    for claim in (one for one in case.claims if one.kind == "extreme" and one.id not in moved):
        if case.answer(claim).verdict == "contradicted" and (claim.scope or _is_of_all(case, claim)):
            if _of_another_measure(case, claim) or _is_denied(case, claim) or _is_asked(case, claim.start):
                continue
            if _is_missed(case, claim.start) or _is_of_year_beside(case, claim):
                continue
            if _is_replaced(case, claim) or _is_of_something(case, claim) or _is_of_other_group(case, claim):
                continue
            flagged.add(claim.start)
            yield _finding(case, claim)
    if with_tag(case.frames, Tag.EXTREME):
        from factcheck.checks.lists.own_extremes import outdone, outdone_in_family, outdone_in_list

        found = (*outdone(case), *outdone_in_family(case), *outdone_in_list(case))
        asked = flagged | {one.start for one in found if _is_asked(case, one.start) or _is_missed(case, one.start)}
        yield from (_outdone(case, one) for one in found if one.start not in asked)
        if not {block.kind for block in case.document.blocks} & LISTS:
            return
        from factcheck.checks.lists.listed_extremes import surpassed

        told = flagged | {one.start for one in found}
        listed = (one for one in surpassed(case) if one.start not in told and not _is_asked(case, one.start))
        yield from (_surpassed(case, one) for one in listed)


def _is_of_all(case: Case, claim: Claim) -> bool:
    """ "Provinsi dengan persentase penduduk miskin terendah pada Maret 2025 adalah …": whether an extreme of a province
    is told among the provinces, in a draft that tells of no island and of no group of them."""
    from factcheck.checks.lists.own_extremes import narrowed, unknown_place

    if case.reference.level_of(claim.subject) != FIRST:
        return False
    frame = frame_at(case, claim.start)
    at = next((at for at in frame.having(Tag.EXTREME) if frame.mentions[at].start == claim.start), -1)
    if at < 1 or not frame.has(Tag.GROUP, max(0, at - BESIDE), at) or narrowed(frame, at):
        return False
    places = places_with(case.frames, Tag.ENTITY_PLACES)
    return not with_tag(case.frames, Tag.COLLECTIVE) and not any(unknown_place(one, place) for one, place in places)


def _surpassed(case: Case, found: Surpassed) -> Finding:
    own, other = case.name(found.own), case.name(found.other)
    figure = case.document.text[found.figure.start : found.figure.end]
    line = case.document.text.count("\n", 0, found.figure.start) + 1
    told = (
        message(
            "{who} is not the highest here: {other} has {text} in line {line}.",
            who=own,
            other=other,
            text=figure,
            line=line,
        )
        if found.word == "highest"
        else message(
            "{who} is not the lowest here: {other} has {text} in line {line}.",
            who=own,
            other=other,
            text=figure,
            line=line,
        )
    )
    return Finding(
        RULE,
        "warning",
        told,
        found.start,
        found.end,
        expected=other,
        evidence=(Evidence(message("this draft"), "", figure, message("line {line}", line=line)),),
        ground=Ground.SUM,
    )


def _is_asked(case: Case, start: int) -> bool:
    """ "Siapa saja yang terbaik di Sumatera Selatan?": whether a question asks for an extreme, and tells none."""
    frame = frame_at(case, start)
    return frame.sentence.start <= start < frame.sentence.end and is_question(frame)


def _is_missed(case: Case, start: int) -> bool:
    """ "narrowly missed the top class", "missed the top spot": whether a word right in front says that it was not."""
    frame = frame_at(case, start)
    at = next((at for at in frame.having(Tag.EXTREME) if frame.mentions[at].start == start), -1)
    return at > 0 and frame.has_any((Tag.MOOD_OUTSIDE, Tag.MOOD_NEGATION), max(0, at - 2), at)


def _is_of_year_beside(case: Case, claim: Claim) -> bool:
    """ "Dari 92,06 pada 2021, Bungo kini terbawah: 84,04": whether an extreme whose year no digits tell is right in
    that of a right figure of the same subject behind it."""
    if claim.period_span is not None and case.document.plain[slice(*claim.period_span)].isdigit():
        return False
    right = {fact.period for fact in case.answer(claim).periods}
    return any(
        one.subject == claim.subject and one.period in right and one.start > claim.end
        for one in (case.claims.inside(claim.sentence) if right else ())
        if isinstance(one.value, Decimal) and case.answer(one).verdict == "supported"
    )


def _outdone(case: Case, found: Outdone) -> Finding:
    own, other = found.own, found.other
    end = message("the highest") if found.word == "highest" else message("the lowest")
    from factcheck.checks.wording import with_unit

    value = with_unit(case, other, case.text(other))
    from factcheck.checks.wording import called

    told = message("{who} ({what} {value})", who=case.name(other.subject), what=called(case, other), value=value)
    return Finding(
        RULE,
        "warning",
        message(
            "{who} was not {end} in {year}: {told}.", who=case.name(own.subject), end=end, year=own.period, told=told
        ),
        found.start,
        found.end,
        (own.id, other.id),
        expected=case.name(other.subject),
        evidence=(Evidence(message("this draft"), "", other.value, case.text(other)),),
    )


def _of_another_measure(case: Case, claim: Claim) -> bool:
    """ "Indeks Pembangunan Manusia Jakarta 81,11, tertinggi di Indonesia": the figure beside it is another's; "kenaikan
    0 persen itu yang terendah": it is said of a rise."""
    if _is_of_change(case, claim):
        return True
    own = [one for one in case.claims.inside(claim.sentence) if one.subject == claim.subject and one.id != claim.id]
    if any(_is_of_less(case, claim, one) for one in own):
        return True
    if _is_right_of_other(case, claim):
        return True
    figures = [one for one in own if one.measure == claim.measure and isinstance(one.value, Decimal)]
    if figures:
        return all(case.answer(one).verdict != "supported" for one in figures)
    before = [one for one in own if isinstance(one.value, Decimal) and one.end <= claim.start]
    return bool(before) and _is_right_value(case, before[-1])


def _is_right_of_other(case: Case, claim: Claim) -> bool:
    """ "3,44 persen. Jumlahnya 162.010 orang, tetapi persentase itu tetap yang terendah": whether an extreme that no
    figure of its measure follows is right of another measure of which its subject has a right figure in front of it, in
    its sentence or the one before."""
    near = (*case.claims.inside(claim.sentence - 1), *case.claims.inside(claim.sentence))
    told = [
        one for one in near if (one.subject, one.pack) == (claim.subject, claim.pack) and _is_right_value(case, one)
    ]
    if any(one.measure == claim.measure and one.start > claim.end for one in told):
        return False
    others = [one for one in told if one.measure != claim.measure and one.end <= claim.start]
    facts = {(fact.measure, fact.period) for one in others for fact in case.answer(one).facts}
    return any(fits_too(case, claim._replace(measure=measure), period) for measure, period in facts)


def _is_replaced(case: Case, claim: Claim) -> bool:
    from factcheck.judging.aside import is_replaced

    return is_replaced(case, claim)


def _is_of_other_group(case: Case, claim: Claim) -> bool:
    """ "Bone menjadi kabupaten berpenduduk terbanyak, meski kalah dari Kota Makassar": whether a group that the one who
    is further is none of stands right in front of an extreme or behind it."""
    frame = frame_at(case, claim.start)
    at = next((at for at in frame.having(Tag.EXTREME) if frame.mentions[at].start == claim.start), -1)
    if at < 0:
        return False
    groups = {frame.mentions[one].tags[Tag.GROUP] for one in frame.having(Tag.GROUP, max(0, at - BESIDE), at + BESIDE)}
    own, other = (case.reference.kind_of(one) for one in (claim.subject, case.answer(claim).facts[0].entity))
    kinds = [case.reference.kinds(group) for group in groups if group]
    return any(own in each and other not in each for each in kinds)


def _is_of_something(case: Case, claim: Claim) -> bool:
    """ "maladministrasi paling tinggi di Provinsi Kepri antara lain menunda urusan": whether an extreme of whom the
    sentence before names stands in a sentence that tells neither of what is measured nor of a right value."""
    if claim.subject_span is not None or How.SUBJECT_OF_SENTENCE_BEFORE not in claim.how:
        return False
    frame = frame_at(case, claim.start)
    told = frame.has_any((Tag.SUBJECT, Tag.RANK_CUE, Tag.YEAR_RESULT)) or names_measure(frame.tagged)
    own = case.claims.inside(claim.sentence)
    return not told and not any(one.id != claim.id and case.answer(one).verdict == "supported" for one in own)


def _is_right_value(case: Case, claim: Claim) -> bool:
    """ "Kenaikan iuran 2024, 7,5 persen, adalah yang terbesar": whether a figure is a right one of another measure."""
    return kind_of(claim.kind) is VALUE and case.answer(claim).verdict == "supported"


def _is_of_less(case: Case, extreme: Claim, other: Claim) -> bool:
    """ "menjadi yang terbaik dengan 93,68 dan secara nasional peringkat ke-36": whether a right rank beside an extreme
    of the country says that it is none of it."""
    ranked = other.kind == "rank" and extreme.scope == COUNTRY and number_of(other) > 1
    return ranked and other.period == extreme.period and case.answer(other).verdict == "supported"


def _is_denied(case: Case, claim: Claim) -> bool:
    """ "Bukan Pekanbaru, Ini Iuran Tertinggi di Riau": whether "bukan" stands right in front of the name."""
    from factcheck.judging.case import frame_of

    frame = frame_of(case, claim)
    at = frame.subject_at(claim.subject_span) if frame is not None else -1
    return frame is not None and at > 0 and frame.before(at, Tag.MOOD_NEGATION)


def _is_of_change(case: Case, claim: Claim) -> bool:
    """Whether a rise stands in front of an extreme, in per cent or read as one ("Penurunan 8,1 poin itu yang terbaik"),
    and no word of its measure between."""
    from factcheck.judging.case import frame_of

    frame = frame_of(case, claim)
    at = frame.ending(claim.end, Tag.EXTREME) if frame is not None else -1
    if frame is None or at < 0:
        return False
    changes = {one.start for one in case.claims.inside(claim.sentence) if one.kind == DIFFERENCE}
    read = [place for place in frame.having(FIGURES, 0, at) if frame.mentions[place].start in changes]
    numbers = [(place, frame.mentions[place].number) for place in frame.having(FIGURES, 0, at)]
    rates = [place for place, number in numbers if number is not None and number.unit == PERCENT]
    led = rates[-1:] if rates and frame.has(Tag.CHANGE, max(0, rates[-1] - 2), rates[-1]) else []
    last = max((*read[-1:], *led), default=-1)
    behind = last + 1 + frame.after(last, Tag.UNIT, 1)  # "poin" may be a word of the measure too
    ends = (f"{CUE_OF}{claim.measure}", Tag.COMMA, Tag.BIND_AND, Tag.BIND_CLAUSE)
    return last >= 0 and not frame.has_any(ends, behind, at)


def _finding(case: Case, claim: Claim) -> Finding:
    fact = case.answer(claim).facts[0]
    other = fact.measure != "rank" and fact.entity != claim.subject
    right = case.name(fact.entity) if other else None
    from factcheck.checks.wording import spelled, with_unit

    value = with_unit(case, fact, spelled(case, fact))
    from factcheck.checks.wording import called

    told: str = message("{who} ({what} {value})", who=right, what=called(case, fact), value=value)
    if not other:
        told = message("its rank was {rank} of {size}", rank=fact.value, size=fact.of)
        told = told if fact.of else message("its rank was {rank}", rank=fact.value)
    end = message("the highest") if claim.value == "highest" else message("the lowest")
    told_beside = any(
        one.subject == claim.subject and one.measure == claim.measure and one.id != claim.id
        for one in case.claims.inside(claim.sentence)
    )  # its figure would be another's then
    suggestions = (Suggestion(*claim.subject_span, right),) if right and claim.subject_span and not told_beside else ()
    return Finding(
        RULE,
        "error" if other else "warning",
        message(
            "{who} was not {end} in {year}: {told}.",
            who=case.name(claim.subject),
            end=end,
            year=claim.period,
            told=told,
        ),
        claim.start,
        claim.end,
        (claim.id,),
        expected=right,
        suggestions=suggestions,
        evidence=evidence(case.answer(claim).facts),
    )
