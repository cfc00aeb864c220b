"""An archive checked by the command as a user runs it, on workers of its own, and what it says afterwards."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from made_inputs import ALL, locked

for needed in ("distributed", "duckdb", "fastwarc", "pyarrow"):
    pytest.importorskip(needed, reason="the extra archive is not installed")

KINDS = ("documents", "claims", "findings")
ROOT = Path(__file__).parents[2]


@cache
def as_a_user() -> list[str] | None:
    """What takes the right from the system's owner to read and write what may not be; None where nothing does."""
    if os.name != "posix":
        return None
    words = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    if os.geteuid():
        return []
    done = subprocess.run([*words, "true"], check=False).returncode if shutil.which(words[0]) else 1
    return None if done else words


def archive(*words: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Runs `factcheck archive` in a process of its own."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "FACTCHECK_LANG": "en"}
    done = subprocess.run(
        [*(as_a_user() or []), sys.executable, "-m", "factcheck", "archive", *words],
        capture_output=True, encoding="utf-8", env=variables, cwd=folder, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return done


def told(folder: Path, *words: str) -> list[dict[str, str]]:
    """The rows of a table of the report, or of an answer, as CSV has them."""
    return list(csv.DictReader(StringIO(archive("report", str(folder), *words, "--format", "csv").stdout)))


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("inputs")
    made = ALL if as_a_user() is None else (*ALL, locked)
    return [*(str(make(folder)) for make in made), str(folder / "h-none.jsonl")]


@pytest.fixture(scope="module")
def checked(inputs: list[str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str, str]]:
    """An archive of everything that is good and bad, checked by two workers; what was said of it."""
    folder = tmp_path_factory.mktemp("archive") / "checked"
    done = archive("check", *inputs, "-o", str(folder), "--workers", "2", "--portion", "100")
    assert done.returncode == 2, done.stderr
    yield folder, done.stdout, done.stderr


def test_every_article_is_a_row_and_what_cannot_be_read_says_why(checked: tuple[Path, str, str]) -> None:
    folder, out, err = checked
    unread = 9 if as_a_user() is None else 10
    assert out.splitlines()[0] == f"10 articles checked, {unread} not checked, 10 claims, 5 errors, 0 warnings."
    rows = told(folder, "--sql", "select * from documents order by document")
    assert [row["status"] for row in rows].count("unread") == unread
    assert {row["document"] for row in rows if row["reason"]} == {
        line.partition(": ")[0] for line in err.splitlines() if "#" in line
    }
    assert {row["published"] for row in rows if row["outlet"] == "koran.example"} == {"2024-12-08"}
    assert {row["title"] for row in rows if row["published_from"] in ("front matter", "metadata")} == {
        "Nilai Kota Jambi",
        "Nilai Jambi",
    }
    assert [row["articles"] for row in told(folder, "--only", "duplicates")] == ["2"]
    assert [row["value"] for row in told(folder, "--only", "conflicts")] == ["86.01", "87.1"]


def test_an_analyst_asks_which_outlets_printed_which_slip_first(checked: tuple[Path, str, str]) -> None:
    """The path of docs/archive.md, its commands as they stand there."""
    folder = checked[0]
    commands = [line.partition("checked/ ")[2] for line in _analyst_path() if "report checked/" in line]
    assert len(commands) >= 3
    import shlex

    answers = [told(folder, *shlex.split(command.partition(" --format")[0])) for command in commands]
    assert answers[0][0]["first_outlet"] == "warta.example"
    assert (answers[0][0]["quote"], answers[0][0]["expected"], answers[0][0]["articles_after"]) == (
        "93,86",
        "93,68",
        "4",
    )
    assert answers[1][0]["outlet"] == "warta.example"
    assert [row["outlet"] for row in answers[2]] == [
        "warta.example",
        "kabar.example",
        "suara.example",
        "",
        "koran.example",
    ]


def test_a_first_run_says_what_the_docs_say(tmp_path: Path) -> None:
    """Articles, commands and answers as they stand in docs/archive.md."""
    page = (ROOT / "docs/archive.md").read_text("utf-8").partition("## A first run")[2].partition("\n## ")[0]
    articles, shown = re.findall(r"```(?:json|console)\n(.*?)```", page, re.DOTALL)
    (tmp_path / "drafts.jsonl").write_text(articles, "utf-8")
    for command, answer in re.findall(r"\$ factcheck archive (.*)\n((?:[^$].*\n)+)", shown):
        done = archive(*command.split(), folder=tmp_path)
        assert done.returncode == 0
        said = re.sub(r"^[0-9:]{8} .*\n", "", done.stderr, flags=re.MULTILINE)  # how far it is, on a busy machine
        assert said + done.stdout == answer


def _analyst_path() -> list[str]:
    page = (ROOT / "docs/archive.md").read_text("utf-8")
    return page.partition("## Who printed it first")[2].partition("\n## ")[0].splitlines()


def test_what_is_left_is_done_and_the_rows_are_the_same(
    checked: tuple[Path, str, str], inputs: list[str], tmp_path: Path
) -> None:
    """Whoever did the half before, and however many do the rest: the files are equal byte for byte."""
    whole, half = checked[0], tmp_path / "half"
    shutil.copytree(whole, half)
    for kind in KINDS:
        for path in sorted((half / kind).iterdir())[::2]:
            path.unlink()
    words = ("check", *inputs, "-o", str(half), "--workers", "1", "--portion", "100")
    assert "--resume does what is left" in archive(*words).stderr
    assert archive(*words, "--resume").returncode == 2  # some cannot be read
    for kind in KINDS:
        files = {path.name: path.read_bytes() for path in (whole / kind).iterdir()}
        assert {path.name: path.read_bytes() for path in (half / kind).iterdir()} == files
    assert (
        json.loads((half / "run.json").read_text("utf-8"))["counts"]
        == json.loads((whole / "run.json").read_text("utf-8"))["counts"]
    )


def test_two_runs_are_held_against_each_other(checked: tuple[Path, str, str], tmp_path: Path) -> None:
    """After a correction of the reference: here one that is wrong, so that it can be told from the other."""
    import pyarrow.parquet as pq

    old, new = checked[0], tmp_path / "new"
    shutil.copytree(old, new)
    assert archive("diff", str(old), str(new)).stdout == "Both say the same.\n"
    path = next(path for path in sorted((new / "findings").iterdir()) if pq.read_metadata(path).num_rows)
    pq.write_table(pq.read_table(path).slice(1), path)
    done = archive("diff", str(old), str(new), "--format", "json")
    assert done.returncode == 1
    assert [row["became"] for row in json.loads(done.stdout)["changes"]] == ["right"]


def test_a_table_that_does_not_show_all_of_its_rows_says_so(checked: tuple[Path, str, str], tmp_path: Path) -> None:
    folder, page = str(checked[0]), tmp_path / "report.html"
    rest = "The first 2 rows; --most 0 shows all."
    assert archive("report", folder, "--only", "outlets", "--most", "2").stdout.splitlines()[-1] == rest
    assert "The first" not in archive("report", folder, "--only", "outlets", "--most", "0").stdout
    archive("report", folder, "--only", "outlets", "--most", "2", "-o", str(page))
    assert rest in page.read_text("utf-8")


def test_the_page_shows_every_table_and_runs_nothing(checked: tuple[Path, str, str], tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    assert archive("report", str(checked[0]), "-o", str(page)).returncode == 0
    text = page.read_text("utf-8")
    assert "warta.example" in text
    assert "<script" not in text
    assert "default-src &#x27;none&#x27;" in text or "default-src 'none'" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("report", "."), "no folder that `factcheck archive check` wrote"),
        (("report", "{checked}", "--sql", "select nothing from nowhere"), "This cannot be asked"),
        (("report", "{checked}", "--only", "nothing"), "There is no table “nothing”"),
        (("check", "x.jsonl", "-o", "{inputs}"), "This folder holds other things"),
        (("check", "x.jsonl", "-o", "/dev/null/x"), "cannot be written to"),
        (("check", "x.jsonl", "-o", "{new}", "--columns", "teks=a"), "“teks” names no column"),
        (("check", "{article}", "-o", "{new}", "--cluster", "tcp://127.0.0.1:1"), "There is no cluster at"),
    ],
)
def test_what_cannot_be_done_is_said(
    checked: tuple[Path, str, str], inputs: list[str], tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    places = {
        "closed": closed,
        "checked": checked[0],
        "inputs": Path(inputs[0]).parent,
        "new": tmp_path / "new",
        "article": inputs[0],
    }
    done = archive(*(word.format(**places) for word in words))
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr


@pytest.mark.skipif(as_a_user() is None, reason="nothing is forbidden to this user")
def test_inputs_without_a_byte_are_counted_too(tmp_path: Path) -> None:
    import gzip

    for name, data in {"a.jsonl": b"", "b.warc": b"", "c.csv.gz": gzip.compress(b"")}.items():
        (tmp_path / name).write_bytes(data)
    done = archive("check", "a.jsonl", "b.warc", "c.csv.gz", "d.parquet", "-o", "checked", folder=tmp_path)
    assert (done.returncode, done.stdout.partition(" claims")[0]) == (2, "0 articles checked, 4 not checked, 0")
    assert sorted(done.stderr.splitlines()) == [
        "a.jsonl#0: This file holds no text.",
        "b.warc#0: This file holds no text.",
        "c.csv.gz#0: This file holds no text.",
        "d.parquet#0: There is no such file or folder.",
    ]


def test_a_folder_that_may_not_be_written_to_is_said(inputs: list[str], tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    done = archive("check", inputs[0], "-o", str(tmp_path / "checked"))
    tmp_path.chmod(0o755)
    assert (done.returncode, "cannot be written to: Permission denied" in done.stderr) == (2, True)


def test_a_full_disk_leaves_nothing_half_written(tmp_path: Path) -> None:
    """The system refuses files above a kilobyte, as a full disk refuses them."""
    for name in (*KINDS, ".writing"):
        (tmp_path / name).mkdir()
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)], capture_output=True, encoding="utf-8", cwd=ROOT, check=False
    )
    assert "This cannot be written: File too large. Mend that and run the same with --resume." in done.stdout
    assert [path for name in (*KINDS, ".writing") for path in (tmp_path / name).iterdir()] == []


FULL = """
import resource, signal, sys
from pathlib import Path
from factcheck.archive.inputs.record import Record
from factcheck.archive.rows.rows_of import unread_rows
from factcheck.archive.rows.tables_written import Made, UnwrittenError, write_rows
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))
try:
    write_rows(Path(sys.argv[1]), "00000-000001", unread_rows(Record("a.csv", 1), "no text"), Made("0", "0"))
except UnwrittenError as slip:
    print(slip)
"""
