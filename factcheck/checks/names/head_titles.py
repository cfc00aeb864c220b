"""Who heads a body under the title of the heads of others: "Kepala Ombudsman RI" of its Ketua."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judging.case import Case
from factcheck.model import Person, Span
from factcheck.reading.people.find import PersonMention
from factcheck.reading.people.known import Known, KnownPeople, known_people
from factcheck.reading.people.office import institution_fits
from factcheck.typed import NamedTuple


class Retitled(NamedTuple):
    """A title as written, whose it is, and the office that is theirs."""

    title: Span
    mention: PersonMention
    own: Person


def retitled(case: Case) -> Iterator[Retitled]:
    """Those of the reference who head a body, named with a word for the head of it that nobody of that body bears."""
    heads = case.language.people.heads
    for mention in case.article.people if heads else ():
        if mention.office.role in heads and mention.office.words and not mention.office.places:
            own = _own(known_people(case.reference.whole), mention, heads)
            title = _title(case, mention) if own is not None else None
            if own is not None and title is not None:
                yield Retitled(title, mention, own)


def _own(people: KnownPeople, mention: PersonMention, heads: tuple[str, ...]) -> Person | None:
    """The office of a head that somebody of that name has in the body of the title, where neither they nor anybody else
    there has the written one."""
    known = [*people.named(mention.words), *people.misspelt(mention.words)] if len(mention.words) > 1 else []
    there = [one for one in known if _is_of(mention, one)]
    if len({one.person.institution for one in there}) != 1 or any(_is(one, mention) for one in there):
        return None
    own = next((one.person for one in there if one.office.role in heads), None)
    others = people.holding(own.institution) if own is not None else ()
    return own if not any(_is(one, mention) for one in others) else None


def _is_of(mention: PersonMention, known: Known) -> bool:
    """Whether a title names the body of an office and nothing more: "Ketua Satgas BNPB" is another one."""
    fits = institution_fits(mention.office, known.office) > 0 and not known.office.places
    return fits and mention.office.words <= {*known.office.words, *known.person.institution.lower().split()}


def _is(known: Known, mention: PersonMention) -> bool:
    return known.office.role == mention.office.role


def _title(case: Case, mention: PersonMention) -> Span | None:
    """Where the word of the title stands in front of a name."""
    word = mention.title.split()[0] if mention.title else ""
    start = (
        case.document.plain.rfind(word, max(0, mention.start - len(mention.title) - 2), mention.start) if word else -1
    )
    return Span(start, start + len(word)) if start >= 0 else None
