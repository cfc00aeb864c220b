"""A third language begins with an empty folder and grows by data alone: the command is run in a copy of the package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck.language.language import FILES
from factcheck.language.tables import Lists, Names, Numbers, Pairs, Rows, Shapes, Words, is_table

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "articles").iterdir())
Desk = Callable[..., "subprocess.CompletedProcess[str]"]

MALAY = {
    "about": 'names = ["malay", "melayu", "bahasa melayu"]\ncommon = ["ialah", "kerana", "beliau", "ahad", "bahawa"]\n',
    "numbers": 'decimal = "."\ngroup = ","\npercent = ["%", "peratus"]\n'
    "[ones]\nsatu = 1\ndua = 2\ntiga = 3\n[scales]\njuta = 1_000_000\n",
    "dates": "[weekdays]\nisnin = 0\nselasa = 1\nrabu = 2\nkhamis = 3\njumaat = 4\nsabtu = 5\nahad = 6\n"
    "[months]\ndisember = 12\njanuari = 1\n[names]\n"
    'weekdays = ["Isnin", "Selasa", "Rabu", "Khamis", "Jumaat", "Sabtu", "Ahad"]\n',
}
"""A language of thirty words."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with its packs, which a test may give another language."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(ROOT / "factcheck", home / "factcheck", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "reference", home / "reference")
    return home


@pytest.fixture
def desk(home: Path, tmp_path: Path) -> Iterator[Callable[[dict[str, str]], Desk]]:
    """What gives the copy a language `ms` of these files, and then runs the command there."""
    folder = home / "factcheck/language/ms"

    def with_language(files: dict[str, str]) -> Desk:
        folder.mkdir()
        for name, text in files.items():
            (folder / f"{name}.toml").write_text(text, "utf-8")
        return run

    def run(*arguments: str, **drafts: str) -> subprocess.CompletedProcess[str]:
        for name, text in drafts.items():
            (tmp_path / f"{name}.md").write_text(text, "utf-8")
        environment = {**os.environ, "PYTHONPATH": str(home), "FACTCHECK_CACHE_DIR": str(home / ".cache")}
        command = [sys.executable, "-P", "-m", "factcheck", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    yield with_language
    shutil.rmtree(folder, ignore_errors=True)


def in_malay(article: Path) -> str:
    """The article, said to be in the third language."""
    text = article.read_text("utf-8")
    head, _, body = text.partition("\n---\n")
    front = head.removeprefix("---\n") if text.startswith("---") else ""
    return f"---\n{front}\nlanguage: ms\n---\n{body if front else text}"


def one_word(kind: object) -> str:
    """A value of the type with one word in it, as TOML."""
    values = {
        str: '"kata"', bool: "true", Words: '["kata"]', Numbers: "{ kata = 1 }", Names: '{ kata = "kata" }',
        Lists: '{ kata = ["kata"] }', Pairs: '[["ka", "ta"]]', Rows: '[{ kota = "kata" }]',
        Shapes: '[{ kind = "change", shape = "{A} kata {B} kata {P}" }]',
    }  # fmt: skip
    if is_table(kind):
        inside = (f"{name.rstrip('_')} = {one_word(each)}" for name, each in kind.__annotations__.items())
        return f"{{ {', '.join(inside)} }}"
    return values[kind]  # type: ignore[index]


def of_one_word_each() -> dict[str, str]:
    """Every list of every file, with one word in it; the order of dates and the size of a change are no words."""
    files = {}
    for name, kind in FILES.items():
        lists = {key.rstrip("_"): one_word(each) for key, each in kind.__annotations__.items()}
        lists |= {"order": '["mdy"]'} if name == "dates" else {}
        files[name] = "".join(f"{key} = {value}\n" for key, value in lists.items())
    return files


LANGUAGES = {"no word": {}, "one word in each list": of_one_word_each(), "thirty words": MALAY}


@pytest.mark.parametrize("files", LANGUAGES.values(), ids=list(LANGUAGES))
def test_any_text_is_read(desk: Callable[[dict[str, str]], Desk], files: dict[str, str]) -> None:
    run = desk(files)
    drafts = {f"a{number}": in_malay(article) for number, article in enumerate(ARTICLES)}
    for verb in (["check", "--format", "json"], ["claims"], ["check", "--format", "html"]):
        done = run(*verb, ".", **drafts)
        assert done.returncode in (0, 1), done.stderr[-2000:]
        assert done.stderr == ""
    explained = run("explain", "a0.md:8")
    assert explained.returncode in (0, 1), explained.stderr


def test_it_is_said_to_be_spoken_and_a_text_in_it_is_told(desk: Callable[[dict[str, str]], Desk]) -> None:
    run = desk(MALAY)
    done = run(
        "check", "--format", "plain", "draft.md",
        draft="Beliau hadir kerana Khamis (3/12/2024) ialah hari yang dijanjikan, bahawa Ahad pun boleh.\n",
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "3/12/2024 is a Selasa, not a Khamis" in done.stdout
    named = run("check", "--format", "plain", "named.md", named="---\nbahasa: Melayu\n---\nIsnin (3/12/2024).\n")
    assert "3/12/2024 is a Selasa, not a Isnin" in named.stdout


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("words", '[rank]\ncue = []\n\n[bind]\nto = ["ke"]\nform = ["dari"]\n', ":6: There is no list “form” here"),
        ("words", '[rank]\ncue = ["tempat",\n  "nombor",\n  "tempat"]\n', ":4: “tempat” stands twice in “cue”"),
        ("numbers", "decimal = 5\n", "numbers.toml:1: “decimal” must be a word in quotation marks"),
        ("numbers", '[ones]\nsatu = "1"\n', "numbers.toml:1: “ones” must be a table of words and whole numbers"),
        ("dates", 'between = "pagi"\n', "dates.toml:1: “between” must be a list of words"),
        ("words", 'rank = ["tempat"]\n', "words.toml:1: “rank” must be a table"),
        ("changes", '[[shapes]]\nkind = "change"\nshaqe = "x"\n', "changes.toml:3: There is no list “shaqe” here"),
        ("people", "speech = [\n", "people.toml: The word list is not valid TOML"),
    ],
)  # fmt: skip
def test_a_slip_in_a_list_is_said_with_its_line(
    desk: Callable[[dict[str, str]], Desk], name: str, text: str, said: str
) -> None:
    done = desk({name: text})("check", "draft.md", draft="---\nlanguage: ms\n---\nSatu ayat.\n")
    assert done.returncode == 2
    assert said in done.stderr, done.stderr
