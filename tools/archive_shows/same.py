"""Findings of an archive held against those of `factcheck check` on the same articles as files."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from tools.archive_shows.scale import COMMAND

BETWEEN = "conflicting-articles"
"""The rule about several articles; in an archive it is a table."""


def same_as_command(source: Path, folder: Path) -> int:
    """Checks a file of JSON lines (id, published, title, text) both ways, and prints what differs."""
    articles = _files(source, folder / "files")
    print(f"{len(articles)} articles")
    archive = _archive(source, folder / "archive")
    command, between = _command(folder / "files", articles)
    print(f"findings: {len(archive)} of the archive, {len(command)} of the command")
    only = (Counter(archive) - Counter(command), Counter(command) - Counter(archive))
    for name, found in zip(("only in the archive", "only of the command"), only, strict=True):
        print(f"{name}: {sum(found.values())}")
        for each in list(found)[:5]:
            print("   ", each[:5])
    lost = between - _conflicts(folder / "archive")
    print(f"facts that articles state differently: {len(between)} of the command, {len(lost)} not in the table")
    return int(any(only) or bool(lost))


def _files(source: Path, folder: Path) -> dict[str, tuple[str, int, int]]:
    """The articles as files: by name the id, how long the front matter is, and where the text begins."""
    folder.mkdir(parents=True, exist_ok=True)
    found = {}
    opener = gzip.open if source.suffix == ".gz" else open
    with opener(source, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            article = json.loads(line)
            title, text = " ".join((article.get("title") or "").split()), article["text"]
            apart = bool(title) and not text.lstrip().startswith(title)
            head = f"---\ndate: {article['published']}\n---\n" if article.get("published") else ""
            name = f"{number:06d}.txt"
            (folder / name).write_text(head + (f"{title}\n\n" if apart else "") + text, "utf-8")
            found[name] = (article["id"], len(head), len(title) + 2 if apart else 0)
    return found


def _archive(source: Path, output: Path) -> list[tuple[Any, ...]]:
    from factcheck.archive.asking.database import database

    subprocess.run((*COMMAND, str(source), "-o", str(output)), check=True)
    sql = (
        'select id, rule, severity, field, start, "end", quote, message, expected, repairs, ground '
        "from findings join documents using (document)"
    )
    with database(output) as opened:
        return [(*row[:9], tuple(row[9]), row[10]) for row in opened.ask(sql).rows]


def _command(folder: Path, articles: dict[str, tuple[str, int, int]]) -> tuple[list[tuple[Any, ...]], set[Any]]:
    words = (sys.executable, "-m", "factcheck", "--lang", "en", "check", "--format", "jsonl", str(folder))
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    found: list[tuple[Any, ...]] = []
    between = set()
    for line in done.stdout.splitlines():
        report = json.loads(line)
        if report["kind"] != "document":
            continue
        id_, head, text = articles[Path(report["path"]).name]
        claims = {each["id"]: each for each in report["claims"]}
        for each in report["findings"]:
            if each["rule"] == BETWEEN:
                claim = claims[each["claims"][0]]
                between.add((claim["subject"]["name"], claim["period"]))
                continue
            start, end = each["start"] - head, each["end"] - head
            place = ("text", start - text, end - text) if start >= text else ("title", start, end)
            repairs = tuple(one["replacement"] for one in each["suggestions"])
            facts = (each["text"], each["message"], each["expected"] or "", repairs, each["ground"] or "")
            found.append((id_, each["rule"], each["severity"], *place, *facts))
    return found, between


def _conflicts(folder: Path) -> set[Any]:
    from factcheck.archive.asking.database import database, query

    with database(folder) as opened:
        return {(row[0], row[1]) for row in opened.ask(query("conflicts")).rows}
