"""`factcheck archive report`: what a checked archive says."""

from __future__ import annotations

import click

from factcheck.cli.archive.run_report import FORMATS_OF_TABLES, report_archive


@click.command(name="report", short_help="What a checked archive says: slips, and who was first.")
@click.argument("folder", metavar="FOLDER", type=click.Path())
@click.option("--sql", default="", metavar="QUERY", help="Ask this of the tables documents, claims, findings, printed.")
@click.option("--only", default="", metavar="TABLES", help="Only these tables of the report: slips,first,conflicts.")
@click.option("--most", type=click.IntRange(0), default=20, metavar="N", help="Rows of each table (0: all).")
@click.option("--format", "form", type=click.Choice(FORMATS_OF_TABLES), default="plain", help="How to print them.")
@click.option("--output", "-o", default="", metavar="FILE.html", help="Write the report as a page instead.")
def archive_report(folder: str, sql: str, only: str, most: int, form: str, output: str) -> int:
    """Show what the archive in FOLDER says: findings by rule, outlet, year and subject, slips that recur and who
    printed them first, facts that its articles state differently.

    \b
    factcheck archive report checked/
    factcheck archive report checked/ --only first --most 0 --format csv
    factcheck archive report checked/ --output report.html
    factcheck archive report checked/ --sql "select outlet, count(*) from printed group by outlet"
    """
    return report_archive(folder, sql, only, most, form, output)
