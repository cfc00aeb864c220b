"""What is shown of a draft in the records of the editor's protocol. Only where the server runs is this imported."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol import types

from factcheck.editor.drafts import UNREADABLE, Answer
from factcheck.editor.hover import Shown
from factcheck.editor.marking import Mark
from factcheck.editor.outline import Entry
from factcheck.editor.repairs import Repair, Silence
from factcheck.editor.ruler import Ruler
from factcheck.messages import translate
from factcheck.model import Suggestion
from factcheck.typed import Any

SOURCE = "factcheck"
RULES = "https://example.org/factcheck/blob/main/docs/rules.md"
"""Where the manual pages of the rules are."""
FIX_ALL = "source.fixAll.factcheck"
SILENCE = "factcheck.silence"
"""The command of a client that asks for the reason itself: uri, version, line, character, text before, text after."""
SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def range_of(ruler: Ruler, start: int, end: int) -> types.Range:
    """A span of the article as a range of the editor."""
    return types.Range(types.Position(*ruler.position(start)), types.Position(*ruler.position(end)))


def diagnostics(answer: Answer) -> list[types.Diagnostic]:
    """The marks of a draft."""
    return [_diagnostic(answer, mark) for mark in answer.marks]


def _diagnostic(answer: Answer, mark: Mark) -> types.Diagnostic:
    known = types.DiagnosticSeverity.Hint
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(answer.draft.uri, range_of(answer.ruler, one.start, one.end)), one.message
        )
        for one in mark.related
    ]
    page = None if mark.rule == UNREADABLE else types.CodeDescription(f"{RULES}#{mark.rule}")
    return types.Diagnostic(
        range=range_of(answer.ruler, mark.start, mark.end),
        message=mark.message,
        severity=known if mark.known else SEVERITIES[mark.severity],
        code=mark.rule,
        code_description=page,
        source=SOURCE,
        related_information=related or None,
    )


def hover(answer: Answer, shown: Shown, markdown: bool) -> types.Hover:
    """What is shown under the pointer."""
    kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
    content = types.MarkupContent(kind, shown.markdown() if markdown else shown.plain())
    return types.Hover(content, range_of(answer.ruler, shown.start, shown.end))


def edit(answer: Answer, edits: Sequence[Suggestion]) -> types.WorkspaceEdit:
    """Edits of this version of a draft: an editor that has a newer one does not put them in."""
    changes = [types.TextEdit(range_of(answer.ruler, one.start, one.end), one.replacement) for one in edits]
    return _versioned(answer, changes)


def _versioned(answer: Answer, changes: Sequence[Any]) -> types.WorkspaceEdit:
    draft = types.OptionalVersionedTextDocumentIdentifier(uri=answer.draft.uri, version=answer.draft.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(draft, list(changes))])


def repair_action(answer: Answer, repair: Repair) -> types.CodeAction:
    """A repair as a quick fix; none is preferred, so that no editor takes one of two by itself."""
    mark = diagnostics(answer._replace(marks=(answer.marks[repair.finding],)))
    return types.CodeAction(repair.title, types.CodeActionKind.QuickFix, mark, edit=edit(answer, repair.edits))


def silence_action(answer: Answer, one: Silence, how: str) -> types.CodeAction:
    """Silence as a quick fix; `how` the reason gets in: `command` (the client asks), `snippet`, or `plain` (a comment
    without one, of which a rule says so)."""
    mark = diagnostics(answer._replace(marks=(answer.marks[one.finding],)))
    action = types.CodeAction(one.title, types.CodeActionKind.QuickFix, mark)
    place = range_of(answer.ruler, one.at, one.at)
    if how == "command":
        where = [answer.draft.uri, answer.draft.version, place.start.line, place.start.character]
        action.command = types.Command(one.title, SILENCE, arguments=[*where, one.before, one.after])
    elif how == "snippet":
        text = f"{_literal(one.before)}${{1:{translate('reason')}}}{_literal(one.after)}"
        action.edit = _versioned(answer, [types.SnippetTextEdit(place, types.StringValue(text))])
    else:
        action.edit = edit(answer, [Suggestion(one.at, one.at, one.before.rstrip() + one.after)])
    return action


def _literal(text: str) -> str:
    """Text in a snippet that is no snippet."""
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")


def fix_all_action(answer: Answer, edits: Sequence[Suggestion]) -> types.CodeAction:
    """All that is settled without doubt, at once."""
    title = translate("Mend all that the reference settles without doubt")
    return types.CodeAction(title, FIX_ALL, edit=edit(answer, edits))


def symbols(answer: Answer, entries: Sequence[Entry]) -> list[types.DocumentSymbol]:
    """The outline, for an editor that shows what is below what."""
    return [_symbol(answer.ruler, entry) for entry in entries]


def _symbol(ruler: Ruler, entry: Entry) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        name=entry.name,
        kind=_kind(entry),
        range=range_of(ruler, entry.start, entry.end),
        selection_range=range_of(ruler, entry.start, min(entry.own_end, entry.end)),
        detail=entry.detail or None,
        children=[_symbol(ruler, below) for below in entry.below],
    )


def _kind(entry: Entry) -> types.SymbolKind:
    return types.SymbolKind.String if entry.is_heading else types.SymbolKind.Number


def flat_symbols(answer: Answer, entries: Sequence[Entry]) -> list[types.SymbolInformation]:
    """The outline as a list, for an older editor."""
    return [
        types.SymbolInformation(
            types.Location(answer.draft.uri, range_of(answer.ruler, one.start, one.own_end)), one.name, _kind(one)
        )
        for entry in entries
        for one in (entry, *entry.below)
    ]
