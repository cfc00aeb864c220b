"""Whether what a pulled pack was made of has changed since, where it came from."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.reference.packs.pack import read_pack
from factcheck.reference.pull.download import PACK
from factcheck.reference.pull.gather import Errand, gather
from factcheck.reference.pull.state import State, changed_here, read_state
from factcheck.typed import NamedTuple
from factcheck.web import Limits

NEWEST, OUTDATED, UNKNOWN = "newest", "outdated", "unknown"


class Standing(NamedTuple):
    """A pulled pack: `state` is newest, outdated or unknown, then with the `reason`. `version` is that of the pack
    here, `there` that of the newer one; `mine` are files that were changed here."""

    folder: Path
    url: str
    state: str
    version: str
    there: str = ""
    mine: tuple[str, ...] = ()
    reason: str = ""


def standings(folders: Sequence[Path], limits: Limits = PACK) -> Iterator[Standing]:
    """How every pulled pack among the folders stands; nothing is changed."""
    for folder in folders:
        state = read_state(folder)
        if state.url:
            yield _standing(folder, state, limits)


def _standing(folder: Path, state: State, limits: Limits) -> Standing:
    mine = changed_here(folder, state)
    version = _version(folder)
    with tempfile.TemporaryDirectory(prefix="factcheck-") as work:
        made = Path(work) / "pack"
        made.mkdir()
        try:
            found = gather(Errand(state.url, "", state, folder, limits, lambda done, total: None), made)
        except FactcheckError as slip:
            return Standing(folder, state.url, UNKNOWN, version, mine=mine, reason=slip.message)
        there = _version(made) if found.fresh else ""
        return Standing(folder, state.url, OUTDATED if found.fresh else NEWEST, version, there, mine)


def _version(folder: Path) -> str:
    pack, _ = read_pack(folder, frozenset({"facts", "ranks", "counts"}))
    return pack.info.version if pack is not None else ""
