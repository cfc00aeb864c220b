"""One name in two spellings: pairs that are, pairs that are not, and texts made to be slow or silly."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check_text
from factcheck.language.one_letter import close, one_letter, swapped
from factcheck.model import Finding

PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text("utf-8"))
ARTICLE = (
    "Acara itu digelar pekan lalu dan dihadiri banyak undangan dari {one}. Hujan sempat turun sebentar.\n\n"
    "Panitia lalu berterima kasih kepada {other} yang datang."
)

SINGLE = (
    "Menurut panitia, rombongan dari {one} datang lebih dulu. Warga lalu menyambut {one} di gerbang.\n\n"
    "Pada malam hari, rombongan dari {other} pulang dengan bus."
)

SPELLING = ("name-variants", "wrong-institution")
"""Of an institution that the reference knows it is another rule that speaks."""


def variants(text: str) -> list[Finding]:
    return [finding for finding in check_text(text).findings if finding.rule in SPELLING]


@pytest.mark.parametrize("one, other", PAIRS["slips"])
def test_a_slip_is_told_whichever_comes_first(one: str, other: str) -> None:
    for text in (ARTICLE.format(one=one, other=other), ARTICLE.format(one=other, other=one)):
        assert [finding.severity for finding in variants(text)] == ["warning"], text


@pytest.mark.parametrize("one, other", PAIRS["two"])
def test_two_right_writings_are_left_alone(one: str, other: str) -> None:
    for text in (ARTICLE.format(one=one, other=other), ARTICLE.format(one=other, other=one)):
        assert variants(text) == [], text


@pytest.mark.parametrize("one, other", PAIRS["single"])
def test_a_single_word_that_is_a_letter_off_is_told(one: str, other: str) -> None:
    assert [finding.expected for finding in variants(SINGLE.format(one=one, other=other))] == [one]


@pytest.mark.parametrize("one, other", PAIRS["single_two"])
def test_two_right_single_words_are_left_alone(one: str, other: str) -> None:
    assert variants(SINGLE.format(one=one, other=other)) == []


def test_what_stands_more_often_is_right() -> None:
    text = "Rapat dipimpin oleh Andika Prawirohadi. " * 2 + "Warga menyambut Andika Prawirhoadi. "
    (finding,) = variants(text)
    assert text[finding.start : finding.end] == "Andika Prawirhoadi"
    assert (finding.expected, len(finding.suggestions)) == ("Andika Prawirohadi", 1)


def test_where_nothing_tells_both_repairs_are_offered() -> None:
    (finding,) = variants("Rapat dipimpin oleh Andika Prawirohadi. Warga menyambut Andika Prawirhoadi.")
    assert finding.expected == "Andika Prawirohadi or Andika Prawirhoadi"
    assert [repair.replacement for repair in finding.suggestions] == ["Prawirohadi", "Prawirhoadi"]


def test_a_common_word_is_right_however_seldom_it_stands() -> None:
    (finding,) = variants("Ia turun di Kejuaran Dunia tahun lalu. Menurut pelatih, Kejuaraan Dunia berat.")
    assert finding.expected == "Kejuaraan Dunia"


def test_a_later_mention_by_one_word_is_told() -> None:
    text = "Andika Prawirohadi datang. Andika Prawirohadi pulang. Menurut warga, si Prawirohdi tersenyum."
    assert [finding.expected for finding in variants(text)] == ["Prawirohadi"]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"Budi {name} datang." for name in ("Aaab", "Aaac", "Aaad", "Aaae", "Aaaf", "Aaag")),
        "A B. A C. A D. X Y Z. " * 50,
        "محمد علي حضر. محمد عليي حضر. " * 20,
        "Ne\u0301stor Pokale\u0301mon hadir. Ne\u0301stor Pokalemon pulang.",
        "RAPAT DIPIMPIN BUDI. RAPAT DIPIMPIN BUDO. RAPAT DIPIMPIN BUDA. RAPAT DIPIMPIN BUDE. RAPAT DIPIMPIN BUDU.",
        ". ".join(f"Rapat dibuka oleh Wirat{letter}aja kemarin" for letter in "abcdefghijklmnopqrstuvwxyz"),
        "Kang Wiratmajaa dan Kang Wiratmajab dan Kang Wiratmajac bernyanyi bersama.",
    ],
)
def test_lists_letters_and_other_scripts_are_left_alone(text: str) -> None:
    assert variants(text) == []


def letters(number: int) -> str:
    """A name of its own for each number, far from the next one."""
    return "".join("bakedilomufarenisotu"[2 * int(figure) : 2 * int(figure) + 2] for figure in str(number * 7919))


@pytest.mark.parametrize(
    "sentence",
    [
        lambda number: f"Bupati Warga{letters(number)} Suka{letters(number + 1)} datang. ",
        lambda number: (
            f"Kota {'Prawiro' + 'abcdefghij'[number % 10] + 'kusumo'[: number % 6]}{letters(number)} ramai. "
        ),
    ],
    ids=["five thousand names", "one word before them all"],
)
def test_many_names_take_linear_work(sentence: Callable[[int], str]) -> None:
    words = [sentence(number) for number in range(5_000)]
    assert check_text("".join(words)).failures == ()


def test_a_thousand_variants_of_one_word_are_paired_with_one() -> None:
    model = "prawirohadikusumaningrat"
    words = {model[:place] + letter + model[place:] for place in range(len(model)) for letter in "abcdefghijklmno"}
    assert len(list(close({*words, model}, lambda word: word == model))) <= 2 * len(model) * len(words)


WORDS = st.text("abc", min_size=1, max_size=6)


@given(WORDS, WORDS)
def test_one_letter_is_the_same_both_ways(one: str, other: str) -> None:
    assert one_letter(one, other) == one_letter(other, one)


@given(WORDS, WORDS)
def test_one_letter_is_a_distance_of_one(one: str, other: str) -> None:
    from rapidfuzz.distance import OSA

    assert one_letter(one, other) == (OSA.distance(one, other) == 1)
    assert not swapped(one, other) or one_letter(one, other)


@given(st.sets(WORDS, max_size=30))
def test_words_told_to_be_near_are(words: set[str]) -> None:
    found = list(close(words, len))
    assert all(one_letter(*pair) for pair in found)
    assert len(found) == len(set(found))
    assert len(words) > 6 or len(found) == sum(one_letter(one, other) for one in words for other in words) / 2
