"""`factcheck archive check`: an archive in, rows of its articles, claims and findings out."""

from __future__ import annotations

import os

import click

from factcheck.cli.archive.run_archive import ArchiveOptions, run_archive
from factcheck.cli.shared import names, reference_options
from factcheck.typed import Any


@click.command(name="check", short_help="Check millions of articles, side by side.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=click.Path(readable=False))
@click.option("--output", "-o", required=True, metavar="FOLDER", help="Where the rows are written.")
@click.option(
    "--columns", default="", metavar="PART=NAME,…", help="What the columns are called: text=isi,date=tanggal."
)
@click.option("--resume", is_flag=True, help="Go on with a run that was stopped: do what is left of it.")
@click.option("--workers", type=click.IntRange(1), default=os.cpu_count() or 1, metavar="N", help="Processes here.")
@click.option("--cluster", default="", metavar="ADDRESS", help="Check on the cluster at tcp://HOST:PORT.")
@click.option(
    "--portion", type=click.IntRange(1), default=1_000_000, metavar="BYTES", help="Bytes of text handed out at a time."
)
@click.option(
    "--limit", type=click.FloatRange(0.1), default=60.0, metavar="SECONDS", help="What a short article may take."
)
@reference_options
@click.option(
    "--select", multiple=True, callback=names, metavar="RULES", help="Only these rules (wrong-value,wrong-*)."
)
@click.option("--ignore", multiple=True, callback=names, metavar="RULES", help="Not these rules.")
def archive_check(inputs: tuple[str, ...], **options: Any) -> int:
    """Check every article of Parquet, JSONL, CSV and WARC files and of folders, on all cores or on a cluster.

    The rows go to FOLDER/documents, claims and findings as Parquet. What is killed is done again; a run that was
    stopped goes on with --resume. Columns are known by their names unless --columns says them: text (or html), title,
    date, address, id, outlet.

    \b
    factcheck archive check 2023.parquet 2024.jsonl.gz --output checked/
    factcheck archive check dump.csv --columns text=isi,date=tanggal --output checked/
    factcheck archive check crawl/ --output checked/ --cluster tcp://10.0.0.5:8786

    \b
    Exit status:
      0  every article was checked, whatever was found
      2  something could not be checked, or the counts differ
    """
    return run_archive(inputs, ArchiveOptions(**options))
