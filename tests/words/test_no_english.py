"""No English word in what the command says to an Indonesian desk.

English is whatever word the program's own English has: its messages, docstrings, constants and keys. Of those an output
may have what is Indonesian too (the words of the translations and of the language), what it quotes (the article, names
and sources of the reference) and what may_stay.toml lists with the reason.
"""

from __future__ import annotations

import ast
import csv
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from functools import cache
from html import unescape
from importlib import import_module
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from factcheck.__main__ import main
from factcheck.cli.reference.reference_group import VERBS as REFERENCE_VERBS
from factcheck.cli.verbs import VERBS
from factcheck.formats import REPORTERS as FORMATS
from factcheck.manual.pages import pages
from factcheck.rules import known_rules

for verb, _ in (*VERBS.values(), *REFERENCE_VERBS.values()):
    import_module(verb.partition(":")[0])  # in English, as other tests read them: click names types at import

ROOT = Path(__file__).parents[2]
ARTICLES = sorted(path for path in (ROOT / "articles").iterdir() if ".en." not in path.name)
DRAFTS = [*ARTICLES, *sorted((ROOT / "tests/evaluation/id/articles").glob("*.*"))[:12]]
WORD = re.compile(r"[^\W\d_]{2,}")
QUOTED = re.compile(r"https?://\S+|\b[\w-]+(?:[./][\w-]+)+|--[\w-]+|\bgit\+\S+")
"""What is no word: addresses, names of files and sites, options."""
CODE = re.compile(r"<(style|script)\b.*?</\1>", re.DOTALL)
TAG = re.compile(r"<[^<>]*>")
NAMED = ("name", "short", "also", "role", "institution", "title", "about", "venue", "city", "source")


def words(text: str) -> set[str]:
    """The words of a text, small; hyphens part them."""
    shown = unescape(TAG.sub(" ", CODE.sub(" ", text))).replace("\\", "")
    return set(WORD.findall(QUOTED.sub(" ", shown).lower()))


@cache
def english() -> frozenset[str]:
    """Every word of the program's own English."""
    found: set[str] = set()
    for path in (ROOT / "factcheck").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= words(node.value)
    return frozenset(found)


@cache
def translations() -> frozenset[str]:
    """The words of the catalogue's Indonesian."""
    with (ROOT / "factcheck/locale/id/LC_MESSAGES/factcheck.po").open("rb") as file:
        catalog = read_po(file)
    said = (word for each in catalog if each.id for word in _strings(each.string))
    return frozenset(words(re.sub(r"\{[^{}]*\}", " ", " ".join(said))))


@cache
def indonesian() -> frozenset[str]:
    """Words of the language as its word lists have them."""
    lists = (ROOT / "factcheck/language/id").iterdir()
    return frozenset(word for path in lists if path.suffix in (".toml", ".txt") for word in words(_values(path)))


def _values(path: Path) -> str:
    text = path.read_text("utf-8")
    if path.suffix == ".txt":
        return " ".join(line for line in text.splitlines() if not line.startswith("#"))
    return " ".join(_strings(tomllib.loads(text)))


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list | tuple):
        yield from (word for each in data for word in _strings(each))
    elif isinstance(data, dict):
        yield from (word for each in data.values() for word in _strings(each))


@cache
def may_stay(kind: str = "") -> frozenset[str]:
    """What the list allows in runs of a kind, the names of rules, verbs and formats with it."""
    tables = tomllib.loads(Path(__file__).with_name("may_stay.toml").read_text("utf-8"))
    listed = (word for name, table in tables.items() if name != "names" or kind in WITH_NAMES for word in table)
    return frozenset(words(" ".join((*listed, *known_rules(), *VERBS, *REFERENCE_VERBS, *FORMATS))))


@cache
def quoted() -> frozenset[str]:
    """Words of the articles, and the names and sources of the reference."""
    found = {word for page in pages() for word in words(f"{page.wrong} {page.right}")}
    for path in DRAFTS:
        found |= words(path.read_text("utf-8"))
    for path in (ROOT / "reference").rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column in NAMED:
                    found |= words(row.get(column) or "")
    return frozenset(found)


def foreign(output: str, kind: str = "") -> set[str]:
    """The English words of an output that nothing allows."""
    found = words(output) & english()
    return (found - translations() - indonesian() - may_stay(kind) - quoted()) | (found & NEVER - may_stay(kind))


COMMANDS = tomllib.loads(Path(__file__).with_name("commands.toml").read_text("utf-8"))
"""The runs of a desk, by what they are; @ROOT@ is the project, @DRAFTS@ and @ARTICLES@ are all of them."""
BROUGHT = {
    "broken.md": b"---\ntitle: x\n", "empty.txt": b"", "naskah.doc": b"\xd0\xcf\x11\xe0" + bytes(600),
    "broken.docx": b"PK\x03\x04", "utf.txt": b"\xff\xfe\x00", "table.xlsx": b"PK\x03\x04",
}  # fmt: skip
"""Files that cannot be read."""
NEVER = frozenset(
    (
        "zone",
        "score",
        "opinion",
        "category",
        "count",
        "row",
        "source",
        "year",
        "the",
        "is",
        "not",
        "with",
        "since",
        "of",
    )
)
"""Words that neither an article nor a word list excuses."""
WITH_NAMES = ("help", "reference", "wrong", "settings")
"""Runs that speak of the files of packs, whose columns and measures have names of their own."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a newsroom with what editors bring."""
    shutil.copy(ROOT / "articles/07-angka-yang-tertukar.md", tmp_path / "draft.md")
    for name, data in BROUGHT.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Both streams of a run in Indonesian."""
    main(["--lang", "id", *arguments])
    out = capsys.readouterr()
    return out.out + out.err


def commands(kind: str) -> Iterator[list[str]]:
    """The arguments of each run of a kind."""
    if kind == "help":
        yield from (["--help"], ["reference", "--help"], *([verb, "--help"] for verb in VERBS))
        yield from (["reference", verb, "--help"] for verb in REFERENCE_VERBS)
    elif kind == "rules":
        yield from (["rule", name] for name in known_rules())
    many = {"@DRAFTS@": map(str, DRAFTS), "@ARTICLES@": map(str, ARTICLES)}
    for line in COMMANDS.get(kind, ()):
        words = (word.replace("@ROOT@", str(ROOT)) for word in shlex.split(line))
        yield [word for one in words for word in many.get(one, (one,))]


@pytest.mark.parametrize("kind", ["help", "rules", "every-day", "explain", "reference", "wrong"])
def test_no_english_word_in_an_indonesian_output(kind: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = {}
    for arguments in commands(kind):
        left = foreign(said(capsys, *arguments), kind) - words(" ".join(arguments))
        if left:
            found[" ".join(arguments)[:60]] = sorted(left)
    assert found == {}


def test_no_english_word_about_broken_settings(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = {}
    for settings in COMMANDS["settings"]:
        (desk / "factcheck.toml").write_text(settings, "utf-8")
        left = foreign(said(capsys, "check", "draft.md"), "settings") - words(settings)
        if left:
            found[settings] = sorted(left)
    assert found == {}


def test_english_words_of_the_translations_are_on_the_list() -> None:
    assert (translations() & english()) - indonesian() - quoted() - may_stay("help") == set()


def test_the_check_finds_english() -> None:
    assert foreign("dibaca menurut zone; row of the reading") == {"zone", "row", "the", "reading"}
