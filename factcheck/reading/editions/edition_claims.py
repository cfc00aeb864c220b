"""The claims of a draft with the figures of the editions that it goes by: whose they are, and in which year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from factcheck.language.fold import all_words, fold
from factcheck.language.interval import interval
from factcheck.model import Claim, Document, How, Strength
from factcheck.reading.editions.cited import cited
from factcheck.reading.editions.names_beside import Misspelt, misspelt
from factcheck.reading.editions.told import Told, told_figures
from factcheck.reading.scan.frame import Frame
from factcheck.reading.scan.setting import Setting
from factcheck.typed import NamedTuple

EXPLAINED = (How.SUBJECT_EXPLAINED, How.YEAR_EXPLAINED)
MISPRINTED = (How.SUBJECT_OF_MISPRINT, How.YEAR_OF_MISPRINT)


class Provisional(NamedTuple):
    """What a document has of the editions that it goes by: figures, and names that are a letter off theirs."""

    told: Sequence[Told] = ()
    misspelt: Sequence[Misspelt] = ()


def of_editions(document: Document, frames: Sequence[Frame], setting: Setting) -> Provisional:
    """What the figures and names of a document are in the editions that it goes by."""
    named = frozenset(one for frame in frames for mention in frame.mentions for one in mention.ids)
    words = frozenset(all_words(fold(document.plain)))
    found = cited(setting.numbers, named, words, setting.packs, setting.reference, document.published)
    if not found:
        return Provisional()
    told = told_figures(frames, found, document.published)
    return Provisional(told, [*misspelt(frames, told)])


def with_editions(claims: Sequence[Claim], told: Sequence[Told]) -> Iterator[Claim]:
    """The claims, those at figures of editions as these have them, and one for each that nothing else reads."""
    own = {one.number.figure.start: one for one in told}
    kept = set()
    for claim in claims:
        one = own.get(claim.start) if isinstance(claim.value, Decimal) else None
        if one is None or _is_so_read(claim, one):
            yield claim
            kept.add(claim.start)
    yield from (_claim(one) for start, one in own.items() if start not in kept)


def _is_so_read(claim: Claim, one: Told) -> bool:
    """Whether a figure is read as another measure of the same pack, which is right of the same region and year."""
    entry = one.given.entry
    same = (claim.pack, claim.subject, claim.period) == (entry.pack, entry.entity, entry.day[:4])
    return same and claim.measure != one.given.measure and not one.slipped


def _claim(one: Told) -> Claim:
    entry, frame = one.given.entry, one.frame
    low, high = interval(one.number, "")
    return Claim(
        "", one.given.kind, entry.pack, one.given.measure, *one.number.figure, one.number.value,
        subject=entry.entity, period=entry.day[:4], low=low, high=high,
        how=MISPRINTED if one.slipped else EXPLAINED, strength=Strength.CARRIED,
        voice=frame.sentence.voice, sentence=frame.sentence.place,
    )  # fmt: skip
