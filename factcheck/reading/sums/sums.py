"""Sums that a sentence states: a change and its percentage, a share, the step of an index, a difference."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from operator import and_, attrgetter

from factcheck.cache.patterns import compiled
from factcheck.language.fold import alternation, fold, holds, may_hold, word_start
from factcheck.language.interval import THOUSAND, Range, printed
from factcheck.language.language import Language, load
from factcheck.language.written import DateMention, Number
from factcheck.model import Document, Span
from factcheck.reading.sums.shapes import (
    FILL,
    MONEY,
    PERCENT,
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
    whole_words,
)
from factcheck.typed import NamedTuple

FIGURE = compiled(f"[{PLAIN}{MONEY}{PERCENT}]")
SENTENCE_END = compiled(r"[.!?\n]")
STOPS = compiled(r"[.!?]")
_NEXT = compiled(r"\b(?:19|20)\d\d, (?:[A-Z][a-z]{2,}\S* )+[^,;]{0,20}$")
_NAME_BEFORE = compiled(r"[A-Z][\w-]+ $")
APART = 150
"""Letters between two figures that one shape may still hold."""
PER_CENT = "percent"
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
CONTEXT = 80
"""Letters in front of a shape in which "kurs rupiah" tells that a quotation runs the other way."""


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


class Words(NamedTuple):
    """The words that decide whether a figure is an operand, over folded text."""

    hedged_before: re.Pattern[str]
    hedged_after: re.Pattern[str]
    minus: re.Pattern[str]
    name_before: re.Pattern[str]
    around: re.Pattern[str]
    counted: re.Pattern[str]
    step: re.Pattern[str]
    alike: re.Pattern[str]
    same: re.Pattern[str]
    inverse: re.Pattern[str]
    turns: re.Pattern[str]
    compares: re.Pattern[str]
    verb: re.Pattern[str]
    down: tuple[str, ...]
    apart: tuple[str, ...]
    compared: frozenset[str]
    turns_to: frozenset[str]


class Text(NamedTuple):
    """An article for the shapes: as it is, folded, with its figures masked, the numbers by their place, where
    those stand that count or measure, the words."""

    plain: str
    low: str
    masked: str
    at: dict[int, Number]
    places: Sequence[int]
    words: Words
    language: Language


@cache
def words_of(language: Language) -> Words:
    """The patterns made from `changes.toml`, and the words of a hedge."""
    words, hedge = language.changes, language.words.hedge
    hedges = [*hedge.around, *hedge.above, *hedge.below, *hedge.over, *hedge.limit, *hedge.loose]
    hedges += [*language.words.mood.planned, *language.words.bind.average]
    hedges += [word for word in hedge.behind if word.isalpha()]  # "meningkat lebih 100 persen"
    behind = alternation([*hedge.behind, *words.smaller_units])
    return Words(
        compiled(rf"{word_start(hedges)}\s{{0,2}}$"),
        compiled(rf"\s{{0,2}}(?:{behind})(?![a-z]){_no_comparing(language)}"),
        compiled(rf"(?:^|(?<=[\s(]))-$|{word_start(language.numbers.minus)}\s{{0,2}}$"),
        compiled(rf"{word_start(words.names)}\s{{0,2}}$"),
        compiled(rf"{word_start(hedge.around)}\s{{0,2}}$"),
        compiled(rf"\s{{1,2}}(?:{alternation(words.counted)})(?![a-z])"),
        compiled(rf"\s{{1,2}}(?:{alternation(words.steps)})(?![a-z])"),
        # a count and its share: "17 hijau (70,83 persen)", "96.214.691, atau 58,59 persen"
        compiled(rf",?\s?(?:[a-z/-]+,?\s){{0,4}}(?:\(|{alternation(words.alike)})\s?$|,\s$"),
        compiled(rf",?\s(?:{alternation(words.alike)})\s"),
        whole_words(words.inverse),
        whole_words(words.turns),
        whole_words(tuple(words.classes.get("from", "").split("|"))),
        compiled(f"{VERB}{FILL}*+"),
        (*language.words.change.down, *words.verbs.down),
        words.verbs.apart,
        frozenset(words.classes.get("from", "").split("|")),
        frozenset(words.classes.get("to", "").split("|")),
    )


def _no_comparing(language: Language) -> str:
    """What says that a word behind a figure compares, and takes nothing back: "1,38 persen lebih tinggi"."""
    phrases = (phrase.partition(" ") for phrase in (*language.words.change.up, *language.words.change.down))
    compared = [rest for first, _, rest in phrases if rest and first in language.words.hedge.behind]
    return rf"(?!\s(?:{alternation(compared)})(?![a-z]))" if compared else ""


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
        if _is_operand(text, found.size) and all(not _is_ranged(text, number) for number in exact):
            ends = [place for number in figures.values() for place in (number.start, number.end)]
            yield Sum("amounts", Span(min(ends), max(ends)), figures, frozenset("ABX"), 0, None, loose=True)


def _turned_far(text: Text, told: Sequence[Sum]) -> Iterator[Sum]:
    """The changes against their word that no shape binds, as their size does."""
    numbers = [text.at[place] for place in text.places] if VERB in text.masked else []
    alike = (
        (one.unit, one.quantum) == (other.unit, other.quantum)
        and text.masked.find(VERB, one.start - LED, one.start) >= 0
        for one, other in pairwise(numbers)
        if one.start >= LED and one.value >= 100 * one.quantum
    )
    if len(numbers) < LEAST or not any(alike):
        return
    from factcheck.reading.sums.turned import turned

    pairs = {tuple(stated.figures[role].start for role in "AB" if role in stated.figures) for stated in told}
    for found in turned(text.masked, text.words.compares, text.words.turns, numbers):
        figures = {"A": found.base, "B": found.reached, "X": found.size}
        match = text.words.verb.match(text.masked, found.said)
        bound = (found.base.start, found.reached.start) in pairs
        if bound or match is None or not all(_is_operand(text, one) for one in figures.values()):
            continue
        direction = _direction(text, match, Span(*match.span()))
        if direction * (found.reached.value - found.base.value) < 0:
            span = Span(found.reached.start, found.base.end)
            yield Sum("change", span, figures, frozenset("ABX"), direction, Span(*match.span()), loose=True)


def _concluded(text: Text) -> Iterator[Sum]:
    """What is concluded of the figures in front of it."""
    if not holds(text.low, text.language.changes.concluding):
        return
    from factcheck.reading.sums.concluded import concluded

    def counts_at(place: int) -> Number | None:
        return number if _is_operand(text, number := text.at[place]) else None

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
    figures = {role: _signed(text, number) if role in "AB" else number for role, number in written.items()}
    if shape.not_counts and all(figures[role].quantum == 1 and not figures[role].unit for role in "AB"):
        return None
    about = shape.kind == "difference" and _is_about(text, figures["X"])
    sided = sorted((figures[role] for role in "AB" if role in figures), key=lambda one: one.start)
    if (
        _turns(text, match)
        or (shape.kind == "change" and "P" in figures and _is_level(text, figures["P"]))
        or _is_base(text, figures.get("B"))
        or _is_mean_before(text, match, sided[0])
        or _is_of_next(text, sided[-1])
        or (shape.paired and shape.kind != "share" and _is_led_base(text, figures.get("B")))
        or not all(
            _is_operand(text, number)
            for role, number in figures.items()
            if (role != "X" or not about) and (role != "B" or not shape.aimed)
        )
    ):
        return None
    if all(_is_model(text, written[role]) for role in "AB" if role in written) and not written.keys().isdisjoint("AB"):
        return None
    exact = frozenset(role for role, number in figures.items() if _is_count(text.low, number, words))
    if shape.kind == "share" and "B" in exact and figures["A"].quantum == 1:
        # 36 dari 98 kota: the part is counted in what the whole is.
        exact |= {"A"}
    fine = not exact and _is_finely_shared(figures) and (shape.kind == "share" or _counts_before(text, match))
    exact |= {"A", "B"} if fine else set()
    verb = Span(*match.span("verb")) if "verb" in match.groupdict() else None
    loose, direction = shape.loose or fine, _direction(text, match, verb)
    return Sum(shape.kind, Span(*match.span()), figures, exact, direction, verb, loose, about)


def _is_about(text: Text, number: Number) -> bool:
    """ "berkurang sekitar 900 ribu, dari 26,36 juta menjadi 25,90 juta": whether a change in thousands or millions is
    told as about so much, of which half or double is not about it."""
    before = text.words.around.search(text.low, max(0, number.start - 16), number.start)
    return before is not None and number.quantum >= THOUSAND


def _is_base(text: Text, number: Number | None) -> bool:
    """ "turun 0,10 poin dibandingkan September 2024 (8,57), dan turun 0,56 …": whether a figure in brackets is what was
    compared with, and no later state."""
    if number is None or text.low[number.start - 1 : number.start] != "(":
        return False
    before = text.low[max(0, number.start - CONTEXT) : number.start].split()
    return not text.words.compared.isdisjoint(before)


def _is_mean_before(text: Text, match: re.Match[str], first: Number) -> bool:
    """ "Rata-rata nilai seluruh kabupaten 83,17. Nilai Sleman naik 0,20 poin dari 91,37": whether the figure that the
    next sentence would go on with is a mean."""
    if not SENTENCE_END.search(text.masked, first.end, match.end()):
        return False
    lead = SENTENCE_END.split(text.low[max(0, first.start - CONTEXT) : first.start])[-1]
    return any(word in lead for word in text.language.words.bind.average)


def _is_of_next(text: Text, last: Number) -> bool:
    """ "naik Rp51.535 dari tahun 2023, Kabupaten Anambas Rp3.835.605": whether a year and the name of the next one
    stand in front of the last of the figures, so that nothing is told of the others by it."""
    return _NEXT.search(text.plain, max(0, last.start - CONTEXT), last.start) is not None


def _is_led_base(text: Text, number: Number | None) -> bool:
    """ "turun 4,1 ribu dibandingkan Maret 2021 yakni 187,35 ribu. Dibanding Maret 2020 …": whether nothing but a word
    that compares leads to the last figure of a sentence, which is then no state of now."""
    if number is None:
        return False
    lead = FIGURE.split(text.masked[max(0, number.start - CONTEXT) : number.start])[-1]
    clause = SENTENCE_END.split(lead)[-1].rpartition(",")[2].split()
    led = max((at for at, word in enumerate(clause) if word in text.words.compared), default=-1)
    return led >= 0 and text.words.turns_to.isdisjoint(clause[led:])


def _is_level(text: Text, rate: Number) -> bool:
    """ "kemiskinan naik menjadi 5,21 persen, atau bertambah 8,9 ribu orang dari 219,65 ribu": whether a rate is where
    something came to, and no part of what the figures beside it tell."""
    return not text.words.turns_to.isdisjoint(text.low[max(0, rate.start - WIDEST) : rate.start].split()[-1:])


def _turns(text: Text, match: re.Match[str]) -> bool:
    """Whether the verb leads to another figure than its change: "naik menjadi 101.750"."""
    places = match.groupdict()
    if "verb" not in places:
        return False
    after = match.end("verb")
    start, role = min((match.start(role), role) for role in "ABXP" if role in places and match.start(role) >= after)
    return role in "XP" and text.words.turns.search(text.masked, after, start) is not None


def is_hedged(low: str, number: Number, language: Language) -> bool:
    """Whether the folded text takes the figure back a little: sekitar 90; 856 miliar lebih; 3.300-an."""
    words = words_of(language)
    before = words.hedged_before.search(low, max(0, number.start - 16), number.start)
    return before is not None or words.hedged_after.match(low, number.end) is not None


def is_name(low: str, number: Number, language: Language) -> bool:
    """Whether the figure is part of a name: kelas 1, pasal 5."""
    return words_of(language).name_before.search(low, max(0, number.start - 16), number.start) is not None


def _is_operand(text: Text, number: Number) -> bool:
    """Whether the figure is a quantity as it stands: not hedged, no name (kelas 1), no end of a range."""
    before = text.low[max(0, number.start - 16) : number.start]
    if text.words.minus.search(before):
        return not is_hedged(text.low, number, text.language)
    named = text.words.name_before.search(before)
    return not (_is_ranged(text, number) or named or is_hedged(text.low, number, text.language))


def _is_ranged(text: Text, number: Number) -> bool:
    """Whether a figure is an end of a range: 88-92."""
    before, behind = text.low[max(0, number.start - 1) : number.start], text.low[number.end : number.end + 4]
    return before in ("-", "–", "+") or re.match(r"\s?[-–]\s?[0-9]", behind) is not None


def _is_model(text: Text, number: Number) -> bool:
    """Whether the figure is behind a name and counts nothing: Snapdragon 865, Adreno 650."""
    named = _NAME_BEFORE.search(text.plain, max(0, number.start - 16), number.start)
    return named is not None and not number.unit and not text.words.counted.match(text.low, number.end)


def _signed(text: Text, number: Number) -> Number:
    """The number below zero where a minus stands in front: -2,3 persen; minus 2,3 persen."""
    before = text.low[max(0, number.start - 16) : number.start]
    return number._replace(value=-number.value) if text.words.minus.search(before) else number


def _is_finely_shared(figures: Mapping[str, Number]) -> bool:
    """ "494 dari 587 kotak atau 84,16 persen": whether two whole numbers of whatever is counted have a share with two
    decimals, which only counts have."""
    if not figures.keys() >= {"A", "B", "P"} or figures["P"].quantum > Decimal("0.01"):
        return False
    return all(figures[role].quantum == 1 and not figures[role].unit for role in "AB")


def _counts_before(text: Text, match: re.Match[str]) -> bool:
    """ "instansi di zona hijau bertambah dari 179 menjadi 272": whether what is counted is named in front of a change,
    and no figure in between."""
    start = max(match.start() - CONTEXT, text.low.rfind("\n", 0, match.start()) + 1)
    clause = SENTENCE_END.split(text.masked[start : match.start()])[-1]
    return FIGURE.search(clause) is None and text.words.counted.search(f" {clause}") is not None


def _is_count(low: str, number: Number, words: Words) -> bool:
    if number.quantum != 1:
        return False
    return number.form == "word" or number.unit == "rupiah" or bool(words.counted.match(low, number.end))


def _direction(text: Text, match: re.Match[str], verb: Span | None) -> int:
    if verb is None or text.words.inverse.search(text.low, max(0, match.start() - CONTEXT), match.end()):
        return 0
    word = text.low[slice(*verb)]
    if word.startswith(text.words.apart):
        return 0
    return -1 if word.startswith(text.words.down) else 1


def counted_alike(document: Document, size: Number, others: Sequence[Number]) -> bool:
    """Whether the size of a change is counted in steps ("poin") of figures that count nothing and are no place among so
    many ("urutan 11 dari 36 kota, turun dua tingkat"), or in what the figures count ("orang")."""
    language = load(document.language)
    low, words = fold(document.plain), words_of(language)
    unit = _unit(low, size)
    if words.step.match(low, size.end):
        first, *_, last = sorted(others, key=attrgetter("start"))
        ranked = first.quantum == 1 and first.value < last.value
        among = ranked and low[first.end : last.start].strip() in language.words.rank.among
        return not among and not any(words.counted.match(low, other.end) for other in others)
    if unit in language.changes.turns and all(other.quantum == size.quantum < 1 for other in others):
        return {other.unit for other in others} == {PER_CENT}  # "3,15 persen, turun 0,51 dari 3,66 persen"
    if unit in language.changes.turns and size.quantum >= THOUSAND and size.form == "digits":
        return all(other.quantum == size.quantum and not other.unit for other in others)  # "berkurang 0,39 juta dari"
    told = {_unit(low, other) for other in others}
    if words.counted.match(low, size.end) and told <= {"", *language.changes.turns}:
        return all(other.quantum == size.quantum for other in others)  # "menyusut 99.840 jiwa, dari 804.530 menjadi …"
    return unit != "" and unit in told


def is_of_steps(document: Document, number: Number) -> bool:
    """Whether a figure is counted in steps: "0,41 poin"."""
    return words_of(load(document.language)).step.match(fold(document.plain), number.end) is not None


def _unit(low: str, number: Number) -> str:
    match = re.match(r"\s{1,2}([a-z]{2,20})", low[number.end : number.end + 24])
    return number.unit or (match[1] if match else "")
