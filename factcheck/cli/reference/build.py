"""`factcheck reference build`: the packs read ahead of time."""

from __future__ import annotations

from decimal import Decimal
from time import perf_counter

import click

from factcheck.cli.reference.pack_options import folders, open_reference, pack_options
from factcheck.cli.status import CLEAN, UNCHECKED
from factcheck.messages import language_in_use, translate
from factcheck.report.safe import say
from factcheck.report.words import shown


@click.command("build", short_help="Read all packs now, so that the next check starts at once.")
@pack_options
def build_packs(reference: tuple[str, ...], only_reference: bool | None) -> int:
    """Read and check all packs now and keep them ready, so that the next check starts at once.

    The index of a pack of a million facts takes some fifteen seconds; what is ready already is not built again.
    """
    from factcheck.cache.folder import cache_folder

    begun = perf_counter()
    _, problems = open_reference(reference, only_reference)
    if problems:
        return UNCHECKED
    number = len(folders(reference, only_reference))
    where = cache_folder() or translate("nowhere: there is no cache folder")
    seconds = shown(Decimal(f"{perf_counter() - begun:.1f}"), language_in_use())
    say(translate("{number} packs ready in {seconds} s, kept in {where}", number=number, seconds=seconds, where=where))
    return CLEAN
