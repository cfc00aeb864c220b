"""An article of headings and a list: no paragraph is its first, which would govern all others."""

from __future__ import annotations

from factcheck.api import shipped_reference
from factcheck.document.read_document import read_document
from factcheck.judging.years.governing_year import _is_passing
from factcheck.pipeline import read_case

TEXT = (
    "# Ombudsman RI menilai kepatuhan pelayanan publik 2024\n\n- Hasil 2023 keluar. Warga senang.\n\n"
    "## Kota Jambi meraih nilai 93,68.\n"
)


def test_a_year_of_an_item_is_told_in_passing_where_no_paragraph_stands() -> None:
    case = read_case(read_document("draft.md", TEXT.encode()), shipped_reference())
    frame = next(one for one in case.frames if "2023" in one.plain[one.sentence.start : one.sentence.end])
    told = [claim for claim in case.claims if claim.kind == "score"]
    assert told
    assert _is_passing(case, frame, told)
