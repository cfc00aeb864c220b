"""How common words are in the news of a language: what tells a slip of the finger from another word."""

from functools import cache

from factcheck.language.language import FOLDER
from factcheck.typed import NamedTuple

FILE = "frequencies.txt"
ORDINARY = "ordinary"


class Frequency(NamedTuple):
    """How common a word is.

    `power` is the power of two up to which articles of some 20,000 have it: 3 stands for 8 to 15 of them, 0 for fewer.
    `ordinary` words stand in small letters too; others are names and abbreviations.
    """

    power: int
    ordinary: bool


RARE = Frequency(0, False)


class Frequencies:
    """The common words of a language in small letters. A word is looked up in the text of the list: a run asks for a
    few of twenty thousand."""

    def __init__(self, text: str) -> None:
        self._text = text.replace("\n", " \n")
        self._asked: dict[str, Frequency] = {}

    def of(self, word: str) -> Frequency:
        """How common a word is; `RARE` for one that is not on the list."""
        if word not in self._asked:
            self._asked[word] = self._found(word)
        return self._asked[word]

    def _found(self, word: str) -> Frequency:
        place = self._text.find(f" {word} ") if word.isalpha() else -1
        if place < 0:
            return RARE
        kind, power, _ = self._text[self._text.rfind("\n", 0, place) + 1 :].split(" ", 2)
        return Frequency(int(power), kind == ORDINARY)


@cache
def frequencies(code: str) -> Frequencies | None:
    """The common words of a language; None where nobody has counted them."""
    path = FOLDER / code / FILE
    if not path.is_file():
        return None
    listed = path.read_text("utf-8")
    return Frequencies(listed[listed.index(f"\n{ORDINARY} ") :])
