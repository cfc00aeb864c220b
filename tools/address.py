"""`python tools/address.py ADDRESS`: puts the address where the project is published into every file that names it.

The one in force is `Repository` in pyproject.toml; https://example.org/factcheck stands there until it is settled.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def address() -> str:
    """The address in force."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["urls"]["Repository"])


def named(where: str) -> list[Path]:
    """The files of the repository in which an address stands."""
    listed = subprocess.run(
        ["git", "grep", "--files-with-matches", "--fixed-strings", "-I", where],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    return [ROOT / name for name in listed.stdout.splitlines()]


def main(new: str) -> int:
    """Writes `new` wherever the address in force stands, and says where."""
    if not new.startswith("https://") or new.endswith("/"):
        sys.exit("An address begins with https:// and ends without a slash.")
    old = address()
    for path in named(old):
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) if len(sys.argv) == 2 else (__doc__ or "").split("\n")[0])
