"""The words of scales in a sentence: which stand there, how many they count, and which of them the reference knows."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from factcheck.model import Claim, Fact, Span
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.evidence.words.beside_figures import joined_figure
from factcheck.reading.scan.frame import ENDS, FIGURES, PLACE, SCALED, Frame
from factcheck.reading.scan.mentions import CUE_OF, VALUE_OF, Tag
from factcheck.reading.scan.setting import Setting
from factcheck.reading.values.mood import untold
from factcheck.reading.values.scale_words import ends_phrase, is_one_of_two, leads_word, signs_off
from factcheck.typed import NamedTuple

REACH = 12
"""So many mentions in front of a word a number may count those it is of."""
HUNDRED = 100
CLOSE, MOST = 3, 12
"""So many mentions in front of a word a pronoun may stand; so many of a group at most "lima daerah itu" means."""
BETWEEN = {Tag.GROUP, Tag.COUNT_EXISTS, Tag.OPEN, Tag.CLOSE, Tag.ENTITY_PLACES, Tag.STATE_BEFORE, Tag.COMMA}
"""What may stand between a word and the number behind it that says of how many it is told."""


class Word(NamedTuple):
    """A word of a scale in a sentence: its place, pack, measure, canonical word and where it is written."""

    at: int
    pack: str
    measure: str
    word: str
    span: Span


def counts_others(frame: Frame, word: Word, size: int) -> bool:
    """ "13 were assessed and ten of them were red:": the word is of so many, and not of all that the list names."""
    numbers = [frame.mentions[at].number for at in frame.having(FIGURES, max(0, word.at - REACH), word.at)]
    last = next((one for one in reversed(numbers) if one is not None and one.quantum == 1 and not one.unit), None)
    return last is not None and 1 < last.value < HUNDRED and last.value != size


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


def size_at(frame: Frame, at: int) -> int:
    """How many a mention says: a number that counts, or "ketiganya"; 0 where it says nothing of the kind."""
    mention = frame.mentions[at]
    number = mention.number
    if Tag.COLLECTIVE in mention.tags:
        return int(mention.tags[Tag.COLLECTIVE])
    counts = number is not None and number.quantum == 1 and not number.unit and Tag.YEAR_DIGITS not in mention.tags
    return int(number.value) if number is not None and counts else 0


def group_size(frame: Frame, word: int) -> int:
    """How many of a group the word at a place is told of, by the number that stands in front of it with no name between
    ("sepuluh pemda zona hijau dengan kategori B"), else right behind it ("yang merah ada tiga"); 0 where none does."""
    for at in range(word - 1, max(-1, word - 1 - REACH), -1):
        if frame.ends_at(at) or (frame.mentions[at].ids and frame.roles[at] != PLACE):
            break
        if size := size_at(frame, at):
            return size if counts_group(frame, at, size) else 0
    for at in range(word + 1, min(len(frame.mentions), word + 1 + REACH)):
        if size := size_at(frame, at):
            return size
        tags = frame.mentions[at].tags
        joined = tags.keys() & BETWEEN or any(tag.startswith((SCALED, CUE_OF)) for tag in tags)
        if not joined and frame.roles[at] != PLACE:
            break
    return 0


def counts_group(frame: Frame, at: int, size: int) -> bool:
    """Whether a number says so many of a group: one follows it, or what is said of so many of them."""
    told = size_at(frame, at) == size and not frame.before(at, Tag.RANK_AMONG)
    return told and frame.has_any((Tag.GROUP, Tag.COUNT_PART, Tag.COUNT_OTHER, SCALED), at + 1, at + 3)


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
                if mention.end - mention.start > 1 or _is_letter(frame, at, pack, measure):
                    yield Word(at, pack, measure, word, Span(mention.start, mention.end))


def _is_step(frame: Frame, at: int) -> bool:
    """ "zona kuning (51.00 - 80.99)": a step of the scale with its bounds, and said of nobody."""
    if not frame.after(at, Tag.OPEN) or at + 3 >= len(frame.mentions):
        return False
    low, high = frame.mentions[at + 2], frame.mentions[at + 3]
    return low.number is not None and high.number is not None and frame.spans(at + 2, at + 3)


def _is_letter(frame: Frame, at: int, pack: str, measure: str) -> bool:
    """Whether a single letter is a word of a scale: behind its cue or that of another scale of its pack ("zona C"), in
    brackets of its own, behind a colour, or joined to a figure."""
    before = frame.mentions[at - 1].tags if at else {}
    if leads_word(before, pack, measure):
        return frame.close(at - 1, at, 1)
    if Tag.COLON in before and at > 1 and f"{CUE_OF}{measure}" in frame.mentions[at - 2].tags:  # "Kategori: B"
        return True
    bracketed = Tag.OPEN in before and frame.after(at, Tag.CLOSE) and not signs_off(frame, at)
    return (
        bracketed
        or _heads_brackets(frame, at, measure)
        or ends_phrase(frame, at)
        or joined_figure(frame, at) > 0
        or any(tag.startswith(VALUE_OF) and tag != f"{VALUE_OF}{measure}" for tag in before)
    )


def _heads_brackets(frame: Frame, at: int, measure: str) -> bool:
    """ "empat berkategori A (Dumai, …), delapan mendapat B (Siak, …)": whether names in brackets follow a letter, in a
    sentence that has another of its scale behind the cue of it."""
    if not frame.after(at, Tag.OPEN) or at + 2 >= len(frame.mentions) or not frame.mentions[at + 2].ids:
        return False
    tag = f"{VALUE_OF}{measure}"
    others = (one for one in frame.having(SCALED, 0, at) if one and tag in frame.mentions[one].tags)
    return any(f"{CUE_OF}{measure}" in frame.mentions[one - 1].tags for one in others)


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


def pronoun_of(frame: Frame, word: Word) -> tuple[int, int]:
    """The place of "ketiganya" or "semuanya" close in front of a word, and how many it means (0: all); else -1."""
    for at in range(word.at - 1, max(-1, word.at - 1 - CLOSE), -1):
        tags = frame.mentions[at].tags
        if Tag.COLLECTIVE in tags:
            return (-1, 0) if _is_whole_of_part(frame, at) else (at, int(tags[Tag.COLLECTIVE]))
        if Tag.MOOD_THEM in tags:
            return at, _counted_in_front(frame, at)
        if frame.mentions[at].ids or Tag.STOP in tags or Tag.SEMICOLON in tags:
            return -1, 0
        if Tag.ENTITY_SELF in tags:
            return _group_of(frame, at)
    others = frame.has_any((Tag.ENTITY_OFFICES, Tag.GROUP), 0, word.at)  # "Untuk kementerian, semakin hijau semua"
    behind = frame.after(word.at, Tag.MOOD_THEM) and not others
    return (word.at if behind else -1), 0  # "Samarinda, Balikpapan, Bontang. Kategori A semua."


def _is_whole_of_part(frame: Frame, at: int) -> bool:
    """ "Dari ketiganya dua sudah hijau", "satu dari keduanya": whether those are meant of whom a part is told."""
    return frame.before(at, Tag.BIND_FROM) or frame.before(at, Tag.RANK_AMONG)


def _counted_in_front(frame: Frame, at: int) -> int:
    """ "Kedelapan kabupaten/kota seluruhnya A": how many "seluruhnya" means by what stands right in front; 0: all."""
    number = at - 1 - frame.before(at, Tag.GROUP)
    return size_at(frame, number) if number >= 0 and frame.close(number, number + 1) else 0


def _group_of(frame: Frame, at: int) -> tuple[int, int]:
    """ "Dua pemerintahan ini": where the number stands of those whom "ini" means, and how many; (-1, 0) where it means
    something else."""
    place = at - 1 - frame.before(at, Tag.GROUP)
    number = frame.mentions[place].number if place >= 0 and frame.close(place, at, 1) else None
    counts = number is not None and number.quantum == 1 and not number.unit and 1 < number.value <= MOST
    if _is_whole_of_part(frame, place):  # "dua dari enam itu"
        return -1, 0
    return (place, int(number.value)) if number is not None and counts else (-1, 0)
