"""A figure in points that is just how far the values of two are apart is the distance of the one to the other: of whom
was spoken in "Selisihnya dengan Nunukan 16,76 poin", of Gowa in "Jarak Gowa dengan pemuncak 6,55 poin"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from factcheck.language.written import Number
from factcheck.model import Claim, number_of
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag

PAIR, MOST = 2, 8
"""A distance has two ends; of so many values the other one may be."""

Near = Callable[[str, int], Sequence[Claim]]


def told_gap(number: Number, frame: Frame, before: Sequence[Frame], near: Near) -> Claim | None:
    """The value of whom a distance is told: `before` are the sentences in front, `near` gives the values of one that
    are told near by; None where no two of one year are so far apart."""
    place = frame.sentence.place
    names = [ids[0] for at, ids in frame.bearers if len(ids) == 1 and frame.mentions[at].start < number.start]
    if not 0 < len(names) <= PAIR:
        return None
    own = near(names[0], place)
    if len(names) == PAIR:
        return next(_apart(number, own, near(names[1], place)), None)
    spoken = dict.fromkeys(name for one in reversed(before) for _, ids in reversed(one.bearers) for name in ids)
    others = list(chain.from_iterable(near(name, place) for name in spoken if name != names[0]))[: 2 * MOST]
    if _is_led_to(frame):
        return next(_apart(number, others, own), None)
    return next(_apart(number, own, others), None)


def is_gap(frame: Frame) -> bool:
    """Whether the first name of a sentence stands behind a word for a distance: "Selisih dengan Jateng"."""
    return Tag.CHANGE in frame.tagged and _is_led_to(frame)


def _is_led_to(frame: Frame) -> bool:
    at = frame.bearers[0][0] if frame.bearers else 0
    led = at > 1 and frame.has_any((Tag.BIND_FRONT, Tag.BIND_FROM, Tag.BIND_COMPARE), at - 1, at)
    return led and frame.mentions[at - 2].tags.get(Tag.CHANGE) == "any"


def _apart(number: Number, ones: Sequence[Claim], others: Sequence[Claim]) -> Iterator[Claim]:
    """Those of some values that lie just so far from one of others of the same measure and year."""
    for one in ones:
        slot = (one.pack, one.measure, one.period)
        if any(
            abs(number_of(one) - number_of(other)) == number.value
            for other in others
            if (other.pack, other.measure, other.period) == slot and other.subject != one.subject
        ):
            yield one
