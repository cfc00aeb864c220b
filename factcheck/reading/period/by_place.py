"""Which year of a sentence a value belongs to by its place: behind it, in front of it, further on, shared out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal
from operator import attrgetter

from factcheck.cache.once import once
from factcheck.cache.patterns import compiled
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.period.by_change import is_amount, is_now, led_by_source
from factcheck.reading.period.marks import opens_outcome
from factcheck.reading.records import Mark, Value
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag

_WORD = compiled(r"\w+")
_place = attrgetter("at")
RELATIVE_REACH = 18
ASIDE_REACH = 34
WHEN_REACH = 2
"""So many words behind a year, its comma one of them where it stands alone, may open a clause that tells of it."""
HEAD = 1
"""So many mentions at most stand in front of the word of comparing that opens a sentence: its dateline."""
OPENING = 3
"""So many words open a clause with its year: "yang pada tahun 2025"."""


def shared_years(frame: Frame, value: Value, others: Sequence[Value], found: Sequence[Mark]) -> Mark | None:
    """ "pada 2023 dan 2024 … masing-masing a dan b": the first figure is of the first year."""
    pair = frame.first(Tag.BIND_PAIR)
    if pair < 0:
        return None
    run, years = _run_behind(pair, value.kind, others), _written_before(pair, found)
    if value not in run or len(run) < 2 or len(years) != len(run):
        return None
    return years[run.index(value)] if len(frame.subjects(0, pair)) < len(run) else None


@once
def _run_behind(place: int, kind: str, others: Sequence[Value]) -> Sequence[Value]:
    """The values of a kind behind a place: a sentence may have hundreds, and each of them asks."""
    return [other for other in others if other.at > place and other.kind == kind]


@once
def _written_before(place: int, found: Sequence[Mark]) -> Sequence[Mark]:
    """The years that are written before a place."""
    return [mark for mark in found if mark.written and mark.at < place]


def _after(found: Sequence[Mark], value: Value) -> Sequence[Mark]:
    """The years behind a value."""
    return found[bisect_right(found, value.at, key=_place) :] if found and found[-1].at > value.at else ()


def adjacent_after(frame: Frame, value: Value, found: Sequence[Mark]) -> Mark | None:
    following = next(iter(_after(found, value)), None)
    if following is None or is_now(frame, following) or _taken(frame, following, value, found):
        return None
    if following.compared and not led_by_source(frame, value):
        return None
    end = value.of_span.end if value.of_span else frame.mentions[value.at].end
    text = frame.plain[end : following.span.start]
    near = len(_WORD.findall(text)) <= 3 and not any(sign in text for sign in ",;:.(")
    near = near or text == " ("
    return (
        following if near and not frame.has_any((Tag.BIND_AND, Tag.BIND_CLAUSE), value.at + 1, following.at) else None
    )


def of_source_between(frame: Frame, value: Value, others: Sequence[Value], behind: Mark) -> bool:
    """ "slipped to 30th from sixth in 2021": whether a year behind a value is that of what it came from."""
    between = _between(others, value.at + 1, behind.at)
    return any(one.kind == value.kind and led_by_source(frame, one) for one in between)


def _taken(frame: Frame, following: Mark, value: Value, found: Sequence[Mark]) -> bool:
    """ "In 2024 90, a year earlier 80": it dates what follows; but "up from 80 a year earlier", and not where its
    clause ends with it, or goes on with the figure beside: "nomor satu pada 2021, nomor dua setahun sesudahnya, dan
    …", "32nd in 2021 and 33rd a year later with 40.04"."""
    if frame.has_any((Tag.COMMA, Tag.STOP, Tag.BIND_FRONT), following.at + 1, following.at + 2):
        return False
    return not following.written and found[0].at < value.at and not led_by_source(frame, value)


def mark_before(value: Value, others: Sequence[Value], found: Sequence[Mark], role: str, frame: Frame) -> Mark | None:
    place = bisect_left(found, value.at, key=_place) - 1
    if place < 0:
        return None
    mark = found[place]
    if _in_aside(frame, mark, value):
        return found[place - 1] if place else None
    if _in_relative(frame, mark) and frame.before(value.at, Tag.BIND_TO, 1):
        return found[place - 1] if place else None
    if role != "to" and (_of_base(frame, mark, others, found) or _is_parted(frame, mark, value)):
        return found[place - 1] if place else None
    if role == "to" and frame.before(mark.at, Tag.BIND_SINCE, 1):
        return None  # "nyaris tidak bergerak sejak 2023, dari 85,09 ke 85,10"
    if role == "to":
        owned = any(adjacent_after(frame, other, found) == mark for other in _just_before(mark, others, found))
        return None if mark.compared or owned or _is_of_first(frame, mark, value, others) else mark
    if mark.compared and mark.written and (opens_outcome(frame, mark.at) or _heads_comparison(frame, mark, value)):
        return found[place - 1] if place else None
    return found[place - 1] if place and _ends_comparison(frame, mark, value) else mark


def _heads_comparison(frame: Frame, mark: Mark, value: Value) -> bool:
    """ "Dibandingkan iuran 2023, iuran Bali yang baru Rp2,9 juta", "Compared with 2023 Jambi's latest score, 93.68":
    whether a sentence opens with what is compared with, and who or what is measured is named anew behind its year,
    which "yang" does not go on with."""
    compares = frame.having(Tag.BIND_COMPARE, 0, mark.at)
    if not compares or compares[0] > HEAD or frame.has_any((Tag.CHANGE, FIGURES), 0, compares[0]):
        return False
    between = range(mark.at + 1, value.at)
    first = frame.plain[mark.span.end : frame.mentions[value.at].start].lower().split()[:1]
    if not between or {*first} & {*frame.words.relative}:
        return False
    named = frame.subjects(mark.at + 1, value.at) or frame.having(f"{CUE_OF}{value.measure}", mark.at + 1, value.at)
    return bool(named) and not frame.has_any((FIGURES, Tag.YEAR_DIGITS), mark.at + 1, value.at)


def _ends_comparison(frame: Frame, mark: Mark, value: Value) -> bool:
    """ "pada 2017 turun dibanding 2016 karena hanya meraih 22,94 dan di posisi ke-97": whether another figure stands
    between a value and the year of what is compared with, which "yang" does not go on with."""
    if not mark.compared or not mark.written or not frame.has(FIGURES, mark.at + 1, value.at):
        return False
    rest = frame.plain[mark.span.end : mark.span.end + RELATIVE_REACH].lstrip(" ,()")
    return not rest.startswith(frame.words.relative)


def _is_of_first(frame: Frame, mark: Mark, value: Value, others: Sequence[Value]) -> bool:
    """ "yang di tahun 2023 dengan nilai 89,93 meningkat menjadi 96,97": the year of the figure between it and the
    change; but "pada 2023 naik dari 80 menjadi 90"."""
    first = next((one for one in others if mark.at < one.at < value.at and one.kind == value.kind), None)
    if first is None or frame.has(Tag.CHANGE, mark.at, first.at):
        return False
    # "Iuran Bali 2024 – Rp2,8 juta menjadi …"
    amounts = is_amount(frame, first.at) and frame.after(first.at, Tag.BIND_TO)
    return frame.has(Tag.CHANGE, first.at, value.at) or amounts


def _in_relative(frame: Frame, mark: Mark) -> bool:
    """ "Kabupaten Kediri yang pada 2019 hijau melorot ke kuning": the year of what was, and not of what it led to."""
    lead = frame.plain[max(frame.sentence.start, mark.span.start - RELATIVE_REACH) : mark.span.start]
    return any(f" {word} " in lead for word in frame.words.relative)


def _of_base(frame: Frame, mark: Mark, others: Sequence[Value], found: Sequence[Mark]) -> bool:
    """ "naik dari 87,05 pada 2023 dan masuk zona hijau": the year of what was left behind dates nothing after it."""
    owners = _just_before(mark, others, found)
    return any(led_by_source(frame, other) and adjacent_after(frame, other, found) == mark for other in owners)


def year_left(frame: Frame, value: Value, others: Sequence[Value], found: Sequence[Mark]) -> str:
    """ "Dari 91,08 pada 2023 menjadi 85,77": the year written behind what a change in front of a value began with."""
    place = bisect_left(found, value.at, key=_place) - 1
    mark = found[place] if place >= 0 else None
    written = mark is not None and mark.written and mark.year.isdigit()
    return mark.year if mark is not None and written and _of_base(frame, mark, others, found) else ""


def _is_parted(frame: Frame, mark: Mark, value: Value) -> bool:
    """ "nilainya turun dari tahun sebelumnya dan masuk zona kuning", "selain turun dari 2022, juga kuning": whether
    "dan", or a comma in front of a word of a scale, ends what is compared with the year."""
    told = frame.plain[mark.span.end : frame.mentions[value.at].start].lower().split()
    if not mark.compared or any(word in frame.words.relative for word in told):  # "dibandingkan 2021 lalu yang 179"
        return False
    if any(word in frame.words.when for word in told[:WHEN_REACH]):  # "dari setahun sebelumnya, ketika 43,57 dan merah"
        return False
    joins = frame.having(Tag.BIND_AND, mark.at, value.at)
    parted = any(not frame.has(Tag.YEAR_DIGITS, at, at + 2) for at in joins)
    commas = frame.having(Tag.COMMA, mark.at, value.at)  # but "compared to 2019 with a value of 92.52, a green zone"
    word = isinstance(value.value, str) and bool(commas) and not frame.has(FIGURES, mark.at + 1, commas[0])
    next_one = any(frame.names_between(at, value.at) for at in commas[:1])  # "1,33 persen dari tahun 2023, Karimun Rp…"
    return parted or word or next_one


def _just_before(mark: Mark, others: Sequence[Value], found: Sequence[Mark]) -> Sequence[Value]:
    """The values in front of a year with no other year between."""
    number = bisect_left(found, mark.at, key=_place)
    return _between(others, found[number - 1].at if number else 0, mark.at)


def _between(values: Sequence[Value], start: int, stop: int) -> Sequence[Value]:
    """The values from one place on and in front of another."""
    return values[bisect_left(values, start, key=_place) : bisect_left(values, stop, key=_place)]


def _in_aside(frame: Frame, mark: Mark, value: Value) -> bool:
    """ "Kutai Timur, yang setahun sebelumnya kuning, akhirnya hijau": the year holds within the commas only."""
    lead = frame.plain[max(frame.sentence.start, mark.span.start - ASIDE_REACH) : mark.span.start]
    if any(f", {word} " in lead for word in frame.words.relative):
        return frame.has(Tag.COMMA, mark.at, value.at)  # and not that of "52,71"
    if _is_apposed(frame, mark, value):
        return True
    clause = any(f" {word} " in lead for word in frame.words.relative)
    return clause and frame.has(Tag.ENTITY_SELF, mark.at, value.at)


def _is_apposed(frame: Frame, mark: Mark, value: Value) -> bool:
    """ "South Kalimantan, yellow as late as 2022, jumped to ninth": a word and its year in commas behind a name."""
    opens = max(frame.having(Tag.COMMA, 0, mark.at), default=-1)
    if opens < 1 or not frame.mentions[opens - 1].ids or not frame.has(SCALED, opens, mark.at):
        return False
    closes = frame.first(Tag.COMMA, mark.at)
    return 0 <= closes < value.at and frame.has(Tag.CHANGE, closes, value.at)


def mark_of_compared(frame: Frame, value: Value, found: Sequence[Mark]) -> Mark | None:
    """ "delapan hijau pada 2023, dibandingkan empat hijau dan tujuh kuning setahun sebelumnya": the year behind what is
    compared with, where none stands between that word and the value and nothing ends the clause; else None."""
    compares = frame.having(Tag.BIND_COMPARE, 0, value.at)
    following = next(iter(_after(found, value)), None) if compares else None
    if following is None or any(compares[-1] < mark.at < value.at for mark in found):
        return None
    ended = frame.has_any((Tag.BIND_CLAUSE, Tag.SEMICOLON, Tag.STOP, Tag.COMMA), compares[-1], following.at)
    return None if ended or not any(mark.at < compares[-1] for mark in found) else following


def mark_later(frame: Frame, value: Value, others: Sequence[Value], found: Sequence[Mark]) -> Mark | None:
    following = next((mark for mark in _after(found, value) if not mark.compared), None)
    if following is None or is_now(frame, following) or _opens_relative(frame, value, following):
        return None
    if frame.has_any((Tag.CHANGE, Tag.BIND_FROM), value.at + 1, following.at):
        return None
    own = frame.after(value.at, Tag.BIND_FRONT)  # "green with 83.98 in 2021": word and figure are of one year
    between = _between(others, value.at + 1, following.at)
    if not own and any(other.kind != value.kind and _in_turn(other) for other in between):
        return None
    ended = frame.has_any((Tag.BIND_CLAUSE, Tag.SEMICOLON, Tag.STOP), value.at + 1, following.at)
    if frame.has(Tag.BIND_AND, following.at - 2, following.at) and others and others[-1].at > following.at:
        return None  # "sebelumnya sedang dengan skor 68,28 dan di 2024 ini tertinggi"
    return None if ended else following


def _opens_relative(frame: Frame, value: Value, mark: Mark) -> bool:
    """ "Terendah Bima, Rp2.712.254, yang pada 2025 sama dengan itu": whether a year opens a clause that tells more of
    whom a value is, behind a comma."""
    between = frame.plain[frame.mentions[value.at].end : mark.span.start].rpartition(",")[2].split()
    comma = frame.has(Tag.COMMA, value.at + 1, mark.at)
    return comma and 0 < len(between) <= OPENING and between[0] in frame.words.relative


def _in_turn(value: Value) -> bool:
    """A figure takes the year that follows it; a word or a count shares the year of its clause."""
    return isinstance(value.value, Decimal) and kind_of(value.kind).in_turn
