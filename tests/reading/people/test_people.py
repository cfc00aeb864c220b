"""People in articles: the table of cases in people.toml, and that any slip of one vowel is seen."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import Any

import pytest
from counting import LINEAR, times_as_long
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document.read_document import read_document
from factcheck.language.language import load as load_language
from factcheck.model import Person
from factcheck.reading.people.find import PersonMention, find_people, name_claims
from factcheck.reading.people.known import known_people
from factcheck.reference.ask.reference import load

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = tomllib.loads((HERE / "people.toml").read_text("utf-8"))["case"]
REFERENCE, PROBLEMS = load([HERE / "pack"])


def people_in(text: str, ending: str = "txt") -> tuple[PersonMention, ...]:
    document = read_document(f"draft.{ending}", text.encode())
    return find_people(document, load_language(document.language), REFERENCE)


def shown(mention: PersonMention) -> list[str]:
    person = mention.person.name if mention.person else ""
    return [mention.title, mention.name, mention.cue, mention.spelling, person]


def test_the_people_of_the_tests_are_sound() -> None:
    assert PROBLEMS == ()


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_people(case: dict[str, Any]) -> None:
    assert [shown(mention) for mention in people_in(case["text"], case.get("format", "txt"))] == case["people"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_mention_is_where_it_says(case: dict[str, Any]) -> None:
    for mention in people_in(case["text"], case.get("format", "txt")):
        assert " ".join(case["text"][mention.start : mention.end].split()) == mention.name


def test_a_claim_has_the_name_as_the_reference_spells_it() -> None:
    people = people_in("Ketua Balai Uji RI Muhtar Nadir dan Camat Rusdi Hamdani hadir. Kata Rusdi, bagus.")
    assert [claim.value for claim in name_claims(people)] == ["Mokhtar Nadir", "Rusdi Hamdani"]


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str, str]:
    """An office with institution, the right name of its holder, and the name with one vowel changed."""
    person = draw(st.sampled_from(REFERENCE.people))
    at = draw(st.sampled_from([place for place, letter in enumerate(person.name) if place and letter in "aiueo"]))
    vowel = draw(st.sampled_from([other for other in "aiueo" if other != person.name[at]]))
    return f"{person.role} {person.institution}", person.name, person.name[:at] + vowel + person.name[at + 1 :]


@given(slips(), st.sampled_from(["", "Loket dibuka. ", "“Baik,” katanya. "]))
def test_any_vowel_changed_in_a_known_name_is_seen(slip: tuple[str, str, str], before: str) -> None:
    office, right, wrong = slip
    (mention,) = people_in(f"{before}{office} {wrong} membuka acara.")
    assert (mention.name, mention.spelling) == (wrong, "wrong")
    assert mention.person is not None
    assert mention.person.name == right


@given(st.text(alphabet="ABab .,'-\n", max_size=200))
def test_any_text_is_read_and_every_mention_lies_in_it(text: str) -> None:
    for mention in people_in(f"Camat {text}"):
        assert f"Camat {text}".replace("\r", "")[mention.start : mention.end].split() == mention.name.split()


@pytest.mark.parametrize("piece", ["A" * 1000, "Camat ", "A. ", "Al\n\n", "kata Al Farizi ", "a'-", "Al" + " " * 1000])
def test_the_time_grows_with_the_length_only(piece: str) -> None:
    def read(length: int) -> Callable[[], object]:
        text = (piece * (length // len(piece)))[:length]
        return lambda: people_in(text)

    assert times_as_long(read, 50_000) < LINEAR


def test_which_word_tells_a_short_name_does_not_hang_on_the_run() -> None:
    reference = copy(REFERENCE)
    vars(reference)["people"] = (Person("Budi Koto", (), "Camat", "Sungai Uji", "2020", "", "a list", "1"),)
    vars(reference)["key"] = ""  # other people than those that are kept under the key of the packs
    assert known_people(reference).skeletons == {"bd"}
