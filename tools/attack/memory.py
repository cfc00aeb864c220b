"""Ten megabytes of dense drafts in one file: how much memory the command takes, told of a process of its own.

Every third line is a claim, every tenth is wrong; news has a claim in seven times as many words.
"""

from __future__ import annotations

import os
import random
import subprocess
import tempfile
from pathlib import Path

from factcheck.api import shipped_reference
from tools.attack.desk import command, environment
from tools.attack.tally import Tally

SIZE = 10_000_000
"""Bytes of the file."""
MOST = 250
"""Megabytes that the process may take at its highest."""
SECONDS_A_MEGABYTE = 8
"""So many are reckoned with on a machine that does other things too, to choose the size by."""
HEAD = "# Penilaian pelayanan publik Ombudsman RI 2024\n\n"
FILLERS = ("Warga menyambut baik hasil itu.\n\n", "Loket terus dibenahi petugas.\n\n")
FORMATS = ("plain", "json", "jsonl", "sarif", "markdown", "html")


def memory(tally: Tally, chance: random.Random, seconds: float) -> None:
    """Checks one long file to each format, smaller where the seconds allow no more."""
    formats = [name for name in FORMATS if tally.wants(name)]
    size = min(SIZE, int(seconds / SECONDS_A_MEGABYTE / len(formats) * 1e6))
    with tempfile.TemporaryDirectory(prefix="attack-") as place:
        path = Path(place) / "a.md"
        path.write_text(dense(chance, size), "utf-8")
        for name in formats:
            tally.tried += 1
            most = _most(path, name)
            print(f"  {name:<12}{size:>12,} B {most:>6.0f} MB", flush=True)
            if most > MOST:
                tally.fail(f"{name}: {most:.0f} MB")


def dense(chance: random.Random, size: int) -> str:
    """Drafts of so many characters."""
    reference = shipped_reference()
    facts = reference.facts_of("score", "2024", "ombudsman-kepatuhan")
    told = [(reference.name_of(fact.entity), f"{fact.value:.2f}".replace(".", ",")) for fact in facts]
    pieces, length = [HEAD], 0
    while length < size:
        pieces.append(_line(len(pieces), *chance.choice(told), chance))
        length += len(pieces[-1])
    return "".join(pieces)


def _line(number: int, name: str, figure: str, chance: random.Random) -> str:
    if number % 10 and number % 3:
        return FILLERS[number % 2]
    if not number % 10:
        figure = f"{(int(figure[0]) + chance.randint(1, 8)) % 10}{figure[1:]}"
    return f"{name} meraih nilai {figure} pada 2024.\n\n"


def _most(path: Path, name: str) -> float:
    """Megabytes that a check takes at its highest."""
    process = subprocess.Popen(
        command("check", path.name, "--format", name),
        cwd=path.parent, env=environment(path.parent / "cache"), stdout=subprocess.DEVNULL,
    )  # fmt: skip
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return used.ru_maxrss / 1000
