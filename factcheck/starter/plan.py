"""The files of a starter, decided before anything is written."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from factcheck.messages import message
from factcheck.reference.packs.shipped import DESCRIPTOR

SETTINGS = "factcheck.toml"
HOOK = ".pre-commit-config.yaml"
PACKS = "packs"
HERE = Path(__file__).parent


class Step(NamedTuple):
    """A file to write: its path from the folder, its content, what it is for, and whether it is there already."""

    path: str
    content: str
    what: str
    there: bool


def plan(folder: Path, pack: Mapping[str, str], pack_name: str) -> tuple[Step, ...]:
    """The steps for a folder: settings, hook, and the files of a starter `pack` (by name), none for an empty one."""
    packs = f'"{PACKS}"' if pack or (folder / PACKS).is_dir() else ""
    settings = (HERE / SETTINGS).read_text("utf-8").replace("@PACKS@", packs)
    hook = (HERE / "pre-commit.yaml").read_text("utf-8")
    files = {
        SETTINGS: (settings, message("the settings")),
        HOOK: (hook, message("checks what each commit changes")),
        **{f"{PACKS}/{pack_name}/{name}": (text, message("a small pack to start from")) for name, text in pack.items()},
    }
    ordered = sorted(files, key=lambda path: Path(path).name == DESCRIPTOR)
    return tuple(Step(path, *files[path], _there(folder, path)) for path in ordered)


def _there(folder: Path, path: str) -> bool:
    """A file of a pack is there when the pack is: its descriptor, which is written last."""
    place = folder / path
    pack = place.parent / DESCRIPTOR
    return os.path.lexists(place) or (place.parent != folder and pack.exists())
