"""Names a letter off somebody known by a word that nobody is called: "Ridwan Komil", "Retno Marsodi".

No office need stand beside such a name: where the draft speaks of the region or institution of who is known, or where
that one is of the whole country and few share the words that are right, nobody else is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from factcheck.language.detect import DEFAULT
from factcheck.language.frequencies import Frequencies, frequencies
from factcheck.language.language import load
from factcheck.reading.people.by_neighbour import Look, Seen
from factcheck.reading.people.by_sentence import is_ticket, roles_in
from factcheck.reading.people.identify import WRONG, Meant, agrees
from factcheck.reading.people.known import Known
from factcheck.reading.people.office import institution_fits, role_fits

PAIR = 2
LONG_NAME, LONG_WORD = 10, 4
"""Letters of such a name, and of the word that nobody bears."""
FEW = 8
"""So many known names have a word that is common."""
APPOSED = 40
"""Letters behind a name and a comma in which an office is its bearer's: "Ma'mun Amer, yang kepala sekolah"."""


def borne_by_nobody(look: Look, seen: Sequence[Seen]) -> list[Seen]:
    """The names, each that nothing tells and that is a letter off somebody known as that one's, where its word that
    differs is nobody's name and no word of the news."""
    common = frequencies(DEFAULT)
    return [_told(look, one, common) if common and _may_be(one) else one for one in seen]


def _may_be(one: Seen) -> bool:
    words = one.parsed.words
    return one.alike and one.meant is None and len(words) >= PAIR and sum(map(len, words)) >= LONG_NAME


def _told(look: Look, one: Seen, common: Frequencies) -> Seen:
    name = one.parsed.words
    near = look.people.near(name, look.words.initials)
    if any(letters == 0 for _, letters in near):
        return one
    alike = [known for known, letters in near if letters == 1 and _may_hold(look, one, known)]
    known = min(alike, key=lambda one: len(one.words), default=None)
    odd = [word for word in name if known is not None and word not in known.words]
    if known is None or len(odd) != 1 or len(odd[0]) < LONG_WORD or not _is_nobodys(look, odd[0], common):
        return one
    if len(known.words) != len(name) and _sounds_alike(odd[0], known):
        return one
    national = not known.office.places or agrees(one.office, known) != 0
    rare = national and len(known.words) == len(name) and _is_rare(look, name, known)
    if not (rare or any(map(look.present, alike))):
        return one
    return one._replace(cue=one.cue or "known", meant=Meant(known, WRONG, agrees(one.office, known) > 0))


def _may_hold(look: Look, one: Seen, known: Known) -> bool:
    """Whether the office beside a name may be somebody's, as that of another place is who holds it for a while ("Pjs.
    Kepala Perwakilan"), and none stands behind it that is not."""
    behind = look.low[one.parsed.end : one.parsed.end + APPOSED]
    roles = [role for role in roles_in(look, behind) if role] if behind.startswith(",") else []
    if roles and known.office.role not in roles:
        return False
    if is_ticket(look, one.parsed, known):
        return True
    here, there = one.office.words if one.office.role else frozenset(), known.office.words
    if here and there and not (here <= there or there <= here):  # "Ketua KPI", who is that of the KPU
        return False
    if one.office.places == known.office.places and institution_fits(one.office, known.office) > 0:
        return True  # "Plt. Bupati Lampung Selatan", who is on its ballot
    acting = not look.words.acting.isdisjoint(one.parsed.title.lower().replace(".", " ").split())
    return agrees(one.office, known) >= 0 or (acting and role_fits(one.office, known.office) > 0)


def _is_rare(look: Look, name: tuple[str, ...], known: Known) -> bool:
    """Whether few who are known bear one of the words that are right: "Yasona Laoly", but not "Amir Hosein"."""
    right = [word for word in name if word in known.words and len(word) >= LONG_WORD]
    return any(len({*islice(look.people.with_word(word), FEW)}) < FEW for word in right)


def _sounds_alike(word: str, known: Known) -> bool:
    """ "Heribertus Nabit", who is Herybertus Geradus Laju Nabit: whether a word of a short form is only written with
    another letter for the same sound."""
    pairs = load(DEFAULT).names.sounds
    return any(word.replace(one, other) == right.replace(one, other) for one, other in pairs for right in known.words)


def _is_nobodys(look: Look, word: str, common: Frequencies) -> bool:
    return not common.of(word).power and next(iter(look.people.with_word(word)), None) is None
