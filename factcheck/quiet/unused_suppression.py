"""A suppression that silences nothing, or that is not understood.

Wrong: <!-- factcheck: ignore wrong-valeu: the region's own figure --> above a passage with a wrong value.
Right: <!-- factcheck: ignore wrong-value: the region's own figure --> above a passage with a wrong value.
Why: the passage has been mended, the rule's name is misspelt, or the comment stands at the wrong place. Left
    standing it would silence the next slip there.
Silence: `unused-suppression` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.config_keys import unknown_selector
from factcheck.model import Finding, Suggestion
from factcheck.quiet.comments import Suppression

RULE = "unused-suppression"


def find(suppressions: Iterable[Suppression], used: frozenset[tuple[int, str]]) -> Iterator[Finding]:
    """A finding for each suppression, and each rule it names, that is not among `used`: (offset, rule)
    pairs."""
    for said in suppressions:
        for message in _said(said, used):
            yield Finding(RULE, "warning", message, said.start, said.end, suggestions=_gone(said))


def _said(said: Suppression, used: frozenset[tuple[int, str]]) -> Iterator[str]:
    if said.broken:
        yield f"This comment is not understood: {said.broken}."
        return
    for rule in said.rules or ("",):
        if unknown := unknown_selector(rule) if rule else "":
            yield f"This comment silences nothing: {unknown[0].lower()}{unknown[1:]}"
        elif (said.start, rule) not in used:
            what = f"'{rule}'" if rule else "anything"
            yield f"Nothing here needs silencing: no finding of {what} where this comment holds; take it out."


def _gone(said: Suppression) -> tuple[Suggestion, ...]:
    return (Suggestion(said.start, said.end, ""),) if len(said.rules) <= 1 and not said.broken else ()
