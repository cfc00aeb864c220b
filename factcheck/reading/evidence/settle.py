"""Claims as the grammar proposes them, put right by what explains their figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factcheck.language.interval import interval
from factcheck.model import COUNTRY, Claim, Fact, Span
from factcheck.reading.evidence.choose import BEFORE, NAMED, SENTENCE, WRITTEN, Choice, Surroundings
from factcheck.reading.evidence.counts import settle_counts
from factcheck.reading.evidence.differences import gap
from factcheck.reading.evidence.figures import Evidence, Figure, gather, telling
from factcheck.reading.evidence.known import units
from factcheck.reading.evidence.misprint import near_misses
from factcheck.reading.evidence.printed import digits
from factcheck.reading.evidence.printed_slips import misprinted
from factcheck.reading.evidence.scales import one_word_each, settle_words, years_of_lists
from factcheck.reading.evidence.words import Beside, hung, places
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.setting import Setting
from factcheck.reference.ask.reference import Reference

EXPLAINED = "explained by the reference"
LEFT = ("bind.leave", "bind.out", "bind.from")
ASKED = ("rank", "count", "share", "extreme")
PAIR = 2
SHORT = 2
PLAIN = ("count", "rank", "share", "figure", "difference")
CHANGE = "the difference of two figures of the reference"
MISPRINT = "one slip away from what the reference has"


class Known(NamedTuple):
    """What settling goes by: the evidence, where it stands, what explains each figure, what is said of whom."""

    evidence: Evidence
    around: Surroundings
    setting: Setting
    choices: Mapping[int, Choice]
    said: Mapping[tuple[str, str, str], int]
    years: frozenset[str]
    filled: Mapping[tuple[int, str, str, str], Span | None]
    parts: Mapping[int, int]
    slots: Mapping[tuple[int, str, str], frozenset[str]]


def settle(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, published: date | None) -> list[Claim]:
    """The claims with each explained figure bound as it is explained, and those that only the evidence reads."""
    known = _known(claims, frames, setting, published)
    read = {claim.start for claim in claims if isinstance(claim.value, Decimal)}
    settled = [one for claim in claims for one in _settled(claim, known)]
    beside, where = Beside(known.evidence.figures, known.choices), places(frames)
    settled = [_hung(claim, beside, where, setting) for claim in settled]
    settled = [_of_pack(claim, known) for claim in settled]
    settled = [claim for claim in settled if not _is_stranger(claim, setting)]
    unread = [figure for start, figure in known.evidence.figures.items() if start not in read]
    settled = [*settled, *(claim for figure in unread for claim in _found(figure, known))]
    settled = settle_words(settled, frames, setting, _main(settled))
    settled = one_word_each(settled, setting, _main(settled))
    settled = years_of_lists(settled, setting, _years(known, published))
    return settle_counts(settled, frames, setting, _main(settled))


def _of_pack(claim: Claim, known: Known) -> Claim:
    """A rank, count, share or extreme asked of the pack that the place is about: of the figure beside it, else of most
    figures of the article."""
    if claim.kind not in ASKED or len(known.setting.packs) < PAIR:
        return claim
    here = Counter(
        choice.fact.pack
        for start, choice in known.choices.items()
        if known.evidence.figures[start].frame.sentence.place == claim.sentence
    )
    pack = next(iter((here or Counter(choice.fact.pack for choice in known.choices.values())).most_common(1)), None)
    return claim._replace(pack=pack[0]) if pack is not None and pack[0] != claim.pack else claim


def _is_stranger(claim: Claim, setting: Setting) -> bool:
    """Whether nothing at all is known of the subject in the claim's pack, though somebody of its kind should be: a
    statistics office that happens to be an entity of another pack is no subject of an index."""
    pack = setting.packs.get(claim.pack)
    if pack is None or not claim.subject or claim.kind in ("count", "share"):
        return False
    reference = setting.reference
    if any(reference.facts(name, claim.subject, "", claim.pack) for name in pack.measures):
        return False
    record = reference.entities.get(claim.subject)
    return record is not None and record.pack != claim.pack and not _has_kind(reference, claim.pack, record.kind)


@lru_cache(maxsize=64)
def _has_kind(reference: Reference, pack: str, kind: str) -> bool:
    """Whether a pack has a fact about anybody of a kind."""
    measures = [name for info in reference.packs if info.name == pack for name in info.measures]
    return any(
        reference.facts(name, record.id, "", pack) for record in reference.members(kind, COUNTRY) for name in measures
    )


def _hung(claim: Claim, beside: Beside, where: Mapping[int, tuple[Frame, int]], setting: Setting) -> Claim:
    pack = setting.packs.get(claim.pack)
    measure = pack.measures.get(claim.measure) if pack else None
    if measure is None or measure.type != "word" or claim.end not in where or claim.kind == "extreme":
        return claim
    frame, at = where[claim.end]
    inside = beside.in_brackets(frame, at)
    if inside is not None:
        return hung(claim, inside, bracketed=True)
    if frame.has_any(LEFT, max(0, at - 2), at):  # "meninggalkan zona merah": what was, and not what the figure tells
        return claim
    return hung(claim, beside.of(frame, at))


def _known(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, published: date | None) -> Known:
    evidence = gather(frames, setting)
    around = Surroundings(frames, evidence, _main(claims), str(published.year) if published else "")
    proposed = {claim.start: claim for claim in claims if _of_measure(claim, setting)}
    choices = {}
    for start, figure in evidence.figures.items():
        choice = around.choose(figure, proposed.get(start)) if figure.facts else None
        if choice is not None and choice.subject >= BEFORE and choice.period >= NAMED:
            choices[start] = choice
    said = Counter((one.fact.entity, one.fact.period, one.fact.measure) for one in choices.values())
    years = frozenset(one.fact.period for one in choices.values())
    slots: dict[tuple[int, str, str], frozenset[str]] = {}
    for start, one in choices.items():
        if telling(evidence.figures[start].number):
            slot = (evidence.figures[start].frame.sentence.place, *_slot(one.fact))
            slots[slot] = slots.get(slot, frozenset()) | {one.fact.measure}
    bare = Known(evidence, around, setting, choices, said, years, {}, _parts(evidence), slots)
    return bare._replace(filled=dict(_filled(proposed, bare)))


def _parts(evidence: Evidence) -> dict[int, int]:
    """Where the second half of each broken decimal begins, with where the whole does."""
    return {
        figure.frame.mentions[figure.at + 2].start: start
        for start, figure in evidence.figures.items()
        if figure.number.figure.end > figure.frame.mentions[figure.at].end
    }


def _filled(proposed: Mapping[int, Claim], known: Known) -> Iterator[tuple[tuple[int, str, str, str], Span | None]]:
    """The slots of each sentence that a figure fills, be it by one slip: sentence, entity, period, measure."""
    for start, claim in proposed.items():
        figure = known.evidence.figures.get(start)
        if figure is None:
            continue
        own = any(_slot(fact) == (claim.subject, claim.period) for fact in figure.facts)
        miss = None if figure.facts else _missed(figure, claim, known)
        if own or (miss is not None and _slot(miss) == (claim.subject, claim.period)):
            yield (claim.sentence, claim.subject, claim.period, claim.measure), claim.period_span


def _years(known: Known, published: date | None) -> list[str]:
    """The years that an article may be about: those that explained figures are of, those named, that of publication
    and the one before."""
    told = sorted((*known.years, *known.evidence.years), reverse=True)
    near = [str(published.year), str(published.year - 1)] if published else []
    return list(dict.fromkeys([*told, *near]))


def _main(claims: Sequence[Claim]) -> str:
    years = Counter(claim.period for claim in claims if claim.period)
    return max(years, key=lambda year: (years[year], year), default="")


def _settled(claim: Claim, known: Known) -> Iterator[Claim]:
    figure = known.evidence.figures.get(claim.start)
    if figure is None or not _of_measure(claim, known.setting):
        broken = known.evidence.figures.get(known.parts.get(claim.start, -1))
        if broken is None or claim.kind not in PLAIN:
            yield from _no_change(claim, figure, known)
    elif figure.facts:
        yield _explained(_whole(claim, figure), figure, known)
    else:
        yield from _unexplained(_whole(claim, figure), figure, known)


def _no_change(claim: Claim, figure: Figure | None, known: Known) -> Iterator[Claim]:
    """The claim; a figure taken for a change that is known to be a value of somebody near by is that value."""
    choice = known.choices.get(claim.start) if figure is not None and claim.kind == "difference" else None
    if figure is None or choice is None or not telling(figure.number) or choice.subject < SENTENCE:
        yield claim
    elif _change(figure, claim, known) is None:
        yield _claim(figure, choice.fact, known, EXPLAINED)
    else:
        yield claim


def _whole(claim: Claim, figure: Figure) -> Claim:
    """The claim over all of its figure, which a blank may have broken in two."""
    if figure.number.figure.end == claim.end:
        return claim
    low, high = interval(figure.number, "")
    return claim._replace(end=figure.number.figure.end, value=figure.number.value, low=low, high=high)


def _explained(claim: Claim, figure: Figure, known: Known) -> Claim:
    if any((fact.entity, fact.period) == (claim.subject, claim.period) for fact in figure.facts):
        return claim
    choice = known.around.choose(figure, claim)
    if choice is None:
        return claim
    fact = choice.fact
    if fact.entity == claim.subject and _is_filled(claim, known):
        return _moved(claim, figure, fact, known.around, EXPLAINED)  # "3.573.551, up from 2.885.964": the base
    if not _outweighs(choice, claim, figure, _is_stranger(claim, known.setting)):
        return claim
    written = choice.period >= WRITTEN and _year(figure, fact.period) is not None
    written = written or _relative(claim, figure) or _of_base(claim, fact, figure)
    if fact.entity == claim.subject and claim.period_origin is not None and not written:  # see year_slips
        return claim._replace(readings=((fact.entity, fact.period), *claim.readings))
    return _moved(claim, figure, fact, known.around, EXPLAINED)


def _relative(claim: Claim, figure: Figure) -> bool:
    """Whether the year of a claim is told as "tahun lalu" and not in figures."""
    span = claim.period_span
    return span is not None and not figure.frame.plain[span.start : span.end].strip().isdigit()


def _of_base(claim: Claim, fact: Fact, figure: Figure) -> bool:
    """ "naik 5,77 persen dari UMP 2025": the year beside a change in per cent may be that of its base."""
    if figure.number.unit != "percent" or not claim.period.isdigit() or not fact.period.isdigit():
        return False
    return int(fact.period) == int(claim.period) + 1


def _is_filled(claim: Claim, known: Known) -> bool:
    """Whether another figure of the sentence, under no other written year, is what the reference has in this slot."""
    slot = (claim.sentence, claim.subject, claim.period, claim.measure)
    return slot in known.filled and (claim.period_span is None or known.filled[slot] in (None, claim.period_span))


def _unexplained(claim: Claim, figure: Figure, known: Known) -> Iterator[Claim]:
    """A figure that nothing explains: in the slot that it misses by one slip, else where the grammar put it, unless
    the reference knows that slot to be another's figure and no word beside it says that it is one."""
    miss = _missed(figure, claim, known)
    if miss is not None:
        yield (
            claim
            if _slot(miss) == (claim.subject, claim.period)
            else _moved(claim, figure, miss, known.around, MISPRINT)
        )
        return
    change = _change(figure, claim, known)
    if change is not None:
        yield change
    elif _cued(figure, claim) or not known.setting.reference.facts(
        claim.measure, claim.subject, claim.period, claim.pack
    ):
        yield claim


def _change(figure: Figure, claim: Claim | None, known: Known) -> Claim | None:
    """The figure as the difference between two facts of somebody near by."""
    near = dict.fromkeys(([claim.subject] if claim else []) + list(known.around.nearby(figure)))
    facts = (fact for name in near for fact in known.evidence.known.of(name, figure.number.unit))
    found = gap(figure, facts, known.said, figure.frame.has("change"))
    if found is None:
        return None
    made = _claim(figure, found.later, known, CHANGE)
    return made._replace(kind="difference", condition="")


def _cued(figure: Figure, claim: Claim) -> bool:
    """Whether the measure is named right in front of the figure, and its subject in the sentence."""
    return claim.subject_span is not None and figure.frame.before(figure.at, f"cue.{claim.measure}", 2)


def _slot(fact: Fact) -> tuple[str, str]:
    return fact.entity, fact.period


def _missed(figure: Figure, claim: Claim | None, known: Known) -> Fact | None:
    """The fact of somebody near by that the figure misses by one slip and that nothing else says; the best of them."""
    if digits(figure.number) < (3 if claim else 4):
        return None
    around = known.around
    near = around.nearby(figure) if claim is None else dict.fromkeys((claim.subject, *around.nearby(figure)))
    facts = (fact for name in near for unit in units(figure.number) for fact in known.evidence.known.of(name, unit))
    own = (claim.subject, claim.period) if claim else ("", "")
    misses = [
        fact
        for fact in near_misses(figure.number, facts)
        if _slot(fact) == own or (_free(fact, figure, claim, known) and _spoken_of(fact, figure, known))
    ]
    misses += misprinted(figure.number, near, known.setting.reference)
    weighed = [around.weigh(figure, fact, claim) for fact in misses if not fact.trust]
    best = max(weighed, key=lambda choice: choice.weight, default=None)
    nearness = BEFORE if telling(figure.number) else SENTENCE
    return best.fact if best is not None and best.subject >= nearness and best.period >= NAMED else None


def _free(fact: Fact, figure: Figure, claim: Claim | None, known: Known) -> bool:
    """Whether the slot of a fact is not filled by another figure: of the article, where nothing but the slip reads
    this one, else of its sentence."""
    if claim is None:
        return (*_slot(fact), fact.measure) not in known.said
    return not any(
        other.frame is figure.frame and known.choices[start].fact[1:4] == fact[1:4]
        for start, other in known.evidence.figures.items()
        if start in known.choices
    )


def _spoken_of(fact: Fact, figure: Figure, known: Known) -> bool:
    """Whether the year of a fact is that of explained figures, or written in the sentence."""
    return fact.period in known.years or not known.years or _year(figure, fact.period) is not None


def _of_measure(claim: Claim, setting: Setting) -> bool:
    """Whether the claim is a value of a number measure and no change, rank or count."""
    pack = setting.packs.get(claim.pack)
    measure = pack.measures.get(claim.measure) if pack else None
    return measure is not None and measure.type == "number" and claim.kind == measure.kind


def _outweighs(choice: Choice, claim: Claim, figure: Figure, stranger: bool) -> bool:
    """Whether an explanation goes before what the grammar read: not where the clause says otherwise in so many
    words, unless the sentence names what explains the figure too."""
    if choice.fact.entity == claim.subject:
        loose = claim.period_span is None or _relative(claim, figure) or _of_base(claim, choice.fact, figure)
        return loose or choice.period >= WRITTEN
    if claim.subject_span is not None and choice.subject < SENTENCE and not stranger:
        return False
    return choice.subject + choice.period >= BEFORE + NAMED if telling(figure.number) else choice.subject >= SENTENCE


def _moved(claim: Claim, figure: Figure, fact: Fact, around: Surroundings, how: str) -> Claim:
    same = fact.entity == claim.subject
    subject = claim.subject_span if same else around.span(figure, fact.entity)
    year = claim.period_span if fact.period == claim.period else _year(figure, fact.period)
    told = tuple(part for part in claim.how if part.startswith("subject:") and same)
    return claim._replace(
        subject=fact.entity, period=fact.period, subject_span=subject, period_span=year, period_origin=year,
        how=(*told, *(() if same or subject else (f"subject: {how}",)), *(() if year else (f"year: {how}",))),
        readings=(),
    )  # fmt: skip


def _year(figure: Figure, period: str) -> Span | None:
    frame = figure.frame
    for at in frame.having("year.digits"):
        if frame.mentions[at].tags["year.digits"] == period:
            return Span(frame.mentions[at].start, frame.mentions[at].end)
    return None


def _found(figure: Figure, known: Known) -> Iterable[Claim]:
    """The claim made of a figure that the grammar did not read, where evidence alone reads it."""
    choice = known.choices.get(figure.number.figure.start)
    if not telling(figure.number):
        beside = _beside(figure, known)
        if beside is not None:
            yield _claim(figure, beside, known, EXPLAINED)
        return
    if choice is not None:
        yield _claim(figure, choice.fact, known, EXPLAINED)
        return
    miss = None if figure.facts else _missed(figure, None, known)
    if miss is not None:
        yield _claim(figure, miss, known, MISPRINT)
        return
    change = None if figure.facts else _change(figure, None, known)
    if change is not None:
        yield change


def _beside(figure: Figure, known: Known) -> Fact | None:
    """What explains a short figure by the slot of a telling one in its sentence: "naik 6,3 persen menjadi
    Rp3.182.955" is of whom and of when the amount is."""
    if digits(figure.number) < SHORT and not figure.number.unit:
        return None
    fitting = [
        fact
        for fact in figure.facts
        if (figure.frame.sentence.place, *_slot(fact)) in known.slots
        and fact.measure not in known.slots[figure.frame.sentence.place, *_slot(fact)]
    ]
    return fitting[0] if fitting else None


def _claim(figure: Figure, fact: Fact, known: Known, how: str) -> Claim:
    number, sentence = figure.number, figure.frame.sentence
    measure = known.setting.packs[fact.pack].measures[fact.measure]
    low, high = interval(number, "")
    bare = Claim(
        "", measure.kind, fact.pack, fact.measure, *number.figure, number.value,
        low=low, high=high, voice=sentence.voice, sentence=sentence.place,
    )  # fmt: skip
    return _moved(bare, figure, fact, known.around, how)
