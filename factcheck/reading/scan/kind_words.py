"""Names with the word for their kind around them: "Tangerang city", "the regency of Tangerang"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from factcheck.reading.scan.mentions import Mention, Sentence, Tag
from factcheck.reading.scan.setting import Setting

JOINTS = ("", "'s")
"""What may stand between a name and the word for its kind behind it."""


def with_kinds(sentence: Sentence, plain: str, setting: Setting) -> Sentence:
    """The sentence with each name and the word for its kind as one mention, of the namesakes of that kind."""
    if not setting.language.words.entity.kind_follows:
        return sentence
    mentions = _without_articles(sentence.mentions, plain)
    return sentence._replace(mentions=_behind(_in_front(mentions, plain, setting), plain, setting))


def _without_articles(mentions: Sequence[Mention], plain: str) -> tuple[Mention, ...]:
    """ "the Riau Islands": the article says nothing."""
    return tuple(
        mention
        for mention, name in zip_longest(mentions, mentions[1:])
        if name is None or Tag.ENTITY_ARTICLE not in mention.tags or not name.ids or not _near(plain, mention, name)
    )


def _in_front(mentions: tuple[Mention, ...], plain: str, setting: Setting) -> tuple[Mention, ...]:
    """ "the city of Jambi", "the provincial governments of Jambi and Riau"; but "regency governments of Bali"."""
    made: list[Mention] = []
    for mention in mentions:
        if mention.ids and len(made) > 1 and _kind_of(plain, made[-2], made[-1], mention, setting):
            kind = made[-2]
            made[-2:] = [_named(mention, kind, kind.start, mention.end, setting)]
        else:
            made.append(mention)
    return tuple(made)


def _kind_of(plain: str, kind: Mention, joint: Mention, name: Mention, setting: Setting) -> bool:
    joined = Tag.ENTITY_KIND_OF in joint.tags and _near(plain, kind, joint) and _near(plain, joint, name)
    return joined and (_kind(kind) or (Tag.ENTITY_KINDS_FOLLOW in kind.tags and bool(_fitting(name, kind, setting))))


def _behind(mentions: Sequence[Mention], plain: str, setting: Setting) -> tuple[Mention, ...]:
    """ "Jambi city"."""
    made: list[Mention] = []
    for mention in mentions:
        if made and made[-1].ids and _kind(mention) and _near(plain, made[-1], mention):
            made[-1] = _named(made[-1], mention, made[-1].start, mention.end, setting)
        else:
            made.append(mention)
    return tuple(made)


def _kind(mention: Mention) -> bool:
    return Tag.ENTITY_KIND_FOLLOWS in mention.tags and Tag.GROUP in mention.tags


def _near(plain: str, left: Mention, right: Mention) -> bool:
    return plain[left.end : right.start].strip() in JOINTS


def _named(name: Mention, kind: Mention, start: int, end: int, setting: Setting) -> Mention:
    return name._replace(start=start, end=end, ids=_fitting(name, kind, setting) or name.ids)


def _fitting(name: Mention, kind: Mention, setting: Setting) -> tuple[str, ...]:
    """Those namesakes that are of a kind."""
    return tuple(one for one in name.ids if setting.reference.is_of(one, kind.tags.get(Tag.GROUP, "")))
