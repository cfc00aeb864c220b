"""Front matter in full YAML or TOML, read by their own libraries, with the place of each value."""

import re
from collections.abc import Iterator

from factcheck.cache.patterns import compiled
from factcheck.document.text.field import Field
from factcheck.errors import FactcheckError
from factcheck.messages import message
from factcheck.typed import Any

LONGEST = 64_000
"""Characters of front matter that a library is given: a long one has two thousand."""
DEEPEST = 40
_BRACKET = compiled(r"[\[\]{}]")
_DOTTED = compiled(r"^[ \t\[]*(?:[^=\r\n.]*\.){40}", re.MULTILINE)
_KEY = compiled(r"""^[ \t]*["']?([^"'=\n]+?)["']?[ \t]*=[ \t]*""", re.MULTILINE)


def yaml_fields(text: str, start: int, end: int) -> tuple[Field, ...] | None:
    """The keys with a plain value between two places of `text`, on line 2 and below; None where it is no YAML."""
    if end - start > LONGEST or _deep(text[start:end]):
        return None
    import yaml

    try:
        # Only nodes are made, no objects: nothing in a draft can name a Python type.
        root = yaml.compose(text[start:end], Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    pairs = root.value if isinstance(root, yaml.MappingNode) else None
    if pairs is None:
        return None if root is not None else ()
    scalars = [(k, v) for k, v in pairs if isinstance(k, yaml.ScalarNode) and isinstance(v, yaml.ScalarNode)]
    return tuple(_yaml_field(text, start, str(key.value), value) for key, value in scalars)


def toml_fields(text: str, start: int, end: int, path: str) -> tuple[Field, ...]:
    """The keys with a plain value at the top of the TOML between two places of `text`, on line 2 and below.

    Raises FactcheckError, with the line, where it is no TOML.
    """
    import tomllib

    too_much = FactcheckError(message("The front matter is too long or too deeply nested to be read."), path, 1)
    if end - start > LONGEST or _DOTTED.search(text, start, end):
        raise too_much
    written = text[start:end].replace("\r\n", " \n").replace("\r", "\n")
    try:
        table = tomllib.loads(written)
    except tomllib.TOMLDecodeError as slip:
        where = re.search(r"at line ([0-9]+)", str(slip))
        reason = str(slip).split(" (at ", maxsplit=1)[0]
        line = int(where[1]) + 1 if where else 0
        raise FactcheckError(
            message("The front matter is not valid TOML: {reason}.", reason=reason), path, line
        ) from slip
    except (RecursionError, ValueError) as slip:  # nested beyond all use; a number of thousands of digits
        raise too_much from slip
    return tuple(_toml_fields(written, start, table))


def _yaml_field(text: str, offset: int, key: str, node: Any) -> Field:
    start, end = offset + node.start_mark.index, offset + node.end_mark.index
    if node.style in ("'", '"'):
        start, end = start + 1, end - 1
    elif node.style in ("|", ">"):
        start = next((at for at in range(start, end) if text[at] in "\r\n"), end)
    piece = text[start:end]
    start, end = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
    return Field(key.lower(), node.value.strip(), start, max(start, end), node.start_mark.line + 2)


def _toml_fields(written: str, offset: int, table: dict[str, Any]) -> Iterator[Field]:
    places: dict[str, re.Match[str]] = {}
    for found in _KEY.finditer(written):
        places.setdefault(found[1], found)
    for key, value in table.items():
        place = places.get(key)
        if place is None or isinstance(value, dict | list):
            continue
        at = written.find(str(value), place.end()) if isinstance(value, str) and value else place.end()
        end = at + len(value) if isinstance(value, str) and at >= 0 else max(at, place.end())
        line = written.count("\n", 0, place.start()) + 2
        yield Field(key.lower(), str(value), offset + max(at, place.end()), offset + end, line)


def _deep(text: str) -> bool:
    """Whether brackets are nested deeper than anybody nests them."""
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth += 1 if bracket.group() in "[{" else -1
        if depth > DEEPEST:
            return True
    return False
