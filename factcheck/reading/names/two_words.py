"""Two words one letter apart: are they two right words, or is one of them a slip of the other?"""

from collections.abc import Collection, Sequence
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.language.frequencies import Frequencies, frequencies
from factcheck.language.language import Language
from factcheck.language.one_letter import swapped
from factcheck.reading.people.name_words import name_words
from factcheck.reading.people.spelling import word_skeleton
from factcheck.typed import NamedTuple

FAR_APART = 5
"""Powers of two: who is 32 times rarer than a word one letter off, and never an ordinary word, is a misspelling."""
OFFICE = 3
"""The power of two that words round names are taken to have."""
_ROMAN = compiled(r"[ivxlc]+")


class Words(NamedTuple):
    """What a language knows of words: how common they are, and what two right spellings differ by.

    `offices` are known words too, however rare. Beside one of `plain`, or an ordinary word, a word that differs by its
    sound alone is a loan, and no name.
    """

    counted: Frequencies
    offices: Collection[str]
    plain: Collection[str]
    additions: Collection[str]
    particles: Collection[str]
    speech: Collection[str]
    sounds: Sequence[Sequence[str]]
    endings: Sequence[Sequence[str]]
    loans: Sequence[Sequence[str]]
    heads: Sequence[Sequence[str]]
    genders: Collection[frozenset[str]]

    def often(self, word: str) -> int:
        """The power of two of how many articles have a word; 0 for one that nobody knows."""
        return self.counted.of(word).power or (OFFICE if word in self.offices else 0)

    def known(self, word: str) -> bool:
        """Whether a word is a common one, or a name that many bear."""
        return self.often(word) > 0

    def ordinary(self, word: str) -> bool:
        """Whether a word is a common one that is no name."""
        return self.counted.of(word).ordinary

    def no_name(self, word: str) -> bool:
        """Whether a word is no name of somebody: an ordinary one, a point of the compass, a country, an office."""
        return word in self.plain or self.ordinary(word)

    def one_sound(self, one: str, other: str) -> bool:
        """Whether two spellings are said alike, as far as the language's tables go: Grup, Group."""
        return self._sound(one) == self._sound(other)

    def one_loan(self, one: str, other: str) -> bool:
        """Whether two words differ by nothing but an ending that loans have in two ways: Center, Centre."""
        return _ended(one, self.loans) == _ended(other, self.loans)

    def _sound(self, word: str) -> str:
        word = _ended(word, self.endings)
        for old, new in self.sounds:
            word = word.replace(old, new)
        return word


def _ended(word: str, endings: Sequence[Sequence[str]]) -> str:
    for old, new in endings:
        if word.endswith(old) and len(word) > len(old) + 2:
            return word[: len(word) - len(old)] + new
    return word


class Pair(NamedTuple):
    """Two words of an article that are one letter apart, how often each stands there, and whether both are written
    as an abbreviation is; `beside` is the word of the name that both share, empty where one stands alone."""

    one: str
    other: str
    times: tuple[int, int]
    beside: str = ""
    abbreviated: bool = False
    person: bool = False


@cache
def words_of(language: Language) -> Words | None:
    """The words of a language; None where nobody has counted its common words."""
    counted, table, people = frequencies(language.code), language.names, name_words(language)
    if counted is None or not table or people is None:
        return None
    return Words(
        counted,
        people.office_words | people.honorifics | people.institutions | frozenset(table.known),
        people.compass | people.institutions,
        frozenset(table.additions),
        frozenset(table.particles),
        people.speech,
        table.sounds,
        table.endings,
        table.loans,
        table.heads,
        frozenset(map(frozenset, table.genders)),
    )


def is_slip(pair: Pair, words: Words) -> bool:
    """Whether one of the two is a slip of the other. What may be two right words is left alone."""
    one, other = sorted((pair.one, pair.other), key=len)
    if any(other == one + ending for ending in words.additions) or (_ROMAN.fullmatch(one) and _ROMAN.fullmatch(other)):
        return False
    if words.one_loan(one, other) or other[1:] == one or _head_and_house(one, other, words):
        return False
    if {one, other} in words.genders:
        return False
    if pair.abbreviated:
        return swapped(one, other) or _rare_letters(pair, words)
    known = words.known(one) + words.known(other)
    if known == 2:
        return _of_two_known(one, other, pair.beside, words)
    loan = words.one_sound(one, other)
    if known == 1 and words.ordinary(_rarer(pair, words)):
        return False
    nameless = (not pair.beside and not pair.person) or words.no_name(pair.beside)
    return not (loan and (nameless or words.ordinary(one) or words.ordinary(other)))


def _head_and_house(one: str, other: str, words: Words) -> bool:
    """Whether one is who heads the house that the other is."""
    return any(
        (one.startswith(head) and other.startswith(house)) or (one.startswith(house) and other.startswith(head))
        for head, house in words.heads
    )


def _of_two_known(one: str, other: str, beside: str, words: Words) -> bool:
    """Whether of two common words one is a misspelling that is common too (Kementrian), or they are two spellings of
    one name (Marko, Marco). Another letter makes another word: Angket, Angkat."""
    plain = words.no_name(one) or words.no_name(other)
    if words.one_sound(one, other):
        return not plain and not words.no_name(beside)
    rare, usual = sorted((one, other), key=words.often)
    if is_misspelling(rare, usual, words):
        return not other.startswith(one)
    return word_skeleton(one) == word_skeleton(other) and not plain and not words.no_name(beside)


def is_misspelling(rare: str, usual: str, words: Words) -> bool:
    """Whether a word one letter off from another is far rarer, and that by a letter too few or too many."""
    far = words.often(usual) - words.often(rare) >= FAR_APART and not words.ordinary(rare)
    return far and (len(rare) != len(usual) or swapped(rare, usual))


def _rarer(pair: Pair, words: Words) -> str:
    """The known word of a pair where the article has the other one more often, else nothing."""
    known = words.known(pair.other)
    mine, theirs = pair.times[known], pair.times[not known]
    return (pair.other if known else pair.one) if theirs > mine else ""


def _rare_letters(pair: Pair, words: Words) -> bool:
    """Whether of two abbreviations nobody knows the one, which stands once, and the other is known and stands often."""
    for word, times, others, model in (
        (pair.one, pair.times[0], pair.times[1], pair.other),
        (pair.other, pair.times[1], pair.times[0], pair.one),
    ):
        if times == 1 < others and not words.known(word) and words.known(model):
            return True
    return False
