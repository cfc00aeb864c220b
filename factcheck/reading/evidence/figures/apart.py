"""Packs are apart: a rank is asked of the pack its place is about, nobody of another pack is a subject of it, and a
figure of a measure that it has not ("SAKIP Kota Padang 89,15") is none of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.cache.patterns import compiled
from factcheck.language.fold import fold
from factcheck.model import Claim, EntityRecord, Strength, number_of
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.explained.slots import Known
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.scores import near_cue
from factcheck.reference.ask.reference import Reference

PAIR, BACK = 2, 3
TINY, PARTS = 5, 20
"""A value so small, or so small a part of the largest that can be, is how far two lie apart."""
_WORD = compiled(r"[^\W\d_]+")
_SHORT_FORM = compiled(r"\b[A-Z]{3,}(?:-[a-z]{2,4})?[^\w.,;()]{1,4}$")
REACH = 120
"""Letters in front of a figure, or of the name whose it is, in which another measure may be named."""


def of_pack(claim: Claim, known: Known, frames: Sequence[Frame]) -> Claim:
    """A rank, count, share or extreme asked of the pack that the place is about: the one whose measure its sentence
    names in front of it, else of the figure beside it, else the one named last, else of most figures of the article."""
    if len(known.setting.packs) < PAIR or not (kind_of(claim.kind).per_group or kind_of(claim.kind).ordered):
        return claim
    pack = _pack_of_place(claim, known, frames)
    if not pack or pack == claim.pack:
        return claim
    own = known.setting.packs[pack].rank_measure if claim.kind == "extreme" else ""
    return claim._replace(pack=pack, measure=own or claim.measure)


def _pack_of_place(claim: Claim, known: Known, frames: Sequence[Frame]) -> str:
    from factcheck.reading.values.spoken_measure import spoken_in

    frame, spoken = frames[claim.sentence], spoken_in(frames, known.setting)
    if named := spoken.measure(frame, claim.start, here=True):
        return named.partition("/")[0]
    here = Counter(
        choice.fact.pack
        for start, choice in known.choices.items()
        if known.evidence.figures[start].frame.sentence.place == claim.sentence
    )
    if not here and (named := spoken.measure(frame, claim.start)):
        return named.partition("/")[0]
    all_told = here or Counter(choice.fact.pack for choice in known.choices.values())
    return next((pack for pack, _ in all_told.most_common(1)), "")


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
    if record is None or record.pack == claim.pack or _has_kin(reference, claim.pack, record):
        return False
    return has_facts(reference, claim.pack) or not reference.level_of(claim.subject)


def of_no_facts(claims: Sequence[Claim], setting: Setting) -> list[Claim]:
    """The claims; those of a pack that holds no facts, where each of several has figures of its own ("votes" of a pair
    in a region), held against no others, and without its ranks and extremes, which are of whom it does not know."""
    bare = {name for name in setting.packs if not has_facts(setting.reference, name)}
    if not bare:
        return list(claims)
    kept = (claim for claim in claims if claim.pack not in bare or not kind_of(claim.kind).ordered)
    loose = Strength.CARRIED
    return [one._replace(strength=min(one.strength, loose)) if one.pack in bare else one for one in kept]


def without_distances(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """ "kalah 0,24 dari peringkat lima", "jaraknya 0,85": the claims without figures far too small for their measure,
    to which no word for it leads, and which are nobody's in any year."""
    small = {place for place, one in enumerate(claims) if isinstance(one.value, Decimal) and one.value < TINY}
    if not small:
        return list(claims)
    by_place = {frame.sentence.place: frame for frame in frames}
    tiny = {place for place in small if _is_tiny(claims[place], by_place[claims[place].sentence], setting)}
    return [one for place, one in enumerate(claims) if place not in tiny]


def _is_tiny(claim: Claim, frame: Frame, setting: Setting) -> bool:
    """Whether a value without a unit is a small part of the largest that can be, and nobody's of whom it was read."""
    if kind_of(claim.kind) is not VALUE:
        return False
    pack = setting.packs.get(claim.pack)
    measure = pack.measures.get(claim.measure) if pack is not None else None
    if measure is None or measure.unit or measure.maximum is None or number_of(claim) * PARTS >= measure.maximum:
        return False
    if near_cue(frame, max(0, frame.ending(claim.end, FIGURES)), f"{CUE_OF}{claim.measure}"):
        return False
    facts = setting.reference.facts(claim.measure, claim.subject, "", claim.pack)
    return not any(isinstance(fact.value, Decimal) and claim.states(fact.value) for fact in facts)


@lru_cache(maxsize=64)
def has_facts(reference: Reference, pack: str) -> bool:
    """Whether a pack holds any fact: one that only says how its measures are told is asked nothing."""
    measures = [name for info in reference.packs if info.name == pack for name in info.measures]
    return any(reference.facts(name, entity, "", pack) for entity in reference.entities for name in measures)


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


def without_other_measures(claims: Sequence[Claim], known: Known) -> list[Claim]:
    """The claims without figures that are said to be of a measure that their pack has not, and are no fact of anybody;
    nor is it of the pack that one of them is the highest."""
    others = [claim for claim in claims if _is_other(claim, known)]
    told = {claim.start for claim in others}
    first = {claim.sentence: claim.start for claim in reversed(others)}
    return [
        claim
        for claim in claims
        if claim.start not in told
        if claim.kind != "extreme" or claim.start < first.get(claim.sentence, claim.end)
    ]


def _is_other(claim: Claim, known: Known) -> bool:
    figure = known.evidence.figures.get(claim.start)
    if figure is None or figure.facts or kind_of(claim.kind) is not VALUE:
        return False
    return names_another(figure.frame, claim, known.setting.reference)


def names_another(frame: Frame, claim: Claim, reference: Reference) -> bool:
    """Whether another measure than those of its pack is named in front of a figure: "SAKIP Kota Padang 89,15", "indeks
    kepuasan masyarakat 89,15"."""
    return _by_short_form(frame, claim) or _by_index(frame, claim, reference)


def _by_short_form(frame: Frame, claim: Claim) -> bool:
    """ "SAKIP Kota Padang 89,15", "nilai IKM: 89,15", "SAKIP-nya tahun lalu 62,14": whether letters that nobody knows
    stand right in front of the figure, of its year, or of the name whose it is."""
    places = {claim.start, claim.subject_span.start if claim.subject_span is not None else claim.start}
    last = bisect_left(frame.mentions, claim.start, key=lambda one: one.start) - 1
    if last >= 0 and Tag.YEAR in frame.mentions[last].tags and claim.start - frame.mentions[last].end == 1:
        places.add(frame.mentions[last].start)
    places.add(_name_before(frame, last, claim.start))
    for place in places:
        before = frame.plain[max(frame.sentence.start, place - REACH) : place]
        found = _SHORT_FORM.search(before)
        if found is not None and before.upper() != before and not _is_read(frame, place - len(before) + found.start()):
            return True
    return False


def _name_before(frame: Frame, last: int, start: int) -> int:
    """ "Nilai SAKIP Tanah Bumbu tahun 2022 67,34": where the name begins that only a year parts from a figure; the
    figure's own place where none does."""
    while last >= 0 and not frame.mentions[last].tags.keys().isdisjoint((Tag.YEAR, Tag.YEAR_DIGITS)):
        last -= 1
    return frame.mentions[last].start if last >= 0 and frame.mentions[last].ids else start


def _by_index(frame: Frame, claim: Claim, reference: Reference) -> bool:
    """ "Indeks kepuasan masyarakat kota sendiri 89,15": whether the last index in front of the figure is called by a
    word that is none of the pack's, of no name and of nothing else that is read, and no verb."""
    first = max(frame.sentence.start, claim.start - REACH)
    text = fold(frame.plain[first : claim.start])
    found = [one for one in _WORD.finditer(text) if one[0] in frame.words.index]
    behind = _WORD.search(text, found[-1].end()) if found else None
    if behind is None or any(sign.isdigit() or sign in ",;:(" for sign in text[found[-1].end() :].rstrip(" :(")):
        return False
    own = behind[0] in _words_of(reference, claim.pack) or behind[0] in frame.words.relative
    verb = behind[0].startswith(frame.language.words.sentence.verb_prefixes)
    return not own and not verb and not _is_read(frame, first + behind.start())


def _is_read(frame: Frame, place: int) -> bool:
    """Whether a letter of a sentence is part of a mention."""
    last = bisect_right(frame.mentions, place, key=lambda mention: mention.start) - 1
    return last >= 0 and place < frame.mentions[last].end


@lru_cache(maxsize=64)
def _words_of(reference: Reference, name: str) -> frozenset[str]:
    """The words that a pack is called by, folded."""
    packs = [pack for pack in reference.packs if pack.name == name]
    called = (word for pack in packs for words in (*pack.names.values(), *pack.topics.values()) for word in words)
    return frozenset(part for word in called for part in _WORD.findall(fold(word)))
