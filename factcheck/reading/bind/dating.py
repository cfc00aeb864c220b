"""The years of what is told: sentence after sentence, each value under its own, and in which a text goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model import How, Strength
from factcheck.reading.period.marks import marks, relative
from factcheck.reading.period.which_year import Asked, ask
from factcheck.reading.records import Bound, Mark, Told, Value, When
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.scan import IN_LIST
from factcheck.spans import HEADS
from factcheck.typed import NamedTuple, Record

LED = 3
"""Code points in front of a year that a sentence begins with."""
COMPARED = 4
"""Mentions in front of a year in which what it is compared with may stand."""
SHORT = 60
"""A line that heads a list has no more letters."""
NEVER = ("", None)
AGE = 2
"""So many paragraphs on a year is still the one told last."""
TOLD = ("paragraph", "item", "caption")


def after_years(frame: Frame, years: Sequence[Mark], when: When) -> When:
    """The years after a sentence that names some and has no values: "Berikut hasil penilaian tahun 2022." """
    kind = frame.sentence.kind
    plain = [
        mark
        for mark in years
        if mark.written
        and not mark.compared
        and not frame.before(mark.at, Tag.BIND_SINCE, 1)
        and not frame.has(Tag.BIND_COMPARE, max(0, mark.at - COMPARED), mark.at)  # "compared with 179 in 2021"
    ]
    if not plain and kind in ("paragraph", "item") and _looks_on(frame, years):
        plain = list(years)
    if plain and kind in ("paragraph", "item"):
        last = plain[-1]
        when = when._replace(spoken=last.year, spoken_span=last.span, announced=(last.year, last.span))
    elif kind == "paragraph" and _looks_back(frame, years):
        when = when._replace(spoken=years[0].year, spoken_span=years[0].span)
    if kind == "heading":
        when = when._replace(section=(years[-1].year, years[-1].span))
    if plain and _introduces(frame):
        year, span = plain[-1].year, plain[-1].span
        when = when._replace(spoken=year, spoken_span=span, section=(year, span))
    return when


def last_told(frame: Frame, years: Sequence[Mark], when: When) -> When:
    """The years with the last one that a sentence of running text speaks of, be it counted; with none where it speaks
    of a past that it does not date: "Dulu lain." """
    own = [mark for mark in years if not mark.compared] if frame.sentence.kind in TOLD else []
    if own:
        return when._replace(told=(own[-1].year, own[-1].span), aged=0)
    return when._replace(told=NEVER) if when.told[0] and frame.has(Tag.MOOD_PAST) else when


def aged(frame: Frame, when: When) -> When:
    """The years at the beginning of another block: what was told some paragraphs ago is told no more."""
    if not when.told[0] or frame.sentence.kind != "paragraph" or heads_list(frame):
        return when
    return when._replace(aged=when.aged + 1) if when.aged < AGE else when._replace(told=NEVER)


def announces(frame: Frame, when: When) -> When:
    """The years after a sentence with values, with the one that one without any set for the list it leads to, until one
    of running text has some: "Setahun kemudian daftarnya berubah. Begini bunyinya." """
    if frame.sentence.kind == "paragraph" and not heads_list(frame):
        return when._replace(announced=NEVER)
    return when


def heads_list(frame: Frame) -> bool:
    """ "**Kategori B (11 pemda)**" on a line of its own: whether a short block only says a word of a scale of those who
    are listed below it, and no year."""
    if frame.sentence.kind not in ("paragraph", "heading") or not frame.has(SCALED) or frame.names_between():
        return False
    text = frame.plain[frame.sentence.start : frame.sentence.end].strip(" *_\n")
    return len(text) <= SHORT and not text.endswith((".", "?", "!")) and not frame.has_any((Tag.YEAR, Tag.YEAR_DIGITS))


def _looks_on(frame: Frame, years: Sequence[Mark]) -> bool:
    """ "Pasang datang setahun kemudian.": whether a sentence tells of one year, which is counted on from another."""
    step = frame.mentions[years[0].at].tags.get(Tag.YEAR, "")
    return len(years) == 1 and not years[0].written and not years[0].compared and step.isdigit() and int(step) > 0


def _looks_back(frame: Frame, years: Sequence[Mark]) -> bool:
    """ "Tahun lalu petanya lain. Tiga belas kabupaten merah": whether a sentence that begins with a year gone by has no
    other."""
    first = years[0]
    led = first.span.start - frame.sentence.start <= LED and not first.written
    gone = frame.mentions[first.at].tags.get(Tag.YEAR, "").startswith("-")
    return led and gone and len({mark.year for mark in years}) == 1


def _introduces(frame: Frame) -> bool:
    """ "Rinciannya untuk tahun 2022 sebagai berikut.": the year holds for the list or the paragraphs that follow."""
    return frame.has(Tag.BIND_FOLLOWS) or frame.plain[frame.sentence.start : frame.sentence.end].rstrip("* ").endswith(
        ":"
    )


class Step(Record):
    """A sentence with its values and what is told in it; `opens` its block, and `goes_on` with an announced list."""

    frame: Frame
    found: Sequence[Value]
    told: Sequence[Told]
    opens: bool
    goes_on: bool


class Ways(NamedTuple):
    """The years named in a sentence and, by the place of each value, its year or what finds it."""

    years: Sequence[Mark]
    asked: Mapping[int, Asked]


NO_WAYS = Ways((), {})
UNDATED = When()


Asking = tuple[Step, Ways | None]
"""A sentence with the ways to its years; None where a year of it is counted from one spoken of before."""


class Dated(NamedTuple):
    """What is told, each with its year, in an article about the year `period`; and the years that were read in each
    sentence, one after the other."""

    period: str
    told: list[tuple[Told, Bound]]
    years: list[Sequence[Mark]]


def asking(step: Step) -> Asking:
    """A sentence made ready for the years an article may be about: what hangs on none of them."""
    tagged = step.frame.tagged
    if not step.found and Tag.YEAR not in tagged and Tag.YEAR_DIGITS not in tagged:
        return step, NO_WAYS
    return step, None if relative(step.frame) else _ways(step, UNDATED)


def _ways(step: Step, when: When) -> Ways:
    years = marks(step.frame, when)
    if not years and not step.found:
        return NO_WAYS
    return Ways(years, {value.at: ask(step.frame, value, step.found, years) for value in step.found})


def date_told(sentences: Sequence[Asking], when: When) -> Dated:
    """What all sentences tell in order of reading, in an article about the year of `when`."""
    period = when.period
    dated: list[tuple[Told, Bound]] = []
    years: list[Sequence[Mark]] = []
    bounds: dict[tuple[int, int], Bound] = {}
    for step, ready in sentences:
        if step.opens:
            when = _next_block(aged(step.frame, when) if when.told[0] else when, step)
        if ready is NO_WAYS and not step.told:
            years.append(())
            when = when._replace(marked="", marked_span=None) if when.marked else when
            when = last_told(step.frame, (), when) if Tag.MOOD_PAST in step.frame.tagged else when
            continue
        ways = ready or _ways(step, when)
        here = {at: one if isinstance(one, Bound) else one(when) for at, one in ways.asked.items()}
        if here:
            place = step.frame.sentence.place
            bounds.update(((place, at), bound) for at, bound in here.items())
        dated += [(told, told.bound or bounds[told.dated]) for told in step.told]
        years.append(ways.years)
        when = _after_sentence(step, here, ways.years, when)
    return Dated(period, dated, years)


def _next_block(when: When, step: Step) -> When:
    """The years at the beginning of another block: a paragraph begins anew, each item of a list as the list did."""
    kind = step.frame.sentence.kind
    if kind in IN_LIST:
        if not when.in_list:
            return when._replace(in_list=True, base=(when.spoken, when.spoken_span))
        return when._replace(spoken=when.base[0], spoken_span=when.base[1])
    if step.goes_on:
        return when._replace(in_list=False)
    if when.announced[0] and heads_list(step.frame):
        return when._replace(in_list=False, spoken=when.announced[0], spoken_span=when.announced[1])
    section = ("", None) if kind in HEADS else when.section
    when = when._replace(announced=NEVER) if kind in HEADS and when.announced[0] else when
    year, span = section if section[0] else (when.period, when.period_span)
    if (when.in_list, when.section, when.spoken, when.spoken_span) == (False, section, year, span):
        return when
    return when._replace(in_list=False, section=section, spoken=year, spoken_span=span)


def _after_sentence(step: Step, bounds: Mapping[int, Bound], years: Sequence[Mark], when: When) -> When:
    """The years after a sentence."""
    frame, found = step.frame, step.found
    kind = frame.sentence.kind
    if years and not found:
        when = after_years(frame, years, when)
    if found and when.announced[0]:
        when = announces(frame, when)
    if years or Tag.MOOD_PAST in frame.tagged:
        when = last_told(frame, years, when)
    explicit = _explicit(frame, found, bounds, years) if found else []
    if explicit and kind in ("paragraph", "item"):
        main = _main_year(bounds[found[0].at], explicit[-1])
        if (main.period, main.span) != (when.spoken, when.spoken_span):
            when = when._replace(spoken=main.period, spoken_span=main.span)
    elif Tag.BIND_THEN in frame.tagged and found and kind == "paragraph":  # "Yang merah waktu itu A dan B. Keduanya …"
        then = bounds[found[0].at]
        if then.how is How.YEAR_OF_SENTENCE_BEFORE and then.origin is not None:
            when = when._replace(spoken=then.period, spoken_span=then.origin, told=(then.period, then.origin), aged=0)
    marked, span = (years[-1].year, years[-1].span) if years else ("", None)
    if (marked, span) != (when.marked, when.marked_span):
        when = when._replace(marked=marked, marked_span=span)
    return when


def _explicit(frame: Frame, found: Sequence[Value], bounds: Mapping[int, Bound], years: Sequence[Mark]) -> list[Bound]:
    """The years of the values that are written in their sentence, and not only for what it compares with."""
    # "naik dari 2023 yang …", "daerah yang setahun lalu hijau": no years that are gone on in
    based = [mark.span for mark in years if mark.compared or _within(frame, mark)]
    return [
        bound
        for value in found
        if (bound := bounds[value.at]).span is not None
        and bound.span not in based
        and not frame.has(Tag.BIND_COMPARE, max(0, value.at - 2), value.at)
    ]


def _within(frame: Frame, mark: Mark) -> bool:
    """ "Delapan daerah yang setahun lalu hijau": whether a year gone by is told only in the clause on a name."""
    before = frame.plain[frame.sentence.start : mark.span.start].split()[-1:]
    return not mark.written and bool(before) and before[0].lower() in frame.words.relative


def _main_year(first: Bound, last: Bound) -> Bound:
    """The year the next sentence goes on in: the last one told, but not one that only a comparison looks back to."""
    looks_back = last.strength < Strength.BESIDE and last.period < first.period
    return first if looks_back and first.period else last
