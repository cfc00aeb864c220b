"""Names in a list of regions of one province that no region bears: "Pinrang, Sidrap, Enrekang, dan Sopeng"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.checks.names.unknown_regions import APART, Unknown, is_alike
from factcheck.judging.case import Case
from factcheck.language.fold import alternation, fold
from factcheck.language.language import Language
from factcheck.language.one_letter import letters_apart
from factcheck.model import EntityRecord, Span
from factcheck.reading.people.governments import regions_at
from factcheck.reference.packs.info import SECOND
from factcheck.spans import SILENT

KNOWN = 3
"""So many regions of one province, and of no other, stand in the list."""
LONG = 5
"""Regions of a list that has one twice by no chance of an address."""
COMMAS = 2
"""So many commas at least has a list of four."""
SHORT = 5
"""Letters of a single word that tells which one is meant; so many of them it has in common with that from its
beginning, by how many letters they differ."""
BEGINS = {1: 2, APART: 3}
_ITEM = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}(?: \([^()\n]{1,24}\))?"
_NAME = compiled(r"[^(]*[^( ]")


def listed_regions(case: Case) -> Iterator[Unknown]:
    """The names of a list that mean one region of the province of all others, which the list does not have."""
    plain = case.document.plain
    for block in case.document.blocks:
        if block.kind in SILENT or plain.count(",", block.start, block.end) < COMMAS:
            continue
        for run in _run(case.language).finditer(plain, block.start, block.end):
            yield from _of_list(case, [*_names(case.language, plain, run)])


def named_twice(case: Case) -> Iterator[tuple[Span, Span]]:
    """The two places of each region that a list of nothing but regions has twice under a name that no other bears."""
    plain = case.document.plain
    for block in case.document.blocks:
        if block.kind in SILENT or plain.count(",", block.start, block.end) < COMMAS:
            continue
        for run in _run(case.language).finditer(plain, block.start, block.end):
            names = [*_names(case.language, plain, run)]
            found = [regions_at(plain, span.start, case.reference) for span in names]
            whole = all(ids and end == span.end for span, (end, ids) in zip(names, found, strict=True))
            cut = plain[: run.start()].endswith(". ")  # "Kep. Riau"
            if whole and not cut and len(names) >= LONG and "(" not in run[0]:
                yield from _twice(names, [ids for _, ids in found])


def _twice(names: Sequence[Span], found: Sequence[Sequence[str]]) -> Iterator[tuple[Span, Span]]:
    first: dict[str, Span] = {}
    for span, ids in zip(names, found, strict=True):
        if len(ids) == 1:
            if ids[0] in first:
                yield first[ids[0]], span
            first.setdefault(ids[0], span)


@cache
def _joined(language: Language) -> str:
    last = alternation(language.changes.lists.last)
    return rf"(?:, (?:(?:{last}) )?| (?:{last}) )"


@cache
def _run(language: Language) -> re.Pattern[str]:
    return compiled(rf"{_ITEM}(?:{_joined(language)}{_ITEM}){{{KNOWN},40}}")


def _names(language: Language, plain: str, run: re.Match[str]) -> Iterator[Span]:
    for item in compiled(_ITEM).finditer(plain, *run.span()):
        name = _NAME.match(plain, *item.span())
        if name is not None:
            yield Span(*name.span())


def _of_list(case: Case, names: Sequence[Span]) -> Iterator[Unknown]:
    found = {span: regions_at(case.document.plain, span.start, case.reference) for span in names}
    unknown = [span for span, (_, ids) in found.items() if not ids]
    whole = [_second(case, ids) for span, (end, ids) in found.items() if end == span.end]
    known = [ids for ids in whole if ids]
    provinces = {case.reference.entities[ids[0]].parent for ids in known if len(ids) == 1}
    if not unknown or len(known) < KNOWN or len(known) + len(unknown) < len(names) or len(provinces) != 1:
        return
    province = provinces.pop()
    there = [one for one in case.reference.entities.values() if one.parent == province]
    near = {one for ids in known for one in ids}
    for span in unknown:
        right = _meant(case.document.plain[slice(*span)], [one for one in there if one.id not in near])
        if right is not None:
            yield Unknown(span, span, right, True)


def _second(case: Case, ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(one for one in ids if case.reference.level_of(one) == SECOND)


def _meant(name: str, records: Sequence[EntityRecord]) -> EntityRecord | None:
    words = fold(name).split()
    if any(_is_short_for(words, fold(one.name).split()[1:]) for one in records):
        return None
    fitting = [one for one in records if _is_meant(words, fold(one.name).split()[1:])]
    return fitting[0] if len(fitting) == 1 else None


def _is_short_for(words: Sequence[str], right: Sequence[str]) -> bool:
    """ "Butur" of Buton Utara: whether a word is made of the letters of several, in their order."""
    letters = iter("".join(right))
    return len(words) == 1 < len(right) and all(letter in letters for letter in words[0])


def _is_meant(words: Sequence[str], right: Sequence[str]) -> bool:
    """Whether a name is that of a region but for a slip or two."""
    if len(words) > 1:
        return is_alike(words, right)
    if len(right) != 1 or len(words[0]) < SHORT:
        return False
    apart = letters_apart(words[0], right[0])
    begins = BEGINS.get(apart, 0)
    return begins > 0 and words[0][:begins] == right[0][:begins]
