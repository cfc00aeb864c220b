"""Words that one slip of the finger makes of each other: a letter put in, left out or changed, two swapped."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

FEW = 6
"""So many words are held against each other one by one; of more an index is made."""
FAR = 1000
"""Slips that no two words are apart."""


def one_letter(one: str, other: str) -> bool:
    """Whether two different words are one such slip apart."""
    longer = len(other) - len(one)
    if longer > 1 or longer < -1 or one == other:
        return False
    short, long = (one, other) if longer >= 0 else (other, one)
    half = len(short) // 2  # both halves differ, but for the letters in the middle: most words are told apart by that
    if half > 1 and short[: half - 1] != long[: half - 1] and not long.endswith(short[half + 1 :]):
        return False
    start = _same(short, long)
    end = _same(short[start:][::-1], long[start:][::-1])
    here, there = short[start : len(short) - end], long[start : len(long) - end]
    return (len(there) == 1 and len(here) <= 1) or (len(here) == 2 and here == there[::-1])


def letters_apart(one: str, other: str, most: int = FAR) -> int:
    """How many such slips make the one of the other (the optimal string alignment distance); `FAR` where it is seen on
    the way that more than `most` do."""
    start = _same(one, other)
    end = _same(one[start:][::-1], other[start:][::-1])
    here, there = one[start : len(one) - end], other[start : len(other) - end]
    before, row = list[int](), list(range(len(there) + 1))
    for place, letter in enumerate(here, 1):
        earlier, before, row = before, row, [place]
        for at, right in enumerate(there, 1):
            cost = min(row[-1] + 1, before[at] + 1, before[at - 1] + (letter != right))
            if place > 1 < at and letter == there[at - 2] and here[place - 2] == right:
                cost = min(cost, earlier[at - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) > most:  # what follows is counted on from one of the two
            return FAR
    return row[-1]


def swapped(one: str, other: str) -> bool:
    """Whether two letters changed places and nothing else is different."""
    return len(one) == len(other) and sorted(one) == sorted(other) and one_letter(one, other)


def _same(one: str, other: str) -> int:
    """How many letters both begin with."""
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))


def close(words: Iterable[str], often: Callable[[str], int]) -> Iterable[tuple[str, str]]:
    """Words one letter apart, each pair once. Of many that are near each other each is paired with the commonest.

    The work grows with the number of words, whatever they look like: they are found by what is left of them when a
    letter is taken out.
    """
    ordered = sorted(words)
    if len(ordered) == 2:
        return [(ordered[0], ordered[1])] if one_letter(*ordered) else []
    return _close(ordered, often)


def _close(ordered: Sequence[str], often: Callable[[str], int]) -> Iterator[tuple[str, str]]:
    seen: set[tuple[str, str]] = set()
    for group in [ordered] if len(ordered) <= FEW else _alike(ordered):
        for pair in combinations(group, 2) if len(group) <= FEW else _with_commonest(group, often):
            if one_letter(*pair) and pair not in seen:
                seen.add(pair)
                yield pair


def _with_commonest(group: Sequence[str], often: Callable[[str], int]) -> Iterator[tuple[str, str]]:
    model = max(group, key=often)
    return ((min(model, word), max(model, word)) for word in group)


def _alike(words: Iterable[str]) -> Iterable[list[str]]:
    """The words that may be one letter apart."""
    alike: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for rest in without_a_letter(word):
            alike[rest].append(word)
    return alike.values()


def without_a_letter(word: str) -> set[str]:
    """The word, and what is left of it when one letter is taken out."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}
