"""Which mentions of an article are one person in two spellings."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from factcheck.cache.patterns import compiled
from factcheck.reading.office import institution_fits, role_fits
from factcheck.reading.people import PersonMention
from factcheck.reading.spelling import apart, word_bones

LONG_NAME, LONG_WORD = 8, 5
"""Letters that a name, and a part of one alone, need to be told from another's."""
SIDE_BY_SIDE = 30
"""Code points: two names as near as this, or in one sentence, are two people."""
_NEW_SENTENCE = compiled(r"[.!?\"]\s")


Count = Callable[[str], int]
"""How often a word in lower case stands in the article."""


class Slip(NamedTuple):
    """A mention whose spelling is not that of `model`, which names the same person.

    `sure`: not for a mere part of the name that stands one against one, or where nothing says that it is a person.
    """

    mention: PersonMention
    model: PersonMention
    sure: bool


def spelt_twice(people: Sequence[PersonMention], plain: str) -> list[Slip]:
    """A slip for each mention whose spelling is the rarer one of its person in a text, or the later one of two.

    How often a spelling occurs is counted in all of `plain`, headlines and captions included.
    """
    doubtful = [mention for mention in people if mention.spelling != "wrong"]
    full = [mention for mention in doubtful if len(mention.words) > 1]
    low = plain.lower()

    def count(word: str) -> int:
        return len(re.findall(rf"\b{re.escape(word)}\b", low))

    slips = {slip.mention.start: slip for slip in _of_names(full, plain, count)}
    rest = [mention for mention in full if mention.start not in slips]
    slips.update((slip.mention.start, slip) for slip in _of_parts(doubtful, rest, count))
    return [slips[start] for start in sorted(slips)]


def _of_names(full: Sequence[PersonMention], plain: str, count: Count) -> Iterator[Slip]:
    for later, mention in enumerate(full):
        for other in full[:later]:
            if mention.words != other.words and _one_person(other, mention, plain):
                yield _slip(other, mention, count)
                break


def _one_person(one: PersonMention, other: PersonMention, plain: str) -> bool:
    if len(one.words) != len(other.words) or (one.spelling and other.spelling) or not _alike(one, other):
        return False
    role, place = role_fits(one.office, other.office), institution_fits(one.office, other.office)
    # The mayor may be the chair of a party too: three words tell who it is.
    if -1 in (role, place) and len(one.words) < 3:
        return False
    if role > 0 or -1 in (role, place):
        return True
    between = plain[one.end : other.start]
    apart_in_text = len(between) > SIDE_BY_SIDE and (one.cue == "headline" or _NEW_SENTENCE.search(between))
    return bool(apart_in_text) and sum(map(len, one.words)) >= LONG_NAME


def _alike(one: PersonMention, other: PersonMention) -> bool:
    """Whether one word differs by a letter, of names with another word that does not."""
    different = [pair for pair in zip(one.words, other.words, strict=True) if pair[0] != pair[1]]
    if len(different) != 1 or max(map(len, set(one.words) & set(other.words)), default=0) < 2:
        return False
    left, right = different[0]
    return min(len(left), len(right)) > 3 and apart(left, right) == 1


def _slip(one: PersonMention, other: PersonMention, count: Count) -> Slip:
    """Which of two spellings to trust: known to the reference, else the commoner, else the earlier."""
    left, right = next(pair for pair in zip(one.words, other.words, strict=True) if pair[0] != pair[1])
    known = (one.spelling == "right") - (other.spelling == "right")
    margin = known or count(left) - count(right)
    return Slip(other, one, True) if margin >= 0 else Slip(one, other, True)


def _of_parts(people: Sequence[PersonMention], full: Sequence[PersonMention], count: Count) -> Iterator[Slip]:
    """Roswondi, where the article has a Saiful Roswandi and nobody else of a like name."""
    spelled = {word for mention in full for word in mention.words}
    for mention in people:
        word = mention.words[0]
        if len(mention.words) > 1 or mention.cue not in ("part", "speech") or word in spelled:
            continue
        found = _only_model(mention, full)
        if found is None:
            continue
        model, right = found
        if count(right) >= count(word):
            yield Slip(mention, model, count(right) > count(word) and mention.cue == "speech")
        elif not model.spelling and sum(right in other.words for other in full) == 1:
            yield Slip(model, mention, True)


def _only_model(part: PersonMention, full: Sequence[PersonMention]) -> tuple[PersonMention, str] | None:
    """The one person with a word alike, and that word; None where there is none, or more than one."""
    alike = [(mention, word) for mention in full for word in mention.words if _slip_of(part.words[0], word)]
    return alike[0] if len({word for _, word in alike}) == 1 and not part.name.isupper() else None


def _slip_of(word: str, other: str) -> bool:
    """Whether two words differ by a vowel, an h or a doubled letter."""
    return len(word) >= LONG_WORD and word_bones(word) == word_bones(other) and apart(word, other) == 1
