"""Every output of articles that were read: what steers in it, and what is no JSON though it should be."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from factcheck.desk.packs_loaded import Loaded
from factcheck.explain.place import Explanation
from factcheck.formats import REPORTERS
from factcheck.messages import language_in_use
from factcheck.model import DocumentReport, Problem, Report
from factcheck.report.claims.lister import FORMATS, lister
from factcheck.report.explanation.as_lines import lines
from factcheck.report.explanation.json import explanation_object
from factcheck.report.explanation.text import write_plain, write_rich
from factcheck.report.json import encode
from factcheck.report.reporter import Look, write
from factcheck.report.safe import STEERING
from factcheck.report.sarif import rules_of_sarif
from factcheck.report.tally import Tally as Counts

STEERS = re.compile("[" + STEERING.replace("\x00-\x1f", "\x00-\x08\x0b\x0c\x0e-\x1f") + "]")
"""Without line ends and tabs, of which reports are made."""
LOOK = Look("never", 80)
JSON = ("json", "sarif", "rdjson", "claims json", "explain json")


class Read(NamedTuple):
    """An article of the fuzzer as it was read: the report of `check`, that of `claims`, and one place explained."""

    seed: int
    report: DocumentReport
    listed: DocumentReport
    explained: Explanation


def wrong_in(articles: Sequence[Read], packs: Loaded) -> Iterator[str]:
    """What must not be in the outputs of articles, all outputs that there are."""
    for name, written in _outputs(articles, packs):
        if steering := STEERS.search(written):
            yield f"{name} lets {steering.group()!r} through"
        try:
            if name in JSON:
                json.loads(written)
            elif name == "jsonl":
                for line in written.splitlines():
                    json.loads(line)
        except ValueError as slip:
            yield f"{name} is no JSON: {slip}"


def _outputs(articles: Sequence[Read], packs: Loaded) -> Iterator[tuple[str, str]]:
    problems = tuple(Problem(each.report.document.text[:40], each.report.document.path, 1) for each in articles)
    whole = Report(tuple(each.report for each in articles), problems)
    for form in REPORTERS:
        out = io.StringIO()
        write(whole, form, out, LOOK)
        written = out.getvalue()  # of the length of sarif nine tenths are the rules, ever the same
        yield form, written if form != "sarif" else written.replace(rules_of_sarif(language_in_use()), "{}")
    for form in FORMATS:
        out = io.StringIO()
        writer, counts = lister(form, out, packs.name, LOOK), Counts()
        for each in articles:
            writer.document(each.listed)
            counts = counts.plus(each.listed)
        writer.close(counts, problems)
        yield f"claims {form}", out.getvalue()
    yield "explain json", encode([explanation_object(each.explained, packs.name) for each in articles])
    told = [list(lines(each.explained, packs.name)) for each in articles]
    yield "explain plain", _written(lambda out: [write_plain(each, out) for each in told])
    yield "explain rich", _written(lambda out: [write_rich(each, out, LOOK) for each in told])


def _written(write: Callable[[io.StringIO], object]) -> str:
    out = io.StringIO()
    write(out)
    return out.getvalue()
