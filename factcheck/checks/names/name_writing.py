"""How a name should be written: the words with a slip replaced, everything else as the article has it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.people.known import split
from factcheck.reading.people.spelling import MOST, word_apart
from factcheck.reference.packs.fold_name import WORD


def mended(written: str, right: str, initials: frozenset[str]) -> str:
    """`written` with the spelling of `right` where a word is off.

    "DEWA INDRO" by "Dewa Made Indra" becomes "DEWA INDRA".
    """
    words, wanted = split(written), WORD.findall(right)
    aligned = _aligned(words, wanted, initials)
    if aligned is None:
        return _cased(right, written)
    whole = len(words) == len(wanted) and all(
        word_apart(word, other.lower(), initials) or word == other.lower()
        for word, other in zip(words, aligned, strict=True)
    )
    if whole:
        return _cased(right, written)
    pieces, last = [], 0
    for match, word, other in zip(WORD.finditer(written), words, aligned, strict=True):
        keep = word_apart(word, other.lower(), initials) == 0
        pieces += [written[last : match.start()], match.group() if keep else _cased(other, match.group())]
        last = match.end()
    return "".join([*pieces, written[last:]])


def _aligned(words: Sequence[str], wanted: Sequence[str], initials: frozenset[str]) -> list[str] | None:
    """The words of the fuller name that those of the shorter one stand for: its ends, its first words, or its last."""
    if len(words) == len(wanted):
        return list(wanted)
    if len(words) == 1:
        nearest = min(wanted, key=lambda other: word_apart(words[0], other.lower(), initials))
        return [nearest] if word_apart(words[0], nearest.lower(), initials) <= MOST else None
    if not 2 <= len(words) < len(wanted):
        return None
    inner = iter(wanted[1:-1])
    middle = [next((other for other in inner if other.lower() == word), "") for word in words[1:-1]]
    ends, first = [wanted[0], *middle, wanted[-1]], list(wanted[: len(words)])
    ways = [*([ends] if all(middle) else []), first, list(wanted[-len(words) :])]
    return min(ways, key=lambda some: _off(words, some, initials))


def _off(words: Sequence[str], others: Sequence[str], initials: frozenset[str]) -> int:
    return sum(word_apart(word, other.lower(), initials) for word, other in zip(words, others, strict=True))


def _cased(right: str, written: str) -> str:
    return right.upper() if written.isupper() and len(written) > 2 else right
