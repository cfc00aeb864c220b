"""`factcheck rules` and `factcheck rule NAME`: the manual of the rules."""

from __future__ import annotations

import sys
from shutil import get_terminal_size

import click

from factcheck.cli.completing import rule_names
from factcheck.errors import FactcheckError
from factcheck.messages import message

WIDEST = 96


@click.command(short_help="List the rules.")
def rules() -> None:
    """List the rules: name, severity, and what each finds."""
    from factcheck.manual.in_terminal import listing
    from factcheck.manual.pages import pages

    sys.stdout.write("".join(f"{line}\n" for line in listing(pages())))


@click.command(short_help="Explain a rule.")
@click.argument("name", shell_complete=rule_names)
def rule(name: str) -> None:
    """Explain the rule NAME: a wrong and a right example, why it speaks, how to silence it.

    \b
    factcheck rule wrong-value
    """
    from factcheck.config_keys import unknown_selector
    from factcheck.manual.in_terminal import manual_page
    from factcheck.manual.pages import page
    from factcheck.rules import known_rules

    if (known := known_rules().get(name)) is None:
        raise FactcheckError(unknown_selector(name) or message("“{name}” is a pattern; name one rule.", name=name))
    width = min(get_terminal_size().columns, WIDEST)
    sys.stdout.write("".join(f"{line}\n" for line in manual_page(page(known), width)))
