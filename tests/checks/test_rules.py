"""Every rule by its table in rules/: what a draft is flagged for, what it is not, and that one repair mends it."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import factcheck
from factcheck import check_text
from factcheck.checks.register import RULES
from factcheck.judging.case import Rule
from factcheck.model import Finding, Suggestion
from factcheck.reference.ask.reference import Reference, load
from factcheck.reference.packs.shipped import shipped_packs

TABLES = Path(__file__).parent / "rules"
SHARED = ("wrong-group-size",)
"""Rules in the module of another, whose page they share."""
PAGES = ("Wrong:", "Right:", "Why:", "Silence:")


def _cases() -> Iterator[dict[str, Any]]:
    """The rows of all tables, each with what its table says for all of them."""
    for path in sorted(TABLES.glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        for case in table["case"]:
            text = case.get("before", table.get("before", "")) + case["text"]
            pack = {"pack": table["pack"]} if "pack" in table else {}
            yield {"findings": [], "rule": path.stem, **pack, **case, "text": text}


CASES = list(_cases())
FIRING = [case for case in CASES if case["findings"] and "xfail" not in case]


def _parameters(cases: list[dict[str, Any]]) -> list[Any]:
    """A case whose `xfail` names a known weakness must go on failing until that is mended."""
    return [
        pytest.param(
            case,
            id=f"{case['rule']}-{case['name']}",
            marks=[pytest.mark.xfail(strict=True, reason=case["xfail"])] if "xfail" in case else [],
        )
        for case in cases
    ]


@cache
def _beside(pack: str) -> Reference:
    """The packs that ship and one of the tests' own beside them."""
    return load([*shipped_packs(), TABLES.parents[1] / pack])[0]


def _found(case: dict[str, Any], text: str) -> tuple[Finding, ...]:
    reference = _beside(case["pack"]) if "pack" in case else None
    report = check_text(
        text, path=f"draft.{case.get('format', 'md')}", published=case.get("published"), reference=reference
    )
    assert report.failures == ()
    return report.findings


def _shown(finding: Finding, text: str, wanted: dict[str, Any]) -> dict[str, Any]:
    """A finding as the table writes it: `expected`, `offers` and `severity` only where the row says them."""
    said = {
        "rule": finding.rule,
        "at": text[finding.start : finding.end],
        "severity": finding.severity,
        "expected": finding.expected,
        "offers": [suggestion.replacement for suggestion in finding.suggestions],
    }
    return {key: value for key, value in said.items() if key in ("rule", "at") or key in wanted}


@pytest.mark.parametrize("case", _parameters(CASES))
def test_a_draft_is_flagged_for_what_is_wrong_and_nothing_else(case: dict[str, Any]) -> None:
    wanted = [{"rule": case["rule"], **row} for row in case["findings"]]
    found = _found(case, case["text"])
    rows = [*wanted, *({} for _ in found)]
    assert [_shown(one, case["text"], row) for one, row in zip(found, rows, strict=False)] == wanted


def _mended(text: str, suggestion: Suggestion) -> str:
    return text[: suggestion.start] + suggestion.replacement + text[suggestion.end :]


@pytest.mark.parametrize("case", _parameters(FIRING))
def test_the_only_repair_ends_its_finding_and_makes_no_other(case: dict[str, Any]) -> None:
    text = case["text"]
    before = _found(case, text)
    assert before
    for finding in before:
        if len(finding.suggestions) == 1:
            left = Counter(other.rule for other in _found(case, _mended(text, finding.suggestions[0])))
            assert left == Counter(other.rule for other in before) - Counter([finding.rule])


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_every_rule_has_cases_that_fire_and_cases_that_do_not(rule: str) -> None:
    own = [case for case in CASES if case["rule"] == rule and "xfail" not in case]
    assert sum(bool(case["findings"]) for case in own) >= 2
    assert sum(not case["findings"] for case in own) >= 3


def test_a_rule_is_its_module_and_its_cases() -> None:
    """Where else rules are named is said here, so that a new one touches no third file that a person writes."""
    package = Path(factcheck.__file__).parent
    names = {f'"{rule.name}"' for rule in RULES}
    elsewhere = {
        str(path.relative_to(package))
        for path in package.rglob("*.py")
        if path.parent.name != "rules" and any(name in path.read_text("utf-8") for name in names)
    }
    made = {"checks/register.py"}
    choices = {"fixes/settled.py", "checks/run.py"}  # what `--fix` may write; which sums follow from a part
    of_kinds = {"reading/claim_kinds.py", "config_keys.py"}  # the rule of a kind of claim; an example of a setting
    assert elsewhere == made | choices | of_kinds


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_stands_in_the_module_of_its_name(rule: Rule) -> None:
    assert (rule.module.rpartition(".")[2].replace("_", "-") == rule.name) != (rule.name in SHARED)


def test_every_table_is_of_a_rule() -> None:
    assert {case["rule"] for case in CASES} <= {rule.name for rule in RULES}


def test_no_two_cases_have_one_name() -> None:
    names = Counter((case["rule"], case["name"]) for case in CASES)
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_every_rule_has_its_manual_page(rule: str) -> None:
    from importlib import import_module

    from factcheck.rules import known_rules

    info = known_rules()[rule]
    page = import_module(info.module).__doc__ or ""
    places = [page.find(f"\n{part} ") for part in PAGES]
    assert -1 not in places, f"the page of {rule} lacks {PAGES[places.index(-1)]}"
    assert places == sorted(places)
    assert f"`{rule}`" in page
