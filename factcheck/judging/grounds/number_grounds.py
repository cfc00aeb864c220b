"""On what ground a contradicted figure may be flagged."""

from __future__ import annotations

from decimal import Decimal

from factcheck.judging.answers.as_printed import rounded_to
from factcheck.judging.case import Case, frame_of
from factcheck.judging.grounds.ground import Ground
from factcheck.judging.in_lists import in_list, is_of_list
from factcheck.judging.other_owner import bearers
from factcheck.judging.something_else import is_of_office, of_another_measure
from factcheck.judging.vouching import (
    AMOUNT,
    ENOUGH,
    NEAR,
    digits_of,
    digits_printed,
    is_cut_short,
    is_named,
    is_right_elsewhere,
    is_slip,
    is_written,
    right_beside,
    siblings,
)
from factcheck.language.figures import PERCENT
from factcheck.language.interval import last_digit
from factcheck.model import COUNTRY, Claim, How, number_of
from factcheck.reading.scan.frame import FIGURES, SCALED
from factcheck.reading.scan.mentions import Tag
from factcheck.reference.packs.info import FIRST, SECOND

LONG = 3
"""So many digits tell something."""
TELLING = 4
"""So many digits are hardly two neighbours'."""
BEHIND = 12
"""Letters between a figure and the year behind it that is its own: "dari 64,41 pada 2022"."""
BASE = 5
"""Mentions between the word for what a change began with and the figure: "dari", a measure, a year, a bracket."""
HEAD, SHORT = 3, 40
"""So many sentences above a name alone may stand in a line of so many letters that heads others."""
NEARLY = Decimal("0.2")
LARGE, THOUSANDS = 100_000, 1000
"""From here on a figure is large, and its noughts are what it is cut off at."""


def of_number(case: Case, claim: Claim) -> Ground | None:
    """The surest ground of a contradicted figure; None where there is none."""
    if of_another_measure(case, claim) or _is_cut_off(case, claim) or _is_edge(case, claim):
        return None
    if _is_of_part_of_year(case, claim) or is_of_office(case, claim) or _is_of_some(case, claim):
        return None
    if is_slip(case, claim) and (digits_printed(claim) >= LONG or is_written(claim) or _is_short_slip(case, claim)):
        return None if _is_guessed(case, claim) else Ground.SLIP
    if (is_named(claim) and siblings(case, claim) >= ENOUGH and in_list(case, claim)) or is_of_list(case, claim):
        return None if _is_reckoned(case, claim) else Ground.PARALLEL
    if _on_base(case, claim) or _of_right_amounts(case, claim):
        return Ground.SUM
    if (is_named(claim) and digits_of(claim) >= AMOUNT and _of_another(case, claim)) or _of_neighbour(case, claim):
        return Ground.CLAUSE
    # "menuntut revisi menjadi Rp5,89 juta": whoever rounds tells no row of a table; and what is right elsewhere makes
    # this one of something else
    if is_right_elsewhere(case, claim) or digits_printed(claim) < TELLING or _is_base(case, claim):
        return None
    written = is_written(claim) or (digits_of(claim) >= AMOUNT and _of_only_one(case, claim))
    return Ground.WRITTEN if written and not _counts_people(case, claim) else None


def _is_of_some(case: Case, claim: Claim) -> bool:
    """ "IMDI Papua 40,46. Untuk laki-laki 43,29": whether a figure of an index is told of some of the people."""
    frame = frame_of(case, claim)
    if frame is None or not frame.has(Tag.COUNT_PEOPLE):
        return False
    from factcheck.reading.evidence.rates.of_part import is_of_part

    return is_of_part(frame, claim.start, claim.measure)


def _is_edge(case: Case, claim: Claim) -> bool:
    """ "kurang 2,37 poin untuk menyentuh angka 81, batas bawah zona hijau", "zona merah, yang berakhir di 53,99":
    whether a figure is where a step of the scale begins or ends, and its sentence has a word of that scale."""
    value, frame = number_of(claim), frame_of(case, claim)
    if frame is None or not frame.has(SCALED):
        return False
    return any(value in (step.low, step.high) for step in case.reference.steps(claim.pack))


def _is_cut_off(case: Case, claim: Claim) -> bool:
    """Whether a large figure is a fact cut off or rounded where its noughts begin ("829,000", "3,9 juta"), or to whole
    ones, as its sen may have been."""
    facts = [fact.value for fact in case.answer(claim).facts if isinstance(fact.value, Decimal)]
    value = number_of(claim)
    if is_cut_short(case, claim):
        return True
    if not facts or value < LARGE:
        return False
    step = max(last_digit(value), rounded_to(claim))
    if step >= THOUSANDS:
        return any(abs(fact - value) < step for fact in facts)
    return any(abs(fact - value) < 1 and (_is_whole(fact) or _is_whole(value)) for fact in facts)


def _is_whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _counts_people(case: Case, claim: Claim) -> bool:
    """Whether people are counted, and no slip of the finger is seen: two offices count them two ways."""
    measures = (info.measures for info in case.reference.packs if info.name == claim.pack)
    return any(one[claim.measure].counted_in for one in measures if claim.measure in one)


def _is_of_part_of_year(case: Case, claim: Claim) -> bool:
    """Whether a number of what is counted is told of a part of its year; asked where something is counted."""
    if not _counts_people(case, claim):
        return False
    from factcheck.judging.part_of_year import is_of_part_of_year

    return is_of_part_of_year(case, claim)


def _is_short_slip(case: Case, claim: Claim) -> bool:
    """ "Sikka memiliki 31 kecamatan" of its 21: whether a number of two digits of what a region is divided into was
    read for nothing but what it misses by a slip, as those beside it show."""
    return How.SUBJECT_OF_MISPRINT in claim.how and _counts_people(case, claim)


def _is_guessed(case: Case, claim: Claim) -> bool:
    """ "BPS Sulawesi Selatan: TPT 4,19 persen", taken for a slip of the country's 4,91: whether a figure of few digits
    was given to somebody whom no sentence near by names, where
    others are named: for it misses what the reference has of them by a slip."""
    if How.SUBJECT_OF_MISPRINT not in claim.how or digits_printed(claim) >= TELLING:
        return False
    near = case.frames[max(0, claim.sentence - NEAR) : claim.sentence + 1]
    if _counts_people(case, claim) and number_of(claim) < LARGE:  # as who is asked for it only where all are meant
        return False
    if claim.subject == COUNTRY and any(frame.has(Tag.RANK_NATIONAL) for frame in near):
        return False
    if any(claim.subject in mention.ids for frame in near for mention in frame.mentions):
        return False
    if claim.subject == COUNTRY and _is_told_of_country(case, claim):
        return False
    named = (one for frame in case.frames[: claim.sentence + 1] for mention in frame.mentions for one in mention.ids)
    return any(case.reference.level_of(one) in (FIRST, SECOND) for one in named)


def _is_told_of_country(case: Case, claim: Claim) -> bool:
    """Whether a draft has another right figure of the country, and in front of a claim names no region but in its
    dateline, or in a headline the highest or lowest of them: "Angka Kemiskinan Papua Tertinggi"."""
    for frame in case.frames[: claim.sentence + 1]:
        ranked = frame.sentence.voice == "headline" and frame.has(Tag.EXTREME)
        roles = {role for mention, role in zip(frame.mentions, frame.roles, strict=True) if mention.ids}
        if not ranked and roles - {"dateline"}:
            return False
    told = (one for one in case.claims.of(COUNTRY) if one.id != claim.id and isinstance(one.value, Decimal))
    return any(case.answer(one).verdict == "supported" for one in told)


def _is_base(case: Case, claim: Claim) -> bool:
    """ "Pada 2021 naik 3,54 persen dari … tahun ini (Rp1.704.607)": whether a figure is what a change began with, and
    its year is written in front of the word for that."""
    frame = frame_of(case, claim)
    at = frame.ending(claim.end, FIGURES) if frame is not None else -1
    if frame is None or at < 0:
        return False
    bases = [place for tag in (Tag.BIND_FROM, Tag.BIND_COMPARE) for place in frame.having(tag, max(0, at - BASE), at)]
    year = claim.period_span
    if not bases or year is None or not frame.plain[year.start : year.end].isdigit():
        return bool(bases)
    return year.start < frame.mentions[max(bases)].start or year.start - claim.end > BEHIND


def _of_only_one(case: Case, claim: Claim) -> bool:
    """ "Gubernur DIY menetapkan untuk 2026 sebesar Rp2.570.909": the year is written, and nobody but the subject is
    named in the sentence, in front of the figure, or at the head of the lines that it is one of."""
    frame = frame_of(case, claim)
    if frame is None or claim.period_span is None:
        return False
    named = [mention for mention in frame.mentions if mention.ids]
    if not named:
        return _heads_lines(case, claim)
    return any(one.end <= claim.start for one in named) and all(claim.subject in one.ids for one in named)


def _heads_lines(case: Case, claim: Claim) -> bool:
    """Whether a short line a few lines above names the subject of a claim and nobody else does since."""
    for frame in case.frames[max(0, claim.sentence - HEAD) : claim.sentence][::-1]:
        named = frame.having(Tag.ENTITY)
        if named:
            short = frame.sentence.end - frame.sentence.start <= SHORT
            return short and len(named) == 1 and claim.subject in frame.mentions[named[0]].ids
    return False


def _on_base(case: Case, claim: Claim) -> bool:
    """ "naik 8,05 persen dari Rp2.238.094": the figure of the year before is right and stands in the sentence, and
    nothing else there is of this year; and the figure is near enough to what it should be to be meant for it."""
    facts = case.answer(claim).facts
    if not claim.period.isdigit() or not facts or not isinstance(facts[0].value, Decimal) or not facts[0].value:
        return False
    before = str(int(claim.period) - 1)
    own = [other for other in right_beside(case, claim) if (other.measure, other.kind) == (claim.measure, claim.kind)]
    near = abs(number_of(claim) / facts[0].value - 1) < NEARLY
    return near and any(one.period == before for one in own) and not any(one.period == claim.period for one in own)


def _of_right_amounts(case: Case, claim: Claim) -> bool:
    """ "naik 9,8 persen, dari Rp2.915.000 menjadi Rp3.179.565": a rate beside an amount that is right, which is neither
    the one the reference has nor one that its amounts give, from the year before or from any earlier one."""
    if is_named(claim) or not claim.period.isdigit() or not _is_rate(case, claim):
        return False
    beside = [
        other for other in right_beside(case, claim) if other.pack == claim.pack and other.measure != claim.measure
    ]
    near = (claim.period, str(int(claim.period) - 1))
    if not any(other.period in near or other.kind == "difference" for other in beside):
        return False
    amounts = [fact for other in beside for fact in case.reference.facts(other.measure, claim.subject, "", claim.pack)]
    later = [fact.value for fact in amounts if fact.period == claim.period and isinstance(fact.value, Decimal)]
    earlier = [fact.value for fact in amounts if fact.period < claim.period and isinstance(fact.value, Decimal)]
    return bool(earlier) and not any(_is_printed(claim, 100 * (one / base - 1)) for one in later for base in earlier)


def _is_rate(case: Case, claim: Claim) -> bool:
    return any(number.figure.start == claim.start and number.unit == PERCENT for number in case.numbers)


def _is_printed(claim: Claim, exact: Decimal) -> bool:
    """Whether a rate is what another rounds to, or is cut off to."""
    step = Decimal(1).scaleb(-_decimals(claim))
    return abs(number_of(claim) - exact) <= step


def _decimals(claim: Claim) -> int:
    exponent = number_of(claim).as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _of_another(case: Case, claim: Claim) -> bool:
    """Whether a figure too long for chance is that of one other, and in the same year."""
    return len({fact.entity for fact in bearers(case, claim)}) == 1


def _of_neighbour(case: Case, claim: Claim) -> bool:
    """ "Kabupaten Banggai Kepulauan dengan 97,22", which is Banggai Laut's: whether a figure of four digits is that of
    one other of the same province: of one whom the draft does not name and whose name begins alike; or, in a headline
    over the right figure, of one to whom the text gives it."""
    own = case.reference.entities.get(claim.subject)
    if own is None or not TELLING <= digits_of(claim) < AMOUNT or own.parent == COUNTRY:
        return False
    near = [
        case.reference.entities[fact.entity] for fact in bearers(case, claim) if fact.entity in case.reference.entities
    ]
    others = {one.id: one for one in near if one.parent == own.parent}
    if len(others) != 1 or claim.subject in others:
        return False
    other = next(iter(others.values()))
    if other.id in case.claims.subjects:
        return is_named(claim) and _in_head_of_another(case, claim, other.id)
    return _first_name(other.name) == _first_name(own.name) and (is_named(claim) or _is_ranked_beside(case, claim))


def _in_head_of_another(case: Case, claim: Claim, other: str) -> bool:
    """ "Rejang Lebong Kantongi 93,76" over "Rejang Lebong 93,07" and "Lebong 93,76": whether a headline that does not
    name another has the figure that the text gives to that one, and to its own subject the right one."""
    frame = frame_of(case, claim)
    if claim.voice != "headline" or frame is None or any(other in mention.ids for mention in frame.mentions):
        return False
    told = (one for one in case.claims.of(other) if (one.measure, one.value) == (claim.measure, claim.value))
    return is_right_elsewhere(case, claim) and any(case.answer(one).verdict == "supported" for one in told)


def _is_ranked_beside(case: Case, claim: Claim) -> bool:
    """ "Solok Selatan, kategori B. Nilainya 90,49, posisi 19": whether the subject of the sentence before has its right
    rank of that year beside a figure."""
    if How.SUBJECT_OF_SENTENCE_BEFORE not in claim.how:
        return False
    return any(one.kind == "rank" and one.period == claim.period for one in right_beside(case, claim))


def _first_name(name: str) -> str:
    """The first word of a region's name behind that for its kind."""
    return (name.split()[1:2] or [""])[0]


def _is_reckoned(case: Case, claim: Claim) -> bool:
    """ "Rp5.690.752 → Rp5.992.931 (naik Rp302.179)": whether an amount is a right one beside it with the rise told
    there: it is what the draft reckons with, and may be what another source has."""
    if number_of(claim) < LARGE:
        return False
    beside = [one for one in case.claims.inside(claim.sentence) if one.subject == claim.subject and one.id != claim.id]
    bases = [
        number_of(one)
        for one in beside
        if one.measure == claim.measure and one.kind == claim.kind and case.answer(one).verdict == "supported"
    ]
    sizes = {number_of(one) for one in beside if one.kind == "difference"}
    return any(abs(number_of(claim) - base) in sizes for base in bases)
