"""On what ground a contradicted claim may be flagged: one of six, or none and it is only listed.

A reading can be wrong however sure the grammar is of it. So a contradiction alone is no alarm: something beside the
claim has to say that its slot was meant (docs/reading.md, "Grounds").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from factcheck.judging.case import Case
from factcheck.judging.judge import misses
from factcheck.model import Claim, year_of
from factcheck.reading.claim_kinds import VALUE, kind_of
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reference.ask.reference import Reference

NEAR = 2
"""Sentences to both sides in which a right claim vouches for a slot."""
ENOUGH = 2
"""So many right claims beside it make a slot a parallel one."""
ABOVE = 250
"""Letters that a year may stand above what it is said of."""
LONG = 3
"""So many digits tell something."""
AMOUNT = 6
"""So many digits are no other's by chance."""
BETWEEN = (
    Tag.GROUP,
    Tag.CHANGE,
    Tag.BIND_LEAVE,
    Tag.BIND_OUT,
    Tag.BIND_FROM,
    Tag.MOOD_PAST,
    Tag.STOP,
    Tag.SEMICOLON,
    Tag.BIND_CLAUSE,
)
"""What parts a word from the name in front of it."""
LEFT = (Tag.BIND_LEAVE, Tag.BIND_OUT)
MANY = 3
"""So many of whom one word is said tell what it should be."""
NEARLY = Decimal("0.2")
BEYOND = 10
"""A count so many times too large is one of something else."""
LISTED = "item"
"""The condition of a rank that is the printed number of a list: only the list itself can break it."""


class Ground(StrEnum):
    """The six grounds for an alarm, the surest first."""

    SLIP = "slip"
    """(a) A figure that nothing explains is one slip of the finger from what should stand in its slot."""
    PARALLEL = "parallel"
    """(b) Its slot is parallel to two or more right ones: in a list, in brackets, in a column."""
    SWAPPED = "swapped"
    """(c) Two right figures changed places."""
    CLAUSE = "clause"
    """(d) What explains it is of another year or region than its own clause names."""
    SUM = "sum"
    """(e) Arithmetic, the scale or the calendar, whose other members are right or written out."""
    WRITTEN = "written"
    """(f) Measure, subject, year and value are all written in one clause."""


def ground(case: Case, claim: Claim) -> Ground | None:
    """The surest ground on which a contradicted claim may be flagged; None where it may only be listed."""
    if claim.kind == "rank":
        return _of_rank(case, claim)
    if claim.kind == "count":
        return _of_count(case, claim)
    return _of_number(case, claim) if isinstance(claim.value, Decimal) else _of_word(case, claim)


def severity(found: Ground) -> str:
    """error, but for what only its own words vouch for: that is a warning."""
    return "warning" if found is Ground.WRITTEN else "error"


def is_slip(case: Case, claim: Claim) -> bool:
    """Whether the figure is the right one but for one slip of the finger."""
    return any(misses(claim, fact) for fact in case.answer(claim).facts)


# ------------------------------------------------------------------ by kind


def _of_number(case: Case, claim: Claim) -> Ground | None:
    if is_slip(case, claim) and (_digits(claim) >= LONG or _written(claim)):
        return Ground.SLIP
    if _named(claim) and _siblings(case, claim) >= ENOUGH and _in_list(case, claim):
        return Ground.PARALLEL
    if _on_base(case, claim) or _of_right_amounts(case, claim):
        return Ground.SUM
    if _named(claim) and _digits(claim) >= AMOUNT and _of_another(case, claim):
        return Ground.CLAUSE
    if _said_otherwise(case, claim) or _of_kin(case, claim):
        return None
    return Ground.WRITTEN if _written(claim) and _digits(claim) >= LONG else None


def _of_word(case: Case, claim: Claim) -> Ground | None:
    if not _on_scale(case, claim) or _left(case, claim):
        return None
    if not _named(claim):
        return Ground.SUM if _hangs(case, claim, near=_carried_from(case, claim)) else None
    if _hangs(case, claim, near=NEAR):
        return Ground.SUM
    if _siblings(case, claim) >= ENOUGH and (
        claim.period_span is not None or _headed(claim) or _shown(case, claim.period)
    ):
        return Ground.PARALLEL
    if _in_unison(case, claim):
        return Ground.PARALLEL
    return Ground.WRITTEN if claim.period_span is not None or _headed(claim) or _never(case, claim) else None


def _on_scale(case: Case, claim: Claim) -> bool:
    """Whether anybody bore the word in that year: "predikat tertinggi" is no step of the scale of 2018."""
    return str(claim.value) in _steps(case.reference, claim.measure, claim.period, claim.pack)


@lru_cache(maxsize=64)
def _steps(reference: Reference, measure: str, period: str, pack: str) -> frozenset[str]:
    return frozenset(str(fact.value) for fact in reference.facts_of(measure, period, pack))


def _left(case: Case, claim: Claim) -> bool:
    """ "keluar dari rapor merah": what somebody was, and nobody says when."""
    frame = _frame(case, claim)
    at = _word(frame, claim) if frame is not None else -1
    return frame is not None and frame.has_any(LEFT, max(0, at - NEAR - 1), at)


def _frame(case: Case, claim: Claim) -> Frame | None:
    frames = case.frames
    known = claim.sentence < len(frames) and frames[claim.sentence].sentence.place == claim.sentence
    return frames[claim.sentence] if known else None


def _word(frame: Frame, claim: Claim) -> int:
    """Where the word of a claim stands among the mentions of its sentence; -1 where it does not."""
    return next((at for at in frame.having(SCALED) if frame.mentions[at].end == claim.end), -1)


def _in_unison(case: Case, claim: Claim) -> bool:
    """Whether a word is said of three or more at once, and the reference has one other word of nearly all of them in
    that year, and this one in no other: "Daerah zona hijau itu Nias, …", who were all red."""
    cohort = _cohorts(case)[claim.end, claim.measure, claim.period]
    if len(cohort) < MANY:
        return False
    known = Counter(str(fact.value) for one in cohort for fact in case.answer(one).facts[:1])
    word, times = known.most_common(1)[0] if known else ("", 0)
    elsewhere = sum(bool(case.answer(one).periods) for one in cohort)
    return word != str(claim.value) and 4 * times >= 3 * len(cohort) and 4 * elsewhere < 3 * len(cohort)


def _never(case: Case, claim: Claim) -> bool:
    """Whether a word told right behind the name of its subject was never its in a year that the draft speaks of."""
    frame = _frame(case, claim)
    if frame is None or not _told_of(frame, claim):
        return False
    mine = case.reference.facts(claim.measure, claim.subject, "", claim.pack)
    known = {str(fact.value) for fact in mine if year_of(fact.period) in spoken_years(case)}
    return bool(known) and str(claim.value) not in known


@lru_cache(maxsize=2)
def _cohorts(case: Case) -> Mapping[tuple[int, str, str], Sequence[Claim]]:
    """The claims of all whom one word is said of, by where it ends, its measure and the year."""
    found: dict[tuple[int, str, str], list[Claim]] = defaultdict(list)
    for claim in case.claims:
        if isinstance(claim.value, str) and claim.measure:
            found[claim.end, claim.measure, claim.period].append(claim)
    return found


def _told_of(frame: Frame, claim: Claim) -> bool:
    """Whether nothing but what says that it is so stands between a name and the word behind it: no group counted
    ("Five North Maluku districts in red zone"), no figure, nothing that is left ("keluar dari rapor merah")."""
    span = claim.subject_span
    at = next((at for at in frame.subjects() if span and frame.mentions[at].start == span.start), -1)
    word = _word(frame, claim)
    if at < 0 or word < at or frame.has(Tag.GROUP, max(0, at - 2), at) or frame.names_between(at + 1, word):
        return False
    return not any(one.number is not None or one.tags.keys() & set(BETWEEN) for one in frame.mentions[at + 1 : word])


@lru_cache(maxsize=2)
def spoken_years(case: Case) -> frozenset[str]:
    """The years that the draft speaks of."""
    written = {
        frame.mentions[at].tags[Tag.YEAR_DIGITS] for frame in case.frames for at in frame.having(Tag.YEAR_DIGITS)
    }
    return frozenset(written | {year_of(claim.period) for claim in case.claims})


def _carried_from(case: Case, claim: Claim) -> int:
    """How far a right figure may stand from a word that nobody is named for: in the sentence before where the word
    opens no name of an event ("Penganugerahan Predikat Kepatuhan Tinggi"), its own names nobody ("Satu-satunya yang
    hijau Gorontalo Utara") and the year is not written otherwise."""
    plain = case.document.plain
    before = plain[max(0, claim.start - 40) : claim.start].rstrip(' "*_').rpartition(" ")[2]
    titled = before[:1].isupper() and plain[claim.start : claim.start + 1].isupper()
    others = any(other.subject_span and other.subject != claim.subject for other in case.claims.inside(claim.sentence))
    return 0 if titled or others or claim.voice == "headline" or claim.period_span is not None else 1


def _of_rank(case: Case, claim: Claim) -> Ground | None:
    facts = case.answer(claim).facts
    certain = bool(claim.of and any(fact.of == claim.of for fact in facts)) or bool(claim.scope)
    if certain and is_slip(case, claim) and _digits(claim) > 1:
        return Ground.SLIP
    if claim.condition == LISTED:
        return None
    if _siblings(case, claim) >= ENOUGH:
        return Ground.PARALLEL
    if _in_own_order(case, claim):
        return None
    beside = _hangs(case, claim, near=0)
    return Ground.WRITTEN if certain and (beside or _named(claim)) else None


def _of_count(case: Case, claim: Claim) -> Ground | None:
    if all(_value(claim) > BEYOND * fact.value for fact in case.answer(claim).facts if isinstance(fact.value, Decimal)):
        return None  # "37.357 orang": of something else
    if _counted_beside(case, claim) >= ENOUGH:
        return Ground.SLIP if is_slip(case, claim) else Ground.PARALLEL
    if is_slip(case, claim) and claim.group and _digits(claim) > 1 and not _next_to(case, claim):
        return Ground.SLIP
    written = claim.period_span is not None and case.document.plain[slice(*claim.period_span)].isdigit()
    exact = claim.low == claim.high and _digits(claim) > 1
    return Ground.WRITTEN if written and exact and claim.group and ":" in claim.condition else None


def _next_to(case: Case, claim: Claim) -> bool:
    """Whether a count is off by one: one more or less is often another way of counting."""
    facts = case.answer(claim).facts
    return any(isinstance(fact.value, Decimal) and abs(fact.value - _value(claim)) <= 1 for fact in facts)


def _in_own_order(case: Case, claim: Claim) -> bool:
    """Whether the rank is that of its figure among those of its kind that the draft itself gives: of an island, of
    those named here."""
    kind = _kind(case, claim.subject)
    figures = {
        other.subject: _value(other)
        for other in case.claims
        if other.period == claim.period
        and other.pack == claim.pack
        and _kind(case, other.subject) == kind
        and isinstance(other.value, Decimal)
        and kind_of(other.kind) is VALUE
    }
    own = figures.get(claim.subject)
    if own is None or len(figures) < ENOUGH:
        return False
    above = sum(value > own for value in figures.values())
    return claim.value in (above + 1, len(figures) - above)


def _kind(case: Case, entity: str) -> str:
    record = case.reference.entities.get(entity)
    return record.kind if record is not None else ""


def _value(claim: Claim) -> Decimal:
    return claim.value if isinstance(claim.value, Decimal) else Decimal(0)


# ------------------------------------------------------------------ what vouches


def _on_base(case: Case, claim: Claim) -> bool:
    """ "naik 8,05 persen dari Rp2.238.094": the figure of the year before is right and stands in the sentence, and
    nothing else there is of this year; and the figure is near enough to what it should be to be meant for it."""
    facts = case.answer(claim).facts
    if not claim.period.isdigit() or not facts or not isinstance(facts[0].value, Decimal) or not facts[0].value:
        return False
    before = str(int(claim.period) - 1)
    own = [
        other
        for other in _right(case, claim, 0)
        if (other.subject, other.measure, other.kind) == (claim.subject, claim.measure, claim.kind)
    ]
    near = abs(_value(claim) / facts[0].value - 1) < NEARLY
    return near and any(one.period == before for one in own) and not any(one.period == claim.period for one in own)


def _of_right_amounts(case: Case, claim: Claim) -> bool:
    """ "naik 9,8 persen, dari Rp2.915.000 menjadi Rp3.179.565": a rate beside an amount that is right, which is neither
    the one the reference has nor one that its amounts give, from the year before or from any earlier one."""
    if _named(claim) or not claim.period.isdigit() or not _is_rate(case, claim):
        return False
    beside = [
        other
        for other in _right(case, claim, 0)
        if other.subject == claim.subject and other.pack == claim.pack and other.measure != claim.measure
    ]
    if not any(other.period == claim.period or other.kind == "difference" for other in beside):
        return False
    amounts = [fact for other in beside for fact in case.reference.facts(other.measure, claim.subject, "", claim.pack)]
    later = [fact.value for fact in amounts if fact.period == claim.period and isinstance(fact.value, Decimal)]
    earlier = [fact.value for fact in amounts if fact.period < claim.period and isinstance(fact.value, Decimal)]
    return bool(earlier) and not any(_is_printed(claim, 100 * (one / base - 1)) for one in later for base in earlier)


def _is_rate(case: Case, claim: Claim) -> bool:
    return any(number.figure.start == claim.start and number.unit == "percent" for number in case.numbers)


def _is_printed(claim: Claim, exact: Decimal) -> bool:
    """Whether a rate is what another rounds to, or is cut off to."""
    step = Decimal(1).scaleb(-_decimals(claim))
    return abs(_value(claim) - exact) <= step


def _decimals(claim: Claim) -> int:
    exponent = _value(claim).as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _of_another(case: Case, claim: Claim) -> bool:
    """Whether a figure too long for chance is that of one other, and in the same year."""
    everybody = case.reference.facts_of(claim.measure, claim.period, claim.pack)
    return len({fact.entity for fact in everybody if fact.value == claim.value}) == 1


def _said_otherwise(case: Case, claim: Claim) -> bool:
    """Whether the draft gives the right figure for the slot elsewhere: this one is then of something else."""
    return any(
        (other.measure, other.kind) == (claim.measure, claim.kind)
        and other.id != claim.id
        and case.answer(other).verdict == "supported"
        for other in case.claims.about(claim.subject, claim.period)
    )


def _of_kin(case: Case, claim: Claim) -> bool:
    """Whether the sentence names an index whose letters hold those of the pack: one of a sector is not that of all."""
    pack = next((info for info in case.reference.packs if info.name == claim.pack), None)
    if pack is None:
        return False
    names = {word for words in pack.names.values() for word in words if word.isupper()}
    start = case.document.plain.rfind("\n", 0, claim.start) + 1
    here = {word.strip("().,;:") for word in case.document.plain[start : claim.start].split()}
    others = {word for word in here - names if word.isalpha() and word.isupper()}
    return any(_holds_letters(other, name) for other in others for name in names)


def _holds_letters(longer: str, shorter: str) -> bool:
    """Whether a short form is another with one or two letters put in."""
    signs = iter(longer)
    return 0 < len(longer) - len(shorter) <= NEAR and all(sign in signs for sign in shorter)


def _shown(case: Case, period: str) -> bool:
    """Whether any right figure of the draft is of the year."""
    return any(
        claim.period == period and isinstance(claim.value, Decimal) and case.answer(claim).verdict == "supported"
        for claim in case.claims
    )


def _named(claim: Claim) -> bool:
    """Whether the subject is written in the sentence as the one the claim is about."""
    return claim.subject_span is not None and not any(part.is_subject for part in claim.how)


def _written(claim: Claim) -> bool:
    return _named(claim) and claim.period_span is not None


def _headed(claim: Claim) -> bool:
    """Whether the year stands not far above: "Hasil tahun 2023:" over a list or a table."""
    origin = claim.period_origin
    return origin is not None and 0 <= claim.start - origin.end <= ABOVE


def _hangs(case: Case, claim: Claim, near: int) -> bool:
    """Whether a right figure of the same subject and year stands in the sentence, or so many sentences from it."""
    return any(
        other.subject == claim.subject and other.period == claim.period and isinstance(other.value, Decimal)
        for other in _right(case, claim, near)
        if kind_of(other.kind) is VALUE
    )


def _siblings(case: Case, claim: Claim) -> int:
    """How many right claims of the same measure and year about others stand beside it."""
    return sum(
        other.measure == claim.measure and other.kind == claim.kind and other.period == claim.period
        for other in _right(case, claim, 1)
        if other.subject != claim.subject
    )


def _counted_beside(case: Case, claim: Claim) -> int:
    """How many right counts of the same region and year stand beside it; one of the same scale counts for two."""
    return sum(
        1 + (":" in claim.condition and other.condition.partition(":")[0] == claim.condition.partition(":")[0])
        for other in _right(case, claim, 1)
        if other.kind == "count" and (other.subject, other.period) == (claim.subject, claim.period)
    )


def _right(case: Case, claim: Claim, near: int) -> Iterator[Claim]:
    for place in range(claim.sentence - near, claim.sentence + near + 1):
        for other in case.claims.inside(place):
            if other.id != claim.id and case.answer(other).verdict == "supported":
                yield other


def _in_list(case: Case, claim: Claim) -> bool:
    """Whether the figure stands in an item, a row, or in brackets right behind its name."""
    plain = case.document.plain
    span = claim.subject_span
    if span is None or span.end > claim.start:
        return False
    between = plain[span.end : claim.start].replace("Rp", "").strip(" .")
    return between in ("(", ":", "=", "-", "–", "|", ",", "", ": (", "dengan", "with")


def _digits(claim: Claim) -> int:
    return sum(sign.isdigit() for sign in str(claim.value).lstrip("0."))
