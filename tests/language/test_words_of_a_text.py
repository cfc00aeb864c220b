"""The words of a text, by which most of what is looked for is told to be absent."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.fold import first_word, fold, holds, whole_word, words_in

WORDS = ("wali kota", "kota", "no.", "jum'at", "s/d")
TEXTS = st.lists(st.sampled_from((*WORDS, " ", ".", "-", "é", "7", "\n", "KOTA", "pasar", "“")), max_size=12).map(
    "".join
)


def test_the_words_are_the_same_in_whatever_alphabet_the_text_is_kept() -> None:
    assert words_in("dua kota, 7km") == {"dua", "kota", "km"}
    assert words_in("dua kota – 7km") == {"dua", "kota", "km"}


@pytest.mark.parametrize(("phrase", "word"), [("Wali Kota", "wali"), ("s/d", "s"), ("2024", ""), ("G20 Bali", "g")])
def test_the_first_word_of_a_phrase(phrase: str, word: str) -> None:
    assert first_word(phrase) == word


@given(TEXTS)
def test_a_whole_word_is_found_as_with_the_look_back_in_front(text: str) -> None:
    low = fold(text)
    plain = re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, WORDS))})(?![a-z])")
    assert [match.span() for match in re.finditer(whole_word(WORDS), low)] == [m.span() for m in plain.finditer(low)]
    assert holds(low, WORDS) or plain.search(low) is None
