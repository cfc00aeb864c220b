"""The tests of packs: sentences of a draft that must and must not be flagged, held against the packs.

A sentence is tried below a headline that says what the pack is about, as it would stand in an article on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from factcheck.api import check_text
from factcheck.cache.folder import cache_folder
from factcheck.messages import message, translated
from factcheck.model import DocumentReport, Problem
from factcheck.reference.ask.reference import Reference, load
from factcheck.reference.packs.csv_table import cell_problem
from factcheck.reference.packs.info import PackInfo
from factcheck.reference.packs.pack import read_pack
from factcheck.reference.validation.remarks import Line, lines


def run_tests(packs: Sequence[Path], beside: Sequence[Path]) -> tuple[int, tuple[Problem, ...]]:
    """How many sentences were tried, and a problem for each that was not judged as its row says."""
    tests = [test for path in packs for test in _tests(path)]
    if not tests:
        return 0, ()
    reference, _ = load([*beside, *packs], cache_folder())
    return len(tests), tuple(problem for test in tests for problem in _tried(*test, reference))


def _tests(path: Path) -> list[tuple[Line, str]]:
    """The rows of a pack's tests, each with the headline that it stands under."""
    pack, _ = read_pack(path, frozenset({"facts", "ranks", "counts"}))
    return [(line, _headline(pack.info)) for line in lines(pack, "tests")] if pack is not None else []


def _headline(info: PackInfo) -> str:
    """A name and a topic of the subject: "Indeks daya saing: dimensi"; empty for packs without a subject."""
    said = (next((word for words in forms.values() for word in words), "") for forms in (info.names, info.topics))
    words = ": ".join(word for word in said if word)
    return words[:1].upper() + words[1:]


def _tried(line: Line, headline: str, reference: Reference) -> Iterator[Problem]:
    published = line.get("published")
    day = date.fromisoformat(published) if published else None
    draft = f"{headline}\n\n{line.get('sentence')}" if headline else line.get("sentence")
    wrong = _wrong(line, check_text(draft, published=day, reference=reference))
    if wrong:
        yield cell_problem(line.table, line.row, "sentence", wrong)


def _wrong(line: Line, report: DocumentReport) -> str:
    """What is other than the row says; empty where all is as it says."""
    found = [f"{finding.rule}: {translated(finding.message)}" for finding in report.findings]
    expected = line.get("expected")
    if line.get("flagged") == "no":
        if found:
            return message("flagged, but it is right ({found})", found="; ".join(found))
        read = any(one.verdict == "supported" for one in report.claims)
        return "" if read else message("not flagged, but not read either")
    if not found:
        return message("not flagged, but it is wrong")
    if expected and expected not in {finding.expected for finding in report.findings}:
        return message("flagged, but not with “{expected}” ({found})", expected=expected, found="; ".join(found))
    return ""
