"""An article that takes too long and so ends every worker that reads it: it is a row with its reason, the others are
checked."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tools.archive_shows.made_articles import ROOT
from tools.archive_shows.scale import COMMAND

LIMIT = "0.2"
"""Seconds: an article of 99 kB that is full of claims takes longer on any machine, a line of text on none."""
LONG = 99_000


def give_up(folder: Path) -> int:
    """The exit status is 1 where anything but that article lacks its row, or is not checked."""
    dense = (ROOT / "articles/04-tabel-se-jambi-2023.md").read_text("utf-8").partition("---\n\n")[2]
    texts = [f"Warga {number} berkumpul di balai desa." for number in range(40)]
    texts.insert(17, (dense * (LONG // len(dense)))[:LONG])
    source = folder / "one-of-them.jsonl"
    source.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), "utf-8")
    output = folder / "given-up"
    words = (*COMMAND, str(source), "-o", str(output), "--workers", "2", "--portion", "500", "--limit", LIMIT)
    status = subprocess.run(words, check=False).returncode
    unread = _unread(output)
    print(f"exit status {status}; not checked: {unread}")
    return int(status != 2 or [document for document, _ in unread] != [f"{source}#18"])


def _unread(output: Path) -> list[tuple[str, str]]:
    from factcheck.archive.asking.database import database

    with database(output) as opened:
        rows = opened.ask("select document, reason from documents where status = 'unread'").rows
        assert opened.ask("select count(*) from documents").rows == ((41,),)
    return [(document, reason) for document, reason in rows]
