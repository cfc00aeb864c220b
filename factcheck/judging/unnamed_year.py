"""A year at the head of an article that none of its figures belong to: they are all of a year it never names.

A slip of the press: "hasil penilaian tahun 2022" above a list that is the one of 2023. The reader of the article's
year passes over the year as written, since the reference bears out the other one; it is told here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from factcheck.judging.case import Case
from factcheck.judging.year_slips import is_distinctive
from factcheck.model import Claim, Span

ENOUGH = 3
"""So many figures must be right in the year that is not named, and nine in ten of all claims of that year."""
REACH = 24
"""How far (code points) before the year a word may stand that makes it a beginning."""


def passed_over(case: Case) -> Iterator[tuple[Span, tuple[Claim, ...]]]:
    """The years as written that were passed over, each with the claims that are right in the other year."""
    by_origin: dict[Span, list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if claim.period_origin is not None:
            by_origin[claim.period_origin].append(claim)
    for span, claims in by_origin.items():
        written = case.document.text[span.start : span.end]
        right = claims[0].period
        if any(claim.period == written for claim in claims) or not _next_to(written, right) or _since(case, span):
            continue
        if not _named(case)(right) and _shown(case, claims) and not _bears(case, span):
            yield span, tuple(claim for claim in claims if case.answer(claim).verdict == "supported")


def _bears(case: Case, span: Span) -> bool:
    """Whether a figure right beside the year as written is of that year: "dari posisi 28 pada 2023"."""
    return any(
        claim.period_span == span and claim.period == case.document.text[span.start : span.end]
        for claim in case.claims
        if case.answer(claim).verdict == "supported"
    )


def _next_to(written: str, right: str) -> bool:
    return written.isdigit() and right.isdigit() and abs(int(written) - int(right)) == 1


def _since(case: Case, span: Span) -> bool:
    """ "sejak 2022": the year from which on something is done, which need not be that of the figures."""
    words = case.document.plain[max(0, span.start - REACH) : span.start].lower().split()
    return bool({"", *words[-2:]} & set(case.language.words.bind.since))


@lru_cache(maxsize=2)
def _named(case: Case) -> Callable[[str], bool]:
    """What tells whether the article names a year, but as the end of a date ("26/1/2023"); each is looked for once."""
    plain = case.document.plain
    return cache(lambda year: re.search(rf"(?<![/\-.\d]){year}(?!\d|-\d)", plain) is not None)


def _shown(case: Case, claims: Sequence[Claim]) -> bool:
    right = [claim for claim in claims if case.answer(claim).verdict == "supported"]
    figures = [claim for claim in right if is_distinctive(claim)]
    return len(figures) >= ENOUGH and 10 * len(right) >= 9 * len(claims)
