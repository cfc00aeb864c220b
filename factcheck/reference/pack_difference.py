"""What changed from one state of a pack to another, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.reference.packs.pack import Pack
from factcheck.reference.validation.keys import KEYS
from factcheck.reference.validation.remarks import lines
from factcheck.typed import NamedTuple

Row = dict[str, str]
"""Column -> cell, empty cells left out."""


class Change(NamedTuple):
    """A row that is new, gone or changed: `sign` is +, - or ~; `cells` are (column, old, new) that differ."""

    sign: str
    table: str
    key: tuple[str, ...]
    cells: tuple[tuple[str, str, str], ...]


def differences(old: Pack, new: Pack) -> Iterator[Change]:
    """The rows that differ, table by table. Rows are the same where all that tells them apart is."""
    for role in KEYS:
        before, after = _rows(old, role), _rows(new, role)
        for key in dict.fromkeys((*before, *after)):
            change = _change(role, key, before.get(key, {}), after.get(key, {}))
            if change.cells:
                yield change


def _change(role: str, key: tuple[str, ...], before: Row, after: Row) -> Change:
    sign = "+" if not before else "-" if not after else "~"
    names = dict.fromkeys((*before, *after))
    pairs = ((name, before.get(name, ""), after.get(name, "")) for name in names)
    return Change(sign, role, key, tuple(pair for pair in pairs if pair[1] != pair[2]))


def _rows(pack: Pack, role: str) -> dict[tuple[str, ...], Row]:
    found: dict[tuple[str, ...], Row] = {}
    for line in lines(pack, role):
        row = {name: line.get(name) for name in line.table.columns if line.get(name)}
        key = tuple(line.get(name) for name in KEYS[role])
        while key in found:  # one source that says two things
            key = (*key, "again")
        found[key] = row
    return found
