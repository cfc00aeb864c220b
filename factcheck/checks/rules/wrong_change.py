"""A rise or fall that is not the difference of the two figures it lies between.

Wrong: Pada 2023 nilainya 88,41, pada 2024 85,62; turun 2,97 poin.
Right: Pada 2023 nilainya 88,41, pada 2024 85,62; turun 2,79 poin.
Why: the figures of the subject, in the draft or in the reference, differ by another amount in every pair of years
    that may be meant; or it is said to rise where every pair that far apart falls. Nothing is said where one of the
    figures is itself contradicted: it may be the slip. How far two are from each other ("terpaut 0,83 poin dari Gowa")
    is held against the figures that the draft gives for both in one year. What a value came to is
    no change: "naik sebesar Rp3.119.080", where the reference has that as the value.
Silence: `wrong-change` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from factcheck.checks.changes.gaps_told import NO_SCORE, is_gap, right_pair, wrong_gaps
from factcheck.checks.declare import rule
from factcheck.checks.subject_needs import differences, moved_values
from factcheck.judging.answers.change_answers import fitting
from factcheck.judging.case import Case, evidence
from factcheck.judging.vouching import spoken_months, spoken_years
from factcheck.judging.years.foreseen import is_foreseen
from factcheck.judging.years.year_slips import explained
from factcheck.language.figures import PERCENT
from factcheck.language.interval import is_round_of, is_rounded
from factcheck.messages import Message, message
from factcheck.model import Claim, Evidence, Finding, Span, Suggestion, number_of, part_of, year_of
from factcheck.reading.bind.claim_index import Claims
from factcheck.reading.bind.which_change import counted_changes, known_changes, stated_changes
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.sums.changes import Change, Changes, in_order
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checks.changes.levels_as_changes import LevelAsChange

RULE = "wrong-change"
FARTHEST = Decimal(200)
"""A change so many times too large or too small is one of something else: "naik 1,90 poin" of no number of people."""
WAYS = ("up", "down")


@rule(RULE, "error", after="conflicting-values", needs=differences, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each change that no pair of figures bears out, in size or in direction."""
    yield from _turned(case)
    yield from (_gap_finding(case, *gap) for gap in wrong_gaps(case))
    for claim in case.claims:
        if claim.kind != "difference" or not claim.subject or is_foreseen(case, claim):
            continue
        told = _told(case, claim)
        if told is not None and _lies_between_told(case, claim):
            continue
        if told is not None:
            yield _finding(case, claim, told)
        if told is not None or case.answer(claim).verdict == "supported":
            continue
        change = _meant(case, claim)
        if change is not None and _is_missed(case, claim, change):
            yield _finding(case, claim, change)


def _lies_between_told(case: Case, claim: Claim) -> bool:
    """ "selisih Berau (5,82 persen) dengan Kutai Timur (5,35 persen) 0,47 poin": whether two figures beside a change
    lie just so far apart, whosesoever they are."""
    from factcheck.checks.changes.other_changes import between_figures

    return between_figures(case, claim)


def _is_missed(case: Case, claim: Claim, change: Change) -> bool:
    """Whether a change that is told is not the one that is meant, and nothing else that would explain it."""
    from factcheck.checks.changes.other_changes import (
        between_figures,
        is_mean,
        is_of_another,
        is_told_finer,
        is_vague,
        lies_between,
    )

    return (
        not between_figures(case, claim)
        and not is_rounded(claim.value, change.size)
        and not is_round_of(claim.value, change.size)
        and not any(fitting(claim, _all(case, claim)))
        and not is_vague(case, claim)
        and not is_told_finer(case, claim)
        and not is_mean(case, claim)
        and FARTHEST > number_of(claim) / (change.size or 1) > 1 / FARTHEST
        and not is_of_another(case, claim)
        and not is_gap(case, claim)
        and not lies_between(case, claim)
    )


@rule(RULE, "warning", after="wrong-change", needs=moved_values)
def check_levels(case: Case) -> Iterator[Finding]:
    """A finding for each value that is told as if it were a change."""
    from factcheck.checks.changes.levels_as_changes import levels_as_changes

    for one in levels_as_changes(case):
        yield _level_finding(case, one)


def _level_finding(case: Case, one: LevelAsChange) -> Finding:
    from factcheck.checks.wording import called, like

    text, word, claim = case.document.text, case.document.text[slice(*one.word)], one.claim
    earlier = one.shown.kind != "difference" and one.shown.period > claim.period
    led = case.language.changes.classes["from" if earlier else "to"].split("|")[0]
    right = f"{word} {like(word, word, led)} {text[one.start : claim.end]}"
    facts = [*case.answer(claim).facts[:1], *case.answer(one.shown).facts[:1]]
    told = message(
        "{text} is the {what} of {who} itself, not how much it changed.",
        text=text[one.start : claim.end], what=called(case, claim), who=case.name(claim.subject),
    )  # fmt: skip
    return Finding(
        RULE,
        "warning",
        told,
        one.word.start,
        claim.end,
        (claim.id,),
        expected=right,
        suggestions=(Suggestion(one.word.start, claim.end, right),),
        evidence=evidence(facts),
    )


def _told(case: Case, claim: Claim) -> Change | None:
    """The change between the two right rates beside it that a change in points misses, and of other figures that from
    the year or month named behind it; imported where one may be."""
    measures = (info.measures for info in case.reference.packs if info.name == claim.pack)
    if any(one[claim.measure].unit == PERCENT for one in measures if claim.measure in one):
        from factcheck.checks.changes.told_pairs import told_pair

        return told_pair(case, claim)
    if not _is_told_from(case, claim) or (case.answer(claim).verdict == "supported" and not _has_parts(case, claim)):
        return None
    from factcheck.checks.changes.told_pairs import told_since

    return told_since(case, claim)


def _has_parts(case: Case, claim: Claim) -> bool:
    """Whether what changes has figures of parts of a year: so many that two of some are any size apart."""
    facts = case.reference.facts(claim.measure, claim.subject, claim.period, claim.pack)
    return any(part_of(fact.period) for fact in facts)


def _is_told_from(case: Case, claim: Claim) -> bool:
    """Whether a year stands in the sentence of a change."""
    from factcheck.judging.case import frame_of

    frame = frame_of(case, claim)
    return frame is not None and frame.has_any((Tag.YEAR_DIGITS, Tag.YEAR))


def _gap_finding(case: Case, claim: Claim, other: str, gap: Decimal) -> Finding:
    from factcheck.checks.wording import as_written, replacing
    from factcheck.language.number_format import formatted

    figures = sorted(right_pair(case, claim, other) or (), reverse=True)
    row = f"{' - '.join(formatted(figure, case.language) for figure in figures)} = {formatted(gap, case.language)}"
    return Finding(
        RULE,
        "error",
        message(
            "{text} is not how far {who} is from {other}: {row}.",
            text=case.text(claim), who=case.name(claim.subject), other=case.name(other), row=row,
        ),
        claim.start,
        claim.end,
        (claim.id,),
        expected=as_written(case, claim, gap),
        suggestions=(replacing(case, claim, gap),),
        evidence=(Evidence("arithmetic", "", gap, row),),
    )  # fmt: skip


def _unit_before(case: Case, claim: Claim) -> str:
    """The unit as written right in front of a figure: "Rp", "Rp "; empty where none is."""
    number = next((one for one in case.numbers if one.figure.start == claim.start and one.start < claim.start), None)
    return case.document.text[number.start : claim.start] if number is not None else ""


def _turned(case: Case) -> Iterator[Finding]:
    """Changes of the right size the wrong way: "naik" where all pairs of figures that far apart fell."""
    for claim in case.claims:
        if claim.kind != "difference" or claim.measure in NO_SCORE or claim.condition not in WAYS or not claim.subject:
            continue
        if is_foreseen(case, claim):
            continue
        fit = [change for change in fitting(claim, _all(case, claim)) if change.size]
        changes = [change for change in fit if _is_spoken_of(case, change)]
        if changes and all(_way(change) != claim.condition for change in changes):
            yield _other_way(case, claim, _first(case, claim))


def _is_spoken_of(case: Case, change: Change) -> bool:
    """Whether a draft speaks of the years of a change between months: of these there are so many that one of any size
    is found somewhere."""
    years = {year_of(change.first_period), year_of(change.second_period)}
    return "-" not in f"{change.first_period}{change.second_period}" or years <= spoken_years(case)


def _way(change: Change) -> str:
    return "up" if change.second > change.first else "down"


def _first(case: Case, claim: Claim) -> Change:
    """Of the changes of the right size the one over the fewest years."""
    stated, known = _all(case, claim)
    changes = [*in_order(fitting(claim, (stated,))), *in_order(fitting(claim, (known,)))]
    told = (change for change in changes if change.size and _is_spoken_of(case, change))
    return min(told, key=lambda change: change.years)


def _other_way(case: Case, claim: Claim, change: Change) -> Finding:
    from factcheck.checks.wording import called, like
    from factcheck.language.number_format import formatted

    span = claim.of_span or Span(claim.start, claim.end)
    word = case.document.text[span.start : span.end]
    opposite = case.language.changes.opposites.get(word.lower(), "")
    moved = (
        message("{what} of {who} fell: {row}.")
        if change.second < change.first
        else message("{what} of {who} rose: {row}.")
    )
    first, second = (formatted(value, case.language) for value in (change.first, change.second))
    row = f"{first} ({change.first_period}), {second} ({change.second_period})"
    return Finding(
        RULE,
        "error",
        Message(
            moved.template, {"what": called(case, claim).at_the_head(), "who": case.name(claim.subject), "row": row}
        ),
        span.start,
        claim.end,
        (claim.id,),
        expected=f"{opposite}{case.document.text[span.end : claim.end]}" if opposite else row,
        suggestions=(Suggestion(*span, like(word, word, opposite)),) if opposite else (),
        evidence=(Evidence("arithmetic", "", change.size, row),),
    )


def _all(case: Case, claim: Claim) -> tuple[Changes, Changes]:
    """The changes of the draft, as written and as put under the right year, and those of the reference."""
    entities = claim.measure == "entity"
    stated = (
        counted_changes(claim, case.claims, _sound(case))
        if entities
        else stated_changes(claim, _written_and_sound(case))
    )
    return stated, known_changes(claim, case.reference, spoken_months(case))


@lru_cache(maxsize=2)
def _written_and_sound(case: Case) -> Claims:
    return Claims((*case.claims, *_sound(case)))


@lru_cache(maxsize=2)
def _sound(case: Case) -> Claims:
    """The claims that the reference does not contradict; those under a wrong year are put under the right one."""
    moved = explained(case)
    claims = [one._replace(period=moved[one.id].right) if one.id in moved else one for one in case.claims]
    return Claims(one for one in claims if one.id in moved or case.answer(one).verdict != "contradicted")


def _meant(case: Case, claim: Claim) -> Change | None:
    """The change that is likeliest meant, none where rounding explains what is told; imported where one may be."""
    from factcheck.checks.changes.meant_change import is_of_rounded, meant

    change = meant(case, claim, _sound(case), _all(case, claim))
    return None if change is not None and is_of_rounded(case, claim, change) else change


def _finding(case: Case, claim: Claim, change: Change) -> Finding:
    from factcheck.checks.wording import as_written, called, replacing
    from factcheck.language.number_format import formatted

    larger, smaller = max(change.first, change.second), min(change.first, change.second)
    unit = _unit_before(case, claim)
    minuend, subtrahend, size = (formatted(value, case.language) for value in (larger, smaller, change.size))
    when = "–".join(dict.fromkeys((change.first_period, change.second_period)))
    row = f"{minuend} - {subtrahend} = {size} ({when})"
    return Finding(
        RULE,
        "error",
        message(
            "{text} is not the change in {what} of {who}: {row}.",
            text=case.text(claim),
            what=called(case, claim),
            who=case.name(claim.subject),
            row=row,
        ),
        claim.start - len(unit),
        claim.end,
        (claim.id,),
        expected=f"{unit}{as_written(case, claim, change.size)}",
        suggestions=(replacing(case, claim, change.size),),
        evidence=(Evidence("arithmetic", "", change.size, row),),
    )
