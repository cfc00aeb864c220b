"""Every rule of the product: those over one draft, and those that look at more than one draft or at the
comments in it."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

BESIDE = {
    "conflicting-articles": ("warning", "factcheck.quiet.conflicting_articles"),
    "unused-suppression": ("warning", "factcheck.quiet.unused_suppression"),
    "unexplained-suppression": ("info", "factcheck.quiet.unexplained_suppression"),
}
"""Rules that are no function of one draft: name -> severity and the module whose docstring is the manual
page."""


class RuleInfo(NamedTuple):
    """A rule as users know it; `module` holds its manual page."""

    name: str
    severity: str
    module: str


@cache
def known_rules() -> dict[str, RuleInfo]:
    """All rules by name, in the order of the register."""
    from factcheck.checks.register import RULES

    homes = _homes()
    own = [RuleInfo(rule.name, rule.severity, homes.get(rule.name, rule.check.__module__)) for rule in RULES]
    beside = [RuleInfo(name, severity, module) for name, (severity, module) in BESIDE.items()]
    return {rule.name: rule for rule in (*own, *beside)}


def _homes() -> dict[str, str]:
    """The module of each rule of the register, by what it calls its rule or rules."""
    register = import_module("factcheck.checks.register")
    modules = [value for value in vars(register).values() if isinstance(value, ModuleType)]
    return {name: module.__name__ for module in modules for name in _named(module)}


def _named(module: ModuleType) -> Iterator[str]:
    for rule in (getattr(module, "RULE", None), *getattr(module, "RULES", ())):
        if rule is not None:
            yield rule if isinstance(rule, str) else rule.name
