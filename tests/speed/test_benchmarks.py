"""The benchmark measures what it says: its articles are the same every time, its page is made of its data."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from factcheck import check_text

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
articles = import_module("benchmarks.articles")
document = import_module("benchmarks.document")
inside = import_module("benchmarks.inside")


@pytest.mark.parametrize("size", [2500, 4700])
def test_an_article_as_published_is_the_same_every_time_and_of_its_size(size: int) -> None:
    made = [articles.published(number, size) for number in range(30)]
    assert made == [articles.published(number, size) for number in range(30)]
    assert len({article.text for article in made}) == 30
    assert all(abs(len(article.text.encode()) - size) < size / 5 for article in made)


def test_an_article_as_published_has_real_claims_some_of_them_wrong() -> None:
    reports = [check_text(article.text, path=article.name) for article in map(_published, range(0, 110, 5))]
    for report in reports:
        assert any(judged.verdict == "supported" for judged in report.claims)
    assert 0 < sum(bool(report.findings) for report in reports) < len(reports) / 2


@pytest.mark.parametrize("size", [1_000, 10_000, 100_000])
def test_long_and_dense_articles_have_the_length_that_is_asked(size: int) -> None:
    for article in (articles.long_article(size), articles.dense(size)):
        assert abs(len(article.text.encode()) - size) < max(size / 5, 300)


def test_the_stages_can_be_timed(tmp_path: Path) -> None:
    folder = articles.write(tmp_path, iter([_published(0)]))
    stages = dict(inside.stages(str(next(folder.iterdir()))))
    assert list(stages) == ["read", "scan", "bind", "check", "report, plain", "report, json", "report, rich"]


def test_the_page_is_made_of_its_data() -> None:
    page = ROOT / "docs" / "performance.md"
    data = document.data_of(page)
    assert page.read_text("utf-8") == document.page(document.kept_in(data), data.name), (
        "run `python -m benchmarks --page-only`"
    )


def test_the_page_keeps_the_parts_that_are_not_measured_again(tmp_path: Path) -> None:
    about = {"date": "2026-01-02", "factcheck": "factcheck 1", "peers": "no peer", "machine": "a machine"}
    result = {"tables": [[["", "ms"], [["factcheck", "7"]]]], "notes": ["A note."], "figures": {}}
    data = tmp_path / "page.json"
    data.write_text(json.dumps({"one": {**about, **result}}), "utf-8")
    command = [sys.executable, "-m", "benchmarks", "--page-only", "--output", str(tmp_path / "page.md")]
    subprocess.run(command, cwd=ROOT, check=True)
    page = (tmp_path / "page.md").read_text("utf-8")
    assert "- one: measured on 2026-01-02 with factcheck 1, no peer, a machine.\n" in page
    assert "| factcheck | 7 |\n\n- A note.\n" in page
    assert "not measured" in page


def _published(number: int) -> Any:
    return articles.published(number, 4700)
