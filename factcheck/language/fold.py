"""Text as the word patterns see it, and patterns made from word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from factcheck.cache.patterns import compiled, source

# A keyboard has many apostrophes for Jum'at.
APOSTROPHES = "’‘`´"
_LETTERS = compiled("[a-z]+")
_SPACED = bytes(code if chr(code).islower() else 0x20 for code in range(0x80)).ljust(0x100)
"""ASCII with blanks for all but small letters, for `bytes.translate`."""
_DIGITS = bytes(0x30 if 0x30 <= code <= 0x39 else 0x20 for code in range(0x100))
"""ASCII with noughts for digits and blanks for all else: one sign is searched for faster than ten."""
_RUN = compiled("00*")  # not "0+": so the search leaps to the first
_NOWHERE = frozenset(("",))
"""The first word of a phrase without letters."""
NOTHING = "(?!)"
"""A pattern that matches nowhere."""

_Node = dict[str, "_Node"]
"""Words as a trie: each character with what may follow it; the key "" ends a word."""


@lru_cache(maxsize=8)
def fold(plain: str) -> str:
    """`plain` in lower case with one kind of apostrophe, code point for code point.

    The text of an article is folded once, however many readers ask for it, and for pieces of it between.
    """
    low = plain.lower()
    if len(low) != len(plain):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in plain)
    if low.isascii():  # as most pieces of an article
        return low.replace("`", "'")
    for apostrophe in APOSTROPHES:
        low = low.replace(apostrophe, "'")
    return low


@lru_cache(maxsize=4)
def words_in(low: str) -> frozenset[str]:
    """The words of folded text, by their plain letters: what is not among them need not be looked for."""
    return plain_words(low)


def plain_words(low: str) -> frozenset[str]:
    """The same of a piece of it, which is asked for once."""
    return frozenset(low.encode("ascii", "replace").translate(_SPACED).decode("ascii").split())


@lru_cache(maxsize=2)
def digits_in(low: str) -> tuple[tuple[int, int], ...]:
    """Where digits stand in folded text, each run with its end, left to right. As folding leaves digits where they
    are, they stand so in the text too."""
    marked = low.encode("ascii", "replace").translate(_DIGITS).decode("ascii")
    return tuple([match.span() for match in _RUN.finditer(marked)])


@lru_cache(maxsize=2)
def joins_years(low: str) -> bool:
    """Whether a dash joins four digits to as many or more, as in "2019-2024"; a date ("2024-03-18") has fewer."""
    return any(
        end - start == 4 and last - following >= 4 and low[end:following].strip(" ") in ("-", "–")
        for (start, end), (following, last) in pairwise(digits_in(low))
    )


def holds(low: str, phrases: Iterable[str]) -> bool:
    """Whether folded text has one of the phrases, whole words as they are."""
    firsts = by_first_word(tuple(phrases))
    return any(phrase in low for first in words_in(low).intersection(firsts) for phrase in firsts[first])


def may_hold(low: str, phrases: Iterable[str]) -> bool:
    """Whether folded text may have one of the phrases: a gate, behind which each is looked for as it has to stand."""
    return not words_in(low).isdisjoint(by_first_word(tuple(phrases)))


def whole_places(text: str, low: str, phrases: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where whole words of `text` are one of the phrases, left to right, the longest where several begin there.

    As `whole_word` finds them, looked for one by one: of a long list an article has few. `low` is folded text with all
    the words that `text` has.
    """
    firsts = by_first_word(phrases)
    ends: dict[int, int] = {}
    for first in words_in(low).intersection(firsts) | _NOWHERE.intersection(firsts):
        for phrase in firsts[first]:
            for start, end in _places(text, phrase):
                ends[start] = max(end, ends.get(start, 0))
    return _one_by_one(sorted(ends.items()))


@lru_cache(maxsize=256)
def by_first_word(phrases: tuple[str, ...]) -> dict[str, list[str]]:
    """Phrases by what `words_in` has of each."""
    found: dict[str, list[str]] = {}
    for phrase in phrases:
        found.setdefault(first_word(phrase), []).append(phrase)
    return found


def places_of(text: str, piece: str) -> Iterator[int]:
    """Where a piece stands in a text: plain search is a tenth of what a pattern takes."""
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)


def starts_of(low: str, words: tuple[str, ...]) -> list[int]:
    """Where any of the words begins in folded text that has it as a whole one, in order: where to try a pattern, which
    costs ten times as much a letter as plain search where it begins with what may not stand in front."""
    firsts = by_first_word(words)
    met = (word for first in words_in(low).intersection(firsts) for word in firsts[first])
    return sorted({place for word in met for place in places_of(low, word)})


def _places(text: str, phrase: str) -> Iterator[tuple[int, int]]:
    """Where a phrase stands with no letter beside it."""
    start = text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if not ("a" <= text[start - 1 : start] <= "z" or "a" <= text[end : end + 1] <= "z"):
            yield start, end
        start = text.find(phrase, start + 1)


def _one_by_one(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places that do not begin within an earlier one."""
    found: list[tuple[int, int]] = []
    for place in places:
        if not found or place[0] >= found[-1][1]:
            found.append(place)
    return found


@lru_cache(maxsize=4096)
def first_word(phrase: str) -> str:
    """The word that `words_in` has of every text with the phrase, however it is cased; empty where it has none."""
    found = _LETTERS.search(phrase.lower())
    return found[0] if found else ""


def all_words(phrase: str) -> frozenset[str]:
    """All words that `words_in` has of every text with the phrase, however it is cased."""
    return frozenset(_LETTERS.findall(phrase.lower()))


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first, as a trie: no character is read twice. Of none: nothing."""
    return source(_alternation, tuple(words))


def word_start(words: Iterable[str], letters: str = "a-z") -> str:
    """A pattern for any of `words` with none of `letters` before it, to search with.

    The look back stands behind the first letter, so that the search can leap from one such letter to the next.
    """
    return source(_word_start, tuple(words), letters)


def whole_word(words: Iterable[str]) -> str:
    """A pattern for any of `words` as a whole word of folded text, to search with."""
    return f"{word_start(words)}(?![a-z])"


def _alternation(words: tuple[str, ...]) -> str:
    return _pattern(_tree(words)) or NOTHING


def _word_start(words: tuple[str, ...], letters: str) -> str:
    heads = [f"{re.escape(char)}(?<![{letters}].){_pattern(rest)}" for char, rest in _tree(words).items()]
    return f"(?:{'|'.join(heads)})" if heads else NOTHING


def _tree(words: Iterable[str]) -> _Node:
    tree: _Node = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return tree


def _pattern(node: _Node) -> str:
    branches = [(char if char.isalnum() else re.escape(char)) + _pattern(rest) for char, rest in node.items() if char]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in node else "(?:" + "|".join(branches) + ")"
    return body + "?" if "" in node else body
