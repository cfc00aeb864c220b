"""A pack as it would be after an import: which of its files change, and how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.reference.edit.add import Row
from factcheck.reference.importing.change_plan import Origin, Plan, plan
from factcheck.reference.importing.keep_plan import TableFile, changed_files, table_file
from factcheck.reference.importing.matching import NOBODY
from factcheck.reference.importing.new_pack import pack_files, pack_name
from factcheck.reference.importing.recipe import Recipe
from factcheck.reference.importing.table_names import Names, Surroundings
from factcheck.reference.importing.understand import Understood
from factcheck.reference.packs.csv_table import read_text
from factcheck.reference.packs.descriptor import read_descriptor
from factcheck.reference.packs.info import Measure, PackInfo
from factcheck.reference.packs.shipped import DESCRIPTOR
from factcheck.typed import NamedTuple


class Target(NamedTuple):
    """The pack that is imported into; `info` is None where it is yet to be made."""

    folder: Path
    info: PackInfo | None


class Staged(NamedTuple):
    """The plan, and the files that it changes or makes: name -> bytes."""

    plan: Plan
    files: Mapping[str, bytes]


def target_of(folder: Path) -> Target:
    """The pack in a folder, sound or yet to be made. Raises FactcheckError for a folder of something else."""
    path = folder / DESCRIPTOR
    if not path.is_file():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FactcheckError(message("This is no pack: it has no {file}.", file=DESCRIPTOR), str(folder))
        return Target(folder, None)
    text, problem = read_text(path)
    info, problems = read_descriptor(text, str(path), str(folder)) if problem is None else (None, (problem,))
    if info is None or problems:
        first = problems[0]
        raise FactcheckError(first.message, first.path, first.line, first.column)
    return Target(folder, info)


def stage(
    target: Target, found: Understood, origin: Origin, recipe: Recipe, names: Names, spoken: Mapping[str, str]
) -> Staged:
    """What the import changes. `spoken` are words for measures of a new pack, by measure, with commas between."""
    made = {} if target.info else _new(target, found, spoken)
    facts = _table(target, made, "facts")
    aliases = _table(target, made, "aliases")
    if facts is None:
        raise FactcheckError(message("This pack has no table of the role “facts”."), str(target.folder / DESCRIPTOR))
    _check_columns(facts, found.figures.measures.values(), origin)
    planned = plan(found.figures.figures, facts.held, origin)
    changed = changed_files(facts, aliases, planned, recipe, _alias_rows(recipe, names, origin))
    return Staged(planned, {name: text.encode() for name, text in {**made, **changed}.items()})


def _new(target: Target, found: Understood, spoken: Mapping[str, str]) -> dict[str, str]:
    measures = {measure.name: measure for measure in found.figures.measures.values()}
    for name, words in spoken.items():
        if name not in measures:
            known = ", ".join(measures)
            raise FactcheckError(message("“{name}” is no measure of this table: {known}.", name=name, known=known))
        stated = tuple(word.strip() for word in words.split(",") if word.strip())
        measures[name] = measures[name]._replace(words={"id": stated})
    return pack_files(pack_name(target.folder), found.title, list(measures.values()), ())


def _table(target: Target, made: Mapping[str, str], role: str) -> TableFile | None:
    """The first table of a role, as it lies in the folder or among the new files."""
    if target.info is None:
        return table_file(f"{role}.csv", made[f"{role}.csv"], target.folder)
    for found, name in target.info.resources:
        if found == role:
            text, problem = read_text(target.folder / name)
            if problem is not None:
                raise FactcheckError(problem.message, problem.path, problem.line)
            return table_file(name, text, target.folder)
    return None


def _check_columns(facts: TableFile, measures: Iterable[Measure], origin: Origin) -> None:
    """Raises FactcheckError where the table has no column for what would be written."""
    needed = ["source", *(["published"] if origin.published else [])]
    needed += [measure.name for measure in measures]
    for name in needed:
        if name not in facts.table.columns:
            raise FactcheckError(message("This table has no column “{name}”: add it.", name=name), facts.table.path, 1)


def _alias_rows(recipe: Recipe, names: Names, origin: Origin) -> list[Row]:
    """Names that somebody said the meaning of and that the gazetteer lacks."""
    note = f"as {origin.file} writes it" if origin.file else ""
    return [
        {"alias": name, "id": id, "note": note}
        for name, id in recipe.names.items()
        if id != NOBODY and not names.called(name, Surroundings())
    ]
