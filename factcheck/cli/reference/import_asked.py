"""What an import asks on a terminal: who is meant, which measure a column is."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console
from rich.prompt import Prompt

from factcheck.messages import translate
from factcheck.reference.importing.matching import NOBODY, Asked
from factcheck.reference.importing.recipe import Recipe
from factcheck.reference.importing.table_names import Names, Surroundings
from factcheck.reference.importing.understand import Understood
from factcheck.reference.packs.info import Measure
from factcheck.report.safe import printable


def answers(found: Understood, names: Names, measures: Mapping[str, Measure]) -> Recipe:
    """Asks for every open name and column; an empty answer leaves it open."""
    console = Console(stderr=True, highlight=False)
    told = {one.name: answer for one in found.matching.asked if (answer := _who(one, names, console))}
    columns = {label: answer for label in found.assigned.open if (answer := _measure(label, measures, console))}
    return Recipe(names=told, columns=columns)


def _who(one: Asked, names: Names, console: Console) -> str:
    """An id, "-", or nothing; a name is taken where it means one."""
    place = one.about.sheet.cell_name(one.about.row, one.about.named)
    may = ", ".join(f"{id} {names.name(id)}" for id in one.ids) or translate("nobody")
    question = translate(
        "{place} “{name}” may be {may}. Its id, or - to leave it out", place=place, name=one.name, may=may
    )
    while True:
        answer = Prompt.ask(_plain(question), console=console, default=one.guess or "").strip()
        if answer in ("", NOBODY) or answer in names.entities:
            return answer
        ids = names.called(answer, Surroundings())
        if len(ids) == 1:
            return ids[0]


def _measure(label: str, measures: Mapping[str, Measure], console: Console) -> str:
    question = translate("Which measure is the column “{label}”? - leaves it out", label=label)
    return Prompt.ask(_plain(question), console=console, choices=[*measures, NOBODY])


def _plain(text: str) -> str:
    """Text from a file as it stands: no markup, no escape sequence."""
    from rich.markup import escape

    return escape(printable(text))
