"""The codes of other offices that packs bring: the statistics office numbers regions otherwise than Home Affairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.reference.packs.csv_table import read_table, read_text
from factcheck.reference.packs.descriptor import read_descriptor
from factcheck.reference.packs.shipped import DESCRIPTOR


def office_codes(packs: Sequence[Path]) -> Mapping[str, str]:
    """Code -> id, of all tables of the role `codes`."""
    found: dict[str, str] = {}
    for pack in packs:
        text, _ = read_text(pack / DESCRIPTOR)
        info, _ = read_descriptor(text, str(pack / DESCRIPTOR), str(pack)) if text else (None, ())
        for role, name in info.resources if info else ():
            if role == "codes":
                found |= _codes(pack / name)
    return found


def _codes(path: Path) -> dict[str, str]:
    table, _ = read_table(path)
    if table is None:
        return {}
    code, id = table.columns["code"], table.columns["id"]
    return {row.cells[code]: row.cells[id] for row in table.rows}
