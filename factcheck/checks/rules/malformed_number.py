"""A figure that is no number as it is written.

Wrong: Harganya Rp4,285.848; anggarannya Rp 42.12.684; tumbuh 61, 8 persen.
Right: Harganya Rp4.285.848; anggarannya Rp 42.112.684; tumbuh 61,8 persen.
Why: only beside a currency, a scale (juta) or a measure (ton, persen): points and commas that do not part the thousands
    in threes, that are doubled or exchanged, a stroke among them. A blank behind the decimal sign and a measure without
    one in front are an info. Dates, times, addresses, codes and lists without blanks are left alone. People, votes and
    what else is counted one by one have no decimals ("54,21 orang", "6.742,96 suara"), but where an average is told.
    Where those beside such a count have a scale word, that is offered. A scale word that makes them more than there
    are people ("7.461.507 juta orang") stands behind a count that is told in full. No money is told in per cent
    ("Rp 6,5 persen").
Silence: `malformed-number` under `ignore` in the configuration, or `[sic]` behind the figure.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import rule
from factcheck.checks.needs import (
    beyond_mankind,
    counted_one_by_one,
    parted,
    priced_rates,
    rates_with_money,
    signs,
)
from factcheck.judging.case import Case
from factcheck.language.codes import link_spans
from factcheck.language.figures import CENTS, Number, read_figure
from factcheck.language.fold import alternation, fold, holds, word_start
from factcheck.language.language import Language
from factcheck.language.numbers import LONGEST, grammar
from factcheck.messages import Message, message
from factcheck.model import Evidence, Finding, Span, Suggestion
from factcheck.spans import inside
from factcheck.typed import NamedTuple

RULE = "malformed-number"
# The looks back stand behind the first digit, so that the search can leap from digit to digit.
TOKEN = compiled(r"[0-9](?<![0-9].)[0-9]*+(?:(?:[.,]{1,2}|/|\. )[0-9]++)+")
"""Figures with signs between them, where not all is one number."""
GROUPS = compiled(r"[.,/ ]+")
THREES = compiled(r"[0-9]{1,3}(?:(?:[.,]{1,2}|/|\. )[0-9]{3})+")
"""What reads as thousands once its signs are made one."""
ENDS, AROUND = compiled(r"[.!?;\n]\s"), 200
"""What ends a sentence, and so many letters around a count in which an average is told."""
HUNDREDTH = Decimal("0.01")
"""A figure with more decimals counts thousands in another way of writing."""
LONG = 7
"""So many digits in three groups and more are an amount, whose points slipped ("2.00.9311 suara")."""
DOUBLED = compiled(r"[.,]{2}")


class Words(NamedTuple):
    """What stands around a figure that measures, over folded text."""

    measured: re.Pattern[str]
    glued: re.Pattern[str]
    split: tuple[re.Pattern[str], ...]
    priced: re.Pattern[str]


@cache
def _words(language: Language) -> Words:
    words = language.numbers
    named = [word for word in words.percent if word.isalpha()]
    signs = alternation([word for word in words.percent if not word.isalpha() and " " not in word])
    units = alternation([*named, *words.scales, *words.measures, *words.currencies_after])
    long = alternation([word for word in words.measures if len(word) > 2])
    each = alternation([*words.measures, *words.attached, *words.portions])
    alone, decimal = r"[0-9](?<![0-9a-z.,/-].)", re.escape(words.decimal)
    behind = rf"[0-9]?{decimal} [0-9]{{1,2}}"
    return Words(
        compiled(rf"\s?(?:{units}(?![a-z])|{signs})"),
        compiled(rf"{alone}[0-9]{{0,2}}(?:[.,][0-9]{{3}})+(?={long}(?![a-z]))"),
        (
            compiled(
                rf"(?P<figure>{alone}(?<![0-9]{decimal} .){behind})(?=\s?(?:{alternation(named)}(?![a-z])|{signs}))"
            ),
            compiled(rf"{word_start(words.scored)}\s(?:[a-z]+\s)?(?P<figure>[0-9]{behind})(?=[.)]?(?:\s|$))"),
        ),
        compiled(rf"\s{{0,2}}(?:{each})(?![a-z])"),
    )


@rule(RULE, "warning", after="", needs=signs)
def check(case: Case) -> Iterator[Finding]:
    """A finding for each figure beside a currency or a measure that is written as no number is."""
    low = fold(case.document.plain)
    dates = (Span(date.start, date.end) for date in case.dates)
    taken = inside([*dates, *(Span(*span) for span in link_spans(low))])
    found = (*_signs(case, low), *_blanks(case, low), *_missing_blanks(case, low))
    yield from (finding for finding in found if not taken.holds(finding.start))


@rule(RULE, "warning", after=RULE, needs=parted)
def check_counted(case: Case) -> Iterator[Finding]:
    """A finding for each count that is none: with decimals, or larger than there are people."""
    low, one_by_one = fold(case.document.plain), counted_one_by_one(case.language)
    for number in case.numbers:
        whole = number.unit or number.quantum >= 1 or number.quantum < HUNDREDTH or number.form != "digits"
        if whole or not one_by_one.match(low, number.end) or _is_average(low, number, case.language):
            continue
        told = message("{text} has decimals, and what is counted has none.", text=low[number.start : number.end])
        yield _finding(case, Span(number.start, number.end), "warning", _with_scale(case, number), told)
    yield from _mankind(case)


def _with_scale(case: Case, number: Number) -> str:
    """ "dari 60,79 ribu orang menjadi 59,19 orang": a figure with the scale word that those beside it have."""
    from factcheck.checks.changes.lost_scales import lost_scale

    lost = lost_scale(case, number)
    return f"{case.document.text[number.start : number.end]} {lost.word}" if lost else ""


@rule(RULE, "warning", after=RULE, needs=priced_rates)
def check_rates(case: Case) -> Iterator[Finding]:
    """A finding for each amount of money that is told in per cent: "naik Rp 6,5 persen"."""
    text = case.document.text
    for number in rates_with_money(case):
        unit = grammar(case.language).unit.match(fold(text), number.end)
        end = unit.end() if unit else number.end
        told = message("{text} is money and per cent at once.", text=text[number.start : end])
        yield _finding(case, Span(number.start, end), "warning", text[number.figure.start : end], told)


def _mankind(case: Case) -> Iterator[Finding]:
    """A finding for each count with a scale word that makes it more than there are people."""
    text = case.document.text
    for number in beyond_mankind(case):
        written = text[number.start : number.end]
        told = message("{text} are more than there are people on earth.", text=written)
        yield _finding(case, Span(number.start, number.end), "warning", text[slice(*number.figure)], told)


def _is_average(low: str, number: Number, language: Language) -> bool:
    """ "rata-rata 3,5 orang per rumah": whether the sentence of a figure tells an average, or so many for one."""
    start = max((mark.end() for mark in ENDS.finditer(low, max(0, number.start - AROUND), number.start)), default=0)
    end = ENDS.search(low, number.end, number.end + AROUND)
    around = low[max(start, number.start - AROUND) : end.start() if end else number.end + AROUND]
    words = language.words
    return holds(around, (*words.bind.average, *words.mood.each, *language.numbers.ratios))


def _signs(case: Case, low: str) -> Iterator[Finding]:
    """Points, commas and strokes where none belong."""
    currency, measured = grammar(case.language).currency, _words(case.language).measured
    for match in TOKEN.finditer(low):
        start, end = match.span()
        money = currency.search(low, max(0, start - 6), start) is not None
        scaled = measured.match(low, end) is not None
        malformed = end - start <= LONGEST and _is_malformed(low, match, money, scaled, case.language)
        if malformed and (money or scaled) and not _is_right(case, match):
            right = _regrouped(match[0], case.language) if THREES.fullmatch(match[0]) else ""
            yield _finding(case, Span(start, end), "warning", right, message("{text} is no number.", text=match[0]))


def _is_right(case: Case, match: re.Match[str]) -> bool:
    """Whether millions whose cents a point parts, as if they were a group, are just what the reference has."""
    claims = case.claims.over(*match.span()) if CENTS.fullmatch(match[0]) else ()
    return any(case.answer(claim).verdict == "supported" for claim in claims)


def _blanks(case: Case, low: str) -> Iterator[Finding]:
    """A blank behind the decimal sign: 61, 8 persen; nilai 76, 21."""
    for pattern in _words(case.language).split:
        for match in pattern.finditer(low):
            written = match["figure"]
            told = message("A blank stands in {text}.", text=written)
            yield _finding(case, Span(*match.span("figure")), "info", written.replace(" ", ""), told)


def _missing_blanks(case: Case, low: str) -> Iterator[Finding]:
    """A measure right behind the figure: 816.000ton."""
    for match in _words(case.language).glued.finditer(low):
        told = message("A blank is missing behind {text}.", text=match[0])
        yield _finding(case, Span(*match.span()), "info", f"{match[0]} ", told)


def _is_malformed(low: str, match: re.Match[str], money: bool, scaled: bool, language: Language) -> bool:
    written, decimal, group = match[0], language.numbers.decimal, language.numbers.group
    if "/" in written or " " in written:
        return money and _is_amount(low, match, language)
    if DOUBLED.search(written):
        return True
    if read_figure(written, decimal) is None or CENTS.fullmatch(written):
        parts = GROUPS.split(written)
        return money or any(len(part) == 3 for part in parts[1:]) or (len(parts) > 2 and len("".join(parts)) >= LONG)
    exchanged = -1 < written.find(decimal) < written.find(group)
    return money and not scaled and exchanged and THREES.fullmatch(written) is not None


def _is_amount(low: str, match: re.Match[str], language: Language) -> bool:
    """Whether a stroke or a blank stands for a point: Rp2.878/285, but not Rp5.000/100 gram; Rp1. 250.000."""
    written = match[0]
    if THREES.fullmatch(written) is None or _words(language).priced.match(low, match.end()):
        return False
    before, sign, rest = written.partition("/" if "/" in written else " ")
    if sign == "/":
        return len(rest) == 3 and not rest.endswith("00")
    return before[-1:] == language.numbers.group and (language.numbers.group in rest or rest == "000")


def _regrouped(written: str, language: Language) -> str:
    return language.numbers.group.join(GROUPS.split(written))


def _finding(case: Case, span: Span, severity: str, right: str, told: Message) -> Finding:
    return Finding(
        RULE,
        severity,
        told,
        *span,
        expected=right or None,
        suggestions=(Suggestion(*span, right),) if right else (),
        evidence=(Evidence("arithmetic", "", "", case.document.text[slice(*span)]),),
    )
