"""How the lines of a file become blocks: the table of cases in blocks.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.document.read_document import read_document
from factcheck.model import Block, Document

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "blocks.toml").read_text("utf-8"))["case"]


def shown(document: Document, block: Block) -> list[object]:
    kind = f"{block.kind} {block.number}" if block.number else block.kind
    if block.cells:
        return [kind, [squeezed(document.plain[start:end]) for start, end in block.cells]]
    return [kind, squeezed(document.plain[block.start : block.end])]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_blocks(case: dict[str, Any], line_end: str) -> None:
    text = case["text"].replace("\n", line_end)
    document = read_document(f"draft.{case.get('format', 'txt')}", text.encode())
    found = [shown(document, block) for block in document.blocks]
    assert found == [[kind, squeezed(parts)] for kind, parts in case["blocks"]]


def squeezed(parts: str | list[str]) -> object:
    """A joined line end is as many blanks as it has characters: blanks are not counted."""
    return " ".join(parts.split()) if isinstance(parts, str) else [squeezed(part) for part in parts]
