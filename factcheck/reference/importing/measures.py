"""Which measure of the pack a column is of: by answers given before, by its words, else by being the only one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from factcheck.language.figures import PERCENT
from factcheck.reference.importing.labels import title_measure
from factcheck.reference.importing.matching import NOBODY
from factcheck.reference.importing.spoken import LANGUAGE, telling_word, words_of
from factcheck.reference.packs.info import Measure
from factcheck.typed import NamedTuple

HUNDRED = Decimal(100)
_LETTERS = re.compile(r"[^a-z0-9]+")


class Assigned(NamedTuple):
    """Label -> measure; `open` are labels that no measure was found for, `left` those to be left out."""

    measures: Mapping[str, Measure]
    open: tuple[str, ...]
    left: tuple[str, ...]


def assign(
    labels: Sequence[str], title: str, known: Mapping[str, Measure], answers: Mapping[str, str], *, new: bool
) -> Assigned:
    """Measures for the labels of a table. For a `new` pack a label that no measure is found for makes one."""
    found: dict[str, Measure] = {}
    unknown: list[str] = []
    left: list[str] = []
    for label in dict.fromkeys(labels):
        rest = answers.get("*")
        answer = answers.get(label) or (rest if rest == NOBODY or len(set(labels)) == 1 else None)
        measure = known.get(answer or "") or (None if answer else _spoken(label, title, known, len(set(labels))))
        if answer == NOBODY:
            left.append(label)
        elif measure is not None:
            found[label] = measure
        elif new:
            found[label] = made(answer or "", label or title_measure(title))
        else:
            unknown.append(label)
    return Assigned(found, tuple(unknown), tuple(left))


def _spoken(label: str, title: str, known: Mapping[str, Measure], columns: int) -> Measure | None:
    """The measure whose longest word stands in the label; in the title where the label says nothing."""
    text = (label or title_measure(title)).casefold()
    best: tuple[int, Measure] | None = None
    for measure in known.values():
        words = dict.fromkeys((measure.name, *(word for words in measure.words.values() for word in words)))
        for word in (one for one in words if one != telling_word(measure)):  # it says not what is told of its subject
            if re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", text) and (best is None or len(word) > best[0]):
                best = (len(word), measure)
    if best is not None:
        return best[1]
    numbers = [measure for measure in known.values() if measure.type == "number"]
    return numbers[0] if len(numbers) == 1 and columns == 1 else None


def made(name: str, spoken: str) -> Measure:
    """A new measure called as its label calls it: "Indeks Pembangunan Manusia (IPM)" is also spoken of as "IPM"."""
    words = words_of(spoken)
    return Measure(
        name=name or slug(words[1] if len(words) > 1 else "".join(words)) or "value", kind="", type="number",
        decimals=-1, minimum=None, maximum=None, unit="", words={LANGUAGE: words}, cues={}, values={}, banded_by="",
    )  # fmt: skip


def slug(text: str) -> str:
    """A name for a column or folder: small letters, figures and hyphens."""
    return _LETTERS.sub("-", text.casefold()).strip("-")


def settle(measure: Measure, values: Iterable[Decimal], unit: str) -> Measure:
    """A new measure with the decimals, least and greatest value and unit that its figures show."""
    figures = list(values)
    decimals = max((-int(value.normalize().as_tuple().exponent) for value in figures), default=0)
    least = min(figures, default=Decimal(0))
    most, unit = max(figures, default=Decimal(0)), unit or measure.unit
    share = unit == PERCENT and least >= 0 and most <= HUNDRED
    return measure._replace(
        decimals=max(decimals, 0), unit=unit, minimum=Decimal(0) if least >= 0 else None,
        maximum=HUNDRED if share else None,
    )  # fmt: skip
