"""Packs of strangers: tables are plain files in the folder of the pack, and nothing else is opened."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from factcheck.reference.packs.pack import read_pack

BASE = Path(__file__).parent / "base"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "pack")
    return tmp_path / "pack"


@pytest.mark.parametrize("name", ["facts.csv", "datapackage.json"])
def test_a_link_out_of_the_pack_is_not_followed(pack: Path, name: str) -> None:
    secret = pack.parent / "secret"
    secret.write_text("kata,sandi\n", "utf-8")
    (pack / name).unlink()
    (pack / name).symlink_to(secret)
    found, problems = read_pack(pack)
    assert found is None
    assert "no link lead out of it" in problems[-1].message
    assert not any("sandi" in problem.message for problem in problems)


def test_a_folder_that_is_a_link_out_of_the_pack(pack: Path) -> None:
    (pack.parent / "elsewhere").mkdir()
    shutil.move(pack / "facts.csv", pack.parent / "elsewhere")
    (pack / "more").symlink_to(pack.parent / "elsewhere")
    descriptor = (pack / "datapackage.json").read_text("utf-8").replace('"facts.csv"', '"more/facts.csv"')
    (pack / "datapackage.json").write_text(descriptor, "utf-8")
    assert read_pack(pack)[0] is None


def test_a_link_within_the_pack_is_followed(pack: Path) -> None:
    (pack / "facts.csv").rename(pack / "facts-2.csv")
    (pack / "facts.csv").symlink_to("facts-2.csv")
    assert read_pack(pack)[1] == ()


@pytest.mark.parametrize("name", ["facts.csv", "datapackage.json"])
def test_a_pipe_is_not_waited_for(pack: Path, name: str) -> None:
    (pack / name).unlink()
    os.mkfifo(pack / name)
    found, problems = read_pack(pack)
    assert (found, "plain file" in problems[-1].message) == (None, True)


@pytest.mark.parametrize(
    "path", ["facts\0.csv", "x" * 5000 + ".csv", "a/" * 3000 + "b.csv", "../facts.csv", "\ud800.csv"]
)
def test_a_path_that_no_file_can_have(pack: Path, path: str) -> None:
    descriptor = json.loads((pack / "datapackage.json").read_text("utf-8"))
    for resource in descriptor["resources"]:
        if resource["path"] == "facts.csv":
            resource["path"] = path
    (pack / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    assert read_pack(pack)[1] != ()


@pytest.mark.parametrize(
    "value", ["9" * 5000, "[" * 5000 + "]" * 5000, '{"a":' * 5000 + "1" + "}" * 5000, "NaN", "1e99999"]
)
def test_a_descriptor_of_monsters(pack: Path, value: str) -> None:
    text = (pack / "datapackage.json").read_text("utf-8").replace("{", f'{{"monster": {value}, ', 1)
    (pack / "datapackage.json").write_text(text, "utf-8")
    read_pack(pack)
