"""Acts cited with the one that amends them, as its title bears out: "UU 39/2008 yang diubah dengan UU 61/2024"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.checks.laws.cited_twice import Cited, cited_of
from factcheck.judging.answers.known_laws import KnownLaws
from factcheck.judging.case import Case
from factcheck.language.fold import fold, holds
from factcheck.language.language import Language
from factcheck.model import Law
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.laws import LawMention, find_laws

BETWEEN = 200
"""Letters from one act to the one that amends it."""
ENDS = compiled(r"[.;!?\n](?:\s|$)")


def amended_slips(case: Case, mentions: Sequence[LawMention], acts: KnownLaws) -> Iterator[tuple[LawMention, Law]]:
    """The citations of a draft whose act amends another than the one beside it, or is amended by another, each with
    the act a slip away that does or is."""
    for one, other in pairwise(sorted(mentions, key=lambda mention: mention.start)):
        base, amending = _related(case, one, other)
        if base is not None and amending is not None:
            yield from _slip(case, base, amending, acts)


def _related(case: Case, one: LawMention, other: LawMention) -> tuple[LawMention | None, LawMention | None]:
    """The act of two next to each other that is amended, and the one that amends it; nothing where that is not said."""
    words = case.language.words.citation
    between = case.document.plain[one.end : other.start]
    if len(between) > BETWEEN or ENDS.search(between):
        return None, None
    low = fold(between)
    if holds(low, words.amended_by):
        return one, other
    return (other, one) if holds(low, words.amends) else (None, None)


def _slip(case: Case, base: LawMention, amending: LawMention, acts: KnownLaws) -> Iterator[tuple[LawMention, Law]]:
    known, cited = acts.cited(*cited_of(amending)), cited_of(base)
    amended = {one for law in known for one in _amended(law, case.language)}
    if cited in amended:
        return
    meant = [row for one in amended if _is_slip(one, cited) for row in acts.cited(*one)[:1]]
    if len(meant) == 1:
        yield base, meant[0]
        return
    written = f"{amending.number}/{amending.year}"
    near = acts.one_slip_from(amending.short, written)
    fitting = [law for law in near if cited in _amended(law, case.language)]
    if len({(law.number, law.year) for law in fitting}) == 1:
        yield amending, fitting[0]


def _amended(law: Law, language: Language) -> Set[Cited]:
    """The acts that an act amends, by its title; of one that is on another matter none."""
    if not holds(fold(law.about), language.words.citation.amends):
        return set()
    return {cited_of(mention) for mention in find_laws(law.about, language)}


def _is_slip(one: Cited, other: Cited) -> bool:
    return one[0] == other[0] and one_slip("/".join(one[1:]), "/".join(other[1:]))
