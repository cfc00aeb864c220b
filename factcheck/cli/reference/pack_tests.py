"""The tests of packs: sentences of a draft that must and must not be flagged, held against the packs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from factcheck.api import check_text
from factcheck.cache.folder import cache_folder
from factcheck.messages import translated
from factcheck.model import DocumentReport, Problem
from factcheck.reference.ask.reference import Reference, load
from factcheck.reference.packs.csv_table import cell_problem
from factcheck.reference.packs.pack import read_pack
from factcheck.reference.validation.remarks import Line, lines


def run_tests(packs: Sequence[Path], beside: Sequence[Path]) -> tuple[int, tuple[Problem, ...]]:
    """How many sentences were tried, and a problem for each that was not judged as its row says."""
    tests = [line for path in packs for line in _tests(path)]
    if not tests:
        return 0, ()
    reference, _ = load([*beside, *packs], cache_folder())
    return len(tests), tuple(problem for line in tests for problem in _tried(line, reference))


def _tests(path: Path) -> tuple[Line, ...]:
    pack, _ = read_pack(path, frozenset({"facts", "ranks", "counts"}))
    return tuple(lines(pack, "tests")) if pack is not None else ()


def _tried(line: Line, reference: Reference) -> Iterator[Problem]:
    published = line.get("published")
    day = date.fromisoformat(published) if published else None
    wrong = _wrong(line, check_text(line.get("sentence"), published=day, reference=reference))
    if wrong:
        yield cell_problem(line.table, line.row, "sentence", wrong)


def _wrong(line: Line, report: DocumentReport) -> str:
    """What is other than the row says; empty where all is as it says."""
    found = [f"{finding.rule}: {translated(finding.message)}" for finding in report.findings]
    expected = line.get("expected")
    if line.get("flagged") == "no":
        if found:
            return f"flagged, but it is right ({'; '.join(found)})"
        return "" if any(one.verdict == "supported" for one in report.claims) else "not flagged, but not read either"
    if not found:
        return "not flagged, but it is wrong"
    if expected and expected not in {finding.expected for finding in report.findings}:
        return f"flagged, but not with “{expected}” ({'; '.join(found)})"
    return ""
