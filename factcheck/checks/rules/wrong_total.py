"""A total that its parts do not make.

Wrong: Ada 12 daerah, terdiri atas 9 kabupaten dan 2 kota.
Right: Ada 11 daerah, terdiri atas 9 kabupaten dan 2 kota.
Why: only where the wording divides the total ("terdiri atas", "dengan rincian", a list behind a colon, "total 12"
    behind the parts), in one sentence or over two, all figures are of one unit and the list is closed by "dan". The
    sum must be near enough to be a slip; what is further off was divided by something else. Flagged is the total, or
    the part that one slip of the finger mends where the total stands in the draft twice or the reference bears it
    out; which of them is wrong the rule cannot know. Counts of six digits need no words: one that two or three others
    of its paragraphs make but for a slip is flagged, or the one of them that mends it. So is a labelled total at the
    foot of a list ("Suara sah: 14.687") that its lines miss by a slip, a whole whose two parts have names of their own
    ("suara sah" and "suara tidak sah" of those who "menggunakan hak pilih"), each told once near by, and the last row
    of a table, or a column of it, that is headed as a total; rows behind a dash are parts of the row above, and
    percentages are never added.
Silence: `wrong-total` under `ignore` in the configuration, or `[sic]` behind the figure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import chain

from factcheck.cache.patterns import compiled
from factcheck.checks.declare import rule
from factcheck.checks.needs import gathered, tables
from factcheck.judging.case import Case
from factcheck.language.figures import DateMention, Number
from factcheck.language.fold import by_first_word, fold, holds, words_in
from factcheck.language.interval import Range, is_round_of, printed, total
from factcheck.language.language import Language, load
from factcheck.messages import message
from factcheck.model import Document, Evidence, Finding, Suggestion
from factcheck.reading.sums.parts_of_totals import MANY, THOUSAND, Division, is_part
from factcheck.reading.sums.totals import SENTENCE_ENDS, find_divisions
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.checks.figures.odd_one import Odd
    from factcheck.reading.sums.near_totals import Broken

RULE = "wrong-total"
TOLD, LISTED = Decimal("0.25"), Decimal("0.1")
"""How much of the total a slip may be off: where the wording divides it, and where it may list some of the parts."""
LARGE, LEAST = 100_000, 2
"""So many counts of six digits and more must be there for one to be nearly the total of others."""
LINES, YEAR = 3, 4
"""So many large counts make a list with a total; such a one is written longer than a year."""
BESIDE = 20
"""So many figures in front of the parts are looked at for what is missing."""
_WORD = compiled(r"\s([a-z]{2,20})")
SURE = 10
"""A list of parts that may be some only speaks of a total from here on."""


@rule(RULE, "warning", after="wrong-scale", needs=gathered, itself=True)
def check(case: Case) -> list[Finding]:
    """A finding for each total of a case that its parts do not give."""
    told = find(case.document, case.numbers, case.dates, case)
    nearly = [*told, *_nearly(case, {finding.start for finding in told})]
    found = [*nearly, *_listed(case, {finding.start for finding in nearly})]
    return [*found, *_balanced(case, {finding.start for finding in found})]


def _balanced(case: Case, told: Collection[int]) -> Iterator[Finding]:
    """Wholes that their two named parts do not make, unless one of the three was `told`; imported where the draft has
    the names."""
    if not _has_balance(fold(case.document.plain), case.language):
        return
    from factcheck.reading.sums.balances import broken_balances

    yield from _of_broken(case, broken_balances(case.document, case.numbers, case.dates), told)


def _has_balance(low: str, language: Language) -> bool:
    """Whether a text has a name of a whole, and of each of its parts."""
    words = words_in(low)
    for row in _names_of_balances(language):
        for names in row:
            if words.isdisjoint(names) or not holds(low, chain.from_iterable(names.values())):
                break
        else:
            return True
    return False


@cache
def _names_of_balances(language: Language) -> list[list[dict[str, list[str]]]]:
    """The names in each balance, of each of its three by their first word."""
    return [[by_first_word(tuple(names.split("|"))) for names in row.values()] for row in language.changes.balances]


def _of_broken(case: Case, broken: Iterable[Broken], told: Collection[int]) -> Iterator[Finding]:
    """A finding at the odd figure of each total, unless one of its figures was `told`."""
    from factcheck.checks.figures.odd_one import figure_of, spelled_like

    for odd, value, whole, parts in broken:
        if any(one.start in told for one in (whole, *parts)):
            continue
        right, made = spelled_like(case.document, odd, value), sum((one.value for one in parts), Decimal(0))
        terms = " + ".join(figure_of(case.document, part) for part in parts)
        row = f"{terms} = {spelled_like(case.document, whole, made)}"
        yield _wrong_total(case.document, whole, odd, right, Evidence("arithmetic", "", made, row))


@rule(RULE, "warning", after=RULE, needs=tables, itself=True)
def check_tables(case: Case) -> Iterator[Finding]:
    """A finding for each total of a table that its rows or columns do not give."""
    from factcheck.checks.figures.odd_one import figure_of, spelled_like
    from factcheck.checks.tables.table_grid import grids
    from factcheck.checks.tables.table_totals import odd_totals

    for grid in grids(case):
        for odd, value, parts, whole in odd_totals(case, grid):
            right = spelled_like(case.document, odd, value)
            made = right if odd is whole else figure_of(case.document, whole)
            terms = (right if part is odd else figure_of(case.document, part) for part in parts)
            row = f"{' + '.join(terms)} = {made}"
            yield _wrong_total(case.document, whole, odd, right, Evidence("arithmetic", "", value, row))


def _listed(case: Case, told: Collection[int]) -> Iterator[Finding]:
    """Labelled totals at the foot of a list that its lines nearly make, unless one was `told`."""
    large = [one for one in case.numbers if one.value >= THOUSAND and not one.unit and one.end - one.start > YEAR]
    low, labels = fold(case.document.plain), case.language.changes.totals.labels
    if len(large) < LINES and not any(f"{label}:" in low for label in labels):
        return
    from factcheck.reading.sums.listed_totals import listed_totals

    yield from _of_broken(case, listed_totals(case.document, case.numbers), told)


def _nearly(case: Case, told: Collection[int]) -> Iterator[Finding]:
    """Large counts that are the total of others but for a slip, whatever is said of them, unless one was `told`."""
    if sum(number.value >= LARGE and not number.unit for number in case.numbers) < LEAST:
        return
    from factcheck.checks.figures.odd_one import supported_by
    from factcheck.reading.sums.near_totals import near_totals

    yield from _of_broken(case, near_totals(case.document, case.numbers, supported_by(case)), told)


def find(
    document: Document, numbers: Sequence[Number], dates: Sequence[DateMention] = (), case: Case | None = None
) -> list[Finding]:
    """A finding for each total that the wording divides into parts of another sum; `case` knows what is borne out."""
    wrong: dict[int, tuple[Number, Division]] = {}
    for division in find_divisions(document, numbers, dates):
        whole = _wrong(document, division)
        if whole is not None and not _is_made_otherwise(document, numbers, whole, division):
            wrong.setdefault(division.parts[0].start, (whole, division))
    headline = document.blocks[0].end if len(document.blocks) > 1 else 0
    times = Counter(number.value for number in numbers if number.start >= headline) if wrong else Counter()
    found = [_finding(document, whole, division, times[whole.value], case) for whole, division in wrong.values()]
    return [finding for finding in found if finding is not None]


def _wrong(document: Document, division: Division) -> Number | None:
    """The figure that is likeliest the total, where the parts make none of those that may be."""
    language, low = load(document.language), fold(document.plain)
    wholes = [whole for whole in division.wholes if _alike([whole, *division.parts])]
    sound = division.weights or all(is_part(low, number, language) for number in (*wholes, *division.parts))
    if not wholes or not sound:
        return None
    value = division.sum()
    parts = total([_stands_for(low, part, language) for part in division.parts])
    made = Range(value, value) if division.weights else parts
    if any(_stands_for(low, whole, language).meets(made) for whole in wholes):
        return None
    near = [whole for whole in wholes if _is_near(whole.value, value, division)]
    near = [one for one in near if _is_told(one.value, value) or not _is_apart(document, one, division)]
    return next((whole for whole in near if division.told or whole.value >= SURE), None)


def _is_told(whole: Decimal, value: Decimal) -> bool:
    return abs(whole - value) <= TOLD * whole


def _is_apart(document: Document, whole: Number, division: Division) -> bool:
    """ "turun 3.319 orang. Komposisinya terdiri atas 1.055.772 orang …": whether a sentence ends between."""
    return SENTENCE_ENDS.search(document.plain, whole.end, max(whole.end, division.parts[0].start)) is not None


def _stands_for(low: str, number: Number, language: Language) -> Range:
    """What a figure stands for: a whole number of what is counted that very number; of what is measured ("19.583 ton
    Urea") one that was rounded to it."""
    word = _WORD.match(low, number.end)
    measured = word is not None and word[1] in language.numbers.measures and word[1] not in language.changes.counted
    return printed(number, number.quantum == 1 and not measured)


def _is_near(whole: Decimal, value: Decimal, division: Division) -> bool:
    """Whether parts may be meant to make a total: where one thing is counted all through, any that are told to be the
    whole of it, and any that are more than it; else those that are nearly as much. Three behind their names may be some
    only where they are less."""
    if division.named and value < whole and len(division.parts) < MANY:
        return False
    if division.alike and (division.told or value > whole):
        return True
    return abs(whole - value) <= (TOLD if division.told else LISTED) * whole


def _is_made_otherwise(document: Document, numbers: Sequence[Number], whole: Number, division: Division) -> bool:
    """ "23 perkara … 238 dan 49, sehingga totalnya 310", "sah 20.732.592 dan 1.204.610, dari 21.937.202 pemilih,
    terdiri atas 10.201.732 dan 11.735.470": whether what is missing stands in the paragraph, in front of the parts, or
    the parts make another figure there; or one of the parts is told so many times ("Rp300.000 selama dua bulan, jadi
    totalnya Rp600.000")."""
    if any(_is_times(numbers, whole, part) for part in division.parts):
        return True
    value, start = division.sum(), document.plain.rfind("\n", 0, division.parts[0].start) + 1
    first, last = (bisect_left(numbers, at, key=lambda one: one.start) for at in (start, division.parts[0].start))
    beside = {one.value for one in numbers[max(first, last - BESIDE) : last] if one != whole}
    return (whole.value - value >= SURE and whole.value - value in beside) or (value > THOUSAND and value in beside)


def _is_times(numbers: Sequence[Number], whole: Number, part: Number) -> bool:
    """Whether a total of money is one of its parts as often as a number between the two says."""
    if not whole.unit:
        return False
    ends = sorted((part.end, whole.start))
    first, last = (bisect_left(numbers, at, key=lambda one: one.start) for at in ends)
    return any(one.value >= 2 and not one.unit and one.value * part.value == whole.value for one in numbers[first:last])


def _alike(numbers: Sequence[Number]) -> bool:
    units = {number.unit for number in numbers}
    return len(units) == 1 and "percent" not in units


def _finding(document: Document, whole: Number, division: Division, times: int, case: Case | None) -> Finding | None:
    from factcheck.checks.figures.odd_one import amended, figure_of, odd_ones, spelled_like, supported_by

    if case and any(amended(case, number) != number for number in (whole, *division.parts)):
        return None
    candidates = list(_candidates(whole, division, times))
    odd = odd_ones(candidates, supported_by(case)) if case else odd_ones(candidates)
    if not odd or any(is_round_of(one.number.value, one.right) for one in candidates):
        return None
    apart = "\n" in document.plain[min(whole.end, division.parts[0].start) : division.parts[0].start]
    if apart and not odd[0].slips:  # "peringkat kedua setelah Bali di angka 1.232", and the parts of another number
        return None
    value = division.sum()
    finest = min(part.quantum for part in division.parts)
    terms = [figure_of(document, part) for part in division.parts]
    if division.weights:
        terms = [f"{weight} * {term}" for weight, term in zip(division.weights, terms, strict=True)]
    row = f"{' + '.join(terms)} = {spelled_like(document, whole, value, finest)}"
    number, mended = odd[0].number, spelled_like(document, *odd[0], finest)
    return _wrong_total(document, whole, number, mended, Evidence("arithmetic", "", value, row))


def _wrong_total(document: Document, whole: Number, odd: Number, mended: str, reckoned: Evidence) -> Finding:
    """A finding at the odd figure of a total, with its one repair; with none where its words stand in brackets behind
    it: "25 (dua puluh lima)"."""
    from factcheck.checks.figures.odd_one import figure_of

    behind = document.plain[odd.figure.end : odd.figure.end + 3]
    in_words = behind.startswith(" (") and behind[2:].isalpha()
    return Finding(
        RULE,
        "warning",
        message("The parts do not make {text}: {row}.", text=figure_of(document, whole), row=reckoned.row),
        odd.start,
        odd.end,
        expected=mended,
        suggestions=() if in_words else (Suggestion(*odd.figure, mended),),
        evidence=(reckoned,),
    )


def _candidates(whole: Number, division: Division, times: int) -> Iterator[Odd]:
    """The total, then each part; a total that stands in the draft again is not doubted where a part may be wrong."""
    from factcheck.checks.figures.odd_one import Odd

    value = division.sum()
    if times == 1:
        yield Odd(whole, value)
    if not division.weights:
        odd = [Odd(part, part.value + whole.value - value) for part in division.parts]
        yield from (each for each in odd if each.slips)
    yield Odd(whole, value)
