"""The highest or lowest of a figure beside it is whose that figure is: "mencatat 2,27 persen, terendah di Indonesia",
"Paling tinggi tetap Banten dengan 7,52 persen"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal

from factcheck.model import Claim, How
from factcheck.reading.evidence.explained.slots import is_value
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.extremes import extreme_value
from factcheck.reading.values.mood import irrealis

REACH, FAR = 6, 10
"""So many mentions may stand between a word for the highest and the figure that is it; and where one is read there."""
LISTED = ("row", "header")


def extremes_beside(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> list[Claim]:
    """The claims, and those of words for the highest and lowest that only the figure beside them tells of."""
    read = {claim.start: claim for claim in claims if claim.kind == "extreme"}
    told: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Decimal) and is_value(claim, setting):
            told[claim.sentence].append(claim)
    made = (
        one
        for frame in frames
        if frame.sentence.place in told and frame.sentence.kind not in LISTED
        for one in _of_frame(frame, told[frame.sentence.place], read, setting)
    )
    by_place = {frame.sentence.place: frame for frame in frames if read}
    held = {start: _of_holder(by_place[one.sentence], one, told[one.sentence], setting) for start, one in read.items()}
    return [*(held[one.start] if one.kind == "extreme" else one for one in claims), *made]


def _of_holder(frame: Frame, extreme: Claim, told: Sequence[Claim], setting: Setting) -> Claim:
    """An extreme of whom its sentence does not tell, or only behind the figure, is of the one named right in front of
    the figure: "terendah di Riau ada di Siak, Rp3.001.000, disusul Dumai"; and one right in front of a figure is of the
    one named before of whom that tells: "Pada 2025 Karawang di atas Bekasi, dan pada 2023 malah tertinggi dengan …"."""
    at = frame.ending(extreme.end, Tag.EXTREME)
    figure = _beside(frame, at, told, FAR) if at >= 0 else None
    own = figure if figure is not None else _in_front(frame, at, told)
    if own is None and not extreme.measure:
        own = _only_one(extreme, told)
    if own is not None and own.subject == extreme.subject:
        return _of_measure(extreme, own, setting)
    if figure is None or figure.subject_span is None:
        return extreme
    named = extreme.end <= figure.subject_span.start and figure.subject_span.end <= figure.start
    back = frame.sentence.start <= figure.subject_span.start and figure.subject_span.end <= extreme.start < figure.start
    if back and figure.period == extreme.period:
        return extreme._replace(subject=figure.subject, subject_span=figure.subject_span, readings=())
    loose = extreme.subject_span is None or extreme.subject_span.start > figure.start
    if not named or not (loose or any(part.is_subject for part in extreme.how)):
        return extreme
    how = tuple(part for part in extreme.how if not part.is_subject)
    return extreme._replace(subject=figure.subject, subject_span=figure.subject_span, how=how, readings=())


def _only_one(extreme: Claim, told: Sequence[Claim]) -> Claim | None:
    """ "Dengan 6,77 persen, Jawa Barat menjadi provinsi dengan tingkat pengangguran tertinggi": the one figure
    of its subject in the sentence."""
    own = [one for one in told if one.subject == extreme.subject]
    return own[0] if len(own) == 1 else None


def _in_front(frame: Frame, at: int, told: Sequence[Claim]) -> Claim | None:
    """ "Jambi dengan 65,28 menjadi yang terendah di Indonesia": the last figure in front of a word for the lowest, in
    its clause, with nobody named between."""
    place = max(frame.having(FIGURES, 0, at)[-1:], default=-1) if at > 0 else -1
    number = frame.mentions[place].number if place >= 0 else None
    figure = next((one for one in told if number is not None and one.start == number.figure.start), None)
    return None if figure is None or _parted(frame, place, at, figure) else figure


def _of_measure(extreme: Claim, figure: Claim, setting: Setting) -> Claim:
    """ "Untuk gizi, Papua terendah di Indonesia dengan 60,10": an extreme is of the measure of its subject's figure
    beside it, where that is told in the same unit as the one that it was read of; a rise in per cent is none of an
    amount."""
    if not extreme.measure:  # a pack whose ranks are counted from its figures
        return extreme._replace(pack=figure.pack, measure=figure.measure, period=figure.period)
    units = [_unit(one, setting) for one in (extreme, figure)]
    same = (figure.pack, figure.measure) == (extreme.pack, extreme.measure)
    if same or None in units or units[0] != units[1] or figure.period != extreme.period:
        return extreme
    return extreme._replace(pack=figure.pack, measure=figure.measure)


def _unit(claim: Claim, setting: Setting) -> str | None:
    """The unit of the measure of a claim; None where its pack has no such measure, or one told in words."""
    pack = setting.packs.get(claim.pack)
    measure = pack.measures.get(claim.measure) if pack is not None else None
    return measure.unit if measure is not None and measure.type == "number" else None


def _of_frame(frame: Frame, told: Sequence[Claim], read: Container[int], setting: Setting) -> Iterator[Claim]:
    for at in frame.having(Tag.EXTREME):
        mention = frame.mentions[at]
        if mention.start in read or irrealis(frame, at) or frame.after(at, Tag.NUMBER):
            continue
        value = extreme_value(frame, at, mention, setting)
        figure = _beside(frame, at, told) if value is not None else None
        if value is not None and figure is not None:
            how = tuple(part for part in figure.how if part.is_subject)
            yield figure._replace(
                kind="extreme", measure=setting.packs[figure.pack].rank_measure or figure.measure, value=value.value,
                start=value.start, end=value.end, low=None, high=None, readings=(), condition="", scope="", group="",
                how=(*how, How.YEAR_OF_FIGURE), period_span=None, period_origin=None,
            )  # fmt: skip


def _beside(frame: Frame, at: int, told: Sequence[Claim], reach: int = REACH) -> Claim | None:
    """The figure that a word for the highest is said of: right in front of it with nobody named between, else the next
    behind it with nobody but whose it is."""
    starts = {one.start: one for one in told}
    numbers = ((place, frame.mentions[place].number) for place in frame.having(FIGURES))
    places = {place: starts[one.figure.start] for place, one in numbers if one and one.figure.start in starts}
    behind = next((place for place in sorted(places) if place > at), -1)
    before = next((place for place in sorted(places, reverse=True) if 0 <= place < at), -1)
    front = before >= 0 and frame.before(at, Tag.COMMA) and not _parted(frame, before, at, places[before])
    if front and at - before <= reach:
        return places[before]
    if behind > at and behind - at <= reach and not _parted(frame, at, behind, places[behind]):
        return places[behind]
    return None


def _parted(frame: Frame, one: int, other: int, figure: Claim) -> bool:
    """Whether a clause ends between two places, or another figure or anybody but whose the figure is stands there."""
    if frame.has_any((*ENDS, Tag.OPEN), one + 1, other):
        return True
    figures = [at for at in frame.having(FIGURES, one + 1, other) if Tag.YEAR_DIGITS not in frame.mentions[at].tags]
    return bool(figures) or any(figure.subject not in frame.mentions[at].ids for at in frame.subjects(one + 1, other))
