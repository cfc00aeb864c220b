"""Wishes, thresholds, conditions and negations: what they govern is no claim about what is."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.cache.patterns import compiled
from factcheck.reading.scan.frame import CLAUSE_ENDS, ENDS, FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import VALUE_OF, Mention, Tag

_WORD = compiled(r"[\w/-]+")
HEADS = (Tag.STATE_BEFORE, Tag.CUE_WORD, Tag.GROUP, Tag.YEAR_DIGITS)
"""With a word of a scale these may be all that a line or a question says."""
LINKS = {Tag.STATE_BEFORE, Tag.BIND_AND, Tag.BIND_THEN}
LEAD_WORDS = 3
"""Words at most of which the last leads to a word of a scale that those who are named behind it bear."""
MOOD_REACH, NAMED = 3, 2
"""How many mentions back a word of wish or threshold reaches, not counting two in which it says of what and when."""
ANY_REACH, FURTHER = 4, 14
"""Mentions, and letters of words that are none, between what a clause picks and the word of a scale in it."""
PLACED = ("place", "scope")
LINKED = 2
AIM = 3
"""Mentions between a word for a distance and what it leads to: "jarak Buton ke zona hijau"."""
NEGATION_REACH = 9
""""tidak ada lagi kabupaten yang merah": a negation reaches further."""

OF_NATION = frozenset((Tag.STATE_BEFORE, Tag.YEAR, Tag.YEAR_DIGITS, Tag.OPEN, Tag.CUE_NUMBER))
"""What may stand between "nasional" and its figure: "yang", "pada 2024", "sebesar", a bracket; not "dengan"."""

MOODS = frozenset(
    (Tag.MOOD_CONDITIONAL, Tag.MOOD_NONE, Tag.MOOD_NEGATION, Tag.MOOD_IRREALIS, Tag.BIND_FROM, Tag.MOOD_OUTSIDE)
)
"""One of these a sentence has in which something is wished, bounded or denied."""
AIMS = (Tag.MOOD_FORESEEN, Tag.MOOD_PLANNED)
"""One of these a sentence has in which something is aimed at or expected."""
UNTOLD = MOODS | {
    Tag.MOOD_SOME, Tag.EXTREME, Tag.MOOD_MEANS, Tag.ENTITY_SELF, Tag.MOOD_DEMANDED, Tag.MOOD_FORESEEN,
    Tag.BIND_AVERAGE,
}  # fmt: skip
"""One of these a sentence has with a word of a scale that is no claim about anybody."""


def _steps(frame: Frame, place: int, at: int) -> int:
    """How far a wish is from what it may govern; what is wished, and for when, is no step: "target produksi 2025"."""
    named = frame.mentions[place + 1 : place + 1 + NAMED]
    return at - place - sum(not one.tags.keys().isdisjoint((Tag.CUE_NUMBER, Tag.YEAR_DIGITS)) for one in named)


def irrealis(frame: Frame, at: int) -> bool:
    """Whether a wish, threshold or negation governs the mention: "target nilai 90", "belum hijau"; both ends of a range
    are governed alike ("menargetkan kemiskinan 6,5 sampai 7,5 persen")."""
    if not MOODS.isdisjoint(frame.tagged) and _is_governed(frame, at):
        return True
    return Tag.YEAR_FUTURE in frame.tagged and _is_to_come(frame, at)


def _is_governed(frame: Frame, at: int) -> bool:
    at = at - 2 if at > 1 and frame.spans(at - 2, at) else at
    if _is_bare_of(frame, at) or is_supposed(frame, at) or _far_from(frame, at) or _is_bound(frame, at):
        return True
    first = max(0, at - 1 - NEGATION_REACH)
    if not frame.has_any((Tag.MOOD_NEGATION, Tag.MOOD_IRREALIS), first, at) or stays(frame, at):
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
        if Tag.MOOD_CONDITIONAL in tags or (Tag.HEDGE in tags and national_before(frame, at) > place):
            continue  # "di atas angka nasional yang 21,6 persen" says what that is
        if Tag.MOOD_IRREALIS in tags and _steps(frame, place, at) <= reach and len(frame.gap(place, at)) <= 30:
            return True
        reached = 60 if frame.has(Tag.GROUP, place, at) else 40  # "tidak termasuk provinsi yang meraih zona hijau"
        if Tag.MOOD_NEGATION in tags and len(frame.gap(place, at)) <= reached:
            return True
    return False


def national_before(frame: Frame, at: int) -> int:
    """Where the word stands that says that a figure is the country's, right behind what is measured or averaged; -1
    where none does."""
    place = (frame.having(Tag.RANK_NATIONAL, 0, at) or (-1,))[-1]
    if place < 1 or not (frame.before(place, Tag.CUE_NUMBER) or frame.before(place, Tag.BIND_AVERAGE)):
        return -1
    between = frame.mentions[place + 1 : at]
    return place if all(one.tags.keys() & OF_NATION and Tag.BIND_FRONT not in one.tags for one in between) else -1


def _is_bare_of(frame: Frame, at: int) -> bool:
    """ "masih di luar zona hijau": whether a word of a scale is said to be nobody's, or somebody outside of it."""
    if Tag.MOOD_OUTSIDE in frame.tagged and frame.before(at - frame.before(at, Tag.CUE_WORD), Tag.MOOD_OUTSIDE, 1):
        return True
    return _of_none(frame, at)


def _is_to_come(frame: Frame, at: int) -> bool:
    """ "tahun depan 97,5": whether the year told last in front of a word of a scale or a figure without a unit, in its
    clause, is still to come; amounts are set for the next year."""
    number = frame.mentions[at].number
    years = frame.having(Tag.YEAR_FUTURE, 0, at) if number is None or not number.unit else ()
    return bool(years) and not frame.has_any((Tag.YEAR_DIGITS, Tag.BIND_FROM, *CLAUSE_ENDS), years[-1], at)


def stays(frame: Frame, at: int) -> bool:
    """ "belum juga keluar dari zona merah": whether a word of a scale is said not to be left."""
    left = frame.having(Tag.BIND_LEAVE, max(0, at - MOOD_REACH), at)
    return bool(left) and frame.has(Tag.MOOD_NEGATION, max(0, left[-1] - MOOD_REACH), left[-1])


def is_supposed(frame: Frame, at: int) -> bool:
    """Whether a word of condition in front of a place of a sentence supposes what stands there."""
    return any(supposes(frame, place) for place in frame.having(Tag.MOOD_CONDITIONAL, 0, at))


def supposes(frame: Frame, place: int) -> bool:
    """Whether a word of condition supposes what is not so: not "bila disandingkan dengan 2023, …", which looks back,
    nor "kalau pada 2023 nilainya 91,08, sekarang …", which sets one year against another."""
    end = frame.mentions[place].end
    following = _WORD.match(frame.plain, end + 1)
    if following is not None and following[0].lower() in frame.words.viewing:
        return False
    if _is_topic(frame, place):
        return False
    commas = frame.having(Tag.COMMA, place) or (place,)
    other = commas[0]
    if frame.has(Tag.YEAR_RESULT, other, other + 3) and frame.has(Tag.YEAR_DIGITS, other, other + 3):
        return False  # "Kalau mundur lebih jauh, survei 2018 mencatat …"
    dated = place + frame.has(Tag.YEAR, place + 1, place + 2)  # "pada"
    if not frame.after(dated, Tag.YEAR_DIGITS, 2):
        return True
    return not any(frame.has_any((Tag.YEAR, Tag.YEAR_DIGITS), one, one + 3) for one in commas)


def _is_topic(frame: Frame, place: int) -> bool:
    """ "Kalau Payakumbuh, kategori A, angkanya 97,60": whether a word of condition only says of whom somebody speaks: a
    name stands right behind it, and behind that a comma, a word of a scale or the cue of a figure, no verb, and a
    figure in the end."""
    name = place + 1
    if name + 1 >= len(frame.mentions) or not frame.mentions[name].ids or not frame.close(place, name):
        return False
    numbers = (frame.mentions[at].number for at in frame.having(FIGURES, name))
    if (
        not any(number is not None and number.quantum < 1 for number in numbers)
        or frame.plain[frame.sentence.end - 1] == "?"
    ):
        return False
    tags = frame.mentions[name + 1].tags
    told = any(tag in (Tag.COMMA, Tag.CUE_NUMBER, Tag.CUE_WORD) or tag.startswith(VALUE_OF) for tag in tags)
    return told and not frame.gap(name, name + 1).strip() and not frame.has(Tag.YEAR_FUTURE)


def is_aim(frame: Frame, at: int) -> bool:
    """ "berharap tahun depan IPM sudah melewati 77,50": whether a figure is the first behind a word for what is aimed
    at or expected, in its clause: then it is no slip of what is."""
    between = (FIGURES, Tag.COMMA, Tag.SEMICOLON, Tag.STOP, Tag.BIND_CLAUSE)
    return any(not frame.has_any(between, aim + 1, at) for aim in _aims(frame, at))


def is_behind_aim(frame: Frame, at: int) -> bool:
    """ "menargetkan IPM 79,45 pada 2025 dan 81,20 pada 2030": whether such a word stands anywhere in front, and no stop
    or semicolon between."""
    return any(not frame.has_any((Tag.STOP, Tag.SEMICOLON), aim, at) for aim in _aims(frame, at))


def _aims(frame: Frame, at: int) -> Iterator[int]:
    """Where the words for what is aimed at or expected stand in front of a place."""
    return (aim for tag in AIMS for aim in frame.having(tag, 0, at))


def demanded(frame: Frame, at: int) -> bool:
    """ "Buruh menuntut iuran DKI menjadi Rp6 juta": whether somebody wants an amount or rate, in whose clause the word
    for it stands."""
    number = frame.mentions[at].number
    asked = frame.having(Tag.MOOD_DEMANDED, 0, at) if number is not None and number.unit else ()
    return bool(asked) and not frame.has_any(ENDS, asked[-1], at)


def denied(frame: Frame, at: int) -> bool:
    """ "Sepuluh pemda belum hijau", "belum masuk zona hijau": whether a word of a scale is said not to be so; but
    "belum lepas dari zona kuning" says that it is."""
    if Tag.MOOD_NEGATION not in frame.tagged:
        return False
    for place in range(at - 1, max(-1, at - 1 - MOOD_REACH), -1):
        tags = frame.mentions[place].tags
        if Tag.MOOD_NEGATION in tags:
            return True
        if tags.keys() & {*CLAUSE_ENDS, Tag.BIND_LEAVE, Tag.BIND_FROM, Tag.NUMBER}:
            return False
    return False


def untold(frame: Frame, at: int) -> bool:
    """Whether a word of a scale is no claim about anybody: wished, denied, said of some, or of those among whom
    somebody else is told of; several passes ask it of each word."""
    known: bool | None = frame.kept.get(at)
    if known is None:
        known = frame.kept[at] = _untold(frame, at)
    return known


def _untold(frame: Frame, at: int) -> bool:
    if is_aim_of_distance(frame, at) or _is_of_place(frame, at):
        return True
    if Tag.YEAR_FUTURE in frame.tagged and _is_to_come(frame, at):
        return True
    if UNTOLD.isdisjoint(frame.tagged):
        return False
    from factcheck.reading.values.said_of_some import of_some

    if irrealis(frame, at) or of_some(frame, at) or _among(frame, at):
        return True
    return _is_in_general(frame, at) or _is_wanted(frame, at) or _is_hoped(frame, at)


def _is_of_place(frame: Frame, at: int) -> bool:
    """ "Ketiga Manggarai hijau, tetapi hanya yang di barat kategori A": whether "yang di" and a place that nobody knows
    say who of several bears a word."""
    places = at - 1 - (at > 0 and Tag.CUE_WORD in frame.mentions[at - 1].tags)
    if places < 1 or Tag.ENTITY_PLACES not in frame.mentions[places].tags or not frame.close(places - 1, places, 0):
        return False
    lead = frame.mentions[places - 1]
    led = frame.plain[lead.start : lead.end].lower() in frame.words.relative
    return led and bool(frame.gap(places, places + 1).strip())


def _is_hoped(frame: Frame, at: int) -> bool:
    """ "Ia berharap pada penilaian berikutnya Ambon dan Seram sudah hijau", "Semoga terus naik ke yang terbaik, zona
    hijau": whether a word is behind what is hoped for or expected, no figure and no clause of its own between: not in
    "berharap Seram, yang masih kuning, …"."""
    hoped = frame.having(Tag.MOOD_FORESEEN, 0, at)
    figures = (one for one in frame.having(FIGURES, 0, at) if Tag.YEAR_DIGITS not in frame.mentions[one].tags)
    if not hoped or any(one > hoped[-1] for one in figures) or frame.has_any(ENDS, hoped[-1], at):
        return False
    last = max((hoped[-1], *frame.subjects(hoped[-1], at)))
    between = frame.plain[frame.mentions[last].end : frame.mentions[at].start].lower().split()
    return not any(word in frame.words.relative for word in between)


def _is_wanted(frame: Frame, at: int) -> bool:
    """ "Gubernur minta tahun ini harus hijau": whether somebody wants it, and nobody is named that has it."""
    asked = frame.having(Tag.MOOD_DEMANDED, 0, at)
    return bool(asked) and not frame.has_any(ENDS, asked[-1], at) and not frame.names_between(asked[-1], at)


def _is_in_general(frame: Frame, at: int) -> bool:
    """ "A green zone does not mean zero complaints", "Hijau itu ambangnya 81": whether a word that a sentence begins
    with, of nobody, is itself what is explained."""
    behind = at + 1 + frame.has_any((Tag.CUE_WORD, Tag.ENTITY_SELF), at + 1, at + 2)
    means = frame.has(Tag.MOOD_MEANS, behind, behind + 1)
    if _is_of_whoever(frame, at, behind):
        return True
    bound = frame.after(at, Tag.ENTITY_SELF) and frame.has_any(
        (Tag.MOOD_IRREALIS, Tag.MOOD_NEGATION), behind, behind + 1
    )
    return ((means or bound) and not frame.names_between(0, behind)) or _is_whoever(frame, at)


def _is_whoever(frame: Frame, at: int) -> bool:
    """ "Merangin membuktikan yang kuning bisa pulih": whether "yang" and a word mean whoever bears it, of whom
    something can be: a verb, and no comma, stands between a name and "yang"."""
    if at < LINKED or not frame.after(at, Tag.MOOD_IRREALIS) or not frame.before(at, Tag.STATE_BEFORE):
        return False
    led = frame.plain[frame.mentions[at - 1].start : frame.mentions[at - 1].end].lower() in frame.words.relative
    return led and bool(frame.mentions[at - LINKED].ids) and frame.gap(at - LINKED, at - 1).strip().isalpha()


def _is_of_whoever(frame: Frame, at: int, behind: int) -> bool:
    """ "Tebo membuktikan yang kuning bisa pulih", "kabupaten yang hijau bisa merosot": whether a clause says of whoever
    bears a word of a scale what may become of them; "Tebo yang hijau bisa …" is Tebo's."""
    lead = at - 1 - (at > 1 and Tag.CUE_WORD in frame.mentions[at - 1].tags)
    opening = frame.mentions[lead] if lead >= 0 else None
    if opening is None or frame.plain[opening.start : opening.end].lower() not in frame.words.relative:
        return False
    named = lead > 0 and bool(frame.mentions[lead - 1].ids) and frame.close(lead - 1, lead)
    return not named and frame.has(Tag.MOOD_IRREALIS, behind, behind + 1) and frame.close(behind - 1, behind)


def _among(frame: Frame, at: int) -> bool:
    """ "kenaikan terbesar di antara penghuni zona hijau dibukukan Kota Langsa": says among whom."""
    among = next((place for place in reversed(frame.having(Tag.RANK_AMONG, max(0, at - ANY_REACH), at))), -1)
    if among < 0 or Tag.BIND_FROM in frame.mentions[among].tags or not frame.has(Tag.EXTREME, 0, among):
        return False
    between = frame.mentions[among:at]
    return not any(one.ids or one.number is not None or one.tags.keys() & CLAUSE_ENDS for one in between)


def _is_bound(frame: Frame, at: int) -> bool:
    """ "menuju ambang hijau (78,00)": the figure in brackets behind a word of a scale that is only a threshold."""
    bracketed = at > 2 and Tag.OPEN in frame.mentions[at - 1].tags and frame.mentions[at].number is not None
    if not bracketed or not any(tag.startswith(VALUE_OF) for tag in frame.mentions[at - 2].tags):
        return False
    return any(Tag.MOOD_IRREALIS in one.tags for one in frame.mentions[max(0, at - 4) : at - 2])


def _of_none(frame: Frame, at: int) -> bool:
    """ "No local government in West Sumatra is yellow": in some languages the subject bears the negation."""
    none = frame.having(Tag.MOOD_NONE, 0, at)
    between = frame.mentions[none[-1] : at] if none else ()
    return bool(between) and not any(one.tags.keys() & CLAUSE_ENDS or one.number is not None for one in between)


def _far_from(frame: Frame, at: int) -> bool:
    """ "kurang tiga per seratus angka dari hijau", "terpaut 0,6 dari zona hijau": so far from it, and not in it."""
    if (
        frame.before(at, Tag.STATE_BEFORE)
        and frame.before(at - 1, Tag.NUMBER, 1)
        and frame.before(at - 2, Tag.MOOD_IRREALIS)
    ):
        return True  # "Kurang nol koma tiga satu saja sudah hijau!"
    if Tag.BIND_HOLDER_AFTER in frame.tagged and _is_aim_of_rest(frame, at):
        return True
    source = next(
        (place for place in range(at - 1, max(-1, at - 3), -1) if Tag.BIND_FROM in frame.mentions[place].tags), -1
    )
    if source > 0 and frame.before(source, Tag.NUMBER, 1) and not frame.has(Tag.CHANGE, 0, source):
        return True  # "tinggal setengah langkah dari kuning"
    if source > 0 and not frame.has_any((Tag.CHANGE, Tag.BIND_THEN, Tag.YEAR), 0, source) and _ends_there(frame, at):
        return True  # "selangkah saja dari merah"
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


def _is_aim_of_rest(frame: Frame, at: int) -> bool:
    """ "kurang 0,49 poin untuk kualitas tertinggi": whether so much is lacking for a word of a scale."""
    to = at - 1 - frame.before(at, Tag.CUE_WORD)
    if to < 1 or Tag.BIND_HOLDER_AFTER not in frame.mentions[to].tags:
        return False
    number = to - 1 - (Tag.UNIT in frame.mentions[to - 1].tags)
    return number > 0 and frame.mentions[number].number is not None and frame.before(number, Tag.MOOD_IRREALIS)


def is_aim_of_distance(frame: Frame, at: int) -> bool:
    """ "jarak Buton ke zona hijau tinggal 5,60 poin": whether a word of a scale is that to which somebody is so far."""
    to = at - 1 - frame.before(at, Tag.CUE_WORD)
    if to < 1 or Tag.BIND_TO not in frame.mentions[to].tags:
        return False
    apart = frame.having(Tag.CHANGE, max(0, to - AIM), to)
    moved = bool(apart) and frame.has_any((FIGURES, Tag.BIND_FROM), apart[-1], to)  # "bergeser dari A ke B"
    return bool(apart) and not moved and frame.mentions[apart[-1]].tags[Tag.CHANGE] == "any"


def _ends_there(frame: Frame, at: int) -> bool:
    """Whether a sentence ends with a word of a scale: nothing says to what it changed."""
    return bool(frame.having(SCALED, at, at + 1)) and all(Tag.STOP in one.tags for one in frame.mentions[at + 1 :])


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
    figure = mention.number is not None and Tag.YEAR_DIGITS not in mention.tags  # "target produksi 2025 menjadi …"
    return bool(mention.ids) or figure or any(tag.startswith(VALUE_OF) for tag in mention.tags)


def of_any(frame: Frame, at: int) -> bool:
    """ "Bagi daerah yang berada di zona B", "ada yang mendapat kepatuhan rendah", "rata-rata kuning": said of whoever
    it may be."""
    if frame.has(Tag.BIND_AVERAGE, max(0, at - ANY_REACH), at):
        return True
    some = frame.having(Tag.COUNT_EXISTS, max(0, at - ANY_REACH), at)
    if any(_opens_clause(frame, place, at) for place in some):
        return True
    groups = frame.having(Tag.GROUP, 0, at)
    told = frame.has_any((Tag.BIND_MEMBER, Tag.ENTITY_SELF, Tag.COUNT_PART), 0, groups[-1]) if groups else True
    if told:
        return False
    last = _end_of_group(frame, groups[-1], at)
    several = Tag.ENTITY_GOVERNMENT not in frame.mentions[groups[-1]].tags
    inside = several and last > groups[-1] and all(Tag.CUE_WORD in one.tags for one in frame.mentions[last + 1 : at])
    if inside and frame.close(last, at, 1):  # "terima kasih bagi pemda di zona kuning"
        return True
    return _opens_clause(frame, last, at, loose=True)


def _end_of_group(frame: Frame, group: int, at: int) -> int:
    """ "instansi di Indonesia yang …", "pemda di Provinsi Kalbar yang …": the place of the last mention of a group with
    where it lies."""
    while group + 1 < at:
        one = frame.mentions[group + 1]
        where = one.tags.keys() & {Tag.ENTITY_PLACES, Tag.RANK_NATIONAL} or frame.roles[group + 1] in PLACED
        if not where or frame.gap(group, group + 1).strip():
            break
        group += 1
    return group


def is_question(frame: Frame) -> bool:
    """ "Berapa yang merah pada 2021?": whether a sentence asks, and says nothing."""
    return frame.plain[frame.sentence.start : frame.sentence.end].rstrip(" *_\n\"'”").endswith("?")


def asks_who(frame: Frame) -> bool:
    """Whether a sentence asks who bears a word of a scale: "Siapa saja yang hijau?", "Yang B?"."""
    text = frame.plain[frame.sentence.start : frame.sentence.end].rstrip(" *_\n\"'").lower()
    asked = any(word in text.split() for word in frame.words.asking) if text.endswith("?") else False
    return asked or (text.endswith("?") and only_heads(frame)) or _announces(frame)


def _announces(frame: Frame) -> bool:
    """ "Lalu yang merah. Kaur, Lebong, dan Seluma.", "Lalu yang B?", "Yang hijau dulu, biar senang. Kaur 83,98, …":
    whether "yang" and a word of a scale are all that a sentence of prose says, with a word or two in front that say no
    more than "then", or "first" behind it: those who bear it are named behind."""
    scaled = frame.having(SCALED)
    if len(scaled) != 1 or frame.sentence.kind not in ("paragraph", "heading"):
        return False
    told = frame.mentions[scaled[0]]
    lead = frame.plain[frame.sentence.start : told.start].lower().split()
    first = _comes_first(frame, scaled[0])
    alone = first or not frame.plain[told.end : frame.sentence.end].strip(" .?*_\n\"'")
    known = any(mention.tags.keys() - LINKS for mention in frame.mentions[: scaled[0]])
    return alone and not known and 1 - first < len(lead) <= LEAD_WORDS and lead[-1] in frame.words.relative


def _comes_first(frame: Frame, at: int) -> bool:
    """ "Yang hijau dulu, supaya hati senang.": whether "first" stands right behind a word of a scale, and nothing known
    behind that."""
    behind = frame.mentions[at + 2 :]
    return frame.after(at, Tag.MOOD_PAST) and not any(one.tags.keys() - {Tag.COMMA, Tag.STOP} for one in behind)


def only_heads(frame: Frame) -> bool:
    """ "Yang B?", "Zona hijau", "Kota yang kuning 2022": whether a sentence has a word of a scale and nothing else but
    what announces it."""
    known = {at for tag in (SCALED, *HEADS) for at in frame.having(tag)}
    words = " ".join(frame.plain[frame.mentions[at].start : frame.mentions[at].end] for at in known).split()
    return len(words) == len(_WORD.findall(frame.plain, frame.sentence.start, frame.sentence.end))


def _opens_clause(frame: Frame, place: int, at: int, *, loose: bool = False) -> bool:
    """Whether "yang" stands right behind a mention, or (`loose`) behind a word that goes with it ("penyelenggara
    layanan yang"), and a word of its clause at most and no year before the other."""
    end = frame.mentions[place].end
    clause = frame.plain[end : frame.mentions[at].start].split()
    if loose and clause and clause[0].isalpha() and clause[0].islower() and clause[0] not in frame.words.relative:
        clause = clause[1:]
    if not clause or clause[0].lower() not in frame.words.relative or frame.has(Tag.YEAR_DIGITS, place, at):
        return False
    known = sum(one.end - one.start for one in frame.mentions[place + 1 : at])
    return sum(map(len, clause)) - known <= FURTHER and not any(one.number for one in frame.mentions[place + 1 : at])
