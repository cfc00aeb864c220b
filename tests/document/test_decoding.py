"""Bytes to text: the table of cases in decoding.toml, and the size of a file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.document.decode import SIZE_LIMIT, decode
from factcheck.errors import FactcheckError

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "decoding.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_decoding(case: dict[str, Any]) -> None:
    data = case["bytes"].encode("latin-1")
    if "text" in case:
        assert decode(data) == case["text"]
        return
    with pytest.raises(FactcheckError, match=case["says"]) as caught:
        decode(data, "draft.txt")
    assert (caught.value.path, caught.value.line) == ("draft.txt", case.get("line", 0))


def test_too_large() -> None:
    with pytest.raises(FactcheckError, match="too large"):
        decode(b"a" * (SIZE_LIMIT + 1))
