"""What a figure of a draft may stand for: the values and changes, ranks and counts that are known of those told of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, islice

from factcheck.judging.case import Case
from factcheck.model import COUNTRY, Fact, part_of, year_of
from factcheck.reading.evidence.counts.explained_counts import conditions_at
from factcheck.reading.scan.frame import SCALED
from factcheck.reading.scan.mentions import Tag
from factcheck.reference.ask.computed import groups_of

MANY = 60
"""So many of those whom a draft names are asked for."""
YEARS = 12
"""So many values of one measure and one subject are held against each other."""

ANY_GROUP = "*"
"""In place of a group: any, where none is named beside a number."""
Values = frozenset[Decimal]


@lru_cache(maxsize=2)
def likely_values(case: Case) -> Values:
    """The values of measures, and the changes between two of them, of those whom a draft tells of."""
    return frozenset(_values(case))


@lru_cache(maxsize=2)
def likely_people(case: Case) -> Values:
    """How many people the reference counts of those whom a draft tells of, in any year."""
    setting = case.article.setting
    packs = setting.packs if setting is not None else {}
    counted = {name: [one.name for one in pack.measures.values() if one.counted_in] for name, pack in packs.items()}
    return frozenset(
        value
        for entity, pack in (_asked(case) if any(counted.values()) else ())
        for measure in counted[pack]
        for value in _numbers(case.reference.facts(measure, entity, "", pack))
    )


@lru_cache(maxsize=16)
def likely_changes(case: Case, sentence: int) -> Values:
    """The changes between two values of those whom a sentence names or claims something of."""
    setting = case.article.setting
    packs = setting.packs if setting is not None else {}
    asked = [(name, measure.name) for name, pack in packs.items() for measure in pack.measures.values()]
    named = {mention.ids[0] for mention in case.frames[sentence].mentions if len(mention.ids) == 1}
    told = named | {claim.subject for claim in case.claims.inside(sentence) if claim.subject}
    known = (case.reference.facts(name, subject, "", pack) for subject in told for pack, name in asked)
    return frozenset(size for facts in known for size in _changes(facts))


@lru_cache(maxsize=16)
def likely_ranks(case: Case, sentence: int) -> Values:
    """The ranks of those of whom a sentence or the one before tells, and of whom the draft tells most, in the years
    spoken of."""
    from factcheck.judging.vouching import spoken_years

    setting, near = case.article.setting, range(max(0, sentence - 1), sentence + 1)
    named = {one.ids[0] for at in near for one in case.frames[at].mentions if len(one.ids) == 1}
    named |= {claim.subject for at in near for claim in case.claims.inside(at) if claim.subject}
    told = Counter(claim.subject for claim in case.claims if claim.subject).most_common(1)
    asked = sorted(named | {subject for subject, _ in told})
    known = (
        fact
        for entity in asked
        for pack in (setting.packs if setting is not None else ())
        for fact in case.reference.ranks(entity, "", pack)
    )
    return frozenset(_numbers([fact for fact in known if year_of(fact.period) in spoken_years(case)]))


@lru_cache(maxsize=16)
def likely_counts(case: Case, sentence: int, group: str) -> Values:
    """How many of a group, or of any (`*`), were counted in the regions of a sentence and in that of the draft, in the
    years told; in the country where it is spoken of, or none of those is a region of it. Where the sentence or one
    beside it has a word of a scale, those who bear such a word, or all."""
    about, setting = case.article.about, case.article.setting
    named = {claim.subject for claim in case.claims.inside(sentence)} | ({about.scope} if about else set())
    if case.frames[sentence].has(Tag.RANK_NATIONAL) or not named - {"", COUNTRY}:
        named = named | {COUNTRY}
    years, groups = {year_of(claim.period) for claim in case.claims}, groups_of(case.reference, group)
    near = case.frames[max(0, sentence - 1) : sentence + 2]
    words = {condition for frame in near for at in frame.having(SCALED) for condition in conditions_at(frame, at)}
    known = (
        fact
        for scope in named - {""}
        for pack in (setting.packs if setting is not None else ())
        for fact in case.reference.counts(scope, "", pack)
        if year_of(fact.period) in years and (fact.group in groups or group == ANY_GROUP)
        if not words or fact.condition in words or fact.condition == "assessed"
    )
    sizes = {len(case.reference.members(group, scope)) for scope in named - {"", COUNTRY}} - {0}
    return frozenset(_numbers(list(known))) | frozenset(map(Decimal, sizes))


def _values(case: Case) -> Iterator[Decimal]:
    setting = case.article.setting
    for entity, pack in _asked(case):
        for measure in setting.packs[pack].measures.values() if setting is not None else ():
            facts = case.reference.facts(measure.name, entity, "", pack)
            yield from _numbers(facts)
            yield from _changes(facts)


def _asked(case: Case) -> Iterator[tuple[str, str]]:
    setting = case.article.setting
    packs = tuple(setting.packs) if setting is not None else ()
    return ((entity, pack) for entity in islice(_told_of(case), MANY) for pack in packs)


@lru_cache(maxsize=2)
def _told_of(case: Case) -> Sequence[str]:
    """Those of whom a draft claims something, and those it names, each once."""
    met = (mention for frame in case.frames for mention in frame.mentions if mention.ids)
    named = (mention.ids[0] for mention in met if len(mention.ids) == 1)
    return list(dict.fromkeys((*(claim.subject for claim in case.claims if claim.subject), *named)))


def _changes(facts: Sequence[Fact]) -> Iterator[Decimal]:
    parts: dict[str, list[Decimal]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact.value, Decimal):
            parts[part_of(fact.period)].append(fact.value)
    for values in parts.values():
        yield from (abs(one - other) for one, other in combinations(values[-YEARS:], 2))


def _numbers(facts: Sequence[Fact]) -> Iterator[Decimal]:
    values = (fact.value for fact in facts if isinstance(fact.value, Decimal))
    return (-value if value < 0 else value for value in values)
