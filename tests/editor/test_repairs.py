"""What is offered about a finding: a comment that silences it and nothing else, wherever it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from factcheck.desk.checked import Checked
from factcheck.editor.hover import shown_at
from factcheck.editor.repairs import repairs, settled_repairs, silence, touched

HEAD = "Ombudsman RI menilai kepatuhan pelayanan publik."
SLIP = "Pada 2024 Pemkot Jambi meraih nilai 93,86."
DAY = "Piagam diserahkan Selasa (2/12/2024) di balai kota."

WHERE = {
    "a paragraph of Markdown": ("draft.md", f"# Judul\n\n{HEAD} {SLIP}\n"),
    "one broken over lines": ("draft.md", f"{HEAD}\nPada 2024 Pemkot Jambi meraih\nnilai 93,86 dari\nOmbudsman RI.\n"),
    "an item of a list": ("draft.md", f"{HEAD}\n\n- Pada 2024:\n- {SLIP}\n- {DAY}\n"),
    "a heading": ("draft.md", f"## {SLIP}\n\n{HEAD}\n"),
    "front matter, in whose own way": ("draft.md", f"---\ntitle: {SLIP}\ndate: 2024-12-05\n---\n\n{HEAD}\n"),
    "text": ("draft.txt", f"{HEAD}\n\n{SLIP}\n\n{DAY}\n"),
    "text with CRLF": ("draft.txt", f"{HEAD}\r\n\r\n{SLIP}\r\n\r\n{DAY}\r\n"),
    "the first line of a text": ("draft.txt", f"{SLIP} {HEAD}\n"),
    "restructured text": ("draft.rst", f"Judul\n=====\n\n{HEAD}\n\n{SLIP}\n\n{DAY}\n"),
    "a page": ("page.html", f"<html><body><h1>Judul</h1><p>{HEAD}</p><p>{SLIP} Lagi.</p><p>{DAY}</p></body></html>"),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> factcheck.Desk:
    return factcheck.Desk(tmp_path_factory.mktemp("desk"))


def rules(checked: Checked) -> list[str]:
    return [one.rule for one in checked.findings]


@pytest.mark.parametrize("where", WHERE)
def test_silence_is_offered_and_silences_this_finding_alone(desk: factcheck.Desk, where: str) -> None:
    path, text = WHERE[where]
    checked = desk.check(text, path)
    place = rules(checked).index("wrong-value")
    order = silence(desk, checked, place)
    assert order is not None
    silenced = text[: order.at] + order.before + "menurut surat 3 Mei" + order.after + text[order.at :]
    left = [rule for rule in rules(checked) if rule != "wrong-value"]
    assert rules(desk.check(silenced, path)) == left


def test_no_comment_is_offered_where_it_would_be_words(desk: factcheck.Desk) -> None:
    page = f"<html><head><title>{SLIP}</title></head><body><p>{HEAD}</p><p>{HEAD} Lagi.</p></body></html>"
    checked = desk.check(page, "page.html")
    assert rules(checked) == ["wrong-value"]
    assert silence(desk, checked, 0) is None


def test_a_comment_is_not_silenced_by_a_comment(desk: factcheck.Desk) -> None:
    checked = desk.check(f"<!-- factcheck: ignore wrong-value: lama -->\n\n{HEAD}\n", "draft.md")
    assert rules(checked) == ["unused-suppression"]
    assert silence(desk, checked, 0) is None


def test_a_selection_touches_what_it_meets(desk: factcheck.Desk) -> None:
    checked = desk.check(f"{HEAD} {SLIP}\n\n{DAY}\n", "draft.md")
    at = checked.text.index("93,86")
    assert [touched(checked, start, end) for start, end in ((at, at), (at + 5, at + 5), (0, 3))] == [(0,), (0,), ()]
    assert touched(checked, 0, len(checked.text)) == (0, 1)
    assert len(repairs(checked, 1)) >= 2, "the day or its date"


def test_what_is_settled_is_what_fix_would_mend(desk: factcheck.Desk) -> None:
    checked = desk.check(f"{HEAD} {SLIP}\n\n{DAY}\n", "draft.md")
    assert [edit.replacement for edit in settled_repairs(desk, checked)] == ["93,68"]


@pytest.mark.parametrize("name", ["01-kota-jambi-zona-hijau.md", "08-ump-2025.md", "09-pejabat-dan-aturan.md"])
def test_every_claim_shows_something_harmless(desk: factcheck.Desk, name: str) -> None:
    text = (Path(__file__).parents[2] / "articles" / name).read_text("utf-8")
    checked = desk.check(text, name)
    reference = desk.standards().packs.reference
    for judged in checked.claims:
        shown = shown_at(checked, reference, judged.claim.start)
        assert shown is not None
        assert shown.start <= judged.claim.start <= shown.end
        assert "<" not in shown.markdown()
        assert shown.plain()


def test_nothing_of_an_article_is_markup_under_the_pointer(desk: factcheck.Desk) -> None:
    text = f"{HEAD} Pada 2024 Pemkot Jambi meraih nilai **[93,86](https://jahat.example)**.\n"
    checked = desk.check(text, "draft.md")
    shown = shown_at(checked, desk.standards().packs.reference, text.index("93,86"))
    assert shown is not None
    assert "jahat" not in shown.markdown()
