"""Docstrings read as they were written: no line of one or two words in the middle of a paragraph, left by a re-wrap."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "factcheck"
WIDTH = 119
VERBATIM = "\b"
"""Heads what the command line shows as it stands."""


def _paragraphs(text: str) -> Iterator[list[str]]:
    lines = (line.rstrip() for line in text.split("\n"))
    yield from ([*group] for filled, group in groupby(lines, key=bool) if filled)


def _broken(text: str) -> Iterator[str]:
    for lines in _paragraphs(text):
        if lines[0].strip() == VERBATIM:
            continue
        for line, following in pairwise(lines):
            same = len(line) - len(line.lstrip()) == len(following) - len(following.lstrip())
            if same and len(line.split()) < 3 and len(line) + len(following.split()[0]) < WIDTH:
                yield line.strip()


def test_no_line_is_left_alone() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}: {line}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        for line in _broken(ast.get_docstring(node) or "")
    ]
    assert found == []
