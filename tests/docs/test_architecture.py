"""The plan of the house holds: docs/architecture.md names the rooms from the ground up, and the imports keep to it."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "factcheck"
DOCS = sorted(ROOT.glob("docs/*.md"))
PLAN = (ROOT / "docs/architecture.md").read_text("utf-8")
FORMATS = {"csv", "json", "markdown", "plain", "rich"}
"""A format of reports, of lists of claims and of explanations bears one name."""
USERS = {
    "your_rule",
    "your-rule",
    "archive",
    "arsip",
    "articles",
    "packs",
    "drafts",
    "naskah",
    "bin",
    "checked",
    "again",
}
"""Parts of paths that an example of the docs has, of a rule to be written or of a newsroom's repository."""


@cache
def modules() -> dict[str, Path]:
    """The file of every module and package, by dotted name."""
    files = sorted(PACKAGE.rglob("*.py"))
    return {".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file for file in files}


@cache
def packages() -> frozenset[str]:
    return frozenset(name for name, file in modules().items() if file.name == "__init__.py")


@cache
def imports() -> list[tuple[str, str]]:
    """Every import of a module of our own, wherever it stands: who imports, and what."""
    found = []
    for name, file in modules().items():
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("factcheck"):
                for one in node.names:
                    module = f"{node.module}.{one.name}"
                    found.append((name, module if module in modules() else str(node.module)))
    return found


def floors(heading: str) -> dict[str, int]:
    """The rooms of a table of the plan, as dotted names, each with its row."""
    rows = [line for line in PLAN.partition(heading)[2].split("\n\n| room")[1].split("\n") if line.startswith("|")]
    rows = rows[1:]
    cells = [re.findall(r"`([\w/]+?)(?:/|\.py)`", row.split("|")[1]) for row in rows]
    return {f"factcheck.{room.replace('/', '.')}": row for row, rooms in enumerate(cells) for room in rooms}


def floor(module: str, rows: dict[str, int]) -> int | None:
    return next((rows[room] for room in rows if module == room or module.startswith(f"{room}.")), None)


@pytest.mark.parametrize("heading", ["# The plan of the house", "### Reading"])
def test_no_import_runs_upward(heading: str) -> None:
    rows = floors(heading)
    assert len(rows) > 8
    upward = [
        (one, other)
        for one, other in imports()
        if (above := floor(one, rows)) is not None and (below := floor(other, rows)) is not None and below > above
    ]
    assert upward == []


def test_every_room_is_in_the_plan() -> None:
    tops = {name for name in modules() if name.count(".") == 1} - {"factcheck.__main__"}
    assert tops == set(floors("# The plan of the house"))
    rooms = {name for name in modules() if name.startswith("factcheck.reading.") and name.count(".") == 2}
    rooms |= {name for name in packages() if name.startswith("factcheck.reading.evidence.")}
    assert rooms == set(floors("### Reading"))


def test_no_rooms_import_each_other_in_a_circle() -> None:
    """A room is a folder without folders, or a module beside folders; the door of the package is none."""
    outer = {name.rpartition(".")[0] for name in packages()}

    def room(module: str) -> str:
        above = module.rpartition(".")[0]
        return module if module in packages() or above in outer else above

    graph: dict[str, set[str]] = defaultdict(set)
    for one, other in imports():
        if room(one) != room(other) and one != "factcheck":
            graph[room(one)].add(room(other))
    assert len(list(TopologicalSorter(graph).static_order())) > 30


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Not even where an import stands in a function: what both need is a third thing."""
    graph: dict[str, set[str]] = defaultdict(set)
    for one, other in imports():
        if other not in packages() and one != other:
            graph[one].add(other)
    assert len(list(TopologicalSorter(graph).static_order())) > 300


def test_no_name_of_a_module_stands_twice() -> None:
    """But that of a format, and that of a verb and of the module that does what it asks."""
    homes = (PACKAGE / "cli", PACKAGE / "cli/reference")
    verbs = {file.stem for home in homes for file in home.glob("*.py")}
    verbs = {name for name in verbs if f'"{name}"' in _verbs()}
    stems = Counter(
        file.stem
        for file in modules().values()
        if file.stem not in FORMATS and not (file.parent in homes and file.stem in verbs)
    )
    assert [name for name, times in stems.items() if times > 1 and not name.startswith("__")] == []


def _verbs() -> str:
    groups = ("cli/verbs.py", "cli/reference/reference_group.py", "cli/archive/archive_group.py")
    return "".join((PACKAGE / group).read_text("utf-8") for group in groups)


@pytest.mark.parametrize("package", sorted(packages() - {"factcheck"}))
def test_a_folder_says_the_question_it_answers(package: str) -> None:
    doc = ast.get_docstring(ast.parse(modules()[package].read_text("utf-8"))) or ""
    assert "?" in doc.split("\n\n")[0], f"{package}: its __init__.py begins with the question that it answers"


def test_what_one_wants_to_do_is_found_in_the_plan() -> None:
    rows = PLAN.partition("## I want to …")[2].partition("\n## ")[0].split("\n| ")[3:]
    wanted = [row.split(" | ") for row in rows]
    assert len({want for want, _ in wanted}) >= 17
    assert [want for want, files in wanted if "`" not in files] == []


def _named(page: Path) -> list[str]:
    spans = re.findall(r"`([^`\n]+)`", page.read_text("utf-8"))
    paths = (word for span in spans for word in span.split() if re.fullmatch(r"[\w.-]+(/[\w.-]+)*/?", word))
    return [path for path in paths if "/" in path and not re.fullmatch(r"[\d/]+|\w+/\d+(\.\d+)*", path)]


@pytest.mark.parametrize("page", DOCS, ids=[page.name for page in DOCS])
def test_every_path_that_the_docs_name_exists(page: Path) -> None:
    homes = (ROOT, PACKAGE, ROOT / "docs")
    lost = [
        path
        for path in _named(page)
        if not USERS & set(re.split(r"[/.]", path)) and not any((home / path).exists() for home in homes)
    ]
    assert lost == []


def _of(node: ast.stmt) -> list[str]:
    """The names that a statement of a module gives, but those of a table of messages, which the catalogues read."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [] if any(isinstance(one, ast.Call) for one in node.decorator_list) else [node.name]
    if not isinstance(node, ast.Assign) or "message(" in ast.unparse(node.value):
        return []
    return [one.id for one in node.targets if isinstance(one, ast.Name)]


def test_what_a_module_has_is_used() -> None:
    """In itself, by an import, as `module.name`, or by name: "package.module:name"."""
    trees = {name: ast.parse(file.read_text("utf-8")) for name, file in modules().items() if file.stem != "__init__"}
    nodes = [(name, node) for name, tree in trees.items() for node in ast.walk(tree)]
    imported = {(n.module, one.name) for _, n in nodes if isinstance(n, ast.ImportFrom) for one in n.names}
    asked = {(n.value.id, n.attr) for _, n in nodes if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name)}
    inside = {(name, n.id) for name, n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    used = imported | inside
    strings = {n.value for _, n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    words = {word for each in strings for word in re.findall(r"(?:^|[:.])(\w+)$", each)}
    given = [(name, one) for name, tree in trees.items() for node in tree.body for one in _of(node)]
    given = [(name, one) for name, one in given if name != "factcheck.api" and one != "__all__"]
    dead = [
        f"{name}: {one}"
        for name, one in given
        if (name, one) not in used and (name.rpartition(".")[2], one) not in asked and one not in words
    ]
    assert len(given) > 3000
    assert dead == []
