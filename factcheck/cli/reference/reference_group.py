"""The verbs of `factcheck reference`, each imported only when it is used."""

from __future__ import annotations

import click

from factcheck.cli.group import LazyGroup

HOME = "factcheck.cli.reference"

VERBS = {
    "list": (f"{HOME}.list:list_packs", "The packs that articles are held against."),
    "show": (f"{HOME}.show:show_subject", "What is known of a place, a ministry, a company."),
    "search": (f"{HOME}.search:search_words", "Where words occur: names, people, laws, events."),
    "stats": (f"{HOME}.stats:stats", "How many facts there are, by pack, year and measure."),
    "validate": (f"{HOME}.validate:validate_packs", "Everything that is wrong in packs."),
    "diff": (f"{HOME}.diff:diff_packs", "What changed from one state of a pack to another."),
    "build": (f"{HOME}.build:build_packs", "Read all packs now, so that the next check starts at once."),
    "new": (f"{HOME}.new:new_pack", "Write a small working pack to start from."),
    "import": (f"{HOME}.import_tables:import_tables", "Tables of a statistics office into a pack."),
    "add": (f"{HOME}.add:add_to_pack", "Add rows to a pack."),
    "propose": (f"{HOME}.propose:propose_rows", "Draft the rows that trusted articles would add."),
    "pull": (f"{HOME}.pull:pull_pack", "Fetch a pack, or its newest state, from the web."),
    "outdated": (f"{HOME}.outdated:outdated_packs", "Which pulled packs have a newer state."),
}


class ReferenceGroup(LazyGroup):
    """The group with its own verbs."""

    verbs = VERBS


@click.group(cls=ReferenceGroup, name="reference")
def reference() -> None:
    """Look at the reference, check it, and make it grow.

    \b
    factcheck reference show "Kota Jambi" --year 2024
    factcheck reference validate packs/
    factcheck reference add packs/harga facts entity=15.71 period=2024 price=13500 source=https://...
    """
