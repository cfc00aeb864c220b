"""One person spelt in two ways in one article.

Wrong: Camat Lembah Sari Rahmat Hidayat membuka rapat. … "Terima kasih," kata Rahmet Hidayat.
Right: Camat Lembah Sari Rahmat Hidayat membuka rapat. … "Terima kasih," kata Rahmat Hidayat.
Why: one of the two is a slip, and the rarer or the later one is flagged. Two people of like names
    (siblings, a couple, players in one list) have different offices or stand side by side, and are left
    alone. What the reference knows is for `wrong-name`.
Silence: `name-variants` under `ignore` in the configuration, or `[sic]` behind the name.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checks.base import Case, Rule
from factcheck.checks.name_writing import mended
from factcheck.model import Evidence, Finding, Suggestion
from factcheck.reading.name_words import name_words
from factcheck.reading.people import PersonMention, find_people
from factcheck.reading.same_person import spelt_twice

NAME = "name-variants"


def check(case: Case) -> Iterator[Finding]:
    """A finding at each mention whose spelling is not that of the person's other mentions."""
    words = name_words(case.language)
    if words is None:
        return
    people = find_people(case.document, case.language, case.reference)
    for slip, model in spelt_twice(people):
        yield _finding(case, slip, model, mended(slip.name, _written(slip, model), words.initials))


def _written(slip: PersonMention, model: PersonMention) -> str:
    """The model as long as the slip: of "Saiful Roswandi" only "Roswandi" where the slip is one word."""
    if len(slip.words) > 1 or len(model.words) == 1:
        return model.name
    near = [word for word in model.name.split() if word[0].lower() == slip.words[0][0]]
    return near[-1] if near else model.name.split()[-1]


def _finding(case: Case, slip: PersonMention, model: PersonMention, right: str) -> Finding:
    claims = tuple(claim.id for claim in case.claims if claim.kind == "name" and claim.start == slip.start)
    line = case.document.text.count("\n", 0, model.start) + 1
    return Finding(
        NAME,
        "warning",
        f"{slip.name} here, {model.name} in line {line}: one person in two spellings",
        slip.start,
        slip.end,
        claims,
        expected=right,
        suggestions=(Suggestion(slip.start, slip.end, right),),
        evidence=(Evidence("the article", "", model.name, f"line {line}: {model.name}"),),
    )


RULE = Rule(NAME, "warning", check)
