"""What was said of a pack's tables, kept beside them in `import.toml`: next year's table is read the same way."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.typed import NamedTuple

FILE = "import.toml"
HEAD = "# How `factcheck reference import` reads the tables of this pack: said once, kept for the next year's table."


class Recipe(NamedTuple):
    """`columns` is label of a column -> measure ("-" leaves it out), `names` a name as the table writes it -> id ("-"
    leaves it out). `times` multiplies all figures."""

    within: str = ""
    sheets: tuple[str, ...] = ()
    codes: str = ""
    dash: str = ""
    times: str = ""
    columns: Mapping[str, str] = {}
    names: Mapping[str, str] = {}


def read_recipe(pack: Path) -> Recipe:
    """The recipe of a pack, an empty one where it has none. Raises FactcheckError."""
    path = pack / FILE
    if not path.is_file():
        return Recipe()
    try:
        stated = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as slip:
        raise FactcheckError(message("This is no TOML: {reason}.", reason=str(slip)), str(path)) from slip
    for key, value in stated.items():
        if key not in Recipe._fields or not isinstance(value, type(getattr(Recipe(), key)) | list):
            known = ", ".join(Recipe._fields)
            raise FactcheckError(
                message("“{key}” is nothing that a recipe says: {known}.", key=key, known=known), str(path)
            )
    tables = {key: {str(one): str(other) for one, other in stated.get(key, {}).items()} for key in ("columns", "names")}
    plain = {key: str(stated.get(key, "")) for key in ("within", "codes", "dash", "times")}
    return Recipe(sheets=tuple(map(str, stated.get("sheets", ()))), **plain, **tables)  # type: ignore[arg-type]


def with_options(recipe: Recipe, options: Recipe) -> Recipe:
    """The recipe with what was said now instead; answers are added to those given before."""
    said = {key: value for key, value in options._asdict().items() if value and key not in ("columns", "names")}
    columns, names = {**recipe.columns, **options.columns}, {**recipe.names, **options.names}
    return recipe._replace(**said, columns=columns, names=names)


def written(recipe: Recipe) -> str:
    """The recipe as a file; what it does not say is left out."""
    lines = [HEAD]
    for key in ("within", "codes", "dash", "times"):
        value = getattr(recipe, key)
        lines += [f"{key} = {_text(value)}"] if value else []
    if recipe.sheets:
        lines.append(f"sheets = [{', '.join(map(_text, recipe.sheets))}]")
    for name, table in (("columns", recipe.columns), ("names", recipe.names)):
        if table:
            lines += ["", f"[{name}]", *(f"{_text(key)} = {_text(value)}" for key, value in sorted(table.items()))]
    return "\n".join(lines) + "\n"


def _text(value: str) -> str:
    """A text as TOML writes it: as JSON does, but for the sign that JSON lets stand."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
