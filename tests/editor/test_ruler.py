"""Places of a draft in the units of three editors: to the editor and back, whatever stands before."""

from __future__ import annotations

import pytest
from editor_client import UNITS, offset, position_of
from hypothesis import given
from hypothesis import strategies as st

from factcheck.editor.ruler import Position, ruler

TEXTS = st.text(st.sampled_from("ab,9 é–🟢\u2028\u2029\x0b\x0c\x1c\x85\r\n"), max_size=40)
UNIT = {"vscode": "utf-16", "neovim": "utf-8", "emacs": "utf-32"}


@given(TEXTS, st.integers(0, 40), st.sampled_from(list(UNITS)))
def test_a_place_is_where_an_editor_finds_it_and_comes_back_as_it_went(text: str, at: int, profile: str) -> None:
    at = min(at, len(text))
    if text[at - 1 : at + 1] == "\r\n":
        return  # between the two no editor has a place
    ruled = ruler(text, UNIT[profile])
    line, character = ruled.position(at)
    assert offset(text, {"line": line, "character": character}, profile) == at
    assert ruled.offset(line, character) == at


@given(TEXTS, st.integers(-3, 50), st.integers(-3, 50), st.sampled_from(list(UNIT.values())))
def test_any_place_an_editor_may_name_is_one_of_the_text(text: str, line: int, character: int, unit: str) -> None:
    assert 0 <= ruler(text, unit).offset(line, character) <= len(text)


@pytest.mark.parametrize("profile", UNITS)
@pytest.mark.parametrize("before", ["\u2028", "\u2029", "\x0b", "\x0c", "\x85", "\x1c", "🟢", "é\r\n", "\r"])
def test_what_ends_a_line_in_python_alone_ends_none(profile: str, before: str) -> None:
    text = f"a{before}nilai 93,86"
    ruled = ruler(text, UNIT[profile])
    assert ruled.position(text.index("93")) == tuple(position_of(text, "93", profile).values())


def test_a_byte_order_mark_is_the_editors_and_not_the_articles() -> None:
    ruled = ruler("\ufeffnilai 93,86", "utf-16")
    assert ruled.position(6) == Position(0, 7)
    assert ruled.offset(0, 7) == 6


def test_a_column_within_a_character_is_its_beginning() -> None:
    assert ruler("🟢9", "utf-16").offset(0, 1) == 0
    assert ruler("🟢9", "utf-8").offset(0, 3) == 0
    assert ruler("🟢9", "utf-8").offset(0, 4) == 1
