"""What is remembered of a pulled pack, in a hidden file of its folder: where from, and what was fetched."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from factcheck.reference.pull.download import Mark
from factcheck.typed import NamedTuple

FILE = ".pulled.json"


class State(NamedTuple):
    """The address, the marks of all that was fetched (by address), the hashes of the files as installed."""

    url: str = ""
    marks: Mapping[str, Mark] = {}
    files: Mapping[str, str] = {}


def read_state(folder: Path) -> State:
    """What is remembered of the pack in a folder, an empty state where nothing is."""
    try:
        stored = json.loads((folder / FILE).read_text(encoding="utf-8"))
        marks = {str(url): Mark(*map(str, mark)) for url, mark in stored["marks"].items()}
        return State(str(stored["url"]), marks, {str(name): str(hash) for name, hash in stored["files"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return State()


def write_state(folder: Path, state: State) -> None:
    """Remembers it."""
    text = json.dumps(state._asdict(), indent=1, sort_keys=True)
    (folder / FILE).write_text(text + "\n", encoding="utf-8")


def hashes(folder: Path) -> dict[str, str]:
    """The hashes of the files in a folder, hidden ones left out, by their place in it."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }


def changed_here(folder: Path, state: State) -> tuple[str, ...]:
    """The files that came with the pull and are no longer as they came."""
    now = hashes(folder)
    return tuple(name for name, hash in state.files.items() if now.get(name) != hash)
