"""Amounts right behind the region they are of, in sentences that do not say what is paid: "Bungo paling besar,
Rp3.342.126. Tebo Rp3.259.183"; none that could miss a figure which the reference holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from factcheck.language.figures import RUPIAH
from factcheck.language.interval import interval
from factcheck.model import Claim, How, Span, Strength
from factcheck.reading.evidence.explained.explained_figures import Figure
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.evidence.explained.slots import Known
from factcheck.reading.evidence.figures.named_beside import named_next
from factcheck.reading.scan.frame import ENDS, FIGURES
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.values.mood import demanded, irrealis
from factcheck.reading.values.scores import is_size_of_change
from factcheck.reference.packs.info import Measure, PackInfo

LONG = 7
"""An amount of so many digits is printed to its last rupiah."""
PROSE = ("paragraph", "item")


def amounts_beside(claims: Sequence[Claim], known: Known) -> list[Claim]:
    """The claims, and those of amounts that stand right behind a region, in the year of the article's other amounts."""
    read = {claim.start for claim in claims if isinstance(claim.value, Decimal)}
    years = Counter(claim.period for claim in claims if _is_amount(claim, known) and claim.period)
    dated = {str(day.year) for day in known.setting.dates if day.year}  # "berlaku mulai 1 Januari 2024"
    latest = max(known.evidence.years or dated, default="")
    main = max(years, key=lambda year: (years[year], year), default=latest)
    if not main:
        return list(claims)
    free = (figure for start, figure in sorted(known.evidence.figures.items()) if start not in read)
    return [*claims, *(claim for figure in free if (claim := _made(figure, main, known)) is not None)]


def _is_amount(claim: Claim, known: Known) -> bool:
    pack = known.setting.packs.get(claim.pack)
    measure = pack.measures.get(claim.measure) if pack is not None else None
    return measure is not None and measure.unit == RUPIAH and claim.kind == measure.kind


def _made(figure: Figure, main: str, known: Known) -> Claim | None:
    frame, at, number = figure.frame, figure.at, figure.number
    if number.unit != RUPIAH or number.quantum > 1 or digits(number) < LONG or frame.sentence.kind not in PROSE:
        return None
    if _is_other(figure):
        return None
    ids = [name for name in named_next(figure) if known.setting.reference.level_of(name)]
    name = next((place for place, _ in reversed(frame.bearers) if place < at), -1)
    if not ids or frame.has_any(ENDS, name, at):
        return None
    measured = _measure_of(ids[0], main, known)
    if measured is None:
        return None
    pack, measure = measured
    written = [frame.mentions[one].tags[Tag.YEAR_DIGITS] for one in frame.having(Tag.YEAR_DIGITS)]
    period = written[0] if len(written) == 1 else main
    low, high = interval(number, "")
    mention, sentence = frame.mentions[name], frame.sentence
    claim = Claim(
        "", measure.kind, pack.name, measure.name, *number.figure, number.value,
        subject=ids[0], period=period, subject_span=Span(mention.start, mention.end), low=low, high=high,
        how=(How.YEAR_OF_ARTICLE,), strength=Strength.CARRIED, voice=sentence.voice, sentence=sentence.place,
    )  # fmt: skip
    held = known.setting.reference.facts(claim.measure, claim.subject, claim.period, claim.pack)
    return claim if not held or any(claim.states(fact.value) for fact in held) else None


def _is_other(figure: Figure) -> bool:
    """Whether an amount is wished, demanded, how much something rose by, or what a change began from."""
    frame, at = figure.frame, figure.at
    if irrealis(frame, at) or demanded(frame, at) or is_size_of_change(frame, at):
        return True
    changes = [one for one in frame.having(FIGURES, at + 1, at + 3) if frame.before(one, Tag.BIND_TO)]
    return bool(changes) or frame.before(at, Tag.BIND_FROM, 1) or frame.before(at, Tag.MAGNITUDE_BEFORE, 1)


def _measure_of(name: str, main: str, known: Known) -> tuple[PackInfo, Measure] | None:
    """The measure of amounts, in an open pack, of which the reference has some of regions of that level; None where
    none is."""
    reference = known.setting.reference
    for pack in known.setting.packs.values():
        for measure in pack.measures.values():
            if measure.unit != RUPIAH:
                continue
            others = (fact.entity for fact in reference.facts_of(measure.name, main, pack.name))
            if reference.facts(measure.name, name, "", pack.name) or any(
                reference.level_of(one) == reference.level_of(name) for one in others
            ):
                return pack, measure
    return None
