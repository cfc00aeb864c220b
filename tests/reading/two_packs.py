"""Two packs of the tests, each of one measure of all provinces, of which one article may tell."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

from fine_packs import PACK

from factcheck.api import shipped_reference
from factcheck.reference.ask.reference import Reference, load
from factcheck.reference.packs.shipped import shipped_packs

OTHER = "angka melek musik"


def two_packs(folder: Path) -> Reference:
    """The pack without words and one like it of another measure, each complete for two years: of the provinces in the
    order of their codes the first falls and the other rises, by 0,11 and 0,13 from one to the next."""
    first = _whole(folder / "peta", "angka melek peta", Decimal("90.05"), Decimal("-0.37"), Decimal("0.11"))
    other = _whole(folder / "musik", OTHER, Decimal("60.02"), Decimal("0.41"), Decimal("0.13"))
    found, problems = load([*shipped_packs(), first, other])
    assert problems == ()
    return found


def _whole(folder: Path, name: str, start: Decimal, step: Decimal, risen: Decimal) -> Path:
    """A pack of one measure: the figures of a year go from one province to the next by a step."""
    shutil.copytree(PACK, folder)
    descriptor, table, complete = (folder / file for file in ("datapackage.json", "facts.csv", "complete.csv"))
    told = descriptor.read_text(encoding="utf-8").replace('"decimals": 1', '"decimals": 2')
    told = told.replace("angka melek peta", name).replace("Angka Melek Peta", name.title())
    told = told.replace("angka-melek-peta", name.replace(" ", "-")).replace("without-words", name.replace(" ", "-"))
    descriptor.write_text(told, encoding="utf-8")
    head = table.read_text(encoding="utf-8").splitlines()[0].replace("angka-melek-peta", name.replace(" ", "-"))
    provinces = [
        one.id for one in shipped_reference().entities.values() if one.kind == "provinsi" and one.since < "2021"
    ]
    lines = [
        f"{province},{year},{start + step * at + later * (risen + Decimal(at) / 100)},karangan,,,,"
        for at, province in enumerate(provinces)
        for year, later in ((2021, 0), (2022, 1))
    ]
    table.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    whole = "".join(f"{year},provinsi,ID,karangan,\n" for year in (2021, 2022))
    complete.write_text(complete.read_text(encoding="utf-8") + whole, encoding="utf-8")
    return folder
