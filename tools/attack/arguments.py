"""Arguments, names of files and configurations that nobody means: a sentence and a status, never a traceback."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from tools.attack.desk import make, run
from tools.attack.tally import Tally

WORDS = (
    "a0.md",
    ".",
    "-",
    "packs",
    "packs/literasi",
    "nowhere",
    "x" * 300,
    "x/" * 3000,
    "\udcff",
    "\x1b[31m",
    "*.md",
    "--",
    "",
    "http://[::1",
    "http://",
    "ftp://x",
    "a0.md:1",
    "a0.md:999999999",
    "a0.md:0:0",
    "Kota Jambi",
    "2024",
    "json:-",
    "=",
    "a=b",
    "pipe",
    "dangling",
    "loop",
)
OPTIONS = (
    "--format",
    "--output",
    "-o",
    "--reference",
    "--only-reference",
    "--as-of",
    "--exclude",
    "--select",
    "--ignore",
    "--baseline",
    "--diff",
    "--since",
    "--staged",
    "--fix",
    "--fail-on",
    "--color",
    "--stdin-filename",
    "--jobs",
    "--quiet",
    "--verbose",
    "--statistics",
    "--kind",
    "--unchecked",
    "--until",
    "--to",
    "--force",
    "--source",
    "--from",
    "--year",
)
VALUES = (
    "plain",
    "json",
    "rich",
    "html",
    "never",
    "all",
    "wrong-*",
    "2024-12-31",
    "31/31/2024",
    "9" * 400,
    "-1",
    "0",
    "main",
    "HEAD",
)
VERBS = (
    ("check",),
    ("claims",),
    ("explain",),
    ("rules",),
    ("rule",),
    ("baseline",),
    ("reference", "list"),
    ("reference", "show"),
    ("reference", "search"),
    ("reference", "stats"),
    ("reference", "validate"),
    ("reference", "diff"),
    ("reference", "new"),
    ("reference", "propose"),
    ("reference", "add"),
    ("--version",),
    ("--help",),
    ("--lang",),
    ("nonsense",),
)
ENCODINGS = ("utf-8", "utf-8:strict", "ascii", "ascii:strict", "cp1252:strict", "cp437", "latin-1:strict", "utf-16")
"""Of the standard streams."""
SETTINGS = (
    "",
    "tool = 1",
    "[tool]\nfactcheck = 1",
    "x = " + "[" * 2000,
    "x = " + "9" * 5000,
    'baseline = "a\\u0000b"',
    'reference = ["a\\u0000b"]',
    'exclude = ["!", "*a*a*a*a*a*a*a*a*a*a*b"]',
    "a." * 20_000 + "b = 1",
    'lang = "xx"',
    'format = "json"',
    '[per-path."**"]\nselect = [1]',
    "\ufeffx = 1",
    'baseline = "."',
    'reference = ["."]',
)


def arguments(tally: Tally, chance: random.Random, seconds: float) -> None:
    """Runs commands made of all this."""
    with tempfile.TemporaryDirectory(prefix="attack-") as place:
        desk, cache = Path(place) / "desk", Path(place) / "cache"
        make(desk)
        (desk / "dangling").symlink_to("nowhere")
        (desk / "loop").symlink_to("loop")
        while tally.seconds < seconds:
            _one(tally, chance, desk, cache)


def _one(tally: Tally, chance: random.Random, desk: Path, cache: Path) -> None:
    words = list(chance.choice(VERBS))
    for _ in range(chance.randrange(5)):
        kind = chance.random()
        words.append(chance.choice(OPTIONS) if kind < 0.4 else chance.choice(WORDS if kind < 0.8 else VALUES))
    name = chance.choice(("factcheck.toml", "pyproject.toml"))
    (desk / name).write_text(chance.choice(SETTINGS), "utf-8")
    tally.tried += 1
    try:
        done = run(desk, *words, cache=cache, PYTHONIOENCODING=chance.choice(ENCODINGS))
    except Exception as slip:
        tally.fail(f"{words}: {type(slip).__name__}")
        return
    finally:
        (desk / name).unlink(missing_ok=True)
    said = (done.stderr + done.stdout).decode("utf-8", "replace")
    if done.returncode not in (0, 1, 2) or "Traceback" in said or "This is a bug" in said:
        tally.fail(f"{[word[:40] for word in words]} with {name}: status {done.returncode}: {said[-300:]}")
