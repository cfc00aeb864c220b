"""A suppression that silences nothing, or that is not understood.

Wrong: <!-- factcheck: ignore wrong-valeu: angka versi daerah --> di atas nilai yang salah.
Right: <!-- factcheck: ignore wrong-value: angka versi daerah --> di atas nilai yang salah.
Why: the passage has been mended, the rule's name is misspelt, or the comment stands at the wrong place. Left
    standing it would silence the next slip there.
Silence: `unused-suppression` under `ignore` in the configuration.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.config_keys import unknown_selector
from factcheck.filters.suppressions import Suppression
from factcheck.messages import message
from factcheck.model import Finding, Suggestion

RULE = "unused-suppression"


def find(
    suppressions: Iterable[Suppression], used: frozenset[tuple[int, str]], findings: Sequence[Finding] = ()
) -> Iterator[Finding]:
    """A finding for each suppression, and each rule it names, that is not among `used`: (offset, rule) pairs.

    `findings` are those of the article, one of which may be meant.
    """
    for order in suppressions:
        for sentence in _unused(order, used, findings):
            yield Finding(RULE, "warning", sentence, order.start, order.end, suggestions=_gone(order))


def _unused(order: Suppression, used: frozenset[tuple[int, str]], findings: Sequence[Finding]) -> Iterator[str]:
    if order.broken:
        yield message("This comment is not understood: it should read `factcheck: ignore RULE: reason`.")
        return
    for rule in order.rules or ("",):
        if unknown := unknown_selector(rule) if rule else "":
            yield message("This comment silences nothing. {unknown}", unknown=unknown)
        elif (order.start, rule) not in used and (meant := _meant(order, findings)):
            yield message(
                "This comment silences nothing: there is no finding of {rule} where it holds, but one of '{meant}'.",
                rule=f"'{rule}'" if rule else message("any rule"),
                meant=meant,
            )
        elif (order.start, rule) not in used:
            yield message(
                "Nothing here needs silencing: no finding of {rule} where this comment holds; take it out.",
                rule=f"'{rule}'" if rule else message("any rule"),
            )


def _meant(order: Suppression, findings: Sequence[Finding]) -> str:
    """The one rule that has a finding where the comment holds: its name was meant."""
    rules = {each.rule for each in findings if order.scope.start <= each.start < order.scope.end}
    return next(iter(rules)) if len(rules) == 1 else ""


def _gone(order: Suppression) -> tuple[Suggestion, ...]:
    return (Suggestion(order.start, order.end, ""),) if len(order.rules) <= 1 and not order.broken else ()
