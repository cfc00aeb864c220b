"""What an edition of a contest gives: the figures of its rows, and those that follow from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from factcheck.language.figures import PERCENT
from factcheck.model import Entry
from factcheck.reference.packs.info import PackInfo
from factcheck.typed import NamedTuple

CHANGE = "difference"
Who = tuple[str, ...]


class Given(NamedTuple):
    """A figure of an edition: of which measure, as which kind of claim, whose (of a difference, of both, of the whole
    of nobody), from which row; `made` is the arithmetic of one that follows."""

    value: Decimal
    measure: str
    kind: str
    who: Who
    entry: Entry
    made: str = ""


class Edition(NamedTuple):
    """A contest as a table of one day had it; `key` is what the reference calls that."""

    key: str
    entries: Sequence[Entry]
    given: Sequence[Given]

    @property
    def entity(self) -> str:
        return self.entries[0].entity

    @property
    def day(self) -> str:
        return self.entries[0].day


def edition(key: str, entries: Sequence[Entry], pack: PackInfo) -> Edition:
    """The edition of these rows, with all that follows from them."""
    return Edition(key, entries, tuple(_given(entries, pack)))


def _given(entries: Sequence[Entry], pack: PackInfo) -> Iterator[Given]:
    shares = [one for one in pack.measures.values() if one.unit == PERCENT and one.reported == "share"]
    share = (shares[0].name, shares[0].kind) if shares else None
    kinds = {name: measure.kind for name, measure in pack.measures.items()}
    for what, parts in _parts(entries).items():
        whole = sum(part.value for part in parts)
        yield from (Given(Decimal(part.value), what, kinds[what], part.who, part) for part in parts)
        row = f"{' + '.join(str(part.value) for part in parts)} = {whole}"
        yield Given(Decimal(whole), what, kinds[what], (), parts[0], row)
        for one, other in combinations(sorted(parts, key=lambda part: -part.value), 2):
            apart = one.value - other.value
            row = f"{one.value} - {other.value} = {apart}"
            yield Given(Decimal(apart), what, CHANGE, (*one.who, *other.who), one, row)
        if share and whole:
            yield from (_share(part.value, whole, share, part) for part in parts)
    for entry in entries:
        if not entry.who:
            yield from _of_all(entry, kinds[entry.what], share)


def _of_all(entry: Entry, kind: str, share: tuple[str, str] | None) -> Iterator[Given]:
    """A figure of the contest as such, the whole that it is a part of, and what is left of that."""
    yield Given(Decimal(entry.value), entry.what, kind, (), entry)
    if entry.of > entry.value:
        left = entry.of - entry.value
        yield Given(Decimal(entry.of), entry.what, kind, (), entry)
        yield Given(Decimal(left), entry.what, kind, (), entry, f"{entry.of} - {entry.value} = {left}")
        if share:
            yield _share(entry.value, entry.of, share, entry)


def _share(part: int, whole: int, share: tuple[str, str], entry: Entry) -> Given:
    value = Decimal(100) * part / whole
    return Given(value, *share, entry.who, entry, f"{part} / {whole} = {value:.3f} %")


def _parts(entries: Sequence[Entry]) -> Mapping[str, Sequence[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.who and entry.value:
            found[entry.what].append(entry)
    return found
