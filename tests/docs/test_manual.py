"""The pages made from the program are those it makes today, and every rule has its page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.checks.declare import DECLARED, Declared
from factcheck.checks.rules.wrong_value import check as any_check
from factcheck.cli.manual.__main__ import PAGES, TABLED
from factcheck.cli.manual.markdown import with_formats
from factcheck.cli.manual.rule_table import REGISTER, Said, in_order, rule_table
from factcheck.config_keys import FORMATS, KEYS
from factcheck.document.read_document import READERS
from factcheck.judging.case import anything
from factcheck.judging.grounds.ground import Ground
from factcheck.manual.pages import page, read_blocks
from factcheck.rules import BESIDE, known_rules

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_up_to_date(name: str) -> None:
    make: Callable[[], str] = PAGES[name]
    assert (DOCS / name).read_text("utf-8") == make(), "run `python -m factcheck.cli.manual`"


def test_the_table_of_formats_is_up_to_date() -> None:
    page = (DOCS / TABLED).read_text("utf-8")
    assert page == with_formats(page), "run `python -m factcheck.cli.manual`"


def test_the_register_is_what_the_rules_say_of_themselves() -> None:
    assert REGISTER.read_text("utf-8") == rule_table(), "run `python -m factcheck.cli.manual`"


def _said(name: str, after: str) -> Said:
    return any_check, Declared(name, "error", anything, after, Ground.SUM, False)


def test_a_new_rule_speaks_right_behind_the_one_it_names() -> None:
    ours = [_said("dates", ""), _said("values", "dates"), _said("sums", "values"), _said("new", "dates")]
    assert [said.name for _, said in in_order(ours)] == ["dates", "new", "values", "sums"]


def test_the_parts_of_a_rule_speak_together() -> None:
    ours = [_said("lists", ""), _said("ranks", "lists"), _said("lists", "lists")]
    assert [said.name for _, said in in_order(ours)] == ["lists", "lists", "ranks"]


def test_a_rule_behind_one_that_is_not_there_is_not_lost_unsaid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DECLARED, any_check, _said("new", "wrong-speling")[1])
    with pytest.raises(ValueError, match="wrong-speling"):
        rule_table()


@pytest.mark.parametrize("rule", known_rules().values(), ids=known_rules())
def test_every_rule_has_a_page_that_names_it(rule: object) -> None:
    from factcheck.rules import RuleInfo

    assert isinstance(rule, RuleInfo)
    made = page(rule)
    assert made.wrong != made.right
    assert f"`{rule.name}`" in made.silence


def test_the_rules_beside_the_register_are_what_their_modules_say() -> None:
    from importlib import import_module

    assert {getattr(import_module(module), "RULE", "") for _, module in BESIDE.values()} == set(BESIDE)


def test_a_block_goes_on_over_lines() -> None:
    title, blocks = read_blocks("A slip\nof the pen.\n\nWrong: satu\n    dua: tiga\nRight: empat\n")
    assert (title, blocks) == ("A slip of the pen.", {"Wrong": "satu dua: tiga", "Right": "empat"})


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_of_reports_has_its_row(name: str) -> None:
    assert f"\n| `{name}` |" in (DOCS / "formats.md").read_text("utf-8")


@pytest.mark.parametrize("ending", READERS)
def test_every_ending_that_is_read_has_its_row(ending: str) -> None:
    _, articles = (DOCS / "formats.md").read_text("utf-8").split("\n## Articles\n")
    first = [row.split("|")[1] for row in articles.split("\n## ")[0].splitlines() if row.startswith("| ")]
    assert any(f"{ending}`" in cell for cell in first)


@pytest.mark.parametrize("key", KEYS)
def test_every_setting_is_in_the_editors_guide(key: str) -> None:
    assert f"`{key.replace('_', '-')}" in (DOCS / "settings.md").read_text("utf-8")
