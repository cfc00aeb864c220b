"""Words of a scale that are right in the year told nearest to them, whichever was read for them."""

from __future__ import annotations

from factcheck.judging.case import Case, frame_of
from factcheck.judging.years.right_year import fits_too
from factcheck.judging.years.told_years import GLUED
from factcheck.model import Claim, How
from factcheck.reading.evidence.words.beside_figures import joined_figure
from factcheck.reading.period.year_marks import place_of_year_behind
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import Tag

REACH = 40
"""Mentions in front of a word, or at the end of a sentence, in which the year told last stands."""
BACK = 4
"""So many sentences in front of a year that is counted from another that one may stand."""


def is_of_nearest_year(case: Case, claim: Claim) -> bool:
    """ "Setahun kemudian ketiga yang kuning hijau semua", "81,12 dan B pada 2023, lalu sekitar 88,7 pada 2024. Itu A":
    whether a word was read for another year than the one told right behind it, or else last in front of it in its
    sentence or the one before in its paragraph, and is right in that."""
    frame = frame_of(case, claim)
    at = frame.ending(claim.end, SCALED) if frame is not None else -1
    own = claim.period_span
    if frame is None or at < 0:
        return False
    named = _of_names(frame, claim)
    if named not in ("", claim.period) and fits_too(case, claim, named):
        return True
    if own is not None and 0 <= own.start - claim.end <= GLUED:  # "category C a year after"
        return False
    if How.COUNTED_YEAR in claim.how and _is_off_with_its_base(case, claim):
        return True
    year = _behind(frame, at) or _in_front(case, frame, at)
    return year not in ("", claim.period) and fits_too(case, claim, year)


def _is_off_with_its_base(case: Case, claim: Claim) -> bool:
    """ "Pada 2020 Fakfak kuning. Setahun kemudian hijau.", which were so in 2021 and 2022: whether the word of the year
    that its own is counted from is not right either, and both are a year on or back: then that year is the slip."""
    near = (*case.claims.inside(claim.sentence - 1), *case.claims.inside(claim.sentence))
    base = [
        one for one in near if (one.subject, one.measure) == (claim.subject, claim.measure) and one.end < claim.start
    ]
    base = [one for one in base if one.period != claim.period and one.period.isdigit()]
    if not base or any(case.answer(one).verdict == "supported" for one in base) or not claim.period.isdigit():
        return False
    return any(
        fits_too(case, claim, str(int(claim.period) + step))
        and all(fits_too(case, one, str(int(one.period) + step)) for one in base)
        for step in (-1, 1)
    )


def _behind(frame: Frame, at: int) -> str:
    year = place_of_year_behind(frame, at)
    return frame.mentions[year].tags[Tag.YEAR_DIGITS] if year > at and joined_figure(frame, at) < 0 else ""


def _of_names(frame: Frame, claim: Claim) -> str:
    """ "Pada 2021 ada 13 yang merah, atau 2022, ketika jumlahnya enam: Alor, Ngada, …": the year told last between a
    word and the name behind it of whom it is said."""
    name = frame.subject_at(claim.subject_span)
    years = [at for at in frame.having(Tag.YEAR_DIGITS, 0, name) if frame.mentions[at].start >= claim.end]
    return frame.mentions[years[-1]].tags[Tag.YEAR_DIGITS] if name > 0 and years else ""


def _in_front(case: Case, frame: Frame, at: int) -> str:
    """The year told last in front of a mention; one that is counted from another, counted from that."""
    step = 0
    for one in case.frames[max(0, frame.sentence.place - BACK) : frame.sentence.place + 1][::-1]:
        near = frame.sentence.place - one.sentence.place <= 1 and one.sentence.block == frame.sentence.block
        if not (near or step):
            return ""
        end = at if one is frame else len(one.mentions)
        start = max(0, end - REACH)
        years = {*one.having(Tag.YEAR_DIGITS, start, end), *one.having(Tag.YEAR, start, end)}
        for found in sorted(years, reverse=True):
            tags = one.mentions[found].tags
            if tags.get(Tag.YEAR) == "word" or _is_of_base(one, found):
                continue
            if Tag.YEAR_DIGITS in tags:
                return str(int(tags[Tag.YEAR_DIGITS]) + step)
            if Tag.YEAR_ANCHORED not in tags or not tags[Tag.YEAR].lstrip("-").isdigit():
                return ""  # "kini 88,53 dan kategori A"
            step += int(tags[Tag.YEAR])
    return ""


def _is_of_base(frame: Frame, year: int) -> bool:
    """ "naik dari 87,05 pada 2023 dan tetap hijau": whether a year is that of what a change began with."""
    at = year - 1
    while at > 0 and Tag.YEAR in frame.mentions[at].tags:
        at -= 1
    led = at > 0 and frame.mentions[at].number is not None
    return led and bool(frame.mentions[at - 1].tags.keys() & {Tag.BIND_FROM, Tag.BIND_COMPARE})
