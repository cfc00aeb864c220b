"""The settings of a newsroom: `[tool.factcheck]` in pyproject.toml, or factcheck.toml.

The nearest file upwards from the first path counts, and nothing is merged. Paths in it start at its folder.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from factcheck.errors import FactcheckError
from factcheck.model import Problem

FORMATS = ("rich", "plain", "json")
SEVERITIES = ("error", "warning", "info")
FAIL_ON = (*SEVERITIES, "never")


class Config(NamedTuple):
    """What a configuration file says: the command's options, and the file itself (`path`, empty for none)."""

    path: str = ""
    reference: tuple[str, ...] = ()
    only_reference: bool = False
    exclude: tuple[str, ...] = ()
    fail_on: str = "warning"
    format: str = ""


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
    place = start.resolve()
    for folder in (place, *place.parents):
        for name, marker in (("factcheck.toml", ""), ("pyproject.toml", "tool.factcheck")):
            path = folder / name
            if path.is_file() and marker in (text := _text(path)):
                return path, text
    return None


def read_config(path: Path, text: str) -> tuple[Config, tuple[Problem, ...]]:
    """The configuration in the text of a file; unknown keys and values that do not fit are problems."""
    table = _parse(path, text)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("factcheck", {})
    values: dict[str, Any] = {}
    problems = []
    for key, value in table.items():
        name = key.replace("-", "_")
        wanted = KEYS.get(name)
        if wanted is None:
            problems.append(_problem(f"There is no setting '{key}'; {_known()}.", path, text, key))
        elif (read := wanted.read(value)) is None:
            problems.append(_problem(f"'{key}' must be {wanted.must_be}.", path, text, key))
        else:
            values[name] = read
    return _rooted(Config(str(path), **values), path.parent), tuple(problems)


class Key(NamedTuple):
    """How the value of a setting is read, None when it does not fit, and what it must be, in words."""

    read: Callable[[Any], Any]
    must_be: str


def _strings(value: Any) -> tuple[str, ...] | None:
    fits = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return tuple(value) if fits else None


def _flag(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _one_of(words: tuple[str, ...]) -> Key:
    return Key(lambda value: value if value in words else None, "one of " + ", ".join(words))


KEYS = {
    "reference": Key(_strings, "a list of paths"),
    "only_reference": Key(_flag, "true or false"),
    "exclude": Key(_strings, "a list of patterns like those of .gitignore"),
    "fail_on": _one_of(FAIL_ON),
    "format": _one_of(FORMATS),
}


def _known() -> str:
    return "the settings are " + ", ".join(key.replace("_", "-") for key in KEYS)


def _rooted(config: Config, folder: Path) -> Config:
    return config._replace(reference=tuple(str(folder / path) for path in config.reference))


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as slip:
        raise FactcheckError(f"This configuration cannot be read: {slip}.", str(path)) from slip


def _parse(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as slip:
        where = re.search(r"at line ([0-9]+), column ([0-9]+)", str(slip))
        line, column = (int(where[1]), int(where[2])) if where else (0, 0)
        said = str(slip).split(" (at ", maxsplit=1)[0]
        raise FactcheckError(f"This is not valid TOML: {said}.", str(path), line, column) from slip


def _problem(message: str, path: Path, text: str, key: str) -> Problem:
    """A problem at the line of the file where `key` is set."""
    at = re.search(rf"""^[ \t]*["']?{re.escape(key)}["']?[ \t]*=""", text, re.MULTILINE)
    return Problem(message, str(path), text.count("\n", 0, at.start()) + 1 if at else 0)
