"""One name twice in one list.

Wrong: Tujuh lainnya kuning, yakni Sumbawa Barat (74,08), Lombok Timur (68,82), dan Sumbawa Barat (67,24).
Right: Tujuh lainnya kuning, yakni Sumbawa (74,08), Lombok Timur (68,82), dan Sumbawa Barat (67,24).
Why: a list names each member once; the second is mostly a neighbour of that name. Where the reference has the figure
    beside one of the two for a namesake or neighbour, that one is flagged and its right name given. Nor does the list
    of the rest ("Sisanya, tiga kabupaten, …") name one of the list in front of it, where both are as long as announced
    or each has another word of a scale; nor that of the others ("Selain Ngawi, ada 14 daerah lain") the one beside
    whom they are.
Silence: `repeated-name` under `ignore` in the configuration.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from factcheck.checks.declare import rule
from factcheck.checks.needs import others_listed, regions_listed
from factcheck.checks.subject_needs import names_listed
from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import Ground
from factcheck.messages import message
from factcheck.model import Claim, Evidence, Finding, Span, Suggestion
from factcheck.reading.evidence.explained.name_lists import NameList, name_lists
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import VALUE_OF, Mention, Tag

RULE = "repeated-name"
CLAUSE = 60
"""Letters in front of a name in which the clause that tells more of another begins."""


@rule(RULE, "warning", after="wrong-rest", needs=names_listed)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each name that a list has twice."""
    lists = name_lists(case.frames, case.language)
    pairs = (pair for found in lists for pair in _twice(found.names) if not _is_otherwise(case, found.names, *pair))
    twice = [pair for pair in pairs if not any(_goes_on(case, name) for name in pair)]
    about = _about(case.claims) if twice else {}
    for first, again in twice:
        yield _finding(case, first, again, about)
    for name in _in_rest(lists):
        yield _of_rest(case, name)


@rule(RULE, "warning", after="wrong-rest", needs=regions_listed)
def check_regions(case: Case) -> Iterator[Finding]:
    """A finding at each region that a list of regions has twice, in a draft that no pack is open for."""
    from factcheck.checks.names.listed_regions import named_twice

    for first, again in named_twice(case):
        yield _stands_twice(case, first, again)


@rule(RULE, "warning", after="wrong-rest", needs=others_listed)
def check_besides(case: Case) -> Iterator[Finding]:
    """A finding at each region that stands among the others of itself: "Selain Ngawi, ada 14 daerah lain, yakni Ngawi,
    …"."""
    from factcheck.checks.lists.others_listed import among_others

    for first, again in among_others(case):
        yield _stands_twice(case, first, again)


def _stands_twice(case: Case, first: Span, again: Span) -> Finding:
    name = case.document.text[slice(*again)]
    said = message("{name} stands twice in this list.", name=name)
    told = Evidence(message("this draft"), "", name, case.document.text[slice(*first)])
    return Finding(RULE, "warning", said, *again, evidence=(told,), ground=Ground.SUM)


def _in_rest(lists: Sequence[NameList]) -> Iterator[Mention]:
    """The names in a list of the rest that the list of the sentence before has already, each list being complete."""
    for before, rest in pairwise(lists):
        if not _is_rest_of(before, rest):
            continue
        if _is_full(before) and _is_full(rest):
            told = {name.ids for name in before.names if len(name.ids) == 1}
            yield from (name for name in rest.names if name.ids in told)
        elif _are_graded_apart(before.frame, rest.frame):
            named = {mention.ids for mention in before.frame.mentions if len(mention.ids) == 1}
            both = [name for name in rest.names if name.ids in named]
            yield from both if len(both) == 1 else ()


def _are_graded_apart(one: Frame, other: Frame) -> bool:
    """ "Yang hijau ialah A, B, dan C. Sisanya, yaitu D dan E, kuning": whether two sentences have one word of a scale
    each, which are two."""
    words = [[frame.mentions[at].tags for at in frame.having(SCALED)] for frame in (one, other)]
    if any(len(told) != 1 for told in words):
        return False
    first, second = ({tag: word for tag, word in told[0].items() if tag.startswith(VALUE_OF)} for told in words)
    return any(tag in second and second[tag] != word for tag, word in first.items())


def _is_rest_of(before: NameList, rest: NameList) -> bool:
    """Whether a word for what is left begins the sentence of a list, right behind that of another of its paragraph."""
    one, other = before.frame.sentence, rest.frame.sentence
    return (one.place + 1, one.block) == (other.place, other.block) and Tag.COUNT_LEFT in rest.frame.mentions[0].tags


def _is_full(found: NameList) -> bool:
    return found.announced is not None and found.announced.value == len(found.names)


def _of_rest(case: Case, name: Mention) -> Finding:
    written = case.document.text[name.start : name.end]
    said = message("{name} stands in the list before, of which this is the rest.", name=written)
    told = Evidence(message("this draft"), "", written, written)
    return Finding(RULE, "warning", said, name.start, name.end, evidence=(told,), ground=Ground.SUM)


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


def _is_otherwise(case: Case, names: Sequence[Mention], first: Mention, again: Mention) -> bool:
    """Whether two of one name are two all the same, or the name says only where another is."""
    places = any(_is_place_of(case, names, name) for name in (first, again))
    return places or _are_of_two_kinds(case, names, first, again) or _is_told_more_of(case, first, again)


def _is_told_more_of(case: Case, first: Mention, again: Mention) -> bool:
    """ "Cirebon 95,09 dan Depok 94,7, yang menempatkan Depok di urutan ke-30": whether a name stands in the clause that
    tells more of one in front of it, behind a comma."""
    clause = case.document.plain[max(first.end, again.start - CLAUSE) : again.start].rpartition(",")[2].split()
    return bool(clause) and clause[0].lower() in case.language.words.text.relative


def _is_place_of(case: Case, names: Sequence[Mention], name: Mention) -> bool:
    """ "Kota Cilegon, Banten": whether a region stands behind one of its list that lies in it."""
    at = bisect_left(names, name.start, key=lambda one: one.start) - 1
    apart = at >= 0 and case.document.plain[names[at].end : name.start] == ", "
    known = case.reference.entities
    return apart and any(one in known and known[one].parent in name.ids for one in names[at].ids)


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
