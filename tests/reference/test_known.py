"""An article is held to what was known on its day, and to nothing later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.document.read_document import read_document
from factcheck.judging.answers.as_printed import is_revised_since
from factcheck.model import Fact
from factcheck.pipeline import check_document
from factcheck.reference.ask.computed import computed_ranks
from factcheck.reference.ask.reference import Reference, load
from factcheck.reference.content import folders
from factcheck.reference.edit.new import write_new
from factcheck.reference.packs.shipped import shipped_packs

PackWith = Callable[[Sequence[Sequence[str]]], Path]
HEAD = "entity,period,score,zone,category,source,note,trust,conflict"


def values(facts: Sequence[Fact]) -> list[str]:
    return [str(fact.value) for fact in facts]


@pytest.fixture(params=[1 << 60, 0], ids=["in memory", "in an index"])
def reference(
    request: pytest.FixtureRequest, pack_with: PackWith, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Reference:
    """The small pack with a correction of 2024-03-01 that goes before the first figure."""
    monkeypatch.setattr(folders, "LARGE", request.param)
    folder = pack_with([])
    table = folder / "facts.csv"
    head, *rows = table.read_text(encoding="utf-8").splitlines()
    rows.append("1.2,2023,81.00,,,https://koran.example/8,,0,yes")
    dated = [f"{row},{'2024-03-01' if 'koran.example/8' in row else ''}" for row in rows]
    table.write_text("\n".join([f"{head},published", *dated]) + "\n", encoding="utf-8")
    found, problems = load([folder], tmp_path / "cache")
    assert problems == ()
    return found


def test_the_correction_is_known_from_its_day_on(reference: Reference) -> None:
    assert values(reference.known(date(2024, 3, 1)).facts("score", "1.2", "2023")) == ["81.00", "80.00"]
    assert values(reference.known(date(2024, 2, 29)).facts("score", "1.2", "2023")) == ["80.00"]


def test_without_a_day_all_is_known(reference: Reference) -> None:
    assert reference.known(None) is reference
    assert values(reference.facts("score", "1.2", "2023")) == ["81.00", "80.00"]


def test_facts_without_a_day_were_always_known(reference: Reference) -> None:
    assert values(reference.known(date(1990, 1, 1)).facts("score", "1.1", "2023")) == ["91.50"]


def test_whose_value_was_known(reference: Reference) -> None:
    assert "81.00" not in values(reference.known(date(2024, 1, 1)).facts_of("score", "2023"))


def test_ranks_are_counted_from_what_was_known(reference: Reference) -> None:
    (early, *_) = computed_ranks(reference.known(date(2024, 1, 1)), "score", "1.2", "2023")
    assert (str(early.value), early.of) == ("2", 2)


@pytest.mark.parametrize(("day", "found"), [("2024-12-30", []), ("2024-12-31", ["11.000"]), ("2025-06-01", ["11.000"])])
def test_an_article_older_than_a_fact_is_not_held_to_it(tmp_path: Path, day: str, found: list[str]) -> None:
    write_new(tmp_path / "harga-beras")
    reference, problems = load([*shipped_packs(), tmp_path / "harga-beras"])
    assert problems == ()
    body = "Harga beras naik, kata para pedagang.\n\nHarga beras di Jawa Barat tahun 2024 Rp11.000."
    text = f"---\ndate: {day}\n---\n{body}\n"
    report = check_document(read_document("a.md", text.encode()), reference)
    assert [text[one.start : one.end].removeprefix("Rp") for one in report.findings] == found


TABLE = (("2022", "80.00"), ("2023", "81.00"), ("2024", "82.00"))


@pytest.fixture
def whole_table(pack_with: PackWith) -> Reference:
    """The small pack, with a table of three years that has one day."""
    folder = pack_with([])
    table = folder / "facts.csv"
    head, *rows = table.read_text(encoding="utf-8").splitlines()
    kept = [f"{row}," for row in rows if not row.startswith("1.2,")]
    dated = [f"1.2,{year},{value},,,https://tabel.example,,,,2025-02-05" for year, value in TABLE]
    table.write_text("\n".join([f"{head},published", *kept, *dated]) + "\n", encoding="utf-8")
    found, problems = load([folder])
    assert problems == ()
    return found


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2025, 2, 5), ["82.00", "81.00", "80.00"]),
        (date(2025, 2, 4), ["81.00", "80.00"]),
        (date(2024, 2, 5), ["81.00", "80.00"]),
        (date(2024, 2, 4), ["80.00"]),
        (date(2023, 2, 4), []),
    ],
)
def test_earlier_years_of_a_table_were_known_so_many_years_before(
    whole_table: Reference, day: date, known: list[str]
) -> None:
    assert values(whole_table.known(day).facts("score", "1.2")) == known


@pytest.mark.parametrize(
    ("day", "value", "held"),
    [
        (date(2024, 6, 1), "81.40", False),
        (date(2024, 6, 1), "18.00", True),
        (date(2024, 6, 1), "80.10", True),
        (date(2024, 6, 1), "91.00", True),
        (date(2025, 6, 1), "81.40", True),
    ],
)
def test_what_a_later_table_has_a_little_otherwise_may_be_revised_since(
    whole_table: Reference, day: date, value: str, held: bool
) -> None:
    then = whole_table.known(day)
    (fact,) = then.facts("score", "1.2", "2023")
    assert is_revised_since(Decimal(value), fact, then) is not held
