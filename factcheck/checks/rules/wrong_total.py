"""A total that its parts do not make.

Wrong: Ada 12 daerah, terdiri atas 9 kabupaten dan 2 kota.
Right: Ada 11 daerah, terdiri atas 9 kabupaten dan 2 kota.
Why: only where the wording says that the parts are the whole ("terdiri atas", "dengan rincian"), all of them
    are exact counts, the list is closed by "dan", and the sum is near enough to be a slip; what is further
    off was divided by something else. Whether the total or a part is wrong the rule cannot know.
Silence: `wrong-total` under `ignore` in the configuration, or `[sic]` behind the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case
from factcheck.language.fold import fold, holds
from factcheck.language.language import Language, load
from factcheck.language.number_format import format_like
from factcheck.language.written import DateMention, Number
from factcheck.messages import message
from factcheck.model import Document, Evidence, Finding, Suggestion
from factcheck.reading.sums.shapes import mask, whole_words
from factcheck.reading.sums.sums import FIGURE, clusters, is_hedged

RULE = "wrong-total"
INTRODUCTION, PART = 40, 40
"""Letters between the total and its parts, and between two parts."""
MOST = 40
"""Parts of one total."""
SLIP = Decimal("0.25")
"""How much of the total a slip may be off."""
REST = compiled(r"[^.!?;:\n,0-9\ue000-\ue003]{0,80}(?:[.!?;\n]|$)")


def check(case: Case) -> list[Finding]:
    """A finding for each total of a case that its parts do not give."""
    return find(case.document, case.numbers, case.dates)


def find(document: Document, numbers: Sequence[Number], dates: Sequence[DateMention] = ()) -> list[Finding]:
    """A finding for each total that the wording divides into parts of another sum."""
    language = load(document.language)
    if "totals" not in language.changes:
        return []
    low = fold(document.plain)
    if not holds(low, language.changes["totals"]["parts"]):
        return []
    masked = mask(low, numbers, dates)
    at = {number.start: number for number in numbers}
    return [
        _finding(document, total, parts, language)
        for start, end in clusters(masked)
        for total, parts in _divided(
            masked, [at[m.start()] for m in FIGURE.finditer(masked, start, end) if m.start() in at], language
        )
        if 0 < abs(total.value - sum(part.value for part in parts)) <= SLIP * total.value
    ]


def _divided(masked: str, figures: Sequence[Number], language: Language) -> Iterator[tuple[Number, Sequence[Number]]]:
    """Each total with the parts that follow it in the same sentence, to its end."""
    words = language.changes["totals"]
    introduced, without = whole_words(tuple(words["parts"])), whole_words(tuple(words["without"]))
    last = compiled(rf"(?:^|[\s,])(?:{'|'.join(words['last'])})\s{{0,2}}$")
    for place, (total, first) in enumerate(pairwise(figures)):
        between = masked[total.end : first.start]
        few = len(figures) - place <= MOST
        if few and len(between) <= INTRODUCTION and introduced.search(between):
            parts = _parts(masked, figures[place + 1 :], last)
            hedged = any(is_hedged(masked, number, language) for number in (total, *parts))
            whole = parts and not without.search(masked, total.end, parts[-1].end + 80)
            if whole and not hedged and _counts([total, *parts]):
                yield total, parts


def _parts(masked: str, figures: Sequence[Number], last: re.Pattern[str]) -> Sequence[Number]:
    """All of `figures`, if commas and at last "dan" join them and the sentence ends behind; else nothing."""
    gaps = [masked[one.end : other.start] for one, other in pairwise(figures)]
    joined = all(len(gap) <= PART and (gap.rstrip().endswith(",") or last.search(gap)) for gap in gaps)
    closed = bool(gaps) and last.search(gaps[-1]) is not None
    return figures if joined and closed and REST.match(masked, figures[-1].end) else ()


def _counts(numbers: Sequence[Number]) -> bool:
    units = {number.unit for number in numbers}
    return len(units) == 1 and "percent" not in units and all(number.quantum == 1 for number in numbers)


def _finding(document: Document, total: Number, parts: Sequence[Number], language: Language) -> Finding:
    value = sum((part.value for part in parts), Decimal(0))
    written = document.text[slice(*total.figure)]
    right = format_like(value, written, Decimal(1), language)
    row = f"{' + '.join(document.text[slice(*part.figure)] for part in parts)} = {right}"
    return Finding(
        RULE,
        "warning",
        message("the parts do not make {text}: {row}", text=written, row=row),
        total.start,
        total.end,
        expected=right,
        suggestions=(Suggestion(*total.figure, right),),
        evidence=(Evidence("arithmetic", "", value, row),),
    )
