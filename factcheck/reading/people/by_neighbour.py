"""The first look at the names of a document: each by what stands beside it."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from factcheck.language.fold import words_in
from factcheck.reading.people.capital_runs import Run, Runs, candidates, end_of_joint
from factcheck.reading.people.identify import Meant, who
from factcheck.reading.people.known import Known, KnownPeople
from factcheck.reading.people.name_words import NameWords
from factcheck.reading.people.office import NO_OFFICE, Office, place_at, read_office
from factcheck.reading.people.parse import Parsed, last_words, parse
from factcheck.reference.ask.reference import Reference
from factcheck.typed import NamedTuple, Record

SHORTEST = 2
"""Words of a name that is looked for behind others."""


class Look(NamedTuple):
    """What names are read with; `low` is the text in lower case, `titles` are those that tables give to the names that
    begin at a place."""

    plain: str
    low: str
    words: NameWords
    reference: Reference
    people: KnownPeople
    titles: Mapping[int, str]

    def present(self, known: Known) -> bool:
        """Whether the article speaks of the institution: of its region by any name, and of what else it is called."""
        places = known.office.places
        names = names_of(self.reference.whole)
        region = not places or any(stands(alias, self.low) for place in places for alias in names.get(place, ()))
        return region and all(stands(word, self.low) for word in known.office.words)


@lru_cache(maxsize=8)
def names_of(reference: Reference) -> Mapping[str, list[str]]:
    """All names of each entity of the reference, turned round once."""
    names: dict[str, list[str]] = {}
    for alias, ids in reference.aliases.items():
        for place in ids:
            names.setdefault(place, []).append(alias)
    return names


def stands(word: str, low: str) -> bool:
    """Whether a word stands in the text as a whole one."""
    return word in low and re.search(rf"\b{re.escape(word)}\b", low) is not None


class Seen(Record):
    """A name as read, the office, how it was found (empty: nothing says yet that it is a name), and who it is; `alike`:
    somebody known has a word like one of its words."""

    parsed: Parsed
    office: Office
    cue: str
    meant: Meant | None
    alike: bool = False


def first_look(look: Look, runs: Runs) -> Iterator[Seen]:
    """Each name by what stands beside it."""
    title, apposed = "", -1
    for run in candidates(runs, words_in(look.low), look.words, look.people, look.titles):
        parsed = parse(run, look.plain, look.words, look.reference)
        if parsed is None:
            continue
        if not parsed.words:
            # not "(Keputusan Gubernur)" and the next line
            title, apposed = parsed.title, end_of_joint(runs.flat, run.end, look.words)
        else:
            yield _seen(look, run, parsed, title if run.start == apposed else look.titles.get(run.start, ""))


def _seen(look: Look, run: Run, parsed: Parsed, before: str) -> Seen:
    office = _office(look, parsed.title)
    begun = parsed.title.rpartition(" ")[2].lower() in look.words.starters
    if before and not office.role and not begun:
        office, parsed = _office(look, before), parsed._replace(title=before)
    led = run.before if parsed.start == run.start else parsed.title.rpartition(" ")[2].lower()  # "Menurut Jaka Andhika"
    spoken = led in look.words.speech or run.speaks
    cue = "" if run.headline else "office" if office.role else "speech" if spoken else ""
    meant = None
    alike = not look.people.skeletons.isdisjoint(run.skeletons)
    if alike:
        meant = who(parsed.words, office, look.people, look.words, look.present)
        if meant is None and office.role and len(parsed.words) > SHORTEST:
            parsed, office, meant = _behind_letters(look, parsed, office)
        if meant is None and begun:
            parsed, office, meant = _with_title(look, parsed, office, before)
        if meant is None and not office.role and len(parsed.words) > SHORTEST:
            parsed, office, meant = _behind_others(look, parsed, office)
    return Seen(parsed, office, cue or ("known" if meant else ""), meant, alike)


def _office(look: Look, title: str) -> Office:
    return read_office(title, look.words, look.reference.whole) if title else NO_OFFICE


def _with_title(look: Look, parsed: Parsed, office: Office, apposed: str) -> tuple[Parsed, Office, Meant | None]:
    """The name with the word in front of it that mostly begins a sentence, where that makes it somebody's: "Gubernur
    NTB Lalu Muhamad Iqbal", "Kepala Perwakilan Ombudsman Jawa Barat, Dan Satriana" (`apposed`: the title so told)."""
    before, _, word = parsed.title.rpartition(" ")
    start = parsed.start - len(word) - 1
    if look.plain[start : parsed.start - 1] != word or not word.istitle():
        return parsed, office, None
    full = Parsed((word.lower(), *parsed.words), start, parsed.end, before or apposed)
    whose = _office(look, full.title)
    meant = who(full.words, whose, look.people, look.words, look.present)
    return (full, whose, meant) if meant is not None else (parsed, office, None)


def _behind_others(look: Look, parsed: Parsed, office: Office) -> tuple[Parsed, Office, Meant | None]:
    """The name without the region in front of it whose head it is told to be ("Jawa Tengah Ahmad Luthfi"), or without
    the word that its sentence begins with ("Begitu Yusra Alhabsyi dilantik"), where that makes it somebody's."""
    size, ids = place_at(look.reference.whole.aliases, parsed.words, 0)
    rest = parsed.words[size or 1 :]
    if len(rest) < SHORTEST:
        return parsed, office, None
    tail = last_words(parsed, len(rest), look.plain)
    whose = Office("", frozenset(ids), frozenset())
    meant = who(rest, whose, look.people, look.words, look.present)
    return (tail, whose, meant) if meant is not None else (parsed, office, None)


def _behind_letters(look: Look, parsed: Parsed, office: Office) -> tuple[Parsed, Office, Meant | None]:
    """The name without what belongs to the office in front of it, and the office with that, where it makes the name
    somebody's: "Menko Kumham Imipas Yusril Ihza Mahendra"."""
    for size in range(len(parsed.words) - 1, SHORTEST - 1, -1):
        tail = last_words(parsed, size, look.plain)
        full = _office(look, tail.title)
        meant = who(tail.words, full, look.people, look.words, look.present)
        if meant is not None:
            return tail, full, meant
    return parsed, office, None
