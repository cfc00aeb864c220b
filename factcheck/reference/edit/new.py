"""A small pack that works, to start from."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.cache.patterns import compiled
from factcheck.errors import FactcheckError
from factcheck.files import OWN, clear, own_name, tidy_end
from factcheck.messages import message, translate
from factcheck.reference.packs.roles import ROLES
from factcheck.system_words import reason_of

NAME = compiled(r"[a-z0-9]+(?:-[a-z0-9]+)*")

EXAMPLE = message("an example: replace it")
FACTS = (
    "entity,period,amount,source,note,trust,conflict,published",
    "31,2024,12500,https://example.org/replace-me,an example: replace it,,,2024-12-31",
    "32,2024,12000,https://example.org/replace-me,an example: replace it,,,2024-12-31",
)
"""Header and rows of the facts of a new pack. 31 and 32 are provinces in the pack of regions that ships."""

EXAMPLES = "EXAMPLES"
"""The file with an example of each row: without an ending, so that nobody takes it for an article or a table."""


def new_files(name: str) -> dict[str, str]:
    """The files of a new pack called `name` (small letters, figures, hyphens): name of the file -> text.

    Raises FactcheckError where the name cannot be one.
    """
    if not NAME.fullmatch(name):
        raise FactcheckError(
            message("“{name}” cannot be the name of a pack: use small letters, figures and hyphens.", name=name)
        )
    files = {f"{role}.csv": f"{','.join(columns(role))}\n" for role in examples() if role != "facts"}
    descriptor = json.dumps(_descriptor(name), indent=2, ensure_ascii=False) + "\n"
    return {
        "datapackage.json": descriptor,
        "facts.csv": "\n".join(FACTS).replace(EXAMPLE, translate(EXAMPLE)) + "\n",
        **files,
        EXAMPLES: _example_page(name),
    }


def columns(role: str) -> tuple[str, ...]:
    """The columns of a table of a role in a new pack, that of its measure among them."""
    return tuple(FACTS[0].split(",")) if role == "facts" else tuple(column.name for column in ROLES[role])


def examples() -> Mapping[str, Mapping[str, str]]:
    """For each role a `row` of its table in a new pack and what it `says`."""
    return tomllib.loads(Path(__file__).with_name("examples.toml").read_text(encoding="utf-8"))


def _example_page(name: str) -> str:
    """What each table is for, with a row to copy."""
    parts = [f"# {name}", "Each table with a row to copy and what it says. What you do not need may stay empty."]
    for role, example in examples().items():
        rows = f"{','.join(columns(role))}\n{example['row']}"
        parts.append(f"## {role}.csv\n\n{example['says']}\n\n```csv\n{rows}\n```")
    return "\n\n".join(parts) + "\n"


def write_new(folder: Path) -> None:
    """Writes a new pack into a folder that is not there yet, whole or not at all. Raises FactcheckError."""
    files = new_files(folder.name)
    if folder.exists():
        raise FactcheckError(message("This is there already: choose another name."), str(folder))
    write_files(folder, {name: text.encode() for name, text in files.items()})


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes all files of a new folder in one step, in the place of an empty one too. Raises FactcheckError.

    Nothing half done stays; what a process left that was killed at it, the next takes away.
    """
    import shutil

    work = own_name(folder.parent)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        clear(folder.parent, OWN)
        with tidy_end():
            work.mkdir(mode=0o700)
            for name, data in files.items():
                (work / name).write_bytes(data)
            work.chmod(0o755)
            work.rename(folder)
    except OSError as slip:
        raise FactcheckError(
            message("This cannot be written: {reason}.", reason=reason_of(slip)), str(folder)
        ) from slip
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _descriptor(name: str) -> object:
    return {
        "profile": "data-package",
        "name": name,
        "title": translate("{name}: say what this is", name=name),
        "version": "1",
        "licenses": [{"name": "CC0-1.0", "path": "https://creativecommons.org/publicdomain/zero/1.0/"}],
        "resources": [resource(role, columns(role), ["amount"]) for role in examples()],
        "factcheck": {
            "format": 1,
            "subject": {"names": {"id": [name.replace("-", " ")]}, "topics": {"id": ["harga", "rupiah"]}},
            "measures": {
                "amount": {
                    "kind": "amount",
                    "type": "number",
                    "decimals": 0,
                    "minimum": "0",
                    "unit": "rupiah",
                    "words": {"id": [name.replace("-", " "), "harga", "sebesar", "seharga", "menjadi"]},
                }
            },
            "rank": {"measure": "amount", "order": "descending"},
            "trust": [],
        },
    }


def resource(role: str, columns: Sequence[str], numbers: Sequence[str]) -> object:
    """The resource of a table of a role, as a descriptor has it; `numbers` are the columns of measures."""
    needed = {column.name for column in ROLES[role] if column.filled}
    return {
        "name": role,
        "path": f"{role}.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": {"fields": [_field(name, name in numbers, name in needed) for name in columns]},
        "factcheck": {"role": role},
    }


def _field(name: str, number: bool, needed: bool) -> object:
    field: dict[str, object] = {"name": name, "type": "number" if number else "string"}
    return {**field, "constraints": {"required": True}} if needed else field
