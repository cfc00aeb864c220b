"""What the guides tell a user to type: the verbs and options are there, and the examples do what is said."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from factcheck.cli.command import OPTION
from factcheck.cli.group import factcheck

ROOT = Path(__file__).parents[2]
GUIDES = [ROOT / "README.md", ROOT / "README.id.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"```(?:console|sh|bash|text|yaml|toml)?\n(.*?)```", re.DOTALL)
INLINE = re.compile(r"`(factcheck [a-z][^`\n]*)`")
CALL = re.compile(r"(?:^|[|&;:] *|\$ )(factcheck [a-z][^\n|&;#]*)", re.MULTILINE)


def calls(text: str) -> Iterator[str]:
    """The calls of the command in the blocks and in the lines of a guide."""
    for block in BLOCK.findall(text):
        for call in CALL.findall(block):
            yield re.split(r"  +|\\$| > ", call)[0]
    for call in INLINE.findall(text):
        yield call


ALL = sorted({(path.name, call) for path in GUIDES if path.name != "cli.md" for call in calls(path.read_text("utf-8"))})


@pytest.mark.parametrize(("guide", "call"), ALL)
def test_a_call_names_verbs_and_options_that_there_are(guide: str, call: str) -> None:
    command: click.Command = factcheck
    words = shlex.split(call.replace("…", ""))[1:]
    while isinstance(command, click.Group) and words:
        below = command.get_command(click.Context(command), words.pop(0))
        assert below is not None, call
        command = below
    options = {name for parameter in command.params for name in parameter.opts} | {"--help", "-h", OPTION}
    assert {word.split("=")[0] for word in words if word.startswith("-") and word != "-"} <= options
