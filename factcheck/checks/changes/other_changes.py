"""Changes that miss their subject's figures and are right: a mean, a rounding, another's, one beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from factcheck.checks.changes.gaps_told import NO_SCORE
from factcheck.judging.answers.as_printed import decimals_printed
from factcheck.judging.case import Case, frame_at
from factcheck.judging.vouching import digits_of, spoken_years
from factcheck.language.figures import PERCENT
from factcheck.language.interval import is_round_of, is_rounded
from factcheck.model import COUNTRY, Claim, number_of
from factcheck.reading.evidence.explained.known_facts import MONEY
from factcheck.reading.evidence.figures.whose_figure import is_of_country
from factcheck.reading.scan.frame import ENDS, FIGURES
from factcheck.reading.scan.mentions import Tag

REACH, FEW = 160, 4
"""Letters in front of a change, and figures among them, that may be what it lies between."""
WIDE = 25
"""A hedged figure may be anything within a twenty-fifth of it and more."""
EXACT = 3
"""So many digits of a change are hardly two neighbours'."""
BEFORE = 5
"""Sentences in front of a change that may name the two whom it lies between."""


def is_vague(case: Case, claim: Claim) -> bool:
    """ "nyaris tiga puluh poin", "still more than four points", of whom the sentence does not name."""
    if claim.subject_span is not None:
        return False
    if claim.low is None or claim.high is None or case.text(claim).isalpha():
        return case.text(claim).isalpha()
    return (claim.high - claim.low) * WIDE >= number_of(claim)


def is_told_finer(case: Case, claim: Claim) -> bool:
    """ "Tambah 41 Poin dalam Tiga Tahun" over "menambah 41,02 poin": whether the draft tells a right change of the same
    subject that a change rounds."""
    right = _right_changes(case).get((claim.subject, claim.measure), ())
    return any(is_rounded(claim.value, one) or is_round_of(claim.value, one) for one in right)


def is_mean(case: Case, claim: Claim) -> bool:
    """ "Rata-rata kenaikan per tahun Rp141.149": whether a word for a mean leads to a change in its clause."""
    from factcheck.judging.case import frame_of

    frame = frame_of(case, claim)
    at = frame.ending(claim.end, FIGURES) if frame is not None else -1
    means = frame.having(Tag.BIND_AVERAGE, 0, at) if frame is not None and at > 0 else ()
    return frame is not None and bool(means) and not frame.has_any((*ENDS, FIGURES), means[-1], at)


@lru_cache(maxsize=2)
def _right_changes(case: Case) -> Mapping[tuple[str, str], Collection[Decimal]]:
    """The sizes of the right changes of each subject."""
    found: dict[tuple[str, str], dict[Decimal, None]] = defaultdict(dict)
    for claim in case.claims:
        if claim.kind == "difference" and case.answer(claim).verdict == "supported":
            found[claim.subject, claim.measure][number_of(claim)] = None
    return found


def lies_between(case: Case, claim: Claim) -> bool:
    """ "Selisih tersempit dengan peringkat kedua 0,41": whether a change of whom its sentence does not name is just how
    far two of those named near by lie apart in a year spoken of, by the reference."""
    if claim.subject_span is not None or claim.measure in NO_SCORE or not case.frames:
        return False
    near = case.frames[max(0, claim.sentence - BEFORE) : claim.sentence + 1]
    names = sorted({claim.subject, *(ids[0] for frame in near for _, ids in frame.bearers)})
    for year in spoken_years(case):
        facts = (case.reference.facts(claim.measure, name, year, claim.pack)[:1] for name in names)
        values = [number_of(fact) for found in facts for fact in found if isinstance(fact.value, Decimal)]
        if any(claim.states(abs(one - other)) for one, other in combinations(values, 2)):
            return True
    return False


def is_of_another(case: Case, claim: Claim) -> bool:
    """ "hanya tiga yang menyusut: provinsi (2,79 poin), Tebo (4,29)": of whom the sentence does not name, and just what
    the figures of somebody else in the draft differ by; in brackets, or told so exactly that it is no chance."""
    if (claim.subject != COUNTRY and _is_national(case, claim)) or _is_of_bare_region(case, claim):
        return True
    bracketed = case.document.plain[claim.start - 1 : claim.start] == "("
    if not (bracketed or digits_of(claim) >= EXACT) or claim.subject_span is not None or claim.measure in NO_SCORE:
        return False
    return bool(_sizes(case, claim.measure).get(number_of(claim), frozenset()) - {claim.subject})


def _is_of_bare_region(case: Case, claim: Claim) -> bool:
    """ "Bintan berkurang 1,34, dan provinsi turun 1,54": whether a word for a kind of region alone, no number in front,
    stands between the name that a change was read of and the word for it, behind a comma or "dan"."""
    from factcheck.judging.case import frame_of

    frame, name = frame_of(case, claim), claim.subject_span
    at = frame.ending(claim.end, FIGURES) if frame is not None else -1
    if frame is None or name is None or at < 0:
        return False
    groups = (one for one in frame.having(Tag.GROUP, 1, at) if frame.mentions[one].start > name.end)
    return any(
        frame.after(one, Tag.CHANGE) and frame.mentions[one - 1].tags.keys() & {Tag.COMMA, Tag.BIND_AND}
        for one in groups
    )


def _is_national(case: Case, claim: Claim) -> bool:
    """Whether the country is spoken of between the figure before and a change."""
    from factcheck.judging.case import frame_of

    frame = frame_of(case, claim)
    at = frame.ending(claim.end, FIGURES) if frame is not None else -1
    return frame is not None and at >= 0 and is_of_country(frame, at)


@lru_cache(maxsize=8)
def _sizes(case: Case, measure: str) -> Mapping[Decimal, frozenset[str]]:
    """By how much the figures of a draft differ from year to year, with those whose they are."""
    found: dict[Decimal, set[str]] = defaultdict(set)
    for subject in case.claims.subjects:
        for change in case.claims.changes(subject, measure):
            found[change.size].add(subject)
    return {size: frozenset(subjects) for size, subjects in found.items()}


def between_figures(case: Case, claim: Claim) -> bool:
    """Whether two figures right in front of it, or in its sentence, differ by just so much, whosesoever they are:
    "78,63. Tahun 2018 angkanya 67,99, jadi ada tambahan 10,64", "naik 0,81 dari 91,35"; or, in per cent, by just such a
    part of one: "dari Rp3.385.145 menjadi Rp3.657.527, bertambah 8,05 persen"."""
    end = frame_at(case, claim.start).sentence.end if case.frames else claim.end
    near = (one for one in case.numbers if claim.start - REACH < one.start < end and one.figure.start != claim.start)
    told = [one for one in near if one.quantum < 1 or one.value >= MONEY]
    before = [one.value for one in told if one.start < claim.start][-FEW:]
    pairs = list(combinations([*before, *(one.value for one in told if one.start > claim.start)][: FEW + 2], 2))
    if any(abs(one - other) == claim.value for one, other in pairs):
        return True
    step = Decimal(1).scaleb(-decimals_printed(claim))
    rates = (abs(100 * (other - one) / one) for one, other in pairs if one) if _is_rate(case, claim) else ()
    return any(abs(rate - number_of(claim)) < step for rate in rates)


def _is_rate(case: Case, claim: Claim) -> bool:
    return any(one.figure.start == claim.start and one.unit == PERCENT for one in case.numbers)
