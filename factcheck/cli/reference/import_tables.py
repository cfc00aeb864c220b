"""`factcheck reference import`: tables that offices publish into a pack."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path

import click

from factcheck.cli.reference.import_run import Asked, run_import
from factcheck.errors import FactcheckError
from factcheck.language.language import codes
from factcheck.messages import message
from factcheck.reference.importing.recipe import Recipe
from factcheck.reference.importing.staged import Said
from factcheck.typed import Any

ORDERS = {"highest": "descending", "lowest": "ascending"}

OPTIONS = (
    click.option(
        "--source", metavar="URL", default="", help="What the rows name as their source (else “Sumber:” of the table)."
    ),
    click.option(
        "--published",
        multiple=True,
        metavar="[YEAR=]DATE",
        help="When it became known: 2024-12-31; of the figures of one year: 2023=2024-12-31.",
    ),
    click.option("--year", metavar="YEAR", default="", help="The year of figures of which the table says none."),
    click.option("--within", metavar="REGION", default="", help="All names lie in this region: “Sulawesi Tengah”, 72."),
    click.option("--sheet", "sheets", multiple=True, metavar="NAME", help="Only this sheet of a workbook."),
    click.option("--name", "names", multiple=True, metavar="NAME=ID", help="Who a name means; “-” leaves it out."),
    click.option(
        "--column",
        "columns",
        multiple=True,
        metavar="LABEL=MEASURE",
        help="Which measure a column is; “-” leaves it out, “*=-” all others.",
    ),
    click.option(
        "--say",
        "words",
        multiple=True,
        metavar="MEASURE[:en]=WORD,…",
        help="How else articles call a measure of a new pack (in English).",
    ),
    click.option("--title", default="", help="The title of a new pack (else that of the table, without years)."),
    click.option(
        "--best",
        type=click.Choice(list(ORDERS)),
        help="Which figure of a new pack is the best and has rank 1 (else the highest).",
    ),
    click.option(
        "--topic",
        "topics",
        multiple=True,
        metavar="[en=]WORD,…",
        help="What must stand in an article beside a word of a new pack's measures.",
    ),
    click.option(
        "--unit",
        "units",
        multiple=True,
        metavar="[en=]UNIT",
        help="The unit of a new pack's measure: percent, rupiah, jiwa …; in English: en=people.",
    ),
    click.option("--maximum", metavar="NUMBER", default="", help="The largest figure there can be: 100 of an index."),
    click.option(
        "--kind", metavar="KIND", default="", help="What reports call the figures: score, share, count (else its name)."
    ),
    click.option(
        "--codes", type=click.Choice(["bps", "kemendagri"]), help="Whose codes of regions stand in the table."
    ),
    click.option("--dash", type=click.Choice(["0", "none"]), help="What a dash means: nought, or nothing (none)."),
    click.option("--times", metavar="NUMBER", default="", help="Multiply all figures."),
    click.option("--write", is_flag=True, help="Write the pack. Without it nothing is written."),
    click.option("--yes", "-y", is_flag=True, help="Ask nothing."),
)


def _with_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(OPTIONS):
        command = option(command)
    return command


@click.command("import", short_help="Tables of a statistics office into a pack.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE... PACK")
@_with_options
def import_tables(paths: tuple[Path, ...], **options: Any) -> int:
    """Read tables (.xlsx, .ods, .xls, .csv, .tsv, a saved page) into the pack in the folder PACK.

    Shows how each table was read, who is not found, what would change and a sentence with its check; --write writes
    it. A PACK that is not there yet is made. What was answered is kept in its import.toml for next year's table.

    \b
    factcheck reference import stunting.xlsx packs/stunting --source https://... --write
    """
    if len(paths) < 2:
        raise FactcheckError(message("Say the tables, and last the folder of the pack: FILE... PACK."))
    *files, pack = paths
    recipe = Recipe(
        options["within"], tuple(options["sheets"]), options["codes"] or "", options["dash"] or "", options["times"],
        _pairs(options["columns"]), _pairs(options["names"]),
    )  # fmt: skip
    maximum = _number(options["maximum"])
    units, topics = _by_language(options["units"]), _by_language(options["topics"])
    said = Said(
        _pairs(options["words"]), options["title"], ORDERS.get(options["best"], ""), maximum, options["kind"], units,
        topics,
    )  # fmt: skip
    asked = Asked(
        tuple(files), pack, recipe, options["source"], _days(options["published"]), options["year"], said,
        units.get("", ""), options["write"], options["yes"],
    )  # fmt: skip
    return run_import(asked)


def _number(written: str) -> Decimal | None:
    """A number as it is said, None where none is. Raises FactcheckError."""
    try:
        return Decimal(written) if written else None
    except InvalidOperation:
        raise FactcheckError(message("“{cell}” is no number", cell=written)) from None


def _days(written: Sequence[str]) -> dict[str, str]:
    """ "2023=2024-12-31", or a day for all under an empty name. Raises FactcheckError."""
    return _pairs([day if "=" in day else f"={day}" for day in written])


def _by_language(written: Sequence[str]) -> dict[str, str]:
    """ "en=people", or words of the first language under an empty name. Raises FactcheckError."""
    said = _pairs([words if "=" in words else f"={words}" for words in written])
    for code in said:
        if code and code not in codes():
            known = ", ".join(codes())
            raise FactcheckError(message("“{code}” is none of the languages: {known}.", code=code, known=known))
    return said


def _pairs(written: Sequence[str]) -> dict[str, str]:
    """ "NAME=VALUE", the last sign of equality counts. Raises FactcheckError."""
    for pair in written:
        if "=" not in pair:
            raise FactcheckError(message("“{pair}” is no NAME=VALUE: put quotation marks around it.", pair=pair))
    parts = (pair.rpartition("=") for pair in written)
    return {name.strip(): value.strip() for name, _, value in parts}
