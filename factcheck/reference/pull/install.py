"""A pack pulled: fetched, checked, and only then set in the place of the old one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.files import clear
from factcheck.model import Problem
from factcheck.reference.edit.new import NAME
from factcheck.reference.load.compile import diagnose
from factcheck.reference.packs.pack import read_pack
from factcheck.reference.packs.shipped import DESCRIPTOR
from factcheck.reference.pull.download import PACK, Progress
from factcheck.reference.pull.gather import Errand, gather
from factcheck.reference.pull.state import State, changed_here, hashes, read_state, write_state
from factcheck.reference.pull.swap import put
from factcheck.web import Limits

WORK = ".pulling-"
"""Of the folders in which packs are put together."""


class Wish(NamedTuple):
    """What the user asks for: `to` is the folder of the pack, None for one of the pack's own name here."""

    url: str
    to: Path | None = None
    sha256: str = ""
    force: bool = False
    limits: Limits = PACK


class Pulled(NamedTuple):
    """The folder of the pack, whether it changed, its hash; the errors for which nothing was changed."""

    folder: Path
    changed: bool
    problems: tuple[Problem, ...] = ()


def pull(wish: Wish, beside: Sequence[Path], progress: Progress) -> Pulled:
    """Pulls a pack. Raises FactcheckError; then, and with problems, the old pack lies there as it was."""
    place = wish.to or _pulled_before(wish.url)
    state = read_state(place) if place else State()
    state = state if state.url == wish.url and place and not changed_here(place, state) else State()
    if place is not None:
        _allowed(place, wish)
    parent = (place or Path.cwd() / "here").absolute().parent
    parent.mkdir(parents=True, exist_ok=True)
    clear(parent, f"{WORK}*")
    with tempfile.TemporaryDirectory(dir=parent, prefix=WORK) as work:
        made = Path(work) / "pack"
        made.mkdir()
        found = gather(Errand(wish.url, wish.sha256, state, place, wish.limits, progress), made)
        if not found.fresh and place is not None:
            return Pulled(place, False)
        if place is None:
            place = parent / _name(made, wish.url)
            _allowed(place, wish)
        errors = _errors(made, place, beside)
        if not errors:
            write_state(made, State(wish.url, found.marks, hashes(made)))
            _keep_own_files(place, made)
            put(made, place)
        return Pulled(place, not errors, errors)


def _pulled_before(url: str) -> Path | None:
    """The folder here that holds the pack of this address."""
    for path in sorted(Path.cwd().glob("*/.pulled.json")):
        if read_state(path.parent).url == url:
            return path.parent
    return None


def _name(made: Path, url: str) -> str:
    pack, problems = read_pack(made)
    if pack is None:
        raise FactcheckError(problems[0].message, url)
    if not NAME.fullmatch(pack.info.name):
        raise FactcheckError("This pack has no name that a folder can bear: say --to FOLDER.", url)
    return pack.info.name


def _allowed(place: Path, wish: Wish) -> None:
    """Raises FactcheckError where something of the user's would be lost."""
    if not place.exists() or wish.force:
        return
    state = read_state(place)
    if state.url != wish.url:
        raise FactcheckError(
            "This folder holds something that was not pulled from there: --force replaces it.", str(place)
        )
    changed = changed_here(place, state)
    if changed:
        names = ", ".join(changed)
        raise FactcheckError(f"Changed here since it was pulled: {names}. --force gives these changes up.", str(place))


def _errors(made: Path, place: Path, beside: Sequence[Path]) -> tuple[Problem, ...]:
    """What is wrong with the new pack, said of the place it would have."""
    others = [path for path in beside if path.resolve() != place.resolve()]
    errors = diagnose([made], others).errors
    return tuple(error._replace(path=str(place / Path(error.path).relative_to(made))) for error in errors)


def _keep_own_files(place: Path, made: Path) -> None:
    """Copies what lies in the old folder and never came with the pack: notes, a repository."""
    if not (place / DESCRIPTOR).exists():
        return
    came = {place / name for name in read_state(place).files}
    for path in sorted(place.rglob("*")):
        beside = made / path.relative_to(place)
        if path.is_file() and path not in came and not beside.exists():
            beside.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, beside)
