"""What explains a count: how many of a group the reference has in a zone, with a letter, or assessed at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factcheck.language.written import Number
from factcheck.model import COUNTRY, Claim, Fact, Span
from factcheck.reading.evidence.figures import named_at
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.computed import computed_count, groups_of, stated_counts
from factcheck.reference.ask.reference import Reference

ASSESSED = "assessed"
HUNDRED = 100
NOTHING = Number(0, 0, Decimal(0), Decimal(1), "", "", Span(0, 0))
SMALL = 10
"""A number below this is explained only beside the word for what is counted."""
RUN = 3
"""So many groups counted in one sentence tell its year."""
TOPIC = 60
"""How strong the year of a claim is that the article alone tells."""
NEAR = 2
"""Words that may stand between a number and what it counts."""


class Place(NamedTuple):
    """What the sentence of a number says of it: the regions, years and groups that it may be counted in, and the
    conditions that it may be counted under, each with the likeliest first."""

    scopes: Sequence[str]
    periods: Sequence[str]
    groups: Sequence[str]
    conditions: Sequence[str]


def whole(frame: Frame, at: int) -> Number | None:
    """The whole number at a place that may count something."""
    number = frame.mentions[at].number
    if number is None or number.unit or number.quantum != 1 or number.form not in ("digits", "word"):
        return None
    return None if "year.digits" in frame.mentions[at].tags else number


def explain(number: Number, place: Place, setting: Setting) -> Fact | None:
    """The count of the reference that the number states, of the likeliest region, year, group and condition."""
    for period in place.periods:
        for scope in place.scopes:
            for condition in place.conditions:
                for fact in _counted(setting, scope, period, condition):
                    if fact.value == number.value and fact.group in place.groups and not fact.trust:
                        return fact
    return None


def _counted(setting: Setting, scope: str, period: str, condition: str) -> list[Fact]:
    return [fact for pack in setting.packs for fact in counts(setting.reference, scope, period, condition, pack)]


def counts(reference: Reference, scope: str, period: str, condition: str, pack: str) -> list[Fact]:
    """What a pack counts in a region and year under a condition: stated rows, then those of complete tables."""
    stated = [fact for fact in stated_counts(reference, scope, condition, pack) if fact.period == period]
    computed = [computed_count(reference, condition, group, scope, period, pack) for group in _groups(reference)]
    return [*stated, *(fact for fact in computed if fact is not None)]


@lru_cache(maxsize=8)
def _groups(reference: Reference) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for info in reference.packs for name in (*info.groups, *info.kinds)))


def group_beside(frame: Frame, at: int) -> str:
    """The group named right behind a number, brackets with a share skipped: "53 (54,08 persen) pemkot"."""
    place = at + 1
    if place < len(frame.mentions) and "group" in frame.mentions[place].tags and frame.close(at, place, NEAR):
        return frame.mentions[place].tags["group"]
    return ""


def conditions(frame: Frame, at: int) -> list[str]:
    """The conditions that the words of scales in the sentence make, the nearest behind the number first."""
    found = sorted(frame.having(SCALED), key=lambda place: (place < at, abs(place - at)))
    return list(dict.fromkeys(condition for place in found for condition in _conditions(frame, place)))


def _conditions(frame: Frame, place: int) -> Iterator[str]:
    for tag, word in frame.mentions[place].tags.items():
        if tag.startswith("value."):
            yield f"{tag.partition('.')[2]}:{word.rpartition(':')[2]}"


def settle_counts(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, main: str) -> list[Claim]:
    """The counts put right by what explains them, and those that only the evidence reads."""
    if not setting.packs:
        return list(claims)
    read = {claim.start: claim for claim in claims if claim.kind == "count"}
    taken = {claim.start for claim in claims if claim.kind not in ("count", "name")}
    taken |= {claim.of_span.start for claim in claims if claim.of_span is not None}
    region = _region(frames, setting)
    found: dict[int, Claim] = {}
    group, years = "", [main] if main else []
    named = _named_years(frames)
    block = -1
    for frame in frames:
        if frame.sentence.block != block:
            block, group, years = frame.sentence.block, "", [main] if main else []
        here = _years(frame)
        years = [*here, *years] if here else years
        together = _together(frame, dict.fromkeys([*years, *named]), region, setting)
        if together:
            years = [together, *years]
        for at in frame.having(FIGURES):
            number = whole(frame, at)
            if number is None or number.figure.start in taken:
                continue
            told = [together] if together and group_beside(frame, at) else years[:3]
            place = _place(frame, at, group, told, region, setting)
            claim = read.get(number.figure.start)
            if claim is not None and together and claim.period_span is None and claim.strength <= TOPIC:
                claim = claim._replace(period=together, period_origin=None)
            fact = _explained(frame, at, number, place, claim, setting)
            if fact is None and claim is not None and claim.period != read[claim.start].period:
                found[claim.start] = claim
            if fact is not None and claim is not None and _year_only(claim, fact):  # it may be the slip: see year_slips
                found[claim.start] = claim._replace(readings=((fact.entity, fact.period), *claim.readings))
            elif fact is not None:
                found[number.figure.start] = _count(frame, number, fact, claim)
        group = _last_group(frame) or group
        found.update(_in_step(frame, read, taken, found))
    kept = [found.pop(claim.start, claim) if claim.kind == "count" else claim for claim in claims]
    return [*kept, *found.values()]


def _year_only(claim: Claim, fact: Fact) -> bool:
    """Whether what explains a count differs from it in nothing but a year that is written."""
    same = (claim.subject, claim.condition) == (fact.entity, fact.condition)
    return same and claim.period_origin is not None and claim.period != fact.period


def _named_years(frames: Sequence[Frame]) -> list[str]:
    """The years that the article names, be it in a date, the most frequent first."""
    times: Counter[str] = Counter()
    for frame in frames:
        times.update(_years(frame))
        times.update(str(mention.date.year) for mention in frame.mentions if mention.date and mention.date.year)
    return [year for year, _ in times.most_common(4)]


def _together(frame: Frame, periods: Iterable[str], region: str, setting: Setting) -> str:
    """The year in which the reference counts all of a run of groups as the sentence does: "24 kementerian, 15 lembaga,
    34 pemerintah provinsi"; empty where no year does, or the sentence counts fewer than three."""
    run = [at for at in frame.having(FIGURES) if group_beside(frame, at) and whole(frame, at)]
    if len(run) < RUN or frame.having("year.digits"):
        return ""
    fits: Counter[str] = Counter()
    for period in periods:
        for at in run:
            number = whole(frame, at)
            place = _place(frame, at, "", (period,), region, setting)
            fits[period] += number is not None and explain(number, place, setting) is not None
    best = fits.most_common(2)
    if not best or best[0][1] < max(RUN - 1, len(run) - 1) or (len(best) > 1 and best[1][1] == best[0][1]):
        return ""
    return best[0][0]


def _explained(
    frame: Frame, at: int, number: Number, place: Place, claim: Claim | None, setting: Setting
) -> Fact | None:
    if claim is not None:
        groups = groups_of(setting.reference, claim.group) if claim.group else place.groups
        own = Place((claim.subject,), (claim.period,), groups, (claim.condition,))
        if explain(number, own, setting) is not None:
            return None
        found = explain(number, place, setting)
        if found is None and not group_beside(frame, at) and number.value >= SMALL:
            found = explain(number, place._replace(groups=_groups(setting.reference)), setting)
        return found
    beside = group_beside(frame, at)
    if number.value < SMALL and not (beside and place.conditions and place.conditions[0] != ASSESSED):
        return None
    if not beside and (number.form != "digits" or not place.conditions):
        return None
    found = explain(number, place, setting)
    if found is None and not beside and number.value >= SMALL:  # the group of the sentence may be another's
        found = explain(number, place._replace(groups=_groups(setting.reference)), setting)
    return found


def _place(frame: Frame, at: int, group: str, years: Sequence[str], region: str, setting: Setting) -> Place:
    beside = group_beside(frame, at)
    told = beside or _group_before(frame, at) or group
    groups = groups_of(setting.reference, told) if told else _groups(setting.reference)
    scopes = dict.fromkeys([*_regions(frame, setting), *([region] if region else []), COUNTRY])
    words = conditions(frame, at)
    if beside or (words and (frame.mentions[at].number or NOTHING).value >= HUNDRED):
        words = [*words, ASSESSED]
    return Place(tuple(scopes)[:3], years, groups, words[:4])


def _years(frame: Frame) -> list[str]:
    return [frame.mentions[at].tags["year.digits"] for at in frame.having("year.digits")]


def _group_before(frame: Frame, at: int) -> str:
    places = frame.having("group", 0, at)
    return frame.mentions[places[-1]].tags["group"] if places else ""


def _last_group(frame: Frame) -> str:
    places = frame.having("group")
    return frame.mentions[places[-1]].tags["group"] if places else ""


def _regions(frame: Frame, setting: Setting) -> list[str]:
    """The provinces named in the sentence."""
    return [name for _, ids in named_at(frame) for name in ids if _is_province(name, setting)]


def _region(frames: Sequence[Frame], setting: Setting) -> str:
    """The province that most of the named regions lie in."""
    times: Counter[str] = Counter()
    for frame in frames:
        for _, ids in named_at(frame):
            for name in ids[:1]:
                record = setting.reference.entities.get(name)
                if record is not None and name != COUNTRY:
                    times[name if record.parent in ("", COUNTRY) else record.parent] += 1
    return next((name for name, _ in times.most_common(1)), "")


def _is_province(name: str, setting: Setting) -> bool:
    record = setting.reference.entities.get(name)
    return record is not None and record.parent == COUNTRY and bool(setting.reference.members("kabupaten+kota", name))


def _count(frame: Frame, number: Number, fact: Fact, claim: Claim | None) -> Claim:
    sentence = frame.sentence
    bare = claim or Claim(
        "", "count", _pack(fact), "count", *number.figure, number.value, voice=sentence.voice, sentence=sentence.place
    )
    return bare._replace(
        subject=fact.entity, scope=fact.entity, period=fact.period, group=fact.group, condition=fact.condition,
        low=number.value, high=number.value, how=("subject: explained by the reference", "year: explained by the reference"),
        period_span=None, readings=(),
    )  # fmt: skip


def _pack(fact: Fact) -> str:
    return fact.pack


def _in_step(
    frame: Frame, read: Mapping[int, Claim], taken: Iterable[int], found: Mapping[int, Claim]
) -> dict[int, Claim]:
    """ "25 kementerian, 14 lembaga, 24 pemerintah provinsi …": what two or more of a run count, the others count too."""
    explained = [claim for claim in found.values() if claim.sentence == frame.sentence.place]
    by_condition: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in explained:
        by_condition[claim.subject, claim.period, claim.condition].append(claim)
    made: dict[int, Claim] = {}
    for (_, _, condition), alike in by_condition.items():
        if len(alike) < 2 or condition != ASSESSED:
            continue
        for at in frame.having(FIGURES):
            number, group = whole(frame, at), group_beside(frame, at)
            if number is None or not group or number.figure.start in found or number.figure.start in taken:
                continue
            if number.figure.start not in read:
                made[number.figure.start] = alike[0]._replace(
                    start=number.figure.start, end=number.figure.end, value=number.value,
                    low=number.value, high=number.value, group=group,
                )  # fmt: skip
    return made
