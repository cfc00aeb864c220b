"""`factcheck claims` and `factcheck explain` as a user runs them: whole outputs against the files in golden/.

FACTCHECK_GOLDEN=write writes them anew, to be read before they are committed.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
from pathlib import Path

import pytest
from test_command import run

HERE = Path(__file__).parent
GOLDEN = HERE / "golden"
REGIONS = str(HERE.parents[1] / "reference" / "wilayah")
PACK = ("--only-reference", "--reference", "packs", "--reference", REGIONS)
ENGLISH = {"FACTCHECK_LANG": "en", "COLUMNS": "80"}
OUTPUTS = {
    "claims.txt": ("claims", "draft.md", *PACK),
    "claims-80.txt": ("claims", "draft.md", *PACK, "--format", "rich"),
    "claims.csv": ("claims", "draft.md", *PACK, "--format", "csv"),
    "claims.json": ("claims", "draft.md", *PACK, "--format", "json"),
    "claims-alone.txt": ("claims", "draft.md", "--only-reference"),
    "claims-unchecked.txt": ("claims", "draft.md", *PACK, "--unchecked"),
    "explain-line.txt": ("explain", "draft.md:5", *PACK),
    "explain-column.txt": ("explain", "draft.md:6:52", *PACK),
    "explain-80.txt": ("explain", "draft.md:6", *PACK, "--format", "rich"),
    "explain.json": ("explain", "draft.md:6:52", *PACK, "--format", "json"),
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A desk with an article and a pack of its own, whose figures are invented."""
    shutil.copytree(HERE / "desk", tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.mark.parametrize("name", OUTPUTS)
def test_golden(name: str, desk: Path) -> None:
    done = run(*OUTPUTS[name], folder=desk, stdin=b"", **ENGLISH)
    assert (done.returncode, done.stderr) == (0, "")
    text = re.sub(r'"version": "[^"]*"', '"version": "…"', done.stdout)
    if os.environ.get("FACTCHECK_GOLDEN") == "write":
        (GOLDEN / name).write_text(text, "utf-8")
    assert text == (GOLDEN / name).read_text("utf-8")


# ------------------------------------------------------------------ claims


@pytest.mark.parametrize(
    ("arguments", "kinds"),
    [
        (("--kind", "index"), ["index"] * 3),
        (("--kind", "date,level"), ["level", "date"]),
        (("--kind", "date", "--unchecked"), []),
        (("--no-figures",), ["index", "level", "index", "index", "date"]),
    ],
)
def test_only_what_is_asked_for_is_listed(desk: Path, arguments: tuple[str, ...], kinds: list[str]) -> None:
    said = json.loads(run("claims", "draft.md", *PACK, "--format", "json", *arguments, folder=desk).stdout)
    assert [claim["kind"] for claim in said["documents"][0]["claims"]] == kinds
    assert said["summary"]["claims"] == len(kinds)


@pytest.mark.parametrize(("kind", "found"), [("count", 1), ("population", 1), ("share", 0)])
def test_a_measure_is_reported_as_its_pack_says_and_asked_for_by_both_names(kind: str, found: int, desk: Path) -> None:
    written = "Menurut data Dukcapil, jumlah penduduk Provinsi Bali pada semester II 2024 sebanyak 4.375.263 jiwa.\n"
    (desk / "people.txt").write_text(written, "utf-8")
    said = json.loads(run("claims", "people.txt", "--format", "json", "--kind", kind, folder=desk).stdout)
    claims = said["documents"][0]["claims"]
    assert [(claim["kind"], claim["measure"]) for claim in claims] == [("count", "population")] * found
    checked = json.loads(run("check", "people.txt", "--format", "json", folder=desk).stdout)
    assert [claim["kind"] for claim in checked["documents"][0]["claims"]] == ["count"]


def test_a_claim_stands_where_it_is_said_to(desk: Path) -> None:
    (desk / "dos.md").write_bytes(b"\xef\xbb\xbf" + (desk / "draft.md").read_bytes().replace(b"\n", b"\r\n"))
    text = (desk / "dos.md").read_bytes().decode("utf-8-sig")
    done = run("claims", "dos.md", *PACK, "--format", "json", folder=desk)
    for claim in json.loads(done.stdout)["documents"][0]["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["text"]
        assert claim["sentence"].count(claim["text"]) == 1


def test_a_claim_of_the_list_is_that_of_the_report(desk: Path) -> None:
    documents = []
    for verb in (("check",), ("claims", "--no-figures")):
        done = run(*verb, "--format", "json", "draft.md", *PACK, folder=desk)
        documents.append(json.loads(done.stdout)["documents"][0]["claims"])
    for checked, listed in zip(*documents, strict=True):
        assert checked.items() <= listed.items()


def test_a_folder_with_what_cannot_be_read(desk: Path) -> None:
    (desk / "foto.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    done = run("claims", folder=desk)
    assert done.returncode == 2
    assert done.stderr.startswith("foto.txt: This is a binary file")
    assert done.stdout.splitlines()[-1].startswith("1 article; ")
    assert done.stdout.splitlines()[-1].endswith("1 problem, see above")


def test_standard_input_and_a_word_that_is_no_formula(desk: Path) -> None:
    text = b'"=2+3, yaitu 5 liter beras seharga Rp12.000," kata @lurah.\n'
    done = run("claims", "-", "--stdin-filename", "=meja.txt", "--format", "csv", folder=desk, stdin=text)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [row["text"] for row in rows][-2:] == ["5 liter", "Rp12.000"]
    assert {row["voice"] for row in rows} == {"quote"}
    assert {row["path"] for row in rows} == {"'=meja.txt"}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(tuple("=+-@"))]


def test_nothing_of_an_article_steers_the_terminal(desk: Path) -> None:
    (desk / "a.txt").write_text("Warga \x1b[31mmerah\x1b[0m membeli 40 [bold]karung[/bold] \u202e12 lusin.\n", "utf-8")
    for form in ("rich", "plain", "json", "csv"):
        done = run("claims", "a.txt", "--format", form, folder=desk)
        assert done.returncode == 0
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.stdout)
        explained = run("explain", "a.txt:1", "--format", form if form != "csv" else "plain", folder=desk)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", explained.stdout)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Panen 4,5 juta ton, turun dari 5,1 juta ton.", ["4,5 juta ton", "5,1 juta ton"]),
        ("Diatur pasal 7 dan blok 9 sejak 2019.", []),
        ("Rapat pada 12 Maret 2021 pukul 09.30 WIB.", []),
        ("Dua puluh persen warga; tiga orang.", ["Dua puluh persen"]),
        ("BACA JUGA: Harga Cabai Naik 40 Persen", []),
        ("Tidak ada angka di sini.", []),
    ],
)
def test_figures_that_nothing_measures(desk: Path, text: str, figures: list[str]) -> None:
    (desk / "a.txt").write_text(f"{text}\n", "utf-8")
    done = run("claims", "a.txt", "--kind", "figure", "--only-reference", "--format", "csv", folder=desk)
    assert [row["text"] for row in csv.DictReader(io.StringIO(done.stdout))] == figures


def test_a_sum_that_does_not_come_out_is_said_of_its_figure(desk: Path) -> None:
    (desk / "a.txt").write_text("Produksi naik 30 persen dari 200 ton menjadi 240 ton.\n", "utf-8")
    said = json.loads(run("claims", "a.txt", "--format", "json", folder=desk).stdout)["documents"][0]["claims"]
    assert ("30 persen", "inconsistent") in {(claim["text"], claim["verdict"]) for claim in said}
    assert all(claim["how"] == ["figure: part of a sum that the text states"] for claim in said)


def test_ten_thousand_figures_cost_what_their_length_does(desk: Path) -> None:
    line = "Kios itu menjual {} karung seharga Rp{}.500.\n\n"
    (desk / "a.txt").write_text("".join(line.format(n % 89 + 3, n % 77 + 11) for n in range(5_000)), "utf-8")
    said = json.loads(run("claims", "a.txt", "--format", "json", folder=desk).stdout)
    assert said["summary"]["claims"] == 10_000


# ------------------------------------------------------------------ explain


@pytest.mark.parametrize(
    ("place", "status", "said"),
    [
        ("draft.md:11", 1, "nothing is read here  links and notes"),
        ("draft.md:3", 1, "nothing is read here  front matter"),
        ("draft.md:4", 1, "nothing is read here  no text"),
        ("draft.md:7", 1, "nothing is read here  no text"),
        ("draft.md:9:42", 0, "claim c5  date 10/2/2025, 9:42"),
        ("draft.md:8:2", 0, "claims           none"),
    ],
)
def test_what_is_said_of_a_place(desk: Path, place: str, status: int, said: str) -> None:
    done = run("explain", place, *PACK, folder=desk, stdin=b"", **ENGLISH)
    assert (done.returncode, done.stderr) == (status, "")
    assert said in done.stdout


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("draft.md", "factcheck: 'draft.md' names no line; write it as draft.md:12 or draft.md:12:31."),
        ("draft.md:99", "draft.md: There is no line 99; the last one is 12."),
        ("draft.md:0", "draft.md: There is no line 0; the last one is 12."),
        ("draft.md:6:400", "draft.md:6: There is no column 400; the last one is 55."),
        ("gone.md:1", "gone.md: This file cannot be read: it does not exist."),
    ],
)
def test_a_place_that_there_is_not(desk: Path, place: str, said: str) -> None:
    done = run("explain", place, folder=desk, stdin=b"", **ENGLISH)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{said}\n")


def test_an_article_on_no_subject_of_the_reference(desk: Path) -> None:
    (desk / "liga.txt").write_text("Palu naik ke peringkat 2 dari 18 tim dengan 48 poin, naik 5 poin.\n", "utf-8")
    done = run("explain", "liga.txt:1", *PACK, folder=desk, stdin=b"", **ENGLISH)
    assert (done.returncode, done.stderr) == (0, "")
    assert "subjects         none: only dates, names and laws are read" in done.stdout
    assert "no claim         2; 18; 48; 5" in done.stdout


def test_a_page_is_explained_at_the_places_of_its_file(desk: Path) -> None:
    page = "<html><body><h1>Perpustakaan</h1>\n<p>Indeks literasi <b>Kabupaten&nbsp;Sigi</b>\npada 2024 {}.</p></body>"
    (desk / "a.html").write_text(page.format("sebesar 68,40"), "utf-8")
    said = json.loads(run("explain", "a.html:3:20", *PACK, "--format", "json", folder=desk).stdout)
    claim = said["sentences"][0]["claims"][0]
    assert (claim["text"], claim["line"], claim["column"]) == ("68,40", 3, 19)
    assert claim["written"]["subject"]["line"] == 2
    assert [reading["answer"] for reading in claim["readings"]] == ["contradicted"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dinas Sosial Sigi memperoleh indeks 91,13.", "values           91,13 (about nobody"),
    ],
)
def test_why_nothing_is_flagged(desk: Path, text: str, said: str) -> None:
    head = "Perpustakaan Sigi pada 2024\n\nIndeks literasi menjadi pembicaraan pada 2024.\n\n"
    (desk / "a.txt").write_text(f"{head}{text}\n", "utf-8")
    done = run("explain", "a.txt:5", *PACK, folder=desk, stdin=b"", **ENGLISH)
    assert done.returncode == 0
    assert said in done.stdout
