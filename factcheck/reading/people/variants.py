"""Which mentions of an article are one person in two spellings."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from heapq import merge

from factcheck.cache.patterns import compiled
from factcheck.language.one_letter import one_letter, without_a_letter
from factcheck.reading.people.find import PersonMention, is_told
from factcheck.reading.people.office import institution_fits, role_fits
from factcheck.reading.people.spelling import apart, word_skeleton
from factcheck.typed import NamedTuple

LONG_NAME, LONG_WORD = 8, 5
"""Letters that a name, and a part of one alone, need to be told from another's."""
LONG_PART = 4
"""Letters of a part that is misspelt while the others are not."""
SIDE_BY_SIDE = 30
"""Code points: two names as near as this, or in one sentence, are two people."""
PAIR = 2
MANY = 60
"""So many names are told apart by more than one word that they share: an article has a dozen."""
MOST_ALIKE = 100
"""Names a letter away from each other that another is held against: an article has two."""
_NEW_SENTENCE = compiled(r"[.!?\"]\s")


Name = tuple[str, ...]
Key = tuple[str | int, ...]
Count = Callable[[str], int]
"""How often a word in lower case stands in the article."""


class Slip(NamedTuple):
    """A mention whose spelling is not that of `model`, which names the same person.

    `sure`: not for a mere part of the name that stands one against one, or where nothing says that it is a person.
    `settled`: the reference knows the other spelling, or the article has it more often; else either may be right.
    """

    mention: PersonMention
    model: PersonMention
    sure: bool
    settled: bool = True


def spelt_twice(people: Sequence[PersonMention], plain: str) -> list[Slip]:
    """A slip for each mention whose spelling is the rarer one of its person in a text, or the later one of two.

    How often a spelling occurs is counted in all of `plain`, headlines and captions included.
    """
    doubtful = [mention for mention in people if mention.spelling != "wrong"]
    full = [mention for mention in doubtful if len(mention.words) > 1]
    if len(doubtful) < PAIR:
        return []

    def count(word: str) -> int:
        return _times(plain)[word] if word.isalnum() else len(re.findall(rf"\b{re.escape(word)}\b", plain.lower()))

    strange = list(_of_strangers(doubtful, count))
    if not full:
        return strange
    slips = {slip.mention.start: slip for slip in _of_names(full, plain, count)}
    rest = [mention for mention in full if mention.start not in slips]
    slips.update((slip.mention.start, slip) for slip in (*_of_parts(doubtful, rest, count), *strange))
    return [slips[start] for start in sorted(slips)]


@lru_cache(maxsize=1)
def _times(plain: str) -> Counter[str]:
    """How often each word stands in a text, in lower case."""
    return Counter(re.findall(r"\w+", plain.lower()))


def _of_names(full: Sequence[PersonMention], plain: str, count: Count) -> Iterator[Slip]:
    """The slips of full names, each held against the names before it that are spelt almost alike."""
    earlier: dict[Name, list[tuple[int, PersonMention]]] = {}
    keys = _keys if len({mention.words for mention in full}) < MANY else _narrow_keys
    sharing: dict[Key, list[Name]] = defaultdict(list)
    for place, mention in enumerate(full):
        near = dict.fromkeys(name for key in keys(mention.words) for name in sharing[key])
        alike = [earlier[name] for name in near if _alike(name, mention.words)]
        for _, other in merge(*alike):
            if _one_person(other, mention, plain):
                yield _slip(other, mention, count)
                break
        if mention.words not in earlier:
            earlier[mention.words] = []
            for key in keys(mention.words):
                if len(sharing[key]) < MOST_ALIKE:
                    sharing[key].append(mention.words)
        earlier[mention.words].append((place, mention))


def _keys(words: Name) -> Sequence[Key]:
    """What a name has in common with one that differs from it in one word: another word at its place."""
    return [(len(words), place, word) for place, word in enumerate(words) if len(word) > 1]


@lru_cache(maxsize=1024)
def _narrow_keys(words: Name) -> Sequence[Key]:
    """What a name has in common with one in which one word is a letter off: all others, and what is left of that one
    when a letter is taken out."""
    return [
        (*words[:place], place, rest, *words[place + 1 :])
        for place, word in enumerate(words)
        if len(word) >= LONG_PART
        for rest in without_a_letter(word)
    ]


def _one_person(one: PersonMention, other: PersonMention, plain: str) -> bool:
    """Whether two names that are spelt almost alike are of one person."""
    if one.spelling and other.spelling:
        return False
    role, place = role_fits(one.office, other.office), institution_fits(one.office, other.office)
    # The mayor may be the chair of a party too: three words tell who it is.
    if -1 in (role, place) and len(one.words) < 3:
        return False
    if role > 0 or -1 in (role, place):
        return True
    far = other.start - one.end > SIDE_BY_SIDE
    apart_in_text = far and (one.cue == "headline" or _NEW_SENTENCE.search(plain, one.end, other.start))
    return bool(apart_in_text) and sum(map(len, one.words)) >= LONG_NAME


@lru_cache(maxsize=4096)
def _alike(one: Name, other: Name) -> bool:
    """Whether one word differs by a letter, of names with another word that does not."""
    different = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(different) != 1 or max(map(len, set(one) & set(other)), default=0) < 2:
        return False
    left, right = different[0]
    return min(len(left), len(right)) >= LONG_PART and one_letter(left, right)


def _slip(one: PersonMention, other: PersonMention, count: Count) -> Slip:
    """Which of two spellings to trust: known to the reference, else the commoner, else the earlier."""
    left, right = next(pair for pair in zip(one.words, other.words, strict=True) if pair[0] != pair[1])
    known = (one.spelling == "right") - (other.spelling == "right")
    margin = known or count(left) - count(right)
    return Slip(other, one, True, margin > 0) if margin >= 0 else Slip(one, other, True)


def _of_parts(people: Sequence[PersonMention], full: Sequence[PersonMention], count: Count) -> Iterator[Slip]:
    """Roswondi, where the article has a Saiful Roswandi and nobody else of a like name."""
    parts = [mention for mention in people if len(mention.words) == 1 and mention.cue in ("part", "speech")]
    if not parts:
        return
    bearers: dict[str, list[PersonMention]] = defaultdict(list)
    for mention in full:
        for word in dict.fromkeys(mention.words):
            bearers[word].append(mention)
    framed: dict[str, list[str]] = defaultdict(list)
    for word in bearers:
        framed[word_skeleton(word)].append(word)
    for mention in parts:
        word = mention.words[0]
        alike = [other for other in framed.get(word_skeleton(word), ()) if _is_slip_of(word, other)]
        if word in bearers or len(alike) != 1 or mention.name.isupper():  # nobody, or more than one
            continue
        right = alike[0]
        model = bearers[right][0]
        if model.start > mention.start:  # who was told of by one word before is somebody else
            continue
        if count(right) >= count(word):
            yield Slip(mention, model, count(right) > count(word) and mention.cue == "speech")
        elif not model.spelling and len(bearers[right]) == 1:
            yield Slip(model, mention, True)


def _of_strangers(people: Sequence[PersonMention], count: Count) -> Iterator[Slip]:
    """ "ujar Najib", where the article has a Mokhammad Najih and tells nobody of a Najib."""
    strange = [mention for mention in people if mention.cue == "stranger"]
    if not strange:
        return
    from factcheck.reading.people.strangers import is_slip

    told = [(one, part) for one in people if is_told(one) for part in one.words]
    for mention in strange:
        word = mention.words[0]
        pairs = (pair for pair in told if pair[0].start < mention.start and is_slip(word, pair[1]))
        model, right = next(pairs, (None, ""))
        if model is not None:
            yield Slip(mention, model, True, bool(model.spelling) or count(right) > count(word))


def _is_slip_of(word: str, other: str) -> bool:
    """Whether two words of one skeleton differ by a letter: a vowel, an h or a doubled one."""
    return len(word) >= LONG_WORD and apart(word, other) == 1
