"""Articles that are a file each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path, PurePath

from factcheck.archive.inputs.record import Record
from factcheck.archive.inputs.row_record import too_large, unread
from factcheck.document.decode import SIZE_LIMIT
from factcheck.messages import message


def file_record(path: str) -> Record:
    """The article in a file, or why it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
            size = file.seek(0, 2)
    except OSError as slip:
        return unread(path, 1, message("This file cannot be read: {reason}.", reason=slip.strerror))
    if size > SIZE_LIMIT:
        return unread(path, 1, too_large(size))
    return Record(path, 1, data, PurePath(path).suffix.lower(), id=path)


def file_portions(files: Sequence[str], size: int, most: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """`files` in portions of about `size` bytes and at most `most` files, each with its bytes."""
    sizes = [_size(path) for path in files]
    cuts, held = [0], 0
    for place, one in enumerate(sizes):
        if held and (held + one > size or place - cuts[-1] >= most):
            cuts.append(place)
            held = 0
        held += max(one, 1)
    for left, right in pairwise((*cuts, len(files))):
        yield tuple(files[left:right]), sum(sizes[left:right])


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0
