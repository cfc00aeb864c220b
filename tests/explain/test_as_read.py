"""`explain` shows what the check read, not a reading of its own."""

from __future__ import annotations

import pytest

from factcheck.api import shipped_reference
from factcheck.document.read_document import read_document
from factcheck.explain.place import explain_place
from factcheck.pipeline import check_document

OPENED_BY_FIGURES = "Kota Jambi meraih 93,68 pada 2024, sesudah 85,09 pada 2023.\n"
OPENED_BY_WORDS = "Ombudsman menilai pelayanan publik. Kota Jambi meraih 93,68 pada 2024.\n"
OF_NO_SUBJECT = "Hujan turun di Kota Jambi pada 2024, dan 93 orang datang.\n"


@pytest.mark.parametrize(
    ("text", "opened"),
    [(OPENED_BY_FIGURES, True), (OPENED_BY_WORDS, True), (OF_NO_SUBJECT, False)],
    ids=["a pack opened by two of its figures", "a pack opened by its words", "no pack is open"],
)
def test_the_packs_and_claims_are_those_of_the_check(text: str, opened: bool) -> None:
    reference, document = shipped_reference(), read_document("draft.md", text.encode())
    explanation = explain_place(document, reference, 1)
    assert ("ombudsman-kepatuhan" in explanation.opened.subjects) == opened
    checked = [one.claim.start for one in check_document(document, reference).claims]
    assert [one.judged.claim.start for passage in explanation.passages for one in passage.claims] == checked
    assert explanation.passages


OF_TWO_YEARS = """Ombudsman menilai kepatuhan pelayanan publik. Kota Jambi meraih nilai 93,68 pada 2024.

Pada 2022 Kota Jambi meraih nilai 89,59. Setahun sebelumnya nilainya 89,54.
"""


def test_a_counted_year_is_the_one_that_its_claim_was_read_under() -> None:
    """Not one counted from the year that the article begins with."""
    document = read_document("draft.md", OF_TWO_YEARS.encode())
    read = explain_place(document, shipped_reference(), 3, 48).passages[-1]
    assert [(mark.year, mark.written) for mark in read.read.years] == [("2021", False)]
    assert [one.judged.claim.period for one in read.claims] == ["2021"]


OF_NO_YEAR = """Ombudsman menilai kepatuhan pelayanan publik.

Kota Jambi meraih nilai 93,68. Kabupaten Muaro Jambi meraih nilai 87,50.
"""


def test_a_draft_that_names_no_year_is_about_the_year_it_was_read_under() -> None:
    document = read_document("draft.md", OF_NO_YEAR.encode())
    explanation = explain_place(document, shipped_reference(), 3)
    periods = {one.judged.claim.period for passage in explanation.passages for one in passage.claims}
    assert periods == {explanation.about.period} != {""}
