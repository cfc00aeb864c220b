"""What was aimed at, and whether the figures reach it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from benchmarks import newsroom, one, thousand

PLAIN, RICH = "factcheck check, plain", "factcheck check, rich"


class Target(NamedTuple):
    """An aim in words, the part that measures it, its figure, and between what the figure is to lie."""

    words: str
    part: str
    figure: str
    most: float = float("inf")
    least: float = 0.0
    unit: str = ""


TARGETS = (
    Target("one article, plain, beside codespell: at most 0.68", "one", f"one: {PLAIN} / codespell", 0.68),
    Target("one article, rich, beside codespell: at most 0.85", "one", f"one: {RICH} / codespell", 0.85),
    Target("`--version` beside `python -c pass`: at most 1.5", "one", f"one: factcheck --version / {one.NOTHING}", 1.5),
    *(
        Target(
            f"1,000 articles, {kind}, {tool}, beside codespell in processor time: at most {most}",
            "newsroom",
            f"newsroom: {kind}, {tool} / codespell",
            most,
        )
        for kind, tool, most in newsroom.AIMS
    ),
    Target("1,000 articles, one process: at most 60 MB", "thousand", f"1,000: {thousand.ONE} MB", 60, unit=" MB"),
    Target(
        "10,000 articles: two processes at least 1.8 times as fast as one",
        "thousand",
        f"10,000: {thousand.ONE} / {thousand.TWO}",
        least=1.8,
    ),
    Target(
        "a letter typed into 5 KB about a subject, to its diagnostics, at the median: at most 100 ms",
        "keystroke",
        "keystroke: 5 KB about a subject pushed ms",
        100,
        unit=" ms",
    ),
    Target(
        "10,000 edits: the server holds at most 10 MB more at their end than after the first tenth",
        "keystroke",
        "keystroke: growth MB",
        10,
        unit=" MB",
    ),
    Target(
        "a byte of the last 9 MB of 10 MB costs at most 1.5 times one of the 900 KB before",
        "length",
        "length: growth",
        1.5,
    ),
    Target(
        "a claim of the last 9,000 of 10,000 costs at most 1.5 times one of the 900 before",
        "length",
        "claims: growth",
        1.5,
    ),
    Target(
        "a reference of 10,000,000 facts opens in under 30 ms",
        "reference",
        "reference: 10,000,000 open ms",
        30,
        unit=" ms",
    ),
    Target(
        "it is never read whole: memory after the first answer under a tenth of its files",
        "reference",
        "reference: 10,000,000 opened of files",
        0.1,
    ),
)


def rows(figures: Callable[[str], Mapping[str, float]]) -> list[tuple[str, str, str]]:
    """Each target, what was measured, and "met", "not met" or "not measured"; `figures` gives those of a part."""
    return [(target.words, *_held(target, figures(target.part).get(target.figure))) for target in TARGETS]


def _held(target: Target, measured: float | None) -> tuple[str, str]:
    if not measured:  # 0 stands for a run that was ended
        return "", "not measured"
    met = target.least <= measured <= target.most
    return f"{measured:,.2f}{target.unit}", "met" if met else "not met"
