"""Which year a text goes on in: after a sentence that names one and has no values, and at the head of a list."""

from collections.abc import Sequence

from factcheck.reading.records import Mark, When
from factcheck.reading.scan.frame import SCALED, Frame
from factcheck.reading.scan.mentions import Tag

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
