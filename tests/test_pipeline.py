"""The stages one after the other: over the drafts in articles/, and where a rule breaks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from factcheck.api import check_text, shipped_reference
from factcheck.checks.register import RULES
from factcheck.checks.run import run_rules, verdicts
from factcheck.document.read_document import read_document
from factcheck.judging.case import Case, Rule
from factcheck.manual.pages import page
from factcheck.model import DocumentReport, Finding
from factcheck.pipeline import check_document, read_case
from factcheck.rules import known_rules

ARTICLES = Path(__file__).parents[1] / "articles"
NAMES = sorted(path.name for path in ARTICLES.iterdir())
VERDICTS = {"supported", "contradicted", "inconsistent", "disputed", "unverifiable"}
ELSEWHERE = {"mixed-series", "wrong-headline", "slipped-word"}
"""No pack that ships holds two series, and an example of one line has no headline, nor an answer in a paragraph of its
own."""
CLEAN = {"01", "05", "06", "11", "12", "14", "16"}
"""The first figures of the names of drafts in which nothing is wrong."""


@cache
def report_of(name: str) -> DocumentReport:
    document = read_document(str(ARTICLES / name), (ARTICLES / name).read_bytes())
    return check_document(document, shipped_reference())


def test_every_rule_is_at_work_in_the_drafts_that_ship_or_in_the_example_of_its_page() -> None:
    seen = {finding.rule for name in NAMES for finding in report_of(name).findings}
    pages = {rule.name: page(known_rules()[rule.name]).wrong for rule in RULES if rule.name not in seen}
    idle = {name for name, wrong in pages.items() if name not in {one.rule for one in check_text(wrong).findings}}
    assert idle == ELSEWHERE


@pytest.mark.parametrize("name", NAMES)
def test_clean_drafts_are_clean_and_wrong_ones_are_not(name: str) -> None:
    found = [(finding.rule, finding.message) for finding in report_of(name).findings]
    assert bool(found) == (name[:2] not in CLEAN), found


@pytest.mark.parametrize("name", NAMES)
def test_a_report_holds_together(name: str) -> None:
    report = report_of(name)
    ids = [judged.claim.id for judged in report.claims]
    assert report.failures == ()
    assert len(set(ids)) == len(ids)
    assert {judged.verdict for judged in report.claims} <= VERDICTS
    assert [finding.start for finding in report.findings] == sorted(one.start for one in report.findings)
    for finding in report.findings:
        assert set(finding.claims) <= set(ids)
        assert finding.evidence, finding.rule
        assert finding.message.strip()


def test_a_claim_under_a_finding_is_not_said_to_agree() -> None:
    for name in NAMES:
        report = report_of(name)
        verdict = {judged.claim.id: judged.verdict for judged in report.claims}
        for finding in report.findings:
            if finding.severity == "error" and finding.claims:
                assert verdict[finding.claims[0]] != "supported", (name, finding)


def _case(text: str) -> Case:
    return read_case(read_document("draft.md", text.encode()), shipped_reference())


def _break(case: Case) -> Iterator[Finding]:
    raise ZeroDivisionError(f"{len(case.claims)} klaim")
    yield


def _flag_all(rule: str) -> Rule:
    return Rule(rule, "error", lambda case: [Finding(rule, "error", "x", 0, len(case.document.text))])


def test_a_rule_that_breaks_is_said_and_the_others_go_on() -> None:
    case = _case("Rapat digelar 31 April 2024.")
    found, failures = run_rules(case, [Rule("broken", "error", _break), *RULES])
    assert [finding.rule for finding in found] == ["impossible-date"]
    assert len(failures) == 1
    assert "broken" in failures[0]


def test_the_earlier_rule_silences_the_later_about_one_place() -> None:
    case = _case("Rapat digelar hari ini.")
    found, _ = run_rules(case, [_flag_all("first"), _flag_all("second")])
    assert [finding.rule for finding in found] == ["first"]


@pytest.mark.parametrize(
    "text", ["BACA JUGA: Rapat 31 April 2024\n", "---\ntitle: Rapat\nkode: 31 April 2024\n---\n\nHujan turun.\n"]
)
def test_nothing_is_flagged_in_boilerplate_and_in_fields(text: str) -> None:
    assert run_rules(_case(text), RULES) == ((), ())


def test_a_claim_contradicted_by_nobody_keeps_its_answer() -> None:
    case = _case("Ombudsman menilai kepatuhan pelayanan publik. Pada 2024 Pemkot Jambi meraih nilai 93,68.")
    assert [judged.verdict for judged in verdicts(case, ())] == ["supported"]


def test_reading_leaves_the_document_and_the_reference_as_they_were() -> None:
    document = read_document("draft.md", b"Pada 2024 Pemkot Jambi meraih nilai 93,68.\n")
    reference = shipped_reference()
    before = (document, len(reference.entities), reference.packs)
    check_document(document, reference)
    assert (document, len(reference.entities), reference.packs) == before
