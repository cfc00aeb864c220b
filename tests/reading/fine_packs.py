"""The pack of the tests that has no words, in a unit and a size of the caller's."""

from __future__ import annotations

import csv
import shutil
from decimal import Decimal
from pathlib import Path

from subject_drafts import with_pack

from factcheck.api import shipped_reference
from factcheck.reference.ask.reference import Reference

PACK = Path(__file__).with_name("without_words")
MEASURE = "angka-melek-peta"


def fine_pack(folder: Path, unit: str, part: int = 10) -> Reference:
    """The pack without words in another unit, each figure of it a tenth, or other part: 63,7 is 6,37."""
    shutil.copytree(PACK, folder)
    table = folder / "facts.csv"
    head, *rows = csv.reader(table.read_text(encoding="utf-8").splitlines())
    finer = [[*row[:2], str(Decimal(row[2]) / part), "karangan", "", "", "", ""] for row in rows]
    table.write_text("\n".join(map(",".join, [head, *finer])) + "\n", encoding="utf-8")
    return _in_unit(folder, unit)


def whole_pack(folder: Path, unit: str) -> Reference:
    """The pack in a unit, with two years of all provinces that there were in both, declared complete: each rose by 0,20
    but for every third, which fell by 0,10."""
    shutil.copytree(PACK, folder)
    table, complete = folder / "facts.csv", folder / "complete.csv"
    head = table.read_text(encoding="utf-8").splitlines()[0]
    entities = shipped_reference().entities.values()
    provinces = [one.id for one in entities if one.kind == "provinsi" and one.since < "2021"]
    steps = [Decimal("-0.1") if at % 3 == 0 else Decimal("0.2") for at in range(len(provinces))]
    rows = [(name, 5 + Decimal(at) / 20, step) for at, (name, step) in enumerate(zip(provinces, steps, strict=True))]
    rows.append(("ID", Decimal(6), Decimal("0.1")))
    lines = [
        f"{name},{year},{value + step * later},karangan,,,,"
        for name, value, step in rows
        for year, later in ((2021, 0), (2022, 1))
    ]
    table.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    whole = "".join(f"{year},provinsi,ID,karangan,\n" for year in (2021, 2022))
    complete.write_text(complete.read_text(encoding="utf-8") + whole, encoding="utf-8")
    return _in_unit(folder, unit)


def _in_unit(folder: Path, unit: str) -> Reference:
    descriptor = folder / "datapackage.json"
    told = descriptor.read_text(encoding="utf-8").replace('"decimals": 1', '"decimals": 2')
    descriptor.write_text(told.replace('"unit": "percent"', f'"unit": "{unit}"'), encoding="utf-8")
    return with_pack(folder)
