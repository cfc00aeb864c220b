"""Times the stages in one process: `python inside.py FOLDER`, in an environment that has factcheck.

Printed as JSON: stage -> its median over the articles, in microseconds.
"""

from __future__ import annotations

import io
import json
import statistics
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from factcheck.api import shipped_reference
from factcheck.checks.register import RULES
from factcheck.checks.run import run_rules, verdicts
from factcheck.document.load import read_file
from factcheck.judging.judge import judge
from factcheck.language.dates import find_dates
from factcheck.language.language import load
from factcheck.language.numbers import find_numbers
from factcheck.model import DocumentReport
from factcheck.pipeline import read_case
from factcheck.reading.read import read_article
from factcheck.reading.scan.lexicon import lexicon_of
from factcheck.reading.sums.sums import find_sums
from factcheck.report.reporter import reporter
from factcheck.report.tally import Tally

FORMATS = ("plain", "json", "rich")
T = TypeVar("T")


def main(folder: str) -> None:
    """Prints the medians."""
    files = sorted(str(path) for path in Path(folder).iterdir())
    for file in files[:3]:
        dict(stages(file))  # what is loaded once a process is loaded now
    times: dict[str, list[float]] = {}
    for file in files:
        for stage, seconds in stages(file):
            times.setdefault(stage, []).append(seconds)
    print(json.dumps({stage: statistics.median(each) * 1e6 for stage, each in times.items()}))


def stages(file: str) -> Iterator[tuple[str, float]]:
    """Each stage of one article and what it took, called as factcheck/pipeline.py calls them."""
    reference = shipped_reference()
    document, took = timed(lambda: read_file(file))
    yield "read", took
    language = load(document.language)
    dates, dated = timed(lambda: find_dates(document.plain, language))
    numbers, took = timed(lambda: find_numbers(document.plain, language, dates))
    _, summed = timed(lambda: find_sums(document, numbers, dates))
    yield "scan", dated + took + summed
    case = read_case(document, reference)
    document, known = case.document, case.reference
    lexicon = lexicon_of(document.language, reference)
    article, took = timed(lambda: read_article(document, lambda: lexicon, language, known, numbers, dates))
    yield "bind", took
    _, judged = timed(lambda: judge(article.claims, known))
    (found, failures), took = timed(lambda: run_rules(case, RULES))
    with_verdicts, told = timed(lambda: tuple(verdicts(case, found)))
    yield "check", judged + took + told
    report = DocumentReport(document, with_verdicts, found, failures)
    for name in FORMATS:
        yield f"report, {name}", timed(partial(written, report, name))[1]


def written(report: DocumentReport, name: str) -> str:
    """The report of one article."""
    out = io.StringIO()
    names = shipped_reference().entities
    writer = reporter(name, out, lambda entity: names[entity].name if entity in names else entity)
    writer.document(report)
    writer.close(Tally().plus(report), ())
    return out.getvalue()


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and the seconds it took."""
    begun = perf_counter()
    done = work()
    return done, perf_counter() - begun


if __name__ == "__main__":
    main(sys.argv[1])
