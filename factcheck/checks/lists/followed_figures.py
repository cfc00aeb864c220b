"""Figures of those who come behind somebody with the most, and have more: "unggul dengan 7.827 suara, disusul Budi Jaya
dengan 12.096 suara". Whatever is counted, in any draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.needs import followed_beside
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, Number
from factcheck.language.fold import alternation, fold, whole_word
from factcheck.language.language import Language
from factcheck.reading.sums.operands import is_hedged
from factcheck.reading.sums.shapes import is_year
from factcheck.typed import NamedTuple

LEAD = 140
"""Letters in front of the first figure in which a word says that it is the most."""
SENTENCE_END = compiled(r"[.!?;\n]\s")


class Words(NamedTuple):
    """The words that tell of a first and of those behind, over folded text."""

    first: re.Pattern[str]
    last: re.Pattern[str]
    behind: re.Pattern[str]
    noun: re.Pattern[str]
    apart: re.Pattern[str]
    rival: re.Pattern[str]
    """What leads to what another got: the end of a sentence, names, and a verb."""


@cache
def _words(language: Language) -> Words:
    extreme, end, lists = language.words.extreme, language.words.end, language.changes.lists
    change = language.words.change
    return Words(
        compiled(whole_word([*extreme.highest, *lists.winning])),
        compiled(whole_word([*extreme.lowest, *end.lowest, *lists.least])),
        compiled(whole_word(language.words.bind.behind)),
        compiled(r"\s([a-z]{3,20})"),
        compiled(whole_word([*change.up, *change.down, *change.any, *language.changes.verbs.between, *lists.apart])),
        compiled(
            rf" \w+\. (?!(?i:{alternation(lists.elsewhere)})\s)"
            rf"(?:[A-Z][\w.'’-]*[ –-]){{2,9}}(?:{alternation(lists.gained)}) "
        )
        if lists.gained
        else compiled(r"(?!)"),
    )


def overtaking(case: Case) -> Iterator[tuple[Number, Number]]:
    """The figures said to be the most with the larger one of who comes behind."""
    low, words = fold(case.document.plain), _words(case.language)
    for one, other in followed_beside(case):
        if not _is_alike(case, low, one, other, words):
            continue
        behind = words.behind.search(low, one.end, other.start)
        if behind is None and words.rival.fullmatch(case.document.plain, one.end, other.start) is None:
            continue
        lead = low[max(0, one.start - LEAD) : one.start]
        lead = SENTENCE_END.split(lead)[-1]
        told = f"{lead} {low[one.end : other.start]}"
        if words.first.search(lead) and not words.last.search(told) and not words.apart.search(told):
            yield one, other


def _is_alike(case: Case, low: str, one: Number, other: Number, words: Words) -> bool:
    """Whether two figures are of one unit, and where they count, of one thing."""
    if one.form != "digits" or other.form != "digits" or one.unit != other.unit:
        return False
    if any(is_year(low, each) or is_hedged(low, each, case.language) for each in (one, other)):
        return False
    nouns = [match[1] if (match := words.noun.match(low, each.end)) else "" for each in (one, other)]
    return one.unit == PERCENT or (
        nouns[0] == nouns[1] and (nouns[0] in case.language.changes.counted or bool(one.unit))
    )
