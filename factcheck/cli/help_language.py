"""Help in the language of the run: the texts of click's commands, translated when they are shown."""

from __future__ import annotations

from copy import copy
from inspect import cleandoc

import click

from factcheck.messages import ENGLISH, language_in_use, translated

OPTIONS, VERB = "[OPTIONS]", "COMMAND [ARGS]..."
"""How click writes what may follow a command."""


def plain_help(text: str) -> str:
    """The help of a command as a catalogue has it: without indents."""
    return cleandoc(text)


def translated_help(command: click.Command) -> click.Command:
    """The command with its texts in the language of the run, those of its options too."""
    if language_in_use() == ENGLISH:
        return command
    command = copy(command)
    command.params = [_translated(parameter) for parameter in command.params]
    command.help = translated(plain_help(command.help)) if command.help else command.help
    command.options_metavar = translated(OPTIONS)
    if isinstance(command, click.Group):
        command.subcommand_metavar = translated(VERB)
    return command


def _translated(parameter: click.Parameter) -> click.Parameter:
    parameter = copy(parameter)
    if isinstance(parameter, click.Option) and parameter.help:
        parameter.help = translated(parameter.help)
    if gap_of(parameter):
        parameter.metavar = translated(gap_of(parameter))
    if isinstance(parameter.type, click.types.IntParamType):
        parameter.type = copy(parameter.type)
        parameter.type.name = translated("integer")
    return parameter


def gap_of(parameter: click.Parameter) -> str:
    """What stands in the help for a value: FILE, [PATHS]...; empty for a flag and for a choice, which is typed."""
    if parameter.metavar:
        return parameter.metavar
    if isinstance(parameter.type, click.Choice) or getattr(parameter, "is_flag", False):
        return ""
    if isinstance(parameter, click.Argument):
        return f"{parameter.human_readable_name.upper()}{'...' if parameter.nargs != 1 else ''}"
    return parameter.type.name.upper()
