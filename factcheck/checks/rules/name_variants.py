"""One person spelt in two ways in one article.

Wrong: Camat Lembah Sari Rahmat Hidayat membuka rapat. … "Terima kasih," kata Rahmet Hidayat.
Right: Camat Lembah Sari Rahmat Hidayat membuka rapat. … "Terima kasih," kata Rahmat Hidayat.
Why: one of the two is a slip, and the rarer or the later one is flagged; of a mere part of the name, an info
    where it stands one against one. Two people of like names (siblings, a couple, players in one list) have
    different offices or stand side by side, and are left alone. What the reference knows is for `wrong-name`.
Silence: `name-variants` under `ignore` in the configuration, or `[sic]` behind the name.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judging.case import Case
from factcheck.messages import message
from factcheck.model import Evidence, Finding, Suggestion
from factcheck.reading.people.find import find_people
from factcheck.reading.people.name_words import name_words
from factcheck.reading.people.spelling import apart
from factcheck.reading.people.variants import Slip, spelt_twice

NAME = "name-variants"


def check(case: Case) -> Iterator[Finding]:
    """A finding at each mention whose spelling is not that of the person's other mentions."""
    words = name_words(case.language)
    if words is None:
        return
    people = find_people(case.document, case.language, case.reference)
    for slip in spelt_twice(people, case.document.plain):
        yield _finding(case, slip, _right(slip, words.initials))


def _right(slip: Slip, initials: frozenset[str]) -> str:
    """The name with the other spelling of the word that is off."""
    written, model = slip.mention.name.split(), slip.model.name.split()
    if len(written) == len(model):
        from factcheck.checks.name_writing import mended

        return mended(slip.mention.name, slip.model.name, initials)
    pairs = ((apart(left.lower(), right.lower()), left, right) for left in written for right in model)
    _, old, new = min(pairs)
    return slip.mention.name.replace(old, new)


def _finding(case: Case, slip: Slip, right: str) -> Finding:
    mention, model = slip.mention, slip.model
    claims = tuple(claim.id for claim in case.claims.at(mention.start) if claim.kind == "name")
    line = case.document.text.count("\n", 0, model.start) + 1
    return Finding(
        NAME,
        "warning" if slip.sure else "info",
        message(
            "{name} here, {other} in line {line}: one person in two spellings",
            name=mention.name,
            other=model.name,
            line=line,
        ),
        mention.start,
        mention.end,
        claims,
        expected=right,
        suggestions=(Suggestion(mention.start, mention.end, right),),
        evidence=(Evidence("the article", "", model.name, f"line {line}: {model.name}"),),
    )
