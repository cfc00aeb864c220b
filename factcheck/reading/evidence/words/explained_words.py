"""Words of a scale that neither grammar nor a figure beside them gives to anybody: explained by those named near by.

The reference is the dictionary: "baru empat yang hijau. … Empat daerah itu Makassar, Gowa, Soppeng dan Pinrang", "Siapa
yang merah? Kabupaten Malang dan Nganjuk", "Karimun dan Bintan waktu itu kuning" say of whom a word is because just
those bear it in the year spoken of: so many as are counted, the first of an answer, all of a run.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice, pairwise, takewhile

from factcheck.cache.once import once
from factcheck.model import Claim
from factcheck.reading.evidence.words.asked_words import (
    PAIR,
    Asked,
    Heard,
    Named,
    counts_by_name,
    in_their_year,
    is_alone,
    named_in,
    sentences_around,
    within,
)
from factcheck.reading.evidence.words.bare_places import joins
from factcheck.reading.evidence.words.borne_words import Cell, in_year, said
from factcheck.reading.evidence.words.named_behind import (
    FEW,
    Around,
    around_of,
    has_score,
    heads_list,
)
from factcheck.reading.evidence.words.words_of_scales import Word, counting, said_of_nobody, scales_of, words_of
from factcheck.reading.scan.frame import ENDS, FIGURES, SCALED, Frame, with_tag
from factcheck.reading.scan.mentions import CUE_OF, VALUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import asks_who, of_any, only_heads

LONG = 12
"""So many sentences in front of a word the one spoken of last may be named."""
SHORT = 40
"""A line that is only a word of a scale has no more letters."""
WORDS = 8
"""So many words of scales of one sentence are looked for at most."""
NEAR = 3
"""Mentions between a number and the word whose bearers it counts, or a year and a word."""
YEARS = (Tag.YEAR_DIGITS, Tag.YEAR, Tag.YEAR_ANCHORED, Tag.BIND_THEN)
PROSE = ("paragraph", "caption")
OTHERS = (Tag.GROUP, Tag.ENTITY_OFFICES, Tag.MOOD_ALL, Tag.COUNT_PART, FIGURES)
"""With one of these in front, a word is not said of the one spoken of before."""
LEADS = {
    Tag.STATE_BEFORE, Tag.YEAR, Tag.YEAR_ANCHORED, Tag.BIND_THEN, Tag.COMMA, Tag.BIND_TO, Tag.BIND_FROM,
    Tag.BIND_MEMBER,
}  # fmt: skip
ENDED = {Tag.COMMA, Tag.STOP, Tag.SEMICOLON, Tag.YEAR, Tag.BIND_THEN, Tag.BIND_TO, Tag.BIND_AND, Tag.BIND_CLAUSE}
MARKS = " \"'*_()-–—\n"


def explained_words(
    claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, main: str, years: Sequence[str]
) -> list[Claim]:
    """The claims, and those of words that only the reference explains; a word that counts more than it was read of is
    read of all whom it counts."""
    sought = list(_sought(claims, frames, setting))
    if not sought:
        return list(claims)
    around = around_of(claims, frames, setting, main, years)
    read: dict[tuple[int, str], list[Claim]] = {(word.span.end, word.measure): [] for _, word in sought}
    for claim in claims:
        if (claim.end, claim.measure) in read:
            read[claim.end, claim.measure].append(claim)
    made: dict[tuple[int, str], list[Claim]] = {}
    for frame, word in sought:
        mine = read[word.span.end, word.measure]
        found = () if said_of_nobody(frame, word, setting) else _bearers(around, claims, frame, word, mine)
        if found:
            model = next(iter(mine), None)
            made[word.span.end, word.measure] = [said(word, cell, frame, model, setting) for _, cell in found]
    kept = (one for one in claims if (one.end, one.measure) not in made or one.kind == "extreme")
    return [*kept, *(claim for group in made.values() for claim in group)]


def _sought(claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting) -> Iterator[tuple[Frame, Word]]:
    """The words that were read of nobody, of one only, or at the head of a list; of a long run of words the first."""
    read = Counter((claim.end, claim.measure) for claim in claims if isinstance(claim.value, str))
    for frame in with_tag(frames, SCALED):
        if frame.sentence.kind not in ("row", "header"):
            heads = frame.sentence.end - frame.sentence.start <= SHORT and only_heads(frame)
            for word in islice(words_of(frame, setting), WORDS):
                if heads or read[word.span.end, word.measure] <= 1:
                    yield frame, word


def _heard(around: Around, frame: Frame) -> Heard:
    """Who and which year was spoken of last in front of a sentence."""
    place = frame.sentence.place
    earlier = around.frames[max(0, place - LONG) : place][::-1]
    dated = next((one for one in earlier if one.has(Tag.YEAR_DIGITS)), None) if frame.has(Tag.BIND_THEN) else None
    written = str(dated.mentions[dated.having(Tag.YEAR_DIGITS)[-1]].tags[Tag.YEAR_DIGITS]) if dated else ""
    told = next((found for one in earlier if (found := _told_in(around, one))), ())
    last = max(told, key=lambda one: one.start, default=None)
    return Heard(last.subject, last.period or around.main, written) if last else Heard("", around.main, written)


def _told_in(around: Around, frame: Frame) -> Sequence[Claim]:
    own = around.claims.get(frame.sentence.place, ())
    return [one for one in own if one.measure and one.kind != "count" and one.subject]


def _bearers(around: Around, claims: Sequence[Claim], frame: Frame, word: Word, mine: Sequence[Claim]) -> Named:
    """Those whom a word is said of that was read of nobody, or of fewer behind it than it counts; empty where nothing
    tells."""
    if len(mine) == 1 and mine[0].subject_span is not None and mine[0].kind != "extreme":
        return _whole_run(around, claims, frame, word, mine[0])
    count, years, region = _counted(around, frame, word)
    if count > 1 and all(one.subject_span is None for one in mine):  # one word of several is not of the one before
        mine = ()
    behind = all(one.subject_span is not None and one.subject_span.start > word.span.end for one in mine)
    if mine and not behind:
        return ()
    heard = _heard(around, frame)
    asked = Asked(around, claims, frame, word, count, (*years, *_years(frame, word, heard, around.main)), region, heard)
    ways = (_counted_behind, _counted_before, _of_list, _slipped) if count else (_answer, _of_run, _of_heard)
    found = next((found for way in ways[: 1 if mine else None] if (found := way(asked))), ())
    return found if {one.subject for one in mine} < {cell.entity for _, cell in found} else ()


def _whole_run(around: Around, claims: Sequence[Claim], frame: Frame, word: Word, mine: Claim) -> Named:
    """All names of the run in front of a word of which only the last was read, and those it is said of with them:
    "Kobar dan Barsel naik dari kuning", "Bangli kuning bersama Gianyar dan Buleleng"."""
    name = frame.subject_at(mine.subject_span)
    if not 0 <= name < word.at or not mine.period:
        return ()
    run = _run_before(frame, name + 1)
    whole = run[-1] == name and frame.has(Tag.BIND_AND, run[0], name)
    places = [*(run if whole else (name,)), *_with_them(frame, word)]
    asked = Asked(around, claims, frame, word, 0, (mine.period,), "", Heard())
    named = [one for one in named_in(asked, frame) if one[1].at in places] if len(places) >= PAIR else []
    here = in_their_year(asked, mine.period, named)
    right = len(here) == len(places) and all(cell.word == word.word for _, cell in here)
    return here if right and {cell.period for _, cell in here} == {mine.period} else ()


def _with_them(frame: Frame, word: Word) -> Sequence[int]:
    """The names that follow a word behind "bersama", joined by commas and "dan"."""
    first = word.at + 1
    while frame.has_any((Tag.COMMA, Tag.BIND_MEMBER), first, first + 1):
        first += 1
    led = frame.has(Tag.BIND_MEMBER, word.at + 1, first)
    names = frame.subjects(first) if led else ()
    if not names or names[0] != first:
        return ()
    last = next((at for at, other in pairwise(names) if not all(map(joins, frame.mentions[at + 1 : other]))), names[-1])
    return [at for at in names if at <= last]


def _counted(around: Around, frame: Frame, word: Word) -> tuple[int, Sequence[str], str]:
    """How many a word is said of, by the count that it qualifies or a number close in front of it, in which year and
    in which region; 0 where it counts nobody."""
    told = f"{word.measure}:{word.word}"
    own = around.claims.get(frame.sentence.place, ())
    likewise = frame.mentions[min(frame.having(Tag.BIND_LIKEWISE, word.at), default=word.at)].start
    counts = [one for one in own if one.kind == "count" and one.condition == told]
    counts = [one for one in counts if not word.span.end < likewise < one.start]  # "…, begitu juga 23 kabupaten"
    near = min(counts, key=lambda one: abs(one.start - word.span.start), default=None)
    if near is not None:
        return int(str(near.value)), (near.period,) if near.period else (), near.subject
    return counting(frame, word), (), ""


def _years(frame: Frame, word: Word, heard: Heard, main: str) -> Sequence[str]:
    """The years in which a word may be said: the one told beside it, else that spoken of, and that of the article."""
    beside = _told_beside(frame, word, heard, main)
    return (beside,) if beside else tuple(dict.fromkeys((heard.period, main)))


def _told_beside(frame: Frame, word: Word, heard: Heard, main: str) -> str:
    """The year that is told nearest in front of a word, or close behind it; empty where none is."""
    if not frame.has_any(YEARS):
        return ""
    for at in (*range(word.at - 1, -1, -1), *range(word.at + 1, min(len(frame.mentions), word.at + 1 + NEAR))):
        tags = frame.mentions[at].tags
        if Tag.YEAR_DIGITS in tags:
            return str(tags[Tag.YEAR_DIGITS])
        step = tags.get(Tag.YEAR) or tags.get(Tag.YEAR_ANCHORED)
        base = main if Tag.YEAR in tags else heard.period
        if step and step.lstrip("-").isdigit() and base.isdigit():
            return str(int(base) + int(step))
        if Tag.BIND_THEN in tags and heard.written:
            return heard.written
        if frame.ends_at(at) and at > word.at:
            break
    return ""


def _counted_behind(asked: Asked) -> Named:
    """Just so many as a word counts who bear it, the first who are named behind it."""
    if not counts_by_name(asked):
        return ()
    own = named_in(asked, asked.frame, asked.word.at)
    later = (one for one in sentences_around(asked, 1) if one.sentence.kind in PROSE)
    return _exactly(asked, [own, *(named_in(asked, one) for one in later)])


def _counted_before(asked: Asked) -> Named:
    """Just so many as a word counts who bear it, the last who are named in front of it."""
    if not counts_by_name(asked):
        return ()
    own = named_in(asked, asked.frame, -1, asked.word.at)
    earlier = (one for one in sentences_around(asked, -1) if one.sentence.kind != "row")
    return _exactly(asked, [own, *(named_in(asked, one) for one in earlier)])


def _of_list(asked: Asked) -> Named:
    """Just so many as a word counts of those in the list above who bear it."""
    from factcheck.reading.evidence.words.list_shares import counted_of_list

    return counted_of_list(asked)


def _slipped(asked: Asked) -> Named:
    """Those listed behind a word that counts them, though none of them bear it or one more or less than it counts."""
    from factcheck.reading.evidence.words.slipped_words import listed_behind, slipped_list

    return listed_behind(asked) or slipped_list(asked)


def _exactly(asked: Asked, groups: Sequence[Named]) -> Named:
    """So many of those whom sentences name one after another as a word counts, in the first year in which just these
    bear it; none where another place of the article says the same of any."""
    inside = [within(asked, group) for group in groups if group]
    for year in dict.fromkeys(asked.years):
        found: dict[str, tuple[Frame, Cell]] = {}
        for group in inside:
            found.update((one[1].entity, one) for one in in_their_year(asked, year, group))
            if len(found) >= asked.size:
                break
        if len(found) == asked.size and all(cell.word == asked.word.word for _, cell in found.values()):
            return () if any(_said_elsewhere(asked, cell) for _, cell in found.values()) else list(found.values())
    return ()


def _is_borne_out(asked: Asked, found: Named) -> bool:
    """Whether all of those named bear a word, or so many have one other that the word itself is the slip."""
    known = {cell.word for _, cell in found}
    return known == {asked.word.word} or (len(found) >= FEW and len(known) == 1 and "" not in known)


def _said_elsewhere(asked: Asked, cell: Cell) -> bool:
    told = _told(asked.claims).get((cell.entity, cell.period, asked.word.measure), ())
    return any(end != asked.word.span.end for end in told)


@once
def _told(claims: Sequence[Claim]) -> Mapping[tuple[str, str, str], Collection[int]]:
    """Where words are said, by whom and of which year and scale they are."""
    found: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    for claim in claims:
        if isinstance(claim.value, str):
            found[claim.subject, claim.period, claim.measure].add(claim.end)
    return found


def _answer(asked: Asked) -> Named:
    """The first whom the answer to a question names, or the paragraphs below a short line, as long as they bear it."""
    frame = asked.frame
    question = asks_who(frame)
    heads = frame.sentence.kind in ("paragraph", "heading") and heads_list(frame) and only_heads(frame)
    # "Selebihnya kategori B. Pertama Kabupaten Bima 86,65. …"
    rest = frame.has(Tag.COUNT_LEFT, 0, asked.word.at) and is_alone(asked)
    if frame.names_between() or not (question or heads or rest):
        return ()
    behind = list(sentences_around(asked, 1))
    if heads:  # "Kategori A (zona hijau): …" up to "Kategori B (zona hijau): …"
        behind = list(takewhile(lambda one: asked.word.measure not in scales_of(one, asked.around.setting), behind))
    if question and behind:
        behind = [one for one in behind if one.sentence.block == behind[0].sentence.block]
    named = [one for later in behind for one in named_in(asked, later) if not rest or has_score(asked.around, *one)]
    for year in dict.fromkeys(asked.years):
        here = in_their_year(asked, year, named)
        found = list(takewhile(lambda one: one[1].word == asked.word.word, here))
        if len(found) >= (1 if question else PAIR if heads else FEW):
            return found
        if not rest and _is_borne_out(asked, here) and (not heads or _is_of_them(asked)):
            return here
    return ()


def _is_of_them(asked: Asked) -> bool:
    from factcheck.reading.evidence.words.list_headings import heads_plainly

    return heads_plainly(asked.frame, asked.word)


def _of_run(asked: Asked) -> Named:
    """All names of the run right in front of a word in its clause."""
    frame, word = asked.frame, asked.word
    run = _run_before(frame, word.at)
    if not run or _parted(frame, run[-1], word) or frame.has(Tag.MOOD_ALL, 0, run[-1]):
        return ()
    found = [one for one in named_in(asked, frame, run[0] - 1, word.at) if one[1].at in run]
    for year in dict.fromkeys(asked.years):
        here = in_their_year(asked, year, found)
        if here and _is_borne_out(asked, here):
            return here
    told = _told_beside(frame, word, asked.heard, asked.around.main)
    here = in_their_year(asked, told or asked.around.main, found)
    if not here:
        return ()
    from factcheck.reading.evidence.words.slipped_words import is_vouched

    return here if is_vouched(asked, here, dated=bool(told)) else ()


def _run_before(frame: Frame, stop: int) -> Sequence[int]:
    """The last names in front of a place that nothing but commas, "dan" and their own figures join."""
    names = frame.subjects(0, stop)
    first = len(names) - 1
    while first > 0 and all(joins(one) for one in frame.mentions[names[first - 1] + 1 : names[first]]):
        first -= 1
    return names[max(0, first) :]


def _parted(frame: Frame, name: int, word: Word) -> bool:
    """Whether a clause, a figure or another word of the scale stands between a name and a word."""
    scales = frame.having(f"{VALUE_OF}{word.measure}", name, word.at)
    numbers = [at for at in frame.having(FIGURES, name, word.at) if Tag.YEAR_DIGITS not in frame.mentions[at].tags]
    return bool(scales or numbers) or frame.has_any((*ENDS, Tag.GROUP, Tag.MOOD_ALL), name, word.at)


def _of_heard(asked: Asked) -> Named:
    """The one spoken of before, in a sentence that names nobody, where nothing but what may say so stands beside the
    word."""
    frame, word, heard = asked.frame, asked.word, asked.heard
    if not heard.entity or frame.has_any(OTHERS, 0, word.at) or frame.names_between() or of_any(frame, word.at):
        return ()
    cue = word.at - frame.before(word.at, f"{CUE_OF}{word.measure}", 1)
    letter = word.span.end - word.span.start == 1 and cue == word.at
    if letter or not _stands_free(frame, cue, word.at) or len(words_of(frame, asked.around.setting)) > PAIR:
        return ()
    cell = Cell(word.at, heard.entity, heard.period, None, "")
    under = (in_year([cell], word, year, asked.around.setting) for year in dict.fromkeys(asked.years))
    return next(([(frame, one)] for (one,) in under if one.word == word.word), ())


def _stands_free(frame: Frame, cue: int, at: int) -> bool:
    """Whether a word with its cue begins its sentence or stands right behind a mark or what leads to it, and no figure
    or other word follows."""
    before = frame.plain[frame.sentence.start : frame.mentions[cue].start] if not cue else frame.gap(cue - 1, cue)
    led = not cue or bool(frame.mentions[cue - 1].tags.keys() & LEADS)
    last = at + 1 == len(frame.mentions)
    behind = frame.plain[frame.mentions[at].end : frame.sentence.end] if last else frame.gap(at, at + 1)
    ended = last or bool(frame.mentions[at + 1].tags.keys() & ENDED)
    return led and ended and not before.strip(MARKS) and not behind.strip(MARKS)
