"""What an import makes of a pack beside its rows: its words, title, ranks, complete groups, sources and days."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.command import run
from factcheck.reference.importing.labels import bare_title
from factcheck.reference.importing.measures import made
from factcheck.reference.importing.spoken import telling_word, words_of

GAZETTEER = Path(__file__).parents[3] / "reference/wilayah/entities.csv"
PROVINCES = {
    row["id"]: row["name"] for row in csv.DictReader(GAZETTEER.open(encoding="utf-8")) if row["kind"] == "provinsi"
}
LATE = ("93", "94", "95", "96")


def table(title: str, years: str, without: tuple[str, ...] = ()) -> str:
    """A table of all provinces but some, each with a figure of its own."""
    rows = [
        f"{name};" + ";".join(f"{20 + at / 10 + 0.05:.2f}".replace(".", ",") for _ in years.split(";"))
        for at, (id, name) in enumerate(PROVINCES.items())
        if id not in without
    ]
    return f"{title}\nProvinsi;{years}\n" + "\n".join(rows) + "\n"


def imported(folder: Path, text: str, *options: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    (folder / ".git").mkdir(exist_ok=True)
    (folder / "t.csv").write_text(text, "utf-8")
    code = run(["reference", "import", str(folder / "t.csv"), str(folder / "pack"), "--yes", *options])
    return code, capsys.readouterr().out


def descriptor(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "pack/datapackage.json").read_text("utf-8"))
    return found


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((folder / "pack" / name).open(encoding="utf-8")))


def test_a_table_of_all_provinces_of_its_time_is_declared_complete(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = table("[Metode Baru] Prevalensi Stunting menurut Provinsi, 2021 dan 2024 (persen)", "2021;2024", LATE)
    code, shown = imported(tmp_path, text, "--source", "https://data.example/1", "--write", capsys=capsys)
    assert code == 0
    assert [(row["period"], row["group"], row["scope"]) for row in rows(tmp_path, "complete.csv")] == [
        ("2021", "provinsi", "ID"),
        ("2024", "provinsi", "ID"),
    ]
    assert "complete     2021, 2024: all 34 of “provinsi” in the country" in shown
    pack = descriptor(tmp_path)
    assert pack["title"] == "Prevalensi Stunting menurut Provinsi"
    assert pack["factcheck"]["subject"]["names"] == {"id": ["prevalensi stunting", "stunting"]}
    measure = pack["factcheck"]["measures"]["prevalensi-stunting"]
    assert (measure["words"], measure["maximum"]) == ({"id": ["prevalensi stunting", "stunting"]}, "100")


def test_one_province_that_lacks_is_named_and_nothing_declared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = table("Angka Literasi menurut Provinsi", "2024", ("82",))
    _, shown = imported(tmp_path, text, "--source", "https://data.example/1", "--write", capsys=capsys)
    assert "lacks        2024: Provinsi Maluku Utara, of all 38 of “provinsi” in the country" in shown
    assert rows(tmp_path, "complete.csv") == []


def test_a_year_of_which_half_is_held_is_said_to_have_no_ranks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = table("Angka Literasi menurut Provinsi", "2024", tuple(PROVINCES)[:20])
    _, shown = imported(tmp_path, text, "--source", "https://data.example/1", "--write", capsys=capsys)
    told = "lacks        2024: 18 of 38 of “provinsi” in the country are held: no ranks or counts are computed"
    assert " ".join(told.split()) in " ".join(shown.split())
    assert rows(tmp_path, "complete.csv") == []


def test_a_second_year_is_declared_beside_the_first_and_the_first_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for years in ("2024", "2024;2025"):
        text = table("Angka Literasi menurut Provinsi", years)
        assert imported(tmp_path, text, "--source", "https://data.example/1", "--write", capsys=capsys)[0] == 0
    assert [row["period"] for row in rows(tmp_path, "complete.csv")] == ["2024", "2025"]


def test_rows_have_the_source_of_their_own_column_and_the_day_of_their_year(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        "Provinsi;Tahun;Angka literasi;Sumber\nJambi;2022;61,5;https://a.example\nJambi;2023;62,5;https://b.example\n"
        "Banten;2022;71,5;https://a.example\nBanten;2023;72,5;https://b.example\n"
    )
    days = ("--published", "2023=2024-02-01", "--published", "2023-01-31")
    code, shown = imported(tmp_path, text, *days, "--write", capsys=capsys)
    assert (code, "published    not said" in shown) == (0, False)
    assert [(row["period"], row["source"], row["published"]) for row in rows(tmp_path, "facts.csv")] == [
        ("2022", "https://a.example", "2023-01-31"),
        ("2023", "https://b.example", "2024-02-01"),
        ("2022", "https://a.example", "2023-01-31"),
        ("2023", "https://b.example", "2024-02-01"),
    ]


def test_what_is_only_shown_needs_no_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = table("Angka Literasi menurut Provinsi", "2024")
    code, shown = imported(tmp_path, text, capsys=capsys)
    assert (code, "source       not said: --source" in shown) == (0, True)
    assert imported(tmp_path, text, "--write", capsys=capsys)[0] == 2


def test_words_ranks_and_title_are_as_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = table("Indeks Ketimpangan Gender (IKG) menurut Provinsi, 2024", "2024")
    options = ("--say", "ikg=indeks gender", "--say", "ikg:en=gender inequality index", "--best", "lowest")
    given = (*options, "--title", "Ketimpangan gender", "--source", "https://data.example/1", "--write")
    _, shown = imported(tmp_path, text, *given, capsys=capsys)
    assert "rank 1       the lowest ikg, called the best (else: --best highest)" in shown
    pack = descriptor(tmp_path)
    words = ["indeks ketimpangan gender", "IKG", "ketimpangan", "ketimpangan gender", "indeks gender"]
    assert pack["factcheck"]["measures"]["ikg"]["words"] == {"id": words, "en": ["gender inequality index"]}
    assert pack["factcheck"]["subject"]["topics"] == {"id": words, "en": ["gender inequality index"]}
    assert (pack["factcheck"]["rank"]["order"], pack["title"]) == ("ascending", "Ketimpangan gender")


def test_what_is_said_of_a_pack_that_is_there_is_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, note = (
        table("Angka Literasi menurut Provinsi", "2024"),
        "noticed      --say, --title, --topic and --best are for a new",
    )
    for said in (False, True):
        given = ("--title", "Literasi", "--source", "https://data.example/1", "--write")
        assert (note in imported(tmp_path, text, *given, capsys=capsys)[1]) == said


def test_a_word_of_two_measures_tells_only_the_subject(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Provinsi;Prevalensi stunting;Jumlah balita stunting\nJambi;13,5;12345\nBanten;20,1;23456\n"
    options = ("--year", "2024", "--source", "https://data.example/1", "--write")
    assert imported(tmp_path, text, *options, capsys=capsys)[0] == 0
    stated = descriptor(tmp_path)["factcheck"]
    assert stated["measures"]["prevalensi-stunting"]["words"]["id"] == ["Prevalensi stunting"]
    assert stated["subject"]["names"]["id"] == ["Prevalensi stunting", "Jumlah balita stunting", "stunting"]


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Tabel 4.2 [Metode Baru] Indeks Gini (IG) menurut Provinsi, 2022-2024", "Indeks Gini (IG) menurut Provinsi"),
        ("Penduduk Miskin menurut Kabupaten/Kota Tahun 2023 (Persen)", "Penduduk Miskin menurut Kabupaten/Kota"),
        ("Jumlah Kasus menurut Provinsi, 2017 dan 2021", "Jumlah Kasus menurut Provinsi"),
        ("Penduduk Usia 15–64 menurut Provinsi", "Penduduk Usia 15–64 menurut Provinsi"),
    ],
)  # fmt: skip
def test_a_title_without_what_changes_from_year_to_year(title: str, bare: str) -> None:
    assert bare_title(title) == bare


@pytest.mark.parametrize(
    ("label", "words", "telling"),
    [
        ("Prevalensi Stunting", ("prevalensi stunting",), "stunting"),
        ("[Metode Baru] Indeks Pembangunan Manusia (IPM) 2024", ("indeks pembangunan manusia", "IPM"), ""),
        ("Indeks Kebahagiaan", ("indeks kebahagiaan",), ""),
        ("Rata-rata Lama Sekolah (Tahun Ajaran)", ("Rata-rata Lama Sekolah",), ""),
        ("Stunting", ("stunting",), ""),
    ],
)
def test_the_words_of_a_label(label: str, words: tuple[str, ...], telling: str) -> None:
    assert words_of(label) == words
    assert telling_word(made("", label)) == telling


def test_figures_that_became_known_late_are_shown_as_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Jumlah Ranjang Rumah Sakit 2023\nProvinsi;2023\nRiau;10.352\nBali;7.918\n"
    code, shown = imported(tmp_path, text, "--source", "https://x.example", "--published", "2025-12-01", capsys=capsys)
    assert code == 0
    assert "    agrees\n" in shown


def test_the_words_in_front_of_whole_numbers_and_the_largest_figure_are_shown_and_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Jumlah Ranjang Rumah Sakit 2023\nProvinsi;2023\nRiau;10.352\nBali;7.918\n"
    options = ("--source", "https://x.example", "--maximum", "50000", "--write")
    code, shown = imported(tmp_path, text, *options, capsys=capsys)
    assert code == 0
    assert "in front of a figure also “sebesar”, “sebanyak”" in shown
    (measure,) = descriptor(tmp_path)["factcheck"]["measures"].values()
    assert measure["maximum"] == "50000"


@pytest.mark.parametrize(
    ("kind", "stated", "figures", "unit"),
    [
        ("score", "kind", "Riau;61,35\nBali;79,18\n", ()),
        ("share", "reported", "Riau;61,35\nBali;79,18\n", ("--unit", "percent")),
        ("count", "reported", "Riau;10.352\nBali;7.918\n", ()),
    ],
)
def test_what_reports_call_the_figures_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, stated: str, figures: str, unit: tuple[str, ...]
) -> None:
    text = f"Minat Baca 2023\nProvinsi;2023\n{figures}"
    options = ("--source", "https://x.example", "--kind", kind, *unit, "--write")
    assert imported(tmp_path, text, *options, capsys=capsys)[0] == 0
    (measure,) = descriptor(tmp_path)["factcheck"]["measures"].values()
    assert measure[stated] == kind


def test_all_columns_but_one_are_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Indeks Literasi 2023\nProvinsi;Indeks;Akses;Budaya\nRiau;61,35;60,01;60,02\nBali;79,18;70,01;70,02\n"
    options = ("--source", "https://x.example", "--column", "Indeks=literasi", "--column", "*=-", "--write")
    assert imported(tmp_path, text, *options, capsys=capsys)[0] == 0
    assert list(descriptor(tmp_path)["factcheck"]["measures"]) == ["literasi"]


def test_a_group_is_declared_with_the_source_of_its_own_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = table("Angka Literasi menurut Provinsi", "2024")
    assert imported(tmp_path, text, "--source", "https://data.example/1", "--write", capsys=capsys)[0] == 0
    places = [row for row in csv.DictReader(GAZETTEER.open(encoding="utf-8")) if row["parent"] == "14"]
    text = "Angka Literasi\nDaerah;2024\n" + "".join(f"{row['name']};6{at % 10},5\n" for at, row in enumerate(places))
    code, shown = imported(tmp_path, text, "--source", "https://data.example/2", "--write", capsys=capsys)
    assert code == 0, shown
    assert [(row["scope"], row["source"]) for row in rows(tmp_path, "complete.csv")] == [
        ("ID", "https://data.example/1"),
        ("14", "https://data.example/2"),
    ]


def test_a_row_names_the_file_that_its_cell_stands_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / ".git").mkdir()
    for year in ("2023", "2024"):
        (tmp_path / f"t-{year}.csv").write_text(table("Angka Literasi menurut Provinsi", year), "utf-8")
    files = [str(tmp_path / f"t-{year}.csv") for year in ("2023", "2024")]
    asked = ["reference", "import", *files, str(tmp_path / "pack"), "--yes", "--source", "https://data.example/1"]
    assert run([*asked, "--write"]) == 0, capsys.readouterr().out
    notes = {(row["period"], row["note"].partition(",")[0]) for row in rows(tmp_path, "facts.csv")}
    assert notes == {("2023", "t-2023.csv"), ("2024", "t-2024.csv")}
