"""What the heads over a column say: a period, a measure, a unit, a mark."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.reference.importing.table_words import words
from factcheck.typed import NamedTuple

_YEAR = compiled(r"(?<![\d/.])((?:19|20)\d\d)(?:\s*(\*{1,3}|[rRpPx]|[¹²³⁰-⁹ʳᵖ]+)\)?(?![A-Za-z]))?(?![\d/])")
_BRACKETS = compiled(r"[(\[]([^()\[\]]*)[)\]]")
_PER = compiled(r"(?i)\s*per\s+\d")
_NUMBER = compiled(r"(?i)^\s*(?:tabel|table)\s*[\d.]+[a-z]?\s*[.:]?\s*")
_PLACE = compiled(r"[-\s,;:–/]+$|^[-\s,;:–/]+")
_SQUARE = compiled(r"\[[^\[\]]*\]")
_SPAN = compiled(
    r"(?i)(?:\b(?:tahun|year|pada|in)\s+)*(?:(?<![\d/.])(?:19|20)\d\d(?!\d)(?:\s*(?:[-–/,]|dan|and|s\.?d\.?|hingga|sampai)\s*)?)+"
)
_FOOTNOTE = compiled(r"[¹²³⁰-⁹*]+[)⁾]?|(?<=[a-z])\s*\d\)$")


class Label(NamedTuple):
    """A label taken apart: `text` is what is left, the name of a measure; `scale` multiplies figures ("ribu jiwa")."""

    text: str = ""
    period: str = ""
    unit: str = ""
    scale: Decimal = Decimal(1)
    mark: str = ""


def read_label(parts: Sequence[str]) -> Label:
    """The heads of a column, from the top down, as one label."""
    text = " ".join(dict.fromkeys(part for part in parts if part))
    year = _YEAR.search(text)
    unit, scale = unit_of(text)
    part = _part(text) if year else ""
    rest = _YEAR.sub(" ", text) if year else text
    period = f"{year[1]}-{part}" if year and part else year[1] if year else ""
    return Label(_measure(rest, part), period, unit, scale, (year[2] or "").casefold() if year else "")


def years_of(text: str) -> tuple[str, ...]:
    """The years in a text, each once."""
    return tuple(dict.fromkeys(match[1] for match in _YEAR.finditer(text)))


def unit_of(text: str) -> tuple[str, Decimal]:
    """The unit in brackets and what its figures are multiplied by: "(ribu jiwa)" is ("jiwa", 1000)."""
    for match in _BRACKETS.finditer(text):
        unit, scale = unit_alone(match[1])
        if unit or scale != 1:
            return unit, scale
    return "", Decimal(1)


def unit_alone(text: str) -> tuple[str, Decimal]:
    """The same of a text that is a unit and nothing else; "per 1.000 kelahiran" is one as it stands."""
    if _PER.match(text):
        return " ".join(text.split()), Decimal(1)
    low = text.casefold().replace(".", "").split("/")[0].split()
    scales = [Decimal(times) for word, times in words()["scales"].items() if word in low]
    rest = " ".join(word for word in low if word not in words()["scales"])
    unit = next((unit for unit, forms in words()["units"].items() if rest in forms), "")
    known = unit or not rest
    return (unit, scales[0]) if scales and known else (unit, Decimal(1))


def _part(text: str) -> str:
    low = f" {text.casefold()} "
    found = (part for word, part in words()["parts"].items() if f" {word} " in low.replace(",", " "))
    return next(found, "")


def _measure(text: str, part: str) -> str:
    """What is left of a label without year, part of the year, unit and words that say nothing."""
    bare = _without_unit(text)
    bare = _FOOTNOTE.sub("", bare)
    if part:
        for word in words()["parts"]:
            bare = compiled(rf"(?i)\b{word}\b").sub(" ", bare)
    kept = " ".join(bare.replace("_", " ").split()).strip(" ,;:-–")
    return "" if kept.casefold() in words()["idle"] else kept


def bare_title(title: str) -> str:
    """A title without number, years, unit and square brackets: "Indeks Pembangunan Manusia (IPM) menurut Provinsi"."""
    text = _SPAN.sub(" ", _NUMBER.sub("", _SQUARE.sub(" ", _without_unit(title))))
    return _PLACE.sub("", _PLACE.sub("", " ".join(text.split())).replace(" ,", ","))


def _without_unit(text: str) -> str:
    return _BRACKETS.sub(lambda match: "" if unit_of(match[0]) != ("", Decimal(1)) else match[0], text)


def title_measure(title: str) -> str:
    """The measure that a title names: "Umur Harapan Hidup" of "Tabel 4.1 Umur Harapan Hidup Menurut Kabupaten"."""
    text = _NUMBER.sub("", title)
    low = f"{text.casefold()} "
    ends = [low.find(end) for end in words()["title_end"] if low.find(end) > 0]
    years = [match.start() for match in _YEAR.finditer(text)]
    cut = text[: min((*ends, *years), default=len(text))]
    return _PLACE.sub("", " ".join(_without_unit(cut).split()))
