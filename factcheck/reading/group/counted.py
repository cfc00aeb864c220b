"""What a count counts and where: its group, its condition, the region it is taken in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile
from operator import attrgetter

from factcheck.cache.once import once
from factcheck.model import COUNTRY
from factcheck.reading.records import Context, Value
from factcheck.reading.scan.frame import ENDS, PLACE, SCALED, Frame
from factcheck.reading.scan.mentions import VALUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.counts import is_listed, of_two_words, union
from factcheck.reading.values.mood import denied
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import COUNTRY_LEVEL, FIRST

RELATIVE = 12
"""Letters behind a group within which a clause may begin."""
OF = 2
"""Mentions from a part to its whole: "11 dari 14 lembaga"."""
WIDE = (COUNTRY_LEVEL, FIRST)
"""Levels of the regions that counts are taken in."""
WHERE = ("scope", "place", "branch")
PLACED = 3
"""So near behind a group stands the place of it: "kabupaten di Jambi"."""
_at = attrgetter("at")


def condition(frame: Frame, count: Value, words: Sequence[Value], counts: Sequence[Value], setting: Setting) -> str:
    """What makes an entity counted: `zone:hijau`, `category:A`, `assessed`; empty where the clause does not say."""
    if count.condition:
        return count.condition
    if _is_whole(frame, count) or _whole_assessed(frame, count):
        return "assessed"
    if is_beyond(frame, count) or (count.value == 1 and frame.after(count.at, Tag.COUNT_PART)):
        return ""  # "Satu lagi Kabupaten Lombok Tengah" is spoken of
    if _in_aside(frame, count) or _assessed_apart(frame, count):
        return "assessed"
    telling = max(all_qualifiers(frame, count, words, counts), key=lambda word: _steps(word, setting), default=None)
    if telling is not None:
        unsaid = of_two_words(frame, telling.at, setting) or _of_those_before(frame, count, telling, counts)
        return "" if unsaid else f"{telling.measure}:{telling.value}"
    if frame.after(count.at, Tag.COUNT_PART, 1) or _restricted(frame, count):  # "delapan di antaranya rendah"
        return ""
    if _assessed(frame, count, counts) or Tag.RANK_AMONG in _tags_before(frame, count) or _of_region(frame, count):
        return "assessed"
    return ""


def _of_those_before(frame: Frame, count: Value, word: Value, counts: Sequence[Value]) -> bool:
    """ "Yang hijau 15 pemkab, tiga di antaranya berasal dari Bali": whether a part is named of those whom the word in
    front counts already."""
    part = frame.after(count.at, Tag.COUNT_PART, 1)
    return part and any(word.at < other.at < count.at for other in counts)


def _in_aside(frame: Frame, count: Value) -> bool:
    """ "lima dari 14 pemda di Kalsel — 13 kabupaten/kota plus pemprov —": parts of the whole right in front of them,
    opened by a dash or a bracket."""
    wholes = [at for at in frame.having(Tag.RANK_AMONG, 0, count.at) if frame.mentions[at + 1].number is not None]
    if not wholes or not frame.after(count.at, Tag.GROUP) or frame.has(SCALED, wholes[-1], count.at):
        return False
    between = frame.plain[frame.mentions[wholes[-1]].end : frame.mentions[count.at].start].rstrip()
    whole, part = frame.mentions[wholes[-1] + 1].number, frame.mentions[count.at].number
    smaller = whole is not None and part is not None and part.value < whole.value
    return smaller and between.endswith(("(", "–", "—", " -"))


def _restricted(frame: Frame, count: Value) -> bool:
    """ "Dari 30 provinsi yang sudah menetapkan angkanya": a clause behind the group picks some of it, unless it
    says that they were assessed; "lima pemprov di atasnya", "12 kabupaten/kota di NTT yang …" are some of it too."""
    group = count.at + 1
    if not frame.after(count.at, Tag.GROUP, 1) or frame.has(Tag.COUNT_ASSESSED, 0, count.at):
        return False
    places = (at for at in range(group + 1, group + PLACED) if at < len(frame.roles))
    ends = [group, *(at for at in places if frame.roles[at] in WHERE)]
    if any(frame.after(at, Tag.COUNT_ASSESSED, 2) for at in ends):
        return False
    behind = (frame.plain[frame.mentions[at].end : frame.mentions[at].end + RELATIVE].lower().split() for at in ends)
    return any(words and words[0] in frame.words.relative for words in behind) or is_beyond(frame, count)


def is_beyond(frame: Frame, count: Value) -> bool:
    """ "Empat pemprov di atasnya, juga kategori A": whether those are counted who stand above or below somebody."""
    group = count.at + 1
    if not frame.after(count.at, Tag.GROUP, 1):
        return False
    behind = frame.plain[frame.mentions[group].end : frame.mentions[group].end + RELATIVE].strip()
    return behind.lower().startswith(frame.words.beyond)


def _steps(word: Value, setting: Setting) -> int:
    """How finely its scale divides: of "di zona hijau dengan kategori A" the A tells most."""
    return len(setting.packs[word.pack].measures[word.measure].values)


def all_qualifiers(frame: Frame, count: Value, words: Sequence[Value], counts: Sequence[Value]) -> list[Value]:
    """Every word that qualifies a count, for a count may bear zone, category and label at once; the nearest first."""
    clause = takewhile(lambda word: not _parted(frame, word, count), _before(words, count.at))
    own = next((word for word in clause if heads(frame, word, count, counts)), None)
    if own is None and Tag.BIND_TO in frame.tagged and Tag.BIND_FROM in frame.tagged:
        own = _changing(frame, words, count)
    if own is not None:
        return [own]
    stop = _segment_end(frame, count, counts)
    after = [word for word in _between(words, count.at, stop) if _free(frame, word, count, counts)]
    if after:
        return list({word.measure: word for word in reversed(after)}.values())[::-1]
    following = next(iter(_behind(counts, count.at)), None)
    if following is not None and _is_whole(frame, following) and following.at == count.at + OF:
        part = next(iter(_behind(counts, following.at)), None)  # "22 dari 25 kementerian, 11 dari 14 lembaga hijau"
        if part is not None and _is_next_part(frame, following, part):
            return all_qualifiers(frame, part, words, counts)
    elif following is not None and _listed_with(frame, count, following):
        return all_qualifiers(frame, following, words, counts)
    if stop < len(frame.mentions) and _whole_of(frame, count, stop):
        return []
    if _is_group(frame, count):  # "97,36, zona hijau, 9 besar nasional dari 416 kabupaten"
        return []
    first = counts[0].at if counts else count.at
    ends = (*ENDS, Tag.COLON) if frame.sentence.voice == "headline" else ENDS  # "Nias Masih Merah: Rapor 12 Pemda"
    before = [word for word in _between(words, -1, first) if not frame.has_any(ends, word.at, count.at)]
    return before[::-1]


def _changing(frame: Frame, words: Sequence[Value], count: Value) -> Value | None:
    """ "zona kuning menyusut dari 316 menjadi 250, dan zona merah dari 92 menjadi 64": the word right in front of a
    change of which a count is the beginning or the end."""
    first = count.at if frame.before(count.at, Tag.BIND_FROM, 1) else count.at - 2
    if not frame.before(first, Tag.BIND_FROM, 1) or not frame.after(first, Tag.BIND_TO, 1):
        return None
    return next((word for word in words if word.at == first - 2), None)


def _is_group(frame: Frame, count: Value) -> bool:
    """Whether a count is all of a group of whom something is told in front of it, and nothing changes from it."""
    group = Tag.RANK_AMONG in _tags_before(frame, count) and frame.after(count.at, Tag.GROUP, 1)
    return group and not frame.has(Tag.CHANGE, 0, count.at)


def _listed_with(frame: Frame, count: Value, following: Value) -> bool:
    """ "13 provinsi, 34 kota, dan 103 kabupaten hijau": counts in one list share what is said at its end."""
    between = [frame.mentions[place].tags for place in range(count.at + 1, following.at)]
    listed = all(
        tags.keys() & {Tag.GROUP, Tag.COMMA, Tag.BIND_AND, Tag.OPEN, Tag.CLOSE, Tag.NUMBER} for tags in between
    )
    groups = count.group and following.group and count.group != following.group
    whole = Tag.RANK_AMONG in _tags_before(frame, count)
    return listed and bool(groups) and not whole and count.kind == following.kind == "count"


def _is_next_part(frame: Frame, whole: Value, part: Value) -> bool:
    """Whether a number goes on behind a whole with the part of another: commas, "dan" and what is counted between."""
    between = frame.mentions[whole.at + 1 : part.at]
    listed = all(one.tags.keys() & {Tag.GROUP, Tag.COMMA, Tag.BIND_AND} for one in between)
    return bool(between) and listed and frame.after(part.at, Tag.RANK_AMONG)


def _free(frame: Frame, word: Value, count: Value, counts: Sequence[Value]) -> bool:
    """Whether a word after a count is in its clause and heads no later count."""
    if frame.has_any(ENDS, count.at, word.at):
        return False
    clause = takewhile(lambda one: not _parted(frame, word, one), _behind(counts, word.at))
    return not any(heads(frame, word, other, counts) for other in clause)


def heads(frame: Frame, word: Value, count: Value, counts: Sequence[Value]) -> bool:
    """Whether the word stands before its count: "zona kuning terdapat 13 provinsi", "merah turun dari 92 ke 64"."""
    if not word.at < count.at or _parted(frame, word, count):
        return False
    bare = not frame.after(count.at, Tag.GROUP, 1) or opens_clause(frame, word.at)
    if count.at == word.at + 1 and frame.close(word.at, count.at) and bare:
        return True  # "yang zona kuning 11"
    between = _between(counts, word.at, count.at)
    if between and not frame.has(Tag.BIND_TO, between[-1].at, count.at):
        return False
    if frame.has_any((Tag.COUNT_EXISTS, Tag.CHANGE), word.at + 1, count.at):
        return True
    opened = count.at == word.at + OF and frame.has(Tag.BIND_OPENER, word.at + 1, count.at)
    return opened and bool(count.group)  # "yang hijau yaitu lima kabupaten"


def opens_clause(frame: Frame, at: int) -> bool:
    """ "Yang hijau tiga daerah, dan yang masuk zona merah dua daerah": whether nothing but the words for "those who
    are" and for a scale stands between a word of it and the beginning of its clause."""
    first = at
    while first and frame.mentions[first - 1].tags.keys() & {Tag.STATE_BEFORE, Tag.CUE_WORD}:
        first -= 1
    if not frame.has(Tag.STATE_BEFORE, first, at):
        return False
    return first == 0 or frame.has_any((Tag.COMMA, Tag.BIND_AND, Tag.COLON, *ENDS), first - 1, first)


def _parted(frame: Frame, word: Value, count: Value) -> bool:
    """Whether a comma or the end of a clause stands between a word and a count behind it."""
    return frame.has_any((Tag.COMMA, *ENDS), word.at, count.at)


def _before(values: Sequence[Value], at: int) -> Iterator[Value]:
    """The values in front of a place, the nearest first."""
    return (values[place] for place in range(bisect_left(values, at, key=_at) - 1, -1, -1))


def _behind(values: Sequence[Value], at: int) -> Iterator[Value]:
    """The values behind a place, in order."""
    return (values[place] for place in range(bisect_right(values, at, key=_at), len(values)))


def _between(values: Sequence[Value], start: int, stop: int) -> Sequence[Value]:
    """The values behind one place and in front of another."""
    return values[bisect_right(values, start, key=_at) : bisect_left(values, stop, key=_at)]


def group(frame: Frame, count: Value, context: Context, setting: Setting) -> str:
    """The group counted: said with the number, else the whole's in the sentence, else that of the last count."""
    if count.group:
        return count.group
    together = _of_two_groups(frame, count)
    if together:
        return union(together, setting)
    if frame.after(count.at, Tag.RANK_AMONG) and frame.after(count.at + OF, Tag.GROUP):  # "11 dari 14 lembaga"
        return frame.mentions[count.at + OF + 1].tags[Tag.GROUP]
    fronted = next((at for at in (count.at - 1, count.at - 2) if at >= 0 and Tag.GROUP in frame.mentions[at].tags), -1)
    first = max((ends[-1] for tag in ENDS if (ends := frame.having(tag, 0, fronted))), default=-1) + 1
    alone = not frame.has(Tag.GROUP, first, max(fronted, 0))  # "dari delapan pemda termasuk provinsi, tujuh hijau"
    if (
        fronted >= 0 and alone and not frame.gap(fronted, count.at).strip(" ,:")
    ):  # "untuk kota, 4 hijau", "Lembaga 12 hijau"
        return frame.mentions[fronted].tags[Tag.GROUP]
    among = frame.first(Tag.RANK_AMONG, count.at + 1, count.at + 3)
    whole = frame.first(Tag.GROUP, among, among + 4) if among >= 0 else -1  # "11 of the 14 agencies"
    named = whole if whole >= 0 else frame.first(Tag.GROUP, 0, count.at + 5)
    if named >= 0 and Tag.ENTITY_SELF in frame.tagged and _is_pointed_at(frame, named):
        named = frame.first(Tag.GROUP, named + 1, count.at + 5)
    if named < 0 and count.condition:  # "di empat OPD": things, and of nobody spoken of before
        return ""
    return frame.mentions[named].tags[Tag.GROUP] if named >= 0 else context.group


def _is_pointed_at(frame: Frame, at: int) -> bool:
    """ "Pada 2021 di provinsi ini sembilan hijau": whether a word for a group is the one region spoken of, in which is
    counted."""
    pointed = frame.after(at, Tag.ENTITY_SELF, 0) or frame.before(at, Tag.ENTITY_SELF, 0)
    return pointed and frame.before(at - frame.before(at, Tag.ENTITY_SELF, 0), Tag.ENTITY_PLACES, 1)


def _of_two_groups(frame: Frame, count: Value) -> Sequence[str]:
    """ "Dari 13 kabupaten dan kota serta satu pemerintah provinsi, 11 di antaranya …": the groups of which a part is
    counted, where two are joined in front of it; else none."""
    if not frame.after(count.at, Tag.COUNT_PART, 1):
        return ()
    groups = frame.having(Tag.GROUP, 0, count.at)
    if len(groups) != 2 or not frame.before(groups[1], Tag.NUMBER) or frame.has_any((Tag.COMMA, *ENDS), *groups):
        return ()
    return [frame.mentions[at].tags[Tag.GROUP] for at in groups]


def scope(frame: Frame, count: Value, group: str, context: Context, setting: Setting) -> tuple[str, int]:
    """The region of a count, and the place of its name in the sentence (-1: not written there)."""
    where = _where(frame, setting)
    beside = count.value == 1 and is_listed(frame, count.at)  # "satu provinsi, dua kota": that of the region spoken of
    if is_national(setting.reference.whole, group) and not (beside or _lies_in(frame, count, group, where, setting)):
        return COUNTRY, -1
    if where >= 0:
        return _province(frame.mentions[where].ids, setting), where
    if _is_national(frame, count) or _too_many(count, group, context, setting):
        return COUNTRY, -1
    return context.count_scope or context.scope, -1


def _lies_in(frame: Frame, count: Value, group: str, where: int, setting: Setting) -> bool:
    """ "Di Gorontalo ada 21 instansi yang dinilai": whether the sentence begins with where it counts, and those counted
    may lie there."""
    if where < 0 or frame.roles[where] != PLACE or (setting.reference.all_on(group, FIRST) and count.value != 1):
        return False  # "Di Jawa Tengah satu pemerintah provinsi" is that one
    opens = frame.mentions[where - frame.before(where, Tag.ENTITY_PLACES)].start
    return where < count.at and not frame.plain[frame.sentence.start : opens].strip(" \"'")


@once
def _where(frame: Frame, setting: Setting) -> int:
    """The place of a sentence that says where it counts; -1 where none does."""
    places = [at for at, role in enumerate(frame.roles) if role in WHERE]
    told = [at for at in places if _is_region_of(frame.mentions[at].ids, setting) and not _is_venue(frame, at)]
    return min(told, key=lambda at: (WHERE.index(frame.roles[at]), at), default=-1)


def _is_venue(frame: Frame, at: int) -> bool:
    """ "kata Najih di Jakarta, Kamis (14/12/2023)", "on 27 November 2019, in Jakarta": where something was said."""
    if frame.roles[at] != PLACE:
        return False
    before = frame.mentions[max(0, at - 3) : at - frame.before(at, Tag.ENTITY_PLACES)]
    for near in (before[::-1], frame.mentions[at + 1 : at + 3]):
        dated = near[1:] if near and Tag.COMMA in near[0].tags else near
        if dated and dated[0].date is not None:
            return True
    return False


@lru_cache(maxsize=64)
def is_national(reference: Reference, group: str) -> bool:
    """Whether a group is counted in the country unless a region is named: provinces, and who lies in none of them."""
    kinds = reference.kinds(group)
    others = [one for kind in kinds if not reference.level(kind) for one in reference.members(kind, COUNTRY)]
    return reference.all_on(group, FIRST) or (bool(others) and all(one.parent in ("", COUNTRY) for one in others))


def _is_national(frame: Frame, count: Value) -> bool:
    """Whether the country is said to be where a count is of: not by "dan secara nasional 38 provinsi" behind it."""
    places = frame.having(Tag.RANK_NATIONAL)
    return any(not (at > count.at and frame.has(Tag.BIND_AND, at - 1, at)) for at in places)


def _province(ids: tuple[str, ...], setting: Setting) -> str:
    for name in ids:
        if setting.reference.level_of(name) in WIDE:
            return name
    return ids[0]


def _is_region_of(ids: tuple[str, ...], setting: Setting) -> bool:
    return any(setting.reference.level_of(name) in WIDE for name in ids)


def _too_many(count: Value, group: str, context: Context, setting: Setting) -> bool:
    if count.kind != "count" or count.condition:  # units of theirs may be many
        return False
    members = setting.reference.members(group, context.scope) if group else ()
    return bool(members) and int(str(count.value).split(".")[0]) > 2 * len(members)


def _assessed(frame: Frame, count: Value, counts: Sequence[Value]) -> bool:
    """ "34 provinsi yang dinilai", "penilaian atas 34 provinsi, 98 kota dan 416 kabupaten"."""
    stop = _segment_end(frame, count, counts)
    for place in range(count.at + 1, stop):
        tags = frame.mentions[place].tags
        if Tag.COUNT_ASSESSED in tags:
            return not _as_what(frame, place)
        if tags.keys() & {Tag.COMMA, Tag.STOP, Tag.SEMICOLON}:
            break
    if frame.has(SCALED):
        return False
    return any(not _of_whole(frame, place, counts) for place in frame.having(Tag.COUNT_ASSESSED, 0, count.at))


def _assessed_apart(frame: Frame, count: Value) -> bool:
    """ "Ada sembilan kabupaten/kota di Lampung yang dinilai, kategorinya tiga: kepatuhan tinggi, …": whether all are
    said to be assessed before a comma, behind which stands what that gave."""
    stops = (Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.NUMBER)
    end = next((at for at in range(count.at + 1, len(frame.mentions)) if frame.mentions[at].tags.keys() & {*stops}), -1)
    if end < 0 or Tag.COMMA not in frame.mentions[end].tags or not frame.after(count.at, Tag.GROUP, 1):
        return False
    return frame.before(end, Tag.COUNT_ASSESSED, 1) and not frame.has(SCALED, count.at, end)


def _as_what(frame: Frame, place: int) -> bool:
    """ "494 instansi yang dinilai hijau" were not all that were assessed."""
    following = frame.mentions[place + 1 : place + 2]
    return any(tag.startswith(VALUE_OF) for one in following for tag in one.tags) and frame.close(place, place + 1, 1)


def _of_whole(frame: Frame, place: int, counts: Sequence[Value]) -> bool:
    """ "494 dari 587 instansi yang dinilai, meliputi 22 kementerian": parts of which of the two is not said."""
    earlier = [one for one in counts if one.at < place and one.kind == "count"]
    return len(earlier) > 1 and frame.close(earlier[-1].at, place, 3)


def _of_region(frame: Frame, count: Value) -> bool:
    """ "Rapor 17 Kabupaten/Kota di Sumsel": all of a region's, in a headline."""
    near = range(count.at + 1, min(len(frame.mentions), count.at + 4))
    if frame.sentence.voice != "headline" or not any(frame.roles[place] in ("place", "scope") for place in near):
        return False
    word = frame.first(SCALED, count.at)
    return word < 0 or not denied(frame, word)  # "Sepuluh pemda di NTT belum hijau"


def _tags_before(frame: Frame, count: Value) -> set[str]:
    return set(frame.mentions[count.at - 1].tags) if count.at else set()


def _is_whole(frame: Frame, count: Value) -> bool:
    """The 38 of "36 dari 38 kabupaten/kota"."""
    return (
        count.at > 1
        and Tag.RANK_AMONG in frame.mentions[count.at - 1].tags
        and frame.mentions[count.at - 2].number is not None
    )


def _whole_assessed(frame: Frame, count: Value) -> bool:
    """ "…, out of 22 regencies and cities assessed", "Dari enam provinsi, yang hijau hanya Jambi"."""
    if not frame.before(count.at, Tag.RANK_AMONG):
        return False
    noun = count.at + frame.after(count.at, Tag.GROUP)
    opens = count.at == 1 and noun > count.at and frame.after(noun, Tag.COMMA)
    return opens or frame.after(noun, Tag.COUNT_ASSESSED)


def _segment_end(frame: Frame, count: Value, counts: Sequence[Value]) -> int:
    """Where the words that may qualify a count end: at the next count, its own whole not counted."""
    later = (one.at for one in _behind(counts, count.at) if not (one.at == count.at + 2 and _is_whole(frame, one)))
    return next(later, len(frame.mentions))


def _whole_of(frame: Frame, count: Value, stop: int) -> bool:
    """ "Dari 34 provinsi, 19 hijau": the whole bears no condition."""
    if frame.has(Tag.BIND_TO, count.at, stop):
        return False
    return Tag.RANK_AMONG in _tags_before(frame, count) or frame.sentence.start == frame.mentions[count.at].start
