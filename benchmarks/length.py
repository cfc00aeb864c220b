"""Time against length

One article of growing length, whole processes, plain report. *more* is what each further byte costs beyond the row
above: where it stays the same, time grows with length and no faster. As published: articles of 4.7 KB one after the
other in one file. Dense: nothing but drafts, so that the claims grow.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.articles import Article, dense, long_article, write
from benchmarks.bench import Bench
from benchmarks.result import Result, Table, claims_in
from benchmarks.timing import LIMIT, Ran, in_turn, peak, seconds

SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
CLAIMS = (100, 1_000, 10_000)
BYTES_A_CLAIM = 53
ROUNDS = 1


def measure(bench: Bench) -> Result:
    """Both tables; --quick leaves out the longest."""
    sizes = SIZES[:4] if bench.quick else SIZES
    counts = CLAIMS[:2] if bench.quick else CLAIMS
    by_length, growth = _table(bench, "as published", [long_article(size) for size in sizes])
    by_claims, claimed = _table(bench, "dense", [dense(count * BYTES_A_CLAIM) for count in counts])
    note = f"Rounds: {bench.turns(ROUNDS)}. A run of more than {LIMIT} s is ended."
    return Result((by_length, by_claims), (note,), {"length: growth": growth, "claims: growth": claimed})


def _table(bench: Bench, name: str, articles: list[Article]) -> tuple[Table, float]:
    """The table and how many times the cost of a further byte the last row has of the row before (0: not known)."""
    files = [_written(bench, f"{name.replace(' ', '-')}-{place}", one) for place, one in enumerate(articles)]
    claims = [claims_in(bench, str(file), limit=LIMIT)[0] for file in files]
    commands = {str(file): bench.check(str(file)) for file in files}
    ran = in_turn(commands, bench.environment, bench.turns(ROUNDS), warm=False)
    sizes = [file.stat().st_size for file in files]
    each = list(ran.values())
    more = [0.0, *(_more(each, sizes, place) for place in range(1, len(files)))]
    rows = [
        (
            f"{sizes[place] / 1000:,.0f}",
            f"{claims[place]:,}" if claims[place] else "not counted",
            _seconds(each[place]),
            f"{more[place] * 1e6:.0f}" if more[place] else "",
            f"{peak(each[place]):.0f}",
        )
        for place in range(len(files))
    ]
    growth = more[-1] / more[-2] if more[-1] and more[-2] else 0.0
    return Table((f"{name}, KB", "claims", "s", "more, µs a byte", "MB"), tuple(rows)), growth


def _more(each: list[list[Ran]], sizes: list[int], place: int) -> float:
    """Seconds that each byte costs beyond the article before; 0 where a run was ended."""
    if any(one.status < 0 for one in (*each[place - 1], *each[place])):
        return 0.0
    return (seconds(each[place]) - seconds(each[place - 1])) / (sizes[place] - sizes[place - 1])


def _seconds(ran: list[Ran]) -> str:
    return f"more than {LIMIT}" if any(one.status < 0 for one in ran) else f"{seconds(ran):.2f}"


def _written(bench: Bench, folder: str, article: Article) -> Path:
    return next(write(bench.folder / folder, iter([article])).iterdir())
