"""Wholes whose two parts have names of their own: votes that are valid or not, a labour force that works or does not.

No word needs to say that one is made of the others, and they may stand in several sentences: "95.088 suara sah" and
"2.524 suara tidak sah" make those who "menggunakan hak pilih", wherever these are told. `balances` of `changes.toml`
has the names; a figure bears the one right beside it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import chain

from factcheck.cache.patterns import compiled
from factcheck.language.figures import DateMention, Number
from factcheck.language.fold import alternation, fold, may_hold, whole_places
from factcheck.language.interval import printed, total
from factcheck.language.language import Language, load
from factcheck.model import Document
from factcheck.reading.sums.mistyped import slips
from factcheck.reading.sums.near_totals import Broken
from factcheck.reading.sums.parts_of_totals import is_part
from factcheck.reading.sums.shapes import FILL, PLAIN, VERB, YEAR, mark_verbs, mask
from factcheck.typed import NamedTuple

ROLES = ("whole", "one", "other")
TOGETHER = 3
"""Paragraphs that follow each other in which whole and parts may stand."""
DIGITS = 3
"""A figure of fewer digits is one slip off many."""
EXACT, OFF = 1000, Decimal("0.1")
"""Counts from here on, told to the last digit, are of one balance in one paragraph; further off they are of another."""
REACH = 60
"""Letters between a name and its figure."""

Named = Mapping[str, Sequence[Number]]
"""The figures of a paragraph by the name that each bears."""


class Words(NamedTuple):
    """What may stand between a name and its figure, behind it and in front, and behind a name of some of them only."""

    behind: re.Pattern[str]
    before: re.Pattern[str]
    some: re.Pattern[str]


def broken_balances(document: Document, numbers: Sequence[Number], dates: Sequence[DateMention]) -> Iterator[Broken]:
    """The wholes of an article that their two parts miss by a slip, or plainly in one paragraph."""
    language, low = load(document.language), fold(document.plain)
    whole = [row for row in language.changes.balances if row.keys() >= {*ROLES}]
    rows = [row for row in whole if all(may_hold(low, _phrases(row[role])) for role in ROLES)]
    if not rows:
        return
    told = list(_told(document, low, numbers, dates, language))
    for row in rows:
        yield from _broken([_by_role(named, row) for named in told])


def _broken(told: Sequence[Mapping[str, Sequence[Number]]]) -> Iterator[Broken]:
    """The balances of paragraphs that do not hold, each of as few of them as have all three."""
    free = set(range(len(told)))
    for more in range(1, TOGETHER + 1):
        for at in range(len(told) - more + 1):
            window = told[at : at + more]
            own = set(range(at, at + more))
            if own <= free and all(any(named[role] for named in window) for role in ROLES):
                free -= own
                yield from _of_window(window)


def _of_window(window: Sequence[Mapping[str, Sequence[Number]]]) -> Iterator[Broken]:
    """The balance of a few paragraphs with one value of each name, where it does not hold."""
    figures = [list(chain.from_iterable(named[role] for named in window)) for role in ROLES]
    if any(len({one.value for one in each}) > 1 for each in figures):
        return
    whole, *parts = (each[-1] for each in figures)
    made = total([printed(part, part.quantum == 1) for part in parts])
    if len({one.quantum for one in (whole, *parts)}) > 1 or printed(whole, whole.quantum == 1).meets(made):
        return
    value = sum((part.value for part in parts), Decimal(0))
    rights = [(whole, value), *((part, part.value + whole.value - value) for part in parts)]
    slipped = [each for each in rights if each[0].value >= 10 ** (DIGITS - 1) * whole.quantum and slips(*each) == 1]
    exact = len(window) == 1 and whole.quantum == 1 and whole.value >= EXACT and abs(whole.value - value) < OFF * value
    for odd, right in slipped[:1] or (rights[:1] if exact else []):
        yield Broken(odd, right, whole, tuple(parts))


def _by_role(named: Named, row: Mapping[str, str]) -> Mapping[str, Sequence[Number]]:
    return {role: [one for name in _phrases(row[role]) for one in named.get(name, ())] for role in ROLES}


def _told(
    document: Document, low: str, numbers: Sequence[Number], dates: Sequence[DateMention], language: Language
) -> Iterator[Named]:
    """The figures of each paragraph by the name that each bears."""
    masked = mark_verbs(mask(low, numbers, dates), low, language)
    at = {number.start: number for number in numbers if masked[number.start] == PLAIN}
    names = tuple(
        dict.fromkeys(name for row in language.changes.balances for names in row.values() for name in _phrases(names))
    )
    places = iter(whole_places(masked, low, names))
    place = next(places, None)
    for block in document.blocks:
        named: dict[str, list[Number]] = defaultdict(list)
        while place is not None and place[0] < block.end:
            number = at.get(_figure_of(masked, document.plain, *place, _words(language)))
            if number is not None and place[0] >= block.start and is_part(low, number, language):
                named[low[slice(*place)]].append(number)
            place = next(places, None)
        if block.kind != "heading":
            yield named


def _figure_of(masked: str, plain: str, start: int, end: int, words: Words) -> int:
    """Where the figure stands that bears a name: right behind it or in front; -1 where both or none do, or where the
    name is of some of them only: "bekerja di sektor jasa", but not "angkatan kerja di Bontang"."""
    behind = words.behind.match(masked, end, end + REACH)
    before = words.before.search(masked, max(0, start - REACH), start)
    if (behind is None) == (before is None):
        return -1
    if behind is not None:
        placed = behind["where"] is None or plain[behind.start("where")].isupper()
        return behind.end() - 1 if placed else -1
    return -1 if words.some.match(masked, end) or before is None else before.start()


@cache
def _words(language: Language) -> Words:
    changes = language.changes
    links, within = alternation(changes.naming), alternation(changes.totals.where)
    when = rf"\s[a-z]{{2,8}}(?:\s[a-z]{{3,9}})?\s{YEAR}{FILL}*"
    risen = rf"(?:\s{VERB}{FILL}*(?:\s[a-z]+)?\s{PLAIN}{FILL}*(?:\s[a-z]+)?)?\s(?:{changes.classes.get('to', 'to')})"
    counted = alternation((*changes.naming, *changes.counted))
    return Words(
        compiled(
            rf"(?:\s(?:{within})\s(?P<where>[a-z]+)(?:\s[a-z]+){{0,2}}?)?(?:\s(?:{links})(?![a-z])|{when}|\s?:){{0,4}}+(?:{risen})?\s{PLAIN}"
        ),
        compiled(rf"{PLAIN}{FILL}*(?:\s(?:{counted})){{0,4}}\s$"),
        compiled(rf"\s(?:{within})(?![a-z])(?!\s{PLAIN})"),
    )


@cache
def _phrases(names: str) -> tuple[str, ...]:
    return tuple(names.split("|"))
