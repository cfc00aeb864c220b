"""A bare word for a kind of region in a list of names is one of them: "yaitu provinsi, Bungo, dan Tebo", "kabupaten
itu, Kerinci, dan Merangin"."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.scan.mentions import Mention, Sentence, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.packs.info import FIRST

JOINS = {Tag.COMMA, Tag.BIND_AND}
LEADS = {*JOINS, Tag.BIND_OPENER, Tag.COLON, Tag.OPEN, Tag.BIND_HOLDER_AFTER}
"""What stands in front of the members of a list."""
FIGURED = {*JOINS, Tag.OPEN, Tag.CLOSE, Tag.NUMBER}
BETWEEN = 6
"""So many marks, words and figures join two members at most."""


def with_members(sentences: Sequence[Sentence], plain: str, setting: Setting) -> list[Sentence]:
    """The sentences with each such word as a name: a province that of the others of the list, which lie in it, and what
    "itu" points to the last one of its kind that was named."""
    return [_with_members(sentences, place, plain, setting) for place in range(len(sentences))]


def _with_members(sentences: Sequence[Sentence], place: int, plain: str, setting: Setting) -> Sentence:
    mentions = sentences[place].mentions
    bare = [at for at, one in enumerate(mentions) if Tag.GROUP in one.tags and not one.ids]
    if not bare or not [one for one in mentions if one.ids]:
        return sentences[place]
    named = {at: ids for at in bare if (ids := _meant(sentences, place, at, plain, setting))}
    if not named:
        return sentences[place]
    return sentences[place]._replace(mentions=tuple(_named(one, named.get(at, ())) for at, one in enumerate(mentions)))


def _met(sentences: Sequence[Sentence], place: int, kind: str, setting: Setting) -> tuple[str, ...]:
    """The last one of a kind that was named in front of a sentence."""
    named = (one.ids for at in range(place - 1, -1, -1) for one in reversed(sentences[at].mentions) if one.ids)
    return next((ids for ids in named if len(ids) == 1 and setting.reference.is_of(ids[0], kind)), ())


def _named(mention: Mention, ids: tuple[str, ...]) -> Mention:
    if not ids:
        return mention
    tags = {tag: word for tag, word in mention.tags.items() if tag not in (Tag.GROUP, Tag.ENTITY_GOVERNMENT)}
    return mention._replace(tags={**tags, Tag.ENTITY: ids[0]}, ids=ids)


def _meant(sentences: Sequence[Sentence], place: int, at: int, plain: str, setting: Setting) -> tuple[str, ...]:
    """Whom a bare word for a kind of region means, where it is a member of a list of names; else nobody."""
    mentions = sentences[place].mentions
    if at and (not mentions[at - 1].tags.keys() & LEADS or plain[mentions[at - 1].end : mentions[at].start].strip()):
        return ()
    pointed = at + 1 < len(mentions) and Tag.ENTITY_SELF in mentions[at + 1].tags
    kind = mentions[at].tags[Tag.GROUP]
    if not pointed and not setting.reference.all_on(kind, FIRST):
        return ()
    names = [*_names(mentions, at, -1, plain), *_names(mentions, at + pointed, 1, plain)]
    if not names or pointed:
        return _met(sentences, place, kind, setting) if names else ()
    records = [setting.reference.entities.get(ids[0]) for ids in names]
    parents = {record.parent for record in records if record is not None}
    inside = next(iter(parents)) if len(parents) == 1 else ""
    return (inside,) if inside and setting.reference.is_of(inside, kind) else ()


def _names(mentions: Sequence[Mention], at: int, step: int, plain: str) -> list[tuple[str, ...]]:
    """The names of the run that begins behind a place, or ends in front of it, joined by commas and "dan" alone."""
    found: list[tuple[str, ...]] = []
    last, here = at, at + step
    while 0 <= here < len(mentions) and abs(here - last) <= BETWEEN:
        one, before = mentions[here], mentions[here - step]
        between = plain[one.end : before.start] if step < 0 else plain[before.end : one.start]
        if between.strip():
            break
        if one.ids and here != last + step:
            found.append(one.ids)
            last = here
        elif one.ids or not one.tags.keys() & FIGURED:
            break
        here += step
    return found
