"""A bare word for a kind of region that stands for the one spoken of: "Provinsi melesat dari kuning ke hijau"."""

from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.mentions import Tag
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
