"""Commands killed at any moment: every file is the old one or the new one, and the next run makes it whole.

Half of the kills come at a random moment, half before a change of a file that was drawn among all of the command
(`tools.attack.forked`): most of the time of a command goes by without any.
"""

from __future__ import annotations

import hashlib
import random
import shutil
import signal
import tempfile
import threading
import time
from contextlib import suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

from factcheck.cache.kept import read_kept
from tools.attack.desk import OWN, Files, files, litter, make
from tools.attack.forked import Ended, Forks
from tools.attack.tally import Tally

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
        base, forks = Path(place) / "base", Forks()
        make(base)
        (base / "table.csv").write_text("Kabupaten/Kota,Indeks 2031\nKota Palu,71.55\nBanggai,70.21\n", "utf-8")
        scenes = [scene for scene in _scenes(base, address) if tally.wants(scene.name)]
        until = time.monotonic() + seconds
        for left, scene in zip(range(len(scenes), 0, -1), scenes, strict=True):
            _scene(tally, chance, (until - time.monotonic()) / left, scene, Path(place), forks)
        forks.close()


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
        Scene(
            "reference import",
            (
                "reference",
                "import",
                "table.csv",
                "packs/literasi",
                "--source",
                "https://pustaka.example/2031",
                "--write",
                "--yes",
            ),
        ),
        Scene("reference new", ("reference", "new", "packs/baru"), whole=True),
        Scene(
            "reference pull", ("reference", "pull", f"{address}/pack/datapackage.json", "--to", "packs/pulled"), True
        ),
        Scene("reference build", ("reference", "build")),
    ]


def _scene(tally: Tally, chance: random.Random, seconds: float, scene: Scene, place: Path, forks: Forks) -> None:
    begun = time.monotonic()
    until = begun + seconds
    old, new, whole = _both(scene, place, forks)
    tried, seen, took = 0, set[bytes](), {False: whole.seconds, True: whole.seconds}
    while time.monotonic() < until and tried < TIMES:
        folder = _fresh(place)
        cold = chance.random() < (0.9 if scene.arguments[-1] == "build" else 0.1)
        cache = place / "cache-cold" if cold else place / "cache"
        number = chance.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT))
        change = chance.randint(1, whole.changes) if whole.changes and chance.random() < 0.5 else 0
        ended = forks.run(folder, cache, scene.arguments, number, chance.uniform(0, took[cold]), change)
        tried += ended.hit
        took[cold] = took[cold] * 1.01 if ended.hit else min(took[cold], ended.seconds)  # the load is never the same
        _compare(tally, scene, old, new, files(folder), number)
        if "Traceback" in ended.said or ended.status < 0:
            tally.fail(f"{scene.name}, signal {number}, change {change}: {ended.said[-400:]}")
        state = _state(folder, cache)
        if state not in seen:
            seen.add(state)
            last = forks.run(folder, cache, scene.arguments)
            _next(tally, f"{scene.name}, signal {number}, change {change}", last, new, folder)
        if cold:
            _same_cache(tally, scene, cache)
    print(
        f"  {scene.name:<18}{tried:>5} kills to {len(seen)} states, {whole.changes} changes of files in "
        f"{whole.seconds:.2f} s, {time.monotonic() - begun:.0f} s in all",
        flush=True,
    )
    tally.tried += tried


def _next(tally: Tally, scene: str, last: Ended, new: Files, folder: Path) -> None:
    """The run after a killed one made its work whole."""
    after = files(folder)
    if litter(after) or {**after, **new} != after or "Traceback" in last.said:
        lacking = [name for name, data in new.items() if after.get(name) != data]
        tally.fail(
            f"{scene}: not whole after the next run: {litter(after)} {lacking} status {last.status} {last.said[-300:]}"
        )


def _state(*folders: Path) -> bytes:
    """Names, kinds and bytes of all that a killed command left: the next run from one state is tried but once."""
    found = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            kind = path.lstat().st_mode
            data = path.read_bytes() if path.is_file() else b""
            found.update(f"{path.relative_to(folder)}\0{kind}\0{len(data)}\0".encode() + data)
    return found.digest()


def _fresh(place: Path) -> Path:
    folder = place / "desk"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(place / "base", folder)
    return folder


def _both(scene: Scene, place: Path, forks: Forks) -> tuple[Files, Files, Ended]:
    """The files before, those after, and how the whole command ended."""
    cache = place / ("cache-whole" if scene.arguments[-1] == "build" else "cache")
    folder = _fresh(place)
    old = files(folder)
    whole = forks.run(folder, cache, scene.arguments)
    if cache.name == "cache":  # once more with what is kept
        whole = forks.run(_fresh(place), cache, scene.arguments)
    new = files(folder)
    if scene.arguments[0] == "reference" and scene.arguments[1] != "build" and new == old:
        raise AssertionError(f"{scene.name} changes nothing: {whole.said}")
    return old, new, whole


def _same_cache(tally: Tally, scene: Scene, cache: Path) -> None:
    """What a killed command and the next have kept can be read, and nothing half done lies beside it."""
    for path in cache.iterdir() if cache.exists() else ():
        if path.name.startswith(OWN):
            tally.fail(f"{scene.name}: {path.name} is left in the cache")
        elif path.suffix not in (".index", ".seal") and read_kept(path) is None:
            tally.fail(f"{scene.name}: {path.name} in the cache cannot be read")
    shutil.rmtree(cache, ignore_errors=True)


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

            def handle(self) -> None:
                """A command that was killed reads no answer."""
                with suppress(OSError):
                    super().handle()

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
