"""Years that are slips: the figures under a year fit the same subject in another year."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache

from factcheck.judging.case import Answer, Case, frame_at
from factcheck.judging.judge import answer_to, other_reading
from factcheck.judging.right_year import is_distinctive, is_figure, right_year
from factcheck.judging.told_years import dates_something_else, ends_series, fine_figures, year_in_front
from factcheck.model import Claim, How, Span, number_of
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.scan.frame import places_with
from factcheck.reading.scan.mentions import Tag
from factcheck.spans import HEADS
from factcheck.typed import NamedTuple

EXACT = 1000
"""A change of so many rupiah is no other year's by chance."""


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
        right, shown = right_year(case, claims)
        if (
            right
            and not (_relative(case, span) and not any(map(is_figure, shown)))
            and not _stands(case, span, claims)
            and not _are_cut_short(case, shown)
            and not _is_risen_to(case, shown)
            and not _is_old_amount(case, shown, right)
            and not _is_no_year_of_results(case, span, shown)
            and not _is_of_last_alone(case, span, claims, shown)
            and not _has_another(case, span, claims, shown, right)
            and not _has_a_figure(case, span, shown)
            and not _ends_series(case, span, shown)
            and not _dates_something_else(case, span, shown, right)
            and not (_relative(case, span) and all((claim.subject, right) in claim.readings for claim in shown))
            and not (_relative(case, span) and _is_headed(case, span, right))
        ):
            beside = any(claim.period_span is not None for claim in shown)
            if not beside and all(claim.end <= span.start for claim in shown):
                continue  # at the foot of an article a year is that of something else
            found.append(Slip(span if beside else _nearest(case, span, shown[0]), right, tuple(shown), beside))
    return sorted(found)


def _is_headed(case: Case, span: Span, right: str) -> bool:
    """ "## 2022: standar baru", above "Setahun kemudian …" counted from the chapter before: whether the last heading
    above a relative year has the right one."""
    heads = [block for block in case.document.blocks if block.kind in HEADS and block.end <= span.start]
    return bool(heads) and right in case.document.plain[heads[-1].start : heads[-1].end]


def _are_cut_short(case: Case, shown: Sequence[Claim]) -> bool:
    """Whether all that another year has is what that as written has, cut off."""
    from factcheck.judging.vouching import is_cut_short

    return all(is_cut_short(case, claim) for claim in shown)


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
    for frame, at in places_with(case.frames, Tag.YEAR_DIGITS):
        mention = frame.mentions[at]
        places[mention.tags[Tag.YEAR_DIGITS]].append(Span(mention.start, mention.end))
    return places


LISTED = 3
"""So many right amounts of one year make a draft one about that year."""
GLUED = 12
"""Code points from a figure to the word of a scale right behind it: ", kategori "."""
LED = 24
"""Code points from a figure to a year behind its unit: " juta ton pada "."""
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

        if is_of_list(case, claim) or _is_of_figure(case, claim):
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


def _is_of_figure(case: Case, claim: Claim) -> bool:
    """ "mengantongi 86,18, kategori B": whether a word stands right behind a right figure of its subject: it is of that
    figure's year and no other."""
    if not isinstance(claim.value, str):
        return False
    slot = claim.subject, claim.period
    near = (one for one in case.claims.inside(claim.sentence) if 0 <= claim.start - one.end <= GLUED)
    figures = [one for one in near if isinstance(one.value, Decimal) and (one.subject, one.period) == slot]
    borne = (one for one in figures if kind_of(one.kind).repeated and case.answer(one).verdict == "supported")
    return any(not any(map(str.isdigit, case.document.plain[one.end : claim.start])) for one in borne)


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


def _is_of_last_alone(case: Case, span: Span, claims: Sequence[Claim], shown: Sequence[Claim]) -> bool:
    """ "Lahat 80,58 dan Banyuasin 85,40, lalu Palembang 91,23 pada 2022": whether a year stands right behind a figure
    that is right in it, and all that it is not the year of stand in front of that, or it stands in brackets; or they
    are of others who are named behind it: "Lahat turun ke 80,58 dari 83,17 pada 2022, dan Banyuasin meraih 85,40"."""
    year, near = case.document.plain[slice(*span)], case.claims.inside(frame_at(case, span.start).sentence.place)
    told = [*claims, *(claim for claim in near if claim.period == year and isinstance(claim.value, Decimal))]
    last = max((claim for claim in told if claim.end <= span.start), key=lambda one: one.end, default=None)
    if last is None or span.start - last.end > LED:
        return _is_of_nobodys(case, span, shown)
    if not is_distinctive(last):
        return False
    if case.answer(last).verdict != "supported":
        return False
    if all(claim.end < last.start or _is_behind(claim, last, span) for claim in shown):
        return True
    around = case.document.plain[span.start - 1 : span.end + 1]
    bracketed = around.startswith("(") and around.endswith(")")
    before = all(claim.end < last.start for claim in shown)
    return span.start - last.end <= GLUED and (before or bracketed)


def _is_of_nobodys(case: Case, span: Span, shown: Sequence[Claim]) -> bool:
    """ "Lembaga lain menghitung 61,40 pada 2023, sementara Kota Jambi bertahan di 93,68": whether a year stands right
    behind a figure that is nobody's, and all that it is not the year of are of those named behind it."""
    glued = any(0 <= span.start - one.end <= GLUED for one in fine_figures(case, span.start))
    return glued and all(one.subject_span is not None and one.subject_span.start > span.end for one in shown)


def _is_behind(claim: Claim, last: Claim, year: Span) -> bool:
    """Whether a claim is of another than the one in front of a year, who is named behind it."""
    name = claim.subject_span
    return claim.subject != last.subject and name is not None and name.start > year.end


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


def _is_old_amount(case: Case, shown: Sequence[Claim], right: str) -> bool:
    """ "Daftar 2026: …, Jawa Timur 2026 Rp2.305.985": whether one amount of last year stands under the year in which
    the draft has most amounts right: then the amount is the slip, copied from the old list."""
    from factcheck.judging.something_else import times_right
    from factcheck.judging.vouching import is_exact

    if len(shown) != 1 or not is_exact(shown[0]) or right > shown[0].period:
        return False
    here = times_right(case, shown[0])
    return here >= LISTED and here > times_right(case, shown[0]._replace(period=right))


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


def _has_a_figure(case: Case, span: Span, shown: Sequence[Claim]) -> bool:
    """ "Pada 2021 peringkat 10, pada 2022 7. Lampung memperoleh 88,49": whether a figure right behind the year is its
    own, and what fits another stands behind a full stop."""
    plain = case.document.plain
    return plain[span.end + 1 : span.end + 2].isdigit() and all(". " in plain[span.end : one.start] for one in shown)


def _ends_series(case: Case, span: Span, shown: Sequence[Claim]) -> bool:
    """Whether a year stands behind another figure than those of one who is named that fit another year."""
    if any(claim.subject_span is None or claim.period_span != span for claim in shown):
        return False
    return ends_series(frame_at(case, span.start), max(claim.end for claim in shown), span)


def _dates_something_else(case: Case, span: Span, shown: Sequence[Claim], right: str) -> bool:
    """ "Tahun 2024. Pada 2023 kantornya pindah. Kota Jambi bernilai 93,68": whether a year was only carried to claims
    from a sentence that tells of nothing measured, and the year written last in front of that sentence is theirs."""
    if any(claim.period_span is not None for claim in shown):
        return False
    if all(year_in_front(case, claim.start) == right for claim in shown):
        return True  # "… 92,08 pada 2024.\n\nDi tahun terakhir cara lama itu Tuban meraih 99,03"
    return dates_something_else(case, span.start, right)


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
