"""One name twice in one list.

Wrong: Tujuh lainnya kuning, yakni Sumbawa Barat (74,08), Lombok Timur (68,82), dan Sumbawa Barat (67,24).
Right: Tujuh lainnya kuning, yakni Sumbawa (74,08), Lombok Timur (68,82), dan Sumbawa Barat (67,24).
Why: a list names each member once; the second is mostly a neighbour of that name. Where the reference has the figure
    beside one of the two for a namesake or neighbour, that one is flagged and its right name given.
Silence: `repeated-name` under `ignore` in the configuration.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.checks.declare import names_listed, rule
from factcheck.judging.case import Case
from factcheck.judging.ground import Ground
from factcheck.messages import message
from factcheck.model import Claim, Evidence, Finding, Span, Suggestion
from factcheck.reading.evidence.name_lists import name_lists
from factcheck.reading.scan.mentions import Mention

RULE = "repeated-name"


@rule(RULE, "warning", after="wrong-rest", needs=names_listed)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each name that a list has twice."""
    lists = name_lists(case.frames, case.language)
    pairs = (pair for found in lists for pair in _twice(found.names) if not _are_of_two_kinds(case, found.names, *pair))
    twice = [pair for pair in pairs if not any(_goes_on(case, name) or _is_place_of(case, name) for name in pair)]
    about = _about(case.claims) if twice else {}
    for first, again in twice:
        yield _finding(case, first, again, about)


def _about(claims: Iterable[Claim]) -> Mapping[Span, Sequence[Claim]]:
    """The claims by where whom they are about is written."""
    found: defaultdict[Span, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.subject_span is not None:
            found[claim.subject_span].append(claim)
    return found


def _goes_on(case: Case, name: Mention) -> bool:
    """ "Papua, Papua Highlands": a capital word right behind a name makes it that of somebody else."""
    return re.match(r" [A-Z][a-z]", case.document.plain[name.end : name.end + 3]) is not None


def _is_place_of(case: Case, name: Mention) -> bool:
    """ "Kota Cilegon, Banten": whether a region stands behind one that lies in it."""
    before = [one for frame in case.frames for one in frame.mentions if one.ids and one.end + 2 == name.start]
    apart = case.document.plain[name.start - 2 : name.start] == ", "
    parents = {case.reference.entities[one].parent for close in before for one in close.ids}
    return apart and not parents.isdisjoint(name.ids)


def _are_of_two_kinds(case: Case, names: Sequence[Mention], first: Mention, again: Mention) -> bool:
    """ "Kabupaten Cianjur, Tasikmalaya dan Garut serta Kota Bogor, Tasikmalaya": a name that two places bear is of the
    kind of the last sure one in front of it."""
    kinds = ["", ""]
    for name in names if len(first.ids) > 1 else ():
        if len(name.ids) == 1:
            kind = case.reference.kind_of(name.ids[0])
            kinds = [kind if name.start < one.start else old for one, old in zip((first, again), kinds, strict=True)]
    return kinds[0] != kinds[1]


def _twice(names: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    seen: dict[tuple[str, ...], Mention] = {}
    for name in names:
        if name.ids and name.ids in seen:
            yield seen[name.ids], name
        seen.setdefault(name.ids, name)


def _finding(case: Case, first: Mention, again: Mention, about: Mapping[Span, Sequence[Claim]]) -> Finding:
    odd, claim = _odd(case, first, again, about)
    answer = case.answer(claim) if claim is not None else None
    right = case.name(answer.namesakes[0].entity) if answer is not None and answer.namesakes else None
    written = case.document.text[odd.start : odd.end]
    return Finding(
        RULE,
        "warning",
        message("{name} stands twice in this list.", name=written),
        odd.start,
        odd.end,
        (claim.id,) if claim is not None else (),
        expected=right,
        suggestions=(Suggestion(odd.start, odd.end, right),) if right else (),
        evidence=(Evidence(message("this draft"), "", written, case.document.text[first.start : first.end]),),
        ground=Ground.SUM,
    )


def _odd(
    case: Case, first: Mention, again: Mention, about: Mapping[Span, Sequence[Claim]]
) -> tuple[Mention, Claim | None]:
    """Which of the two is the slip: the one whose figure the reference does not bear out, else the second."""
    for name in (again, first):
        for claim in about.get(Span(name.start, name.end), ()):
            if case.answer(claim).verdict == "contradicted":
                return name, claim
    return again, None
