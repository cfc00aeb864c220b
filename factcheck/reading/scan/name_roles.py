"""What each name does in its sentence: who is spoken of, whose office it is, where something happens."""

import re
from functools import cache

from factcheck.cache.patterns import compiled
from factcheck.language.fold import alternation
from factcheck.language.language import Language
from factcheck.model import COUNTRY
from factcheck.reading.scan.frame import (
    ASIDE,
    BRANCH,
    DATELINE,
    HOLDER,
    KNOWN_BY,
    OFFICE,
    PLACE,
    SCALED,
    SCOPE,
    SUBJECT,
    Frame,
    places_by_tag,
)
from factcheck.reading.scan.mentions import Mention, Sentence, Tag

_DATELINE = compiled(
    r"^[\W_]*[A-Z](?:[^.!?–]|\.(?=\w)){1,70}?[\s).][–-]{1,3}\s"  # JAMBI, Suara Batanghari – ; PALEMBANG, SRIWIJAYA.-
    r"|^[\W_]*[A-Z][\w ]{1,30}, [A-Z][A-Z. ]{3,40}$"  # Medan, PESISIRTIMUR.COM
    r"|^[\W_]*[A-Z][A-Z ]{2,30},? ?[\w.]{3,40}\s?\|\s"  # KUPANG,korannusa.com|
    r"|^[\W_]*[A-Z][A-Z ]{2,30}\.$"  # BALIKPAPAN.
)
VENUE_REACH = 70
FAR = 5
"""Mentions between a word for a kind of region and the name of where it lies."""
NO_BEARERS = (DATELINE, OFFICE, KNOWN_BY)
LED = 2
"""Mentions in front of a name in which the rank stands that it says where of."""
LISTING = {Tag.COMMA, Tag.OPEN, Tag.CLOSE, Tag.BIND_AND, Tag.NUMBER}
"""What stands between the names of one list, with their figures."""
_WORDS = compiled(r"\w+")
_CAPITALS = compiled(r"(?<![\w.])(?:[A-Z][\w-]+ )+$")
_NAME = r"(?:[A-Z][\w.\-]* ?){1,6}, $"


def frame(sentence: Sentence, plain: str, opens_paragraph: bool, language: Language) -> Frame:
    """The sentence with the roles of its names; `opens_paragraph`: a dateline may stand at its head."""
    mentions = sentence.mentions
    tagged = places_by_tag(mentions)
    bare = Frame(sentence, plain, language, ("",) * len(mentions), tagged)
    if Tag.ENTITY not in tagged:
        return bare
    head = _DATELINE.match(plain[sentence.start : sentence.end]) if opens_paragraph else None
    dateline = sentence.start + head.end() if head else sentence.start
    roles: list[str] = []
    for at, mention in enumerate(mentions):
        roles.append(_role(bare, at, mention, dateline, roles) if mention.ids else "")
    named = [at for at, role in enumerate(roles) if role == SUBJECT]
    bearers = [(at, mentions[at].ids) for at, role in enumerate(roles) if role and role not in NO_BEARERS]
    return Frame(sentence, plain, language, tuple(roles), tagged, named, bearers)


def _role(bare: Frame, at: int, mention: Mention, dateline: int, roles: list[str]) -> str:
    if mention.start < dateline:
        return DATELINE
    if at > 1 and _same_again(bare, at):
        return roles[at - 2]
    if _is_told_by(bare, at) or _ends_name(bare, at):
        return KNOWN_BY
    role = _role_by_neighbour(bare, at)
    if role == SUBJECT and _listed_with_office(bare, at, roles):
        return OFFICE
    if role == SUBJECT and _aside(bare, at, roles):
        return ASIDE
    if role == SUBJECT and _is_ranked_in(bare, at, roles):
        return SCOPE
    return role


def _is_ranked_in(bare: Frame, at: int, roles: list[str]) -> bool:
    """ "Pemkot Banjarmasin duduk di peringkat tertinggi Kalimantan Selatan dan urutan ke-24 nasional": whether a name
    right behind a rank says where somebody named in front has it."""
    if at < LED or SUBJECT not in roles or not bare.close(at - 1, at, 0):
        return False
    extreme, cue = bare.mentions[at - 1], bare.mentions[at - LED]
    return Tag.EXTREME in extreme.tags and Tag.RANK_CUE in cue.tags and bare.close(at - LED, at - 1, 0)


def _ends_name(bare: Frame, at: int) -> bool:
    """ "menurut Survei Kesehatan Indonesia (SKI)": whether the country is the last word of somebody's or something's
    name, which begins with a capital inside its sentence; of headlines every word may have one."""
    name = bare.mentions[at]
    if name.ids != (COUNTRY,) or bare.sentence.voice == "headline":
        return False
    before = bare.mentions[at - 1].end if at else bare.sentence.start
    words = _CAPITALS.search(bare.plain, before, name.start)
    return words is not None and (words.start() > bare.sentence.start or " " in words[0].strip())


def _same_again(bare: Frame, at: int) -> bool:
    """ "Sekretaris Daerah Provinsi Sulawesi Selatan (Sulsel)": the short form in brackets does what its name does."""
    named, opens = bare.mentions[at - 2], bare.mentions[at - 1]
    return Tag.OPEN in opens.tags and bool(named.ids) and bool({*named.ids} & {*bare.mentions[at].ids})


def _role_by_neighbour(bare: Frame, at: int) -> str:
    if (
        Tag.APPOSED in bare.mentions[at].tags
        or bare.before(at, Tag.ENTITY_CAPITAL, 1)  # "ibu kota lama Kalsel"
        or _before_date(bare, at)
        or _after_venue(bare, at)
    ):
        return PLACE
    if at == 0:
        return ASIDE if _is_beside(bare) else SUBJECT
    tags = bare.mentions[at - 1].tags
    if Tag.ENTITY_PLACES in tags and bare.gap(at - 1, at).strip() in ("", "–"):
        return SCOPE if tags[Tag.ENTITY_PLACES].startswith(bare.words.scope) else PLACE
    if at > 1 and (_is_kind_of(bare, at) or (Tag.MOOD_SOME in bare.tagged and _holds_some(bare, at))):
        return SCOPE
    if at > 1 and bare.mentions[at - 1].number is not None and _numbered_office(bare, at):
        return OFFICE
    if at > 2 and Tag.CLOSE in tags and bare.close(at - 1, at) and (short := _role_of_short(bare, at - 2)):
        return short
    for tag, role, words in (
        (Tag.ENTITY_OFFICES, OFFICE, 6),  # and "Badan Pertanahan Nasional (BPN) Kabupaten Aceh Utara"
        (Tag.ENTITY_VENUES, PLACE, 2),
        (Tag.ENTITY_BRANCHES, BRANCH, 1),
        (Tag.SUBJECT, BRANCH, 1),
        (Tag.ENTITY_TITLES, HOLDER, 1),
    ):
        if tag == Tag.SUBJECT and bare.plain[bare.mentions[at - 1].start].islower():
            continue  # "status daya saing Kota Palu": a subject, and no institution with a branch there
        if tag in tags and bare.close(at - 1, at, words) and _one_name(bare.gap(at - 1, at), bare.words.joins):
            return role
    return SUBJECT


def _is_kind_of(bare: Frame, at: int) -> bool:
    """ "every regency and city of Bali"."""
    of_kind = Tag.ENTITY_KIND_OF in bare.mentions[at - 1].tags and Tag.GROUP in bare.mentions[at - 2].tags
    return of_kind and bare.close(at - 2, at, 1)


def _holds_some(bare: Frame, at: int) -> bool:
    """ "Beberapa daerah NTB", "sebagian besar pemerintah daerah (pemda) Jambi": whether a name stands right behind a
    group of which some are told of, and says where they lie."""
    group = at - 1
    if bare.close(group, at) and Tag.CLOSE in bare.mentions[group].tags and bare.before(group, Tag.GROUP):
        group -= 3
    if group < 1 or Tag.GROUP not in bare.mentions[group].tags or bare.mentions[group].ids:
        return False
    return bare.close(group, group + 1) and bare.before(group, Tag.MOOD_SOME)


def _role_of_short(bare: Frame, at: int) -> str:
    """ "Badan Pertanahan Nasional (BPN) Bima", "Ombudsman Republik Indonesia (ORI) Kepri": what the short form of an
    institution in brackets makes of the name behind them; empty where it is none."""
    tags = bare.mentions[at].tags
    return OFFICE if Tag.ENTITY_OFFICES in tags else BRANCH if Tag.SUBJECT in tags else ""


def _is_beside(bare: Frame) -> bool:
    """ "Selain Pemprov Kepri, Batam dan Tanjungpinang memperoleh opini": whether a word at the head of a sentence sets
    its first name apart from those of whom it tells."""
    lead = bare.plain[bare.sentence.start : bare.mentions[0].start].strip(" \"'").lower()
    return lead in bare.words.besides


def _listed_with_office(bare: Frame, at: int, roles: list[str]) -> bool:
    """ "Kantor Pertanahan Aceh Tenggara (80,19), Lhokseumawe (77,19), Aceh Barat (75,55)", "Kantor Pertanahan Sumbawa
    Barat dan Sumbawa": a bare name in the list that an office begins is that of its office too; "Polres Morowali dan
    Pemkab Buol" are two."""
    earlier = next((place for place in range(at - 1, -1, -1) if roles[place]), -1)
    if earlier < 0 or roles[earlier] != OFFICE:
        return False
    name = bare.mentions[at]
    if bare.plain[name.start : name.end].lower().startswith(bare.language.words.entity.government):
        return False
    between = bare.mentions[earlier + 1 : at]
    glue = all(one.number is not None or one.tags.keys() & LISTING for one in between)
    joined = any(one.tags.keys() & {Tag.COMMA, Tag.BIND_AND} for one in between)
    return glue and joined and not _WORDS.findall(_gaps(bare, earlier, at))


def _gaps(bare: Frame, one: int, other: int) -> str:
    """What stands between the mentions from one place to another."""
    return " ".join(bare.gap(place, place + 1) for place in range(one, other))


def _numbered_office(bare: Frame, at: int) -> bool:
    """ "SMA Negeri 1 Yogyakarta": whether an office and its number stand right in front of a name."""
    glued = not _WORDS.findall(bare.gap(at - 2, at - 1) + bare.gap(at - 1, at))
    return glued and Tag.ENTITY_OFFICES in bare.mentions[at - 2].tags


def _one_name(gap: str, joins: tuple[str, ...]) -> bool:
    """Whether the words between belong to the name: "Hotel Aston Jambi", not "pulau Sumatera sendiri Jambi"."""
    return all(not word[:1].islower() or word in joins for word in _WORDS.findall(gap))


def _before_date(bare: Frame, at: int) -> bool:
    """ "… Jakarta Selatan, Kamis (22/12/2022)": where it happened."""
    after = bare.mentions[at + 1 : at + 3]
    return len(after) == 2 and Tag.COMMA in after[0].tags and after[1].date is not None and bare.close(at, at + 1)


def _is_told_by(bare: Frame, at: int) -> bool:
    """ "kabupaten di sisi selatan DIY itu", "kabupaten yang mengelilingi Kota Madiun ini", "kabupaten pecahan Bima
    itu": a name that says where the one lies, or by what it is known, that "itu" means."""
    if not bare.after(at, Tag.ENTITY_SELF):
        return False
    groups = bare.having(Tag.GROUP, max(0, at - FAR + 1), at)
    if not groups:
        return False
    told = _gaps(bare, groups[-1], at).split()
    between = bare.plain[bare.mentions[groups[-1]].end : bare.mentions[at].start].split()
    return bare.after(groups[-1], Tag.ENTITY_PLACES) or (bool(told) and all(map(str.islower, between)))


@cache
def _venue(words: tuple[str, ...]) -> re.Pattern[str]:
    return compiled(rf"\b(?:{alternation(words)}) {_NAME}")


def _after_venue(bare: Frame, at: int) -> bool:
    """ "di Hotel Bidakara, Jakarta", "di Auditorium TVRI, Jakarta,": the town of a venue."""
    told = at > 1 and bare.has(SCALED, at - 2, at - 1) and bare.has_any((Tag.STATE_BEFORE, SCALED), at + 1, at + 2)
    # "Empat di Kalbar Hijau, Ketapang Masih Merah"
    region = told or (at > 1 and bool(bare.mentions[at - 2].ids))
    if not region and _venue(bare.words.venue).search(
        bare.plain, max(bare.sentence.start, bare.mentions[at].start - VENUE_REACH), bare.mentions[at].start
    ):
        return True
    before = bare.mentions[max(0, at - 2) : at]
    if len(before) < 2 or Tag.COMMA not in before[1].tags or Tag.ENTITY_VENUES not in before[0].tags:
        return False
    return bare.mentions[at].start - before[0].end < 40 and bare.close(at - 1, at)


def _aside(bare: Frame, at: int, roles: list[str]) -> bool:
    """ "Kabupaten Magelang, yang mengelilingi Kota Magelang, pada 2023 memperoleh …": the inner name is no subject."""
    earlier = next((place for place in range(at - 1, -1, -1) if roles[place] == SUBJECT), -1)
    if earlier < 0 or at + 1 >= len(bare.mentions):
        return False
    between = bare.plain[bare.mentions[earlier].end : bare.mentions[at].start]
    after = bare.plain[bare.mentions[at].end : bare.mentions[at].end + 2]
    opens = tuple(f", {word} " for word in bare.words.relative)
    return between.startswith(opens) and between.count(",") == 1 and after.startswith(",")
