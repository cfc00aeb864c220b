"""Packs out of a git repository, by branch, tag and commit; and whether there is a newer one."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from server import serving, zipped

from factcheck.errors import FactcheckError
from factcheck.reference.packs.pack import read_pack
from factcheck.reference.pull.git_pack import Address, address_of
from factcheck.reference.pull.install import Pulled, Wish, pull
from factcheck.reference.pull.outdated import standings
from factcheck.web import Limits

BASE = Path(__file__).parent / "base"
WHO = {f"GIT_{who}_{what}": "desk@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


class Repository:
    """A repository on this machine with the pack in its folder `packs/pasar`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(BASE, folder / "packs/pasar")
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit("first")

    def git(self, *arguments: str) -> str:
        command = ["git", "-C", str(self.folder), *arguments]
        done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **WHO})
        return done.stdout.strip()

    def commit(self, what: str) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", what)
        return self.git("rev-parse", "HEAD")

    def newer(self) -> str:
        """The pack with another version, committed."""
        path = self.folder / "packs/pasar/datapackage.json"
        path.write_text(path.read_text("utf-8").replace('"version": "1"', '"version": "2"'), "utf-8")
        return self.commit("second")

    def address(self, revision: str = "main", folder: str = "packs/pasar") -> str:
        return f"git+file://{self.folder}@{revision}#{folder}"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    return Repository(tmp_path / "repository")


def get(url: str, **wish: object) -> Pulled:
    return pull(Wish(url, Path("mine"), **wish), (), lambda done, total: None)  # type: ignore[arg-type]


def version(folder: Path = Path("mine")) -> str:
    pack, problems = read_pack(folder)
    assert pack is not None
    assert problems == ()
    return pack.info.version


def test_a_folder_of_a_branch_becomes_a_pack_and_follows_it(repository: Repository) -> None:
    assert get(repository.address()).changed
    assert version() == "1"
    assert not get(repository.address()).changed
    repository.newer()
    assert [(one.state, one.there) for one in standings([Path("mine")])] == [("outdated", "2")]
    assert version() == "1"
    assert get(repository.address()).changed
    assert version() == "2"
    assert [one.state for one in standings([Path("mine")])] == ["newest"]


def test_a_tag_and_a_commit_pin_it(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    repository.git("tag", "--annotate", "2025.1", "--message", "x")
    repository.newer()
    get(repository.address("2025.1"))
    assert version() == "1"
    shutil.rmtree("mine")
    repository.git("config", "uploadpack.allowAnySHA1InWant", "true")
    get(repository.address(first))
    assert version() == "1"
    assert [one.state for one in standings([Path("mine")])] == ["newest"]


def test_what_is_in_the_repository_beside_the_pack_has_no_effect(repository: Repository) -> None:
    (repository.folder / ".gitattributes").write_text("*.csv filter=evil\n", "utf-8")
    (repository.folder / "packs/pasar/link.csv").symlink_to("/etc/passwd")
    repository.commit("link")
    with pytest.raises(FactcheckError, match="link"):
        get(repository.address())
    assert not Path("mine").exists()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("git+ext::sh -c touch% x", "This is no git address"),
        ("git+ftp://example.org/x.git", "This is no git address"),
        ("git+https://example.org/x.git@--upload-pack=x", "no revision or folder"),
        ("git+https://example.org/x.git#../..", "no revision or folder"),
    ],
)
def test_what_is_no_address_is_refused(repository: Repository, written: str, said: str) -> None:
    with pytest.raises(FactcheckError, match=said):
        get(written)


def test_an_address_has_its_parts() -> None:
    assert address_of("git+https://h/desk/packs.git@2025.1#a/b") == Address("https://h/desk/packs.git", "2025.1", "a/b")
    assert address_of("git+ssh://git@h/packs.git") == Address("ssh://git@h/packs.git", "HEAD", "")
    assert address_of("git+ssh://git@h/packs.git@feature/x") == Address("ssh://git@h/packs.git", "feature/x", "")


@pytest.mark.parametrize(("revision", "said"), [("nosuch", "Nothing was changed|no revision"), ("0" * 40, "git says")])
def test_a_revision_that_is_not_there_changes_nothing(repository: Repository, revision: str, said: str) -> None:
    get(repository.address())
    with pytest.raises(FactcheckError, match=said):
        get(repository.address(revision), force=True)
    assert version() == "1"


def test_a_checksum_is_for_the_web(repository: Repository) -> None:
    with pytest.raises(FactcheckError, match="pinned by its revision"):
        get(repository.address(), sha256="0" * 64)


def test_a_pack_of_the_web_is_outdated_when_its_file_changed_and_unknown_when_nobody_answers(tmp_path: Path) -> None:
    with serving() as site:
        site.files["/pack.zip"] = zipped(BASE)
        pull(Wish(f"{site.address}/pack.zip", tmp_path / "mine"), (), lambda done, total: None)
        assert [one.state for one in standings([tmp_path / "mine", tmp_path])] == ["newest"]
        changed = tmp_path / "changed"
        shutil.copytree(BASE, changed)
        text = (changed / "datapackage.json").read_text("utf-8")
        (changed / "datapackage.json").write_text(text.replace('"version": "1"', '"version": "3"'), "utf-8")
        site.files["/pack.zip"] = zipped(changed)
        assert [(one.state, one.there) for one in standings([tmp_path / "mine"])] == [("outdated", "3")]
        (tmp_path / "mine/facts.csv").write_text("x\n", "utf-8")
        assert [one.mine for one in standings([tmp_path / "mine"])] == [("facts.csv",)]
    assert [one.state for one in standings([tmp_path / "mine"], Limits(1_000_000, 5))] == ["unknown"]
