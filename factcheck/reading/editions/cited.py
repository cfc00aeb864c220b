"""Which editions a draft evidently goes by: it tells figures of one to the last digit, and whose or where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from factcheck.language.figures import Number
from factcheck.reading.editions.given import Edition, edition
from factcheck.reading.scan.edition_figures import PAIR, counts, met
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import PackInfo

LONG = 10_000
"""From here on a whole number alone tells which edition it is of."""
EARLY = timedelta(days=2)
"""So much before the day of a table a draft that tells it may seem to be published, by the days that it names."""


def cited(
    numbers: Sequence[Number],
    named: frozenset[str],
    words: frozenset[str],
    packs: Mapping[str, PackInfo],
    reference: Reference,
    published: date | None,
) -> list[Edition]:
    """The editions of the open packs that a draft goes by: of several of one contest that of which it has most.

    `named` are the ids of those whom the draft names, `words` its words. A draft of an earlier day goes by none.
    """
    best: dict[str, tuple[int, Edition]] = {}
    for key, values in met(counts(numbers), reference).items():
        pack = key.partition("\t")[0]
        if pack not in packs or not (len(values) >= PAIR or max(values) >= LONG):
            continue
        found = edition(key, reference.edition(key), packs[pack])
        early = published is not None and published + EARLY < date.fromisoformat(found.day)
        if early or not (found.entity in named or _is_told(found, words)):
            continue
        contest = key.rpartition("\t")[0]
        if contest not in best or best[contest][0] < len(values):
            best[contest] = len(values), found
    return [found for _, found in best.values()]


def _is_told(found: Edition, words: frozenset[str]) -> bool:
    """Whether two words of the names in an edition stand in a draft."""
    names = {word.lower() for entry in found.entries for name in entry.who for word in name.split() if len(word) > PAIR}
    return len(names & words) >= PAIR
