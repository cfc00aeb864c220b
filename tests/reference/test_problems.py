"""Every mistake in a pack is named with file, line and column, all in one run."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from factcheck.model import Problem
from factcheck.reference.packs.pack import read_pack

CASES = tomllib.loads((Path(__file__).parent / "cases/problems.toml").read_text(encoding="utf-8"))["case"]

PackWith = Callable[[Sequence[Sequence[str]]], Path]


def shown(problem: Problem) -> str:
    return f"{Path(problem.path).name}:{problem.line}:{problem.column} {problem.message}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_reading(case: dict[str, Any], pack_with: PackWith) -> None:
    _, problems = read_pack(pack_with(case["edits"]))
    assert sorted(map(shown, problems)) == sorted(case["problems"])


def test_a_folder_without_a_descriptor_is_a_problem(tmp_path: Path) -> None:
    pack, problems = read_pack(tmp_path)
    assert pack is None
    what = "there is no pack in this folder: `factcheck reference import` and `reference new` make one"
    assert [shown(problem) for problem in problems] == [f"datapackage.json:0:0 {what}"]


def test_a_table_in_another_encoding_is_a_problem_with_its_line(pack_with: PackWith) -> None:
    folder = pack_with([])
    (folder / "laws.csv").write_bytes("kind,short\nPeraturan,Café\n".encode("cp1252"))
    _, problems = read_pack(folder)
    assert [shown(problem) for problem in problems] == [
        "laws.csv:2:0 not UTF-8: save it from the spreadsheet as “CSV UTF-8”"
    ]
