"""Figures of a measure of which an article goes by another source than the packs: "Kabupaten Pelalawan luasnya 13.409
km²", "Kabupaten Bogor 5.664.537 jiwa". They are told with the unit and the word of a measure, of a region, and nothing
else reads them; so they are claims, and nothing is held against them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.cache.patterns import compiled
from factcheck.language.interval import interval
from factcheck.language.written import Number
from factcheck.model import COUNTRY, Claim, How, Span, Strength
from factcheck.reading.evidence.explained.known_facts import PERCENT
from factcheck.reading.evidence.figures.shares_elsewhere import numbers_beside_rates, shares_elsewhere
from factcheck.reading.scan.frame import ENDS, FIGURES, PLACE, UNITS, Frame, with_tag
from factcheck.reading.scan.mentions import CUE_OF, IN_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import demanded, irrealis
from factcheck.reading.values.scores import is_size_of_change
from factcheck.reference.packs.info import Measure, PackInfo
from factcheck.typed import NamedTuple

THOUSAND = 1000
"""Fewer may count anybody; an area is told in fewer with decimals."""
BACK = 3
"""So many sentences back the measure or its owner may be told."""
HEADS = ("title", "heading")
Ids = tuple[str, ...]
_WORD = compiled(r"[ \u00a0]?([^\W\d_]+)")


class Told(NamedTuple):
    """What the figures told last were of."""

    measure: str = ""
    subject: str = ""
    sentence: int = -BACK - 1


def measures_from_elsewhere(packs: Iterable[PackInfo]) -> Mapping[str, Measure]:
    """The measures (PACK/MEASURE) with words for their unit, of packs that hold figures."""
    return {
        f"{pack.name}/{name}": measure
        for pack in packs
        if any(role == "facts" for role, _ in pack.resources)
        for name, measure in pack.measures.items()
        if measure.counted_in and not measure.unit and measure.type == "number"
    }


def from_elsewhere(
    claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, years: tuple[str, str]
) -> list[Claim]:
    """The claims of figures that no claim reads; `years` are the one that the article is about, and that of its
    publication: areas stay."""
    measures = measures_from_elsewhere(setting.reference.packs)
    rated = {
        pack.name for pack in setting.reference.packs if any(one.unit == PERCENT for one in pack.measures.values())
    }
    read = {claim.start for claim in claims}
    found: list[Claim] = []
    told = Told(_headed(frames, measures))
    known = [claim for claim in claims if f"{claim.pack}/{claim.measure}" in measures]
    by_place = {claim.sentence: claim for claim in known}
    for frame in with_tag(frames, UNITS):
        place = frame.sentence.place
        earlier = next((by_place[one] for one in range(place, place - BACK - 1, -1) if one in by_place), None)
        if earlier is not None and earlier.sentence > told.sentence:
            told = Told(f"{earlier.pack}/{earlier.measure}", earlier.subject, earlier.sentence)
        for at, number in _unread(frame, read):
            measure = _measure(frame, at, measures, told)
            if measure.split("/")[0] in rated and frame.has(Tag.COUNT_PEOPLE):  # "penduduk miskin perkotaan"
                continue
            subject, span = _owner(frame, at, frames, told, setting) if measure else ("", None)
            if subject:
                told = Told(measure, subject, place)
                found.append(
                    _made(frame, at, number, measures[measure], (subject, span), years[not measures[measure].reported])
                )
    if any(frame.sentence.kind == "header" for frame in frames):
        from factcheck.reading.evidence.figures.columns_elsewhere import columns_elsewhere

        found += columns_elsewhere(frames, read, measures, setting, years)
    wholes = [*found, *(claim for claim in known if claim.kind == claim.measure)]
    found += shares_elsewhere(wholes, frames, read | {claim.start for claim in found})
    rates = {
        f"{pack.name}/{name}"
        for pack in setting.packs.values()
        for name, measure in pack.measures.items()
        if measure.unit == PERCENT and measure.reported
    }
    return [*found, *numbers_beside_rates(claims, frames, read | {claim.start for claim in found}, rates)]


def _headed(frames: Sequence[Frame], measures: Mapping[str, Measure]) -> str:
    """The measure that the headline names."""
    for frame in frames[:2]:
        if frame.sentence.kind in HEADS:
            cues = [one for at in frame.having(Tag.CUE_NUMBER) for one in _cued(frame, at, measures)]
            if cues:
                return cues[0]
    return ""


def _unread(frame: Frame, read: set[int]) -> Iterator[tuple[int, Number]]:
    """The figures of a sentence that nothing reads and that tell a state, with a unit behind them."""
    if frame.sentence.voice == "boilerplate":
        return
    for at in frame.having(FIGURES):
        number = frame.mentions[at].number
        if number is None or number.figure.start in read or number.unit or number.form != "digits":
            continue
        if Tag.YEAR_DIGITS in frame.mentions[at].tags:
            continue
        if number.value < THOUSAND and number.quantum >= 1:
            continue
        if not frame.has_any((UNITS, Tag.CUE_NUMBER), at + 1, at + 2) or not frame.close(at, at + 1):
            continue
        if is_size_of_change(frame, at) or irrealis(frame, at) or demanded(frame, at):
            continue
        if not frame.before(at, Tag.MAGNITUDE_BEFORE, 1) and _ends_phrase(frame, at):
            yield at, number


def _ends_phrase(frame: Frame, at: int) -> bool:
    """Whether no word that nobody knows stands behind the unit of a number: "41.200 jiwa mengungsi"."""
    return _is_known(frame, at + 1)


def _is_known(frame: Frame, at: int) -> bool:
    """Whether what stands right behind a mention is a mark, a figure, a word that the lexicon has, or a common one."""
    end = frame.mentions[at].end
    word = _WORD.match(frame.plain, end, frame.sentence.end)
    following = frame.mentions[at + 1].start if at + 1 < len(frame.mentions) else -1
    return word is None or word.start(1) == following or word[1].lower() in frame.language.about.common


def _behind_strange(frame: Frame, at: int) -> bool:
    """Whether the word right in front of a figure is one that nobody knows."""
    start = frame.mentions[at - 1].end if at else frame.sentence.start
    words = frame.plain[start : frame.mentions[at].start].lower().split()
    return bool(words) and words[-1] not in frame.language.about.common


def _cued(frame: Frame, at: int, measures: Mapping[str, Measure]) -> Sequence[str]:
    """The measures that a mention is the word for, where no word behind it says that it is something else's."""
    places = [place for tag, place in frame.mentions[at].tags.items() if tag.startswith(CUE_OF) and place in measures]
    return list(dict.fromkeys(places)) if places and _is_known(frame, at) else []


def _measure(frame: Frame, at: int, measures: Mapping[str, Measure], told: Told) -> str:
    """Which measure a figure is of: that of its word in the sentence, else the one told last in its unit."""
    tags = frame.mentions[at + 1].tags
    units = [place for tag, place in tags.items() if tag.startswith(IN_OF) and place in measures]
    if not units:
        return next(iter(_cued(frame, at + 1, measures)), "")
    cues = frame.having(Tag.CUE_NUMBER, 0, at)
    if cues:
        return next((one for one in _cued(frame, cues[-1], measures) if one in units), "")
    if most := frame.having(Tag.EXTREME, 0, at):  # "yang terluas Kepulauan Mentawai, 6.011,35 km persegi"
        word = frame.plain[frame.mentions[most[-1]].start : frame.mentions[most[-1]].end].lower()
        named = (one for one in units for heads in measures[one].words.values() if word.endswith(heads))
        if found := next(named, ""):
            return found
    if at + 2 < len(frame.mentions) and Tag.CUE_NUMBER in frame.mentions[at + 2].tags and frame.close(at + 1, at + 2):
        return next((one for one in _cued(frame, at + 2, measures) if one in units), "")
    if not any(place < at for place, _ in frame.bearers) and _behind_strange(frame, at):
        return ""  # "Hutannya 1.204,50 km2"
    near = told.sentence < 0 or frame.sentence.place - told.sentence <= BACK
    return told.measure if near and told.measure in units else ""


def _owner(frame: Frame, at: int, frames: Sequence[Frame], told: Told, setting: Setting) -> tuple[str, Span | None]:
    """Whose a figure is, and where that is said: who is named last in front of it, whom the heading or the sentence
    before names where that lies there, or who was told of last."""
    regions = _regions(frame, setting)
    before = [one for one in regions if one[0] < at and not frame.has_any(ENDS, one[0], at)]
    before = _inner(before, frame, setting)
    carried = _carried(frame, frames, setting)
    if before:
        place, ids = before[-1]
        if frame.roles[place] == PLACE and carried and _lies_in(carried, ids, setting):
            return carried, None
        return ids[0], Span(frame.mentions[place].start, frame.mentions[place].end)
    if len(regions) == 1 and not carried:
        place, ids = regions[0]
        return ids[0], Span(frame.mentions[place].start, frame.mentions[place].end)
    if frame.has(Tag.RANK_NATIONAL, 0, at):
        return COUNTRY, None
    near = frame.sentence.place - told.sentence <= BACK
    return carried or (told.subject if near else ""), None


def _carried(frame: Frame, frames: Sequence[Frame], setting: Setting) -> str:
    """The one region that the nearest sentence before names, as a heading of what stands below it or as who is spoken
    of."""
    place = frame.sentence.place
    for one in frames[max(0, place - BACK) : place][::-1]:
        ids = [ids for at, ids in _inner(_regions(one, setting), one, setting) if at in one.named]
        if ids:
            return ids[0][0] if {*ids} == {ids[0]} or one.sentence.kind in HEADS else ""
    return ""


def _regions(frame: Frame, setting: Setting) -> list[tuple[int, Ids]]:
    """The regions that a sentence names, but those named as a capital."""
    return [
        (at, ids)
        for at, ids in frame.bearers
        if setting.reference.level_of(ids[0]) and not frame.before(at, Tag.ENTITY_CAPITAL, 1)
    ]


def _inner(named: Sequence[tuple[int, Ids]], frame: Frame, setting: Setting) -> list[tuple[int, Ids]]:
    """The regions without those that say where the one right before them lies: "Supiori di Provinsi Papua"."""
    kept: list[tuple[int, Ids]] = []
    for at, ids in named:
        if not (kept and _lies_in(kept[-1][1][0], ids, setting) and not frame.has(FIGURES, kept[-1][0], at)):
            kept.append((at, ids))
    return kept


def _lies_in(inner: str, outer: Sequence[str], setting: Setting) -> bool:
    record = setting.reference.entities.get(inner)
    return record is not None and record.parent in outer


def _made(frame: Frame, at: int, number: Number, measure: Measure, owner: tuple[str, Span | None], year: str) -> Claim:
    subject, span = owner
    written = frame.having(Tag.YEAR_DIGITS, 0, at) or frame.having(Tag.YEAR_DIGITS)
    dated = frame.mentions[written[-1]] if written else None
    how = (*(() if span else (How.SUBJECT_OF_SENTENCE_BEFORE,)), *(() if dated else (How.YEAR_OF_ARTICLE,)))
    low, high = interval(number, "")
    value = number.value if isinstance(number.value, Decimal) else Decimal(number.value)
    return Claim(
        "", measure.reported or measure.kind, "", "", *number.figure, value, subject=subject,
        period=dated.tags[Tag.YEAR_DIGITS] if dated is not None else year,
        low=low, high=high, subject_span=span, period_span=Span(dated.start, dated.end) if dated is not None else None,
        how=how, strength=Strength.CARRIED, voice=frame.sentence.voice,
    )  # fmt: skip
