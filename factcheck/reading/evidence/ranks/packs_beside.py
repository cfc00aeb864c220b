"""A rank is of the pack of the figure beside it: "Riau peringkat 9 dengan 79,72", in an article about another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from factcheck.model import Claim
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.evidence.explained.slots import is_value
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.setting import Setting

Slot = tuple[int, str]


def packs_beside(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, each rank asked of the one pack of the figures of its subject in its sentence that the reference
    bears out, or, where that has no figure of it, in the one before in its paragraph ("71,72. Posisinya dalam aspek ini
    turun ke peringkat 29"); where several packs have such figures there, as it is."""
    ranked = {claim.sentence for claim in claims if claim.kind == "rank"} if len(setting.packs) > 1 else set()
    if not ranked:
        return list(claims)
    near = ranked | {place - 1 for place in ranked}
    told: dict[Slot, set[str]] = {}
    for claim in claims:
        if claim.sentence in near and isinstance(claim.value, Decimal) and is_value(claim, setting):
            packs = told.setdefault((claim.sentence, claim.subject), set())
            packs.update([claim.pack] if _is_right(claim, setting) else ())
    blocks = {frame.sentence.place: frame.sentence.block for frame in frames if frame.sentence.place in near}
    return [_of_shown(claim, told, blocks) if claim.kind == "rank" else claim for claim in claims]


def _is_right(claim: Claim, setting: Setting) -> bool:
    facts = setting.reference.facts(claim.measure, claim.subject, claim.period, claim.pack)
    borne = any(isinstance(fact.value, Decimal) and claim.states(fact.value) for fact in facts)
    return borne and not kind_of(claim.kind).ordered


def _of_shown(claim: Claim, told: Mapping[Slot, set[str]], blocks: Mapping[int, int]) -> Claim:
    place = claim.sentence
    if (place, claim.subject) not in told and blocks.get(place - 1) == blocks.get(place):
        place -= 1
    packs = told.get((place, claim.subject), set())
    return claim._replace(pack=next(iter(packs))) if len(packs) == 1 else claim
