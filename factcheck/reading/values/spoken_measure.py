"""Which measure of the open packs a place of a text speaks of, where they have several: the one named last in front of
it ("nilai aspek kebebasan tertinggi dalam indeks 2022"), else next behind it in its sentence, else in the text before.

Of which of them a figure is that no word beside it names does not hang on the order in which the packs were asked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from factcheck.cache.once import once
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import CUE_OF, Mention, Tag
from factcheck.reading.scan.setting import Setting

_start = itemgetter(0)
PARTING = (
    Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.CELL, Tag.BIND_AND, Tag.BIND_CLAUSE, Tag.BIND_COMPARE, Tag.BIND_PAIR,
    Tag.CHANGE,
)  # fmt: skip
"""What parts two measures, so that each is spoken of."""


class Spoken:
    """The measures that a text names by a word that is no other's, and the settings by the one that is spoken of."""

    def __init__(self, frames: Sequence[Frame], setting: Setting) -> None:
        self._settings = {"": setting}
        self._places = _places(frames, _alone(setting))

    def measure(self, frame: Frame, start: int, *, here: bool = False) -> str:
        """The measure (PACK/MEASURE) that a place of a sentence speaks of; empty where none is known, with `here` where
        the sentence names none in front of the place."""
        places = self._places
        at = bisect_left(places, start, key=_start)
        before = places[at - 1] if at else None
        if before is not None and (here or before[0] >= frame.sentence.start):
            return before[1] if before[0] >= frame.sentence.start else ""
        behind = places[at] if at < len(places) and not here else None
        if behind is not None and behind[0] < frame.sentence.end:
            return behind[1]
        return before[1] if before is not None else ""

    def setting(self, frame: Frame, start: int) -> Setting:
        """The setting for a place of a sentence, with the pack that it speaks of in front of the others."""
        measure = self.measure(frame, start) if self._places else ""
        if measure not in self._settings:
            whole, pack = self._settings[""], measure.partition("/")[0]
            packs = {pack: whole.packs[pack], **whole.packs}
            self._settings[measure] = whole._replace(packs=packs, spoken=measure)
        return self._settings[measure]


@once
def spoken_in(frames: Sequence[Frame], setting: Setting) -> Spoken:
    """What the sentences of a text speak of."""
    return Spoken(frames, setting)


def _places(frames: Sequence[Frame], alone: Mapping[str, str]) -> Sequence[tuple[int, str]]:
    """Where a text names measures, with each of them; nothing where there is but one to be named."""
    if len(alone) < 2:
        return ()
    met = (frame for frame in frames if not alone.keys().isdisjoint(frame.tagged))
    return [place for frame in met for place in _named(frame, alone)]


def _named(frame: Frame, alone: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """ "aspek kebebasan tertinggi dalam Indeks Demokrasi Indonesia (IDI)": the measures that a sentence names, but for
    those that only say of what whole one is told in the same phrase."""
    last = -1
    for at, mention in enumerate(frame.mentions):
        measure = _measure(mention, alone)
        if not measure:
            continue
        if last < 0 or frame.has_any(PARTING, last, at) or _has_figure(frame, last, at):
            yield mention.start, measure
            last = at


def _has_figure(frame: Frame, start: int, stop: int) -> bool:
    return any(Tag.YEAR_DIGITS not in frame.mentions[at].tags for at in frame.having(FIGURES, start, stop))


def _measure(mention: Mention, alone: Mapping[str, str]) -> str:
    places = {alone[tag] for tag in mention.tags if tag in alone}
    return places.pop() if len(places) == 1 else ""


def _alone(setting: Setting) -> Mapping[str, str]:
    """The measures (PACK/MEASURE) by their tags, without those that several open packs have one of the same name of."""
    found: dict[str, set[str]] = {}
    for pack in setting.packs.values():
        for measure in pack.measures.values():
            if measure.type == "number":
                found.setdefault(f"{CUE_OF}{measure.name}", set()).add(f"{pack.name}/{measure.name}")
    return {tag: places.pop() for tag, places in found.items() if len(places) == 1}
