"""Every tag that a reader asks for is one that something is given: a slip in a tag is a pattern that never matches."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from factcheck.language.tables import ProseWords
from factcheck.reading.scan.frame import FIGURES, SCALED
from factcheck.reading.scan.scan import MARKS

PACKAGE = Path(__file__).parents[2] / "factcheck"
ROOMS = ("reading", "judging", "checks", "explain", "fixes")
IN_TAGS = ("rank", "bind", "mood", "entity", "count_", "state", "magnitude")
AS_WORDS = ("extreme", "change", "unit", "hedge", "collective")
"""Tables whose lists are the words of one tag."""
OF_TEXT = ("number", "date", "cell", "year", "year.digits", "year.other", "year.anchored")
OF_PACKS = ("entity", "group", "subject", "counted")
OF_NEIGHBOURS = ("apposed",)
"""Tags that a mention is given for what stands beside it."""
KEYS = ((table, key) for table in IN_TAGS for key in type(getattr(ProseWords, table)).__annotations__)
OF_LISTS = {f"{table.rstrip('_')}.{key.rstrip('_')}" for table, key in KEYS}
TAGS = {*OF_LISTS, *AS_WORDS, *OF_TEXT, *OF_PACKS, *OF_NEIGHBOURS, *MARKS.values(), SCALED, FIGURES}
OF_MEASURES = re.compile(r"(?:cue|value|in)\.\w*")
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
    """The tags that a module asks for in so many words."""
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


def test_every_tag_that_is_asked_for_is_given() -> None:
    found = {
        f"{path.relative_to(PACKAGE)}: {tag}"
        for room in ROOMS
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for tag in asked(ast.parse(path.read_text("utf-8")))
        if tag not in TAGS and not OF_MEASURES.fullmatch(tag)
    }
    assert sorted(found) == []


def test_a_slip_in_a_tag_is_found() -> None:
    tree = ast.parse('frame.has("bind.form") or "comma" in tags or frame.before(at, ("bind.to", "bnd.to"), 2)')
    assert [tag for tag in asked(tree) if tag not in TAGS] == ["bind.form", "bnd.to"]
