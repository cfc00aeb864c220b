"""Which mentions of an article are one person in two spellings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factcheck.reading.office import institution_fits, role_fits
from factcheck.reading.people import PersonMention
from factcheck.reading.spelling import apart, bones

LONG_NAME = 10
"""Letters that a name needs to be told from another's."""
SIDE_BY_SIDE = 60
"""Code points: two names as near as this are two people."""

Pair = tuple[PersonMention, PersonMention]
"""The mention with the slip, and one of the same person in the other spelling."""


def spelt_twice(people: Sequence[PersonMention]) -> Iterator[Pair]:
    """Each mention that a slip tells from the other mentions of the same person, with the first of those."""
    open_to_doubt = [mention for mention in people if mention.spelling != "wrong"]
    full = [mention for mention in open_to_doubt if len(mention.words) > 1]
    slips = dict(_slips(full))
    yield from slips.items()
    yield from _parts(open_to_doubt, [mention for mention in full if mention not in slips])


def _slips(full: Sequence[PersonMention]) -> Iterator[Pair]:
    count = Counter(mention.words for mention in full)
    for later, mention in enumerate(full):
        for other in full[:later]:
            if mention.words != other.words and _one_person(other, mention):
                yield (mention, other) if _rather(other, mention, count) else (other, mention)
                break


def _rather(other: PersonMention, mention: PersonMention, count: Counter[tuple[str, ...]]) -> bool:
    """Whether the spelling of `other` is the one to trust: known to the reference, commoner, or earlier."""
    known = (other.spelling == "right") - (mention.spelling == "right")
    return (known or count[other.words] - count[mention.words]) >= 0


def _one_person(one: PersonMention, other: PersonMention) -> bool:
    if len(one.words) != len(other.words) or (one.spelling and other.spelling) or not _alike(one, other):
        return False
    role, place = role_fits(one.office, other.office), institution_fits(one.office, other.office)
    if -1 in (role, place):
        return False
    if role > 0:
        return True
    return other.start - one.end > SIDE_BY_SIDE and sum(map(len, one.words)) >= LONG_NAME


def _alike(one: PersonMention, other: PersonMention) -> bool:
    """Whether one word differs by a letter, of names with another word that does not."""
    different = [(left, right) for left, right in zip(one.words, other.words, strict=True) if left != right]
    if len(different) != 1 or max(map(len, set(one.words) & set(other.words)), default=0) < 2:
        return False
    left, right = different[0]
    return min(len(left), len(right)) > 3 and apart(left, right) == 1


def _parts(people: Sequence[PersonMention], full: Sequence[PersonMention]) -> Iterator[Pair]:
    """Roswondi, where the article has one Roswandi and nobody else of a like name."""
    spelled = {word for mention in full for word in mention.words}
    for mention in people:
        if len(mention.words) == 1 and mention.cue in ("part", "speech") and mention.words[0] not in spelled:
            model = _only_model(mention.words[0], full)
            if model is not None and model.start < mention.start:
                yield mention, model


def _only_model(word: str, full: Sequence[PersonMention]) -> PersonMention | None:
    alike = [mention for mention in full if any(_slip_of(word, other) for other in mention.words)]
    return alike[0] if len({mention.words for mention in alike}) == 1 else None


def _slip_of(word: str, other: str) -> bool:
    """Whether two words differ by a vowel or a doubled letter."""
    return len(word) > 4 and bones(word) == bones(other) and apart(word, other) == 1
