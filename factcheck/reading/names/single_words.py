"""Single words of names that are a letter off from another of the article: Roswandi, where it has a Roswondi."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from factcheck.cache.once import once
from factcheck.language.one_letter import close, swapped
from factcheck.reading.names.neighbours import MOST, Neighbours, Place, Word
from factcheck.typed import NamedTuple

SHORTEST, LONG = 5, 6
"""Letters of a word that tells a name by itself, and of one that does so where nothing else speaks for it."""
HEAD = 3
"""First letters that two words have in common whose last letters are not alike."""
SIDE_BY_SIDE = 30
"""Code points: two words as near as this are two names, unless one lacks a letter and the other stands `OFTEN`."""
OFTEN = 3


class Near(NamedTuple):
    """A word that stands once, and the only other word of the article's names that it is a letter away from.

    `model` is where the other one stands first, `times` how often, `named` whether in a longer name too. `within`: the
    word stands within a sentence, where a capital tells a name; `behind` is the word that it stands behind in a longer
    name.
    """

    word: Word
    model: Word
    times: int
    named: bool
    within: bool
    behind: str


class _Seen(NamedTuple):
    """Where each word of the names stands first, behind which and how often, and which ones stand alone and in longer
    names."""

    first: Mapping[str, Place]
    behind: Mapping[str, str]
    times: Mapping[str, int]
    alone: Collection[str]
    named: Collection[str]


def single_words(names: Neighbours, plain: str) -> list[Near]:
    """The words that may be slips of others; those of the same letters in a list, side by side or bent are none.

    Of two words that stand once each the later one is told, if one of them stands alone; a word of a longer name, if
    the other stands alone and more often.
    """
    alike = _alike(names)
    if not alike:  # as in most articles
        return []
    seen = _seen(names)
    pairs = [pair for pair in _pairs(alike, seen) if _may_be_slip(*pair, seen)]
    near = Counter(usual for _, usual in pairs)
    listed = [pair for pair in pairs if near[pair[1]] <= MOST]
    return list(filter(None, (_near(rare, usual, seen, names, plain) for rare, usual in listed)))


def _near(rare: str, usual: str, seen: _Seen, names: Neighbours, plain: str) -> Near | None:
    """Two words as they stand in the article; None where one is an abbreviation, or both are of one list."""
    number, at = seen.first[rare]
    word = names.run(number)[at]
    runs = (names.run(number) for number in _runs_of(names).get(usual, ()))
    models = [one for run in runs for one in run if one.low == usual and _tells(one, plain)]
    if not models or not _tells(word, plain) or _in_one_list(word, models, plain):
        return None
    return Near(word, models[0], seen.times[usual], usual in seen.named, _within(plain, word), seen.behind[rare])


def _pairs(alike: Iterable[tuple[str, str]], seen: _Seen) -> Iterator[tuple[str, str]]:
    """Each word that stands once with the only other one that it is near; of several with the one that stands often:
    Bertrand and Bertand are near each other, and both near Betrand."""
    near: dict[str, list[str]] = defaultdict(list)
    for one, other in alike:
        for rare, usual in ((one, other), (other, one)):
            if seen.times[rare] == 1:
                near[rare].append(usual)
    for rare, all_near in near.items():
        models = all_near if len(all_near) == 1 else [low for low in all_near if seen.times[low] > 1]
        if len(models) == 1:
            yield rare, models[0]


def _seen(names: Neighbours) -> _Seen:
    first, behind = dict[str, Place](), dict[str, str]()
    alone, named = set[str](), set[str]()
    for number, run in enumerate(names.words):
        before = ""
        for at, low in enumerate(run):
            if low not in first:
                first[low], behind[low] = (number, at), before
            before = low
        (alone if len(run) == 1 else named).update(run)
    return _Seen(first, behind, _times(names), alone, named)


def _tells(word: Word, plain: str) -> bool:
    """Whether a word of letters has one capital at its head: it is no abbreviation."""
    return word.low.isalpha() and plain[word.start + 1 : word.end].islower()


def _alike(names: Neighbours) -> Collection[tuple[str, str]]:
    """The words one letter apart that begin alike and end or go on alike, each pair once."""
    words = [low for low in dict.fromkeys(chain.from_iterable(names.words)) if len(low) >= SHORTEST]
    several = (*_several(words, [low[0] + low[-1] for low in words]), *_several(words, [low[:HEAD] for low in words]))
    return dict.fromkeys([pair for group in several for pair in close(group, lambda low: _times(names)[low])])


def _several(words: Sequence[str], keys: Sequence[str]) -> Iterable[Sequence[str]]:
    """The words that have their key in common with others, by key: most have it alone."""
    if len({*keys}) == len(keys):
        return ()
    often = {key: list[str]() for key, times in Counter(keys).items() if times > 1}
    for word, key in zip(words, keys, strict=True):
        if key in often:
            often[key].append(word)
    return often.values()


@once
def _runs_of(names: Neighbours) -> Mapping[str, Sequence[int]]:
    """The runs in which each word stands, in order."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, run in enumerate(names.words):
        for low in dict.fromkeys(run):
            found[low].append(number)
    return found


@once
def _times(names: Neighbours) -> Mapping[str, int]:
    """How often each word stands in the names."""
    return Counter(chain.from_iterable(names.words))


def _may_be_slip(rare: str, usual: str, seen: _Seen) -> bool:
    """Whether a word and one that stands as often or more may be one: no ending makes the one of the other."""
    times = seen.times[usual]
    if min(len(rare), len(usual)) < LONG and times == 1:
        return False
    if _bent(rare, usual) and not (usual.startswith(rare) and rare in seen.alone and times > 1):
        return False
    if times == 1:
        return seen.first[rare] > seen.first[usual] and (rare in seen.alone or usual in seen.alone)
    return rare in seen.alone or (usual in seen.alone and len(rare) >= LONG)


def _bent(one: str, other: str) -> bool:
    """Whether a letter at its end makes another word of one: Himalaya, Himalayan. The last letter twice does not."""
    shorter, longer = sorted((one, other), key=len)
    return longer[:-1] == shorter and longer[-1] != shorter[-1]


def _in_one_list(word: Word, models: Sequence[Word], plain: str) -> bool:
    """Whether both stand side by side, or the word is one of a row and has another letter in the place of one."""
    usual = models[0].low
    another = len(word.low) == len(usual) and not swapped(word.low, usual)
    for model in models:
        earlier, later = sorted((word, model), key=lambda one: one.start)
        apart = plain[earlier.end : later.start]
        if len(apart) <= SIDE_BY_SIDE and "." not in apart and "\n" not in apart:
            return another or len(models) < OFTEN
    row = plain[word.start - 2 : word.start] == ", " or plain[word.end : word.end + 1] == ","
    return row and another and len(models) == 1


def _within(plain: str, word: Word) -> bool:
    """Whether a word stands behind a word in small letters, a figure or a comma."""
    before = plain[max(0, word.start - 2) : word.start]
    return before[1:] == " " and (before[0].islower() or before[0] in ",;" or before[0].isdigit())
