"""What is read and told of a draft on a subject that ships with nobody: a pack of the tests beside those that ship."""

from __future__ import annotations

from pathlib import Path

from factcheck import check_text
from factcheck.reference.ask.reference import Reference, load
from factcheck.reference.packs.shipped import shipped_packs


def with_pack(folder: Path) -> Reference:
    """The packs that ship and the one in a folder, which is sound."""
    found, problems = load([*shipped_packs(), folder])
    assert problems == ()
    return found


def values_read(text: str, reference: Reference, measure: str) -> list[tuple[str, str, str]]:
    """Value, subject and year of each claim of a measure in a draft in which nothing is told to be wrong."""
    report = check_text(text, reference=reference)
    assert report.findings == ()
    claims = (judged.claim for judged in report.claims)
    return [(str(one.value), one.subject, one.period) for one in claims if one.measure == measure]


def flagged(text: str, reference: Reference) -> list[tuple[str, str]]:
    """The marked text of each finding of a draft, with what it should read."""
    report = check_text(text, reference=reference)
    return [(text[one.start : one.end], str(one.expected)) for one in report.findings]


def told(text: str, reference: Reference, kind: str) -> list[tuple[str, str, str, str, str]]:
    """Value, subject, year, condition and verdict of each claim of a kind in a draft in which nothing is told to be
    wrong."""
    report = check_text(text, reference=reference)
    assert report.findings == ()
    found = [one for one in report.claims if one.claim.kind == kind]
    claims = ((one.claim, one.verdict) for one in found)
    return [(str(one.value), one.subject, one.period, one.condition, verdict) for one, verdict in claims]
