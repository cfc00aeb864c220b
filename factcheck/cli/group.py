"""The verbs, each imported only when it is used."""

from __future__ import annotations

from importlib import import_module

import click

from factcheck.cli.help_language import translated_help
from factcheck.messages import translated
from factcheck.version import __version__

VERBS = {
    "check": ("factcheck.cli.check:check", "Check articles and show what does not fit."),
    "page": ("factcheck.cli.page:page", "Open a page to paste a draft into."),
    "claims": ("factcheck.cli.claims:claims", "List everything that an article claims."),
    "explain": ("factcheck.cli.explain:explain", "Explain how a place of an article was read."),
    "rules": ("factcheck.cli.rules:rules", "List the rules."),
    "rule": ("factcheck.cli.rules:rule", "Explain a rule."),
    "init": ("factcheck.cli.init:init", "Set up a repository of articles."),
    "baseline": ("factcheck.cli.baseline:baseline", "Write down the findings of an archive as known."),
    "server": ("factcheck.cli.server:server", "Serve an editor: findings while a draft is written."),
    "reference": ("factcheck.cli.reference.reference_group:reference", "Look at the reference and keep it."),
}
"""Name of a verb -> where its command is, and what it does in one line."""


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
