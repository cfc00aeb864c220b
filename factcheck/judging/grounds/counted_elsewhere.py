"""Counts that are right of another group, which the text names or counts beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.cache.once import once
from factcheck.judging.answers.count_answers import counted
from factcheck.judging.case import Case, frame_of
from factcheck.judging.vouching import digits_of
from factcheck.model import COUNTRY, Claim, How, Value, number_of
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import Tag

TELLING, BACK, NEAR = 2, 6, 4
"""Digits of a number that is no other's by chance; sentences in front of a count in which it is told; mentions."""


def is_told_again(case: Case, claim: Claim) -> bool:
    """ "Pada 2021 merah 92 … dalam tiga tahun yang merah berkurang dari 92 ke 23": whether the draft tells the same
    number rightly, of a larger group, a few sentences before or in the same; or below a headline that says in words of
    its own what so many are ("10 Daerah di Lampung Patuh")."""
    if digits_of(claim) < TELLING:
        return False
    told = _right_counts(case).get(claim.value, ())
    if ":" not in claim.condition:
        frame = frame_of(case, claim)
        return bool(told) and frame is not None and frame.sentence.voice == "headline"
    first = bisect_left(told, claim.sentence - BACK)
    return first < len(told) and told[first] <= claim.sentence


def counts_another_word(case: Case, number: Value) -> bool:
    """ "A dua, B sepuluh … '10 daerah hijau'": whether a draft tells rightly that so many bear a word."""
    return number in _right_counts(case)


@lru_cache(maxsize=2)
def _right_counts(case: Case) -> Mapping[Value, Sequence[int]]:
    """The sentences that tell each number rightly of a word, in order; asked for a claim that is not right."""
    found: dict[Value, list[int]] = defaultdict(list)
    for one in case.claims:
        if one.kind == "count" and ":" in one.condition and case.answer(one).verdict == "supported":
            found[one.value].append(one.sentence)
    return {value: sorted(places) for value, places in found.items()}


def is_some_of_all(case: Case, claim: Claim) -> bool:
    """ "Di Indonesia ada 38 provinsi, dan yang mengumumkan baru 32 provinsi": whether the sentence of a number of all
    tells in front of it how many there are."""
    if claim.condition != "assessed":
        return False
    values = _sizes_told(case).get((claim.sentence, claim.group, claim.subject), {})
    more = (fact.value for fact in case.answer(claim).facts if number_of(fact) > number_of(claim))
    return any(values.get(value, claim.start) < claim.start for value in more)


@lru_cache(maxsize=2)
def _sizes_told(case: Case) -> Mapping[tuple[int, str, str], Mapping[Value, int]]:
    """Where the numbers of all of a group stand first, by their sentence, group and region."""
    found: dict[tuple[int, str, str], dict[Value, int]] = defaultdict(dict)
    for one in case.claims:
        if one.kind == "count" and one.condition == "assessed":
            found[one.sentence, one.group, one.subject].setdefault(one.value, one.start)
    return found


def is_of_group_beside(case: Case, claim: Claim) -> bool:
    """ "lembaga 11 dari 14, provinsi 28 dari 34": whether another group stands right in front of a number of all, of
    which just so many were assessed."""
    frame = frame_of(case, claim) if claim.condition == "assessed" else None
    at = frame.ending(claim.end, FIGURES) if frame is not None else -1
    if frame is None or at < 0:
        return False
    groups = {frame.mentions[one].tags[Tag.GROUP] for one in frame.having(Tag.GROUP, max(0, at - NEAR), at)}
    sized = (claim._replace(group=group) for group in groups - {claim.group, ""})
    return any(fact.value == claim.value for one in sized for fact in counted(one, "assessed", case.reference))


def is_sum_above(case: Case, claim: Claim) -> bool:
    """ "| Semua | 461 |" below "| Provinsi | 28 |", "| Kota | 94 |", "| Kabupaten | 339 |": whether a number in a row
    of a table is the sum of those of its word and year in the rows above it."""
    above: list[Decimal] = []
    for place in range(claim.sentence, -1, -1):
        if case.frames[place].sentence.kind != "row":
            break
        told = case.claims.inside(place) if place < claim.sentence else ()
        slot = claim.condition, claim.period
        above += [number_of(one) for one in told if one.kind == "count" and (one.condition, one.period) == slot]
    return len(above) > 1 and sum(above) == number_of(claim)


def is_of_unknown_place(case: Case, claim: Claim) -> bool:
    """ "empat dari lima pemda di pulau ini", "tiga kabupaten di Flores", "13 kabupaten sepulau Jawa", "lima kabupaten
    Pulau Nias": whether a number is of those in a part of a region that no pack knows, which stands right behind the
    group: no more than the region has."""
    if any(number_of(fact) < number_of(claim) for fact in case.answer(claim).facts):
        return False
    frame = frame_of(case, claim)
    at = frame.ending(claim.end, FIGURES) if frame is not None else -1
    if frame is None or at < 0 or not frame.after(at, Tag.GROUP):
        return False
    if not (frame.after(at + 1, Tag.ENTITY_PLACES) or frame.after(at + 1, Tag.ENTITY_VENUES)):
        return False
    leads, behind = frame.mentions[at + 2], frame.mentions[at + 3] if at + 3 < len(frame.mentions) else None
    if behind is None or behind.ids:
        return False
    this = Tag.ENTITY_VENUES in behind.tags and frame.after(at + 3, Tag.ENTITY_SELF) and frame.close(at + 2, at + 3)
    return this or frame.plain[leads.end : behind.start].strip()[:1].isupper()


def is_said_loosely(case: Case, claim: Claim) -> bool:
    """ "18 Pemda Disebut Berkualitas Tinggi", who all have "kualitas tertinggi": whether just so many bear the word of
    the scale that has the one of a count in it."""
    scale, _, word = claim.condition.partition(":")
    pack = next((known for known in case.reference.packs if known.name == claim.pack), None)
    measure = pack.measures.get(scale) if pack is not None and word else None
    if measure is None or digits_of(claim) < TELLING:
        return False
    stronger = (other for other in measure.values if other != word and word in other)
    told = (fact for other in stronger for fact in counted(claim, f"{scale}:{other}", case.reference))
    return any(fact.value == claim.value for fact in told)


def is_of_counted_year(case: Case, claim: Claim) -> bool:
    """ "Tahun berikutnya dua belas kabupaten/kota dinilai dengan cara baru": whether a number of all that were assessed
    is of a year that is only counted from another."""
    return claim.condition == "assessed" and How.COUNTED_YEAR in claim.how


def is_of_untold_country(case: Case, claim: Claim) -> bool:
    """ "11 kuning (termasuk provinsi, 61,48) dan tiga merah", "That makes three green, one yellow": whether a number of
    one digit under a word was taken for one of the country because no other region was found for it: its sentence and
    the one before neither speak of the country nor of a group."""
    if claim.subject != COUNTRY or digits_of(claim) >= TELLING or ":" not in claim.condition:
        return False
    frame = frame_of(case, claim)
    before = case.frames[claim.sentence - 1] if claim.sentence else frame
    return frame is not None and before is not None and not _tells_among(frame, before)


@once
def _tells_among(frame: Frame, before: Frame) -> bool:
    """Whether a sentence has a word for a group, and not only in "termasuk provinsi", or it or the one before speaks of
    the country."""
    if any(not frame.before(at, Tag.BIND_OPENER) for at in frame.having(Tag.GROUP)):
        return True
    near = (frame, before)
    return any(one.has(Tag.RANK_NATIONAL) or any(COUNTRY in ids for _, ids in one.bearers) for one in near)


def is_of_others_than(case: Case, claim: Claim) -> bool:
    """ "Dari 93 yang tidak hijau, 70 kuning": whether a number of all is of those who bear a word not."""
    frame = frame_of(case, claim) if claim.condition == "assessed" else None
    at = frame.ending(claim.end, FIGURES) if frame is not None else -1
    if frame is None or at < 0:
        return False
    denied = frame.having(Tag.MOOD_NEGATION, at + 1, at + NEAR)
    return any(frame.has(SCALED, one + 1, one + NEAR) and not frame.has(Tag.COMMA, at, one) for one in denied)


def is_told_of_year_beside(case: Case, claim: Claim) -> bool:
    """ "494 are green, against 414 in 2023 and 179 in 2021": whether the year of a count stands behind another of the
    same in its sentence, which is right in that year."""
    year = claim.period_span
    if year is None or ":" not in claim.condition:
        return False
    told = _right_places(case).get((claim.sentence, claim.condition, claim.subject, claim.period), ())
    first = bisect_left(told, claim.end)
    return first < len(told) and told[first] < year.start


@lru_cache(maxsize=2)
def _right_places(case: Case) -> Mapping[tuple[int, str, str, str], Sequence[int]]:
    """Where the right counts of a sentence stand, in order, by what they count of whom in which year."""
    found: dict[tuple[int, str, str, str], list[int]] = defaultdict(list)
    for one in case.claims:
        if one.kind == "count" and ":" in one.condition and case.answer(one).verdict == "supported":
            found[one.sentence, one.condition, one.subject, one.period].append(one.start)
    return {told: sorted(places) for told, places in found.items()}


def is_of_some_counted(case: Case, claim: Claim) -> bool:
    """ "Dari lima kabupaten/kota di Lombok, tiga B dan dua C": whether a count has in front of it the number of those
    among whom it is made, who are not all, and nobody knows who they are."""
    wholes = _wholes(case).get(claim.sentence, ()) if ":" in claim.condition else ()
    before = bisect_left(wholes, claim.start, key=lambda one: one.start) - 1
    if before < 0 or number_of(wholes[before]) < number_of(claim):
        return False
    frame = frame_of(case, wholes[before])
    led = frame is not None and frame.before(frame.ending(wholes[before].end, FIGURES), Tag.RANK_AMONG)
    verdict = case.answer(wholes[before]).verdict
    return led and (verdict == "unverifiable" or is_of_unknown_place(case, wholes[before]))


@lru_cache(maxsize=2)
def _wholes(case: Case) -> Mapping[int, Sequence[Claim]]:
    """The numbers of all of a group that are not right as such, by their sentence in order."""
    found: dict[int, list[Claim]] = defaultdict(list)
    for one in case.claims:
        if one.kind == "count" and one.condition == "assessed" and case.answer(one).verdict != "supported":
            found[one.sentence].append(one)
    return {sentence: sorted(wholes, key=lambda one: one.start) for sentence, wholes in found.items()}
