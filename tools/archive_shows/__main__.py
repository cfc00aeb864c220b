"""`python -m tools.archive_shows PART [--articles N] [--seed N] [--times N] [--folder PATH]`: shows of the archive.

Parts: make (articles made from those of the repository, as Parquet), scale (one and two workers against the plain loop,
memory of driver and workers), large (one article of 200 MB), give-up (one article that takes
too long ends its workers), kill-workers and kill-driver (at random moments, rows held
against those of a run that nobody disturbed), same FILE.jsonl.gz (findings held against those of `factcheck check`).
They need the extra `archive`. The exit status is 1 where something does not hold.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tools.archive_shows.give_up import give_up
from tools.archive_shows.kills import kill_driver, kill_workers
from tools.archive_shows.large import large
from tools.archive_shows.made_articles import make
from tools.archive_shows.same import same_as_command
from tools.archive_shows.scale import scale


def main() -> int:
    """Runs the part that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tools.archive_shows", description=__doc__)
    parser.add_argument("part", choices=("make", "scale", "large", "give-up", "kill-workers", "kill-driver", "same"))
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--folder", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = asked.folder or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        if asked.part == "same":
            return same_as_command(asked.file, folder)
        if asked.part == "large":
            return large(folder)
        if asked.part == "give-up":
            return give_up(folder)
        source = make(folder / f"articles-{asked.articles}-{asked.seed}", asked.articles, asked.seed)
        if asked.part == "scale":
            return scale(source, folder, asked.articles)
        if asked.part == "make":
            print(source)
            return 0
        kill = kill_workers if asked.part == "kill-workers" else kill_driver
        return kill(source, folder, asked.times, asked.seed)


if __name__ == "__main__":
    sys.exit(main())
