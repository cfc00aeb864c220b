"""The rules of the product, in the order in which they may speak about a place: an earlier one silences a later one.

A rule stands in the module of its name, whose docstring is its manual page. It is imported when a case has what it
looks at: most drafts are right, and have no use for the rules that say how a wrong figure should read.
"""

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from itertools import pairwise

from factcheck.cache.patterns import compiled
from factcheck.judging.case import Case, Rule, anything
from factcheck.judging.ground import Ground
from factcheck.language.fold import fold, holds
from factcheck.model import Finding

SIGNS = compiled(
    r"[0-9](?:[.,]{2}[0-9]|[.,][0-9]+[.,][0-9]|/[0-9]{3}(?![0-9])|, [0-9]{1,2}[ %.)]|\. [0-9]{3}|[A-Za-z]{3})"
)
"""What only a figure has that may be malformed."""


def _rule(
    name: str, severity: str, needs: Callable[[Case], bool], place: str = "", ground: Ground = Ground.SUM
) -> Rule:
    """The rule `name`; `place` is "module:function" where it is not `check` in the module of its name, `ground` what
    its findings rest on where they do not say so themselves: the calendar or arithmetic, unless told otherwise."""
    module, _, function = (place or f"{name.replace('-', '_')}:check").partition(":")
    module = f"factcheck.checks.rules.{module}"

    @cache
    def imported() -> Callable[[Case], Iterable[Finding]]:
        found: Callable[[Case], Iterable[Finding]] = getattr(import_module(module), function)
        return found

    def check(case: Case) -> Iterable[Finding]:
        return imported()(case)

    return Rule(name, severity, check, needs, module, ground)


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
    announced = holds(fold(case.document.plain), case.language.changes.lists.announces)
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


RULES: tuple[Rule, ...] = (
    _rule("malformed-number", "warning", signs),
    _rule("impossible-date", "error", dates_or_brackets),
    _rule("wrong-weekday", "error", dates),
    _rule("known-slip", "error", claims()),
    _rule("wrong-period", "error", claims(), ground=Ground.CLAUSE),
    _rule("wrong-subject", "error", namesakes, ground=Ground.CLAUSE),
    _rule("wrong-value", "error", contradicted),
    _rule("mixed-series", "warning", serial),
    _rule("wrong-rank", "error", contradicted, "wrong_rank:check_rank"),
    _rule("wrong-group-size", "error", claims("rank"), "wrong_rank:check_size"),
    _rule("wrong-count", "error", claims("count")),
    _rule("wrong-extreme", "error", framed, ground=Ground.CLAUSE),
    _rule("wrong-law", "error", claims("law"), ground=Ground.SLIP),
    _rule("off-scale", "error", claims()),
    _rule("impossible-value", "error", claims()),
    _rule("conflicting-values", "error", claims()),
    _rule("wrong-change", "error", claims("difference")),
    _rule("wrong-share", "error", shares),
    _rule("parts-of-whole", "error", claims("count")),
    _rule("wrong-difference", "error", sums),
    _rule("wrong-percentage", "error", sums),
    _rule("wrong-direction", "error", sums),
    _rule("wrong-scale", "warning", scaled),
    _rule("wrong-total", "warning", numbers),
    _rule("wrong-rest", "warning", framed),
    _rule("repeated-name", "warning", framed),
    _rule("wrong-kind", "warning", framed),
    _rule("list-order", "warning", framed),
    _rule("wrong-duration", "warning", lasting),
    _rule("wrong-list-count", "warning", listed),
    _rule("wrong-list-count", "warning", framed, "wrong_list_count:check_names"),
    _rule("rank-order", "error", claims("rank")),
    _rule("wrong-name", "error", anything, ground=Ground.SLIP),
    _rule("wrong-office", "info", dated, ground=Ground.CLAUSE),
    _rule("wrong-institution", "warning", anything, ground=Ground.SLIP),
    _rule("wrong-place", "warning", anything, ground=Ground.SLIP),
    _rule("name-variants", "warning", anything, ground=Ground.SLIP),
    _rule("wrong-government", "error", anything, ground=Ground.CLAUSE),
    _rule("wrong-province", "error", anything, ground=Ground.CLAUSE),
    _rule("wrong-regency", "warning", districts, ground=Ground.CLAUSE),
)
