"""A year at the head of an article that none of its figures belong to: they are all of a year it never names.

A slip of the press: "hasil penilaian tahun 2022" above a list that is the one of 2023. The reader of the article's
year passes over the year as written, since the reference bears out the other one; it is told here.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, lru_cache

from factcheck.judging.case import Case
from factcheck.judging.year_slips import is_distinctive, years_told
from factcheck.model import Claim, How, Span, number_of
from factcheck.reading.evidence.written_years import Mark, is_next_to, year_marks
from factcheck.reading.scan.frame import ENDS, SCALED, Frame
from factcheck.reading.scan.mentions import Tag

ENOUGH = 3
"""So many figures must be right in the year that is not named, and three in four of all that is known of it."""
LONG = 100_000
"""An amount from here on is no other year's by chance: two of them show a year."""
HEAD = 4
"""So many sentences are the head of an article."""
FEW = 4
"""One word that fits the year as written stands in the way of less than so much."""
STRONG = 4
"""What must show a year that does not stand beside what is measured: two telling figures, or one with two words."""
SEASON = 40
"""In so many code points before a year the months of a season stand."""
REACH = 24
"""How far (code points) before the year a word may stand that makes it a beginning."""


def passed_over(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    """The years as written that were passed over, each with the claims that are right in the other year."""
    for span, claims in _by_origin(case).items():
        written = case.document.text[span.start : span.end]
        told = [claim for claim in claims if case.answer(claim).verdict == "supported"]
        right = told[0].period if told else written
        if any(claim.period == written for claim in told) or not is_next_to(written, right) or _since(case, span):
            continue
        if not _named(case)(right) and _heads(span, told) and _shown(case, claims) and not _bears(case, span):
            yield span, tuple(told)


def of_season(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    """The year of the months in which was collected ("Juni hingga Oktober 2022"), where all figures of an article are
    of the one beside it, and it never names that one or appeared before those months; with the figures."""
    told = [claim for claim in case.claims if is_distinctive(claim) and case.answer(claim).verdict == "supported"]
    years = {claim.period for claim in told}
    if len(told) < ENOUGH or len(years) != 1:
        return
    named, published = _named(case)(told[0].period), case.document.published
    for frame in case.frames:
        for at in frame.having(Tag.YEAR_DIGITS):
            mention = frame.mentions[at]
            year = mention.tags[Tag.YEAR_DIGITS]
            may_be = not named or (published is not None and int(year) > published.year)
            if may_be and is_next_to(year, told[0].period) and _ends_season(case, frame, mention.start):
                yield Span(mention.start, mention.end), tuple(told)


def of_head(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    """The year beside what is measured that stands once at the head of an article ("Nilai Opini 2024 Pemda Lampung"),
    where all its figures are of the one beside it, which the head names as well; with the figures.

    Not the year in which the article appeared, nor one that anything is right in.
    """
    told = [claim for claim in case.claims if is_distinctive(claim) and case.answer(claim).verdict == "supported"]
    years = Counter(claim.period for claim in told)
    right, published = max(years, key=lambda year: years[year], default=""), case.document.published
    if published is None or years[right] < ENOUGH:
        return
    marks = [mark for frame, mark in _marks(case) if frame.sentence.place < HEAD and mark.tight and not mark.led]
    if all(mark.year != right for mark in marks):
        return
    for mark in marks:
        alone = case.document.plain.count(mark.year) == 1 and not years[mark.year]
        behind = all(claim.start > mark.span.start for claim in told if claim.period == right)
        if alone and behind and is_next_to(mark.year, right) and int(mark.year) != published.year:
            yield mark.span, tuple(claim for claim in told if claim.period == right)


def of_measure(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    """The year beside what is measured ("Daftar iuran 2023", "penilaian kepatuhan 2022"), at the head of its line
    ("**2023.** Dari 23 daerah, …") or of its sentence, that nothing it governs is of, where all of that is of the one
    beside it; with what shows it."""
    marks = _marks(case)
    dated = {mark.span for _, mark in marks}
    ends = [span for _, span in years_told(case) if span in dated or not _is_digits(case, span)]
    starts = [*(span.start for span in ends), len(case.document.plain)]
    borne = {claim.period_span for claim in case.claims if claim.period_span is not None}
    right_there = {claim.period_span for claim in _right(case, case.claims)}
    for frame, mark in marks:
        if mark.led or mark.span in right_there or frame.has(Tag.MOOD_IRREALIS) or _since(case, mark.span):
            continue
        if _looks_back(frame, mark):
            continue
        end, heads = starts[bisect_right(starts, mark.span.start)], _heads_line(frame, mark)
        if not mark.tight and not heads:
            end = min(end, frame.sentence.end) if _leads(case, frame, mark) else mark.span.end
        right, told = _shown_behind(case, mark, end)
        if mark.tight and mark.span not in borne:
            shown = sum(map(is_distinctive, told)) >= ENOUGH or (
                _weigh(told) >= ENOUGH and any(map(is_distinctive, told))
            )
        else:
            amounts = heads or right < mark.year  # "Pada 2023 ditetapkan Rp5.067.381": that of the next year
            kept = [claim for claim in told if amounts or number_of(claim) < LONG]
            shown = _weigh(kept) >= STRONG or (heads and any(number_of(claim) >= LONG for claim in told))
        if right and shown:
            yield mark.span, tuple(told)


def _looks_back(frame: Frame, mark: Mark) -> bool:
    """ "Tahun lalu, besaran 2025 masih diatur …": whether a relative year opens the sentence of a written one."""
    return any(frame.mentions[at].tags.get(Tag.YEAR, "word") != "word" for at in range(mark.at))


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


def _shown_behind(case: Case, mark: Mark, end: int) -> tuple[str, Sequence[Claim]]:
    """The one other year, next to a written one, that nearly all that is told from there to a place is of, and nothing
    is of that as written but what others rose from ("Rp3.775.425, naik dari Rp3.545.000"); with the claims that show
    it. Empty where there is none."""
    governed = [claim for claim in case.claims.over(mark.span.end, end) if claim.period]
    fits = {claim.id: _of_years(case, claim, mark.year) for claim in governed}
    votes = Counter(year for years in fits.values() for year in years)
    right = max(votes, key=lambda year: votes[year], default="")
    told = [claim for claim in governed if right in fits[claim.id]]
    risen = {_slot(claim) for claim in told} if right > mark.year else set()
    apart = [claim for claim in governed if right not in fits[claim.id] and _slot(claim) not in risen]
    known = len(told) + sum(case.answer(claim).verdict != "unverifiable" or bool(fits[claim.id]) for claim in apart)
    own = [claim for claim in apart if claim.period == mark.year and case.answer(claim).verdict != "contradicted"]
    stands = any(map(is_distinctive, own)) or FEW * len({claim.start for claim in own}) > _weigh(told)
    if not right or stands or right == mark.year or 4 * len(told) < 3 * known or not is_next_to(mark.year, right):
        return "", ()
    return right, [claim._replace(period=right) for claim in told]


def _slot(claim: Claim) -> tuple[int, str, str]:
    """Whose figure of what a claim is, and in which sentence."""
    return claim.sentence, claim.subject, claim.measure


def _of_years(case: Case, claim: Claim, written: str) -> Collection[str]:
    """The years that a claim shows: its own where it is right in that, else those that the reference has its value in,
    where it is told under a year as written in which it is not."""
    answer = case.answer(claim)
    if answer.verdict == "supported":
        return (claim.period,)
    if claim.period != written:
        return ()
    return {fact.period for fact in answer.periods if is_next_to(written, fact.period)}


def _weigh(told: Sequence[Claim]) -> int:
    """How much claims weigh: a telling figure two, another value one, what is said of a subject at a place once."""
    said = {(claim.start, claim.subject): claim for claim in told}
    return sum(2 if is_distinctive(claim) else 1 for claim in said.values())


def _right(case: Case, claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if case.answer(claim).verdict == "supported"]


def _is_digits(case: Case, span: Span) -> bool:
    return case.document.plain[span.start : span.end].isdigit()


def _ends_season(case: Case, frame: Frame, start: int) -> bool:
    """Whether two months stand in front of a year, a word or a dash between them."""
    lead = frame.plain[max(frame.sentence.start, start - SEASON) : start].lower().replace("-", " ").replace("–", " ")
    months = case.language.dates.months
    *_, first, last = ("", "", *(word for word in lead.split() if word in months))
    near = lead.split()[-3:]
    return bool(first) and first != last and near[-1:] == [last] and first in near


def _by_origin(case: Case) -> dict[Span, list[Claim]]:
    """The claims by where their year is written; figures too long for chance, which no written year gave theirs, by the
    one in front of them."""
    by_origin: dict[Span, list[Claim]] = defaultdict(list)
    for claim in case.claims:
        origin = claim.period_origin
        if origin is None and How.YEAR_EXPLAINED in claim.how and number_of(claim) >= LONG:
            origin = _head_year(case, claim)
        if origin is not None:
            by_origin[origin].append(claim)
    return by_origin


def _head_year(case: Case, claim: Claim) -> Span | None:
    """The year in figures that is written last in front of a claim, where it stands beside what is measured ("iuran
    provinsi tahun 2026") in its sentence or the one before; None where a relative one follows."""
    years = years_told(case)
    last = bisect_left(years, claim.start, key=lambda told: told[1].start) - 1
    if last < 0 or years[last][0] < claim.sentence - 1 or years[last][1] not in _tight(case):
        return None
    return years[last][1]


@lru_cache(maxsize=2)
def _tight(case: Case) -> Collection[Span]:
    return {mark.span for _, mark in _marks(case) if mark.tight and not mark.led}


@lru_cache(maxsize=2)
def _marks(case: Case) -> Sequence[tuple[Frame, Mark]]:
    """The years of a draft that may be those of figures, each with its sentence."""
    return [(frame, mark) for frame in case.frames if frame.has(Tag.YEAR_DIGITS) for mark in year_marks(frame)]


def _bears(case: Case, span: Span) -> bool:
    """Whether something right beside the year as written is told of that year, and nothing contradicts it: "dari posisi
    28 pada 2023"."""
    return any(
        claim.period_span == span and claim.period == case.document.text[span.start : span.end]
        for claim in case.claims
        if case.answer(claim).verdict == "supported"
        or (case.answer(claim).verdict != "contradicted" and (claim.kind != "count" or is_distinctive(claim)))
    )


def _heads(span: Span, told: Sequence[Claim]) -> bool:
    """Whether most of what is told stands behind a year: at the foot of an article it is that of something else."""
    return 2 * sum(claim.start > span.start for claim in told) > len(told)


def _since(case: Case, span: Span) -> bool:
    """ "sejak 2022": the year from which on something is done, which need not be that of the figures."""
    words = case.document.plain[max(0, span.start - REACH) : span.start].lower().split()
    return bool({"", *words[-2:]} & set(case.language.words.bind.since))


@lru_cache(maxsize=2)
def _named(case: Case) -> Callable[[str], bool]:
    """What tells whether the article names a year, but at the end of a date ("26/1/2023") or of a law; each is looked
    for once."""
    plain = case.document.plain
    laws = [claim for claim in case.claims if claim.kind == "law"]

    def named(year: str) -> bool:
        found = (match.start() for match in re.finditer(rf"(?<![/\-.\d]){year}(?!\d|-\d)", plain))
        return any(not any(law.start <= at < law.end for law in laws) for at in found)

    return cache(named)


def _shown(case: Case, claims: Sequence[Claim]) -> bool:
    """Whether so many figures are right in the other year, and nearly all of those that the reference knows."""
    verdicts = [case.answer(claim).verdict for claim in claims]
    right = [claim for claim, verdict in zip(claims, verdicts, strict=True) if verdict == "supported"]
    figures = [claim for claim in right if is_distinctive(claim)]
    enough = len(figures) >= ENOUGH or sum(number_of(claim) >= LONG for claim in figures) > 1
    return enough and 4 * len(right) >= 3 * (len(right) + verdicts.count("contradicted"))
