"""Which figure of a sum is the odd one out, and how it should read."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from factcheck.judging.case import Case
from factcheck.judging.years.year_slips import explained
from factcheck.language.figures import Number, read_figure
from factcheck.language.language import load
from factcheck.model import Document, How
from factcheck.reading.sums.sums import Sum
from factcheck.typed import NamedTuple

Supported = Callable[[Number], bool]
"""Whether the reference bears a figure out."""


class Odd(NamedTuple):
    """A figure of a sum and what it would have to be for the sum to hold."""

    number: Number
    right: Decimal

    @property
    def slips(self) -> int:
        """How many slips of the finger lie between the two; 0 where it is no slip."""
        from factcheck.reading.sums.mistyped import slips

        return slips(self.number, self.right)


def supported_by(case: Case) -> Supported:
    """Whether the reference of a case bears a figure out, be it in the year that the one written is a slip for; not a
    change only by what two of its many figures differ by."""

    def supported(number: Number) -> bool:
        over = (one for one in case.claims.over(number.start, number.end) if How.LATER_OF_TWO not in one.how)
        return any(case.answer(claim).verdict == "supported" or claim.id in explained(case) for claim in over)

    return supported


def amended(case: Case, number: Number) -> Number:
    """The number as the reference has it where what was read there is flagged for it; else as it is."""
    for claim in case.claims.over(number.start, number.end):
        answer = case.answer(claim)
        known = answer.facts[0].value if answer.verdict == "contradicted" and answer.facts else None
        if isinstance(known, Decimal) and claim.value == abs(number.value):
            from factcheck.judging.grounds.grounds import ground

            if ground(case, claim) is not None:
                return number._replace(value=known.copy_sign(number.value))
    return number


def is_amended(case: Case, stated: Sum, result: str) -> bool:
    """Whether a figure of a sum but its result (a role) is flagged itself: nothing is reckoned with it until it is
    mended."""
    figures = (number for role, number in stated.figures.items() if role != result)
    return any(amended(case, number).value != number.value for number in figures)


def nowhere(number: Number) -> bool:
    """Nothing is borne out where there is no reference."""
    return False


def odd_ones(candidates: Sequence[Odd], supported: Supported = nowhere) -> list[Odd]:
    """The figures that may be the slip, the likeliest first; none where the reference bears all of them out.

    `candidates` come in the order in which they are doubted where nothing else tells: a figure that one slip of the
    finger mends comes before one that it does not.
    """
    doubted = [odd for odd in candidates if odd.right > 0 and not supported(odd.number)]
    return sorted(doubted, key=lambda odd: odd.slips or 9)


def spelled_like(document: Document, number: Number, value: Decimal, finest: Decimal | None = None) -> str:
    """`value` as the figure of `number` would print it: 9200000000 beside "Rp8,5 miliar" as "9,2".

    `finest` is a quantum to print to where it is finer than that of `number`.
    """
    language = load(document.language)
    written = document.text[slice(*number.figure)]
    from factcheck.language.number_format import format_like

    if number.form != "digits":
        from factcheck.language.number_words import in_words_like

        return in_words_like(value, written, language) or format_like(value, written, Decimal(1), language)
    read = read_figure(written, language.numbers.decimal)
    scale = number.quantum / read.quantum if read else number.quantum
    quantum = min(number.quantum, finest or number.quantum) / scale
    return format_like(abs(value) / scale, written, quantum, language)


def figure_of(document: Document, number: Number) -> str:
    """The figure as written, without currency, scale and unit."""
    return document.text[slice(*number.figure)]
