"""An import from its files to what is written: reads, understands, asks, shows, keeps."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from factcheck.cli.problems import show
from factcheck.cli.reference.import_pack import show_pack
from factcheck.cli.reference.import_shown import show_asked, show_plan, show_tables
from factcheck.cli.reference.pack_options import folders_beside
from factcheck.cli.status import CLEAN, UNCHECKED
from factcheck.errors import FactcheckError
from factcheck.files import write_whole
from factcheck.messages import message, translate
from factcheck.model import Problem
from factcheck.reference.edit.add import errors_with
from factcheck.reference.importing.change_plan import Origin
from factcheck.reference.importing.measures import settle
from factcheck.reference.importing.read_tables import read_tables
from factcheck.reference.importing.recipe import Recipe, read_recipe, with_options
from factcheck.reference.importing.staged import Said, Staged, Target, stage, target_of
from factcheck.reference.importing.table_names import Names
from factcheck.reference.importing.understand import Understood, understand
from factcheck.typed import NamedTuple


class Asked(NamedTuple):
    """What the command line asks for."""

    files: tuple[Path, ...]
    pack: Path
    recipe: Recipe
    source: str
    published: Mapping[str, str]
    year: str
    said: Said
    unit: str
    write: bool
    yes: bool


def run_import(asked: Asked) -> int:
    """Shows what the import would do, and does it where asked to; 2 where something is wrong or a name is not known."""
    beside = folders_beside(asked.pack)
    target = target_of(asked.pack)
    recipe = with_options(read_recipe(asked.pack), asked.recipe)
    sheets = [sheet for file in asked.files for sheet in read_tables(file)]
    names = _names([*beside, *([asked.pack] if target.info else [])])
    measures = target.info.measures if target.info else None
    found = understand(sheets, names, recipe, measures, asked.year, asked.said.title)
    show_tables(found, names)
    if sys.stdin.isatty() and not asked.yes and (found.matching.asked or found.assigned.open):
        from factcheck.cli.reference.import_asked import answers

        recipe = with_options(recipe, answers(found, names, measures or {}))
        found = understand(sheets, names, recipe, measures, asked.year, asked.said.title)
    show_asked(found, names)
    problems = found.problems
    for problem in problems:
        show(problem)
    if problems or not found.figures.figures:
        return _nothing(problems, found)
    return _keep(asked, target, _with_unit(found, asked, target), recipe, beside, names)


def _names(packs: Sequence[Path]) -> Names:
    from factcheck.cache.folder import cache_folder
    from factcheck.reference.ask.reference import load
    from factcheck.reference.importing.office_codes import office_codes

    reference, problems = load(packs, cache_folder())
    if problems:
        first = problems[0]
        raise FactcheckError(first.message, first.path, first.line, first.column)
    groups = {name: kinds for info in reference.packs for name, kinds in info.groups.items()}
    return Names(reference.entities, reference.aliases, office_codes(packs), groups)


def _with_unit(found: Understood, asked: Asked, target: Target) -> Understood:
    """The measures of a new pack with the unit that was said."""
    if target.info is not None or not asked.unit:
        return found
    values: dict[str, list[Decimal]] = {}
    for figure in found.figures.figures:
        values.setdefault(figure.measure, []).append(figure.value)
    measures = {
        label: settle(one, values.get(one.name, ()), asked.unit) for label, one in found.figures.measures.items()
    }
    return found._replace(figures=found.figures._replace(measures=measures))


def _nothing(problems: Sequence[Problem], found: Understood) -> int:
    if not problems and not found.figures.figures:
        show(Problem(message("No figure of this table goes into the pack.")))
    print(translate("Nothing was written."))
    return UNCHECKED


def _keep(asked: Asked, target: Target, found: Understood, recipe: Recipe, beside: Sequence[Path], names: Names) -> int:
    source = asked.source or "; ".join(found.sources)
    sourced = bool(source) or all(figure.about.source for figure in found.figures.figures)
    if not sourced and asked.write:
        raise FactcheckError(message("The table says no “Sumber:”: say --source, the address that it comes from."))
    origin = Origin(source or "--source", asked.published, ", ".join(file.name for file in asked.files))
    staged = stage(target, found, origin, recipe, names, asked.said)
    show_pack(target, staged, origin if sourced else None, names, asked.said)
    show_plan(staged.plan, names)
    errors = errors_with(target.folder, staged.files, beside)
    for problem in errors:
        show(problem)
    if errors:
        return _nothing(errors, found)
    _sample(target, staged, found, beside, names)
    unknown = bool(found.matching.asked or found.assigned.open)
    if unknown:
        print(translate("Nothing was written: say who is meant above, with --name or --column; “-” leaves it out."))
    elif not asked.write:
        print(translate("Nothing was written yet: --write writes it."))
    else:
        _write(target, staged)
    return UNCHECKED if unknown else CLEAN


def _sample(target: Target, staged: Staged, found: Understood, beside: Sequence[Path], names: Names) -> None:
    from factcheck.cli.reference.import_sample import show_sample

    show_sample(target, staged, found, beside, names)


def _write(target: Target, staged: Staged) -> None:
    """All files of a new pack in one step, the changed ones of an old pack each whole."""
    if target.info is None:
        from factcheck.reference.edit.new import write_files

        write_files(target.folder, staged.files)
    else:
        for name, data in staged.files.items():
            write_whole(str(target.folder / name), data)
    for name in staged.files:
        print(translate("written: {file}", file=str(target.folder / name)))
