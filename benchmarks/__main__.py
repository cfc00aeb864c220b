"""`python -m benchmarks [PART]...`: measures factcheck beside other linters and writes docs/performance.md."""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.bench import Bench, make_bench
from benchmarks.document import PARTS, Kept, data_of, kept, kept_in, page, section
from benchmarks.machine import ROOT, machine
from benchmarks.result import Result

PAGE = ROOT / "docs/performance.md"


def main(argv: list[str] | None = None) -> None:
    """Measures the parts that are asked for, prints them and writes the page."""
    options = _options(argv)
    if options.page_only:
        _write(options.output or PAGE, {})
        return
    parts = {part: import_module(f"benchmarks.{part}") for part in PARTS}  # all now: a long run meets no later edit
    with tempfile.TemporaryDirectory() as scratch:
        folder: Path = (options.keep or Path(scratch)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        bench = make_bench(folder, options.rounds, options.quick)
        output = options.output or (None if options.quick else PAGE)
        for part in options.parts or PARTS:
            try:
                result: Result = parts[part].measure(bench)
            except subprocess.CalledProcessError as slip:
                print(f"{part} could not be measured: {str(slip.stderr or slip).splitlines()[-1]}", file=sys.stderr)
                continue
            print(section(part, result), flush=True)
            if output:
                told = result._replace(figures={}) if bench.quick else result  # small sizes meet no aim
                _write(output, {part: kept(told, _about(bench))})


def _write(output: Path, new: Kept) -> None:
    """The page and its data with the new results, those of other parts as they were."""
    data = data_of(output)
    data.write_text(json.dumps({**kept_in(data), **new}, indent=1, ensure_ascii=False) + "\n", "utf-8")
    results = kept_in(data)
    output.write_text(page(results, data.name), "utf-8")


def _about(bench: Bench) -> dict[str, str]:
    versions = dict(bench.versions)
    own = f"factcheck {versions.pop('factcheck')}"
    peers = ", ".join(f"{name} {version}" for name, version in versions.items())
    quick = " (small sizes, to try)" if bench.quick else ""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return {
        "date": date.today().isoformat() + quick,
        "factcheck": own,
        "peers": peers or "no peer",
        "machine": f"{python}, {machine()}",
    }


def _options(argv: list[str] | None) -> Any:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART", help=f"{', '.join(PARTS)}; none: all")
    parser.add_argument("--rounds", type=int, default=0, metavar="N", help="rounds of every part (else its own number)")
    parser.add_argument(
        "--quick", action="store_true", help="small sizes, to try; writes no page unless --output is given"
    )
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where environment, articles and packs are kept")
    parser.add_argument(
        "--output", type=Path, metavar="PAGE", help="the page (docs/performance.md); its data lie beside it"
    )
    parser.add_argument("--page-only", action="store_true", help="measure nothing, make the page anew from its data")
    return parser.parse_args(argv)


if __name__ == "__main__":
    main()
