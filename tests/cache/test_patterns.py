"""Patterns kept between runs are the patterns that were compiled, and losing them changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cache import folder, patterns
from factcheck.cache.kept import read_kept, write_kept

SOURCES = [
    (r"(?P<day>[0-9]{1,2})[-/](?P<month>[0-9]{1,2})", 0),
    (r"(?i:senin|selasa)(?!\w)", re.IGNORECASE),
    (r"^[ \t]*#.*$", re.MULTILINE),
    (r"(?<![a-z])(?:peringkat|ranking)\s{0,2}", re.DOTALL),
    ("[\u2028-\u202e\U0001f600]", 0),
]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder of this test's own, in use; what the process had before comes back."""
    used, where, kept, sources = folder.used(), list(patterns._where), dict(patterns._kept), dict(patterns._sources)
    folder.use(tmp_path)
    patterns.open_kept()
    yield tmp_path
    folder.use(used)
    patterns._where[:] = where
    patterns._kept.clear()
    patterns._kept.update(kept)
    patterns._sources.clear()
    patterns._sources.update(sources)
    patterns._new.clear()


def next_run() -> None:
    """Forgets what this process knows, as a new process would."""
    patterns.keep_new()
    patterns._kept.clear()
    patterns._sources.clear()
    patterns.open_kept()


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_kept_pattern_equals_the_compiled_one(source: str, flags: int) -> None:
    patterns.compiled(source, flags)
    next_run()
    assert (source, flags) in patterns._kept
    assert patterns.compiled(source, flags) == re.compile(source, flags)


@given(st.text(alphabet="ab1. -({)}|*+?\\wdx^$", max_size=12), st.sampled_from([0, re.IGNORECASE, re.MULTILINE]))
def test_any_pattern_is_compiled_or_refused_as_re_does(source: str, flags: int) -> None:
    try:
        expected = re.compile(source, flags)
    except re.error:
        with pytest.raises(re.error):
            patterns.compiled(source, flags)
        return
    for _ in range(2):
        assert patterns.compiled(source, flags) == expected
        next_run()


def test_numbers_that_no_compiler_wrote_are_not_taken(own_folder: Path) -> None:
    patterns.compiled("a+b", 0)
    next_run()
    (path,) = own_folder.glob("*.patterns")
    kept, sources = read_kept(path)
    wrong = {key: (flags, b"\xff" * len(code), groups, names) for key, (flags, code, groups, names) in kept.items()}
    write_kept(path, (wrong, sources))
    next_run()
    assert patterns.compiled("a+b").fullmatch("aab")


def test_a_broken_file_is_as_good_as_none(own_folder: Path) -> None:
    patterns.compiled("a+b", 0)
    next_run()
    (path,) = own_folder.glob("*.patterns")
    path.write_bytes(b"nothing of ours")
    next_run()
    assert patterns.compiled("a+b").fullmatch("aab")


def test_a_library_user_keeps_nothing(own_folder: Path) -> None:
    folder.use(None)
    patterns._where.clear()
    patterns.compiled("c+d", 0)
    patterns.keep_new()
    assert not list(own_folder.iterdir())


def shouted(words: tuple[str, ...]) -> str:
    WRITTEN.append(words)
    return "|".join(words).upper()


WRITTEN: list[tuple[str, ...]] = []


def test_the_source_of_a_pattern_is_written_once_for_the_same_words() -> None:
    WRITTEN.clear()
    for words in (("a", "b"), ("a", "b"), ("a", "c")):
        assert patterns.source(shouted, words) == "|".join(words).upper()
        next_run()
    assert WRITTEN == [("a", "b"), ("a", "c")]
