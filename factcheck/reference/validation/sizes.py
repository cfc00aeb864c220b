"""Groups that are told larger than they are."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from factcheck.messages import message
from factcheck.reference.content.preferred import index, settle
from factcheck.reference.packs.pack import Pack
from factcheck.reference.validation.remarks import Line, Remark, Surroundings, entity_counts, lines


def counts(pack: Pack, around: Surroundings) -> Iterator[Remark]:
    """More entities in a count than there are in its region, unless the row is held to be right (`trust` 0)."""
    size = cache(around.size)
    for line in entity_counts(pack):
        there = size(line.get("group"), line.get("scope"), line.get("period"))
        if there and Decimal(line.get("value")) > there and line.get("trust") != "0":
            yield line.remark(
                "value",
                message("{line}, not {what}: an erratum?", line=_there(line, around, there), what=line.get("value")),
                True,
            )


def ranks(pack: Pack, around: Surroundings) -> Iterator[Remark]:
    """A rank among more than there are, or among others than were assessed."""
    assessed = index((fact for fact in settle(pack.counts) if fact.condition == "assessed"), "group", "scope", "period")
    size = cache(around.size)
    for line in lines(pack, "ranks"):
        of, there = int(line.get("of") or 0), size(line.get("group"), line.get("scope"), line.get("period"))
        facts = assessed.get((line.get("group"), line.get("scope"), line.get("period")), ())
        best = {fact.value: fact.row for fact in facts if not fact.trust}
        if there and of > there:
            yield line.remark(
                "of", message("{line}, not {of}: an erratum?", line=_there(line, around, there), of=of), True
            )
        elif of and len(best) == 1 and Decimal(of) not in best:
            ((value, row),) = best.items()
            yield line.remark(
                "of", message("{value} were assessed ({row}), not {of}: an erratum?", value=value, row=row, of=of), True
            )


def _there(line: Line, around: Surroundings, number: int) -> str:
    group, scope = line.get("group"), line.get("scope")
    where = around.entities[scope].name if scope in around.entities else message("the country")
    return message("there are {number} of {group} in {where}", number=number, group=group, where=where)
