"""How well claims are read: `python tests/evaluation/measure.py [FOLDER]...` prints a table for docs/reading.md.

A folder holds articles/ and gold/ (see README.md); without one it is id/ beside this file. A claim is read rightly
when kind, value, subject and year are those of the gold at the same place. Precision: of the claims read, how many are
rightly read. Recall: of those of the gold, how many are. Coverage: of those rightly read, how many the reference, the
calendar or the text itself settles. Names are not counted; dates without a year, and what is read in front matter and
the gold does not hold, neither.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from check_gold import occurrence

from factcheck.api import shipped_reference
from factcheck.document.load import read_file
from factcheck.model import Claim, DocumentReport, Judged, Span
from factcheck.pipeline import check_document

HERE = Path(__file__).parent
Gold = dict[str, Any]


class Score(NamedTuple):
    """Counts by kind of claim, `false` those of findings that no known error explains."""

    gold: Counter[str]
    read: Counter[str]
    right: Counter[str]
    settled: Counter[str]
    known: int = 0
    found: int = 0
    false: int = 0


def measure(folders: Sequence[Path]) -> Score:
    """The counts over all articles of the folders."""
    gold, read, right, settled = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    known = found = false = 0
    for path in sorted(path for folder in folders for path in folder.glob("gold/*.json")):
        held = json.loads(path.read_text("utf-8"))
        report = _report(path.parents[1] / held["article"])
        pairs = list(_pairs(held["claims"], report))
        gold.update(claim["kind"] for claim, _ in pairs)
        right.update(claim["kind"] for claim, judged in pairs if judged)
        settled.update(claim["kind"] for claim, judged in pairs if judged and judged.verdict != "unverifiable")
        read.update(_counted(report, [judged for _, judged in pairs if judged]))
        spans = [_spans(report.document.text, error) for error in held["errors"]]
        alarms = [Span(one.start, one.end) for one in report.findings if one.severity != "info"]
        known += sum(not error.get("optional") for error in held["errors"])
        hits = [any(_meet(one, span) for one in alarms for span in error) for error in spans]
        optional = [bool(error.get("optional")) for error in held["errors"]]
        found += sum(hit and not may for hit, may in zip(hits, optional, strict=True))
        false += sum(not any(_meet(one, span) for error in spans for span in error) for one in alarms)
    return Score(gold, read, right, settled, known, found, false)


def table(score: Score) -> Iterator[str]:
    """The score as rows of Markdown."""
    yield "| kind | claims | precision | recall | coverage |"
    yield "| --- | --- | --- | --- | --- |"
    for kind in sorted(score.gold):
        yield _row(kind, score.gold[kind], score.read[kind], score.right[kind], score.settled[kind])
    yield _row("all", *(sum(counts.values()) for counts in (score.gold, score.read, score.right, score.settled)))
    yield f"\nKnown errors found: {score.found} of {score.known}; false alarms: {score.false}."


def _row(name: str, gold: int, read: int, right: int, settled: int) -> str:
    shares = (f"{right / read:.3f}" if read else "", f"{right / gold:.3f}", f"{settled / right:.2f}" if right else "")
    return f"| {name} | {gold} | {' | '.join(shares)} |"


def _report(path: Path) -> DocumentReport:
    return check_document(read_file(str(path)), shipped_reference())


def _pairs(claims: Sequence[Gold], report: DocumentReport) -> Iterator[tuple[Gold, Judged | None]]:
    """Each claim of the gold with the one that reads it rightly, if any does. Each serves once."""
    free = list(report.claims)
    for claim in (claim for claim in claims if claim["kind"] != "name"):
        spans = _spans(report.document.text, claim, ("value", "weekday"))
        near = [one for one in free if one.claim.kind == claim["kind"] and any(_meet(one.claim, s) for s in spans)]
        right = [one for one in near if _same(claim, one.claim)]
        if near:
            free.remove((right or near)[0])
        yield claim, right[0] if right else None


def _counted(report: DocumentReport, right: Sequence[Judged]) -> Iterator[str]:
    """The kinds of the claims that were read, without those that count neither way."""
    fields = max((block.end for block in report.document.blocks if block.kind == "field"), default=0)
    for judged in report.claims:
        claim = judged.claim
        text = report.document.text[claim.start : claim.end]
        undated = claim.kind == "date" and not re.search("[0-9]{4}", text)
        if claim.kind != "name" and (judged in right or not (undated or claim.end <= fields)):
            yield claim.kind


def _same(gold: Gold, claim: Claim) -> bool:
    who = "subject" not in gold or str(gold["subject"] or "") == claim.subject
    when = "year" not in gold or str(gold["year"] or "") == claim.period
    return who and when and _value(gold["value"]) == _value(claim.value)


def _value(value: object) -> object:
    try:
        return round(float(str(value)), 9)
    except ValueError:
        return str(value).strip().lower()


def _spans(text: str, entry: Gold, roles: Sequence[str] = ()) -> list[Span]:
    anchors = [one for one in entry["anchors"] if not roles or one.get("role", "value") in roles]
    starts = [(occurrence(text, one["text"], one.get("nth", 1)), one["text"]) for one in anchors]
    return [Span(start, start + len(part)) for start, part in starts]


def _meet(one: Span | Claim, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


if __name__ == "__main__":
    for line in table(measure([Path(name) for name in sys.argv[1:]] or [HERE / "id"])):
        print(line)
