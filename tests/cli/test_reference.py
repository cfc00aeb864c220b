"""`factcheck reference` as a user runs it."""

from __future__ import annotations

import csv
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck.__main__ import main
from factcheck.reference.edit.add import add_rows
from factcheck.reference.edit.new import columns, examples
from factcheck.reference.packs.roles import ROLES
from factcheck.reference.packs.shipped import gazetteers

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "factcheck", "reference", *arguments]


def run(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `factcheck reference` in `folder`."""
    done = subprocess.run(
        command(*arguments), cwd=folder, capture_output=True, env={**ENVIRONMENT, **environment},
        timeout=600, check=False, encoding="utf-8",
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert "bug in factcheck" not in done.stderr
    return done


VERBS = (
    "list", "show", "search", "stats", "validate", "diff", "build", "new", "import", "add", "propose", "pull",
    "outdated",
)  # fmt: skip


@pytest.fixture(scope="module")
def new_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with a pack of its own, made once."""
    folder = tmp_path_factory.mktemp("new-pack")
    (folder / ".git").mkdir()
    assert run("new", "packs/harga-beras", folder=folder).returncode == 0
    return folder


@pytest.fixture
def desk(new_pack: Path, tmp_path: Path) -> Path:
    """A copy of that desk."""
    shutil.copytree(new_pack, tmp_path, dirs_exist_ok=True)
    return tmp_path


def test_help_names_every_verb(tmp_path: Path) -> None:
    said = run("--help", folder=tmp_path).stdout
    for verb in VERBS:
        assert f"\n  {verb} " in said


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reference", verb, "--help"]) == 0
    assert f"reference {verb} " in capsys.readouterr().out


def test_list(tmp_path: Path) -> None:
    names = [line.split()[0] for line in run("list", folder=tmp_path).stdout.splitlines()]
    assert names == ["pack", *sorted(path.name for path in (ROOT / "reference").iterdir())]


def test_show_answers_a_line_a_year_with_the_sources_once(tmp_path: Path) -> None:
    done = run("show", "Kota Jambi", "--year", "2024", folder=tmp_path)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    (at,) = (at for at, line in enumerate(lines) if line == "  ombudsman-kepatuhan")
    assert lines[at + 1].startswith("    2024     score 93.68, zone hijau, category A, opinion tertinggi [")
    assert [line for line in lines if "porosjambimedia.com" in line and "results.csv:" in line]
    assert "https://" not in done.stdout
    assert max(map(len, lines)) <= 80


def test_show_as_csv_has_every_row_with_its_address(tmp_path: Path) -> None:
    done = run("show", "Kota Jambi", "--year", "2024", "--format", "csv", folder=tmp_path)
    head, *rows = done.stdout.splitlines()
    assert head == "pack,period,what,value,source,row,note"
    assert any(row.startswith("ombudsman-kepatuhan,2024,score,93.68,https://porosjambimedia.com/") for row in rows)


def test_show_as_json(tmp_path: Path) -> None:
    said = json.loads(run("show", "15.71", "--year", "2024", "--format", "json", folder=tmp_path).stdout)
    assert said["schema"] == "factcheck.reference/1"
    ranks = [row["value"] for row in said["Kota Jambi (15.71)"] if row["what"] == "rank among kota"]
    assert ranks == ["36 of 98"]


def test_show_fits_a_narrow_terminal(tmp_path: Path) -> None:
    done = run("show", "Kota Jambi", folder=tmp_path, COLUMNS="60")
    assert max(map(len, done.stdout.splitlines())) <= 60
    assert "\x1b" not in done.stdout


def test_show_of_a_name_of_several(tmp_path: Path) -> None:
    said = json.loads(run("show", "jambi", "--format", "json", folder=tmp_path).stdout)
    assert list(said) == ["schema", "Provinsi Jambi (15)", "Kota Jambi (15.71)"]


def test_show_of_nobody_offers_what_is_near(tmp_path: Path) -> None:
    done = run("show", "Kota Jmabi", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "“Kota Jmabi” is nobody in the reference. Did you mean Kota Jambi" in done.stderr


def test_search(tmp_path: Path) -> None:
    done = run("search", "keputusan", "252", folder=tmp_path)
    assert (done.returncode, "252/2024" in done.stdout) == (0, True)
    assert run("search", "xyzzy", folder=tmp_path).returncode == 1


def test_stats_count_what_was_promised(tmp_path: Path) -> None:
    said = json.loads(run("stats", "--format", "json", folder=tmp_path).stdout)
    wages = [row for row in said["facts"] if row["pack"] == "upah-minimum" and row["measure"] == "amount"]
    assert sum(int(row["facts"]) for row in wages) == 438
    regions = {row["table"]: int(row["rows"]) for row in said["tables"] if row["pack"] == "wilayah"}
    assert regions["entities"] == 553  # 552 regions and the country
    assert all(int(row["conflicts"]) >= 0 for row in said["totals"])


def test_validate_passes_on_all_that_ships(tmp_path: Path) -> None:
    done = run("validate", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{len(list((ROOT / 'reference').iterdir()))} packs: no errors")


def test_a_broken_pack_gets_all_its_errors(desk: Path) -> None:
    table = desk / "packs/harga-beras/facts.csv"
    table.write_text(table.read_text("utf-8").replace("31,", "99,").replace("12000", "-12000"), "utf-8")
    done = run("validate", "packs", folder=desk)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "packs/harga-beras/facts.csv:2:1: “99” is the id of no entity in any pack",
        "packs/harga-beras/facts.csv:3:9: -12000 is less than 0, the least that “amount” can be",
    ]


def test_a_new_pack_is_sound(desk: Path) -> None:
    done = run("validate", "packs/harga-beras", folder=desk)
    assert (done.returncode, done.stdout) == (0, "1 pack: no errors, nothing in doubt\n")


def test_every_example_of_a_new_pack_fits_its_table(desk: Path) -> None:
    pack = desk / "packs/harga-beras"
    assert set(examples()) == set(ROLES)
    order = sorted(examples(), key=lambda role: role != "entities")
    for role in order:
        cells = dict(zip(columns(role), next(csv.reader([examples()[role]["row"]])), strict=True))
        path, problems = add_rows(pack, role, [cells], gazetteers())
        assert path == pack / f"{role}.csv"
        assert bool(problems) == (role == "complete"), problems  # the two rows of facts are not all provinces
        assert examples()[role]["row"] in (pack / "EXAMPLES").read_text("utf-8")


@pytest.mark.parametrize("name", ["packs/harga-beras", "Harga Beras", "."])
def test_a_new_pack_needs_a_new_name(desk: Path, name: str) -> None:
    assert run("new", name, folder=desk).returncode == 2


def test_add_appends_a_row_by_name_and_diff_shows_it(desk: Path) -> None:
    shutil.copytree(desk / "packs/harga-beras", desk / "old")
    cells = ["entity=Kota Jambi", "period=2024", "amount=13500", "source=https://dinas.example/9"]
    done = run("add", "packs/harga-beras", "facts", *cells, folder=desk)
    assert (done.returncode, done.stderr) == (0, "")
    last = (desk / "packs/harga-beras/facts.csv").read_text("utf-8").splitlines()[-1]
    assert last == "15.71,2024,13500,https://dinas.example/9,,,,"
    changed = run("diff", "old", "packs/harga-beras", "--format", "json", folder=desk)
    assert changed.returncode == 1
    assert [row["row"] for row in json.loads(changed.stdout)["differences"]] == ["15.71 2024 https://dinas.example/9"]
    assert run("diff", "old", "old", folder=desk).returncode == 0


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["entity=15.71", "period=2024", "amount=13500"], "“source” is empty"),
        (["entity=15.71", "period=2024", "amount=tiga", "source=s"], "“tiga” is no number"),
        (["entity=99.99", "period=2024", "amount=1", "source=s"], "“99.99” is the id of no entity"),
        (["entity=Jambi", "period=2024", "amount=1", "source=s"], "“Jambi” may be 15 (Provinsi Jambi) or"),
        (["entity=15.71", "colour=red"], "no column “colour”"),
        (
            ["entity=Kota Jambbi", "period=2024", "amount=1", "source=s"],
            "nobody in the reference. Did you mean Kota Jambi",
        ),
        (["entity=72.1", "period=2024", "amount=1", "source=s"], "a spreadsheet took the nought of 72.10"),
        (["15.71"], "“15.71” is no COLUMN=VALUE"),
        ([], "nothing to add"),
    ],
)
def test_a_row_that_does_not_fit_is_not_added(desk: Path, cells: list[str], said: str) -> None:
    table = desk / "packs/harga-beras/facts.csv"
    before = table.read_bytes()
    done = run("add", "packs/harga-beras", "facts", *cells, folder=desk)
    assert done.returncode == 2
    assert said in done.stderr
    assert table.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_add_killed_at_any_time_leaves_a_whole_table(desk: Path) -> None:
    table = desk / "packs/harga-beras/facts.csv"
    chance = random.Random(3)
    for number in range(6):
        before = table.read_text("utf-8")
        row = f"15.71,{2000 + number},13500,https://dinas.example/{number},,,,\n"
        cells = ["entity=15.71", f"period={2000 + number}", "amount=13500"]
        asked = command("add", "packs/harga-beras", "facts", *cells, f"source=https://dinas.example/{number}")
        with subprocess.Popen(asked, cwd=desk, env=ENVIRONMENT, stdout=subprocess.DEVNULL) as process:
            time.sleep(chance.uniform(0.1, 0.5))
            process.send_signal(signal.SIGKILL)
        assert table.read_text("utf-8") in (before, before + row)
    assert run("validate", "packs/harga-beras", folder=desk).returncode == 0


ARTICLE = """---
title: Harga beras di Jambi
date: 2025-02-03
---
JAMBI, Kabar Teluk - Harga beras Kota Jambi pada 2024 sebesar Rp14.250. Beras itu dijual di tiga pasar.
"""


def test_propose_drafts_rows_that_add_accepts(desk: Path) -> None:
    (desk / "draft.md").write_text(ARTICLE, "utf-8")
    with_pack = ["--reference", "packs/harga-beras"]
    source = ["--source", "https://kabar.example/1"]
    drafted = run("propose", "draft.md", *with_pack, *source, "--output", "drafts", folder=desk)
    assert (drafted.returncode, drafted.stderr) == (0, "")
    rows = (desk / "drafts/harga-beras-facts.csv").read_text("utf-8").splitlines()
    assert rows == [
        "entity,period,amount,source,note,trust,conflict,published",
        "15.71,2024,14250,https://kabar.example/1,line 5: 14.250,,,2025-02-03",
    ]
    added = run("add", "packs/harga-beras", "facts", "--from", "drafts/harga-beras-facts.csv", folder=desk)
    assert (added.returncode, added.stderr) == (0, "")
    again = run("propose", "draft.md", *with_pack, folder=desk)
    assert (again.stdout, "lacks nothing" in again.stderr) == ("", True)


def test_build_keeps_the_packs_ready(desk: Path) -> None:
    done = run("build", folder=desk, FACTCHECK_CACHE_DIR=str(desk / "cache"))
    assert done.returncode == 0
    assert list((desk / "cache").glob("*.reference"))


def test_the_configuration_names_packs(desk: Path) -> None:
    (desk / "factcheck.toml").write_text('reference = ["packs"]\n', "utf-8")
    assert "harga-beras" in run("list", folder=desk).stdout


def test_the_configuration_leaves_packs_out(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('leave-out = ["kecamatan", "penduduk"]\n', "utf-8")
    left = [line.split()[0] for line in run("list", folder=tmp_path).stdout.splitlines()[1:]]
    assert {path.name for path in (ROOT / "reference").iterdir()} - {*left} == {"kecamatan", "penduduk"}
    assert "population" not in run("show", "Kota Jambi", folder=tmp_path).stdout


def test_add_takes_the_file_of_a_table_and_a_name_for_an_alias(desk: Path) -> None:
    done = run("add", "packs/harga-beras", "aliases.csv", "alias=Kotjam", "id=Kota Jambi", folder=desk)
    assert (done.returncode, done.stderr) == (0, "")
    assert (desk / "packs/harga-beras/aliases.csv").read_text("utf-8").splitlines()[-1] == "Kotjam,15.71,,"
    done = run("add", "packs/harga-beras", "wages", "alias=x", folder=desk)
    assert "has no table “wages”: it has " in done.stderr


def test_only_the_own_packs_still_know_the_regions(desk: Path) -> None:
    done = run("list", "--only-reference", "--reference", "packs", folder=desk)
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["pack", "wilayah", "harga-beras"]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("entity;period;amount\n31;2024;1\n", "the cells are parted by semicolons: save it as CSV with commas"),
        ("entity\tperiod\n31\t2024\n", "the cells are parted by tabs"),
        ("entity,period,amount,source\n31,2024,12.500.000,s\n", "“12.500.000” has signs of another language"),
    ],
)
def test_what_a_spreadsheet_in_another_language_wrote_is_said(desk: Path, table: str, said: str) -> None:
    (desk / "packs/harga-beras/facts.csv").write_text(table, "utf-8")
    assert said in run("validate", "packs", folder=desk).stderr


SENTENCES = """sentence,flagged,expected,published
Harga beras di Jakarta pada 2024 sebesar Rp12.500.,no,,2025-01-05
Harga beras di Jakarta pada 2024 sebesar Rp15.200.,yes,12.500,2025-01-05
"""


def with_sentences(desk: Path, text: str) -> None:
    """Gives the pack of the desk a table of tests."""
    pack = desk / "packs/harga-beras"
    descriptor = json.loads((pack / "datapackage.json").read_text("utf-8"))
    fields = [{"name": name, "type": "string"} for name in text.splitlines()[0].split(",")]
    table = {"name": "tests", "path": "tests.csv", "schema": {"fields": fields}, "factcheck": {"role": "tests"}}
    descriptor["resources"] = [one for one in descriptor["resources"] if one["name"] != "tests"] + [table]
    (pack / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    (pack / "tests.csv").write_text(text, "utf-8")


def test_sentences_of_a_pack_are_tried(desk: Path) -> None:
    with_sentences(desk, SENTENCES)
    done = run("validate", "packs/harga-beras", folder=desk)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("; 2 test sentences: all judged as said\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("12.500.,no", "12.600.,no", "tests.csv:2:1: flagged, but it is right (wrong-value: "),
        ("15.200.,yes", "12.500 per kilogram.,yes", "tests.csv:3:1: not flagged, but it is wrong"),
        ("yes,12.500", "yes,12.600", "tests.csv:3:1: flagged, but not with “12.600” (wrong-value: "),
        (
            "Harga beras di Jakarta pada 2024 sebesar Rp12.500.",
            "Hujan turun.",
            "tests.csv:2:1: not flagged, but not read",
        ),
    ],
)
def test_a_sentence_judged_otherwise_is_told_with_its_line(desk: Path, old: str, new: str, said: str) -> None:
    with_sentences(desk, SENTENCES.replace(old, new))
    done = run("validate", "packs/harga-beras", folder=desk)
    assert done.returncode == 2
    assert said in done.stderr
    assert "2 test sentences: 1 judged otherwise than said" in done.stdout


def test_propose_says_what_it_left_out_and_why(desk: Path) -> None:
    (desk / "a.txt").write_text("Harga beras di Kota Jambi sebesar Rp13.500.\n", "utf-8")
    (desk / "b.txt").write_text("Harga beras di Kota Palu pada 2023 sebesar Rp12.750.\n", "utf-8")
    done = run("propose", "a.txt", "b.txt", "--reference", "packs", folder=desk)
    assert "72.71,2023,12750," in done.stdout
    assert "15.71" not in done.stdout
    assert "a.txt:1: “13.500” left out: no year is named" in done.stderr


def test_propose_sends_a_table_to_import(desk: Path) -> None:
    (desk / "a.csv").write_text("Kabupaten;2023\nSigi;1\n", "utf-8")
    done = run("propose", "a.csv", folder=desk)
    assert done.returncode == 2
    assert "a.csv: This is a table: `factcheck reference import` reads it into a pack." in done.stderr


@pytest.mark.parametrize("words", ["5 Desember 2017", "December 5, 2017", "2017-12-05", "05/12/2017"])
def test_search_finds_a_day_as_anybody_writes_it(words: str, tmp_path: Path) -> None:
    done = run("search", words, "Balai", "Kartini", folder=tmp_path, FACTCHECK_LANG="id")
    assert done.returncode == 0
    assert "5 Desember 2017" in done.stdout
