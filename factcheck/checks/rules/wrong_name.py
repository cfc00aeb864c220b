"""A person's name that is not spelt as the reference spells it.

Wrong: Ketua Ombudsman RI Muhammad Najih; Kepala Perwakilan Ombudsman RI Jambi Saiful Ruswandi.
Right: Ketua Ombudsman RI Mokhammad Najih; Kepala Perwakilan Ombudsman RI Jambi Saiful Roswandi.
Why: the name is a misspelling that the reference lists, or a slip or two away from a name in it. Office
    and institution beside the name must be that person's; where none stands there, the article must speak
    of the institution, and the finding is a warning; of an older spelling an editor is only told.
    Of a draft that tells the figures of a dated table a name a letter off one there is told, where its figure or
    running mate stands beside.
    Somebody of a like name with another office is left alone, and so are shorter forms and initials (M. Najih, Dewa
    Indra for Dewa Made Indra).
Silence: `wrong-name` under `ignore` in the configuration, or `[sic]` behind the name.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.declare import rule
from factcheck.checks.needs import misspelt_people
from factcheck.checks.subject_needs import edition_names
from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import Ground
from factcheck.language.tables import Pairs
from factcheck.messages import message
from factcheck.model import Evidence, Finding, Person, Suggestion
from factcheck.reading.people.find import PersonMention
from factcheck.reading.people.name_words import name_words

RULE = "wrong-name"


@rule(RULE, "error", after="rank-order", needs=misspelt_people, ground=Ground.SLIP)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each misspelt name of a person of the reference."""
    words = name_words(case.language)
    for mention in case.article.people:
        if mention.person is not None and mention.spelling == "wrong" and words is not None:
            from factcheck.checks.names.name_writing import mended

            right = mended(mention.name, mention.person.name, words.initials)
            yield _finding(case, mention, mention.person, right)


@rule(RULE, "warning", after="rank-order", needs=edition_names, ground=Ground.SLIP)
def check_editions(case: Case) -> Iterator[Finding]:
    """A finding at each name that is a letter off one of the dated table which the draft goes by."""
    from factcheck.checks.figures import edition_values

    yield from edition_values.edition_names(case, RULE)


def _finding(case: Case, mention: PersonMention, person: Person, right: str) -> Finding:
    claims = tuple(claim.id for claim in case.claims.at(mention.start) if claim.kind == "name")
    url = person.source if person.source.startswith("http") else ""
    return Finding(
        RULE,
        _severity(case, mention, right),
        message("The name is {name}{office}, not {text}.", name=person.name, office=_who(person), text=mention.name),
        mention.start,
        mention.end,
        claims,
        expected=right,
        suggestions=(Suggestion(mention.start, mention.end, right),),
        evidence=(Evidence(person.source, url, person.name, person.row),),
    )


def _severity(case: Case, mention: PersonMention, right: str) -> str:
    if mention.known_office:
        return "error"
    older = case.language.names.older
    return "info" if _in_new(mention.name, older) == _in_new(right, older) else "warning"


def _in_new(name: str, older: Pairs) -> str:
    """A name with the letters of the older spelling in the new one."""
    low = name.lower()
    for old, new in older:
        low = low.replace(old, new)
    return low


def _who(person: Person) -> str:
    office = ", ".join(part for part in (person.role, person.institution) if part)
    return f" ({office})" if office else ""
