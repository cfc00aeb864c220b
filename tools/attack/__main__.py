"""`python -m tools.attack [PART ...] [--seconds N] [--seed N]`: attacks the product, and says what got through.

Parts: fuzz, growth, kill, arguments, server, repository, cache, memory; without any, all of them, `--seconds` each. The
exit status is 1 where anything got through; a line `seed N` is tried again alone with `fuzz --only N`.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable
from importlib import import_module

from tools.attack.tally import Tally

PARTS = ("fuzz", "growth", "kill", "arguments", "server", "repository", "cache", "memory")


def main() -> int:
    """Runs the parts that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tools.attack", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="one article of the fuzzer, by its seed")
    parser.add_argument("--scene", action="append", default=[], help="part of a name of killer, growth or cache")
    asked = parser.parse_args()
    if asked.only is not None:
        return _only(asked.only)
    tallies = [_run(Tally(part, asked.scene), asked.seed, asked.seconds) for part in asked.parts or PARTS]
    print(f"seed {asked.seed}")
    for tally in tallies:
        print(tally)
    return int(any(tally.failures for tally in tallies))


def _run(tally: Tally, seed: int, seconds: float) -> Tally:
    module = import_module(f"tools.attack.{tally.name}")
    attack: Callable[[Tally, random.Random, float], None] = getattr(module, tally.name)
    print(f"{tally.name} ...", flush=True)
    attack(tally, random.Random(seed), seconds)
    tally.end()
    return tally


def _only(seed: int) -> int:
    from factcheck.desk.packs_loaded import load_packs
    from tools.attack.fuzz import several

    tally = Tally("fuzz")
    several(tally, [seed], load_packs())
    return int(bool(tally.failures))


if __name__ == "__main__":
    sys.exit(main())
