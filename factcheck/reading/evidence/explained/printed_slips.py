"""Errata: a figure kept as a slip of the press explains nothing, but it tells whose it was meant to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from factcheck.language.figures import Number
from factcheck.model import Claim, Erratum, Fact
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.reference import Reference


def repeated(claim: Claim, reference: Reference) -> Erratum | None:
    """The erratum that a claim repeats: of its measure, subject, year, group and condition."""
    if not claim.period:
        return None
    measure = claim.measure if kind_of(claim.kind) is VALUE else claim.kind
    for slip in reference.errata(measure, claim.subject, claim.period, claim.pack):
        if slip.value != claim.value:
            continue
        if claim.kind == "count" and (slip.condition, slip.group) != (claim.condition, claim.group):
            continue
        if claim.kind == "rank" and claim.group and slip.group and claim.group != slip.group:
            continue
        return slip
    return None


def misprinted(number: Number, entities: Iterable[str], setting: Setting) -> Iterator[Fact]:
    """The slots of open packs whose known slip the figure is, as facts that hold the slip."""
    measures = [
        (pack.name, measure.name)
        for pack in setting.packs.values()
        for measure in pack.measures.values()
        if measure.type == "number" and measure.unit == number.unit
    ]
    for entity in entities:
        for pack, measure in measures:
            for slip in setting.reference.errata(measure, entity, "", pack):
                if isinstance(slip.value, Decimal) and slip.value == number.value and slip.period:
                    yield Fact(pack, measure, entity, slip.period, slip.value, slip.source, slip.row)
