"""What is said of something else than the reference knows: of another measure ("SAKIP Kota Padang 89,15", "indeks
kepuasan masyarakat 89,15"), in a draft about another assessment."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter

from factcheck.cache.once import once
from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case, frame_of
from factcheck.judging.vouching import NEAR, is_slip
from factcheck.language.fold import fold
from factcheck.model import Claim, How
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.evidence.figures.apart import names_another
from factcheck.reading.scan.frame import CLAUSE_ENDS, SCALED, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag
from factcheck.reference.packs.info import PackInfo

_BEHIND, _BEFORE = compiled(r"[ \n]([A-Z][a-z]+)\b"), compiled(r"\b([A-Z][a-z]+)[ \n]$")
_UNIT = compiled(r" ([^\W\d_]+[²³]?)(?=[.,;)\n]|$)")
MISSED = frozenset((How.SUBJECT_OF_MISPRINT, How.YEAR_OF_MISPRINT))
"""So found, a figure is of whom and of which year a slip would make it."""
OF_ITSELF = (Tag.ENTITY_GOVERNMENT, Tag.ENTITY_SELF)
SHORT = 20
"""Letters of a word in front of a name."""
LINE = 400
"""Letters of its line in front of a figure in which an index of a sector may be named."""
STRANGE = 4
"""So many values of one year that are wrong are hardly slips, where fewer are right."""
MOSTLY = 5
"""So many right values outweigh one figure that nothing explains."""


@once
def of_another_measure(case: Case, claim: Claim) -> bool:
    """Whether a figure is said to be of a measure that the pack of its claim has not."""
    pack = next((info for info in case.reference.packs if info.name == claim.pack), None)
    if pack is None:
        return False
    if _of_kin(case, claim, pack) or _is_measured(case, claim, pack):
        return True
    frame = frame_of(case, claim)
    return frame is not None and names_another(frame, claim, case.reference.whole)


def _is_measured(case: Case, claim: Claim, pack: PackInfo) -> bool:
    """ "Harapan lama sekolah 14,39 tahun,": whether a unit of time, length or weight stands behind the figure of a
    measure that has none, and nothing behind the unit ("93,68 tahun lalu")."""
    measure = pack.measures.get(claim.measure)
    if measure is None or measure.unit or measure.counted_in or claim.kind != measure.kind:
        return False
    word = _UNIT.match(case.document.plain, claim.end)
    return word is not None and any(fold(word[1]) in sizes for sizes in vars(case.language.numbers.units).values())


def goes_on_of_another(case: Case, claim: Claim) -> bool:
    """ "… dalam indeks kerawanan dengan skor 46,9. Kabupaten Kupang 61,2": whether the sentence before gives its last
    figure with decimals as one of a measure that the pack of a claim has not."""
    if claim.sentence == 0:
        return False
    frame = case.frames[claim.sentence - 1]
    figures = [one for one in frame.mentions if one.number is not None and one.number.quantum < 1]
    if not figures:
        return False
    return names_another(frame, claim._replace(start=figures[-1].start, subject_span=None), case.reference.whole)


def is_elsewhere(case: Case, claim: Claim) -> bool:
    """Whether a draft contradicts the reference at most places where it gives a value for the claim's year, and at
    several: its values are of something else, of land offices or of the police, and no slips."""
    right, wrong = _told(case).get((claim.pack, claim.period), (0, 0))
    return wrong >= STRANGE and wrong > right


def is_of_longer_name(case: Case, claim: Claim) -> bool:
    """ "West Maluku", "Maluku Barat": whether a word of the compass or the like stands right at the name of the subject
    of a claim, so that it is part of a name that nobody bears."""
    span, plain = claim.subject_span, case.document.plain
    if span is None:
        return False
    words = case.language.people.governments
    behind = _BEHIND.match(plain, span.end)
    before = _BEFORE.search(plain, max(0, span.start - SHORT), span.start)
    return (behind is not None and fold(behind[1]) in words.not_before) or (
        before is not None and fold(before[1]) in words.compass
    )


def is_of_office(case: Case, claim: Claim) -> bool:
    """ "Di lingkungan Pemkab Bangka, Dinas Kesehatan mendapat 91,20", "Puskesmas yang ada di Pinrang mencatat 72,33":
    whether an office stands last in front of a figure, and nobody whose figure it would be between."""
    frame = frame_of(case, claim) if not MISSED.isdisjoint(claim.how) else None
    if frame is None or not frame.has(Tag.ENTITY_OFFICES):
        return False
    end = bisect_left(frame.mentions, claim.start, key=attrgetter("start"))
    last = max(frame.having(Tag.ENTITY_OFFICES, 0, end), default=-1)
    parted = frame.has_any((*CLAUSE_ENDS, *OF_ITSELF, f"{CUE_OF}{claim.measure}"), last, end)
    return last >= 0 and not parted and not any(last < at < end for at in frame.named)


def fits_other_figure(case: Case, claim: Claim) -> bool:
    """ "Sepuluh kuning: …, Konawe (55,64), …": whether a word of a scale is that of the figure in brackets right behind
    the name that it reaches, and that figure is not the subject's: the name or the figure is the slip, not the word."""
    frame = frame_of(case, claim)
    at = frame.subject_at(claim.subject_span) if frame is not None else -1
    if frame is None or at < 0 or not frame.has(Tag.OPEN, at + 1, at + 2) or claim.end > frame.mentions[at].start:
        return False
    number = frame.mentions[at + 2].number if at + 2 < len(frame.mentions) else None
    info = next((pack for pack in case.reference.packs if pack.name == claim.pack), None)
    measure = info.measures.get(claim.measure) if info is not None else None
    if number is None or number.quantum >= 1 or measure is None or not measure.banded_by:
        return False
    band = case.reference.band_of(measure.banded_by, claim.period, number.value, claim.pack)
    own = case.reference.facts(measure.banded_by, claim.subject, claim.period, claim.pack)
    fits = band is not None and (claim.measure, claim.value) in band.labels
    return fits and not any(fact.value == number.value for fact in own)


def times_right(case: Case, claim: Claim) -> int:
    """At how many places a draft is right in the pack and year of a claim."""
    right, _ = _told(case).get((claim.pack, claim.period), (0, 0))
    return right


def is_mostly_right(case: Case, claim: Claim) -> bool:
    """Whether a draft has so many right values of the pack of a claim, of any year, that a few figures which nothing
    explains do not show that it tells of something else; and none beside it is another than the subject's."""
    right = sum(times for (pack, _), (times, _) in _told(case).items() if pack == claim.pack)
    if right < MOSTLY * max(1, strange_figures(case)):
        return False
    beside = (one for one in case.claims.inside(claim.sentence) if one.subject == claim.subject and one.id != claim.id)
    return all(case.answer(one).verdict == "supported" for one in beside if not isinstance(one.value, str))


@lru_cache(maxsize=2)
def strange_figures(case: Case) -> int:
    """How many figures with decimals, and of no unit, a draft has that are no right value of anybody."""
    right = {claim.start for claim in case.claims if case.answer(claim).verdict == "supported"}
    figures = {number.figure.start for number in case.numbers if number.quantum < 1 and not number.unit}
    return len(figures - right)


@lru_cache(maxsize=8)
def has_own_scale(case: Case, pack: str) -> bool:
    """ "zona merah 0-55, kuning 56-88, hijau 89-110": whether a draft prints, beside a word of a scale, a step that no
    year of the pack has: it tells of offices, which are measured by another."""
    known = {(band.low, band.high) for band in case.reference.whole.steps(pack)}
    printed = (step for frame in case.frames for step in _steps_printed(frame))
    return bool(known) and any(not _is_one_of(step, known) for step in printed)


def _is_one_of(step: tuple[Decimal, Decimal], known: Collection[tuple[Decimal, Decimal]]) -> bool:
    return any(abs(step[0] - low) <= 1 and abs(step[1] - high) <= 1 for low, high in known)


def _steps_printed(frame: Frame) -> Iterator[tuple[Decimal, Decimal]]:
    """The ranges of figures that stand right beside a word of a scale."""
    for at in frame.having(SCALED):
        for low, high in ((at - 2, at - 1), (at - 3, at - 1), (at + 1, at + 2), (at + 1, at + 3)):
            if frame.spans(low, high):
                one, other = frame.mentions[low].number, frame.mentions[high].number
                if one is not None and other is not None and one.value < other.value:
                    yield one.value, other.value


@lru_cache(maxsize=2)
def _told(case: Case) -> Mapping[tuple[str, str], tuple[int, int]]:
    """At how many places a draft has the values of a pack and year right, and at how many wrong; a word told of
    several is one place, right where it is so of any; what is right in another year, or but for one slip of the
    finger, is none."""
    right: dict[tuple[str, str], set[int]] = defaultdict(set)
    wrong: dict[tuple[str, str], set[int]] = defaultdict(set)
    for claim in case.claims:
        answer = case.answer(claim)
        if kind_of(claim.kind) is not VALUE or answer.verdict not in ("supported", "contradicted"):
            continue
        if answer.verdict == "supported":
            right[claim.pack, claim.period].add(claim.start)
        elif isinstance(claim.value, str) or not (answer.periods or is_slip(case, claim)):
            wrong[claim.pack, claim.period].add(claim.start)
    places = {*right, *wrong}
    return {place: (len(right[place]), len(wrong[place] - right[place])) for place in places}


def _of_kin(case: Case, claim: Claim, pack: PackInfo) -> bool:
    """Whether the sentence names an index whose letters hold those of the pack: one of a sector is not that of all."""
    names = {word for words in pack.names.values() for word in words if word.isupper()}
    first = max(0, claim.start - LINE)
    start = max(first, case.document.plain.rfind("\n", first, claim.start) + 1)
    here = {word.strip("().,;:") for word in case.document.plain[start : claim.start].split()}
    others = {word for word in here - names if word.isalpha() and word.isupper()}
    return any(_holds_letters(other, name) for other in others for name in names)


def _holds_letters(longer: str, shorter: str) -> bool:
    """Whether a short form is another with one or two letters put in."""
    signs = iter(longer)
    return 0 < len(longer) - len(shorter) <= NEAR and all(sign in signs for sign in shorter)
