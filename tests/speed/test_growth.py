"""Twice the article takes about twice the work, whatever it consists of: counted, not timed, so that it holds anywhere.

What is counted are calls (of functions in Python and of those built in), and the turns of loops, which a comprehension
takes without any call. What one call of C does over the whole text is not seen by this: reading and scanning are timed
against themselves as well, on long texts; `python -m benchmarks length` measures the rest, up to 10 MB.
"""

from __future__ import annotations

import io
import json
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from counting import LINEAR, added, calls, steps, times_as_long, with_pairs

from factcheck import check_text
from factcheck.__main__ import main
from factcheck.api import shipped_reference
from factcheck.document.read_document import read_document
from factcheck.formats import REPORTERS
from factcheck.language.dates import find_dates
from factcheck.language.language import load
from factcheck.language.numbers import find_numbers
from factcheck.model import Report
from factcheck.pipeline import check_document
from factcheck.reading.sums.sums import find_sums
from factcheck.report.reporter import write

Count = Callable[[Callable[[], object]], int]
CASES = tomllib.loads(Path(__file__).with_name("growth.toml").read_text("utf-8"))["case"]
GROWTH = 2.02
"""What a doubling may add, as a multiple of what the one before it added: 2 is linear, 4 quadratic."""
RIGHT = "Pada 2024 Kota Jambi meraih nilai 93,68 dalam penilaian pelayanan publik Ombudsman RI.\n\n"
WRONG = RIGHT.replace("93,68", "39,68")
NEWS = (
    "Harga cabai rawit turun menjadi Rp36.500 per kilogram pada Rabu (4/12) pagi. Pedagang menyebut panen lancar.\n\n"
)
LENGTH = 120_000
"""Characters of a text that is timed."""


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


def growth(work: Callable[[int], object], size: int, calls: Count = calls, each: int = 1) -> float:
    """What the second doubling adds to the calls, as a multiple of what the first added: a start falls out of it.

    Fails where so many (`each`) for each pair of pieces would not be seen in it: so few of them show nothing.
    """
    work(size)  # what is loaded once is loaded now
    sizes = [size, 2 * size, 4 * size]
    counted = [calls(partial(work, each)) for each in sizes]
    if added(counted) >= GROWTH:  # what is done once, at some time, by what other tests left: a square comes every time
        counted = list(map(min, counted, [calls(partial(work, each)) for each in sizes]))
    seen = added(with_pairs(counted, sizes, each))
    assert seen > GROWTH, f"{seen:.3f}: {size} pieces are too few to see a square"
    return added(counted)


def test_what_another_thread_does_is_no_work_of_this_one() -> None:
    def work() -> None:
        for text in ["a"] * 100_000:
            len(text)

    alone, ended = calls(work), Event()

    def spin() -> None:
        while not ended.is_set():
            pass

    other = Thread(target=spin)
    other.start()
    try:
        beside = calls(work)
    finally:
        ended.set()
        other.join()
    assert abs(beside - alone) < 10


def article(case: dict[str, Any], pieces: int) -> str:
    head: str = case.get("head", "")
    first = case.get("first", 1)
    return head + "".join(case["piece"].replace("{n}", str(n)) for n in range(first, first + pieces)) + "\n"


def each(case: dict[str, Any]) -> int:
    """How many pairs of claims a pair of pieces makes."""
    return int(max(1, case.get("claims", 1)) ** 2)


def marked(case: dict[str, Any]) -> Any:
    known = [pytest.mark.xfail(reason=case["grows"], strict=False)] if "grows" in case else []
    return pytest.param(case, marks=known, id=case["name"])


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_work_grows_with_the_article(case: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    def check(pieces: int) -> None:
        Path("draft.md").write_text(article(case, pieces), "utf-8")
        main(["check", "--format", "json", "draft.md"])

    check(case["of"])
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    assert len(document["claims"]) >= case.get("claims", 0) * case["of"]
    assert len(document["findings"]) >= case.get("findings", 0) * case["of"]
    grown = growth(check, case["of"], each=each(case))
    capsys.readouterr()  # where the test fails, nobody wants to read the reports
    assert grown < GROWTH


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_loops_grow_with_the_article(case: dict[str, Any]) -> None:
    reference = shipped_reference()

    def check(pieces: int) -> None:
        check_document(read_document("draft.md", article(case, pieces).encode()), reference)

    assert growth(check, case["of"], steps, each(case)) < GROWTH


@pytest.fixture(scope="module")
def reports() -> dict[int, Report]:
    """Reports by their number of findings."""
    return {count: Report((check_text(WRONG * count),)) for count in (40, 80, 160)}


@pytest.mark.parametrize("form", sorted(REPORTERS))
def test_a_report_grows_with_its_findings(form: str, reports: dict[int, Report]) -> None:
    assert growth(lambda count: write(reports[count], form, io.StringIO()), 40) < GROWTH


@pytest.mark.parametrize("text", [RIGHT, WRONG], ids=["nothing is wrong in", "something is wrong in"])
def test_work_grows_with_the_number_of_articles(text: str) -> None:
    def check(count: int) -> None:
        folder = Path(str(count))
        folder.mkdir(exist_ok=True)
        for number in range(count):
            (folder / f"{number}.md").write_text(f"{text}Tamu ke-{number} datang.\n", "utf-8")
        main(["check", "--jobs", "1", "--format", "plain", str(count)])

    assert growth(check, 150) < GROWTH


def test_work_grows_with_what_a_baseline_knows() -> None:
    def check(count: int) -> None:
        Path("draft.md").write_text(WRONG * count, "utf-8")
        main(["baseline", "draft.md", "--output", "known.json"])
        main(["check", "--baseline", "known.json", "draft.md"])

    assert growth(check, 100) < GROWTH


def test_work_that_grows_with_the_square_is_seen() -> None:
    def pairs(size: int) -> Callable[[], object]:
        return lambda: sum(one < other for one in range(size) for other in range(size))

    # One unlucky short run makes a square look linear: three in a row do not.
    assert max(times_as_long(pairs, 400) for _ in range(3)) > LINEAR
    assert growth(lambda size: pairs(size)(), 20) > GROWTH


@pytest.mark.parametrize("piece", [NEWS, NEWS.strip() + " "], ids=["of paragraphs", "of one line"])
def test_time_to_read_and_scan_grows_with_the_length(piece: str) -> None:
    assert times_as_long(lambda count: partial(read, piece * count), LENGTH // len(piece)) < LINEAR


def read(text: str) -> None:
    """All that looks at the whole text."""
    language = load("id")
    document = read_document("draft.md", text.encode())
    dates = find_dates(document.plain, language)
    numbers = find_numbers(document.plain, language, dates)
    find_sums(document, numbers, dates)
