"""The command as a user runs it: real processes, their output and exit status."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

WRONG = "PALU, Kabar Teluk - Piagam diserahkan Selasa (2/12/2024) di aula kantor wali kota.\n"
RIGHT = "PALU, Kabar Teluk - Piagam diserahkan Senin (2/12/2024) di aula kantor wali kota.\n"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8"}


def run(*arguments: str, folder: Path, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `factcheck` in `folder`."""
    variables = {**ENVIRONMENT, **environment}
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=folder, input=stdin, capture_output=True, env=variables, timeout=600, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a right article, a wrong one in a folder below, and a root of a repository."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "right.txt").write_text(RIGHT, "utf-8")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "wrong.md").write_text(WRONG, "utf-8")
    return tmp_path


def test_a_clean_article(desk: Path) -> None:
    done = run("check", "right.txt", folder=desk)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 article: nothing to mend; 1 claim")


def test_an_article_with_a_finding(desk: Path) -> None:
    done = run("check", folder=desk)
    assert done.returncode == 1
    assert done.stdout.splitlines()[0].startswith(f"{Path('drafts/wrong.md')}:1:39: ")
    assert done.stdout.splitlines()[-1].startswith("2 articles: ")


@pytest.mark.parametrize(("fail_on", "status"), [("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on(desk: Path, fail_on: str, status: int) -> None:
    assert run("check", "--fail-on", fail_on, folder=desk).returncode == status


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("foto.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "foto.txt: This is a binary file"),
        ("kosong.txt", b"", "kosong.txt: This file holds no text"),
        ("rusak.txt", b"satu\ndua \x81", "rusak.txt:2: This file is undecodable"),
        ("depan.md", b"---\ntitle: Satu\n\nIsi.", "depan.md:1: The front matter is never closed"),
        ("tanggal.md", b"---\ndate: kemarin\n---\nIsi.", "tanggal.md:2: 'kemarin' is no date"),
        ("panjang.txt", b"a" * 30_000_000, "panjang.txt: This file of 30 MB is too large"),
        ("asing.md", b"---\nlanguage: fr\n---\nIsi.", "asing.md: "),
        ("naskah.docx", b"PK\x03\x04", "naskah.docx: This file is damaged or no Word document"),
    ],
)
def test_what_cannot_be_read_is_said_and_the_rest_is_checked(desk: Path, name: str, content: bytes, said: str) -> None:
    (desk / name).write_bytes(content)
    done = run("check", name, "drafts/wrong.md", folder=desk)
    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert len(done.stderr.splitlines()) == 1
    assert "1 article: " in done.stdout
    assert "drafts/wrong.md:1:39: " in done.stdout


def test_paths_that_lead_nowhere(desk: Path) -> None:
    (desk / "empty").mkdir()
    done = run("check", "gone.md", "empty", "right.txt", folder=desk)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "gone.md: There is no such file or folder.",
        "empty: This folder holds no articles (.txt, .md, .markdown, .rst, .html, .htm, .docx, .odt, .rtf).",
    ]
    assert "1 article: nothing to mend" in done.stdout


def test_standard_input(desk: Path) -> None:
    done = run("check", "-", folder=desk, stdin=WRONG.encode())
    assert (done.returncode, done.stdout.split(" ")[0]) == (1, "-:1:39:")


def test_standard_input_with_a_name(desk: Path) -> None:
    text = f"---\ndate: 2024-12-04\n---\n{WRONG}".encode()
    done = run("check", "-", "--stdin-filename", "meja/naskah.md", folder=desk, stdin=text)
    assert (done.returncode, done.stdout.split(" ")[0]) == (1, "meja/naskah.md:4:39:")


def test_positions_are_those_of_the_file_as_it_lies_on_disk(desk: Path) -> None:
    (desk / "dos.md").write_bytes(b"\xef\xbb\xbf---\r\ndate: 2024-12-04\r\n---\r\n\r\n" + WRONG.encode())
    finding = json.loads(run("check", "--format", "json", "dos.md", folder=desk).stdout)["documents"][0]["findings"][0]
    text = (desk / "dos.md").read_bytes().decode("utf-8-sig")
    assert text[finding["start"] : finding["end"]] == finding["text"]
    assert (finding["line"], finding["column"]) == (5, 39)


def test_json_is_all_that_is_printed(desk: Path) -> None:
    done = run("check", "--format", "json", "gone.md", ".", folder=desk)
    said = json.loads(done.stdout)
    assert done.returncode == 2
    assert [document["path"] for document in said["documents"]] == ["right.txt", str(Path("drafts/wrong.md"))]
    assert said["problems"][0]["path"] == "gone.md"
    assert said["documents"][0]["published"] == "2024-12-02"


def test_as_of_dates_articles_without_a_date(desk: Path) -> None:
    done = run("check", "--format", "json", "--as-of", "4 Desember 2024", "right.txt", folder=desk)
    document = json.loads(done.stdout)["documents"][0]
    assert (document["published"], document["published_from"]) == ("2024-12-04", "--as-of")


def test_a_date_that_is_none(desk: Path) -> None:
    done = run("check", "--as-of", "kemarin", folder=desk)
    assert done.returncode == 2
    assert "'kemarin' is no date" in done.stderr


def test_the_configuration_is_found_upwards(desk: Path) -> None:
    (desk / "pyproject.toml").write_text('[tool.factcheck]\nexclude = ["wrong.*"]\nformat = "json"\n', "utf-8")
    (desk / "drafts" / "right.md").write_text(RIGHT, "utf-8")
    done = run("check", folder=desk / "drafts")
    assert [Path(document["path"]).name for document in json.loads(done.stdout)["documents"]] == ["right.md"]


def test_a_setting_that_is_not_known(desk: Path) -> None:
    (desk / "factcheck.toml").write_text('\nfail-on = "never"\ncolour = "red"\n', "utf-8")
    done = run("check", folder=desk)
    assert done.returncode == 2
    assert "factcheck.toml:3: There is no setting 'colour'; the settings are reference" in done.stderr


def test_a_configuration_that_is_no_toml(desk: Path) -> None:
    (desk / "factcheck.toml").write_text("fail-on = \n", "utf-8")
    done = run("check", folder=desk)
    assert done.returncode == 2
    assert "factcheck.toml:1:11: This is not valid TOML" in done.stderr


def test_a_reference_that_is_not_there(desk: Path) -> None:
    done = run("check", "--reference", "packs/none", "right.txt", folder=desk)
    assert done.returncode == 2
    assert "packs" in done.stderr


def test_the_rich_report_fits_eighty_columns_and_has_no_colour_in_a_pipe(desk: Path) -> None:
    done = run("check", "--format", "rich", folder=desk, COLUMNS="80")
    assert "^^^^" in done.stdout
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_colour_can_be_asked_for(desk: Path) -> None:
    done = run("check", "--format", "rich", "--color", "always", folder=desk, TERM="xterm-256color")
    assert "\x1b[" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("form", ["plain", "json"])
def test_a_full_disk_is_said_in_a_sentence(form: str, desk: Path) -> None:
    command = [sys.executable, "-m", "factcheck", "check", "--format", form, "right.txt"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, cwd=desk, env=ENVIRONMENT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode() == "factcheck: The report cannot be written: the disk is full.\n"


def test_a_reader_that_goes_away_is_no_crash(desk: Path) -> None:
    command = f"{sys.executable} -m factcheck check . | :; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=desk, capture_output=True, env=ENVIRONMENT, check=False)
    assert (done.returncode, done.stderr) == (2, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_stopping_it_leaves_what_is_done_reported(desk: Path) -> None:
    command = [sys.executable, "-u", "-m", "factcheck", "check", "--format", "rich", "right.txt", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=desk, env=ENVIRONMENT, stdin=pipe, stdout=pipe) as running:
        assert running.stdout
        assert b"right.txt" in running.stdout.readline()
        time.sleep(0.2)
        running.send_signal(signal.SIGINT)
        assert running.stdout.read().count(b"1 article") <= 1
    assert running.returncode == 130


def test_an_unknown_verb(desk: Path) -> None:
    done = run("cheque", folder=desk)
    assert done.returncode == 2
    assert "No such command 'cheque'" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["drafts/wrong.md"], "drafts/wrong.md:1:39: error wrong-weekday"),
        (["--lang", "id", "drafts/wrong.md"], "drafts/wrong.md:1:39: error wrong-weekday"),
        (["."], "drafts/wrong.md:1:39: error wrong-weekday"),
        (["gone.docx"], "gone.docx: There is no such file or folder."),
        (["chek"], "No such command 'chek'."),
    ],
)
def test_a_forgotten_verb_is_check(desk: Path, words: list[str], said: str) -> None:
    done = run(*words, folder=desk)
    assert said in done.stdout + done.stderr
