"""An article about no pack is framed for figures of another source only where it may tell of a measure."""

from __future__ import annotations

import pytest

from factcheck import extract
from factcheck.api import shipped_reference
from factcheck.document.read_document import read_document
from factcheck.reading.scan.told_elsewhere import may_tell_of_measure

TOLD = {
    "the word itself": "Luas Kabupaten Wonogiri 1.822,37 km2, kata Sutarno.",
    "the word with an ending": "Kabupaten Wonogiri luasnya 1.822,37 km2, kata Sutarno.",
    "the word for who has most": "Kabupaten terluas di sana Wonogiri, 1.822,37 km2, kata Sutarno.",
    "a phrase of two words": "Jumlah penduduk Kabupaten Wonogiri 1.073.251 jiwa.",
}
UNTOLD = {
    "people who were counted": "Jumlah pengunjung 12.350 orang, tidak sebanyak tahun lalu.",
    "people of a town": "Sebanyak 12.350 orang memadati alun-alun Kabupaten Wonogiri.",
    "half of a phrase": "Jumlah korban di Kabupaten Wonogiri 1.251 jiwa.",
}


def may_tell(text: str) -> bool:
    return may_tell_of_measure(read_document("draft.md", text.encode()), shipped_reference())


@pytest.mark.parametrize("text", TOLD.values(), ids=TOLD)
def test_a_measure_may_be_told_of(text: str) -> None:
    assert may_tell(text)


@pytest.mark.parametrize("text", UNTOLD.values(), ids=UNTOLD)
def test_what_is_counted_is_no_measure_of_a_region(text: str) -> None:
    assert not may_tell(text)


def test_a_table_may_tell_of_one_whatever_its_words_are() -> None:
    assert may_tell("| Daerah | Orang |\n| --- | --- |\n| Kabupaten Wonogiri | 12.350 |\n")


def test_a_figure_of_a_measure_is_read_in_an_article_about_no_pack() -> None:
    assert [claim.value for claim in extract(TOLD["the word with an ending"]) if claim.subject]
