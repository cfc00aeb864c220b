"""All checks of packs, in one pass, with all their remarks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from factcheck.model import Problem
from factcheck.reference.packs.pack import Pack
from factcheck.reference.validation import (
    count_sums,
    disagreement,
    event_days,
    keys,
    kinds,
    names,
    parts,
    ranking,
    sizes,
    slips,
    standing,
    values,
    whole,
)
from factcheck.reference.validation.remarks import Remark, Surroundings, first_of_each_place, surroundings
from factcheck.typed import NamedTuple

Check = Callable[[Pack, Surroundings], Iterator[Remark]]

CHECKS: tuple[Check, ...] = (
    keys.unknown_entities,
    keys.impossible_origins,
    keys.unknown_groups,
    keys.unknown_counted,
    keys.unknown_measures,
    kinds.unknown,
    keys.duplicates,
    values.numbers,
    values.words,
    values.scale,
    values.together,
    values.bands,
    values.holes,
    names.aliases,
    ranking.sizes,
    ranking.shared,
    ranking.gaps,
    standing.order,
    standing.crowded,
    parts.by_word,
    parts.by_group,
    parts.by_scale,
    parts.declared,
    slips.unknown,
    slips.held,
    disagreement.facts,
    disagreement.words,
    disagreement.ranks,
    disagreement.counts,
    count_sums.refuted,
    sizes.counts,
    sizes.ranks,
    whole.counts,
    whole.ranks,
    event_days.weekdays,
)

HEAD_CHECKS: tuple[Check, ...] = tuple(check for check in CHECKS if check is not parts.declared)
"""For a pack whose large tables are not held in memory: they are checked as its index is built."""


class Diagnosis(NamedTuple):
    """Errors make a pack unusable; warnings are known conflicts and things somebody should look at."""

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def validate(packs: Sequence[Pack], beside: Sequence[Pack] = (), checks: Sequence[Check] = CHECKS) -> Diagnosis:
    """What does not hang together in `packs`; entities and groups may come from the packs `beside` them.

    Of a cell that is in error, or in doubt for several reasons, one doubt is enough.
    """
    around = surroundings((*beside, *packs))
    remarks = [remark for pack in packs for check in checks for remark in check(pack, around)]
    ordered = sorted(remarks, key=lambda remark: (remark.problem.path, remark.problem.line, remark.problem.column))
    wrong = {remark.place for remark in ordered if not remark.doubt}
    doubts = first_of_each_place(remark for remark in ordered if remark.doubt)
    return Diagnosis(
        errors=tuple(remark.problem for remark in ordered if not remark.doubt),
        warnings=tuple(remark.problem for remark in doubts if remark.place not in wrong),
    )
