"""One article

An article of 2.5 KB as published, whole processes from start to end, output to a pipe, byte code and cache of the
reference warm. All commands run in turn; times are medians, ratios medians of the ratios round by round.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from benchmarks.articles import published, write
from benchmarks.bench import Bench
from benchmarks.result import Result, Table, claims_in, ms
from benchmarks.timing import in_turn, peak, ratio, seconds

SIZE = 2500
NUMBER = 15  # as full of claims as the thousand are on average
ROUNDS = 20
NOTHING = "python -c pass"
FIRST = "factcheck check, cache empty"


def measure(bench: Bench) -> Result:
    """The commands on one article."""
    article = written(bench)
    empty = bench.folder / "cache-empty"
    commands = {
        NOTHING: (bench.python, "-c", "pass"),
        **bench.peers(article),
        "factcheck --version": bench.tool("factcheck", "--version"),
        "factcheck check, plain": bench.check(article),
        "factcheck check, JSON": bench.check("--format", "json", article),
        "factcheck check, rich": bench.check("--format", "rich", article),
        FIRST: ("/usr/bin/env", f"FACTCHECK_CACHE_DIR={empty}", *bench.check(article)),
    }

    def emptied(name: str) -> None:
        if name == FIRST:
            shutil.rmtree(empty, ignore_errors=True)

    ran = in_turn(commands, bench.environment, bench.turns(ROUNDS), emptied)
    beside = {name: {other: ratio(ran[name], ran[other]) for other in (NOTHING, *bench.peers())} for name in ran}
    head = ("", "ms", *(f"/ {other}" for other in (NOTHING, *bench.peers())), "MB")
    rows = [
        (name, ms(seconds(ran[name])), *(f"{one:.2f}" for one in beside[name].values()), f"{peak(ran[name]):.0f}")
        for name in ran
    ]
    figures = {f"one: {name} / {other}": value for name in ran for other, value in beside[name].items()}
    return Result((Table(head, tuple(rows)),), (_note(bench, article), *bench.missing_notes()), figures)


def written(bench: Bench) -> str:
    """The path of the article."""
    return str(next(write(bench.folder / "one", iter([published(NUMBER, SIZE)])).iterdir()))


def _note(bench: Bench, article: str) -> str:
    claims, _ = claims_in(bench, article)
    size = Path(article).stat().st_size
    return f"The article has {size:,} bytes and {claims} claims. Rounds: {bench.turns(ROUNDS)}."
