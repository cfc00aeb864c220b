"""What stands twice in tables: a region in two rows, figures of two series under one name, a region in two borders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from factcheck.cache.patterns import compiled
from factcheck.model import EntityRecord
from factcheck.reference.importing.cell_value import value_of
from factcheck.reference.importing.matching import Matched
from factcheck.reference.importing.table_words import words
from factcheck.reference.importing.unpivot import Observation
from factcheck.reference.packs.info import Measure
from factcheck.typed import NamedTuple

_BRACKETS = compiled(r"[(\[]([^()\[\]]*)[)\]]")


class Twice(NamedTuple):
    """A region in several rows of a table, with the cells of its name: what it was a part of has changed."""

    id: str
    cells: tuple[str, ...]


class Border(NamedTuple):
    """A region whose figures up to the period `last` are those of what it was with `parts`, from `first` on without."""

    id: str
    last: str
    first: str
    parts: tuple[str, ...]


def twice_there(matched: Sequence[Matched]) -> tuple[Twice, ...]:
    """The regions that several rows of one table tell of for the same thing, not all of them with a figure."""
    rows: dict[tuple[str, str, str, str, str, int], dict[str, bool]] = {}
    for one in matched:
        about = one.about
        key = (one.id, about.sheet.file, about.sheet.name, about.period, about.label, about.column)
        rows.setdefault(key, {})[about.sheet.cell_name(about.row, about.named)] = _filled(about)
    found: dict[str, dict[str, None]] = {}
    for key, cells in rows.items():
        if len(cells) > 1 and not all(cells.values()):
            found.setdefault(key[0], {}).update(dict.fromkeys(cells))
    return tuple(Twice(id, tuple(cells)) for id, cells in found.items())


def _filled(about: Observation) -> bool:
    return value_of(about.cell, "", -1).value is not None


def series_named(labels: Mapping[str, Measure], titles: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Measures with what tells figures of one series from those of another: several labels that go into one measure, or
    what the label or a title says of a method, and the measure's words do not."""
    of: dict[str, list[str]] = {}
    for label, measure in labels.items():
        of.setdefault(measure.name, []).append(label)
    for name, some in of.items():
        if len(some) > 1:
            yield name, tuple(some)
            continue
        said = {word.casefold() for words in labels[some[0]].words.values() for word in words}
        if told := tuple(dict.fromkeys(one for text in (*some, *titles) for one in _of_series(text, said))):
            yield name, told


def _of_series(text: str, said: Set[str]) -> Iterator[str]:
    """What stands in square brackets, or in others and says which series it is, and words outside them that say so."""
    yield from (match[0] for match in _BRACKETS.finditer(text) if match[0][0] == "[" or _says_series(match[1]))
    rest = _BRACKETS.sub(" ", text)
    if _says_series(rest) and not any(_says_series(word) for word in said):
        yield " ".join(rest.split())


def _says_series(text: str) -> bool:
    low = f" {' '.join(text.casefold().split())} "
    return any(f" {word} " in low for word in words()["series"])


def borders(held: Mapping[str, Set[str]], entities: Mapping[str, EntityRecord]) -> tuple[Border, ...]:
    """The regions of which figures are held both from before others were taken out of them and from after; `held` are
    the ids with figures by period."""
    parts: dict[str, list[str]] = {}
    for one in entities.values():
        if one.out_of:
            parts.setdefault(one.out_of, []).append(one.id)
    found = []
    for id, some in parts.items():
        before = [period for period, ids in held.items() if id in ids and ids.isdisjoint(some)]
        after = [period for period, ids in held.items() if id in ids and not ids.isdisjoint(some)]
        if before and after and max(before) < min(after):
            found.append(Border(id, max(before), min(after), tuple(some)))
    return tuple(found)
