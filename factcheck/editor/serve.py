"""The language server: an editor's questions over standard input and output. The one module that runs pygls."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import traceback
from collections.abc import Awaitable, Iterator

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from factcheck.config import load_config
from factcheck.desk.desk import Desk
from factcheck.editor import protocol
from factcheck.editor.drafts import Answer, Draft, path_of, problem_words
from factcheck.editor.hover import shown_at
from factcheck.editor.outline import outline
from factcheck.editor.repairs import repairs, settled_repairs, silence, touched
from factcheck.editor.session import Open, Session
from factcheck.errors import FactcheckError
from factcheck.messages import language_in_use, speaking, translate, users_language, was_asked
from factcheck.typed import Any
from factcheck.version import __version__

WATCHED = ("**/factcheck.toml", "**/pyproject.toml", "**/factcheck-baseline.json", "**/datapackage.json", "**/*.csv")
"""What a check hangs on beside the draft."""
PROGRESS = "factcheck-opening"
FIX_KINDS = ("source", "source.fixAll", protocol.FIX_ALL)


def serve(desk: Desk, *, on_save: bool = False) -> int:
    """Answers an editor until it leaves: the exit status, 0 where it said goodbye first.

    `on_save`: drafts are checked when they are opened and saved, not while they are written.
    """
    server = Server(desk, on_save)
    editor = os.fdopen(os.dup(sys.stdout.fileno()), "wb")  # it is closed when the editor leaves
    out, sys.stdout = sys.stdout, sys.stderr  # nothing but the protocol goes to the editor
    try:
        server.start_io(sys.stdin.buffer, editor)
    finally:
        server.session.end()
        sys.stdout = out
    return 0 if server.said_goodbye else 1


class Server(LanguageServer):
    """One editor's server. `pulls`: the editor asks for diagnostics itself, and none are pushed."""

    def __init__(self, desk: Desk, on_save: bool) -> None:
        super().__init__("factcheck", __version__, types.TextDocumentSyncKind.Full)
        self.session = Session(desk)
        self.on_save = on_save
        self.pulls = False
        self.asks_reason = False
        self.said_goodbye = False
        self._told: set[str] = set()
        self._tasks: set[asyncio.Task[Any]] = set()
        for name, handler in FEATURES.items():
            self.feature(name, OPTIONS.get(name))(_bound(self, handler))

    # ---------------------------------------------------------------- drafts

    def later(self, coming: Awaitable[Any]) -> None:
        """Does something beside what is being answered; a slip in it ends nothing."""
        task = asyncio.ensure_future(self._guarded(coming))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, coming: Awaitable[Any]) -> None:
        try:
            await coming
        except asyncio.CancelledError:
            raise
        except Exception:
            self.tell_log(traceback.format_exc())

    def written(self, draft: Draft, *, now: bool) -> None:
        """Takes a version of a draft; where the editor does not ask itself, it is told after a short pause."""
        held = self.session.write(draft)
        if self.pulls:
            return
        if held.timer is not None:
            held.timer.cancel()
        pause = 0.0 if now else held.pause
        held.timer = asyncio.get_running_loop().call_later(pause, lambda: self.later(self._publish(held)))

    async def _publish(self, held: Open) -> None:
        found = await self.session.answered(held.draft.uri)
        if found is None or found.draft.version != held.draft.version:
            return  # closed, or typed over: the newer version is told by itself
        self._publish_marks(held.draft.uri, found.draft.version, protocol.diagnostics(found))
        self.tell_problems(found)

    def _publish_marks(self, uri: str, version: int | None, marks: list[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, marks, version))

    def closed(self, uri: str) -> None:
        """Forgets a draft and what is marked in it."""
        self.session.close(uri)
        if not self.pulls:
            self._publish_marks(uri, None, [])

    def again(self) -> None:
        """Has every open draft told anew."""
        if self.pulls:
            self.workspace_diagnostic_refresh(None)
        for held in self.session.drafts.values() if not self.pulls else ():
            self.later(self._publish(held))

    async def at(self, uri: str) -> Answer | None:
        """The answer to the version of a draft that is open now; None where it was typed over meanwhile."""
        held = self.session.drafts.get(uri)
        asked = held.draft.version if held else 0
        found = await self.session.answered(uri)
        return found if found is not None and found.draft.version == asked and found.checked is not None else None

    # ---------------------------------------------------------------- what is said beside the drafts

    def tell_problems(self, found: Answer) -> None:
        """Says once what is not understood of settings and packs."""
        for problem in found.problems:
            with speaking(self.session.language):
                sentence = problem_words(problem)
            if sentence not in self._told:
                self._told.add(sentence)
                self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, sentence))

    def tell_log(self, text: str) -> None:
        """Writes a slip of the program into the editor's log."""
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, text))


# -------------------------------------------------------------------- the beginning


def initialize(server: Server, params: types.InitializeParams) -> None:
    """What the editor can do, and in which language it speaks."""
    wanted = params.initialization_options if isinstance(params.initialization_options, dict) else {}
    capabilities = params.capabilities
    document = capabilities.text_document
    server.pulls = document is not None and document.diagnostic is not None
    server.on_save = wanted.get("check", "save" if server.on_save else "type") == "save"
    server.asks_reason = wanted.get("asksReason") is True
    server.session.unit = str(getattr(server.workspace.position_encoding, "value", server.workspace.position_encoding))
    server.session.language = _language(server, params, str(wanted.get("lang") or ""))
    if server.pulls:
        server.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, types.DiagnosticOptions(False, False, "factcheck"))(
            _bound(server, pull)
        )


def _language(server: Server, params: types.InitializeParams, wanted: str) -> str:
    """What --lang or the environment says outright, else the editor's setting, the newsroom's, the editor's own."""
    if was_asked():
        return language_in_use()
    try:
        settings = load_config(server.session.desk.folder)[0].lang
    except FactcheckError:
        settings = ""
    for code in (wanted, settings, (params.locale or "").replace("-", "_")):
        if code:
            return users_language({"LANG": code})
    return language_in_use()


async def initialized(server: Server, params: types.InitializedParams) -> None:
    """Opens the reference, and says that it is doing so; settings are watched where the editor can."""
    server.later(_open(server))
    workspace = server.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching is not None and watching.dynamic_registration:
        watchers = [types.FileSystemWatcher(pattern) for pattern in WATCHED]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        wish = types.Registration("factcheck-watch", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        server.later(server.client_register_capability_async(types.RegistrationParams([wish])))


async def _open(server: Server) -> None:
    shown = await _begun(server)
    try:
        await server.session.work(server.session.desk.open)
        gc.freeze()  # the reference stays: no collection need look through it again
    except FactcheckError:
        pass  # marked in every draft that it is about
    finally:
        if shown:
            server.work_done_progress.end(PROGRESS, types.WorkDoneProgressEnd())


async def _begun(server: Server) -> bool:
    window = server.client_capabilities.window
    if window is None or not window.work_done_progress:
        return False
    await server.work_done_progress.create_async(PROGRESS)
    with speaking(server.session.language):
        title = translate("factcheck opens the reference")
    server.work_done_progress.begin(PROGRESS, types.WorkDoneProgressBegin(title))
    return True


# -------------------------------------------------------------------- drafts


def did_open(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    """A draft was opened."""
    item = params.text_document
    server.written(Draft(item.uri, path_of(item.uri, item.language_id), item.version, item.text), now=True)


def did_change(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    """A draft was changed: its whole text comes."""
    _forget_the_answered(server)
    item, held = params.text_document, server.session.drafts.get(params.text_document.uri)
    whole = [change.text for change in params.content_changes if not hasattr(change, "range")]
    if held is None or not whole:
        return
    draft = held.draft._replace(version=item.version, text=whole[-1])
    if server.on_save and not server.pulls:
        server.session.write(draft)
    else:
        server.written(draft, now=False)


def _forget_the_answered(server: Server) -> None:
    """pygls (2.1.1) keeps what came of every notification, a kilobyte and a half each, as if it could be taken back."""
    waiting: dict[Any, Any] = getattr(server.protocol, "_request_futures", {})
    for number in [number for number, future in waiting.items() if future.done()]:
        waiting.pop(number, None)


def did_save(server: Server, params: types.DidSaveTextDocumentParams) -> None:
    """A draft was saved."""
    held = server.session.drafts.get(params.text_document.uri)
    if held is not None and server.on_save:
        server.written(held.draft, now=True)


def did_close(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    """A draft was closed."""
    server.closed(params.text_document.uri)


async def watched(server: Server, params: types.DidChangeWatchedFilesParams) -> None:
    """Settings, a baseline or a pack changed on disk."""
    await server.session.reload()
    server.again()


def folders(server: Server, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Folders came or went: settings go by the file, so that nothing is to be done."""


async def pull(server: Server, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
    """The marks of a draft, for an editor that asks; `unchanged` where it has them."""
    found = await server.session.answered(params.text_document.uri)
    if found is None:
        return types.RelatedFullDocumentDiagnosticReport([])
    key = f"{found.generation}.{found.draft.version}"
    server.tell_problems(found)
    if params.previous_result_id == key:
        return types.RelatedUnchangedDocumentDiagnosticReport(key)
    return types.RelatedFullDocumentDiagnosticReport(protocol.diagnostics(found), result_id=key)


# -------------------------------------------------------------------- questions


async def hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    """What is known of the figure under the pointer."""
    found = await server.at(params.text_document.uri)
    if found is None or found.checked is None:
        return None
    document = server.client_capabilities.text_document
    formats = document.hover.content_format if document and document.hover else None
    reference = server.session.desk.standards(found.draft.path).packs.reference
    offset = found.ruler.offset(params.position.line, params.position.character)
    with speaking(server.session.language):
        shown = shown_at(found.checked, reference, offset)
        markdown = types.MarkupKind.Markdown in (formats or (types.MarkupKind.Markdown,))
        return protocol.hover(found, shown, markdown) if shown else None


async def code_action(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Repairs and silence for what the selection touches; all that is settled where that is asked for."""
    found = await server.at(params.text_document.uri)
    if found is None:
        return []
    only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ("quickfix",)]
    return await server.session.work(lambda: list(_actions(server, found, params.range, only)))


def _actions(server: Server, found: Answer, place: types.Range, only: list[str]) -> Iterator[types.CodeAction]:
    checked, desk = found.checked, server.session.desk
    if checked is None:
        return
    if any(kind in FIX_KINDS for kind in only):
        edits = settled_repairs(desk, checked)
        if edits:
            yield protocol.fix_all_action(found, edits)
    if "quickfix" not in only and "" not in only:
        return
    start = found.ruler.offset(place.start.line, place.start.character)
    end = found.ruler.offset(place.end.line, place.end.character)
    at = touched(checked, start, end)
    for finding in at:
        yield from (protocol.repair_action(found, repair) for repair in repairs(checked, finding))
    for finding in at[:3]:
        order = silence(desk, checked, finding)
        if order is not None:
            yield protocol.silence_action(found, order, _how_reasoned(server))


def _how_reasoned(server: Server) -> str:
    if server.asks_reason:
        return "command"
    workspace = server.client_capabilities.workspace
    edits = workspace.workspace_edit if workspace else None
    return "snippet" if edits is not None and edits.snippet_edit_support else "plain"


async def document_symbol(server: Server, params: types.DocumentSymbolParams) -> Any:
    """The outline of a draft."""
    found = await server.at(params.text_document.uri)
    if found is None or found.checked is None:
        return []
    document = server.client_capabilities.text_document
    able = document.document_symbol if document else None
    nested = able is not None and able.hierarchical_document_symbol_support
    with speaking(server.session.language):
        entries = outline(found.checked)
    return protocol.symbols(found, entries) if nested else protocol.flat_symbols(found, entries)


def goodbye(server: Server, params: None) -> None:
    """The editor is about to leave."""
    server.said_goodbye = True


FEATURES: dict[str, Any] = {
    types.INITIALIZE: initialize,
    types.INITIALIZED: initialized,
    types.SHUTDOWN: goodbye,
    types.TEXT_DOCUMENT_DID_OPEN: did_open,
    types.TEXT_DOCUMENT_DID_CHANGE: did_change,
    types.TEXT_DOCUMENT_DID_SAVE: did_save,
    types.TEXT_DOCUMENT_DID_CLOSE: did_close,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: watched,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: folders,
    types.TEXT_DOCUMENT_HOVER: hover,
    types.TEXT_DOCUMENT_CODE_ACTION: code_action,
    types.TEXT_DOCUMENT_DOCUMENT_SYMBOL: document_symbol,
}
OPTIONS: dict[str, Any] = {
    types.TEXT_DOCUMENT_CODE_ACTION: types.CodeActionOptions([types.CodeActionKind.QuickFix, protocol.FIX_ALL]),
}


def _bound(server: Server, handler: Any) -> Any:
    """A handler of its server, as pygls takes it: it tells by the function whether to wait for the answer."""
    if asyncio.iscoroutinefunction(handler):

        async def waiting(params: Any) -> Any:
            return await handler(server, params)

        return waiting
    return lambda params: handler(server, params)
