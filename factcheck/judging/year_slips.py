"""Years that are slips: the figures under a year fit the same subject in another year."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache

from factcheck.judging.case import Answer, Case
from factcheck.judging.judge import answer_to, other_reading
from factcheck.model import Claim, How, Span, number_of
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reference.ask.reference import Reference
from factcheck.typed import NamedTuple

ENOUGH = 3
"""Weight that makes a slip: a telling figure counts 2 (1 where its year was carried to it and the reference has
none for that year), another value 1, a year written beside one of them 1."""
TOP = 10
"""A rank below the first ten is hardly held two years running."""
FUTURE = 2
"""More weight for a year that had not begun when the article appeared."""
EXACT = 1000
"""A change of so many rupiah is no other year's by chance."""
AGAINST = ("contradicted", "unverifiable")


class Slip(NamedTuple):
    """A year as written, the year that fits, and the claims that show it. `beside`: written in their own clause."""

    span: Span
    right: str
    claims: tuple[Claim, ...]
    beside: bool


@lru_cache(maxsize=2)
def slips(case: Case) -> Sequence[Slip]:
    """The years of a draft that are slips, in order.

    The claims under one written year are held together: those that the reference has in one other year, against
    those that are right as written. A figure with decimals tells; a colour or a rank may fit two years by chance.
    """
    found = []
    for span, claims in _by_year(case).items():
        right, shown = _right_year(case, claims)
        if (
            right
            and not (_relative(case, span) and not any(map(_is_figure, shown)))
            and not _stands(case, span, claims)
            and not _is_risen_to(case, shown)
            and not _is_no_year_of_results(case, span, shown)
            and not _has_another(case, span, claims, shown, right)
            and not _dates_something_else(case, span, shown, right)
            and not (_relative(case, span) and all((claim.subject, right) in claim.readings for claim in shown))
        ):
            beside = any(claim.period_span is not None for claim in shown)
            if not beside and all(claim.end <= span.start for claim in shown):
                continue  # at the foot of an article a year is that of something else
            found.append(Slip(span if beside else _nearest(case, span, shown[0]), right, tuple(shown), beside))
    return sorted(found)


def _nearest(case: Case, span: Span, claim: Claim) -> Span:
    """Where a year carried to a claim is written last in front of it: "tahun 2023 dua anak. Tahun 2023, 12"."""
    return _last(case, case.document.plain[span.start : span.end], claim) or span


def _last(case: Case, year: str, claim: Claim) -> Span | None:
    """The last place in front of a claim where a year is written."""
    places = _written(case).get(year, ())
    behind = bisect_left(places, claim.start, key=lambda span: span.start)
    return places[behind - 1] if behind else None


@lru_cache(maxsize=2)
def _written(case: Case) -> Mapping[str, Sequence[Span]]:
    """Where each year stands in the sentences of a draft."""
    places: dict[str, list[Span]] = defaultdict(list)
    for frame in case.frames:
        for at in frame.having(Tag.YEAR_DIGITS):
            mention = frame.mentions[at]
            places[mention.tags[Tag.YEAR_DIGITS]].append(Span(mention.start, mention.end))
    return places


LONG_BEFORE = 5
"""So many years back a pack is asked whether it knows anything."""
FOLLOWS = 200
"""Code points behind a year within which a relative one is counted from it."""


def follows(case: Case, slip: Slip, found: Sequence[Slip]) -> bool:
    """Whether a relative year is off only by the written one it is counted from: "In 2023 …; a year later …"."""
    if not _relative(case, slip.span):
        return False
    return any(
        _shift(other) == _shift(slip)
        and 0 < slip.span.start - other.span.end < FOLLOWS
        and not _relative(case, other.span)
        for other in found
    )


def _relative(case: Case, span: Span) -> bool:
    """Whether a year is told as "last year" and not in figures."""
    return not case.document.plain[span.start : span.end].isdigit()


def _shift(slip: Slip) -> int:
    return int(slip.right) - int(slip.claims[0].period)


@lru_cache(maxsize=2)
def explained(case: Case) -> Mapping[str, Slip]:
    """The slips of a draft by the ids of the claims they explain."""
    return {claim.id: slip for slip in slips(case) for claim in slip.claims}


def charitable(case: Case) -> Case:
    """The case with each claim that only another year of the text supports put under that year.

    Not where the claims under the year show that the year itself is the slip.
    """
    moved = explained(case)
    better: dict[str, tuple[Claim, Answer]] = {}
    for claim in case.claims:
        if not claim.readings or claim.id in moved or case.answer(claim).verdict in ("supported", "disputed"):
            continue
        from factcheck.judging.vouching import is_of_list

        if is_of_list(case, claim):
            continue
        other = other_reading(claim, case.claims, case.reference, same_year=False)
        if other is not None:
            better[claim.id] = other
    if not better:
        return case
    better |= _with_their_figures(case, better)
    claims = Claims(better[claim.id][0] if claim.id in better else claim for claim in case.claims)
    answers = {name: answer for name, (_, answer) in better.items()}
    return case._replace(claims=claims, answers={**case.answers, **answers})


def _with_their_figures(case: Case, better: Mapping[str, tuple[Claim, Answer]]) -> Mapping[str, tuple[Claim, Answer]]:
    """ "Lalu Bone Bolango, 71,75, di urutan ke-158": a rank whose year was carried to it is of the year that the figure
    beside it was put under, with what the reference says of it then."""
    moved = {(old.sentence, old.subject, old.period): better[old.id][0] for old in case.claims if old.id in better}
    found = {}
    for claim in case.claims:
        figure = moved.get((claim.sentence, claim.subject, claim.period))
        if figure is None or claim.id in better or not kind_of(claim.kind).ordered or claim.period_span is not None:
            continue
        if isinstance(figure.value, Decimal) and case.answer(claim).verdict == "unverifiable":
            dated = claim._replace(period=figure.period)
            found[claim.id] = dated, answer_to(dated, case.claims, case.reference)
    return found


def forgiven(case: Case, claim: Claim) -> bool:
    """Charity: the year is not written beside the value, which is right in another year the draft speaks of."""
    from factcheck.judging.vouching import is_of_list

    if claim.period_span is not None or not isinstance(claim.value, Decimal) or is_of_list(case, claim):
        return False
    return any(map(_speaks_of(case), (fact.period for fact in case.answer(claim).periods)))


@lru_cache(maxsize=2)
def _speaks_of(case: Case) -> Callable[[str], bool]:
    """What tells whether a year stands in the article, each looked for once."""
    return cache(case.document.plain.__contains__)


def _by_year(case: Case) -> dict[Span, list[Claim]]:
    """The claims by where their year is written: one that is told under another than that, as a base with "dari semula"
    is, or that the figures chose of several, by where its own was written last."""
    grouped: dict[Span, list[Claim]] = defaultdict(list)
    for claim in case.claims:
        span = claim.period_origin
        if span is None or not _dated(claim):
            continue
        written = case.document.plain[span.start : span.end]
        own = _last(case, claim.period, claim) if written.isdigit() and written != claim.period else span
        if own is not None:
            grouped[own].append(claim)
    return grouped


def _stands(case: Case, span: Span, claims: Sequence[Claim]) -> bool:
    """Whether the year of claims that it was carried to is borne out by a telling figure elsewhere in the draft: then
    they were misread, and the year is no slip."""
    if any(claim.period_span is not None or How.YEAR_OF_ARTICLE not in claim.how for claim in claims):
        return False
    year = claims[0].period
    if any(0 <= claim.start - span.end < FOLLOWS for claim in claims):
        return False
    return any(
        claim.period == year
        and claim.period_origin not in (span, claims[0].period_origin)
        and is_distinctive(claim)
        and case.answer(claim).verdict == "supported"
        for claim in case.claims
    )


def _is_no_year_of_results(case: Case, span: Span, shown: Sequence[Claim]) -> bool:
    from factcheck.judging.foreseen import is_no_year_of_results

    return is_no_year_of_results(case, span, shown)


def _is_risen_to(case: Case, shown: Sequence[Claim]) -> bool:
    """ "pada 2026 naik Rp140.895 menjadi Rp2.305.985": whether the one figure that fits another year stands beside a
    change that is right in the year as written: then the figure is the slip."""
    if len(shown) != 1:
        return False
    one = shown[0]
    return any(
        (other.kind, other.subject, other.period) == ("difference", one.subject, one.period)
        and number_of(other) > EXACT
        and case.answer(other).verdict == "supported"
        for other in case.claims.inside(one.sentence)
    )


def _has_another(case: Case, span: Span, claims: Sequence[Claim], shown: Sequence[Claim], right: str) -> bool:
    """ "tadinya posisi 28 pada tahun 2023": a year that is right beside a telling value is not convicted by those of
    later sentences that it was carried to; nor is one beside any other value, by those of the article's own year."""
    if any(claim.period_span is not None for claim in shown):
        return False
    own = [claim for claim in claims if claim.period_span == span]
    if any(is_distinctive(claim) and case.answer(claim).verdict == "supported" for claim in own):
        return True
    borne = [claim for claim in own if case.answer(claim).verdict in ("supported", "disputed")]
    if borne and 2 * sum(claim.start < span.start for claim in shown) > len(shown):  # told in front of that year
        return True
    later = bool(borne) and all(claim.sentence > borne[-1].sentence for claim in shown)
    return later and _is_main(case, right, span)


def _dates_something_else(case: Case, span: Span, shown: Sequence[Claim], right: str) -> bool:
    """ "Tahun 2024. Pada 2023 kantornya pindah. Kota Jambi bernilai 93,68": whether a year was only carried to claims
    from a sentence that tells of nothing measured, and the year written last in front of that sentence is theirs."""
    if any(claim.period_span is not None for claim in shown):
        return False
    frame = case.frames[bisect_right(case.frames, span.start, key=lambda one: one.sentence.start) - 1]
    if frame.has(Tag.SUBJECT) or any(map(_is_cue, frame.tagged)) or case.claims.inside(frame.sentence.place):
        return False
    years = years_told(case)
    last = bisect_left(years, frame.sentence.start, key=lambda told: told[1].start) - 1
    return last >= 0 and case.document.plain[slice(*years[last][1])] == right


def _is_cue(tag: str) -> bool:
    return tag.startswith(CUE_OF) and tag != Tag.CUE_NUMBER


@lru_cache(maxsize=2)
def years_told(case: Case) -> Sequence[tuple[int, Span]]:
    """Every year of a draft in order, with the place of its sentence, told in figures or as "tahun lalu"."""
    return [
        (frame.sentence.place, Span(mention.start, mention.end))
        for frame in case.frames
        for mention in frame.mentions
        if Tag.YEAR_DIGITS in mention.tags or mention.tags.get(Tag.YEAR, "word") != "word"
    ]


def _is_main(case: Case, year: str, span: Span) -> bool:
    """Whether most figures that the reference bears out are of a year, one of them in front of a place: then what was
    carried to another year from there was misread."""
    borne = [claim for claim in case.claims if is_distinctive(claim) and case.answer(claim).verdict == "supported"]
    years = Counter(claim.period for claim in borne)
    told = any(claim.period == year and claim.end <= span.start for claim in borne)
    return told and years[year] == max(years.values())


def _dated(claim: Claim) -> bool:
    """Whether the reference can tell the year of such a claim; a change only where its year is written with it."""
    if claim.kind == "difference":
        return claim.period_span is not None
    return kind_of(claim.kind).dated


def _right_year(case: Case, claims: Sequence[Claim]) -> tuple[str, list[Claim]]:
    """The year that the claims fit and those that show it; empty where the year as written may stand.

    The claims beside the written year decide before those that it was carried to.
    """
    years = _of_whole_lists(claims, {claim.id: _years_of(case, claim) for claim in claims})
    if any(years.values()):
        beside = [claim for claim in claims if claim.period_span is not None]
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
    kept = [claim for claim in kept if not _is_base(case, claim, shown, right)]
    return right if _outweighs(case, shown, kept) else ""


def _is_base(case: Case, claim: Claim, shown: Sequence[Claim], right: str) -> bool:
    """ "UMP 2025 Rp3.179.565, dari sebelumnya Rp2.915.000": whether a claim is what one of the shown rose from."""
    frame = case.frames[claim.sentence] if claim.sentence < len(case.frames) else None
    if frame is None or not right.isdigit() or int(right) != int(claim.period) + 1:
        return False
    same = (
        one.end for one in shown
        if (one.sentence, one.subject, one.measure) == (claim.sentence, claim.subject, claim.measure)
    )  # fmt: skip
    leads = [frame.mentions[at] for tag in (Tag.BIND_FROM, Tag.BIND_COMPARE) for at in frame.having(tag)]
    return any(end <= lead.start < claim.start for end in same for lead in leads)


def fits_too(case: Case, claim: Claim, year: str) -> bool:
    """Whether a claim that is right is so in another year as well, as a small count, a last rank or a word may be."""
    return answer_to(claim._replace(period=year), case.claims, case.reference).verdict == "supported"


def _years_of(case: Case, claim: Claim) -> Collection[str]:
    """The other years in which the reference has the claim's value, the latest first; a part of a year is none."""
    answer = case.answer(claim)
    years = dict.fromkeys(fact.period for fact in answer.periods if fact.period.isdigit())
    if not years or answer.verdict not in AGAINST:
        return ()
    return () if claim.period.isdigit() and _is_before_all(case.reference, claim.pack, claim.period) else years


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
    weight += any(claim.period_span is not None for claim in shown)
    weight += FUTURE if _in_future(case, shown[0]) else 0
    return weight >= ENOUGH


def _weight(case: Case, claim: Claim) -> int:
    contradicted = case.answer(claim).verdict == "contradicted"
    if is_distinctive(claim):
        return 2 if contradicted or claim.period_span is not None else 1
    if _counts_bearers(claim) and number_of(claim) > TOP:
        return 2 if contradicted else 1
    return 1 if contradicted or _in_future(case, claim) else 0


def _counts_bearers(claim: Claim) -> bool:
    """Whether a claim counts who bears a word of a scale; how many there are in all is the same in most years."""
    return claim.kind == "count" and ":" in claim.condition


def _in_future(case: Case, claim: Claim) -> bool:
    """Whether the year had not begun when the article was published."""
    published = case.document.published
    return published is not None and claim.period.isdigit() and int(claim.period) > published.year


def _is_figure(claim: Claim) -> bool:
    """Whether a claim is a telling value, and no rank."""
    return claim.kind != "rank" and is_distinctive(claim)


def is_distinctive(claim: Claim) -> bool:
    """A figure with decimals, or one over a hundred, hardly fits another year by chance; a colour or a rank does."""
    if not isinstance(claim.value, Decimal):
        return False
    if claim.kind == "rank":
        return claim.value > TOP
    return claim.value != claim.value.to_integral_value() or claim.value > 100 or claim.low != claim.high
