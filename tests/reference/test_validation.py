"""What does not hang together in a pack is named at its place, as an error or as a warning."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from factcheck.model import Problem
from factcheck.reference.packs.pack import read_pack
from factcheck.reference.validation.validate import validate

CASES = tomllib.loads((Path(__file__).parent / "cases/validation.toml").read_text(encoding="utf-8"))["case"]


def shown(problem: Problem) -> str:
    return f"{Path(problem.path).name}:{problem.line}:{problem.column} {problem.message}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_validation(case: dict[str, Any], pack_with: Callable[[Sequence[Sequence[str]]], Path]) -> None:
    pack, problems = read_pack(pack_with(case["edits"]))
    assert pack is not None
    assert problems == ()
    diagnosis = validate([pack])
    assert sorted(map(shown, diagnosis.errors)) == sorted(case["errors"])
    assert sorted(map(shown, diagnosis.warnings)) == sorted(case["warnings"])
