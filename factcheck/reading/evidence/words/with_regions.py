"""A word said of a region and of all that lies in it together: "Semua pemda, provinsi maupun kabupaten/kota, di zona
hijau" says it of the province too, whose own result the reference has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Span
from factcheck.reading.evidence.words.borne_words import Cell, said, year_beside
from factcheck.reading.evidence.words.regions_told_too import REACH, told_too
from factcheck.reading.evidence.words.words_of_scales import Word, said_of_nobody, word_known, words_of
from factcheck.reading.scan.frame import SCALED, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import is_question
from factcheck.reference.packs.info import FIRST


def with_regions(
    claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, main: str, years: Sequence[str], region: str
) -> list[Claim]:
    """The claims, and those of words read of nobody that are said of a region and of those in it together, of it:
    `region` is the one that the article is about."""
    main = main or (years[0] if len(years) == 1 else "")
    taken = {(claim.end, claim.measure) for claim in claims if isinstance(claim.value, str)}
    found: list[Claim] = []
    for frame in with_tag(frames, SCALED):
        if not frame.has(Tag.GROUP) or frame.sentence.kind in ("row", "header") or is_question(frame):
            continue
        for word in words_of(frame, setting):
            pair = None if (word.span.end, word.measure) in taken else told_too(frame, word.at, setting.reference)
            if pair is not None and not said_of_nobody(frame, word, setting):
                found += _of_region(frame, word, pair, setting, main, region)
    return [*claims, *found]


def _of_region(frame: Frame, word: Word, pair: int, setting: Setting, main: str, region: str) -> Iterator[Claim]:
    """The claim of the region: the one named, of its sentence, or else the one that the article is about."""
    mark = year_beside(frame, word)
    year = mark.year if mark is not None else main
    entity, span = _named(frame, pair, setting)
    entity = entity or region
    known = word_known(word, entity, year, setting) if entity and year else ""
    if known:
        yield said(word, Cell(pair, entity, year, span, known), frame, None, setting)


def _named(frame: Frame, pair: int, setting: Setting) -> tuple[str, Span]:
    """The region named last up to a place, and where; nobody where none is."""
    own = [one for one in (pair, *range(pair - 1, max(-1, pair - REACH), -1)) if frame.mentions[one].ids]
    for at in own:
        first = next((one for one in frame.mentions[at].ids if setting.reference.level_of(one) == FIRST), "")
        if first:
            return first, Span(frame.mentions[at].start, frame.mentions[at].end)
    return "", Span(frame.mentions[pair].start, frame.mentions[pair].end)
