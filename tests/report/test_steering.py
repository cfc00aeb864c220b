"""No output of any command steers what it is shown on: the outputs are taken from the registers, so that a new one is
attacked too."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from factcheck.cli.claims import FORMS as CLAIMS
from factcheck.cli.explain import FORMS as EXPLAIN
from factcheck.cli.reference.pack_options import FORMS as GRIDS
from factcheck.cli.reference.reference_group import VERBS as REFERENCE
from factcheck.cli.verbs import VERBS
from factcheck.formats import REPORTERS
from factcheck.report.safe import STEERING, escaped_json, printable, say

EVIL = "".join(
    map(chr, (0x1B, 0x9B, 0x07, 0x08, 0x7F, 0x85, 0x61C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069, 0x2028))
)
STEERS = re.compile(f"(?!\n)[{STEERING}]")
WRONG = (
    f"Piagam{EVIL} diserahkan Selasa (2/12/2024) di Kota{EVIL} Jambi, nilai {EVIL}93,86 pada 2024. Ketua Ombudsman RI "
    "Muhamm\u2069 Najih hadir di Kota Jambi.\n"
)
PACKS = Path(__file__).parents[1] / "cli" / "desk" / "packs"
COMMANDS = {
    **{f"check {form}": ["check", "--format", form, "{article}"] for form in REPORTERS},
    **{
        f"check -v {form}": ["check", "-v", "--statistics", "--format", form, "{article}"] for form in ("rich", "plain")
    },
    **{f"claims {form}": ["claims", "--format", form, "{article}"] for form in CLAIMS},
    **{f"explain {form}": ["explain", "--format", form, "{article}:1"] for form in EXPLAIN},
    **{f"list {form}": ["reference", "list", "--reference", "{pack}", "--format", form] for form in GRIDS},
    **{f"stats {form}": ["reference", "stats", "--reference", "{pack}", "--format", form] for form in GRIDS},
    **{f"search {form}": ["reference", "search", "evil", "--reference", "{pack}", "--format", form] for form in GRIDS},
    **{f"show {form}": ["reference", "show", "Kota Evil", "--reference", "{pack}", "--format", form] for form in GRIDS},
    **{f"diff {form}": ["reference", "diff", "{pack}", "{other}", "--format", form] for form in GRIDS},
    "validate": ["reference", "validate", "-v", "{pack}"],
    "build": ["reference", "build", "--reference", "{pack}"],
    "propose": ["reference", "propose", "{article}", "--reference", "{pack}"],
    "add": ["reference", "add", "{pack}", "facts", "entity=" + EVIL[2:]],
    "new": ["reference", "new", "{folder}/x" + EVIL],
    "pull": ["reference", "pull", "http://127.0.0.1:9/" + EVIL],
    "outdated": ["reference", "outdated", "--reference", "{pack}"],
    "import": ["reference", "import", "{article}", "{pack}"],
    "baseline": ["baseline", "{article}", "--output", "{folder}/b" + EVIL],
    "init": ["init", "--yes", "{folder}"],
    "rules": ["rules"],
    "rule": ["rule", EVIL],
    "server": ["server", EVIL],
    "page": ["page", "{folder}/gone" + EVIL],
    "archive": ["archive", "report", "{folder}/gone" + EVIL],
    "gone": ["check", "{folder}/gone" + EVIL],
}


def test_every_verb_is_attacked() -> None:
    """A new verb gets a row above."""
    said = {tuple(word for word in words[:2] if word.isalpha()) for words in COMMANDS.values()}
    verbs = {(name,) for name in VERBS if name != "reference"} | {("reference", name) for name in REFERENCE}
    assert verbs <= said | {(words[0],) for words in COMMANDS.values()}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An article and packs of a stranger."""
    folder = tmp_path_factory.mktemp("desk")
    evil = folder / f"evil{EVIL}"
    evil.mkdir()
    article = evil / f"a{EVIL}.md"
    article.write_text(WRONG, "utf-8")
    for name, version in (("pack", "1"), ("other", "2")):
        pack = evil / name
        pack.mkdir()
        for path in (PACKS / "literasi").iterdir():
            (pack / path.name).write_bytes(path.read_bytes())
        descriptor = json.loads((pack / "datapackage.json").read_text("utf-8"))
        descriptor |= {"title": f"t{EVIL}t", "version": f"{version}{EVIL}"}
        (pack / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")
    return {"article": str(article), "pack": str(evil / "pack"), "other": str(evil / "other"), "folder": str(evil)}


@pytest.mark.parametrize("name", COMMANDS)
def test_no_output_steers(desk: dict[str, str], name: str) -> None:
    words = [part for word in COMMANDS[name] for part in [word.format(**desk)]]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *words],
        cwd=desk["folder"], env=environment, capture_output=True, encoding="utf-8", timeout=600, check=False,
    )  # fmt: skip
    assert (STEERS.search(done.stdout), STEERS.search(done.stderr)) == (None, None)
    assert "Traceback" not in done.stderr
    assert "This is a bug" not in done.stderr


def test_json_holds_the_same_value_and_nothing_that_steers() -> None:
    value: Any = {"text": EVIL + "".join(map(chr, range(0x20))) + "é\ud800"}
    written = escaped_json(json.dumps(value, ensure_ascii=False))
    assert STEERS.search(written) is None
    assert json.loads(written) == value


def test_a_line_stays_one(capsys: pytest.CaptureFixture[str]) -> None:
    say(f"a{EVIL}\nb")
    assert capsys.readouterr().out == printable(f"a{EVIL} b") + "\n"
