"""Two looks over the names of a document: each for itself, then by whom the first look was sure of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factcheck.reading.known_people import Known, KnownPeople
from factcheck.reading.name_parse import Parsed, parse
from factcheck.reading.name_runs import Run, Runs, candidates
from factcheck.reading.name_words import NameWords
from factcheck.reading.office import NO_OFFICE, Office, read_office
from factcheck.reading.spelling import name_apart
from factcheck.reading.who import RIGHT, WRONG, Meant, agrees, who
from factcheck.reference.store import Reference


class Look(NamedTuple):
    """What names are read with; `low` is the text in lower case."""

    plain: str
    low: str
    words: NameWords
    reference: Reference
    people: KnownPeople

    def present(self, known: Known) -> bool:
        """Whether every word that tells the institution from others stands in the article."""
        institution = known.person.institution.lower().split()
        wanted = [word for word in institution if word in known.office.words] or institution[-1:]
        return all(word in self.low for word in wanted)


class Seen(NamedTuple):
    """A name as read, with the office, how it was found (empty: nothing says yet that it is one) and who it is."""

    parsed: Parsed
    office: Office
    cue: str
    meant: Meant | None


def first_look(look: Look, runs: Runs) -> Iterator[Seen]:
    """Each name by what stands beside it."""
    title, apposed = "", -1
    for run in candidates(runs, look.words, look.people):
        parsed = parse(run, look.plain, look.words, look.reference)
        if parsed is None:
            continue
        if not parsed.words:
            title, apposed = parsed.title, run.end + len(", ")
        else:
            yield _seen(look, run, parsed, title if run.start == apposed else "")


def _seen(look: Look, run: Run, parsed: Parsed, before: str) -> Seen:
    office = _office(look, parsed.title)
    if before and not office.role:
        office, parsed = _office(look, before), parsed._replace(title=before)
    spoken = run.before in look.words.speech and parsed.start == run.start
    cue = "" if run.headline else "office" if office.role else "speech" if spoken else ""
    meant = None
    if not look.people.bones.isdisjoint(run.bones):
        meant = who(parsed.words, office, look.people, look.words.initials, look.present)
    return Seen(parsed, office, cue or ("known" if meant else ""), meant)


def _office(look: Look, title: str) -> Office:
    return read_office(title, look.words, look.reference) if title else NO_OFFICE


def second_look(look: Look, seen: Sequence[Seen]) -> list[Seen]:
    """The same, with the misspelt names of people whom the article names rightly elsewhere."""
    sure = {id(one.meant.known): one.meant.known for one in seen if one.meant and one.meant.spelling == RIGHT}
    return [one if one.meant else _by_others(look, one, list(sure.values())) for one in seen]


def _by_others(look: Look, one: Seen, sure: Sequence[Known]) -> Seen:
    """An Al Horis in an article on Al Haris, unless another office stands beside the name."""
    for known in sure:
        name = one.parsed.words
        if len(name) == len(known.words) > 1 and name_apart(name, known.words, look.words.initials) == 1:
            fits = agrees(one.office, known)
            if fits >= 0:
                return one._replace(cue=one.cue or "known", meant=Meant(known, WRONG, fits > 0))
    return one
