"""Which rules speak: the table of cases in selection.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.filters.selection import Layer, decide, loudness

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "selection.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_decision(case: dict[str, Any]) -> None:
    layers = [Layer(name, tuple(select), tuple(ignore)) for name, select, ignore in case["layers"]]
    assert decide(case["rule"], layers) == (case["speaks"], case["reason"])


@pytest.mark.parametrize(
    ("said", "loud"),
    [
        ([], "error"),
        ([("wrong-value", "info")], "info"),
        ([("wrong-*", "info")], "info"),
        ([("wrong-value", "warning"), ("all", "info")], "warning"),
        ([("wrong-rank", "info")], "error"),
    ],
)
def test_loudness(said: list[tuple[str, str]], loud: str) -> None:
    assert loudness("wrong-value", "error", [Layer("factcheck.toml", severity=tuple(said))]) == loud


def test_the_nearer_of_two_severities_counts() -> None:
    far, near = Layer("factcheck.toml", severity=(("all", "info"),)), Layer("near", severity=(("all", "warning"),))
    assert loudness("wrong-value", "error", [far, near]) == "warning"
