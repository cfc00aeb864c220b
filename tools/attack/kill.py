"""Commands killed at random moments: every file is the old one or the new one, and the next run makes it whole."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from tools.attack.desk import Files, command, environment, files, litter, make, run
from tools.attack.tally import Tally

ROW = ["entity=15.71", "period=2031", "literacy=71.5", "source=https://example.org/x"]
TIMES = 300
"""Kills of each command in a long run."""


class Scene(NamedTuple):
    """A command; `whole` where its files change together or not at all."""

    name: str
    arguments: tuple[str, ...]
    whole: bool = False


def kill(tally: Tally, chance: random.Random, seconds: float) -> None:
    """Kills each command as often as the seconds allow, `TIMES` at most."""
    with tempfile.TemporaryDirectory(prefix="attack-") as place, _serving(Path(place)) as address:
        base = Path(place) / "base"
        make(base)
        scenes = _scenes(base, address)
        for scene in scenes:
            _scene(tally, chance, seconds / len(scenes), scene, Path(place))


def _scenes(base: Path, address: str) -> list[Scene]:
    facts = (base / "packs/literasi/facts.csv").read_text("utf-8").splitlines()
    header, row = facts[0].split(","), facts[1].split(",")
    cells = tuple(f"{name}={'2031' if name == 'period' else cell}" for name, cell in zip(header, row, strict=False))
    return [
        Scene("check -o", ("check", ".", "-o", "report.json", "-o", "report.html")),
        Scene("check --fix", ("check", "--fix", ".")),
        Scene("baseline", ("baseline", ".")),
        Scene("init", ("init", "--yes")),
        Scene("reference add", ("reference", "add", "packs/literasi", "facts", *cells)),
        Scene("reference new", ("reference", "new", "packs/baru"), whole=True),
        Scene(
            "reference pull", ("reference", "pull", f"{address}/pack/datapackage.json", "--to", "packs/pulled"), True
        ),
        Scene("reference build", ("reference", "build")),
    ]


def _scene(tally: Tally, chance: random.Random, seconds: float, scene: Scene, place: Path) -> None:
    until = time.monotonic() + seconds
    old, new, took = _both(scene, place)
    tried = 0
    while time.monotonic() < until and tried < TIMES:
        tried += 1
        tally.tried += 1
        folder = place / "desk"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(place / "base", folder)
        cache = place / "cache" if chance.random() < 0.7 else place / f"cache-{tried}"
        number = chance.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT))
        said = _killed(folder, cache, scene, chance.uniform(0, took * 1.1), number)
        _compare(tally, scene, old, new, files(folder), number)
        if "Traceback" in said and "__main__.py" in said:  # before it, the interpreter itself is starting
            tally.fail(f"{scene.name}, signal {number}: {said[-400:]}")
        run(folder, *scene.arguments, cache=cache)
        after = files(folder)
        if litter(after) or {**after, **new} != after:
            tally.fail(f"{scene.name}, signal {number}: not whole after the next run: {litter(after)}")
    print(f"  {scene.name:<18}{tried:>5} kills in {took:.2f} s each", flush=True)


def _both(scene: Scene, place: Path) -> tuple[Files, Files, float]:
    """The files before, those after, and the seconds between."""
    folder = place / "desk"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(place / "base", folder)
    old = files(folder)
    run(folder, *scene.arguments, cache=place / "cache")
    new = files(folder)
    shutil.rmtree(folder)
    shutil.copytree(place / "base", folder)
    begun = time.monotonic()
    run(folder, *scene.arguments, cache=place / "cache")
    return old, new, time.monotonic() - begun


def _killed(folder: Path, cache: Path, scene: Scene, after: float, number: int) -> str:
    with subprocess.Popen(
        command(*scene.arguments), cwd=folder, env=environment(cache), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        time.sleep(after)
        process.send_signal(number)
        _, said = process.communicate(timeout=60)
    return said.decode("utf-8", "replace")


def _compare(tally: Tally, scene: Scene, old: Files, new: Files, now: Files, number: int) -> None:
    held = {name: data for name, data in now.items() if name not in litter(now)}
    for name, data in held.items():
        if data not in (old.get(name), new.get(name)) and not _stopped(name, data):
            tally.fail(f"{scene.name}, signal {number}: {name} is neither the old nor the new one")
    if missing := [name for name in old if name not in held]:
        tally.fail(f"{scene.name}, signal {number}: lost {missing}")
    fresh = {name for name in new if name not in old}
    if scene.whole and 0 < len(fresh & held.keys()) < len(fresh):
        tally.fail(f"{scene.name}, signal {number}: half of it is there")


def _stopped(name: str, data: bytes) -> bool:
    """A report that says that it is not whole."""
    return name.startswith("report.") and b"stopped" in data


class _serving:  # noqa: N801
    """Serves a pack from a folder."""

    def __init__(self, place: Path) -> None:
        from tools.attack.desk import ROOT

        shutil.copytree(ROOT / "tests/cli/desk/packs/literasi", place / "web/pack")
        web = str(place / "web")

        class Handler(SimpleHTTPRequestHandler):
            def __init__(self, *given: object) -> None:
                super().__init__(*given, directory=web)  # type: ignore[arg-type]

            def log_message(self, *said: object) -> None:
                """Says nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
