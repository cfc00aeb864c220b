"""What a written year governs: the counts, ranks, words and figures behind it, or the one right in front of it.

"Pada 2022 ada 14 hijau", "316 in 2021 to 250 in 2022", "hijau sejak penilaian 2017": evidence finds the right year of a
count or a word whatever is written, and a slip in the year itself would pass unseen. So where all that a year governs
is explained by one other year, and nothing by it, the claims say what is written; see judging/years/year_slips.py.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache

from factcheck.language.tables import Text
from factcheck.model import Claim, How, Span
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.evidence.counts.explained_counts import counts
from factcheck.reading.period.marks import opens_outcome, reaches
from factcheck.reading.period.year_marks import Mark, is_next_to, year_marks
from factcheck.reading.scan.frame import ENDS, Frame
from factcheck.reading.scan.mentions import CUE_OF, Mention, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.subject.table import Table

COLUMN = 3
"""So many figures of a column show of which year it is."""
CLOSE = 4
"""Mentions between a figure and the year right behind it."""
WITHIN = 48
"""Letters between them: " juta ton beras kering giling (BKG) sepanjang "."""
UNITS_BETWEEN = frozenset((Tag.YEAR, Tag.OPEN, Tag.CLOSE, Tag.UNIT, Tag.CUE_NUMBER))
"""What may stand there."""
LOOSE = (
    Tag.MOOD_IRREALIS,
    Tag.MOOD_PAST,
    Tag.BIND_SINCE,
    Tag.BIND_COMPARE,
    Tag.BIND_FROM,
    Tag.BIND_TO,
    Tag.CHANGE,
    *ENDS,
)
"""With one of these between, a year may not be that of what follows."""
GLUE = (Tag.STATE_BEFORE, Tag.OPEN, Tag.COLON, Tag.CUE_NUMBER)
"""What stands between a year and the figure that follows it at once."""
ENDED = (Tag.MOOD_IRREALIS, *ENDS)


def years_as_written(
    claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, published: date | None
) -> list[Claim]:
    """The claims, those that a written year governs which explains none of them put under that year."""
    told = {claim.sentence for claim in claims}
    own = [frame for frame in frames if frame.sentence.place in told]
    dated = [frame for frame in own if Tag.YEAR_DIGITS in frame.tagged or frame.sentence.kind == "row"]
    where = {_end(mention): (frame, at) for frame in dated for at, mention in enumerate(frame.mentions)}
    by_frame: dict[int, list[tuple[int, Claim]]] = defaultdict(list)
    for claim in claims:
        if claim.end in where and claim.period and claim.subject and _dated(claim):
            frame, at = where[claim.end]
            if frame.has(Tag.YEAR_DIGITS) and (frame.sentence.kind not in ("row", "header") or _heads_row(frame)):
                by_frame[frame.sentence.place].append((at, claim))
    moved = {_key(claim): _as_written(claim, mark) for claim, mark in _in_columns(claims, where, frames, setting)}
    day = str(published.year) if published else ""
    for frame in frames:
        if frame.sentence.place in by_frame:
            for claim, mark in _misplaced(frame, by_frame[frame.sentence.place], setting, day):
                moved[_key(claim)] = _as_written(claim, mark)
    return [moved.get(_key(claim), claim) for claim in claims]


def _in_columns(
    claims: Sequence[Claim], where: Mapping[int, tuple[Frame, int]], frames: Sequence[Frame], setting: Setting
) -> Iterator[tuple[Claim, Mark]]:
    """The figures under a year that heads a column of a table, where all that are explained are of one other year."""
    if not any(frame.sentence.kind == "header" and frame.has(Tag.YEAR_DIGITS) for frame in frames):
        return
    tables: dict[int, Table] = {}
    table = Table()
    for frame in frames:
        table = tables[frame.sentence.place] = table.heard(frame, setting)
    columns: dict[Span, list[tuple[Claim, Mark]]] = defaultdict(list)
    for claim in claims:
        if claim.end in where and where[claim.end][0].sentence.kind == "row" and _dated(claim):
            row, at = where[claim.end]
            head = tables[row.sentence.place].column(row, at)
            if head.span is not None:
                columns[head.span].append((claim, Mark(at, head.year, head.span, tight=True, led=False)))
    for column in columns.values():
        told = [claim for claim, _ in column if _explained(claim, claim.period, setting)]
        right, year = {claim.period for claim in told}, column[0][1].year
        if len(told) >= COLUMN and len(right) == 1 and is_next_to(year, min(right)):
            yield from ((claim, mark) for claim, mark in column if claim in told)


def _heads_row(frame: Frame) -> bool:
    """Whether a year is the head of a row of a table, and the only one in it."""
    first = next((one for one in frame.mentions if Tag.CELL not in one.tags), None)
    headed = first is not None and Tag.YEAR_DIGITS in first.tags
    return headed and frame.sentence.kind == "row" and len(frame.having(Tag.YEAR_DIGITS)) == 1


def _end(mention: Mention) -> int:
    """Where the figure of a mention ends, without its unit; else the mention itself."""
    return mention.number.figure.end if mention.number is not None else mention.end


def _key(claim: Claim) -> tuple[int, str, str]:
    return claim.start, claim.measure, claim.subject


def _dated(claim: Claim) -> bool:
    kind = kind_of(claim.kind)
    return kind.dated and not kind.comparing


def _misplaced(
    frame: Frame, placed: Sequence[tuple[int, Claim]], setting: Setting, published: str
) -> Iterator[tuple[Claim, Mark | None]]:
    """The claims that a written year governs which explains none of them, each with that year; with none what a change
    in that sentence began with, whose year is not written."""
    marks = year_marks(frame)
    written = {mark.year for mark in marks}
    if len(written) < len(marks):
        placed = [(at, _under_its_own(frame, at, claim, placed, marks, setting)) for at, claim in placed]
        yield from ((claim, mark) for _, claim in placed for mark in marks if claim.period_span == mark.span)
    for mark, own in _governed(frame, sorted(placed, key=lambda item: item[0]), marks).items():
        claims = [claim for _, claim in own]
        either = [claim for claim in claims if _explained(claim, mark.year, setting)]
        odd = [claim for claim in claims if claim not in either] if len(either) <= len(claims) - len(either) else []
        years = {claim.period for claim in odd if _explained(claim, claim.period, setting)}
        if len(years) != 1 or not _tells(odd):
            continue
        right = years.pop()
        stands = right in written or (mark.year == published and right < published)
        beside = all(_is_beside(frame, at, mark) for at, claim in own if claim in odd)
        if not is_next_to(mark.year, right) or (stands and not mark.tight and not beside):
            continue
        if all(_explained(claim, right, setting) for claim in either):
            yield from ((claim, mark) for claim in claims if claim.period == right)
            yield from ((claim, None) for at, claim in placed if claim.period_span == mark.span and _of_base(frame, at))


def _governed(
    frame: Frame, placed: Sequence[tuple[int, Claim]], marks: Sequence[Mark]
) -> Mapping[Mark, Sequence[tuple[int, Claim]]]:
    """What each year governs: all behind it up to the next one; where years stand behind figures, the one in front."""
    found: dict[Mark, list[tuple[int, Claim]]] = defaultdict(list)
    behind = {mark.at: at for mark in marks for at, _ in placed if _is_behind(frame, at, mark)}
    measures = {at: claim.measure for at, claim in placed}
    owned = {mark: measures[at] for mark, at in behind.items()}
    every = marks
    for at, claim in placed:
        marks = [mark for mark in every if reaches(frame, mark.at, at)]
        mark = next((mark for mark in marks if behind.get(mark.at) == at or _is_direct(frame, at, mark)), None)
        own = next((mark for mark in marks if _is_its_own(frame, at, mark)), None)
        if own is not None:
            found[own].append((at, claim))
            continue
        mark = mark or _leading(frame, at, claim, marks, owned)
        if mark is None and len(marks) == 1 and marks[0].tight and not marks[0].led and not _of_base(frame, at):
            mark = None if _is_base(frame, at, marks[0]) else marks[0]
        direct = mark is not None and mark.tight and not mark.led and _is_direct(frame, at, mark)
        if mark is not None and (direct or claim.period_span in (None, mark.span)):
            found[mark].append((at, claim))
    return found


def _is_beside(frame: Frame, at: int, mark: Mark) -> bool:
    """Whether nothing but what belongs to them stands between a figure and its year."""
    return _is_behind(frame, at, mark) or _is_its_own(frame, at, mark)


def _is_its_own(frame: Frame, at: int, mark: Mark) -> bool:
    """Whether a year in front of a figure is that one's alone, whatever leads to it."""
    return mark.at < at and (_is_at_once(frame, at, mark) or _is_when(frame, at, mark))


def _is_when(frame: Frame, at: int, mark: Mark) -> bool:
    """ "sejak 2022, ketika angkanya 27,5 persen": whether a figure is the first of the clause that tells of a year."""
    behind = frame.plain[mark.span.end : frame.mentions[at].start].lstrip(", ")
    if not behind.startswith(_whens(frame.words)):
        return False
    between = frame.mentions[mark.at + 1 : at]
    return not any(one.number is not None or one.tags.keys() & set(ENDS) for one in between) and not any(
        Tag.COMMA in one.tags for one in between[1:]
    )


@cache
def _whens(words: Text) -> tuple[str, ...]:
    return tuple(f"{word} " for word in words.when)


def _under_its_own(
    frame: Frame, at: int, claim: Claim, placed: Sequence[tuple[int, Claim]], marks: Sequence[Mark], setting: Setting
) -> Claim:
    """ "pada 2023, dari 93,55 pada 2023 menjadi 96,13": of a year written twice the one right behind another
    figure is that one's alone, where it is the year of one of the two; the claim under the other."""
    mine = next((mark for mark in marks if mark.span == claim.period_span), None)
    if mine is None or _is_behind(frame, at, mine):
        return claim
    owner = next((other for place, other in placed if place != at and _is_behind(frame, place, mine)), None)
    if owner is None or _explained(owner, mine.year, setting) == _explained(claim, mine.year, setting):
        return claim
    twin = next((mark for mark in marks if mark.year == mine.year and mark is not mine), None)
    return claim._replace(period_span=twin.span, period_origin=twin.span) if twin else claim


def _is_behind(frame: Frame, at: int, mark: Mark) -> bool:
    """Whether a year stands right behind what it is of: "316 in 2021", "67,10 (2022)", "67,10 poin pada 2022"."""
    if not at < mark.at or mark.span.start - frame.mentions[at].end > WITHIN:
        return False
    return not any(UNITS_BETWEEN.isdisjoint(one.tags) for one in frame.mentions[at + 1 : mark.at])


def _is_at_once(frame: Frame, at: int, mark: Mark) -> bool:
    """ "9,07 tahun (2022: 8,99)": whether a figure follows a year at once in brackets of their own."""
    return mark.at < at <= mark.at + 2 and frame.before(mark.at, Tag.OPEN) and frame.has(Tag.COLON, mark.at, at)


def _is_direct(frame: Frame, at: int, mark: Mark) -> bool:
    """ "dibandingkan dengan iuran 2022 yang Rp2.713.672": whether the figure follows at once a year that is tight, or
    with which something is compared."""
    between = frame.mentions[mark.at + 1 : at]
    return (
        (mark.tight or mark.led)
        and not (mark.led and opens_outcome(frame, mark.at))
        and mark.at < at < mark.at + CLOSE
        and all(one.tags.keys() & set(GLUE) for one in between)
    )


def _leading(frame: Frame, at: int, claim: Claim, marks: Sequence[Mark], owned: Mapping[int, str]) -> Mark | None:
    """The year last written in front of a figure, where it governs that; `owned` are the measures of the figures that a
    year stands right behind: "sixth in 2022 with 90.03 points"."""
    before = [mark for mark in marks if mark.at < at]
    if not before or before[-1].led:
        return None
    if before[-1].at in owned and (owned[before[-1].at] == claim.measure or not isinstance(claim.value, Decimal)):
        return None
    mark = before[-1]
    if mark.tight:
        return None if frame.has_any(ENDED, mark.at, at) or _of_base(frame, at) else mark
    between = (one.tags for one in frame.mentions[mark.at : at])
    # "Pada 2025 kelimanya naik 6,5 persen": the word of change is the measure
    return None if any(one.keys() & set(LOOSE) and f"{CUE_OF}{claim.measure}" not in one for one in between) else mark


def _of_base(frame: Frame, at: int) -> bool:
    """ "naik 7,9 persen dari Rp2.992.559": what a change began with."""
    lead = max(0, at - CLOSE)
    return frame.has_any((Tag.BIND_FROM, Tag.BIND_COMPARE), lead, at) and not frame.has(Tag.BIND_TO, lead, at)


def _is_base(frame: Frame, at: int, mark: Mark) -> bool:
    """ "naik 6,5 persen dari iuran tahun sebelumnya yakni 2024": whether a year behind a figure is that of what its
    change began with."""
    begins = frame.first(Tag.BIND_FROM, at + 1, mark.at)
    return begins >= 0 and frame.has_any((Tag.YEAR_ANCHORED, Tag.CUE_NUMBER), begins, mark.at)


def _explained(claim: Claim, year: str, setting: Setting) -> bool:
    """Whether the reference has what a claim says in a year."""
    if claim.kind == "count":
        facts = counts(setting.reference, claim.subject, year, claim.condition, claim.pack)
        return any(claim.states(fact.value) and claim.group in (fact.group, "") for fact in facts)
    if claim.kind == "rank":
        return any(claim.states(fact.value) for fact in setting.reference.ranks(claim.subject, year, claim.pack))
    facts = list(setting.reference.facts(claim.measure, claim.subject, year, claim.pack))
    return any(claim.states(fact.value) for fact in facts)


def _tells(claims: Sequence[Claim]) -> bool:
    """Whether so much is governed that it fits a year by no chance: two things, or one of three signs and more."""
    return len({claim.start for claim in claims}) > 1 or any(len(str(claim.value)) > CLOSE - 2 for claim in claims)


def _as_written(claim: Claim, mark: Mark | None) -> Claim:
    if mark is None:
        return claim._replace(period_span=None, period_origin=None, how=(*claim.how, How.YEAR_EXPLAINED))
    return claim._replace(
        period=mark.year, period_span=mark.span, period_origin=mark.span,
        how=tuple(part for part in claim.how if not part.is_year),
        readings=((claim.subject, claim.period), *claim.readings),
    )  # fmt: skip
