"""Who a value is about."""

from __future__ import annotations

from factcheck.language.fold import fold
from factcheck.model import COUNTRY, How, Span, Strength
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.records import Context, Subject, Value
from factcheck.reading.scan.frame import ENDS, FIGURES, PEOPLED, SCALED, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.subject.context import anaphor, of_nation, resolve
from factcheck.reading.values.mood import national_before

SCALE_REACH = 9
"""Mentions between "tertinggi" and the figure that is it."""
MEASURED = 2
"""Mentions in front of a place that say what is measured there."""
AFAR = (*ENDS, Tag.COMMA, Tag.NUMBER, Tag.EXTREME, Tag.BIND_AND)
"""What ends the reach of "tertinggi" to a name behind it."""
OTHERS = (*ENDS, Tag.ENTITY_SELF, Tag.ENTITY_MAIN, Tag.ENTITY_GOVERNMENT, Tag.GROUP, Tag.BIND_COMPARE)
"""What ends the reach of "nasional" to the figures behind it, for somebody else may be meant."""
PARTED = (*ENDS, Tag.COMMA, Tag.COLON, Tag.OPEN, FIGURES, SCALED)
"""What parts a place in an order from the word for who holds it."""
COUNTING = {Tag.ENTITY_OFFICES, Tag.ENTITY}
"""What the name of a subject is where it is somebody's."""
OPENING = 40
"""Letters at the beginning of a sentence in which it says that the one named last is meant."""
LEADS = {Tag.COLON, Tag.COMMA, Tag.STOP}
"""Signs behind which the one stands whose place was told: "Peringkat 2. Kota Blitar"."""
FILLERS = {
    Tag.STATE_BEFORE, Tag.ENTITY_PLACES, Tag.RANK_NATIONAL, Tag.GROUP, Tag.RANK_AMONG, Tag.ENTITY_SELF, Tag.CUE_NUMBER,
    Tag.NUMBER, Tag.YEAR, Tag.MOOD_ALL, Tag.COUNT_ASSESSED, Tag.BIND_MEMBER,
}  # fmt: skip


def bind(frame: Frame, value: Value, context: Context, setting: Setting) -> Subject | None:
    """The subject of a value, or None where the value is of an office and not of a region."""
    for way in (_holder_after, _beside, _fronted, _at_the_end_of_a_scale, _of_country):
        found = way(frame, value, context, setting)
        if found is not None:
            return found
    return _backwards(frame, value, context, setting)


def named(frame: Frame, at: int, context: Context, setting: Setting, strength: Strength, group: str = "") -> Subject:
    """The name at a place of the sentence as a subject."""
    mention = frame.mentions[at]
    ids = mention.ids
    if len(ids) > 1:
        ids = resolve(ids, context, setting, group or _group_said(frame, at))
    return Subject(ids, mention.start, mention.end, None, strength)


def carried(context: Context, setting: Setting) -> Subject | None:
    """The subject of the sentence before, else of the article."""
    name = context.entity or context.topic
    if not name:
        return None
    far = not context.entity
    how = How.SUBJECT_OF_ARTICLE if far else How.SUBJECT_OF_SENTENCE_BEFORE
    return Subject((name,), -1, -1, how, Strength.TOPIC if far else Strength.CARRIED)


def _group_said(frame: Frame, at: int) -> str:
    """ "Di kelompok kota, … Depok": the group named earlier in the sentence decides between namesakes."""
    groups = frame.having(Tag.GROUP, 0, at)
    return frame.mentions[groups[-1]].tags[Tag.GROUP] if groups else ""


def _holder_after(frame: Frame, value: Value, context: Context, setting: Setting) -> Subject | None:
    """ "Peringkat kedua ditempati Pemkab …", "nilai tertinggi jatuh kepada Kota …"."""
    at = value.at
    for place in range(at + 1, min(len(frame.mentions), at + 7)):
        tags = frame.mentions[place].tags
        given = Tag.BIND_TO in tags and frame.has(Tag.BIND_GIVES, 0, at)  # "gives 84.57 to Tebo and 91.41 to Bungo"
        if (Tag.BIND_HOLDER_AFTER in tags or given) and place + 1 < len(frame.mentions):
            return _next_name(frame, place, context, setting, value.group)
        if value.kind == "rank" and Tag.COUNT_EXISTS in tags and place + 1 < len(frame.mentions):
            return _next_name(frame, place, context, setting, value.group, 0)  # "di posisi kelima ada Lombok Timur"
        if frame.roles[place] in ("scope", "place"):
            continue
        if not tags.keys() & FILLERS:
            return _held_behind(frame, value, place, context, setting)
    return None


def _held_behind(frame: Frame, value: Value, place: int, context: Context, setting: Setting) -> Subject | None:
    """ "Urutan pertama kepatuhan dan pelayanan versi lembaga itu ditempati Riau": the name right behind a word for who
    holds a place, whatever else of its clause says in between of what the place is."""
    holders = frame.having(Tag.BIND_HOLDER_AFTER, place) if kind_of(value.kind).ordered else ()
    if not holders:
        return None
    opening = max((at for tag in PARTED for at in frame.having(tag, 0, value.at)[-1:]), default=0)
    if frame.names_between(opening, value.at):
        return None
    for holder in holders:
        if frame.has_any(PARTED, value.at + 1, holder) or frame.names_between(value.at, holder):
            return None
        found = _next_name(frame, holder, context, setting, value.group)
        if found is not None:
            return found
    return None


def _next_name(
    frame: Frame, place: int, context: Context, setting: Setting, group: str, words: int = 2
) -> Subject | None:
    """The name that follows, at most so many words behind what leads to it: "hanya berada di atas X" leads to none."""
    for following in range(place + 1, min(len(frame.mentions), place + 3)):
        if frame.roles[following] == "subject" and frame.close(following - 1, following, words):
            return named(frame, following, context, setting, Strength.BESIDE, group)
        if Tag.ENTITY_GOVERNMENT in frame.mentions[following].tags:
            meant, mention = anaphor(frame, following, context, setting), frame.mentions[following]
            return Subject((meant,), mention.start, mention.end, How.SPOKEN_OF, Strength.MEANT) if meant else None
        if not frame.mentions[following].tags.keys() & FILLERS:
            return None
    return None


def _beside(frame: Frame, value: Value, context: Context, setting: Setting) -> Subject | None:
    """ "Kedua Kota Bima", "Peringkat 1: Pemkab Kaur", "yang paling rendah Kota Binjai"."""
    at = value.at
    told = kind_of(value.kind).ordered or frame.after(at, Tag.ENTITY_SELF)
    if not told or at + 1 >= len(frame.mentions):
        return None
    following = at + 1
    if Tag.ENTITY_SELF in frame.mentions[following].tags and following + 1 < len(frame.mentions):
        following += 1
    sign = frame.mentions[following].tags
    first = not frame.names_between(0, at) or (value.kind == "extreme" and _put_in(frame, at))
    if (sign.keys() & LEADS and first) and following + 1 < len(frame.mentions):
        following += 1
    group = value.group
    if value.kind == "extreme" and Tag.GROUP in frame.mentions[following].tags and following + 1 < len(frame.mentions):
        group = frame.mentions[following].tags[Tag.GROUP]
        following += 1 + frame.after(following, Tag.BIND_IS)
    if following >= len(frame.mentions):
        return None
    if frame.roles[following] != "subject" or not frame.close(following - 1, following):
        return None
    return named(frame, following, context, setting, Strength.BESIDE, group)


def _at_the_end_of_a_scale(frame: Frame, value: Value, context: Context, setting: Setting) -> Subject | None:
    """ "yang tertinggi ada di Kota Semarang, yaitu Rp3.060.350", "kenaikan terendah 6,4 persen di Kabupaten Kudus": of
    a region that has none within it, the place where the highest is found is who has it."""
    at = value.at
    extreme = next((place for place in frame.having(Tag.EXTREME, max(0, at - SCALE_REACH), at + 1)[::-1]), -1)
    if extreme < 0 or frame.has_any((*ENDS, Tag.ENTITY_OFFICES), extreme, at):
        return None
    inside = [place for place in range(extreme + 1, at) if frame.mentions[place].ids]
    behind = range(at + 2, at + 4) if extreme == at or frame.after(at, Tag.ENTITY_PLACES) else ()
    roles = ("place", "subject") if extreme == at else ("place",)
    for place in inside[-1:] or behind:
        if frame.has_any(AFAR, at + 1, place) or place >= len(frame.mentions):
            return None
        if frame.roles[place] in roles and _is_innermost(frame, place, setting):
            return named(frame, place, context, setting, Strength.CLAUSE, value.group)
    return None


def _of_country(frame: Frame, value: Value, context: Context, setting: Setting) -> Subject | None:
    """ "Nilai kepatuhan nasional 2024 naik 0,99 poin": the country, where "nasional" stands right behind what is
    measured and nobody is named between it and the value; "peringkat nasional" measures nothing."""
    if kind_of(value.kind).ordered or Tag.RANK_NATIONAL not in frame.tagged:
        return None
    beside = national_before(frame, value.at)
    if beside >= 0:
        mention = frame.mentions[beside]
        return Subject((COUNTRY,), mention.start, mention.end, None, Strength.BESIDE)
    at = frame.having(Tag.RANK_NATIONAL, 0, value.at)[-1:]
    if not at or not frame.before(at[0], Tag.CUE_NUMBER) or frame.has_any(OTHERS, at[0], value.at):
        return None
    if any(role for role in frame.roles[at[0] : value.at]):
        return None
    mention = frame.mentions[at[0]]
    return Subject((COUNTRY,), mention.start, mention.end, None, Strength.CLAUSE)


def _is_innermost(frame: Frame, place: int, setting: Setting) -> bool:
    """Whether a name is that of a region within a province, which has none of its kind within it."""
    records = [setting.reference.entities.get(name) for name in frame.mentions[place].ids]
    return bool(records) and all(record is not None and record.parent not in ("", COUNTRY) for record in records)


def _put_in(frame: Frame, at: int) -> bool:
    """ "…, and, at the very bottom, West Sumba with 13.01"."""
    lead = frame.plain[frame.sentence.start : frame.mentions[at].start].rpartition(",")
    return bool(lead[1]) and len(lead[2].split()) <= 3


def _fronted(frame: Frame, value: Value, context: Context, setting: Setting) -> Subject | None:
    """ "Dengan nilai 84,56 pada 2024, Kabupaten Tebo …": the value stands in front of its subject."""
    if frame.names_between(0, value.at) or not frame.mentions or Tag.BIND_FRONT not in frame.mentions[0].tags:
        return None
    if frame.mentions[0].start - frame.sentence.start > 3:
        return None
    for comma in frame.having(Tag.COMMA, value.at)[:2]:
        if comma + 1 < len(frame.mentions) and frame.roles[comma + 1] == "subject" and frame.close(comma, comma + 1, 1):
            return named(frame, comma + 1, context, setting, Strength.CLAUSE, value.group)
    return None


def _backwards(frame: Frame, value: Value, context: Context, setting: Setting) -> Subject | None:
    at, group = value.at, value.group
    weak: Subject | None = None
    for place in reversed(frame.having(PEOPLED, 0, at)):
        mention = frame.mentions[place]
        role = frame.roles[place]
        if role == "subject":
            return _named_before(frame, place, at, context, setting, group)
        if Tag.ENTITY_OFFICES in mention.tags or role == "office":
            if _counts(frame, place):
                continue
            return None
        if Tag.ENTITY_CAPITAL in mention.tags and not _apposed(frame, place) and not _meant_before(frame, place):
            return carried(context, setting)
        meant = "" if frame.before(place, Tag.ENTITY_CAPITAL) else anaphor(frame, place, context, setting)
        if meant and not (frame.names_between(0, place) and (_is_where(frame, place) or _in_aside(frame, place))):
            return Subject((meant,), mention.start, mention.end, How.SPOKEN_OF, Strength.MEANT)
        if role in ("place", "holder") and weak is None:
            weak = named(frame, place, context, setting, Strength.CARRIED, group)
    if weak is not None and _measured_at(frame, weak):
        return weak._replace(strength=Strength.CLAUSE)
    if weak is not None and (_heads(frame, weak) or (not context.entity and _measured_there(frame, weak))):
        return weak
    return _named_last(frame, context) or carried(context, setting) or weak or of_nation(value, context, setting)


def _named_last(frame: Frame, context: Context) -> Subject | None:
    """ "… Muna Barat 34,19 dan Buton Selatan 30,78. Nama terakhir otomatis di urutan 18": who was met last, where a
    sentence begins with a word for that one; None where it does not."""
    opens = frame.plain[frame.sentence.start : frame.sentence.start + OPENING].lower()
    if not context.recent or not opens.startswith(frame.words.named_last):
        return None
    return Subject((context.recent[-1],), -1, -1, How.SUBJECT_OF_SENTENCE_BEFORE, Strength.CARRIED)


def _named_before(frame: Frame, place: int, at: int, context: Context, setting: Setting, group: str) -> Subject:
    strength = Strength.BESIDE if place >= at - 2 else Strength.CLAUSE
    mate = _mate(frame, place, at, setting)
    if mate:
        return Subject((mate,), frame.mentions[at - 1].start, frame.mentions[at - 1].end, None, strength)
    return named(frame, place, context, setting, strength, group)


def _counts(frame: Frame, place: int) -> bool:
    """ "Kepala BPS Aceh", "catatan Badan Pusat Statistik (BPS) Aceh": whether an office, or whose it is, is the one
    that an open subject is called by: it counts, and is not what is told of."""
    reach = 1 + frame.before(place, Tag.CLOSE, 1)
    offices = (frame.mentions[at].tags.keys() for at in range(max(0, place - reach), place + 1))
    return any(Tag.SUBJECT in tags and tags & COUNTING for tags in offices)


def _mate(frame: Frame, place: int, at: int, setting: Setting) -> str:
    """ "Kota Probolinggo 83,23 dan kabupatennya 82,33": who bears the same name and is of the kind that stands right in
    front of a value; empty where that is no other kind, or nobody is."""
    kind = frame.mentions[at - 1].tags.get(Tag.GROUP, "")
    record = setting.reference.entities.get(frame.mentions[place].ids[0]) if frame.mentions[place].ids else None
    if not kind or record is None or kind == record.kind or not frame.has(Tag.BIND_AND, place, at):
        return ""
    bare = record.name.partition(" ")[2]
    ids = setting.reference.aliases.get(fold(f"{kind} {bare}"), ())
    return ids[0] if len(ids) == 1 else ""


def _apposed(frame: Frame, capital: int) -> bool:
    """ "Banjarbaru, the new provincial capital, had …": who is meant stands in front of the comma."""
    for place in range(capital - 1, max(-1, capital - 4), -1):
        if Tag.COMMA in frame.mentions[place].tags:
            return place > 0 and frame.roles[place - 1] == "subject" and frame.close(place - 1, place)
    return False


def _meant_before(frame: Frame, capital: int) -> bool:
    """ "Banjarmasin tergelincir; setahun sebelumnya ibu kota lama itu hijau": who is meant stands in the sentence."""
    return frame.after(capital, Tag.ENTITY_SELF, 1) and bool(frame.names_between(0, capital))


def _in_aside(frame: Frame, at: int) -> bool:
    """ "Kupang regency, not to be confused with the city, has …": it ends what is put in between."""
    end = frame.mentions[at].end
    aside = frame.plain[end : end + 1] == "," or frame.plain[end : end + 3] == "'s,"
    return aside and frame.has(Tag.COMMA, frame.subjects(0, at)[-1], at)


def _is_where(frame: Frame, place: int) -> bool:
    """ "Pinrang leads the province with …", "… tertinggi di provinsi ini": among whom, and not who."""
    return frame.before(place, Tag.ENTITY_PLACES) or frame.before(place, Tag.EXTREME)


def _heads(frame: Frame, place: Subject) -> bool:
    """Whether the sentence begins with the place: "Di Kabupaten Donggala angkanya 29 persen"."""
    first = frame.mentions[0]
    return first.start == frame.sentence.start and first.end < place.start == frame.mentions[1].start


def _measured_there(frame: Frame, place: Subject) -> bool:
    """Whether what is measured is said before the place: "Harga beras di Kota Palu naik menjadi …"."""
    return any(frame.mentions[at].start < place.start for at in frame.having(Tag.CUE_NUMBER))


def _measured_at(frame: Frame, place: Subject) -> bool:
    """ "Menurut BPS Jatim, tingkat kemiskinan di Sampang 20,71 persen": whether nothing but the word for where stands
    between what is measured and the place."""
    at = next(at for at, mention in enumerate(frame.mentions) if mention.start == place.start)
    if at < MEASURED or not frame.before(at, Tag.ENTITY_PLACES) or not frame.close(at - 2, at - 1):
        return False
    return any(tag.startswith(CUE_OF) for tag in frame.mentions[at - 2].tags)


def span(subject: Subject) -> Span | None:
    """Where the subject is written, None where it was not written in the sentence."""
    return Span(subject.start, subject.end) if subject.start >= 0 else None
