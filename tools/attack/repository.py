"""Repositories of strangers: names, settings and .gitignore files grown at random; nothing of theirs is run."""

from __future__ import annotations

import os
import random
import subprocess
import tempfile
from pathlib import Path

from tools.attack.desk import WRONG, run
from tools.attack.tally import Tally

KEYS = (
    "core.fsmonitor",
    "diff.external",
    "core.pager",
    "core.hooksPath",
    "filter.x.clean",
    "filter.x.smudge",
    "filter.x.process",
    "diff.x.command",
    "diff.x.textconv",
    "core.sshCommand",
    "core.attributesFile",
    "core.excludesFile",
    "core.worktree",
    "diff.noprefix",
    "diff.mnemonicPrefix",
    "diff.relative",
    "core.quotePath",
    "diff.orderFile",
    "core.fileMode",
    "color.ui",
    "diff.algorithm",
    "diff.context",
    "diff.interHunkContext",
    "status.showUntrackedFiles",
    "core.bigFileThreshold",
)
LETTERS = "ab .-_\"'\\\t\u00e9\u202e\x1b:*?[]!#~%$&;|<>(){}=,+@^`\n"
LINES = ("!", "*", "*.md", "*a*a*a*a*a*a*a*b", "\\", "[", "**/**/**/**/**/a", "/", "!a.md", "#", "a.md", " ", "?" * 50)


def repository(tally: Tally, chance: random.Random, seconds: float) -> None:
    """Makes repositories and checks them with --diff and --staged."""
    while tally.seconds < seconds:
        with tempfile.TemporaryDirectory(prefix="attack-") as place:
            _one(tally, chance, Path(place))


def _one(tally: Tally, chance: random.Random, place: Path) -> None:
    tally.tried += 1
    desk, ran = place / "desk", place / "ran"
    desk.mkdir()
    script = place / "run"
    script.write_text(f"#!/bin/sh\ntouch {ran}\ncat\n", "utf-8")
    script.chmod(0o755)
    _git(desk, "init", "-q", "-b", "main")
    name = "".join(chance.choice(LETTERS) for _ in range(chance.randrange(1, 12))).lstrip("./").replace("/", "") or "a"
    (desk / f"{name}.md").write_text("Isi.\n", "utf-8")
    _git(desk, "add", "-f", "--", f":(literal){name}.md")
    _git(desk, "commit", "-q", "-m", "x")
    (desk / f"{name}.md").write_text(WRONG, "utf-8")
    (desk / ".gitattributes").write_text(
        chance.choice(("", "*.md filter=x diff=x\n", "*.md binary\n", "* text eol=crlf\n")), "utf-8"
    )
    if chance.random() < 0.7:
        (desk / ".gitignore").write_text("\n".join(chance.choice(LINES) for _ in range(chance.randrange(4))), "utf-8")
    settings = [f"core.{key}" if "." not in key else key for key in chance.sample(KEYS, chance.randrange(6))]
    _git(desk, "add", "-f", "--", f":(literal){name}.md")
    for key in settings:
        _git(desk, "config", key, chance.choice((str(script), "true", "false", "0", "1")))
    ran.unlink(missing_ok=True)
    for asked in (["--staged"], ["--diff", "main"]):
        done = run(desk, "check", "--format", "plain", *asked, f"./{name}.md", GIT_CONFIG_GLOBAL=os.devnull)
        said = done.stderr.decode("utf-8", "replace")
        if ran.exists():
            tally.fail(f"{settings}: something was run")
        if "Traceback" in said or "This is a bug" in said:
            tally.fail(f"{name!r} {settings}: {said[-300:]}")
        elif done.returncode == 0:
            tally.fail(f"{name!r} {settings} {asked}: unchecked, and nothing is said")


def _git(folder: Path, *arguments: str) -> None:
    who = {f"GIT_{role}_{what}": "x@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", *arguments], cwd=folder, env=environment, check=False, capture_output=True, timeout=60)
