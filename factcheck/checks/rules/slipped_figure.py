"""A figure that nothing explains, and that the reference bears out with one digit otherwise.

Wrong: Ombudsman menilai kepatuhan 2021. Nilai tertinggi di Gorontalo diraih Gorontalo Utara; pemprovnya di urutan 16.
Right: Ombudsman menilai kepatuhan 2021. Nilai tertinggi di Gorontalo diraih Gorontalo Utara; pemprovnya di urutan 26.
Why: no reading of its sentence explains the figure; read again with one digit otherwise, or two neighbours changed
    about, it is a value, rank, count or change that the reference has of whom the draft tells, and only with one such
    figure. So whatever can be read when it is right can be missed by a slip.
Silence: `slipped-figure` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import chain, islice

from factcheck.checks.declare import rule
from factcheck.checks.reread import LONG, tried
from factcheck.checks.subject_needs import framed
from factcheck.judging.answers.as_printed import is_revised_since
from factcheck.judging.case import Case, evidence, frame_at, frame_of
from factcheck.judging.grounds.ground import Ground
from factcheck.judging.likely import Values, likely_changes, likely_counts, likely_people, likely_ranks, likely_values
from factcheck.judging.years.year_slips import explained
from factcheck.language.figures import PERCENT, RUPIAH, Number, read_figure
from factcheck.messages import Message, message
from factcheck.model import Claim, Finding, How, Suggestion, number_of
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.values.change_sizes import in_points
from factcheck.reading.values.scores import mean_of_group

RULE = "slipped-figure"
STRANGE = 24
"""A text with more figures that nothing explains is no draft that the reference can read."""
TELLING, EXACT = 4, 3
"""So many digits make a value that tells something by itself; so many a change, or a value whose slot is told."""
MANY = 6
"""A number of people of so many digits is no other's by chance."""
ROUND = 1000
"""Thousands in full are a mark that something is held to, where the reference has it finer."""
PAIR = 2
NOTHING: Values = frozenset()
CORRECTING = (Tag.MOOD_CORRECTED, Tag.MOOD_REFUTED)
"""A sentence that corrects what is told has one of these."""


@rule(RULE, "error", after="wrong-rest", needs=framed, ground=Ground.SLIP)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each figure that only one slip explains."""
    if len(case.document.plain) > LONG:
        return
    strange = list(islice(_unexplained(case), STRANGE + 1))
    for number, tries in tried(strange if len(strange) <= STRANGE else (), lambda one: _tries(case, one)):
        found = [one for written in tries for one in _read_as(case, number, written)]
        if len(found) >= PAIR:
            from factcheck.checks.figures.group_figures import meant

            found = meant(case, number, found)
        if found and len({claim.value for claim, _ in found}) == 1 and _is_sure(case, number, *found[0]):
            yield _finding(case, number, *found[0])


def _unexplained(case: Case) -> Iterator[Number]:
    """The figures of sentences about an open subject that no claim, date or law explains."""
    moved, corrects = explained(case), any(tag in frame.tagged for frame in case.frames for tag in CORRECTING)
    for number in case.numbers:
        if not _is_printed(case, number) or not _is_inside(case, number):
            continue
        told = any(_explains(case, claim, moved) for claim in case.claims.over(number.start, number.end))
        if not told and not (corrects and _is_corrected(case, number)):
            yield number


def _is_corrected(case: Case, number: Number) -> bool:
    """Whether a sentence says behind a figure what is right, or that it is not."""
    from factcheck.judging.corrected import is_corrected

    return is_corrected(case, number.start)


def _is_printed(case: Case, number: Number) -> bool:
    """Whether a number is printed in digits: "24", "24th"."""
    return number.form == "digits" or (number.form == "ordinal" and case.document.plain[number.figure.start].isdigit())


def _is_inside(case: Case, number: Number) -> bool:
    """Whether a figure stands in a sentence about an open subject."""
    sentence = frame_at(case, number.start).sentence
    return sentence.start <= number.start < sentence.end


def _explains(case: Case, claim: Claim, moved: Collection[str]) -> bool:
    """Whether a claim says what a figure is: one that is borne out, in the year written or in the one meant, one that
    is flagged anyway, a date, a law, a part of a sum."""
    kind = kind_of(claim.kind)
    if not (kind.dated or kind.per_group or claim.kind == "figure") or How.PART_OF_SUM in claim.how:
        return True
    if case.answer(claim).verdict in ("supported", "disputed") or claim.id in moved:
        return True
    if case.answer(claim).verdict != "contradicted":
        return False
    from factcheck.judging.grounds.grounds import ground
    from factcheck.judging.years.charity import forgiven

    return forgiven(case, claim) or ground(case, claim) is not None


def _tries(case: Case, number: Number) -> Sequence[str]:
    """The writings one slip away from a figure that the reference knows of somebody told of; none where it knows the
    figure itself, or it is too short to tell anything."""
    written = case.document.plain[slice(*number.figure)]
    digits, frame = sum(map(str.isdigit, written)), frame_at(case, number.start)
    if _is_year(frame, number) or _is_of_some(frame, number):
        return ()
    likely = _likely(case, number, digits)
    telling = number.quantum < 1 or digits >= TELLING or _is_rank(case, number)
    if not likely or (abs(number.value) in likely and telling):
        return ()
    from factcheck.reading.evidence.explained.slips_of import slips_of

    found = [one for one in slips_of(written) if _value(case, number, written, one) in likely]
    return found if telling or len(found) <= EXACT else ()


def _likely(case: Case, number: Number, digits: int) -> Values:
    """What a figure may stand for by what stands beside it: ranks and counts are read as such, or in front of a word
    for a group; a share or a rate has a slot that is read; a score and a change have decimals."""
    own = list(case.claims.over(*number.figure))
    kinds, frame = {claim.kind for claim in own}, frame_at(case, number.start)
    if number.quantum >= 1 and number.unit not in (RUPIAH, PERCENT) and digits >= TELLING:
        return likely_people(case)
    if number.quantum == 1 and not number.unit and digits >= PAIR:
        if _is_rank(case, number):
            return likely_ranks(case, frame.sentence.place)
        from factcheck.checks.figures.group_figures import group_counted

        group = group_counted(frame, number)
        return likely_counts(case, frame.sentence.place, group) if group else NOTHING
    if number.quantum >= 1 or digits < EXACT or number.unit == RUPIAH or _is_bound(case, number):
        return NOTHING
    if number.unit == PERCENT and not any(claim.measure for claim in own):
        return NOTHING
    if "difference" in kinds or _is_mean(frame, number):  # held against all that it may lie between already
        return NOTHING
    if _are_points(frame, number):
        return likely_changes(case, frame.sentence.place)
    return NOTHING if frame.has(Tag.ENTITY_OFFICES) else likely_values(case)


def _is_of_some(frame: Frame, number: Number) -> bool:
    """Whether a figure is told of some of the people."""
    if not frame.has(Tag.COUNT_PEOPLE):
        return False
    from factcheck.reading.evidence.rates.of_part import is_of_part

    return is_of_part(frame, number.start, "")


def _is_year(frame: Frame, number: Number) -> bool:
    """ "Pada 2024 kasus DBD …": whether a number is a year in front of what is counted."""
    at = frame.ending(number.figure.end, FIGURES)
    return at >= 0 and Tag.YEAR_DIGITS in frame.mentions[at].tags and frame.before(at, Tag.YEAR)


def _is_rank(case: Case, number: Number) -> bool:
    """Whether a number is a place in an order; what is that of anybody told of near it is no slip of another's."""
    told = any(claim.kind == "rank" for claim in case.claims.over(*number.figure))
    return told or number.form == "ordinal" or _is_ranked(frame_at(case, number.start), number)


def _is_mean(frame: Frame, number: Number) -> bool:
    """ "Rata-rata nilai seluruh kabupaten 83,17": whether a figure is the mean of many, and nobody's."""
    at = frame.ending(number.figure.end, FIGURES)
    return at >= 0 and mean_of_group(frame, at)


def _are_points(frame: Frame, number: Number) -> bool:
    """ "0,48 poin di atas capaian 2023": whether points are told, most of which are changes."""
    at = frame.ending(number.figure.end, FIGURES)
    return at >= 0 and in_points(frame, at)


def _is_ranked(frame: Frame, number: Number) -> bool:
    """Whether a number stands behind a word for a rank, and neither is nor tells the size of a group."""
    at = frame.ending(number.figure.end, FIGURES)
    return frame.has(Tag.RANK_CUE, 0, max(0, at)) and not frame.before(at, Tag.RANK_AMONG)


def _value(case: Case, number: Number, written: str, other: str) -> Decimal | None:
    """What another writing of a figure would be worth in its place: of millions in "5,93 juta"."""
    sign = case.language.numbers.decimal
    own, read = read_figure(written, sign), read_figure(other, sign)
    return None if own is None or read is None else read.value * (number.quantum / own.quantum)


def _read_as(case: Case, number: Number, written: str) -> Iterator[tuple[Claim, Case]]:
    """The claims that the reference bears out where a figure is written otherwise."""
    other = case.reread(number.figure, written) if case.reread is not None else None
    if other is None:
        return
    from factcheck.judging.years.foreseen import is_foreseen

    for claim in other.claims.over(*number.figure):
        answer = other.answer(claim)
        right = isinstance(claim.value, Decimal) and answer.verdict == "supported"
        revised = right and any(is_revised_since(number.value, fact, case.reference) for fact in answer.facts)
        if right and not revised and not is_foreseen(other, claim):
            yield claim, other


def _is_sure(case: Case, number: Number, claim: Claim, other: Case) -> bool:
    """Whether a claim with a figure written otherwise, and its case, is hardly there by chance."""
    from factcheck.checks.figures.group_figures import is_sure_count, is_told_as, told_of_people
    from factcheck.checks.wording import measure_of
    from factcheck.judging.something_else import of_another_measure

    digits = sum(map(str.isdigit, case.document.plain[slice(*number.figure)]))
    again = (number.quantum >= 1 and digits >= TELLING) or is_told_as(case, number, claim)
    if (_is_told(case, claim) and not again) or of_another_measure(case, claim):
        return False
    explained_by = How.SUBJECT_EXPLAINED in claim.how
    if claim.kind == "rank":
        return True
    if claim.kind == "count":
        return is_sure_count(case, other, number, claim)
    measure = measure_of(case, claim.pack, claim.measure)
    if measure is not None and (measure.unit == RUPIAH or measure.counted_in):
        if number.value % ROUND == 0 != number_of(claim) % ROUND:
            return False  # "Never below 150,000"
        return bool(measure.counted_in) and (digits >= MANY or told_of_people(other, claim))
    frame = frame_of(case, claim)
    if claim.kind == "difference":
        of_another = How.SUBJECT_OF_CHANGE in claim.how and frame is not None and bool(frame.names_between())
        return measure is not None and measure.unit != PERCENT and not of_another
    if measure is not None and measure.unit == PERCENT:  # villages, sectors, the young have their own
        slot = (claim.subject, claim.period, claim.measure)
        return any((one.subject, one.period, one.measure) == slot for one in case.claims.over(*number.figure))
    from factcheck.checks.figures.told_slots import is_of_told_year, is_told_otherwise

    supposed = explained_by or How.YEAR_EXPLAINED in claim.how
    return digits >= TELLING and is_of_told_year(case, claim) and not (supposed and is_told_otherwise(case, claim))


def _is_told(case: Case, claim: Claim) -> bool:
    """Whether the draft has the right figure itself, of the same or in the same sentence: then another is of something
    else: "SAKIP Kota Payakumbuh", "naik ke peringkat 12, sementara tahun 2023 posisinya 32"."""
    told = (one for one in case.claims.of(claim.subject) if (one.measure, one.period) == (claim.measure, claim.period))
    frame = frame_of(case, claim)
    beside = (frame.mentions[at].number for at in frame.having(FIGURES)) if frame is not None else ()
    return any(one is not None and one.value == claim.value for one in chain(told, beside))


def _is_bound(case: Case, number: Number) -> bool:
    """Whether a figure is the bound of a step of a scale: "78 sampai 87,99"."""
    packs = case.article.setting.packs if case.article.setting is not None else {}
    return any(number.value in (step.low, step.high) for pack in packs for step in case.reference.steps(pack))


def _finding(case: Case, number: Number, claim: Claim, other: Case) -> Finding:
    from factcheck.checks.wording import as_written

    facts = other.answer(claim).facts
    right = as_written(other, claim, claim.value)
    scale = case.document.text[number.figure.end : number.end] if number.quantum > 1 else ""  # " juta"
    return Finding(
        RULE,
        "error",
        _sentence(case, claim, right + scale, case.document.text[slice(*number.figure)] + scale),
        *number.figure,
        tuple(one.id for one in case.claims.over(*number.figure)),
        expected=right,
        suggestions=(Suggestion(*number.figure, right),),
        evidence=evidence(facts),
    )


def _sentence(case: Case, claim: Claim, right: str, text: str) -> Message:
    from factcheck.checks.wording import called, with_unit

    who, year = case.name(claim.subject), claim.period
    if claim.kind == "rank":
        return message(
            "Rank of {who} in {year}: {right}{among}, not {rank}.",
            who=who, year=year, right=right, among="", rank=text,
        )  # fmt: skip
    if claim.kind == "count":
        return message("Counted in {who} in {year}: {right}, not {text}.", who=who, year=year, right=right, text=text)
    if claim.kind == "difference":
        return message(
            "Change in {what} of {who} up to {year}: {right}, not {text}.",
            what=called(case, claim), who=who, year=year, right=right, text=text,
        )  # fmt: skip
    return message(
        "{what} of {who} in {year}: {right}, not {text}{whose}.",
        what=called(case, claim).at_the_head(), who=who, year=year,
        right=with_unit(case, claim, right), text=with_unit(case, claim, text), whose="",
    )  # fmt: skip
