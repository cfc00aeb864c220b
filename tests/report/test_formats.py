"""Every format for programs, read by an independent reader: published schemas, csv, json."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree
from made import article, report, with_problems

from factcheck.formats import REPORTERS
from factcheck.model import DocumentReport, Report
from factcheck.report.reporter import Look, write

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "tests" / "schemas"
EMPTY = Report(())
MADE: list[Callable[[], Report]] = [report, with_problems, lambda: EMPTY]


def written(format_name: str, made: Report) -> str:
    out = io.StringIO()
    write(made, format_name, out, Look("never", 80))
    return out.getvalue()


def known() -> Report:
    """The made report with its first finding in the baseline."""
    made = report()
    first = made.documents[0]
    marked = (first.findings[0]._replace(known="2024-01-02"), *first.findings[1:])
    return made._replace(documents=(first._replace(findings=marked), *made.documents[1:]))


def own_schema() -> Any:
    return json.loads((ROOT / "docs" / "report.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("made", [*MADE, known])
def test_json_fits_its_schema(made: Callable[[], Report]) -> None:
    jsonschema.Draft202012Validator(own_schema()).validate(json.loads(written("json", made())))


@pytest.mark.parametrize("made", MADE)
def test_json_lines_are_documents_and_a_summary(made: Callable[[], Report]) -> None:
    lines = [json.loads(line) for line in written("jsonl", made()).splitlines()]
    document = jsonschema.Draft202012Validator({**own_schema()["$defs"]["document"], "$defs": own_schema()["$defs"]})
    assert [line["kind"] for line in lines] == ["document"] * len(made().documents) + ["summary"]
    for line in lines[:-1]:
        document.validate(line)
    assert lines[-1]["summary"] == json.loads(written("json", made()))["summary"]


@pytest.mark.parametrize("made", [*MADE, known])
def test_sarif_fits_the_schema(made: Callable[[], Report]) -> None:
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.Draft4Validator(schema).validate(json.loads(written("sarif", made())))


def test_sarif_brings_the_manual_page_of_each_rule() -> None:
    rules = json.loads(written("sarif", with_problems()))["runs"][0]["tool"]["driver"]["rules"]
    rule = next(rule for rule in rules if rule["id"] == "wrong-value")
    assert rule["shortDescription"]["text"] == "A value that the reference has otherwise."
    assert "nilai 93,86" in rule["help"]["text"]
    assert "- **silence**: `wrong-value` under `ignore`" in rule["help"]["markdown"]
    assert all(rule["help"]["text"] and rule["fullDescription"]["text"] for rule in rules)


def test_sarif_says_what_code_hosts_need() -> None:
    run = json.loads(written("sarif", with_problems()))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"][0]["executionSuccessful"] is False
    result = run["results"][1]
    assert result["ruleId"] in {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "articles/selat.md"
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (7, 12)
    assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "2022"


def test_sarif_fingerprints_stay_when_lines_move() -> None:
    before = json.loads(written("sarif", report()))
    moved = json.loads(written("sarif", report()._replace(documents=(shifted(report().documents[0]),))))
    keys = [[result["partialFingerprints"] for result in said["runs"][0]["results"]] for said in (before, moved)]
    assert keys[0] == keys[1]
    assert len({key["factcheck/v1"] for key in keys[0]}) == len(keys[0])


def shifted(made: DocumentReport) -> DocumentReport:
    """The report of the same article with three lines more above its last paragraph's."""
    document, by = made.document, 3
    blocks = tuple(block._replace(start=block.start + by, end=block.end + by) for block in document.blocks)
    text, plain = "\n\n\n" + document.text, "\n\n\n" + document.plain
    findings = tuple(each._replace(start=each.start + by, end=each.end + by, suggestions=()) for each in made.findings)
    return made._replace(
        document=document._replace(text=text, plain=plain, blocks=blocks), findings=findings, claims=()
    )


@pytest.mark.parametrize("path", ["articles/dua kata.md", "./a.md", "https://x.example/a?b=1", "a#1.md"])
def test_sarif_paths_are_uris(path: str) -> None:
    made = report().documents[0]
    moved = made._replace(document=made.document._replace(path=path))
    text = written("sarif", Report((moved,)))
    uri = json.loads(text)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri in ("articles/dua%20kata.md", "a.md", "https://x.example/a?b=1", "a%231.md")


@pytest.mark.parametrize("made", [*MADE, known])
def test_junit_fits_the_schema(made: Callable[[], Report]) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
    root = etree.fromstring(written("junit", made()).encode())
    schema.assertValid(root)
    cases = root.findall(".//testcase")
    failed = len(root.findall(".//failure"))
    assert sum(int(suite.get("failures", "")) for suite in root) == failed
    assert sum(int(suite.get("tests", "")) for suite in root) == len(cases)


def test_junit_counts_what_the_baseline_knows_as_skipped() -> None:
    root = etree.fromstring(written("junit", known()).encode())
    assert (len(root.findall(".//failure")), len(root.findall(".//skipped"))) == (3, 1)


def test_csv_is_read_back_as_it_is() -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv", with_problems()))))
    assert [(row["severity"], row["line"], row["text"]) for row in rows] == [
        ("info", "2", "Zona Hijau"),
        ("error", "7", "2023"),
        ("error", "7", "3,10"),
        ("warning", "9", "Selasa (2/12/2024)"),
        ("problem", "", ""),
    ]
    assert all(None not in row and None not in row.values() for row in rows)


def test_rdjson_counts_bytes_of_utf8_from_one() -> None:
    said = json.loads(written("rdjson", with_problems()))
    lines = article("selat.md").text.encode().split(b"\n")
    for diagnostic, text in zip(
        said["diagnostics"][:4], ["Zona Hijau", "2023", "3,10", "Selasa (2/12/2024)"], strict=True
    ):
        start, end = diagnostic["location"]["range"]["start"], diagnostic["location"]["range"]["end"]
        assert lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1] == text.encode()
        assert set(diagnostic) <= {"message", "location", "severity", "code", "suggestions"}
    assert [each["severity"] for each in said["diagnostics"]] == ["INFO", "ERROR", "ERROR", "WARNING", "ERROR"]


def test_github_writes_the_worst_first_and_escapes() -> None:
    lines = written("github", with_problems()).splitlines()
    assert [re.match("::([a-z]+) ", line)[1] for line in lines[:-1]] == [  # type: ignore[index]
        "error", "error", "error", "warning", "notice",
    ]  # fmt: skip
    assert lines[1].startswith(
        "::error file=articles/selat.md,line=7,col=12,endLine=7,endColumn=16,title=wrong-period::"
    )
    made = report().documents[0]
    strange = made._replace(document=made.document._replace(path="a,b:c%\n.md"))
    assert "file=a%2Cb%3Ac%25 .md," in written("github", Report((strange,)))


def test_markdown_holds_one_line_to_a_finding_and_its_counts() -> None:
    text = written("markdown", with_problems())
    assert text.startswith("### factcheck: 2 errors, 1 warning, 1 info\n")
    assert text.count("\n- ") == 5
    assert "→ **2022**" in text


def test_markdown_stays_below_what_hosts_take() -> None:
    many = report()._replace(documents=report().documents[:1] * 200)
    text = written("markdown", many)
    assert len(text) < 65_000
    assert "more; run `factcheck check` to see them" in text


@pytest.mark.parametrize("format_name", REPORTERS)
def test_every_format_writes_an_empty_run(format_name: str) -> None:
    assert written(format_name, EMPTY).endswith("\n")
