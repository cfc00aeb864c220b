"""The right value under the wrong year.

Wrong: Di tahun 2023 daerah itu masih di zona kuning dengan nilai 60,35.
Right: Di tahun 2022 daerah itu masih di zona kuning dengan nilai 60,35.
Why: the reference has another value for the year as written, and this very value for the same subject in another
    year; or all figures of an article belong to the year beside the one it opens with, and which it never names, or
    all that follow a year, that of a month or that of the title, to the one beside it; or a figure belongs to another
    year than the one in its clause, or told last in front of it; or results were told on a day
    on which those of another year were. A rate told of one month that is known of another ("Februari 2024 yang masih
    5,32 persen") is a warning.
    So is a figure right in the year before or after alone among several of one year, each behind its name, where no
    other year is told beside it. Where other figures under the same written year are right, the value is taken for the
    slip instead; where the draft tells the value of its own year too right in front, it is flagged at the value, which
    was taken over.
Silence: `wrong-period` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.checks.declare import asked_of_packs, rule
from factcheck.judging.case import Case, evidence
from factcheck.judging.grounds.ground import Ground
from factcheck.judging.years.governed import may_be_another, year_marks_of
from factcheck.judging.years.right_year import is_distinctive
from factcheck.judging.years.told_years import was_passed_by
from factcheck.judging.years.unnamed_year import of_head, of_season, passed_over
from factcheck.judging.years.year_slips import Slip, explained, follows, slips
from factcheck.language.fold import fold, words_in
from factcheck.messages import Message, message
from factcheck.model import Claim, Event, Evidence, Fact, Finding, Span, Suggestion
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.explained.known_facts import PERCENT
from factcheck.reading.period.year_marks import is_next_to
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checks.month_slips import MonthSlip
    from factcheck.judging.years.odd_years import OddYear

RULE = "wrong-period"
FEWEST = 4
"""So many figures may be all of one year but for one."""
ONE_PLACE = 80
"""Code points within which a year and its figure are one place."""
SHOWN = 3
"""Names and values told in the message; the rest is in the claims."""


@rule(RULE, "error", after="known-slip", needs=asked_of_packs, ground=Ground.CLAUSE)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each written year that its figures do not belong to."""
    found = slips(case)
    for slip in found:
        if not follows(case, slip, found):
            yield _finding(case, slip)
    told, months = {slip.span for slip in found}, _month_slips(case)
    unnamed = message("{values}: the figures are of {right}, which the article never names, and not of {year}.")
    behind = message("All figures that follow are of {right}, not of {year}: {values}.")
    for way, sentence in (
        (passed_over, unnamed),
        (of_head, message("It says {year}; beside it stands {right}, of which the figures are: {values}.")),
        (of_season, message("The months are of {year}, the figures of {right}: {values}.")),
        (_of_measure, behind),
        (_spoken_past, message("It says {year}, but of {right} is what stands beside it: {values}.")),
        (_of_months, behind),
        (_of_title, message("The title says {year}; the figures are of {right}: {values}.")),
    ):
        for span, claims in way(case):
            if way is _spoken_past and any(one.month.start <= span.start < one.month.end for one in months):
                continue
            if span not in told and not _is_of_no_results(case, span, claims):
                told.add(span)
                yield _of_another_year(case, span, claims, sentence)
    yield from _of_odd_years(case)
    yield from _of_ranks(case)
    for span, event in _of_events(case):
        if span not in told:
            told.add(span)
            yield _of_another_event(case, span, event)
    others = (one for one in months if not any(one.month.start <= span.start < one.month.end for span in told))
    yield from (_of_another_month(case, one) for one in others)


def _month_slips(case: Case) -> Sequence[MonthSlip]:
    if case.article.setting is None or words_in(fold(case.document.plain)).isdisjoint(case.language.dates.months):
        return ()
    if not any(number.unit == PERCENT for number in case.numbers):
        return ()
    from factcheck.checks.month_slips import month_slips

    return [*month_slips(case)]


def _spoken_past(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    if any(is_distinctive(claim) and was_passed_by(case, claim) for claim in case.claims):
        from factcheck.judging.years.year_beside import of_year_beside

        yield from of_year_beside(case)


def _of_measure(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    others = may_be_another(case)
    if any(mark.year in others for _, mark in year_marks_of(case)):
        from factcheck.judging.years.governing_year import of_measure

        yield from of_measure(case)


def _of_odd_years(case: Case) -> Iterator[Finding]:
    figures = [claim for claim in case.claims if isinstance(claim.value, Decimal) and kind_of(claim.kind) is VALUE]
    spans = Counter(claim.period_span for claim in figures)
    carried = {claim.period for claim in figures if claim.period_span is None or spans[claim.period_span] > 1}
    if len(figures) < FEWEST or len(carried) == 1:
        return
    from factcheck.judging.years.odd_years import odd_years

    yield from (_of_odd(case, odd) for odd in odd_years(case))


def _of_ranks(case: Case) -> Iterator[Finding]:
    """Ranks that the year beside theirs has, and nothing else speaks against."""
    refuted = [one for one in case.claims if one.kind == "rank" and case.answer(one).verdict == "contradicted"]
    if not any(case.answer(one).periods for one in refuted):
        return
    from factcheck.judging.grounds.rank_grounds import may_be_of_another_year

    told = explained(case)
    for claim in refuted:
        if claim.id not in told and claim.period_span is not None and may_be_of_another_year(case, claim):
            right = next(one.period for one in case.answer(claim).periods if is_next_to(claim.period, one.period))
            yield _finding(case, Slip(claim.period_span, right, (claim,), beside=True))


def _of_odd(case: Case, odd: OddYear) -> Finding:
    """A figure of another year than those that it stands among."""
    from factcheck.checks.wording import named, replacing, spelled, with_unit, written

    claim, there = odd.claim, odd.there
    held = named(case, there, with_unit(case, there, spelled(case, there)))
    repair = replacing(case, claim, there.value)
    return Finding(
        RULE,
        "warning",
        message(
            "{who}: {values} belongs to {right}, not {year}{instead}.",
            who=case.name(claim.subject),
            values=named(case, claim, written(case, claim)),
            right=claim.period,
            year=odd.year,
            instead=message(" ({year}: {held})", year=odd.year, held=held),
        ),
        claim.start,
        claim.end,
        (claim.id,),
        expected=repair.replacement,
        suggestions=(repair,),
        evidence=evidence([*case.answer(claim).facts[:1], there]),
    )


def _of_months(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    if words_in(fold(case.document.plain)).isdisjoint(case.language.dates.months):
        return
    if not any(number.unit == PERCENT or number.quantum > 1 for number in case.numbers):
        return
    from factcheck.judging.years.month_years import of_months

    yield from of_months(case)


def _of_title(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    if not any(frame.sentence.kind == "title" and frame.has(Tag.YEAR_DIGITS) for frame in case.frames):
        return
    from factcheck.judging.years.title_year import of_title

    yield from of_title(case)


def _of_events(case: Case) -> Iterator[tuple[Span, Event]]:
    if not case.dates or not case.frames:
        return
    from factcheck.judging.years.event_years import of_events

    yield from of_events(case)


def _of_another_event(case: Case, span: Span, event: Event) -> Finding:
    """A year of results that were told on the day of those of another year."""
    from factcheck.day_words import long_day

    return Finding(
        RULE,
        "error",
        message(
            "{what} on {day} was of {right}, not of {year}.",
            day=long_day(event.day), what=event.what, right=event.period, year=case.document.text[slice(*span)],
        ),
        *span,
        expected=event.period,
        suggestions=(Suggestion(*span, event.period),),
        evidence=(Evidence(event.source, "", event.day.isoformat(), event.row),),
    )  # fmt: skip


def _is_of_no_results(case: Case, span: Span, claims: Sequence[Claim]) -> bool:
    from factcheck.judging.years.foreseen import is_no_year_of_results

    return is_no_year_of_results(case, span, claims)


def _of_another_month(case: Case, slip: MonthSlip) -> Finding:
    """A rate that is told of one month and known of another; either of the two may be the slip."""
    from factcheck.checks.wording import called, spelled, with_unit
    from factcheck.language.date_format import written_month

    number, right = slip.number, slip.right
    year, month_number = map(int, right.period.split("-"))
    month = written_month(year, month_number, case.language)
    there = spelled(case, slip.there) if slip.there is not None else ""
    has = message(", which has {there}", there=with_unit(case, slip.there, there)) if slip.there is not None else ""
    figure = (Suggestion(*number.figure, there),) if there else ()
    return Finding(
        RULE,
        "warning",
        message(
            "{measure} of {who}: {text} is of {right}, not of {month}{has}.",
            measure=called(case, right),
            who=case.name(right.entity),
            text=case.document.text[slice(*number.figure)],
            right=month,
            month=case.document.text[slip.month.start : slip.month.end],
            has=has,
        ),
        min(slip.month.start, number.start),
        max(slip.month.end, number.end),
        expected=month,
        suggestions=(Suggestion(*slip.month, month), *figure),
        evidence=evidence([fact for fact in (right, slip.there) if fact is not None]),
    )


def _shortened(names: Sequence[str]) -> str:
    from factcheck.checks.wording import listed

    shown = listed(names[:SHOWN])
    return message("{some} …", some=shown) if len(names) > SHOWN else shown


def _whose(case: Case, slip: Slip) -> str:
    """The subjects of the claims, in the order of the text."""
    names = list(dict.fromkeys(case.name(claim.subject) for claim in slip.claims))
    return _shortened(names)


def _finding(case: Case, slip: Slip) -> Finding:
    first = slip.claims[0]
    facts = [fact for claim in slip.claims for fact in case.answer(claim).periods if fact.period == slip.right]
    held = [claim for claim in slip.claims if claim.kind != "extreme"]  # what refutes one is another's
    now = [fact for claim in held for fact in case.answer(claim).facts[:1]]
    from factcheck.checks.wording import named, written

    texts = list(
        dict.fromkeys(
            named(case, claim, written(case, claim)) if claim in held else case.text(claim) for claim in slip.claims
        )
    )
    values = _shortened(texts)
    alone = message("{who}: {values} belongs to {right}, not {year}{instead}.")
    sentence = alone if len(texts) == 1 else message("{who}: {values} belong to {right}, not {year}{instead}.")
    instead = _instead(case, slip, first.period, now[:SHOWN])
    repairs = [Suggestion(*slip.span, slip.right)]
    from factcheck.checks.wording import replacing

    repairs += [replacing(case, claim, case.answer(claim).facts[0].value) for claim in held if case.answer(claim).facts]
    from factcheck.judging.years.taken_over import taken_over

    again = taken_over(case, slip) if now else None
    if again is not None:
        repairs.reverse()
    place = Span(again.start, again.end) if again is not None else _place(case, slip)
    return Finding(
        RULE,
        "error",
        Message(
            sentence.template,
            {
                "who": _whose(case, slip),
                "values": values,
                "right": slip.right,
                "year": first.period,
                "instead": instead,
            },
        ),
        *place,
        tuple(claim.id for claim in slip.claims),
        expected=_expected(place, repairs),
        suggestions=tuple(repairs[:3]),
        evidence=evidence([*facts, *now]),
    )


def _expected(place: Span, repairs: Sequence[Suggestion]) -> str | None:
    """What the place should read; None where either the year or the figure in it is the slip."""
    return next((way.replacement for way in repairs if (way.start, way.end) == place), None)


def _place(case: Case, slip: Slip) -> Span:
    """The year; with the figure where that alone is under the year, is of the year before and no other figure stands
    between them: a figure taken over from last year ("pada 2023 mencapai 79,01") is as likely as a wrong year."""
    from factcheck.judging.vouching import is_right_elsewhere, is_shown

    claim = slip.claims[0]
    if len(slip.claims) > 1 or claim.period_span != slip.span or kind_of(claim.kind) is not VALUE:
        return slip.span
    start, end = min(slip.span.start, claim.start), max(slip.span.end, claim.end)
    between = (one for one in case.claims.inside(claim.sentence) if start <= one.start < end and one.end != claim.end)
    spoken_of = is_shown(case, claim.period) and not is_right_elsewhere(case, claim)
    if slip.right > claim.period or end - start > ONE_PLACE or not spoken_of or any(between):
        return slip.span
    return Span(start, end)


def _instead(case: Case, slip: Slip, year: str, now: Sequence[Fact]) -> str:
    """What the year as written really has, where all figures are of one: " (2023: zona hijau, nilai 90,02)"."""
    from factcheck.checks.wording import named, spelled, with_unit

    held = list(dict.fromkeys(named(case, fact, with_unit(case, fact, spelled(case, fact))) for fact in now))
    if not held or len({claim.subject for claim in slip.claims}) > 1:
        return ""
    from factcheck.checks.wording import listed

    return message(" ({year}: {held})", year=year, held=listed(held))


def _of_another_year(case: Case, span: Span, claims: Sequence[Claim], sentence: Message) -> Finding:
    """A year as written that no figure of the article belongs to."""
    right = claims[0].period
    facts = [fact for claim in claims for fact in case.answer(claim).facts[:1]]
    from factcheck.checks.wording import named, written

    telling = [claim for claim in claims if is_distinctive(claim)] or claims
    values = _shortened(list(dict.fromkeys(named(case, claim, written(case, claim)) for claim in telling)))
    return Finding(
        RULE,
        "error",
        Message(
            sentence.template, {"values": values, "right": right, "year": case.document.text[span.start : span.end]}
        ),
        span.start,
        span.end,
        tuple(claim.id for claim in claims),
        expected=right,
        suggestions=(Suggestion(*span, right),),
        evidence=evidence(facts),
    )
