"""Sums that a sentence states: a change and its percentage, a share, the step of an index, a difference."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from operator import and_, attrgetter

from factcheck.cache.patterns import compiled
from factcheck.language.figures import DateMention, Number
from factcheck.language.fold import fold, holds, may_hold
from factcheck.language.interval import Range, printed
from factcheck.language.language import load
from factcheck.model import Document, Span
from factcheck.reading.sums.operands import (
    SENTENCE_END,
    Text,
    Words,
    are_large,
    counts_before,
    direction_of,
    is_about,
    is_base,
    is_count,
    is_counted,
    is_finely_shared,
    is_led_base,
    is_level,
    is_mean_before,
    is_model,
    is_of_next,
    is_operand,
    is_ranged,
    turns_elsewhere,
    with_its_sign,
    words_of,
)
from factcheck.reading.sums.shapes import (
    PLAIN,
    VERB,
    WIDEST,
    Shape,
    Stretch,
    mark_verbs,
    mask,
    masked_figures,
    operands,
    shapes_for,
)
from factcheck.typed import NamedTuple

STOPS = compiled(r"[.!?]")
APART = 150
"""Letters between two figures that one shape may still hold."""
ABOUT = (Decimal("0.7"), Decimal("1.5"))
"""What part of a change that is told as about so much it may be."""
PAIR = 2
"""Figures that two sentences have at least of which a shape tells: "71,4 poin. Angka itu lebih rendah dari 73,2"."""
LED = 20
"""Letters from the word of a change to its size."""
LEAST = 3
"""A change has its size, its base and where it came to."""
MOST = 4
"""Figures of each of two sentences that one shape may hold."""


class Sum(NamedTuple):
    """A sum as stated: `kind` is change, points, share, difference, or amounts where figures were looked
    for by their size.

    `figures` are the operands by role: A earlier or part, B later or whole, X size of the change, P per cent; below
    zero where the text has a minus. `direction` is 1 up, -1 down, 0 where both may be meant; `verb` is where the word
    stands that says so. `loose`: the words alone do not bind the figures together.
    """

    kind: str
    span: Span
    figures: dict[str, Number]
    exact: frozenset[str]
    direction: int
    verb: Span | None
    loose: bool = False
    hedged: bool = False

    def range(self, role: str) -> Range:
        """What the figure in this role may stand for."""
        if role == "X" and self.hedged:
            return Range(*(self.figures["X"].value * part for part in ABOUT))
        return printed(self.figures[role], role in self.exact)


def find_sums(document: Document, numbers: Sequence[Number], dates: Sequence[DateMention] = ()) -> list[Sum]:
    """The sums stated in the article, in order; only where the words say which figures belong together.

    Left out is what is hedged ("sekitar", "lebih") and what a break word parts ("sedangkan").
    """
    language = load(document.language)
    low = fold(document.plain)
    if not language.changes.shapes or not _gathered(low, numbers):
        return []
    masked = _with_points(mask(low, numbers, dates), low, numbers, words_of(language))
    places = [number.start for number in masked_figures(masked, numbers)]
    groups = list(_groups(masked, places))
    alone, paired = [_stretch(group) for group in groups if len(group) > 1], list(_pairs(masked, groups))
    if not alone and not paired and not may_hold(low, language.changes.concluding):
        return []
    masked = mark_verbs(masked, low, language)
    at = {number.start: number for number in numbers}
    text = Text(document.plain, low, masked, at, places, words_of(language), language)
    told = [*_told(text, alone, False), *_told(text, paired, True)]
    return [*told, *_searched(text, numbers), *_concluded(text), *_turned_far(text, told)]


REACH = 250
"""Letters back to the figures of the sentence before."""


def are_gathered(numbers: Sequence[Number]) -> bool:
    """Whether three figures anywhere are as near each other as a total and its parts."""
    near = [other.start - one.end <= REACH for one, other in pairwise(numbers)]
    return any(map(and_, near, near[1:]))


def _with_points(masked: str, low: str, numbers: Sequence[Number], words: Words) -> str:
    """The masked text with percentage points marked as what they are, the size of a difference between two percentages:
    "8,47 persen, menurun 0,10 persen poin"."""
    for number in numbers:
        if number.unit == "percent" and words.step.match(low, number.end):
            masked = f"{masked[: number.start]}{PLAIN}{masked[number.start + 1 :]}"
    return masked


def _told(text: Text, stretches: Sequence[tuple[int, int]], paired: bool) -> Iterator[Sum]:
    """The sums that the wording tells, in stretches of one sentence or of two."""
    for start, end in stretches:
        places = text.places[bisect_left(text.places, start) : bisect_left(text.places, end)]
        if paired and len(places) == PAIR and text.masked.find(VERB, *places) < 0:
            continue
        stretch = Stretch(text.masked, start, end, places)
        for shape in shapes_for(text.language, paired, stretch.marks, stretch.verb):
            for match in shape.matches(text.masked, stretch):
                stated = _sum(text, shape, match)
                if stated is not None:
                    yield stated


def _searched(text: Text, numbers: Sequence[Number]) -> Iterator[Sum]:
    """The changes of amounts that stand near the two they lie between, whatever the wording."""
    if sum(number.unit not in ("", "percent") for number in numbers) < 3:
        return
    from factcheck.reading.sums.search import changes_by_amount

    for found in changes_by_amount(text.masked, text.words.turns, numbers):
        figures = {"A": found.one, "B": found.other, "X": found.size}
        exact = (
            found.one,
            found.other,
        )  # "at least Rp3,534,339": no figure to the last rupiah is told as about so much
        if is_operand(text, found.size) and all(not is_ranged(text, number) for number in exact):
            ends = [place for number in figures.values() for place in (number.start, number.end)]
            yield Sum("amounts", Span(min(ends), max(ends)), figures, frozenset("ABX"), 0, None, loose=True)


def _turned_far(text: Text, told: Sequence[Sum]) -> Iterator[Sum]:
    """The changes against their word that no shape binds, as their size does."""
    numbers = [text.at[place] for place in text.places] if VERB in text.masked else []
    alike = (
        (one.unit, one.quantum) == (other.unit, other.quantum)
        and text.masked.find(VERB, one.start - LED, one.start) >= 0
        for one, other in pairwise(numbers)
        if one.start >= LED and one.value >= 10 * one.quantum
    )
    if len(numbers) < LEAST or not any(alike):
        return
    from factcheck.reading.sums.turned import turned

    pairs = {tuple(stated.figures[role].start for role in "AB" if role in stated.figures) for stated in told}
    for found in turned(text.masked, text.words.compares, text.words.turns, text.words.turns_to, numbers):
        figures = {"A": found.base, "B": found.reached, "X": found.size}
        match = text.words.verb.match(text.masked, found.said)
        bound = (found.base.start, found.reached.start) in pairs
        if bound or match is None or not all(is_operand(text, one) for one in figures.values()):
            continue
        direction = direction_of(text, match, Span(*match.span()))
        went = found.reached.value - found.base.value
        if direction * went < 0 and not _is_told(numbers, found.base, found.base.value - went):
            span = Span(*sorted((found.reached.start, found.base.end)))
            yield Sum("change", span, figures, frozenset("ABX"), direction, Span(*match.span()), loose=True)


def _is_told(numbers: Sequence[Number], like: Number, value: Decimal) -> bool:
    """Whether a figure stands in the article that is told as another is."""
    return any(one.value == value and (one.unit, one.quantum) == (like.unit, like.quantum) for one in numbers)


def _concluded(text: Text) -> Iterator[Sum]:
    """What is concluded of the figures in front of it."""
    if not holds(text.low, text.language.changes.concluding):
        return
    from factcheck.reading.sums.concluded import concluded

    def counts_at(place: int) -> Number | None:
        return number if is_operand(text, number := text.at[place]) else None

    for kind, one, other, figure in concluded(text.low, text.masked, text.language, text.places, counts_at):
        part, whole = sorted((one, other), key=attrgetter("value")) if kind == "share" else (one, other)
        roles = {"A": part, "B": whole, "P" if kind == "share" else "X": figure}
        exact = frozenset("AB") if one.quantum == other.quantum == 1 else frozenset()
        yield Sum(kind, Span(one.start, figure.end), roles, exact, 0, None, loose=True)


def _gathered(low: str, numbers: Sequence[Number]) -> bool:
    """Whether two figures anywhere are as near each other as in a cluster: many articles have none to look for."""
    return any(other.start - one.start <= APART + 1 for one, other in pairwise(operands(low, numbers)))


def _pairs(masked: str, groups: Iterable[list[int]]) -> Iterator[tuple[int, int]]:
    """The stretches over two sentences, each with a few figures beside the end of the first, three together."""
    for one, other in pairwise(groups):
        group = [*one[-MOST:], *other[:MOST]]
        between = masked[one[-1] + 1 : other[0]]
        if len(group) >= PAIR and len(between) <= APART and len(STOPS.findall(between)) == 1:
            yield _stretch(group)


def _groups(masked: str, places: Iterable[int]) -> Iterator[list[int]]:
    """The figures of each sentence that are near each other, by where they stand."""
    group: list[int] = []
    for place in places:
        near = group and place - group[-1] <= APART + 1
        if group and (not near or SENTENCE_END.search(masked, group[-1] + 1, place)):
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _stretch(group: list[int]) -> tuple[int, int]:
    return max(0, group[0] - WIDEST), group[-1] + 2


def _sum(text: Text, shape: Shape, match: re.Match[str]) -> Sum | None:
    words = text.words
    roles = [role for role in "ABXP" if role in match.groupdict()]
    if any(match.start(role) not in text.at for role in roles):  # glued to a date: the figure of the mask is none
        return None
    written = {role: text.at[match.start(role)] for role in roles}
    if "X" in written and "P" in written and not is_operand(text, written["P"]):
        del written["P"]  # "naik Rp211.504 atau sekitar 6,8 persen": what is told as about so much settles nothing
    figures = {role: with_its_sign(text, number) if role in "AB" else number for role, number in written.items()}
    if shape.not_counts and all(figures[role].quantum == 1 and not figures[role].unit for role in "AB"):
        return None
    about = shape.kind == "difference" and is_about(text, figures["X"])
    sided = sorted((figures[role] for role in "AB" if role in figures), key=lambda one: one.start)
    if (
        turns_elsewhere(text, match)
        or (shape.kind == "change" and "P" in figures and is_level(text, figures["P"]))
        or is_base(text, figures.get("B"))
        or is_mean_before(text, match, sided[0])
        or is_of_next(text, sided[-1])
        or (shape.paired and shape.kind != "share" and is_led_base(text, figures.get("B")))
        or not all(
            is_operand(text, number)
            for role, number in figures.items()
            if (role != "X" or not about) and (role != "B" or not shape.aimed)
        )
    ):
        return None
    if all(is_model(text, written[role]) for role in "AB" if role in written) and not written.keys().isdisjoint("AB"):
        return None
    exact = frozenset(role for role in roles if role != "P" and is_count(text.low, figures[role], words))
    whole = shape.kind == "share" and ("B" in exact or are_large(figures) or is_counted(text, figures["B"]))
    if whole and figures["A"].quantum == 1:
        # 36 dari 98 kota: the part is counted in what the whole is.
        exact |= {"A", "B"}
    fine = not exact and is_finely_shared(figures) and (shape.kind == "share" or counts_before(text, match))
    exact |= {"A", "B"} if fine else set()
    verb = Span(*match.span("verb")) if "verb" in match.groupdict() else None
    loose, direction = shape.loose or fine, direction_of(text, match, verb)
    return Sum(shape.kind, Span(*match.span()), figures, exact, direction, verb, loose, about)
