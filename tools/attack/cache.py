"""What is kept between runs, damaged: every byte is noticed, and every run says what it says without it."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from factcheck.cache.kept import read_kept
from factcheck.reference.index.seal import is_sealed
from tools.attack.desk import make, run
from tools.attack.tally import Tally

RUNS = 6
"""One try in so many is a whole run of the command."""


def cache(tally: Tally, chance: random.Random, seconds: float) -> None:
    """Damages bytes of all kept files, first each in its turn, then at random, as long as the time lasts."""
    with tempfile.TemporaryDirectory(prefix="attack-") as place:
        desk, kept = Path(place) / "desk", Path(place) / "kept"
        make(desk)
        wanted = run(desk, "check", "--format", "json", "a0.md", cache=kept).stdout
        run(desk, "check", "--format", "json", "a0.md", cache=kept)
        whole = {path: path.read_bytes() for path in sorted(kept.iterdir())}
        _each_byte(tally, whole, seconds / 2)
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


def _each_byte(tally: Tally, whole: dict[Path, bytes], seconds: float) -> None:
    """The smallest files first; how far it came is said."""
    bytes_done, files_done = 0, 0
    begun = tally.seconds
    for path, data in sorted(whole.items(), key=lambda item: len(item[1])):
        held = bytearray(data)
        for place in range(len(data)):
            held[place] ^= 0xFF
            path.write_bytes(held)
            held[place] ^= 0xFF
            tally.tried += 1
            bytes_done += 1
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
