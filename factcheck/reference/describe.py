"""What the reference knows, laid out for a person: an entity, the packs, what words lead to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from factcheck.language.calendar import on
from factcheck.language.date_format import written_day
from factcheck.language.dates import find_dates
from factcheck.language.detect import DEFAULT
from factcheck.language.language import Language, codes
from factcheck.language.language import load as load_language
from factcheck.language.number_format import formatted
from factcheck.messages import language_in_use, message
from factcheck.model import COUNTRY, EntityRecord, Erratum, Fact, Value
from factcheck.reference.ask.computed import computed_ranks
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.fold_name import fold
from factcheck.reference.packs.info import Measure
from factcheck.reference.packs.slip_forms import MEASURES
from factcheck.typed import NamedTuple


class Line(NamedTuple):
    """One thing known, in words: of what, which value, by which source; `note` says what is special about it.

    `published` is when it became known, where that is said; `lesser` whether another source is preferred.
    """

    pack: str
    period: str
    what: str
    value: str
    source: str
    row: str
    note: str
    published: str = ""
    lesser: bool = False
    said: str = ""
    """The same for a person: what the measure is called, with the value and its unit."""


class Hit(NamedTuple):
    """Something that words lead to."""

    what: str
    id: str
    name: str
    detail: str


def entities_called(reference: Reference, name: str) -> tuple[EntityRecord, ...]:
    """Who bears an id, a name or an alias: several where the name fits several, none where it fits nobody."""
    ids = (name,) if name in reference.entities else reference.aliases.get(fold(name), ())
    return tuple(reference.entities[id] for id in ids if id in reference.entities)


def names_like(reference: Reference, name: str, most: int = 3) -> tuple[str, ...]:
    """The names of those whose name, or another that they bear, is most like a name that nobody bears."""
    from rapidfuzz import fuzz, process

    known = list(reference.aliases)
    near = process.extract(fold(name), known, scorer=fuzz.ratio, score_cutoff=75, limit=most)
    ids = (id for match in near for id in reference.aliases[match[0]][:1])
    return tuple(dict.fromkeys(reference.entities[id].name for id in ids if id in reference.entities))


def known_of(reference: Reference, entity: str, year: str = "") -> Iterator[Line]:
    """All that is known of an entity: its values, its ranks (stated and counted), what was counted in it, and the
    slips about it that have been in print."""
    measures = dict.fromkeys(name for info in reference.packs for name in info.measures)
    values = [fact for measure in measures for fact in reference.facts(measure, entity)]
    ranks = [*reference.ranks(entity), *_counted_ranks(reference, entity, values)]
    slips = [_as_fact(slip) for measure in (*measures, *MEASURES) for slip in reference.errata(measure, entity)]
    facts = [*values, *ranks, *reference.counts(entity), *slips]
    for fact in sorted(facts, key=lambda fact: fact.period, reverse=True):
        if fact.period.startswith(year):
            what, value = _what(fact), _value(reference, fact)
            tail = (fact.source, fact.row, _note(fact), fact.published, bool(fact.trust))
            yield Line(fact.pack, fact.period, what, value, *tail, _said(reference, fact))


def _as_fact(slip: Erratum) -> Fact:
    """The slip as what it was printed for, said to be one in the note."""
    note = f"a slip that has been in print: {slip.reason}"
    return Fact(*slip[:7], group=slip.group, scope=slip.scope, condition=slip.condition, note=note)


def _counted_ranks(reference: Reference, entity: str, values: list[Fact]) -> Iterator[Fact]:
    """The ranks in complete groups that no source states."""
    made_from = {(info.name, info.rank_measure) for info in reference.packs}
    asked = ((fact.pack, fact.measure, fact.period) for fact in values if (fact.pack, fact.measure) in made_from)
    stated = {(fact.pack, fact.period, fact.group, fact.scope) for fact in reference.ranks(entity)}
    for pack, measure, period in dict.fromkeys(asked):
        for rank in computed_ranks(reference, measure, entity, period, pack):
            if rank.of > 1 and (rank.pack, period, rank.group, rank.scope) not in stated:
                yield rank._replace(condition=measure)


def _what(fact: Fact) -> str:
    if fact.measure == "rank":
        where = f" in {fact.scope}" if fact.scope and fact.scope != COUNTRY else ""
        by = f" by {fact.condition}" if fact.condition else ""
        return f"rank{by} among {fact.group or '?'}{where}"
    return f"{fact.condition} of {fact.group}" if fact.measure == "count" else fact.measure


def _said(reference: Reference, fact: Fact) -> str:
    """ "nilai 85,09", "peringkat di antara kabupaten/kota di Provinsi Jambi: 4 dari 11", to be said."""
    value = _figure(fact.value)
    if fact.measure == "rank":
        group, by = _group(reference, fact), _measure(reference, fact.pack, fact.condition)
        rank = message("{rank} of {size}", rank=value, size=fact.of) if fact.of else value
        if by is None:
            return message("rank among {group}: {rank}", group=group, rank=rank)
        return message("rank by {measure} among {group}: {rank}", measure=by.term(), group=group, rank=rank)
    if fact.measure == "count":
        group = _group(reference, fact)
        return message("{group}, {what}: {number}", group=group, what=_counted(reference, fact), number=value)
    measure = _measure(reference, fact.pack, fact.measure)
    if measure is None:
        return f"{fact.measure} {value}"
    return message("{what} {value}", what=measure.term(), value=measure.with_unit(value))


def _figure(value: Value) -> str:
    return formatted(value, load_language(language_in_use())) if isinstance(value, Decimal) else str(value)


def _group(reference: Reference, fact: Fact) -> str:
    """Among whom: "kabupaten/kota in Provinsi Jambi"."""
    group = fact.group.replace("+", "/") or "?"
    if fact.scope in reference.entities and fact.scope != COUNTRY:
        return message("{group} in {where}", group=group, where=reference.entities[fact.scope].name)
    return group


def _counted(reference: Reference, fact: Fact) -> str:
    """What is counted: "zona hijau", "assessed"."""
    name, _, word = fact.condition.partition(":")
    measure = _measure(reference, fact.pack, name)
    if measure is not None:
        return message("{what} {value}", what=measure.term(), value=word)
    return message("assessed") if name == "assessed" else name


def _measure(reference: Reference, pack: str, name: str) -> Measure | None:
    return next((info.measures.get(name) for info in reference.packs if info.name == pack), None)


def _value(reference: Reference, fact: Fact) -> str:
    if fact.of:
        return f"{fact.value} of {fact.of}"
    units = {
        (info.name, name): measure.unit_word for info in reference.packs for name, measure in info.measures.items()
    }
    unit = units.get((fact.pack, fact.measure), "")
    return f"{fact.value} {unit}".strip()


def _note(fact: Fact) -> str:
    lesser = "a lesser source" if fact.trust else ""
    known = f"known since {fact.published}" if fact.published else ""
    return "; ".join(part for part in (lesser, known, fact.note) if part)


def search(reference: Reference, words: str) -> Iterator[Hit]:
    """Entities, people, laws and events in which every one of the words occurs, capitals or not; a day as anybody
    writes it."""
    spoken = [load_language(code) for code in sorted(codes(), key=lambda code: code != DEFAULT)]
    wanted = fold(_with_days(words, spoken)).split()
    for hit in _all(reference):
        text = fold(" ".join(hit))
        if all(word in text for word in wanted):
            yield hit


def _with_days(words: str, spoken: Sequence[Language]) -> str:
    """The words with their dates as 2017-12-05, in whichever language they are written."""
    for language in spoken:
        for mention in reversed(find_dates(words, language)):
            day = on(mention.day, mention.month, mention.year) if mention.year else None
            if day is not None:
                words = f"{words[: mention.start]}{day.isoformat()}{words[mention.end :]}"
    return words


def _all(reference: Reference) -> Iterator[Hit]:
    names: dict[str, list[str]] = {}
    for alias, ids in reference.aliases.items():
        for id in ids:
            names.setdefault(id, []).append(alias)
    for entity in reference.entities.values():
        others = [name for name in names.get(entity.id, ()) if name != fold(entity.name)]
        yield Hit(entity.kind, entity.id, entity.name, "; ".join(others))
    for person in reference.people:
        term = f" {person.first}-{person.last}" if person.first or person.last else ""
        yield Hit("person", "", person.name, f"{person.role} {person.institution}{term}".strip())
    for law in reference.laws:
        yield Hit("law", "", f"{law.kind} {law.number}/{law.year}", law.about)
    for event in reference.events:
        yield Hit(
            "event", event.day.isoformat(), _day(event.day), f"{event.what}, {event.venue} {event.city}".strip(", ")
        )


def _day(day: date) -> str:
    """A day in words of the language that the program speaks."""
    return written_day(day, load_language(language_in_use()))
