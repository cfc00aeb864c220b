"""One act cited twice, with two numbers or two years that are a slip of the finger apart: text against text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from factcheck.reading.evidence.one_slip import one_slip
from factcheck.reading.laws import LawMention

Cited = tuple[str, str, str]
SameTitle = Callable[[LawMention, LawMention], bool]
IsSpokenOf = Callable[[LawMention], bool]


def cited_of(mention: LawMention) -> Cited:
    """Kind, number and year of a citation."""
    return mention.short, mention.number, mention.year


def cited_twice(
    mentions: Sequence[LawMention], same_title: SameTitle, is_spoken_of: IsSpokenOf, known: Callable[[Cited], bool]
) -> Iterator[tuple[LawMention, LawMention]]:
    """The citations that are a slip of another in the same text, each with that other.

    Two acts of one number in years a slip apart, or of one title, are one act cited twice: acts of neighbouring
    numbers are often cited together, those of one number hardly ever. The odd one is that whose matter the text never
    names, else the one cited less often, else the later; where the text speaks of the matter of both, or where both are
    known and nothing tells them apart, they are two.
    """
    first = {cited_of(mention): mention for mention in reversed(mentions)}
    times = Counter(map(cited_of, mentions))
    for one, other in combinations(sorted(first.values(), key=lambda mention: mention.start), 2):
        if not _is_slip(one, other) or not (one.number == other.number or same_title(one, other)):
            continue
        spoken = {id(each): is_spoken_of(each) for each in (one, other)}
        standing = {id(each): (spoken[id(each)], times[cited_of(each)]) for each in (one, other)}
        alike = standing[id(one)] == standing[id(other)]
        if all(spoken.values()) or (alike and known(cited_of(one)) and known(cited_of(other))):
            continue
        odd, right = (one, other) if standing[id(one)] < standing[id(other)] else (other, one)
        yield from ((each, right) for each in mentions if cited_of(each) == cited_of(odd))


def _is_slip(one: LawMention, other: LawMention) -> bool:
    written = (f"{each.number}/{each.year}" for each in (one, other))
    return one.short == other.short and one_slip(*written)
