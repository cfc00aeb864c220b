"""How far a word of a scale reaches: over the run of names that the reference gives that very word.

"Yang kuning: Pemprov Kalbar 78,63, Landak 76,17", "A 96,89, B 95,89 dan C 85,67 menembus zona hijau": grammar alone
does not say whether the word is of one or of all; the figures beside the names do.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.model import Claim
from factcheck.reading.evidence.words.borne_words import (
    MANY,
    PAIR,
    Cell,
    by_sentence,
    cells_of,
    in_told_year,
    said,
    whole_run,
)
from factcheck.reading.evidence.words.headed_lists import over_items
from factcheck.reading.evidence.words.words_of_scales import (
    Word,
    counted_after,
    counting,
    said_of_nobody,
    words_of,
)
from factcheck.reading.scan.frame import PLACE, SCALED, Frame, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.scan.setting import Setting

OPENERS = (Tag.BIND_OPENER, Tag.COLON, Tag.BIND_HOLDER_AFTER, Tag.OPEN)


def settle_words(
    claims: Sequence[Claim], frames: Sequence[Frame], setting: Setting, main: str, years: Sequence[str]
) -> list[Claim]:
    """The claims with words of scales said of all whom they reach, where the reference bears out the reach."""
    told = by_sentence(claims)
    replaced: dict[tuple[int, str], list[Claim]] = {}
    for frame in with_tag(frames, SCALED):
        if frame.sentence.kind == "header":
            continue
        own = told.get(frame.sentence.place, ())
        spoken = main if own else _spoken(frames, frame, told, main)
        for word, cells in _reaches(frame, own, setting, spoken, years):
            model = next((one for one in own if one.end == word.span.end and one.measure == word.measure), None)
            dated = in_told_year(word, cells, model, setting)
            replaced[word.span.end, word.measure] = [said(word, cell, frame, model, setting) for cell in dated]
    for frame in with_tag(frames, SCALED):
        for word, items in over_items(frames, frame.sentence.place, told, setting, main):
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
        title = frame.sentence.voice == "headline" and len(ahead) <= 1
        own = _before_colon(frame, cells, word, ahead) if title else ()
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
    return any(frame.before(at, Tag.NUMBER) for at in frame.having(Tag.GROUP, max(0, opener), cell.at))


def _before_colon(frame: Frame, cells: Sequence[Cell], word: Word, ahead: Sequence[Cell]) -> Sequence[Cell]:
    """ "Ambon teratas, Buru masih merah: rapor Maluku": the last name in front of a word of a headline that a colon
    follows, where it bears the word or the one behind does not; what stands behind the colon is another matter."""
    last = next((cell for cell in reversed(cells) if cell.at < word.at), None)
    if last is None or not frame.after(word.at, Tag.COLON):
        return ()
    return [last] if last.word == word.word or all(cell.word != word.word for cell in ahead) else ()


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
    run = [cell for cell in cells if first < cell.at < word.at and not _is_where_counted(frame, first, cell)]
    reached: list[Cell] = []
    for cell in reversed(run):
        if cell.word != word.word:
            break
        reached.append(cell)
    return reached[::-1] if len(reached) == len(run) else ()
