"""Of what is kept in pieces as little is read as is asked for, however much there is."""

from __future__ import annotations

import os
from itertools import product
from pathlib import Path
from string import ascii_lowercase

import pytest

from factcheck.cache.branches import Branches, Chunks, branched, chunked
from factcheck.cache.pieces import open_parts, write_parts

WORDS = ["".join(letters) for letters in product(ascii_lowercase, repeat=3)]


def opened(path: Path, words: list[str]) -> tuple[Branches[str, int], Chunks[str]]:
    """A table of words and their places, and the list of them, as kept at a path."""
    write_parts(path, {"table": branched({word: place for place, word in enumerate(words)}), "list": chunked(words)})
    parts = open_parts(path, dict)
    assert parts is not None
    return Branches(parts["table"]), Chunks(parts["list"])


def test_what_is_kept_is_what_was_kept(tmp_path: Path) -> None:
    table, listed = opened(tmp_path / "x.names", WORDS)
    assert [*listed] == WORDS
    assert listed[-3:] == WORDS[-3:]
    assert dict(table) == {word: place for place, word in enumerate(WORDS)}
    assert table.get("qqqq") is None
    assert "zzz" in table


def test_little_is_read_of_a_large_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(os, "pread"):
        pytest.skip("read by other means")
    read: list[int] = []
    pread = os.pread

    def noting(file: int, size: int, at: int) -> bytes:
        read.append(size)
        return pread(file, size, at)

    monkeypatch.setattr(os, "pread", noting)
    path = tmp_path / "x.names"
    table, listed = opened(path, WORDS)
    assert (table["fac"], listed[7_000]) == (WORDS.index("fac"), WORDS[7_000])
    assert sum(read) < path.stat().st_size / 20


def test_a_word_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table, listed = opened(tmp_path / "x.names", WORDS)
    asked = [table.get(word) for word in ("fac", "qq", "")], listed[9]
    monkeypatch.setattr(os, "pread", None)
    assert ([table.get(word) for word in ("fac", "qq", "")], listed[9]) == asked
