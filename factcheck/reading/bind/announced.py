"""Words of a scale announced before a list: "kategori B, yaitu:" is said of every name that follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Strength
from factcheck.reading.bind.tell import tell
from factcheck.reading.evidence.words.named_behind import tells_of_one
from factcheck.reading.records import Context, Reading, Told, Value, Waiting
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.subject import whose
from factcheck.reading.subject.shared_word import opens, spread

LEFT = (Tag.BIND_LEAVE, Tag.BIND_OUT)


def pending_claims(reading: Reading, context: Context, setting: Setting) -> Iterator[Told]:
    """The words announced before a list are said of every name in it."""
    if not context.pending or not _takes_up(reading.frame) or _has_its_own(reading):
        return
    own = {value.measure for value in reading.words}
    for value, sentence in context.pending:
        if value.measure in own:
            continue
        for place in _listed(reading, value):
            subject = whose.named(reading.frame, place, context, setting, Strength.MEANT)
            yield tell(reading.frame, value, subject, announced=sentence)


def _has_its_own(reading: Reading) -> bool:
    """ "Artinya kepatuhan tinggi. … 7 kabupaten di zona merah itu adalah …": whether a sentence of prose says of its
    names by another scale what they are."""
    return reading.frame.sentence.kind == "paragraph" and bool(reading.words)


def _takes_up(frame: Frame) -> bool:
    """Whether a sentence goes on with the list announced before it: "Mereka ialah …", "Kedua Kota Bima …", or a row."""
    if frame.sentence.kind != "paragraph":
        return frame.sentence.kind in ("item", "row")
    if tells_of_one(frame):
        return False
    if not frame.mentions or frame.mentions[0].start - frame.sentence.start > 3:
        told = frame.has(FIGURES) or len(frame.subjects()) > 1  # and not "SUARA KUPANG", of a page's head
        return told and frame.sentence.end - frame.sentence.start < 60
    first = frame.mentions[0]
    ordinal = first.number is not None and first.number.form == "ordinal"
    return ordinal or Tag.BIND_OPENER in first.tags or frame.sentence.end - frame.sentence.start < 60


def _listed(reading: Reading, value: Value) -> list[int]:
    if reading.frame.sentence.kind == "header":
        return []
    names = list(reading.frame.subjects())
    return names[:1] if reading.frame.sentence.kind in ("item", "row") else names


def waiting_words(reading: Reading, context: Context, setting: Setting) -> tuple[Waiting, ...]:
    """The words of a scale that wait for their list in the next sentence or block."""
    waiting: list[Waiting] = []
    scaled = len({count.at for counts in reading.qualified.values() for count in counts})
    for value in reading.words:
        qualified = reading.qualified.get(value.at, ())
        outcome = spread(reading.frame, value, qualified, reading.words, context, setting)
        head = opens(reading.frame, value)
        counted = bool(qualified) and not outcome.subjects and scaled == 1 and not _goes_on(reading.words, value)
        if (outcome.pending or head or counted) and not _is_left(reading.frame, value.at):
            waiting.append(Waiting(value, reading.frame.sentence.place))
    return tuple(waiting)


def _is_left(frame: Frame, at: int) -> bool:
    """ "Keluar dari zona kuning", "Dari kuning ke hijau": whether a word is what those of a list were before."""
    cue = at - (at > 0 and Tag.CUE_WORD in frame.mentions[at - 1].tags)
    return frame.has_any(LEFT, max(0, cue - 1), at) or frame.before(cue, Tag.BIND_FROM)


def _goes_on(words: Sequence[Value], value: Value) -> bool:
    """ "Tujuh berkualitas tertinggi, satu, Bangka Barat, berkualitas tinggi.": whether another word of the scale stands
    behind one."""
    return any(other.at > value.at and other.measure == value.measure for other in words)
