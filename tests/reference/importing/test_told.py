"""What an import tells of a table and of the pack it makes, and what it keeps of what was said."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.command import run

CASES = tomllib.loads(Path(__file__).with_name("told.toml").read_text("utf-8"))["case"]
TABLE = "Minat Baca Menurut Provinsi (tahun)\nProvinsi;2024\nRiau;57,35\nBali;54,21\n"


def imported(text: str, pack: str, *options: str) -> int:
    """Imports a table in the working folder."""
    Path("t.csv").write_text(text, "utf-8")
    return run(["reference", "import", "t.csv", pack, "--yes", "--source", "https://data.example/1", *options])


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, of no repository."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_told(case: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    code = imported(case["text"].lstrip(), "meja", *case.get("options", ()))
    shown = capsys.readouterr().out
    assert code == 0, shown
    assert [line for line in case["told"] if line not in shown] == [], shown
    assert [line for line in case["silent"] if line in shown] == [], shown


@pytest.mark.parametrize("there", [True, False], ids=["empty", "absent"])
def test_the_first_pack_of_a_folder_of_the_settings_is_imported(
    desk: Path, there: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "factcheck.toml").write_text('reference = ["reference"]\n')
    if there:
        (desk / "reference").mkdir()
    assert imported(TABLE, "reference/meja", "--write") == 0, capsys.readouterr()
    assert (desk / "reference/meja/facts.csv").is_file()
    assert imported(TABLE.replace("Bali", "Aceh"), "reference/kedua", "--write") == 0, capsys.readouterr()


def test_a_folder_of_the_settings_that_is_not_there_is_said_with_the_settings(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "factcheck.toml").write_text('reference = ["elsewhere"]\n')
    assert imported(TABLE, "reference/meja") == 2
    told = capsys.readouterr().err
    assert "elsewhere: There is no pack in this folder, which the settings name as reference: " in told
    assert "factcheck.toml" in told


def test_the_unit_is_said_in_english_too_and_topics_as_they_were_said(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(TABLE, "meja", "--topic", "perpustakaan, literasi", "--write") == 0, capsys.readouterr()
    stated = json.loads((desk / "meja/datapackage.json").read_text("utf-8"))["factcheck"]
    assert stated["measures"]["minat-baca"]["unit"] == {"id": ["tahun"], "en": ["years", "year"]}
    assert stated["subject"] == {"names": {"id": ["minat baca"]}, "topics": {"id": ["perpustakaan", "literasi"]}}
    assert "Minat baca of Provinsi Riau in 2024: 57,35 years, not 57,36 years." in capsys.readouterr().out
