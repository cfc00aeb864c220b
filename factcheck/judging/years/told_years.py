"""The years that a draft tells, in order, and of what."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter

from factcheck.judging.case import Case, frame_at, frame_of
from factcheck.language.figures import Number
from factcheck.model import Claim, How, Span
from factcheck.reading.scan.frame import FIGURES, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag

SERIES = 60
"""Code points from a figure to a year behind others of a series."""
GLUED = 12
"""Code points between a figure and the year or the word of a scale that is its own: ", kategori "."""
FOLLOWS = 200
"""Code points behind a year within which a relative one is counted from it."""
_start = attrgetter("start")
REACH = 40
"""So many code points at most stand between a figure and the year behind it: " poin yang dicapai pada "."""
PARTING = (
    Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.STOP, Tag.CELL, Tag.BIND_AND, Tag.BIND_CLAUSE, Tag.BIND_COMPARE,
    Tag.BIND_FROM, Tag.BIND_TO, Tag.BIND_SINCE, Tag.CHANGE, Tag.ENTITY, Tag.YEAR_OTHER, Tag.MOOD_IRREALIS, FIGURES,
)  # fmt: skip
"""What parts a figure from a year that is not its own."""
MEASURED = (Tag.SUBJECT, Tag.COUNT_ASSESSED)
"""What a sentence tells of that is about what is measured."""


def is_relative(case: Case, span: Span) -> bool:
    """Whether a year is told as "last year" and not in figures."""
    return not case.document.plain[span.start : span.end].isdigit()


@lru_cache(maxsize=2)
def years_told(case: Case) -> Sequence[tuple[int, Span]]:
    """Every year of a draft in order, with the place of its sentence, told in figures or as "tahun lalu"."""
    return [
        (frame.sentence.place, Span(frame.mentions[at].start, frame.mentions[at].end))
        for frame in case.frames
        if Tag.YEAR_DIGITS in frame.tagged or Tag.YEAR in frame.tagged
        for at in sorted({*frame.having(Tag.YEAR_DIGITS), *frame.having(Tag.YEAR)})
        if frame.mentions[at].tags.get(Tag.YEAR, "word") != "word" or Tag.YEAR_DIGITS in frame.mentions[at].tags
    ]


def year_in_front(case: Case, start: int) -> str:
    """The year that is told last in front of a place; empty where none is."""
    years = years_told(case)
    last = bisect_left(years, start, key=lambda told: told[1].start) - 1
    return case.document.plain[slice(*years[last][1])] if last >= 0 else ""


def was_passed_by(case: Case, claim: Claim) -> bool:
    """Whether what is right of the year of a claim gave it that, and no place where it is written; or a year in figures
    stands right behind it beside one told in words."""
    origin = claim.period_origin
    if origin is None:
        return How.YEAR_EXPLAINED in claim.how
    if is_relative(case, origin):
        return year_behind(case, claim) is not None
    return not case.document.plain.startswith(claim.period, origin.start)


def ends_series(frame: Frame, end: int, year: Span) -> bool:
    """ "Gowa 82,60, 92,33, lalu 94 pada 2024": whether a year stands behind a figure that ends there and behind others,
    with nobody named between."""
    if not 0 < year.start - end < SERIES:
        return False
    between = [one for one in frame.mentions if end <= one.start < year.start]
    return any(one.number is not None for one in between) and not any(one.ids for one in between)


def dates_something_else(case: Case, start: int, right: str) -> bool:
    """Whether the sentence at a place tells of nothing measured, and the year told in front of it is the right one: the
    year that it tells is that of something else."""
    frame = frame_at(case, start)
    if frame.has_any(MEASURED) or names_measure(frame.tagged) or case.claims.inside(frame.sentence.place):
        return False
    return year_in_front(case, frame.sentence.start) == right


def fine_figures(case: Case, place: int) -> Sequence[Number]:
    """The figures with decimals of the sentence at a place, be they read or not: any of them may be what its year is
    told of."""
    frame = frame_at(case, place)
    numbers = (frame.mentions[at].number for at in frame.having(FIGURES))
    return [number for number in numbers if number is not None and number.quantum < 1]


def names_measure(tags: Iterable[str]) -> bool:
    """Whether one of the tags of a mention, or of a sentence, is the word for what is measured."""
    return any(tag.startswith(CUE_OF) and tag != Tag.CUE_NUMBER for tag in tags)


def year_behind(case: Case, claim: Claim) -> Span | None:
    """ "di atas 78,12 yang dicapai pada 2021", "with 53.64 the lowest in 2022", "64 (2022)": the year right behind a
    figure, nothing between that may have a year of its own; None where none is."""
    frame = frame_of(case, claim)
    at = figure_at(frame, claim.start) if frame is not None else -1
    year = frame.first(Tag.YEAR_DIGITS, at + 1) if frame is not None and at >= 0 else -1
    if frame is None or year < 0 or frame.mentions[year].start - claim.end > REACH:
        return None
    mention = frame.mentions[year]
    parted = frame.has_any(PARTING, at + 1, year) or _heads_bracket(frame, year)
    return None if parted else Span(mention.start, mention.end)


def has_year(case: Case, claim: Claim) -> bool:
    """Whether the year of a claim is written in its clause: as the reading says, or right behind its figure ("ke 494
    pada 2024", which the reference may explain in another year)."""
    if claim.period_span is not None or claim.period_origin is None or claim.period_origin.start < claim.end:
        return claim.period_span is not None
    return year_behind(case, claim) == claim.period_origin


def _heads_bracket(frame: Frame, year: int) -> bool:
    """ "Rp3.685.616 (2024: Rp3.460.672)": whether a year opens a bracket and is that of the figure in it."""
    opens = frame.has(Tag.OPEN, max(0, year - 1), year)
    return opens and frame.has_any((Tag.COLON, FIGURES), year + 1, year + 2)


def figure_at(frame: Frame, start: int) -> int:
    """Where the figure stands in which a place lies, with its unit ("Rp3.221.731", "3,84 persen"); -1 where none
    does."""
    at = bisect_right(frame.mentions, start, key=_start) - 1
    inside = at >= 0 and frame.mentions[at].number is not None and start < frame.mentions[at].end
    return at if inside else -1


def is_own_in_front(frame: Frame, year: int, figure: Claim) -> bool:
    """Whether a year stands right in front of a figure, and nothing between says that this is of another: "dibandingkan
    2022 yang masih 84,21", but not "dibandingkan 2022 naik ke 84,21"."""
    at = bisect_left(frame.mentions, figure.start, key=_start)
    near = year < at and figure.start - frame.mentions[year].end <= REACH
    return near and not frame.has_any(PARTING, year + 1, at)
