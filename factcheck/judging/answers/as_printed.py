"""How a figure as printed stands to a fact: the same rounded or cut off, a slip of the finger away, revised since."""

from collections.abc import Iterable
from decimal import Decimal

from factcheck.model import Claim, Fact
from factcheck.reading.evidence.explained.printed import AMOUNT, quantum
from factcheck.reference.ask.reference import Reference

TELLING = 100
"""A rounded figure of three digits is cut off as often as rounded."""
REVISED = Decimal("0.1")
"""A figure is revised by less than so much of it."""
NEAR = 2
"""A count or a rank is miscounted by so much."""
FINE = 2
"""From so many decimals on the press cuts off as often as it rounds."""


def is_revised_since(value: object, fact: Fact, reference: Reference) -> bool:
    """Whether a fact of a table that came out after the draft may have been printed a little otherwise then: growth of
    2023 was 4,20 in the February that follows, and 4,22 in the table of a year later."""
    if not reference.known_by or fact.published <= reference.known_by:
        return False
    if not isinstance(value, Decimal) or not isinstance(fact.value, Decimal):
        return False
    stated = abs(fact.value)
    swapped = sorted(str(value)) == sorted(str(stated))  # two digits changed about: that is hardly a revision
    return not swapped and abs(value - stated) < stated * REVISED


def is_as_printed(claim: Claim, fact: Fact) -> bool:
    """Whether a figure of hundredths or finer is a fact cut off behind its last digit (65,13 of 65.138, "8,62 juta" of
    8.626.880), or finer than the reference has it (5,12 of 5.1), or an amount without its sen (4.560.894 of
    4560894.85)."""
    if not isinstance(claim.value, Decimal) or not isinstance(fact.value, Decimal):
        return False
    stated = abs(fact.value)
    unit = rounded_to(claim)
    if unit > 1:
        return claim.value >= unit * TELLING and 0 <= stated - claim.value < unit
    decimals = decimals_printed(claim)
    step = quantum(stated)
    if decimals == 0 and claim.value >= AMOUNT:
        return step < 1 and abs(claim.value - stated) < 1
    if decimals < FINE:
        return False
    if Decimal(1) > step > Decimal(1).scaleb(-decimals):
        return abs(claim.value - stated) <= step / 2
    return 0 <= stated - claim.value < Decimal(1).scaleb(-decimals)


def misses(claim: Claim, fact: Fact) -> bool:
    """Whether a claim's figure is a fact's but for one slip of the finger, as both are printed: 5,93 juta of
    Rp5.396.761, which is cut off to 5,39 or rounded to 5,40."""
    if not isinstance(claim.value, Decimal) or not isinstance(fact.value, Decimal):
        return False
    stated = abs(fact.value)
    from factcheck.reading.evidence.explained.one_slip import one_slip

    unit = rounded_to(claim)
    if unit > 1:
        shown = {str(int(stated / unit)), f"{stated / unit:.0f}"}
        return any(one_slip(str(int(claim.value / unit)), one) for one in shown)
    decimals = decimals_printed(claim)
    written = f"{claim.value:.{decimals}f}"
    if one_slip(written, f"{stated:.{decimals}f}"):
        return True
    # Rp5.690.752,95 is told as Rp5.690.752, which Rp5.690.725 is but for two digits
    return decimals == 0 and stated % 1 != 0 and one_slip(written, str(int(stated)))


def is_near(claim: Claim, facts: Iterable[Fact]) -> bool:
    """Whether a whole number is hardly another one altogether: one digit of as many is off, two changed places, or it
    is off by two, or by a tenth at most. Counts and ranks that the press gets wrong are near the right one: of twelve
    further off, in some forty sets of annotated articles, nine were of something else."""
    return any(_is_near(claim, fact) for fact in facts)


def _is_near(claim: Claim, fact: Fact) -> bool:
    if not isinstance(claim.value, Decimal) or not isinstance(fact.value, Decimal):
        return False
    stated = abs(fact.value)
    off = abs(claim.value - stated)
    if off <= NEAR or off * 10 <= max(claim.value, stated):
        return True
    return len(str(int(claim.value))) == len(str(int(stated))) and misses(claim, fact)


def rounded_to(claim: Claim) -> Decimal:
    """The last place that a figure is printed to, where it is one of tens or more: 10.000 of "5,93 juta"; else 1."""
    if claim.low is None or claim.high is None:
        return Decimal(1)
    return Decimal(10) ** max(0, (claim.high - claim.low).adjusted())


def decimals_printed(claim: Claim) -> int:
    """How many decimals a figure is printed with: two of 86,00, whose value is a whole number."""
    exponent = claim.value.as_tuple().exponent if isinstance(claim.value, Decimal) else 0
    if isinstance(exponent, int) and exponent < 0:
        return -exponent
    width = claim.high - claim.low if claim.low is not None and claim.high is not None else Decimal(0)
    return -width.adjusted() if 0 < width < 1 else 0
