"""One act cited twice, with two numbers or two years that are a slip of the finger apart: text against text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.laws import LawMention

Cited = tuple[str, str, str]
SameAct = Callable[[LawMention, LawMention], bool]
IsSpokenOf = Callable[[LawMention], bool]


def cited_of(mention: LawMention) -> Cited:
    """Kind, number and year of a citation."""
    return mention.short, mention.number, mention.year


def cited_twice(
    mentions: Sequence[LawMention], same_act: SameAct, is_spoken_of: IsSpokenOf, known: Callable[[Cited], bool]
) -> Iterator[tuple[LawMention, LawMention]]:
    """The citations that are a slip of another in the same text, each with that other.

    Two acts of one number in years a slip apart, or of one title, or of which the text else says that they are one
    (`same_act`), are one act cited twice: acts of neighbouring
    numbers are often cited together, those of one number hardly ever. The odd one is that whose matter the text never
    names, else the one cited less often, else the later; where the text speaks of the matter of both, or where both are
    known and nothing tells them apart, they are two.
    """
    cited: dict[Cited, list[LawMention]] = defaultdict(list)
    for mention in mentions:
        cited[cited_of(mention)].append(mention)
    told: set[Cited] = set()
    for one, other in _slips(sorted((each[0] for each in cited.values()), key=lambda mention: mention.start)):
        if not (one.number == other.number or same_act(one, other)):
            continue
        spoken = {id(each): is_spoken_of(each) for each in (one, other)}
        standing = {id(each): (spoken[id(each)], len(cited[cited_of(each)])) for each in (one, other)}
        alike = standing[id(one)] == standing[id(other)]
        if all(spoken.values()) or (alike and known(cited_of(one)) and known(cited_of(other))):
            continue
        odd, right = (one, other) if standing[id(one)] < standing[id(other)] else (other, one)
        if cited_of(odd) not in told:
            told.add(cited_of(odd))
            yield from ((each, right) for each in cited[cited_of(odd)])


def _slips(mentions: Sequence[LawMention]) -> Iterator[tuple[LawMention, LawMention]]:
    """The pairs that are one slip apart, in order: two such share what is left of them without one character."""
    written = [f"{mention.number}/{mention.year}" for mention in mentions]
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        signs = "".join(filter(str.isalnum, written[at]))
        for left in {signs, *(signs[:cut] + signs[cut + 1 :] for cut in range(len(signs)))}:
            alike[mention.short, left].append(at)
    for one, other in sorted({pair for places in alike.values() for pair in combinations(places, 2)}):
        if one_slip(written[one], written[other]):
            yield mentions[one], mentions[other]
