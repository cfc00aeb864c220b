"""Which of several sources is preferred where they speak of the same thing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from operator import attrgetter

from factcheck.model import Fact, Value
from factcheck.typed import NamedTuple

Key = tuple[str, ...] | str


class Camp(NamedTuple):
    """The sources that say one value: how trusted the best of them is, how many they are, their facts."""

    level: int
    voices: int
    facts: tuple[Fact, ...]


def settle(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The same facts without copies, `trust` made final: 0 for the preferred value, more for lesser ones.

    For each thing spoken of the value of the most trusted source is preferred, among equally trusted ones
    that of most sources. Values that nothing decides between all keep 0: they are disputed. A value printed
    with fewer decimals agrees with the exact one that it rounds or cuts off.
    """
    by_key: dict[Key, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_key[_key(fact)].append(fact)
    return tuple([fact for group in by_key.values() for fact in _settle_one(group)])


def by_trust(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Preferred facts first, later periods before earlier ones."""
    ordered = sorted(facts, key=lambda fact: fact.trust)
    return tuple(sorted(ordered, key=lambda fact: fact.period, reverse=True))


_key = attrgetter("pack", "measure", "entity", "period", "group", "scope", "condition")


def _settle_one(facts: list[Fact]) -> list[Fact]:
    if len(facts) == 1:
        return facts if facts[0].trust == 0 else [facts[0]._replace(trust=0)]
    camps = sorted(
        (_camp(group) for group in _camps(list(dict.fromkeys(facts)))),
        key=lambda camp: (camp.level, -camp.voices),
    )
    settled: list[Fact] = []
    trust = 0
    for number, camp in enumerate(camps):
        if number and camp[:2] != camps[number - 1][:2]:
            trust = number
        settled.extend([fact if fact.trust == trust else fact._replace(trust=trust) for fact in camp.facts])
    return settled


def _camp(facts: list[Fact]) -> Camp:
    ordered = sorted(facts, key=lambda fact: (fact.trust, -places(fact.value)))
    return Camp(ordered[0].trust, len({fact.source for fact in facts}), tuple(ordered))


def _camps(facts: list[Fact]) -> list[list[Fact]]:
    camps: list[list[Fact]] = []
    for fact in sorted(facts, key=lambda fact: -places(fact.value)):
        for camp in camps:
            if _agree(fact, camp[0]):
                camp.append(fact)
                break
        else:
            camps.append([fact])
    return camps


def _agree(rough: Fact, exact: Fact) -> bool:
    if rough.of and exact.of and rough.of != exact.of:
        return False
    return rough.value == exact.value or rounds(rough.value, exact.value)


def rounds(rough: Value, exact: Value) -> bool:
    """Whether `rough` is `exact` rounded or cut off to fewer decimals: 83.6 for 83.58, 94 for 94.2."""
    if not isinstance(rough, Decimal) or not isinstance(exact, Decimal):
        return False
    step = Decimal(1).scaleb(-places(rough))
    return places(rough) < places(exact) and (abs(rough - exact) <= step / 2 or 0 <= exact - rough < step)


def places(value: Value) -> int:
    """How many decimals a value is written with."""
    if not isinstance(value, Decimal):
        return 0
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def index(facts: Iterable[Fact], *fields: str) -> Mapping[Key, tuple[Fact, ...]]:
    """Facts by the named fields, in the order in which they come."""
    key = attrgetter(*fields)
    found: dict[Key, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[key(fact)].append(fact)
    return {name: tuple(group) for name, group in found.items()}
