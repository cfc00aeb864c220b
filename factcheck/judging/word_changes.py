"""What vouches for a word of a scale that tells what somebody was, or became: the other half of the change."""

from __future__ import annotations

from decimal import Decimal

from factcheck.judging.case import Case, frame_of
from factcheck.judging.vouching import NEAR, hangs, is_told_rightly, right_beside, spoken_years
from factcheck.judging.years.right_year import fits_too
from factcheck.model import Claim, year_of
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.values.mood import stays

LEFT = (Tag.BIND_LEAVE, Tag.BIND_OUT)
AFTER = 40
"""Letters between the figure of an aside and the word that its bearer came to."""


def is_left(case: Case, claim: Claim) -> bool:
    """ "keluar dari rapor merah": what somebody was, and nobody says when."""
    frame = frame_of(case, claim)
    at = frame.ending(claim.end, SCALED) if frame is not None else -1
    if frame is None or stays(frame, at):
        return False
    if frame.before(at - frame.before(at, Tag.CUE_WORD), Tag.YEAR_LEADING):  # "81,29 hanya setahun sesudah merah"
        return True
    led = frame.having(Tag.BIND_FROM, max(0, at - NEAR), at)  # "justru turun dari kuning"
    fallen = bool(led) and frame.has(Tag.CHANGE, max(0, led[-1] - 1), led[-1])
    dated = claim.period_span is not None and fallen and claim.period_span.start > frame.mentions[led[-1]].start
    if _is_before_turn(frame, at) or (not dated and led and _turns(frame, led[-1], at)):
        return True
    return (fallen and not dated) or frame.has_any(LEFT, max(0, at - NEAR - 1), at)


def _is_before_turn(frame: Frame, at: int) -> bool:
    """ "Setelah setahun di zona kuning, kabupaten itu …": whether a word stands in a clause that "after" leads and a
    comma ends."""
    opens = max((place for place in frame.having(Tag.BIND_CLAUSE, 0, at)), default=-1)
    if opens < 0 or frame.has(Tag.COMMA, opens, at) or not frame.has(Tag.COMMA, at):
        return False
    return frame.plain[frame.mentions[opens].start : frame.mentions[opens].end].lower() in frame.words.after


def _turns(frame: Frame, led: int, at: int) -> bool:
    """ "Dari kuning ke 89,45": whether a figure or another word is what somebody came to from a word right behind
    "dari"."""
    beside = all(Tag.CUE_WORD in one.tags for one in frame.mentions[led + 1 : at])
    return beside and frame.after(at, Tag.BIND_TO)


def is_other_half(case: Case, claim: Claim) -> bool:
    """ "Kutim, yang tahun lalu merah, kini hijau", "dari hijau menjadi hijau": whether another word of the scale beside
    one is right of the same subject in another year, and this one was not its in any year that may be meant."""
    others = [one for one in right_beside(case, claim) if one.measure == claim.measure and one.period != claim.period]
    if others and claim.period_span is not None and not is_left(case, claim):
        return True
    known = {str(fact.value) for fact in case.answer(claim).facts}
    changed = bool(others) and not any(str(one.value) in known for one in others)  # else an older change is told
    return changed and not any(_bore(case, claim, since=one.period) for one in others)


def is_come_to(case: Case, claim: Claim) -> bool:
    """ "Setahun sebelumnya 83,18; tambahan 7,02 poin menaikkan kategorinya dari B menjadi A": whether a word behind one
    for what was come to is read of a year in which its subject had what it came from: it is of a later one."""
    frame = frame_of(case, claim)
    at = frame.ending(claim.end, SCALED) if frame is not None else -1
    to = frame.having(Tag.BIND_TO, max(0, at - NEAR), at) if frame is not None else ()
    if frame is None or not to:
        return False
    if _is_come_to_later(case, claim, frame, to[-1]):
        return True
    if not frame.has(Tag.BIND_FROM, 0, at):
        return False
    told = (one for one in case.claims.inside(claim.sentence) if one.end <= claim.start)
    before = [one for one in told if (one.subject, one.measure) == (claim.subject, claim.measure)]
    return bool(before) and before[-1].value in {fact.value for fact in case.answer(claim).facts}


def _is_come_to_later(case: Case, claim: Claim, frame: Frame, to: int) -> bool:
    """ "Bondowoso, runner-up 2021 dengan 94,29, malah jatuh ke kuning": whether the right figure of the year that was
    read for a word stands between commas in front of what was come to, which is right in a later year spoken of."""
    start = frame.mentions[to].start
    before = [one for one in right_beside(case, claim) if isinstance(one.value, Decimal) and one.end <= start]
    closed = before and any(frame.mentions[at].start >= before[-1].end for at in frame.having(Tag.COMMA, 0, to))
    if not closed or before[-1].period != claim.period or claim.start - before[-1].end > AFTER:
        return False
    return any(year > claim.period and fits_too(case, claim, year) for year in spoken_years(case))


def is_left_beside_figure(case: Case, claim: Claim) -> bool:
    """ "meninggalkan zona hijau setelah nilainya 54,11. Pada 2022 nilainya 25,98": whether the figure of the year in
    which somebody was what they left stands right near by, and the word was theirs in no year before."""
    return is_left(case, claim) and hangs(case, claim, near=NEAR) and not _bore(case, claim, since=claim.period)


def hangs_on_change(case: Case, claim: Claim) -> bool:
    """ "Artinya 29,80 poin menguap dan warnanya berganti kuning": whether a difference that is right stands beside a
    word, of the same subject in the same year."""
    beside = [one for one in right_beside(case, claim) if one.kind == "difference" and one.start < claim.start]
    return any(one.period == claim.period for one in beside)


def is_left_of_told_year(case: Case, claim: Claim) -> bool:
    """ "Lepas dari Zona Merah" over a text in which the figure of that year is right: whether the draft tells of the
    year in which somebody was what they left, and the word was theirs in no year before."""
    told = is_left(case, claim) and is_told_rightly(case, claim)
    return told and bool(case.answer(claim).facts) and not _bore(case, claim, since=claim.period)


def _bore(case: Case, claim: Claim, since: str) -> bool:
    """Whether the word of a claim was its subject's in any year on the side of another on which that of the claim
    lies; in any before it where both are one."""
    known = case.reference.facts(claim.measure, claim.subject, "", claim.pack)
    years = [year_of(fact.period) for fact in known if str(fact.value) == str(claim.value)]
    return any(year > since for year in years) if claim.period > since else any(year < since for year in years)
