"""Kinds and groups of a descriptor that nobody belongs to: mostly a slip in a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.reference.packs.checked_json import JsonFile
from factcheck.reference.packs.csv_table import read_text
from factcheck.reference.packs.pack import Pack
from factcheck.reference.packs.shipped import DESCRIPTOR
from factcheck.reference.validation.remarks import Remark, Surroundings


def unknown(pack: Pack, around: Surroundings) -> Iterator[Remark]:
    """A kind in `groups` that no entity is of, and words in `kinds` for what is neither a kind nor a group."""
    lost: list[tuple[str, tuple[str, ...]]] = [
        (f"no entity of any pack is a “{kind}”", ("groups", group, kind))
        for group, kinds in pack.info.groups.items()
        for kind in kinds
        if kind not in around.kinds
    ]
    lost += [
        (f"“{kind}” is neither a kind of entity nor one of the groups", ("kinds", kind))
        for kind in pack.info.kinds
        if kind not in around.kinds and kind not in around.groups
    ]
    if lost:
        path = Path(pack.info.folder) / DESCRIPTOR
        file = JsonFile(read_text(path)[0], str(path))
        for message, keys in lost:
            file.say(message, *keys)
        yield from (Remark(problem) for problem in file.problems)
