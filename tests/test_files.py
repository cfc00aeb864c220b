"""Files written whole, and nothing lost of those that they take the place of."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.files import OWN, own_name, replacing, write_whole


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_bytes(b"old")
    return path


def others(path: Path) -> list[str]:
    return [one.name for one in path.parent.iterdir() if one != path]


def test_a_private_file_is_private_from_the_first_moment(place: Path) -> None:
    place.chmod(0o600)
    with replacing(str(place)) as file:
        assert stat.S_IMODE(os.fstat(file.fileno()).st_mode) == 0o600
        file.write(b"new")
    assert (place.read_bytes(), stat.S_IMODE(place.stat().st_mode)) == (b"new", 0o600)


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o755])
def test_permissions_stay(place: Path, mode: int) -> None:
    place.chmod(mode)
    write_whole(str(place), b"new")
    assert stat.S_IMODE(place.stat().st_mode) == mode
    assert others(place) == []


def test_attributes_stay(place: Path) -> None:
    try:
        os.setxattr(place, "user.desk", b"politics")
    except (OSError, AttributeError):
        pytest.skip("no attributes in this folder")
    write_whole(str(place), b"new")
    assert os.getxattr(place, "user.desk") == b"politics"


def test_a_file_that_is_read_only_is_left(place: Path) -> None:
    place.chmod(0o444)
    with pytest.raises(FactcheckError, match="read-only"):
        write_whole(str(place), b"new")
    assert (place.read_bytes(), others(place)) == (b"old", [])


def test_a_file_of_several_names_is_left(place: Path) -> None:
    place.with_name("second.md").hardlink_to(place)
    with pytest.raises(FactcheckError, match="several names"):
        write_whole(str(place), b"new")
    assert place.read_bytes() == b"old"


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_plain_file_is_left(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "there")
    with pytest.raises(FactcheckError, match="no plain file"):
        write_whole(str(tmp_path / "there"), b"new")


def test_a_link_leads_to_the_file_that_is_written(place: Path) -> None:
    link = place.with_name("link.md")
    link.symlink_to(place)
    write_whole(str(link), b"new")
    assert (link.is_symlink(), place.read_bytes()) == (True, b"new")


def test_what_breaks_off_leaves_the_old_file(place: Path) -> None:
    with pytest.raises(KeyboardInterrupt), replacing(str(place)) as file:
        file.write(b"half")
        raise KeyboardInterrupt
    assert (place.read_bytes(), others(place)) == (b"old", [])


def test_what_a_killed_process_left_is_swept_and_what_a_living_one_writes_is_not(place: Path) -> None:
    killed = os.fork()
    if not killed:
        os._exit(0)
    os.waitpid(killed, 0)
    living = own_name(place.parent)
    living.touch()
    dead = place.with_name(own_name(place.parent).name.replace(f"-{os.getpid()}-", f"-{killed}-"))
    dead.touch()
    write_whole(str(place), b"new")
    assert (living.exists(), dead.exists()) == (True, False)


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "none/x"])
def test_a_name_that_no_file_can_have_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(FactcheckError, match="cannot be written"):
        write_whole(str(tmp_path / name), b"new")


def test_our_own_names_are_hidden_and_differ(tmp_path: Path) -> None:
    one, other = own_name(tmp_path), own_name(tmp_path)
    assert one.name.startswith(OWN)
    assert one != other


def test_a_new_folder_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    from factcheck.reference.edit.new import write_files

    with pytest.raises(FactcheckError):
        write_files(tmp_path / "new", {"a.csv": b"a", "no/such/folder.csv": b"b"})
    assert list(tmp_path.iterdir()) == []


def test_a_new_folder_takes_away_what_a_killed_process_left(tmp_path: Path) -> None:
    from factcheck.files import own_name
    from factcheck.reference.edit.new import write_files

    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        pass
    left = own_name(tmp_path)
    left = left.with_name(left.name.replace(f"-{os.getpid()}-", f"-{ended.pid}-"))
    left.mkdir()
    (left / "facts.csv").write_bytes(b"x")
    write_files(tmp_path / "new", {"a.csv": b"a"})
    assert [path.name for path in tmp_path.iterdir()] == ["new"]
