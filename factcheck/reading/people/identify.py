"""Which person of the reference a name means, and whether it is spelt right."""

from collections.abc import Callable, Iterable

from factcheck.reading.people.known import Known, KnownPeople
from factcheck.reading.people.name_words import NameWords
from factcheck.reading.people.office import Office, institution_fits, role_fits
from factcheck.typed import NamedTuple

RIGHT, WRONG = "right", "wrong"
LONG_NAME, SAFE_NAME, LONG_WORD = 10, 12, 5
"""Letters of a name: for a slip of two letters, for one with no office beside it, for one in a lone word."""
LONE_NAME = 7
"""Letters of a name that a rank in the cabinet tells alone."""


class Meant(NamedTuple):
    """The person meant, whether the writing is right, whether the office beside the name is that person's."""

    known: Known
    spelling: str
    office: bool


Present = Callable[[Known], bool]
"""Whether the article speaks of the institution of a person anywhere."""


def agrees(office: Office, known: Known) -> int:
    """-1 where office or institution are another's, 1 where one is the person's, 0 where nothing is said."""
    fits = role_fits(office, known.office), institution_fits(office, known.office)
    return -1 if -1 in fits else max(fits)


def who(name: tuple[str, ...], office: Office, people: KnownPeople, words: NameWords, present: Present) -> Meant | None:
    """The person whom a name with an office (or none) means; None where that cannot be told.

    A name alike of somebody with another office, or of another place, is another person's; but a minister's is that of
    the minister so called, whatever the ministry is called there.
    """
    exact = [known for known in people.named(name) if agrees(office, known) >= 0]
    if exact:
        return _exact(name, office, exact, present)
    listed = people.misspelt(name)
    for known in listed:
        if agrees(office, known) > 0 or (agrees(office, known) == 0 and present(known)):
            return Meant(known, WRONG, agrees(office, known) > 0)
    near = people.near(name, words.initials)
    found = _nearest(name, office, near, present)
    return found or (_in_cabinet(name, office, near) if office.role in words.cabinet else None)


def _exact(name: tuple[str, ...], office: Office, exact: list[Known], present: Present) -> Meant | None:
    for known in exact:
        if len(name) > 1 or _fits_both(office, known) or (agrees(office, known) > 0 and present(known)):
            return Meant(known, RIGHT, agrees(office, known) > 0)
    return None


def _nearest(
    name: tuple[str, ...],
    office: Office,
    near: Iterable[tuple[Known, int]],
    present: Present,
) -> Meant | None:
    best: tuple[tuple[int, bool], Meant] | None = None
    for known, distance in near:
        rank = distance, len(known.words) != len(name)  # "Retno Marsodi" before "Retno Lestari Priansari Marsudi"
        if best and best[0] <= rank:
            continue
        fits = agrees(office, known)
        if fits < 0:
            continue
        short = len(name) < len(known.words) and fits == 0
        if (distance == 0 and (not short or present(known))) or _near_enough(name, office, known, distance, present):
            best = rank, Meant(known, WRONG if distance else RIGHT, fits > 0)
    return best[1] if best else None


def _near_enough(name: tuple[str, ...], office: Office, known: Known, distance: int, present: Present) -> bool:
    letters = sum(map(len, name))
    both = _fits_both(office, known)
    if len(name) == 1:
        fits = both or (role_fits(office, known.office) > 0 and present(known))
        return distance == 1 and fits and letters >= LONG_WORD
    if distance > (2 if letters >= LONG_NAME else 1):
        return False
    if len(name) < len(known.words):
        ruling = role_fits(office, known.office) > 0 and letters >= LONG_NAME and present(known)
        return distance == 1 and (both or ruling)
    if agrees(office, known) > 0:
        return both or present(known)
    long = letters >= (LONG_NAME if len(name) > 2 else SAFE_NAME)
    return distance == 1 and long and present(known)


def _in_cabinet(name: tuple[str, ...], office: Office, near: Iterable[tuple[Known, int]]) -> Meant | None:
    """Who is so called, but for a letter, and held that rank in another ministry than is written ("Menkum Imipas"); of
    several ministries the one that the writing shortens ("Menko Maritim", Kemaritiman)."""
    held = [(letters, known) for known, letters in near if known.office.role == office.role]
    alike = [(letters, known) for letters, known in held if letters < 2 and len(known.words) == len(name)]
    if not alike or sum(map(len, name)) < LONE_NAME:
        return None
    letters, known = min(alike, key=lambda one: (one[0], not _shortens(office, one[1].office)))
    return Meant(known, WRONG if letters else RIGHT, False)


def _shortens(office: Office, full: Office) -> bool:
    return any(short in word for short in office.words for word in full.words)


def _fits_both(office: Office, known: Known) -> bool:
    return role_fits(office, known.office) > 0 and institution_fits(office, known.office) > 0
