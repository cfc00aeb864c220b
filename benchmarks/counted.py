"""Calls and records an article: counted, the same on any machine and with any Python that the product runs on.

`python -m benchmarks.counted` writes down what they are now, into tests/speed/work.toml.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from cProfile import Profile
from functools import cache
from pathlib import Path
from typing import NamedTuple

from benchmarks.articles import Article
from benchmarks.kinds import KINDS
from factcheck import typed

FILE = Path(__file__).parents[1] / "tests/speed/work.toml"
RECORDS = typed.__file__
"""Where what a `Record` is filled by comes from."""
COUNT = 3
INLINED = ("<listcomp>", "<dictcomp>", "<setcomp>", "<genexpr>")
"""What is a call of its own in some versions of Python only."""
OPENING = """\
# Calls and records that one article of a kind takes, the mean of three, as `python -m benchmarks.counted` writes them.
# tests/speed/test_work.py holds the product within three per cent of them.
"""


class Work(NamedTuple):
    """Calls of functions (of ours and of those built in), and records made, for one article."""

    calls: int
    records: int


def counted(work: Callable[[], object]) -> Work:
    """What a piece of work takes in all."""
    profile = Profile(subcalls=False)
    profile.runcall(work)
    calls = records = 0
    for entry in profile.getstats():
        if isinstance(entry.code, str):
            calls += entry.callcount
            records += entry.callcount * ("__new__" in entry.code)
        elif entry.code.co_name not in INLINED:
            calls += entry.callcount
            records += entry.callcount * (entry.code.co_name == "__init__" and entry.code.co_filename == RECORDS)
    return Work(calls, records)


def work_of(kind: str) -> Work:
    """What an article of a kind takes on the mean, all that is loaded once being loaded."""
    articles = [KINDS[kind](number) for number in range(COUNT)]
    check_all(articles)
    calls, records = counted(lambda: check_all(articles))
    return Work(calls // COUNT, records // COUNT)


def check_all(articles: list[Article]) -> None:
    """Checks the articles, each to its report."""
    check = _checker()
    for article in articles:
        check(article.text, path=article.name)


@cache
def _checker() -> Callable[..., object]:
    from factcheck import check_text

    return check_text


def written(found: Mapping[str, Work]) -> str:
    """The file of what was counted."""
    lines = (f'"{kind}" = {{ calls = {work.calls}, records = {work.records} }}' for kind, work in found.items())
    return OPENING + "\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    FILE.write_text(written({kind: work_of(kind) for kind in KINDS}), "utf-8")
