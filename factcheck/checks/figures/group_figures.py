"""Which figures count a group, or those who bear a word, and when one of them is surely a slip.

"Surveinya menyasar 24 kabupaten/kota di Lampung", which has fifteen: nothing explains such a number, and written
otherwise it is how many there are, were assessed, or bear the word beside it.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from factcheck.judging.case import Case, frame_of
from factcheck.judging.grounds.counted_elsewhere import counts_another_word, is_of_unknown_place, is_said_loosely
from factcheck.judging.grounds.group_grounds import is_of_another
from factcheck.judging.likely import ANY_GROUP
from factcheck.judging.vouching import counted_beside, is_shown
from factcheck.language.figures import Number
from factcheck.model import COUNTRY, Claim, How, number_of
from factcheck.reading.evidence.counts.explained_counts import ASSESSED, conditions
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Tag

BESIDE, WORDS = 3, 2
"""Mentions between a number and what it counts; words between two of them."""
BACK = 1
"""Sentences in front of a number in which its region may be named."""
PAIR = 2
"""So many right counts beside it show what a number counts."""


def group_counted(frame: Frame, number: Number) -> str:
    """The group in front of whose word a number stands, where it is no size of one that somebody is ranked in: "22
    pemda", "dari 17 kabupaten/kota", not "urutan 9 dari 22 pemda"; `ANY_GROUP` beside a word for those who were
    assessed or bear something; empty where it counts none of these."""
    at = frame.ending(number.figure.end, FIGURES)
    if at < 0 or (frame.before(at, Tag.RANK_AMONG) and frame.has_any((Tag.RANK_CUE, Tag.EXTREME), 0, at)):
        return ""
    if frame.after(at, Tag.GROUP):
        some = frame.before(at, Tag.RANK_AMONG) and not frame.has(Tag.COUNT_ASSESSED, at) and _are_picked(frame, at)
        return "" if some else frame.mentions[at + 1].tags[Tag.GROUP]
    ranged = (
        frame.spans(at - 1, at)
        or frame.spans(at, at + 1)
        or frame.before(at, Tag.RANK_RANGE)
        or frame.after(at, Tag.RANK_RANGE)
    )
    return ANY_GROUP if not ranged and _counts_word(frame, at) else ""


def _counts_word(frame: Frame, at: int) -> bool:
    """ "Yang hijau naik jadi 414", "instansi yang dinilai 587": whether a word of a scale, or for assessing, stands
    beside a number, with no mark between."""
    last = len(frame.mentions) - 1
    before = ((place, place + 1) for place in range(at - 1, max(-1, at - 1 - BESIDE), -1))
    behind = ((place, place - 1) for place in range(at + 1, min(at + BESIDE, last) + 1))
    return any(_reaches_word(frame, steps) for steps in (before, behind))


def _reaches_word(frame: Frame, steps: Iterable[tuple[int, int]]) -> bool:
    """Whether one mention after another, away from a number, leads to such a word."""
    for place, nearer in steps:
        mention = frame.mentions[place]
        if not frame.close(min(place, nearer), max(place, nearer), WORDS) or mention.number is not None or mention.ids:
            return False
        if Tag.COUNT_ASSESSED in mention.tags or any(tag.startswith(SCALED) for tag in mention.tags):
            return True
    return False


def meant(case: Case, number: Number, found: list[tuple[Claim, Case]]) -> list[tuple[Claim, Case]]:
    """Those of the ways to read a figure written otherwise that may be meant: what the draft counts elsewhere already
    is not; of several those that count what the figure was read to count, if any do."""
    if len({claim.value for claim, _ in found}) < PAIR:
        return found
    left = [(claim, other) for claim, other in found if not (claim.kind == "count" and _is_counted(case, claim))]
    own = {one.condition for one in case.claims.over(*number.figure) if one.kind == "count" and one.condition}
    same = [(claim, other) for claim, other in left if claim.condition in own]
    return same or left


def is_told_as(case: Case, number: Number, claim: Claim) -> bool:
    """ "Dari 53 kota hijau … bersama 43 kota lain yang hijau": whether a figure was read to count just what the draft
    counts rightly elsewhere."""
    own = (claim.subject, claim.period, claim.condition, claim.group)
    read = (one for one in case.claims.over(*number.figure) if one.kind == "count")
    same = any((one.subject, one.period, one.condition, one.group) == own for one in read)
    frame = frame_of(case, claim)
    beside = (frame.mentions[at].number for at in frame.having(FIGURES)) if frame is not None else ()
    same = same and claim.kind == "count" and ":" in claim.condition
    return same and not any(one is not None and one.value == claim.value for one in beside)


def _is_counted(case: Case, claim: Claim) -> bool:
    """Whether a draft counts just that already: the same of the same region in one year."""
    told = (one for one in case.claims.of(claim.subject) if one.kind == "count" and one.value == claim.value)
    slot = (claim.condition, claim.period)
    return any((one.condition, one.period) == slot and case.answer(one).verdict == "supported" for one in told)


def is_sure_count(case: Case, other: Case, number: Number, claim: Claim) -> bool:
    """Whether a count that the reference bears out, with a figure written otherwise, is hardly there by chance: its
    sentence says of whom, or all that it counts; right counts stand beside it; or there are not so many of its group
    as the draft has."""
    if abs(number.value - number_of(claim)) <= 1 or is_of_unknown_place(other, claim):
        return False
    if counts_another_word(case, number.value):
        return False
    shown = is_shown(case, claim.period)
    read = [one for one in case.claims.over(*number.figure) if one.kind == "count"]
    if (How.YEAR_OF_ARTICLE in claim.how and not shown) or any(is_said_loosely(case, one) for one in read):
        return False
    if How.SUBJECT_EXPLAINED not in claim.how or counted_beside(other, claim) >= PAIR:
        return True
    if any(case.answer(one).verdict == "contradicted" and is_of_another(case, one) for one in read):
        return False
    told = shown and _is_named(other, claim, BACK) and _are_too_many(case, number, claim)
    return told or (shown and _is_written_out(other, claim)) or _is_listed(other, number, claim)


def _is_named(case: Case, claim: Claim, back: int = 0) -> bool:
    """Whether the region of a count is named in its sentence, or in one so many in front of it."""
    near = case.frames[max(0, claim.sentence - back) : claim.sentence + 1]
    return any(claim.subject in one.ids for frame in near for one in frame.mentions)


def _is_listed(case: Case, number: Number, claim: Claim) -> bool:
    """ "yaitu 25 kementerian, 14 lembaga dan …": whether a right number of all of another group stands in the sentence
    of such a number, which is that of no other of its group."""
    facts = case.reference.counts(claim.subject, claim.period, claim.pack)
    if any(fact.group == claim.group and fact.value == number.value for fact in facts):
        return False
    slot = (claim.subject, claim.period, ASSESSED)
    beside = (one for one in case.claims.inside(claim.sentence) if one.kind == "count" and one.group != claim.group)
    told = (one for one in beside if (one.subject, one.period, one.condition) == slot and one.group)
    return claim.condition == ASSESSED and any(case.answer(one).verdict == "supported" for one in told)


def _are_too_many(case: Case, number: Number, claim: Claim) -> bool:
    """Whether a province, none of which became another, has fewer of a group than are told."""
    if claim.subject in ("", COUNTRY) or any(one.out_of == claim.subject for one in case.reference.entities.values()):
        return False
    members = case.reference.members(claim.group, claim.subject, claim.period, claim.pack) if claim.group else ()
    return 0 < len(members) < number.value and number_of(claim) <= len(members)


def _is_written_out(case: Case, claim: Claim) -> bool:
    """ "Predikat kepatuhan tinggi 2022 diraih 16 pemda di Sumatera Utara", "dari seluruhnya 416 kabupaten di
    Indonesia": whether the group stands behind a number, and the region and what is counted in its sentence."""
    frame = frame_of(case, claim)
    at = frame.ending(claim.end, FIGURES) if frame is not None else -1
    if frame is None or at < 0 or not frame.after(at, Tag.GROUP) or not _is_named(case, claim):
        return False
    if claim.condition == ASSESSED:
        lead = frame.plain[frame.sentence.start : claim.start].rstrip().lower()
        whole = lead.endswith(frame.words.whole_of) or frame.before(at, Tag.RANK_AMONG)
        if frame.has(Tag.COUNT_ASSESSED, at, at + BESIDE + 1):
            return True
        return whole and not _are_picked(frame, at)
    return claim.condition in conditions(frame, at)


def _are_picked(frame: Frame, at: int) -> bool:
    """ "12 kabupaten/kota di NTT yang punya mal layanan": whether it is said of a group, before its clause ends, which
    of it are meant."""
    end = next((one for one in range(at + 1, len(frame.mentions)) if frame.ends_at(one)), len(frame.mentions))
    stop = frame.mentions[end].start if end < len(frame.mentions) else frame.sentence.end
    words = {word.lower() for word in frame.plain[frame.mentions[at].end : stop].partition(",")[0].split()}
    return frame.has(SCALED, at, at + BESIDE + 1) or not words.isdisjoint(frame.words.relative)


def told_of_people(case: Case, claim: Claim) -> bool:
    """ "8,47 persen atau 23,85 juta orang": whether a right figure of the subject stands in the sentence of a number of
    its people or in one beside it, of the same table."""
    near = (one for at in (-1, 0, 1) for one in case.claims.inside(claim.sentence + at) if one.id != claim.id)
    told = (one for one in near if (one.subject, one.pack) == (claim.subject, claim.pack))
    return any(isinstance(one.value, Decimal) and case.answer(one).verdict == "supported" for one in told)
