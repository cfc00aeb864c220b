"""Numbers as ranks."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.cache.once import once
from factcheck.language.figures import Number
from factcheck.model import FROM_BOTTOM, Span
from factcheck.reading.records import Value
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting

MOST_RANKED = 1000
"""So many are ranked nowhere."""
MOST_RANKS = 100
"""Ranks told one after the other behind one word for them."""

JOINS = {Tag.COMMA, Tag.BIND_AND}
"""What joins ranks or names of one run."""

CUES = (Tag.RANK_CUE, Tag.RANK_PLACE)
"""Words behind which ranks may stand one after the other."""
FORMS = ("ordinal", "roman")
"""Numbers so written may be ranks where no word says so."""
MOST_BETWEEN = 3
"""So many mentions stand between a cue and the second of two ranks."""


def rank_value(frame: Frame, at: int, number: Number, setting: Setting) -> Value | None:
    """A number as a place in an order, or None: "peringkat 36 dari 98 kota", "Kedua Kota Bima"."""
    if number.unit or number.quantum != 1 or number.value < 1:
        return None
    if not (number.form in FORMS or _is_cued(frame) or frame.before(at, Tag.OPEN)):
        return None
    if not _is_rank(frame, at, number):
        return None
    if frame.has(Tag.RANK_ELSEWHERE, at, at + 4) or _of_several(frame, at, number) or _of_a_law(frame, at):
        return None
    if _ends_distance(frame, at) or _is_of_some(frame, at):
        return None
    if frame.after(at, Tag.ENTITY_PLACES) and frame.after(at + 1, Tag.ENTITY_VENUES):  # "ketiga di Pulau Jawa"
        return None
    if frame.after(at, Tag.UNIT) and frame.mentions[at + 1].tags[Tag.UNIT] == "other":
        return None
    last = _from_bottom(frame, at)
    size, span, group = group_size(frame, at + frame.after(at, Tag.EXTREME), setting)
    pack = next(iter(setting.packs))
    return Value(
        at, "rank", pack, "rank", number.value, *number.figure,
        group=group, of=size, of_span=span, condition=FROM_BOTTOM if last else "",
    )  # fmt: skip


def _is_cued(frame: Frame) -> bool:
    """Whether a sentence has a word that makes a plain number a rank."""
    return frame.has(Tag.RANK_CUE) or frame.has(Tag.RANK_ORDINAL_CUE)


def _from_bottom(frame: Frame, at: int) -> bool:
    """ "nomor dua dari bawah", "posisi ketujuh terbawah", "the third lowest": whether a place is counted from the other
    end."""
    if at + 1 == len(frame.mentions) or not frame.close(at, at + 1):
        return False
    tags = frame.mentions[at + 1].tags
    return Tag.RANK_BOTTOM in tags or tags.get(Tag.EXTREME) == "lowest"


def _of_several(frame: Frame, at: int, number: Number) -> bool:
    """ "the first four", "ke peringkat sepuluh besar": no place of one; but "peringkat pertama 3 besar"."""
    if frame.after(at, Tag.COUNT_TOP):
        return True
    return number.form == "ordinal" and frame.after(at, Tag.NUMBER) and not frame.before(at, Tag.RANK_CUE)


def _of_a_law(frame: Frame, at: int) -> bool:
    """ "Number 36 of 2021": no place among so many, but the number of an act of that year."""
    return (
        frame.after(at, Tag.RANK_AMONG) and frame.has(Tag.YEAR_DIGITS, at + 2, at + 3) and frame.close(at + 1, at + 2)
    )


def _is_of_some(frame: Frame, at: int) -> bool:
    """ "punya dua nomor satu": whether a number in words right in front counts who has such a place."""
    led = at > 1 and frame.close(at - 1, at) and frame.close(at - 2, at - 1)
    cued = led and bool(frame.mentions[at - 1].tags.keys() & {*CUES, Tag.RANK_ORDINAL_CUE})
    number = frame.mentions[at - 2].number if cued else None
    return number is not None and number.form == "word" and number.value > 1


def _ends_distance(frame: Frame, at: int) -> bool:
    """ "kalah 0,24 dari peringkat lima": whether a place is that of somebody else, so far from whom a figure with
    decimals says; but "naik 4,20 dari peringkat lima"."""
    led = at > 2 and frame.before(at, Tag.RANK_CUE) and frame.before(at - 1, Tag.BIND_FROM)
    number = frame.mentions[at - 3].number if led and frame.close(at - 3, at - 2, 1) else None
    return number is not None and number.quantum < 1 and not frame.has(Tag.CHANGE, 0, at - 3)


def _counts_a_thing(frame: Frame, at: int) -> bool:
    """ "the second revision of PP 36": whether a word that nobody knows follows an ordinal, which is of that thing."""
    return at + 1 < len(frame.mentions) and frame.gap(at, at + 1).strip()[:1].isalpha()


def _is_rank(frame: Frame, at: int, number: Number) -> bool:
    before = frame.mentions[at - 1].tags if at else {}
    if Tag.RANK_ORDINAL_CUE in before and number.form == "digits" and _is_numbered(frame, at):
        return frame.close(at - 1, at) and Tag.RANK_NUMBERED in before
    if Tag.RANK_ORDINAL_CUE in before and _from_bottom(frame, at) and frame.close(at - 1, at):
        return Tag.RANK_NUMBERED in before or number.form == "ordinal"
    if Tag.RANK_ORDINAL_CUE in before and number.form in ("ordinal", "word") and frame.close(at - 1, at):
        return (number.form == "ordinal" and not _counts_a_thing(frame, at)) or Tag.RANK_NUMBERED in before
    merely = frame.before(at, Tag.COUNT_EXISTS) and frame.before(at - 1, Tag.RANK_CUE)  # "posisinya tinggal kesepuluh"
    if merely or (Tag.RANK_CUE in before and frame.close(at - 1, at, 1)):
        return not (frame.after(at, Tag.GROUP) and Tag.RANK_OR_COUNT in before and number.form != "ordinal")
    placed = _is_place(frame, at, number) or _goes_on(frame, at) or _is_turned(frame, at, number)
    placed = placed or _in_another_year(frame, at) or _with_its_figure(frame, at) or _is_among(frame, at)
    placed = placed or _is_of_move(frame, at) or _is_place_taken(frame, at, number)
    if placed or _behind_name(frame, at, number) or _in_brackets(frame, at, number):
        return True
    if number.form == "ordinal" and (frame.before(at, Tag.EXTREME) or frame.after(at, Tag.EXTREME)):
        return frame.before(at, Tag.EXTREME) or _is_ranked(frame, at)  # "terbaik kedua"
    if number.form == "ordinal" and _heads_clause(frame, at):
        return frame.names_between(at + 1, at + 2) and frame.close(at, at + 1)
    return _range_end(frame, at)


def _is_place_taken(frame: Frame, at: int, number: Number) -> bool:
    """ "West Papua took 32nd place with 52.71": whether an ordinal in figures counts a place that somebody named right
    in front of it, a verb between, has."""
    counts = frame.after(at, Tag.UNIT) and frame.mentions[at + 1].tags[Tag.UNIT] == "step" and frame.close(at, at + 1)
    named = frame.names_between(at - 1, at) and not frame.close(at - 1, at) and frame.close(at - 1, at, 1)
    return number.form == "ordinal" and counts and named


def _is_numbered(frame: Frame, at: int) -> bool:
    """ "nomor 3 dari 12", "Pohuwato di nomor 319;": whether it is said among how many, or a word for where leads to the
    number and a mark or the end follows it."""
    if frame.after(at, Tag.RANK_AMONG):
        return True
    number = frame.mentions[at].number
    behind = frame.plain[frame.mentions[at].end : frame.sentence.end].lstrip()
    led = frame.before(at - 1, Tag.ENTITY_PLACES) and number is not None and number.value < MOST_RANKED
    return led and (not behind or behind[0] in ",.;)")


def _is_place(frame: Frame, at: int, number: Number) -> bool:
    """ "berada di tempat 22, apalagi …", "di tempat 28 dan 29": whether a word for a place stands in front of figures,
    and a mark, another figure or the end of the sentence behind them."""
    before = frame.mentions[at - 1].tags if at else {}
    if number.form != "digits" or Tag.RANK_PLACE not in before:
        return False
    behind = frame.plain[number.end : frame.sentence.end].lstrip()
    ends = not behind or behind[0] in ",.;)" or (frame.after(at, Tag.BIND_AND) and frame.after(at + 1, Tag.NUMBER))
    return ends and frame.close(at - 1, at)


def _is_among(frame: Frame, at: int) -> bool:
    """ "Posisinya pada 2022 tidak sedap dilihat, 29 dari 34 provinsi": whether the place of one among so many is told
    behind a word for it, with no other figure but a year between."""
    if not (
        frame.after(at, Tag.RANK_AMONG) and frame.has(FIGURES, at + 2, at + 3) and frame.has(Tag.GROUP, at + 3, at + 4)
    ):
        return False
    cues = [place for place in frame.having(Tag.RANK_CUE, 0, at) if Tag.UNIT not in frame.mentions[place].tags]
    between = frame.having(FIGURES, cues[-1], at) if cues else ()
    return bool(cues) and all(Tag.YEAR_DIGITS in frame.mentions[place].tags for place in between)


def _is_ranked(frame: Frame, at: int) -> bool:
    """ "opini kualitas ketiga tertinggi dari 38 provinsi", "kedua terendah se-Bali": whether it is said among whom;
    else "daerah ketiga tertinggi" may be the third of a list."""
    tags = frame.mentions[at + 2].tags if at + 2 < len(frame.mentions) else {}
    return bool(tags.keys() & {Tag.RANK_AMONG, Tag.RANK_NATIONAL, Tag.ENTITY_PLACES}) and frame.close(at + 1, at + 2)


def _goes_on(frame: Frame, at: int) -> bool:
    """The second of "posisi kedua dan ketiga", "masing-masing di peringkat 5 dan 39", "A, B dan C di posisi ke 94, 95,
    dan 96"."""
    if _after_national(frame, at):
        return True
    if not frame.has_any(CUES, 0, at):
        return False
    places = [at]
    while len(places) < MOST_RANKS and (earlier := _joined_before(frame, places[-1])) >= 0:
        places.append(earlier)
        if earlier and _is_led(frame, earlier):
            alike = len({number_of(frame, place) for place in places}) == 1
            paired = alike and (number_of(frame, at) or frame.has(Tag.BIND_PAIR, 0, at))
            return paired or _shared_by(frame, earlier, at)
    return False


def _is_turned(frame: Frame, at: int, number: Number) -> bool:
    """ "di peringkat 93 dari 98 kota, atau keenam dari bawah": whether an ordinal is told from the other end."""
    return number.form == "ordinal" and frame.after(at, Tag.RANK_BOTTOM)


def _in_another_year(frame: Frame, at: int) -> bool:
    """ "Peringkat 3 pada 2021, 4 pada 2022 (91,15), lalu kembali ke 3 pada 2024": whether a number with its year goes
    on behind a rank with one, with nobody named and no figure of another kind in between but in brackets."""
    led = frame.has_any((Tag.COMMA, Tag.BIND_AND, Tag.BIND_TO), at - 1, at)
    dated = frame.has(Tag.YEAR_DIGITS, at + 1, at + MOST_BETWEEN) and frame.close(at, at + 1)
    cues = frame.having(Tag.RANK_CUE, 0, at) if led and dated else ()
    if not cues or frame.names_between(cues[-1], at) or not frame.has(Tag.YEAR_DIGITS, cues[-1], at):
        return False
    figures = frame.having(FIGURES, cues[-1] + 1, at)
    between = (frame.mentions[place] for place in figures if not frame.before(place, Tag.OPEN))
    numbers = (one.number for one in between if Tag.YEAR_DIGITS not in one.tags)
    return all(one is None or (one.quantum == 1 and one.value < MOST_RANKED) for one in numbers)


def _with_its_figure(frame: Frame, at: int) -> bool:
    """ "pada 2021 posisinya 25 dengan 68,52, dan pada 2022 11 dengan 82,60": whether a number right behind a year goes
    on behind a rank, both with a figure of their own, and nobody named in between."""
    cues = frame.having(Tag.RANK_CUE, 0, at) if frame.before(at, Tag.YEAR_DIGITS) and frame.joins_figure(at) else ()
    told = bool(cues) and any(frame.joins_figure(place) for place in range(cues[-1] + 1, at))
    return told and not frame.names_between(cues[-1], at)


def _is_of_move(frame: Frame, at: int) -> bool:
    """ "posisinya merangkak dari 34 ke 27": whether a number is where a move between two places begins or ends."""
    if not (frame.before(at, Tag.BIND_FROM) or frame.before(at, Tag.BIND_TO)) or not frame.has(Tag.RANK_CUE, 0, at):
        return False
    from factcheck.reading.values.rank_moves import ends_move

    return ends_move(frame, at)


def _is_led(frame: Frame, at: int) -> bool:
    """Whether a word that makes figures a rank stands in front of a number."""
    number = frame.mentions[at].number
    return Tag.RANK_CUE in frame.mentions[at - 1].tags or (number is not None and _is_place(frame, at, number))


def _joined_before(frame: Frame, at: int) -> int:
    """Where the number stands that a comma, "dan" or both join to the one at a place; -1 where none does."""
    place = at - 1
    while place > max(0, at - MOST_BETWEEN) and frame.mentions[place].tags.keys() & JOINS:
        place -= 1
    joined = 0 <= place < at - 1 and all(not frame.gap(one, one + 1).strip() for one in range(place, at))
    earlier = frame.mentions[place].number if joined else None
    ranks = earlier is not None and earlier.quantum == 1 and not earlier.unit
    return place if ranks and Tag.YEAR_DIGITS not in frame.mentions[place].tags else -1


def _shared_by(frame: Frame, first: int, at: int) -> bool:
    """Whether as many names stand in one run in front of a cue as ranks in one run behind it, `at` among them."""
    ranks = _run_from(frame, first)
    return at in ranks and len(ranks) == len(frame.run_before(first))


@once
def _run_from(frame: Frame, first: int) -> Sequence[int]:
    """The places of the numbers that commas and "dan" join to one, itself first."""
    ranks = [first]
    for place in frame.having(FIGURES, first + 1):
        if _joined_before(frame, place) == ranks[-1]:
            ranks.append(place)
    return ranks


def _after_national(frame: Frame, at: int) -> bool:
    """ "urutan kedelapan nasional dan keempat se-Jawa Tengah"."""
    if at <= MOST_BETWEEN or Tag.BIND_AND not in frame.mentions[at - 1].tags or frame.gap(at - 1, at).strip():
        return False
    national = Tag.RANK_NATIONAL in frame.mentions[at - 2].tags
    return national and number_of(frame, at - 3) and Tag.RANK_CUE in frame.mentions[at - 4].tags


def number_of(frame: Frame, at: int) -> bool:
    """Whether an ordinal stands at a place."""
    number = frame.mentions[at].number
    return number is not None and number.form == "ordinal"


def _in_brackets(frame: Frame, at: int, number: Number) -> bool:
    """ "Riau (pertama), Kalimantan Barat (kedua)", "Ngawi (85,36; peringkat I), Sidoarjo (84,46; II)", "15,16 pada 2015
    (61 dari 63 kabupaten)"."""
    if number.form == "digits":
        return _is_bracketed_place(frame, at, number)
    if number.form not in ("ordinal", "roman") or not at or at + 1 >= len(frame.mentions):
        return False
    before, after = frame.mentions[at - 1].tags, frame.mentions[at + 1].tags
    if number.form == "ordinal" and _opens_with_rank(frame, at):
        return True
    if (
        Tag.CLOSE not in after
        or not before.keys() & {Tag.OPEN, Tag.SEMICOLON, Tag.COMMA}
        or frame.gap(at - 1, at).strip()
    ):
        return False
    if number.form == "roman":
        return frame.has(Tag.RANK_CUE, 0, at) or _bracketed_romans(frame) >= 2
    return Tag.OPEN in before and frame.names_between(at - 2, at - 1)


def _is_bracketed_place(frame: Frame, at: int, number: Number) -> bool:
    """ "15,16 pada 2015 (61 dari 63 kabupaten)": whether a number and that of its group are all that brackets hold
    behind a figure with decimals, and the year it is of."""
    if not frame.before(at, Tag.OPEN) or not frame.after(at, Tag.RANK_AMONG):
        return False
    size = frame.mentions[at + 2].number if at + 2 < len(frame.mentions) else None
    closed = size is not None and frame.has(Tag.CLOSE, at + 3, at + 5)
    told = (frame.mentions[place].number for place in range(max(0, at - MOST_BETWEEN - 2), at - 1))
    scored = any(one is not None and one.quantum < 1 and not one.unit for one in told)
    return closed and scored and size is not None and size.quantum == 1 and number.value <= size.value


def _opens_with_rank(frame: Frame, at: int) -> bool:
    """ "Yogyakarta (third, 97.22), Bali (fourth, 96.94)": whether an ordinal opens the brackets behind a name, with its
    figure behind a comma."""
    opened = frame.before(at, Tag.OPEN) and frame.names_between(at - 2, at - 1)
    figure = frame.mentions[at + 2].number if at + 2 < len(frame.mentions) and frame.after(at, Tag.COMMA) else None
    return opened and figure is not None and figure.quantum < 1


def _bracketed_romans(frame: Frame) -> int:
    """How many Roman numerals end a bracket that a figure opens: "(84,46; II)"."""
    return sum(
        1
        for at in frame.having(Tag.CLOSE)
        if at > 2
        and frame.mentions[at - 1].number is not None
        and frame.mentions[at - 1].tags.get(Tag.NUMBER) == "roman"
        and frame.mentions[at - 3].number is not None
    )


def _behind_name(frame: Frame, at: int, number: Number) -> bool:
    """ "Raja Ampat 254 of 416 regencies" after a rank told in full, "and Yogyakarta third with 97.22"."""
    if not frame.names_between(at - 1, at) or not frame.close(at - 1, at):
        return False
    if number.form == "digits":
        return frame.after(at, Tag.RANK_AMONG) and frame.has(Tag.RANK_CUE, 0, at)
    if _from_bottom(frame, at) and frame.before(at - 1, Tag.RANK_CUE):  # "Posisi Kendari ketujuh terbawah"
        return number.form == "ordinal"
    end = at + 1 == len(frame.mentions) or frame.mentions[at + 1].tags.keys() & {Tag.COMMA, Tag.STOP, Tag.BIND_FRONT}
    return number.form == "ordinal" and (bool(end) or _has_figure_in_brackets(frame, at))


def _has_figure_in_brackets(frame: Frame, at: int) -> bool:
    """ "Jakarta di peringkat kedua (90,66), Jawa Barat keempat (87,97)": whether a figure with decimals stands in
    brackets right behind a mention, in a sentence that told a rank in front."""
    opened = frame.after(at, Tag.OPEN) and at + 2 < len(frame.mentions) and frame.has(Tag.RANK_CUE, 0, at)
    number = frame.mentions[at + 2].number if opened else None
    return number is not None and number.quantum < 1


def _heads_clause(frame: Frame, at: int) -> bool:
    """Whether nothing but a comma or "dan" stands before the ordinal: "Kedua Kota Bima", not "Giliran kedua …"."""
    if not at:
        return not frame.plain[frame.sentence.start : frame.mentions[0].start].strip(" \"'(*")
    lead = frame.mentions[at - 1].tags.keys() & {Tag.COMMA, Tag.SEMICOLON, Tag.BIND_AND, Tag.CLOSE, Tag.BIND_CLAUSE}
    return bool(lead) and not frame.gap(at - 1, at).strip()


def _range_end(frame: Frame, at: int) -> bool:
    """The three of "peringkat satu sampai tiga"."""
    return (
        at >= 3
        and Tag.RANK_RANGE in frame.mentions[at - 1].tags
        and frame.close(at - 1, at)
        and frame.mentions[at - 2].number is not None
        and Tag.RANK_CUE in frame.mentions[at - 3].tags
    )


def group_size(frame: Frame, at: int, setting: Setting) -> tuple[int, Span | None, str]:
    """The group of a rank as said beside it: "dari 98 Pemerintah Kota" -> 98, its span, `kota`; or zeros."""
    here = frame.mentions[at + 1 : at + 5]
    size: Number | None = None
    group = ""
    for step, mention in enumerate(here):
        if mention.tags.keys() & {Tag.COMMA, Tag.STOP, Tag.OPEN, Tag.SEMICOLON} or mention.ids:
            break
        if mention.number is not None and step and Tag.RANK_AMONG in here[step - 1].tags:
            size = mention.number if mention.number.form != "ordinal" else None  # "slipped to 30th from sixth"
        elif Tag.GROUP in mention.tags:
            group = mention.tags[Tag.GROUP]
            break
        elif not mention.tags.keys() & {
            Tag.RANK_AMONG,
            Tag.RANK_NATIONAL,
            Tag.ENTITY_PLACES,
            Tag.CUE_NUMBER,
            Tag.MOOD_ALL,
            Tag.BIND_HOLDER_AFTER,
        }:
            break
    if size is None or size.quantum != 1:
        return 0, None, group
    return int(size.value), size.figure, group
