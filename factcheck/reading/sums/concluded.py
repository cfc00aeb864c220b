"""What a sentence concludes of the figures told right before it: "13 lulus, sepuluh gagal. Artinya 56,52 persen".

No shape can say which of those figures are meant, so any two may be; only what misses all of them, and two of them by
one slip of the finger, is a sum.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from factcheck.cache.patterns import compiled
from factcheck.language.figures import Number
from factcheck.language.fold import whole_places
from factcheck.language.interval import is_difference, printed, share
from factcheck.language.language import Language
from factcheck.reading.sums.mistyped import slips
from factcheck.reading.sums.shapes import MONEY, PERCENT, PLAIN, VERB
from factcheck.typed import NamedTuple

NEAR, REACH = 40, 250
"""Letters from the word that concludes to its figure, and back to those that it is concluded of."""
DIGITS, FEWEST, SENTENCES = 3, 2, 2
"""Signs of a figure that is telling; of the size of a change; sentences in front of it in which the others stand."""
FEW, SOME = 3, 15
"""Pairs of figures that a conclusion of three signs, and one of more, meets by no chance; of two signs one pair."""
MOST = 24
"""Figures in front of it of which any may be meant."""
APART = compiled(f"[{PLAIN}{MONEY}{PERCENT}.!?;:\n]")
END = compiled(r"[.!?](?=\s)")


class Concluded(NamedTuple):
    """A figure and the two in front of it that it misses by a slip: what they are two of is `kind`."""

    kind: str
    one: Number
    other: Number
    figure: Number


def concluded(
    low: str, masked: str, language: Language, places: Sequence[int], counts_at: Callable[[int], Number | None]
) -> Iterator[Concluded]:
    """The figures of an article behind a word that concludes which miss what those in front of it make; `places` are
    where figures stand, in order, of which `counts_at` gives those that count or measure exactly; the masked text has
    its words of changes marked."""
    for _, end in whole_places(low, low, language.changes.concluding):
        at = bisect_left(places, end)
        if at in (0, len(places)) or places[at] - end > NEAR or APART.search(masked, end, places[at]):
            continue
        said = counts_at(places[at])
        if said is not None:
            before = [one for place in places[max(0, at - MOST) : at] if (one := counts_at(place)) is not None]
            told = _told_before(masked, end, before)
            yield from _slipped(said, [*_made_before(told, before), *told], VERB in masked[end : said.start])


def _told_before(masked: str, end: int, figures: Sequence[Number]) -> Sequence[Number]:
    """The figures of the same line in the sentence of a place and the few in front of it."""
    line = masked.rfind("\n", 0, end) + 1
    if end - line < NEAR:  # a paragraph that begins with the conclusion goes on from the one before
        line = masked.rfind("\n", 0, len(masked[:line].rstrip())) + 1
    start = max(line, end - REACH)
    ends = [stop.end() for stop in END.finditer(masked, start, end)]
    first = ends[-SENTENCES - 1] if len(ends) > SENTENCES else start
    return [one for one in figures if one.start >= first]


def _made_before(told: Sequence[Number], figures: Sequence[Number]) -> Sequence[Number]:
    """ "13 di antaranya lulus, sepuluh lainnya gagal": the figure farther in front that two counts make."""
    counts = [one for one in told if one.quantum == 1 and not one.unit]
    made = {one.value + other.value for one, other in pairwise(counts)}.difference(one.value for one in told)
    return [one for one in figures if one.quantum == 1 and not one.unit and one.value in made][-1:]


def _slipped(said: Number, told: Sequence[Number], changed: bool) -> Iterator[Concluded]:
    """The two figures that a conclusion misses by one slip, where it goes with no two of them."""
    signs = len(str(int(said.value / said.quantum)))
    of_share = said.unit == "percent" and not changed
    if signs < (DIGITS if of_share or not changed else FEWEST) or (of_share and said.quantum == 1):
        return
    alike = [one for one in told if (_is_counted(one) if of_share else _is_as_told(one, said))]
    pairs = [pair for pair in combinations(alike, 2) if pair[0].value != pair[1].value]
    if not 0 < len(pairs) <= {FEWEST: 1, DIGITS: FEW}.get(signs, SOME):
        return
    fits, made = (_is_share, _share) if of_share else (is_difference, _difference)
    missed = [] if any(fits(said, *pair) for pair in pairs) else pairs
    near = [pair for pair in missed if slips(said, made(*pair)) == 1]
    if len({made(*pair) for pair in near}) == 1:
        yield Concluded("share" if of_share else "amounts", *near[-1], said)


def _is_counted(one: Number) -> bool:
    return not one.unit and one.quantum >= 1


def _is_as_told(one: Number, said: Number) -> bool:
    """Whether a figure may be one of two that differ by what is said: as finely told, and of its unit."""
    points = not said.unit and one.unit == "percent" and said.quantum < 1
    return one.quantum == said.quantum and one.value > said.value and (one.unit == said.unit or points)


def _share(one: Number, other: Number) -> Decimal:
    part, whole = sorted((one.value, other.value))
    return 100 * part / whole


def _is_share(said: Number, one: Number, other: Number) -> bool:
    part, whole = sorted((one, other), key=lambda number: number.value)
    answer = share(printed(part, part.quantum == 1), printed(whole, whole.quantum == 1))
    return answer is not None and answer.meets(printed(said))


def _difference(one: Number, other: Number) -> Decimal:
    return abs(one.value - other.value)
