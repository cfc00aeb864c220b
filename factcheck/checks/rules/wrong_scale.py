"""A million for a billion: one amount under two scale words or in two units, or a thousand times what its parts make.

Wrong: Anggarannya Rp3,25 triliun, terdiri atas belanja pegawai Rp2,15 miliar dan belanja modal Rp1,1 miliar.
Right: Anggarannya Rp3,25 miliar, terdiri atas belanja pegawai Rp2,15 miliar dan belanja modal Rp1,1 miliar.
Why: the same three digits or more, in the same unit, are hardly ever two amounts of which one is a thousand times the
    other; and parts that make a thousandth of their total, digit for digit, are those of another scale. A count that
    reads as those of the same thing beside it do, but without their scale word, has lost it: "turun dari 180 ribu orang
    menjadi 179 orang". A change in basis points is a hundredth of one in percentage points, and a part of one cannot be
    seen in a rate with two decimals ("9,66 persen, turun 0,46 basis poin"). An amount said twice side by side, in full
    and in short or in two units ("2,5 hektare (2.500 meter persegi)"), says the same both times. A figure of which the
    reference has a thousandth, or a thousand times as much, for whom and for the year it is told of has the wrong word
    too. Which of two amounts is wrong the rule cannot know: flagged is the one that stands in the draft less often,
    else the later.
Silence: `wrong-scale` under `ignore` in the configuration, or `[sic]` behind the amount.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from factcheck.checks.declare import rule
from factcheck.checks.needs import hundredths, one_scaled, said_again, scaled
from factcheck.checks.subject_needs import SURE, scaled_claims
from factcheck.judging.case import Case, evidence
from factcheck.language.figures import Number
from factcheck.language.interval import Range, change, difference, printed, total
from factcheck.language.language import Language
from factcheck.messages import Message, message
from factcheck.model import Evidence, Finding, Span, Suggestion
from factcheck.reading.sums.sums import Sum
from factcheck.reading.sums.totals import find_divisions

RULE = "wrong-scale"
BESIDE = 12
"""Letters between an amount in full and the same one rounded: "atau", "atau sekitar"."""
STEPS = (Decimal(1000), Decimal("0.001"))
"""How far the scale words next to each other are apart."""
DIGITS, MANY = 3, 12
"""Digits from which on two amounts that read the same are one, and so many amounts that it takes one digit more: in a
budget two read alike by chance."""


@rule(RULE, "warning", after="wrong-direction", needs=scaled, itself=True)
def check(case: Case) -> Iterator[Finding]:
    """A finding for each amount whose scale word does not fit the amounts beside it."""
    told: set[int] = set()
    for number, step, because in (*_twice(case), *_divided(case), *_changed(case)):
        word = _scale_word(number.quantum * step, number, case)
        if word and number.start not in told and not _is_told_exactly(case, number):
            told.add(number.start)
            yield _finding(case, number, word, because)


@rule(RULE, "warning", after="wrong-scale", needs=one_scaled, itself=True)
def check_lost(case: Case) -> Iterator[Finding]:
    """A finding for each count without the scale word that those beside it have."""
    from factcheck.checks.changes.lost_scales import lost_scales

    text = case.document.text
    for number, word, scale, beside in lost_scales(case):
        written, place = text[number.start : number.end], Span(number.start, number.end)
        because = message("beside it stands {text}", text=text[beside.start : beside.end])
        right = f"{written} {word}"
        yield _of_scale(case, place, right, Suggestion(*place, right), number.value * scale, because)


@rule(RULE, "warning", after=RULE, needs=scaled_claims)
def check_known(case: Case) -> Iterator[Finding]:
    """A finding for each figure that the reference has a thousand times as large or as small of whom it is told."""
    from factcheck.checks.changes.known_scales import known_scales

    sure = (one for one in case.numbers if one.value >= one.quantum * SURE[one.unit != ""])
    unread = [one for one in sure if _is_scaled(one, case) and not _is_right(case, one)]
    for number, step, fact in known_scales(case, unread, STEPS):
        word = _scale_word(number.quantum * step, number, case)
        if word:
            from factcheck.checks.wording import spelled, with_unit

            value = with_unit(case, fact, spelled(case, fact))
            because = message("{who} had {value} in {year}", who=case.name(fact.entity), value=value, year=fact.period)
            yield _finding(case, number, word, because)._replace(evidence=evidence((fact,)))


def _is_right(case: Case, number: Number) -> bool:
    return any(case.answer(one).verdict == "supported" for one in case.claims.at(number.figure.start))


@rule(RULE, "warning", after=RULE, needs=hundredths, itself=True)
def check_hundredths(case: Case) -> Iterator[Finding]:
    """A finding for each change in basis points that is one in percentage points."""
    from factcheck.checks.changes.basis_points import in_hundredths

    text = case.document.text
    for number, unit, right, rate in in_hundredths(case):
        because = message("beside it stands {text}", text=text[rate.start : rate.end])
        place, expected = Span(number.start, unit.end), f"{text[slice(*number.figure)]} {right}"
        yield _of_scale(case, place, expected, Suggestion(*unit, right), number.value, because)


@rule(RULE, "warning", after="wrong-scale", needs=said_again, itself=True)
def check_again(case: Case) -> Iterator[Finding]:
    """A finding for each amount that is not the one that stands beside it in another unit or at another scale."""
    from factcheck.checks.figures.odd_one import spelled_like
    from factcheck.checks.figures.said_twice import said_twice

    text = case.document.text
    for twice in said_twice(case):
        other, value = twice.second, twice.right
        because = message("beside it stands {text}", text=text[slice(*twice.first)])
        word = _scale_word(other.quantum * value / other.value, other, case)
        if word:
            yield _finding(case, other, word, because)
            continue
        right = spelled_like(case.document, other, value, twice.quantum)
        yield Finding(
            RULE,
            "warning",
            message("{text} is another amount: {because}.", text=text[other.start : other.end], because=because),
            other.start,
            other.end,
            expected=right,
            suggestions=(Suggestion(*other.figure, right),),
            evidence=(Evidence("arithmetic", "", value, because),),
        )


def _is_told_exactly(case: Case, number: Number) -> bool:
    """ "5.656.039 atau 5,6 juta jiwa": whether the same amount stands beside it to the last digit."""
    return any(
        other.quantum < number.quantum and abs(other.value - number.value) < number.quantum
        for other in case.numbers
        if 0 < number.start - other.end <= BESIDE
    )


def _twice(case: Case) -> Iterator[tuple[Number, Decimal, Message]]:
    """One figure under two scale words."""
    same: dict[tuple[str, str], dict[Decimal, list[Number]]] = defaultdict(lambda: defaultdict(list))
    scaled = [(number, _digits(case, number)) for number in case.numbers if _is_scaled(number, case)]
    if len({digits for _, digits in scaled}) == len(scaled):  # as in most articles none is told twice
        return
    fewest = DIGITS + (len(scaled) > MANY)
    for number, digits in scaled:
        if len(digits) >= fewest:
            same[digits, number.unit][number.value].append(number)
    for by_value in same.values():
        groups = sorted(by_value.values(), key=lambda group: (-len(group), group[0].start))
        kept = groups[0][0]
        for group in groups[1:]:
            step = kept.value / group[-1].value
            if step in STEPS:
                yield group[-1], step, message("elsewhere it is {text}", text=case.document.text[kept.start : kept.end])


def _is_scaled(number: Number, case: Case) -> bool:
    return number.form == "digits" and number.quantum >= 10 and len(_digits(case, number)) >= DIGITS


def _digits(case: Case, number: Number) -> str:
    written = case.document.text[slice(*number.figure)]
    return "".join(filter(str.isdigit, written)).strip("0")


def _divided(case: Case) -> Iterator[tuple[Number, Decimal, Message]]:
    """A total a thousand times what its parts make, or the other way round."""
    for division in find_divisions(case.document, case.numbers, case.dates):
        parts = total([printed(part, part.quantum == 1) for part in division.parts])
        if len({number.unit for number in (*division.wholes, *division.parts)}) > 1 or division.weights:
            continue
        for whole in division.wholes[:1] if not any(printed(one).meets(parts) for one in division.wholes) else ():
            steps = [step for step in STEPS if _scaled(printed(whole), step).meets(parts)]
            if steps and whole.quantum > 1:
                yield whole, steps[0], message("its parts make {text} of it", text=_times(1 / steps[0]))


def _changed(case: Case) -> Iterator[tuple[Number, Decimal, Message]]:
    """A change that fits once one of its two figures is taken a thousand times smaller or larger."""
    for stated in case.sums:
        if not stated.figures.keys() >= {"A", "B"} or stated.kind == "share" or _fits(stated, "A", Decimal(1)):
            continue
        scaled = ((role, step) for role in "AB" for step in STEPS if stated.figures[role].quantum > 1)
        fitting = next((each for each in scaled if _fits(stated, *each)), None)
        if fitting is not None:
            role, step = fitting
            yield stated.figures[role], step, message("so it does not fit the change beside it")


def _fits(stated: Sum, role: str, step: Decimal) -> bool:
    """Whether all that is said of a change fits its figures, one of them taken `step` times."""
    one, other = (_scaled(stated.range(each), step if each == role else Decimal(1)) for each in "AB")
    whole = change(one, other)
    fits = [difference(one, other).meets(stated.range("X"))] if "X" in stated.figures else []
    if "P" in stated.figures:
        fits.append(whole is not None and whole.meets(stated.range("P")))
    return all(fits) if fits else role == "A" and step == 1


def _scaled(values: Range, step: Decimal) -> Range:
    return Range(values.low * step, values.high * step)


def _times(step: Decimal) -> str:
    return "1/1000" if step < 1 else "1000"


def _scale_word(quantum: Decimal, number: Number, case: Case) -> str:
    """The scale word that `number` would need: "miliar" for "triliun" a thousand times smaller; empty where none."""
    scales = case.language.numbers.scales
    old = _old(case, number, case.language)
    right = scales.get(old, 0) * quantum / number.quantum
    return next((word for word, amount in scales.items() if amount == right), "") if old else ""


def _old(case: Case, number: Number, language: Language) -> str:
    written = case.document.text[number.figure.end : number.end].lower()
    return next((word for word in written.split() if word in language.numbers.scales), "")


def _finding(case: Case, number: Number, word: str, because: Message) -> Finding:
    text = case.document.text
    tail, old = text[number.figure.end : number.end], _old(case, number, case.language)
    from factcheck.checks.wording import like

    right = like(tail, old, word)
    expected = f"{text[number.start : number.figure.end]}{right}"
    repair = Suggestion(number.figure.end, number.end, right)
    return _of_scale(case, Span(number.start, number.end), expected, repair, number.value, because)


def _of_scale(case: Case, place: Span, expected: str, repair: Suggestion, value: Decimal, because: Message) -> Finding:
    """A finding at a figure that may be of another scale, with its one repair and what speaks for it."""
    return Finding(
        RULE,
        "warning",
        message("{text} may be of another scale: {because}.", text=case.document.text[slice(*place)], because=because),
        *place,
        expected=expected,
        suggestions=(repair,),
        evidence=(Evidence("arithmetic", "", value, because),),
    )
