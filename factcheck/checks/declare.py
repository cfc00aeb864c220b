"""How a rule says what it is: its name, how grave it is, what a draft must have for it, and behind which it speaks.

    @rule(RULE, "error", after="the-rule-before", needs=dates)
    def check(case: Case) -> Iterator[Finding]: ...

`python -m factcheck.cli.manual` makes `register.py` of what all of them say, so that a rule is imported only when a
draft has what it looks at.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib import import_module

from factcheck.checks import needs, subject_needs
from factcheck.judging.case import Case, Rule, anything
from factcheck.judging.grounds.ground import Ground
from factcheck.model import Finding
from factcheck.typed import NamedTuple, TypeVar

Check = Callable[[Case], Iterable[Finding]]
Need = Callable[[Case], bool]
_Check = TypeVar("_Check", bound=Check)


class Declared(NamedTuple):
    """What a rule says of itself: see `rule`."""

    name: str
    severity: str
    needs: Need
    after: str
    ground: Ground
    itself: bool


NEEDS: dict[str, Need] = {"anything": anything, **vars(needs), **vars(subject_needs)}
"""By name, what a draft may have to have for a rule."""
DECLARED: dict[Check, Declared] = {}
"""What was said of each function; a rule is there once its module is imported."""


def rule(
    name: str,
    severity: str,
    *,
    after: str,
    needs: Need = anything,
    ground: Ground = Ground.SUM,
    itself: bool = False,
) -> Callable[[_Check], _Check]:
    """Says that a function is (a part of) the rule `name`.

    `needs` says whether a draft has what the rule looks at: one of the functions of `needs.py` and `subject_needs.py`.
    `after` is the rule behind which it speaks ("" for the first): what is said of a place silences those behind.
    `ground` is what its findings rest on where they do not say so themselves, `itself` whether they hold the draft
    against itself, so that what is flagged is inconsistent and not contradicted.
    """

    def said_of(check: _Check) -> _Check:
        DECLARED[check] = Declared(name, severity, needs, after, ground, itself)
        return check

    return said_of


Row = tuple[str, str, str, str, str, bool]
"""Name, severity, what it needs (a name in `NEEDS`), "module:function", ground, whether against itself."""


def registered(rows: Sequence[Row]) -> tuple[Rule, ...]:
    """The rules of these rows; each is imported when a draft has what it needs."""
    return tuple(map(_rule, rows))


def _rule(row: Row) -> Rule:
    name, severity, need, place, ground, itself = row
    module, _, function = place.partition(":")
    module = f"factcheck.checks.rules.{module}"

    def check(case: Case) -> Iterable[Finding]:
        return _imported(module, function)(case)

    return Rule(name, severity, check, NEEDS[need], module, Ground(ground), itself)


@cache
def _imported(module: str, function: str) -> Check:
    found: Check = getattr(import_module(module), function)
    return found
