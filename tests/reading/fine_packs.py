"""The pack of the tests that has no words, in a unit and a size of the caller's."""

from __future__ import annotations

import csv
import shutil
from decimal import Decimal
from pathlib import Path

from subject_drafts import with_pack

from factcheck.reference.ask.reference import Reference

PACK = Path(__file__).with_name("without_words")
MEASURE = "angka-melek-peta"


def fine_pack(folder: Path, unit: str, part: int = 10) -> Reference:
    """The pack without words in another unit, each figure of it a tenth, or other part: 63,7 is 6,37."""
    shutil.copytree(PACK, folder)
    table, descriptor = folder / "facts.csv", folder / "datapackage.json"
    head, *rows = csv.reader(table.read_text(encoding="utf-8").splitlines())
    finer = [[*row[:2], str(Decimal(row[2]) / part), "karangan", "", "", "", ""] for row in rows]
    table.write_text("\n".join(map(",".join, [head, *finer])) + "\n", encoding="utf-8")
    told = descriptor.read_text(encoding="utf-8").replace('"decimals": 1', '"decimals": 2')
    descriptor.write_text(told.replace('"unit": "percent"', f'"unit": "{unit}"'), encoding="utf-8")
    return with_pack(folder)
