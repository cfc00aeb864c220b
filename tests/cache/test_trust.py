"""What is kept between runs is believed only where nobody else could write it, and only as it was written."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cache.folder import cache_folder
from factcheck.cache.kept import read_kept, write_kept
from factcheck.cache.pieces import Parts, open_parts, write_parts
from factcheck.reference.index.seal import is_sealed, seal

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


def test_the_folder_is_the_users_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "kept"))
    assert cache_folder() == tmp_path / "kept"
    (tmp_path / "kept").mkdir(mode=0o777)
    (tmp_path / "kept").chmod(0o777)
    assert cache_folder() == tmp_path / "kept"
    assert stat.S_IMODE((tmp_path / "kept").stat().st_mode) == 0o700
    (tmp_path / "link").symlink_to(tmp_path / "kept")
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "link"))
    assert cache_folder() is None
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "kept"))
    assert cache_folder() is None


def test_no_byte_of_a_kept_file_can_change(tmp_path: Path) -> None:
    path = tmp_path / "x.words"
    value = {"satu": (1, 2.5, "kata"), "dua": [None, True, b"byte"]}
    write_kept(path, value)
    whole = path.read_bytes()
    assert read_kept(path) == value
    for place in range(len(whole)):
        for flip in (1, 0x80, 0xFF):
            damaged = bytearray(whole)
            damaged[place] ^= flip
            path.write_bytes(damaged)
            assert read_kept(path) is None
    for end in range(len(whole)):
        path.write_bytes(whole[:end])
        assert read_kept(path) is None


PARTS: Parts = {"kata": {"sa": b"satu", "du": b"dua"}, "daftar": {0: b"nol" * 9, -1: b""}, "kosong": {}}


def read_parts(path: Path) -> tuple[dict[str, dict[object, bytes]], list[str]]:
    """What is read of parts at a path, and how often they had to be made anew."""
    made: list[str] = []

    def anew() -> Parts:
        made.append("anew")
        return PARTS

    found = open_parts(path, anew) or anew()
    return {name: dict(part) for name, part in found.items()}, made


def test_no_byte_of_a_file_of_pieces_can_change(tmp_path: Path) -> None:
    path = tmp_path / "x.names"
    write_parts(path, PARTS)
    whole = path.read_bytes()
    assert read_parts(path) == (PARTS, [])
    for place in range(len(whole)):
        for flip in (1, 0x80, 0xFF):
            damaged = bytearray(whole)
            damaged[place] ^= flip
            path.write_bytes(damaged)
            assert read_parts(path) == (PARTS, ["anew"])
    for end in range(len(whole)):
        path.write_bytes(whole[:end])
        assert read_parts(path) == (PARTS, ["anew"])


def test_a_file_of_pieces_under_another_name_is_none(tmp_path: Path) -> None:
    write_parts(tmp_path / "a.names", PARTS)
    (tmp_path / "a.names").rename(tmp_path / "b.names")
    assert open_parts(tmp_path / "b.names", lambda: PARTS) is None


def test_what_is_damaged_while_it_is_open_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "x.names"
    write_parts(path, PARTS)
    parts = open_parts(path, lambda: PARTS)
    assert parts is not None
    words = parts["kata"]
    path.write_bytes(b"")
    assert dict(words) == PARTS["kata"]
    assert dict(parts["daftar"]) == PARTS["daftar"]


def test_a_kept_file_under_another_name_is_none(tmp_path: Path) -> None:
    write_kept(tmp_path / "a.words", {"x": 1})
    (tmp_path / "a.words").rename(tmp_path / "b.words")
    assert read_kept(tmp_path / "b.words") is None


def test_what_a_killed_process_left_half_written_is_swept(tmp_path: Path) -> None:
    script = "import os; from factcheck.files import own_name; from pathlib import Path; own_name(Path('.')).touch()"
    subprocess.run([sys.executable, "-c", script], cwd=tmp_path, env=ENVIRONMENT, check=True)
    assert len(list(tmp_path.iterdir())) == 1
    write_kept(tmp_path / "a.words", {"x": 1})
    assert [path.name for path in tmp_path.iterdir()] == ["a.words"]


def test_an_index_that_was_changed_is_none(tmp_path: Path) -> None:
    path = tmp_path / "x.index"
    path.write_bytes(b"0123456789")
    assert not is_sealed(path)
    seal(path)
    assert is_sealed(path)
    path.touch()
    assert is_sealed(path)
    for place in range(10):
        path.write_bytes(b"0123456789"[:place] + b"x" + b"0123456789"[place + 1 :])
        assert not is_sealed(path)
