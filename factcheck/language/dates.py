"""Calendar dates as the press writes them."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from factcheck.cache.patterns import compiled
from factcheck.language.figures import DateMention
from factcheck.language.fold import alternation, digits_in, first_word, fold, word_start, words_in
from factcheck.language.language import Language
from factcheck.language.weekdays import Weekday, weekday_before
from factcheck.model import Span
from factcheck.typed import NamedTuple

# 22/12/2022 (and its slips: 92/9/2019, 3/ 12/2024), 22-12-22, 22.12.2022, 2022-12-22; 22/12 beside a weekday.
NUMERIC = compiled(
    r"[0-9](?:[0-9]{0,2} ?/ ?[0-9]{1,2}(?: ?/ ?[0-9]{1,5})?"
    r"|[0-9]?-[0-9]{1,2}-[0-9]{2,5}"
    r"|[0-9]?\.[0-9]{1,2}\.[0-9]{2,4}"
    r"|[0-9]{3}-[0-9]{2}-[0-9]{2})(?![0-9])"
)
DIGITS = compiled("[0-9]+")
SIGNS = ("/", " /", "-", ".")
"""What stands behind the first figure of such a day."""
MOST_DIGITS = 3
"""So many digits of a day are read."""
# A time may be glued to the day: 19-07-2023,09:50.
GOES_ON = compiled(r"[-/.]?[0-9]|,(?![0-9]{1,2}[:.][0-9]{2})[0-9]|[a-su-z]")
TIMED = 6
"""Letters of a comma and a time."""
LATEST = 2100
EARLIEST = 1500
FIRST_SLIP, SLIP_OF = 3000, 40
"""Years that are a slip of one of these days: 3019, 9024."""
MOST_DAYS = 320
"""A day with a figure typed twice or between its two is less."""


class Figure(NamedTuple):
    """A date without its weekday; `start` is before `figure` where a range begins there (14-15/9)."""

    start: int
    figure: Span
    day: int
    month: int
    year: int
    written: str
    """The separator, or `word` where the month is a word."""


class Grammar(NamedTuple):
    """The patterns of one language, over folded text; `worded` by the order of day and month."""

    worded: dict[str, re.Pattern[str]]
    range_start: re.Pattern[str]
    short_cue: re.Pattern[str]
    forbidden: re.Pattern[str]
    months: frozenset[str]
    """The first words of the names of months: without one of them no day is written in words."""


@cache
def grammar(language: Language) -> Grammar:
    """The patterns made from `dates.toml`."""
    words = language.dates
    month = f"(?P<month>{alternation((*words.months, *words.other_months))})(?![a-z])"
    # 22 Desember 20221. Berikutnya: the year and the number of a list item that lost its line.
    # 12 Agustus 3019: a year only where nothing follows that it could count.
    digits = (
        r"[12][0-9]{3}(?=[0-9]\.\s?[a-z])|[12][0-9]{3,4}(?![0-9]|[.,][0-9])"
        r"|[3-9]0[0-3][0-9](?=\s{0,2}(?:[,;:)\"]|\.(?![0-9])|$))"
    )
    named = f"(?:(?:{alternation(words.year)}) )?" if words.year else ""
    year = rf"(?:(?:\.?,?\s{{1,2}}|,){named}(?P<year>{digits}))"
    month_first = rf"{month}\.?\s{{1,2}}(?P<day>[0-9]{{1,3}})(?![0-9.:]){year}"
    shapes = {
        "dmy": rf"(?P<day>[0-9][0-9]{{0,2}})\s{{0,2}}{month}{year}?",
        "mdy": f"{month_first}{'?' if 'mdy' in words.order else ''}",  # the head of many a page: Desember 30, 2021
    }
    until = alternation(words.until)
    before, never = word_start([*words.before_short, *words.weekdays]), word_start(words.not_after)
    return Grammar(
        {order: compiled(shape) for order, shape in shapes.items()},
        compiled(rf"[0-9](?<![0-9/.-].)[0-9]?\s{{0,2}}(?:{until})\s{{0,2}}$"),
        compiled(rf"{before}\s{{0,2}}\(?$"),
        compiled(rf"{never}\s{{0,2}}$"),
        frozenset(map(first_word, (*words.months, *words.other_months))),
    )


def find_dates(plain: str, language: Language) -> list[DateMention]:
    """Every date written in `plain`, left to right, offsets into it; possible or not.

    A range (2-4 Desember 2024) is one mention of its last day and has no weekday.
    """
    low = fold(plain)
    found: list[DateMention] = []
    for figure in sorted(chain(_worded(low, language), _numeric(low, language))):
        if found and figure.start < found[-1].end:
            continue
        weekday = None if figure.start < figure.figure.start else weekday_before(plain, low, figure.start, language)
        if _is_date(low, figure, weekday, language):
            found.append(_mention(plain, figure, weekday))
    return found


def _worded(low: str, language: Language) -> Iterator[Figure]:
    words = grammar(language)
    if words_in(low).isdisjoint(words.months):
        return
    own, others = language.dates.months, language.dates.other_months
    for order, pattern in words.worded.items():
        for match in _at_days(pattern, low) if order == "dmy" else pattern.finditer(low):
            year = int(match["year"] or 0)
            month = own.get(match["month"]) or (others[match["month"]] if year else 0)
            if month and not _glued(low, match.start()):
                yield _figure(low, match.span(), (int(match["day"]), month, year), "word", words)


def _at_days(pattern: re.Pattern[str], low: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins with a day: where digits begin, of which a year has more."""
    for start, end in digits_in(low):
        if end - start <= MOST_DIGITS and (match := pattern.match(low, start)):
            yield match


def _numeric(low: str, language: Language) -> Iterator[Figure]:
    words = grammar(language)
    for match in _at_signs(low):
        start, end = match.span()
        if not _glued(low, start) and not GOES_ON.match(low, end, end + TIMED):
            parts = [int(part) for part in DIGITS.findall(match[0])]
            separator = next(char for char in match[0] if char in "/.-")
            yield _figure(low, (start, end), _in_order(parts, match[0], language), separator, words)


def _at_signs(low: str) -> Iterator[re.Match[str]]:
    """The matches of `NUMERIC`, left to right without overlap: behind digits a sign stands between the figures."""
    free = 0
    for start, end in digits_in(low):
        if low.startswith(SIGNS, end):
            for at in range(max(start, free), end):
                if match := NUMERIC.match(low, at):
                    yield match
                    free = match.end()
                    break


def _in_order(parts: list[int], written: str, language: Language) -> tuple[int, int, int]:
    if len(parts) == 2:
        return parts[0], parts[1], 0
    first, second, last = parts
    if first > 1000:
        return last, second, first
    if len(DIGITS.findall(written)[2]) == 2:
        last += 2000 if last < 70 else 1900
    if "mdy" in language.dates.order and second > 12 >= first:
        return second, first, last
    return first, second, last


def _glued(low: str, start: int) -> bool:
    return start > 0 and (low[start - 1].isalnum() or low[start - 1] in "/._@#+")


def _figure(low: str, span: tuple[int, int], parts: tuple[int, int, int], written: str, words: Grammar) -> Figure:
    first = words.range_start.search(low, max(0, span[0] - 20), span[0])
    day, month, year = parts
    return Figure(first.start() if first else span[0], Span(*span), day, month, year, written)


def _is_date(low: str, figure: Figure, weekday: Weekday | None, language: Language) -> bool:
    words = grammar(language)
    before = low[max(0, figure.start - 16) : figure.start]
    if figure.start == figure.figure.start and before.endswith("-"):
        return False
    if weekday is not None or figure.written == "word":
        return weekday is not None or figure.day < 100 or _three_figures(low, figure, words, before)
    if words.forbidden.search(before):
        return False
    plausible = 1 <= figure.day <= 31 and 1 <= figure.month <= 12
    if not figure.year:
        return plausible and words.short_cue.search(before) is not None
    written_short = figure.figure.end - figure.figure.start <= 8 and not low[slice(*figure.figure)][-4:].isdigit()
    if written_short:
        return plausible and figure.written != "."
    far = figure.written == "/" and figure.year >= FIRST_SLIP and figure.year % 1000 < SLIP_OF
    return (EARLIEST < figure.year < LATEST or (far and plausible)) and figure.day < 100


def _three_figures(low: str, figure: Figure, words: Grammar, before: str) -> bool:
    """Whether "121 Agustus 2019" is a day with a figure too many, and no number of something in August."""
    return figure.year > 0 and figure.day < MOST_DAYS and not words.forbidden.search(before)


def _mention(plain: str, figure: Figure, weekday: Weekday | None) -> DateMention:
    start, end = (weekday.span.start if weekday else figure.start), figure.figure.end
    opened = "(" in plain[start : figure.start] if weekday else plain[start - 1 : start] == "("
    if opened and plain[end : end + 1] == ")":
        end += 1
        start -= 0 if weekday else 1
    number, span = weekday or (-1, None)
    return DateMention(start, end, figure.day, figure.month, figure.year, number, figure.figure, span)
