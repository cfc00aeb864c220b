"""What is read without the library of the command line is read as that library would."""

from __future__ import annotations

from typing import Any

import click
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.cli.check import check
from factcheck.cli.options import Options
from factcheck.cli.quick import CHOICES, COMPLETING, COUNT, FLAGS, MANY, quick_check

WORDS = (
    *FLAGS, *CHOICES, *MANY, COUNT, "json", "plain", "error", "never", "always", "draft.md", "drafts/", "-", "", "--",
    "2", "-1", "x", "--fix", "--diff", "--format=json", "--format=", "--jobs=3", "-o=a.html", "-oa.html", "--select",
    "-qv", "--output=json:a", "--exclude=*.txt", "--reference=packs", "--help", "--staged=1", "٣", "1_0", "--jobs= 2",
)  # fmt: skip


def by_click(words: list[str]) -> tuple[tuple[str, ...], Options] | None:
    """What click reads of the words behind `check`; None where it says that something is wrong."""
    try:
        read: dict[str, Any] = dict(check.make_context("check", list(words), help_option_names=["-h", "--help"]).params)
    except click.ClickException:
        return None
    paths = tuple(read.pop("paths"))
    assert read.pop("diff") is None
    assert not read.pop("watch")
    return paths, Options(**read)


@given(st.lists(st.sampled_from(WORDS), max_size=6))
@settings(max_examples=600)
def test_whatever_is_read_quickly_is_read_the_same_by_click(words: list[str]) -> None:
    quick = quick_check(["check", *words])
    assert quick is None or quick == by_click(words)


@pytest.mark.parametrize(
    "words",
    [
        ["draft.md"],
        ["--force-exclude", "--format", "plain", "--quiet", "--staged", "a.md", "b.md"],
        ["--format=json", "-o", "report.html", "articles/", "--jobs", "2"],
        ["-"],
        [],
    ],
    ids=" ".join,
)
def test_what_hooks_and_editors_ask_is_read_quickly(words: list[str]) -> None:
    assert quick_check(["check", *words]) == by_click(words)


@pytest.mark.parametrize(
    "words", [["claims", "a.md"], ["check", "--help"], ["check", "--fix", "a.md"], ["check", "--format", "pdf"], []]
)
def test_anything_else_is_left_to_click(words: list[str]) -> None:
    assert quick_check(words) is None


def test_completion_is_left_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(COMPLETING, "bash_complete")
    assert quick_check(["check", "a.md"]) is None
