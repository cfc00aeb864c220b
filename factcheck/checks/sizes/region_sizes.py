"""How many regencies or cities a province has, whatever a draft is about: "seluruh 25 kabupaten/kota di Sulsel"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.lists.region_lists import kind_words, own_places, region_kinds
from factcheck.judging.case import Case
from factcheck.language.figures import Number
from factcheck.language.fold import alternation, fold
from factcheck.language.language import Language
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.people.governments import regions_at
from factcheck.reference.packs.info import FIRST
from factcheck.typed import NamedTuple

LEAST = 10
"""Fewer are a slip away from any number of one digit."""
OVER = 2
"""A number further above what a province has is one of another region."""
BACK = 200
"""Letters in front of a number of others in which the one stands beside whom they are."""
_ANOTHER = compiled(r"(?:,|/| ?[-–&]| [a-z]+)? ?(?:[a-z]+ )?[A-Z]")
"""A further name behind one: ", Bengkulu", " dan Bengkulu", " serta provinsi Bengkulu"."""
_WORD = compiled(r"([a-z]+) $")
NAMED = 60
"""Letters in front of a number in which the name and the word for having stand."""
_ENDED = compiled(r"\s*(?:[.,;)]|$|(?:[a-z]+ )?\d)")
"""Behind a whole nothing says which of them: "14 kabupaten/kota.", "14 kabupaten/kota dengan 174 kecamatan"."""
_NAME = compiled(r"(?<![\w-])[A-Z][\w'’-]+")


class Sized(NamedTuple):
    """A number of regions, the words for their group, the province, and how many there are."""

    number: Number
    group: str
    province: str
    size: int


def region_sizes(case: Case) -> Iterator[Sized]:
    """The numbers of regencies or cities of a province that has fewer, or others."""
    low, plain = fold(case.document.plain), case.document.plain
    counted = _counted(case.language, region_kinds(case.reference))
    for start, stop in own_places(case, region_kinds(case.reference)):
        number = _number(case, start)
        match = counted.match(low, start, stop) if number is not None else None
        if number is not None and match is None:
            yield from _held(case, number, low, start)
        if number is None or match is None:
            continue
        _, named = regions_at(plain, match.end(), case.reference)
        ids = [one for one in named if case.reference.level_of(one) == FIRST]
        size = _size(case, match, ids[0], number) if len(ids) == 1 else 0
        if size:
            yield Sized(number, plain[slice(*match.span("noun"))], ids[0], size)


def _held(case: Case, number: Number, low: str, start: int) -> Iterator[Sized]:
    """ "Kalimantan Barat terbagi atas 24 kabupaten dan kota.", which has 14: a number that is told of all a province
    has, and misses it by one slip."""
    noun = _kinds(region_kinds(case.reference)).match(low, start)
    province = _holder(case, number.start) if noun is not None else ""
    if noun is None or not province or not _ENDED.match(low, noun.end()):
        return
    size = _whole(case, noun["noun"], province)
    if size != number.value and _is_slip(int(number.value), size):
        yield Sized(number, case.document.plain[slice(*noun.span("noun"))], province, size)


@cache
def _kinds(kinds: tuple[str, ...]) -> re.Pattern[str]:
    return compiled(kind_words(kinds))


def _holder(case: Case, start: int) -> str:
    """The province right in front of the word for having, which leads to a place; empty where none stands there."""
    plain, first = case.document.plain, max(0, start - NAMED)
    lead = plain[first:start].lower().rstrip()
    word = next((one for one in case.language.words.text.holds if lead.endswith(f" {one}")), "")
    end = first + len(lead) - len(word) - 1
    for name in _NAME.finditer(plain, first, end) if word else ():
        stop, ids = regions_at(plain, name.start(), case.reference)
        if stop == end:
            return ids[0] if len(ids) == 1 and case.reference.level_of(ids[0]) == FIRST else ""
    return ""


def _whole(case: Case, noun: str, province: str) -> int:
    """How many of the kinds that a noun names a province has; none where others came out of it."""
    known = case.reference.entities.values()
    if any(one.out_of == province for one in known):
        return 0
    kinds = {*compiled(r"[a-z]+").findall(noun)} & {*region_kinds(case.reference)}
    return sum(one.parent == province and one.kind in kinds for one in known)


@cache
def _counted(language: Language, kinds: tuple[str, ...]) -> re.Pattern[str]:
    lists, kind = language.changes.lists, alternation(kinds)
    rest, within = alternation(lists.rest), alternation(lists.all_within)
    return compiled(rf"{kind_words(kinds)}(?P<rest> (?:{rest}))? (?:{within})[ -]?(?:(?:{kind}) )?(?=\S)")


def _size(case: Case, match: re.Match[str], province: str, number: Number) -> int:
    """How many a number should be; none where it may be right."""
    known = case.reference.entities.values()
    published = case.document.published
    if any(one.out_of == province and (published is None or str(published.year) < one.since) for one in known):
        return 0
    kinds = {*compiled(r"[a-z]+").findall(match["noun"])} & {*region_kinds(case.reference)}
    size = sum(one.parent == province and one.kind in kinds for one in known)
    if match["rest"]:
        beside = size and number.value >= size and _is_beside(case, number.start, province, kinds)
        return size - 1 if beside and number.value - size < OVER else 0
    if 0 < size < number.value <= size + OVER:
        return size
    every = sum(one.parent == province for one in known)  # "24 kabupaten" may be its cities too
    if 0 < size <= every < number.value and _is_slip(int(number.value), size) and not _goes_on(case, match):
        return size
    word = _WORD.search(fold(case.document.plain), max(0, number.start - 30), number.start)
    every = word is not None and word[1] in case.language.changes.lists.every
    return size if every and size != number.value and not _is_narrowed(case, match) else 0


def _is_slip(value: int, size: int) -> bool:
    """ "25 kabupaten/kota di Lampung", which has 15: whether a number beyond what there are misses it by one slip."""
    return size >= LEAST and len(str(value)) == len(str(size)) and one_slip(str(value), str(size))


def _goes_on(case: Case, match: re.Match[str]) -> bool:
    """ "25 kabupaten/kota di Lampung dan Bengkulu", "di Lampung, Bengkulu, dan Jambi": whether another region is named
    right behind, in which some lie."""
    plain = case.document.plain
    end, _ = regions_at(plain, match.end(), case.reference)
    return _ANOTHER.match(plain, end) is not None


def _is_narrowed(case: Case, match: re.Match[str]) -> bool:
    """ "seluruh 12 kabupaten/kota di Riau yang dinilai": whether those are meant of whom more is said."""
    plain = case.document.plain
    end, _ = regions_at(plain, match.end(), case.reference)
    following = plain[end : end + 40].split()[:1]
    return bool(following) and following[0] in case.language.words.text.relative


def _is_beside(case: Case, start: int, province: str, kinds: set[str]) -> bool:
    """Whether the last region named in front of others is one of their kind and province: they are then one fewer."""
    last = ""
    for name in _NAME.finditer(case.document.plain, max(0, start - BACK), start):
        _, ids = regions_at(case.document.plain, name.start(), case.reference)
        last = ids[0] if len(ids) == 1 else last
    record = case.reference.entities.get(last)
    return record is not None and record.parent == province and record.kind in kinds


def _number(case: Case, end: int) -> Number | None:
    """The whole number right in front of a place."""
    at = bisect_left(case.numbers, end, key=lambda number: number.start) - 1
    number = case.numbers[at] if at >= 0 else None
    beside = number is not None and case.document.plain[number.end : end] == " "
    return number if beside and number is not None and not number.unit and number.quantum == 1 else None
