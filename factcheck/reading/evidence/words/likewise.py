"""Those of whom a word of a scale is said once more: "Alor masih merah, begitu pula Nagekeo", "… were red, as were X
and Y", "kabupaten itu termasuk yang merah, bersama X dan Y"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Claim, Span
from factcheck.reading.evidence.words.bare_places import joins
from factcheck.reading.evidence.words.borne_words import Cell, by_sentence, said
from factcheck.reading.evidence.words.words_of_scales import Word, said_of_nobody, word_known, words_of
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting

NEAR = 2
"""Mentions between what says that it is so of others too and the first of them."""
BACK = 2
"""So many sentences in front of "kabupaten itu" the one it means is told of."""


def likewise(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and those of words said once more of others, where the reference has it of them in that year."""
    told = by_sentence(claims)
    found = [
        claim for frame in with_tag(frames, Tag.BIND_LIKEWISE) for claim in _of_frame(frame, frames, told, setting)
    ]
    return [*claims, *found]


def _of_frame(
    frame: Frame, frames: Sequence[Frame], told: Mapping[int, Sequence[Claim]], setting: Setting
) -> Iterator[Claim]:
    for at in frame.having(Tag.BIND_LIKEWISE):
        named = _named(frame, at)
        where, word = _word_before(frame, at, frames, setting) if named else (frame, None)
        if word is None:
            continue
        own = [
            one for one in told.get(where.sentence.place, ()) if (one.end, one.measure) == (word.span.end, word.measure)
        ]
        model = next((one for one in own if one.kind != "extreme" and one.value == word.word and one.period), None)
        if model is None or len({one.period for one in own}) > 1:
            continue
        cells = [_cell(frame, name, word, model.period, setting) for name in named]
        owner = _owner(where, word, own, frames, setting)
        known = {one.subject for one in own}
        for cell in (*cells, *owner):
            if cell.word == word.word and cell.entity not in known:
                yield said(word, cell, where, model, setting)


def _named(frame: Frame, at: int) -> Sequence[int]:
    """The names right behind a place that nothing but commas and "dan" joins; where none are, the one right in front
    of it, in a sentence that tells nothing else ("Nagekeo juga begitu")."""
    names = list(frame.subjects(at + 1))
    if not names:
        before = frame.subjects(0, at)
        alone = len(before) == 1 and at - before[0] <= NEAR and not frame.has_any((SCALED, FIGURES))
        return before if alone else ()
    if names[0] - at > NEAR or frame.has_any((SCALED, FIGURES, Tag.GROUP), at, names[0]):
        return ()
    run = names[:1]
    for name in names[1:]:
        if not all(map(joins, frame.mentions[run[-1] + 1 : name])):
            break
        run.append(name)
    return run


def _word_before(frame: Frame, at: int, frames: Sequence[Frame], setting: Setting) -> tuple[Frame, Word | None]:
    """The last word of a scale in front of a place, in its sentence or else in the one before."""
    place = frame.sentence.place
    here = [word for word in words_of(frame, setting) if word.at < at]
    before = frames[place - 1] if place else frame
    found = (frame, here) if here or frame.has(SCALED) else (before, list(words_of(before, setting)))
    word = found[1][-1] if found[1] and not said_of_nobody(found[0], found[1][-1], setting) else None
    return found[0], word


def _cell(frame: Frame, at: int, word: Word, period: str, setting: Setting) -> Cell:
    mention = frame.mentions[at]
    entity = next((one for one in mention.ids if word_known(word, one, period, setting) == word.word), mention.ids[0])
    return Cell(at, entity, period, Span(mention.start, mention.end), word_known(word, entity, period, setting))


def _owner(frame: Frame, word: Word, own: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> Sequence[Cell]:
    """ "Kabupaten itu pada 2021 termasuk yang merah, bersama X": the one spoken of, of whom the word is said first;
    none where somebody is named in front of it, or it was read of one that is not behind it."""
    behind = all(one.subject_span is not None and one.subject_span.end > word.span.start for one in own)
    selves = frame.having(Tag.ENTITY_SELF, 0, word.at) if behind and not frame.names_between(0, word.at) else ()
    if not selves:
        return ()
    place = frame.sentence.place
    before = next((one for one in frames[max(0, place - BACK) : place][::-1] if one.names_between()), None)
    names = before.subjects() if before is not None else ()
    if before is None or len(names) != 1:
        return ()
    entity, period = before.mentions[names[0]].ids[0], own[0].period
    first = frame.mentions[selves[0] - frame.before(selves[0], Tag.GROUP)]
    span = Span(first.start, frame.mentions[selves[0]].end)
    return (Cell(selves[0], entity, period, span, word_known(word, entity, period, setting)),)
