"""The evaluation sets hold together: every article has its gold, and every gold file says only what it may say."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from check_gold import problems

HERE = Path(__file__).parent
REFERENCE = HERE.parents[1] / "reference"
GOLD = sorted(HERE.glob("*/gold/*.json"))
SAMPLE = {
    "kind": "score",
    "value": 90.02,
    "subject": "17.06",
    "year": 2023,
    "checkable": True,
    "anchors": [{"text": "90,02", "nth": 1, "role": "value"}, {"text": "2023", "nth": 1, "role": "year"}],
}
SENTENCE = "Nilai Mukomuko 2023 adalah 90,02."


@pytest.fixture(scope="session")
def subjects() -> set[str]:
    tables = [REFERENCE / pack / "entities.csv" for pack in ("wilayah", "ombudsman-kepatuhan")]
    return {row["id"] for table in tables for row in csv.DictReader(table.open(encoding="utf-8", newline=""))}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: f"{path.parents[1].name}-{path.stem}")
def test_gold_file_is_sound(path: Path, subjects: set[str]) -> None:
    gold = json.loads(path.read_text("utf-8"))
    text = (path.parents[1] / gold["article"]).read_bytes().decode("utf-8")
    assert problems(text, gold, subjects) == []


@pytest.mark.parametrize("folder", sorted({path.parents[1] for path in GOLD}), ids=lambda folder: folder.name)
def test_every_article_has_its_gold(folder: Path) -> None:
    assert {p.stem for p in (folder / "articles").iterdir()} == {p.stem for p in (folder / "gold").iterdir()}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": 90.2}, "does not state"),
        ({"subject": "99.99"}, "does not know the subject"),
        ({"year": 2022}, "is not 2022"),
        ({"kind": "skor"}, "no kind"),
        ({"anchors": [{"text": "90,02", "nth": 2, "role": "value"}]}, "does not occur 2 times"),
        ({"anchors": [{"text": "2023", "nth": 1, "role": "year"}]}, "0 value anchors"),
    ],
)
def test_a_slip_in_the_gold_is_said(change: dict[str, object], said: str, subjects: set[str]) -> None:
    gold = {"claims": [{**SAMPLE, **change}], "errors": []}
    assert any(said in problem for problem in problems(SENTENCE, gold, subjects))


def test_a_sound_claim_is_accepted(subjects: set[str]) -> None:
    assert problems(SENTENCE, {"claims": [SAMPLE], "errors": []}, subjects) == []
