"""The reference as the rest of the product asks it: built once from packs, then only read."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import takewhile
from pathlib import Path

from factcheck.cache.kept import no_collection
from factcheck.model import (
    COUNTRY,
    Band,
    EntityRecord,
    Entry,
    Erratum,
    Event,
    Fact,
    Institution,
    Law,
    Person,
    Problem,
    year_of,
)
from factcheck.reference.content.content import (
    Content,
    Shelf,
    SpeltNames,
    thaw_band,
    thaw_erratum,
    thaw_event,
    thaw_fact,
    thaw_info,
)
from factcheck.reference.content.known_days import known_since
from factcheck.reference.content.question import Question, bearer_key
from factcheck.reference.packs.fold_name import fold, letters
from factcheck.reference.packs.in_time import members_then, not_there, parent_then
from factcheck.reference.packs.info import SECOND
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.reference.index.look_up import Index
    from factcheck.reference.load.compiled_file import KeptContent

ANSWERED = 50_000
"""Facts in the answers that are kept, some 15 MB; beyond that they are asked anew. Those that ship have fewer."""
HELD = 4
"""References that a process holds ready."""
NEVER = "0"
"""A day before all days."""
DAYS = 64
"""Days that a reference is kept ready for at a time."""


class Reference:
    """All packs of a run. Answers are tuples, the preferred source first, empty where nothing is known.

    `key` names the content: two references with one key (not empty) hold the same. `known_by` is the day
    (ISO) whose knowledge it answers from: facts published later are left out; empty for all that is known.
    """

    def __init__(self, content: Content | KeptContent, key: str = "") -> None:
        self.key = key
        self.packs = tuple(thaw_info(row) for row in content.packs)
        self.known_by = ""
        self._content = content
        self._indexes = _open(content)
        self._then: dict[str, Reference] = {}
        self._whole: Reference | None = None
        self._answers: dict[Question, tuple[Fact, ...]] = {}
        self._facts: dict[tuple[str, str, str, str], tuple[Fact, ...]] = {}
        self._answered = 0
        self._errata: dict[tuple[str, str], tuple[Erratum, ...]] = {}
        self._members: dict[tuple[str, str, frozenset[str]], tuple[EntityRecord, ...]] = {}
        self._gone: dict[tuple[str, str], frozenset[str]] = {}
        self._held: dict[tuple[str, str, str], str | None] = {}
        self._groups = {name: kinds for info in self.packs for name, kinds in info.groups.items()}
        self._levels = {kind: at for info in self.packs for at, kinds in info.levels.items() for kind in kinds}

    def known(self, day: date | None) -> Reference:
        """The same reference as it was on a day: what was published later is not known."""
        if day is None or not self._content.dated:
            return self
        iso = self._latest(day.isoformat())
        if not iso:
            return self
        then = self._then.get(iso)
        if then is None:
            if len(self._then) >= DAYS:
                self._then.clear()
            then = self._then[iso] = self._as_of(iso)
        return then

    def _latest(self, iso: str) -> str:
        """The last day up to this one on which anything became known, for on all days until the next the same is known;
        empty where everything was. Where these days are not told, the day itself."""
        days = self._content.days
        if not days:
            return iso
        known = bisect_right(days, iso)
        return "" if known == len(days) else days[known - 1] if known else NEVER

    def _as_of(self, iso: str) -> Reference:
        then = Reference.__new__(Reference)
        then.__dict__.update(self.__dict__)
        then.known_by, then._whole, then._answers, then._facts, then._answered = iso, self.whole, {}, {}, 0
        return then

    def person(self, place: int) -> Person:
        """The office holder at a place among `people`."""
        return Person(*self._content.people[place])

    @property
    def whole(self) -> Reference:
        """All that is known, whatever day this is known by: who there is does not hang on it."""
        return self if self._whole is None else self._whole

    @cached_property
    def entities(self) -> Mapping[str, EntityRecord]:
        """Every entity by its id."""
        if self._whole is not None:
            return self._whole.entities
        with no_collection():
            return {row[0]: EntityRecord(*row) for row in self._content.entities}

    @cached_property
    def aliases(self) -> Mapping[str, tuple[str, ...]]:
        """Every name, folded by `fold`, with the ids of those who bear it."""
        return self._content.aliases

    def districts(self, name: str) -> tuple[str, ...]:
        """The ids of the regions in which a district of that name lies; none where no pack knows the name."""
        _, found, behind = self._content.districts.partition(f"\n{letters(name)}\t")
        return tuple(behind[: behind.index("\n")].split("\t")[0].split()) if found and name else ()

    def districts_begun(self, name: str) -> tuple[str, ...]:
        """The ids of the regions with a district whose name begins so: "Kota" is what Kudus says for "Kota Kudus"."""
        lines = self._content.districts.split(f"\n{letters(name)}")[1:] if name else []
        return tuple(id for line in lines for id in line.partition("\n")[0].split("\t")[1].split())

    def districts_of(self, region: str) -> tuple[str, ...]:
        """The names of the districts of a region."""
        rows = (line.split("\t") for line in self._content.districts.splitlines() if region in line)
        return tuple(row[2] for row in rows if region in row[1].split())

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Office holders, a row for each name that is right."""
        if self._whole is not None:
            return self._whole.people
        return tuple(Person(*row) for row in self._content.people)

    def institutions(self, name: str) -> tuple[Institution, ...]:
        """The institutions and terms that bear a name (its words as `name_words` gives them) or a short form."""
        places = self._content.expansions.get(fold(name), ())
        return tuple(Institution(*self._content.institutions[place]) for place in places)

    @property
    def expansions(self) -> Collection[str]:
        """Every name and short form of an institution, folded."""
        return self._content.expansions.keys()

    @cached_property
    def spelt(self) -> SpeltNames:
        """How the names of places and institutions are spelt, word by word."""
        return SpeltNames(*self._content.spelt) if self._whole is None else self._whole.spelt

    def law(self, place: int) -> Law:
        """The law or decree at a place among `laws`."""
        return Law(*self._content.laws[place])

    @cached_property
    def laws(self) -> tuple[Law, ...]:
        """Laws and decrees, a row for each source."""
        if self._whole is not None:
            return self._whole.laws
        return tuple(Law(*row) for row in self._content.laws)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Days that the press names, a row for each source."""
        if self._whole is not None:
            return self._whole.events
        return tuple(map(thaw_event, self._content.events))

    @cached_property
    def _bands(self) -> tuple[Band, ...]:
        return tuple(map(thaw_band, self._content.bands)) if self._whole is None else self._whole._bands

    def facts(self, measure: str, entity: str, period: str = "", pack: str = "") -> tuple[Fact, ...]:
        """What is known of a measure of one entity; without `period` all periods, the latest first."""
        asked = measure, entity, period, pack
        found = self._facts.get(asked)  # the question asked most, many times of one subject
        if found is None:
            found = self._answer(Question("facts", 0, ("measure", "entity"), (measure, entity), period, pack))
            self._facts[asked] = found
        return found

    def facts_of(self, measure: str, period: str, pack: str = "") -> tuple[Fact, ...]:
        """What is known of a measure of everybody in one period: whose value is this?"""
        return self._answer(Question("facts", 1, ("measure", "period"), (measure, period), "", pack))

    def ranks(self, entity: str, period: str = "", pack: str = "") -> tuple[Fact, ...]:
        """The ranks of an entity in all groups; `group` is empty where the source names none."""
        return self._answer(Question("ranks", 0, ("entity",), (entity,), period, pack))

    def counts(self, scope: str, period: str = "", pack: str = "") -> tuple[Fact, ...]:
        """How many were counted in a region (`ID`: the country), of all groups and conditions."""
        return self._answer(Question("counts", 0, ("entity",), (scope,), period, pack))

    def bearers(self, value: Decimal) -> tuple[tuple[str, str], ...]:
        """Pack and entity of everybody who has a value in any year; empty for one that too many have, or that is
        too short to tell anything. Packs in an index of their own are not looked through."""
        return tuple(
            (pack, entity)
            for pack, _, entity in (
                bearer.partition(" ") for bearer in self._content.bearers.get(bearer_key(value), ())
            )
        )

    def editions_with(self, value: Decimal) -> tuple[str, ...]:
        """What the editions are called in which somebody has a figure; see `edition`."""
        return tuple(self._content.edition_figures.get(f"{value:f}", ()))

    def edition(self, key: str) -> tuple[Entry, ...]:
        """The rows of an edition of a contest."""
        return tuple(Entry(*row) for row in self._content.editions.get(key, ()))

    def errata(self, measure: str, entity: str, period: str = "", pack: str = "") -> tuple[Erratum, ...]:
        """The slips in print about a measure of one entity, whatever the day; without `period` those of all periods.

        A slip of no particular period is one in each. `measure` may be `rank`, `count`, `date` or `scale` too.
        """
        slips = self._errata.get((measure, entity))
        if slips is None:
            shelf: Shelf = self._content.errata
            rows = (shelf.rows[place] for place in shelf.places[0].get((measure, entity), ()))
            slips = self._errata[measure, entity] = tuple(map(thaw_erratum, rows))
        return tuple(slip for slip in slips if (not period or slip.period in ("", period)) and pack in ("", slip.pack))

    def _answer(self, question: Question) -> tuple[Fact, ...]:
        """The facts asked for, known by the day: a draft asks the same of a subject again and again."""
        answer = self._answers.get(question)
        if answer is None:
            answer = self._found(question)
            self._answered += len(answer) + 1
            if self._answered > ANSWERED:
                self._answers, self._facts, self._answered = {}, {}, len(answer) + 1
            self._answers[question] = answer
        return answer

    def _found(self, question: Question) -> tuple[Fact, ...]:
        if self._whole is not None:
            newest, day = self._content.newest, self.known_by
            whole = self._whole._answer(question)
            if not newest:
                return tuple(fact for fact in whole if fact.published <= day)
            return tuple(fact for fact in whole if fact.published <= day or known_since(fact, newest) <= day)
        shelf: Shelf = getattr(self._content, question.role)
        key = question.words if len(question.words) > 1 else question.words[0]
        rows = [shelf.rows[place] for place in shelf.places[question.place].get(key, ())]
        found = [
            thaw_fact(row)
            for row in rows
            if question.period in ("", row[3], year_of(row[3])) and question.pack in ("", row[0])
        ]
        if not self._indexes:
            return tuple(found)
        from factcheck.reference.content.preferred import by_trust

        asked = [index for index in self._indexes if question.pack in ("", index.pack)]
        more = [fact for index in asked for fact in index.find(question.role, **question.fields)]
        return by_trust((*found, *more))

    def bands(self, measure: str, period: str, pack: str = "") -> tuple[Band, ...]:
        """The scale of a number measure in a period, as its pack lists it."""
        return tuple(
            band
            for band in self._bands
            if band.measure == measure and band.first <= period <= band.last and pack in ("", band.pack)
        )

    def steps(self, pack: str) -> tuple[Band, ...]:
        """The steps of all scales of a pack, in every period."""
        return tuple(band for band in self._bands if band.pack == pack)

    def band_of(self, measure: str, period: str, value: Decimal, pack: str = "") -> Band | None:
        """The step of the scale that `value` lies on; None where the scale of the period is not known."""
        for band in self.bands(measure, period, pack):
            if band.low <= value <= band.high:
                return band
        return None

    def complete(self, group: str, scope: str, period: str, pack: str = "") -> str | None:
        """The source that says that the facts of a pack hold every member of the group; None where they may not.

        A group is complete where a larger one of the region is: all cities where all of `pemda` are held. One of which
        all there is in the country are known, such as the provinces, needs nobody to say so where the pack has a value
        of each, nor does what of it lies in a region.
        """
        wanted = frozenset(self.kinds(group))
        for kinds, source, holder in self._complete.get((scope, period), ()):
            if pack in ("", holder) and wanted <= kinds:
                return source
        all_known = pack and wanted <= self._exhaustive and (scope == COUNTRY or self.all_on(group, SECOND))
        return self.whole._held_of_all(group, period, pack) if all_known else None

    def _held_of_all(self, group: str, period: str, pack: str) -> str | None:
        """The source of the first of the values that a pack ranks by, where it has one of every member."""
        asked = group, period, pack
        if asked not in self._held:
            ranked = next((info.rank_measure for info in self.packs if info.name == pack), "")
            members = self.members(group, COUNTRY, period, pack) if ranked and period else ()
            told = [*takewhile(bool, (self.facts(ranked, member.id, period, pack) for member in members))]
            self._held[asked] = told[0][0].source if 1 < len(told) == len(members) else None
        return self._held[asked]

    @cached_property
    def _exhaustive(self) -> frozenset[str]:
        """The kinds of entity of which all there is are known."""
        return frozenset(kind for info in self.packs for kind in info.exhaustive)

    @cached_property
    def _complete(self) -> Mapping[tuple[str, str], Sequence[tuple[frozenset[str], str, str]]]:
        """The kinds of entity that the facts of a pack hold all of in a region and period, with the source and pack."""
        if self._whole is not None:
            return self._whole._complete
        found: dict[tuple[str, str], list[tuple[frozenset[str], str, str]]] = defaultdict(list)
        for when, group, where, source, _, holder in self._content.complete:
            found[where, when].append((frozenset(self.kinds(group)), str(source), holder))
        return dict(found)

    def kinds(self, group: str) -> tuple[str, ...]:
        """The kinds of entity in a group: `kabupaten+kota` -> `kabupaten`, `kota`."""
        return self._groups.get(group, (group,))

    def name_of(self, entity: str) -> str:
        """The name of an entity, its id where nobody has it."""
        record = self.entities.get(entity)
        return record.name if record is not None else entity

    def kind_of(self, entity: str) -> str:
        """The kind of an entity; empty for nobody."""
        record = self.entities.get(entity)
        return record.kind if record is not None else ""

    def is_of(self, entity: str, group: str) -> bool:
        """Whether an entity is of a group."""
        kind = self.kind_of(entity)
        return bool(kind) and kind in self.kinds(group)

    def level_of(self, entity: str) -> str:
        """Where a region stands in the country, one of `LEVELS`; empty for who is none."""
        return self._levels.get(self.kind_of(entity), "")

    def level(self, kind: str) -> str:
        """Where a kind of region stands in the country, one of `LEVELS`; empty for what is no region."""
        return self._levels.get(kind, "")

    def kinds_on(self, *levels: str) -> tuple[str, ...]:
        """The kinds of the regions of these levels."""
        return tuple(kind for kind, level in self._levels.items() if level in levels)

    def all_on(self, group: str, *levels: str) -> bool:
        """Whether all of a group are regions of these levels."""
        return all(self._levels.get(kind) in levels for kind in self.kinds(group))

    def members(self, group: str, scope: str, period: str = "", pack: str = "") -> tuple[EntityRecord, ...]:
        """The entities of a group that lie in a region, and the region itself where it is of the group.

        With a `period` those of that time: an entity of which figures are kept only since a later year is not there,
        and what lies in it lies in what it came out of; it is there where the `pack` holds figures of it then.
        """
        gone = self._absent(period, pack) if period else frozenset()
        members = self._members.get((group, scope, gone))
        if members is None:
            members = self._members[group, scope, gone] = members_then(self.entities, self.kinds(group), scope, gone)
        return members

    def lies_in(self, entity: str, period: str, pack: str = "") -> str:
        """The region that an entity lay in in a period, as `members` has it; empty for nobody."""
        record = self.entities.get(entity)
        return parent_then(record, self.entities, self._absent(period, pack)) if record is not None else ""

    def _absent(self, period: str, pack: str) -> frozenset[str]:
        """Who was not there in a period, by what a pack holds."""
        if self._whole is not None:
            return self._whole._absent(period, pack)
        gone = self._gone.get((period, pack))
        if gone is None:
            measures = [name for info in self.packs if info.name == pack for name in info.measures]

            def is_held(name: str) -> bool:
                return any(self.facts(measure, name, period, pack) for measure in measures)

            gone = self._gone[period, pack] = not_there(self.entities.values(), period, is_held, self._late)
        return gone

    @cached_property
    def _late(self) -> tuple[EntityRecord, ...]:
        """Those who were not always there."""
        return tuple(entity for entity in self.entities.values() if entity.since)


def load(paths: Sequence[Path], cache: Path | None = None) -> tuple[Reference, tuple[Problem, ...]]:
    """The reference made of the packs in these folders, and all that is wrong with them.

    A pack with a problem is left out whole: an answer computed from a table with a hole in it would be wrong.
    Sound packs are kept compiled in the folder `cache`, if one is given, and found there by their content.
    """
    from factcheck.reference.load.compiled_file import compiled_stamp, load_content, look_now

    folders, key = look_now(paths, cache)
    held, stamp = _held.get((cache, key), (None, ""))
    if held is not None and stamp == compiled_stamp(cache, key):
        return held, ()
    content, key, problems = load_content(folders, key, cache)
    reference = Reference(content, key)
    if key and not content.indexes:
        _held[cache, key] = reference, compiled_stamp(cache, key)
        while len(_held) > HELD:
            del _held[next(iter(_held))]
    return reference, problems


_held: dict[tuple[Path | None, str], tuple[Reference, str]] = {}
"""References of this process by where they are kept and what they hold, each with the stamp of the file that it is kept
in: who checks again opens nothing again."""


def _open(content: Content | KeptContent) -> tuple[Index, ...]:
    """The indexes of large packs; without any, sqlite3 is never imported."""
    if not content.indexes:
        return ()
    from factcheck.reference.index.look_up import Index

    return tuple(Index(pack, path) for pack, path in content.indexes)
