"""What a draft must have for a rule, whatever it is about: days, sums, lists, names; else the rule is not imported."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise

from factcheck.cache.once import once
from factcheck.cache.patterns import compiled
from factcheck.checks.subject_needs import differences, kinds_of_blocks
from factcheck.judging.case import Case
from factcheck.language.figures import PERCENT, Number
from factcheck.language.fold import alternation, digits_in, fold, holds, may_hold
from factcheck.language.interval import THOUSAND
from factcheck.language.language import Language
from factcheck.model import Document
from factcheck.reading.people.governments import find_governments, rows_behind
from factcheck.reading.sums.sums import are_gathered
from factcheck.reference.ask.reference import Reference
from factcheck.reference.packs.info import FIRST, SECOND
from factcheck.spans import HEADS, SILENT

SIGNS = compiled(r"[.,]{2}[0-9]|[.,][0-9]+[.,][0-9]|/[0-9]{3}(?![0-9])|, [0-9]{1,2}[ %.)]|\. [0-9]{3}|[a-z]{3}")
"""What stands behind digits only in a figure that may be malformed."""


NO_MONEY = frozenset(("", PERCENT))
"""Units of figures that are no amounts of money."""


@once
def _units(case: Case) -> frozenset[str]:
    return frozenset([number.unit for number in case.numbers])


@once
def _forms(case: Case) -> frozenset[str]:
    return frozenset([number.form for number in case.numbers])


def dates(case: Case) -> bool:
    """Whether a day is named."""
    return bool(case.dates)


def days_spanned(case: Case) -> bool:
    """Whether a word that leads from a first day to a last one stands in front of a date: "13-15 Juni"."""
    low, until = fold(case.document.plain), tuple(case.language.dates.until)
    before = [low[max(0, one.figure.start - 16) : one.figure.start].rstrip() for one in case.dates]
    return any(part.endswith(until) for part in before)


def dates_or_brackets(case: Case) -> bool:
    """Whether a day is named, or a bracket opens behind which one may be meant."""
    return bool(case.dates) or "(" in case.document.plain


def sums(case: Case) -> bool:
    """Whether the wording states a sum."""
    return bool(case.sums)


def reckoned(case: Case) -> bool:
    """Whether the wording states a sum with the size of a change or a share, and not only which way it went."""
    return any(stated.kind != "direction" for stated in case.sums)


def tables(case: Case) -> bool:
    """Rows of a table."""
    return "row" in kinds_of_blocks(case.document)


NAMES_IN_A_ROW = compiled(r",(?: [A-Z][\w'’-]+){1,4},(?: [a-z]+)? [A-Z]")
"""Two names of a list, with a comma in front of each."""
AGAIN = 50
"""Letters between an amount and the same one said again."""
FAR = 120
"""Letters behind a number of regions in which a word leads to their names."""


def kinds_listed(case: Case) -> bool:
    """Whether a list may follow where regions of a kind are counted, or where some of them are told of."""
    low, lists = fold(case.document.plain), case.language.changes.lists
    leads = (*lists.leads, *case.language.changes.totals.parts)
    if not lists.leads:
        return False
    counted = (low[number.end : number.end + FAR] for number in _counts_of_regions(case))
    if any(":" in piece or any(word in piece for word in leads) for piece in counted):
        return True
    return holds(low, lists.some) and holds(low, leads)


def regions_counted(case: Case) -> bool:
    """Whether a word for a kind of region, or for any, stands right behind a number."""
    return bool(_counts_of_regions(case))


@once
def _counts_of_regions(case: Case) -> Sequence[Number]:
    words = _words_for_regions(case.reference.whole, case.language)
    low = fold(case.document.plain) if words else ""
    return [number for number in case.numbers if low.startswith(words, number.end)] if words else ()


@lru_cache(maxsize=8)
def _words_for_regions(reference: Reference, language: Language) -> tuple[str, ...]:
    """The words for a kind of region, and for any, as they stand behind a number."""
    places = language.changes.lists.places
    return tuple([f" {one}" for one in (*reference.kinds_on(FIRST, SECOND), *places)]) if places else ()


def others_listed(case: Case) -> bool:
    """Whether a draft tells of others beside somebody."""
    low = fold(case.document.plain)
    return holds(low, case.language.changes.lists.besides) and holds(low, case.language.changes.lists.leads)


def regions_listed(case: Case) -> bool:
    """Whether names stand in a row in a draft that no pack is open for: else its sentences show their lists."""
    return not case.frames and names_in_a_row(case.document)


@once
def names_in_a_row(document: Document) -> bool:
    """Whether two names of a list stand in an article."""
    return NAMES_IN_A_ROW.search(document.plain) is not None


def governments(case: Case) -> bool:
    """Whether a region is named with the word for its government, or one that stands behind the name is there."""
    if find_governments(case.document, case.language, case.reference):
        return True
    behind = case.language.people.governments.behind
    return bool(behind) and holds(fold(case.document.plain), tuple(rows_behind(case.language)))


def misspelt_people(case: Case) -> bool:
    """Whether somebody of the reference is misspelt."""
    return any(mention.spelling == "wrong" for mention in case.article.people)


def in_office(case: Case) -> bool:
    """Whether somebody with an office, or of the reference, is named whose name is not misspelt."""
    return any((one.office.role or one.person) and one.spelling != "wrong" for one in case.article.people)


def misspelt_or_shortened(case: Case) -> bool:
    """Whether a name of the reference is misspelt, or a bracket opens in which a short form may stand."""
    if "(" in case.document.plain:
        return True
    from factcheck.reading.names.known_names import find_misspelt

    return bool(find_misspelt(case.document, case.language, case.reference))


def spelt_alike(case: Case) -> bool:
    """Whether two people are named, or a name may be spelt in two ways."""
    people = [mention for mention in case.article.people if mention.spelling != "wrong"]
    if len(people) > 1 and any(len(one.words) > 1 or one.cue == "stranger" for one in people):
        return True
    from factcheck.reading.names.spellings import find_spellings

    return bool(find_spellings(case.document, case.language))


def gathered(case: Case) -> bool:
    """Whether three figures anywhere are as near each other as a total and its parts."""
    return are_gathered(case.numbers)


SETS = compiled(r"[0-9][-–][0-9] \([0-9]{1,2}[-–][0-9]{1,2}(?:, | dan |; )")
"""A result with sets in brackets behind it."""


def sets_told(case: Case) -> bool:
    """Whether a result of a match may be told with its sets."""
    return "(" in case.document.plain and SETS.search(case.document.plain) is not None


def jubilees(case: Case) -> bool:
    """Whether the headline tells a number of decades or centuries."""
    head = next((block for block in case.document.blocks if block.kind not in SILENT), None)
    if head is None or head.kind not in HEADS or not case.language.changes.ages.founded:
        return False
    long = tuple([word for word, months in case.language.numbers.units.age.items() if months > 12])
    return may_hold(fold(case.document.plain[head.start : head.end]), long)


COMMA = (", ",)
BESIDE = 80
CLOSE = 28
"""Letters between a whole and its part behind it, and between a part and its whole."""


def larger_beside(case: Case) -> list[tuple[Number, Number]]:
    """Two counts of which the larger may be a part of the other: it stands right in front of the word that leads to a
    whole, or behind a comma."""
    low, of = fold(case.document.plain), case.language.changes.totals.of[:1]
    near = [
        (one, other)
        for one, other in pairwise(case.numbers)
        if other.start - one.end <= BESIDE
        and not one.unit
        and not other.unit
        and one.quantum >= 1 <= other.quantum
        and one.value != other.value
        and (other.start - one.end <= CLOSE or one.value < other.value)
    ]
    leads = tuple([f" {word} " for word in of])
    return [
        pair
        for pair in near
        for sign in (leads if pair[0].value > pair[1].value else COMMA)
        if sign in low[pair[0].end : pair[1].start]
    ]


def parted_wholes(case: Case) -> bool:
    """Whether two counts stand near each other as a larger part and its whole do."""
    return bool(larger_beside(case))


FOLLOWED = 90
"""Letters between the figure of a first and that of who comes behind."""


def followed_beside(case: Case) -> list[tuple[Number, Number]]:
    """Two figures of which the second is larger, with a word between them for who comes behind, or for what another
    got of what is counted."""
    low, behind, gained = fold(case.document.plain), case.language.words.bind.behind, case.language.changes.lists.gained
    if not behind or not holds(low, (*behind, *gained)):
        return []
    near = [
        (one, other)
        for one, other in pairwise(case.numbers)
        if other.start - one.end <= FOLLOWED and one.unit == other.unit and one.value < other.value
    ]
    counted = (*behind, *gained)
    return [
        (one, other)
        for one, other in near
        for between in (low[one.end : other.start],)
        for word in (behind if one.quantum < 1 or other.quantum < 1 else counted)
        if word in between
    ]


def followed(case: Case) -> bool:
    """Whether a larger figure is that of somebody who comes behind."""
    return bool(followed_beside(case))


def districts(case: Case) -> bool:
    """Whether a district is named with the word for one."""
    words = case.language.people.governments.districts
    return bool(words) and holds(fold(case.document.plain), words)


def balloted(case: Case) -> bool:
    """Whether pairs of candidates with numbers are told of."""
    people = case.language.people
    return bool(people.ballot) and holds(fold(case.document.plain), people.tickets)


HUNDREDS = frozenset(map(Decimal, (10, 100, 1000, 10_000)))
"""So many of whom some are told to be: "dari setiap 100 orang"."""


def multiplied(case: Case) -> bool:
    """Whether a part or a multiple is told in words, or of a hundred, with figures beside it."""
    if len(case.numbers) < 2:
        return False
    worded = [one.value for one in case.numbers if one.form == "word"] if "word" in _forms(case) else []
    if any(value < 1 for value in worded):
        return True
    percent = any(one.unit == PERCENT for one in case.numbers)
    if percent and any(one.value in HUNDREDS and not one.unit for one in case.numbers):
        return True
    words = case.language.changes.multiples
    compared = words.compares if any(value > 1 for value in worded) else ()
    return holds(fold(case.document.plain), (*words.behind, *compared, *words.times))


def compared(case: Case) -> bool:
    """Whether one is said to be above or below another, beside a figure."""
    words = case.language.changes.compared
    named = (*words.named_above, *words.named_below) if case.frames else ()
    return len(case.numbers) > 1 and holds(fold(case.document.plain), (*words.above, *words.below, *named))


def rest_told(case: Case) -> bool:
    """Whether a rest is told of, beside three figures."""
    return len(case.numbers) > 2 and holds(fold(case.document.plain), case.language.changes.totals.rest)


def meant(case: Case) -> bool:
    """Whether a mean is told of, beside two figures."""
    return len(case.numbers) > 2 and holds(fold(case.document.plain), case.language.changes.totals.means)


def priced(case: Case) -> bool:
    """Whether two amounts are told and a total."""
    if _units(case) <= NO_MONEY:
        return False
    amounts = sum(number.unit not in ("", PERCENT) for number in case.numbers)
    return 1 < amounts < len(case.numbers) and holds(fold(case.document.plain), case.language.changes.products.totals)


def rated(case: Case) -> bool:
    """Whether two amounts are told beside a rate in per cent, and what it is a rate of."""
    if PERCENT not in _units(case) or _units(case) <= NO_MONEY:
        return False
    amounts = sum(number.unit not in NO_MONEY for number in case.numbers)
    return amounts > 1 and may_hold(fold(case.document.plain), case.language.changes.products.rates)


def each_told(case: Case) -> bool:
    """Whether two amounts are told and a count, and a word for each."""
    amounts = sum(number.unit not in ("", PERCENT) for number in case.numbers)
    return 1 < amounts < len(case.numbers) and may_hold(fold(case.document.plain), case.language.changes.products.each)


def lasting(case: Case) -> bool:
    """Whether a time is said to last."""
    return bool(case.dates) and holds(fold(case.document.plain), case.language.changes.durations.lasting)


def born(case: Case) -> bool:
    """Whether a birth is told, and an age."""
    low, ages = fold(case.document.plain), case.language.changes.ages
    return bool(case.numbers) and holds(low, ages.born) and holds(low, ages.age)


def ordinals_kept(case: Case) -> bool:
    """Whether an anniversary is told with its number."""
    words = case.language.changes.ages.anniversaries
    return "ordinal" in _forms(case) and bool(words) and holds(fold(case.document.plain), words)


def timed(case: Case) -> bool:
    """Whether a number of hours, months or years is told."""
    return _times(case) > 0


def _times(case: Case) -> int:
    """How many numbers of hours, months or years are told."""
    low, units = fold(case.document.plain), case.language.numbers.units
    words = tuple([f"{sign}{word}" for word in (*units.time, *units.age) for sign in " -"])
    return len([1 for number in case.numbers if low.startswith(words, number.end)]) if words else 0


def terms_compared(case: Case) -> bool:
    """Whether a time is told, and a word that makes one longer or shorter, or tells of such as are held together."""
    words = case.language.changes.terms
    told = holds(fold(case.document.plain), (*words.longer, *words.shorter, *words.again, *words.told))
    return told and _times(case) > 1


def more_told(case: Case) -> bool:
    """Whether one is told to be more or fewer, beside two counts."""
    words = case.language.changes.compared
    return len(case.numbers) > 1 and holds(fold(case.document.plain), (*words.more, *words.fewer))


def clocked(case: Case) -> bool:
    """Whether a word for a time of day, or for its zone, is there."""
    words = case.language.numbers
    return may_hold(fold(case.document.plain), (*words.clock_before, *words.zones))


def ahead(case: Case) -> bool:
    """Whether a day is named, and a word for one to come by how far it lies ahead."""
    return len(case.dates) > 1 and may_hold(fold(case.document.plain), tuple(case.language.dates.ahead))


def listed(case: Case) -> bool:
    """Whether a list is announced, or stands there as one, where there is a number."""
    if not case.numbers:
        return False
    announced = may_hold(fold(case.document.plain), case.language.changes.lists.announces)
    return announced or "item" in kinds_of_blocks(case.document)


def scaled(case: Case) -> bool:
    """Whether two amounts bear a scale word: juta, miliar."""
    return sum(number.quantum >= 10 and number.form == "digits" for number in case.numbers) > 1


def said_again(case: Case) -> bool:
    """Whether a figure in brackets, or behind a word that says it again, stands right behind another."""
    return bool(again_beside(case))


def again_beside(case: Case) -> list[tuple[Number, Number]]:
    """The figures of a draft with those that may say them again."""
    low, again = fold(case.document.plain), case.language.numbers.again
    if not again.either:
        return []
    joins, near = ("(", *again.either, *again.same), pairwise(case.numbers)
    pairs = [(one, other) for one, other in near if other.start - one.end <= AGAIN and other.unit != PERCENT]
    return [(one, other) for one, other in pairs if any(map(low[one.end : other.start].__contains__, joins))]


def one_scaled(case: Case) -> bool:
    """Whether a count bears a scale word and another of some hundreds bears none."""
    counts = [number for number in case.numbers if number.form == "digits" and not number.unit]
    return any(one.quantum >= 10 for one in counts) and any(100 <= one.value < 1000 for one in counts)


def hundredths(case: Case) -> bool:
    """Whether basis points may be told."""
    return may_hold(fold(case.document.plain), case.language.changes.hundredths)


def headlined(case: Case) -> bool:
    """Whether a figure stands in what the draft begins with, which is a headline."""
    own = next((block for block in case.document.blocks if block.kind not in SILENT), None)
    if own is None or own.kind not in HEADS or not case.numbers:
        return False
    return any(number.start < own.end and number.form == "digits" for number in case.numbers)


def headline_counts(case: Case) -> bool:
    """Whether a figure stands in the headline, or in words how many something became of."""
    if headlined(case):
        return True
    states, first = case.language.changes.states, case.numbers[:1]
    head = case.document.blocks[0] if first and states and case.document.blocks else None
    told = head is not None and head.kind in HEADS and first[0].start < head.end
    return told and may_hold(fold(case.document.plain[: head.end]), tuple(states)) if head is not None else False


def percentages(case: Case) -> bool:
    """Whether the wording states a sum, a headline may state what one makes, or a change is told of a value."""
    return reckoned(case) or headlined(case) or differences(case)


def shares(case: Case) -> bool:
    """Whether a percentage stands behind a count, is read as the share of one, or several stand behind long ones."""
    if any(claim.kind == "share" and claim.condition for claim in case.claims):
        return True
    if PERCENT not in _units(case):
        return False
    beside = ((one, other) for one, other in pairwise(case.numbers) if other.unit == PERCENT)
    if any(one.end < other.start <= one.end + 40 for one, other in beside):
        return True
    long = sum(one.value >= 1000 and not one.unit for one in case.numbers)
    return long > 2 and sum(one.unit == PERCENT for one in case.numbers) > 2


def shared_out(case: Case) -> bool:
    """Whether three shares with decimals are told."""
    several = PERCENT in _units(case)
    return several and sum(one.unit == PERCENT and one.quantum < 1 for one in case.numbers) > 2


def told_in_words(case: Case) -> Iterator[tuple[Number, Number]]:
    """The whole numbers of a draft behind which the same is told in words: "5 (lima) daerah"; in "94,64 (tiga)" the
    brackets hold a rank."""
    plain = case.document.plain
    for number, words in pairwise(case.numbers):
        told = words.form == "word" and number.form == "digits" and number.unit == words.unit != PERCENT
        told = told and not number.quantum < 1 <= words.quantum
        if told and plain[number.figure.end : words.start] == " (" and plain[words.end : words.end + 1] == ")":
            yield number, words


LONG = 100_000
"""An amount from here on has digits enough to be known again."""


def long_amounts(case: Case) -> bool:
    """Whether two long amounts are told."""
    return len([1 for number in case.numbers if number.value >= LONG]) > 1


def in_words(case: Case) -> bool:
    """Whether a number is told in figures and in words, and these are two."""
    return "word" in _forms(case) and any(number.value != words.value for number, words in told_in_words(case))


def parted(case: Case) -> bool:
    """Whether a figure with decimals stands in front of what is counted one by one, or one beyond all mankind."""
    fine = [number for number in case.numbers if number.quantum < 1 and not number.unit]
    if not fine:
        return bool(beyond_mankind(case))
    low, one_by_one = fold(case.document.plain), counted_one_by_one(case.language)
    return any(one_by_one.match(low, number.end) for number in fine) or bool(beyond_mankind(case))


MANKIND = 9_000_000_000
"""People on earth, and some more."""


def beyond_mankind(case: Case) -> list[Number]:
    """The counts told in full, with a scale word, that are larger than there are people: "7.461.507 juta orang"."""
    counts = [
        one for one in case.numbers if one.value > MANKIND and not one.unit and 1 < one.quantum <= one.value / THOUSAND
    ]
    if not counts:
        return counts
    low, signs, one_by_one = fold(case.document.plain), case.language.numbers, counted_one_by_one(case.language)
    written = [(one, low[slice(*one.figure)]) for one in counts if one_by_one.match(low, one.end)]
    return [one for one, figure in written if signs.group in figure and signs.decimal not in figure]


@cache
def counted_one_by_one(language: Language) -> re.Pattern[str]:
    """A measure of which there are no parts, right behind a figure: people, votes, cases."""
    words = set(language.changes.counted) & set(language.numbers.measures)
    return compiled(rf" (?:{alternation(sorted(words))})(?![a-z])") if words else compiled(r"(?!)")


def rates_with_money(case: Case) -> list[Number]:
    """The amounts of money behind which "persen" stands."""
    if _units(case) <= NO_MONEY:
        return []
    money = [number for number in case.numbers if number.unit not in NO_MONEY]
    low, percent = fold(case.document.plain), tuple(case.language.numbers.percent)
    return [number for number in money if low[number.end : number.end + 12].lstrip().startswith(percent)]


def priced_rates(case: Case) -> bool:
    """Whether an amount of money is told in per cent."""
    return bool(rates_with_money(case))


def signs(case: Case) -> bool:
    """Whether a figure has two signs in it, or a blank or letters where none belong."""
    low = fold(case.document.plain)
    return any(SIGNS.match(low, end) for _, end in digits_in(low))
