"""All that the reference holds, as plain tuples, dictionaries, strings and numbers: what `marshal` can write.

Decimals stand as strings and dates as ISO text; `thaw_*` make records of them as they are asked for.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from operator import attrgetter

from factcheck.model import Band, Erratum, Event, Fact
from factcheck.reference.packs.info import Measure, PackInfo
from factcheck.typed import Any, NamedTuple, TypeVar

Record = TypeVar("Record", Fact, Erratum)

Plain = tuple[Any, ...]
"""A record as a plain tuple."""

Places = Mapping[tuple[str, ...] | str, tuple[int, ...]]
"""Where the rows of a key stand in their table, preferred sources first."""


PLACE = "place"
"""Of this kind are the names of regions: of entities that lie in another one."""

Beside = Mapping[str, Mapping[str, int]]
"""Word -> a word that stands beside it in a name -> the number of the shortest such name."""


class SpeltNames(NamedTuple):
    """The names of two words and more: which words stand behind and before each, and in which name.

    `names` are the name, its kind, where it comes from and the row there.
    """

    behind: Beside
    before: Beside
    names: Sequence[tuple[str, str, str, str]]


class Shelf(NamedTuple):
    """Facts or errata as plain rows, with the places of the rows by each of the keys that are asked for."""

    rows: Sequence[Plain]
    places: tuple[Places, ...]


class Content(NamedTuple):
    """Everything: see `Reference` for what each part answers."""

    packs: tuple[Plain, ...]
    entities: tuple[Plain, ...]
    aliases: Mapping[str, tuple[str, ...]]
    people: tuple[Plain, ...]
    institutions: tuple[Plain, ...]
    expansions: Mapping[str, tuple[int, ...]]
    """Which rows of the institutions bear a name or a short form, by its words or folded."""
    spelt: Plain
    """How names are spelt, word by word: see `written_names`."""
    laws: tuple[Plain, ...]
    events: tuple[Plain, ...]
    bands: tuple[Plain, ...]
    complete: tuple[Plain, ...]
    facts: Shelf
    ranks: Shelf
    counts: Shelf
    errata: Shelf
    bearers: Mapping[str, tuple[str, ...]]
    """Whose value a figure is, by the figure: who of a text is known by its figures."""
    dated: bool
    """Whether any fact says when it became known."""
    indexes: tuple[tuple[str, str], ...] = ()
    """The packs whose facts, ranks and counts lie in a file of their own: name, path of the index."""
    districts: str = ""
    """The parts of regions, a line each: the letters of the name, the ids of the regions, the name. They are thousands,
    and one long text is read in no time."""
    days: tuple[str, ...] = ()
    """The days on which facts became known, the earliest first; none where they are not all told here."""
    newest: Mapping[tuple[str, str, str, str], str] = {}
    """The newest year of each table with one day for several years: see `known_days`."""
    editions: Mapping[str, tuple[Plain, ...]] = {}
    """The rows of each edition of a contest, by what it is called."""
    edition_figures: Mapping[str, tuple[str, ...]] = {}
    """What the editions are called in which somebody has a figure, by the figure."""


def shelve(records: Iterable[Record], freeze: Callable[[Record], Plain], *keys: tuple[str, ...]) -> Shelf:
    """Records in their order, findable by each of the `keys`, a key being the names of one or more fields."""
    ordered = tuple(records)
    places = []
    for key in keys:
        found: dict[tuple[str, ...] | str, list[int]] = defaultdict(list)
        name = attrgetter(*key)
        for place, record in enumerate(ordered):
            found[name(record)].append(place)
        places.append({name: tuple(some) for name, some in found.items()})
    return Shelf(tuple([freeze(record) for record in ordered]), tuple(places))


def freeze_fact(fact: Fact) -> Plain:
    """The fact as a plain tuple: last of all, whether its value is a number."""
    return (*fact[:4], str(fact.value), *fact[5:], isinstance(fact.value, Decimal))


def thaw_fact(row: Plain) -> Fact:
    """The fact that `freeze_fact` froze."""
    value = Decimal(row[4]) if row[14] else row[4]
    return Fact(row[0], row[1], row[2], row[3], value, *row[5:14])


def freeze_erratum(erratum: Erratum) -> Plain:
    """The erratum as a plain tuple: last of all, whether its value is a number."""
    return (*erratum[:4], str(erratum.value), *erratum[5:], isinstance(erratum.value, Decimal))


def thaw_erratum(row: Plain) -> Erratum:
    """The erratum that `freeze_erratum` froze."""
    value = Decimal(row[4]) if row[12] else row[4]
    return Erratum(row[0], row[1], row[2], row[3], value, *row[5:12])


def freeze_info(info: PackInfo) -> Plain:
    """The descriptor as a plain tuple."""
    measures = {
        name: tuple(str(part) if isinstance(part, Decimal) else part for part in measure)
        for name, measure in info.measures.items()
    }
    return tuple(info._replace(measures=measures))  # type: ignore[arg-type]


def thaw_info(row: Plain) -> PackInfo:
    """The descriptor that `freeze_info` froze."""
    info = PackInfo(*row)
    return info._replace(measures={name: _thaw_measure(part) for name, part in info.measures.items()})


def _thaw_measure(row: Sequence[Any]) -> Measure:
    measure = Measure(*row)
    least, most = measure.minimum, measure.maximum
    return measure._replace(
        minimum=None if least is None else Decimal(least), maximum=None if most is None else Decimal(most)
    )


def freeze_band(band: Band) -> Plain:
    """The band as a plain tuple."""
    return tuple(band._replace(low=str(band.low), high=str(band.high)))  # type: ignore[arg-type]


def thaw_band(row: Plain) -> Band:
    """The band that `freeze_band` froze."""
    return Band(*row)._replace(low=Decimal(row[4]), high=Decimal(row[5]))


def freeze_event(event: Event) -> Plain:
    """The event as a plain tuple."""
    return (event.day.isoformat(), *event[1:])


def thaw_event(row: Plain) -> Event:
    """The event that `freeze_event` froze."""
    return Event(date.fromisoformat(row[0]), *row[1:])
