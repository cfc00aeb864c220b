"""Every tag that a reader asks for is one that something is given: a slip in a tag is a pattern that never matches."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.language.tables import ProseWords
from factcheck.reading.scan.frame import FIGURES, SCALED
from factcheck.reading.scan.lexicon import IN_TAGS
from factcheck.reading.scan.mentions import CUE_OF, MARKS, VALUE_OF, Tag

PACKAGE = Path(__file__).parents[2] / "factcheck"
ROOMS = ("reading", "judging", "checks", "explain", "fixes", "report/explanation")
AS_WORDS = ("extreme", "change", "unit", "hedge", "collective")
"""Tables whose lists are the words of one tag."""
OF_TEXT = (
    "number",
    "date",
    "cell",
    "year",
    "year.digits",
    "year.other",
    "year.result",
    "year.part",
    "year.anchored",
    "year.leading",
    "year.future",
)
OF_PACKS = ("entity", "group", "subject", "counted", "cue.number", "cue.word", "end.of")
OF_NEIGHBOURS = ("apposed",)
"""Tags that a mention is given for what stands beside it."""
KEYS = ((table, key) for table in IN_TAGS for key in type(getattr(ProseWords, table)).__annotations__)
OF_LISTS = {f"{table.rstrip('_')}.{key.rstrip('_')}" for table, key in KEYS}
GIVEN = {*OF_LISTS, *AS_WORDS, *OF_TEXT, *OF_PACKS, *OF_NEIGHBOURS, *MARKS.values()}
MEMBERS: dict[str, str] = {name: word for name, word in vars(Tag).items() if name.isupper()}
SOURCES = {path: path.read_text("utf-8") for room in ROOMS for path in sorted((PACKAGE / room).rglob("*.py"))}
READ = "\n".join(text for path, text in SOURCES.items() if path.stem != "mentions")
ASKS = {"has": 0, "has_any": 0, "having": 0, "first": 0, "before": 1, "after": 1}
"""Methods of a frame, each with the place of the tag among what it is given."""


def _strings(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Tuple | ast.Set | ast.List):
        for one in node.elts:
            yield from _strings(one)


def _is_tags(node: ast.AST) -> bool:
    """An expression that gives the tags of a mention."""
    return (isinstance(node, ast.Name) and node.id == "tags") or (
        isinstance(node, ast.Attribute) and node.attr == "tags"
    )


def asked(tree: ast.AST) -> Iterator[str]:
    """The tags that a module asks for as strings, and strings that are the name of a tag of two words."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            place = ASKS.get(node.func.attr, -1)
            if 0 <= place < len(node.args):
                yield from _strings(node.args[place])
            elif node.func.attr == "get" and _is_tags(node.func.value):
                yield from _strings(node.args[0])
        elif isinstance(node, ast.Subscript) and _is_tags(node.value):
            yield from _strings(node.slice)
        elif isinstance(node, ast.Compare) and any(map(_is_tags, node.comparators)):
            yield from _strings(node.left)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitAnd):
            yield from _strings(node.right)
        elif isinstance(node, ast.Constant) and node.value in GIVEN and "." in node.value:
            yield node.value


def test_the_tags_are_those_that_mentions_are_given() -> None:
    assert sorted(MEMBERS.values()) == sorted(GIVEN)
    assert {name: word.upper().replace(".", "_") for name, word in MEMBERS.items()} == {name: name for name in MEMBERS}
    assert (SCALED, FIGURES in GIVEN) == (VALUE_OF, False)


@pytest.mark.parametrize("tag", MEMBERS)
def test_a_tag_is_read_by_somebody(tag: str) -> None:
    assert re.search(rf"\bTag\.{tag}\b", READ)


def test_no_tag_is_written_as_a_string() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}: {tag}"
        for path, text in SOURCES.items()
        if path.stem != "mentions"
        for tag in asked(ast.parse(text))
    }
    assert sorted(found) == []


def test_a_tag_written_as_a_string_is_found() -> None:
    tree = ast.parse(
        'frame.has("bind.form") or "comma" in tags or frame.before(at, ("bind.to", "bnd.to"), 2) or tags & {"unit"}'
    )
    assert {*asked(tree)} == {"bind.form", "bind.to", "bnd.to", "comma", "unit"}


def test_tags_are_plain_strings_where_they_run() -> None:
    """Who asks for one pays nothing, and a lexicon that is kept holds nothing but what can be kept."""
    assert {type(word) for word in MEMBERS.values()} == {str}
    assert not re.search(r"\bTag\.\w+\.(?:value|name)\b|\bTag\(|\bin Tag\b", READ)


def test_how_the_classes_of_a_measure_begin_is_written_once() -> None:
    others = {path.name: text for path, text in SOURCES.items() if path.stem != "mentions"}
    written = [name for name, text in others.items() if re.search(r"\"(cue|value)\.", text)]
    assert (CUE_OF, VALUE_OF, written) == ("cue.", "value.", [])
