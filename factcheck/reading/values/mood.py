"""Wishes, thresholds, conditions and negations: what they govern is no claim about what is."""

from __future__ import annotations

from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import VALUE_OF, Mention, Tag

MOOD_REACH = 3
"""How many mentions back a word of wish or threshold reaches."""
CLAUSE_ENDS = {Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.COLON, Tag.BIND_CLAUSE, Tag.CLOSE}
NEGATION_REACH = 9
""""tidak ada lagi kabupaten yang merah": a negation reaches further."""


def irrealis(frame: Frame, at: int) -> bool:
    """Whether a wish, threshold or negation governs the mention: "target nilai 90", "belum hijau"."""
    if frame.has(Tag.MOOD_CONDITIONAL, 0, at) or _of_none(frame, at):
        return True
    if _far_from(frame, at):
        return True
    first = max(0, at - 1 - NEGATION_REACH)
    if not (frame.has(Tag.MOOD_NEGATION, first, at) or frame.has(Tag.MOOD_IRREALIS, first, at)):
        return False
    reach = MOOD_REACH + (at > 0 and Tag.CUE_WORD in frame.mentions[at - 1].tags)  # "hampir turun ke zona merah"
    for place in range(at - 1, max(-1, at - 1 - NEGATION_REACH), -1):
        tags = frame.mentions[place].tags
        if _joins(frame, place, at):
            continue
        if frame.mentions[place].number is not None and frame.before(place, Tag.MOOD_NEGATION):
            return True
        if tags.keys() & CLAUSE_ENDS or _ends_mood(frame.mentions[place]):
            return False
        if Tag.MOOD_IRREALIS in tags and at - place <= reach and len(frame.gap(place, at)) <= 30:
            return True
        if Tag.MOOD_NEGATION in tags and len(frame.gap(place, at)) <= 40:
            return True
    return False


def _of_none(frame: Frame, at: int) -> bool:
    """ "No local government in West Sumatra is yellow": in some languages the subject bears the negation."""
    none = frame.having(Tag.MOOD_NONE, 0, at)
    between = frame.mentions[none[-1] : at] if none else ()
    return bool(between) and not any(one.tags.keys() & CLAUSE_ENDS or one.number is not None for one in between)


def _far_from(frame: Frame, at: int) -> bool:
    """ "kurang tiga per seratus angka dari hijau", "terpaut 0,6 dari zona hijau": so far from it, and not in it."""
    source = next(
        (place for place in range(at - 1, max(-1, at - 3), -1) if Tag.BIND_FROM in frame.mentions[place].tags), -1
    )
    behind = _before_brackets(frame, source)
    for place in range(behind - 1, max(-1, behind - 1 - NEGATION_REACH), -1):
        mention = frame.mentions[place]
        if mention.ids and 0 < place == behind - 1:
            return frame.mentions[place - 1].tags.get(Tag.CHANGE) == "any"
        if mention.tags.keys() & CLAUSE_ENDS or mention.ids:
            return False
        if Tag.MOOD_IRREALIS in mention.tags or mention.tags.get(Tag.CHANGE) == "any":
            return any(one.number is not None for one in frame.mentions[place:source])
    return False


def _before_brackets(frame: Frame, at: int) -> int:
    """The place in front of a figure in brackets that ends there: "jarak Kabupaten Sumbawa (79,65) dari zona hijau"."""
    bracketed = at > 2 and frame.mentions[at - 2].number is not None and Tag.CLOSE in frame.mentions[at - 1].tags
    return at - 3 if bracketed and Tag.OPEN in frame.mentions[at - 3].tags else at


def _joins(frame: Frame, place: int, at: int) -> bool:
    """Whether the mention only lists words of one scale, as in "tidak ada zona hijau, kuning atau merah"."""
    scales = [tag for tag in frame.mentions[at].tags if tag.startswith(VALUE_OF)]
    if not scales:
        return False
    between = frame.mentions[place:at]
    listing = {Tag.COMMA, Tag.BIND_AND, Tag.STATE_BEFORE, Tag.CUE_WORD, *scales}
    return all(mention.tags.keys() & listing for mention in between) and any(
        mention.tags.keys() & set(scales) for mention in frame.mentions[max(0, place - 2) : at]
    )


def _ends_mood(mention: Mention) -> bool:
    return bool(mention.ids) or mention.number is not None or any(tag.startswith(VALUE_OF) for tag in mention.tags)
