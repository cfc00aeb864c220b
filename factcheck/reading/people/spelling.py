"""How near two names are in writing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from factcheck.cache.patterns import compiled
from factcheck.language.one_letter import letters_apart

_DROPPED = str.maketrans({**dict.fromkeys("aeiouyh'-."), "v": "f", "z": "s", "q": "k"})
_NUMERALS = "ivx"
_ROMAN = compiled(rf"[{_NUMERALS}]+")
_DOUBLE = compiled(r"(\w)(?=\1)")
_PAIRS = tuple(sign + sign for sign in "bcdfgjklmnprstwx0123456789_")
"""What is written twice of what may be left of a word in plain letters."""
KEPT = 4096
"""Words whose skeletons are kept: names come again and again."""
MOST = 2
"""So many letters two writings of one name differ by at most."""
SHORT = 2
"""Letters of a word that is shortened to its consonants."""
CUT = 3
"""Letters of a word that is cut off behind them."""
FAR = 9
"""More than that: another name."""


def skeleton(low: str) -> str:
    """What slips leave of lower-case text: no vowels, no h, f for v, s for z, no letter twice."""
    left = low.translate(_DROPPED)
    if left.isascii():  # to look for each pair takes a fifth of what a set of all letters does
        for pair in filter(left.__contains__, _PAIRS):
            while pair in left:  # thrice is twice behind the first
                left = left.replace(pair, pair[0])
        return left
    doubled = [letter for letter in {*left} if letter + letter in left and letter not in " \n"]
    return _DOUBLE.sub("", left) if doubled else left


@lru_cache(maxsize=KEPT)
def word_skeleton(word: str) -> str:
    """The skeleton of one word in lower case."""
    return skeleton(word)


@lru_cache(maxsize=KEPT)
def apart(one: str, other: str) -> int:
    """By how many letters two words differ: put in, left out, changed, swapped; FAR where by over 2."""
    if one == other:
        return 0
    if abs(len(one) - len(other)) > MOST or len(set(one) ^ set(other)) > 2 * MOST:
        return FAR
    distance = letters_apart(one, other, MOST)
    return distance if distance <= MOST else FAR


def word_apart(one: str, other: str, initials: frozenset[str]) -> int:
    """As `apart`, for a word of a name: an initial is no slip, Muhammad for Mokhammad is one, IX is another than X."""
    if one == other:
        return 0
    if one[0] in _NUMERALS and other[0] in _NUMERALS and _ROMAN.fullmatch(one) and _ROMAN.fullmatch(other):
        return FAR
    if (len(one) <= CUT or len(other) <= CUT) and _is_shortened(one, other):
        return 0
    if one in initials and other in initials:
        return 0 if min(len(one), len(other)) <= 4 else 1
    return apart(one, other)


def _is_shortened(one: str, other: str) -> bool:
    """Whether one of two words is short for the other."""
    if one[0] == other[0] and (len(one) == 1 or len(other) == 1):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == SHORT < len(long) and short == word_skeleton(long):  # Rt, Ratu
        return True
    return SHORT < len(short) <= CUT and len(long) > len(short) + 1 and long.startswith(short)  # Abd., Abdul


def name_apart(one: Sequence[str], other: Sequence[str], initials: frozenset[str]) -> int:
    """By how many letters a name differs from a fuller or equally long one; FAR where they do not align, or by more
    than MOST.

    A shorter name has the first and last word of the fuller one ("Dewa Indra") or its first words.
    """
    if len(one) > len(other):
        return FAR
    if len(one) == len(other):
        return _sum(one, other, initials)
    if len(one) < 2:
        return FAR
    # The I of "I Gusti Ngurah Jaya Negara" is no initial of an "Istana Negara"; it may be left out.
    # And so may the Muhammad of "Muhammad Bobby Afif Nasution".
    if len(other[0]) == 1 < len(one[0]) or (other[0] in initials and one[0] not in initials):
        return name_apart(one, other[1:], initials)
    ends = _sum((one[0], one[-1]), (other[0], other[-1]), initials) + _inner(one[1:-1], other[1:-1], initials)
    return min(ends, _sum(one, other[: len(one)], initials), FAR)


def _sum(one: Sequence[str], other: Sequence[str], initials: frozenset[str]) -> int:
    distance = 0
    for left, right in zip(one, other, strict=True):
        if left != right:
            distance += word_apart(left, right, initials)
            if distance > MOST:
                return FAR
    return distance


def _inner(one: Sequence[str], other: Sequence[str], initials: frozenset[str]) -> int:
    rest = iter(other)
    found = all(any(word_apart(word, candidate, initials) == 0 for candidate in rest) for word in one)
    return 0 if found else FAR
