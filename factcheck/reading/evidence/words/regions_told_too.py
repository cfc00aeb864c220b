"""Where a word is said of a region and of all that lies in it: "provinsi maupun kabupaten/kota di zona hijau",
and the claims of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Span
from factcheck.reading.evidence.words.borne_words import Cell, said, year_beside
from factcheck.reading.evidence.words.words_of_scales import Word, said_of_nobody, word_known, words_of
from factcheck.reading.scan.frame import ENDS, SCALED, SUBJECT, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import is_question
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import FIRST, SECOND


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


REACH = 16
"""So many mentions in front of a word those it is said of stand."""
APART = 4
"""So many mentions at most from the region to what lies in it."""
BINDS = {Tag.BIND_AND, Tag.BIND_MEMBER, Tag.BIND_LIKEWISE}
JOINS = {*BINDS, Tag.MOOD_ALL, Tag.MOOD_THEM, Tag.NUMBER}
"""What may stand between the two: "pemprov dan seluruh kabupaten"; no comma: "Di tingkat provinsi, 18 kabupaten"."""
ALL = (Tag.MOOD_ALL, Tag.NUMBER, Tag.COLLECTIVE)
"""One of these in the sentence says that all of them are meant."""


def is_told_too(claim: Claim, frame: Frame | None, reference: Reference) -> bool:
    """Whether a word is said of a region together with those that lie in it."""
    if frame is None or not isinstance(claim.value, str) or not frame.has(Tag.GROUP):
        return False
    at = frame.ending(claim.end, SCALED)
    return at >= 0 and reference.level_of(claim.subject) == FIRST and told_too(frame, at, reference) is not None


def told_too(frame: Frame, word: int, reference: Reference) -> int | None:
    """Where in front of a word the region stands, by name or by its kind, that is told of with those in it; None where
    none is, or where they are only those that bear a word ("provinsi dan kabupaten yang masih merah")."""
    for at in frame.having(Tag.GROUP, max(0, word - REACH), word):
        if not _is_of(frame, at, SECOND, reference) or frame.has_any((*ENDS, SCALED), at, word):
            continue
        near = range(max(0, at - APART), min(word, at + APART + 1))
        ones = (one for one in near if _is_region(frame, one, reference))
        one = next((one for one in ones if _are_joined(frame, one, at)), None)
        if (
            one is not None
            and frame.has_any(ALL, max(0, word - REACH), word)
            and not _qualifies(frame, max(one, at), word)
        ):
            return one
    return None


def _qualifies(frame: Frame, last: int, word: int) -> bool:
    told = frame.plain[frame.mentions[last].end : frame.mentions[word].start].lower().split()
    return not set(frame.words.relative).isdisjoint(told)


def _is_of(frame: Frame, at: int, level: str, reference: Reference) -> bool:
    group = frame.mentions[at].tags.get(Tag.GROUP, "")
    return bool(group) and reference.all_on(group, level)


def _is_region(frame: Frame, at: int, reference: Reference) -> bool:
    """Whether a mention is a region of the first level: one that is named, or the word for one."""
    ids = frame.mentions[at].ids
    named = bool(ids) and frame.roles[at] == SUBJECT and reference.level_of(ids[0]) == FIRST
    return named or (not ids and _is_of(frame, at, FIRST, reference) and not frame.before(at, Tag.NUMBER))


def _are_joined(frame: Frame, one: int, other: int) -> bool:
    """ "pemprov dan seluruh kabupaten/kota", "entah provinsi entah kabupaten"; not "five North Maluku districts"."""
    first, last = sorted((one, other))
    if last == first + 1:
        return not frame.mentions[one].ids and frame.gap(first, last).strip().isalpha()
    between = frame.mentions[first + 1 : last]
    bound = any(mention.tags.keys() & BINDS for mention in between)
    return bound and all(mention.tags.keys() & JOINS for mention in between)
