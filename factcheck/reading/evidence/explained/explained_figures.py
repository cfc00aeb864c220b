"""The figures of an article with what explains each, before anything is bound."""

from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal

from factcheck.language.figures import PERCENT, RUPIAH, Number
from factcheck.model import COUNTRY, Fact, Span
from factcheck.reading.evidence.explained.known_facts import TELLING, Known
from factcheck.reading.evidence.explained.name_lists import as_listed
from factcheck.reading.evidence.explained.printed import digits
from factcheck.reading.evidence.explained.shown_measures import (
    Measure,
    facts_shown,
    is_short,
    shown_measures,
)
from factcheck.reading.scan.frame import DATELINE, FIGURES, OFFICE, Frame, places_with, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.scores import is_bare_whole, is_spoken, own_units
from factcheck.reference.packs.info import FIRST
from factcheck.typed import NamedTuple

PEOPLE = 10_000
"""A whole number from here on may be of people or of votes."""
EVERY = "*"
"""The language of a measure's unit, which is the same in all."""
DECIMALS = 2
"""A broken decimal has so many places behind the blank."""


class Figure(NamedTuple):
    """A figure of a sentence: its place among the mentions, the facts it may stand for, and whether it tells something
    by itself: 90,02 and Rp3.182.955; 5,4 only in an article that shows its measure by others."""

    frame: Frame
    at: int
    number: Number
    facts: Sequence[Fact]
    tells: bool


class Evidence(NamedTuple):
    """All that is known of an article before it is bound.

    `figures` are by the place where they begin; `years` are those that the article names in figures; `shown` are the
    measures that it shows by short figures, `exact` those of them of which these have all decimals; `quarters` are
    where figures begin that are of no year; `wholes` are the measures of whole numbers that it shows.
    """

    figures: Mapping[int, Figure]
    known: Known
    years: frozenset[str]
    shown: frozenset[Measure]
    exact: frozenset[Measure] = frozenset()
    quarters: frozenset[int] = frozenset()
    wholes: frozenset[Measure] = frozenset()


def gather(frames: Sequence[Frame], setting: Setting) -> Evidence:
    """The figures of the sentences and what explains them by those whom the article names."""
    named = [*_named(frames), *datelines(frames), *sorted(told_by(frames))]
    known = Known(setting.reference, setting.packs, [*named, *_provinces_meant(frames, named, setting), COUNTRY])
    listed = as_listed(frames if known.has(RUPIAH) else ())
    figures = [figure for frame in with_tag(frames, FIGURES) for figure in _figures(frame, known, setting, listed)]
    quarters: frozenset[int] = frozenset()
    if known.has(PERCENT) and places_with(frames, Tag.YEAR_PART):
        from factcheck.reading.evidence.explained.quarters import quarterly

        quarters = quarterly(frames, setting)
        figures = [figure for figure in figures if not _is_quarterly(figure.number, quarters)]
    years = {frame.mentions[at].tags[Tag.YEAR_DIGITS] for frame, at in places_with(frames, Tag.YEAR_DIGITS)}
    figures, wholes = _with_wholes(figures, frames, known, setting)
    shown, exact = shown_measures((figure[:4] for figure in figures), years, setting)
    if shown:
        figures = [_shown(figure, shown) for figure in figures]
    return Evidence(
        {one.number.figure.start: one for one in figures}, known, frozenset(years), shown, exact, quarters, wholes
    )


def _is_quarterly(number: Number, quarters: Collection[int]) -> bool:
    """Whether a figure that may be a rate is told of a quarter."""
    return bool(quarters) and number.unit in (PERCENT, "") and number.figure.start in quarters


def _shown(figure: Figure, shown: Collection[Measure]) -> Figure:
    """The figure; a short one of a measure that the article shows as one that tells."""
    if figure.tells or not is_short(figure.number):
        return figure
    facts = facts_shown(figure[:4], shown)
    return figure._replace(facts=facts, tells=True) if facts else figure


def _with_wholes(
    figures: list[Figure], frames: Sequence[Frame], known: Known, setting: Setting
) -> tuple[list[Figure], frozenset[Measure]]:
    """The figures with the bare whole numbers that an article about what is counted in whole ones shows, and the
    measures that these show; those of three digits tell as well as longer ones."""
    wholes = setting.whole_measures()
    if not wholes:
        return figures, frozenset()
    from factcheck.reading.evidence.explained.whole_figures import facts_of_whole, shown_wholes

    read = {figure.number.figure.start for figure in figures}
    bare = [
        Figure(frame, at, number, known.explain(number), digits(number) >= TELLING)
        for frame in with_tag(frames, FIGURES)
        for at in frame.having(FIGURES)
        if (number := frame.mentions[at].number) is not None
        and number.figure.start not in read
        and is_bare_whole(frame, at, number)
    ]
    shown = shown_wholes((figure[:4] for figure in (*figures, *bare)), wholes, setting)
    if not shown:
        return figures, shown
    own = (_as_whole(one, facts_of_whole(one[:4], shown)) for one in figures)
    others = (one._replace(facts=facts_of_whole(one[:4], shown)) for one in bare)
    every = [*own, *(one._replace(tells=one.tells or bool(one.facts)) for one in others)]
    return sorted(every, key=lambda one: one.number.figure.start), shown


def _as_whole(figure: Figure, facts: Sequence[Fact]) -> Figure:
    """The figure; a whole number without a sign of its own as what it may be of the measures that an article shows."""
    if not facts or figure.number.quantum != 1 or figure.number.unit or figure.number.value >= PEOPLE:
        return figure
    return figure._replace(facts=facts, tells=True)


def datelines(frames: Sequence[Frame]) -> dict[str, None]:
    """The towns that an article comes from, which it may well be about: "PEMATANGSIANTAR – Nilainya 58,46"."""
    return dict.fromkeys(
        name
        for frame in frames
        if DATELINE in frame.roles
        for mention, role in zip(frame.mentions, frame.roles, strict=True)
        if role == DATELINE
        for name in mention.ids
    )


def told_by(frames: Sequence[Frame]) -> frozenset[str]:
    """The region whose office of a subject tells of it, where one alone does: "BPS Provinsi Bengkulu mencatat tingkat
    pengangguran terbuka Februari 2023 sebesar 3,21 persen"."""
    found = {
        mention.ids
        for frame in frames
        if OFFICE in frame.roles
        for office, mention, role in zip(frame.mentions, frame.mentions[1:], frame.roles[1:], strict=False)
        if role == OFFICE and office.tags.keys() >= {Tag.SUBJECT, Tag.ENTITY_OFFICES}
    }
    return frozenset(next(iter(found))) if len(found) == 1 else frozenset()


def _named(frames: Sequence[Frame]) -> dict[str, None]:
    return dict.fromkeys(name for frame in frames for _, ids in frame.bearers for name in ids)


def _provinces_meant(frames: Sequence[Frame], named: Sequence[str], setting: Setting) -> dict[str, None]:
    """ "Pangkalpinang 91,70 dan provinsi 92,07": the provinces of those whom an article names, where a figure stands
    behind a bare word for one."""
    reference = setting.reference
    meant = any(
        reference.all_on(frame.mentions[at].tags[Tag.GROUP], FIRST) and frame.after(at, Tag.NUMBER, 1)
        for frame, at in places_with(frames, Tag.GROUP)
    )
    records = (reference.entities.get(name) for name in named) if meant else ()
    return dict.fromkeys(record.parent for record in records if record is not None and record.parent)


def _figures(frame: Frame, known: Known, setting: Setting, listed: Callable[[Frame, Number], Number]) -> list[Figure]:
    found = []
    for at in frame.having(FIGURES):
        number = frame.mentions[at].number
        if number is None or not (number.form == "digits" or is_spoken(number)):
            continue
        number = listed(frame, number)
        broken = _broken(frame, at, known)
        if broken is not None:
            found.append(broken)
        elif number.quantum < 1 or number.unit or number.value >= PEOPLE or own_units(frame, at, setting):
            tells = digits(number) >= TELLING or _is_round_of_own(frame, at, number, setting)
            found.append(Figure(frame, at, number, known.explain(number), tells))
    return found


def _is_round_of_own(frame: Frame, at: int, number: Number, setting: Setting) -> bool:
    """ "8,63 juta ton": whether a round number of three digits stands in front of the unit of a measure, which is no
    word for people, of whom much is counted."""
    if number.quantum <= 1 or digits(number) != TELLING - 1:
        return False
    places = (place.partition("/") for place in own_units(frame, at, setting))
    return any(EVERY in setting.packs[pack].measures[name].counted_in for pack, _, name in places)


def _broken(frame: Frame, at: int, known: Known) -> Figure | None:
    """ "nilai 15, 16": a decimal that a blank broke in two, where the whole of it explains itself."""
    if at + 2 >= len(frame.mentions) or frame.plain[frame.mentions[at].end : frame.mentions[at + 2].start] != ", ":
        return None
    whole, rest = frame.mentions[at].number, frame.mentions[at + 2].number
    if whole is None or rest is None or whole.unit or whole.quantum != 1 or rest.form != "digits":
        return None
    written = frame.plain[rest.figure.start : rest.figure.end]
    if len(written) != DECIMALS or not written.isdigit() or whole.value >= 100:
        return None
    value = Decimal(f"{whole.value}.{written}")
    number = whole._replace(end=rest.end, value=value, quantum=Decimal("0.01"), figure=Span(whole.start, rest.end))
    facts = known.explain(number)
    cued = frame.has(Tag.CUE_NUMBER, max(0, at - 1), at)  # "nilai 15, 61": broken, and a slip besides
    return Figure(frame, at, number, facts, digits(number) >= TELLING) if facts or cued else None
