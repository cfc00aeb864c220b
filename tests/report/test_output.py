"""Reports into files, as a user asks for them: real processes."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from factcheck import check_text
from factcheck.formats import REPORTERS
from factcheck.messages import use_language
from factcheck.model import Report
from factcheck.report.output import Output, outputs, whole_file
from factcheck.report.reporter import write

WRONG = "PALU, Kabar Teluk - Piagam diserahkan Selasa (2/12/2024) di aula kantor wali kota.\n"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8"}


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "factcheck", "check", *arguments]
    return subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, capture_output=True, encoding="utf-8", timeout=600, check=False
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "wrong.txt").write_text(WRONG, "utf-8")
    return tmp_path


def test_several_formats_in_one_run(desk: Path) -> None:
    names = ["a.json", "a.sarif", "junit:report.out", "a.csv", "a.html", "a.md"]
    done = run(desk, "wrong.txt", *(word for name in names for word in ("-o", name)))
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("wrong.txt:1:39: error wrong-weekday")
    rule = json.loads((desk / "a.json").read_text("utf-8"))["documents"][0]["findings"][0]["rule"]
    results = json.loads((desk / "a.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert [rule, results[0]["ruleId"]] == ["wrong-weekday"] * 2
    assert len(ElementTree.parse(desk / "report.out").findall(".//failure")) == 1
    with (desk / "a.csv").open(encoding="utf-8", newline="") as file:
        assert [row["rule"] for row in csv.DictReader(file)] == ["wrong-weekday"]
    assert "<!DOCTYPE html>" in (desk / "a.html").read_text("utf-8")
    assert (desk / "a.md").read_text("utf-8").startswith("### factcheck: 1 error")


def test_a_report_among_the_articles_is_no_article(desk: Path) -> None:
    files = ("report.html", "report.md", "report.txt")
    first = run(desk, ".", *(word for name in files for word in ("-o", name)))
    written = {name: (desk / name).read_bytes() for name in files}
    again = run(desk, ".", *(word for name in files for word in ("-o", name)))
    assert (again.stdout, again.returncode) == (first.stdout, 1)
    assert {name: (desk / name).read_bytes() for name in files} == written
    for name in files[1:]:
        (desk / name).unlink()
    assert run(desk, ".").stdout == first.stdout
    assert "2 articles" in run(desk, ".", "report.html").stdout


def test_a_page_of_somebody_else_is_an_article(desk: Path) -> None:
    (desk / "a.html").write_text(f'<meta name="generator" content="Hugo 0.1"><p>{WRONG}</p>', "utf-8")
    assert "a.html:1:" in run(desk, ".").stdout


@pytest.mark.parametrize("name", ["x.sarif", "x.out"])
def test_a_format_that_goes_into_a_file_is_not_printed_too(desk: Path, name: str) -> None:
    done = run(desk, "wrong.txt", "--format", "sarif", "--output", name)
    assert done.stdout.startswith("wrong.txt:1:39: ")
    assert json.loads((desk / name).read_text("utf-8"))["version"] == "2.1.0"


def test_one_format_printed_and_another_in_a_file(desk: Path) -> None:
    done = run(desk, "wrong.txt", "--format", "json", "-o", "x.html")
    assert json.loads(done.stdout)["summary"]["errors"] == 1
    assert "<article" in (desk / "x.html").read_text("utf-8")


def test_a_file_gets_the_whole_report_when_the_terminal_gets_none_of_it(desk: Path) -> None:
    done = run(desk, "wrong.txt", "--quiet", "--fail-on", "never", "-o", "x.json")
    assert done.returncode == 0
    assert json.loads((desk / "x.json").read_text("utf-8"))["summary"]["errors"] == 1


@pytest.mark.parametrize(
    ("name", "said"),
    [("x.foo", "does not say which format"), ("none/x.json", "cannot be written"), (".", "which format")],
)
def test_files_that_cannot_be_written(desk: Path, name: str, said: str) -> None:
    done = run(desk, "wrong.txt", "-o", name)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_run_that_breaks_off_leaves_the_old_report(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("old", "utf-8")
    with pytest.raises(ZeroDivisionError), whole_file(str(path)) as file:
        file.write("half")
        raise ZeroDivisionError
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_old_report_stands_until_the_new_one_is_whole(desk: Path) -> None:
    old = '{"schema": "factcheck.report/1", "documents": []}'
    (desk / "x.json").write_text(old, "utf-8")
    run(desk, "wrong.txt", "-o", "x.json")
    assert json.loads((desk / "x.json").read_text("utf-8"))["schema"] == "factcheck.report/1"
    assert [path.name for path in desk.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("form", REPORTERS)
@pytest.mark.parametrize("language", ["en", "id"])
def test_a_report_of_ours_may_be_written_over(desk: Path, form: str, language: str) -> None:
    document = check_text(WRONG)
    for reports in ((), (document,), (check_text("Hari ini cerah."),)):
        use_language(language)
        with (desk / "report").open("w", encoding="utf-8") as out:
            write(Report(reports), form, out)
        use_language("en")
        assert outputs([f"{form}:{desk / 'report'}"], "") == ((Output(form, str(desk / "report")),), None)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("draft.md", "# Judul\n\nSatu berita.\n"),
        ("front.md", "---\ntitle: Satu berita\n---\n\nIsi.\n"),
        ("page.html", "<!DOCTYPE html><title>Satu berita</title><p>Isi."),
        ("factcheck.toml", 'exclude = ["x"]\n'),
        ("factcheck-baseline.json", '{"schema": "factcheck.baseline/1", "articles": {}}\n'),
        ("list.txt", "8 tempat: semuanya indah.\n"),
        ("table.csv", "entity,period,value\n"),
    ],
)
def test_nothing_else_is_written_over(desk: Path, name: str, content: str) -> None:
    (desk / name).write_text(content, "utf-8")
    done = run(desk, "wrong.txt", "-o", f"json:{name}")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no report of factcheck" in done.stderr
    assert (desk / name).read_text("utf-8") == content


def test_a_report_does_not_go_into_a_pipe_or_into_the_article(desk: Path) -> None:
    os.mkfifo(desk / "pipe")
    done = run(desk, "wrong.txt", "-o", "json:pipe")
    assert (done.returncode, "no plain file" in done.stderr) == (2, True)
    assert run(desk, "wrong.txt", "-o", "wrong.txt").returncode == 2
    assert (desk / "wrong.txt").read_text("utf-8") == WRONG


@pytest.mark.parametrize("name", ["json:-", "json:/dev/stdout"])
def test_a_report_into_standard_output_is_the_one_report_there(desk: Path, name: str) -> None:
    done = run(desk, "wrong.txt", "-o", name)
    assert json.loads(done.stdout)["summary"]["errors"] == 1
