"""A newsroom's folder to attack, and commands run in it as real processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
WRONG = "Piagam diserahkan Selasa (2/12/2024) di balai kota.\n"
SLIP = (
    "Ombudsman menilai kepatuhan pelayanan publik. Pada 2024 Pemkot Jambi meraih nilai 93,86 (zona hijau). "
    "Pada 2023 Pemkot Jambi meraih nilai 80,55.\n"
)
OWN = (".factcheck-", ".pulling-")
"""How the names begin of what a killed process may leave; the next run of its kind takes it away."""
Files = dict[str, bytes]


def environment(cache: Path | None, **more: str) -> dict[str, str]:
    """The variables of a process of ours."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("FACTCHECK", "GIT_"))}
    kept.pop("PYTHONUNBUFFERED", None)
    return {**kept, "PYTHONPATH": str(ROOT), "FACTCHECK_CACHE_DIR": str(cache or ""), "NO_COLOR": "1", **more}


def command(*arguments: str) -> list[str]:
    """A command of ours."""
    return [sys.executable, "-m", "factcheck", *arguments]


def run(folder: Path, *arguments: str, cache: Path | None = None, **more: str) -> subprocess.CompletedProcess[bytes]:
    """Runs a command to its end."""
    return subprocess.run(
        command(*arguments), cwd=folder, env=environment(cache, **more), capture_output=True, timeout=120, check=False
    )


def make(folder: Path) -> None:
    """Articles, a baseline, a pack and a report of yesterday."""
    folder.mkdir(parents=True)
    for number in range(6):
        (folder / f"a{number}.md").write_text(WRONG * 3 + f"\n{SLIP}\n", "utf-8")
    shutil.copytree(ROOT / "tests/cli/desk/packs/literasi", folder / "packs/literasi")
    (folder / "report.json").write_text('{"schema": "factcheck.report/1", "documents": []}\n', "utf-8")
    (folder / "NOTES.md").write_text("Catatan sendiri.\n", "utf-8")


def files(folder: Path) -> Files:
    """All files below a folder by their places."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def litter(held: Files) -> list[str]:
    """What is only left behind."""
    return [name for name in held if any(part.startswith(OWN) for part in Path(name).parts)]
