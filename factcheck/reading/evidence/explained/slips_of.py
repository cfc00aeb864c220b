"""All figures that one slip of the finger makes of another without making it longer or shorter."""

from collections.abc import Iterator
from itertools import pairwise

DIGITS = "0123456789"


def slips_of(written: str) -> Iterator[str]:
    """The figures with one digit otherwise, and those with two neighbouring digits changed about, a separator between
    them staying where it is: of "4,6" among others "4,5" and "6,4". None begins with a nought that the figure lacks."""
    places = [at for at, sign in enumerate(written) if sign in DIGITS]
    for at in places:
        for digit in DIGITS:
            if digit != written[at] and (digit != "0" or at != places[0]):
                yield f"{written[:at]}{digit}{written[at + 1 :]}"
    for one, other in pairwise(places):
        if written[one] != written[other] and (written[other] != "0" or one != places[0]):
            yield f"{written[:one]}{written[other]}{written[one + 1 : other]}{written[one]}{written[other + 1 :]}"
