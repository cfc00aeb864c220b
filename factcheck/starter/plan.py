"""The files of a starter, decided before anything is written."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from factcheck.messages import language_in_use, message
from factcheck.reference.packs.shipped import DESCRIPTOR
from factcheck.typed import NamedTuple

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
    """The steps for a folder: settings, hook, and the files of a starter `pack` (by name), none for an empty one.

    The hook of a folder within a git repository is one of that repository, for the articles of the folder.
    """
    packs = f'"{PACKS}"' if pack or (folder / PACKS).is_dir() else ""
    settings = _in_language(SETTINGS).replace("@PACKS@", packs)
    root = repository(folder)
    below = f"{folder.resolve().relative_to(root).as_posix()}/.*" if root != folder.resolve() else ""
    hook = (
        (HERE / "pre-commit.yaml").read_text("utf-8").replace("@BELOW@", f"^{re.escape(below[:-2])}.*" if below else "")
    )
    hook_path = Path(os.path.relpath(root / HOOK, folder.resolve())).as_posix()
    files = {
        SETTINGS: (settings, message("the settings")),
        hook_path: (hook, message("checks what each commit changes")),
        **{f"{PACKS}/{pack_name}/{name}": (text, message("a small pack to start from")) for name, text in pack.items()},
    }
    ordered = sorted(files, key=lambda path: Path(path).name == DESCRIPTOR)
    return tuple(Step(path, *files[path], _there(folder, path)) for path in ordered)


def repository(folder: Path) -> Path:
    """The root of the git repository that a folder is in; the folder itself where it is in none."""
    place = folder.resolve()
    return next((above for above in (place, *place.parents) if (above / ".git").exists()), place)


def _in_language(name: str) -> str:
    """A file of the starter in the language of the run, where there is one."""
    stem, dot, ending = name.rpartition(".")
    own = HERE / f"{stem}.{language_in_use()}{dot}{ending}"
    return (own if own.is_file() else HERE / name).read_text("utf-8")


def _there(folder: Path, path: str) -> bool:
    """A file of a pack is there when the pack is: its descriptor, which is written last."""
    place = folder / path
    pack = place.parent / DESCRIPTOR
    return os.path.lexists(place) or (place.parent.parent.name == PACKS and pack.exists())
