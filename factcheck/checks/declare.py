"""How a rule says what it is: its name, how grave it is, what a draft must have for it, and behind which it speaks.

    @rule(RULE, "error", after="the-rule-before", needs=dates)
    def check(case: Case) -> Iterator[Finding]: ...

`python -m factcheck.cli.manual` makes `register.py` of what all of them say, so that a rule is imported only when a
draft has what it looks at.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case, Rule, anything
from factcheck.judging.grounds.ground import Ground
from factcheck.language.fold import alternation, digits_in, fold, holds, may_hold
from factcheck.language.language import Language
from factcheck.language.written import Number
from factcheck.model import COUNTRY, Finding
from factcheck.reading.claim_kinds import kind_of
from factcheck.reading.people.governments import find_governments, rows_behind
from factcheck.reading.scan.frame import FIGURES, SCALED, Frame, places_with, with_tag
from factcheck.reading.scan.mentions import Tag
from factcheck.reading.sums.sums import are_gathered
from factcheck.reference.packs.info import FIRST, SECOND
from factcheck.spans import HEADS, SILENT
from factcheck.typed import NamedTuple, TypeVar

Check = Callable[[Case], Iterable[Finding]]
Needs = Callable[[Case], bool]
_Check = TypeVar("_Check", bound=Check)

OPENS = 2
"""Mentions in front of a year that opens a sentence: "Pada tahun"."""
MOVED = 4
"""Mentions behind a word of change within which its value stands."""
WHOLES = frozenset((Tag.RANK_AMONG, Tag.MOOD_ALL, Tag.RANK_NATIONAL))
"""What a sentence that tells of all of a group has one of."""
SIGNS = compiled(r"[.,]{2}[0-9]|[.,][0-9]+[.,][0-9]|/[0-9]{3}(?![0-9])|, [0-9]{1,2}[ %.)]|\. [0-9]{3}|[a-z]{3}")
"""What stands behind digits only in a figure that may be malformed."""


class Declared(NamedTuple):
    """What a rule says of itself: see `rule`."""

    name: str
    severity: str
    needs: Needs
    after: str
    ground: Ground
    itself: bool


DECLARED: dict[Check, Declared] = {}
"""What was said of each function; a rule is there once its module is imported."""


def rule(
    name: str,
    severity: str,
    *,
    after: str,
    needs: Needs = anything,
    ground: Ground = Ground.SUM,
    itself: bool = False,
) -> Callable[[_Check], _Check]:
    """Says that a function is (a part of) the rule `name`.

    `needs` says whether a draft has what the rule looks at: one of the functions below. `after` is the rule behind
    which it speaks ("" for the first): what is said of a place silences those behind. `ground` is what its findings
    rest on where they do not say so themselves, `itself` whether they hold the draft against itself, so that what is
    flagged is inconsistent and not contradicted.
    """

    def said_of(check: _Check) -> _Check:
        DECLARED[check] = Declared(name, severity, needs, after, ground, itself)
        return check

    return said_of


Row = tuple[str, str, str, str, str, bool]
"""Name, severity, what it needs (a name in this module), "module:function", ground, whether against itself."""


def registered(rows: Sequence[Row]) -> tuple[Rule, ...]:
    """The rules of these rows; each is imported when a draft has what it needs."""
    return tuple(map(_rule, rows))


def _rule(row: Row) -> Rule:
    name, severity, needs, place, ground, itself = row
    module, _, function = place.partition(":")
    module = f"factcheck.checks.rules.{module}"

    def check(case: Case) -> Iterable[Finding]:
        return _imported(module, function)(case)

    return Rule(name, severity, check, globals()[needs], module, Ground(ground), itself)


@cache
def _imported(module: str, function: str) -> Check:
    found: Check = getattr(import_module(module), function)
    return found


def dates(case: Case) -> bool:
    """Whether a day is named."""
    return bool(case.dates)


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
    return any(block.kind == "row" for block in case.document.blocks)


def contradicted(case: Case) -> bool:
    """Whether the reference contradicts a claim."""
    return any(answer.verdict == "contradicted" for answer in case.answers.values())


def edition_slips(case: Case) -> bool:
    """Whether a figure is one slip off that of a dated table which the draft goes by."""
    return case.article.editions is not None and any(one.slipped for one in case.article.editions.told)


def edition_names(case: Case) -> bool:
    """Whether a name is a letter off one of a dated table whose figures the draft tells."""
    return case.article.editions is not None and bool(case.article.editions.misspelt)


def _is_led_back(frame: Frame) -> bool:
    """Whether a word for what a change began with stands in front of a year no earlier than one before that."""
    places = frame.having(Tag.YEAR_DIGITS)
    years = [frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in places]
    leads = (Tag.BIND_FROM, Tag.BIND_COMPARE)
    pairs = ((place, year) for place, year in enumerate(years) if place and min(years[:place]) <= year)
    return any(frame.has_any(leads, places[place - 1], places[place]) for place, _ in pairs)


def dated_twice(case: Case) -> bool:
    """Whether a sentence about an open subject writes a year twice running, counts one from another, or compares with
    the one that was written last ("Pada 2022 masih 9,82 persen")."""
    last = ""
    for frame in with_tag(case.frames, Tag.YEAR_DIGITS):
        years = [frame.mentions[at].tags[Tag.YEAR_DIGITS] for at in frame.having(Tag.YEAR_DIGITS)]
        opens = frame.having(Tag.YEAR_DIGITS)[0] <= OPENS and not frame.bearers
        compared = years[0] == last and (opens or frame.has_any((Tag.BIND_COMPARE, Tag.BIND_FROM)))
        if compared or Tag.YEAR_ANCHORED in frame.tagged or any(one == other for one, other in pairwise(years)):
            return True
        if len(years) > 1 and Tag.CHANGE in frame.tagged and _is_led_back(frame):
            return True
        last = years[-1]
    return False


def framed(case: Case) -> bool:
    """Whether the draft is about the subject of a pack, so that its sentences were read."""
    return bool(case.frames)


def distanced(case: Case) -> bool:
    """Whether a draft about the subject of a pack says how far two are apart, or one from the year before."""
    changed = any(Tag.CHANGE in frame.tagged or Tag.UNIT in frame.tagged for frame in case.frames)
    return changed or (bool(case.frames) and holds(fold(case.document.plain), case.language.changes.verbs.between))


def worded(case: Case) -> bool:
    """Whether a sentence about the subject of a pack has a word of a scale that no claim bears out."""
    words = (frame.mentions[at] for frame, at in places_with(case.frames, SCALED))
    return any(
        all(case.answer(one).verdict != "supported" for one in case.claims.over(word.start, word.end)) for word in words
    )


def extremes(case: Case) -> bool:
    """Whether somebody is called highest or lowest."""
    return any(claim.kind == "extreme" for claim in case.claims) or ordered(case)


def ordered(case: Case) -> bool:
    """Whether a sentence about the subject of a pack has a word for highest or lowest."""
    return any(Tag.EXTREME in frame.tagged for frame in case.frames)


def ranked(case: Case) -> bool:
    """Whether there is a rank, or a list of items about the subject of a pack with a word for highest or lowest."""
    if any(claim.kind == "rank" for claim in case.claims):
        return True
    return ordered(case) and any(block.kind == "item" for block in case.document.blocks)


def ranged(case: Case) -> bool:
    """Whether a sentence about the subject of a pack with a scale has a range of figures."""
    return any(
        frame.spans(one, other)
        for frame in with_tag(case.frames, FIGURES)
        for one, other in pairwise(frame.having(FIGURES))
    )


RESTS = frozenset((Tag.COUNT_PART, Tag.COUNT_LEFT, Tag.COUNT_OTHER))
"""One of these a sentence has that tells a rest."""


def rests(case: Case) -> bool:
    """Whether a sentence about the subject of a pack tells a rest."""
    return any(not frame.tagged.keys().isdisjoint(RESTS) for frame in case.frames)


def names_listed(case: Case) -> bool:
    """Whether a sentence about the subject of a pack lists names."""
    if not case.frames:
        return False
    from factcheck.reading.evidence.explained.name_lists import name_lists

    return bool(name_lists(case.frames, case.language))


NAMES_IN_A_ROW = compiled(r",(?: [A-Z][\w'’-]+){1,4},(?: [a-z]+)? [A-Z]")
"""Two names of a list, with a comma in front of each."""


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
    return next(_counts_of_regions(case), None) is not None


def _counts_of_regions(case: Case) -> Iterator[Number]:
    places = case.language.changes.lists.places
    words = tuple([f" {one}" for one in (*case.reference.kinds_on(FIRST, SECOND), *places)]) if places else ()
    low = fold(case.document.plain) if words else ""
    return (number for number in case.numbers if low.startswith(words, number.end)) if words else iter(())


def wholes_told(case: Case) -> bool:
    """Whether a draft tells of all of a group: behind "seluruh" or "dari", or as those of the country."""
    told = (frame for frame in case.frames if Tag.GROUP in frame.tagged and FIGURES in frame.tagged)
    return any(not WHOLES.isdisjoint(frame.tagged) or frame.words.whole_of or _names_country(frame) for frame in told)


def groups_listed(case: Case) -> bool:
    """Whether a draft with a list counts a group in a sentence that may announce it."""
    if all(block.kind not in ("item", "row") for block in case.document.blocks):
        return False
    return any(FIGURES in frame.tagged for frame in with_tag(case.frames, Tag.GROUP))


def _names_country(frame: Frame) -> bool:
    return any(ids == (COUNTRY,) for _, ids in frame.bearers)


def others_listed(case: Case) -> bool:
    """Whether a draft tells of others beside somebody."""
    low = fold(case.document.plain)
    return holds(low, case.language.changes.lists.besides) and holds(low, case.language.changes.lists.leads)


def regions_listed(case: Case) -> bool:
    """Whether names stand in a row in a draft that no pack is open for: else its sentences show their lists."""
    return not case.frames and NAMES_IN_A_ROW.search(case.document.plain) is not None


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


def serial(case: Case) -> bool:
    """Whether a pack holds several series of a measure."""
    return bool(case.frames) and any(pack.series() for pack in case.reference.packs)


def districts(case: Case) -> bool:
    """Whether a district is named with the word for one."""
    words = case.language.people.governments.districts
    return bool(words) and holds(fold(case.document.plain), words)


def borne_elsewhere(case: Case) -> bool:
    """Whether a claim has the value of somebody of the same name, or is contradicted and may be a neighbour's."""
    return any(answer.namesakes or answer.verdict == "contradicted" for answer in case.answers.values())


def moved_values(case: Case) -> bool:
    """Whether a value that is no change stands right behind a word of rising or falling."""
    return any(
        claim.kind != "difference" and claim.measure
        for frame in with_tag(case.frames, Tag.CHANGE)
        for at in frame.having(Tag.CHANGE)
        for place in frame.having(FIGURES, at + 1, at + MOVED)[:1]
        if (number := frame.mentions[place].number) is not None
        for claim in case.claims.at(number.figure.start)
    )


def claims(*kinds: str) -> Callable[[Case], bool]:
    """Whether there is a claim of one of `kinds`, of any kind where none is named."""
    wanted = frozenset(kinds)
    return lambda case: any(claim.kind in wanted for claim in case.claims) if wanted else bool(case.claims)


def balloted(case: Case) -> bool:
    """Whether pairs of candidates with numbers are told of."""
    people = case.language.people
    return bool(people.ballot) and holds(fold(case.document.plain), people.tickets)


def lasting(case: Case) -> bool:
    """Whether a time is said to last."""
    return bool(case.dates) and holds(fold(case.document.plain), case.language.changes.durations.lasting)


def listed(case: Case) -> bool:
    """Whether a list is announced, or stands there as one, where there is a number."""
    if not case.numbers:
        return False
    announced = may_hold(fold(case.document.plain), case.language.changes.lists.announces)
    return announced or any(block.kind == "item" for block in case.document.blocks)


def scaled(case: Case) -> bool:
    """Whether two amounts bear a scale word: juta, miliar."""
    return sum(number.quantum >= 10 and number.form == "digits" for number in case.numbers) > 1


def headlined(case: Case) -> bool:
    """Whether a figure stands in what the draft begins with, which is a headline."""
    own = next((block for block in case.document.blocks if block.kind not in SILENT), None)
    if own is None or own.kind not in HEADS or not case.numbers:
        return False
    return any(number.start < own.end and number.form == "digits" for number in case.numbers)


def percentages(case: Case) -> bool:
    """Whether the wording states a sum, a headline may state what one makes, or a change is told of a value."""
    return reckoned(case) or headlined(case) or differences(case)


def shares(case: Case) -> bool:
    """Whether a percentage stands behind a count, or several behind long ones."""
    beside = ((one, other) for one, other in pairwise(case.numbers) if other.unit == "percent")
    if any(one.end < other.start <= one.end + 40 for one, other in beside):
        return True
    long = sum(one.value >= 1000 and not one.unit for one in case.numbers)
    return long > 2 and sum(one.unit == "percent" for one in case.numbers) > 2


def told_in_words(case: Case) -> Iterator[tuple[Number, Number]]:
    """The whole numbers of a draft behind which the same is told in words: "5 (lima) daerah"; in "94,64 (tiga)" the
    brackets hold a rank."""
    plain = case.document.plain
    for number, words in pairwise(case.numbers):
        told = words.form == "word" and number.form == "digits" and not (number.unit or words.unit)
        told = told and not number.quantum < 1 <= words.quantum
        if told and plain[number.figure.end : words.start] == " (" and plain[words.end : words.end + 1] == ")":
            yield number, words


def in_words(case: Case) -> bool:
    """Whether a number is told in figures and in words, and these are two."""
    return any(number.value != words.value for number, words in told_in_words(case))


def parted(case: Case) -> bool:
    """Whether a figure with decimals stands in front of what is counted one by one."""
    if not any(number.quantum < 1 and not number.unit for number in case.numbers):
        return False
    low, one_by_one = fold(case.document.plain), counted_one_by_one(case.language)
    return any(number.quantum < 1 and one_by_one.match(low, number.end) for number in case.numbers)


@cache
def counted_one_by_one(language: Language) -> re.Pattern[str]:
    """A measure of which there are no parts, right behind a figure: people, votes, cases."""
    words = set(language.changes.counted) & set(language.numbers.measures)
    return compiled(rf" (?:{alternation(sorted(words))})(?![a-z])") if words else compiled(r"(?!)")


def signs(case: Case) -> bool:
    """Whether a figure has two signs in it, or a blank or letters where none belong."""
    low = fold(case.document.plain)
    return any(SIGNS.match(low, end) for _, end in digits_in(low))


def asked_of_packs(case: Case) -> bool:
    """Whether there is a claim of a kind that packs tell of: no day, no name, no law."""
    return any(map(_is_of_packs, {claim.kind for claim in case.claims}))


def doubted_words(case: Case) -> bool:
    """Whether a claim that packs tell of is a word that the reference does not bear out."""
    words = (claim for claim in case.claims if isinstance(claim.value, str))
    return any(case.answer(claim).verdict != "supported" and _is_of_packs(claim.kind) for claim in words)


def _is_of_packs(kind: str) -> bool:
    return kind_of(kind).dated or kind_of(kind).per_group


ranks = claims("rank")
counts = claims("count")
laws = claims("law")
differences = claims("difference")


def about_subject(case: Case) -> bool:
    """Whether the draft is about the subject of a pack, or claims anything of one: most ordinary drafts are not."""
    return bool(case.frames) or asked_of_packs(case)


OF_SUBJECT = frozenset(
    (
        asked_of_packs,
        dated_twice,
        doubted_words,
        distanced,
        framed,
        ranged,
        worded,
        extremes,
        ordered,
        rests,
        names_listed,
        serial,
        ranked,
        ranks,
        counts,
        differences,
        moved_values,
    )
)
"""What no draft has that is about the subject of no pack."""
