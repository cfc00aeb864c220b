"""`factcheck explain`: a place of an article in, how it was read out."""

from __future__ import annotations

import sys
from datetime import date

import click

from factcheck.cache.patterns import compiled
from factcheck.cli.options import Options, settle
from factcheck.cli.problems import show
from factcheck.cli.shared import reference_options
from factcheck.cli.sources import Source, configured, read
from factcheck.cli.status import CLEAN, FINDINGS, UNCHECKED
from factcheck.desk.packs_loaded import Loaded, load_packs, without_orders
from factcheck.errors import FactcheckError
from factcheck.messages import message, use_language
from factcheck.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.explain.place import Explanation

FORMS = ("rich", "plain", "json")
_PLACE = compiled(r"(?P<path>.+?):(?P<line>[0-9]{1,9})(?::(?P<column>[0-9]{1,9}))?:?")


@click.command(short_help="Explain how a place of an article was read.")
@click.argument("place", metavar="PATH:LINE[:COLUMN]")
@click.option("--format", "form", type=click.Choice(FORMS), help="On a terminal it is rich, in a pipe plain.")
@reference_options
@click.option("--color", type=click.Choice(("auto", "always", "never")), default="auto", help="When to colour.")
@click.option("--stdin-filename", metavar="NAME", default="", help="What to call the article read from '-'.")
def explain(
    place: str,
    form: str | None,
    reference: tuple[str, ...],
    only_reference: bool | None,
    as_of: date | None,
    color: str,
    stdin_filename: str,
) -> int:
    """Explain why a place of an article was read as it was: PATH with a line, and maybe a column, as reports name it.

    Shown are the sentence with what was recognised in it, the years and values found, the ways to read each claim with
    what the reference answers to them, the verdict, and the rules that spoke.

    \b
    factcheck explain draft.md:12        all claims of the line
    factcheck explain draft.md:12:31     the claim at this column

    \b
    Exit status:
      0  explained
      1  nothing is read at this place
      2  the article could not be read, or has no such place
    """
    path, line, column = _split(place)
    config, slips = configured(path)
    use_language(config.lang)
    options = settle(
        Options(reference=reference, only_reference=only_reference, as_of=as_of, stdin_filename=stdin_filename), config
    )
    packs = load_packs(options.reference, bool(options.only_reference), options.leave_out)
    for problem in (*slips, *packs.problems):
        show(problem)
    read_there = _explained(path, line, column, packs, options)
    _write(read_there, packs, form or ("rich" if sys.stdout.isatty() else "plain"), color)
    return UNCHECKED if slips or packs.problems else FINDINGS if read_there.silent else CLEAN


def _split(place: str) -> tuple[str, int, int]:
    found = _PLACE.fullmatch(place)
    if found is None:
        raise FactcheckError(
            message("'{place}' names no line; write it as draft.md:12 or draft.md:12:31.", place=place)
        )
    return found["path"], int(found["line"]), int(found["column"] or 0)


def _explained(path: str, line: int, column: int, packs: Loaded, options: Options) -> Explanation:
    from factcheck.explain.place import explain_place

    document = without_orders(read(Source(path), options.as_of, options.stdin_filename))
    return explain_place(document, packs.reference, line, column, packs.lexicons)


def _write(explanation: Explanation, packs: Loaded, form: str, color: str) -> None:
    if form == "json":
        from factcheck.report.explanation.json import explanation_object
        from factcheck.report.json import encode
        from factcheck.report.reporter import standard_output

        print(encode(explanation_object(explanation, packs.name)), file=standard_output(form))
        return
    from factcheck.report.explanation.as_lines import lines
    from factcheck.report.explanation.text import write_plain, write_rich
    from factcheck.report.reporter import Look

    if form == "plain":
        write_plain(lines(explanation, packs.name), sys.stdout)
    else:
        write_rich(lines(explanation, packs.name), sys.stdout, Look(color))
