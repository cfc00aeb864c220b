"""A percentage that does not follow from the figures it is given with.

Wrong: Nilai naik dari 75,00 menjadi 90,00 atau 25 persen; 36 dari 98 kota (46,7 persen).
Right: Nilai naik dari 75,00 menjadi 90,00 atau 20 persen; 36 dari 98 kota (36,7 persen).
Why: the sum is done on what each figure may have been before it was rounded or cut off, so that a last digit
    never makes an alarm; one that is only just outside is an info. "Naik 10 poin atau 2 persen ke 510" starts
    from 500; where that fits only the other way, the word (turun) is offered too. Hedged figures ("sekitar"),
    years and ranks are left alone. A percentage that the reference bears out is not the odd one: the one other
    figure that it does not bear out is; and where no slip of the finger mends the percentage but one mends a single
    amount, that amount is; so is the whole of a share where the draft has another of its size that fits. A headline
    that rises by a percentage which its text never has, while another is borne out there by two pairs of amounts, is
    a warning. A change in per cent of somebody's value, in a pack without rates, is held against what the reference
    has in that year and the one before.
Silence: `wrong-percentage` under `ignore` in the configuration, or `[sic]` behind the percentage.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.checks.declare import rule
from factcheck.checks.figures.odd_one import Odd, Supported, amended, figure_of, is_amended, spelled_like, supported_by
from factcheck.checks.needs import percentages
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, Number
from factcheck.language.fold import fold
from factcheck.language.interval import THOUSAND, Range, change, difference, printed, share, step
from factcheck.language.language import load
from factcheck.messages import message
from factcheck.model import RATE, Document, Evidence, Finding, Suggestion
from factcheck.reading.sums.sums import Sum
from factcheck.spans import HEADS
from factcheck.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factcheck.checks.changes.headline_rises import HeadlineRise

RULE = "wrong-percentage"
FAR = Decimal(4)
"""How many times what it should be a percentage may be: what is further off was said of something else, unless one
slip of the finger mends it."""
FINE = Decimal("0.01")
"""Below one per cent a hundredth tells more than a tenth."""
LEAST = 3
"""A percentage and the two figures it follows from."""
NEARLY, FEW = Decimal("0.02"), 12
"""How far off a whole may be that another one of the draft mends; so many others are looked at."""
WHOLE = 100
"""More per cent than this a part that is larger than the whole is of it: what was aimed at."""
TELLING, SCALES = 40, (1, 10**3, 10**6, 10**9)
"""Steps of a percentage from which on it is by no chance a difference, and what the two may be told in."""
LOPSIDED = 100
"""Two figures further apart than this are written in different scales: 4,5 menjadi 5,2 juta."""


class Reckoned(NamedTuple):
    """A percentage as the sum gives it: all it may be, the figure without tolerance, how it was reckoned."""

    range: Range
    value: Decimal
    sum: str


PARTS = 8
"""So many numbers in front of a percentage may be told with it."""


@rule(RULE, "error", after="wrong-difference", needs=percentages, itself=True)
def check(case: Case) -> list[Finding]:
    """A finding for each percentage of a case that does not follow, with what the reference mends or without, and for
    each of a headline that is another than that of the text."""
    found = _not_following(case)
    from factcheck.language.figures import PERCENT

    heads = [block.end for block in case.document.blocks if block.kind in HEADS]
    if heads and any(number.unit == PERCENT and number.start < heads[-1] for number in case.numbers):
        from factcheck.checks.changes.headline_rises import headline_rises

        found = [*(_of_headline(case, one) for one in headline_rises(case)), *found]
    told = {finding.start for finding in found}
    return [*found, *(finding for finding in _of_rises(case) if finding.start not in told)]


def _of_rises(case: Case) -> Iterator[Finding]:
    """What the reference has against rises in per cent; what looks for that is imported where one may be wrong."""
    figures = (claim for claim in case.claims if isinstance(claim.value, Decimal))
    if all(case.answer(claim).verdict == "supported" for claim in figures):
        return
    from factcheck.checks.changes.grown import is_amount, is_growth

    rises = [claim for claim in case.claims if claim.condition.startswith(RATE) or is_growth(case, claim)]
    if any(claim.condition.startswith(RATE) for claim in rises):
        from factcheck.checks.changes.relative_rates import rates_missed

        yield from rates_missed(case, RULE)
    beside = {claim.sentence for claim in rises}
    told = (one for sentence in beside for one in case.claims.inside(sentence))
    if any(case.answer(one).verdict != "supported" for one in told if is_growth(case, one) or is_amount(case, one)):
        from factcheck.checks.changes.relative_rates import rates_beside
        from factcheck.checks.changes.risen_levels import levels_missed, rises_missed

        yield from (*rates_beside(case, RULE), *levels_missed(case, RULE), *rises_missed(case, RULE))


def _of_headline(case: Case, rise: HeadlineRise) -> Finding:
    written, right = (case.document.text[slice(*one.figure)] for one in rise)
    return Finding(
        RULE,
        "warning",
        message("The headline says {text} per cent, the text {right}, which its amounts bear out.", text=written,
                right=right),
        rise.number.start,
        rise.number.end,
        expected=right,
        suggestions=(Suggestion(*rise.number.figure, right),),
        evidence=(Evidence("arithmetic", "", rise.told.value, right),),
    )  # fmt: skip


def _not_following(case: Case) -> list[Finding]:
    by_reference = [
        stated._replace(figures={role: amended(case, number) for role, number in stated.figures.items()})
        for stated in case.sums
        if "P" in stated.figures
    ]
    own = {finding.start for finding in find(case.document, case.sums)}
    if not own:
        return []
    supported = supported_by(case)
    told = {number.start for stated in case.sums if is_amended(case, stated, "P") for number in stated.figures.values()}
    found = [finding for finding in find(case.document, by_reference) if finding.start in own - told]
    first: dict[int, Sum] = {}
    for stated in by_reference:
        for number in stated.figures.values():
            first.setdefault(number.start, stated)
    held = ((each, first[each.start]) for each in found if not _is_explained(case, each, first[each.start]))
    told_again = ((_of_other_whole(case, each, stated) or each, stated) for each, stated in held)
    return [one for each, stated in told_again if (one := _of_odd(case.document, each, stated, supported)) is not None]


def _is_explained(case: Case, finding: Finding, stated: Sum) -> bool:
    """ "9,07 persen, sebelum turun: 7,16 persen", "122 laporan. … 77 laporan atau 63 persen": whether the reference
    bears out a percentage beside others, or it is the share that the number right in front of it has in one told before
    in its paragraph."""
    from factcheck.language.figures import PERCENT

    at = bisect_left(case.numbers, finding.start, key=lambda one: one.start)
    if at >= len(case.numbers) or case.numbers[at].unit != PERCENT:
        return False
    rates = all(number.unit == PERCENT for number in stated.figures.values())
    over = case.claims.over(finding.start, finding.end) if rates else ()
    if any(case.answer(claim).verdict == "supported" for claim in over) or (rates and _begins_series(case, at)):
        return True
    percent, before = case.numbers[at], case.numbers[max(0, at - PARTS) : at]
    begins = case.document.plain.rfind("\n\n", 0, percent.start)
    told = [one for one in before if one.quantum == 1 and one.start > begins]
    part = told[-1:]
    return any(
        abs(100 * part[0].value / one.value - percent.value) <= percent.quantum for one in told[:-1] if one.value
    )


def _begins_series(case: Case, at: int) -> bool:
    """ "sebelum turun teratur: 7,16 persen, 6,76 persen": whether another percentage follows a number at once."""
    following = case.numbers[at + 1 : at + 2]
    between = case.document.plain[case.numbers[at].end : following[0].start] if following else ""
    return between == ", " and following[0].unit == case.numbers[at].unit


def _of_other_whole(case: Case, finding: Finding, stated: Sum) -> Finding | None:
    """ "58,81 persen dari 20.743.592", where the draft has 20.732.592 too: the whole is the slip where another one of
    its size makes the share."""
    if stated.kind != "share" or finding.start != stated.figures["P"].start:
        return None
    part, whole = stated.figures["A"], stated.figures["B"]
    alike = _by_value(case).get((whole.unit, whole.quantum), ())
    first = bisect_left(alike, whole.value * (1 - NEARLY), key=lambda one: one.value)
    near = (one for one in alike[first : first + FEW] if one.value <= whole.value * (1 + NEARLY))
    fitting = [one for one in near if one.value not in (part.value, whole.value) and _makes(stated, one)]
    if len(fitting) != 1:
        return None
    right, percent = figure_of(case.document, fitting[0]), figure_of(case.document, stated.figures["P"])
    row = f"{figure_of(case.document, part)} / {right} = {percent} %"
    return finding._replace(
        message=message("{text} does not go with {percent} per cent; {right} does.",
                        text=figure_of(case.document, whole), percent=percent, right=right),
        start=whole.start, end=whole.end, expected=right, suggestions=(Suggestion(*whole.figure, right),),
        evidence=(Evidence("arithmetic", "", fitting[0].value, row),),
    )  # fmt: skip


@lru_cache(maxsize=2)
def _by_value(case: Case) -> Mapping[tuple[str, Decimal], Sequence[Number]]:
    """The figures of a draft by unit and last place, of each value one, in their order."""
    found: dict[tuple[str, Decimal], dict[Decimal, Number]] = defaultdict(dict)
    for number in case.numbers:
        found[number.unit, number.quantum].setdefault(number.value, number)
    return {key: sorted(numbers.values(), key=lambda one: one.value) for key, numbers in found.items()}


def _makes(stated: Sum, whole: Number) -> bool:
    """Whether the share of a sum is that of its part in another whole."""
    answer = share(stated.range("A"), printed(whole, True))
    return answer is not None and answer.meets(stated.range("P"))


def _of_odd(document: Document, finding: Finding, stated: Sum, supported: Supported) -> Finding | None:
    """The finding; where the reference bears its figure out, at the one other figure that it does not."""
    told = next(number for number in stated.figures.values() if number.start == finding.start)
    if not supported(told):
        return finding
    odd = [number for number in stated.figures.values() if number is not told and not supported(number)]
    if len(odd) != 1 or len(stated.figures) < LEAST:
        return None
    if told is stated.figures["P"] or not _compared(stated) or odd[0] is stated.figures["P"]:
        return finding._replace(start=odd[0].start, end=odd[0].end, expected="", suggestions=())
    later = odd[0] is stated.figures["B"]
    base, rate = (stated.figures["A"] if later else stated.figures["B"]), stated.figures["P"].value / 100
    step = 1 + rate * (stated.direction or (1 if stated.figures["B"].value > stated.figures["A"].value else -1))
    right = base.value * step if later else base.value / step
    return _amount_finding(document, stated, Odd(odd[0], right.quantize(odd[0].quantum)))._replace(suggestions=())


def find(document: Document, sums: Sequence[Sum]) -> list[Finding]:
    """A finding for each percentage that no reading of `sums` (of `find_sums`) bears out."""
    by_place: dict[int, list[Sum]] = {}
    for stated in sums:
        if "P" in stated.figures and _comparable(stated):
            by_place.setdefault(stated.figures["P"].start, []).append(stated)
    found = [_judge(document, readings) for readings in by_place.values()]
    return [finding for finding in found if finding is not None]


def _comparable(stated: Sum) -> bool:
    if not _compared(stated):
        return _level(stated).unit != PERCENT and stated.figures["X"].unit in ("", _level(stated).unit)
    one, other = stated.figures["A"], stated.figures["B"]
    if one.unit != other.unit or not one.value or not other.value:
        return False
    if stated.kind == "share":
        scaled = min(one.quantum, other.quantum) >= THOUSAND
        told = stated.exact >= {"A", "B"} or one.unit != "" or scaled  # the printed places of amounts are reckoned with
        less = one.value <= other.value or stated.figures["P"].value > WHOLE
        return less and one.unit != PERCENT and told
    return Decimal(1) / LOPSIDED < one.value / other.value < LOPSIDED


def _compared(stated: Sum) -> bool:
    """Whether both figures compared are there; else one of them and the size of the change."""
    return stated.figures.keys() >= {"A", "B"}


def _level(stated: Sum) -> Number:
    return stated.figures["B" if "B" in stated.figures else "A"]


def _judge(document: Document, readings: Sequence[Sum]) -> Finding | None:
    printed = readings[0].range("P")
    reckoned = [(stated, list(_reckon(document, stated))) for stated in readings]
    ranges = [one.range for _, answers in reckoned for one in answers]
    if not ranges or any(answer.meets(printed) for answer in ranges):
        return None
    near = any(answer.distance(printed) <= _grain(answer, readings[0].figures["P"]) for answer in ranges)
    stated, answers = next(pair for pair in reckoned if pair[1])
    odd = _odd_amount(stated, answers[0].value) if all(one.figures == stated.figures for one in readings) else None
    if odd is not None:
        return _amount_finding(document, stated, odd)
    from factcheck.reading.sums.mistyped import is_near, slips

    number = stated.figures["P"]
    nearest = next((one for one in answers if slips(number, one.value)), answers[0])
    near_enough = slips(number, nearest.value) if stated.loose else is_near(number, nearest.value, FAR)
    if not (near_enough or _is_difference(stated)):
        return None
    found = _finding(document, stated, nearest, "info" if near else "error")
    return found if near_enough else found._replace(suggestions=())  # rather its unit is wrong


def _is_difference(stated: Sum) -> bool:
    """ "menyusut 33,7 persen, dari 516,83 ribu orang menjadi 483,17 ribu": whether a percentage has the figures of the
    difference that it should be of."""
    percent = stated.figures["P"]
    if stated.kind != "change" or not _compared(stated) or percent.value < TELLING * percent.quantum:
        return False
    apart = abs(stated.figures["B"].value - stated.figures["A"].value)
    return any(abs(apart / scale - percent.value) <= percent.quantum / 2 for scale in SCALES)


def _odd_amount(stated: Sum, value: Decimal) -> Odd | None:
    """The one amount of a change that a single slip of the finger mends, where none mends the percentage."""
    from factcheck.reading.sums.mistyped import mended, slips

    if stated.kind != "change" or not _compared(stated) or stated.loose or slips(stated.figures["P"], value):
        return None
    one, other, rate = stated.figures["A"], stated.figures["B"], stated.range("P")
    signs = (stated.direction,) if stated.direction else (1, -1)
    found = [
        Odd(number, right)
        for sign in signs
        for number, base, up in ((other, one, True), (one, other, False))
        if (right := mended(number, *_reached(base.value, sign, rate, up))) is not None
    ]
    return found[0] if len(found) == 1 else None


def _reached(base: Decimal, sign: int, rate: Range, up: bool) -> tuple[Decimal, Decimal]:
    """Between what an amount lies that a percentage leads to from `base`, or from which it leads there."""
    steps = [1 + sign * each / 100 for each in rate]
    ends = [base * step if up else base / step for step in steps if step > 0]
    return (min(ends), max(ends)) if ends else (Decimal(0), Decimal(0))


def _amount_finding(document: Document, stated: Sum, odd: Odd) -> Finding:
    right = spelled_like(document, odd.number, odd.right)
    written, percent = figure_of(document, odd.number), figure_of(document, stated.figures["P"])
    later = odd.number is stated.figures["B"]
    base = figure_of(document, stated.figures["A"]) if later else right
    reached = right if later else figure_of(document, stated.figures["B"])
    row = f"{base} {'-' if stated.direction < 0 else '+'} {percent} % ≈ {reached}"
    return Finding(
        RULE,
        "error",
        message(
            "{text} does not go with {percent} per cent; {right} does.", text=written, percent=percent, right=right
        ),
        odd.number.start,
        odd.number.end,
        expected=right,
        suggestions=(Suggestion(*odd.number.figure, right),),
        evidence=(Evidence("arithmetic", "", odd.right, row),),
    )


def _grain(answer: Range, number: Number) -> Decimal:
    """How far outside a percentage may be for an info: half its last digit, a tenth of what the figures leave open."""
    return max(number.quantum / 2, (answer.high - answer.low) / 10)


def _reckon(document: Document, stated: Sum) -> Iterator[Reckoned]:
    """What the percentage may be; more than one answer where the words leave it open."""
    if stated.kind == "share":
        yield from _shared(document, stated, "A", "B")
        return
    if _compared(stated):
        yield from _changed(document, stated)
    if "X" in stated.figures and "A" in stated.figures:
        yield from _shared(document, stated, "X", "A")
    elif "X" in stated.figures:
        for sign in (stated.direction,) if stated.direction else (1, -1):
            yield from _stepped(document, stated, sign)


def _shared(document: Document, stated: Sum, part: str, whole: str) -> Iterator[Reckoned]:
    one, other = stated.figures[part], stated.figures[whole]
    if other.value > 0:
        row = f"{figure_of(document, one)} / {figure_of(document, other)}"
        yield from _one(share(stated.range(part), stated.range(whole)), 100 * one.value / other.value, row)


def _changed(document: Document, stated: Sum) -> Iterator[Reckoned]:
    one, other = stated.figures["A"], stated.figures["B"]
    first, second = figure_of(document, one), figure_of(document, other)
    apart = abs(other.value - one.value)
    answer = change(stated.range("A"), stated.range("B"))
    yield from _one(answer, 100 * apart / one.value, f"({second} - {first}) / {first}")
    if one.unit == PERCENT:
        yield from _one(difference(stated.range("A"), stated.range("B")), apart, f"{second} - {first}")


def _stepped(document: Document, stated: Sum, sign: int) -> Iterator[Reckoned]:
    size, after = stated.figures["X"], stated.figures["B"]
    before = after.value - sign * size.value
    if before > 0:
        part, whole = figure_of(document, size), figure_of(document, after)
        written = f"{part} / ({whole} {'-' if sign > 0 else '+'} {part})"
        yield from _one(step(stated.range("X"), stated.range("B"), sign), 100 * size.value / before, written)


def _one(answer: Range | None, value: Decimal, written: str) -> Iterator[Reckoned]:
    if answer is not None:
        yield Reckoned(answer, value, written)


def _finding(document: Document, stated: Sum, answer: Reckoned, severity: str) -> Finding:
    number = stated.figures["P"]
    language = load(document.language)
    written = figure_of(document, number)
    quantum = min(number.quantum, FINE) if answer.value < 1 else number.quantum
    from factcheck.language.number_format import format_like

    right = format_like(answer.value, written, quantum, language)
    row = f"{answer.sum} = {right} %"
    return Finding(
        RULE,
        severity,
        message("{text} per cent does not follow: {row}.", text=written, row=row),
        number.start,
        number.end,
        expected=right,
        suggestions=(Suggestion(*number.figure, right), *_turned(document, stated)),
        evidence=(Evidence("arithmetic", "", answer.value, row),),
    )


def _turned(document: Document, stated: Sum) -> Iterator[Suggestion]:
    """The opposite verb, where the percentage fits a step the other way: "naik" in a list of losers."""
    if _compared(stated) or "X" not in stated.figures or not stated.direction or stated.verb is None:
        return
    answer = step(stated.range("X"), stated.range("B"), -stated.direction) if "B" in stated.figures else None
    word = fold(document.plain[slice(*stated.verb)])
    opposite = load(document.language).changes.opposites.get(word)
    if opposite and answer is not None and answer.meets(stated.range("P")):
        yield Suggestion(*stated.verb, opposite)
