"""Patterns like those of .gitignore: the same answers as the library's, in a time that their stars do not multiply."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from factcheck.document.discover import discover
from factcheck.document.ignore_patterns import ignore_spec

PATTERNS = st.lists(st.text("ab*?/[]!", max_size=8), max_size=3)
PATHS = st.lists(st.text("ab", min_size=1, max_size=4), min_size=1, max_size=4).map("/".join)


def sound(line: str) -> bool:
    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return line.count("**") < 4


@given(PATTERNS, PATHS)
def test_it_answers_as_the_library_does(lines: list[str], path: str) -> None:
    good = list(filter(sound, lines))
    assert ignore_spec(good).match_file(path) == GitIgnoreSpec.from_lines(good).match_file(path)


@pytest.mark.parametrize("line", ["*a" * 30 + "*b", "**/a/" * 30 + "b", "?*" * 60, "*" * 3000 + "b", "a**" * 50])
def test_many_stars_take_no_time(line: str) -> None:
    assert ignore_spec([line]).match_file("a" * 200 + "/" + "a" * 200) in (True, False, None)


@pytest.mark.parametrize("line", ["!", "\\", "[", "/", "", "a" * 100_000])
def test_what_is_no_pattern_leaves_nothing_out(line: str) -> None:
    assert not ignore_spec([line, "c"]).match_file("a.md")


def folder(place: Path) -> None:
    place.mkdir()


def dangling(place: Path) -> None:
    place.symlink_to("nowhere")


@pytest.mark.parametrize("make", [folder, dangling, os.mkfifo])
def test_a_gitignore_that_is_no_file(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / ".gitignore")
    (tmp_path / "a.md").write_text("Isi.", "utf-8")
    assert discover([str(tmp_path)]) == ((str(tmp_path / "a.md"),), ())


def test_a_link_that_leads_nowhere_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to("nowhere")
    files, problems = discover([str(tmp_path)])
    assert (files, [problem.message for problem in problems]) == ((), ["This link leads nowhere."])
