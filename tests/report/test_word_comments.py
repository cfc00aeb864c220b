"""Findings as comments in a Word file, read back by readers of their own: the text as it was, each comment in place."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from factcheck.desk.desk import Desk
from factcheck.errors import FactcheckError
from factcheck.report.word_comments import commented
from factcheck.report.word_copy import WordCopy

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with runs of several looks, a table, a remark of the desk and a struck figure."""
    made = docx.Document()
    made.add_heading("Berita Kota", 1)
    first = made.add_paragraph("Ombudsman RI menilai kepatuhan pelayanan publik. ")
    bold = first.add_run("Pemkot Jambi meraih nilai 93,")
    bold.bold = True
    first.add_run("86 pada 2024 & naik 𝄞.")
    struck = first.add_run(" Tadinya 39,68.")
    struck.font.strike = True
    second = made.add_paragraph("Piagam diserahkan Selasa (2/12/2024) di balai kota.")
    made.add_comment(second.runs, "Sudah ditanyakan?", author="Rahma", initials="R")
    table = made.add_table(2, 2)
    for place, text in enumerate(("Daerah", "Nilai 2024", "Kota Jambi", "93,86")):
        table.cell(place // 2, place % 2).text = text
    made.save(str(tmp_path / "naskah.docx"))
    return tmp_path / "naskah.docx"


def check(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "factcheck", "check", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def marked(path: Path) -> dict[int, str]:
    """The words that each comment stands at, by its number."""
    found: dict[int, str] = {}
    for paragraph in docx.Document(str(path)).element.body.iter(f"{W}p"):
        begun: list[int] = []
        for each in paragraph.iter():
            number = int(each.get(f"{W}id", "-1"))
            if each.tag == f"{W}commentRangeStart":
                begun.append(number)
                found[number] = ""
            elif each.tag == f"{W}commentRangeEnd" and number in begun:
                begun.remove(number)
            elif each.tag == f"{W}t":
                found.update({number: found[number] + (each.text or "") for number in begun})
    return found


def test_each_finding_is_a_comment_at_its_place_and_the_text_is_unchanged(draft: Path) -> None:
    done = check(draft.parent, "naskah.docx", "-o", "naskah.periksa.docx")
    copy = draft.with_name("naskah.periksa.docx")
    assert (done.returncode, done.stderr) == (1, "")
    before, after = docx.Document(str(draft)), docx.Document(str(copy))
    assert [each.text for each in after.paragraphs] == [each.text for each in before.paragraphs]
    comments = {each.comment_id: each for each in after.comments}
    assert [each.author for each in comments.values()] == ["Rahma", "factcheck", "factcheck", "factcheck"]
    assert sorted(marked(copy).values()) == ["93,86", "93,86", before.paragraphs[2].text, "Selasa (2/12/2024)"]
    told = {words: comments[number].text for number, words in marked(copy).items()}
    assert told["Selasa (2/12/2024)"].startswith("2/12/2024 is a Senin, not a Selasa")
    assert "→ 93,68" in told["93,86"]


def test_a_run_that_is_parted_keeps_its_looks(draft: Path) -> None:
    check(draft.parent, "naskah.docx", "-o", "b.docx")
    paragraph = docx.Document(str(draft.with_name("b.docx"))).paragraphs[1]
    bold = "".join(run.text for run in paragraph.runs if run.bold)
    assert bold == "Pemkot Jambi meraih nilai 93,"


def test_nothing_else_of_the_file_is_touched(draft: Path) -> None:
    check(draft.parent, "naskah.docx", "-o", "b.docx")
    with zipfile.ZipFile(draft) as before, zipfile.ZipFile(draft.with_name("b.docx")) as after:
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert sorted(changed) == ["word/comments.xml", "word/document.xml"]


def test_a_draft_without_findings_is_copied_as_it_is(draft: Path) -> None:
    right = docx.Document()
    right.add_paragraph("Hujan turun.")
    right.save(str(draft))
    data = draft.read_bytes()
    desk = Desk(draft.parent)
    checked = desk.check(data, "naskah.docx")
    again = commented("naskah.docx", data, checked.report, str)
    (draft.parent / "c.docx").write_bytes(again)
    assert [each.text for each in docx.Document(str(draft.parent / "c.docx")).paragraphs] == ["Hujan turun."]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_word_processor_opens_it(draft: Path) -> None:
    check(draft.parent, "naskah.docx", "-o", "b.docx")
    home = f"-env:UserInstallation={(draft.parent / 'office').as_uri()}"
    for name in ("naskah", "b"):
        command = ["soffice", home, "--headless", "--convert-to", "txt:Text (encoded):UTF8", f"{name}.docx"]
        subprocess.run(command, cwd=draft.parent, capture_output=True, check=True, timeout=600)
    assert (draft.parent / "b.txt").read_text("utf-8") == (draft.parent / "naskah.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["naskah.docx", "-o", "naskah.docx"], "This file is no report of factcheck"),
        (["naskah.docx", "-o", "lain.docx"], "This file is no report of factcheck"),
        (["naskah.docx", "lain.docx", "-o", "b.docx"], "is made of one Word file"),
        (["a.md", "-o", "b.docx"], "is made of one Word file"),
    ],
)
def test_nothing_the_desk_has_is_written_over(draft: Path, arguments: list[str], said: str) -> None:
    shutil.copy(draft, draft.with_name("lain.docx"))
    (draft.parent / "a.md").write_text("Hujan turun.\n", "utf-8")
    before = {path.name: path.read_bytes() for path in draft.parent.iterdir()}
    done = check(draft.parent, *arguments)
    assert (done.returncode, said in done.stderr) == (2, True)
    assert {path.name: path.read_bytes() for path in draft.parent.iterdir()} == before


def test_a_copy_of_ours_may_be_written_again(draft: Path) -> None:
    for _ in range(2):
        assert check(draft.parent, "naskah.docx", "-o", "b.docx").returncode == 1
    with pytest.raises(FactcheckError):
        WordCopy(str(draft), str, [str(draft)])
