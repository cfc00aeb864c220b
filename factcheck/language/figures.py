"""Numbers in figures: what the separators of 1.234,5 and 89.62 mean."""

from decimal import Decimal
from functools import cache, lru_cache

from factcheck.cache.patterns import compiled
from factcheck.typed import NamedTuple

GROUPED = {
    ".": compiled(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+"),
    ",": compiled(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+"),
}
CENTS = compiled(r"[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})+\1[0-9]{2}")
"""4.340.254.18: millions whose cents the same sign parts."""
# 2019,2020: two years, not a decimal.
YEARS = compiled(r"(?:19|20)[0-9]{2},(?:19|20)[0-9]{2}")
KEPT = 4096
"""Figures whose values are kept: small ones come again and again."""
OTHER = {".": ",", ",": "."}


class Value(NamedTuple):
    """An exact value and what one step of its last printed digit is worth."""

    value: Decimal
    quantum: Decimal


@lru_cache(maxsize=KEPT)
def read_figure(written: str, decimal: str) -> Value | None:
    """What `written` (digits with points and commas) stands for; `decimal` is the language's decimal sign.

    The language decides what is ambiguous: with a decimal comma 17.717 is seventeen thousand, 89.62 is not.
    None where it is no number: 22.12.2022, 1.2.3, 0811955 (a telephone number has a zero in front).
    """
    if written.isdigit():
        return None if len(written) > 2 and written[0] == "0" else _exact(written, "")
    if YEARS.fullmatch(written):
        return None
    return _grouped(written, decimal) or _decimal(written, decimal)


def _grouped(written: str, decimal: str) -> Value | None:
    """1.234 and 1,234,567; a lone decimal sign before three digits stays decimal (0,024; 3,125)."""
    for sign, pattern in GROUPED.items():
        if pattern.fullmatch(written) and (sign != decimal or written.count(sign) > 1):
            return _exact(written.replace(sign, ""), "")
    return None


def _decimal(written: str, decimal: str) -> Value | None:
    """1.234,5 and 89.62: the last sign is the decimal one, what is before it whole or grouped; two figures behind the
    last group of millions are their cents, whatever the sign (4.340.254.18)."""
    cut = max(written.rfind("."), written.rfind(","))
    whole, sign, rest = written[:cut], written[cut], written[cut + 1 :]
    if whole.isdigit() and (whole == "0" or whole[0] != "0"):
        return _exact(whole, rest)
    if GROUPED[OTHER[sign]].fullmatch(whole):
        return _exact(whole.replace(OTHER[sign], ""), rest)
    if sign != decimal and CENTS.fullmatch(written):
        return _exact(whole.replace(sign, ""), rest)
    return None


def _exact(whole: str, rest: str) -> Value:
    number = f"{whole}.{rest}" if rest else whole
    return Value(Decimal(number), _step(len(rest)))


@cache
def _step(decimals: int) -> Decimal:
    return Decimal((0, (1,), -decimals))
