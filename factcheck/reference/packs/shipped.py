"""Where the packs that come with the product lie."""

from __future__ import annotations

import os
from pathlib import Path

DESCRIPTOR = "datapackage.json"


def gazetteers() -> tuple[Path, ...]:
    """The shipped packs that only say who there is: no facts of theirs are held against anybody.

    Told by the roles that their descriptors name, without reading them as JSON: this is asked at every start.
    """
    descriptors = ((path, (path / DESCRIPTOR).read_text("utf-8")) for path in shipped_packs())
    return tuple(path for path, text in descriptors if '"role": "entities"' in text and '"role": "facts"' not in text)


def shipped_packs() -> tuple[Path, ...]:
    """The folders of the shipped packs: `factcheck/packs/*` as installed, `reference/*` in a checkout."""
    package = Path(__file__).resolve().parents[2]
    for home in (package / "packs", package.parent / "reference"):
        try:
            names = sorted(os.listdir(home))  # noqa: PTH208 - the names alone: asked at every start
        except OSError:
            continue
        found = tuple(home / name for name in names if os.path.isfile(f"{home}/{name}/{DESCRIPTOR}"))  # noqa: PTH113
        if found:
            return found
    return ()
