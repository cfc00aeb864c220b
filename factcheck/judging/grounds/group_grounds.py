"""On what ground a contradicted count may be flagged."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.judging.answers.as_printed import is_near
from factcheck.judging.answers.count_answers import counted
from factcheck.judging.case import Case, frame_of
from factcheck.judging.grounds.counted_elsewhere import (
    is_of_counted_year,
    is_of_group_beside,
    is_of_others_than,
    is_of_some_counted,
    is_of_unknown_place,
    is_of_untold_country,
    is_said_loosely,
    is_some_of_all,
    is_sum_above,
    is_told_again,
    is_told_of_year_beside,
)
from factcheck.judging.grounds.ground import Ground
from factcheck.judging.vouching import (
    ENOUGH,
    counted_beside,
    digits_of,
    is_shown,
    is_slip,
)
from factcheck.language.figures import PERCENT
from factcheck.model import COUNTRY, Claim, Fact, How, Value, number_of
from factcheck.reading.scan.frame import FIGURES, SCALED
from factcheck.reading.scan.mentions import Tag
from factcheck.reference.ask import computed
from factcheck.reference.packs.info import SECOND

EXACT = Decimal("0.005")
"""How near the size of a group that a count and its share give is to one that is told."""
BRACKET = 3
"""Letters between a count and its share in brackets."""
REST = 4
"""Mentions behind a count in which it is told to be of some only."""
FEW = 3
"""Words and mentions behind a number within which it says of whom it is."""
PAIR = 2
"""Right figures of a measure that show that it is told of."""
BEYOND = 10
"""A count so many times too large is one of something else."""


def _is_share_of_more(case: Case, claim: Claim) -> bool:
    """ "14 (2.39 percent) are low": whether the share right behind a count makes it one of a group of another size that
    the draft tells."""
    behind = case.document.plain[claim.end : claim.end + BRACKET]
    share = _shares(case).get(claim.end + behind.find("(") + 1) if "(" in behind else None
    if not share:
        return False
    whole = 100 * number_of(claim) / share
    facts = case.reference.counts(claim.subject, claim.period, claim.pack)
    sizes = {fact.value for fact in facts if (fact.group, fact.condition) == (claim.group, "assessed")}
    told = _told(case)
    near = told[bisect_left(told, whole * (1 - EXACT)) : bisect_right(told, whole * (1 + EXACT))]
    return any(number > number_of(claim) and number not in sizes for number in near)


def is_of_all(case: Case, claim: Claim) -> bool:
    """ "2 dari 17 kabupaten/kota di Sumatera Selatan": whether a count is of all that there are, or were in its year,
    however many were assessed; all but one, where one region of the country was left out and it is not said where."""
    if claim.condition != "assessed" or not claim.group:
        return False
    told = (claim.group, claim.subject, claim.period, claim.pack)
    size, now = len(case.reference.members(*told)), len(case.reference.members(claim.group, claim.subject))
    lacking = number_of(claim) == size - 1 and computed.may_lack_one(case.reference, *told)
    return number_of(claim) in (size, now) or (lacking and case.answer(claim).facts[0].note == computed.COUNTED)


@lru_cache(maxsize=2)
def _shares(case: Case) -> Mapping[int, Decimal]:
    """The percentages of a draft by where they begin."""
    return {number.start: number.value for number in case.numbers if number.unit == PERCENT}


@lru_cache(maxsize=2)
def _told(case: Case) -> Sequence[Decimal]:
    """The whole numbers of a draft, each once, in order."""
    return sorted({number.value for number in case.numbers if number.quantum == 1 and not number.unit})


def _is_of_some_told(case: Case, claim: Claim) -> bool:
    """ "Empat sudah hijau. Dua nama lain ialah …", "dua daerah yang tadinya merah itu", "dua di antara 12 itu",
    "urutan 18 dari 34 dan melampaui": whether a number is of those left, of what was before, of those of whom was told,
    or a place in an order."""
    frame = frame_of(case, claim)
    at = frame.ending(claim.end, Tag.NUMBER) if frame is not None else -1
    if frame is None or at < 0:
        return False
    others = [frame.mentions[one] for one in frame.having(Tag.COUNT_OTHER, at)]
    near = frame.plain[claim.end : others[0].end].split() if others else []
    word = next(iter(frame.having(SCALED, at)), at)
    past = frame.has(Tag.MOOD_PAST, at, word) and not frame.has(Tag.COMMA, at, word)
    told = frame.after(at, Tag.ENTITY_SELF) and frame.close(at, at + 1, 1)
    ranked = frame.before(at, Tag.RANK_CUE) and ":" in claim.condition
    alone = not frame.having(SCALED) and not computed.is_side(claim.condition)
    return told or past or ranked or (alone and 0 < len(near) < FEW)


def of_count(case: Case, claim: Claim) -> Ground | None:
    """The surest ground of a contradicted count; None where there is none."""
    values = [fact.value for fact in case.answer(claim).facts if isinstance(fact.value, Decimal)]
    few = digits_of(claim) == 1 and values and all(value > BEYOND * FEW * number_of(claim) for value in values)
    if few or all(number_of(claim) > BEYOND * value for value in values) or _is_of_some_told(case, claim):
        return None  # "37.357 orang": of something else; "dua dari tiga instansi hijau" of 494
    if computed.is_move(claim.condition):
        return Ground.SLIP if _is_slip_of_told(case, claim) else None
    if computed.is_side(claim.condition):
        return Ground.SUM if _is_of_bound_told(case, claim) and _is_slip_or_of_rates(case, claim) else None
    if is_of_another(case, claim):
        return None
    near = is_near(claim, case.answer(claim).facts) or _is_beyond_all(case, claim)
    if counted_beside(case, claim) >= ENOUGH:
        return (Ground.SLIP if near else None) if is_slip(case, claim) else Ground.PARALLEL
    if not near or _is_of_another_year(case, claim):
        return None
    if is_slip(case, claim) and claim.group and digits_of(claim) > 1 and not _next_to(case, claim):
        return Ground.SLIP
    written = claim.period_span is not None and case.document.plain[slice(*claim.period_span)].isdigit()
    exact = claim.low == claim.high and digits_of(claim) > 1
    return Ground.WRITTEN if written and exact and claim.group and ":" in claim.condition else None


def is_of_another(case: Case, claim: Claim) -> bool:
    """Whether a contradicted count is of others than those that the reference counts, or of another time."""
    others = (_is_of_others, _is_right_in_another_scale, _is_told_anew, _counts_slip)
    elsewhere = (
        is_told_again,
        is_of_group_beside,
        is_some_of_all,
        is_sum_above,
        is_of_unknown_place,
        is_of_untold_country,
        is_said_loosely,
        is_of_counted_year,
        is_of_others_than,
        is_told_of_year_beside,
        is_of_some_counted,
    )
    return any(other(case, claim) for other in (*others, *elsewhere))


def _is_beyond_all(case: Case, claim: Claim) -> bool:
    """ "49 provinsi berada di zona hijau", of 38: whether more of a kind are counted than there are."""
    frame = frame_of(case, claim)
    at = frame.ending(claim.end, Tag.NUMBER) if frame is not None else -1
    if frame is None or at < 0 or not claim.group or not frame.after(at, Tag.GROUP, 1):
        return False
    members = case.reference.members(claim.group, claim.subject)
    return bool(members) and number_of(claim) > len(members)


def _counts_slip(case: Case, claim: Claim) -> bool:
    """Whether it is the word that so many bear which is wrong, and not how many they are."""
    if ":" not in claim.condition:
        return False
    from factcheck.judging.grounds.word_grounds import counts_slipped_word

    return counts_slipped_word(case, claim)


def _is_told_anew(case: Case, claim: Claim) -> bool:
    """ "Awal tahun ada empat di zona kuning, namun sekarang hanya ada dua di zona kuning": whether the sentence has the
    right number of the same behind a count whose year is not its own, which is of another time then."""
    told = _last_counts(case).get((claim.sentence, claim.condition, claim.subject, claim.period), {})
    return any(told.get(fact.value, 0) > claim.start for fact in case.answer(claim).facts)


@lru_cache(maxsize=2)
def _last_counts(case: Case) -> Mapping[tuple[int, str, str, str], Mapping[Value, int]]:
    """Where each number of a sentence stands last that counts the same of the same in one year."""
    found: dict[tuple[int, str, str, str], dict[Value, int]] = defaultdict(dict)
    for claim in case.claims:
        if claim.kind == "count" and claim.condition:
            found[claim.sentence, claim.condition, claim.subject, claim.period][number_of(claim)] = claim.start
    return found


def _is_of_others(case: Case, claim: Claim) -> bool:
    """Whether more, or fewer, are counted than those that the reference counts."""
    if _is_share_of_more(case, claim) or is_of_all(case, claim) or _are_named(case, claim):
        return True
    return _is_some_more(case, claim) or _is_of_both_kinds(case, claim) or _is_a_part(case, claim)


def _is_slip_of_told(case: Case, claim: Claim) -> bool:
    """Whether a number of two digits and more misses the right one by one slip, in a draft that has several right
    figures of its measure and year: what rose may be told of other tables."""
    measure = claim.condition.partition(":")[0]
    own = (one for one in case.claims if (one.measure, one.period) == (measure, claim.period))
    right = sum(case.answer(one).verdict == "supported" for one in own)
    return is_slip(case, claim) and digits_of(claim) > 1 and right >= PAIR


def _is_of_bound_told(case: Case, claim: Claim) -> bool:
    """Whether the draft has the right figure of the country that so many are above or below, or for a bound that is
    told two right figures of the measure, in no other year of which the number would be right."""
    if case.answer(claim).periods:
        return False
    measure, _, word = claim.condition.partition(":")
    of = case.claims if " " in word else case.claims.of(COUNTRY)
    own = (one for one in of if (one.measure, one.period) == (measure, claim.period))
    right = sum(case.answer(one).verdict == "supported" for one in own)
    return right >= (PAIR if " " in word else 1)


def _is_slip_or_of_rates(case: Case, claim: Claim) -> bool:
    """Whether a count misses the right one by a slip in two digits and more, or is told of the country's figure, or of
    a bound that is a rate, and no bare number."""
    if " " not in claim.condition or (is_slip(case, claim) and digits_of(claim) > 1):
        return True
    measures = next((info.measures for info in case.reference.packs if info.name == claim.pack), {})
    measure = measures.get(claim.condition.partition(":")[0])
    return measure is not None and bool(measure.unit)


def _is_of_another_year(case: Case, claim: Claim) -> bool:
    """Whether a count that has its year from the article is right in another one, or no figure of the draft is of
    that year."""
    if How.YEAR_OF_ARTICLE not in claim.how:
        return False
    return bool(case.answer(claim).periods) or not is_shown(case, claim.period)


def _is_of_both_kinds(case: Case, claim: Claim) -> bool:
    """ "empat kabupaten yang kuning", three regencies and a city: whether a count is that of all regions of the level
    of those that are counted."""
    if ":" not in claim.condition or case.reference.level(claim.group) != SECOND:
        return False
    both = computed.groups_of(case.reference, "")[:1]
    facts = (fact for group in both for fact in counted(claim._replace(group=group), claim.condition, case.reference))
    return any(claim.states(fact.value) for fact in facts)


def _is_some_more(case: Case, claim: Claim) -> bool:
    """ "4 kabupaten lain di zona hijau": whether a count is of others than those told before, and not just of those who
    bear the other word ("tiga belas kualitas tertinggi. Sebelas lainnya kualitas tinggi")."""
    frame = frame_of(case, claim)
    at = frame.ending(claim.end, FIGURES) if frame is not None else -1
    others = frame is not None and at >= 0 and any(frame.after(one, Tag.COUNT_OTHER) for one in (at, at + 1))
    return others and not _follows_other_word(case, claim)


def _follows_other_word(case: Case, claim: Claim) -> bool:
    """Whether the count right in front of one is right, of the same group and year, and of another word of its scale,
    and the draft counts nobody else of its own word."""
    measure, _, word = claim.condition.partition(":")
    near = (one for at in (claim.sentence - 1, claim.sentence) for one in case.claims.inside(at))
    before = [one for one in near if one.kind == "count" and one.start < claim.start]
    told = (claim.period, claim.condition)
    own = [one for one in case.claims.of(claim.subject) if (one.period, one.condition) == told]
    if not word or not before or len(own) > 1:
        return False
    last = max(before, key=lambda one: one.start)
    same = (last.subject, last.period, last.pack, last.group) == (claim.subject, claim.period, claim.pack, claim.group)
    return same and last.condition.startswith(f"{measure}:") and case.answer(last).verdict == "supported"


def _is_a_part(case: Case, claim: Claim) -> bool:
    """ "Dua Daerah Hijau Pekat, Sepuluh Hijau Muda", of twelve greens: whether a count and the others of the same in
    its sentence make what the reference has."""
    same = _counted_together(case)[_counted_as(claim)]
    return len(same) > 1 and any(fact.value == sum(same) for fact in case.answer(claim).facts[:1])


def _is_right_in_another_scale(case: Case, claim: Claim) -> bool:
    """ "16 Kabupaten Masuk Kepatuhan Tinggi" over "16 kabupaten di zona hijau": whether a count is that of another
    scale's word, which the draft tells of the same region and year."""
    scale, _, word = claim.condition.partition(":")
    told = _right_scales(case).get((claim.subject, claim.value, claim.period, claim.pack), frozenset())
    return bool(word) and bool(told - {scale})


@lru_cache(maxsize=2)
def _right_scales(case: Case) -> Mapping[tuple[str, Value, str, str], frozenset[str]]:
    """By region, number, year and pack the scales of which a draft counts some word rightly."""
    found: dict[tuple[str, Value, str, str], set[str]] = defaultdict(set)
    for claim in case.claims:
        scale, _, word = claim.condition.partition(":")
        if claim.kind == "count" and word and case.answer(claim).verdict == "supported":
            found[claim.subject, claim.value, claim.period, claim.pack].add(scale)
    return {told: frozenset(scales) for told, scales in found.items()}


def _counted_as(claim: Claim) -> tuple[int, str, str, str]:
    return claim.sentence, claim.condition, claim.subject, claim.period


@lru_cache(maxsize=2)
def _counted_together(case: Case) -> Mapping[tuple[int, str, str, str], Sequence[Decimal]]:
    """The counts of one sentence that count the same."""
    found: dict[tuple[int, str, str, str], list[Decimal]] = defaultdict(list)
    for claim in case.claims:
        if claim.kind == "count" and len(found[_counted_as(claim)]) < ENOUGH:
            found[_counted_as(claim)].append(number_of(claim))
    return found


def named_here(case: Case, claim: Claim) -> Fact | None:
    """ "Lima hijau: Sekadau 85,10, Sintang, Mempawah dan Kapuas Hulu": what the reference counts, where the draft names
    just as many and no way to count them, with the province where it may bear the word or without, gives its number."""
    if ":" not in claim.condition or claim.subject in ("", COUNTRY) or _is_rest(case, claim):
        return None
    shown = _shown(case).get((claim.period, claim.pack), frozenset())
    for fact in case.answer(claim).facts:
        named = {one: case.reference.kind_of(one) for one in bearers(case, claim, fact.group) & shown}
        local = len(named.keys() - {claim.subject})
        ways = {local, local + (claim.subject in shown and _may_bear(case, claim)), *Counter(named.values()).values()}
        near = abs(number_of(fact) - number_of(claim)) <= 1
        if near and fact.value == len(named) and number_of(claim) not in ways:
            return fact
    return None


def _may_bear(case: Case, claim: Claim) -> bool:
    """Whether the region in which a count is made may bear the word itself: the reference has none other of it."""
    measure, _, word = claim.condition.partition(":")
    facts = case.reference.facts(measure, claim.subject, claim.period, claim.pack)
    return not facts or facts[0].value == word


def _are_named(case: Case, claim: Claim) -> bool:
    """ "Sepuluh daerah menerima rapor hijau" over a list of ten of the twelve greens: those whom the draft names."""
    if ":" not in claim.condition or claim.subject in ("", COUNTRY):
        return False
    shown = _shown(case).get((claim.period, claim.pack), frozenset())
    facts = case.answer(claim).facts
    named = bearers(case, claim, facts[0].group) & shown if facts else set()
    return number_of(claim) > ENOUGH and number_of(claim) in (len(named), len(named - {claim.subject}))


def bearers(case: Case, claim: Claim, group: str) -> frozenset[str]:
    """Who of a group bears the word of a scale that is counted, in the year of the count."""
    return computed.bearers(case.reference, claim.condition, group, claim.subject, claim.period, claim.pack)


def _is_rest(case: Case, claim: Claim) -> bool:
    """ "tujuh lainnya", "dua di antaranya": of some of them only."""
    if is_of_some_counted(case, claim):
        return True
    frame = frame_of(case, claim)
    at = frame.ending(claim.end, FIGURES) if frame is not None else -1
    return frame is None or at < 0 or frame.has(Tag.COUNT_PART, at - 2, at + REST)


@lru_cache(maxsize=2)
def _shown(case: Case) -> Mapping[tuple[str, str], frozenset[str]]:
    """By year and pack those of whom the draft tells something right."""
    shown: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in case.claims:
        if case.answer(claim).verdict == "supported" and claim.kind != "count":
            shown[claim.period, claim.pack].add(claim.subject)
    return {key: frozenset(subjects) for key, subjects in shown.items()}


def _next_to(case: Case, claim: Claim) -> bool:
    """Whether a count is off by one: one more or less is often another way of counting."""
    facts = case.answer(claim).facts
    return any(isinstance(fact.value, Decimal) and abs(fact.value - number_of(claim)) <= 1 for fact in facts)
