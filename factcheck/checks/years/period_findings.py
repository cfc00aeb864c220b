"""What is said of a value under the wrong year: where it is flagged, what the reference has, and what would mend it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.judging.case import Case, evidence
from factcheck.judging.years.right_year import is_distinctive
from factcheck.judging.years.year_slips import Slip
from factcheck.messages import Message, message
from factcheck.model import Claim, Event, Evidence, Fact, Finding, Span, Suggestion
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checks.years.month_slips import MonthSlip
    from factcheck.judging.years.odd_years import OddYear

ONE_PLACE = 80
"""Code points within which a year and its figure are one place."""
SHOWN = 3
"""Names and values told in the message; the rest is in the claims."""


def of_odd_year(rule: str, case: Case, odd: OddYear) -> Finding:
    """A figure of another year than those that it stands among."""
    from factcheck.checks.wording import named, replacing, spelled, with_unit, written

    claim, there = odd.claim, odd.there
    held = named(case, there, with_unit(case, there, spelled(case, there)))
    repair = replacing(case, claim, there.value)
    return Finding(
        rule,
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


def of_event(rule: str, case: Case, span: Span, event: Event) -> Finding:
    """A year of results that were told on the day of those of another year."""
    from factcheck.day_words import long_day

    return Finding(
        rule,
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


def of_month(rule: str, case: Case, slip: MonthSlip) -> Finding:
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
        rule,
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


def of_slip(rule: str, case: Case, slip: Slip) -> Finding:
    """A written year that is another than that of the figures under it."""
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
        rule,
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


def of_another_year(rule: str, case: Case, span: Span, claims: Sequence[Claim], sentence: Message) -> Finding:
    """A year as written that no figure of the article belongs to."""
    right = claims[0].period
    facts = [fact for claim in claims for fact in case.answer(claim).facts[:1]]
    from factcheck.checks.wording import named, written

    telling = [claim for claim in claims if is_distinctive(claim)] or claims
    values = _shortened(list(dict.fromkeys(named(case, claim, written(case, claim)) for claim in telling)))
    return Finding(
        rule,
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
