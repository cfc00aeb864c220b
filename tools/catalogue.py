"""`python tools/catalogue.py`: brings the catalogues of messages up to date with the program, and compiles them.

A message without a translation is left empty in the .po file, for a person who speaks the language; a test fails
until it is filled in. Needs Babel.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "factcheck"
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""A catalogue changes when a message does, and not from one day to the next."""
HEADER = "# The messages of factcheck. tools/catalogue.py keeps this file up to date."
Call = tuple[int, str, list[Any], list[str]]
KEYWORDS = {"message": None, "translate": None, "translate_many": (1, 2), "plural": (1, 2)}


def template(language: str) -> Catalog:
    """All messages of the program, in the order of its files: `message`, `translate`, `translate_many`, the help."""
    catalog = Catalog(
        language, "factcheck", HEADER, "factcheck", fuzzy=False, creation_date=UNDATED, revision_date=UNDATED
    )
    for path in sorted(PACKAGE.rglob("*.py")):
        if "from factcheck.messages import" in path.read_text("utf-8"):
            for _, message, _, _ in extract_from_file(calls, path, KEYWORDS):
                catalog.add(message, flags=["python-brace-format"])
    for message in _help():
        catalog.add(message)
    return catalog


def calls(file: IO[bytes], keywords: Collection[str], tags: object, options: object) -> Iterator[Call]:
    """How Babel is to read Python: by its grammar. Babel's own way goes by tokens, and so sees the calls within an
    f-string with one version of Python and not with another."""
    found = (node for node in ast.walk(ast.parse(file.read())) if isinstance(node, ast.Call))
    for call in sorted(found, key=lambda call: (call.lineno, call.col_offset)):
        if isinstance(call.func, ast.Name) and call.func.id in keywords:
            words = [word.value if isinstance(word, ast.Constant) else None for word in call.args]
            yield call.lineno, call.func.id, words, []


def read(path: Path) -> Catalog:
    """The catalogue at `path` as it is."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name, domain="factcheck")


def brought_up(path: Path) -> Catalog:
    """The catalogue at `path` with the messages of today; those of others are dropped."""
    known = read(path)
    fresh = template(path.parent.parent.name)
    fresh.mime_headers = known.mime_headers  # how the language counts: versions of Babel disagree
    for message in fresh:
        before = known.get(message.id) if message.id else None
        if before is not None:
            message.string = before.string
    return fresh


def untranslated(catalog: Catalog) -> list[str]:
    """The messages without a translation, or with one that lacks a plural."""
    return [
        str(message.id)
        for message in catalog
        if message.id and not (all(message.string) if isinstance(message.string, tuple) else message.string)
    ]


def written(catalog: Catalog) -> bytes:
    """The catalogue as a .po file, without dates, so that it changes only when a message does."""
    out = io.BytesIO()
    write_po(out, catalog, width=110, no_location=True, sort_output=True)
    lines = out.getvalue().split(b"\n")
    dated = (b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Generated-By', b'"Last-Translator', b'"Language-Team')
    return b"\n".join(line for line in lines if not line.startswith((*dated, b"# FIRST AUTHOR", b'"Report-Msgid')))


def compiled(catalog: Catalog) -> bytes:
    """The catalogue as a .mo file, without dates too."""
    catalog.creation_date = catalog.revision_date = UNDATED
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def catalogues() -> list[Path]:
    """The .po files of the product."""
    return sorted(PACKAGE.glob("locale/*/LC_MESSAGES/factcheck.po"))


CLICK = (
    "Usage:", "Options", "Commands", "Show this message and exit.", "Show the version and exit.", "Error: {message}",
    "No such command {name!r}.", "No such option {name!r}.", "No such option: {name}",
    "Try '{command} {option}' for help.", "default: {default}",
    "Missing argument {param_hint}.", "Invalid value for {param_hint}: {message}", "required", "Missing argument",
    "Missing option", "Invalid value: {message}", "Option {name!r} does not take a value.",
    "{name} {filename!r} does not exist.", "{value!r} is not a valid {number_type}.",
    "Argument {name!r} takes {nargs} values.", "[OPTIONS]", "COMMAND [ARGS]...", "integer",
    "{name} {filename!r} is a file.", "{name} {filename!r} is a directory.", "directory", "file", "path",
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
)  # fmt: skip
"""What click says itself, as far as users meet it; what has a colon is that of older versions."""


def _help() -> Iterator[str | tuple[str, str]]:
    from factcheck.cli.group import factcheck
    from factcheck.manual.pages import pages
    from factcheck.model import How

    yield from CLICK
    for page in pages():
        yield from (page.title, page.why, page.silence)
    yield from map(str, How)
    seen = dict.fromkeys(text for text in _texts(factcheck) if text)
    yield from seen


def _texts(command: click.Command) -> Iterator[str]:
    from factcheck.cli.help_language import gap_of, plain_help

    yield plain_help(command.help or "")
    yield from (getattr(parameter, "help", None) or "" for parameter in command.params)
    yield from map(gap_of, command.params)
    yield command.get_short_help_str(limit=200)
    if isinstance(command, click.Group):
        context = click.Context(command)
        verbs = getattr(command, "verbs", {})
        yield from (short for _, short in verbs.values())
        below = (command.get_command(context, name) for name in command.list_commands(context))
        for each in below:
            if each is not None:
                yield from _texts(each)


def main() -> int:
    """Writes every .po and .mo anew; the exit status is 1 where a message lacks a translation."""
    lacking = 0
    for path in catalogues():
        catalog = brought_up(path)
        path.write_bytes(written(catalog))
        path.with_suffix(".mo").write_bytes(compiled(read(path)))
        empty = untranslated(catalog)
        lacking += len(empty)
        print(f"{path.relative_to(ROOT)}: {len(catalog)} messages, {len(empty)} without a translation")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
