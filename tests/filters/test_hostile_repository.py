"""Repositories of strangers: git runs nothing that they name, and no article of theirs passes unchecked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

WRONG = "Piagam diserahkan Selasa (2/12/2024) di balai kota.\n"
RIGHT = "Piagam diserahkan Senin (2/12/2024) di balai kota.\n"
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(Path(__file__).parents[2]),
    **{f"GIT_{who}_{what}": "desk@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    "GIT_CONFIG_GLOBAL": os.devnull,
}


def git(folder: Path, *arguments: str, check: bool = True) -> None:
    subprocess.run(["git", *arguments], cwd=folder, env=ENVIRONMENT, check=check, capture_output=True, timeout=600)


def check(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "factcheck", "check", "--format", "plain", *arguments]
    return subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, capture_output=True, encoding="utf-8", timeout=600, check=False
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    (folder / "a.md").write_text(RIGHT, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "first")
    return folder


SETTINGS = {
    "core.fsmonitor": "{run}",
    "diff.external": "{run}",
    "core.pager": "{run}",
    "core.hooksPath": "{folder}",
    "filter.bad.clean": "{run}",
    "filter.bad.smudge": "{run}",
    "filter.bad.process": "{run}",
    "filter.bad.required": "true",
    "diff.bad.command": "{run}",
    "diff.bad.textconv": "{run}",
    "core.sshCommand": "{run}",
    "core.alternateRefsCommand": "{run}",
    "interactive.diffFilter": "{run}",
}


@pytest.mark.parametrize("arguments", [["--diff", "main", "."], ["--staged"], ["--diff", "main", "a.md"]])
def test_nothing_that_a_repository_names_is_run(desk: Path, tmp_path: Path, arguments: list[str]) -> None:
    script = tmp_path / "run"
    script.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\ncat\n", "utf-8")
    script.chmod(0o755)
    for hook in ("post-index-change", "fsmonitor-watchman", "pre-commit"):
        (tmp_path / hook).write_bytes(script.read_bytes())
        (tmp_path / hook).chmod(0o755)
    for name, value in SETTINGS.items():
        git(desk, "config", name, value.format(run=script, folder=tmp_path))
    (desk / ".gitattributes").write_text("*.md filter=bad diff=bad\n", "utf-8")
    staging = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.attributesFile", "GIT_CONFIG_VALUE_0": os.devnull}
    (desk / "a.md").write_text(WRONG, "utf-8")
    blob = subprocess.run(
        ["git", "hash-object", "-w", "--no-filters", "a.md"],
        cwd=desk, env={**ENVIRONMENT, **staging}, capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    git(desk, "update-index", "--cacheinfo", f"100644,{blob},a.md")
    (tmp_path / "ran").unlink(missing_ok=True)
    done = check(desk, *arguments)
    assert not (tmp_path / "ran").exists()
    assert (done.returncode, done.stderr) == (1, "")


def test_a_staged_article_that_lies_there_no_more_is_checked(desk: Path) -> None:
    (desk / "b.md").write_text(WRONG, "utf-8")
    (desk / "below").mkdir()
    (desk / "below/c.md").write_text(WRONG, "utf-8")
    git(desk, "add", ".")
    (desk / "b.md").unlink()
    (desk / "below/c.md").unlink()
    for arguments in ([], ["b.md", "below/c.md"], ["."]):
        done = check(desk, "--staged", *arguments)
        assert (done.returncode, done.stdout.count("wrong-weekday"), done.stderr) == (1, 2, "")
    assert check(desk, "--staged", "--exclude", "b.md").stdout.count("wrong-weekday") == 1


def test_an_article_in_conflict_is_said(desk: Path) -> None:
    git(desk, "checkout", "-q", "-b", "other")
    (desk / "a.md").write_text(WRONG, "utf-8")
    git(desk, "commit", "-q", "-a", "-m", "theirs")
    git(desk, "checkout", "-q", "main")
    (desk / "a.md").write_text(RIGHT * 2, "utf-8")
    git(desk, "commit", "-q", "-a", "-m", "ours")
    git(desk, "merge", "other", check=False)
    for arguments in (["--staged"], ["--staged", "a.md"]):
        done = check(desk, *arguments)
        assert (done.returncode, "in conflict" in done.stderr) == (2, True)
    assert check(desk, "--diff", "main").returncode == 1
    (desk / "a.md").unlink()
    done = check(desk, "--staged")
    assert (done.returncode, "in conflict" in done.stderr) == (2, True)


def test_a_named_article_of_another_repository_is_said(desk: Path, tmp_path: Path) -> None:
    for folder in (desk / "nested", tmp_path / "beside"):
        folder.mkdir()
        git(folder, "init", "-q")
        (folder / "b.md").write_text(WRONG, "utf-8")
        for arguments in (["--diff", "main", "a.md"], ["--staged", "a.md"]):
            done = check(desk, *arguments, str(folder / "b.md"))
            assert (done.returncode, "another repository" in done.stderr) == (2, True)


@pytest.mark.parametrize("path", ["-", "https://example.org/a"])
def test_what_is_no_file_has_no_changed_lines(desk: Path, path: str) -> None:
    done = check(desk, "--diff", "main", "a.md", path)
    assert (done.returncode, "Only files have changed lines" in done.stderr) == (2, True)


NAMES = ['ka"ta.md', "naïf.md", "a\tb.md", "a b/c.md", "a\nb.md", "-x.md", ":(top)x.md", "a\\b.md"]


@pytest.mark.parametrize("binary", [False, True])
@pytest.mark.parametrize("setting", ["core.quotepath=false", "diff.noprefix=true", "diff.mnemonicPrefix=true"])
def test_any_name_and_any_setting(desk: Path, setting: str, binary: bool) -> None:
    key, _, value = setting.partition("=")
    git(desk, "config", key, value)
    for name in NAMES:
        (desk / name).parent.mkdir(exist_ok=True)
        (desk / name).write_text(WRONG, "utf-8")
    if binary:
        (desk / ".gitattributes").write_text("*.md binary\n", "utf-8")
    git(desk, "add", ".")
    for arguments in (["--staged"], ["--diff", "main"]):
        done = check(desk, *arguments, *(f"./{name}" for name in NAMES))
        assert (done.returncode, done.stderr) == (1, "")
        assert done.stdout.count("wrong-weekday") == len(NAMES)
