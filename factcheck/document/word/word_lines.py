"""The text of a Word file beside the letters of its body: where in the file a stretch of the text is written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from factcheck.document.word.letters import Letter, Piece


class WordLines:
    """The pieces of a text, split at line ends and tabs, each beside the piece of the file that says the same."""

    def __init__(self, text: str, pieces: list[Piece]) -> None:
        self.text = text
        by_words: dict[str, list[Piece]] = defaultdict(list)
        for piece in pieces:
            by_words[_words("".join(letter.char for letter in piece))].append(piece)
        seen: Counter[str] = Counter()
        self._found: list[tuple[int, int, Piece]] = []
        for start, end in _spans(text):
            words = _words(text[start:end])
            same = by_words.get(words, [])
            if seen[words] < len(same):
                self._found.append((start, end, same[seen[words]]))
            seen[words] += 1

    def letters(self, start: int, end: int) -> tuple[list[Letter], Letter | None] | None:
        """The letters of `start`..`end`, and the one before them; None where the file has no such piece."""
        for first, last, piece in self._found:
            if first <= start and end <= last:
                along = _aligned(self.text[first:last], piece)
                if along is None:
                    return None
                before = along[start - first - 1] if start > first else None
                return [letter for letter in along[start - first : end - first] if letter], before
        return None


def _spans(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        for cell in line.split("\t"):
            if cell.strip():
                yield at, at + len(cell)
            at += len(cell) + 1


def _words(text: str) -> str:
    return " ".join(text.split())


def _aligned(text: str, piece: Piece) -> list[Letter | None] | None:
    """For each character the letter that stands for it; blanks may be other blanks, or fewer. None where they part."""
    along: list[Letter | None] = []
    at = 0
    for char in text:
        while at < len(piece) and piece[at].char != char and piece[at].char.isspace() and not char.isspace():
            at += 1
        if at < len(piece) and (piece[at].char == char or (char.isspace() and piece[at].char.isspace())):
            along.append(piece[at])
            at += 1
        elif char.isspace():
            along.append(None)
        else:
            return None
    return along
