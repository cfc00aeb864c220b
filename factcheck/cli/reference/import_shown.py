"""What an import shows: how each table was read, who is not known, what would change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.cli.reference.grid import Grid, write
from factcheck.messages import plural, translate, translate_many, translated
from factcheck.reference.importing.cell_figures import Figures
from factcheck.reference.importing.change_plan import Cells, Plan
from factcheck.reference.importing.matching import Asked
from factcheck.reference.importing.sheet import letters
from factcheck.reference.importing.table_names import Names
from factcheck.reference.importing.twice_there import series_named, twice_there
from factcheck.reference.importing.understand import Table, Understood
from factcheck.report.safe import printable

EMPTY = plural("{number} empty", "{number} empty")
DASHES = plural("{number} dash of these", "{number} dashes of these")
MARKED = plural("{number} with a mark", "{number} with marks")
ROUNDED = plural("{number} rounded to the decimals of its measure", "{number} rounded to the decimals of their measure")

WIDTH = 12
MOST = 12
"""Changes and rows left out that are shown; the rest is counted."""


def show_tables(found: Understood, names: Names) -> None:
    """How the tables were read, a line for each thing understood."""
    for table in found.tables:
        _heading(table)
        show_lines(_of_table(table, found))
    for name, why in found.skipped:
        show_lines([(translate("left out"), f"{name}: {translated(why)}")])
    show_lines(_of_all(found, names))


def _heading(table: Table) -> None:
    sheet = table.layout.sheet
    how = translated(sheet.how)
    turned = translate("names along a row") if sheet.turned else ""
    told = [part for part in (f"“{sheet.name}”" if sheet.name else "", how, turned) if part]
    print(printable(f"{sheet.file}{': ' if told else ''}{', '.join(told)}"))


def _of_table(table: Table, found: Understood) -> Iterator[tuple[str, str]]:
    layout, sheet = table.layout, table.layout.sheet
    yield translate("title"), layout.title or "–"
    rows = sorted({sheet.where(row, layout.name)[0] for row in layout.heads})
    heads = f"{rows[0]}–{rows[-1]}" if len(rows) > 1 else f"{rows[0]}" if rows else "–"
    first, place = sheet.where(layout.body, layout.name)
    if not sheet.turned:
        yield (
            translate("heads"),
            translate(
                "rows {rows}; names in column {column} from row {first}", rows=heads, column=letters(place), first=first
            ),
        )
    for label in dict.fromkeys(one.label for one in table.content.observations):
        yield translate("measure"), _measure(label, found)
    periods = sorted({one.period for one in table.content.observations})
    yield translate("years"), ", ".join(period or "?" for period in periods)
    left = table.content.left
    for one in left[:MOST]:
        yield translate("left out"), f"{_short(one.text)} ({translated(one.why)})"
    if len(left) > MOST:
        yield translate("left out"), translate("… and {number} more", number=len(left) - MOST)
    for noticed in sheet.noticed:
        yield translate("noticed"), translated(noticed)


def _measure(label: str, found: Understood) -> str:
    measure = found.figures.measures.get(label)
    if measure is None:
        why = (
            translate("left out, as said") if label in found.assigned.left else translate("none of the pack: --column")
        )
        return f"“{label}”: {why}"
    unit = f", {measure.unit_word}" if measure.unit_word else ""
    scale = {one.about.scale for one in found.figures.figures if one.about.label == label} - {1}
    times = (
        f", × {max(scale):f}: " + translate("rounded as the table is, so a more exact figure is flagged")
        if scale
        else ""
    )
    digits = translate_many("{number} decimal", "{number} decimals", max(measure.decimals, 0))
    return f"“{label}” → {measure.name} ({digits}{unit}{times})"


def _of_all(found: Understood, names: Names) -> Iterator[tuple[str, str]]:
    if found.within:
        yield translate("within"), f"{names.name(found.within)} ({found.within})"
    if found.matching.codes:
        yield (
            translate("codes"),
            translate("of the statistics office") if found.matching.codes == "bps" else translate("of Home Affairs"),
        )
    who = len({one.id for one in found.matching.matched})
    asked = found.matching.asked
    yield translate("names"), translate("{found} found, {asked} to be asked", found=who, asked=len(asked))
    yield translate("figures"), _counted(found.figures)
    yield from _of_twice(found, names)
    yield from _of_series(found)
    for table in found.tables:
        for mark, meaning in table.content.marks.items():
            yield translate("mark"), f"{mark}  {meaning}"


def _of_twice(found: Understood, names: Names) -> Iterator[tuple[str, str]]:
    """The regions in two rows, one of them empty."""
    twice = twice_there(found.matching.matched)
    if twice:
        rows = "; ".join(f"{names.name(one.id)} {', '.join(one.cells)}" for one in twice)
        yield (
            translate("twice"),
            translate("{number} in two rows, the one with a figure is taken: {rows}", number=len(twice), rows=rows),
        )


def _of_series(found: Understood) -> Iterator[tuple[str, str]]:
    for name, told in series_named(found.figures.measures, [table.layout.title for table in found.tables]):
        yield translate("series"), translate(
            "{told}: all goes into {name}; figures of another method or base are a measure of their own (--column "
            "LABEL=MEASURE) that says in datapackage.json that it is `series_of` {name}",
            told=", ".join(f"“{one}”" for one in told), name=name,
        )  # fmt: skip


def _counted(figures: Figures) -> str:
    parts = [translate_many("{number} figure", "{number} figures", len(figures.figures))]
    for number, forms in (
        (figures.empty, EMPTY), (figures.dashes, DASHES), (figures.marked, MARKED), (figures.rounded, ROUNDED),
    ):  # fmt: skip
        parts += [translate_many(*forms, number)] if number else []
    return ", ".join(parts)


def show_lines(pairs: Iterator[tuple[str, str]] | Sequence[tuple[str, str]]) -> None:
    """Lines of what they are about and what is said of it."""
    for name, text in pairs:
        print(printable(f"  {name:<{WIDTH}} {text}"))


def show_asked(found: Understood, names: Names) -> None:
    """The names that nobody or several bear, in one place, with the guess."""
    rows = [_question(one, names) for one in found.matching.asked]
    if rows:
        print()
        write(
            [Grid("names", (translate("cell"), translate("name"), translate("may be"), translate("answer")), rows)],
            "plain",
        )


def _question(one: Asked, names: Names) -> tuple[str, ...]:
    place = one.about.sheet.cell_name(one.about.row, one.about.named)
    may = ", ".join(f"{id} {names.name(id)}" for id in one.ids or ([one.guess] if one.guess else []))
    return (place, one.name, may or translate("nobody"), f'--name "{one.name}={one.guess or "-"}"')


def show_plan(plan: Plan, names: Names) -> None:
    """What would change in the table of facts."""
    counts = (
        translate_many("{number} new row", "{number} new rows", len(plan.added)),
        translate_many("{number} changed", "{number} changed", len(plan.edits)),
        translate_many("{number} as it is", "{number} as they are", plan.same),
    )
    print(f"\n{', '.join(counts)}")
    shown = [
        *(("~", *_change(edit.before, edit.after, names)) for edit in plan.edits),
        *(("+", *_new(row, names)) for row in plan.added),
    ]
    for sign, name, text in shown[:MOST]:
        print(printable(f"  {sign} {name}  {text}"))
    if len(shown) > MOST:
        print("  " + translate("… and {number} more", number=len(shown) - MOST))


def _new(row: Cells, names: Names) -> tuple[str, str]:
    aside = ("entity", "period", "source", "note", "published", "trust", "conflict")
    values = ", ".join(f"{name} {cell}" for name, cell in row.items() if name not in aside and cell)
    return f"{names.name(row['entity'])} {row['period']}", values


def _change(before: Cells, after: Cells, names: Names) -> tuple[str, str]:
    changed = [
        (name, before.get(name, ""), cell)
        for name, cell in after.items()
        if before.get(name, "") != cell and name != "note"
    ]
    text = ", ".join(f"{name} {old or '–'} → {new or '–'}" for name, old, new in changed)
    return f"{names.name(after['entity'])} {after['period']}", text


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
