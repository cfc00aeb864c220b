"""Words of a scale as values: "zona hijau", "kategori A", a bare "hijau" behind "sudah"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.cache.patterns import compiled
from factcheck.reading.records import Value
from factcheck.reading.scan.frame import FIGURES, SCALED, SUBJECT, Frame
from factcheck.reading.scan.mentions import CUE_OF, VALUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import untold
from factcheck.reference.packs.info import Measure

_WORD = compiled(r"\w+")
LEADS = {
    Tag.STATE_BEFORE, Tag.BIND_TO, Tag.YEAR, Tag.MOOD_ALL, Tag.ENTITY_HEADS, Tag.ENTITY_SELF, Tag.COLLECTIVE,
    Tag.BIND_ONEOF,
}  # fmt: skip
"""Close behind one of these a word of a scale may stand bare."""
MARKS = {Tag.COMMA, Tag.SEMICOLON, Tag.STOP}
BEARS = {
    Tag.CLOSE, Tag.MOOD_THEM, Tag.COLLECTIVE, Tag.STATE_BEFORE, Tag.COUNT_OTHER, Tag.COUNT_LEFT, Tag.ENTITY_GOVERNMENT,
}  # fmt: skip
"""Close behind one of these, or behind a name, a letter may be one of a scale."""
LEAST = 2
"""So far from a letter in brackets is what stands outside them."""


def word_value(frame: Frame, at: int, place: str, setting: Setting) -> Value | None:
    """A word of a scale as a value, or None where it stands without anything that makes it one."""
    key, word = place.split(":", 1)
    pack, name = key.split("/", 1)
    measure = setting.packs[pack].measures[name]
    mention = frame.mentions[at]
    if untold(frame, at) or signs_off(frame, at) or is_one_of_two(frame, at, key, measure):
        return None
    cue = next(_cues_before(frame, at, pack, name), -1)
    if cue < 0 and not _joins_scale(frame, at, pack, name) and not _may_stand_bare(frame, at, measure):
        return None
    start = frame.mentions[cue].start if cue >= 0 and len(word) > 1 else mention.start
    return Value(at, measure.kind, pack, name, word, start, mention.end)


def is_one_of_two(frame: Frame, at: int, key: str, measure: Measure) -> bool:
    """ "membina OPD yang masih kuning dan merah", "meraih predikat kepatuhan tertinggi dan tinggi": two words of one
    scale (`key`: PACK/MEASURE), joined, are said of no single one: some of those told of bear the one, some the
    other; nor are the two ends of a scale ("kategori A sampai E")."""
    return _is_joined(frame, at, key) or _goes_on(frame, at, measure) or _ends_scale(frame, at, key)


def _ends_scale(frame: Frame, at: int, key: str) -> bool:
    """ "kategori A sampai E", "A-E": whether a dash or a word for one joins a word to another of its scale."""
    if len(frame.tagged[SCALED]) == 1 or len(frame.having(SCALED, max(0, at - LEAST), at + LEAST + 1)) == 1:
        return False  # none is near enough, in a sentence of many words
    pairs = ((at, at + 1), (at, at + LEAST), (at - 1, at), (at - LEAST, at))
    return any(frame.spans(*pair) and all(_is_of(frame, place, key) for place in pair) for pair in pairs)


def _is_joined(frame: Frame, at: int, key: str) -> bool:
    """Whether "dan" alone stands between a word and another of its scale, in a sentence of one name at most."""
    if Tag.BIND_AND not in frame.tagged or len(frame.subjects()) > 1:
        return False
    return any(
        one >= 0
        and other < len(frame.mentions)
        and frame.before(other, Tag.BIND_AND)
        and frame.close(one, one + 1, 0)
        and all(_is_of(frame, place, key) for place in (one, other))
        for one, other in ((at, at + LEAST), (at - LEAST, at))
    )


def _is_of(frame: Frame, at: int, key: str) -> bool:
    places = (place for tag, place in frame.mentions[at].tags.items() if tag.startswith(VALUE_OF))
    return any(place.startswith(f"{key}:") for place in places)


def _goes_on(frame: Frame, at: int, measure: Measure) -> bool:
    """Whether the bare word of another step follows: "kepatuhan tertinggi dan tinggi"."""
    if Tag.BIND_AND not in frame.tagged or not frame.after(at, Tag.BIND_AND):
        return False
    told = frame.plain[frame.mentions[at].start : frame.mentions[at].end].lower()
    follows = _WORD.search(frame.plain, frame.mentions[at + 1].end, frame.sentence.end)
    step = f" {follows[0].lower()}" if follows else told
    phrases = (phrase for words in measure.values.values() for phrase in words.get(frame.language.code, ()))
    return " " in told and not told.endswith(step) and any(phrase.endswith(step) for phrase in phrases)


def signs_off(frame: Frame, at: int) -> bool:
    """ "Foto: Humas Pemprov Sulbar (B)": whether a letter alone in brackets ends a sentence behind a name, as the mark
    of whoever wrote or took it; of two and more in one sentence each is a grade."""
    mention = frame.mentions[at]
    bracketed = frame.before(at, Tag.OPEN) and frame.after(at, Tag.CLOSE)
    if mention.end - mention.start > 1 or not bracketed or at < LEAST:
        return False
    rest = frame.mentions[at + LEAST :]
    alone = sum(frame.mentions[place].start + 1 == frame.mentions[place].end for place in frame.having(SCALED)) == 1
    return alone and bool(frame.mentions[at - LEAST].ids) and all(Tag.STOP in one.tags for one in rest)


def ends_phrase(frame: Frame, at: int) -> bool:
    """ "Kukar A, yang lain B.", "Lingga (87,27) dan Bintan (82,36) B;", "semuanya B": whether a letter stands close
    behind whom it may be said of, with a mark behind it. "Perwakilan Bogor A. Yani" names a person."""
    before = frame.mentions[at - 1] if at else None
    if before is None:
        return False
    after = frame.mentions[at + 1].tags if at + 1 < len(frame.mentions) else {Tag.STOP: ""}
    if frame.gap(at - 1, at) != " ":
        return _ends_clause(frame, at, after)
    told = Tag.ENTITY_SELF in after or (at == 1 and frame.roles[at + 1 : at + 2] == (SUBJECT,))
    if Tag.STATE_BEFORE in before.tags and told:  # "Yang C itu Kutai Timur", "Yang B Paser, Berau, …"
        return frame.gap(at, at + 1) == " "
    ended = at + 1 == len(frame.mentions) or not frame.gap(at, at + 1).strip("\"'*_) ")
    named = bool(before.ids) and frame.roles[at - 1] == SUBJECT
    return ended and bool(after.keys() & MARKS) and (named or bool(before.tags.keys() & BEARS))


def _ends_clause(frame: Frame, at: int, after: Mapping[str, object]) -> bool:
    """ "Paser, Berau, dan Kutai Barat, kebagian B;", "hanya Kukar yang menyamai, A, padahal …": whether one word that
    nobody knows, or a comma, leads from names to a letter that ends their clause."""
    told = frame.gap(at - 1, at).strip()
    led = Tag.COMMA in frame.mentions[at - 1].tags and (not told or (told.isalpha() and told.islower()))
    ended = at + 1 == len(frame.mentions) or not frame.gap(at, at + 1).strip()
    if not (led and ended and after.keys() & {Tag.COMMA, Tag.SEMICOLON}):
        return False
    return frame.names_between(0, at) and not frame.has_any((Tag.SEMICOLON, Tag.STOP), 0, at)


def _cues_before(frame: Frame, at: int, pack: str, name: str) -> Iterator[int]:
    letter = frame.mentions[at].end - frame.mentions[at].start == 1
    for place in range(at - 1, max(-1, at - 3), -1):
        tags = frame.mentions[place].tags
        led = leads_word(tags, pack, name) if letter and place + 1 == at else f"{CUE_OF}{name}" in tags
        if led and frame.close(place, at, 1):
            yield place


def leads_word(tags: Mapping[str, str], pack: str, measure: str) -> bool:
    """Whether a mention is the cue of a scale, or of another scale of its pack, as in front of a letter: "zona C"."""
    return f"{CUE_OF}{measure}" in tags or tags.get(Tag.CUE_WORD, "").startswith(f"{pack}/")


def _joins_scale(frame: Frame, at: int, pack: str, name: str) -> bool:
    """ "kualitas tinggi B", "kepatuhan sedang/opini C", "zona hijau kategori A": a word beside that of another scale of
    its pack says the same once more."""
    before = frame.mentions[at - 1] if at else None
    if before is None or frame.gap(at - 1, at).strip() not in ("", "/", "(", ","):
        return False
    scales = {place.rpartition(":")[0] for tag, place in before.tags.items() if tag.startswith(VALUE_OF)}
    return any(place.startswith(f"{pack}/") and place != f"{pack}/{name}" for place in scales)


def _may_stand_bare(frame: Frame, at: int, measure: Measure) -> bool:
    mention = frame.mentions[at]
    if (
        len(frame.plain[mention.start : mention.end].split()) > 1
        or frame.after(at, Tag.STATE_AFTER)
        or (frame.after(at, Tag.GROUP) and not _letters(measure))
        or (frame.before(at, Tag.ENTITY_GOVERNMENT) and _letters(measure) and ends_phrase(frame, at))
    ):
        return True
    if frame.sentence.kind in ("row", "header") or at == 0:
        return frame.sentence.kind in ("row", "header")
    tags = frame.mentions[at - 1].tags
    if Tag.OPEN in tags and at + 1 < len(frame.mentions) and Tag.CLOSE in frame.mentions[at + 1].tags:
        return True
    if _ends_count(frame, at):
        return True
    if not frame.close(at - 1, at):
        return False
    if tags.keys() & LEADS or (Tag.MOOD_PAST in tags and frame.has(Tag.YEAR_DIGITS, 0, at)):
        return True
    if _letters(measure):
        return False
    named = frame.mentions[at - 1].ids or Tag.BIND_AND in tags
    behind = tags.keys() & {Tag.GROUP, Tag.NUMBER, Tag.CLOSE, Tag.COUNT_PART}
    titled = bool(frame.mentions[at - 1].ids) and frame.sentence.voice == "headline"
    return titled or bool((len(mention.tags) and behind) or (named and _in_own_year(frame, at)))


def _in_own_year(frame: Frame, at: int) -> bool:
    """ "Katingan merah pada 2018 dan hijau pada 2019": whether a year follows a word right behind."""
    year = at + 1 + frame.after(at, Tag.YEAR)
    anchored = frame.after(at, Tag.YEAR_ANCHORED)
    return anchored or (frame.has(Tag.YEAR_DIGITS, year, year + 1) and frame.close(at, year, 1))


def _ends_count(frame: Frame, at: int) -> bool:
    """ "Sisanya, delapan daerah (33,33 persen), kuning.": the word ends what a count began."""
    if Tag.COMMA not in frame.mentions[at - 1].tags or frame.gap(at - 1, at).strip():
        return False
    ends = at + 1 == len(frame.mentions) or bool(
        frame.mentions[at + 1].tags.keys() & {Tag.STOP, Tag.COMMA, Tag.SEMICOLON}
    )
    return ends and frame.has(FIGURES, 0, at)


def _letters(measure: Measure) -> bool:
    """Whether the words of a scale are single letters, which mean something only with a cue: "kategori A"."""
    return all(len(word) == 1 for word in measure.values)
