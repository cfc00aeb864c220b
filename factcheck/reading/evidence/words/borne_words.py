"""Those named in a sentence as a word of a scale may be said of them: each with its year and what is known."""

import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from factcheck.cache.once import once
from factcheck.model import Claim, How, Span, Strength
from factcheck.reading.evidence.words.words_of_scales import Word, word_known
from factcheck.reading.period.year_marks import Mark, place_of_year_behind, year_marks
from factcheck.reading.records import Context
from factcheck.reading.scan.frame import ENDS, FIGURES, Frame
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.subject.context import resolve
from factcheck.typed import NamedTuple

PAIR = 2
FEW = 4
"""So many names who all have one word are told of in the year in which they have it."""
MANY = 12
"""Of a list of so many one in four may bear another word."""
NEAR = 3
"""So many mentions behind a word a year may stand that is its own."""
PARTING = (*ENDS, Tag.COMMA, Tag.BIND_CLAUSE, Tag.BIND_COMPARE, Tag.BIND_SINCE)
EVERYWHERE = (-1, sys.maxsize)


class Cell(NamedTuple):
    """A name of a sentence with the year it is spoken of in and the word of the scale that is known for it."""

    at: int
    entity: str
    period: str
    span: Span | None
    word: str


def by_sentence(claims: Sequence[Claim]) -> Mapping[int, Sequence[Claim]]:
    """The claims of each sentence, by its place."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sentence, []).append(claim)
    return found


def whole_run(run: Sequence[Cell], word: Word, years: Sequence[str], setting: Setting) -> Sequence[Cell]:
    """A run of names under the first of `years` in which they all bear the word, else under the first in which so many
    all bear another one; where there is none, those of them alone who bear it."""
    right = sum(cell.word == word.word for cell in run)
    if len(run) <= PAIR or right == len(run) or 4 * right >= 3 * len(run) >= MANY or are_alike(run):
        return run
    whole = in_one_year(run, word, years, setting)
    return whole if whole is not None else [cell for cell in run if cell.word == word.word]


def in_one_year(
    cells: Sequence[Cell], word: Word, years: Sequence[str], setting: Setting, least: int = FEW
) -> Sequence[Cell] | None:
    """Cells under the first of `years` in which they all bear the word, else under the first in which so many as
    `least` all bear another one; None where there is none."""
    under = [in_year(cells, word, year, setting) for year in dict.fromkeys(years)]
    right = next((one for one in under if all(cell.word == word.word for cell in one)), None)
    return right or next((one for one in under if len(one) >= least and are_alike(one)), None)


def are_alike(cells: Sequence[Cell]) -> bool:
    """Whether one word is known of three in four of them, and no other of any."""
    known = [cell.word for cell in cells if cell.word]
    return len(set(known)) == 1 and 4 * len(known) >= 3 * len(cells)


def in_year(cells: Sequence[Cell], word: Word, year: str, setting: Setting) -> Sequence[Cell]:
    """Cells under a year, with the word that the reference has of them then."""
    return [cell._replace(period=year, word=word_known(word, cell.entity, year, setting)) for cell in cells]


def in_told_year(word: Word, cells: Sequence[Cell], model: Claim | None, setting: Setting) -> Sequence[Cell]:
    """ "Pada 2021 X 44,72. … Kedua provinsi itu merah tahun lalu", "yang dua tahun silam masih kuning: X 88,85": those
    whom a word is said of under the year told beside it, where all of them bear it then; or, if they do not all bear
    it in that of their figures ("X 29,73 pada 2018, Y 42,07. Keduanya kini hijau"), none of them another."""
    if model is None or model.period_span is None:
        return cells
    told = in_year(cells, word, model.period, setting)
    borne = {cell.word for cell in told}
    right = all(cell.word == word.word for cell in cells)
    return told if borne == {word.word} or (not right and borne <= {word.word, ""}) else cells


def cells_of(
    frame: Frame,
    claims: Sequence[Claim],
    word: Word,
    setting: Setting,
    main: str,
    between: tuple[int, int] = EVERYWHERE,
) -> list[Cell]:
    """The names of a sentence between two places of it, each with the year it is spoken of in and the word of the scale
    known for it."""
    scores, by_span = _scores(claims, setting.packs[word.pack].measures[word.measure].banded_by)
    named = _named(frame, by_span) if by_span else frame.bearers
    first, last = (bisect_left(named, (at,)) for at in (between[0] + 1, between[1]))
    if first == last:
        return []
    own = _by_word(claims).get((word.span.end, word.measure), ())
    year = next(iter(own or scores or claims), None)
    mark = None if year else year_beside(frame, word)  # "Pada 2019 Kediri hijau"
    written = mark.year if mark else ""
    found = []
    for at, ids in named[first:last]:
        mention = frame.mentions[at]
        span = Span(mention.start, mention.end)
        score = _come_to(frame, by_span.get(span), scores)
        period = score.period if score else (year.period if year else written or main)
        entity = score.subject if score else _named_as(frame, at, ids, setting)
        found.append(Cell(at, entity, period, span, word_known(word, entity, period, setting, score)))
    return found


def _come_to(frame: Frame, score: Claim | None, scores: Sequence[Claim]) -> Claim | None:
    """ "kuning, termasuk Mataram yang terhempas dari 85,97 ke 64,68", "pindah ke kuning Mataram (85,97 ke 64,68)":
    instead of the figure that a change of somebody began with the one it came to."""
    at = frame.ending(score.end, FIGURES) if score is not None else -1
    if score is None or not (frame.before(at, Tag.BIND_FROM) or frame.after(at, Tag.BIND_TO)):
        return score
    later = [one for one in scores if one.subject_span == score.subject_span and one.period > score.period]
    return later[0] if later else score


def year_beside(frame: Frame, word: Word) -> Mark | None:
    """The year that a sentence writes last in front of a word, else right behind it ("red in 2021"); None where none
    is."""
    marks = [mark for mark in year_marks(frame) if not mark.led] if frame.has(Tag.YEAR_DIGITS) else []
    before = next((mark for mark in reversed(marks) if mark.at < word.at), None)
    behind = next((mark for mark in marks if mark.at > word.at), None)
    near = behind is not None and behind.at - word.at <= NEAR and not frame.has_any(PARTING, word.at, behind.at)
    return before or (behind if near else None)


def year_behind(frame: Frame, word: Word) -> str:
    """The year written right behind a word: "lantas kuning pada 2022"; empty where none is."""
    place = place_of_year_behind(frame, word.at)
    return frame.mentions[place].tags[Tag.YEAR_DIGITS] if place >= 0 else ""


def _named_as(frame: Frame, at: int, ids: tuple[str, ...], setting: Setting) -> str:
    """Whom a name means: of several, the one named before in its sentence: "Murung Raya (Mura)"."""
    before = tuple(one.ids[0] for one in frame.mentions[:at] if len(one.ids) == 1) if len(ids) > 1 else ()
    return resolve(ids, Context(recent=before), setting)[0]


def _named(frame: Frame, by_span: Mapping[Span, Claim]) -> Sequence[tuple[int, tuple[str, ...]]]:
    """The names of a sentence, and what stands for one with a figure of its own: "Lingga (87,27), pemprov (85,97)"."""
    places = sorted({*frame.having(Tag.ENTITY_GOVERNMENT), *frame.having(Tag.GROUP)})
    spans = (
        (at, Span(frame.mentions[at].start, frame.mentions[at].end)) for at in places if not frame.mentions[at].ids
    )
    others = [(at, (by_span[span].subject,)) for at, span in spans if span in by_span]
    return sorted({*frame.bearers, *others}) if others else frame.bearers


@once
def _by_word(claims: Sequence[Claim]) -> Mapping[tuple[int, str], Sequence[Claim]]:
    """The claims of a sentence by the end of what they state and its measure: a sentence may have a word a name."""
    found: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.end, claim.measure].append(claim)
    return found


@once
def _scores(claims: Sequence[Claim], measure: str) -> tuple[Sequence[Claim], Mapping[Span, Claim]]:
    """The figures of a measure whose subject is written, and the nearest to each such place."""
    scores = [claim for claim in claims if claim.measure == measure and claim.subject_span is not None]
    by_span: dict[Span, Claim] = {}
    for claim in sorted(scores, key=_distance, reverse=True):  # the nearest stays
        by_span[claim.subject_span or Span(claim.start, claim.end)] = claim
    return scores, by_span


def _distance(claim: Claim) -> int:
    """How far a figure stands from the name of whom it is."""
    return abs(claim.start - (claim.subject_span.end if claim.subject_span else 0))


def said(word: Word, cell: Cell, frame: Frame, model: Claim | None, setting: Setting) -> Claim:
    """The claim that a word is said of a cell, like the claim that was made of it already."""
    sentence = frame.sentence
    kind = setting.packs[word.pack].measures[word.measure].kind
    start = model.start if model else word.span.start
    how = (How.YEAR_OF_ALL,) if model is None or model.period_span is None else ()
    bare = model or Claim(
        "", kind, word.pack, word.measure, start, word.span.end, word.word,
        voice=sentence.voice, sentence=sentence.place, strength=Strength.MEANT,
    )  # fmt: skip
    mark = year_beside(frame, word) if model is None else None
    if mark is not None and mark.year == cell.period:
        bare, how = bare._replace(period_span=mark.span, period_origin=mark.span), ()
    return bare._replace(subject=cell.entity, period=cell.period, subject_span=cell.span, how=how, readings=())
