"""Counts that stand in one run share their region, year and group: what explains most of them is meant for all.

"Dari 22 kabupaten/kota, 13 merah, sembilan kuning", "16 hijau, 13 kuning dan 5 merah", "179 in 2021, 272 in 2022": one
count alone fits some region and year by chance, a run of them does not; the odd one out is then a slip.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from factcheck.language.written import Number
from factcheck.model import COUNTRY, Claim, Fact, How, Span
from factcheck.reading.evidence.explained_counts import ASSESSED, all_groups, conditions_at, counts, whole
from factcheck.reading.period.marks import in_date, of_another
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.counts import of_two_words
from factcheck.reference.ask.computed import groups_of, is_local
from factcheck.reference.ask.reference import Reference
from factcheck.typed import NamedTuple

AHEAD = 6
"""So many mentions behind a number the word that it counts may stand."""
NEAR = 4
"""So many mentions behind a number a word may stand that makes it a part."""
PAIR = 2
TELLING = 5
"""A smaller count fits by chance."""
ENOUGH = 3
"""What the right ones of a run must weigh, a telling count two and a small one one."""
LED = (Tag.COUNT_EXISTS, Tag.STATE_BEFORE, Tag.COLON, Tag.ENTITY_PLACES, Tag.RANK_NATIONAL)
"""What may stand between a word of a scale and the number behind it."""
STOPS = (Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.BIND_AND, Tag.BIND_CLAUSE, Tag.CLOSE)


class Item(NamedTuple):
    """A count of a run: its place and number, what it counts, the group beside it, the year written with it, and the
    part of the run that is of one year."""

    at: int
    number: Number
    condition: str
    group: str
    year: str
    mark: Span | None
    part: int


class Slot(NamedTuple):
    """Where and of which group a run counts, and the year of each of its parts."""

    scope: str
    group: str
    years: tuple[str, ...]
    right: int
    weight: int


def counted_run(
    frame: Frame, group: str, scopes: Sequence[str], years: Sequence[str], setting: Setting
) -> Iterator[tuple[Item, Fact]]:
    """Each count of a sentence's run with what the reference counts there; nothing where no region, group and years
    explain most of the run."""
    items = _items(frame)
    if len(items) < PAIR:
        return
    told = dict.fromkeys([item.group for item in items if item.group] + ([group] if group else []))
    groups = [*told] if told else ["", *all_groups(setting.reference)]
    slots = [_slot(items, scope, name, years, setting) for scope in scopes for name in groups]
    best = max(slots, key=lambda slot: slot.weight, default=None)
    if best is None or best.right < PAIR or best.weight < ENOUGH or len(items) - best.right > max(1, len(items) // 3):
        return
    for item in items:
        fact = _meant(item, best, setting)
        if fact is not None:
            yield item, fact


def _items(frame: Frame) -> list[Item]:
    marks = [
        at
        for at in sorted({*frame.having(Tag.YEAR_DIGITS), *frame.having(Tag.YEAR)})
        if frame.mentions[at].tags.get(Tag.YEAR, "0") not in ("word", "future") and not in_date(frame, at)
        and not of_another(frame, at)
    ]  # fmt: skip
    bare: list[Item] = []
    wider = frame.having(Tag.RANK_NATIONAL)[:1]
    for at in frame.having(FIGURES, wider[0] if wider and frame.has(Tag.BIND_AND, wider[0] - 1, wider[0]) else 0):
        item = _item(frame, at, bare[-1].condition if bare else "")
        if item is not None:
            bare.append(item)
    leading = bool(bare and marks) and marks[0] < bare[0].at
    return _parted(frame, bare, marks, leading)


def _parted(frame: Frame, bare: Sequence[Item], marks: Sequence[int], leading: bool) -> list[Item]:
    """The items with their years: of the year in front of them, or of the one right behind each; a new part begins
    with a new year, or where a word is counted a second time."""
    found: list[Item] = []
    part, seen, last = 0, set[str](), -1
    for place, item in enumerate(bare):
        after = bare[place + 1].at if place + 1 < len(bare) else len(frame.mentions)
        mine = [at for at in marks if (at < item.at if leading else item.at < at < after)]
        mark = (mine[-1] if leading else mine[0]) if mine else -1
        if mark != last or item.condition in seen:
            part, seen = part + 1, set()
        seen.add(item.condition)
        last = mark
        digits = frame.mentions[mark].tags.get(Tag.YEAR_DIGITS, "") if mark >= 0 else ""
        span = Span(frame.mentions[mark].start, frame.mentions[mark].end) if digits else None
        found.append(item._replace(year=digits, mark=span, part=part))
    return found


def _item(frame: Frame, at: int, last: str) -> Item | None:
    """The count at a place; `last` is what the one before it counts: "316 pada 2021 dan turun menjadi 250"."""
    number = whole(frame, at)
    if number is None or number.value < 1 or frame.has(Tag.COUNT_PART, at + 1, at + NEAR):
        return None  # "bersama 8 provinsi lainnya": some of them
    word, group = _behind(frame, at)
    if word and frame.before(at, Tag.RANK_AMONG, 1):  # "8 dari 34 pemda yang hijau": the 34 are all
        return Item(at, number, ASSESSED, group, "", None, 0)
    if not word and not frame.before(at, Tag.RANK_AMONG):
        word = _before(frame, at)
    group = group or _fronted(frame, at)
    if not word and group and (frame.before(at, Tag.RANK_AMONG, 1) or _assessed(frame, at)):
        word = ASSESSED
    if not word and last and frame.before(at, Tag.BIND_TO):
        word = last
    return Item(at, number, word, group, "", None, 0) if word else None


def _assessed(frame: Frame, at: int) -> bool:
    return any(Tag.COUNT_ASSESSED in one.tags for one in frame.mentions[at + 1 : at + 4])


def _behind(frame: Frame, at: int) -> tuple[str, str]:
    """The word of a scale that a number counts, up to the end of its clause, and the group on the way to it."""
    group, place, last = "", at + 1, min(len(frame.mentions), at + 1 + AHEAD)
    while place < last:
        mention = frame.mentions[place]
        if Tag.OPEN in mention.tags:  # "21 (84 persen) hijau"
            place = next((one for one in range(place, last) if Tag.CLOSE in frame.mentions[one].tags), last) + 1
            continue
        condition = next(conditions_at(frame, place), "")
        if condition:
            return "" if of_two_words(frame, place) else condition, group or _group(frame, place + 1)
        if mention.tags.keys() & set(STOPS) or (mention.ids and frame.roles[place] == "subject"):
            break
        if mention.number is not None and Tag.RANK_AMONG not in frame.mentions[place - 1].tags:
            break
        group = group or mention.tags.get(Tag.GROUP, "")
        place += 1
    return "", group


def _fronted(frame: Frame, at: int) -> str:
    """ "untuk kota, 4 hijau", "Lembaga 12 hijau dan tiga kuning": the group named in front of its number, with no end
    of a clause and no region between."""
    found = ""
    for place in range(at - 1, max(-1, at - 1 - AHEAD), -1):
        mention = frame.mentions[place]
        if Tag.GROUP in mention.tags:  # the first of several: "dari delapan pemda termasuk provinsi, tujuh hijau"
            found = mention.tags[Tag.GROUP]
        if mention.tags.keys() & {Tag.STOP, Tag.SEMICOLON, Tag.BIND_CLAUSE} or mention.ids:
            break
    return found


def _group(frame: Frame, at: int) -> str:
    near = frame.mentions[at : at + 1]
    return next((one.tags[Tag.GROUP] for one in near if Tag.GROUP in one.tags), "")


def _before(frame: Frame, at: int) -> str:
    """ "yang hijau 36", "kuning hanya dua", "Zona merah: 3": the word right in front of its number."""
    for place in range(at - 1, max(-1, at - 1 - AHEAD), -1):
        mention = frame.mentions[place]
        condition = next(conditions_at(frame, place), "")
        if condition:
            near = frame.close(place, place + 1) or Tag.COLON in frame.mentions[place + 1].tags
            return condition if near else ""
        where = mention.ids and (frame.roles[place] in ("place", "scope") or COUNTRY in mention.ids)
        if not where and not mention.tags.keys() & set(LED):
            return ""
        if not frame.close(place, place + 1) and Tag.COLON not in mention.tags:
            return ""
    return ""


def _slot(items: Sequence[Item], scope: str, group: str, years: Sequence[str], setting: Setting) -> Slot:
    """How well a region and group explain a run, each part of it in the year that explains most of it."""
    chosen, right, weight = [], 0, 0
    for _, part in groupby(items, key=lambda item: item.part):
        own = list(part)
        periods = _near(own[0].year) if own[0].year else [year for year in years if year not in chosen] or list(years)
        fits = {year: _fits(own, Slot(scope, group, (), 0, 0), year, setting) for year in periods}
        year = max(fits, key=lambda one: fits[one][1], default="")
        chosen.append(year)
        right += fits[year][0] if year else 0
        weight += fits[year][1] if year else 0
    return Slot(scope, group, tuple(chosen), right, weight)


def _near(year: str) -> list[str]:
    """A written year, and those next to it: the year may be the slip."""
    return [year, str(int(year) - 1), str(int(year) + 1)]


def _fits(items: Sequence[Item], slot: Slot, year: str, setting: Setting) -> tuple[int, int]:
    right = [
        item for item in items if any(fact.value == item.number.value for fact in _facts(item, slot, year, setting))
    ]
    return len(right), sum(2 if item.number.value >= TELLING else 1 for item in right)


def _facts(item: Item, slot: Slot, year: str, setting: Setting) -> list[Fact]:
    """What the reference counts of an item in a year, in its own group or that of the run."""
    groups = groups_of(setting.reference, item.group or slot.group)
    return [
        fact
        for pack in setting.packs
        for fact in counts(setting.reference, slot.scope, year, item.condition, pack)
        if fact.group in groups and not fact.trust
    ]


def _meant(item: Item, slot: Slot, setting: Setting) -> Fact | None:
    """What an item of a run should say: what it does say where the reference has that too."""
    facts = _facts(item, slot, slot.years[item.part - 1], setting)
    right = next((fact for fact in facts if fact.value == item.number.value), None)
    group = item.group or slot.group
    return right or next((fact for fact in facts if fact.group == group), None)


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
