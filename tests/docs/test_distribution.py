"""What is published: one name, one address, one version wherever they stand, licences that cover all that ships."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
import warnings
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.version import __version__

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))
ADDRESS = import_module("address").address()
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PAGES = [
    ROOT / "README.md",
    *sorted(ROOT.glob("docs/*.md")),
    *sorted(ROOT.glob(".github/**/*.*")),
    *sorted((ROOT / "factcheck").rglob("*.py")),
]
TEMPLATES = sorted(ROOT.glob(".github/ISSUE_TEMPLATE/*-*.yml"))
INSTALL = re.compile(r"pip install ((?:-\S+ )*)[\"']?([\w.-]+)")
OTHERS = {".", "git", "pre-commit"}


def text(page: Path) -> str:
    return page.read_text("utf-8")


def test_nobody_is_told_to_install_what_is_not_ours() -> None:
    names = {name for page in PAGES for _, name in INSTALL.findall(text(page))}
    assert names - OTHERS == {PROJECT["name"]}


def test_one_address_stands_in_every_page() -> None:
    asked = re.compile(r"pip install git\+(https://[^@\s]+)|- repo: (https://\S+)")
    said = {found for page in PAGES for found in asked.findall(text(page))}
    assert {address for pair in said for address in pair if address} == {ADDRESS}
    assert all(url.startswith(ADDRESS) for url in PROJECT["urls"].values())


def test_one_version_stands_in_every_page() -> None:
    versions = re.findall(r"^## (\d+\.\d+\.\d+), ", text(ROOT / "docs/changelog.md"), re.MULTILINE)
    assert versions[0] == __version__.partition(".dev")[0]
    named = {
        found for page in PAGES for found in re.findall(rf"{re.escape(ADDRESS)}@v([\d.]+\d)|rev: v(\S+)", text(page))
    }
    (version,) = {one or other for one, other in named}
    assert version in versions


def test_the_licence_covers_every_pack_that_ships() -> None:
    packs = sorted((ROOT / "reference").glob("*/datapackage.json"))
    licences = {one["name"]: one["title"] for pack in packs for one in json.loads(text(pack))["licenses"]}
    free = licences.pop("other-open", "no rights are claimed")
    assert "no rights are claimed" in free  # single facts: names, short forms, dates
    assert licences.keys() | {"MIT"} == set(PROJECT["license"].split(" AND "))
    assert all(list(ROOT.glob(pattern)) for pattern in PROJECT["license-files"])


def test_every_link_of_the_readme_leads_to_a_file() -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)]+)\)", text(ROOT / "README.md"))
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=[template.stem for template in TEMPLATES])
def test_an_issue_of_a_kind_asks_for_the_passage(template: Path) -> None:
    form = yaml.safe_load(text(template))
    fields = {field["id"]: field for field in form["body"]}
    assert {"name", "description", "title", "labels"} < form.keys()
    assert fields["passage"]["validations"] == {"required": True}
    assert {"published", "version"} < fields.keys()


def test_the_templates_are_those_that_contributors_are_sent_to() -> None:
    sent = re.findall(r"template=([\w.-]+)", text(ROOT / ".github/CONTRIBUTING.md"))
    assert sorted(sent) == [template.name for template in TEMPLATES]


@pytest.mark.parametrize("module", ["factcheck", "factcheck.reading.read"])
def test_what_python_says_of_our_own_modules_is_a_failure(module: str) -> None:
    with pytest.raises(DeprecationWarning):
        warnings.warn_explicit("It goes in the next version.", DeprecationWarning, "read.py", 1, module=module)


def test_a_check_does_nothing_that_goes_in_a_later_python() -> None:
    article = sorted((ROOT / "articles").glob("*.md"))[0]
    command = [sys.executable, "-W", "error::DeprecationWarning", "-m", "factcheck", "check", str(article)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert (done.returncode in (0, 1), done.stderr) == (True, "")
