"""What is kept between runs, damaged: every byte is noticed, and every run says what it says without it."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from factcheck.cache.kept import read_kept
from factcheck.reference.ask.reference import load
from factcheck.reference.content import folders
from factcheck.reference.edit.new import write_new
from factcheck.reference.index.seal import is_sealed
from tools.attack.desk import make, run
from tools.attack.tally import Tally

ALONE = 120_000
"""Bytes of a file each of which is damaged alone."""
BLOCK = 64


def cache(tally: Tally, chance: random.Random, seconds: float) -> None:
    """Damages bytes of all kept files, first each in its turn, then at random, as long as the time lasts."""
    with tempfile.TemporaryDirectory(prefix="attack-") as place:
        desk, kept = Path(place) / "desk", Path(place) / "kept"
        make(desk)
        wanted = run(desk, "check", "--format", "json", "a0.md", cache=kept).stdout
        run(desk, "check", "--format", "json", "a0.md", cache=kept)
        whole = {path: path.read_bytes() for path in sorted(kept.iterdir())}
        index = _index(Path(place))
        _each_byte(tally, {**whole, index: index.read_bytes()}, seconds / 2)
        while tally.seconds < seconds:
            path = chance.choice(list(whole))
            path.write_bytes(_damaged(chance, whole[path]))
            tally.tried += 1
            if (
                path.suffix not in (".index", ".seal")
                and read_kept(path) not in (None,)
                and path.read_bytes() != whole[path]
            ):
                tally.fail(f"{path.name}: damage is not noticed")
            done = run(desk, "check", "--format", "json", "a0.md", cache=kept)
            if done.stdout != wanted or done.stderr:
                tally.fail(f"{path.name}: another report: {done.stderr[-200:]!r}")
            for name, data in whole.items():
                name.write_bytes(data)


def _index(place: Path) -> Path:
    """The sqlite index of a small pack, as it is built of large ones."""
    folder, kept = place / "coba", place / "indexes"
    write_new(folder)
    names = folder / "entities.csv"
    lines = names.read_text("utf-8").splitlines()
    ids = {line.split(",")[0] for line in (folder / "facts.csv").read_text("utf-8").splitlines()[1:]}
    rows = [f"{name},Kota {name},kota,," for name in sorted(ids)]
    names.write_text("\n".join((lines[0], *rows, "")), "utf-8")
    folders.LARGE, before = 0, folders.LARGE
    try:
        _, problems = load([folder], kept)
    finally:
        folders.LARGE = before
    assert not problems, problems
    return next(kept.glob("*.index"))


def _each_byte(tally: Tally, whole: dict[Path, bytes], seconds: float) -> None:
    """Each byte of each file changed once, the smallest files first: one at a time, in files of more than `ALONE` bytes
    `BLOCK` at a time (a digest is taken of all of them, for each byte). How far it came is said.
    """
    bytes_done, files_done = 0, 0
    begun = tally.seconds
    for path, data in sorted(whole.items(), key=lambda item: len(item[1])):
        step = 1 if len(data) <= ALONE else BLOCK
        for place in range(0, len(data), step):
            some = data[place : place + step]
            path.write_bytes(data[:place] + bytes(byte ^ 0xFF for byte in some) + data[place + step :])
            tally.tried += 1
            bytes_done += len(some)
            if is_sealed(path) if path.suffix == ".index" else read_kept(path) is not None:
                tally.fail(f"{path.name}: byte {place} is not noticed")
            if tally.seconds - begun > seconds:
                path.write_bytes(data)
                print(f"  each byte: {files_done} of {len(whole)} files whole, {bytes_done:,} bytes", flush=True)
                return
        path.write_bytes(data)
        files_done += 1
    print(f"  each byte: all {files_done} files, {bytes_done:,} bytes", flush=True)


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
