"""A list that has more or fewer members than it was announced with.

Wrong: Tiga daerah masuk zona hijau, yakni Bungo dan Tebo.
Right: Dua daerah masuk zona hijau, yakni Bungo dan Tebo.
Why: the members are counted, and every way to count them must miss the number: "Bangka dan Belitung" may be
    one or two. Only where the members are names that end with the sentence, or items of a list that follows; or where
    the reference bears the number out, and all but one of those it counts are named in one list; or where all with a
    figure in a paragraph are told of together ("Keempat provinsi itu") and are one more or less.
Silence: `wrong-list-count` under `ignore` in the configuration, or `[sic]` behind the number.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import islice, pairwise

from factcheck.checks.declare import rule
from factcheck.checks.lists.announced_lists import (
    FEWEST,
    MOST,
    Count,
    may_announce,
    told_in_items,
    told_in_sentences,
    words_of_lists,
)
from factcheck.checks.needs import kinds_listed, listed
from factcheck.checks.subject_needs import counts, framed, names_listed
from factcheck.judging.case import Case, evidence, frame_at
from factcheck.judging.grounds.ground import Ground
from factcheck.language.figures import Number
from factcheck.language.fold import fold
from factcheck.language.language import Language, load
from factcheck.messages import message
from factcheck.model import Claim, Document, Evidence, Finding, Suggestion, number_of
from factcheck.reading.evidence.explained.name_lists import NameList, announced_before, is_whole, name_lists
from factcheck.reading.people.governments import regions_at
from factcheck.reading.scan.frame import FIGURES, Frame, with_tag
from factcheck.reading.scan.mentions import Mention, Tag
from factcheck.reading.sums.operands import is_hedged
from factcheck.reference.packs.info import FIRST

RULE = "wrong-list-count"
PAIR, TOGETHER = 2, 10
"""More than two, and so many at most, are told of together by an ordinal: "keempat provinsi itu"."""
WHOLE = 3
"""Of a number over so many times as many as are named some are named only."""
BELOW, BESIDE = 8, 2
"""Sentences that may stand between two numbered heads, and behind the number in which all are named."""
BEHIND = 3
"""So many sentences behind a list in which it may go on."""


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
        if number is None or (number.value == _without_provinces(case, found.names) and not _of_all(case, number)):
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
    from factcheck.checks.lists.region_lists import miscounted

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
        named = heads and len(heads) != number.value and _named_beside(case, frame, group) == number.value
        if heads and not named and len(heads) != number.value <= WHOLE * len(heads):
            yield _finding(case.document, Count(number, len(heads), len(heads)), case.language)


@rule(RULE, "warning", after="wrong-list-count", needs=framed)
def check_together(case: Case) -> Iterator[Finding]:
    """ "Banten 7,52 persen, Jawa Barat 7,44, …, Maluku 6,31. Keempat provinsi itu …": a finding at each number of
    those told of together that is not how many were named."""
    if not any(number.form == "ordinal" and PAIR < number.value <= TOGETHER for number in case.numbers):
        return
    from factcheck.checks.lists.told_together import told_together

    for number, named in told_together(case):
        yield _finding(case.document, Count(number, named, named), case.language)


def _announced_kind(frame: Frame, language: Language) -> int:
    """The place of the number of the one kind in a line that says that a list follows; -1 where there is none."""
    groups = frame.having(Tag.GROUP)
    counted = [at - 1 for at in groups if frame.before(at, Tag.NUMBER)] if len(groups) == 1 else []
    if not counted:
        return -1
    words = words_of_lists(language)
    line = fold(frame.plain[frame.sentence.start : frame.sentence.end])
    return counted[0] if words.following.search(line) and not words.open.search(line) else -1


def _named_beside(case: Case, frame: Frame, group: str) -> int:
    """ "10 provinsi berikut sudah menaikkannya. Dari Aceh, … sampai Kepulauan Riau": how many of a kind the sentence
    that announces a list and the next two name, whatever of the list follows."""
    near = case.frames[frame.sentence.place : frame.sentence.place + 1 + BESIDE]
    named = (ids for one in near for _, ids in one.bearers)
    return len({ids[0] for ids in named if any(case.reference.is_of(each, group) for each in ids)})


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


def _of_all(case: Case, number: Number) -> bool:
    """ "Enam pemda kuning": whether a number is one of governments of all kinds, provinces among them."""
    frame = frame_at(case, number.start)
    at = next((at for at in frame.having(FIGURES) if frame.mentions[at].start == number.start), -1)
    if at < 0 or not frame.after(at, Tag.GROUP):
        return False
    kinds = case.reference.kinds(frame.mentions[at + 1].tags[Tag.GROUP])
    return set(case.reference.kinds_on(FIRST)) < set(kinds)


def _in_name(case: Case, number: Number) -> bool:
    """ "Kabupaten Lima Puluh Kota" announces no fifty."""
    plain = case.document.plain
    named = number.form == "word" and plain[number.start].isupper()
    return named and bool(regions_at(plain, number.start, case.reference)[1])


def find(document: Document, numbers: Sequence[Number]) -> list[Finding]:
    """A finding for each announced number that no way of counting the members bears out."""
    language = load(document.language)
    low = fold(document.plain)
    announced = [number for number in numbers if may_announce(low, number) and not is_hedged(low, number, language)]
    if not announced or not language.changes.lists:
        return []
    counts = [
        *told_in_sentences(document.plain, low, numbers, announced, language),
        *told_in_items(document, low, announced, language),
    ]
    return [
        _finding(document, count, language)
        for count in counts
        if not count.fewest <= int(count.number.value) <= count.most and not _of_each(low, numbers, count)
    ]


def _of_each(low: str, numbers: Sequence[Number], count: Count) -> bool:
    """ "Tiga daerah sama-sama memiliki 11 kecamatan, yakni …": whether the sentence tells in front of a number how many
    are named, so that the number is what each of them has."""
    opens = low.rfind(". ", 0, count.number.start) + 1
    first = bisect_left(numbers, opens, key=lambda one: one.start)
    before = numbers[first : bisect_left(numbers, count.number.start, key=lambda one: one.start)]
    return any(count.fewest <= one.value <= count.most for one in before)


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
