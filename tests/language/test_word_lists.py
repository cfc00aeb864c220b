"""The word lists that ship: every list is read by somebody, and nobody reads one that there is not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.language.language import FILES, codes, load
from factcheck.language.tables import Table, by_class, is_table
from factcheck.reading.scan.lexicon import IN_TAGS

PACKAGE = Path(__file__).parents[2] / "factcheck"
SOURCE = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if path.stem != "tables")


def lists(kind: type[Table], path: str = "") -> Iterator[str]:
    """The dotted names of all lists of a table and the tables in it."""
    for key, each in kind.__annotations__.items():
        if is_table(each):
            yield from lists(each, f"{path}{key}.")
        else:
            yield f"{path}{key}"


@pytest.mark.parametrize("file", FILES)
def test_a_list_is_read_by_somebody(file: str) -> None:
    """By its name as an attribute, or as one of a class that is entered as a whole."""
    whole = (*IN_TAGS, "extreme", "end", "change", "unit", "ordinals", "year.relative", "year.counted")
    unread = [
        path
        for path in lists(FILES[file])
        if not path.startswith(whole) and not re.search(rf"\.{path.split('.')[-1]}\b|\"{path}\"", SOURCE)
    ]
    assert unread == []


@pytest.mark.parametrize("code", codes())
def test_a_word_of_a_change_stands_in_one_list(code: str) -> None:
    language = load(code)
    rising, verbs = by_class(language.words.change), by_class(language.changes.verbs)
    assert {*rising["up"], *rising["down"]} & {*verbs["up"], *verbs["down"]} == set()
    assert set(rising["up"]) & set(rising["down"]) == set()


@pytest.mark.parametrize("code", codes())
def test_what_mends_a_word_of_a_change_is_one_itself(code: str) -> None:
    """And is mended by one in turn: who goes from one side to the other can go back."""
    opposites = load(code).changes.opposites
    assert {word for word, other in opposites.items() if other not in opposites} == set()


def test_every_file_of_a_language_has_its_table() -> None:
    found = {path.stem for code in codes() for path in (PACKAGE / "language" / code).glob("*.toml")}
    assert found == set(FILES)


@pytest.mark.parametrize("code", codes())
def test_a_hedge_stands_in_one_list(code: str) -> None:
    """Whether it is a threshold too, or takes back a figure of a sum, is what its list says."""
    words = load(code).words
    lists = [*by_class(words.hedge).values(), words.mood.irrealis, words.mood.conditional, words.mood.planned]
    twice = [word for word, times in Counter(word for each in lists for word in each).items() if times > 1]
    assert twice == []
