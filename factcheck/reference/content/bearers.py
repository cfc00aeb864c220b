"""Which figures tell whose they are: the key by which a value is looked up among all packs."""

from decimal import Decimal

TELLING = 4
"""So many digits make a figure that tells something by itself."""
COMMON = 64
"""A value that more than so many bear tells nothing."""


def bearer_key(value: Decimal) -> str:
    """A value without trailing zeros as a key; empty where it has fewer than four digits."""
    written = f"{value.normalize():f}"
    return written if sum(sign.isdigit() for sign in written.lstrip("0.")) >= TELLING else ""
