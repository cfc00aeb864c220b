"""The schema in docs/ says of a descriptor what the reader says of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcheck.reference.edit.new import new_files
from factcheck.reference.packs import descriptor
from factcheck.reference.packs.descriptor import read_descriptor
from factcheck.reference.packs.roles import ROLES
from factcheck.reference.packs.shipped import shipped_packs

jsonschema = pytest.importorskip("jsonschema")

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs/pack.schema.json").read_text("utf-8"))
PACKS = [*shipped_packs(), Path(__file__).parent / "base"]


def fits(stated: object) -> bool:
    return bool(jsonschema.Draft202012Validator(SCHEMA).is_valid(stated))


def read(stated: object) -> bool:
    return not read_descriptor(json.dumps(stated), "datapackage.json", "")[1]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.name)
def test_packs_fit(path: Path) -> None:
    assert fits(json.loads((path / "datapackage.json").read_text("utf-8")))


def test_a_new_pack_fits() -> None:
    assert fits(json.loads(new_files("harga-beras")["datapackage.json"]))


def test_it_names_the_keys_that_are_read() -> None:
    ours = SCHEMA["properties"]["factcheck"]["properties"]
    assert tuple(ours) == descriptor.OURS
    assert tuple(ours["subject"]["properties"]) == descriptor.SUBJECT
    assert tuple(ours["rank"]["properties"]) == descriptor.RANK
    assert tuple(SCHEMA["$defs"]["measure"]["properties"]) == descriptor.MEASURE
    role = SCHEMA["properties"]["resources"]["items"]["properties"]["factcheck"]["properties"]["role"]
    assert role["enum"] == list(ROLES)


SLIPS: dict[str, Callable[[Any], object]] = {
    "no_name": lambda top: top.pop("name"),
    "a_newer_format": lambda top: top["factcheck"].update(format=2),
    "a_key_that_is_none": lambda top: top["factcheck"].update(meassures={}),
    "a_key_of_a_measure_that_is_none": lambda top: top["factcheck"]["measures"]["score"].update(wrods={}),
    "words_without_a_language": lambda top: top["factcheck"]["subject"].update(names=["pasar"]),
    "a_number_that_is_none": lambda top: top["factcheck"]["measures"]["score"].update(minimum="null"),
    "a_unit_that_is_no_text": lambda top: top["factcheck"]["measures"]["score"].update(unit=5),
    "an_unknown_order": lambda top: top["factcheck"].update(rank={"measure": "score", "order": "up"}),
    "a_table_elsewhere": lambda top: top["resources"][0].update(path="../facts.csv"),
    "a_table_at_the_root": lambda top: top["resources"][0].update(path="/facts.csv"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_both_refuse(slip: str) -> None:
    top = json.loads((PACKS[-1] / "datapackage.json").read_text("utf-8"))
    assert fits(top)
    assert read(top)
    SLIPS[slip](top)
    assert not fits(top)
    assert not read(top)
