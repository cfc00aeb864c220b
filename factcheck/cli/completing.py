"""Words that the shell completes."""

from __future__ import annotations

import click


def rule_names(ctx: click.Context, option: click.Parameter, typed: str) -> list[str]:
    """The rules that begin with what was typed, behind the last comma of a list."""
    from factcheck.rules import known_rules

    before, comma, last = typed.rpartition(",")
    return [f"{before}{comma}{name}" for name in known_rules() if name.startswith(last)]
