"""The register of rules as Python: made of what each rule says of itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

import factcheck
from factcheck.checks import rules
from factcheck.checks.declare import DECLARED, NEEDS, Check, Declared

REGISTER = Path(factcheck.__file__).parent / "checks" / "register.py"
HEAD = '''"""The rules in the order in which they speak: what an earlier one says of a place silences the later ones.

`python -m factcheck.cli.manual` makes this table of what the modules in `rules/` say of themselves; do not edit it.
A row: name, severity, what a draft must have, where the rule is, its ground, whether it holds the draft against itself.
"""

from factcheck.checks.declare import registered

RULES = registered(
    (
'''

Said = tuple[Check, Declared]


def rule_table() -> str:
    """What `checks/register.py` should be. Raises ValueError where a rule would speak behind one that is not there."""
    for path in sorted(Path(*rules.__path__).glob("[a-z]*.py")):
        import_module(f"{rules.__name__}.{path.stem}")
    ours = [(check, said) for check, said in DECLARED.items() if check.__module__.startswith(rules.__name__)]
    ordered = list(in_order(ours))
    if len(ordered) < len(ours):
        lost = {said.name: said.after for check, said in ours if (check, said) not in ordered}
        raise ValueError(f"these speak behind a rule that is not there, or behind each other: {lost}")
    return f"{HEAD}{''.join(map(_row, ordered))}    )\n)\n"


def in_order(ours: Sequence[Said]) -> Iterator[Said]:
    """Each rule behind the one it names; of several behind one, those that nothing follows, then by name. What is said
    of one rule in several functions stands together."""
    parts, behind = defaultdict(list), defaultdict(set)
    for check, said in ours:
        parts[said.name].append((check, said))
        if said.after != said.name:
            behind[said.after].add(said.name)
    waiting = [""]
    while waiting:
        name = waiting.pop()
        yield from parts[name]
        waiting += sorted(behind[name], key=lambda one: (bool(behind[one]), one), reverse=True)


def _row(said: Said) -> str:
    check, (name, severity, needs, _, ground, itself) = said
    need = next(known for known, value in NEEDS.items() if value is needs)
    place = f"{check.__module__.rpartition('.')[2]}:{check.__name__}"
    words = ", ".join(f'"{word}"' for word in (name, severity, need, place, ground))
    return f"        ({words}, {itself}),\n"
