"""A pack as it would be after an import: which of its files change, and how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.reference.edit.add import Row
from factcheck.reference.importing.change_plan import Origin, Plan, plan
from factcheck.reference.importing.keep_plan import TableFile, changed_files, table_file
from factcheck.reference.importing.matching import NOBODY
from factcheck.reference.importing.new_pack import Spoken, pack_files, pack_name
from factcheck.reference.importing.recipe import Recipe
from factcheck.reference.importing.spoken import LANGUAGE, units_of, with_said, with_telling, with_title, words_in
from factcheck.reference.importing.table_names import Names, Surroundings
from factcheck.reference.importing.twice_there import Border, borders
from factcheck.reference.importing.understand import Understood
from factcheck.reference.importing.whole_groups import Whole, whole_groups
from factcheck.reference.packs.csv_table import read_text
from factcheck.reference.packs.descriptor import read_descriptor
from factcheck.reference.packs.in_time import members_then, not_there
from factcheck.reference.packs.info import Measure, PackInfo
from factcheck.reference.packs.shipped import DESCRIPTOR
from factcheck.typed import NamedTuple

REPORTED = ("count", "share")
"""Kinds that claims of a measure only bear in reports."""
DECLARED = ("period", "group", "scope")
"""The columns by which a declaration is told from another."""


class Target(NamedTuple):
    """The pack that is imported into; `info` is None where it is yet to be made."""

    folder: Path
    info: PackInfo | None


class Said(NamedTuple):
    """What was said of a new pack: further words of its measures by measure, its title, the `order` of its ranks, the
    largest figure that there can be, the kind that reports give its claims; by language how its unit is said, and the
    words one of which must stand in an article beside one of its measures'."""

    words: Mapping[str, str] = {}
    title: str = ""
    order: str = ""
    maximum: Decimal | None = None
    kind: str = ""
    units: Mapping[str, str] = {}
    topics: Mapping[str, str] = {}


class Staged(NamedTuple):
    """The plan, the groups of the periods of which it holds all or nearly all, whether it declares them, the files
    that it changes or makes: name -> bytes, and the regions whose figures are of two borders."""

    plan: Plan
    whole: tuple[Whole, ...]
    declares: bool
    files: Mapping[str, bytes]
    borders: tuple[Border, ...] = ()


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


def stage(target: Target, found: Understood, origin: Origin, recipe: Recipe, names: Names, said: Said) -> Staged:
    """What the import changes; what was `said` is for a new pack."""
    made = {} if target.info else _new(target, found, said)
    facts, aliases, complete = (_table(target, made, role) for role in ("facts", "aliases", "complete"))
    if facts is None:
        raise FactcheckError(message("This pack has no table of the role “facts”."), str(target.folder / DESCRIPTOR))
    _check_columns(facts, found.figures.measures.values(), origin)
    planned = plan(found.figures.figures, facts.held, origin)
    held = _held(target, found, facts, planned)
    whole = _whole(found, held, names)
    rows = _complete_rows(whole, planned, facts, complete, names)
    more = ((aliases, _alias_rows(recipe, names, origin)), (complete, rows))
    changed = changed_files(facts, planned, recipe, more)
    files = {name: text.encode() for name, text in {**made, **changed}.items()}
    return Staged(planned, whole, complete is not None, files, borders(held, names.entities))


def _new(target: Target, found: Understood, said: Said) -> dict[str, str]:
    made, about = with_telling({measure.name: measure for measure in found.figures.measures.values()})
    told = with_said(with_title(made, said.title), said.words)
    units = {code: words_in(text) for code, text in said.units.items() if code}
    measures = {
        name: _of_kind(_up_to(one, said.maximum), said.kind)._replace(counted_in=units_of(one, units))
        for name, one in told.items()
    }
    if not any(words for one in measures.values() for words in one.words.values()):
        raise FactcheckError(
            message("Nothing says what this table measures: say it with --title, “Jumlah Ranjang Rumah Sakit”.")
        )
    topics = {code or LANGUAGE: words_in(text) for code, text in said.topics.items()}
    spoken = Spoken(said.title or found.title or _called(measures), about, said.order or "descending", topics)
    return pack_files(pack_name(target.folder), list(measures.values()), spoken)


def _called(measures: Mapping[str, Measure]) -> str:
    """What the first measure is called, for a table without a title."""
    first = next(iter(measures.values()))
    called = next(iter(first.words.get(LANGUAGE, ())), "")
    return f"{called[:1].upper()}{called[1:]}"


def _up_to(measure: Measure, maximum: Decimal | None) -> Measure:
    """A measure with the largest figure that was said."""
    return measure if maximum is None else measure._replace(maximum=maximum)


def _of_kind(measure: Measure, kind: str) -> Measure:
    """A measure whose claims reports call as was said: counts and shares stay values of it."""
    return measure._replace(reported=kind) if kind in REPORTED else measure._replace(kind=kind)


def _held(target: Target, found: Understood, facts: TableFile, planned: Plan) -> dict[str, set[str]]:
    """Period -> all of whom a figure of what ranks are made from is held then."""
    first = next(iter(found.figures.measures.values())).name
    ranked = (target.info.rank_measure if target.info else "") or first
    rows = (*(row.cells for row in facts.held), *planned.added, *(edit.after for edit in planned.edits))
    held: dict[str, set[str]] = {}
    for cells in rows:
        if cells.get(ranked):
            held.setdefault(cells.get("period", ""), set()).add(cells.get("entity", ""))
    return held


def _whole(found: Understood, held: Mapping[str, set[str]], names: Names) -> tuple[Whole, ...]:
    """The groups of which figures are held of all or nearly all, in the periods that the tables tell of."""
    periods = sorted({figure.period for figure in found.figures.figures})
    return tuple(
        one for period in periods for one in whole_groups(period, held.get(period, ()), names.entities, names.groups)
    )


def _complete_rows(
    whole: Sequence[Whole], planned: Plan, facts: TableFile, complete: TableFile | None, names: Names
) -> list[Row]:
    """Declarations of whole groups that the pack does not make yet, each with the source of most of its own rows."""
    known = {tuple(row.cells.get(name, "") for name in DECLARED) for row in complete.held} if complete else set()
    sources: dict[str, dict[str, Counter[str]]] = {}
    for cells in (*planned.added, *(row.cells for row in facts.held)):
        of_period = sources.setdefault(cells.get("period", ""), {})
        of_period.setdefault(cells.get("entity", ""), Counter())[cells.get("source", "")] += 1
    return [
        {
            "period": one.period,
            "group": one.group,
            "scope": one.scope,
            "source": _source_of(one, sources[one.period], names),
        }
        for one in whole
        if not one.lacking and (one.period, one.group, one.scope) not in known
    ]


def _source_of(whole: Whole, sources: Mapping[str, Counter[str]], names: Names) -> str:
    """The source that most rows of a whole group name."""
    kinds = names.groups.get(whole.group, (whole.group,))
    gone = not_there(names.entities.values(), whole.period, sources.__contains__)
    told: Counter[str] = Counter()
    for one in members_then(names.entities, kinds, whole.scope, gone):
        told.update(sources.get(one.id, {}))
    return told.most_common(1)[0][0]


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
    needed = ["source", *(["published"] if any(origin.published.values()) else [])]
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
