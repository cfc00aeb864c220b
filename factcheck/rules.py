"""Every rule of the product: those over one draft, and those that look at more than one draft or at the
comments in it."""

from functools import cache

from factcheck.typed import NamedTuple

BESIDE = {
    "conflicting-articles": ("warning", "factcheck.filters.conflicting_articles"),
    "unused-suppression": ("warning", "factcheck.filters.unused_suppression"),
    "unexplained-suppression": ("info", "factcheck.filters.unexplained_suppression"),
}
"""Rules that are no function of one draft: name -> severity and the module whose docstring is the manual page."""


class RuleInfo(NamedTuple):
    """A rule as users know it; `module` holds its manual page."""

    name: str
    severity: str
    module: str


@cache
def known_rules() -> dict[str, RuleInfo]:
    """All rules by name, in the order of the register."""
    from factcheck.checks.register import RULES

    own = [RuleInfo(rule.name, rule.severity, rule.module) for rule in RULES]
    beside = [RuleInfo(name, severity, module) for name, (severity, module) in BESIDE.items()]
    return {rule.name: rule for rule in (*own, *beside)}
