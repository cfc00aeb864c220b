"""What holds for every test: any machine, however busy and however it was started; and a small sound pack to break."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from factcheck import messages
from factcheck.cache.folder import use

BASE = Path(__file__).parent / "reference/base"

Edit = Sequence[str]
"""File, what stands there, what is put in its place; an empty middle appends."""

# An example that takes long on a busy machine is no failure, and the same commit is tried with the same examples
# anywhere. New ones are hunted by hand: pytest --hypothesis-profile=hunt; what it finds becomes an @example.
settings.register_profile(
    "anywhere", settings(), deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("hunt", settings.get_profile("anywhere"), derandomize=False, max_examples=1000, database=None)
settings.load_profile("anywhere")

# Who is started in the background of a shell hears no Ctrl-C, and neither do the processes it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_configure(config: pytest.Config) -> None:
    """What the command keeps between runs is kept for the whole session and nowhere else: built once, not at each of
    some hundred starts, and never in the folder of whoever runs the tests."""
    folder = tempfile.mkdtemp(prefix="factcheck-kept-")
    os.environ["FACTCHECK_CACHE_DIR"] = folder
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The command keeps things for the runs after it, and makes a language that of its run; tests that call it in this
    process keep nothing for others."""
    monkeypatch.setattr(messages, "_spoken", [messages.ENGLISH])
    monkeypatch.setattr(messages, "_asked", [False])
    monkeypatch.setenv("LANGUAGE", "")
    yield
    use(None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """The order in which something failed: `pytest -q` does not say it at the head."""
    seed = config.getoption("randomly_seed", None)
    if terminalreporter.stats.get("failed") and seed is not None:
        terminalreporter.write_line(f"in this order again: pytest -p randomly --randomly-seed={seed}")


@pytest.fixture
def pack_with(tmp_path: Path) -> Callable[[Sequence[Edit]], Path]:
    """A copy of the sound pack with edits made to it."""

    def make(edits: Sequence[Edit]) -> Path:
        folder = tmp_path / "pasar-bersih"
        shutil.copytree(BASE, folder)
        for name, old, new in edits:
            path = folder / name
            text = path.read_text(encoding="utf-8")
            assert old in text, f"{name} holds no {old!r}"
            path.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")
        return folder

    return make
