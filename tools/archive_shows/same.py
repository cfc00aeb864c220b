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

DATES = 15
BETWEEN = "conflicting-articles"
"""The rule about several articles; in an archive it is a table."""


def same_as_command(source: Path, folder: Path) -> int:
    """Checks a file of JSON lines (id, published, title, text) both ways, and prints what differs: all articles without
    their dates, for one run of the command can give one date only, and those of the most frequent dates with them."""
    opener = gzip.open if source.suffix == ".gz" else open
    with opener(source, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    wrong = _held("without dates", [{**each, "published": None} for each in articles], folder / "undated")
    dated = Counter(each["published"] for each in articles if each.get("published"))
    frequent = {day for day, _ in dated.most_common(DATES)}
    some = [each for each in articles if each.get("published") in frequent]
    return wrong + _held(f"of {len(frequent)} dates", some, folder / "dated")


def _held(name: str, articles: list[dict[str, Any]], folder: Path) -> int:
    """The exit status: 1 where the findings of the two differ."""
    files = _files(articles, folder / "files")
    source = folder / "articles.jsonl"
    source.write_text("".join(json.dumps(each) + "\n" for each in articles), "utf-8")
    archive = _archive(source, folder / "archive")
    command: list[tuple[Any, ...]] = []
    between: set[Any] = set()
    for day in sorted({each["published"] for each in articles}, key=str):
        found, conflicting = _command(folder / "files" / str(day), files, day)
        command += found
        between |= conflicting
    print(f"{len(articles)} articles {name}: {len(archive)} findings of the archive, {len(command)} of the command")
    only = (Counter(archive) - Counter(command), Counter(command) - Counter(archive))
    for where, found_only in zip(("only in the archive", "only of the command"), only, strict=True):
        print(f"{where}: {sum(found_only.values())}", *list(found_only)[:3])
    lost = between - _conflicts(folder / "archive")
    print(f"facts that articles state differently: {len(between)} of the command, {len(lost)} not in the table")
    return int(any(only) or bool(lost))


def _files(articles: list[dict[str, Any]], folder: Path) -> dict[str, tuple[str, int]]:
    """The articles as files in a folder for each date: by name the id, and where the text begins."""
    found = {}
    for number, article in enumerate(articles):
        title, text = " ".join((article.get("title") or "").split()), article["text"]
        apart = bool(title) and not text.lstrip().startswith(title)
        path = folder / str(article["published"]) / f"{number:06d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(((f"{title}\n\n" if apart else "") + text).encode())
        found[path.name] = (article["id"], len(title) + 2 if apart else 0)
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


def _command(
    folder: Path, articles: dict[str, tuple[str, int]], day: str | None
) -> tuple[list[tuple[Any, ...]], set[Any]]:
    dated = ("--as-of", day) if day else ()
    words = (sys.executable, "-m", "factcheck", "--lang", "en", "check", "--format", "jsonl", *dated, str(folder))
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    found: list[tuple[Any, ...]] = []
    between = set()
    for line in done.stdout.splitlines():
        report = json.loads(line)
        if report["kind"] != "document":
            continue
        id_, text = articles[Path(report["path"]).name]
        claims = {each["id"]: each for each in report["claims"]}
        for each in report["findings"]:
            if each["rule"] == BETWEEN:
                claim = claims[each["claims"][0]]
                between.add((claim["subject"]["name"], claim["period"]))
                continue
            start, end = each["start"], each["end"]
            place = ("text", start - text, end - text) if start >= text else ("title", start, end)
            repairs = tuple(one["replacement"] for one in each["suggestions"])
            facts = (each["text"], each["message"], each["expected"] or "", repairs, each["ground"] or "")
            found.append((id_, each["rule"], each["severity"], *place, *facts))
    return found, between


def _conflicts(folder: Path) -> set[Any]:
    from factcheck.archive.asking.database import database, query

    with database(folder) as opened:
        return {(row[0], row[1]) for row in opened.ask(query("conflicts")).rows}
