"""The years of a sentence: written ones, and "tahun lalu" counted from what is spoken of."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from factcheck.cache.once import once
from factcheck.cache.patterns import compiled
from factcheck.language.fold import alternation
from factcheck.language.language import Language
from factcheck.model import Span
from factcheck.reading.records import Mark, When
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame
from factcheck.reading.scan.mentions import CUE_OF, Tag

OTHER_REACH = 24
DAY_REACH, DECREE_REACH = 20, 60
TOLD_AGAIN = 3
"""Mentions from a word for a change to "dari" behind its size; as many more where the size is told again."""
LEAD = 20
"""Letters in front of a year in which the word that opens its clause stands: "yang di tahun 2021"."""
PLACED = (FIGURES, SCALED, Tag.EXTREME)
"""What a clause may tell of a year."""
COMPARED_REACH = 4
"""How many mentions may name what is compared with: "dibandingkan dengan angka Sulsel 2022"."""
TIGHT, CLOSE = 40, 4
"""Letters and mentions between what is measured and its year: "iuran Provinsi Jambi 2023", "Penilaian Kepatuhan Tahun
2024"."""
_NUMBERED = compiled(r"(?<!(?:19|20)\d{2})/$")
_YEARS_OF = compiled(r"\([A-Z][A-Za-z]+ (?:19|20)\d{2}[-–]$")
_DAY = compiled(r"[A-Z][a-z]{2,8}\.? [0-9]{1,2}(?:[-–][0-9]{1,2})?, $")


def marks(frame: Frame, when: When) -> list[Mark]:
    """The years of a sentence in order, relative ones resolved; that in which something began ("which has graded them
    since 2015") only where there is no other."""
    written, worded = frame.having(Tag.YEAR_DIGITS), frame.having(Tag.YEAR)
    found: list[Mark] = []
    behind: list[Mark] = []
    for at in sorted({*written, *worded}) if written or worded else ():
        mention = frame.mentions[at]
        span = Span(mention.start, mention.end)
        if Tag.YEAR_DIGITS in mention.tags and not (
            of_another(frame, at) or in_date(frame, at) or is_ended_by(frame, at)
        ):
            found.append(Mark(at, mention.tags[Tag.YEAR_DIGITS], span, compared(frame, at), True))
        elif mention.tags.get(Tag.YEAR, "word") not in ("word", "future"):
            leads = Tag.YEAR_LEADING in mention.tags
            if leads and found and _ends_clause(frame, at):
                year = str(int(found[-1].year) - int(mention.tags[Tag.YEAR]))
                found.append(Mark(at, year, span, False, False))
                continue
            if leads and (later := _behind_dated_clause(frame, at)):
                behind.append(later)
                continue
            base = _of_clause_behind(frame, at, when) if leads else _base(mention.tags, found, when)
            if base:
                year = str(int(base) + int(mention.tags[Tag.YEAR]))
                other = _by_publication(mention.tags, year, when)
                found.append(Mark(at, year, span, compared(frame, at), False, other))
    found = sorted((*found, *behind)) if behind else found
    found = [mark for mark in found if not _joined(frame, mark, found)]
    return [mark for mark in found if not (len(found) > 1 and frame.before(mark.at, Tag.BIND_SINCE, 1))]


def _ends_clause(frame: Frame, at: int) -> bool:
    """ "68.39 in 2022 and an A a year after.": whether nothing follows for such words to lead, so that they count on
    from the year written in front of them."""
    return at + 1 == len(frame.mentions) or bool(frame.mentions[at + 1].tags.keys() & {Tag.STOP, Tag.SEMICOLON})


def relative(frame: Frame) -> bool:
    """Whether any year of a sentence is counted from one spoken of before."""
    return any(frame.mentions[at].tags[Tag.YEAR] not in ("word", "future") for at in frame.having(Tag.YEAR))


def _by_publication(tags: Mapping[str, str], year: str, when: When) -> str:
    if Tag.YEAR_ANCHORED in tags or not when.published:
        return ""
    other = str(int(when.published) + int(tags[Tag.YEAR]))
    return other if other != year else ""


def in_date(frame: Frame, at: int) -> bool:
    """ "(Dec. 9-10, 2024)", "Nomor 188.44/477/2025": the year of a day or of a decree, and not of what is told."""
    start = frame.mentions[at].start
    before = frame.plain[max(frame.sentence.start, start - DAY_REACH) : start]
    if before.endswith("/") and _NUMBERED.search(before):
        return True
    if before.endswith(", ") and _DAY.search(before):
        return True
    if not before.rstrip().lower().endswith(_year_words(frame.language)):
        return False
    return (
        _decree(frame.language).search(frame.plain, max(frame.sentence.start, start - DECREE_REACH), start) is not None
    )


@cache
def _year_words(language: Language) -> tuple[str, ...]:
    return tuple(word.lower() for word in language.words.citation.year)


@cache
def _decree(language: Language) -> re.Pattern[str]:
    """ "Keputusan Gubernur Nomor 561/54 Tahun 2022", "(Permenaker 16 Tahun 2024)": a number, and the word for the year
    behind it."""
    words = language.words.citation
    titled = "|".join(map(re.escape, words.year)) or "(?!)"
    number, year = (alternation([word.lower() for word in one]) for one in (words.number, words.year))
    laws = alternation([form.lower() for forms in language.words.laws.values() for form in forms])
    return compiled(
        rf"(?i:\b(?:{laws})\s+[0-9]{{1,3}}\s+(?:{year})\s+)$"
        rf"|(?i:\b(?:{number})\s*:?\s*[0-9][\w./-]{{0,30}},?\s+(?:{year})\s+)$"
        rf"|\b[A-Z]\w+ [0-9]{{1,3}} (?:{titled}) $"
    )


def _behind_dated_clause(frame: Frame, at: int) -> Mark | None:
    """ "Setahun setelah kuning pada 2021, kota ini …": where the clause that such words begin has its own year, that of
    the one behind its comma."""
    ends, written = frame.first(Tag.COMMA, at), frame.first(Tag.YEAR_DIGITS, at)
    if not at < written < ends:
        return None
    mention = frame.mentions[at]
    year = int(frame.mentions[written].tags[Tag.YEAR_DIGITS]) - int(mention.tags[Tag.YEAR])
    return Mark(ends, str(year), Span(mention.start, mention.end), False, False)


def _of_clause_behind(frame: Frame, at: int, when: When) -> str:
    """ "Dua tahun setelah terdampar di urutan 22, kota ini …": the year written behind the clause that such words
    begin, else that of the article."""
    written = frame.first(Tag.YEAR_DIGITS, at)
    return frame.mentions[written].tags[Tag.YEAR_DIGITS] if written > 0 else when.period


def reaches(frame: Frame, year: int, at: int) -> bool:
    """Whether a place is not outside of the bracket that a year opens for a figure of its own: "9,40 tahun (2023:
    9,35)"; nor outside of the clause that a year leads."""
    if Tag.YEAR_LEADING in frame.mentions[year].tags and not _ends_clause(frame, year):
        return year < at < frame.first(Tag.COMMA, year)
    if not frame.before(year, Tag.OPEN):
        return True
    closes = frame.first(Tag.CLOSE, year)
    own = closes < 0 or frame.has(FIGURES, year + 1, closes)
    return not own or (year <= at and (closes < 0 or at <= closes))


@once
def clauses_ended(frame: Frame) -> Mapping[int, int]:
    """ "Bintan yang pada 2021 tergolong tiga besar malah jatuh ke posisi delapan": the years of a sentence that open a
    clause of "yang" which tells a place, a figure or a word of a scale, each with where a word for what came of that
    stands behind: the year is not that of what follows. "Yang pada 2021 jatuh ke posisi delapan" is of that year."""
    years = frame.having(Tag.YEAR_DIGITS) if Tag.CHANGE in frame.tagged else ()
    ended = ((year, _turn_behind(frame, year)) for year in years if _opens_clause(frame, year))
    return {year: turn for year, turn in ended if turn > 0}


def _opens_clause(frame: Frame, year: int) -> bool:
    start = frame.mentions[year].start
    lead = frame.plain[max(frame.sentence.start, start - LEAD) : start].lower().split()
    return not set(frame.words.relative).isdisjoint(lead[-2:])


def _turn_behind(frame: Frame, year: int) -> int:
    """Where the word for a change stands behind what a clause tells of its year; -1 where none does."""
    told = min((at for tag in PLACED if (at := frame.first(tag, year + 1)) > 0), default=-1)
    return frame.first(Tag.CHANGE, told + 1) if told > 0 and not frame.has(Tag.COMMA, year, told) else -1


def is_ended_by(frame: Frame, at: int) -> bool:
    """ "Sebelum 2022 nilainya 91,06": whether a year is only that before which something was so."""
    lead = at - frame.before(at, Tag.YEAR)
    return Tag.BIND_UNTIL in frame.tagged and frame.before(lead, Tag.BIND_UNTIL)


def ends_programme(frame: Frame, at: int) -> bool:
    """Whether a year ends those of a programme that is told in brackets: "(PSN 2019-2024)"."""
    start, end = frame.mentions[at].start, frame.mentions[at].end
    first = max(frame.sentence.start, start - DAY_REACH)
    return frame.plain[end : end + 1] == ")" and _YEARS_OF.search(frame.plain, first, start) is not None


def of_another(frame: Frame, at: int) -> bool:
    """Whether the year belongs to a budget, an election or the like: "APBD Kaltim 2024", or to a programme."""
    if Tag.CLOSE in frame.tagged and ends_programme(frame, at):
        return True
    return any(
        Tag.YEAR_OTHER in frame.mentions[place].tags and len(frame.gap(place, at)) <= OTHER_REACH
        for place in range(max(0, at - 3), at)
    )


def _base(tags: Mapping[str, str], found: Sequence[Mark], when: When) -> str:
    """The year a relative word counts from: the year just spoken of for "setahun sebelumnya", else the article's; that
    of "kini" is one just spoken of that is later ("Pada 2024 Depok kedua. Cilegon, dulu kuning, kini ketiga")."""
    if Tag.YEAR_ANCHORED not in tags:
        now = tags.get(Tag.YEAR) == "0" and when.period < when.spoken <= (when.published or when.spoken)
        return when.spoken if now else when.period
    inside = [mark.year for mark in found if mark.written]
    if not inside and when.told[0] and when.spoken == when.period and tags.get(Tag.YEAR, "").isdigit():
        return when.told[0]  # "… pada 2021.", and a paragraph on: "Setahun kemudian keadaan berbalik"
    return inside[-1] if inside else when.spoken or when.period


def compared(frame: Frame, at: int) -> bool:
    """Whether a year is that of what is compared with or added to: "dibandingkan 2022", "dibandingkan dengan angka
    Sulsel 2022", "iuran 2024 ditambah 6,5 persen"."""
    if frame.after(at, Tag.BIND_ADDED):
        return True
    if _owns_figure(frame, at) and frame.has(Tag.CHANGE, 0, at):
        return True
    for place in range(at - 1, max(-1, at - 1 - COMPARED_REACH), -1):
        tags = frame.mentions[place].tags
        if Tag.BIND_COMPARE in tags or (Tag.BIND_FROM in tags and (place == at - 1 or _of_change(frame, place))):
            return frame.close(place, at, 3 + at - 1 - place)
        if not (tags.keys() & {Tag.YEAR, Tag.BIND_FRONT, Tag.ENTITY} or _is_cue(tags)):
            return False
    return False


def opens_outcome(frame: Frame, at: int) -> bool:
    """ "turun dibanding 2016: hanya 22,94", "turun dari 2016, tinggal 22,94": whether a sign behind the year of what is
    compared with opens what came of a change told in front of it, in words of its own."""
    rest = frame.plain[frame.mentions[at].end : frame.sentence.end]
    words = rest[1:].lstrip()
    told = rest[:1] in (":", ",") and words[:1].isalpha() and not words.startswith(frame.words.relative)
    return told and frame.has(Tag.CHANGE, 0, at)


def _of_change(frame: Frame, source: int) -> bool:
    """ "kenaikan 6,50% dari tahun 2024", "naik dari tahun 2024", "naik sebesar Rp51.535, atau 1,33 persen dari tahun
    2023": whether "dari" leads to what a change began with."""
    lead = frame.mentions[max(0, source - 1) : source]
    if lead and Tag.CHANGE in lead[0].tags and frame.close(source - 1, source):
        return True
    if not lead or lead[0].number is None:
        return False
    first = source - TOLD_AGAIN
    if (
        frame.has(Tag.COMMA, first, source)
        and frame.has(FIGURES, first - 2, first + 1)
        and not frame.names_between(first, source)
    ):
        first -= TOLD_AGAIN
    return frame.has(Tag.CHANGE, max(0, first), source)


def _is_cue(tags: Mapping[str, str]) -> bool:
    return any(tag.startswith(CUE_OF) for tag in tags)


def _owns_figure(frame: Frame, at: int) -> bool:
    """ "gained 18.14 points on last year's 54.03": the year of that figure, and of no other."""
    return at + 1 < len(frame.mentions) and frame.gap(at, at + 1) == "'s " and frame.mentions[at + 1].number is not None


def _joined(frame: Frame, mark: Mark, found: Sequence[Mark]) -> bool:
    """ "setahun sebelumnya, yakni pada 2022": the written year stands for both."""
    return not mark.written and any(
        other.written and 0 < other.at - mark.at <= 3 and other.span.start - mark.span.end < 22 for other in found
    )


def is_tight(frame: Frame, at: int) -> bool:
    """Whether a year stands beside what is measured or the name of the subject, no number between."""
    for place in range(at - 1, max(-1, at - CLOSE), -1):
        mention = frame.mentions[place]
        if frame.mentions[at].start - mention.end > TIGHT or mention.number is not None or frame.ends_at(place):
            return False
        if Tag.SUBJECT in mention.tags or any(tag.startswith(CUE_OF) and tag != Tag.CUE_NUMBER for tag in mention.tags):
            return True
    return False
