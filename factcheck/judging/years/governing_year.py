"""A written year that nothing it governs is of, where all of that is of the year before or behind it.

"Hasil penilaian 2022" above a list of 2023: each figure is explained, whatever is written, so that none contradicts;
the year itself is the slip. What it governs is told behind it, up to the next year, or in its sentence alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from factcheck.judging.case import Case, frame_at
from factcheck.judging.judge import answer_to
from factcheck.judging.years.foreseen import is_meant_behind
from factcheck.judging.years.governed import (
    ENOUGH,
    LONG,
    ends_of,
    is_owned,
    may_be_another,
    right_claims,
    since,
    weigh,
    year_marks_of,
)
from factcheck.judging.years.right_year import fits_too, is_distinctive
from factcheck.judging.years.shown_year import shown_year
from factcheck.judging.years.told_years import GLUED, names_measure, year_in_front
from factcheck.model import Claim, Span, number_of
from factcheck.reading.period.year_marks import Mark
from factcheck.reading.scan.frame import ENDS, SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.scan import quoted
from factcheck.spans import HEADS

PAIR = 2
"""So many words or counts that the reference has otherwise in the year as written tell as much as one figure."""
STRONG = 4
"""What must show a year that does not stand beside what is measured: two telling figures, or one with two words."""
APART = 60
"""So many code points at most stand between what is measured and a year that is told of it."""
AROUND = (
    Tag.YEAR, Tag.ENTITY, Tag.GROUP, Tag.ENTITY_PLACES, Tag.BIND_HOLDER_AFTER, Tag.BIND_AND, Tag.OPEN, Tag.CLOSE,
)  # fmt: skip
"""What stands between what is measured and its year: "penilaian tiga provinsi di Jawa untuk 2026"."""


def of_measure(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    """The year of what is measured ("Daftar iuran 2023", "penilaian kepatuhan 2022"), at the head of its line
    ("**2023.** Dari 23 daerah, …") or of its sentence, or in a sentence about what is measured, that nothing it governs
    is of, where all of that is of the one beside it; with what shows it."""
    marks, others = year_marks_of(case), may_be_another(case)
    ends = ends_of(case, marks)
    for frame, mark in marks:
        if mark.year not in others or since(case, mark.span) or is_owned(frame, mark):
            continue
        if mark.led and not is_meant_behind(case, frame):
            continue
        told = _told_of_another(case, frame, mark, ends[bisect_right(ends, mark.span.start)])
        if (
            told
            and not (frame.has(Tag.MOOD_IRREALIS) and mark.year > told[0].period)
            and not _is_passing(case, frame, told)
            and not _is_aside(case, frame, mark, told)
            and not _has_its_own(case, frame, mark)
            and not _has_its_word(case, frame, mark, told)
            and not _is_beside_theirs(frame, mark, told)
            and any(year_in_front(case, claim.start) != claim.period for claim in told)  # else of that behind a figure
        ):
            yield mark.span, tuple(told)


def _is_beside_theirs(frame: Frame, mark: Mark, told: Sequence[Claim]) -> bool:
    """ "Figures for 2024, with those of 2023 in brackets:": whether the year of what is told stands in front of another
    in its sentence."""
    years = (frame.mentions[at] for at in frame.having(Tag.YEAR_DIGITS))
    return any(one.end <= mark.span.start and one.tags[Tag.YEAR_DIGITS] == told[0].period for one in years)


def _has_its_own(case: Case, frame: Frame, mark: Mark) -> bool:
    """ "Tahun 2021 yang hijau delapan, kuning 18, merah delapan.": whether several right counts behind a year in its
    sentence are of it: the next paragraph need not be."""
    own = [one for one in case.claims.inside(frame.sentence.place) if one.start > mark.span.end]
    right = [one for one in own if one.period == mark.year and case.answer(one).verdict == "supported"]
    return len(right) >= PAIR and len(right) == len(own)


def _has_its_word(case: Case, frame: Frame, mark: Mark, told: Sequence[Claim]) -> bool:
    """ "Kota Jambi ada di zona hijau pada 2023.", and the next paragraph about others: whether a right word of a scale
    stands right in front of a year, and all that it would govern in other paragraphs."""
    own = (one for one in case.claims.inside(frame.sentence.place) if one.period_span == mark.span)
    words = (one for one in own if isinstance(one.value, str) and 0 <= mark.span.start - one.end <= GLUED)
    right = any(case.answer(one).verdict == "supported" for one in words)
    return right and all(case.frames[one.sentence].sentence.block != frame.sentence.block for one in told)


def _is_passing(case: Case, frame: Frame, told: Sequence[Claim]) -> bool:
    """ "Papua Tengah bertahan: besaran 2025 dipakai lagi. Buruh kecewa.", and nothing in its paragraph is of a year
    that others have: whether more is said behind a year before the next paragraph with what it would govern, or it is
    said in a quotation ("Tahun 2021 hanya tiga kota," ungkapnya). The first paragraph governs all."""
    place = frame.sentence.place
    behind = case.frames[place + 1] if place + 1 < len(case.frames) else None
    goes_on = behind is not None and behind.sentence.block == frame.sentence.block
    block = case.document.blocks[frame.sentence.block]
    first = min((one.sentence.block for one in case.frames if one.sentence.kind == "paragraph"), default=0)
    spoken = any(span.start < frame.sentence.start < span.end for span in quoted(case.document))
    announced = case.document.plain[block.start : block.end].endswith(":")  # "… pada 2022. Inilah sepuluh teratas:"
    passing = (goes_on and frame.sentence.block != first and not announced) or spoken
    return passing and min(claim.start for claim in told) >= block.end


def _is_aside(case: Case, frame: Frame, mark: Mark, told: Sequence[Claim]) -> bool:
    """ "… nilai 2023 90,02. Hanya Lebong yang belum hijau pada 2022. Kaur 95,94": whether a year ends a sentence that
    names others than those it would govern, behind right figures of the year that those are of."""
    named = {name for at in frame.subjects(0, mark.at) for name in frame.mentions[at].ids}
    ended = all(Tag.STOP in one.tags for one in frame.mentions[mark.at + 1 :])
    if not ended or not named or named & {claim.subject for claim in told}:
        return False
    before = (one for one in case.claims.over(0, frame.sentence.start) if one.period == told[0].period)
    return any(one.period_span is not None and is_distinctive(one) for one in right_claims(case, list(before)))


def _told_of_another(case: Case, frame: Frame, mark: Mark, end: int) -> Sequence[Claim]:
    """The claims that a year governs and that show another; none where they do not, or something is of that year."""
    told = _told_then(case, frame, mark, end) if is_meant_behind(case, frame) else ()
    if told or mark.led:
        return told
    written = _as_written(case).get(mark.span, ())
    borne = right_claims(case, written)
    if any(map(is_distinctive, borne)):
        return ()
    own = len(borne) < len(written)
    if mark.tight or _is_of_measure(frame, mark):
        return _told_of_measure(case, frame, mark, (_begins(frame, mark), end), borne, own)
    return _told_behind(case, frame, mark, end, borne, own)


def _told_of_measure(
    case: Case, frame: Frame, mark: Mark, reach: tuple[int, int], borne: Sequence[Claim], own: bool
) -> Sequence[Claim]:
    """Those that the year of what is measured governs: all behind it, or else in its sentence in front of it too."""
    start, end = reach
    for first, last in ((mark.span.end, end), (start, end), (mark.span.end, min(end, frame.sentence.end))):
        right, told = shown_year(case, mark, first, last)
        if told and all(fits_too(case, claim, right) for claim in borne):
            more = (mark.span in _bound(case)) + _is_titled(case, right)
            shown = _strong(mark, right, told) if own else _enough(case, mark, told, more)
            if shown:
                return shown
    return ()


def _told_behind(case: Case, frame: Frame, mark: Mark, end: int, borne: Sequence[Claim], own: bool) -> Sequence[Claim]:
    """Those that another year governs: at the head of a line or of a sentence, or in one about what is measured."""
    right, told = shown_year(case, mark, mark.span.end, end)
    leads = _leads(case, frame, mark)
    if leads and not told:
        right, told = shown_year(case, mark, mark.span.end, min(end, frame.sentence.end))
    if not told or not all(fits_too(case, claim, right) for claim in borne):
        return ()
    if _heads_line(frame, mark):
        return told if any(number_of(claim) >= LONG for claim in told) else _strong(mark, right, told)
    inside = [claim for claim in told if claim.start < frame.sentence.end] if leads else []
    if _strong(mark, right, inside):
        return inside
    if own or not _is_about(frame):
        return ()
    chained = _chained(case, end, right)
    return _many(mark, right, told) or (told if chained and weigh([*told, *chained]) >= STRONG else ())


@lru_cache(maxsize=2)
def _as_written(case: Case) -> Mapping[Span, Sequence[Claim]]:
    """The claims told under the very year that stands in their clause, by where that stands."""
    found: dict[Span, list[Claim]] = defaultdict(list)
    for claim in case.claims:
        span = claim.period_span
        if span is not None and case.document.plain[span.start : span.end] == claim.period:
            found[span].append(claim)
    return found


@lru_cache(maxsize=2)
def _bound(case: Case) -> Collection[Span]:
    """The years that stand in the clauses of claims."""
    return {claim.period_span for claim in case.claims if claim.period_span is not None}


def _chained(case: Case, end: int, right: str) -> Sequence[Claim]:
    """ "Tahun sebelumnya 81,51": the figures behind a year that is counted from the one spoken of, where that begins at
    a place, which are right if it is counted from this one."""
    frame = frame_at(case, end)
    at = next((at for at in frame.having(Tag.YEAR_ANCHORED) if frame.mentions[at].start == end), -1)
    if at < 0 or not right:
        return ()
    year = str(int(right) + int(frame.mentions[at].tags[Tag.YEAR]))
    behind = case.claims.over(end, frame.sentence.end)
    return [claim for claim in right_claims(case, behind) if claim.period == year and is_distinctive(claim)]


def _begins(frame: Frame, mark: Mark) -> int:
    """Where what the year of a measure governs begins: with its sentence, where that tells of no year in front."""
    alone = not frame.having(Tag.YEAR_DIGITS, 0, mark.at) and not frame.having(Tag.YEAR_ANCHORED, 0, mark.at)
    return frame.sentence.start if alone else mark.span.end


def _enough(case: Case, mark: Mark, told: Sequence[Claim], more: int) -> Sequence[Claim]:
    """The claims behind a year beside what is measured, where they are enough to show another; `more` is what else
    shows it: that the year stands in their clause, that a headline names the other one. A word or a count tells where
    the reference has it otherwise in the year as written."""
    telling = sum(map(is_distinctive, told)) + _refuted(case, mark, told) // PAIR
    return told if telling >= ENOUGH or (weigh(told) + more >= ENOUGH and telling) else ()


def _refuted(case: Case, mark: Mark, told: Sequence[Claim]) -> int:
    """How many words and counts, each said of somebody at a place, the reference has otherwise in a written year."""
    short = {(claim.start, claim.subject): claim for claim in told if not is_distinctive(claim)}
    then = (answer_to(claim._replace(period=mark.year), case.claims, case.reference) for claim in short.values())
    return sum(answer.verdict == "contradicted" for answer in then)


def _is_titled(case: Case, year: str) -> bool:
    """Whether a headline tells of what is measured in a year."""
    heads = (mark for frame, mark in year_marks_of(case) if frame.sentence.kind in HEADS)
    return any(mark.year == year and mark.tight and not mark.led for mark in heads)


def _strong(mark: Mark, right: str, told: Sequence[Claim]) -> Sequence[Claim]:
    """The claims behind any other year, where they show the one beside it; an amount shows none that comes later: "Pada
    2023 ditetapkan Rp5.067.381" is that of the next year."""
    return told if weigh(_of_its_own_year(mark, right, told)) >= STRONG else ()


def _many(mark: Mark, right: str, told: Sequence[Claim]) -> Sequence[Claim]:
    """The claims behind a year in a sentence about what is measured, where many figures show another."""
    return told if sum(map(is_distinctive, _of_its_own_year(mark, right, told))) >= ENOUGH else ()


def _of_its_own_year(mark: Mark, right: str, told: Sequence[Claim]) -> Sequence[Claim]:
    return told if right < mark.year else [claim for claim in told if number_of(claim) < LONG]


def _is_of_measure(frame: Frame, mark: Mark) -> bool:
    """Whether what is measured stands in front of a year, nothing but places, groups and how many of them between, or
    right behind it: "penilaian tiga provinsi di Jawa untuk 2026", "the 2024 assessment"."""
    if mark.at + 1 < len(frame.mentions) and frame.after(mark.at, Tag.YEAR_RESULT):
        return True
    for at in range(mark.at - 1, -1, -1):
        one = frame.mentions[at]
        if mark.span.start - one.end > APART:
            return False
        if Tag.YEAR_RESULT in one.tags or Tag.SUBJECT in one.tags or names_measure(one.tags):
            return True
        counts = one.number is not None and frame.after(at, Tag.GROUP)
        if not counts and not one.tags.keys() & set(AROUND):
            return False
    return False


def _told_then(case: Case, frame: Frame, mark: Mark, end: int) -> Sequence[Claim]:
    """What is told of a year that the next sentence means, there or up to the end of its paragraph, where that shows
    another."""
    block = case.document.blocks[frame.sentence.block]
    behind = case.frames[frame.sentence.place + 1].sentence
    for stop in (behind.end, block.end, end):
        told = _strong(mark, *shown_year(case, mark, mark.span.end, min(stop, end)))
        if told:
            return told
    return ()


def _is_about(frame: Frame) -> bool:
    """Whether a sentence tells of what is measured."""
    return frame.has(Tag.SUBJECT) or frame.has(SCALED) or names_measure(frame.tagged)


def _heads_line(frame: Frame, mark: Mark) -> bool:
    """Whether a year stands at the head of a line of a list, right in front of a figure ("2021  Rp4.416.186"), or
    alone in its sentence or heading."""
    if any(Tag.YEAR not in frame.mentions[at].tags for at in range(mark.at)):
        return False
    behind = frame.plain[mark.span.end : frame.sentence.end]
    amount = mark.at + 1 < len(frame.mentions) and frame.mentions[mark.at + 1].number is not None
    listed = amount and not frame.gap(mark.at, mark.at + 1).strip(" \t:=-–—")
    return not behind.strip(" .:*_-–—#") or listed or frame.sentence.kind == "item"


def _leads(case: Case, frame: Frame, mark: Mark) -> bool:
    """ "Pada survei 2020 daerah itu masih merah": whether a sentence begins with a year before the one in which the
    draft appeared, nothing told in front of it."""
    published = case.document.published
    before = (frame.mentions[at] for at in range(mark.at))
    if any(one.number is not None or one.ids or one.tags.keys() & set(ENDS) for one in before):
        return False
    return published is not None and int(mark.year) < published.year and not frame.has(SCALED, 0, mark.at)
