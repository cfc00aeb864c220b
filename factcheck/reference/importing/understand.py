"""All steps from sheets to a plan, with everything that a person wants to see of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import cache

from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.model import Problem
from factcheck.reference.importing.cell_figures import Figures, Reading, read_figures
from factcheck.reference.importing.half_way import half_way
from factcheck.reference.importing.labels import bare_title
from factcheck.reference.importing.layout import Layout, lay_out
from factcheck.reference.importing.matching import Matching, match
from factcheck.reference.importing.measures import Assigned, assign
from factcheck.reference.importing.recipe import Recipe
from factcheck.reference.importing.sheet import Sheet
from factcheck.reference.importing.table_names import Names, Surroundings
from factcheck.reference.importing.unpivot import Unpivoted, unpivot
from factcheck.reference.packs.info import Measure
from factcheck.typed import NamedTuple


class Table(NamedTuple):
    """A sheet laid out and unpivoted."""

    layout: Layout
    content: Unpivoted


class Understood(NamedTuple):
    """What was made of the sheets. `within` is an id; `skipped` are sheets that hold no table, with the reason."""

    tables: tuple[Table, ...]
    skipped: tuple[tuple[str, str], ...]
    within: str
    matching: Matching
    assigned: Assigned
    figures: Figures
    half_way: tuple[Problem, ...]

    @property
    def title(self) -> str:
        """The title of the first table, as it holds for those of other years: without number, years and unit."""
        return bare_title(self.tables[0].layout.title)

    @property
    def sources(self) -> tuple[str, ...]:
        """What "Sumber:" lines say, each once."""
        return tuple(dict.fromkeys(source for table in self.tables for source in table.content.sources))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong with the cells and names."""
        return (*self.matching.problems, *self.figures.problems, *self.half_way)


def understand(
    sheets: Sequence[Sheet],
    names: Names,
    recipe: Recipe,
    measures: Mapping[str, Measure] | None,
    period: str = "",
    title: str = "",
) -> Understood:
    """Reads the sheets by what the recipe says. `measures` are those of the pack, None for one that is yet to be made;
    `period` is for figures of which the table says none, `title` for a table that has none. Raises FactcheckError where
    there is no table to be found."""
    layouts, skipped = _layouts(sheets, _chosen(sheets, recipe), names)
    within = _within(recipe.within, layouts, names)
    tables = tuple(Table(layout, unpivot(layout, names, within)) for layout in layouts)
    observations = [one for table in tables for one in table.content.observations]
    matching = match(observations, names, within, recipe.names, recipe.codes)
    labels = list(dict.fromkeys(one.label for one in observations))
    assigned = assign(labels, layouts[0].title or title, measures or {}, recipe.columns, new=measures is None)
    marks = {mark: text for table in tables for mark, text in table.content.marks.items()}
    reading = Reading(assigned.measures, period, marks, recipe.dash == "0", _times(recipe.times))
    figures = read_figures(matching.matched, reading)
    turned = half_way(figures.figures, {_place(table): [left.row for left in table.content.left] for table in tables})
    return Understood(tables, skipped, within, matching, assigned, figures, turned)


def _place(table: Table) -> tuple[str, str]:
    return table.layout.sheet.file, table.layout.sheet.name


def _chosen(sheets: Sequence[Sheet], recipe: Recipe) -> list[Sheet]:
    """The sheets that the recipe names, else those that are not hidden."""
    if not recipe.sheets:
        return [sheet for sheet in sheets if not sheet.hidden] or list(sheets)
    found = [sheet for sheet in sheets if sheet.name in recipe.sheets]
    if not found:
        there = ", ".join(f"“{sheet.name}”" for sheet in sheets)
        raise FactcheckError(message("There is no such sheet: {there}.", there=there), sheets[0].file)
    return found


def _layouts(
    sheets: Sequence[Sheet], chosen: Sequence[Sheet], names: Names
) -> tuple[tuple[Layout, ...], tuple[tuple[str, str], ...]]:
    """The sheets that are tables of regions, and why others are not. Raises the first reason where none is."""

    @cache
    def known(text: str) -> bool:
        return any(letter.isalpha() for letter in text) and bool(names.called(text, Surroundings()))

    layouts: list[Layout] = []
    skipped: list[tuple[Sheet, FactcheckError]] = []
    for sheet in chosen:
        try:
            layouts.append(lay_out(sheet, known))
        except FactcheckError as slip:
            skipped.append((sheet, slip))
    hidden = [sheet.name for sheet in sheets if sheet.hidden and sheet not in chosen]
    if not layouts:
        raise _with_hidden(skipped[0][1], hidden)
    aside = [(name, message("a hidden sheet: --sheet reads it")) for name in hidden]
    return tuple(layouts), (*((sheet.name, slip.message) for sheet, slip in skipped), *aside)


def _with_hidden(slip: FactcheckError, hidden: Sequence[str]) -> FactcheckError:
    """The reason why there is no table, and the sheets that were not looked at."""
    if not hidden:
        return slip
    sentence = message(
        "{what} Hidden sheets were left out: {names}; --sheet reads one.",
        what=slip.message, names=", ".join(f"“{name}”" for name in hidden),
    )  # fmt: skip
    return FactcheckError(sentence, slip.path, slip.line, slip.column)


def _within(stated: str, layouts: Sequence[Layout], names: Names) -> str:
    """The id of the region that all names lie in: as said, else the one province that the titles name."""
    if stated:
        ids = (stated,) if stated in names.entities else names.called(stated, Surroundings("provinsi"))
        if len(ids) != 1:
            several = message("“{name}” is no region, or several: write its id.", name=stated)
            raise FactcheckError(several)
        return ids[0]
    found = {names.province_in(layout.title) for layout in layouts if layout.province < 0} - {""}
    return found.pop() if len(found) == 1 else ""


def _times(stated: str) -> Decimal:
    try:
        return Decimal(stated or 1)
    except InvalidOperation:
        raise FactcheckError(message("“{cell}” is no number", cell=stated)) from None
