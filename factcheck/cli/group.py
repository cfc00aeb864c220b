"""The verbs, each imported only when it is used."""

from __future__ import annotations

from importlib import import_module

import click

from factcheck.cli.help_language import translated_help
from factcheck.cli.verbs import VERBS
from factcheck.messages import translated
from factcheck.version import __version__


class LazyGroup(click.Group):
    """A group whose `--help` imports no verb."""

    verbs = VERBS

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.verbs:
            return None
        module, _, name = self.verbs[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return translated_help(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(translated("Commands")):
            formatter.write_dl([(name, translated(short)) for name, (_, short) in self.verbs.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="factcheck", message="%(prog)s %(version)s")
@click.option("--lang", metavar="CODE", expose_value=False, help="Speak this language: id or en.")
def factcheck() -> None:
    """Find every checkable claim in a draft article and show which ones do not fit.

    \b
    factcheck check draft.md            one article
    factcheck check articles/           a folder of articles
    factcheck check --as-of 2024-12-03 draft.txt
    """
