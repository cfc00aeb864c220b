"""The record of a run beside what it wrote: by what it checks which inputs, so that only the same may go on with it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from factcheck.archive.inputs.find_inputs import Input
from factcheck.archive.rows.tables_written import KINDS, WRITING, Made
from factcheck.archive.running.job import Counts, Standard
from factcheck.archive.running.pack_states import PackState
from factcheck.errors import FactcheckError
from factcheck.files import OWN, clear, write_whole
from factcheck.messages import message
from factcheck.typed import Any, NamedTuple

SCHEMA = "factcheck.archive/1"
NAME = "run.json"
LOCK = "run.lock"
RESUMED_BY = {
    "version": message("version of the program"), "packs": message("packs"), "standard": message("settings"),
    "as_of": message("day of publication"), "columns": message("columns"), "portion": message("size of portions"),
    "inputs": message("inputs"),
}  # fmt: skip
"""What must be as it was for a run to go on, and how it is called where it is not."""


class Run(NamedTuple):
    """What is asked for: the inputs, how their columns are called, how many bytes a portion has, by what to check."""

    inputs: tuple[Input, ...]
    columns: Mapping[str, str]
    portion: int
    standard: Standard
    made: Made
    packs: tuple[PackState, ...]
    as_of: str = ""
    limit: float = 60.0


def record_of_run(run: Run) -> dict[str, Any]:
    """The record of a run that begins."""
    return {
        "schema": SCHEMA,
        "version": run.made.version,
        "packs_key": run.made.packs,
        "packs": [pack._asdict() for pack in run.packs],
        "standard": run.standard._asdict(),
        "as_of": run.as_of,
        "columns": dict(run.columns),
        "portion": run.portion,
        "inputs": [_input(each) for each in run.inputs],
        "counts": None,
    }


def begin(folder: Path, run: Run, resume: bool) -> None:
    """Makes the folders of a run and its record, or finds those of the same run.

    Raises FactcheckError where the folder is another's, where what it was begun with has changed, and where nothing
    can be written there.
    """
    fresh = record_of_run(run)
    try:
        before = read_record(folder) if (folder / NAME).exists() else None
        if before is None and any(path.name != LOCK for path in folder.iterdir()):
            raise FactcheckError(message("This folder holds other things: name one that is empty or new."), str(folder))
        for name in (*KINDS, WRITING):
            (folder / name).mkdir(parents=True, exist_ok=True)
    except OSError as slip:
        raise _refused(folder, slip) from slip
    if before is None:
        write_record(folder, fresh)
    elif not resume:
        sentence = message("A run was begun here before: --resume does what is left of it; or name a new folder.")
        raise FactcheckError(sentence, str(folder))
    else:
        _same(before, fresh, folder)
    clear(folder / WRITING, OWN)


def read_record(folder: Path) -> dict[str, Any]:
    """The record of a run. Raises FactcheckError where there is none that can be read."""
    try:
        found = json.loads((folder / NAME).read_text("utf-8"))
    except (OSError, ValueError) as slip:
        raise FactcheckError(message("This is no folder that `factcheck archive check` wrote."), str(folder)) from slip
    if not isinstance(found, dict) or found.get("schema") != SCHEMA:
        raise FactcheckError(message("This folder was written by another version of the program."), str(folder))
    return found


def write_record(folder: Path, record: Mapping[str, Any]) -> None:
    """Puts the record in its place. Raises FactcheckError where that is refused."""
    write_whole(str(folder / NAME), (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode())


def finish(folder: Path, counts: Counts) -> None:
    """Writes into the record what came of the run."""
    write_record(folder, {**read_record(folder), "counts": counts._asdict()})
    with suppress(OSError):
        (folder / WRITING).rmdir()


@contextmanager
def only_run(folder: Path) -> Iterator[None]:
    """Raises FactcheckError where another process is writing into the folder now."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        yield
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as slip:
        raise _refused(folder, slip) from slip
    lock = _opened(folder)
    try:
        flock(lock, LOCK_EX | LOCK_NB)
        yield
    except BlockingIOError as slip:
        raise FactcheckError(message("Another run is writing into this folder now."), str(folder)) from slip
    finally:
        os.close(lock)


def _opened(folder: Path) -> int:
    try:
        return os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as slip:
        raise _refused(folder, slip) from slip


def _refused(folder: Path, slip: OSError) -> FactcheckError:
    return FactcheckError(message("This folder cannot be written to: {reason}.", reason=slip.strerror), str(folder))


def _same(before: Mapping[str, Any], now: Mapping[str, Any], folder: Path) -> None:
    """Raises FactcheckError for the first thing that a run was begun with and that has changed since."""
    for name, called in RESUMED_BY.items():
        if before.get(name) != json.loads(json.dumps(now[name])):
            sentence = message(
                "This run cannot go on: since it was begun, this has changed: {name}. Name a new folder.", name=called
            )
            raise FactcheckError(sentence, str(folder))


def _input(given: Input) -> dict[str, Any]:
    """What tells whether an input is as it was: size and time of a table; names and sizes of the files of a folder."""
    return {"path": given.path, "kind": given.kind, "size": given.size, "state": _state(given.files or (given.path,))}


def _state(files: Sequence[str]) -> str:
    digest = blake2b(digest_size=8)
    for path in files:
        with suppress(OSError):
            found = os.stat(path)  # noqa: PTH116
            digest.update(f"\0{path}\0{found.st_size}\0{found.st_mtime_ns}".encode())
    return digest.hexdigest()
