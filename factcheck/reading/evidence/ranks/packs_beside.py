"""A rank is of the pack of the figure beside it: "Riau peringkat 9 dengan 79,72", in an article about another one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from factcheck.model import Claim
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.evidence.explained.slots import is_value
from factcheck.reading.scan.setting import Setting


def packs_beside(claims: Sequence[Claim], setting: Setting) -> list[Claim]:
    """The claims, each rank asked of the pack of the one figure of its subject and year in its sentence that the
    reference bears out; where several packs have such figures there, or its own has, as it is."""
    ranked = {claim.sentence for claim in claims if claim.kind == "rank"} if len(setting.packs) > 1 else set()
    shown = _shown((claim for claim in claims if claim.sentence in ranked), setting)
    return [_of_shown(claim, shown) for claim in claims]


def _shown(claims: Iterable[Claim], setting: Setting) -> Mapping[tuple[int, str, str], frozenset[str]]:
    """The packs of the right figures of each subject and year in each sentence."""
    found: dict[tuple[int, str, str], set[str]] = {}
    for claim in claims:
        if isinstance(claim.value, Decimal) and is_value(claim, setting) and not kind_of(claim.kind).ordered:
            facts = setting.reference.facts(claim.measure, claim.subject, claim.period, claim.pack)
            if any(isinstance(fact.value, Decimal) and claim.states(fact.value) for fact in facts):
                found.setdefault((claim.sentence, claim.subject, claim.period), set()).add(claim.pack)
    return {slot: frozenset(packs) for slot, packs in found.items()}


def _of_shown(claim: Claim, shown: Mapping[tuple[int, str, str], frozenset[str]]) -> Claim:
    packs = shown.get((claim.sentence, claim.subject, claim.period), frozenset()) if claim.kind == "rank" else ()
    return claim._replace(pack=next(iter(packs))) if len(packs) == 1 else claim
