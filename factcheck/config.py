"""The settings of a newsroom: `[tool.factcheck]` in pyproject.toml, or factcheck.toml.

The nearest file upwards from the first path counts, and nothing is merged. Paths in it start at its folder.
"""

import os
import re
from pathlib import Path

from factcheck.cache.patterns import compiled
from factcheck.config_keys import CHOICE, FAIL_ON, FORMATS, KEYS, PathSettings, Slip, read_table
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.model import Problem
from factcheck.typed import Any, NamedTuple

__all__ = ["FAIL_ON", "FORMATS", "Config", "find_config", "load_config", "read_config"]

TOML_SLIPS = {
    "Invalid value": message("the value is not understood"),
    "Invalid statement": message("this line is not understood"),
    "Expected '=' after a key in a key/value pair": message("“=” is missing behind the name"),
    "Expected newline or end of document after a statement": message("more stands on the line than one setting"),
    "Unclosed array": message("a bracket is left open"),
    "Cannot overwrite a value": message("this setting stands here twice"),
}
"""What the library says of the commonest slips, in our words; the rest as it says it."""
LONGEST = 1_000_000
"""Characters of a configuration."""
_DOTTED = compiled(r"^[ \t\[]*(?:[^=\r\n.#]*\.){60}", re.MULTILINE)


class Config(NamedTuple):
    """What a configuration file says: the command's options, and the file itself (`path`, empty for none)."""

    path: str = ""
    reference: tuple[str, ...] = ()
    only_reference: bool = False
    leave_out: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: str = "warning"
    format: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    lang: str = ""
    baseline: str = ""
    per_path: tuple[PathSettings, ...] = ()


def load_config(start: Path) -> tuple[Config, tuple[Problem, ...]]:
    """The configuration that holds for `start` (a file or folder), and what in it is not understood.

    Raises FactcheckError when the file is not valid TOML or cannot be read.
    """
    found = find_config(start)
    if found is None:
        return Config(), ()
    path, text = found
    return read_config(path, text)


def find_config(start: Path) -> tuple[Path, str] | None:
    """The nearest configuration file upwards from `start`, and its text."""
    place = Path(os.path.realpath(start) if "\0" not in str(start) else ".")
    for folder in (place, *place.parents):
        for name, marker in (("factcheck.toml", ""), ("pyproject.toml", "tool.factcheck")):
            path = folder / name
            if os.path.isfile(path) and marker in (text := _text(path)):  # noqa: PTH113
                return path, text
    return None


def read_config(path: Path, text: str) -> tuple[Config, tuple[Problem, ...]]:
    """The configuration in the text of a file; unknown keys, values that do not fit and unknown rules are problems."""
    table = _parse(path, text)
    start = 0
    if path.name == "pyproject.toml":
        table = _table(_table(table, "tool"), "factcheck")
        start = max(text.find("[tool.factcheck"), 0)  # other tools have keys of the same names
    slips: list[Slip] = []
    values = read_table(table, KEYS, slips)
    values["per_path"] = _per_path(values.get("per_path", {}), slips)
    problems = tuple(Problem(slip.message, str(path), line_of(text, slip.where, start)) for slip in slips)
    return _rooted(Config(str(path), **values), path.parent), problems


def _table(table: dict[str, Any], name: str) -> dict[str, Any]:
    found = table.get(name, {})
    return found if isinstance(found, dict) else {}


def _per_path(tables: dict[str, Any], slips: list[Slip]) -> tuple[PathSettings, ...]:
    return tuple(
        PathSettings(pattern, **read_table(table, CHOICE, slips, pattern)) for pattern, table in tables.items()
    )


def line_of(text: str, where: tuple[str, ...], start: int = 0) -> int:
    """The line (from 1) of the last of the words `where`, each looked for behind the one before; 0 for none."""
    text = re.sub(r"(?m)^[ \t]*#.*", lambda comment: " " * len(comment.group()), text)
    at = start
    for word in where:
        found = compiled(rf"""(?<![\w-])["']?{re.escape(word)}["']?(?![\w-])""").search(text, at)
        if found is None:
            return 0
        at = found.start()
    return text.count("\n", 0, at) + 1


def _rooted(config: Config, folder: Path) -> Config:
    return config._replace(
        reference=tuple(str(folder / path) for path in config.reference),
        baseline=str(folder / config.baseline) if config.baseline else "",
    )


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as slip:
        from factcheck.system_words import reason_of

        raise FactcheckError(
            message(
                "These settings cannot be read: {reason}.",
                reason=reason_of(slip) if isinstance(slip, OSError) else message("they are no UTF-8"),
            ),
            str(path),
        ) from slip


def _parse(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    too_much = FactcheckError(message("These settings are too long or too deeply nested to be read."), str(path))
    if len(text) > LONGEST or _DOTTED.search(text):
        raise too_much
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as slip:
        where = re.search(r"at line ([0-9]+), column ([0-9]+)", str(slip))
        line, column = (int(where[1]), int(where[2])) if where else (0, 0)
        cause = str(slip).split(" (at ", maxsplit=1)[0]
        raise FactcheckError(
            message("This is not valid TOML: {reason}.", reason=TOML_SLIPS.get(cause, cause)), str(path), line, column
        ) from slip
    except (ValueError, RecursionError) as slip:
        raise too_much from slip
