"""Articles of one run held against each other."""

from __future__ import annotations

from decimal import Decimal

import pytest

from factcheck.document.read_document import read_document
from factcheck.filters.conflicting_articles import MOST, Known, held_against
from factcheck.model import Claim, DocumentReport, Judged

BASE = Claim("c1", "score", "kepatuhan", "score", 0, 0, Decimal(0), "99.01", "2023")


def report(path: str, written: str, verdict: str = "unverifiable", **changes: object) -> DocumentReport:
    text = f"Nilai {written} pada 2023."
    value = Decimal(written.replace(",", "."))
    half = Decimal(1).scaleb(int(value.as_tuple().exponent)) / 2
    span = {"start": 6, "end": 6 + len(written), "value": value, "low": value - half, "high": value + half}
    claim = BASE._replace(**{**span, **changes})  # type: ignore[arg-type]
    return DocumentReport(read_document(path, text.encode()), (Judged(claim, verdict),), ())


def said(*reports: DocumentReport) -> list[list[str]]:
    known: Known = {}
    return [[finding.message for finding in held_against(one, known).findings] for one in reports]


def test_figures_that_the_reference_bears_out_are_of_two_months() -> None:
    assert said(report("a.md", "83,22", "supported"), report("b.md", "83,32", "supported")) == [[], []]
    assert said(report("a.md", "83,22", part="03"), report("b.md", "83,32", part="09")) == [[], []]
    assert said(report("a.md", "83,22", part="03"), report("b.md", "83,32", part="03"))[1]


def test_the_later_article_names_the_place_in_the_earlier() -> None:
    assert said(report("a.md", "83,22"), report("b.md", "83,32")) == [
        [],
        ["83,32 here, but 83,22 for the same in a.md:1:7; one of the two is a slip."],
    ]


@pytest.mark.parametrize(
    "second",
    [
        report("b.md", "83,22"),
        report("b.md", "83,2"),
        report("b.md", "83,32", "contradicted"),
        report("b.md", "83,32", period="2022"),
        report("b.md", "83,32", subject="99.02"),
        report("b.md", "83,32", subject=""),
        report("b.md", "83,32", strength=60),
        report("b.md", "83", kind="rank"),
        report("a.md", "83,32"),
        report("b.md", "78,51"),
    ],
    ids=[
        "same",
        "rounded",
        "settled",
        "year",
        "subject",
        "nobody",
        "unsure",
        "rank_of_no_group",
        "one_article",
        "too_far",
    ],
)
def test_nothing_is_said_of(second: DocumentReport) -> None:
    assert said(report("a.md", "83,22"), second) == [[], []]


def test_what_agrees_with_one_of_two_earlier_articles_is_not_said_again() -> None:
    found = said(report("a.md", "83,22"), report("b.md", "83,32"), report("c.md", "83,32"))
    assert [len(messages) for messages in found] == [0, 1, 0]


def test_an_archive_of_a_thousand_statements_keeps_few() -> None:
    known: Known = {}
    for number in range(1000):
        held_against(report(f"{number}.md", f"{number + 0.5:.1f}".replace(".", ",")), known)
    assert [len(statements) for statements in known.values()] == [MOST]
