"""Counts put right by what explains them: the run of groups of a sentence tells its year, and the rest its own."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from factcheck.cache.once import once
from factcheck.language.figures import Number
from factcheck.model import COUNTRY, Claim, Fact, How, Strength
from factcheck.reading.evidence.counts.explained_counts import (
    ASSESSED,
    BACK,
    NEXT,
    SMALL,
    Place,
    all_groups,
    conditions_at,
    explain,
    group_beside,
    place_of,
    regions_in,
    whole,
)
from factcheck.reading.period.marks import ends_programme
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame, places_with, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.computed import groups_of
from factcheck.typed import NamedTuple

RUN = 3
"""So many groups counted in one sentence tell its year."""
ALIKE = 2
MANY = 12
"""So many years, the nearest of those told before in a paragraph, may be that of a count."""
LISTED = ("item", "row", "header")
NAMED = 4
"""So many conditions that were named last may be what a run counts."""


class Heard(NamedTuple):
    """What the sentences before say of a count: the group and the conditions last named, and the years in which it may
    be, nearest first."""

    group: str = ""
    years: Sequence[str] = ()
    conditions: Sequence[str] = ()


class CountContext(NamedTuple):
    """What is the same for all counts of an article: its region, the years it names, what is read already."""

    setting: Setting
    region: str
    named: Sequence[str]
    read: Mapping[int, Claim]
    taken: Collection[int]


SOUGHT, DATED = frozenset((Tag.GROUP, SCALED, Tag.COUNT_ASSESSED)), frozenset((Tag.YEAR_DIGITS, Tag.YEAR))
"""What a sentence has of which something is heard: a group or a condition; a year."""
COUNTABLE = frozenset((SCALED, Tag.COUNT_ASSESSED))
"""What a sentence has that names something to be counted."""


def settle_counts(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, main: str) -> list[Claim]:
    """The counts put right by what explains them, and those that only the evidence reads."""
    if not setting.packs:
        return list(claims)
    read = {claim.start: claim for claim in claims if claim.kind == "count"}
    taken = {claim.start for claim in claims if isinstance(claim.value, Decimal) and claim.kind != "count"}
    taken |= {claim.of_span.start for claim in claims if claim.of_span is not None}
    told = CountContext(setting, region_of(frames, setting), _named_years(frames), read, taken)
    found: dict[int, Claim] = {}
    start = Heard(years=[main] if main else [])
    heard, block = start, -1
    for run in _runs(frames):
        listed = _of_run(run, heard, told) if len(run) > 1 else {}
        for frame in run:
            if frame.sentence.block != block:
                heard, block = start._replace(conditions=heard.conditions), frame.sentence.block
            if not DATED.isdisjoint(frame.tagged) and (years := _years(frame) or _counted_years(frame, main)):
                heard = heard._replace(years=[*years, *heard.years][:MANY])
            if FIGURES in frame.tagged and (len(run) > 1 or _may_count(frame, read)):
                found.update(_of_frame(frame, heard, told, listed))
            heard = _after(frame, heard)
    counted = {**read, **found}
    near = _near_counts(counted.values(), frames)
    if any(_has_unread(frame, counted, taken) for frame in with_tag(frames, FIGURES) if frame.sentence.place in near):
        from factcheck.reading.evidence.counts.count_series import Told, count_series

        series = Told(counted, taken, told.region, main or max(told.named, default=""), setting, near)
        for frame, number, fact in count_series(frames, series):
            found[number.figure.start] = _count(frame, number, fact, counted.get(number.figure.start))
    kept = [found.pop(claim.start, claim) if claim.kind == "count" else claim for claim in claims]
    return [*kept, *found.values()]


def _near_counts(counts: Iterable[Claim], frames: Sequence[Frame]) -> Collection[int]:
    """The places of the sentences near which something is counted, or named that may be."""
    named = [frame.sentence.place for frame in frames if not COUNTABLE.isdisjoint(frame.tagged)]
    read = {claim.sentence + step for claim in counts for step in range(-NEXT, BACK + 1)}
    return read.union(place + step for place in named for step in range(BACK + 1))


def _may_count(frame: Frame, read: Collection[int]) -> bool:
    """Whether a figure of a sentence is read as a count, or the sentence has what one counts."""
    if frame.has(Tag.GROUP) or frame.has(SCALED):
        return True
    numbers = (frame.mentions[at].number for at in frame.having(FIGURES))
    return any(number is not None and number.figure.start in read for number in numbers)


def _after(frame: Frame, heard: Heard) -> Heard:
    """What is heard after a sentence, with the group and the conditions that it names."""
    if SOUGHT.isdisjoint(frame.tagged):
        return heard
    group, named = _last_group(frame), _named(frame)
    if not group and not named:
        return heard
    return heard._replace(group=group or heard.group, conditions=named or heard.conditions)


def _runs(frames: Sequence[Frame]) -> Iterator[Sequence[Frame]]:
    """The sentences in which counts may be one run: each alone, the lines of a list or table together."""
    for listed, run in groupby(frames, key=lambda frame: frame.sentence.kind in LISTED):
        if listed:
            yield list(run)
        else:
            yield from ([frame] for frame in run)


def _named(frame: Frame) -> list[str]:
    """What a sentence says that may be counted: its words of scales, or that somebody was assessed."""
    if not frame.has(SCALED) and not frame.has(Tag.COUNT_ASSESSED):
        return []
    words = dict.fromkeys(one for place in frame.having(SCALED)[:NAMED] for one in conditions_at(frame, place))
    return [*words][:NAMED] or ([ASSESSED] if frame.has(Tag.COUNT_ASSESSED) else [])


def _has_unread(frame: Frame, read: Collection[int], taken: Collection[int]) -> bool:
    """Whether a sentence has a whole number that is read as nothing, and not many of them."""
    starts = (number.figure.start for at in frame.having(FIGURES) if (number := whole(frame, at)) is not None)
    return 0 < sum(start not in read and start not in taken for start in starts) <= MANY


def _of_frame(frame: Frame, heard: Heard, told: CountContext, listed: Mapping[int, Claim]) -> dict[int, Claim]:
    """The counts of a sentence that its evidence reads or puts right, by their place; `listed` are those that the list
    it stands in explains."""
    mine = [mention.number.figure.start for mention in frame.mentions if mention.number is not None] if listed else ()
    found = {start: listed[start] for start in mine if start in listed} or _of_run([frame], heard, told)
    run, within, together = frozenset(found), "", _together(found.values())
    for at in frame.having(FIGURES):
        number = whole(frame, at)
        if number is None or number.figure.start in told.taken or number.figure.start in found:
            continue
        nearest = [together] if together and group_beside(frame, at) else [*filter(None, [together]), *heard.years][:3]
        place = place_of(frame, at, heard.group, nearest, told.region, told.setting)
        place = place._replace(scopes=(within,)) if within and _may_lie_in(frame, at, told.setting) else place
        within = within or _region_of_whole(number, place, told.setting)
        claim = told.read.get(number.figure.start)
        counted = _put_right(frame, at, number, place, claim, together, told.setting)
        if counted is not None:
            found[number.figure.start] = counted
    if len(frame.having(FIGURES)) >= ALIKE and frame.has(SCALED):
        found.update((start, claim) for start, claim in _slipped(frame, told, found).items() if start not in run)
    return found


def _region_of_whole(number: Number, place: Place, setting: Setting) -> str:
    """The province all of whose governments a number counts, and in which the numbers behind it lie: "Dari 22
    kabupaten/kota, 13 merah"; empty where it counts something else."""
    fact = explain(number, place, setting) if place.conditions == [ASSESSED] else None
    return fact.entity if fact is not None and fact.entity != COUNTRY else ""


def _may_lie_in(frame: Frame, at: int, setting: Setting) -> bool:
    """Whether neither the group of a number nor a word in front of it says that it is one of the whole country."""
    beside = group_beside(frame, at)
    if not beside or frame.has(Tag.RANK_NATIONAL, 0, at):
        return not frame.has(Tag.RANK_NATIONAL, 0, at)
    from factcheck.reading.group.counted import is_national

    return not is_national(setting.reference.whole, beside)


def _slipped(frame: Frame, told: CountContext, found: Mapping[int, Claim]) -> dict[int, Claim]:
    """The counts of a sentence that miss by one slip what a right one beside them leads to."""
    places = [number.figure.start for at in frame.having(FIGURES) if (number := whole(frame, at)) is not None]
    here = {start: claim for start in places if (claim := found.get(start) or told.read.get(start)) is not None}
    if not here:  # no right one leads to anything
        return {}
    from factcheck.reading.evidence.counts.slipped_counts import slipped_counts

    return {
        number.figure.start: _count(frame, number, fact, here.get(number.figure.start))
        for number, fact in slipped_counts(frame, here, told.taken, told.setting)
    }


def _of_run(frames: Sequence[Frame], heard: Heard, told: CountContext) -> dict[int, Claim]:
    """The counts of a sentence, or of the lines of a list, that stand in a run which one region, year and group
    explain."""
    figures = sum(len(frame.having(FIGURES)) for frame in frames)
    if figures < ALIKE or not any(frame.has(SCALED) or frame.has(Tag.GROUP) for frame in frames):
        return {}
    from factcheck.reading.evidence.counts.counted_runs import Lead, as_counted, counted_run

    scopes = [region for frame in frames for region in regions_in(frame, told.setting)]
    scopes = [*dict.fromkeys([*scopes, *filter(None, [told.region]), COUNTRY])][:3]
    years = [*dict.fromkeys([*_years_as_read(frames, told), *heard.years, *told.named])]
    own = _named(frames[0]) if len(frames) == 1 else ()
    lead = Lead(heard.group, [*own, *heard.conditions], scopes, years)
    return {
        start: as_counted(told.read.get(start) or _bare(item.frame, item.number), item, fact, told.setting.reference)
        for item, fact in counted_run(frames, lead, told.setting)
        if (start := item.number.figure.start) not in told.taken
    }


def _years_as_read(frames: Sequence[Frame], told: CountContext) -> Iterator[str]:
    """The years under which the sizes of a run were read: as many were assessed in one as in another."""
    for number in (frame.mentions[at].number for frame, at in places_with(frames, FIGURES)):
        claim = told.read.get(number.figure.start) if number is not None else None
        if claim is not None and claim.condition == ASSESSED and claim.period:
            yield claim.period


def _bare(frame: Frame, number: Number) -> Claim:
    sentence = frame.sentence
    return Claim("", "count", "", "count", *number.figure, number.value, voice=sentence.voice, sentence=sentence.place)


def _put_right(
    frame: Frame, at: int, number: Number, place: Place, claim: Claim | None, together: str, setting: Setting
) -> Claim | None:
    """The count as it is explained; None where the claim, or its absence, stands."""
    moved = claim
    if claim is not None and together and claim.period_span is None and claim.strength <= Strength.TOPIC:
        moved = claim._replace(period=together, period_origin=None)
    fact = _explained(frame, at, number, place, moved, setting)
    if fact is None:
        return moved if moved is not claim and moved != claim else None
    if moved is not None and _year_only(moved, fact):  # the year may be the slip: see year_slips
        return moved._replace(readings=((fact.entity, fact.period), *moved.readings))
    return _count(frame, number, fact, moved)


def _year_only(claim: Claim, fact: Fact) -> bool:
    """Whether what explains a count differs from it in nothing but a year that is written."""
    same = (claim.subject, claim.condition) == (fact.entity, fact.condition)
    return same and claim.period_origin is not None and claim.period != fact.period


def _named_years(frames: Sequence[Frame]) -> list[str]:
    """The years that the article names, be it in a date, the most frequent first."""
    times: Counter[str] = Counter()
    for frame in (one for one in frames if Tag.YEAR_DIGITS in one.tagged or Tag.DATE in one.tagged):
        days = [frame.mentions[at].date for at in frame.having(Tag.DATE)]
        dated = [str(day.year) for day in days if day and day.year]
        if named := [*_years(frame), *dated]:
            times.update(named)
    return [year for year, _ in times.most_common(4)]


def _together(run: Collection[Claim]) -> str:
    """The year of the counts of a run, where three and more stand in it and no year is written with them: "24
    kementerian, 15 lembaga, 34 pemerintah provinsi"."""
    years = {claim.period for claim in run}
    return min(years) if len(run) >= RUN and len(years) == 1 and all(not claim.period_span for claim in run) else ""


def _explained(
    frame: Frame, at: int, number: Number, place: Place, claim: Claim | None, setting: Setting
) -> Fact | None:
    if claim is not None:
        groups = groups_of(setting.reference, claim.group) if claim.group else place.groups
        own = Place((claim.subject,), (claim.period,), groups, (claim.condition,))
        if explain(number, own, setting) is not None:
            return None
        akin = place._replace(groups=_akin(claim.group, place.groups, setting))
        found = explain(number, akin, setting)
        if found is None and _is_loose(frame, at, setting) and number.value >= SMALL:
            found = explain(number, _loosely(frame, at, place, setting), setting)
        return found
    beside = group_beside(frame, at)
    if number.value < SMALL and not (beside and place.conditions and place.conditions[0] != ASSESSED):
        return None
    if not beside and (number.form != "digits" or not place.conditions):
        return None
    found = explain(number, place, setting)
    if found is None and _is_loose(frame, at, setting) and number.value >= SMALL:  # its group may be another
        found = explain(number, _loosely(frame, at, place, setting), setting)
    return found


def _loosely(frame: Frame, at: int, place: Place, setting: Setting) -> Place:
    """ "25 ministries, 14 institutions": a place with the groups that the word right behind a number may stand for."""
    return place._replace(groups=_akin(group_beside(frame, at), all_groups(setting.reference), setting))


def _akin(group: str, groups: Sequence[str], setting: Setting) -> Sequence[str]:
    """Those groups that hold regions, where a group holds only such: "24 pemda" are no ministries; else all."""
    reference = setting.reference
    if not group or not all(reference.level(kind) for kind in reference.kinds(group)):
        return groups
    return [one for one in groups if any(reference.level(kind) for kind in reference.kinds(one))]


def _is_loose(frame: Frame, at: int, setting: Setting) -> bool:
    """ "25 ministries, 14 institutions, 34 provincial governments": in a run of groups a word for several of them may
    stand for one; "416 kota" may not."""
    beside = group_beside(frame, at)
    if not beside:
        return not frame.has(Tag.GROUP)  # "kabupaten/kota … dari dua menjadi 22" are no ministries
    return _groups_counted(frame) >= RUN and len(setting.reference.kinds(beside)) != 1


@once
def _groups_counted(frame: Frame) -> int:
    """How many figures of a sentence stand in front of a group."""
    return sum(bool(group_beside(frame, at)) for at in frame.having(FIGURES))


def _years(frame: Frame) -> list[str]:
    if Tag.YEAR_DIGITS not in frame.tagged:
        return []
    places = frame.having(Tag.YEAR_DIGITS)
    if Tag.CLOSE in frame.tagged:
        places = [at for at in places if not ends_programme(frame, at)]
    return [frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in places]


def _counted_years(frame: Frame, main: str) -> list[str]:
    """ "Tahun lalu yang hijau 272": the year counted from that of the article that a sentence begins with."""
    led = frame.having(Tag.YEAR, 0, 1)
    steps = [frame.mentions[at].tags[Tag.YEAR] for at in led]
    return [str(int(main) + int(step)) for step in steps if main.isdigit() and step.startswith("-")]


def _last_group(frame: Frame) -> str:
    places = frame.having(Tag.GROUP)
    return frame.mentions[places[-1]].tags[Tag.GROUP] if places else ""


def region_of(frames: Sequence[Frame], setting: Setting) -> str:
    """The province that most of the named regions lie in."""
    times: Counter[str] = Counter()
    for frame in frames:
        for _, ids in frame.bearers:
            for name in ids[:1]:
                record = setting.reference.entities.get(name)
                if record is not None and name != COUNTRY:
                    times[name if record.parent in ("", COUNTRY) else record.parent] += 1
    return next((name for name, _ in times.most_common(1)), "")


def _count(frame: Frame, number: Number, fact: Fact, claim: Claim | None) -> Claim:
    bare = claim or _bare(frame, number)
    return bare._replace(
        subject=fact.entity, scope=fact.entity, period=fact.period, group=fact.group, condition=fact.condition,
        pack=fact.pack or bare.pack, low=number.value, high=number.value,
        how=(How.SUBJECT_EXPLAINED, How.YEAR_EXPLAINED), period_span=None, readings=(),
    )  # fmt: skip
