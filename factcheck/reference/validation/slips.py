"""Errata that cannot be held for slips: of nothing that is measured, without a value, or told as a fact as well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from factcheck.messages import message
from factcheck.model import Erratum, Value
from factcheck.reference.content.derive import word_for
from factcheck.reference.packs.pack import Pack
from factcheck.reference.packs.roles import FORMS
from factcheck.reference.packs.slip_forms import MEASURES, form_of
from factcheck.reference.validation.remarks import Line, Remark, Surroundings, lines, word_measures

Topic = tuple[str, ...]
"""What is spoken of: measure, entity, and for ranks and counts among whom, where and what is counted."""


def unknown(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """A slip of a measure that the pack does not have, or whose value is none of its measure."""
    words = word_measures(pack.info)
    for line in lines(pack, "errata"):
        measure, cell = line.get("measure"), line.get("value")
        form = form_of(pack.info, measure)
        if not form:
            known = ", ".join((*pack.info.measures, *MEASURES))
            yield line.remark(
                "measure", message("“{measure}” is no measure of this pack: {known} are", measure=measure, known=known)
            )
        elif form in FORMS and not FORMS[form].pattern.fullmatch(cell):
            yield line.remark("value", message("“{cell}” {advice}", cell=cell, advice=FORMS[form].advice))
        elif measure in words and cell not in words[measure]:
            yield line.remark(
                "value", message("“{cell}” is not one of {what}", cell=cell, what=", ".join(sorted(words[measure])))
            )


def held(pack: Pack, _: Surroundings) -> Iterator[Remark]:
    """A value that is a fact by one table and a slip by another: a slip explains nothing."""
    slips: dict[Topic, list[Erratum]] = defaultdict(list)
    for slip in pack.errata:
        slips[_topic(slip)].append(slip)
    for role in ("facts", "ranks", "counts") if slips else ():
        for line in lines(pack, role):
            for column, topic, value in _stated(pack, role, line):
                yield from _both(line, column, value, slips.get(topic, []))


def _both(line: Line, column: str, value: Value, slips: list[Erratum]) -> Iterator[Remark]:
    for slip in slips:
        if slip.value == value and slip.period in ("", line.get("period")):
            yield line.remark(
                column,
                message("{value} is a slip by {row}: take it out of one of the two tables", value=value, row=slip.row),
            )


def _topic(slip: Erratum) -> Topic:
    if slip.measure == "rank":
        return ("rank", slip.entity, slip.group, slip.scope)
    return ("count", slip.entity, slip.group, slip.condition) if slip.measure == "count" else slip[1:3]


def _stated(pack: Pack, role: str, line: Line) -> Iterator[tuple[str, Topic, Value]]:
    """What a row says, by column; a score says its words as well."""
    if role == "ranks":
        yield "rank", ("rank", *map(line.get, ("entity", "group", "scope"))), Decimal(line.get("rank"))
    elif role == "counts":
        yield "value", ("count", *map(line.get, ("scope", "group", "what"))), Decimal(line.get("value"))
    else:
        for column, name, value in _measured(pack, line):
            yield column, (name, line.get("entity")), value


def _measured(pack: Pack, line: Line) -> Iterator[tuple[str, str, Value]]:
    for measure in pack.info.measures.values():
        cell, score = line.get(measure.name), line.get(measure.banded_by)
        if cell:
            yield measure.name, measure.name, Decimal(cell) if measure.type == "number" else cell
        elif score:
            word = word_for(pack.bands, line.get("period"), Decimal(score), measure.name)
            if word:
                yield measure.banded_by, measure.name, word
