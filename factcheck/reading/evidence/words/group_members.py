"""Those named beside a group that a word of a scale counts, in the sentence that counts it.

"6 Kabupaten di NTT Zona Merah, Ada Ngada dan Nagekeo": some of the group; "yang hijau hanya satu kota, Kota Kupang":
all of it; "Palopo dan Tiga Kabupaten Betah di Zona Kuning", "five districts together with the provincial government
sit in the yellow zone": one more than it.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.reading.evidence.words.bare_places import joins
from factcheck.reading.evidence.words.borne_words import Cell
from factcheck.reading.evidence.words.named_behind import Around, cells_in
from factcheck.reading.evidence.words.words_of_scales import REACH, Word, group_size, size_at
from factcheck.reading.scan.frame import ENDS, PLACE, Frame
from factcheck.reading.scan.mentions import Tag

OPENS = {Tag.COUNT_EXISTS}
"""What stands right in front of those named of a group."""
PARTS = {Tag.COMMA, Tag.OPEN, Tag.COLON}
JOINS = (Tag.BIND_AND, Tag.BIND_LIKEWISE)
"""What joins one who is named to a group."""


def named_beside(around: Around, place: int, word: Word) -> list[tuple[Frame, Cell]]:
    """Those named beside the group that a word counts; empty where its sentence names none, or more."""
    frame = around.frames[place]
    places = _joined(frame, word) or _members(frame, word, group_size(frame, word.at))
    cells = cells_in(around, frame, word) if places else []
    return [(frame, cell) for cell in cells if cell.at in places]


def _members(frame: Frame, word: Word, size: int) -> Sequence[int]:
    """The names behind a word with a comma and what says that some of the group follow; all of it without that."""
    names = frame.subjects(word.at) if size else ()
    if not names or names[0] - word.at > REACH:
        return ()
    first = names[0]
    some = bool(frame.mentions[first - 1].tags.keys() & OPENS)
    one = _is_one_of(frame, first)
    mark = first - 1 - some
    if mark <= word.at or not frame.mentions[mark].tags.keys() & PARTS or frame.has(Tag.BIND_CLAUSE, word.at, first):
        return ()
    if not (some or one) and frame.gap(first - 1, first).strip():
        return ()
    run = _run(frame, names)
    return run if (len(run) < size if some or one else len(run) == size) else ()


def _is_one_of(frame: Frame, name: int) -> bool:
    """ "…, salah satunya Sabu Raijua": whether nothing else stands between a mark and a name."""
    return frame.gap(name - 1, name).strip().lower() in frame.words.one_of_them


def _run(frame: Frame, names: Sequence[int]) -> Sequence[int]:
    run = [names[0]]
    for at in names[1:]:
        if not all(map(joins, frame.mentions[run[-1] + 1 : at])):
            break
        run.append(at)
    return run


def _joined(frame: Frame, word: Word) -> Sequence[int]:
    """The one who is named right in front of a counted group, or right behind it, with nothing but "dan" or "bersama"
    between."""
    number = next((at for at in range(word.at - 1, max(-1, word.at - REACH), -1) if size_at(frame, at)), -1)
    if number >= 0 and frame.has_any(ENDS, number, word.at):  # "… menempati zona hijau, sedangkan zona kuning 13"
        return ()
    if number > 1 and any(frame.before(number, tag) for tag in JOINS) and _is_named(frame, number - 2):
        return (number - 2,) if frame.close(number - 2, number - 1) else ()
    group = number + 1 + frame.after(number + 1, Tag.GROUP) if number >= 0 else -1
    name = next(iter(frame.subjects(max(0, group), word.at)), -1)
    led = name > 0 and any(frame.before(name, tag, 1) for tag in JOINS)
    between = frame.mentions[group + 1 : name - 1]
    placed = all(Tag.ENTITY_PLACES in one.tags or one.ids for one in between)
    return (name,) if group >= 0 and led and placed and not frame.names_between(name + 1, word.at) else ()


def _is_named(frame: Frame, at: int) -> bool:
    return bool(frame.mentions[at].ids) and frame.roles[at] != PLACE
