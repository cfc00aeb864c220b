"""A check that a helper answers is the check that the caller would have done: the same words, the same status."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import stat
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WRONG = "Pada 2024 Pemkot Jambi meraih nilai 93,86 dalam penilaian pelayanan publik Ombudsman RI.\n"
RIGHT = WRONG.replace("93,86", "93,68")
POLLS = 6_000
"""Five minutes, for a helper is a session of its own, which a busy machine may leave waiting long."""
PEER = getattr(socket, "SO_PEERCRED", None)
pytestmark = pytest.mark.skipif(PEER is None, reason="needs a system that tells who listens at a socket (Linux)")


class Desk:
    """A folder with a draft, a cache of its own and a copy of the program, whose helper ends with it."""

    def __init__(self, folder: Path, program: Path) -> None:
        self.folder, self.program, self.cache = folder, program, folder / "cache"
        self.draft = folder / "draft.md"
        self.draft.write_text(WRONG, "utf-8")

    def check(self, *words: str, text: str | None = None) -> tuple[int, str, str]:
        environment = {
            **os.environ, "FACTCHECK_CACHE_DIR": str(self.cache), "PYTHONPATH": str(self.program), "LC_ALL": "C.UTF-8",
        }  # fmt: skip
        command = [sys.executable, "-m", "factcheck", "check", *words]
        done = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, input=text, check=False
        )
        return done.returncode, done.stdout, done.stderr

    @property
    def sockets(self) -> list[Path]:
        return list(self.cache.glob("*.warm")) if self.cache.exists() else []

    def helper(self) -> int:
        """The process that listens; waits for the one that is being started."""
        for _ in range(POLLS):
            for path in self.sockets:
                with socket.socket(socket.AF_UNIX) as line:
                    if line.connect_ex(str(path)) == 0:
                        assert PEER is not None
                        said = line.getsockopt(socket.SOL_SOCKET, PEER, struct.calcsize("3i"))
                        return int(struct.unpack("3i", said)[0])
            time.sleep(0.05)
        raise AssertionError("no helper listens")

    def warm(self, *words: str, text: str | None = None) -> tuple[int, str, str]:
        """A check that the helper that runs answers: without one, the caller would start one."""
        before = self.helper()
        told = self.check("--warm", *words, text=text)
        assert self.helper() == before
        return told


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:  # the path of a socket is short
        made = Desk(Path(folder), ROOT)
        assert made.check("--warm", "draft.md")[0] == 1
        yield made
        os.kill(made.helper(), signal.SIGTERM)


def test_no_helper_runs_unless_it_is_asked_for(tmp_path: Path) -> None:
    cold = Desk(tmp_path, ROOT)
    cold.check("draft.md")
    assert cold.sockets == []


def test_the_socket_is_the_users_alone(desk: Desk) -> None:
    desk.helper()
    (path,) = desk.sockets
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "words", [("draft.md",), ("--format", "json", "draft.md"), ("-v", "draft.md", "none.md"), ("--select", "x", ".")]
)
def test_the_helper_says_what_the_caller_would_have_said(desk: Desk, words: tuple[str, ...]) -> None:
    assert desk.warm(*words) == desk.check(*words)


def test_the_helper_reads_what_the_caller_is_given(desk: Desk) -> None:
    assert desk.warm("-", text=WRONG) == desk.check("-", text=WRONG)


def test_a_draft_and_settings_are_read_as_they_lie_now(desk: Desk) -> None:
    assert desk.warm("draft.md")[0] == 1
    settings = desk.folder / "factcheck.toml"
    settings.write_text('ignore = ["wrong-value"]\n', "utf-8")
    assert desk.warm("draft.md")[0] == 0
    settings.unlink()
    desk.draft.write_text(RIGHT, "utf-8")
    assert desk.warm("draft.md")[0] == 0
    desk.draft.write_text(WRONG, "utf-8")
    assert desk.warm("draft.md")[0] == 1


def test_a_pack_that_changed_is_read_anew(desk: Desk) -> None:
    pack = desk.folder / "pack"
    shutil.copytree(ROOT / "reference/ombudsman-kepatuhan", pack)
    asked = ("--reference", "pack", "draft.md")
    assert desk.warm(*asked)[0] == 1
    descriptor = pack / "datapackage.json"
    descriptor.write_text(descriptor.read_text("utf-8").replace('"name"', '"nome"', 1), "utf-8")
    broken = desk.warm(*asked)
    assert broken == desk.check(*asked)
    assert broken[0] == 2
    shutil.rmtree(pack)


def test_a_program_that_changed_is_loaded_anew() -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        shutil.copytree(ROOT / "factcheck", Path(folder) / "program/factcheck")
        shutil.copytree(ROOT / "reference", Path(folder) / "program/reference")
        made = Desk(Path(folder), Path(folder) / "program")
        made.check("--warm", "draft.md")
        old = made.helper()
        os.utime(Path(folder) / "program/factcheck/model.py")
        assert made.check("--warm", "draft.md")[0] == 1
        for _ in range(POLLS):  # the old one ends once it sees its next call, however long a busy machine lets it wait
            if (new := made.helper()) != old:
                break
            made.check("--warm", "draft.md")
        os.kill(new, signal.SIGTERM)
        assert new != old


def test_a_socket_that_nobody_listens_at_is_no_answer(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        made = Desk(Path(folder), ROOT)
        made.check("--warm", "draft.md")
        os.kill(made.helper(), signal.SIGKILL)
        assert made.check("--warm", "draft.md")[:1] == (1,)
        os.kill(made.helper(), signal.SIGTERM)
