"""Counts that stand in one run share their region, year and group: what explains most of them is meant for all.

"Dari 22 kabupaten/kota, 13 merah, sembilan kuning", "179 in 2021, 272 in 2022", "22 kementerian, 11 lembaga, 28
provinsi", a list or a table of them: one count alone fits some region and year by chance, a run of them does not; the
odd one out is then a slip. What is counted stands beside the number, or at the head of its row, column or list.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.model import COUNTRY, Claim, Fact, How
from factcheck.reading.evidence.counts.counted_items import Item, parted, run_items
from factcheck.reading.evidence.counts.explained_counts import ASSESSED, all_groups, counts
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.computed import groups_of, is_local
from factcheck.reference.ask.reference import Reference
from factcheck.typed import NamedTuple

PAIR = 2
TELLING, MANY = 5, 50
"""A smaller count fits by chance; one of so many hardly."""
ENOUGH = 3
"""What the right ones of a run must weigh, a small count one, a telling one two, a large one three."""
OPEN = 5
"""What those must weigh that only their groups tell apart: "22 kementerian, 11 lembaga, 28 provinsi"."""
Where = tuple[str, str, str]
"""The region, the group and the condition that a run counts."""


class Slot(NamedTuple):
    """What a run counts, the year of each of its parts, how many are right so, what these weigh, how many are wrong."""

    where: Where
    years: Sequence[str]
    right: int
    weight: int
    wrong: int


class Fit(NamedTuple):
    """How many of some items are right in a slot, what these weigh, and how many the reference has otherwise."""

    right: int
    weight: int
    wrong: int


NONE = Fit(0, 0, 0)


class Lead(NamedTuple):
    """What the sentences in front of a run say: the group and the conditions last named, the regions and years in which
    it may count, the likeliest first."""

    group: str
    conditions: Sequence[str]
    scopes: Sequence[str]
    years: Sequence[str]


def counted_run(frames: Sequence[Frame], lead: Lead, setting: Setting) -> Iterator[tuple[Item, Fact]]:
    """Each count of a run, in one sentence or in the lines of one list, with what the reference counts there; nothing
    where no region, group and years explain most of the run."""
    items = list(run_items(frames, setting))
    if len(items) < PAIR:
        return
    items = parted(items)
    told = dict.fromkeys([item.group for item in items if item.group] + ([lead.group] if lead.group else []))
    groups = [*told] if told else ["", *all_groups(setting.reference)]
    open_ = any(not item.condition for item in items)
    conditions = dict.fromkeys([*lead.conditions, ASSESSED] if open_ else [""])
    before = (str(int(year) - 1) for year in lead.years)  # "kata dia pada 13 April 2022" of what is of 2021
    years = [*dict.fromkeys([*lead.years, *before])] if open_ else lead.years
    slots = [
        _slot(items, (scope, name, condition), years, setting)
        for scope in lead.scopes
        for name in groups
        for condition in conditions
    ]
    best = max(slots, key=lambda slot: slot.weight, default=None)
    if best is None or not _explains(best, items):
        return
    meant = [(item, _meant(item, best, setting)) for item in items]
    shown = next(fact for item, fact in meant if fact is not None and fact.value == item.number.value)
    for item, fact in meant:
        counted = fact if fact is not None else _uncounted(item, best, shown, setting)
        if counted is not None and not (counted.value != item.number.value and _is_told(item, items, best, setting)):
            yield item, counted


def _uncounted(item: Item, slot: Slot, shown: Fact, setting: Setting) -> Fact | None:
    """What a run says of an item that the reference has no count for, by a right one of the run; None where it has."""
    scope, group, _ = slot.where
    if not item.condition or _facts(item, slot.where, slot.years[item.part], setting):
        return None
    year = slot.years[item.part]
    return shown._replace(entity=scope, period=year, group=item.group or group, condition=item.condition)


def _is_told(item: Item, items: Sequence[Item], slot: Slot, setting: Setting) -> bool:
    """ "25 kementerian dan 14 lembaga; 22 kementerian dan 11 lembaga hijau": whether another number of the run is right
    for the group of one whose word stands with a later one."""
    if item.condition or all(not one.condition for one in items):
        return False
    others = (one for one in items if one is not item and (one.group, one.part) == (item.group, item.part))
    return any(_fits([one], slot.where, slot.years[one.part], setting).right for one in others if not one.condition)


def _explains(slot: Slot, items: Sequence[Item]) -> bool:
    """Whether so much of a run is right in a slot that all of it is meant so."""
    if slot.right < PAIR or slot.wrong > max(1, (len(items) + 1) // 3):
        return False
    return slot.weight >= (ENOUGH if all(item.condition for item in items) else OPEN)


def _slot(items: Sequence[Item], where: Where, years: Sequence[str], setting: Setting) -> Slot:
    """How well a slot explains a run, each part of it in the year that explains most of it."""
    chosen: list[str] = []
    total = NONE
    for _, part in groupby(items, key=lambda item: item.part):
        own = list(part)
        others = [*chosen[-1:], *(year for year in years if year not in chosen)] if own[0].again else years
        written = own[0].year
        fits = {year: _fits(own, where, year, setting) for year in (_near(written) if written else others)}
        best = max(fits, key=lambda one: fits[one].weight, default="")
        year = written if written and not fits[written].wrong else best
        chosen.append(year)
        total = Fit(*map(sum, zip(total, fits.get(year, NONE), strict=True)))
    return Slot(where, chosen, *total)


def _near(year: str) -> list[str]:
    """A written year, and those next to it: the year may be the slip."""
    return [year, str(int(year) - 1), str(int(year) + 1)]


def _fits(items: Sequence[Item], where: Where, year: str, setting: Setting) -> Fit:
    """How many of some items are right in a year, what these weigh, and how many are wrong."""
    right = weight = wrong = 0
    for item in items:
        value = item.number.value
        facts = _facts(item, where, year, setting)
        if any(fact.value == value for fact in facts):
            right += 1
            weight += 1 + (value >= TELLING) + (value >= MANY)
        else:
            wrong += bool(facts) or not item.condition
    return Fit(right, weight, wrong)


def _facts(item: Item, where: Where, year: str, setting: Setting) -> list[Fact]:
    """What the reference counts of an item in a year, in its own group or that of the run."""
    scope, group, condition = where
    groups = groups_of(setting.reference, item.group or group)
    return [
        fact
        for pack in setting.packs
        for fact in counts(setting.reference, scope, year, item.condition or condition, pack)
        if fact.group in groups and not fact.trust
    ]


def _meant(item: Item, slot: Slot, setting: Setting) -> Fact | None:
    """What an item of a run should say: what it does say where the reference has that too."""
    facts = _facts(item, slot.where, slot.years[item.part], setting)
    right = next((fact for fact in facts if fact.value == item.number.value), None)
    if right is not None:
        return right
    if not item.condition:
        return _in_step(item, slot, setting)
    group = item.group or slot.where[1]
    return next((fact for fact in facts if fact.group == group), None)


def _in_step(item: Item, slot: Slot, setting: Setting) -> Fact | None:
    """ "25 kementerian, 14 lembaga, 24 pemprov …": what the others of a run count, one that fits none of their groups
    counts too; a fact of its slot, of its own group."""
    year, value, (scope, _, condition) = slot.years[item.part], item.number.value, slot.where
    facts = [
        fact
        for pack in setting.packs
        for fact in counts(setting.reference, scope, year, condition, pack)
        if not fact.trust
    ]
    kinds = {*setting.reference.kinds(item.group)}
    if not facts or any(fact.value == value and kinds >= {*setting.reference.kinds(fact.group)} for fact in facts):
        return None  # "14 institutions": the agencies
    return next((fact for fact in facts if fact.group == item.group), facts[0]._replace(group=item.group))


def as_counted(claim: Claim, item: Item, fact: Fact, reference: Reference) -> Claim:
    """The claim of a count under the region, year, group and condition of its run; as it is where it is so already.
    Where the year as written is another, the claim says that one and may be read under the one that explains it."""
    period = item.year or fact.period
    same = (claim.subject, claim.period, claim.condition) == (fact.entity, period, fact.condition)
    if same and (claim.group == fact.group or (fact.entity != COUNTRY and is_local(reference, claim.group))):
        return claim
    how = (How.SUBJECT_EXPLAINED, *(() if item.mark else (How.YEAR_EXPLAINED,)))
    number, readings = item.number, (((fact.entity, fact.period),) if period != fact.period else ())
    return claim._replace(
        subject=fact.entity, scope=fact.entity, period=period, group=fact.group, condition=fact.condition,
        pack=fact.pack or claim.pack, low=number.value, high=number.value, how=how, period_span=item.mark,
        period_origin=item.mark, readings=readings,
    )  # fmt: skip
