"""Later mentions by one word of a name, that are a letter off: Roswandi, where all else is on Saiful Roswondi."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from factcheck.language.one_letter import one_letter, without_a_letter
from factcheck.reading.names.neighbours import Neighbours, Word

SHORTEST = 6
"""Letters of a word that tells a name by itself."""

Near = tuple[Word, Word]
"""A word that stands alone, and the first word of a name that it is near."""


def lone_near(names: Neighbours, plain: str) -> list[Near]:
    """The words that stand alone within a sentence, once, each with the only word of a longer name that is one letter
    off and stands twice and more."""
    alone = [run[0] for run in names.runs if len(run) == 1 and len(run[0].low) >= SHORTEST]
    if not alone:
        return []
    times = Counter([word.low for run in names.runs for word in run])
    lone = [word for word in alone if times[word.low] == 1 and _within(plain, word)]
    if not lone:
        return []
    first: dict[str, Word] = {}
    for run in names.runs:
        for word in run if len(run) > 1 else ():
            if len(word.low) >= SHORTEST and times[word.low] > 1:
                first.setdefault(word.low, word)
    return list(_near(lone, list(first.values())))


def _within(plain: str, word: Word) -> bool:
    """Whether a long word with one capital stands behind a word in small letters, a figure or a comma."""
    before = plain[max(0, word.start - 2) : word.start]
    written = plain[word.start : word.end]
    middle = before[1:] == " " and (before[0].islower() or before[0] in ",;" or before[0].isdigit())
    return middle and len(written) >= SHORTEST and written[1:].islower() and written.isalpha()


def _near(lone: Sequence[Word], names: Sequence[Word]) -> Iterator[Near]:
    alike: dict[str, list[Word]] = defaultdict(list)
    wanted = {rest for word in lone for rest in without_a_letter(word.low)}
    for name in names:
        for rest in wanted & without_a_letter(name.low):
            alike[rest].append(name)
    for word in lone:
        near = {name.low: name for rest in without_a_letter(word.low) for name in alike.get(rest, ())[:2]}
        slips = [name for low, name in near.items() if one_letter(word.low, low) and not _other_head(word.low, low)]
        if len(slips) == 1 and word.low not in near:
            yield word, slips[0]


def _other_head(one: str, other: str) -> bool:
    """Whether the first letter is another: Hartono, Kartono."""
    return len(one) == len(other) and one[0] != other[0] and one[1:] == other[1:]
