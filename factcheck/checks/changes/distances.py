"""How far apart two are by a draft: figures behind a word of distance, and the values told that they may lie between.

"Selisihnya dengan Nunukan 16,76 poin": the other one is whoever was spoken of; what the draft tells of both is enough.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import chain, combinations, islice

from factcheck.cache.patterns import compiled
from factcheck.checks.figures.told_values import Told, held, told_of, told_values
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, RUPIAH, Number
from factcheck.language.fold import alternation, fold
from factcheck.language.interval import is_round_of
from factcheck.language.language import Language
from factcheck.model import COUNTRY, Claim, number_of, year_of
from factcheck.reading.scan.frame import ENDS, FIGURES, SCALED, UNITS, Frame, places_with
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.sums.operands import is_hedged
from factcheck.reading.values.mood import demanded, is_aim_of_distance, is_supposed
from factcheck.typed import NamedTuple

BACK = 2
"""Sentences in front of a distance in which the two may be named that it lies between."""
NAMES, PAIRS = 6, 8
"""Of more names any two may be meant; so many pairs of them are no proof of a slip."""
CENTS = 1
"""Rupiah that cents cut off make."""
SHORT, FEW = 3, 4
"""A figure of so few digits misses one of many differences by chance; of so few pairs by hardly any."""
YEAR = 4
"""Digits of a year, behind which its part stands in a period."""
LARGE = 1000
"""From here on a whole number of people or votes is a distance."""
BEHIND = 24
"""Letters behind a figure in which the word that makes it a distance may stand."""


SETTLED = frozenset(("supported", "contradicted", "disputed"))
"""What is known of a figure that is no open one."""
Pair = tuple[Told, Told]


class Apart(NamedTuple):
    """Two values, the larger first, whose difference a figure misses by one slip of the finger."""

    number: Number
    one: Told
    other: Told

    @property
    def size(self) -> Decimal:
        """How far apart the two are."""
        return self.one.value - self.other.value


def missed_distances(case: Case) -> Iterator[Apart]:
    """The distances and changes of a draft that are no difference of two values it tells, of one year or of one
    subject, and one slip from that of two who are named beside them, or of one of them in two years."""
    words = _words(case.language)
    if words is None:
        return
    for frame, at in places_with(case.frames, FIGURES) if told_values(case) else ():
        number = _open_figure(case, frame, at)
        if number is not None:
            from factcheck.checks.changes.own_changes import own_pairs
            from factcheck.reading.evidence.figures.whose_figure import is_of_country

            between = _is_between(case, frame, at, words)
            pairs = _pairs(case, frame) if between else ()
            own = () if is_of_country(frame, at) or (between and _leads_on(frame, at)) else own_pairs(case, frame, at)
            apart = _missed(case, number, pairs) or _missed(case, number, own, pairs)
            if apart is not None and not (_is_known(case, frame, apart) or _is_known_change(case, frame, apart)):
                yield apart


def _leads_on(frame: Frame, at: int) -> bool:
    """ "unggul 2,4 poin atas Maluku": whether the next that stands behind a distance, but for its unit, is a name."""
    behind = next((place for place, _ in frame.bearers if place > at), -1)
    return behind > 0 and not frame.has_any((FIGURES, *ENDS), at + 1, behind)


def _is_known(case: Case, frame: Frame, apart: Apart) -> bool:
    """ "Selisihnya dengan nasional 0,77 poin, padahal pada 2022 0,75 poin": whether the reference has two values of one
    year that are just so far apart, of those named beside a distance or of one of them and the country."""
    from factcheck.checks.changes.own_changes import names_of

    claim, number = apart.one.claim, apart.number
    near = case.frames[max(0, frame.sentence.place - BACK) : frame.sentence.place + 1]
    names = dict.fromkeys([*(name for one in near for name in names_of(case, one)), COUNTRY])
    found: dict[str, list[Decimal]] = defaultdict(list)
    for name in islice(names, NAMES):
        for fact in case.reference.facts(claim.measure, name, "", claim.pack):
            if isinstance(fact.value, Decimal) and not fact.trust:
                found[fact.period].append(fact.value)
    pairs = (pair for values in found.values() for pair in combinations(values, 2))
    return any(abs(abs(one - other) - number.value) < number.quantum / 2 for one, other in pairs)


def _is_known_change(case: Case, frame: Frame, apart: Apart) -> bool:
    """ "pernah 14,47 persen pada 2021, lalu turun 1,08 poin pada 2022", told beside others: whether the reference has
    just such a change of the one subject between years that its sentence writes, or from the year before one."""
    claim, number = apart.one.claim, apart.number
    written = {int(frame.mentions[at].tags[Tag.YEAR_DIGITS]) for at in frame.having(Tag.YEAR_DIGITS)}
    years = written | {year - 1 for year in written}
    if not years or apart.other.claim.subject != claim.subject:
        return False
    facts = case.reference.facts(claim.measure, claim.subject, "", claim.pack)
    told = [one for one in facts if not one.trust and int(year_of(one.period)) in years]
    values = [(one.period[YEAR:], one.value) for one in told if isinstance(one.value, Decimal)]
    return any(
        first[0] == second[0] and abs(abs(first[1] - second[1]) - number.value) < number.quantum / 2
        for first, second in combinations(values, 2)
    )


@cache
def _words(language: Language) -> re.Pattern[str] | None:
    between = language.changes.verbs.between
    return compiled(rf"(?<![a-z])(?:{alternation(between)})(?![a-z])") if between else None


def _open_figure(case: Case, frame: Frame, at: int) -> Number | None:
    """The figure at a place that may be a distance, where nothing explains it or takes it back."""
    number = frame.mentions[at].number
    if number is None or number.form != "digits" or not _counts(frame, at, number):
        return None
    known = (case.answer(one).verdict for one in case.claims.over(*number.figure))
    if not SETTLED.isdisjoint(known):
        return None
    if any(is_aim_of_distance(frame, place) for place in frame.having(SCALED, 0, at)):
        return None  # how far it is to a step of the scale
    if is_hedged(fold(case.document.plain), number, case.language) or demanded(frame, at) or is_supposed(frame, at):
        return None
    return number


def _is_between(case: Case, frame: Frame, at: int, words: re.Pattern[str]) -> bool:
    """Whether a word of the clause of a figure makes it a distance between two."""
    number, low = frame.mentions[at], fold(case.document.plain)
    start = max((frame.mentions[one].end for tag in ENDS for one in frame.having(tag, 0, at)), default=0)
    start = max(start, frame.sentence.start, *(one.end for one in _figures(frame, at)))
    if frame.before(at, Tag.OPEN) and at > 1 and frame.mentions[at - 2].ids:
        return False  # "ahead of West Java (6.77)"
    tail = low[number.end : min(number.end + BEHIND, frame.sentence.end)].partition(",")[0]  # "with 6.85, ahead of"
    behind = number.end + len(tail)
    return bool(words.search(low, start, number.start) or words.search(low, number.end, behind))


def _figures(frame: Frame, stop: int) -> Iterator[Number]:
    """The figures in digits in front of a place: "hampir lima poin, tepatnya 4,98" goes on."""
    numbers = (frame.mentions[one].number for one in frame.having(FIGURES, 0, stop))
    return (number for number in numbers if number is not None and number.form == "digits")


def _counts(frame: Frame, at: int, number: Number) -> bool:
    """Whether a figure counts points, rupiah, or large numbers of what some measure is counted in."""
    if number.unit == RUPIAH:
        return number.quantum == 1
    pointed = frame.after(at, Tag.UNIT) and frame.mentions[at + 1].tags[Tag.UNIT] == "point"
    if number.quantum < 1:
        return pointed or not number.unit
    return not number.unit and number.value >= LARGE and frame.has(UNITS, at + 1, at + 2)


def _missed(case: Case, number: Number, pairs: Sequence[Pair], others: Sequence[Pair] | None = None) -> Apart | None:
    """Which of the pairs a figure misses by one slip; None where it is the difference of any two values of one year, or
    of one subject: for a change of those alone and of what else it may be a distance of (`others`)."""
    if not pairs:
        return None
    fitting = [one for one in told_values(case) if _counted_in(case, one.claim, number)]
    related = (pair for pair in combinations(fitting, 2) if _are_related(*pair, others is None))
    if any(_differ_by(number, one, other) for one, other in chain(related, pairs, others or ())):
        return None
    pairs = [pair for pair in pairs if all(_counted_in(case, one.claim, number) for one in pair)]
    digits = len(str(number.value).replace(".", "").lstrip("0"))
    if len(pairs) > (FEW if digits <= SHORT else PAIRS):
        return None
    from factcheck.reading.sums.mistyped import slips

    apart = [Apart(number, *sorted(pair, key=lambda one: -one.value)) for pair in pairs]
    missed = [one for one in apart if slips(number, one.size) == 1 and one.size % number.quantum == 0]
    return missed[0] if len({one.size for one in missed}) == 1 else None


def _counted_in(case: Case, claim: Claim, number: Number) -> bool:
    """Whether a value is counted in what a distance counts."""
    from factcheck.checks.wording import measure_of

    measure = measure_of(case, claim.pack, claim.measure)
    if measure is None:
        return False
    if number.quantum >= 1:
        return (measure.unit == RUPIAH) == (number.unit == RUPIAH) and number_of(claim) > number.value
    return measure.unit != RUPIAH and (number.unit != PERCENT or measure.unit == PERCENT)


def _are_related(one: Told, other: Told, of_a_year: bool) -> bool:
    same = one.claim.subject == other.claim.subject
    return same or (of_a_year and bool(one.period) and one.period == other.period)


def _differ_by(number: Number, one: Told, other: Told) -> bool:
    """Whether two values, as they are written or should be, are as far apart as a figure says, rounded as printed: the
    difference of two numbers of people that are rounded themselves ("23,85 juta") may be off by one of its last."""
    rough = number.quantum if number.quantum >= LARGE else 0
    for apart in (one.value - other.value, number_of(one.claim) - number_of(other.claim)):
        off = abs(abs(apart) - number.value)
        if (
            off < number.quantum
            or off <= rough
            or (number.unit == RUPIAH and off <= CENTS)
            or is_round_of(number.value, abs(apart))
        ):
            return True
    return False


def _pairs(case: Case, frame: Frame) -> Sequence[Pair]:
    """The values of two who are told of beside a distance, of one year: of those its sentence names where they are
    two and more; else of the one and of each who is told of near before it, or of any two of these."""
    from factcheck.checks.changes.own_changes import names_of

    told = told_of(case)
    own = names_of(case, frame)
    if frame.has(Tag.RANK_NATIONAL):
        own = list(dict.fromkeys([*own, COUNTRY]))
    if not any(name in told for name in own):
        own = ()
    before = [case.frames[at] for at in range(max(0, frame.sentence.place - BACK), frame.sentence.place)]
    near = [name for one in before if one.sentence.block == frame.sentence.block for name in names_of(case, one)]
    if len(own) > 1:
        names = list(combinations(own, 2))
    else:
        others = [name for name in dict.fromkeys(near) if name in told and name not in own]
        names = [(own[0], other) for other in others] if own else list(combinations(others, 2))
    if len(names) > NAMES:
        return ()
    return [pair for first, second in names for pair in _of_a_year(case, first, second)]


def _of_a_year(case: Case, first: str, second: str) -> Iterator[Pair]:
    """The values of two of one measure and year, of which the draft tells one at least, and the reference the other."""
    told = told_of(case)
    for name, another in ((first, second), (second, first)):
        for one in told.get(name, ()):
            others = told.get(another) or (held(case, another, one, one.period) if one.period else ())
            for other in others:
                if one.period and (one.period, one.claim.measure) == (other.period, other.claim.measure):
                    yield (one, other)
