"""Sources that disagree without a row that says so: no mistake, but somebody should know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.messages import message
from factcheck.model import Fact, Value
from factcheck.reference.content.derive import word_for
from factcheck.reference.content.preferred import Key, index, rounds, settle
from factcheck.reference.packs.info import Measure
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


def words(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """A word that one row says against the score that another holds."""
    scores = index(settle(pack.facts), "measure", "entity", "period")
    for line in lines(pack, "facts"):
        for measure in pack.info.measures.values():
            word = line.get(measure.name)
            if word and measure.banded_by and not line.get(measure.banded_by):
                yield from _unfit(pack, line, measure, scores)


def _unfit(pack: Pack, line: Line, measure: Measure, scores: Mapping[Key, tuple[Fact, ...]]) -> Iterator[Remark]:
    period = line.get("period")
    facts = scores.get((measure.banded_by, line.get("entity"), period), ())
    right = {
        word_for(pack.bands, period, fact.value, measure.name): fact
        for fact in facts
        if isinstance(fact.value, Decimal) and not fact.trust
    }
    if len(right) == 1 and line.get(measure.name) not in right:
        ((word, fact),) = right.items()
        if word:
            yield line.remark(
                measure.name,
                message(
                    "“{other}” does not fit {score} ({row}): by the scale of {period} it is “{word}”: an erratum?",
                    other=line.get(measure.name),
                    score=fact.value,
                    row=fact.row,
                    period=period,
                    word=word,
                ),
                True,
            )


def ranks(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """Two ranks of one entity in one list."""
    return _stated_twice(pack, "ranks", ("entity", "period", "group", "scope"), "rank")


def counts(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """Two counts of one thing."""
    return _stated_twice(pack, "counts", ("scope", "period", "group", "what"), "value")


def _stated_twice(pack: Pack, role: str, columns: Sequence[str], column: str) -> Iterator[Remark]:
    """Two numbers in `column` of rows that are the same in `columns`."""
    stated: dict[tuple[str, ...], list[tuple[Value, Line]]] = defaultdict(list)
    for line in lines(pack, role):
        stated[tuple(map(line.get, columns))].append((Decimal(line.get(column)), line))
    for group in stated.values():
        yield from _unmarked(column, group)


def _unmarked(column: str, stated: list[tuple[Value, Line]]) -> Iterator[Remark]:
    first, line = stated[0]
    for value, other in stated[1:]:
        agree = value == first or rounds(value, first) or rounds(first, value)
        if not agree and not (line.known or other.known):
            told = message(
                "line {line} has {value}: mark one of the two rows conflict = yes", line=line.row.line, value=first
            )
            yield other.remark(column, told, known=True)
