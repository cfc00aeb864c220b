"""Lists that a number announces, and how many members they have: names to the end of a sentence, or items behind it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.language.figures import CARDINAL, Number
from factcheck.language.fold import alternation, may_hold
from factcheck.language.language import Language
from factcheck.model import Block, Document
from factcheck.reading.sums.operands import FIGURE
from factcheck.reading.sums.shapes import is_year, mask, whole_words
from factcheck.typed import NamedTuple

NOUN = 50
"""Letters between the number and the word that opens the list."""
MEMBERS = 600
"""Letters that the members of a list in a sentence take up at most."""
FEWEST, MOST = 2, 100
NAME_WORDS = 6
MISSING, GOES_ON = 3, 3
"""Of an item list that has still fewer the rest was cut off; blocks behind one in which its numbers may go on."""
COUNTED, LONGER, SURE = r"(?:\s{1,2}[a-z()/]{2,20}){1,4}", r"(?:\s{1,2}[a-z()/]{2,20}){5,8}", 8
"""tiga daerah; tiga daerah lainnya: one to four words and nothing else; more of them where so many names follow that
miss the number by one: "19 kepala daerah dari daerah yang tidak digugat, yakni …"."""
NAMES = compiled(r"[^.;:!?\n()\"0-9]{3,600}(?=\.(?:\s|$))")
GLUED = compiled(r"[0-9]{1,3}+(?=[.)])")


class Words(NamedTuple):
    """The words of lists, over folded text."""

    announces: re.Pattern[str]
    following: re.Pattern[str]
    open: re.Pattern[str]
    last: re.Pattern[str]
    measured: re.Pattern[str]
    joined: re.Pattern[str]
    counted: re.Pattern[str]
    longer: re.Pattern[str]
    within: re.Pattern[str]
    others: re.Pattern[str]
    of: re.Pattern[str]


@cache
def words_of_lists(language: Language) -> Words:
    """The patterns made of the words of lists."""
    words = language.changes.lists
    last = alternation(words.last)
    return Words(
        compiled(rf"[,\s]\s?(?:{alternation(words.announces)})\s?:?\s"),
        whole_words(words.following),
        whole_words(words.open),
        compiled(rf",?\s(?:{last})\s|\s&\s"),
        compiled(rf"\s{{0,2}}(?:{alternation(words.measured)})(?![a-z])"),
        # lima dinas dan dua puskesmas, yakni …: the members are of both
        compiled(rf"{FIGURE.pattern}[^.;:!?\n]{{0,40}}(?:{last})\s{{1,2}}$"),
        # "14 yang dinilai" names nothing counted
        compiled(rf"(?!\s{{1,2}}(?:{alternation(words.clause)})\b){COUNTED}"),
        compiled(LONGER),
        compiled(rf"\b(?:{alternation(words.within)})\s{{1,2}}$"),
        compiled(rf"[.!?]\s[^.!?]*\b(?:{alternation(words.others)})\b"),
        # "unggul di dua dari 10 kecamatan, yakni …": the members are the two
        compiled(rf"{FIGURE.pattern}\S{{0,20}}\s{{1,2}}(?:{alternation(language.changes.totals.of)})\s{{1,2}}$"),
    )


class Count(NamedTuple):
    """What was announced and the fewest and most members that the list may have."""

    number: Number
    fewest: int
    most: int


def may_announce(low: str, number: Number) -> bool:
    """Whether a number in figures or words is one of so many as a list may have."""
    whole = number.form in CARDINAL and not number.unit and number.quantum == 1
    return whole and FEWEST <= number.value <= MOST and not is_year(low, number)


def told_in_sentences(
    plain: str, low: str, numbers: Sequence[Number], announced: Sequence[Number], language: Language
) -> Iterator[Count]:
    """tiga daerah, yakni X, Y, dan Z."""
    if not may_hold(low, language.changes.lists.announces):
        return
    words, masked = words_of_lists(language), mask(low, numbers, ())
    for number in announced:
        opened = words.announces.search(masked, number.end, number.end + 2 * NOUN)
        if opened is None:
            continue
        near = opened.end() <= number.end + NOUN and words.counted.fullmatch(masked, number.end, opened.start())
        if not near and not words.longer.fullmatch(masked, number.end, opened.start()):
            continue
        lead = max(0, number.start - NOUN), number.start
        if words.joined.search(masked, *lead) or words.of.search(masked, *lead):
            continue
        if words.open.search(masked, number.end, opened.end()) or words.measured.match(masked, number.end):
            continue
        members = NAMES.match(plain, opened.end(), opened.end() + MEMBERS)
        if members and not words.open.search(members[0].lower()):
            counts = _count(number, members[0], words)
            yield from (one for one in counts if near or (one.most >= SURE and abs(number.value - one.most) <= 1))


def _count(number: Number, members: str, words: Words) -> Iterator[Count]:
    """The members of "X, Y, dan Z" where all are names; counted with and without the "dan" inside a name."""
    pieces = [piece.strip() for piece in members.split(",")]
    parts = [part.strip() for piece in pieces for part in words.last.split(f" {piece} ")]
    named = [part for part in parts if part]
    if (
        all(pieces)
        and words.last.search(members)
        and all(map(_is_name, named))
        and number.value != _headed(pieces, words)
    ):
        yield Count(number, min(len(pieces), len(named)), len(named))


def _headed(pieces: Sequence[str], words: Words) -> int:
    """ "Badan X, Dinas Y, serta Dinas Z, Koperasi, dan Niaga": how many of a list have a noun in front, where one noun
    is that of several: a name may hold commas."""
    parts = [words.last.sub("", f" {piece}").split() for piece in pieces]
    heads = [part[0] for part in parts if len(part) > 1]
    noun, times = next(iter(Counter(heads).most_common(1)), ("", 0))
    return times + (parts[0][0] != noun) if times >= FEWEST else 0


def _is_name(part: str) -> bool:
    words = part.split()
    return len(words) <= NAME_WORDS and all(word[0].isupper() for word in words)


def told_in_items(document: Document, low: str, numbers: Sequence[Number], language: Language) -> Iterator[Count]:
    """Berikut 15 daerah: and a list."""
    blocks = document.blocks
    for place, (block, following) in enumerate(pairwise(blocks)):
        opens = following.kind == "item" and block.kind in ("paragraph", "heading")
        items = _items(low, blocks, place + 1) if opens else []
        inside = _inside(numbers, block) if items else ()
        whole = len(inside) == 1 and not _is_cut(blocks[place + 1 :], items, inside[0])
        if whole and _announces(low, block, inside[0], words_of_lists(language)):
            # An item whose line end was lost leaves its number out, but not the last one.
            yield Count(inside[0], _before_next_list(low, items), max(len(items), items[-1].number))


def _is_cut(blocks: Sequence[Block], items: Sequence[Block], number: Number) -> bool:
    """Whether a list shows some of its members only: its numbers jump, go on behind a line that is no item, or it has
    far fewer than were announced, as where a page breaks off."""
    numbers = [item.number for item in items if item.number]
    behind = blocks[len(items) : len(items) + GOES_ON]
    goes_on = bool(numbers) and any(block.kind == "item" and block.number > numbers[-1] for block in behind)
    jumps = any(other > one + 1 for one, other in pairwise(numbers))
    return jumps or goes_on or number.value - len(items) > MISSING


def _inside(numbers: Sequence[Number], block: Block) -> Sequence[Number]:
    """Those of the numbers, which are in order, that begin in the block."""
    first, last = (bisect_left(numbers, at, key=lambda number: number.start) for at in (block.start, block.end))
    return numbers[first:last]


def _items(low: str, blocks: Sequence[Block], first: int) -> list[Block]:
    """The members of the list that begins there; what hangs under numbered ones, with a mark and no number, is none."""
    items = []
    for block in blocks[first:]:
        if block.kind != "item":
            break
        if block.number or not blocks[first].number or low[block.start].isdigit():  # "10.Seram Bagian Barat"
            items.append(block)
    return items if len(items) >= FEWEST else []


def _before_next_list(low: str, items: Sequence[Block]) -> int:
    """How many items stand in front of one whose number goes back: numbered heads stand around a numbered list."""
    numbers = [_numbered(low, item) for item in items]
    return next((place for place, (one, two) in enumerate(pairwise(numbers), 1) if two < one), len(items))


def _numbered(low: str, item: Block) -> int:
    """The number of an item, which may be glued to its first word: "10.Seram Bagian Barat"."""
    glued = GLUED.match(low, item.start, item.end)
    return item.number or (int(glued[0]) if glued else 0)


def _announces(low: str, block: Block, number: Number, words: Words) -> bool:
    if not words.counted.match(low, number.end) or words.measured.match(low, number.end):
        return False
    closed = low[block.start : block.end].rstrip().endswith(":")
    where = words.within.search(low, max(block.start, number.start - NOUN), number.start)
    if not closed or where or words.open.search(low, number.end, block.end):
        return False
    if words.others.search(low, number.end, block.end):
        return False  # "… sepuluh provinsi itulah yang melampauinya. Provinsi lain menyusul:"
    return words.following.search(low, block.start, block.end) is not None or number.end + NOUN > block.end
