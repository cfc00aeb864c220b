"""Ranks that cannot be, alone or beside one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from factcheck.messages import message
from factcheck.reference.packs.pack import Pack
from factcheck.reference.validation.remarks import Line, Remark, Surroundings, held_in, lines

Group = tuple[str, str, str]
"""Group, scope and period of a list of ranks."""


def sizes(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """A rank of 0, or beyond the size of its group."""
    for line in lines(pack, "ranks"):
        rank, of = int(line.get("rank")), int(line.get("of") or 0)
        if rank == 0 or (of and rank > of):
            yield line.remark(
                "rank", message("rank {rank} of {of} cannot be", rank=rank, of=of or message("a group")), line.known
            )


def shared(pack: Pack, around: Surroundings) -> Iterator[Remark]:
    """One rank of one group given to two; in a complete group also a rank beyond its members."""
    complete = {(item.group, item.scope, item.period) for item in pack.complete}
    held = held_in(pack.facts)
    for group, ranked in _lists(pack).items():
        holders: dict[str, Line] = {}
        size = len(around.members(*group, held.get(group[2], ()))) if group in complete else 0
        for line in ranked:
            first = holders.setdefault(line.get("rank"), line)
            if first.get("entity") != line.get("entity"):
                known = first.known or line.known
                yield line.remark("rank", message("line {line} gives this rank to another", line=first.row.line), known)
            if size and int(line.get("rank")) > size:
                yield line.remark("rank", message("the group has only {size} members", size=size), line.known)


def gaps(pack: Pack, around: Surroundings) -> Iterator[Remark]:
    """A complete group whose members are all ranked, but not from the first to the last without a gap."""
    complete = {(item.group, item.scope, item.period) for item in pack.complete}
    held = held_in(pack.facts)
    for group, ranked in _lists(pack).items():
        members = around.members(*group, held.get(group[2], ()))
        if group in complete and {line.get("entity") for line in ranked} >= set(members):
            missing = set(range(1, len(members) + 1)) - {int(line.get("rank")) for line in ranked}
            if missing:
                known = any(line.known for line in ranked)
                yield ranked[0].remark(
                    "rank", message("nobody of this group has rank {missing}", missing=min(missing)), known
                )


def _lists(pack: Pack) -> Mapping[Group, list[Line]]:
    """The ranks of each group, without rows that are held to be slips."""
    found: dict[Group, list[Line]] = defaultdict(list)
    for line in lines(pack, "ranks"):
        if line.get("group") and not line.lesser:
            found[line.get("group"), line.get("scope"), line.get("period")].append(line)
    return found
