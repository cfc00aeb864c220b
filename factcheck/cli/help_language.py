"""Help in the language of the run: the texts of click's commands, translated when they are shown."""

from __future__ import annotations

from inspect import cleandoc

import click

from factcheck.messages import translated


def plain_help(text: str) -> str:
    """The help of a command as a catalogue has it: without indents."""
    return cleandoc(text)


def translate_help(command: click.Command) -> None:
    """Puts the texts of a command into the language of the run, those of its options too."""
    command.help = translated(plain_help(command.help)) if command.help else command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = translated(parameter.help)
