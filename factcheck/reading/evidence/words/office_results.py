"""Results of offices under the bare names of their regions: "Untuk Polres se-Sulteng … Sementara Morowali Utara, Sigi
dan Buol mendapat zona hijau" tells no government's zone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from factcheck.cache.patterns import compiled
from factcheck.model import Claim
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.explained.slots import Known
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.typed import NamedTuple

_NAME = compiled(r" [A-Z][a-z]")
BEHIND = (Tag.ENTITY, Tag.ENTITY_PLACES, Tag.COLON)
"""What stands right behind an office whose results are told: its region, among whom, or a list."""
TOLD = (SCALED, Tag.COUNT_ASSESSED, Tag.CUE_NUMBER, Tag.COLON)
"""With one of these in their sentence, offices are counted for their results."""
SAMPLE = 3
"""So many different offices in a sentence are those that were visited in a region."""


class Turn(NamedTuple):
    """A place of an article from which on governments or offices are spoken of."""

    start: int
    offices: bool
    block: int


def without_office_results(claims: Sequence[Claim], frames: Sequence[Frame], known: Known) -> list[Claim]:
    """The claims without words of a scale that stand where offices were spoken of last, in their paragraph or the one
    before it, and hang on no figure that is explained. Figures stay: a slip of a government's own is one too."""
    explained = {
        known.evidence.figures[start].frame.sentence.place
        for start in known.choices
        if known.evidence.figures[start].tells
    }
    spoken = [
        frame
        for frame in frames
        if frame.sentence.place in explained
        or Tag.ENTITY_OFFICES in frame.tagged
        or Tag.ENTITY_GOVERNMENT in frame.tagged
    ]
    turns = [turn for frame in spoken for turn in _turns(frame, explained)]
    return [claim for claim in claims if not (_is_word(claim) and _of_office(claim, frames, turns))]


def _is_word(claim: Claim) -> bool:
    return isinstance(claim.value, str) and kind_of(claim.kind) is VALUE


def _turns(frame: Frame, explained: Collection[int]) -> Iterator[Turn]:
    """What a sentence begins to speak of, in order: of governments as a whole where it has an explained figure."""
    sentence = frame.sentence
    if sentence.place in explained:
        yield Turn(sentence.start, offices=False, block=sentence.block)
    offices, governments = frame.having(Tag.ENTITY_OFFICES), frame.having(Tag.ENTITY_GOVERNMENT)
    names = {frame.plain[frame.mentions[at].start : frame.mentions[at].end].lower() for at in offices}
    for at in sorted([*offices, *governments]):
        government = Tag.ENTITY_GOVERNMENT in frame.mentions[at].tags
        if government or (len(names) < SAMPLE and _has_results(frame, at)):
            first = at in offices[:1] and sentence.place not in explained and not frame.names_between(0, at)
            start = frame.sentence.start if not government and first else frame.mentions[at].start
            yield Turn(start, not government, sentence.block)


def _has_results(frame: Frame, at: int) -> bool:
    """ "6 kantor pertanahan", "Polres se-Sulteng", "Kantor Pertanahan: …": no place to work in, nor somebody's who
    speaks ("Kepala Dinas Kesehatan Kota Jambi")."""
    if frame.before(at, Tag.ENTITY_TITLES, 1):
        return False
    at += frame.after(at, Tag.CLOSE)  # "Dinas Kependudukan dan Catatan Sipil (Disdukcapil) Kota Jayapura"
    named = _NAME.match(frame.plain, frame.mentions[at].end) is not None  # "Puskesmas Sentani"
    counted = frame.before(at, Tag.NUMBER, 1) and frame.has_any(TOLD)  # and not "kalau satu puskesmas tutup"
    return named or counted or any(frame.after(at, tag, 2) for tag in BEHIND)


def _of_office(claim: Claim, frames: Sequence[Frame], turns: Sequence[Turn]) -> bool:
    told = (
        claim.subject_span
    )  # "… di Rumah Dinas Gubernur. Kategori B berisi dua daerah. Masing-masing X (87,43) dan …"
    at = max(claim.start, told.start if told else 0)
    last = bisect_left(turns, at, key=lambda turn: turn.start) - 1
    return last >= 0 and turns[last].offices and turns[last].block >= frames[claim.sentence].sentence.block - 1
