"""Articles as inputs hold them: every article once, whatever is damaged around it."""

from __future__ import annotations

import csv
import gzip
import json
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_inputs import RIGHT, damaged_lines, files, no_text, table, web_pages, wget_pages

from factcheck.archive.inputs.bounded_lines import LONGEST, lines_of
from factcheck.archive.inputs.chunks import Chunk, read_chunks
from factcheck.archive.inputs.columns import find_columns, read_columns
from factcheck.archive.inputs.find_inputs import find_inputs
from factcheck.archive.inputs.portions import portions_of, records_of
from factcheck.archive.inputs.record import Columns, Record
from factcheck.archive.inputs.written_day import written_day
from factcheck.errors import FactcheckError

DAYS = tomllib.loads((Path(__file__).parent / "days.toml").read_text("utf-8"))["day"]


def read(path: Path, size: int = 1_000_000, columns: str = "") -> list[Record]:
    """The articles of everything at a path."""
    return list(_read(path, size, columns))


def _read(path: Path, size: int, columns: str) -> Iterator[Record]:
    for number, each in enumerate(find_inputs([str(path)])):
        for portion in portions_of(number, each, read_columns(columns), size):
            records = list(records_of(portion))
            assert len(records) == portion.rows
            yield from records


@pytest.mark.parametrize("case", DAYS, ids=[case.get("name", case["written"]) for case in DAYS])
def test_a_day_is_read_or_it_is_none(case: dict[str, object]) -> None:
    assert written_day(str(case["written"])) == case.get("is")


@pytest.mark.parametrize(
    ("names", "given_", "found"),
    [
        (["id", "Judul", "ISI", "tanggal"], "", Columns(text="ISI", title="Judul", date="tanggal", id="id")),
        (["content", "text", "url"], "", Columns(text="text", address="url")),
        (["html", "text"], "html=html", Columns(html="html")),
        (
            ["ID Artikel", "Judul Berita", "Isi Berita", "Tanggal-Terbit", "Nama Media"],
            "",
            Columns("Isi Berita", "", "Judul Berita", "Tanggal-Terbit", "", "ID Artikel", "Nama Media"),
        ),
        (
            ["ID", "post_title", "post_content", "post_date_gmt", "pubDate"],
            "",
            Columns(text="post_content", title="post_title", date="pubDate", id="ID"),
        ),
        (["artikel", "isi artikel"], "", Columns(text="isi artikel")),
        (["isi artikel", "isi"], "", Columns(text="isi")),
        (["text", "content_length", "isi kotak", "judul video"], "", Columns(text="text")),
        (["a", "b"], "text=b", Columns(text="b")),
    ],
)
def test_columns_are_known_by_their_names_or_said(names: list[str], given_: str, found: Columns) -> None:
    assert find_columns(names, read_columns(given_), "x") == found


@pytest.mark.parametrize(
    ("given_", "said"),
    [("text=c", "no column “c”"), ("", "hold the text"), ("teks=a", "“teks” names no column")],
)
def test_columns_that_are_not_there_are_said(given_: str, said: str) -> None:
    with pytest.raises(FactcheckError, match=said):
        find_columns(["a", "b"], read_columns(given_), "x")


@given(st.lists(st.binary(max_size=20), max_size=30), st.lists(st.integers(1, 9)))
def test_lines_are_the_same_however_they_come(pieces: list[bytes], cuts: list[int]) -> None:
    data = b"\n".join(pieces)
    chunks, at = [], 0
    for cut in [*cuts, len(data) + 1]:
        chunks.append(Chunk(data[at : at + cut], at))
        at += cut
    wanted = [line.removesuffix(b"\r") for line in data.split(b"\n")]
    lines = list(lines_of(chunks))
    assert [line.data for line in lines] == (wanted if data.rpartition(b"\n")[2] else wanted[:-1])
    assert [line.quotes for line in lines] == [line.data.count(b'"') % 2 == 1 for line in lines]


def test_a_line_that_is_too_long_is_measured_and_not_kept() -> None:
    part = b'"' + b"x" * 999_999
    chunks = [Chunk(part, 0)] * (LONGEST // 1_000_000 + 1)
    (line, after) = lines_of([*chunks, Chunk(b"\nafter", 1)])
    assert (line.data, line.size, line.quotes) == (b"", LONGEST + 1_000_000, True)
    assert after.data == b"after"


@pytest.mark.parametrize("size", [1, 1_000_000])
def test_behind_a_damaged_member_the_next_is_read(tmp_path: Path, size: int) -> None:
    found = read(damaged_lines(tmp_path), size)
    assert [record.row for record in found] == [1, 2, 3, 4, 5]
    assert [record.id for record in found] == ["j4", "", "j6", "", "j8"]
    said = [record.problem.partition(" near ")[0] for record in found]
    assert said == ["", "This file is damaged", "", "This line is no JSON.", "This article holds no text."]


def test_a_file_that_was_cut_off_says_so_behind_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    lines = "".join(json.dumps({"text": RIGHT, "id": number}) + "\n" for number in range(5000))
    path.write_bytes(gzip.compress(lines.encode())[:-20])
    found = read(path)
    assert [record.problem for record in found if record.problem][-1] == "This file ends in the middle: it was cut off."
    assert [record.id for record in found[:100]] == [str(number) for number in range(100)]


def test_rows_of_a_table_that_cannot_be_read_stay_apart_from_those_that_can(tmp_path: Path) -> None:
    found = read(table(tmp_path))
    assert [(record.row, record.id, record.written) for record in found] == [
        (1, "k1", "Selasa, 3 Desember 2024"),
        (2, "", ""),
        (3, "k3", "2024-12-04"),
        (4, "k1", "12/13/2024"),
    ]
    assert [record.problem[:30] for record in found] == [
        "",
        "This row has 5 cells; the firs",
        "This article of 21 MB is too l",
        "",
    ]


def test_a_cell_that_never_ends_is_one_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows((["text", "id"], [("a" * 9_999 + "\n") * (LONGEST // 10_000 + 1), "1"], [RIGHT, "2"]))
    found = read(path)
    assert [(record.row, record.id, bool(record.problem)) for record in found] == [(1, "", True), (2, "2", False)]


@pytest.mark.parametrize(("ending", "separator"), [(".csv", ";"), (".tsv", "\t"), (".csv", "|")])
def test_cells_are_told_apart_by_what_stands_in_the_first_row(tmp_path: Path, ending: str, separator: str) -> None:
    path = tmp_path / f"a{ending}"
    path.write_text(separator.join(("id", "isi")) + "\n" + separator.join(("1", RIGHT)) + "\n", "utf-8-sig")
    assert [(record.id, record.data.decode()) for record in read(path)] == [("1", RIGHT)]


def test_an_input_that_cannot_be_read_is_one_row(tmp_path: Path) -> None:
    found = [*read(no_text(tmp_path)), *read(tmp_path / "none.jsonl")]
    assert [record.row for record in found] == [0, 0]
    assert [record.problem[:30] for record in found] == [
        "No column is known to hold the",
        "There is no such file or folde",
    ]


def test_a_folder_is_its_articles_and_its_tables(tmp_path: Path) -> None:
    files(tmp_path)
    damaged_lines(tmp_path)
    assert [(each.kind, len(each.files)) for each in find_inputs([str(tmp_path)])] == [("json", 0), ("files", 2)]


def test_what_a_run_wrote_below_a_folder_is_no_input_of_it(tmp_path: Path) -> None:
    damaged_lines(tmp_path)
    for name in ("checked/documents", ".git"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "rows.jsonl").write_text("{}\n", "utf-8")
    (tmp_path / "checked/run.json").write_text("{}", "utf-8")
    assert [Path(each.path).name for each in find_inputs([str(tmp_path)])] == ["c-damaged.jsonl.gz"]


def test_portions_are_the_same_articles_whatever_their_size(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [{"text": RIGHT * (number % 7 + 1), "id": number, "date": "2024-12-04"} for number in range(60)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert read(path, 1) == read(path, 700) == read(path)
    assert read(path)[7] == Record(str(path), 8, RIGHT.encode(), written="2024-12-04", id="7")


@pytest.mark.parametrize(("size", "portions"), [(1_000_000, 3), (2_000_000, 2), (16_000_000, 1)])
def test_larger_portions_have_more_articles_however_short_they_are(tmp_path: Path, size: int, portions: int) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Kata."}\n' * 2_500, "utf-8")
    (given_,) = find_inputs([str(path)])
    assert next(portion.rows for portion in portions_of(0, given_, {}, size)) == min(2_500, size // 1_000)
    assert len(list(portions_of(0, given_, {}, size))) == portions


def test_what_is_packed_is_unpacked_piece_by_piece(tmp_path: Path) -> None:
    """A few kilobytes may hold gigabytes: no chunk is large."""
    path = tmp_path / "a.gz"
    path.write_bytes(gzip.compress(b"x" * 50_000_000))
    assert max(len(chunk.data) for chunk in read_chunks(str(path))) <= 1 << 20


def test_parquet_is_read_slice_by_slice(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="the extra archive is not installed")
    rows = [{"text": RIGHT * (number % 5 + 1), "date": date(2024, 12, 4), "id": number} for number in range(300)]
    path = tmp_path / "a.parquet"
    pytest.importorskip("pyarrow.parquet").write_table(pa.Table.from_pylist(rows), path, row_group_size=130)
    found = read(path)
    assert [(record.row, record.id) for record in found] == [(number + 1, str(number)) for number in range(300)]
    assert read(path, 1_000) == found
    assert found[0].day == date(2024, 12, 4)


CUT_OFF, DAMAGED = "This file ends in the middle", "This file is damaged near"


@pytest.mark.parametrize(
    ("packed", "damage", "rows", "lost"),
    [
        (False, lambda data: data, 6, {}),
        (False, lambda data: data[:-40], 6, {6: CUT_OFF}),
        (False, lambda data: data[: data.rindex(b"WARC-Date")], 6, {6: CUT_OFF}),
        (False, lambda data: data[: data.rindex(b"WARC/1.0") + 10], 6, {6: CUT_OFF}),
        (False, lambda data: data.replace(b"Content-Length: ", b"XXXXXXX-XXXXXX: ", 1), 6, {1: DAMAGED}),
        (False, lambda data: data.replace(b"WARC/1.0", b"XXXXXXXX", 1), 6, {1: DAMAGED}),
        (False, lambda data: b"x" * 90_000 + data, 7, {1: DAMAGED}),
        (False, lambda data: b"This is no web archive.\n" * 50, 1, {1: DAMAGED}),
        (True, lambda data: data, 6, {}),
        (True, lambda data: data[:-40], 6, {6: CUT_OFF}),
        (True, lambda data: data[:50] + bytes(20) + data[70:], 6, {1: DAMAGED}),
    ],
)
def test_of_a_damaged_web_archive_only_the_damage_is_lost(
    tmp_path: Path, packed: bool, damage: Callable[[bytes], bytes], rows: int, lost: dict[int, str]
) -> None:
    pytest.importorskip("fastwarc", reason="the extra archive is not installed")
    path = tmp_path / "a.warc"
    path.write_bytes(damage(b"".join(gzip.compress(page, mtime=0) if packed else page for page in web_pages(6))))
    found = read(path)
    assert [record.row for record in found] == list(range(1, rows + 1))
    told = {record.row: record.problem for record in found if record.problem}
    assert {row: problem[: len(lost.get(row, ""))] for row, problem in told.items()} == lost
    assert all((record.data == b"") == bool(record.problem) for record in found)


def test_of_a_crawl_by_wget_the_pages_are_read_and_not_its_log(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc", reason="the extra archive is not installed")
    assert [record.address for record in read(wget_pages(tmp_path))] == ["https://www.koran.example/1"]


def test_a_damaged_group_of_rows_is_told_row_by_row(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="the extra archive is not installed")
    path = tmp_path / "a.parquet"
    rows = [{"text": f"{RIGHT} {number}"} for number in range(40)]
    pytest.importorskip("pyarrow.parquet").write_table(pa.Table.from_pylist(rows), path, row_group_size=20)
    data = bytearray(path.read_bytes())
    data[4:200] = b"\xff" * 196
    path.write_bytes(data)
    found = read(path)
    assert [record.row for record in found] == list(range(1, 41))
    assert [bool(record.problem) for record in found] == [True] * 20 + [False] * 20
