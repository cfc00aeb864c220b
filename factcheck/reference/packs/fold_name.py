"""Names as the look-up has them."""

from __future__ import annotations

from factcheck.cache.patterns import compiled

WORD = compiled(r"\w+(?:['-]\w+)*")


def bare(word: str) -> str:
    """A word of a name without the apostrophes that the press puts in or leaves out: Ma'ruf, Maruf."""
    return word if word.isalnum() else word.replace("'", "").replace("’", "")


def plain_letters(word: str) -> str:
    """A word without accents: Pokémon, Pokemon."""
    if word.isascii():
        return word
    from unicodedata import combining, normalize

    return "".join(char for char in normalize("NFD", word) if not combining(char))


def name_words(name: str) -> list[str]:
    """The words of a name as names are held against each other: small letters, no accents, no apostrophes."""
    return [plain_letters(bare(match.group())) for match in WORD.finditer(name.lower())]


def letters(name: str) -> str:
    """The words of a name without the blanks between: Tanjung Karang, Tanjungkarang."""
    return "".join(name_words(name)).replace("-", "")


def fold(name: str) -> str:
    """A name as the look-up has it: case folded, single blanks."""
    return " ".join(name.casefold().split())
