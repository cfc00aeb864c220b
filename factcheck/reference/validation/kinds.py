"""Kinds and groups of a descriptor that nobody belongs to: mostly a slip in a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from factcheck.messages import Message, message
from factcheck.reference.packs.checked_json import JsonFile
from factcheck.reference.packs.csv_table import read_text
from factcheck.reference.packs.pack import Pack
from factcheck.reference.packs.shipped import DESCRIPTOR
from factcheck.reference.validation.remarks import Remark, Surroundings


def unknown(pack: Pack, around: Surroundings) -> Iterator[Remark]:
    """A kind in `groups`, `prefixes` or `levels` that no entity is of, and words in `kinds` for what is neither a kind
    nor a group."""
    named: list[tuple[tuple[str, ...], str]] = []
    named += [(("groups", group, kind), kind) for group, kinds in pack.info.groups.items() for kind in kinds]
    named += [(("prefixes", kind), kind) for kind in pack.info.prefixes]
    named += [(("levels", level, kind), kind) for level, kinds in pack.info.levels.items() for kind in kinds]
    lost: list[tuple[Message, tuple[str, ...]]] = [
        (message("no entity of any pack is a “{kind}”", kind=kind), keys)
        for keys, kind in named
        if kind not in around.kinds
    ]
    lost += [
        (message("“{group}” is neither a kind of entity nor one of the groups", group=kind), ("kinds", kind))
        for kind in pack.info.kinds
        if kind not in around.kinds and kind not in around.groups
    ]
    if lost:
        path = Path(pack.info.folder) / DESCRIPTOR
        file = JsonFile(read_text(path)[0], str(path))
        for sentence, keys in lost:
            file.say(sentence, *keys)
        yield from (Remark(problem) for problem in file.problems)
