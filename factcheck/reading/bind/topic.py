"""What an article is about before its sentences are bound: who, which year, where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import islice

from factcheck.model import COUNTRY, Span
from factcheck.reading.period.marks import compared, in_date, is_tight, of_another
from factcheck.reading.records import Context, When
from factcheck.reading.scan.frame import Frame, places_with
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reference.packs.info import FIRST
from factcheck.spans import HEADS

MEASURED_REACH = 6
OF_WHOM = {Tag.ENTITY, Tag.ENTITY_PLACES, Tag.ENTITY_GOVERNMENT, Tag.GROUP, Tag.YEAR, Tag.OPEN, Tag.CLOSE}
"""What may stand between what is measured and its year."""
LEAD = 4
"""How many sentences of running text open an article."""


def begin(frames: Sequence[Frame], setting: Setting) -> Context:
    """Who the article is about, and where, before the first sentence."""
    topic = _entity(frames, setting)
    return Context(topic=topic, scope=_scope(frames, topic, setting))


def begin_years(frames: Sequence[Frame], published: date | None) -> When:
    """The years before the first sentence."""
    period, span = _period(frames, published)
    day = str(published.year) if published else ""
    return When(period=period, spoken=period, period_span=span, spoken_span=span, published=day)


def _period(frames: Sequence[Frame], published: date | None) -> tuple[str, Span | None]:
    """The year named most in headline and lead, else in the first sentences that name one, and where it is written;
    the later where two are named alike."""
    years = _years(_opening(frames), published) or _first_years(frames, published)
    if not years:
        return "", None
    weights = Counter(year for year, _ in years)
    period = max(weights, key=lambda year: (weights[year], year))
    return period, next(span for year, span in years if year == period)


def candidates(frames: Sequence[Frame], published: date | None) -> tuple[str, ...]:
    """The years the article may be about where neither headline nor lead names one: of the first sentences that
    name a year, of the publication and of the year before. Empty where headline or lead settles it with a year
    no older than the one before the publication."""
    opening = _years(_opening(frames), published)
    told = Counter(year for year, _ in opening).most_common()
    first = opening[0][0] if opening else ""
    latest = max((year for year, _ in opening), default="")
    alike = [year for year, times in told if times == told[0][1] or year in (first, latest)]
    if len(alike) > 1:  # "in the 2023 assessment, up from 57.22 in 2022 … said on Feb. 1, 2024"
        return tuple(sorted(alike, reverse=True))
    text = [frame for frame in frames if frame.sentence.kind != "header"]
    if opening and published is None and not any(_heads(frame) for frame in _opening(frames)):
        # "Nilainya 83,96. Pada 2016 provinsi ini cuma 50,12 …": the first that is named may be one to compare with
        return tuple(sorted({year for year, _ in _first_years(text, None) if year >= first}, reverse=True))
    if opening and (published is None or int(max(opening)[0]) >= published.year - 1):
        return ()
    found = [year for year, _ in _first_years(text, published)]
    if published is not None:
        found += [str(published.year), str(published.year - 1)]
    return tuple(sorted(set(found), reverse=True))


def opens_with_year(frames: Sequence[Frame], published: date | None) -> bool:
    """Whether headline or lead names a year that the article may be about."""
    return bool(_years(_opening(frames), published))


def _heads(frame: Frame) -> bool:
    """Whether a sentence names a year beside what is measured."""
    return any(is_tight(frame, at) and not in_date(frame, at) for at in frame.having(Tag.YEAR_DIGITS))


def _opening(frames: Sequence[Frame]) -> list[Frame]:
    title = [frame for frame in frames if frame.sentence.kind in HEADS][:1]
    return [*title, *[frame for frame in frames if frame.sentence.kind == "paragraph"][:LEAD]]


def _years(frames: Sequence[Frame], published: date | None) -> list[tuple[str, Span]]:
    """The years said in these sentences up to that of publication, up to the next beside what is measured
    ("iuran 2026"); "target 2026" is none."""
    return [
        (
            frame.mentions[place].tags[Tag.YEAR_DIGITS],
            Span(frame.mentions[place].start, frame.mentions[place].end),
        )
        for frame, place in places_with(frames, Tag.YEAR_DIGITS)
        if (
            published is None
            or int(frame.mentions[place].tags[Tag.YEAR_DIGITS]) <= published.year + _is_measured(frame, place)
        )
        and not frame.before(place, Tag.MOOD_IRREALIS, 2)
        and not of_another(frame, place)
        and not in_date(frame, place)
        and not frame.before(place, Tag.BIND_SINCE, 1)
        and not frame.before(place, Tag.BIND_COMPARE, 2)
        and not (place > 1 and Tag.BIND_COMPARE in frame.mentions[place - 2].tags)
        and not compared(frame, place)
        and not _of_base(frame, place)
    ]


def _is_measured(frame: Frame, place: int) -> bool:
    """ "iuran 2026", "iuran wajib (IW) di Jawa Timur tahun 2026": whether a year stands behind what is
    measured, with nothing between but of whom."""
    for at in range(place - 1, max(-1, place - 1 - MEASURED_REACH), -1):
        tags = frame.mentions[at].tags
        if Tag.CUE_NUMBER in tags:
            return True
        if not tags.keys() & OF_WHOM:
            return False
    return False


def _of_base(frame: Frame, place: int) -> bool:
    """ "naik menjadi 272 dari 179 pada 2021": the year of the figure that a change began with."""
    near = [at for at in range(max(0, place - 4), place) if Tag.BIND_FROM in frame.mentions[at].tags]
    return bool(near) and any(frame.mentions[at].number is not None for at in range(near[-1] + 1, place))


def _first_years(frames: Sequence[Frame], published: date | None) -> list[tuple[str, Span]]:
    """The years of the first two sentences that say any."""
    by_frame = (years for frame in frames if (years := _years([frame], published)))
    return [year for years in islice(by_frame, 2) for year in years]


def _entity(frames: Sequence[Frame], setting: Setting) -> str:
    """The first name that may be a subject: in the headline, else in the text."""
    ordered = [frame for frame in frames if frame.sentence.voice == "headline"]
    ordered += [frame for frame in frames if frame.sentence.kind == "paragraph"]
    for frame in ordered:
        for place in frame.subjects():
            ids = frame.mentions[place].ids
            if COUNTRY not in ids:
                return _certain(ids, frames)
    return ""


def _certain(ids: tuple[str, ...], frames: Sequence[Frame]) -> str:
    """The reading of an ambiguous name that the article elsewhere spells out ("Pemkot Jambi")."""
    if len(ids) == 1:
        return ids[0]
    named: Counter[str] = Counter()
    for frame in frames:
        for place, mention in enumerate(frame.mentions):
            if len(mention.ids) == 1 and mention.ids[0] in ids and frame.roles[place] == "subject":
                named[mention.ids[0]] += 1
    return max(ids, key=lambda name: (named[name], -ids.index(name)))


def _scope(frames: Sequence[Frame], topic: str, setting: Setting) -> str:
    """The province that most of the article's names lie in, the country where none has half of them."""
    provinces: Counter[str] = Counter()
    for frame in frames:
        for place, mention in enumerate(frame.mentions):
            if mention.ids and frame.roles[place] != "dateline":
                province = _province(mention.ids[0], setting)
                if province:
                    provinces[province] += 1
    if not provinces:
        return COUNTRY
    province, times = provinces.most_common(1)[0]
    return province if 2 * times > sum(provinces.values()) else _province(topic, setting) and COUNTRY


def _province(name: str, setting: Setting) -> str:
    record = setting.reference.entities.get(name)
    if record is None or name == COUNTRY:
        return ""
    return name if record.parent in ("", COUNTRY) and setting.reference.level(record.kind) == FIRST else record.parent
