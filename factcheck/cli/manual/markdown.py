"""The manual as Markdown, for docs/."""

from __future__ import annotations

from collections.abc import Iterator

import click

from factcheck.formats import REPORTERS
from factcheck.manual.in_terminal import in_short
from factcheck.manual.pages import Page, pages
from factcheck.messages import message, speaking, translate, translated
from factcheck.typed import Any

AGAIN = message("`python -m factcheck.cli.manual` writes this page from the program; do not edit it.")
FORMATS_HEAD = "| format | by its ending | for |\n| --- | --- | --- |\n"
"""Of the table that is made, in a page that is written."""
WIDTH = 88


def rules_page() -> str:
    """docs/rules.md: a table of all rules, and the page of each."""
    listed = list(pages())
    table = "\n".join(
        f"| [{page.rule.name}](#{page.rule.name}) | {translated(page.rule.severity)} | {translated(page.title)} |"
        for page in listed
    )
    heads = " | ".join((translate("rule"), translate("severity"), translate("what it finds")))
    head = f"# {translate('The rules')}\n\n{translated(AGAIN)}\n\n| {heads} |\n| --- | --- | --- |\n{table}\n"
    return head + "".join(f"\n{_section(page)}" for page in listed)


def aturan_page() -> str:
    """docs/aturan.md: the same in Indonesian."""
    with speaking("id"):
        return rules_page()


def cli_page() -> str:
    """docs/cli.md: the help of every verb, as the terminal shows it."""
    from factcheck.cli.group import factcheck

    return f"# The command line\n\n{AGAIN}\n" + "".join(_helps(factcheck, "factcheck", None))


def with_formats(page: str) -> str:
    """docs/formats.md: the page as it is, its table of the formats of reports made anew from their rows."""
    before, _, rest = page.partition(FORMATS_HEAD)
    _, blank, after = rest.partition("\n\n")
    rows = (
        f"| `{name}` | {', '.join(f'`{ending}`' for ending in each.endings)} | {each.purpose} |".replace("|  |", "| |")
        for name, each in REPORTERS.items()
    )
    return before + FORMATS_HEAD + "\n".join(rows) + blank + after


def _section(page: Page) -> str:
    others = ", ".join(f"[{name}](#{name})" for name in page.beside)
    beside = f"{translate('Together with {rules}.', rules=others)}\n\n" if others else ""
    lines = (
        f"- {translate('wrong')}: {page.wrong}",
        f"- {translate('right')}: {page.right}",
        f"- {translate('why')}: {translated(page.why)}",
        f"- {translate('to silence it')}: {in_short(page)}",
    )
    return f"## {page.rule.name}\n\n{translated(page.title)}\n\n{beside}" + "\n".join(lines) + "\n"


def _helps(command: click.Command, name: str, parent: click.Context | None) -> Iterator[str]:
    settings: dict[str, Any] = {"terminal_width": WIDTH, "max_content_width": WIDTH, **command.context_settings}
    context = click.Context(command, info_name=name.rpartition(" ")[2], parent=parent, **settings)
    yield f"\n## {name}\n\n```text\n{command.get_help(context).rstrip()}\n```\n"
    if isinstance(command, click.Group):
        for verb in command.list_commands(context):
            below = command.get_command(context, verb)
            if below is not None:
                yield from _helps(below, f"{name} {verb}", context)
