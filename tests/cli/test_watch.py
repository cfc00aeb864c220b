"""`factcheck check --watch`, a real process: an article that is saved is checked again, and nothing else."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_command import ENVIRONMENT, run

WRONG = "Piagam diserahkan Selasa (2/12/2024) di balai kota.\n"


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    (tmp_path / "a.md").write_text(WRONG, "utf-8")
    (tmp_path / "b.md").write_text("Hujan turun.\n", "utf-8")
    command = [sys.executable, "-m", "factcheck", "check", "--watch", "."]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=tmp_path, env=ENVIRONMENT, stdout=pipe, stderr=pipe, text=True) as process:
        yield process
        process.kill()


def upto(stream: Iterator[str], sign: str) -> list[str]:
    lines = []
    for line in stream:
        lines.append(line)
        if sign in line:
            break
    return lines


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_what_is_saved_is_checked_again(watching: subprocess.Popen[str], tmp_path: Path) -> None:
    assert watching.stdout
    assert watching.stderr
    assert upto(watching.stdout, "2 articles")[0].startswith("a.md:1:19: error wrong-weekday")
    assert upto(watching.stderr, "watching 2 articles")
    (tmp_path / "b.md").write_text(f"Hujan turun.\n\n{WRONG}", "utf-8")
    again = upto(watching.stdout, "1 article:")
    assert [line.split(" ")[0] for line in again] == ["b.md:3:19:", "1"]
    upto(watching.stderr, "watching 2 articles")
    watching.send_signal(signal.SIGINT)
    assert watching.wait() == 130


@pytest.mark.parametrize("arguments", [["-"], ["https://example.org"], ["--fix", "."], ["--staged", "."]])
def test_what_cannot_be_watched_is_said(tmp_path: Path, arguments: list[str]) -> None:
    done = run("check", "--watch", *arguments, folder=tmp_path)
    assert done.returncode == 2
    assert "watch" in done.stderr
