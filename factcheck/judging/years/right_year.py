"""Which year the claims under a written one fit, and whether they weigh enough against those that are right in it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.judging.case import Case, frame_at, frame_of
from factcheck.judging.judge import answer_to
from factcheck.judging.years.rounds import is_of_no_round
from factcheck.judging.years.told_years import has_year, year_in_front
from factcheck.model import COUNTRY, Claim, Span, number_of
from factcheck.reading.period.year_marks import is_next_to, year_marks
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Mention, Tag
from factcheck.reference.ask.reference import Reference

ENOUGH = 3
"""Weight that makes a slip: a telling figure counts 2 (1 where its year was carried to it and the reference has
none for that year; so does a count beside its year, and one over ten), another value 1, a year written beside one
of them 1."""
TOP = 10
"""A rank below the first ten is hardly held two years running."""
FUTURE = 2
"""More weight for a year that had not begun when the article appeared, or in which nobody was measured."""
AGAINST = ("contradicted", "unverifiable")
PARTING = {Tag.COMMA, Tag.BIND_AND, Tag.BIND_CLAUSE, Tag.SEMICOLON}
"""What parts a figure from a year behind it that is not its own."""
MANY = 10_000
"""So many are hardly counted to the last one in two years."""
LONG_BEFORE = 5
"""So many years back a pack is asked whether it knows anything."""


def right_year(case: Case, claims: Sequence[Claim]) -> tuple[str, list[Claim]]:
    """The year that the claims fit and those that show it; empty where the year as written may stand.

    The claims beside the written year decide before those that it was carried to.
    """
    years = _of_whole_lists(claims, {claim.id: _years_of(case, claim) for claim in claims})
    if any(years.values()):
        beside = [claim for claim in claims if has_year(case, claim)]
        for group in (beside, claims) if len(beside) < len(claims) else (claims,):
            right = _fitting_year(case, group, years)
            if right:
                return right, [claim for claim in claims if right in years[claim.id]]
    return "", []


def _of_whole_lists(claims: Sequence[Claim], years: Mapping[str, Collection[str]]) -> Mapping[str, Collection[str]]:
    """The years of claims, where one word is said of several only those that fit nearly all of them: a list of greens
    some of whom were yellow the year before is not of that year."""
    lists: dict[tuple[int, str], list[str]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, str):
            lists[claim.end, claim.measure].append(claim.id)
    kept = dict(years)
    for ids in lists.values():
        times = Counter(year for name in ids for year in years[name])
        kept |= {name: [year for year in years[name] if 10 * times[year] >= 9 * len(ids)] for name in ids}
    return kept


def _fitting_year(case: Case, claims: Sequence[Claim], years: Mapping[str, Collection[str]]) -> str:
    votes: Counter[str] = Counter()
    for claim in claims:
        if years[claim.id]:
            votes.update(dict.fromkeys(years[claim.id], 3 if is_distinctive(claim) else 1))
    if not votes:
        return ""
    right = max(votes, key=lambda year: (votes[year], -abs(int(year) - int(claims[0].period))))
    shown = [claim for claim in claims if right in years[claim.id]]
    kept = [claim for claim in claims if case.answer(claim).verdict in ("supported", "disputed")]
    kept = [claim for claim in kept if claim.kind != "difference" and not fits_too(case, claim, right)]
    kept = [claim for claim in kept if not (_is_base(case, claim, shown, right) or is_counted_on(case, claim, right))]
    kept = [claim for claim in kept if not _is_of_year_in_front(case, claim, shown)]
    if kept and shown[0].period_span is not None:
        from factcheck.judging.years.beside_own_value import stands_beside

        kept = [claim for claim in kept if not any(stands_beside(case, one, claim) for one in shown)]
    return right if _outweighs(case, shown, kept) else ""


def or_year(case: Case, claim: Claim) -> Span:
    """The place of a contradicted claim; from the year in its sentence on, or up to that, where the year may be the
    slip as well: all that is told under it there is right in the one beside it."""
    year = claim.period_span
    right = [fact.period for fact in case.answer(claim).periods if is_next_to(claim.period, fact.period)]
    own = Span(claim.start, claim.end)
    if year is None or not right or case.document.plain[year.start : year.end] != claim.period:
        return own
    beside = [one for one in case.claims.inside(claim.sentence) if one.period_span == year]
    if not any(all(fits_too(case, one, period) for one in beside) for period in right):
        return own
    return Span(min(own.start, year.start), max(own.end, year.end))


def _is_of_year_in_front(case: Case, claim: Claim, shown: Sequence[Claim]) -> bool:
    """ "Tahun 2022 … tercatat 21,6 persen, sedangkan pada 2022 masih 24,4 persen": whether a claim in front of a year,
    parted from it, behind which all that is shown stands, has its own year told in front of it already."""
    span, frame = shown[0].period_span, frame_of(case, claim)
    if span is None or frame is None or claim.end > span.start or any(one.start < span.end for one in shown):
        return False
    if not any(not PARTING.isdisjoint(one.tags) for one in frame.mentions if claim.end <= one.start < span.start):
        return False
    relative = (frame.mentions[at] for at in frame.having(Tag.YEAR) if frame.mentions[at].tags[Tag.YEAR] != "word")
    return any(one.end <= claim.start for one in relative) or year_in_front(case, claim.start) == claim.period


def _is_base(case: Case, claim: Claim, shown: Sequence[Claim], right: str) -> bool:
    """ "nilai 2024 90,02, dari sebelumnya 85,62": whether a claim is what one of the shown rose from."""
    frame = case.frames[claim.sentence] if claim.sentence < len(case.frames) else None
    if frame is None or not right.isdigit() or int(right) != int(claim.period) + 1:
        return False
    same = (
        one.end for one in shown
        if (one.sentence, one.subject, one.measure) == (claim.sentence, claim.subject, claim.measure)
    )  # fmt: skip
    leads = [frame.mentions[at] for tag in (Tag.BIND_FROM, Tag.BIND_COMPARE) for at in frame.having(tag)]
    ends = [*same]
    led = any(end <= lead.start < claim.start for end in ends for lead in leads)
    return led or _began(frame, claim, max(ends, default=0))


def _began(frame: Frame, claim: Claim, end: int) -> bool:
    """ "Pada 2023 naik dari 93,55 menjadi 96,13": whether a claim is what a change began with that led to a figure
    behind it, and the year in front of both is not told as that of another ("sejak 2022")."""
    at = next((at for at, one in enumerate(frame.mentions) if one.start <= claim.start < one.end), -1)
    to = frame.having(Tag.BIND_TO, at + 1)[:1] if at > 0 and frame.before(at, Tag.BIND_FROM) else ()
    if not to or not frame.mentions[to[0]].start < end or claim.period_span is None:
        return False
    marks = [mark for mark in year_marks(frame) if mark.span == claim.period_span]
    return any(mark.at < at and not mark.led for mark in marks)


def is_counted_on(case: Case, claim: Claim, right: str) -> bool:
    """ "30,76 pada 2017, ambles ke 22,94 setahun berselang": whether a figure has a year of its own, counted from the
    written one, in which it is right if that one was meant as another; or from one told in front of it."""
    frame, mark = frame_of(case, claim), claim.period_span
    if frame is None or mark is None or mark.end <= frame.sentence.start or mark.start >= frame.sentence.end:
        return False
    told = _own_year(frame, claim)
    if told is None or not claim.period.isdigit():
        return False
    base = right if mark.end <= told.start else _written_before(case, told.start)
    return bool(base) and int(base) + int(told.tags[Tag.YEAR]) == int(claim.period)


def _counted_behind(case: Case, claim: Claim) -> str:
    """ "dari 270 pada 2022 menjadi 227 setahun kemudian": the year of a figure that is counted behind it from the one
    written in front; empty where none is."""
    frame, mark = frame_of(case, claim), claim.period_span
    if frame is None or mark is None or not frame.sentence.start <= mark.start < claim.start:
        return ""
    written = case.document.plain[mark.start : mark.end]
    told = _own_year(frame, claim) if written.isdigit() else None
    if told is None or told.start < claim.start:
        return ""
    return str(int(written) + int(told.tags[Tag.YEAR]))


def _own_year(frame: Frame, claim: Claim) -> Mention | None:
    """The relative year right behind a figure, or in front of it with no other figure between."""
    at = next((at for at, one in enumerate(frame.mentions) if one.start <= claim.start < one.end), -1)
    if at < 0:
        return None
    for step in (1, -1):
        place = at + step
        while 0 <= place < len(frame.mentions):
            one = frame.mentions[place]
            if _is_counted(one):
                return one
            if one.number is not None or one.ids or Tag.YEAR_DIGITS in one.tags or (step > 0 and Tag.COMMA in one.tags):
                break
            place += step
    return None


def _is_counted(mention: Mention) -> bool:
    """Whether a year is told by how far it is from another: "setahun kemudian", "last year's"."""
    return Tag.YEAR_ANCHORED in mention.tags or mention.tags.get(Tag.YEAR, "").lstrip("+-").isdigit()


def _written_before(case: Case, start: int) -> str:
    """The year that is written last in front of a place, in its sentence or the one before."""
    frame = frame_at(case, start)
    near = case.frames[max(0, frame.sentence.place - 1) : frame.sentence.place + 1]
    years = [one.mentions[at] for one in near for at in one.having(Tag.YEAR_DIGITS) if one.mentions[at].end <= start]
    return years[-1].tags[Tag.YEAR_DIGITS] if years else ""


BEFORE = 16
"""Letters in front of a year in which its beginning is told."""


def fits_too(case: Case, claim: Claim, year: str) -> bool:
    """Whether a claim is right in another year, be it as well, as a small count, a last rank or a word may be."""
    return answer_to(claim._replace(period=year), case.claims, case.reference).verdict == "supported"


def _years_of(case: Case, claim: Claim) -> Collection[str]:
    """The other years in which the reference has the claim's value, the latest first; a part of a year is none."""
    answer = case.answer(claim)
    if not answer.periods:
        return ()
    years = dict.fromkeys(fact.period for fact in answer.periods if fact.period.isdigit())
    if not years or answer.verdict not in AGAINST:
        return ()
    before = claim.period.isdigit() and _is_before_all(case.reference, claim.pack, claim.period)
    if before and not _is_counted_out(case, claim):
        return ()
    if _is_of_beginning(case, claim) and str(int(claim.period) - 1) in years:
        return ()
    own = _counted_behind(case, claim)
    return [year for year in years if year != own]


def _is_of_beginning(case: Case, claim: Claim) -> bool:
    """ "di awal tahun 2024 masih ada 4 yang kuning": whether the beginning of a year is told, when what was measured
    the year before was known."""
    span = claim.period_span
    if span is None or not claim.period.isdigit():
        return False
    before = case.document.plain[max(0, span.start - BEFORE) : span.start].lower().split()[-2:]
    return not set(case.language.dates.beginning).isdisjoint(before)


def _is_counted_out(case: Case, claim: Claim) -> bool:
    """ "5.646.268 jiwa": whether a figure counts so many, to the last one, as are hardly counted in two years."""
    if not isinstance(claim.value, Decimal) or claim.low != claim.high or claim.value < MANY:
        return False
    measures = next((info.measures for info in case.reference.packs if info.name == claim.pack), {})
    return claim.measure in measures and bool(measures[claim.measure].counted_in)


@lru_cache(maxsize=64)
def _is_before_all(reference: Reference, pack: str, period: str) -> bool:
    """Whether a pack knows nothing of a year nor of any not long before it: what is right in the first year that it
    knows may have been so then too, as an amount is that was not raised."""
    measures = next((info.measures for info in reference.packs if info.name == pack), {})
    years = [str(int(period) - back) for back in range(LONG_BEFORE)]
    return not any(reference.facts_of(name, year, pack) for name in measures for year in years)


def _outweighs(case: Case, shown: Sequence[Claim], kept: Sequence[Claim]) -> bool:
    """Whether the claims that fit another year weigh enough against those that fit the year as written."""
    figures = [claim for claim in shown if is_distinctive(claim)]
    against = [claim for claim in kept if is_distinctive(claim)]
    if len(figures) < 3 * len(against) or (kept and not figures):
        return False
    if shown[0].kind == "count" and len(kept) >= ENOUGH * len(shown):  # four counts of 2019, and "199 kabupaten"
        return False
    weight = sum(_weight(case, claim) for claim in shown)
    numbers = {claim.start for claim in shown if claim.kind == "rank" or _counts_bearers(claim)}
    if len(numbers) >= ENOUGH and not kept:  # three ranks or counts are no other year's by chance
        weight = max(weight, ENOUGH)
    weight += any(has_year(case, claim) for claim in shown)
    weight += FUTURE if _in_future(case, shown[0]) or is_of_no_round(case, shown[0]) else 0
    return weight >= ENOUGH


def _weight(case: Case, claim: Claim) -> int:
    contradicted = case.answer(claim).verdict == "contradicted"
    if is_distinctive(claim):
        return 2 if contradicted or has_year(case, claim) else 1
    if claim.kind == "extreme" and contradicted and claim.period_span is not None and is_of_known_group(case, claim):
        return 2
    if _counts_bearers(claim) and (number_of(claim) > TOP or _is_dated_count(case, claim)):
        return 2 if contradicted else 1
    return 1 if contradicted or _in_future(case, claim) else 0


def is_of_known_group(case: Case, claim: Claim) -> bool:
    """Whether it is known among whom a rank or an extreme is told: the draft says it, the subject lies in nothing but
    the country, or another of it in the draft is right in the same group."""
    record = case.reference.entities.get(claim.subject)
    if claim.of or claim.scope or (record is not None and record.parent in ("", COUNTRY)):
        return True
    groups = {(fact.group, fact.scope) for fact in case.answer(claim).periods}
    others = (one for one in case.claims.of(claim.subject) if one.kind == "rank" and one.id != claim.id)
    right = (case.answer(one) for one in others)
    return any(
        (fact.group, fact.scope) in groups for answer in right if answer.verdict == "supported" for fact in answer.facts
    )


def _is_dated_count(case: Case, claim: Claim) -> bool:
    """Whether a count has its year in its clause, and its sentence counts the same but once in that: no part of
    another, as in "tahun 2021 hanya 8, tahun 2022 sudah 16"."""
    years = (None, claim.period_span)
    told = (one for one in case.claims.inside(claim.sentence) if one.condition == claim.condition)
    same = [one for one in told if one.period_span in years or one.period_span == claim.period_origin]
    return has_year(case, claim) and len(same) == 1


def _counts_bearers(claim: Claim) -> bool:
    """Whether a claim counts who bears a word of a scale; how many there are in all is the same in most years."""
    return claim.kind == "count" and ":" in claim.condition


def _in_future(case: Case, claim: Claim) -> bool:
    """Whether the year had not begun when the article was published."""
    published = case.document.published
    return published is not None and claim.period.isdigit() and int(claim.period) > published.year


def is_figure(claim: Claim) -> bool:
    """Whether a claim is a telling value, and no rank."""
    return claim.kind != "rank" and is_distinctive(claim)


def is_distinctive(claim: Claim) -> bool:
    """A figure with decimals, or one over a hundred, hardly fits another year by chance; a colour or a rank does."""
    if not isinstance(claim.value, Decimal):
        return False
    if claim.kind == "rank":
        return claim.value > TOP
    return claim.value != claim.value.to_integral_value() or claim.value > 100 or claim.low != claim.high
