"""What is held against a written year: the claims under it, and the other year that their figures fit."""

from collections.abc import Sequence

from factcheck.model import Claim, Span
from factcheck.typed import NamedTuple


class Held(NamedTuple):
    """A year as written, the claims under it held together, those of them that fit another, and that other year."""

    span: Span
    claims: Sequence[Claim]
    shown: Sequence[Claim]
    right: str
