"""The rows of the kinds of claims: each names what reads it and what flags it, and nobody lists kinds anywhere else."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from factcheck.api import shipped_reference
from factcheck.checks.register import RULES
from factcheck.document.load import read_file
from factcheck.language.language import load
from factcheck.listing import list_claims
from factcheck.reading.claim_kinds import KINDS, VALUE, Kind

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "factcheck"
ROOMS = ("reading", "judging", "checks", "filters", "fixes", "explain", "report", "cli")
"""Those above the table; a pack has tables of ranks and of counts, whatever a claim is."""
ROWS = [*KINDS.values(), VALUE]


@pytest.mark.parametrize("kind", ROWS, ids=[kind.name for kind in ROWS])
def test_a_row_names_its_reader_its_rule_and_so_its_cases(kind: Kind) -> None:
    assert (PACKAGE / kind.reader).is_file()
    if kind.rule:
        assert kind.rule in {rule.name for rule in RULES}
        assert (ROOT / f"tests/checks/rules/{kind.rule}.toml").is_file()


def test_every_claim_is_of_a_row_or_of_a_measure() -> None:
    reference = shipped_reference()
    measures = {name for pack in reference.packs for name in pack.measures}
    assert measures & KINDS.keys() == set()
    for article in sorted((ROOT / "articles").iterdir()):
        claims = list_claims(read_file(str(article)), reference).claims
        assert {judged.claim.kind for judged in claims} <= {*KINDS, *measures}, article.name


def test_kinds_are_listed_in_one_place() -> None:
    """What two and more kinds have in common is an attribute of their rows."""
    listed = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for room in ROOMS
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Tuple | ast.List | ast.Set)
        and len(node.elts) > 1
        and all(isinstance(one, ast.Constant) and one.value in KINDS for one in node.elts)
    ]
    assert listed == []


BLOCKS = {"paragraph", "heading", "title", "item", "row", "header", "caption", "boilerplate", "field"}
"""Kinds of blocks and sentences; sums have the kinds of their shapes, or were searched for by their amounts."""


def _strings(node: ast.AST) -> list[str]:
    many = node.elts if isinstance(node, ast.Tuple | ast.List | ast.Set) else [node]
    return [one.value for one in many if isinstance(one, ast.Constant) and isinstance(one.value, str) and one.value]


def test_a_kind_that_is_asked_for_is_one_that_there_is() -> None:
    """A slip in it would be a comparison that never holds."""
    shapes = {shape.kind for shape in load("id").changes.shapes} | {"amounts"}
    paths = [path for room in ROOMS for path in sorted((PACKAGE / room).rglob("*.py"))]
    nodes = [node for path in paths for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    sides = [[node.left, *node.comparators] for node in nodes if isinstance(node, ast.Compare)]
    compared = [one for side in sides if any(getattr(each, "attr", "") == "kind" for each in side) for one in side]
    given = [node.value for node in nodes if isinstance(node, ast.keyword) and node.arg == "kind"]
    asked = {word for node in (*compared, *given) for word in _strings(node)}
    assert {"count", "rank", "row"} <= asked <= {*KINDS, *BLOCKS, *shapes}
