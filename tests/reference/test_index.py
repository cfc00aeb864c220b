"""A pack too large for memory answers as one in memory does, and is held to the same."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from factcheck.model import Fact, Problem
from factcheck.reference.ask.reference import Reference, load
from factcheck.reference.content import folders
from factcheck.reference.index import stage
from factcheck.reference.load.compile import count_all
from factcheck.reference.packs.shipped import shipped_packs

PackWith = Callable[[Sequence[Sequence[str]]], Path]
FOLDER = Path(__file__).parent
CASES = [
    case
    for name in ("validation", "problems")
    for case in tomllib.loads((FOLDER / f"cases/{name}.toml").read_text(encoding="utf-8"))["case"]
]


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every pack is too large, and read in batches of three rows."""
    monkeypatch.setattr(folders, "LARGE", 0)
    monkeypatch.setattr(stage, "BATCH", 3)


def known(reference: Reference) -> dict[str, list[Fact]]:
    """All that can be asked of a reference, whatever its order beyond the preferred one."""
    periods = [str(year) for year in range(2014, 2027)]
    measures = [name for info in reference.packs for name in info.measures]
    asked: dict[str, list[Fact]] = {}
    for entity in [*reference.entities, "ID"]:
        for measure in measures:
            asked[f"{measure} of {entity}"] = list(reference.facts(measure, entity))
        asked[f"ranks of {entity}"] = list(reference.ranks(entity))
        asked[f"counts in {entity}"] = list(reference.counts(entity))
    for period in periods:
        for measure in measures:
            asked[f"{measure} in {period}"] = sorted(reference.facts_of(measure, period), key=str)
    return asked


@pytest.mark.usefixtures("large")
def test_a_large_pack_answers_as_a_small_one(
    pack_with: PackWith, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = pack_with([["facts.csv", "", "1.2,2023,81.00,,,https://koran.example/8,,,\n"]])
    indexed, problems = load([pack], tmp_path / "cache")
    assert problems == ()
    monkeypatch.setattr(folders, "LARGE", 1 << 60)
    small = load([pack])[0]
    assert known(indexed) == known(small)
    assert indexed.errata("score", "1.2") == small.errata("score", "1.2") != ()


def test_as_much_is_counted_as_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, _ = count_all(shipped_packs(), None)
    monkeypatch.setattr(folders, "LARGE", 100_000)
    indexed, problems = count_all(shipped_packs(), tmp_path)
    assert problems == ()
    for one, other in zip(plain, sorted(indexed, key=lambda pack: pack.pack), strict=True):
        assert (one.subjects, one.others) == (other.subjects, other.others)
        assert sorted(one.tallies) == sorted(other.tallies)


def test_the_shipped_packs_would_answer_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = known(load(shipped_packs())[0])
    monkeypatch.setattr(folders, "LARGE", 100_000)
    indexed, problems = load(shipped_packs(), tmp_path)
    assert problems == ()
    assert len(list(tmp_path.glob("*.index"))) == 11
    for question, facts in known(indexed).items():
        assert [(fact.period, fact.trust) for fact in facts] == [(fact.period, fact.trust) for fact in plain[question]]
        assert sorted(facts, key=str) == sorted(plain[question], key=str)


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_errors_are_those_of_a_small_pack(
    case: dict[str, Any], pack_with: PackWith, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = pack_with(case["edits"])
    _, problems = load([pack], tmp_path / "cache")
    monkeypatch.setattr(folders, "LARGE", 1 << 60)
    assert set(problems) == set(load([pack])[1])


def shown(problem: Problem) -> str:
    return f"{Path(problem.path).name}:{problem.line}:{problem.column} {problem.message}"


@pytest.mark.usefixtures("large")
def test_nothing_is_kept_of_a_broken_pack(pack_with: PackWith, tmp_path: Path) -> None:
    reference, problems = load([pack_with([["facts.csv", "80.00", "180.00"]])], tmp_path / "cache")
    assert [shown(problem) for problem in problems] == [
        "facts.csv:3:10 180.00 is more than 100, the most that “score” can be",
        "ranks.csv:2:10 rank 1 with 91.50 (facts.csv:2), but 180.00 (facts.csv:3) is at rank 2",
    ]
    assert reference.packs == ()
    assert not list((tmp_path / "cache").glob("*.index"))


@pytest.mark.usefixtures("large")
def test_the_index_is_found_again_and_built_anew_when_the_pack_changes(pack_with: PackWith, tmp_path: Path) -> None:
    pack, cache = pack_with([]), tmp_path / "cache"
    load([pack], cache)
    (first,) = cache.glob("*.index")
    written = first.stat().st_mtime_ns
    load([pack], cache)
    assert first.stat().st_mtime_ns == written
    table = pack / "facts.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("91.50", "91.70"), encoding="utf-8")
    assert str(load([pack], cache)[0].facts("score", "1.1", "2023")[0].value) == "91.70"
    assert len(list(cache.glob("*.index"))) == 2


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("cut", [0, 50, 4096])
def test_an_index_cut_short_is_built_anew(pack_with: PackWith, tmp_path: Path, cut: int) -> None:
    pack, cache = pack_with([]), tmp_path / "cache"
    load([pack], cache)
    (index,) = cache.glob("*.index")
    index.write_bytes(index.read_bytes()[:cut])
    assert load([pack], cache)[0].facts("score", "1.1", "2023")


@pytest.mark.usefixtures("large")
def test_a_damaged_index_is_built_anew(pack_with: PackWith, tmp_path: Path) -> None:
    pack, cache = pack_with([]), tmp_path / "cache"
    load([pack], cache)
    (index,) = cache.glob("*.index")
    index.write_bytes(index.read_bytes()[:100] + b"\xff" * (index.stat().st_size - 100))
    assert load([pack], cache)[0].facts("score", "1.1", "2023")


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("cache", [None, "file/cache"])
def test_without_a_folder_to_keep_it_in_the_index_lives_as_long_as_the_process(
    pack_with: PackWith, tmp_path: Path, cache: str | None
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    reference, problems = load([pack_with([])], tmp_path / cache if cache else None)
    assert problems == ()
    assert reference.facts("score", "1.1", "2023")


LOAD = """
import sys
from pathlib import Path
from factcheck.reference.content import folders
from factcheck.reference.load.compile import count_all
from factcheck.reference.ask.reference import load
folders.LARGE = 0
print(len(load([Path(sys.argv[1])], Path(sys.argv[2]))[0].facts("score", "x1")), flush=True)
"""


def start(pack: Path, cache: Path) -> subprocess.Popen[bytes]:
    variables = {**os.environ, "PYTHONPATH": str(FOLDER.parents[1])}
    command = [sys.executable, "-c", LOAD, str(pack), str(cache)]
    return subprocess.Popen(command, env=variables, stdout=subprocess.PIPE)


@pytest.fixture
def wide(pack_with: PackWith) -> Path:
    """A pack that takes about a second to index."""
    pack = pack_with([])
    with (pack / "entities.csv").open("a", encoding="utf-8") as entities:
        entities.writelines(f"x{number},Pasar Nomor {number},pasar,2\n" for number in range(1000))
    with (pack / "facts.csv").open("a", encoding="utf-8") as facts:
        facts.writelines(
            f"x{number},{1980 + year},50.00,,,https://dinas.example/{year},,,\n"
            for year in range(20)
            for number in range(1000)
        )
    return pack


def test_two_processes_at_once_do_no_harm(wide: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    running = [start(wide, cache) for _ in range(2)]
    assert [process.communicate(timeout=600)[0] for process in running] == [b"20\n"] * 2
    assert len(list(cache.glob("*.index"))) == 1
    assert not list(cache.glob("building-*"))


def killed_while_building(wide: Path, folder: Path) -> Path:
    """A cache whose builder was killed at work; a busy machine may miss it once and again."""
    for number in range(20):
        cache = folder / f"cache-{number}"
        with start(wide, cache) as process:
            while process.poll() is None and not list(cache.glob("building-*/*")):
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
        if list(cache.glob("building-*")):
            return cache
    raise AssertionError("the builder was never seen at work")


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_a_build_that_is_killed_leaves_nothing_that_is_taken_for_an_index(wide: Path, tmp_path: Path) -> None:
    cache = killed_while_building(wide, tmp_path)
    assert not list(cache.glob("*.index"))
    (left,) = cache.glob("building-*")
    os.utime(left, (0, 0))
    with start(wide, cache) as process:
        assert process.communicate(timeout=600)[0] == b"20\n"
    assert not list(cache.glob("building-*"))


OPENED: list[Reference] = []


def _count(_: int) -> int:
    return len(OPENED[0].facts("score", "x1"))


@pytest.mark.usefixtures("large")
@pytest.mark.skipif(sys.platform != "linux", reason="forks")
def test_forks_open_the_index_for_themselves(wide: Path, tmp_path: Path) -> None:
    reference, _ = load([wide], tmp_path / "cache")
    assert len(reference.facts("score", "x1")) == 20
    OPENED[:] = [reference]
    with multiprocessing.get_context("fork").Pool(2) as pool:
        assert pool.map(_count, range(50)) == [20] * 50
