"""`factcheck.Desk`: what the command says, from Python, for any thread."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

import factcheck
from factcheck.cache.folder import use
from factcheck.language.language import load as load_language
from factcheck.reading.scan.lexicon import Lexicon, build, find, freeze, thawing
from factcheck.reading.scan.mentions import Mention
from factcheck.reference.ask.reference import load
from factcheck.reference.packs.shipped import gazetteers

ROOT = Path(__file__).parents[2]
HEAD = "Ombudsman RI menilai kepatuhan pelayanan publik. "
DRAFT = HEAD + "Pada 2024 Pemkot Jambi meraih nilai 93,86.\n"


@pytest.fixture(scope="module")
def desk() -> factcheck.Desk:
    return factcheck.Desk(ROOT, ignore=["conflicting-articles"])


def command(folder: Path, *arguments: str) -> Any:
    call = [sys.executable, "-m", "factcheck", "check", "--format", "json", "--jobs", "1", *arguments]
    done = subprocess.run(call, capture_output=True, cwd=folder, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return json.loads(done.stdout)


def test_the_command_and_the_desk_say_the_same_of_every_article_of_the_repository(desk: factcheck.Desk) -> None:
    said = command(ROOT, "--ignore", "conflicting-articles", ".")["documents"]
    assert len(said) > 100
    assert sum(len(document["findings"]) for document in said) > 100
    for document in said:
        assert desk.check_file(document["path"]).to_dict() == document


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A folder with settings, a baseline, and a folder in it with settings of its own."""
    (tmp_path / "factcheck.toml").write_text('baseline = "known.json"\n[severity]\nwrong-value = "info"\n', "utf-8")
    inner = tmp_path / "opini"
    inner.mkdir()
    (inner / "factcheck.toml").write_text('ignore = ["wrong-value"]\n', "utf-8")
    silenced = f"<!-- factcheck: ignore wrong-value: their own figure -->\n\n{DRAFT}"
    for name, text in (("a.md", DRAFT), ("silenced.md", silenced), ("known.md", DRAFT), ("opini/b.md", DRAFT)):
        (tmp_path / name).write_text(text, "utf-8")
    call = [sys.executable, "-m", "factcheck", "baseline", "--output", "known.json", "known.md"]
    subprocess.run(call, cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


@pytest.mark.parametrize("name", ["a.md", "silenced.md", "known.md", "opini/b.md"])
def test_settings_comments_and_baseline_hold_as_for_the_command(newsroom: Path, name: str) -> None:
    (said,) = command(newsroom, name)["documents"]
    assert factcheck.Desk(newsroom).check_file(name).to_dict() == said
    other = factcheck.Desk(newsroom / "opini").check((newsroom / name).read_bytes(), newsroom / name)
    assert {**other.to_dict(), "path": name} == said


def test_each_file_has_the_settings_of_its_own_folder(newsroom: Path) -> None:
    desk = factcheck.Desk(newsroom)
    found = {name: desk.check_file(name) for name in ("a.md", "silenced.md", "known.md", "opini/b.md")}
    assert {name: [(one.rule, one.severity) for one in checked.findings] for name, checked in found.items()} == {
        "a.md": [("wrong-value", "info")],
        "silenced.md": [],
        "known.md": [],
        "opini/b.md": [],
    }
    assert [reason for _, reason in found["opini/b.md"].hidden] == ["ignored as 'wrong-value' by factcheck.toml"]


def test_settings_are_read_anew_when_that_is_asked(newsroom: Path) -> None:
    desk = factcheck.Desk(newsroom)
    assert len(desk.check_file("a.md").findings) == 1
    packs = desk.standards("a.md").packs
    (newsroom / "factcheck.toml").write_text('ignore = ["wrong-value"]\n', "utf-8")
    assert len(desk.check_file("a.md").findings) == 1
    desk.reload()
    assert desk.check_file("a.md").findings == ()
    assert desk.standards("a.md").packs is packs, "packs that nobody changed are not loaded again"


def test_a_pack_that_was_changed_is_loaded_anew(pack_with: Any) -> None:
    folder = pack_with(())
    desk = factcheck.Desk(folder, reference=[str(folder)], only_reference=True)
    before = desk.standards().packs
    facts = folder / "facts.csv"
    facts.write_text(facts.read_text("utf-8") + "\n", "utf-8")
    desk.reload()
    assert desk.standards().packs is not before


def test_a_finding_knows_its_line_and_column(desk: factcheck.Desk) -> None:
    checked = desk.check(f"# Judul\n\n🟢 {DRAFT}")
    (finding,) = checked.findings
    assert (finding.line, finding.column, finding.rule, finding.severity) == (3, 88, "wrong-value", "error")
    assert checked.text[finding.finding.start : finding.finding.end] == "93,86"


def test_messages_are_in_the_language_asked_for(desk: factcheck.Desk) -> None:
    (finding,) = desk.check(DRAFT).findings
    english = finding.message
    with factcheck.speaking("id"):
        indonesian = finding.message
    assert (indonesian != english, finding.message) == (True, english)
    assert "tertulis 93,86" in indonesian


def test_rules_are_chosen_as_by_the_command() -> None:
    assert factcheck.Desk(ROOT, select=["wrong-weekday"]).check(DRAFT).findings == ()
    assert factcheck.Desk(ROOT, ignore=["wrong-*"]).check(DRAFT).findings == ()
    (problem,) = factcheck.Desk(ROOT, select=["wrong-vlaue"]).check(DRAFT).problems
    assert "wrong-value" in problem.message


def test_the_day_and_the_language_are_those_of_the_caller(desk: factcheck.Desk) -> None:
    draft = "Rapat tindak lanjut digelar Jumat (5/12).\n"
    assert desk.check(draft).findings == ()
    assert [one.rule for one in desk.check(draft, published=date(2024, 12, 6)).findings] == ["wrong-weekday"]
    assert desk.check(DRAFT, language="en").document.language == "en"
    with pytest.raises(factcheck.FactcheckError, match="There is no language"):
        desk.check(DRAFT, language="xx")


def test_what_is_settled_is_mended_in_the_encoding_it_came_in(desk: factcheck.Desk) -> None:
    data = DRAFT.replace("nilai 93", "nilai – 93").replace("nilai – 93", "nilai “93").replace("86.", "86”.")
    assert desk.mended(desk.check(data)).done == (), "never inside a quotation"
    checked = desk.check(("Café. " + DRAFT).encode("cp1252"))
    mended = desk.mended(checked)
    assert mended.data == ("Café. " + DRAFT).replace("93,86", "93,68").encode("cp1252")
    assert ([one.rule for one in mended.done], mended.checked.findings) == (["wrong-value"], ())
    assert desk.mended(mended.checked).data == mended.data


@pytest.mark.parametrize("article", ["", " \n", "a\0b", b"%PDF-1.4", "\ud800"])
def test_what_cannot_be_read_is_said_or_read_harmlessly(desk: factcheck.Desk, article: bytes | str) -> None:
    try:
        assert desk.check(article).findings == ()
    except factcheck.FactcheckError as slip:
        assert slip.message and slip.path == "draft.md"


def test_half_a_character_shifts_no_place(desk: factcheck.Desk) -> None:
    (finding,) = desk.check("\ud83d " + DRAFT).findings
    assert finding.column == 88


@pytest.mark.parametrize("path", ["nowhere.md", "tests", "a\0b"])
def test_a_file_that_is_not_there_is_said(desk: factcheck.Desk, path: str) -> None:
    with pytest.raises(factcheck.FactcheckError, match="cannot be read"):
        desk.check_file(path)


def test_settings_that_are_no_toml_are_said_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text("ignore = [\n", "utf-8")
    with pytest.raises(factcheck.FactcheckError, match="not valid TOML") as slip:
        factcheck.Desk(tmp_path).check(DRAFT)
    assert slip.value.path.endswith("factcheck.toml")


def test_any_thread_gets_the_same(desk: factcheck.Desk, tmp_path: Path) -> None:
    """With the words kept between runs, whose branches are thawed by who comes first."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "articles").glob("*.md"))]
    want = [desk.check(text).to_dict() for text in texts]
    use(tmp_path)
    factcheck.Desk(ROOT).check(DRAFT)  # keeps them
    kept = factcheck.Desk(ROOT, ignore=["conflicting-articles"])
    with ThreadPoolExecutor(8) as pool:
        assert [one.to_dict() for one in pool.map(kept.check, texts)] == want


def test_threads_that_thaw_one_branch_at_once_miss_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two threads that thaw one branch: a KeyError, or a word that a third does not see."""
    reference, _ = load(gazetteers())
    trie = build(load_language("id"), reference).trie
    text = " ".join(sorted(token.capitalize() for token in trie if token.isalpha())[:400])
    want = find(Lexicon(trie), text, 0, len(text))
    assert len(want) > 200
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(20):
            assert all(found == want for found in _side_by_side(thawing(freeze(trie)), text))
    finally:
        sys.setswitchinterval(interval)


def _side_by_side(lexicon: Lexicon, text: str) -> list[list[Mention]]:
    start = Barrier(8)

    def one(_: int) -> list[Mention]:
        start.wait()
        return find(lexicon, text, 0, len(text))

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(one, range(8)))


def test_help_tells_how_to_begin() -> None:
    call = [sys.executable, "-c", "import factcheck; help(factcheck)"]
    shown = subprocess.run(call, capture_output=True, text=True, check=True).stdout
    for word in ("factcheck.Desk(", "class Desk", "class FactcheckError", "class Finding"):
        assert word in shown
    assert re.search(r"check\([\s|]*self,[\s|]*article", shown)  # from 3.13 on a line to each parameter
