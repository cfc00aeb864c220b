"""Words for the top and bottom of a group."""

from __future__ import annotations

from factcheck.reading.records import Value
from factcheck.reading.scan.frame import ENDS, Frame
from factcheck.reading.scan.mentions import Mention, Tag
from factcheck.reading.scan.setting import Setting

TOP = 50
"""So many may be the top of a ranking."""
TOPPED = 5
"""Mentions from a number that is the top of a ranking to the word for its end."""
CLOSE = 3
"""Mentions in front of the word in which a change makes it the highest of changes."""
WORD = 16
"""Letters of a word behind it."""
GIVEN = 5
"""Words in front of the word among which a verb says that what it grades is given."""
TOLD_OF = {Tag.CUE_NUMBER, Tag.CUE_WORD, Tag.RANK_CUE, Tag.GROUP, Tag.COMMA}
"""What a word for the top that stands behind one of these may be said of."""
FROM = (Tag.BIND_FROM, Tag.RANK_AMONG)
PHRASE = (Tag.COMMA, *ENDS)
"""What a phrase begins behind."""


def extreme_value(frame: Frame, at: int, mention: Mention, setting: Setting) -> Value | None:
    """A word as the top or bottom of a group, or None where it only grades ("predikat terbaik") or tells changes."""
    if of_change(frame, at) or not tells_end(frame, at, mention):
        return None
    word, pack = mention.tags[Tag.EXTREME], next(iter(setting.packs))
    return Value(at, "extreme", pack, setting.packs[pack].rank_measure, word, mention.start, mention.end)


def tells_end(frame: Frame, at: int, mention: Mention) -> bool:
    """Whether a word for the top or bottom says of one that he is there: of no grade, of no second, of no several."""
    if frame.after(at, Tag.NUMBER) and _next_is_ordinal(frame, at):
        return False
    if _graded(frame, at) or _of_service(frame, at) or frame.has(Tag.BIND_ONEOF, max(0, at - 3), at):
        return False
    return not (
        _of_thing(frame, at)
        or _of_next(frame, mention)
        or _of_several(frame, at)
        or _of_rank(frame, at)
        or _of_two_named(frame, at)
        or _of_both_ends(frame, at)
        or _of_order(frame, at)
    )


def _of_next(frame: Frame, mention: Mention) -> bool:
    """ "Iuran tertinggi berikutnya di Jawa milik Demak": whether it is said of who comes behind the highest."""
    behind = frame.plain[mention.end : min(frame.sentence.end, mention.end + WORD)].split(maxsplit=1)
    return bool(behind) and behind[0].strip(",.").lower() in frame.words.next_one


def _of_both_ends(frame: Frame, at: int) -> bool:
    """ "Ini iuran 2025 terendah dan tertinggi di Indonesia": whether a word for one end is joined to one for the other,
    and so says of nobody that he is there."""
    for one, joint in ((at - 2, at - 1), (at + 2, at + 1)):
        if 0 <= one < len(frame.mentions) and Tag.BIND_AND in frame.mentions[joint].tags:
            other = frame.mentions[one].tags.get(Tag.EXTREME, "")
            if other and other != frame.mentions[at].tags[Tag.EXTREME]:
                return True
    return False


def _of_order(frame: Frame, at: int) -> bool:
    """ "Diurutkan dari yang terbesar:": whether it is where an order begins."""
    lead = next((one for one in (at - 1, at - 2) if one >= 0 and frame.mentions[one].tags.keys() & {*FROM}), -1)
    between = frame.plain[frame.mentions[lead].end : frame.mentions[at].start].lower().split() if lead >= 0 else ()
    return len(between) == 1 and between[0] in frame.words.relative


def _next_is_ordinal(frame: Frame, at: int) -> bool:
    number = frame.mentions[at + 1].number
    return number is not None and number.form == "ordinal"


def _graded(frame: Frame, at: int) -> bool:
    """ "predikat terbaik": a grade, not a place among others, as the one with the "skor terbaik" has."""
    if not at or not frame.close(at - 1, at, 1):
        return False
    tags = frame.mentions[at - 1].tags
    return Tag.CUE_WORD in tags and not tags.keys() & {Tag.CUE_NUMBER, Tag.RANK_CUE}


def _of_service(frame: Frame, at: int) -> bool:
    """ "konsisten memberi layanan publik terbaik bagi warga": whether a verb stands a few words in front of a word for
    the top with nothing between that is measured, counted or ranked: it grades what is given, and tells of nobody."""
    if frame.mentions[at].tags.get(Tag.EXTREME) != "highest":
        return False
    lead = frame.plain[frame.sentence.start : frame.mentions[at].start].lower().split()[-GIVEN:]
    verbs = [place for place, word in enumerate(lead) if word in frame.words.serves]
    if not verbs:
        return False
    given = sum(len(word) + 1 for word in lead[verbs[-1] + 1 :])
    between = (one for one in frame.mentions[max(0, at - GIVEN) : at] if one.start >= frame.mentions[at].start - given)
    return not any(one.ids or one.number is not None or one.tags.keys() & TOLD_OF for one in between)


def _of_thing(frame: Frame, at: int) -> bool:
    """ "predikat Prima, yakni pelayanan terbaik yang memenuhi …", "layanan terbaik adalah hak warga": whether a word
    for the top stands between a word that nobody knows and a clause that tells of that: it says what a thing is."""
    mention = frame.mentions[at]
    start = frame.mentions[at - 1].end if at else frame.sentence.start
    before = frame.plain[start : mention.start].lower().split()[-1:]
    behind = frame.plain[mention.end : mention.end + WORD].lower().split()[:1]
    unknown = bool(before) and before[0].isalpha() and before[0] not in frame.words.relative
    told = unknown and frame.after(at, Tag.BIND_MEMBER) and not frame.names_between()
    return told or (unknown and bool(behind) and behind[0] in frame.words.relative)


def of_change(frame: Frame, at: int) -> bool:
    """ "kenaikan nilainya tertinggi se-Indonesia", "kenaikan iuran provinsi (IP) tertinggi", "Peningkatan tersebut
    merupakan yang terbesar": of changes."""
    if frame.has(Tag.CHANGE, 0, 1) and frame.after(0, Tag.ENTITY_SELF, 0) and not frame.names_between(1, at):
        return True
    first = at
    while first and frame.mentions[first - 1].tags.keys() & {Tag.OPEN, Tag.CLOSE, Tag.CUE_NUMBER}:
        first -= 1
    first = max(0, min(first - 1, at - CLOSE))
    if not frame.has(Tag.CHANGE, first, at) or frame.has_any(ENDS, first, at):
        return False
    marks = frame.having(Tag.COMMA, frame.having(Tag.CHANGE, first, at)[-1], at)
    return not (marks and frame.names_between(marks[-1], at))  # "naik tipis, Jambi teratas"


def _of_top(frame: Frame, at: int) -> bool:
    """ "masuk 3 besar tertinggi", "masuk lima besar dengan nilai tertinggi": a number, and a word at most or one for
    the top, in front of it."""
    for place in range(max(0, at - TOPPED), at):
        number = frame.mentions[place].number
        if number is None or number.quantum != 1 or number.unit or not 1 < number.value <= TOP:
            continue
        near = place >= at - 2 and len(frame.plain[frame.mentions[place].end : frame.mentions[at].start].split()) <= 1
        if near or (frame.after(place, Tag.COUNT_TOP) and not frame.has_any((Tag.COMMA, *ENDS), place, at)):
            return True
    return False


def _of_several(frame: Frame, at: int) -> bool:
    """ "Tiga pemkab dengan nilai terbaik ialah …": said of several at once."""
    if frame.before(at, Tag.NUMBER):  # "Tiga terbawah nasional itu dari kita semua"
        return True
    if _of_top(frame, at):
        return True
    first = min(max(0, at - 4), _phrase(frame, at))
    groups = frame.having(Tag.GROUP, first + 1, at)
    return any(_is_number(frame.mentions[place - 1]) and not _among(frame, place - 1, at) for place in groups)


def _among(frame: Frame, number: int, at: int) -> bool:
    """ "Di antara sepuluh kota, Jambi tertinggi", "Dari sepuluh kota, yang tertinggi Jambi": whether so many are those
    among whom one, named behind, is it."""
    return frame.before(number, Tag.RANK_AMONG) and (
        frame.names_between(number, at) or frame.has(Tag.COMMA, number, at)
    )


def _phrase(frame: Frame, at: int) -> int:
    """Where the phrase begins that a word ends: behind a comma, the end of a clause, or a name."""
    marks = (place for tag in PHRASE for place in frame.having(tag, 0, at))
    return max(*frame.subjects(0, at)[-1:], *marks, -1, -1) + 1


def _of_rank(frame: Frame, at: int) -> bool:
    """ "peringkat keenam iuran tertinggi", "posisi kedua untuk yang iurannya terendah": the sixth, the second."""
    for cue in frame.having(Tag.RANK_CUE, _phrase(frame, at), at):
        number = frame.mentions[cue + 1].number
        if number is not None and number.value > 1:
            return True
    return False


def _of_two_named(frame: Frame, at: int) -> bool:
    """ "Bone dan Wajo berada di posisi terendah": said of all that are named together."""
    run = frame.run_before(at)
    return len(run) > 1 and frame.has(Tag.BIND_AND, run[-2], run[-1]) and not frame.has_any(PHRASE, run[-1], at)


def _is_number(mention: Mention) -> bool:
    """Whether a mention may say how many: neither a year nor a figure with decimals."""
    return mention.number is not None and mention.number.quantum == 1 and Tag.YEAR_DIGITS not in mention.tags
