"""A pack of as many invented facts as are wanted, the same every time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Shape(NamedTuple):
    """So many facts: each of the entities has each of the measures in each of the periods."""

    entities: int
    measures: int
    periods: int

    @property
    def facts(self) -> int:
        return self.entities * self.measures * self.periods


SHAPES = {
    10_000: Shape(500, 4, 5),
    1_000_000: Shape(5_000, 4, 50),
    10_000_000: Shape(10_000, 10, 100),
}


def write_pack(folder: Path, shape: Shape) -> None:
    """Writes the pack: entities.csv, facts.csv and their descriptor."""
    folder.mkdir(parents=True)
    measures = [f"m{number}" for number in range(shape.measures)]
    with (folder / "entities.csv").open("w", encoding="utf-8") as stream:
        stream.write("id,name,kind,parent\n")
        stream.writelines(f"x{number},Balai Contoh {number},balai,\n" for number in range(shape.entities))
    with (folder / "facts.csv").open("w", encoding="utf-8") as stream:
        stream.write(f"entity,period,{','.join(measures)},source\n")
        stream.writelines(_rows(shape))
    (folder / "datapackage.json").write_text(json.dumps(_descriptor(measures), indent=1), encoding="utf-8")


def _rows(shape: Shape) -> Iterator[str]:
    for period in range(shape.periods):
        for entity in range(shape.entities):
            values = ",".join(value_of(entity, measure, period) for measure in range(shape.measures))
            yield f"x{entity},{1900 + period},{values},https://example.org/{period}/{entity % 97}\n"


def value_of(entity: int, measure: int, period: int) -> str:
    """The value that the pack holds, with two decimals."""
    return f"{(entity * 7919 + measure * 104_729 + period * 1_299_709) % 1_000_000 / 100:.2f}"


def _descriptor(measures: list[str]) -> object:
    return {
        "name": "synthetic",
        "title": "Invented facts",
        "resources": [
            {"name": name, "path": f"{name}.csv", "factcheck": {"role": name}} for name in ("entities", "facts")
        ],
        "factcheck": {
            "format": 1,
            "subject": {"names": {"id": ["Balai"]}, "topics": {"id": ["contoh"]}},
            "measures": {
                name: {"kind": "amount", "type": "number", "decimals": 2, "words": {"id": [f"ukuran {name}"]}}
                for name in measures
            },
        },
    }
