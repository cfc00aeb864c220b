"""Names without an office, by what else stands in their sentence: an office, an institution, a region and its head.

"Hadi Rohman, yang mengepalai Ombudsman Kalsel", "Dedi Mulyodi (Jawa Barat), Andra Soni (Banten)", "paslon Dedi Mulyodi
dan Erwan Setiawan menang di Jawa Barat": a letter off somebody whose office or region stands there, and no office of
another. Who is quoted in an article about his office is told by that, and who bears an office of the institution that
is named, by the institution: "Kepala Ombudsman Mokhammad Nojih", who is its Ketua.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.cache.patterns import compiled
from factcheck.model import Span
from factcheck.reading.people.by_neighbour import Look, Seen, names_of, stands
from factcheck.reading.people.identify import RIGHT, WRONG, Meant, agrees
from factcheck.reading.people.known import Known
from factcheck.reading.people.name_words import phrase_at
from factcheck.reading.people.office import institution_fits, place_at
from factcheck.reading.people.parse import Parsed
from factcheck.reference.packs.fold_name import WORD

PAIR = 2
SHORT_NAME = 8
"""Letters of a name of two words and more that its sentence tells."""
SPEAKER, SAFE = 10, 12
"""Letters of the name of who is quoted, and of one whose office is called otherwise."""
REACH = 60
"""Letters to either side of a name in which an office says whose it is."""
NEAR = 14
"""Letters between a name and the region that it heads: "(Jawa Barat)", "mewakili Maluku"."""
FAR = 240
"""Letters to either side in which a sentence ends."""
ENDS = compiled(r"[.;!?](?:\s|$)|\n")


def by_sentence(look: Look, seen: Sequence[Seen]) -> list[Seen]:
    """The names, those that nothing beside them tells held against the offices and regions of their sentences."""
    near, initials = look.people.near, look.words.initials
    found = list(seen)
    heads = [
        (one.parsed.start, one.meant.known) for one in seen if one.meant is not None and one.meant.spelling == RIGHT
    ]
    for at, one in enumerate(seen):
        words = one.parsed.words
        if not one.alike or one.meant is not None or len(words) < PAIR:
            continue
        alike = near(words, initials)
        if alike or (heads and len(words) > PAIR):
            found[at] = _told(look, one, alike, heads)
    return found


def _told(look: Look, one: Seen, near: Sequence[tuple[Known, int]], heads: Sequence[tuple[int, Known]]) -> Seen:
    parsed = one.parsed
    if not near:  # "Meki Nawopa Papua Tengah"
        parsed = _without_region(look, parsed)
        near = look.people.near(parsed.words, look.words.initials) if parsed is not one.parsed else ()
    if not near or any(letters == 0 for _, letters in near) or sum(map(len, parsed.words)) < SHORT_NAME:
        return one
    for known, letters in near:
        if letters != 1 or len(known.words) != len(parsed.words):
            continue
        fits = agrees(one.office, known)
        told = _is_quoted(look, one, known) or _is_of_sentence(look, parsed, known, heads)
        if (fits >= 0 and told) or (fits < 0 and _is_of_institution(one, known)):
            meant = Meant(known, WRONG, fits > 0)
            return one._replace(parsed=parsed, cue=one.cue or "known", meant=meant)
    return one


def _is_quoted(look: Look, one: Seen, known: Known) -> bool:
    """Whether a name is that of a speaker, and the article speaks of the institution for which that one would speak."""
    long = sum(map(len, one.parsed.words)) >= SPEAKER
    return one.cue == "speech" and long and bool(known.office.words) and look.present(known)


def _is_of_institution(one: Seen, known: Known) -> bool:
    """Whether a long name bears another office of just the institution that is that one's."""
    fits = bool(one.office.words) and institution_fits(one.office, known.office) > 0
    return fits and one.office.places == known.office.places and sum(map(len, one.parsed.words)) >= SAFE


def is_ticket(look: Look, parsed: Parsed, known: Known) -> bool:
    """Whether a name stands behind a word for two who run together, in a sentence with the region of that one."""
    sentence = _sentence(look, parsed)
    before = look.low[max(sentence.start, parsed.start - REACH) : parsed.start]
    words = any(stands(word, before) for word in look.words.tickets)
    low = look.low[sentence.start : sentence.end] if words else ""
    return any(stands(name, low) for name in _names(look, known)) if low else False


def _without_region(look: Look, parsed: Parsed) -> Parsed:
    """The name without the region that stands right behind it."""
    for size in range(PAIR, len(parsed.words)):
        if place_at(look.reference.whole.aliases, parsed.words[size:], 0)[0] == len(parsed.words) - size:
            words = list(WORD.finditer(look.plain, parsed.start, parsed.end))
            if len(words) == len(parsed.words):
                return parsed._replace(words=parsed.words[:size], end=words[size - 1].end())
    return parsed


def _is_of_sentence(look: Look, parsed: Parsed, known: Known, heads: Sequence[tuple[int, Known]]) -> bool:
    sentence = _sentence(look, parsed)
    before = look.low[max(sentence.start, parsed.start - REACH) : parsed.start]
    behind = look.low[parsed.end : min(sentence.end, parsed.end + REACH)]
    office = known.office
    if is_ticket(look, parsed, known):
        return True
    if look.present(known):
        if office.role and (office.role in roles_in(look, before) or office.role in roles_in(look, behind)):
            return True
        if office.words and all(stands(word, before) or stands(word, behind) for word in office.words):
            return True
    others = [other for start, other in heads if sentence.start <= start < sentence.end]
    if len({other.words for other in others if other.person.institution == known.person.institution}) >= PAIR:
        return True
    start, end = look.plain.rfind("\n", 0, parsed.start), look.plain.find("\n", parsed.end)
    around = [other for at, other in heads if start < at and (at < end or end < 0)]
    among = any(other.office.places and other.office.places.isdisjoint(office.places) for other in around)
    return among and any(_is_beside(name, before, behind) for name in _names(look, known))


def _names(look: Look, known: Known) -> Iterator[str]:
    names = names_of(look.reference.whole)
    return (name for place in known.office.places for name in names.get(place, ()))


def _is_beside(region: str, before: str, behind: str) -> bool:
    return stands(region, before[-NEAR - len(region) :]) or stands(region, behind[: NEAR + len(region)])


def _sentence(look: Look, parsed: Parsed) -> Span:
    first, last = max(0, parsed.start - FAR), parsed.end + FAR
    starts = [end.end() for end in ENDS.finditer(look.plain, first, parsed.start)]
    end = ENDS.search(look.plain, parsed.end, last)
    return Span(starts[-1] if starts else first, end.start() if end else last)


def roles_in(look: Look, low: str) -> Iterator[str]:
    """The offices that a stretch of text names."""
    tokens = [match.group() for match in WORD.finditer(low)]
    at = 0
    while at < len(tokens):
        size, role = phrase_at(look.words.offices, tokens, at)
        if size:
            yield role
        at += size or 1
