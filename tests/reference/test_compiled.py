"""The compiled reference answers as the packs do, and is never trusted further than its digest."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.cache.folder import cache_folder
from factcheck.cache.kept import KEPT
from factcheck.reference.ask.reference import Reference, _held, load
from factcheck.reference.load.compiled_file import SUFFIX, Rows, packed

PackWith = Callable[[Sequence[Sequence[str]]], Path]


def answers(reference: Reference) -> list[object]:
    return [
        reference.packs,
        reference.entities,
        reference.aliases,
        reference.people,
        reference.laws,
        reference.events,
        reference.facts("score", "1.1"),
        reference.facts_of("zone", "2023"),
        reference.ranks("1.2"),
        reference.counts("1"),
        reference.errata("score", "1.2"),
        reference.errata("count", "1"),
        reference.bands("score", "2021"),
        reference.complete("pasar", "1", "2023"),
        [reference.edition(key) for key in reference.editions_with(Decimal(5140))],
    ]


def compiled(cache: Path) -> list[Path]:
    return sorted(cache.glob(f"*{SUFFIX}"))


def test_it_answers_as_the_packs_do(pack_with: PackWith, tmp_path: Path) -> None:
    pack, cache = pack_with([]), tmp_path / "cache"
    plain, _ = load([pack])
    made, _ = load([pack], cache)
    found, _ = load([pack], cache)
    assert len(compiled(cache)) == 1
    assert answers(found) == answers(made) == answers(plain)
    assert found.key == plain.key != ""


def test_a_changed_table_is_read_anew(pack_with: PackWith, tmp_path: Path) -> None:
    pack, cache = pack_with([]), tmp_path / "cache"
    load([pack], cache)
    table = pack / "facts.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("91.50", "91.70"), encoding="utf-8")
    reference, _ = load([pack], cache)
    assert str(reference.facts("score", "1.1", "2023")[0].value) == "91.70"


@pytest.mark.parametrize("damage", [b"", b"\0" * 30, b"not at all what it should be"])
def test_a_damaged_one_is_as_good_as_none(pack_with: PackWith, tmp_path: Path, damage: bytes) -> None:
    pack, cache = pack_with([]), tmp_path / "cache"
    load([pack], cache)
    (path,) = compiled(cache)
    path.write_bytes(damage)
    reference, problems = load([pack], cache)
    assert problems == ()
    assert reference.facts("score", "1.1")
    assert path.read_bytes() != damage


def test_one_cut_short_is_as_good_as_none(pack_with: PackWith, tmp_path: Path) -> None:
    pack, cache = pack_with([]), tmp_path / "cache"
    load([pack], cache)
    (path,) = compiled(cache)
    path.write_bytes(path.read_bytes()[:-7])
    assert load([pack], cache)[0].facts("score", "1.1")


def test_a_damaged_part_is_made_anew(pack_with: PackWith, tmp_path: Path) -> None:
    pack, cache = pack_with([]), tmp_path / "cache"
    plain, _ = load([pack])
    load([pack], cache)
    (path,) = compiled(cache)
    whole = path.read_bytes()
    for place in range(50, len(whole), 97):
        path.write_bytes(whole[:place] + bytes(byte ^ 0xFF for byte in whole[place : place + 97]) + whole[place + 97 :])
        _held.clear()
        assert answers(load([pack], cache)[0]) == answers(plain)


def test_a_broken_pack_is_not_kept(pack_with: PackWith, tmp_path: Path) -> None:
    pack, cache = pack_with([["facts.csv", "80.00", "delapan"]]), tmp_path / "cache"
    for _ in range(2):
        reference, problems = load([pack], cache)
        assert len(problems) == 1
        assert reference.key == ""
    assert not cache.exists()


def test_a_pack_that_contradicts_itself_is_left_out(pack_with: PackWith) -> None:
    reference, problems = load([pack_with([["facts.csv", "40.25,merah", "40.25,hijau"]])])
    assert [(Path(problem.path).name, problem.line, problem.column) for problem in problems] == [("facts.csv", 4, 16)]
    assert reference.packs == ()


def test_a_folder_that_cannot_be_written_does_not_hinder(pack_with: PackWith, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    reference, problems = load([pack_with([])], blocked / "cache")
    assert problems == ()
    assert reference.facts("score", "1.1")


def test_only_the_newest_are_kept(pack_with: PackWith, tmp_path: Path) -> None:
    pack, cache = pack_with([]), tmp_path / "cache"
    for number in range(KEPT + 3):
        (pack / "note.json").write_text(str(number), encoding="utf-8")
        load([pack], cache)
    assert len(compiled(cache)) == KEPT


def _load(pack: Path, cache: Path) -> int:
    return len(load([pack], cache)[0].facts("score", "1.1"))


def test_two_processes_at_once_do_no_harm(pack_with: PackWith, tmp_path: Path) -> None:
    pack, cache = pack_with([]), tmp_path / "cache"
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.starmap(_load, [(pack, cache)] * 4) == [2] * 4
    assert len(compiled(cache)) == 1
    assert not list(cache.glob("*.part"))


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("/somewhere/else", "/somewhere/else"), ("", None), (None, "/home/cache/factcheck")],
)
def test_the_cache_folder(monkeypatch: pytest.MonkeyPatch, stated: str | None, expected: str | None) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", "/home/cache")
    monkeypatch.delenv("FACTCHECK_CACHE_DIR", raising=False)
    if stated is not None:
        monkeypatch.setenv("FACTCHECK_CACHE_DIR", stated)
    found = cache_folder()
    assert (None if found is None else found.as_posix()) == expected


CELLS = st.one_of(st.text(max_size=4), st.integers(0, 3), st.booleans(), st.none())


@given(st.integers(1, 5).flatmap(lambda width: st.lists(st.tuples(*[CELLS] * width), max_size=12)))
def test_packed_rows_are_the_rows(rows: list[tuple[object, ...]]) -> None:
    kept = Rows(*packed(rows))
    assert list(kept) == rows
    assert [list(map(type, row)) for row in kept] == [list(map(type, row)) for row in rows]
    assert kept[-3:] == rows[-3:]
    with pytest.raises(IndexError):
        kept[len(rows)]
