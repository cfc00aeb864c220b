"""The fifteen minutes of docs/packs.md and the table of docs/first-import.md, done as written."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE, _, REST = (ROOT / "docs/packs.md").read_text("utf-8").partition("## A pack in fifteen minutes")
FIRST = (ROOT / "docs/first-import.md").read_text("utf-8")
GUIDE = REST.partition("## The descriptor")[0]


def blocks(language: str, guide: str = GUIDE) -> list[str]:
    """The blocks of a language in the tutorial."""
    return re.findall(rf"```{language}\n(.*?)```", guide, re.DOTALL)


def told(guide: str = GUIDE) -> list[tuple[str, str]]:
    """The commands of the tutorial, each with what it is said to print."""
    found = []
    for block in blocks("console", guide):
        for part in block.split("$ ")[1:]:
            command, _, printed = part.replace("\\\n", "").partition("\n")
            found.append((command, printed))
    return found


def run(command: str, folder: Path) -> str:
    """What a command of the tutorial prints."""
    name, *arguments = shlex.split(command)
    assert name == "factcheck"
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments], cwd=folder, capture_output=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout


def fill(pack: Path) -> None:
    """Steps 2 and 3: the descriptor, the column and the facts."""
    path = pack / "datapackage.json"
    descriptor = json.loads(path.read_text("utf-8").replace('"name": "amount"', '"name": "prevalence"'))
    (stated,) = (block for block in blocks("json") if '"factcheck"' in block)
    descriptor.update(json.loads(f"{{{stated}}}"))
    path.write_text(json.dumps(descriptor), "utf-8")
    (pack / "facts.csv").write_text(blocks("csv")[0], "utf-8")


def test_it_works_as_written(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "draft.md").write_text(blocks("markdown")[0], "utf-8")
    (new, printed), *others = told()
    assert run(new, tmp_path) == printed
    fill(tmp_path / "packs/stunting")
    for command, printed in others:
        if printed:
            assert run(command, tmp_path) == printed, command


@pytest.mark.parametrize(("name", "guide"), [("miskin.csv", TABLE), ("bahagia.csv", FIRST)])
def test_a_table_becomes_a_pack_as_written(name: str, guide: str, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / name).write_text(blocks("text", guide)[0], "utf-8")
    (tmp_path / "draft.md").write_text(blocks("markdown", guide)[0], "utf-8")
    commands = told(guide)
    assert len(commands) == 3
    for command, printed in commands:
        assert run(command, tmp_path).endswith(printed.removeprefix("…\n")), command
