"""What is passed over has nothing to say: with every gate open, a report is the same to the byte.

A rule declares what it looks at (`needs` in its row of the register), a stage which words of the language it cannot do
without (`words_in`, `may_hold`). Where a new rule or word is not in its gate, it is silent in real articles and nobody
sees it: here it is seen, over the articles of this repository, the six kinds of the benchmark and text made at random.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck import check_text, checks, judging, language, pipeline, reading
from factcheck.checks.register import RULES
from factcheck.judging.case import anything
from factcheck.language import fold, numbers
from factcheck.language.language import codes, load
from factcheck.report.json import document_object

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
kinds = import_module("benchmarks.kinds")
ARTICLES = sorted(path for path in (ROOT / "articles").rglob("*") if path.suffix in (".md", ".txt"))
WORDS_IN = fold.words_in
# All of them before a gate is opened: what is imported at its first use would keep an open gate for later tests.
for package in (checks, judging, language, reading):
    for found in walk_packages(package.__path__, f"{package.__name__}."):
        import_module(found.name)
DECIDING = ("factcheck.reading.scan.setting",)
"""Modules in which a word that stands there decides by itself: a topic of a pack that figures open."""


def holds(low: str, phrases: Iterable[str]) -> bool:
    """As `fold.holds`, which is no gate: a phrase has to stand there as words."""
    return any(phrase in low for phrase in phrases if fold.first_word(phrase) in WORDS_IN(low))


def may_hold(low: str, phrases: Iterable[str]) -> bool:
    """The gate, open."""
    return True


@cache
def every_word() -> frozenset[str]:
    """All plain words that stand anywhere in the tables of any language: what a gate may ask for."""
    texts = [text for code in codes() for text in _texts(load(code))]
    return frozenset(re.findall("[a-z]+", " ".join(texts).lower()))


def _texts(table: Any) -> Iterator[str]:
    if isinstance(table, str):
        yield table
    elif isinstance(table, dict):
        yield from (text for pair in table.items() for part in pair for text in _texts(part))
    elif isinstance(table, (tuple, list, frozenset)):
        yield from (text for part in table for text in _texts(part))
    elif hasattr(table, "__slots__") or hasattr(table, "__dict__"):
        names = [*getattr(table, "__slots__", ()), *getattr(table, "__dict__", ())]
        yield from (text for name in names for text in _texts(getattr(table, name)))


def all_words_in(low: str) -> frozenset[str]:
    """Every word stands in every text, as far as a gate can see."""
    return WORDS_IN(low) | every_word()


def report_of(text: str, name: str) -> dict[str, Any]:
    return document_object(check_text(text, path=name), str)


def ungated(text: str, name: str) -> dict[str, Any]:
    """The report with every gate open."""
    with pytest.MonkeyPatch.context() as change:
        change.setattr(pipeline, "RULES", tuple(rule._replace(needs=anything) for rule in RULES))
        for name_of, opened in (("words_in", all_words_in), ("holds", holds), ("may_hold", may_hold)):
            gate = getattr(fold, name_of)
            for module in [*sys.modules.values()]:
                if getattr(module, name_of, None) is gate and module.__name__ not in DECIDING:
                    change.setattr(module, name_of, opened)
        signs = numbers.grammar
        change.setattr(
            numbers, "grammar", cache(lambda language: signs(language)._replace(signs=Anything(), heads=Anything()))
        )
        return report_of(text, name)


class Anything(frozenset[str]):
    """Whatever stands beside a number may belong to it."""

    def __contains__(self, letter: object) -> bool:
        return True


def test_the_gates_are_open() -> None:
    assert {"naik", "total", "presiden", "yakni", "kecamatan", "rose"} <= every_word()


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_an_article_is_reported_the_same_without_gates(path: Path) -> None:
    text = path.read_text("utf-8")
    assert report_of(text, path.name) == ungated(text, path.name)


@pytest.mark.parametrize("kind", kinds.KINDS)
def test_an_article_of_a_kind_is_reported_the_same_without_gates(kind: str) -> None:
    article = kinds.KINDS[kind](5)
    assert report_of(article.text, article.name) == ungated(article.text, article.name)


@settings(max_examples=40)
@example(words=["Kalau", "Provinsi", "Kubar,", "nilainya", "naik"])
@given(words=st.lists(st.sampled_from(sorted(kinds.pieces())), min_size=5, max_size=60))
def test_text_made_at_random_is_reported_the_same_without_gates(words: list[str]) -> None:
    text = " ".join(words)
    assert report_of(text, "random.md") == ungated(text, "random.md")
