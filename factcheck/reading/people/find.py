"""The people that an article names: with an office, behind a speech verb, or known to the reference."""

from collections.abc import Iterable, Iterator

from factcheck.language.fold import fold
from factcheck.language.language import Language
from factcheck.model import Claim, Document, Person
from factcheck.reading.people.by_neighbour import Look, Seen, first_look
from factcheck.reading.people.by_other_mentions import lone_words, parts_of, second_look, speaking
from factcheck.reading.people.capital_runs import Runs, find_runs
from factcheck.reading.people.cell_offices import cell_offices
from factcheck.reading.people.known import known_people
from factcheck.reading.people.name_words import NameWords, name_words
from factcheck.reading.people.office import NO_OFFICE, Office
from factcheck.reference.ask.reference import Reference
from factcheck.typed import NamedTuple

MARKS = ("#", "@", "-", "/", ".")
"""Before a word these make it a part of something else."""


class PersonMention(NamedTuple):
    """A person as named in one place.

    `start`..`end` is the name without titles and degrees, `name` the same with single blanks, `words` its words in
    lower case. `title` is what stands before it as written, `office` what that says. `cue` is how it was found:
    office, speech ("kata X", "X mengatakan"), known (by the reference only), headline (by the same name in the text),
    part (a later mention by a part of the name) or stranger (a speaker by a word a letter off from such a part).
    `person` is who it is, or most likely is, in the reference; `spelling` is then right or wrong, else empty.
    `known_office`: the title is one of that person's.
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


def find_people(document: Document, language: Language, reference: Reference) -> tuple[PersonMention, ...]:
    """The people named in a document, in order of place. Empty where the language has no words for them."""
    words = name_words(language)
    if words is None:
        return ()
    low = fold(document.plain)
    titles = cell_offices(document, words)
    look = Look(document.plain, low, words, reference, known_people(reference.whole), titles)
    runs = find_runs(document, low, words)
    first = list(first_look(look, runs))
    if any(one.meant for one in first):
        from factcheck.reading.people.side_by_side import beside_known

        first = beside_known(look, first)
    if any(one.alike and one.meant is None for one in first):
        from factcheck.reading.people.by_sentence import by_sentence

        first = by_sentence(look, first)
    seen = second_look(look, runs, first)
    if any(one.alike and one.meant is None for one in seen):
        from factcheck.reading.people.borne_by_nobody import borne_by_nobody

        seen = borne_by_nobody(look, seen)
    found = [_mention(document, one) for one in seen if one.cue]
    everyone = [*found, *_parts(document, runs, found, words)]
    if lone := lone_words(runs, {word for one in found for word in one.words}):
        from factcheck.reading.people.strangers import strangers

        borne = {word: one.start for one in sorted(found, reverse=True) if is_told(one) for word in one.words}
        new = {start: (end, word) for start, end, word in strangers(lone, runs, document.plain, borne, words)}
        everyone = [one for one in everyone if one.start not in new]
        everyone += [
            PersonMention(start, end, document.text[start:end], (word,), "", NO_OFFICE, "stranger")
            for start, (end, word) in new.items()
        ]
    return tuple(sorted(everyone))


def is_told(one: PersonMention) -> bool:
    """Whether somebody is named by more than one word, or with an office."""
    return len(one.words) > 1 or one.cue == "office"


def name_claims(people: Iterable[PersonMention]) -> Iterator[Claim]:
    """A claim for each mention but mere parts of names ("kata Saiful").

    Its value is the name as the reference spells it, or as written where the reference does not know it.
    """
    for mention in people:
        if len(mention.words) > 1 or mention.cue == "office" or mention.person:
            value = mention.person.name if mention.person else mention.name
            yield Claim("", "name", "", "name", mention.start, mention.end, value)


def _mention(document: Document, seen: Seen) -> PersonMention:
    parsed, meant = seen.parsed, seen.meant
    name = " ".join(document.text[parsed.start : parsed.end].split())
    mention = PersonMention(parsed.start, parsed.end, name, parsed.words, parsed.title, seen.office, seen.cue)
    if meant is None:
        return mention
    return mention._replace(person=meant.known.person, spelling=meant.spelling, known_office=meant.office)


def _parts(document: Document, runs: Runs, found: Iterable[PersonMention], words: NameWords) -> Iterator[PersonMention]:
    taken = {mention.start for mention in found}
    for start, end, word in parts_of(runs, {mention.words for mention in found}):
        # "#PrabowoSandi" is nobody's name.
        if start not in taken and document.plain[max(0, start - 1) : start] not in MARKS:
            cue = "speech" if speaking(runs, end, words) else "part"
            yield PersonMention(start, end, document.text[start:end], (word,), "", NO_OFFICE, cue)
