"""A step of a scale that is explained with another bound, or another word, than the scale has.

Wrong: Dalam penilaian kepatuhan Ombudsman 2023, kategori A 88-100, B 78-87,99, C 54-77,79, dan D 32-53,99.
Right: Dalam penilaian kepatuhan Ombudsman 2023, kategori A 88-100, B 78-87,99, C 54-77,99, dan D 32-53,99.
Why: two other steps that the draft prints are those of one scale of the reference, and this one has one bound of a
    further step of it while the other is a slip of the finger away, or reaches into one of those. Whole numbers stand
    for the bounds beside them (81 for 80,01). A scale that differs otherwise may be another one, and nothing is said.
    So it is where of two words in front of a right step one is its own and the other another step's ("kualitas
    tertinggi kategori B 78-87,99"), and where the words behind, or in front of, all other right steps are theirs.
Silence: `wrong-band` under `ignore` in the configuration, or `[sic]` behind the figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.checks.declare import rule
from factcheck.checks.subject_needs import ranged
from factcheck.judging.case import Case
from factcheck.judging.grounds.ground import Ground
from factcheck.language.figures import Number
from factcheck.messages import Message, message
from factcheck.model import Band, Evidence, Finding, Span, Suggestion
from factcheck.reading.evidence.explained.one_slip import one_slip
from factcheck.reading.evidence.words.words_of_scales import Word, words_in
from factcheck.reading.scan.frame import FIGURES, SCALED, with_tag
from factcheck.typed import NamedTuple

RULE = "wrong-band"
PARALLEL = 2
"""So many steps that are right make it this scale that the draft explains."""
EDGE = Decimal("0.011")
"""Nearer than this are the end of a step and the beginning of the next."""


class Step(NamedTuple):
    """The two bounds of a step as a draft prints them, the lower one first, and the words of scales in front of it and
    behind it, as far as the next step."""

    low: Number
    high: Number
    front: Sequence[Word] = ()
    back: Sequence[Word] = ()


@rule(RULE, "error", after="off-scale", needs=ranged, ground=Ground.PARALLEL)
def check(case: Case) -> Iterator[Finding]:
    """A finding at each bound that is a slip away from that of its scale, and at each word of another step."""
    steps = _upward(list(_steps(case)))
    if len(steps) <= PARALLEL:
        return
    scales = _scales(case)
    strange = [step for step in steps if not any(_is_step(step, band) for scale in scales for band in scale)]
    told: set[int] = set()
    for scale in scales:
        right = [(step, band) for band in scale for step in steps if _is_step(step, band)]
        bands = {band for _, band in right}
        if len(bands) < PARALLEL:
            continue
        others = [band for band in scale if band not in bands]
        overlaps = [step for step in strange if _overlaps(step, [one for one, _ in right])]
        for finding in (*_slips(case, strange, others, overlaps), *_misnamed(case, right)):
            if finding.start not in told:
                told.add(finding.start)
                yield finding


def _steps(case: Case) -> Iterator[Step]:
    """The ranges of figures as the draft prints them."""
    packs = frozenset(pack.name for pack in case.reference.packs)
    for frame in with_tag(case.frames, FIGURES):
        words = words_in(frame, packs) if frame.has(SCALED) else ()
        figures = frame.having(FIGURES)
        around = zip((-1, *figures), pairwise(figures), (*figures[2:], len(frame.mentions)), strict=False)
        for before, (one, other), behind in around:
            low, high = frame.mentions[one].number, frame.mentions[other].number
            if low is not None and high is not None and frame.spans(one, other):
                front = _nearest(reversed([word for word in words if before < word.at < one]))
                back = _nearest(word for word in words if other < word.at < behind)
                yield Step(low, high, front, back)


def _upward(steps: Sequence[Step]) -> Sequence[Step]:
    """The steps with the lower bound first: each as it is printed, "88,00 sampai 87,99" too, where most are told from
    below; turned where most are told from above."""
    above = sum(step.low.value > step.high.value for step in steps)
    return [step._replace(low=step.high, high=step.low) for step in steps] if 2 * above > len(steps) else steps


def _nearest(words: Iterable[Word]) -> list[Word]:
    """The first word of each scale: "54 sampai 77,99 kategori C, dan di bawah itu D atau E"."""
    found: dict[str, Word] = {}
    for word in words:
        found.setdefault(word.measure, word)
    return list(found.values())


def _scales(case: Case) -> Sequence[Sequence[Band]]:
    """The scales of the open packs, each by the first year in which it holds."""
    found: Mapping[tuple[str, str, str], list[Band]] = defaultdict(list)
    for pack in case.reference.packs:
        for band in case.reference.steps(pack.name):
            found[band.pack, band.measure, band.first].append(band)
    return list(found.values())


def _is_step(step: Step, band: Band) -> bool:
    return _is_bound(step.low, band.low) and _is_bound(step.high, band.high)


def _is_bound(number: Number, bound: Decimal) -> bool:
    """Whether a figure stands for a bound: as it is printed, as the whole number beside it, or as the edge that two
    steps share ("kuning 51-80,99, hijau 80,99-100")."""
    return abs(number.value - bound) < max(number.quantum, EDGE)


def _overlaps(step: Step, others: Sequence[Step]) -> bool:
    """ "kuning 51-80,99 … merah 0-55,9": whether a step ends by one and more within another that is right, or begins
    there; one that holds another whole is of a coarser scale."""
    low, high = step.low.value, step.high.value
    return any(
        one.low.value + 1 <= high < one.high.value or one.low.value < low <= one.high.value - 1 for one in others
    )


def _slips(case: Case, steps: Sequence[Step], bands: Sequence[Band], overlaps: Sequence[Step]) -> Iterator[Finding]:
    """The bounds that are a slip away from those of a step which the draft has not, or reach into another."""
    for step in steps:
        for band in bands:
            bound = _slipped(case, step, band, overlaps=step in overlaps)
            if bound is not None:
                yield _finding(case, *bound, band)


def _misnamed(case: Case, right: Sequence[tuple[Step, Band]]) -> Iterator[Finding]:
    """The one word on a side of a right step that is of another one: where those of its scale stand on that side of
    two others and are theirs, or of one, and another word of the step is its own."""
    for side in ("front", "back"):
        told = [(word, band, _is_of(word, band)) for step, band in right for word in getattr(step, side)]
        for word, band, own in told:
            fits = [each for other, _, each in told if other.measure == word.measure]
            beside = any(each for _, other, each in told if other == band)
            if not own and fits.count(False) == 1 and fits.count(True) >= (1 if beside else PARALLEL):
                yield _of_word(case, word, band)


def _is_of(word: Word, band: Band) -> bool:
    return word.pack == band.pack and dict(band.labels).get(word.measure, word.word) == word.word


def _slipped(case: Case, step: Step, band: Band, *, overlaps: bool) -> tuple[Number, Decimal] | None:
    """The bound of a step that is one slip from that of a band whose other bound it has, or that is beyond it and so
    in another step; None where it is not so."""
    low, high = _is_bound(step.low, band.low), _is_bound(step.high, band.high)
    if low == high:
        return None
    number, bound = (step.high, band.high) if low else (step.low, band.low)
    written = case.document.text[slice(*number.figure)]
    slipped = one_slip(written, _as_printed(written, number, bound))
    return (number, bound) if slipped or overlaps else None


def _as_printed(written: str, number: Number, bound: Decimal) -> str:
    """A bound with the decimals and the sign for them that another figure has."""
    right = f"{bound.quantize(number.quantum)}" if number.quantum < 1 else f"{bound.to_integral_value()}"
    return right.replace(".", ",") if "," in written else right


def _finding(case: Case, number: Number, bound: Decimal, band: Band) -> Finding:
    written = case.document.text[slice(*number.figure)]
    whole = number.quantum == 1 or bound == bound.quantize(number.quantum)
    right = _as_printed(written, number if whole else number._replace(quantum=Decimal("0.01")), bound)
    said = message(
        "The step {words} is {low} to {high} by the scale, so {right}, not {text}.",
        words=", ".join(word for _, word in band.labels),
        low=_spelled(case, band.low),
        high=_spelled(case, band.high),
        right=right,
        text=written,
    )
    return _mended(said, number.figure, right, band)


def _of_word(case: Case, word: Word, band: Band) -> Finding:
    from factcheck.checks.wording import like

    written = case.document.text[slice(*word.span)]
    right = like(written, word.word, dict(band.labels)[word.measure])
    said = message(
        "The step {low} to {high} is {right} by the scale, not {text}.",
        low=_spelled(case, band.low),
        high=_spelled(case, band.high),
        right=right,
        text=written,
    )
    return _mended(said, word.span, right, band)


def _mended(said: Message, span: Span, right: str, band: Band) -> Finding:
    """A finding at a place that should read otherwise, with the step that says so."""
    link = band.source if band.source.startswith("http") else ""
    return Finding(
        RULE,
        "error",
        said,
        *span,
        expected=right,
        suggestions=(Suggestion(*span, right),),
        evidence=(Evidence(band.source, link, f"{band.low}-{band.high}", band.row),),
    )


def _spelled(case: Case, bound: Decimal) -> str:
    """A bound as the language of the draft writes it: 77,99."""
    return f"{bound}".replace(".", case.language.numbers.decimal)
