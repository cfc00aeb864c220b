"""How a rule says what it is: its name, how grave it is, what a draft must have for it, and behind which it speaks.

    @rule(RULE, "error", after="the-rule-before", needs=dates)
    def check(case: Case) -> Iterator[Finding]: ...

`python -m factcheck.cli.manual` makes `register.py` of what all of them say, so that a rule is imported only when a
draft has what it looks at.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import import_module
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case, Rule, anything
from factcheck.judging.ground import Ground
from factcheck.language.fold import fold, holds, may_hold
from factcheck.model import Finding
from factcheck.typed import NamedTuple, TypeVar

Check = Callable[[Case], Iterable[Finding]]
Needs = Callable[[Case], bool]
_Check = TypeVar("_Check", bound=Check)

SIGNS = compiled(
    r"[0-9](?:[.,]{2}[0-9]|[.,][0-9]+[.,][0-9]|/[0-9]{3}(?![0-9])|, [0-9]{1,2}[ %.)]|\. [0-9]{3}|[A-Za-z]{3})"
)
"""What only a figure has that may be malformed."""


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

    @cache
    def imported() -> Check:
        found: Check = getattr(import_module(module), function)
        return found

    def check(case: Case) -> Iterable[Finding]:
        return imported()(case)

    return Rule(name, severity, check, globals()[needs], module, Ground(ground), itself)


def dates(case: Case) -> bool:
    """Whether a day is named."""
    return bool(case.dates)


def dates_or_brackets(case: Case) -> bool:
    """Whether a day is named, or a bracket opens behind which one may be meant."""
    return bool(case.dates) or "(" in case.document.plain


def numbers(case: Case) -> bool:
    """Whether there is a number."""
    return bool(case.numbers)


def sums(case: Case) -> bool:
    """Whether the wording states a sum."""
    return bool(case.sums)


def framed(case: Case) -> bool:
    """Whether the draft is about the subject of a pack, so that its sentences were read."""
    return bool(case.frames)


def contradicted(case: Case) -> bool:
    """Whether the reference contradicts a claim."""
    return any(answer.verdict == "contradicted" for answer in case.answers.values())


def serial(case: Case) -> bool:
    """Whether a pack holds several series of a measure."""
    return bool(case.frames) and any(pack.series() for pack in case.reference.packs)


def dated(case: Case) -> bool:
    """Whether somebody is named in an article whose day is known."""
    return case.document.published is not None and any(claim.kind == "name" for claim in case.claims)


def districts(case: Case) -> bool:
    """Whether a district is named with the word for one."""
    words = case.language.people.governments.districts
    return bool(words) and holds(fold(case.document.plain), words)


def namesakes(case: Case) -> bool:
    """Whether a claim has the value of somebody of the same name."""
    return any(answer.namesakes for answer in case.answers.values())


def claims(*kinds: str) -> Callable[[Case], bool]:
    """Whether there is a claim of one of `kinds`, of any kind where none is named."""
    wanted = frozenset(kinds)
    return lambda case: any(claim.kind in wanted for claim in case.claims) if wanted else bool(case.claims)


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


def shares(case: Case) -> bool:
    """Whether a percentage stands behind a count."""
    beside = ((one, other) for one, other in pairwise(case.numbers) if other.unit == "percent")
    return any(one.end < other.start <= one.end + 40 for one, other in beside)


def signs(case: Case) -> bool:
    """Whether a figure has two signs in it, or a blank or letters where none belong."""
    return SIGNS.search(case.document.plain) is not None


any_claim = claims()
ranks = claims("rank")
counts = claims("count")
laws = claims("law")
differences = claims("difference")
