"""The checks of a large pack: those of any pack, asked of one chunk after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.model import Fact, Problem
from factcheck.reference.index.look_up import Index
from factcheck.reference.index.stage import MOST
from factcheck.reference.packs.csv_table import Row
from factcheck.reference.packs.in_time import later
from factcheck.reference.packs.pack import Good, Pack, pack_of
from factcheck.reference.validation import disagreement, keys, parts, ranking, slips, standing, values
from factcheck.reference.validation.remarks import Surroundings
from factcheck.reference.validation.validate import Check

CHECKS: Mapping[str, tuple[Check, ...]] = {
    "facts": (
        keys.unknown_entities, keys.duplicates,
        values.numbers, values.words, values.scale, values.together, slips.held, disagreement.facts,
    ),
    "ranks": (
        keys.unknown_entities, keys.unknown_groups, keys.duplicates,
        ranking.sizes, ranking.shared, ranking.gaps, standing.order, slips.held,
    ),
    "counts": (
        keys.unknown_entities, keys.unknown_groups, keys.unknown_counted, keys.duplicates,
        parts.by_word, parts.by_group, parts.by_scale, slips.held, disagreement.counts,
    ),
}  # fmt: skip
"""By role; all rows that one of these looks at together are in one chunk."""


def chunk_of(head: Pack, goods: tuple[Good, ...]) -> Pack:
    """A pack of some rows, with the scale and the declarations of the whole."""
    return pack_of(head.info, goods)._replace(bands=head.bands, complete=head.complete, errata=head.errata)


def check_chunk(role: str, chunk: Pack, around: Surroundings, problems: list[Problem]) -> None:
    """Adds the errors of a chunk to `problems`."""
    for check in CHECKS[role]:
        for remark in check(chunk, around):
            if not remark.doubt and len(problems) < MOST:
                problems.append(remark.problem)


def ranked_facts(chunk: Pack, index: Index) -> tuple[Fact, ...]:
    """The values that the ranks of a chunk are made from."""
    measure = chunk.info.rank_measure
    asked = dict.fromkeys((rank.entity, rank.period) for rank in chunk.ranks) if measure else ()
    return tuple(_facts(index, measure, asked))


def check_complete(head: Pack, around: Surroundings, index: Index, problems: list[Problem]) -> None:
    """Adds to `problems` each group declared complete of whose members somebody is missing."""
    for item, (good, row) in zip(head.complete, _rows(head), strict=True):
        who = {*around.members(item.group, item.scope, item.period), *around.members(item.group, item.scope)}
        who |= {one.id for one in later(around.entities.values(), item.period)}
        held = tuple(_facts(index, head.info.rank_measure, [(one, item.period) for one in sorted(who)]))
        one = head._replace(facts=held, tables=(good._replace(rows=(row,)),))
        problems += [remark.problem for remark in parts.declared(one, around)]


def _rows(head: Pack) -> Iterator[tuple[Good, Row]]:
    """The rows of the tables that declare what is complete, in the order of `head.complete`."""
    for good in head.tables:
        if good.role == "complete":
            for row in good.rows:
                yield good, row


def _facts(index: Index, measure: str, asked: Iterable[tuple[str, str]]) -> Iterator[Fact]:
    for entity, period in asked:
        wanted = {"entity": entity, "measure": measure, "period": period}
        yield from index.find("facts", **{name: value for name, value in wanted.items() if value})
