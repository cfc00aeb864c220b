"""What a cell says: a figure with its mark, nothing, or something that is no figure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.messages import message
from factcheck.reference.importing.sheet import Cell, text_of
from factcheck.reference.importing.table_words import words
from factcheck.typed import NamedTuple

_FIGURE = compiled(
    r"(?P<before>(?:Rp\.?|IDR)\s*)?(?P<figure>[-−+]?(?:\d[\d.,' \u00a0\u202f]*\d|\d))(?P<unit>\s*(?:%|persen))?"
    r"\s*(?P<mark>[*]{1,3}\)?|[rRpPxX]\)?|[¹²³⁰-⁹ʳᵖ]+[)⁾]?|\d\))?"
)
_COMMA = compiled(r"\d,(?:\d{1,2}|\d{4,})$|^[-−+]?(?:0|\d{4,}),\d{3}$")
_POINT = compiled(r"\d\.(?:\d{1,2}|\d{4,})$|^[-−+]?(?:0|\d{4,})\.\d{3}$")
_BLANKS = compiled(r"[ '\u00a0\u202f]")
THOUSANDS = 3


class CellValue(NamedTuple):
    """`value` is None for nothing; `mark` is what stands at a figure, without its bracket. `wrong` says why a cell is
    no figure. `dash` is whether the nothing is a dash."""

    value: Decimal | None = None
    mark: str = ""
    wrong: str = ""
    dash: bool = False


NOTHING = CellValue()


def decimal_sign(cells: Iterable[Cell]) -> str:
    """The decimal sign of a column by its texts: "," or ".", "?" where they speak for both, empty where for none."""
    said = set()
    for cell in cells:
        match = _FIGURE.fullmatch(text_of(cell)) if isinstance(cell, str) else None
        if match:
            said.add(_sign(match["figure"]))
    said.discard("")
    return "?" if len(said) > 1 else "".join(said)


def _sign(figure: str) -> str:
    """What a figure alone says of the decimal sign: "1.234,5", "24,7" and "0,296" a comma, "31.967" nothing."""
    if "," in figure and "." in figure:
        return "," if figure.rfind(",") > figure.rfind(".") else "."
    for mark, other, pattern in ((",", ".", _COMMA), (".", ",", _POINT)):
        if figure.count(mark) > 1:
            return other
        if pattern.search(figure):
            return mark
    return ""


def value_of(cell: Cell, sign: str, decimals: int) -> CellValue:
    """A cell read as a figure. `sign` is the decimal sign of its column, `decimals` are its measure's (-1: not known).

    "2.218" in a column that says nothing is two thousand unless its measure has three decimals.
    """
    if isinstance(cell, Decimal):
        return CellValue(cell)
    if isinstance(cell, bool):
        return CellValue(wrong=message("“{cell}” is no number", cell=text_of(cell)))
    if isinstance(cell, date):
        sentence = message(
            "a date ({day}) stands where a number should be: a spreadsheet made it of a figure", day=cell
        )
        return CellValue(wrong=sentence)
    text = text_of(cell)
    low = text.casefold()
    if not text or low in words()["nothing"]:
        return NOTHING
    if text in words()["dash"]:
        return CellValue(dash=True)
    match = _FIGURE.fullmatch(text)
    if match is None:
        return CellValue(wrong=message("“{cell}” is no number", cell=text))
    return _figure(match["figure"], (match["mark"] or "").rstrip(")⁾").casefold(), sign, decimals)


def _figure(figure: str, mark: str, sign: str, decimals: int) -> CellValue:
    plain = _BLANKS.sub("", figure).replace("−", "-")
    own = _sign(plain)
    if own and sign not in ("", own):
        sentence = message("“{cell}” has another decimal sign than the rest of its column", cell=figure)
        return CellValue(wrong=sentence)
    point = own or sign or _by_measure(plain, decimals)
    whole = plain.replace("." if point == "," else ",", "").replace(point, ".")
    return (
        CellValue(Decimal(whole), mark)
        if whole.count(".") < 2
        else CellValue(wrong=message("“{cell}” is no number", cell=figure))
    )


def _by_measure(plain: str, decimals: int) -> str:
    """The decimal sign of "2.218": a point for a measure of three decimals and more, else it parts thousands."""
    mark = "," if "," in plain else "."
    other = "." if mark == "," else ","
    return mark if decimals >= THOUSANDS else other
