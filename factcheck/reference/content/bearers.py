"""Which figures tell whose they are: the key by which a value is looked up among all packs."""

from decimal import Decimal

from factcheck.model import Entry

TELLING = 3
"""A value of so many digits without its trailing zeros may be printed with four: 98,90."""
COMMON = 64
"""A value that more than so many bear tells nothing."""


def bearer_key(value: Decimal) -> str:
    """A value without trailing zeros as a key; empty where it has fewer than three digits."""
    written = f"{value.normalize():f}"
    return written if sum(sign.isdigit() for sign in written.lstrip("0.")) >= TELLING else ""


def edition_key(entry: Entry) -> str:
    """What the edition of a contest that a row is of is called."""
    return "\t".join((entry.pack, entry.entity, entry.contest, entry.day))
