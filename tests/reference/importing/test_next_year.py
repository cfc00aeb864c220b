"""What was said once is kept, and next year's table is an update."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.command import run

FIRST = """Prevalensi Stunting Menurut Kabupaten/Kota di Provinsi Sulawesi Tengah (Persen);;
Kabupaten/Kota;2022;2023
Sigi;36,8;26,4
Parimo Moutong;27,4;28,0
Kab Poso (lama);22,0;20,5
Palu;24,7;22,1
Sumber: Dinas Kesehatan, 2024;;
"""
SECOND = """Prevalensi Stunting Menurut Kabupaten/Kota di Provinsi Sulawesi Tengah (Persen);;
Kabupaten/Kota;2023;2024*
Sigi;26,4;25,0
Parimo Moutong;28,5;27,9
Kab Poso (lama);20,5;20,1
Palu;22,1;21,7
Sumber: Dinas Kesehatan, 2025;;
* Angka sementara;;
"""
ANSWERS = ["--name", "Parimo Moutong=72.08", "--name", "Kab Poso (lama)=-"]


@pytest.fixture(scope="module")
def first_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with the first year's table in its pack, imported once."""
    folder = tmp_path_factory.mktemp("first-year")
    (folder / ".git").mkdir()
    (folder / "a.csv").write_text(FIRST, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert run(["reference", "import", "a.csv", "packs/stunting", *ANSWERS, "--write"]) == 0
    return folder


@pytest.fixture
def desk(first_year: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The pack of a copy of that desk, in which the test stands."""
    shutil.copytree(first_year, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "packs/stunting"


def lines(pack: Path, table: str = "facts.csv") -> list[str]:
    return (pack / table).read_text("utf-8").splitlines()


def test_answers_are_kept_as_aliases_and_in_the_recipe(desk: Path) -> None:
    assert lines(desk, "aliases.csv")[1:] == ["Parimo Moutong,72.08,as a.csv writes it"]
    recipe = (desk / "import.toml").read_text("utf-8")
    assert '"Parimo Moutong" = "72.08"\n' in recipe
    assert '"Kab Poso (lama)" = "-"\n' in recipe
    assert len(lines(desk)) == 7


def test_the_same_table_again_changes_nothing(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path.name: path.read_bytes() for path in desk.iterdir()}
    assert run(["reference", "import", "a.csv", "packs/stunting", "--write"]) == 0
    assert "0 new rows, 0 changed, 6 as they are" in capsys.readouterr().out
    assert {path.name: path.read_bytes() for path in desk.iterdir()} == before


def test_next_year_is_one_command_and_a_revised_figure_stands_beside_the_old_one(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("b.csv").write_text(SECOND, "utf-8")
    assert run(["reference", "import", "b.csv", "packs/stunting"]) == 0
    out = capsys.readouterr().out
    assert "4 new rows, 1 changed, 2 as they are" in out
    assert "  ~ Kabupaten Parigi Moutong 2023  conflict – → yes" in out
    assert len(lines(desk)) == 7
    assert run(["reference", "import", "b.csv", "packs/stunting", "--write"]) == 0
    after = lines(desk)
    assert after[4] == '72.08,2023,28.0,"Dinas Kesehatan, 2024","a.csv, C4",,yes,'
    assert '72.08,2023,28.5,"Dinas Kesehatan, 2025","b.csv, B4",0,yes,' in after
    assert '72.10,2024,25.0,"Dinas Kesehatan, 2025","b.csv, C3; Angka sementara",,,' in after
    assert run(["reference", "validate", "packs/stunting"]) == 0


def test_a_figure_mended_by_the_same_source_is_mended_in_its_place(desk: Path) -> None:
    path = desk / "facts.csv"
    untouched = path.read_text("utf-8").replace("72.71,2022,", '"72.71",2022,')
    path.write_text(untouched, "utf-8")
    Path("a.csv").write_text(FIRST.replace("36,8", "38,6"), "utf-8")
    assert run(["reference", "import", "a.csv", "packs/stunting", "--write"]) == 0
    changed = [(old, new) for old, new in zip(untouched.splitlines(), lines(desk), strict=True) if old != new]
    assert [new.split(",")[:3] for _, new in changed] == [["72.10", "2022", "38.6"]]


def test_a_pack_that_lacks_a_column_is_left_as_it_is(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = desk / "facts.csv"
    path.write_text("\n".join(line.rpartition(",")[0] for line in lines(desk)) + "\n", "utf-8")
    before = path.read_bytes()
    Path("b.csv").write_text(SECOND, "utf-8")
    assert run(["reference", "import", "b.csv", "packs/stunting", "--published", "2025-02-01", "--write"]) == 2
    assert "facts.csv:1: This table has no column “published”: add it." in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_column_that_is_no_measure_of_the_pack_is_asked_for(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = "Kabupaten/Kota;Prevalensi stunting 2024;Jumlah balita 2024\nSigi;25,0;18.220\nPalu;21,7;30.115\n"
    Path("c.csv").write_text(table, "utf-8")
    import_it = ["reference", "import", "c.csv", "packs/stunting", "--source", "https://dinkes.example/2025", "--write"]
    assert run(import_it) == 2
    assert "“Jumlah balita”: none of the pack: --column" in capsys.readouterr().out
    assert len(lines(desk)) == 7
    assert run([*import_it, "--column", "Jumlah balita=-"]) == 0
    assert len(lines(desk)) == 9
    assert '"Jumlah balita" = "-"' in (desk / "import.toml").read_text("utf-8")


@pytest.mark.parametrize("text", ["within = 72\n", "colour = 'red'\n", "within = \n", "[names]\nx = \n"])
def test_a_recipe_that_is_not_understood_is_said(desk: Path, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "import.toml").write_text(text, "utf-8")
    assert run(["reference", "import", "a.csv", "packs/stunting", "--write"]) == 2
    assert "import.toml: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("\n-\n", '"Parimo Moutong" = "72.08"'), ("72.08\nKabupaten Poso\n", '"Kab Poso (lama)" = "72.02"')],
)
def test_on_a_terminal_it_asks(typed: str, kept: str, tmp_path: Path) -> None:
    """An empty answer takes the guess, "-" leaves a name out, a name is as good as an id."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.csv").write_text(FIRST, "utf-8")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "factcheck", "reference", "import", "a.csv", "packs/stunting", "--write"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3]), "FACTCHECK_LANG": "en"}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        os.write(ours, typed.encode())
        _, err = running.communicate(timeout=600)
    os.close(ours)
    os.close(theirs)
    assert running.returncode == 0, err
    assert "A4 “Parimo Moutong” may be nobody. Its id, or - to leave it out".encode() in err
    assert kept in (tmp_path / "packs/stunting/import.toml").read_text("utf-8")


def test_frictionless_agrees_with_an_imported_pack(desk: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.Package(str(desk / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "note"])
