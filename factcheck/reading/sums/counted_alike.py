"""Whether the size of a change is counted in what its figures count."""

import re
from collections.abc import Sequence
from operator import attrgetter

from factcheck.language.figures import PERCENT, Number
from factcheck.language.fold import fold
from factcheck.language.interval import THOUSAND
from factcheck.language.language import load
from factcheck.model import Document
from factcheck.reading.sums.operands import words_of


def counted_alike(document: Document, size: Number, others: Sequence[Number]) -> bool:
    """Whether the size of a change is counted in steps ("poin") of figures that count nothing and are no place among so
    many ("urutan 11 dari 36 kota, turun dua tingkat"), or in what the figures count ("orang")."""
    language = load(document.language)
    low, words = fold(document.plain), words_of(language)
    unit = _unit(low, size)
    if words.step.match(low, size.end):
        first, *_, last = sorted(others, key=attrgetter("start"))
        ranked = first.quantum == 1 and first.value < last.value
        among = ranked and low[first.end : last.start].strip() in language.words.rank.among
        return not among and not any(words.counted.match(low, other.end) for other in others)
    if unit in language.changes.turns and all(other.quantum == size.quantum < 1 for other in others):
        units = {other.unit for other in others}
        return len(units) == 1 and units <= {PERCENT, ""}  # "3,15 persen, turun 0,51 dari 3,66 persen"
    if unit in language.changes.turns and size.quantum >= THOUSAND and size.form == "digits":
        return all(other.quantum == size.quantum and not other.unit for other in others)  # "berkurang 0,39 juta dari"
    told = {_unit(low, other) for other in others}
    if words.counted.match(low, size.end) and told <= {"", *language.changes.turns}:
        return all(other.quantum == size.quantum for other in others)  # "menyusut 99.840 jiwa, dari 804.530 menjadi …"
    return unit != "" and unit in told


def is_of_steps(document: Document, number: Number) -> bool:
    """Whether a figure is counted in steps: "0,41 poin"."""
    return words_of(load(document.language)).step.match(fold(document.plain), number.end) is not None


def _unit(low: str, number: Number) -> str:
    match = re.match(r"\s{1,2}([a-z]{2,20})", low[number.end : number.end + 24])
    return number.unit or (match[1] if match else "")
