"""Counts with their shares beside them: 17 hijau (70,83 persen) dan 7 kuning (29,17 persen)."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.language.figures import Number
from factcheck.language.fold import fold
from factcheck.language.interval import Range, printed, share
from factcheck.language.language import load
from factcheck.model import Document
from factcheck.reading.sums.mistyped import mended, slips
from factcheck.reading.sums.operands import FIGURE, SENTENCE_END, Words, is_hedged, is_name, words_of
from factcheck.reading.sums.shapes import VERB, mark_verbs, mask
from factcheck.reading.sums.share_series import odd_of_paragraph, odd_of_series
from factcheck.reading.sums.unsaid_wholes import Odd, Pair, is_made_with, is_telling, odd_of_unsaid

BEFORE = 30
"""Letters in front of a count in which a word of rising or falling makes it the size of a change."""
BESIDE, APART, REACH = 40, 120, 400
"""Letters from a count to its share, from one pair to the next, and to a figure that may be the whole."""
MOST = 12
"""Pairs of one whole, and figures around them that may be it."""
BORNE, FAR = 2, Decimal("1.25")
"""So many pairs of other sentences show what the whole is; then a share this far off is of it as well."""
LARGE = 10_000
COUNTED, CLOSED = compiled(r"(?: [a-z/-]+){1,3}, "), compiled(r"\s?[,.;]")
"""What is counted between a count and its share that a comma parts, and what ends the share then."""
DIGITS = 3
"""Digits of a share from which on a single one can be told from any other."""


def odd_shares(document: Document, numbers: Sequence[Number]) -> Iterator[Odd]:
    """The pairs of an article that do not fit the whole that those beside them, or the wording, point to."""
    language = load(document.language)
    low = fold(document.plain)
    masked = mark_verbs(mask(low, numbers, ()), low, language)
    marked = [number for number in numbers if FIGURE.match(masked, number.start)]
    sound = [number for number in marked if not is_hedged(low, number, language) and not is_name(low, number, language)]
    starts = [number.start for number in sound]
    known = frozenset(starts)
    paired = [
        group
        for group in _groups(masked, marked, words_of(language))
        if all(number.start in known for pair in group for number in pair)
    ]
    shared = frozenset(pair.counted.start for group in paired for pair in group)
    groups = [
        group for group in paired if len(group) > 1 or not _is_of_those_behind(masked, group[0], sound, starts, shared)
    ]
    found = list(_of_told_wholes(masked, sound, [group for group in groups if all(map(_is_whole, group))]))
    told = {odd.pair for odd in found}
    yield from found
    yield from (odd for odd in odd_of_series(document, sound) if odd.pair not in told)
    rest = [pair for group in groups for pair in group if pair not in told and is_telling(pair)]
    beside = list(odd_of_paragraph(document, rest, sound))
    yield from beside
    rest = [pair for pair in rest if all(odd.pair is not pair for odd in beside)]
    counts = sorted({number.value for number in sound if not number.unit}) if rest else []
    yield from odd_of_unsaid([pair for pair in rest if not (_is_whole(pair) and _is_of_any(pair, counts))], counts)


def _is_whole(pair: Pair) -> bool:
    return pair.counted.quantum == 1


def _is_of_any(pair: Pair, counts: Sequence[Decimal]) -> bool:
    """Whether a pair fits one of the counts, which are in order."""
    share_of = printed(pair.share)
    first = bisect_left(counts, 100 * pair.counted.value / share_of.high)
    return any(_fits(pair, whole) for whole in counts[first : first + 1])


def _of_told_wholes(masked: str, sound: Sequence[Number], groups: Sequence[list[Pair]]) -> Iterator[Odd]:
    """The pairs that do not fit a whole that the draft tells, or that is their sum."""
    starts = [number.start for number in sound]
    grouped: list[tuple[list[Pair], list[Decimal]]] = []
    for group in groups:
        first = bisect_left(starts, group[0].counted.start - REACH)
        last = bisect_left(starts, group[-1].share.end + REACH)
        around = sound[first:last]
        if len(group) == 1:  # in the next paragraph or item another whole is told of
            around = [number for number in around if not _is_elsewhere(masked, number, group[0])]
        grouped.append((group, _wholes(group, around)))
    borne = _borne(grouped)
    large = [
        whole for whole in _borne((group, wholes) for group, wholes in grouped if _is_large(group)) if borne[whole]
    ]
    shown = frozenset(whole for whole, times in borne.items() if times > BORNE)
    pairs = [pair for group in groups for pair in group]
    made = _made_by_all(pairs, sound)
    for group, wholes in grouped:
        told = list(_odd(group, wholes, borne) if made is None else _each_odd(group, made))
        yield from told
        strange = not any(_fits(pair, whole) for pair in group for whole in wholes)
        if made is None and not told and _is_large(group) and strange and not is_made_with(group[0], pairs):
            larger = [whole for whole in dict.fromkeys((*large, *shown)) if whole > group[0].counted.value]
            yield from _odd(group, larger, Counter(), shown)


def _is_of_those_behind(
    masked: str, pair: Pair, sound: Sequence[Number], starts: Sequence[int], shared: Collection[int]
) -> bool:
    """ "Pasangan A meraup 2.369.534 suara, setara 73,56 persen, B kebagian 787.024 dan C 64.677": whether a large count
    makes its whole with those that its paragraph tells behind it, none with a share of its own (`shared`)."""
    whole, first = pair.counted.value, bisect_left(starts, max(pair.counted.end, pair.share.end))
    for number in sound[first : first + MOST] if whole >= LARGE else ():
        if _is_elsewhere(masked, number, pair) or number.start in shared:
            return False
        if not number.unit and number.quantum == 1 and number.value >= LARGE:
            whole += number.value
            if _fits(pair, whole):
                return True
    return False


def _made_by_all(pairs: Sequence[Pair], sound: Sequence[Number]) -> Decimal | None:
    """The large figure of an article that the counts of all its pairs make to the last digit: the votes of all
    candidates."""
    total = sum((pair.counted.value for pair in pairs), Decimal(0))
    if total < LARGE or not BORNE <= len(pairs) <= MOST or all(number.value != total for number in sound):
        return None
    return total


def _each_odd(group: Sequence[Pair], whole: Decimal) -> Iterator[Odd]:
    """The pairs that their whole makes otherwise, unless they are of something else altogether."""
    for pair in group:
        right = 100 * pair.counted.value / whole
        if not _fits(pair, whole) and (slips(pair.share, right) or 1 / FAR < pair.share.value / right < FAR):
            yield Odd(pair, whole, right)


def _is_large(group: Sequence[Pair]) -> bool:
    """Whether one count stands alone with its share, so large that its whole is told by no chance, wherever it is."""
    alone = group[0].counted.value >= LARGE and len(group) == 1
    return alone and len(str(group[0].share.value).replace(".", "")) >= DIGITS


def _is_elsewhere(masked: str, number: Number, pair: Pair) -> bool:
    """Whether a line ends between a figure and a pair."""
    return "\n" in masked[min(number.end, pair.counted.end) : max(number.start, pair.counted.start)]


def _borne(grouped: Iterable[tuple[Sequence[Pair], Sequence[Decimal]]]) -> Counter[Decimal]:
    """How many pairs fit each whole that all pairs of a sentence fit, or most of a long list."""
    borne: Counter[Decimal] = Counter()
    for group, wholes in grouped:
        for whole in wholes:
            fitting = sum(_fits(pair, whole) for pair in group)
            borne[whole] += fitting if fitting > max(BORNE, len(group) - fitting) or fitting == len(group) else 0
    return borne


def _groups(masked: str, numbers: Sequence[Number], words: Words) -> Iterator[list[Pair]]:
    """The pairs that follow each other; of "91 poin (1,67%)" the first is the size of a change."""
    group: list[Pair] = []
    for one, other in pairwise(numbers):
        pair = _pair(masked, one, other, words)
        if pair is None or (group and group[-1].share is pair.share):
            continue
        if group and (len(group) == MOST or _is_apart(masked, group[-1].share.end, one.start)):
            yield group
            group = []
        group.append(pair)
    if group:
        yield group


def _pair(masked: str, one: Number, other: Number, words: Words) -> Pair | None:
    """ "17 (70,83 persen)", "17 atau 70,83 persen", "70,83 persen, atau 17", "70,83 persen (17)": a count and its
    share, in either order."""
    if _is_pair(masked, one, other, words):
        return None if words.step.match(masked, one.end) else Pair(one, other)
    turned = one.unit == "percent" and not other.unit and other.quantum == 1
    bracketed = masked[one.end : other.start] == " (" and masked[other.end : other.end + 1] == ")"
    joined = turned and (bracketed or words.same.fullmatch(masked, one.end, other.start))
    return Pair(other, one) if joined and not words.step.match(masked, other.end) else None


def _is_apart(masked: str, end: int, start: int) -> bool:
    return start - end > APART or SENTENCE_END.search(masked, end, start) is not None


def _is_pair(masked: str, one: Number, other: Number, words: Words) -> bool:
    if one.unit or one.quantum < 1 or other.unit != "percent" or not 0 < other.start - one.end <= BESIDE:
        return False
    between, before = masked[one.end : other.start], masked[max(0, one.start - BEFORE) : one.start]
    if VERB in before + between:
        return False
    # "138.999.996 penduduk laki-laki, 54,48 persen, serta …"
    put_in = COUNTED.fullmatch(between) is not None and CLOSED.match(masked, other.end) is not None
    return put_in or words.alike.fullmatch(between) is not None


def _wholes(group: Sequence[Pair], numbers: Sequence[Number]) -> list[Decimal]:
    """What the counts may be counted from: their sum, and the counts near them that are larger than any."""
    largest = max(pair.counted.value for pair in group)
    near = [number.value for number in numbers if not number.unit and number.quantum == 1 and number.value > largest]
    total = sum((pair.counted.value for pair in group), Decimal(0))
    return list(dict.fromkeys([total] * (len(group) > 1) + near))[: 2 * MOST]


def _odd(
    group: Sequence[Pair],
    wholes: Sequence[Decimal],
    borne: Mapping[Decimal, int],
    shown: Collection[Decimal] = (),
) -> Iterator[Odd]:
    """The one pair that does not fit a whole which all others fit, those of other sentences too (`borne`); none where
    some whole fits all. Of a whole that others fit (one `shown`), a count may be the slip."""
    left = [pair for pair in group if not _is_of_part(pair, group)]
    missing = {whole: [pair for pair in left if not _fits(pair, whole)] for whole in wholes}
    if not missing or min(map(len, missing.values())) == 0:
        return
    most = next((whole for whole, pairs in missing.items() if len(group) - len(pairs) > max(BORNE, len(pairs))), None)
    if most is not None:  # most of a long list show what it is of: more than one of the rest may be a slip
        found = [Odd(pair, most, 100 * pair.counted.value / most) for pair in missing[most]]
        far = [one for one in found if abs(one.pair.share.value - one.right) > one.pair.share.quantum]
        told = found if len(found) == 1 else far
        yield from (_doubted(one) for one in told if _is_slip(one) or 1 / FAR < one.pair.share.value / one.right < FAR)
        return
    for whole, pairs in missing.items():
        right = 100 * pairs[0].counted.value / whole
        enough = len(group) > 1 or len(str(pairs[0].share.value).replace(".", "")) >= DIGITS
        alike = borne[whole] >= BORNE and 1 / FAR < pairs[0].share.value / right < FAR
        odd = Odd(pairs[0], whole, right)
        of_others = len(group) > 1 or whole in shown
        if len(pairs) == 1 and enough and (alike or slips(pairs[0].share, right) or (of_others and _is_slip(odd))):
            yield _doubted(odd)._replace(either=False) if of_others and not alike else odd
            return


def _is_of_part(pair: Pair, group: Sequence[Pair]) -> bool:
    """ "120 (40 persen) lulus, 60 atau 50 persen di antaranya": whether a share is of a count told before it."""
    before = (one.counted.value for one in group if one.counted.start < pair.counted.start)
    return any(whole > pair.counted.value and _fits(pair, whole) for whole in before)


def _is_slip(odd: Odd) -> bool:
    """Whether a share, or the count beside it, is what its whole makes of the other but for a slip of the finger."""
    return slips(odd.pair.share, odd.right) > 0 or _count_meant(odd) is not None


def _doubted(odd: Odd) -> Odd:
    """A pair with its count as the slip where a single digit of that mends it, and none of its share; where neither
    does, either may be wrong."""
    if slips(odd.pair.share, odd.right):
        return odd
    meant = _count_meant(odd)
    return odd._replace(counted=meant, either=meant is None)


def _count_meant(odd: Odd) -> Decimal | None:
    """The one large count that a share makes of its whole, where the one printed is a digit otherwise, or two changed
    about; None where there is none."""
    count, span = odd.pair.counted, printed(odd.pair.share)
    return mended(count, span.low * odd.whole / 100, span.high * odd.whole / 100) if _is_whole(odd.pair) else None


def _fits(pair: Pair, whole: Decimal) -> bool:
    answer = share(printed(pair.counted, _is_whole(pair)), Range(whole, whole))
    return answer is not None and answer.meets(printed(pair.share))
