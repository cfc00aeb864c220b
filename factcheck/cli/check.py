"""`factcheck check`: articles in, what does not fit out."""

from __future__ import annotations

import os

import click

from factcheck.cli.completing import rule_names
from factcheck.cli.options import Options
from factcheck.cli.run_check import check_articles
from factcheck.cli.shared import names, reference_options
from factcheck.config import FAIL_ON, FORMATS
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.typed import Any

ABSENT = "\0"
"""What --diff holds when it stands without a revision."""


@click.command(short_help="Check articles and show what does not fit.")
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path())
@click.option(
    "--format",
    type=click.Choice(FORMATS),
    help="How to write the report. On a terminal it is rich, in a pipe plain.",
)
@click.option(
    "--output",
    "-o",
    multiple=True,
    metavar="[FORMAT:]FILE",
    help="Write the report to a file too; the format is the one named, else that of the file's ending.",
)
@reference_options
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave out in folders, as .gitignore would.")
@click.option("--force-exclude", is_flag=True, help="Leave out what is excluded also where it is named in PATHS.")
@click.option(
    "--select",
    multiple=True,
    callback=names,
    shell_complete=rule_names,
    metavar="RULES",
    help="Show only these rules (wrong-value,wrong-*).",
)
@click.option(
    "--ignore",
    multiple=True,
    callback=names,
    shell_complete=rule_names,
    metavar="RULES",
    help="Do not show these rules.",
)
@click.option("--baseline", metavar="FILE", help="Do not show the findings that this file knows; they are counted.")
@click.option("--show-known", is_flag=True, help="Show what the baseline knows too, marked; it fails no run.")
@click.option(
    "--diff",
    metavar="REV",
    is_flag=False,
    flag_value=ABSENT,
    help="Only what touches lines changed since this branch or commit; with --fix: show a patch.",
)
@click.option("--since", metavar="REV", default="", help="The same as --diff REV, also together with --fix.")
@click.option("--staged", is_flag=True, help="Only what touches lines staged for the next commit, as staged.")
@click.option("--fix", is_flag=True, help="Mend in the files what the reference settles without doubt.")
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="Exit with 1 for findings of this severity or above (default: warning).",
)
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="When to colour.")
@click.option("--stdin-filename", metavar="NAME", default="", help="What to call the article read from '-'.")
@click.option("--jobs", type=int, default=0, metavar="N", help="Processes to use (0: what pays).")
@click.option("--quiet", "-q", is_flag=True, help="Nothing about clean articles, and no summary.")
@click.option("--verbose", "-v", is_flag=True, help="Also what was found and is not shown, and why.")
@click.option("--statistics", is_flag=True, help="At the end, findings by rule and claims by kind.")
@click.option(
    "--warm",
    is_flag=True,
    help="Ask a helper that stays loaded for a quarter of an hour, and start it where none runs.",
)
@click.option("--watch", is_flag=True, help="Check again what is saved, until Ctrl-C.")
def check(paths: tuple[str, ...], diff: str | None, watch: bool, **options: Any) -> int:
    """Check articles, folders of them, or standard input (-); without PATHS this folder.

    \b
    factcheck check draft.md                    one article
    factcheck check drafts/ -o report.html      a page to read in the browser
    factcheck check --staged                    what the next commit changes
    factcheck check --fix --diff draft.md       what would be mended
    pbpaste | factcheck check -                 what lies on the clipboard

    \b
    Exit status:
      0  nothing to mend
      1  findings at or above --fail-on
      2  something could not be checked
    """
    paths, since, dry = _asked(paths, diff, options["fix"])
    if since:
        options["since"] = since
    if options["staged"] and (options["since"] or options["fix"]):
        raise FactcheckError(message("--staged goes neither with --diff nor with --fix."))
    asked = Options(**options, dry=dry)
    if watch:
        from factcheck.cli.watch import watch as watched

        if asked.fix or asked.since or asked.staged:
            raise FactcheckError(message("--watch goes neither with --fix nor with --diff, --since or --staged."))
        return watched(paths, asked)
    return check_articles(paths, asked)


def _asked(paths: tuple[str, ...], diff: str | None, fix: bool) -> tuple[tuple[str, ...], str, bool]:
    """The paths, the revision, and whether --fix only shows: what stands behind --diff is a path or a revision."""
    if diff is None:
        return paths, "", False
    if fix and (diff == ABSENT or os.path.exists(diff) or diff == "-"):  # noqa: PTH110
        return (paths if diff == ABSENT else (diff, *paths)), "", True
    if fix:
        raise FactcheckError(
            message(
                "With --fix, --diff shows a patch; for what changed since '{diff}' write --since {diff}.", diff=diff
            )
        )
    if diff == ABSENT:
        raise FactcheckError(message("--diff needs a branch or a commit, e.g. --diff main."))
    return paths, diff, False
