"""Help in the language of the run: the texts of click's commands, translated when they are shown."""

from __future__ import annotations

import os
from collections.abc import Sequence
from inspect import cleandoc

import click

from factcheck.errors import FactcheckError
from factcheck.speech import OWN, languages, speak, translated, users_language

OPTION = "--lang"


def plain_help(text: str) -> str:
    """The help of a command as a catalogue has it: without indents."""
    return cleandoc(text)


def without_language(arguments: Sequence[str]) -> list[str]:
    """The arguments without `--lang CODE`, which may stand anywhere; the language is spoken from now on."""
    left: list[str] = []
    asked = os.environ.get(OWN, "")
    words = iter(arguments)
    for word in words:
        if word == "--":
            left += [word, *words]
        elif word == OPTION:
            asked = next(words, "")
        elif word.startswith(f"{OPTION}="):
            asked = word.partition("=")[2]
        else:
            left.append(word)
    _choose(asked)
    return left


def translate_help(command: click.Command) -> None:
    """Puts the texts of a command into the language of the run, those of its options too."""
    command.help = translated(plain_help(command.help)) if command.help else command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = translated(parameter.help)


def _choose(asked: str) -> None:
    """Speaks the language that was asked for, else the user's. Raises FactcheckError for one that is not spoken."""
    if asked and asked not in languages():
        raise FactcheckError(f"'{asked}' is not spoken here; the languages are {', '.join(languages())}.")
    speak(asked or users_language(), asked=bool(asked))
