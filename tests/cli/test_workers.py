"""The processes that check side by side: none outlives what is read of their results."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from itertools import islice
from multiprocessing import active_children
from pathlib import Path

import pytest

from factcheck.cli.checker import Result, make_checker
from factcheck.cli.options import Options
from factcheck.cli.own_settings import OwnSettings
from factcheck.cli.sources import Source
from factcheck.cli.workers import CHUNK, results
from factcheck.model import DocumentReport


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Result]:
    """The results of two processes for eight times what one is given at a time."""
    paths = [tmp_path / f"{number:03}.txt" for number in range(8 * CHUNK)]
    for path in paths:
        path.write_text("Piagam diserahkan Selasa (2/12/2024) di balai kota.\n" * 20, "utf-8")
    options = Options(jobs=2, only_reference=True)
    own = OwnSettings(options)
    return iter(results([Source(str(path)) for path in paths], options, own, make_checker(own)))


@pytest.mark.parametrize("read", [0, 1, CHUNK + 1, 8 * CHUNK, 8 * CHUNK + 1])
def test_nothing_is_left_running_however_much_is_read(running: Iterator[Result], read: int) -> None:
    threads = set(threading.enumerate())
    found = list(islice(running, read))
    running.close()  # type: ignore[attr-defined]
    assert (set(threading.enumerate()) - threads, active_children()) == (set(), [])
    assert len(found) == min(read, 8 * CHUNK)
    assert all(isinstance(result, DocumentReport) and result.findings for result in found)
