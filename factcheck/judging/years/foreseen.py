"""What is told of no result: aims and forecasts, and the years that a draft only looks to or compares with."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import lru_cache
from operator import attrgetter

from factcheck.judging.case import Case, frame_at, frame_of
from factcheck.judging.judge import answer_to
from factcheck.judging.vouching import hangs, is_shown, is_told_by_figure, spoken_years
from factcheck.judging.years.right_year import is_distinctive
from factcheck.language.figures import PERCENT
from factcheck.model import Claim, How, Span, number_of
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.values.mood import is_supposed, supposes

_start = attrgetter("start")
ENDS = (Tag.STOP, Tag.SEMICOLON)
"""What ends an aim."""
BEFORE = 4
"""Sentences in front of what is supposed in which the year that is meant may stand."""
PAIR = 2
ABOUT = 100
"""A figure told to less than a hundredth of it is about so much."""
FORBIDDEN = 60
"""Letters from a word that forbids to say something to what is not to be said."""
NEAR = 2
"""Mentions in front of a year in which a word of comparing may stand."""


def is_foreseen(case: Case, claim: Claim) -> bool:
    """ "Gubernur menargetkan tahun depan provinsi itu hijau", "diproyeksikan naik menjadi Rp3.412.118": whether a claim
    stands behind a word for what somebody aims at or expects."""
    frame = frame_of(case, claim)
    return frame is not None and (_looks_ahead(frame, claim.start) or _is_forbidden(frame, claim))


def _is_forbidden(frame: Frame, claim: Claim) -> bool:
    """ "Jangan dibilang Tidore anjlok 22 poin": whether it is told not to say so."""
    return any(
        frame.mentions[at].end <= claim.start <= frame.mentions[at].end + FORBIDDEN
        and not any(frame.mentions[mark].start < claim.start for tag in ENDS for mark in frame.having(tag, at))
        for at in frame.having(Tag.MOOD_FORBIDDEN)
    )


@lru_cache(maxsize=2)
def reckoned_years(case: Case) -> Collection[str]:
    """ "Simulasi iuran 2026", "jika iuran 2026 naik 10,5 persen": the years whose figures a draft only works out: what
    it gives for them contradicts nothing, and figures of the year before are what it begins with. None of which it
    tells a figure that is right."""
    years = {year for frame in case.frames if _reckons(frame) for year in _years_of(case, frame)}
    return years - {one.period for one in case.claims if years and _is_right_figure(case, one)}


def _is_right_figure(case: Case, claim: Claim) -> bool:
    """Whether a figure that tells something, and not about so much, is right."""
    if not is_distinctive(claim) or claim.kind == "difference" or case.answer(claim).verdict != "supported":
        return False
    return claim.low is None or claim.high is None or (claim.high - claim.low) * ABOUT < number_of(claim)


def _reckons(frame: Frame) -> bool:
    """Whether a sentence tells of what is measured as worked out, or supposes a change of it."""
    if not any(tag.startswith(CUE_OF) for tag in frame.tagged):
        return False
    changed = frame.has_any((Tag.CHANGE, Tag.MOOD_DEMANDED))
    supposed = changed and any(supposes(frame, place) for place in frame.having(Tag.MOOD_CONDITIONAL))
    return supposed or frame.has(Tag.MOOD_RECKONED)


def _years_of(case: Case, frame: Frame) -> Sequence[str]:
    """The years of a sentence; where it writes none, the last of those in front of it, near by."""
    near = case.frames[max(0, frame.sentence.place - BEFORE) : frame.sentence.place]
    return _written(frame) or sorted(year for one in near for year in _written(one))[-1:]


def _written(frame: Frame) -> Sequence[str]:
    marks = (frame.mentions[at] for at in frame.having(Tag.YEAR_DIGITS))
    return [frame.plain[one.start : one.end] for one in marks]


def is_of_another_time(case: Case, claim: Claim) -> bool:
    """ "Waktu itu dua kabupaten masih kuning", "urutannya 17 dari 34 provinsi", which it had in another year: whether a
    claim whose sentence has its year from the article is told of "that time", or is a rank that is right in another
    year."""
    if claim.period_span is not None:
        return False
    carried = any(How.YEAR_OF_ARTICLE in one.how for one in case.claims.inside(claim.sentence))
    frame = frame_of(case, claim) if carried else None
    if frame is not None and any(frame.mentions[at].end <= claim.start for at in frame.having(Tag.BIND_THEN)):
        return not is_told_by_figure(case, claim)
    if How.YEAR_BEFORE_CHANGE in claim.how:  # "pernah peringkat 20": once, and not the year before
        periods = (fact.period for fact in case.answer(claim).periods)
        return claim.kind == "rank" and not spoken_years(case).isdisjoint(periods)
    if How.YEAR_OF_ARTICLE not in claim.how:
        return False
    return (claim.kind == "rank" and _is_rank_of_another_year(case, claim)) or _is_of_year_open(case, claim)


def _is_rank_of_another_year(case: Case, claim: Claim) -> bool:
    """Whether a rank is right in another year, of which it may be told: any, where no right figure of its subject and
    year stands beside it; one that the draft speaks of, where that stands in the sentence before; one of its own
    sentence else: "Banten bernilai 94,01, peringkat 20 nasional", which it was three years before."""
    if not case.answer(claim).periods:
        return False
    periods = {fact.period for fact in case.answer(claim).periods}
    if is_beside_its_figure(case, claim):
        frame = frame_of(case, claim)
        return frame is None or not periods.isdisjoint(_written(frame))
    return not periods.isdisjoint(spoken_years(case)) or not hangs(case, claim, near=1)


def is_beside_its_figure(case: Case, claim: Claim) -> bool:
    """Whether the right figure of the subject and year of a claim stands in its sentence, which tells of no time
    counted from its own."""
    frame = frame_of(case, claim)
    return frame is not None and not frame.has(Tag.YEAR) and hangs(case, claim, near=0)


def _is_of_year_open(case: Case, claim: Claim) -> bool:
    """Whether headline and lead leave it open of which year a draft tells, as one of February without a year of results
    does, and a claim is right in another of those, or nothing of the draft in the one it was taken to be of."""
    about = case.article.about
    years = about.years if about is not None else ()
    if len(years) < PAIR or claim.period not in years:
        return False
    others = (claim._replace(period=year) for year in years if year != claim.period)
    right = any(answer_to(one, case.claims, case.reference).verdict == "supported" for one in others)
    return right or not is_shown(case, claim.period)


def is_no_year_of_results(case: Case, span: Span, claims: Sequence[Claim]) -> bool:
    """Whether a written year is one that somebody aims at, one from which a change began, or one that is only compared
    with ("kontras dengan 2021") or looked back to ("tahun lalu, besaran 2025 …") in a sentence that has none of the
    claims it is held against, and the next does not mean it ("Dibandingkan 2021 … Waktu itu 83,20")."""
    frame = frame_at(case, span.start)
    year = case.document.plain[slice(*span)]
    ahead = _looks_ahead(frame, span.start) and not (year.isdigit() and is_over(case, year))
    if ahead or _is_base(case, frame, span, claims) or year in reckoned_years(case):
        return True
    at = next((place for place, one in enumerate(frame.mentions) if one.start >= span.start), len(frame.mentions))
    compared = frame.has(Tag.BIND_COMPARE, max(0, at - NEAR), at)
    back = any(one.tags.get(Tag.YEAR, "").startswith("-") for one in frame.mentions[:at])
    if is_meant_behind(case, frame):
        return False
    return (compared or back) and all(claim.sentence != frame.sentence.place for claim in claims)


def is_over(case: Case, year: str) -> bool:
    """Whether a year was over when the draft was written: it appeared in a later one, or tells what is right of one."""
    published = case.document.published
    if published is not None:
        return int(year) < published.year
    return any(one.period > year and case.answer(one).verdict == "supported" for one in case.claims)


def _is_base(case: Case, frame: Frame, span: Span, claims: Sequence[Claim]) -> bool:
    """ "daftar 2025: … daftar 2024 ditambah 6,5 persen", "naik dari nilai 2024 menjadi 90,02": whether a year is that
    from which a change began, and the figures stand behind what it led to, or in other sentences, in a draft that named
    their year before."""
    told = case.document.plain[: frame.sentence.end]
    years = {claim.period for claim in claims} | {fact.period for one in claims for fact in case.answer(one).periods}
    if not any(year in told for year in years - {case.document.plain[slice(*span)]}):
        return False
    at = next((place for place, one in enumerate(frame.mentions) if one.start == span.start), -1)
    if at >= 0 and frame.after(at, Tag.BIND_ADDED):
        return True
    lead = frame.mentions[max(0, at - NEAR) : max(0, at)]
    behind = [one.number for one in frame.mentions[at + 1 : at + 2] if one.number is not None]
    begun = any(one.tags.keys() & {Tag.BIND_FROM, Tag.CHANGE} for one in lead)
    if at < 0 or not (begun or any(number.unit == PERCENT for number in behind)):
        return False
    led_to = frame.having(Tag.BIND_TO, at)
    here = [claim for claim in claims if claim.sentence == frame.sentence.place]
    return all(led_to and claim.start > frame.mentions[led_to[0]].start for claim in here)


def _looks_ahead(frame: Frame, start: int) -> bool:
    """Whether an aim, a forecast or a condition stands in front of a place of a sentence, and nothing ends it."""
    if Tag.MOOD_CONDITIONAL in frame.tagged and is_supposed(frame, bisect_left(frame.mentions, start, key=_start)):
        return True
    aims = [at for at in frame.having(Tag.MOOD_FORESEEN) if frame.mentions[at].end <= start]
    ends = (place for tag in ENDS for place in frame.having(tag, aims[-1] if aims else 0))
    return bool(aims) and not any(frame.mentions[place].start < start for place in ends)


def is_meant_behind(case: Case, frame: Frame) -> bool:
    """ "Masih ingat 2018? Tahun itu Boalemo merah": whether the next sentence begins with a word for that year."""
    behind = case.frames[frame.sentence.place + 1 : frame.sentence.place + 2]
    return any(one.has(Tag.BIND_THEN, 0, 1) or _points_back(one) for one in behind)


def _points_back(frame: Frame) -> bool:
    """Whether a sentence begins with the word for a year and one that points to what was named."""
    words = [at for at in frame.having(Tag.YEAR, 0, 2) if frame.mentions[at].tags[Tag.YEAR] == "word"]
    return bool(words) and frame.after(words[-1], Tag.ENTITY_SELF)
