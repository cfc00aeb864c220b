"""The baseline as a file: JSON, one finding a line, sorted, so that a review reads what is known and since when."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.files import write_whole
from factcheck.filters.baseline import Entries, Entry
from factcheck.messages import message
from factcheck.typed import Any

SCHEMA = "factcheck.baseline/1"
NAME = "factcheck-baseline.json"


def read_baseline(path: str) -> dict[str, dict[str, Entry]]:
    """The entries of a baseline file by article, as `article_key` calls it.

    Raises FactcheckError when there is no such file or it is no baseline, with the line where that is known.
    """
    try:
        stored = json.loads(Path(path).read_text("utf-8"))
    except FileNotFoundError as slip:
        raise FactcheckError(message("There is no such baseline; `factcheck baseline` writes one."), path) from slip
    except json.JSONDecodeError as slip:
        raise FactcheckError(
            message("This baseline is not valid JSON: {reason}.", reason=slip.msg), path, slip.lineno, slip.colno
        ) from slip
    except (OSError, ValueError, RecursionError) as slip:
        raise FactcheckError(message("This baseline cannot be read: {reason}.", reason=slip), path) from slip
    if not isinstance(stored, dict) or stored.get("schema") != SCHEMA:
        raise FactcheckError(
            message('This is no baseline of this version: its "schema" is not "{schema}".', schema=SCHEMA), path
        )
    try:
        articles: dict[str, list[dict[str, Any]]] = stored["articles"]
        return {article: {item["fingerprint"]: _entry(item) for item in listed} for article, listed in articles.items()}
    except (AttributeError, KeyError, TypeError, ValueError) as slip:
        told = message("An entry of this baseline is not understood; `factcheck baseline` writes it anew.")
        raise FactcheckError(told, path) from slip


def write_baseline(path: str, articles: Mapping[str, Entries]) -> None:
    """Writes a baseline whole or not at all. Raises FactcheckError when it cannot be written."""
    parts = ",\n".join(
        f"  {_json(article)}: [\n{_lines(articles[article])}\n  ]" for article in sorted(articles) if articles[article]
    )
    write_whole(path, f'{{"schema": {_json(SCHEMA)}, "articles": {{\n{parts}\n}}}}\n'.encode())


def article_key(article: str, baseline: str) -> str:
    """How the baseline file calls an article: its path from the file's folder, with slashes."""
    folder = os.path.realpath(Path(baseline).parent)
    return Path(os.path.relpath(os.path.realpath(article), folder)).as_posix()


def gone(articles: Mapping[str, Entries], baseline: str) -> Entries:
    """The entries of articles that are no more: one that was renamed brings its known findings along."""
    folder = Path(baseline).parent
    lost = (entries for article, entries in articles.items() if not os.path.lexists(folder / article))
    return {key: entry for entries in lost for key, entry in entries.items()}


def _lines(entries: Entries) -> str:
    ordered = sorted(entries.values(), key=lambda entry: (entry.rule, entry.text, entry.fingerprint))
    return ",\n".join(f"    {_json(_said(entry))}" for entry in ordered)


def _said(entry: Entry) -> dict[str, Any]:
    dates = {"since": entry.since.isoformat(), "until": entry.until.isoformat() if entry.until else None}
    return {"fingerprint": entry.fingerprint, "rule": entry.rule, "text": entry.text, **dates}


def _json(value: Any) -> str:
    """`value` as JSON; where anything in it steers a terminal, all that is no ASCII as escapes."""
    written = json.dumps(value, ensure_ascii=False)
    return written if written.isprintable() else json.dumps(value)


def _entry(item: dict[str, Any]) -> Entry:
    until = item.get("until")
    since = date.fromisoformat(item["since"])
    return Entry(item["fingerprint"], item["rule"], item["text"], since, date.fromisoformat(until) if until else None)
