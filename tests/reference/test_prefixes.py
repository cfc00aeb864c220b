"""What stands before the names of a kind is said once, in the descriptor: "Pemkot Jambi"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from factcheck.reference.ask.reference import Reference, load
from factcheck.reference.packs.shipped import shipped_packs

PackWith = Callable[[Sequence[Sequence[str]]], Path]
PREFIXES = '"prefixes": {"pasar": {"id": ["UPTD", "Kantor Pasar"], "en": ["Market of"]}},\n    "trust"'
ROWS = "Lasar,1.2,,\nKantor Pos,1.2,,\nUPTD Lasar,2.1,,\nOld Market,1.2,,en\n"


@pytest.fixture
def reference(pack_with: PackWith) -> Reference:
    head = ["aliases.csv", "alias,id,note", "alias,id,note,language"]
    rows = [
        "aliases.csv",
        "Pasar Lama Utara,1.2,\nPsr. Baru,1.1,\n",
        f"Pasar Lama Utara,1.2,,\nPsr. Baru,1.1,,\n{ROWS}",
    ]
    found, problems = load([pack_with([["datapackage.json", '"trust"', PREFIXES], head, rows])])
    assert problems == ()
    return found


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("uptd psr. baru", ("1.1",)),
        ("market of psr. baru", ("1.1",)),
        ("kantor pasar lasar", ("1.2",)),
        ("kantor pasar lama", ()),  # of a name, nothing is made: only of an alias
    ],
)
def test_a_prefix_stands_before_each_alias_of_its_kind(reference: Reference, name: str, ids: tuple[str, ...]) -> None:
    assert reference.aliases.get(name, ()) == ids


def test_a_form_that_the_table_gives_to_somebody_is_theirs_alone(reference: Reference) -> None:
    assert reference.aliases["uptd lasar"] == ("2.1",)


def test_an_alias_that_begins_as_a_prefix_gets_no_other(reference: Reference) -> None:
    assert "uptd kantor pos" not in reference.aliases


def test_an_alias_of_one_language_gets_the_prefixes_of_that_one(reference: Reference) -> None:
    assert reference.aliases["market of old market"] == ("1.2",)
    assert "uptd old market" not in reference.aliases


@pytest.mark.parametrize("name", ["pemkot jambi", "kab. tator", "pemda kabupaten oku timur", "pemprov sumut"])
def test_regions_that_ship_are_known_with_what_stands_before_them(name: str) -> None:
    assert load(shipped_packs())[0].aliases[name]


def test_a_written_form_of_one_regency_is_not_made_of_another() -> None:
    aliases = load(shipped_packs())[0].aliases
    assert aliases["mura"] == ("16.05", "62.12")
    assert aliases["pemkab mura"] == ("16.05",)
