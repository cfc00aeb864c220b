"""What is kept between runs, damaged: every byte is noticed, and every run says what it says without it."""

from __future__ import annotations

import random
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from factcheck.cache.kept import opened, read_kept
from factcheck.reference.ask.reference import load
from factcheck.reference.content import folders
from factcheck.reference.edit.new import write_new
from factcheck.reference.index.seal import is_sealed
from tools.attack.desk import make, run
from tools.attack.pieces import Pieces, is_whole
from tools.attack.tally import Tally

ALONE = 3_000_000
"""Bytes of a file each of which is damaged alone, where a checksum is taken of all of it for each. Of a file of pieces
only what the byte is of is read: each byte of any is damaged alone."""
TOLD = 250_000
"""After so many bytes it is said how far it came."""
BLOCK = 64
ONLY_OWN = '[tool.factcheck]\nreference = ["packs/literasi"]\nonly_reference = true\n'


def cache(tally: Tally, chance: random.Random, seconds: float) -> None:
    """Damages bytes of all kept files, first each in its turn, then at random, as long as the time lasts."""
    with tempfile.TemporaryDirectory(prefix="attack-") as place:
        small = Kept(Path(place) / "small", ONLY_OWN)
        large = Kept(Path(place) / "large", "")
        index = _index(Path(place))
        _each_byte(tally, {**small.whole, **large.whole, index: index.read_bytes()}, seconds * 0.8)
        _whole_runs(tally, chance, (small, large), seconds)


class Kept:
    """A desk with its settings, what a check of it keeps, and what that check says."""

    def __init__(self, place: Path, settings: str) -> None:
        self.desk, self.folder = place / "desk", place / "kept"
        make(self.desk)
        if settings:
            (self.desk / "pyproject.toml").write_text(settings, "utf-8")
        self.said = self.check().stdout
        self.check()
        self.whole = {path: path.read_bytes() for path in sorted(self.folder.iterdir())}

    def check(self) -> subprocess.CompletedProcess[bytes]:
        """A check of one article."""
        return run(self.desk, "check", "--format", "json", "a0.md", cache=self.folder)


def _whole_runs(tally: Tally, chance: random.Random, desks: Sequence[Kept], seconds: float) -> None:
    """Damages a file at random and checks with it, as long as the time lasts."""
    times = 0
    while tally.seconds < seconds:
        desk = chance.choice(desks)
        path = chance.choice(list(desk.whole))
        path.write_bytes(_damaged(chance, desk.whole[path]))
        tally.tried += 1
        times += 1
        taken = is_whole(path) or read_kept(path) is not None
        if path.suffix != ".seal" and taken and path.read_bytes() != desk.whole[path]:
            tally.fail(f"{path.name}: damage is not noticed")
        done = desk.check()
        if done.stdout != desk.said or done.stderr:
            tally.fail(f"{path.name}: another report: {done.stderr[-200:]!r}")
        for name, data in desk.whole.items():
            name.write_bytes(data)
    print(f"  whole runs beside damage at random: {times}", flush=True)


def _index(place: Path) -> Path:
    """The sqlite index of a small pack, as it is built of large ones."""
    folder, kept = place / "coba", place / "indexes"
    write_new(folder)
    names = folder / "entities.csv"
    lines = names.read_text("utf-8").splitlines()
    ids = {line.split(",")[0] for line in (folder / "facts.csv").read_text("utf-8").splitlines()[1:]}
    empty = "," * (lines[0].count(",") - 2)  # whatever else a row may say
    rows = [f"{name},Kota {name},kota{empty}" for name in sorted(ids)]
    names.write_text("\n".join((lines[0], *rows, "")), "utf-8")
    folders.LARGE, before = 0, folders.LARGE
    try:
        _, problems = load([folder], kept)
    finally:
        folders.LARGE = before
    assert not problems, problems
    return next(kept.glob("*.index"))


def _each_byte(tally: Tally, whole: Mapping[Path, bytes], seconds: float) -> None:
    """Each byte of each file changed once, the smallest files first: one at a time, in files of more than `ALONE` bytes
    that are read whole `BLOCK` at a time (a checksum is taken of all of them, for each byte). How far it came is said.
    """
    begun = tally.seconds
    for path, data in sorted(whole.items(), key=lambda item: len(item[1])):
        if not tally.wants(path.name):
            continue
        pieces = Pieces(path) if is_whole(path) else None
        step = 1 if pieces or len(data) <= ALONE else BLOCK
        noticed = _index_noticed if path.suffix == ".index" else _noticed
        done, held = 0, bytearray(data)
        for place in range(0, len(data), step):
            if tally.seconds - begun > seconds:
                break
            tally.tried += 1
            done += len(data[place : place + step])
            some = slice(place, place + step)
            if not (pieces.noticed(place) if pieces else noticed(path, held, some)):
                tally.fail(f"{path.name}: byte {place} is not noticed")
            if not done % TOLD:
                print(f"  {path.suffix:<11}{done:>10,} bytes, {tally.seconds:.0f} s", flush=True)
        print(f"  {path.suffix:<11}{done:>10,} of {len(data):>10,} bytes, {step} at a time", flush=True)


def _noticed(path: Path, held: bytearray, some: slice) -> bool:
    """Whether a kept file is not taken with some of its bytes changed; by what opens all that is kept."""
    with _changed(held, some):
        return opened(held, path.name) is None


def _index_noticed(path: Path, held: bytearray, some: slice) -> bool:
    """The same of an index, which is read from its file."""
    with _changed(held, some):
        path.write_bytes(held)
        noticed = not is_sealed(path)
    path.write_bytes(held)
    return noticed


@contextmanager
def _changed(held: bytearray, some: slice) -> Iterator[None]:
    """Some bytes turned round meanwhile."""
    before = held[some]
    held[some] = bytes(byte ^ 0xFF for byte in before)
    try:
        yield
    finally:
        held[some] = before


def _damaged(chance: random.Random, data: bytes) -> bytes:
    held = bytearray(data)
    kind = chance.random()
    if kind < 0.3:
        return bytes(held[: chance.randrange(len(held))])
    if kind < 0.4:
        return chance.randbytes(len(held))
    for _ in range(chance.randrange(1, 20)):
        held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)
    return bytes(held)
