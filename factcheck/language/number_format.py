"""Numbers written as the article writes them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

from factcheck.language.language import Language

WIDE = Context(prec=100)
TOGETHER = 10_000
"""Below it a number is as easily read without signs between its thousands."""


def format_like(value: Decimal, written: str, quantum: Decimal, language: Language) -> str:
    """`value` with the decimal sign of `written` and as many decimals as `quantum` has: 9,79 like 8,93."""
    number = value.quantize(quantum, ROUND_HALF_UP, WIDE) if quantum <= 1 else value.to_integral_value()
    sign = language.numbers.decimal
    signs = [one for one in written if one in ".,"]
    if quantum < 1 and len(signs) == 1:  # "87,29" in an English article too
        sign = signs[0]
    whole, _, rest = f"{number:,f}".partition(".")
    group = "" if len(whole) <= 4 or written.isdigit() else "," if sign == "." else "."
    return whole.replace(",", group) + (f"{sign}{rest}" if rest else "")


def formatted(value: Decimal, language: Language, *, measured: bool = False) -> str:
    """`value` with all its decimals, as the language writes it: "90,02", "2.996.561"; four figures stand together, for
    they may be a year, but in what is `measured`: "7.130 hektare"."""
    exponent = value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return format_like(
        value, "0" if abs(value) < TOGETHER and not measured else "", Decimal(1).scaleb(-decimals), language
    )
