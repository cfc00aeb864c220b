"""Which kinds are regions, and of which level, is said by a pack: no module knows a kind by name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.api import shipped_reference
from factcheck.reading.group.counted import is_national
from factcheck.reference.ask.computed import groups_of, is_local
from factcheck.reference.packs.info import LEVELS

PACKAGE = Path(__file__).parents[2] / "factcheck"
REFERENCE = shipped_reference()
KINDS = sorted({entity.kind for entity in REFERENCE.entities.values()} | {n for p in REFERENCE.packs for n in p.groups})


@pytest.mark.parametrize(
    ("group", "national", "local"),
    [
        ("provinsi", True, False),
        ("kementerian+lembaga", True, False),
        ("all", True, False),
        ("pemda", False, True),
        ("kabupaten+kota", False, True),
        ("kota", False, False),
        ("", False, False),
    ],
)
def test_where_a_group_is_counted_and_which_is_said_for_which(group: str, national: bool, local: bool) -> None:
    assert (is_national(REFERENCE, group), is_local(REFERENCE, group)) == (national, local)


def test_daerah_may_hold_the_province_or_not() -> None:
    assert groups_of(REFERENCE, "pemda") == ("pemda", "kabupaten+kota")
    assert groups_of(REFERENCE, "kota") == ("kota",)
    assert groups_of(REFERENCE, "") == ("kabupaten+kota", "pemda", "all")


def test_each_region_is_of_a_level() -> None:
    levels = {kind: REFERENCE.level(kind) for kind in ("negara", "provinsi", "kabupaten", "kota", "kementerian")}
    assert tuple(dict.fromkeys(levels.values())) == (*LEVELS, "")


@pytest.mark.parametrize("room", ["reading", "judging", "checks", "reference/ask", "explain", "fixes"])
def test_no_module_knows_a_kind_by_name(room: str) -> None:
    named = re.compile(rf"[\"'](?:{'|'.join(map(re.escape, KINDS))})[\"']")
    texts = ((path, path.read_text("utf-8")) for path in sorted((PACKAGE / room).rglob("*.py")))
    code = ((path, re.sub(r'"""(?:[^"]|"(?!""))*"""|#.*', "", text)) for path, text in texts)
    assert [f"{path.name}: {found}" for path, text in code for found in named.findall(text)] == []
