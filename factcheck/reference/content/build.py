"""Packs put together: sources settled, words derived, everything laid out for look-ups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from factcheck.model import Fact
from factcheck.reference.content.content import (  # fmt: skip
    Content,
    Plain,
    freeze_band,
    freeze_erratum,
    freeze_event,
    freeze_fact,
    freeze_info,
    shelve,
)
from factcheck.reference.content.derive import counts_of_twins, words_by_scale
from factcheck.reference.content.known_days import known_since, newest_years
from factcheck.reference.content.preferred import by_trust, settle
from factcheck.reference.content.question import COMMON, TELLING, bearer_key, edition_key
from factcheck.reference.content.written_names import expansions, spelt_names
from factcheck.reference.packs.fold_name import fold, letters
from factcheck.reference.packs.pack import Pack


def build(packs: Sequence[Pack]) -> Content:
    """The content of a reference made of `packs`."""
    institutions = tuple(tuple(one) for pack in packs for one in pack.institutions)
    facts, ranks, counts = settled_facts(packs), settled_ranks(packs), settled_counts(packs)
    newest = newest_years(facts)
    days = {fact.published for some in (facts, ranks, counts) for fact in some} - {""}
    days |= {known_since(fact, newest) for fact in facts if newest} - {""}
    return Content(
        packs=tuple(freeze_info(pack.info) for pack in packs),
        entities=tuple(tuple(entity) for pack in packs for entity in pack.entities),
        aliases=_aliases(packs),
        people=tuple(tuple(person) for pack in packs for person in pack.people),
        institutions=institutions,
        expansions=expansions(institutions),
        spelt=tuple(spelt_names(packs)),
        laws=tuple(tuple(law) for pack in packs for law in pack.laws),
        events=tuple(freeze_event(event) for pack in packs for event in pack.events),
        bands=tuple(freeze_band(band) for pack in packs for band in pack.bands),
        complete=tuple((*item, pack.info.name) for pack in packs for item in pack.complete),
        facts=shelve(facts, freeze_fact, ("measure", "entity"), ("measure", "period")),
        ranks=shelve(ranks, freeze_fact, ("entity",)),
        counts=shelve(counts, freeze_fact, ("entity",)),
        bearers=_bearers(facts),
        errata=shelve((slip for pack in packs for slip in pack.errata), freeze_erratum, ("measure", "entity")),
        districts=_districts(packs),
        dated=bool(days),
        days=tuple(sorted(days)),
        newest=newest,
        editions=_editions(packs),
        edition_figures=_edition_figures(packs),
    )


def settled_facts(packs: Sequence[Pack]) -> tuple[Fact, ...]:
    """What the packs say of their measures, with the words that follow, the preferred first."""
    return by_trust(settle(fact for pack in packs for fact in _with_words(pack)))


def settled_ranks(packs: Sequence[Pack]) -> tuple[Fact, ...]:
    """The ranks of the packs, the preferred first."""
    return by_trust(settle(fact for pack in packs for fact in pack.ranks))


def settled_counts(packs: Sequence[Pack]) -> tuple[Fact, ...]:
    """The counts of the packs, with those of words that always go together, the preferred first."""
    return by_trust(settle(fact for pack in packs for fact in _with_twins(pack)))


def _districts(packs: Sequence[Pack]) -> str:
    """The parts of regions as `Content.districts` has them."""
    within: dict[str, dict[str, None]] = defaultdict(dict)
    written: dict[str, str] = {}
    for pack in packs:
        for district in pack.districts:
            within[letters(district.name)][district.within] = None
            written.setdefault(letters(district.name), district.name)
    return "".join(f"\n{name}\t{' '.join(ids)}\t{written[name]}" for name, ids in within.items()) + "\n"


def _editions(packs: Sequence[Pack]) -> Mapping[str, tuple[Plain, ...]]:
    found: dict[str, list[Plain]] = defaultdict(list)
    for pack in packs:
        for entry in pack.editions:
            found[edition_key(entry)].append(tuple(entry))
    return {key: tuple(rows) for key, rows in found.items()}


def _edition_figures(packs: Sequence[Pack]) -> Mapping[str, tuple[str, ...]]:
    """The editions by each figure of one of their parts that tells something."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for pack in packs:
        for entry in pack.editions:
            if entry.who and len(str(entry.value)) > TELLING:
                found[str(entry.value)][edition_key(entry)] = None
    return {figure: tuple(keys) for figure, keys in found.items()}


def _bearers(facts: Iterable[Fact]) -> Mapping[str, tuple[str, ...]]:
    """Pack and entity by each number value that tells something: four digits or more."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for fact in facts:
        key = bearer_key(fact.value) if isinstance(fact.value, Decimal) else ""
        if key:
            found[key][f"{fact.pack} {fact.entity}"] = None
    return {key: tuple(bearers) for key, bearers in found.items() if len(bearers) <= COMMON}


def _with_words(pack: Pack) -> Iterable[Fact]:
    return (*pack.facts, *words_by_scale(pack.info, pack.facts, pack.bands))


def _with_twins(pack: Pack) -> Iterable[Fact]:
    return (*pack.counts, *counts_of_twins(pack.counts, pack.bands))


def _aliases(packs: Sequence[Pack]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for pack in packs:
        for entity in pack.entities:
            found[fold(entity.name)][entity.id] = None
        for alias in pack.aliases:
            found[fold(alias.alias)][alias.id] = None
    return {alias: tuple(ids) for alias, ids in found.items()}
