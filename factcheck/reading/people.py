"""The people that an article names: with an office, behind a speech verb, or known to the reference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from factcheck.language.fold import fold
from factcheck.language.load import Language
from factcheck.model import Claim, Document, Person
from factcheck.reading.known_people import Known, KnownPeople, known_people
from factcheck.reading.name_parse import Parsed, parse
from factcheck.reading.name_parts import parts_of
from factcheck.reading.name_runs import Run, Runs, candidates, find_runs
from factcheck.reading.name_words import NameWords, name_words
from factcheck.reading.office import NO_OFFICE, Office, read_office
from factcheck.reading.who import who
from factcheck.reference.store import Reference


class PersonMention(NamedTuple):
    """A person as named in one place.

    `start`..`end` is the name without titles and degrees, `name` the same with single blanks, `words` its
    words in lower case. `title` is what stands before it as written, `office` what that says. `cue` is how it
    was found: office, speech ("kata X"), known (by the reference only), or part (a later mention by a part of
    the name). `person` is who it is, or most likely is, in the reference; `spelling` is then right or wrong,
    else empty. `known_office`: the title is one of that person's.
    """

    start: int
    end: int
    name: str
    words: tuple[str, ...]
    title: str
    office: Office
    cue: str
    person: Person | None = None
    spelling: str = ""
    known_office: bool = False


class _Setting(NamedTuple):
    document: Document
    low: str
    words: NameWords
    reference: Reference
    people: KnownPeople

    def present(self, known: Known) -> bool:
        """Whether every word that tells the institution from others stands in the article."""
        institution = known.person.institution.lower().split()
        wanted = [word for word in institution if word in known.office.words] or institution[-1:]
        return all(word in self.low for word in wanted)


@lru_cache(maxsize=4)
def find_people(document: Document, language: Language, reference: Reference) -> tuple[PersonMention, ...]:
    """The people named in a document, in order of place. Empty where the language has no words for them."""
    words = name_words(language)
    if words is None:
        return ()
    low = fold(document.plain)
    setting = _Setting(document, low, words, reference, known_people(language, reference))
    runs = find_runs(document, low, words)
    marked = candidates(runs, words, setting.people)
    found = [mention for run in marked for mention in _mentions(setting, run)]
    return tuple(sorted((*found, *_parts(setting, runs, found))))


def name_claims(people: Iterable[PersonMention]) -> Iterator[Claim]:
    """A claim for each mention but mere parts of names.

    Its value is the name as the reference spells it, or as written where the reference does not know it.
    """
    for mention in people:
        if mention.cue != "part":
            value = mention.person.name if mention.person else mention.name
            yield Claim("", "name", "", "name", mention.start, mention.end, value)


def _mentions(setting: _Setting, run: Run) -> Iterator[PersonMention]:
    plain = setting.document.plain
    parsed = parse(run, plain, setting.words, setting.reference)
    if parsed is None:
        return
    office = read_office(parsed.title, setting.words, setting.reference) if parsed.title else NO_OFFICE
    meant = None
    if not setting.people.bones.isdisjoint(run.bones):
        meant = who(parsed.words, office, setting.people, setting.words.initials, setting.present)
    spoken = run.before in setting.words.speech and parsed.start == run.start
    cue = _cue(run, office, spoken) or ("known" if meant else "")
    if not cue:
        return
    mention = _mention(setting.document, parsed, office, cue)
    if meant is None:
        yield mention
    else:
        yield mention._replace(person=meant.known.person, spelling=meant.spelling, known_office=meant.office)


def _cue(run: Run, office: Office, spoken: bool) -> str:
    if run.headline:
        return ""
    if office.role:
        return "office"
    return "speech" if spoken else ""


def _mention(document: Document, parsed: Parsed, office: Office, cue: str) -> PersonMention:
    name = " ".join(document.text[parsed.start : parsed.end].split())
    return PersonMention(parsed.start, parsed.end, name, parsed.words, parsed.title, office, cue)


def _parts(setting: _Setting, runs: Runs, found: Sequence[PersonMention]) -> Iterator[PersonMention]:
    taken = {mention.start for mention in found}
    for start, end, word in parts_of(runs, {mention.words for mention in found}):
        if start not in taken:
            parsed = Parsed((word,), start, end, "")
            yield _mention(setting.document, parsed, NO_OFFICE, "part")
