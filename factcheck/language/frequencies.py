"""How common words are in the news of a language: what tells a slip of the finger from another word."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from factcheck.language.language import FOLDER

FILE = "frequencies.txt"


class Frequencies(NamedTuple):
    """The common words of a language in lower case.

    `often` gives the power of two up to which articles of some 20,000 have the word: 3 stands for 8 to 15 of them.
    `ordinary` are those that stand in small letters too; the others are names and abbreviations.
    """

    often: Mapping[str, int]
    ordinary: frozenset[str]


@cache
def frequencies(code: str) -> Frequencies | None:
    """The common words of a language; None where nobody has counted them. Read when first asked for: it is long."""
    path = FOLDER / code / FILE
    if not path.is_file():
        return None
    often: dict[str, int] = {}
    ordinary: set[str] = set()
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, power, *words = line.split()
            often.update(dict.fromkeys(words, int(power)))
            if kind == "ordinary":
                ordinary.update(words)
    return Frequencies(often, frozenset(ordinary))
