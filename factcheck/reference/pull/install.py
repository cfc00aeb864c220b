"""A pack pulled: fetched, checked, and only then set in the place of the old one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.files import clear, own_name, tidy_end
from factcheck.messages import message
from factcheck.model import Problem
from factcheck.reference.edit.new import NAME
from factcheck.reference.load.compile import diagnose
from factcheck.reference.packs.pack import read_pack
from factcheck.reference.packs.shipped import DESCRIPTOR
from factcheck.reference.pull.deadline import within
from factcheck.reference.pull.download import PACK, Progress
from factcheck.reference.pull.gather import Errand, gather, pack_files
from factcheck.reference.pull.own_files import copy_own, snapshot
from factcheck.reference.pull.state import FILE, State, changed_here, hashes, read_state, write_state
from factcheck.reference.pull.swap import put
from factcheck.system_words import reason_of
from factcheck.typed import NamedTuple
from factcheck.web import Limits, shown

WORK = ".pulling-"
"""Of the folders in which packs are put together."""
TRIES = 5
"""So often a folder is taken away that the end of the time found half made."""


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
    place = wish.to or _pulled_before(shown(wish.url))
    state = read_state(place) if place else State()
    state = state if state.url == shown(wish.url) and place and not changed_here(place, state) else State()
    if place is not None:
        _allowed(place, wish)
    parent = (place or Path.cwd() / "here").absolute().parent
    with _work(parent) as work:
        made = work / "pack"
        made.mkdir()
        with within(wish.limits.seconds, shown(wish.url)):
            found = gather(Errand(wish.url, wish.sha256, state, place, wish.limits, progress), made)
            if not found.fresh and place is not None:
                return Pulled(place, False)
            place = place or parent / _name(made, shown(wish.url))
            errors = _errors(made, place, beside)
        if not errors:
            write_state(made, State(shown(wish.url), found.marks, hashes(made)))
            _install(made, place, wish)
        return Pulled(place, not errors, errors)


@contextmanager
def _work(parent: Path) -> Iterator[Path]:
    """A folder beside the pack's, gone afterwards."""
    try:
        parent.mkdir(parents=True, exist_ok=True)
        clear(parent, WORK)
        work = own_name(parent, WORK)
        work.mkdir(mode=0o700)
    except OSError as slip:
        raise FactcheckError(
            message("No folder can be made here: {reason}.", reason=reason_of(slip)), str(parent)
        ) from slip
    try:
        with tidy_end():
            yield work
    finally:
        _remove(work)


def _remove(work: Path) -> None:
    """Takes a folder away, again where something was still being written when it was first gone through."""
    for _ in range(TRIES):
        shutil.rmtree(work, ignore_errors=True)
        if not work.exists():
            return


def _install(made: Path, place: Path, wish: Wish) -> None:
    """Sets the pack in its place, with what the user keeps there. Raises FactcheckError where that was changed.

    What the user may lose is looked at again when all is ready, and once more after the exchange.
    """
    made.chmod(0o755)
    try:
        if not place.exists():
            made.rename(place)
            return
        _allowed(place, wish)
        there = snapshot(place)
        copy_own(place, made, there, _came(place, made if wish.force else None))
        old = put(made, place)
        if snapshot(old) != there:
            put(old, place)
            raise FactcheckError(
                message("This folder was changed meanwhile: nothing was changed, try again."), str(place)
            )
    except OSError as slip:
        raise FactcheckError(
            message("The pack cannot be put there: {reason}.", reason=reason_of(slip)), str(place)
        ) from slip


def _came(place: Path, replaced: Path | None) -> set[str]:
    """The files in a folder that belong to its pack: those that came with it, else those that its descriptor names;
    and those that the new pack has, where it is to replace them."""
    came = {FILE, *read_state(place).files}
    if len(came) == 1:
        came |= pack_files(place)
    return came | (set(snapshot(replaced)) if replaced else set())


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
        raise FactcheckError(message("This pack has no name that a folder can bear: say --to FOLDER."), url)
    return pack.info.name


def _allowed(place: Path, wish: Wish) -> None:
    """Raises FactcheckError where something of the user's would be lost."""
    if not place.exists():
        return
    state = read_state(place)
    if not place.is_dir() or (not (place / DESCRIPTOR).is_file() and any(place.iterdir())):
        raise FactcheckError(
            message("This is no pack: nothing in it is replaced. Choose another folder with --to."), str(place)
        )
    if wish.force:
        return
    if state.url != shown(wish.url) and (place / DESCRIPTOR).exists():
        raise FactcheckError(
            message("This pack was not pulled from there: --force replaces its descriptor and tables."), str(place)
        )
    changed = changed_here(place, state)
    if changed:
        names = ", ".join(changed)
        raise FactcheckError(
            message("Changed here since it was pulled: {names}. --force gives these changes up.", names=names),
            str(place),
        )


def _errors(made: Path, place: Path, beside: Sequence[Path]) -> tuple[Problem, ...]:
    """What is wrong with the new pack, said of the place it would have."""
    others = [path for path in beside if path.resolve() != place.resolve()]
    errors = diagnose([made], others).errors
    return tuple(error._replace(path=str(place / Path(error.path).relative_to(made))) for error in errors)
