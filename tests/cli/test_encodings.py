"""Whatever the encoding of a terminal: JSON is JSON in UTF-8, and what a person reads has escapes for what it lacks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DRAFT = "Piagam “tertinggi” – 🐚 – diserahkan Selasa (2/12/2024).\n"


def said(folder: Path, encoding: str, form: str) -> bytes:
    (folder / "naskah “é”.md").write_text(DRAFT, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "check", ".", "--format", form],
        cwd=folder, capture_output=True, env={**os.environ, "PYTHONIOENCODING": encoding, "NO_COLOR": "1"}, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert done.stderr == b""
    return done.stdout


@pytest.mark.parametrize("encoding", ["ascii:strict", "cp1252"])
def test_json_is_utf_8(encoding: str, tmp_path: Path) -> None:
    (document,) = json.loads(said(tmp_path, encoding, "json").decode())["documents"]
    assert document["path"] == "naskah “é”.md"


def test_what_a_terminal_lacks_is_written_as_json_writes_it(tmp_path: Path) -> None:
    assert said(tmp_path, "ascii", "plain").startswith(rb"naskah \u201c\u00e9\u201d.md:1:")
    assert said(tmp_path, "cp1252", "plain").startswith("naskah “é”.md:1:".encode("cp1252"))
