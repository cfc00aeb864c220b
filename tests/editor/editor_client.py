"""A small client of the language server protocol, of its own making: it shares no line with the server's library."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

Message = dict[str, Any]
LONGEST = 600
"""Seconds that a server may say nothing until it is ended, so that a test fails instead of hanging."""

PROFILES: dict[str, Message] = {
    "vscode": {
        "general": {"positionEncodings": ["utf-16"]},
        "textDocument": {
            "diagnostic": {"dynamicRegistration": True, "relatedDocumentSupport": False},
            "publishDiagnostics": {"relatedInformation": True, "versionSupport": True, "codeDescriptionSupport": True},
            "hover": {"contentFormat": ["markdown", "plaintext"]},
            "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["", "quickfix", "source"]}}},
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        },
        "workspace": {
            "workspaceEdit": {"documentChanges": True, "snippetEditSupport": True},
            "didChangeWatchedFiles": {"dynamicRegistration": True},
            "diagnostics": {"refreshSupport": True},
            "workspaceFolders": True,
        },
        "window": {"workDoneProgress": True},
    },
    "neovim": {
        "general": {"positionEncodings": ["utf-8", "utf-16", "utf-32"]},
        "textDocument": {
            "diagnostic": {"dynamicRegistration": False},
            "publishDiagnostics": {"relatedInformation": True},
            "hover": {"contentFormat": ["markdown", "plaintext"]},
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
        },
        "workspace": {"workspaceEdit": {"documentChanges": True}},
        "window": {"workDoneProgress": True},
    },
    "emacs": {
        "general": {"positionEncodings": ["utf-32", "utf-8", "utf-16"]},
        "textDocument": {
            "publishDiagnostics": {"relatedInformation": False},
            "hover": {"contentFormat": ["plaintext"]},
        },
        "workspace": {"workspaceEdit": {"documentChanges": True}},
    },
}
"""What three editors say that they can do, as far as this server looks at it: two ask for diagnostics themselves."""
UNITS = {"vscode": "utf-16-le", "neovim": "utf-8", "emacs": "utf-32-le"}


class Client:
    """An editor: starts the server in a folder, answers its requests, keeps what it tells."""

    def __init__(self, folder: Path, profile: str, **options: Any) -> None:
        self.folder, self.profile = folder, profile
        self.told: list[Message] = []
        self.drafts = 0
        self._number = 0
        environment = {**os.environ, "LANG": "C.UTF-8", "LANGUAGE": "", "FACTCHECK_LANG": ""}
        self.server = subprocess.Popen(
            [sys.executable, "-m", "factcheck", "server", "--stdio"],
            cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment,
        )  # fmt: skip
        self.capabilities = self._initialized(options)

    def _initialized(self, options: Message) -> Message:
        wish = {
            "processId": os.getpid(),
            "rootUri": self.folder.as_uri(),
            "workspaceFolders": [{"uri": self.folder.as_uri(), "name": "desk"}],
            "capabilities": PROFILES[self.profile],
            **options,
        }
        result: Message = self.ask("initialize", wish)
        self.tell("initialized", {})
        return result["capabilities"]  # type: ignore[no-any-return]

    # ------------------------------------------------------------ messages

    def raw(self, data: bytes) -> None:
        """Sends bytes as they are."""
        assert self.server.stdin
        self.server.stdin.write(data)
        self.server.stdin.flush()

    def send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def tell(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    def begin(self, method: str, params: Any) -> int:
        """Asks without waiting: the number of the question."""
        self._number += 1
        self.send({"id": self._number, "method": method, "params": params})
        return self._number

    def ask(self, method: str, params: Any) -> Any:
        """The answer to a question; what the server tells meanwhile is kept."""
        return self.answer(self.begin(method, params))

    def answer(self, number: int) -> Any:
        message = self.until(lambda one: one.get("id") == number and "method" not in one)
        if "error" in message:
            raise ServerError(message["error"])
        return message["result"]

    def until(self, wanted: Callable[[Message], bool]) -> Message:
        """The next message that is wanted, also of those kept."""
        for place, message in enumerate(self.told):
            if wanted(message):
                return self.told.pop(place)
        while True:
            message = self._read()
            if "method" in message and "id" in message:
                self.send({"id": message["id"], "result": None})
            if wanted(message):
                return message
            self.told.append(message)

    def _read(self) -> Message:
        with self._not_for_ever():
            return self._message()

    @contextmanager
    def _not_for_ever(self) -> Iterator[None]:
        """Ends a server that keeps its editor waiting, however long it has served before."""
        end = threading.Timer(LONGEST, self.server.kill)
        end.daemon = True
        end.start()
        try:
            yield
        finally:
            end.cancel()

    def _message(self) -> Message:
        assert self.server.stdout
        size = 0
        while (line := self.server.stdout.readline()).strip():
            name, _, value = line.decode("ascii").partition(":")
            size = int(value) if name.lower() == "content-length" else size
        if not line:
            raise EOFError("the server has gone")
        found: Message = json.loads(self.server.stdout.read(size))
        return found

    # ------------------------------------------------------------ drafts

    def open(self, uri: str, text: str, version: int = 1, language: str = "markdown") -> None:
        item = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})

    def change(self, uri: str, text: str, version: int) -> None:
        changes = {"textDocument": {"uri": uri, "version": version}, "contentChanges": [{"text": text}]}
        self.tell("textDocument/didChange", changes)

    def diagnostics(self, uri: str, version: int) -> list[Message]:
        """The diagnostics of a version, asked for or waited for, as this editor does."""
        if "diagnostic" in PROFILES[self.profile]["textDocument"]:
            return self.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})["items"]  # type: ignore[no-any-return]
        told = self.until(lambda one: publishes(one, uri) and one["params"].get("version") == version)
        return told["params"]["diagnostics"]  # type: ignore[no-any-return]

    def actions(self, uri: str, place: Message, only: Sequence[str] | None = None) -> list[Message]:
        context: Message = {"diagnostics": []} if only is None else {"diagnostics": [], "only": only}
        params = {"textDocument": {"uri": uri}, "range": place, "context": context}
        return self.ask("textDocument/codeAction", params)  # type: ignore[no-any-return]

    def hover(self, uri: str, position: Message) -> Any:
        return self.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": position})

    # ------------------------------------------------------------ the end

    def leave(self) -> int:
        """Says goodbye: the exit status of the server."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        return self.gone()

    def gone(self) -> int:
        """Closes the pipe and waits: the exit status of the server."""
        assert self.server.stdin and self.server.stdout and self.server.stderr
        if self.server.stdout.closed:
            return self.server.wait()
        with suppress(BrokenPipeError):
            self.server.stdin.close()
        with self._not_for_ever():
            self.server.stdout.read()
            self.server.stderr.read()
            status = self.server.wait()
        self.server.stdout.close()
        self.server.stderr.close()
        return status


class ServerError(Exception):
    """What a server answers that will not."""


def publishes(message: Message, uri: str) -> bool:
    """Whether a message tells the diagnostics of a draft."""
    return message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri


def words_at(text: str, place: Message, profile: str) -> str:
    """What stands in a range, as an editor with these units finds it: lines end at LF, CRLF and CR."""
    first, last = offset(text, place["start"], profile), offset(text, place["end"], profile)
    return text[first:last]


def offset(text: str, position: Message, profile: str) -> int:
    """The code point of a position."""
    starts = [0, *(end.end() for end in re.finditer("\r\n|\r|\n", text))]
    codec = UNITS[profile]
    size = {"utf-8": 1, "utf-16-le": 2, "utf-32-le": 4}[codec]
    start = starts[position["line"]]
    piece = text[start:].encode(codec)[: position["character"] * size]
    return start + len(piece.decode(codec))


def position_of(text: str, words: str, profile: str) -> Message:
    """The position where words begin in a text, as this editor counts."""
    at = text.index(words)
    before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
    line, column = before.count("\n"), before.rpartition("\n")[2]
    codec = UNITS[profile]
    size = {"utf-8": 1, "utf-16-le": 2, "utf-32-le": 4}[codec]
    return {"line": line, "character": len(column.encode(codec)) // size}


def edited(text: str, edits: Sequence[Message], profile: str) -> str:
    """A text with edits put in, from the end so that the places before stay."""
    spans = [
        (offset(text, one["range"]["start"], profile), offset(text, one["range"]["end"], profile), one["newText"])
        for one in edits
    ]
    for start, end, new in sorted(spans, reverse=True):
        text = text[:start] + new + text[end:]
    return text
