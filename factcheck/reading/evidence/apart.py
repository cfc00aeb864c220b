"""Packs are apart: a rank is asked of the pack its place is about, and nobody of another pack is a subject of it."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from factcheck.model import Claim, EntityRecord, number_of
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.slots import Known
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.reference import Reference

PAIR = 2


def of_pack(claim: Claim, known: Known) -> Claim:
    """A rank, count, share or extreme asked of the pack that the place is about: of the figure beside it, else of most
    figures of the article."""
    if not (kind_of(claim.kind).per_group or kind_of(claim.kind).ordered) or len(known.setting.packs) < PAIR:
        return claim
    here = Counter(
        choice.fact.pack
        for start, choice in known.choices.items()
        if known.evidence.figures[start].frame.sentence.place == claim.sentence
    )
    pack = next(iter((here or Counter(choice.fact.pack for choice in known.choices.values())).most_common(1)), None)
    return claim._replace(pack=pack[0]) if pack is not None and pack[0] != claim.pack else claim


def of_word_before_name(claim: Claim, known: Known) -> Claim:
    """ "Iuran kota Yogyakarta 2025 …": a name that several bear is of the one whom the measure in front of it
    is held of, and what is too small for that measure its rise; the claim as it is, where no other pack has it."""
    figure = known.evidence.figures.get(claim.start)
    if figure is None or kind_of(claim.kind) is not VALUE:
        return claim
    frame, setting = figure.frame, known.setting
    at = frame.subject_at(claim.subject_span)
    if at < 1 or len(frame.mentions[at].ids) < PAIR or not frame.close(at - 1, at):
        return claim
    for tag, place in frame.mentions[at - 1].tags.items():
        pack, _, name = place.partition("/")
        if not tag.startswith(CUE_OF) or pack == claim.pack or pack not in setting.packs:
            continue
        measure = setting.packs[pack].measures.get(name)
        owner = next((one for one in frame.mentions[at].ids if setting.reference.facts(name, one, "", pack)), "")
        if measure is not None and measure.type == "number" and owner:
            small = measure.minimum is not None and number_of(claim) < measure.minimum
            kind = "difference" if small and frame.has(Tag.CHANGE, at, figure.at) else measure.kind
            return claim._replace(kind=kind, pack=pack, measure=name, subject=owner, readings=())
    return claim


def is_stranger(claim: Claim, setting: Setting) -> bool:
    """Whether nothing at all is known of the subject in the claim's pack, nor of anybody of its kind or of the same
    list: a statistics office that happens to be an entity of another pack is no subject of an index, a regency that is
    not yet in it is one."""
    pack = setting.packs.get(claim.pack)
    if pack is None or not claim.subject or kind_of(claim.kind).per_group:
        return False
    reference = setting.reference
    if any(reference.facts(name, claim.subject, "", claim.pack) for name in pack.measures):
        return False
    record = reference.entities.get(claim.subject)
    return record is not None and record.pack != claim.pack and not _has_kin(reference, claim.pack, record)


@lru_cache(maxsize=64)
def _has_kin(reference: Reference, pack: str, record: EntityRecord) -> bool:
    """Whether a pack has a fact about anybody of the kind of an entity, or of the pack that lists it."""
    measures = [name for info in reference.packs if info.name == pack for name in info.measures]
    return any(
        reference.facts(name, other.id, "", pack)
        for other in reference.entities.values()
        if other.kind == record.kind or other.pack == record.pack
        for name in measures
    )
