"""Brackets behind a weekday that were to hold a date and hold none: Selasa (17/2019), Rabu (18//9/2019)."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from factcheck.cache.patterns import compiled
from factcheck.language.figures import DateMention
from factcheck.language.fold import fold
from factcheck.language.language import Language
from factcheck.language.one_letter import letters_apart
from factcheck.language.weekdays import weekday_before
from factcheck.model import Span
from factcheck.typed import NamedTuple

FEWEST, SLIPS = 4, 3
"""Figures of a date that was to be written with its year, and slips of the finger in it."""
NEWS = timedelta(days=31)
"""News is of the last weeks: which day was meant is only guessed within that."""
_BRACKET = compiled(r"\(\s?([!?]?[0-9oe][0-9/!?oe.-]{3,11})\s?\)")
_HOURS = compiled(r"[0-9]{1,2}\.[0-9]{2}.*")
_DAYS = compiled(r"[0-9]{1,2}(?:/[0-9]{1,2})+")
_SEASON = compiled(r"(?:19|20)[0-9]{2}/(?:19|20)?[0-9]{2}")


class BrokenDate(NamedTuple):
    """A bracket with figures behind a weekday (Monday is 0): where both stand, and what is in the bracket."""

    start: int
    end: int
    weekday: int
    weekday_span: Span
    figure: Span


def find_broken(plain: str, language: Language, dates: Sequence[DateMention]) -> Iterator[BrokenDate]:
    """The brackets behind a weekday in which no date was found, though figures and strokes stand there."""
    if "(" not in plain:
        return
    low, ends = fold(plain), {one.figure.start: one.figure.end for one in dates}
    for match in _BRACKET.finditer(low):
        if _no_date(match[1]) and ends.get(match.start(1), 0) < match.end(1):
            weekday = weekday_before(plain, low, match.start(), language)
            if weekday is not None:
                yield BrokenDate(weekday.span.start, match.end(), weekday.number, weekday.span, Span(*match.span(1)))


def _no_date(inner: str) -> bool:
    """Whether figures and strokes are a date with a slip: no season, no hours, no days one behind the other."""
    enough = "/" in inner and sum(map(str.isdigit, inner)) >= FEWEST
    return enough and not any(other.fullmatch(inner) for other in (_SEASON, _HOURS, _DAYS))


def _fewest_and_shortest(found: tuple[int, str]) -> tuple[int, int]:
    return found[0], len(found[1])


def meant(written: str, weekday: int, published: date, most: int = SLIPS) -> str:
    """The date of that weekday near the publication that `written` is a slip of, or `most` slips; empty where none is,
    or two are."""
    near: list[tuple[int, str]] = []
    for days in range(-NEWS.days, NEWS.days // 2):
        day = published + timedelta(days=days)
        if day.weekday() == weekday:
            forms = (f"{day.day}/{day.month}/{day.year}", f"{day.day:02}/{day.month:02}/{day.year}")
            near.append(min(((letters_apart(written, form), form) for form in forms), key=_fewest_and_shortest))
    (least, best), (second, _) = sorted(near)[:2]
    return best if least <= most and least < second else ""
