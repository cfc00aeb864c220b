"""Words for kinds of regions: around a name ("the regency of Tangerang"), or bare, for the one spoken of ("Provinsi
melesat dari kuning ke hijau")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Mention, Sentence, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.packs.info import FIRST

YEARS = (Tag.YEAR, Tag.YEAR_DIGITS, Tag.COMMA)


def opens_clause(frame: Frame, at: int, setting: Setting) -> bool:
    """ "Provinsi melesat dari kuning ke hijau", "Tahun sebelumnya provinsi masih kuning": whether a bare kind of region
    is the subject of its clause."""
    if not setting.reference.all_on(frame.mentions[at].tags.get(Tag.GROUP, ""), FIRST):
        return False
    number = frame.mentions[at + 1].number if frame.after(at, Tag.NUMBER) else None
    if at + 1 < len(frame.mentions) and (frame.mentions[at + 1].ids or (number is not None and number.quantum == 1)):
        return False
    if not at or (Tag.YEAR in frame.mentions[0].tags and _is_dated(frame, at)):
        return not frame.plain[frame.sentence.start : frame.mentions[0].start].strip(" \"'(*")
    opens = bool(frame.mentions[at - 1].tags.keys() & {Tag.BIND_CLAUSE, Tag.SEMICOLON})
    return opens and not frame.gap(at - 1, at).strip()


def _is_dated(frame: Frame, at: int) -> bool:
    """Whether nothing but a year stands in front of a place of a sentence."""
    years = all(not one.tags.keys().isdisjoint(YEARS) for one in frame.mentions[:at])
    return years and not any(frame.gap(place, place + 1).strip() for place in range(at))


def bears_figure(frame: Frame, at: int, setting: Setting) -> bool:
    """ "Provinsi sendiri 92,08": whether such a word opens the clause of the figure right behind it."""
    kind = at - 1
    if kind < 0 or Tag.GROUP not in frame.mentions[kind].tags or not opens_clause(frame, kind, setting):
        return False
    between = frame.gap(kind, at).strip().lower()
    return not between or between in frame.words.own


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
