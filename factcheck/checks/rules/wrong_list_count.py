"""A list that has more or fewer members than it was announced with.

Wrong: Tiga daerah masuk zona hijau, yakni Bungo dan Tebo.
Right: Dua daerah masuk zona hijau, yakni Bungo dan Tebo.
Why: the members are counted, and every way to count them must miss the number: "Bangka dan Belitung" may be
    one or two. Only where the members are names that end with the sentence, or items of a list that follows; or where
    the reference bears the number out, and all but one of those it counts are named in one list; or where all with a
    figure in a paragraph are told of together ("Keempat provinsi itu") and are one more or less.
Silence: `wrong-list-count` under `ignore` in the configuration, or `[sic]` behind the number.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import islice, pairwise

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import counts, framed, kinds_listed, listed, names_listed, rule
from factcheck.judging.case import Case, evidence, frame_at
from factcheck.judging.grounds.ground import Ground
from factcheck.language.fold import alternation, fold, may_hold
from factcheck.language.language import Language, load
from factcheck.language.written import Number
from factcheck.messages import message
from factcheck.model import Block, Claim, Document, Evidence, Finding, Suggestion, number_of
from factcheck.reading.evidence.explained.name_lists import NameList, announced_before, is_whole, name_lists
from factcheck.reading.people.governments import regions_at
from factcheck.reading.scan.frame import FIGURES, Frame, with_tag
from factcheck.reading.scan.mentions import Mention, Tag
from factcheck.reading.sums.shapes import is_year, mask, whole_words
from factcheck.reading.sums.sums import FIGURE, is_hedged
from factcheck.reference.packs.info import FIRST
from factcheck.typed import NamedTuple

RULE = "wrong-list-count"
NOUN = 50
"""Letters between the number and the word that opens the list."""
MEMBERS = 600
"""Letters that the members of a list in a sentence take up at most."""
FEWEST, MOST = 2, 100
NAME_WORDS = 6
WHOLE = 3
"""Of a number over so many times as many as are named some are named only."""
MISSING, GOES_ON = 3, 3
"""Of an item list that has still fewer the rest was cut off; blocks behind one in which its numbers may go on."""
BELOW = 8
"""Sentences that may stand between two numbered heads."""
BEHIND = 3
"""So many sentences behind a list in which it may go on."""


COUNTED = r"(?:\s{1,2}[a-z()/]{2,20}){1,4}"
"""tiga daerah; tiga daerah lainnya: one to four words and nothing else."""

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
    within: re.Pattern[str]
    others: re.Pattern[str]
    of: re.Pattern[str]


@cache
def _words(language: Language) -> Words:
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


@rule(RULE, "warning", after="wrong-duration", needs=listed)
def check(case: Case) -> list[Finding]:
    """A finding for each announced number of a case that the list does not have."""
    found = find(case.document, [number for number in case.numbers if not _in_name(case, number)])
    if not found or not case.frames:
        return found
    lists = name_lists(case.frames, case.language)
    going_on = {one.announced.start for one in lists if one.announced and _goes_on(case, one, one.announced)}
    told = going_on | {one.start for one in check_missing(case)}  # which says who is missing
    return [finding for finding in found if finding.start not in told]


@rule(RULE, "warning", after="wrong-list-count", needs=names_listed)
def check_names(case: Case) -> Iterator[Finding]:
    """A finding for each announced number of regions, ministries or the like that other names follow."""
    for found in name_lists(case.frames, case.language):
        number = found.announced or announced_before(case.frames, found, case.language)
        if number is None or number.value == _without_provinces(case, found.names):
            continue
        if _is_told_before(case, number, len(found.names)):
            continue
        if number.value != len(found.names) and FEWEST <= number.value <= MOST and not _goes_on(case, found, number):
            if any(one.start == number.start for one in check_missing(case)):
                continue
            yield _finding(case.document, Count(number, len(found.names), len(found.names)), case.language)


@rule(RULE, "warning", after="wrong-list-count", needs=kinds_listed)
def check_regions(case: Case) -> Iterator[Finding]:
    """A finding for each number of regions of a kind behind which the regions named to the end of the sentence are one
    or two more or fewer, whatever the draft is about."""
    from factcheck.checks.region_lists import miscounted

    missed = list(miscounted(case))
    told = {one.start for one in (*check(case), *check_names(case))} if missed else ()
    for number, named in missed:
        if number.start not in told:
            yield _finding(case.document, Count(number, named, named), case.language)


def _is_told_before(case: Case, number: Number, names: int) -> bool:
    """ "Only three of the island's nine regencies and cities were green: Klungkung, Badung and Tabanan": whether the
    sentence tells in front of a number of how many of them the names are."""
    frame = frame_at(case, number.start)
    told = (frame.mentions[at].number for at in frame.having(FIGURES) if frame.mentions[at].end <= number.start)
    return any(one is not None and one.value == names for one in told)


@rule(RULE, "warning", after="wrong-list-count", needs=framed)
def check_heads(case: Case) -> Iterator[Finding]:
    """ "Daftar besaran 2024 di 10 Provinsi Pulau Kalimantan", and five numbered provinces with a paragraph each: a
    finding for each announced number of regions of a kind that the numbers of such a list do not reach."""
    for frame in with_tag(case.frames, Tag.GROUP):
        at = _announced_kind(frame, case.language)
        number = frame.mentions[at].number if at >= 0 else None
        if number is None or not FEWEST <= number.value <= MOST:
            continue
        group = frame.mentions[at + 1].tags[Tag.GROUP]
        heads = _heads(case, frame.sentence.place, group)
        if heads and len(heads) != number.value <= WHOLE * len(heads):
            yield _finding(case.document, Count(number, len(heads), len(heads)), case.language)


@rule(RULE, "warning", after="wrong-list-count", needs=framed)
def check_together(case: Case) -> Iterator[Finding]:
    """ "Banten 7,52 persen, Jawa Barat 7,44, …, Maluku 6,31. Keempat provinsi itu …": a finding at each number of
    those told of together that is not how many were named."""
    if all(number.form != "ordinal" for number in case.numbers):
        return
    from factcheck.checks.told_together import told_together

    for number, named in told_together(case):
        yield _finding(case.document, Count(number, named, named), case.language)


def _announced_kind(frame: Frame, language: Language) -> int:
    """The place of the number of the one kind in a line that says that a list follows; -1 where there is none."""
    groups = frame.having(Tag.GROUP)
    counted = [at - 1 for at in groups if frame.before(at, Tag.NUMBER)] if len(groups) == 1 else []
    if not counted:
        return -1
    words = _words(language)
    line = fold(frame.plain[frame.sentence.start : frame.sentence.end])
    return counted[0] if words.following.search(line) and not words.open.search(line) else -1


def _heads(case: Case, place: int, group: str) -> list[Frame]:
    """The items numbered from one on behind a sentence, each of which names one region of a kind, with a sentence or
    more between each two."""
    heads: list[Frame] = []
    for frame in case.frames[place + 1 :]:
        near = frame.sentence.place - (heads[-1].sentence.place if heads else place)
        block = case.document.blocks[frame.sentence.block]
        if near > BELOW or (block.kind == "item" and block.number != len(heads) + 1):
            break
        if block.kind == "item":
            if len(frame.bearers) != 1 or not any(case.reference.is_of(one, group) for one in frame.bearers[0][1]):
                return []
            heads.append(frame)
    apart = all(two.sentence.place - one.sentence.place > 1 for one, two in pairwise(heads))
    return heads if len(heads) > FEWEST and apart else []


@rule(RULE, "warning", after="wrong-list-count", needs=counts)
def check_missing(case: Case) -> Iterator[Finding]:
    """ "Kabupaten yang hijau ada 15 … Zona hijau: A, B, … dan N": a finding for each right count of four and more
    behind which all those who bear its word are named in one list, but for one of them."""
    whole = [found for found in name_lists(case.frames, case.language) if is_whole(found, case.language)]
    places = [found.frame.sentence.place for found in whole]
    told = [claim for claim in case.claims if claim.kind == "count" and ":" in claim.condition] if whole else []
    for claim in told:
        near = whole[bisect_left(places, claim.sentence) : bisect_right(places, claim.sentence + BEHIND)]
        if near and case.answer(claim).verdict == "supported" and number_of(claim) > FEWEST + 1:
            found = (_short(case, claim, one) for one in near)
            yield from islice((short for short in found if short is not None), 1)


def _short(case: Case, claim: Claim, found: NameList) -> Finding | None:
    """A finding where a list names all who bear the word that is counted but one, whom the reference may know."""
    from factcheck.judging.grounds.group_grounds import bearers

    known = bearers(case, claim, case.answer(claim).facts[0].group)
    ids = {mention.ids[0] for mention in found.names if len(mention.ids) == 1}
    left = known - ids
    if not len(ids) == len(found.names) == number_of(claim) - 1 or ids - known or len(left) > 1:
        return None
    if any(one.kind == "count" and one.value == len(ids) for one in case.claims.inside(claim.sentence)):
        return None  # "lima yang hijau (empat kabupaten, satu kota) … Teratas A, B, C, dan D": those of one kind
    if _are_some(found):
        return None
    around = case.frames[max(0, claim.sentence - BEHIND) : found.frame.sentence.place + BEHIND]
    told = {name for frame in around for mention in frame.mentions for name in mention.ids}
    if left & told or left == {claim.subject}:
        return None
    named = {"text": case.text(claim), "number": len(ids)}
    missing = "".join(map(case.name, left))
    return Finding(
        RULE,
        "warning",
        message("{text} are told, {number} are named: {name} is missing.", **named, name=missing)
        if missing
        else message("{text} are told, {number} are named.", **named),
        claim.start,
        claim.end,
        (claim.id,),
        evidence=evidence(case.answer(claim).facts),
        ground=Ground.SUM,
    )


def _are_some(found: NameList) -> bool:
    """ "Sepuluh berkategori B. Di antaranya A, B, …", "Lima hijau. Empat di antaranya kabupaten, yaitu …": whether what
    leads to a list says that it names some."""
    frame, first = found.frame, found.names[0].start
    return any(frame.mentions[at].start < first for at in frame.having(Tag.COUNT_PART))


def _goes_on(case: Case, found: NameList, announced: Number) -> bool:
    """ "18 kabupaten/kota, yaitu … Tapanuli Selatan. Untuk pemerintah kota: Medan, Binjai, …": whether the names of the
    sentences behind a list make up the number that announced it."""
    named = len(found.names)
    for frame in case.frames[found.frame.sentence.place + 1 :][:BEHIND]:
        own = frame.subjects()
        named += len(own)
        if not own or named >= announced.value:
            return bool(own) and named == announced.value
    return False


def _without_provinces(case: Case, names: Sequence[Mention]) -> int:
    """How many of a list are no provinces: "Kabupaten Natuna, Provinsi Riau, dan Kota Batam"."""
    return sum({case.reference.level_of(one) for one in mention.ids} != {FIRST} for mention in names)


def _in_name(case: Case, number: Number) -> bool:
    """ "Kabupaten Lima Puluh Kota" announces no fifty."""
    plain = case.document.plain
    named = number.form == "word" and plain[number.start].isupper()
    return named and bool(regions_at(plain, number.start, case.reference)[1])


def find(document: Document, numbers: Sequence[Number]) -> list[Finding]:
    """A finding for each announced number that no way of counting the members bears out."""
    language = load(document.language)
    low = fold(document.plain)
    announced = [number for number in numbers if _may_announce(low, number) and not is_hedged(low, number, language)]
    if not announced or not language.changes.lists:
        return []
    counts = [
        *_in_sentences(document.plain, low, numbers, announced, language),
        *_in_items(document, low, announced, language),
    ]
    return [
        _finding(document, count, language)
        for count in counts
        if not count.fewest <= int(count.number.value) <= count.most
    ]


def _may_announce(low: str, number: Number) -> bool:
    whole = number.form in ("digits", "word") and not number.unit and number.quantum == 1
    return whole and FEWEST <= number.value <= MOST and not is_year(low, number)


def _in_sentences(
    plain: str, low: str, numbers: Sequence[Number], announced: Sequence[Number], language: Language
) -> Iterator[Count]:
    """tiga daerah, yakni X, Y, dan Z."""
    if not may_hold(low, language.changes.lists.announces):
        return
    words, masked = _words(language), mask(low, numbers, ())
    for number in announced:
        opened = words.announces.search(masked, number.end, number.end + NOUN)
        if opened is None or not words.counted.fullmatch(masked, number.end, opened.start()):
            continue
        lead = max(0, number.start - NOUN), number.start
        if words.joined.search(masked, *lead) or words.of.search(masked, *lead):
            continue
        if words.open.search(masked, number.end, opened.end()) or words.measured.match(masked, number.end):
            continue
        members = NAMES.match(plain, opened.end(), opened.end() + MEMBERS)
        if members and not words.open.search(members[0].lower()):
            yield from _count(number, members[0], words)


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


def _in_items(document: Document, low: str, numbers: Sequence[Number], language: Language) -> Iterator[Count]:
    """Berikut 15 daerah: and a list."""
    blocks = document.blocks
    for place, (block, following) in enumerate(pairwise(blocks)):
        opens = following.kind == "item" and block.kind in ("paragraph", "heading")
        items = _items(low, blocks, place + 1) if opens else []
        inside = _inside(numbers, block) if items else ()
        whole = len(inside) == 1 and not _is_cut(blocks[place + 1 :], items, inside[0])
        if whole and _announces(low, block, inside[0], _words(language)):
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


def _finding(document: Document, count: Count, language: Language) -> Finding:
    number = count.number
    written = document.text[slice(*number.figure)]
    from factcheck.language.number_format import format_like

    right = format_like(Decimal(count.most), written, Decimal(1), language)
    return Finding(
        RULE,
        "warning",
        message("{text} are announced, {right} are named.", text=written, right=right),
        number.start,
        number.end,
        expected=right,
        suggestions=(Suggestion(*number.figure, right),) if number.form == "digits" else (),
        evidence=(
            Evidence("arithmetic", "", Decimal(count.most), message("the list has {number} members", number=right)),
        ),
    )
