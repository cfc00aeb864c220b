"""Sources that disagree without a row that says so: no mistake, but somebody should know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from factcheck.model import Value
from factcheck.reference.content.preferred import rounds
from factcheck.reference.packs.pack import Pack
from factcheck.reference.validation.remarks import Line, Remark, Surroundings, lines


def facts(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """Two values of one measure of one entity in one period."""
    for measure in pack.info.measures.values():
        stated: dict[tuple[str, ...], list[tuple[Value, Line]]] = defaultdict(list)
        for line in lines(pack, "facts"):
            cell = line.get(measure.name)
            if cell:
                value: Value = Decimal(cell) if measure.type == "number" else cell
                stated[line.get("entity"), line.get("period")].append((value, line))
        for group in stated.values():
            yield from _unmarked(measure.name, group)


def counts(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """Two counts of one thing."""
    stated: dict[tuple[str, ...], list[tuple[Value, Line]]] = defaultdict(list)
    for line in lines(pack, "counts"):
        key = tuple(line.get(column) for column in ("scope", "period", "group", "what"))
        stated[key].append((Decimal(line.get("value")), line))
    for group in stated.values():
        yield from _unmarked("value", group)


def _unmarked(column: str, stated: list[tuple[Value, Line]]) -> Iterator[Remark]:
    first, line = stated[0]
    for value, other in stated[1:]:
        agree = value == first or rounds(value, first) or rounds(first, value)
        if not agree and not (line.known or other.known):
            message = f"line {line.row.line} has {first}: mark one of the two rows conflict = yes"
            yield other.remark(column, message, known=True)
