"""Later mentions by one word of a name, that are a letter off: Roswandi, where all else is on Saiful Roswondi."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from factcheck.language.one_letter import one_letter, without_a_letter
from factcheck.reading.names.neighbours import Neighbours, Place, Word

SHORTEST = 6
"""Letters of a word that tells a name by itself."""

Near = tuple[Word, Word]
"""A word that stands alone, and the first word of a name that it is near."""


def lone_near(names: Neighbours, plain: str) -> list[Near]:
    """The words that stand alone within a sentence, once, each with the only word of a longer name that is one letter
    off and stands twice and more."""
    times = Counter(chain.from_iterable(names.words))
    alone = [number for number, run in enumerate(names.words) if len(run) == 1 and times[run[0]] == 1]
    lone = [word for number in alone if _within(plain, word := _alone(names, number))]
    if not lone:
        return []
    first: dict[str, Place] = {}
    for number, run in enumerate(names.words):
        for at, low in enumerate(run if len(run) > 1 else ()):
            if len(low) >= SHORTEST and times[low] > 1:
                first.setdefault(low, (number, at))
    return [(word, names.run(number)[at]) for word, (number, at) in _near(lone, first)]


def _alone(names: Neighbours, number: int) -> Word:
    """The word of a run of one."""
    if not names.runs.lows[number].isalpha():
        return names.run(number)[0]
    start, end, _ = names.runs.spans[number]
    return Word(names.words[number][0], start, end)


def _within(plain: str, word: Word) -> bool:
    """Whether a long word with one capital stands behind a word in small letters, a figure or a comma."""
    if word.end - word.start < SHORTEST:
        return False
    before = plain[max(0, word.start - 2) : word.start]
    written = plain[word.start : word.end]
    middle = before[1:] == " " and (before[0].islower() or before[0] in ",;" or before[0].isdigit())
    return middle and written[1:].islower() and written.isalpha()


def _near(lone: Sequence[Word], names: Mapping[str, Place]) -> Iterator[tuple[Word, Place]]:
    alike: dict[str, list[str]] = defaultdict(list)
    wanted = {rest for word in lone for rest in without_a_letter(word.low)}
    for name in names:
        for rest in wanted & without_a_letter(name):
            alike[rest].append(name)
    if not alike:
        return
    for word in lone:
        near = {name for rest in without_a_letter(word.low) for name in alike.get(rest, ())[:2]}
        slips = [name for name in near if one_letter(word.low, name) and not _other_head(word.low, name)]
        if len(slips) == 1 and word.low not in near:
            yield word, names[slips[0]]


def _other_head(one: str, other: str) -> bool:
    """Whether the first letter is another: Hartono, Kartono."""
    return len(one) == len(other) and one[0] != other[0] and one[1:] == other[1:]
