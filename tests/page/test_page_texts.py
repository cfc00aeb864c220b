"""The page's words: every one that it asks for is there in every language, and none that it does not ask for."""

from __future__ import annotations

import re
from pathlib import Path

from factcheck.page.page_texts import page_texts

STATIC = Path(__file__).parents[2] / "factcheck/page/static"
SOURCES = [STATIC / "page.html", *(path for path in STATIC.glob("*.js") if path.name != "codemirror.js")]
ASKED = re.compile(r'\btext\((?:[\w.]+ \? )?"(\w+)"(?: : "(\w+)")?|data-(?:text|label)="(\w+)"')
BY_NAME = {"error", "errors", "warning", "warnings", "info", "infos"}


def asked() -> set[str]:
    """Every key that the page's files name."""
    text = "".join(path.read_text("utf-8") for path in SOURCES)
    panel = re.search(r"const PANEL = \[([^\]]+)\]", text)
    assert panel
    named = {key for found in ASKED.findall(text) for key in found if key}
    return named | set(re.findall(r'"([^"]+)"', panel[1])) | BY_NAME


def test_every_word_is_there_and_asked_for() -> None:
    texts = page_texts()
    assert set(texts) >= {"id", "en"}
    for words in texts.values():
        assert set(words) == asked()
        assert all(words.values())
