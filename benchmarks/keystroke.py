"""In the editor

`factcheck server` over its pipes, as an editor drives it: a letter is typed, the whole draft is sent, and the time runs
until its diagnostics are there. *pushed*: the server tells by itself after a pause of 40 ms without a letter (longer
where the draft takes longer to check), which is counted in; *asked*: the editor asks at once. *processor*: what the
server worked for a letter that is asked about, whatever else the machine does. Memory is that of the server after so
many edits of one draft, sent ten at a time.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from benchmarks.articles import dense, published
from benchmarks.bench import Bench
from benchmarks.result import Result, Table, ms

DRAFTS = {
    "5 KB about a subject": lambda: published(0, 5000).text,
    "5 KB, dense": lambda: dense(5000).text,
    "50 KB, dense": lambda: dense(50_000).text,
}
KEYS = 60
WARM = 5
EDITS = 10_000
AT_ONCE = 10
URI = "untitled:draft.md"
SUBJECT = next(iter(DRAFTS))


class Editor:
    """An editor that asks for diagnostics, or waits to be told them."""

    def __init__(self, bench: Bench, asks: bool) -> None:
        self.asks = asks
        self._number = 0
        command = bench.tool("factcheck", "server")
        self.server = subprocess.Popen(
            command, cwd=bench.folder, env=dict(bench.environment), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        document: dict[str, Any] = {"diagnostic": {}} if asks else {}
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": {"textDocument": document}})
        self._send("initialized", {})
        self._send(
            "textDocument/didOpen", {"textDocument": {"uri": URI, "languageId": "markdown", "version": 0, "text": "a"}}
        )

    def write(self, text: str, version: int) -> None:
        """Sends a version of the draft."""
        draft = {"uri": URI, "version": version}
        self._send("textDocument/didChange", {"textDocument": draft, "contentChanges": [{"text": text}]})

    def diagnosed(self, version: int) -> None:
        """Waits for the diagnostics of a version."""
        if self.asks:
            self._ask("textDocument/diagnostic", {"textDocument": {"uri": URI}})
            return
        while self._read().get("params", {}).get("version") != version:
            pass

    def leave(self) -> None:
        """Closes the draft and the server."""
        self._ask("shutdown", None)
        self._send("exit", None)
        self.server.communicate()

    def _ask(self, method: str, params: Any) -> None:
        self._number += 1
        self._send(method, params, self._number)
        while self._read().get("id") != self._number:
            pass

    def _send(self, method: str, params: Any, number: int | None = None) -> None:
        message = {"jsonrpc": "2.0", "method": method, "params": params, **({"id": number} if number else {})}
        body = json.dumps(message).encode()
        assert self.server.stdin
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self.server.stdout
        size = 0
        while (line := self.server.stdout.readline()).strip():
            name, _, value = line.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        found: dict[str, Any] = json.loads(self.server.stdout.read(size))
        return found


def measure(bench: Bench) -> Result:
    """Both ways of telling, three drafts; memory over many edits; --quick: a tenth of it."""
    keys, edits = (KEYS // 10, EDITS // 10) if bench.quick else (KEYS, EDITS)
    rows: list[tuple[str, ...]] = []
    figures: dict[str, float] = {}
    for name, draft in DRAFTS.items():
        pushed, asked = (_times(bench, draft(), keys, asks) for asks in (False, True))
        middle = statistics.median(pushed.times), statistics.median(asked.times)
        figures[f"keystroke: {name} pushed ms"], figures[f"keystroke: {name} asked ms"] = (one * 1000 for one in middle)
        most = max(pushed.times), max(asked.times)
        rows.append((name, *map(ms, (middle[0], most[0], middle[1], most[1], asked.processor))))
    head = ("a letter to its diagnostics, ms", "pushed, median", "most", "asked, median", "most", "processor")
    memory, figures["keystroke: growth MB"] = _memory(bench, DRAFTS[SUBJECT](), edits)
    return Result((Table(head, tuple(rows)), memory), (f"{keys} letters each.",), figures)


class Typed(NamedTuple):
    """Seconds for each letter, and the seconds that the server's processor worked for one."""

    times: list[float]
    processor: float


def _times(bench: Bench, text: str, keys: int, asks: bool) -> Typed:
    editor = Editor(bench, asks)
    times, worked = [], 0.0
    for version in range(1, keys + WARM + 1):
        if version == WARM + 1:
            worked = _processor(editor.server.pid)
        began = perf_counter()
        editor.write(_typed(text, version), version)
        editor.diagnosed(version)
        times.append(perf_counter() - began)
    worked = _processor(editor.server.pid) - worked
    editor.leave()
    return Typed(times[WARM:], worked / keys)


def _processor(process: int) -> float:
    """Seconds that a process has worked; 0 where the system does not say."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _typed(text: str, version: int) -> str:
    """The draft with another letter in its middle."""
    middle = text.find("\n\n", len(text) // 2)
    return f"{text[:middle]} {'abcdefghij'[version % 10] * (version % 7 + 1)}{text[middle:]}"


def _memory(bench: Bench, text: str, edits: int) -> tuple[Table, float]:
    editor = Editor(bench, asks=False)
    marks = {0: 0.0}
    for version in range(1, edits + 1):
        editor.write(_typed(text, version), version)
        if version % AT_ONCE == 0:
            editor.diagnosed(version)
        if version in (edits // 10, edits // 2, edits):
            marks[version] = _resident(editor.server.pid)
    editor.leave()
    del marks[0]
    first, *_, last = marks.values()
    row = tuple(f"{held:.1f}" for held in marks.values())
    return Table(("MB after edits", *(f"{version:,}" for version in marks)), (("resident", *row),)), last - first


def _resident(process: int) -> float:
    """Megabytes that a process holds now; 0 where the system does not say."""
    try:
        status = Path(f"/proc/{process}/status").read_text("ascii")
    except OSError:
        return 0.0
    kilobytes = next((line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:")), "0")
    return int(kilobytes) / 1000
