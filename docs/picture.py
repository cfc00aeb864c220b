"""Draws docs/report.svg, the picture in the README: `python docs/picture.py`.

The rich report of two drafts of articles/, as an 80-column terminal shows it, exported by rich.
"""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
DRAFTS = ("articles/02-mukomuko-naik-kelas.md", "articles/03-penyerahan-di-bengkulu.txt")
WIDTH = 80


def main() -> None:
    """Runs the command on the drafts and writes what it printed as a picture."""
    command = [sys.executable, "-m", "factcheck", "check", "--format", "rich", "--color", "always", *DRAFTS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, env=_environment())
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(f"$ factcheck check {' '.join(DRAFTS)}\n{done.stdout}"))
    picture = ROOT / "docs" / "report.svg"
    picture.write_text(console.export_svg(title="factcheck", unique_id="factcheck"), "utf-8")


def _environment() -> dict[str, str]:
    import os

    return {**os.environ, "COLUMNS": str(WIDTH), "PYTHONIOENCODING": "utf-8"}


if __name__ == "__main__":
    main()
