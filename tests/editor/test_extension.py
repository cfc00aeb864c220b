"""The extension for VS Code: of the version of the command, in both languages, and of the server's names."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import factcheck

FOLDER = Path(__file__).parents[2] / "editors/vscode"


def read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text("utf-8"))


def test_it_has_the_version_of_the_command() -> None:
    assert read("package.json")["version"] == factcheck.__version__.partition(".dev")[0]


def test_every_word_of_its_settings_is_there_in_both_languages() -> None:
    used = set(re.findall(r"%(\w+)%", (FOLDER / "package.json").read_text("utf-8")))
    assert used == set(read("package.nls.json")) == set(read("package.nls.id.json"))


def test_it_answers_the_command_that_asks_for_a_reason() -> None:
    code = (FOLDER / "extension.js").read_text("utf-8")
    said = {language: set(re.findall(r"^    (\w+):", part, re.MULTILINE)) for language, part in _words(code)}
    assert said["en"] == said["id"]
    assert '"factcheck.silence"' in code
    assert "asksReason: true" in code


def _words(code: str) -> list[tuple[str, str]]:
    return re.findall(r"^  (en|id): \{\n(.*?)^  \},", code, re.MULTILINE | re.DOTALL)
