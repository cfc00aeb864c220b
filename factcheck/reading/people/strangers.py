"""Who speaks by one word that nobody of the article bears: "kata Najib", where it names a Mokhammad Najih."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import ne

from factcheck.language.one_letter import one_letter, without_a_letter
from factcheck.reading.people.capital_runs import Runs
from factcheck.reading.people.name_words import NameWords

SHORTEST = 5
"""Letters of a word that is told from another by all but one."""
LOOK_AHEAD = 24
"""Code points behind a word in which the next one ends."""
ENDS = ("", ".", "\n")
"""What stands right behind somebody who spoke and of whom nothing more is told; "Najib, warga setempat" is new here."""
OPENS = ("\n", ". ", '" ', ', "', '? "', '." ')
Place = tuple[int, int, str]
"""Where a word stands, and the word in lower case."""


def strangers(
    lone: Sequence[Place], runs: Runs, plain: str, borne: Mapping[str, int], words: NameWords
) -> Iterator[Place]:
    """Those of some lone words that are speakers a letter off from somebody named before, and are told of nowhere else;
    `borne` are the words of who is named, with where each stands first.

    Who is new is told with more than a word: "kata Najib, warga setempat", "kata petani Najib".
    """
    speaking = [one for one in lone if one[2] not in borne and _speaks(runs, plain, one, words)]
    near = _near(borne) if speaking else {}
    for start, end, low in speaking:
        alike = {word for key in _keys(low) for word in near.get(key, ()) if is_slip(low, word)}
        if len(alike) == 1 and borne[min(alike)] < start and not _is_told_elsewhere(runs.flat, low, start):
            yield start, end, low


def is_slip(word: str, other: str) -> bool:
    """Whether a word is another with one letter otherwise, or with two that changed places, be it over a third:
    Aminah, Animah."""
    if one_letter(word, other):
        return True
    return word[0] == other[0] and sorted(word) == sorted(other) and sum(map(ne, word, other)) == 2


def _near(words: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Words by what they have in common with one that is a slip off."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for key in _keys(word) if len(word) >= SHORTEST - 1 else ():
            found[key].append(word)
    return found


def _keys(word: str) -> Iterable[str]:
    """What is left of a word when a letter is taken out, and its letters in order."""
    return (*without_a_letter(word), "".join(sorted(word)).upper())


def _speaks(runs: Runs, plain: str, place: Place, words: NameWords) -> bool:
    """Whether a word stands behind "kata" and ends what is told of it, or opens a sentence before "mengatakan"."""
    start, end, low = place
    if not low.isalpha() or not plain[start + 1 : end].islower():
        return False
    before = runs.flat[runs.flat.rfind(" ", 0, start - 1) + 1 : start - 1] if start else ""
    if before in words.speech and plain[start - 1 : start] == " ":
        return plain[end : end + 1] in ENDS or _is_day(plain, end, words)
    following = plain[end : end + LOOK_AHEAD].split(maxsplit=1)[:1] if plain[end : end + 1] == " " else []
    if not following or following[0].rstrip(".,").lower() not in words.speaks:
        return False
    return start == 0 or plain.endswith(OPENS, 0, start)


def _is_day(plain: str, end: int, words: NameWords) -> bool:
    """ "ujar Najib, Rabu (14/11/2024)"."""
    following = plain[end : end + LOOK_AHEAD]
    return following[:2] == ", " and following[2:].split(" ")[0].rstrip(",.").lower() in words.calendar


def _is_told_elsewhere(flat: str, word: str, start: int) -> bool:
    """Whether a word stands anywhere else in a text: who is told of by one name alone is introduced by it."""
    at = flat.find(word)
    while at >= 0:
        alone = not flat[at - 1 : at].isalpha() and not flat[at + len(word) : at + len(word) + 1].isalpha()
        if alone and at != start:
            return True
        at = flat.find(word, at + 1)
    return False
