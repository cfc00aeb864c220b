"""Setting up a repository of articles, to the first commit that is stopped."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from test_command import ENVIRONMENT, run
from test_quiet import git

from factcheck.reference.edit.new import new_files

WRONG = "Piagam diserahkan Selasa (2/12/2024) di balai kota.\n"


def test_it_writes_settings_hook_and_pack_and_all_of_it_works(tmp_path: Path) -> None:
    assert run("init", "--yes", folder=tmp_path).returncode == 0
    assert run("reference", "validate", folder=tmp_path).returncode == 0
    (tmp_path / "a.md").write_text(WRONG, "utf-8")
    done = run("check", folder=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")


def test_it_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / ".pre-commit-config.yaml").write_text("repos: []\n", "utf-8")
    own = tmp_path / "packs" / "contoh" / "datapackage.json"
    own.parent.mkdir(parents=True)
    own.write_text("{}", "utf-8")
    done = run("init", "--yes", folder=tmp_path)
    assert done.stdout.count("is there, left as it is") == len(new_files("contoh")) + 1
    assert "Add this under `repos:`" in done.stdout
    assert (tmp_path / ".pre-commit-config.yaml").read_text("utf-8") == "repos: []\n"
    assert list(own.parent.iterdir()) == [own]
    assert (tmp_path / "factcheck.toml").exists()


def test_what_was_killed_half_way_is_finished(tmp_path: Path) -> None:
    run("init", "--yes", folder=tmp_path)
    whole = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    for name in ("datapackage.json", "complete.csv"):
        (tmp_path / "packs/contoh" / name).unlink()
    assert run("init", "--yes", folder=tmp_path).returncode == 0
    assert {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == whole


def test_it_asks_and_writes_nothing_where_nobody_answers(tmp_path: Path) -> None:
    done = run("init", folder=tmp_path)
    assert done.returncode == 2
    assert "`factcheck init --yes` writes without" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("answer", "written"), [(b"n\n", False), (b"y\n", True), (b"\n", True)])
def test_it_does_as_it_is_answered(tmp_path: Path, answer: bytes, written: bool) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "factcheck", "init", "--no-pack"]
    with subprocess.Popen(command, cwd=tmp_path, env=ENVIRONMENT, stdin=theirs, stdout=subprocess.PIPE) as running:
        os.write(ours, answer)
        running.communicate(timeout=600)
    os.close(ours)
    os.close(theirs)
    assert running.returncode == 0
    assert (tmp_path / "factcheck.toml").exists() is written


def test_the_first_wrong_commit_is_stopped(tmp_path: Path) -> None:
    pytest.importorskip("pre_commit")
    git(tmp_path, "init", "-q")
    run("init", "--yes", "--no-pack", folder=tmp_path)
    config = tmp_path / ".pre-commit-config.yaml"
    here = f"{sys.executable} -m factcheck check"
    config.write_text(config.read_text("utf-8").replace("entry: factcheck check", f"entry: {here}"), "utf-8")
    (tmp_path / "a.md").write_text(WRONG, "utf-8")
    (tmp_path / "README.md").write_text(WRONG, "utf-8")
    git(tmp_path, "add", ".")
    environment = {**ENVIRONMENT, "PRE_COMMIT_HOME": str(tmp_path.parent / "home")}
    hook = [sys.executable, "-m", "pre_commit", "run"]
    done = subprocess.run(hook, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "a.md:1:19: error wrong-weekday" in done.stdout
    assert "README.md" not in done.stdout


def test_in_a_folder_of_a_repository_the_hook_is_one_of_the_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "meja" / "berita.2024").mkdir(parents=True)
    done = run("init", "--yes", "--no-pack", "meja/berita.2024", folder=tmp_path)
    assert done.returncode == 0
    hook = (tmp_path / ".pre-commit-config.yaml").read_text("utf-8")
    assert r"files: ^meja/berita\.2024/.*\.(md|" in hook
    assert (tmp_path / "meja/berita.2024/factcheck.toml").exists()
    again = run("init", "--yes", "--no-pack", folder=tmp_path / "meja/berita.2024")
    assert again.stdout.count("is there, left as it is") == 2


def test_the_settings_are_explained_in_the_language_of_the_run(tmp_path: Path) -> None:
    assert run("init", "--yes", "--lang", "id", folder=tmp_path).returncode == 0
    settings = (tmp_path / "factcheck.toml").read_text("utf-8")
    assert settings.startswith("# Pengaturan factcheck")
    (tmp_path / "a.md").write_text(WRONG, "utf-8")
    assert "1 naskah: 1 kesalahan" in run("check", folder=tmp_path).stdout
