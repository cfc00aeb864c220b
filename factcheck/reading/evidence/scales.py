"""How far a word of a scale reaches: over the run of names that the reference gives that very word.

"Yang kuning: Pemprov Kalbar 78,63, Landak 76,17", "A 96,89, B 95,89 dan C 85,67 menembus zona hijau": grammar alone
does not say whether the word is of one or of all; the figures beside the names do.
"""

import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.cache.once import once
from factcheck.model import Claim, Fact, How, Span, Strength
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.evidence.beside_figures import joined_figure
from factcheck.reading.evidence.written_years import Mark, year_before, year_marks
from factcheck.reading.records import Context
from factcheck.reading.scan.frame import ENDS, FIGURES, PLACE, SCALED, Frame
from factcheck.reading.scan.mentions import CUE_OF, VALUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.subject.context import resolve
from factcheck.reading.values.mood import untold
from factcheck.reading.values.scale_words import ends_phrase, is_one_of_two, signs_off
from factcheck.typed import NamedTuple

OPENERS = (Tag.BIND_OPENER, Tag.COLON, Tag.BIND_HOLDER_AFTER, Tag.OPEN)
PAIR = 2
FEW = 4
"""So many names who all have one word are told of in the year in which they have it."""
MANY = 12
HUNDRED = 100
EVERYWHERE = (-1, sys.maxsize)
SHORT = 30
"""A heading of a group within a list has no more letters."""


class Cell(NamedTuple):
    """A name of a sentence with the year it is spoken of in and the word of the scale that is known for it."""

    at: int
    entity: str
    period: str
    span: Span | None
    word: str


class Word(NamedTuple):
    """A word of a scale in a sentence: its place, pack, measure, canonical word and where it is written."""

    at: int
    pack: str
    measure: str
    word: str
    span: Span


def settle_words(
    claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, main: str, years: Sequence[str]
) -> list[Claim]:
    """The claims with words of scales said of all whom they reach, where the reference bears out the reach."""
    told = by_sentence(claims)
    replaced: dict[tuple[int, str], list[Claim]] = {}
    for frame in frames:
        if frame.sentence.kind in ("header",) or not frame.has(SCALED):
            continue
        own = told.get(frame.sentence.place, ())
        spoken = main if own else _spoken(frames, frame, told, main)
        for word, cells in _reaches(frame, own, setting, spoken, years):
            model = next((one for one in own if one.end == word.span.end and one.measure == word.measure), None)
            replaced[word.span.end, word.measure] = [said(word, cell, frame, model, setting) for cell in cells]
    for place in range(len(frames)):
        for word, items in _over_items(frames, place, told, setting, main):
            replaced[word.span.end, word.measure] = [said(word, cell, item, None, setting) for item, cell in items]
    if not replaced:
        return list(claims)
    kept = [claim for claim in claims if (claim.end, claim.measure) not in replaced or claim.kind == "extreme"]
    return [*kept, *(claim for made in replaced.values() for claim in made)]


def _spoken(frames: Sequence[Frame], frame: Frame, told: Mapping[int, Sequence[Claim]], main: str) -> str:
    """The year of the last claim in front of a sentence in its paragraph that tells none itself; else the main one."""
    for place in range(frame.sentence.place - 1, -1, -1):
        if frames[place].sentence.block != frame.sentence.block:
            break
        if periods := [claim.period for claim in told.get(place, ()) if claim.measure and claim.period]:
            return periods[-1]
    return main


def _over_items(
    frames: Sequence[Frame], place: int, by_sentence: Mapping[int, Sequence[Claim]], setting: Setting, main: str
) -> Iterator[tuple[Word, Sequence[tuple[Frame, Cell]]]]:
    """A word that heads a list below it: "Zona hijau", "Yang hijau, tujuh kabupaten dan tiga kota:" and then items."""
    frame = frames[place]
    if not frame.has(SCALED):
        return
    text = frame.plain[frame.sentence.start : frame.sentence.end].strip(" *_")
    heading = frame.sentence.kind in ("paragraph", "heading") and (text.endswith(":") or len(text) <= SHORT)
    items = _items(frames, place) if heading else []
    lines = _line_of_names(frames, place) if heading and not items else []
    most = 1 if items else MANY
    if (len(items) < PAIR and not lines) or any(item.has(SCALED) for item in items):
        return
    for word in words_of(frame, setting):
        if frame.names_between(word.at) or said_of_nobody(frame, word, setting):
            continue
        year = year_before(frames, place, main)
        cells = [
            (item, cell)
            for item in items or lines
            for cell in cells_of(item, by_sentence.get(item.sentence.place, []), word, setting, year)[:most]
        ]
        if counts_others(frame, word, len(cells)):
            cells = [(item, cell) for item, cell in cells if cell.word == word.word]
        told = [cell.word for _, cell in cells]
        right = told.count(word.word)
        alone = len(frame.having(SCALED)) == 1
        if cells and (4 * right >= 3 * len(cells) or (alone and len(set(told)) == 1)):
            yield word, cells


def _line_of_names(frames: Sequence[Frame], place: int) -> Sequence[Frame]:
    """ "Kuning", and below it "Kota Baubau (53,15) dan Kolaka Utara (57,11)." and nothing else: the one sentence below
    a line that is only a word, which begins with a name, has a figure for each and no word of its own; else none."""
    words = [one for one in frames[place].mentions if Tag.CUE_WORD not in one.tags]
    below = frames[place + 1 : place + 2]
    if not below or len(words) != 1 or frames[place].sentence.block == below[0].sentence.block or below[0].has(SCALED):
        return ()
    names, figures = below[0].subjects(), below[0].having(FIGURES)
    return below if names and names[0] == 0 and len(figures) == len(names) else ()


def counts_others(frame: Frame, word: Word, size: int) -> bool:
    """ "13 were assessed and ten of them were red:": the word is of so many, and not of all that the list names."""
    numbers = [frame.mentions[at].number for at in frame.having(FIGURES, max(0, word.at - MANY), word.at)]
    last = next((one for one in reversed(numbers) if one is not None and one.quantum == 1 and not one.unit), None)
    return last is not None and 1 < last.value < HUNDRED and last.value != size


def _items(frames: Sequence[Frame], place: int) -> list[Frame]:
    """The items below a sentence, short headings of groups between them passed over."""
    found = []
    for frame in frames[place + 1 :]:
        if frame.sentence.kind in ("item", "row"):
            found.append(frame)
        elif frame.sentence.end - frame.sentence.start > SHORT or frame.has(SCALED) or frame.names_between():
            break
    return found


def by_sentence(claims: Sequence[Claim]) -> Mapping[int, Sequence[Claim]]:
    """The claims of each sentence, by its place."""
    found: dict[int, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.sentence, []).append(claim)
    return found


def _reaches(
    frame: Frame, claims: Sequence[Claim], setting: Setting, main: str, years: Sequence[str]
) -> Iterator[tuple[Word, Sequence[Cell]]]:
    for word, start, stop in _with_neighbours(words_of(frame, setting), len(frame.mentions)):
        if said_of_nobody(frame, word, setting):
            continue
        cells = cells_of(frame, claims, word, setting, main, (start, stop))
        ahead = _without_where(_ahead(frame, cells, word, stop), word, setting)
        if ahead:
            settled = _is_dated(claims, word) or _are_scored(claims, ahead)
            ahead = whole_run(ahead, word, () if settled else (main, *years), setting)
        own = _before_colon(frame, cells, word) if frame.sentence.voice == "headline" and len(ahead) <= 1 else ()
        reached = own or ahead or _behind(frame, cells, word, start)
        if len(reached) > 1 or ((ahead or own) and len(reached) == 1):
            yield word, reached


def _with_neighbours(words: Sequence[Word], end: int) -> Iterator[tuple[Word, int, int]]:
    """Each word with the places of the words of its measure before and behind it: -1 and `end` where there is none."""
    places: dict[str, list[int]] = defaultdict(list)
    for word in words:
        places[word.measure].append(word.at)
    met: dict[str, int] = defaultdict(int)
    for word in words:
        at, same = met[word.measure], places[word.measure]
        met[word.measure] += 1
        yield word, same[at - 1] if at else -1, same[at + 1] if at + 1 < len(same) else end


def _ahead(frame: Frame, cells: Sequence[Cell], word: Word, stop: int) -> Sequence[Cell]:
    """The names behind a word that opens their list, where all of them bear one word of the scale."""
    opener = next((at for at in range(word.at + 1, min(stop, word.at + 4)) if _opens(frame, at)), -1)
    if opener < 0 or frame.names_between(word.at, opener) or _leaves_brackets(frame, word.at, opener):
        return ()
    if frame.has(Tag.STOP, word.at, opener) or counted_after(frame, word.at, opener):
        return ()
    end = frame.list_ends(opener + 1, stop)
    run: Sequence[Cell] = [
        cell for cell in cells if opener < cell.at < end and not _is_where_counted(frame, opener, cell)
    ]
    if len(run) > PAIR and len({cell.word for cell in run}) > 1:
        run = _counted_first(run, counting(frame, word))
    right = sum(cell.word == word.word for cell in run)
    alike = len({cell.word for cell in run}) == 1
    if run and (right == len(run) or alike or 4 * right >= 3 * len(run) >= MANY):
        return run
    return run if len(run) > PAIR else ()


def _is_where_counted(frame: Frame, opener: int, cell: Cell) -> bool:
    """ "Predikat Kepatuhan Tinggi (Zona Hijau) diraih 20 pemda di Jawa Tengah": whether a name says where those lie who
    are counted in front of it."""
    if frame.roles[cell.at] != PLACE:
        return False
    return any(frame.before(at, Tag.NUMBER) for at in frame.having(Tag.GROUP, opener, cell.at))


def _before_colon(frame: Frame, cells: Sequence[Cell], word: Word) -> Sequence[Cell]:
    """ "Ambon teratas, Buru masih merah: rapor Maluku": the last name in front of a word of a headline that a colon
    follows, where it bears the word; what stands behind the colon is another matter."""
    last = next((cell for cell in reversed(cells) if cell.at < word.at), None)
    return [last] if frame.after(word.at, Tag.COLON) and last is not None and last.word == word.word else ()


def _counted_first(run: Sequence[Cell], size: int) -> Sequence[Cell]:
    """ "Cuma tiga yang hijau, yakni A 85,74, B 83,98 dan C 83,63; D hanya 64,22": the first so many of a run, where
    they all bear one word of the scale and the next another."""
    first = run[:size]
    counted = PAIR <= size < len(run) and len({cell.word for cell in first}) == 1
    return first if counted and first[0].word and run[size].word != first[0].word else run


def _without_where(run: Sequence[Cell], word: Word, setting: Setting) -> Sequence[Cell]:
    """A run without the region that the others, who all bear the word, lie in: "Karimun, Natuna, Provinsi Kepri"."""
    records = (setting.reference.entities.get(cell.entity) for cell in run)
    around = {record.parent for record in records if record is not None}
    inner = [cell for cell in run if cell.entity not in around or cell.word == word.word]
    return inner if all(cell.word == word.word for cell in inner) else run


def _is_dated(claims: Sequence[Claim], word: Word) -> bool:
    """Whether a year is written for a word that the grammar reads."""
    return any(claim.end == word.span.end and claim.period_span is not None for claim in claims)


def _are_scored(claims: Sequence[Claim], run: Sequence[Cell]) -> bool:
    """Whether most of a list bear a figure of their own, which tells the year."""
    scored = {claim.subject_span for claim in claims if isinstance(claim.value, Decimal)}
    return 2 * sum(cell.span in scored for cell in run) > len(run)


def whole_run(run: Sequence[Cell], word: Word, years: Sequence[str], setting: Setting) -> Sequence[Cell]:
    """A run of names under the first of `years` in which they all bear the word, else under the first in which so many
    all bear another one; where there is none, those of them alone who bear it."""
    right = sum(cell.word == word.word for cell in run)
    if len(run) <= PAIR or right == len(run) or 4 * right >= 3 * len(run) >= MANY or _are_alike(run):
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
    return right or next((one for one in under if len(one) >= least and _are_alike(one)), None)


def _are_alike(cells: Sequence[Cell]) -> bool:
    """Whether one word is known of three in four of them, and no other of any."""
    known = [cell.word for cell in cells if cell.word]
    return len(set(known)) == 1 and 4 * len(known) >= 3 * len(cells)


def in_year(cells: Sequence[Cell], word: Word, year: str, setting: Setting) -> Sequence[Cell]:
    """Cells under a year, with the word that the reference has of them then."""
    return [cell._replace(period=year, word=word_known(word, cell.entity, year, setting)) for cell in cells]


def counted_after(frame: Frame, at: int, opener: int) -> bool:
    """ "12 kategori B, dan dua masih kuning, yaitu X dan Y": the list is of what is counted last."""
    later = frame.having(SCALED, at + 1, opener)
    return bool(later) and frame.has(FIGURES, at + 1, later[-1])


def counting(frame: Frame, word: Word) -> int:
    """The last number that counts in the clause in front of a word, behind which nobody is named but where they are:
    "Dari dua belas pemda, empat berada di zona hijau", "Sepuluh kabupaten lain terbenam di zona merah"; 0 where there
    is none."""
    for at in reversed(frame.having(FIGURES, 0, word.at)):
        number, tags = frame.mentions[at].number, frame.mentions[at].tags
        named = any(not frame.before(name, Tag.ENTITY_PLACES, 1) for name in frame.subjects(at, word.at))
        if named or frame.has_any((*ENDS, SCALED, Tag.BIND_TO), at + 1, word.at):
            return 0
        if number is None or number.unit or Tag.YEAR_DIGITS in tags or frame.before(at, Tag.BIND_FROM):
            continue
        return int(number.value) if number.quantum == 1 else 0
    return 0


def _leaves_brackets(frame: Frame, at: int, opener: int) -> bool:
    """ "48,13 (zona merah) dan yang paling rendah adalah …": a word in brackets does not reach beyond them."""
    return any(Tag.CLOSE in frame.mentions[place].tags for place in range(at + 1, opener)) and not any(
        Tag.OPEN in frame.mentions[place].tags for place in range(at + 1, opener)
    )


def _opens(frame: Frame, at: int) -> bool:
    return any(tag in frame.mentions[at].tags for tag in OPENERS)


def _behind(frame: Frame, cells: Sequence[Cell], word: Word, start: int) -> Sequence[Cell]:
    """The names in front of a word that ends their list: as far back as all of them bear it."""
    first = next((at for at in range(word.at - 1, start, -1) if frame.ends_at(at)), start)
    run = [cell for cell in cells if first < cell.at < word.at]
    reached: list[Cell] = []
    for cell in reversed(run):
        if cell.word != word.word:
            break
        reached.append(cell)
    return reached[::-1] if len(reached) == len(run) else ()


def words_of(frame: Frame, setting: Setting) -> Sequence[Word]:
    """The words of the scales of open packs in a sentence, in order."""
    return words_in(frame, frozenset(setting.packs)) if frame.has(SCALED) else ()


def said_of_nobody(frame: Frame, word: Word, setting: Setting) -> bool:
    """Whether a word is no claim about anybody: wished, denied, said of some, or one of two steps that share a noun."""
    measure = setting.packs[word.pack].measures[word.measure]
    return untold(frame, word.at) or is_one_of_two(frame, word.at, f"{word.pack}/{word.measure}", measure)


def next_of_scale(word: Word, words: Sequence[Word]) -> int | None:
    """Where the next word of the scale of a word stands, among the words of its sentence in order; None where none
    does."""
    behind = range(bisect_left(words, word.at + 1, key=lambda one: one.at), len(words))
    return next((words[at].at for at in behind if words[at].measure == word.measure), None)


def scales_of(frame: Frame, setting: Setting) -> Collection[str]:
    """The measures whose words a sentence has."""
    return _scales_of(frame, frozenset(setting.packs)) if frame.has(SCALED) else ()


@lru_cache(maxsize=8)
def _scales_of(frame: Frame, packs: frozenset[str]) -> frozenset[str]:
    return frozenset(word.measure for word in words_in(frame, packs))


@lru_cache(maxsize=64)
def words_in(frame: Frame, packs: frozenset[str]) -> Sequence[Word]:
    """The same by the names of the packs; kept, for the words of sentences near each other are asked for in turn."""
    return list(_find_words(frame, packs))


def _find_words(frame: Frame, packs: frozenset[str]) -> Iterator[Word]:
    for at in frame.having(SCALED):
        mention = frame.mentions[at]
        if _is_step(frame, at):
            continue
        for tag, place in mention.tags.items():
            if tag.startswith(VALUE_OF) and place.split("/", 1)[0] in packs:
                key, word = place.rsplit(":", 1)
                pack, measure = key.split("/", 1)
                if mention.end - mention.start > 1 or _is_letter(frame, at, measure):
                    yield Word(at, pack, measure, word, Span(mention.start, mention.end))


def _is_step(frame: Frame, at: int) -> bool:
    """ "zona kuning (51.00 - 80.99)": a step of the scale with its bounds, and said of nobody."""
    if not frame.after(at, Tag.OPEN) or at + 3 >= len(frame.mentions):
        return False
    low, high = frame.mentions[at + 2], frame.mentions[at + 3]
    return low.number is not None and high.number is not None and frame.spans(at + 2, at + 3)


def _is_letter(frame: Frame, at: int, measure: str) -> bool:
    """Whether a single letter is a word of a scale: behind its cue, in brackets of its own, behind a colour, or joined
    to a figure."""
    before = frame.mentions[at - 1].tags if at else {}
    if f"{CUE_OF}{measure}" in before:
        return frame.close(at - 1, at, 1)
    if Tag.COLON in before and at > 1 and f"{CUE_OF}{measure}" in frame.mentions[at - 2].tags:  # "Kategori: B"
        return True
    bracketed = Tag.OPEN in before and frame.after(at, Tag.CLOSE) and not signs_off(frame, at)
    return (
        bracketed
        or ends_phrase(frame, at)
        or joined_figure(frame, at) > 0
        or any(tag.startswith(VALUE_OF) and tag != f"{VALUE_OF}{measure}" for tag in before)
    )


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
    marks: Sequence[Mark] = () if year else year_marks(frame)  # "Pada 2019 Kediri hijau"
    written = next((mark.year for mark in reversed(marks) if mark.at < word.at and not mark.led), "")
    found = []
    for at, ids in named[first:last]:
        mention = frame.mentions[at]
        span = Span(mention.start, mention.end)
        score = by_span.get(span)
        period = score.period if score else (year.period if year else written or main)
        entity = score.subject if score else _named_as(frame, at, ids, setting)
        found.append(Cell(at, entity, period, span, word_known(word, entity, period, setting, score)))
    return found


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


def word_known(word: Word, entity: str, period: str, setting: Setting, score: Claim | Fact | None = None) -> str:
    """The word of the scale that a score has, else the one that the reference has of somebody; how far a score rose is
    none."""
    banded = setting.packs[word.pack].measures[word.measure].banded_by
    change = isinstance(score, Claim) and kind_of(score.kind).comparing
    if score is not None and not change and score.measure == banded and isinstance(score.value, Decimal):
        band = setting.reference.band_of(banded, period, score.value, word.pack)
        known = dict(band.labels).get(word.measure, "") if band else ""
        if known:
            return known
    facts = setting.reference.facts(word.measure, entity, period, word.pack) if period else ()
    return str(facts[0].value) if facts else ""


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
    return bare._replace(subject=cell.entity, period=cell.period, subject_span=cell.span, how=how, readings=())
