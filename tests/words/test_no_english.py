"""No English word in what the command says to an Indonesian desk.

English is whatever word the program's own English has: its messages, docstrings, constants and keys. Of those an output
may have what is Indonesian too (the words of the translations and of the language), what it quotes (the article, names
and sources of the reference) and what may_stay.toml lists with the reason.
"""

from __future__ import annotations

import ast
import csv
import re
import shutil
import tomllib
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from factcheck.__main__ import main
from factcheck.cli.group import VERBS
from factcheck.cli.reference.reference_group import VERBS as REFERENCE_VERBS
from factcheck.rules import known_rules

ROOT = Path(__file__).parents[2]
ARTICLES = sorted(path for path in (ROOT / "articles").iterdir() if ".en." not in path.name)
DRAFTS = [*ARTICLES, *sorted((ROOT / "tests/evaluation/id/articles").glob("*.*"))[:40]]
WORD = re.compile(r"[^\W\d_]{2,}")
QUOTED = re.compile(r"<[^<>]*>|https?://\S+|[\w./-]+\.(?:csv|md|txt|toml|json|yaml|xlsx|html|docx)\b|--[\w-]+|\bgit\+\S+")
CODE = re.compile(r"<(style|script)\b.*?</\1>", re.DOTALL)
NAMED = ("name", "short", "also", "role", "institution", "title", "about", "venue", "city", "source")


def words(text: str) -> set[str]:
    """The words of a text, small; hyphens part them."""
    shown = CODE.sub(" ", text)
    return set(WORD.findall(QUOTED.sub(" ", unescape(shown)).lower()))


@cache
def english() -> frozenset[str]:
    """Every word of the program's own English."""
    found: set[str] = set()
    for path in (ROOT / "factcheck").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= words(node.value)
    for path in (ROOT / "docs").glob("*.md"):
        found |= words(path.read_text("utf-8"))
    return frozenset(found)


@cache
def translations() -> frozenset[str]:
    """The words of the catalogue's Indonesian."""
    with (ROOT / "factcheck/locale/id/LC_MESSAGES/factcheck.po").open("rb") as file:
        catalog = read_po(file)
    said = (text for each in catalog if each.id for text in ([each.string] if isinstance(each.string, str) else each.string))
    return frozenset(word for text in said for word in words(re.sub(r"\{[^{}]*\}", " ", text)))


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
    elif isinstance(data, list):
        yield from (word for each in data for word in _strings(each))
    elif isinstance(data, dict):
        yield from (word for each in data.values() for word in _strings(each))


@cache
def may_stay() -> frozenset[str]:
    """What the list allows, the names of rules and verbs with it."""
    listed = " ".join(_strings(tomllib.loads(Path(__file__).with_name("may_stay.toml").read_text("utf-8"))))
    return frozenset(words(" ".join((listed, *known_rules(), *VERBS, *REFERENCE_VERBS))))


@cache
def quoted() -> frozenset[str]:
    """Words of the articles, and the names and sources of the reference."""
    found: set[str] = set()
    for path in DRAFTS:
        found |= words(path.read_text("utf-8"))
    for path in (ROOT / "reference").rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column in NAMED:
                    found |= words(row.get(column) or "")
    return frozenset(found)


def foreign(output: str) -> set[str]:
    """The English words of an output that nothing allows."""
    return (words(output) & english()) - translations() - indonesian() - may_stay() - quoted()


DRAFT = "articles/07-angka-yang-tertukar.md"
PLACES = ("01-kota-jambi-zona-hijau.md:10", "04-tabel-se-jambi-2023.md:19", "09-pejabat-dan-aturan.md:8", "17-ump-2026.md:14",
          "07-angka-yang-tertukar.md:8", "13-catatan-dari-loket.md:9", "15-yang-belum-ada-di-tabel.md:15", "06-angka-nasional-2022.txt:3")  # fmt: skip
"""Places whose explanations have every kind of claim."""
EVERY_DAY = (
    *(("check", "--format", form, *map(str, DRAFTS)) for form in ("plain", "rich", "markdown", "html")),
    ("check", "--verbose", "--statistics", "--select", "wrong-value", "--format", "rich", *map(str, ARTICLES)),
    ("check", "--fix", "--diff", *map(str, ARTICLES)),
    *(("claims", "--format", form, *map(str, ARTICLES)) for form in ("plain", "rich")),
    *(("explain", "--format", form, f"{ROOT}/articles/{place}") for place in PLACES for form in ("plain", "rich")),
    ("rules",),
    *(("rule", name) for name in known_rules()),
    ("init", "--yes"),
    ("baseline", "draft.md"),
    ("check", "draft.md", "--baseline", "factcheck-baseline.json"),
)
REFERENCE = (
    ("list",), ("stats",), ("show", "Kota Jambi", "--year", "2024"), ("show", "Jambi"), ("show", "UMP"), ("search", "jambi"),
    ("validate",), ("validate", str(ROOT / "tests/reference/base")), ("diff", str(ROOT / "reference/pejabat"), str(ROOT / "reference/lembaga")),
    ("build",), ("new", "harga-beras"), ("outdated",), ("propose", f"{ROOT}/{DRAFT}"), ("validate", "harga-beras", "--verbose"),
    ("add", "harga-beras", "facts", "entity=Kota Jambi", "period=2024"),
    ("add", "harga-beras", "facts", "entity=Entah", "period=x", "price=y", "source=z"),
    ("import", str(ROOT / "reference/upah-minimum/wages.csv"), "harga-beras"),
)  # fmt: skip
WRONG = (
    ("chek",), ("check", "--nothing"), ("check", "--format", "nothing"), ("check", "gone.md"), ("check", "broken.md"), ("check", "empty.txt"),
    ("check", "--as-of", "tomorrow"), ("check", "--select", "wrong-valu", "draft.md"), ("explain", "draft.md"), ("explain", "draft.md:900"),
    ("explain", "draft.md:2"), ("rule", "wrong-valu"), ("rule",), ("claims", "gone.md"), ("check", "naskah.doc"), ("check", "--reference", "gone", "draft.md"),
    ("check", "--diff", "nowhere", "draft.md"), ("check", "--staged", "-"), ("check", "--baseline", "gone.json", "draft.md"),
    ("check", "--jobs", "x"), ("init", "--pack"), ("reference", "show", "Entah Di Mana"), ("reference", "show"), ("reference", "validate", "gone"),
    ("reference", "search", "entahapa"), ("reference", "new", "a b"), ("reference", "pull", "ftp://x"), ("check", "https://"), ("check", "utf.txt"),
    ("check", "broken.docx"), ("check", "table.xlsx"), ("check", "-o", "draft.md", "draft.md"), ("--lang", "xx", "check"),
)  # fmt: skip
"""What goes wrong, in the words that an editor meets."""
SETTINGS = (
    'select = "wrong-value"', 'ignore = ["wrong-valu"]', "nothing = 1", "as-of = 12", 'lang = "xx"', 'baseline = "gone.json"',
    "severity = {wrong-value = 1}", "= broken", '[per-path."a/**"]\nnothing = 1', 'reference = ["gone"]', 'fail-on = "x"',
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a newsroom with what editors bring."""
    shutil.copy(ROOT / DRAFT, tmp_path / "draft.md")
    made = {
        "broken.md": b"---\ntitle: x\n", "empty.txt": b"", "naskah.doc": b"\xd0\xcf\x11\xe0" + bytes(600), "broken.docx": b"PK\x03\x04",
        "utf.txt": b"\xff\xfe\x00", "table.xlsx": b"PK\x03\x04",
    }  # fmt: skip
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Both streams of a run in Indonesian."""
    main(["--lang", "id", *arguments])
    out = capsys.readouterr()
    return out.out + out.err


def commands() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The runs of a desk, by what they are."""
    helps = [(), ("reference",), *((verb,) for verb in VERBS), *(("reference", verb) for verb in REFERENCE_VERBS)]
    return {
        "every day": EVERY_DAY,
        "help": tuple((*verb, "--help") for verb in helps),
        "reference": tuple(("reference", *arguments) for arguments in REFERENCE),
        "wrong": WRONG,
    }


@pytest.mark.parametrize("kind", commands())
def test_no_english_word_in_an_indonesian_output(kind: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = {}
    for arguments in commands()[kind]:
        left = foreign(said(capsys, *arguments)) - words(" ".join(arguments))
        if left:
            found[" ".join(arguments)[:60]] = sorted(left)
    assert found == {}


def test_no_english_word_about_broken_settings(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = {}
    for settings in SETTINGS:
        (desk / "factcheck.toml").write_text(settings, "utf-8")
        left = foreign(said(capsys, "check", "draft.md"))
        if left:
            found[settings] = sorted(left)
    assert found == {}


def test_english_words_of_the_translations_are_on_the_list() -> None:
    assert (translations() & english()) - indonesian() - quoted() - may_stay() == set()


def test_the_check_finds_english() -> None:
    assert {"zone", "row", "reading"} <= foreign("dibaca menurut zone; row of the reading")
