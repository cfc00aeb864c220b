"""`factcheck server`, driven as three editors drive theirs, and as none should."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from editor_client import PROFILES, Client, Message, ServerError, edited, position_of, publishes, words_at

pytest.importorskip("pygls", reason="an editor's server needs the extra lsp: pip install 'factcheck-newsroom[lsp]'")

DRAFT = (
    "# Piagam\r\n\r\n"
    "🟢\u2028Ombudsman RI menilai kepatuhan\vpelayanan publik. Pada 2024 Pemkot Jambi meraih nilai 93,86.\r\n\r\n"
    "Piagam diserahkan Selasa (2/12/2024) di balai kota.\r\n"
)
"""Before the figure stand what an editor counts otherwise (an emoji) and what ends a line in Python alone."""
RIGHT = DRAFT.replace("93,86", "93,68").replace("Selasa", "Senin").replace("di balai", "kepada warga di balai")

Start = Callable[..., Client]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts editors; those that did not leave are ended."""
    started: list[Client] = []

    def begin(profile: str = "vscode", **options: Any) -> Client:
        started.append(Client(tmp_path, profile, **options))
        return started[-1]

    yield begin
    for client in started:
        client.server.kill()
        client.gone()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Editors that are started once: each test opens a draft of its own."""
    folder = tmp_path_factory.mktemp("desk")
    started: dict[str, Client] = {}

    def given(profile: str = "vscode") -> Client:
        if profile not in started:
            started[profile] = Client(folder, profile)
        started[profile].drafts += 1
        return started[profile]

    yield given
    assert [client.leave() for client in started.values()] == [0] * len(started)


def uri(client: Client, name: str = "draf.md") -> str:
    return (client.folder / str(client.drafts) / name).as_uri()


def published(client: Client) -> list[Message]:
    """What the server told of the draft of this test and nobody read yet."""
    return [one["params"] for one in client.told if publishes(one, uri(client))]


def test_without_the_extra_it_says_what_to_install() -> None:
    code = "import sys; sys.modules['pygls'] = sys.modules['lsprotocol'] = None; sys.argv = ['factcheck', 'server']"
    call = [sys.executable, "-c", f"{code}; from factcheck.__main__ import script; script()"]
    done = subprocess.run(call, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'factcheck-newsroom[lsp]'" in done.stderr


@pytest.mark.parametrize("profile", PROFILES)
def test_a_slip_is_seen_hovered_and_repaired(start: Start, profile: str) -> None:
    editor = start(profile, locale="id-ID")
    draft = uri(editor)
    editor.open(draft, DRAFT)
    wrong, weekday = editor.diagnostics(draft, 1)
    assert [words_at(DRAFT, one["range"], profile) for one in (wrong, weekday)] == ["93,86", "Selasa (2/12/2024)"]
    assert (wrong["code"], wrong["severity"], wrong["source"]) == ("wrong-value", 1, "factcheck")
    assert wrong["codeDescription"]["href"].endswith("rules.md#wrong-value")
    assert "tertulis 93,86" in wrong["message"]
    related = [words_at(DRAFT, one["location"]["range"], profile) for one in wrong["relatedInformation"]]
    assert related == ["Pemkot Jambi", "2024"]
    shown = editor.hover(draft, position_of(DRAFT, "93,86", profile))
    assert words_at(DRAFT, shown["range"], profile) == "93,86"
    assert "sumber: 93,68" in shown["contents"]["value"]
    repair, silence = editor.actions(draft, wrong["range"])
    (change,) = repair["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": draft, "version": 1}
    mended = edited(DRAFT, change["edits"], profile)
    assert mended == DRAFT.replace("93,86", "93,68")
    editor.change(draft, mended, 2)
    assert [one["code"] for one in editor.diagnostics(draft, 2)] == ["wrong-weekday"]
    assert silence["title"].startswith("Abaikan wrong-value")
    assert editor.leave() == 0


@pytest.mark.parametrize("profile", PROFILES)
def test_diagnostics_are_pushed_or_pulled_but_never_both(running: Start, profile: str) -> None:
    editor = running(profile)
    editor.open(uri(editor), DRAFT)
    assert len(editor.diagnostics(uri(editor), 1)) == 2
    asked = "diagnosticProvider" in editor.capabilities
    assert asked == ("diagnostic" in PROFILES[profile]["textDocument"])
    editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri(editor)}})
    assert published(editor) == []


def test_who_asks_again_for_the_same_version_has_it_already(running: Start) -> None:
    editor = running("neovim")
    editor.open(uri(editor), DRAFT)
    document = {"textDocument": {"uri": uri(editor)}}
    first = editor.ask("textDocument/diagnostic", document)
    again = editor.ask("textDocument/diagnostic", {**document, "previousResultId": first["resultId"]})
    assert again == {"kind": "unchanged", "resultId": first["resultId"]}
    editor.change(uri(editor), RIGHT, 2)
    assert editor.ask("textDocument/diagnostic", {**document, "previousResultId": first["resultId"]})["items"] == []


def test_both_repairs_of_two_places_are_offered_and_none_is_preferred(running: Start) -> None:
    editor = running()
    editor.open(uri(editor), DRAFT)
    _, weekday = editor.diagnostics(uri(editor), 1)
    actions = [one for one in editor.actions(uri(editor), weekday["range"], ["quickfix"]) if "Write" in one["title"]]
    texts = {edited(DRAFT, one["edit"]["documentChanges"][0]["edits"], "vscode") for one in actions}
    assert {DRAFT.replace("2/12/2024", "3/12/2024"), DRAFT.replace("Selasa", "Senin")} <= texts
    assert [one.get("isPreferred") for one in actions] == [None] * len(actions)
    assert all(one["diagnostics"][0]["code"] == "wrong-weekday" for one in actions)


def test_all_that_is_settled_is_mended_at_once_and_nothing_else(running: Start) -> None:
    editor = running()
    editor.open(uri(editor), DRAFT)
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
    (action,) = editor.actions(uri(editor), whole, ["source.fixAll.factcheck"])
    assert action["kind"] == "source.fixAll.factcheck"
    edits = action["edit"]["documentChanges"][0]["edits"]
    assert edited(DRAFT, edits, "vscode") == DRAFT.replace("93,86", "93,68")
    editor.change(uri(editor), RIGHT, 2)
    assert editor.actions(uri(editor), whole, ["source.fixAll"]) == []


@pytest.mark.parametrize(
    ("profile", "options", "way"),
    [
        ("vscode", {}, "snippet"),
        ("vscode", {"initializationOptions": {"asksReason": True}}, "command"),
        ("neovim", {}, "plain"),
    ],
)
def test_silence_wants_a_reason(start: Start, profile: str, options: Message, way: str) -> None:
    editor = start(profile, **options)
    editor.open(uri(editor), DRAFT)
    wrong = editor.diagnostics(uri(editor), 1)[0]
    action = next(one for one in editor.actions(uri(editor), wrong["range"]) if "Ignore" in one["title"])
    if way == "command":
        assert action["command"]["command"] == "factcheck.silence"
        draft, version, line, _, before, after = action["command"]["arguments"]
        assert (draft, version, line, before + after) == (
            uri(editor), 1, 2, " <!-- factcheck: ignore wrong-value:  -->",
        )  # fmt: skip
        return
    (edit,) = action["edit"]["documentChanges"][0]["edits"]
    if way == "snippet":
        assert edit["snippet"]["value"] == " <!-- factcheck: ignore wrong-value: ${1:reason} -->"
        return
    editor.change(uri(editor), edited(DRAFT, [edit], profile), 2)
    found = [one["code"] for one in editor.diagnostics(uri(editor), 2)]
    assert found == ["unexplained-suppression", "wrong-weekday"], "no reason was given, and that is said"


def test_a_right_figure_is_shown_with_its_evidence_and_an_unread_one_as_that(running: Start) -> None:
    editor = running()
    text = RIGHT.replace("di balai", "40 orang di balai")
    editor.open(uri(editor), text)
    right = editor.hover(uri(editor), position_of(text, "93,68", "vscode"))["contents"]
    assert right["kind"] == "markdown"
    assert "**✓ 93,68** Kota Jambi · score · 2024" in right["value"]
    assert "](https://" in right["value"]
    unread = editor.hover(uri(editor), position_of(text, "40", "vscode"))["contents"]["value"]
    assert unread.startswith("**40** ")
    assert editor.hover(uri(editor), position_of(text, "Piagam", "vscode")) is None


def test_the_outline_has_the_headings_and_under_them_the_claims(running: Start) -> None:
    editor = running()
    editor.open(uri(editor), DRAFT)
    (heading,) = editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri(editor)}})
    assert heading["name"] == "Piagam"
    figure, *_ = heading["children"]
    assert (figure["name"], figure["detail"]) == ("93,86", "Kota Jambi · 2024 · contradicted")
    emacs = running("emacs")
    emacs.open(uri(emacs), DRAFT)
    flat = emacs.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri(emacs)}})
    assert [one["name"] for one in flat][:2] == ["Piagam", "93,86"]


def test_each_draft_has_the_settings_of_its_own_folder_and_new_ones_when_they_change(start: Start) -> None:
    editor = start("emacs")
    inner = editor.folder / "0/opini"
    inner.mkdir(parents=True)
    settings = inner / "factcheck.toml"
    settings.write_text('ignore = ["wrong-value"]\n', "utf-8")
    editor.open(uri(editor), DRAFT)
    editor.open(uri(editor, "opini/b.md"), DRAFT)
    assert [one["code"] for one in editor.diagnostics(uri(editor, "opini/b.md"), 1)] == ["wrong-weekday"]
    assert len(editor.diagnostics(uri(editor), 1)) == 2
    settings.write_text('exclude = ["*.md"]\n', "utf-8")
    editor.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": settings.as_uri(), "type": 2}]})
    assert editor.diagnostics(uri(editor, "opini/b.md"), 1) == [], "what the settings leave out is no article"
    settings.write_text("ignore = [", "utf-8")
    editor.tell("workspace/didChangeWatchedFiles", {"changes": [{"uri": settings.as_uri(), "type": 2}]})
    (broken,) = editor.diagnostics(uri(editor, "opini/b.md"), 1)
    assert "factcheck.toml: This is not valid TOML" in broken["message"]


def test_progress_is_shown_while_the_reference_opens(start: Start) -> None:
    editor = start()
    kinds = [editor.until(lambda one: one.get("method") == "$/progress")["params"]["value"]["kind"] for _ in "12"]
    assert kinds == ["begin", "end"]


@pytest.mark.parametrize("language", ["markdown", "plaintext"])
def test_a_draft_without_a_file_is_read_as_its_editor_calls_it(running: Start, language: str) -> None:
    editor = running("emacs")
    editor.open("untitled:Untitled-1", DRAFT, language=language)
    assert len(editor.diagnostics("untitled:Untitled-1", 1)) == 2


def test_on_save_nothing_is_told_while_a_draft_is_written(start: Start) -> None:
    editor = start("emacs", initializationOptions={"check": "save"})
    editor.open(uri(editor), RIGHT)
    assert editor.diagnostics(uri(editor), 1) == []
    editor.change(uri(editor), DRAFT, 2)
    editor.hover(uri(editor), {"line": 0, "character": 0})
    assert published(editor) == []
    editor.tell("textDocument/didSave", {"textDocument": {"uri": uri(editor)}})
    assert len(editor.diagnostics(uri(editor), 2)) == 2


# -------------------------------------------------------------------- what none should do


def test_a_flood_of_edits_ends_with_the_newest_text(running: Start) -> None:
    editor = running("emacs")
    editor.open(uri(editor), DRAFT)
    for version in range(2, 302):
        editor.change(uri(editor), f"{DRAFT if version % 2 else RIGHT}\n{'x' * version}\n", version)
    assert len(editor.diagnostics(uri(editor), 301)) == 2
    told = [one["version"] for one in published(editor)]
    assert told == sorted(told)
    assert len(told) < 150, "what was typed over is not told"


def test_a_draft_that_is_closed_is_told_no_more(running: Start) -> None:
    editor = running("emacs")
    editor.open(uri(editor), DRAFT)
    editor.tell("textDocument/didClose", {"textDocument": {"uri": uri(editor)}})
    editor.until(lambda one: publishes(one, uri(editor)) and one["params"]["diagnostics"] == [])
    editor.told.clear()
    assert editor.hover(uri(editor), {"line": 2, "character": 5}) is None
    assert published(editor) == []


def test_ten_megabytes_are_refused_in_a_sentence(running: Start) -> None:
    editor = running("emacs")
    editor.open(uri(editor), DRAFT * 60_000)
    (mark,) = editor.diagnostics(uri(editor), 1)
    assert "too long" in mark["message"]
    editor.change(uri(editor), DRAFT, 2)
    assert len(editor.diagnostics(uri(editor), 2)) == 2


@pytest.mark.parametrize("text", ["", " \n", "\0\0", "---\ntitle: [\n---\n", "\ud83d" + DRAFT, "\ufeff" + DRAFT])
def test_what_is_no_text_ends_nothing(running: Start, text: str) -> None:
    editor = running("emacs")
    editor.open(uri(editor), text)
    found = editor.diagnostics(uri(editor), 1)
    if "93,86" in text:
        assert [text[one["range"]["start"]["character"] :][:5] for one in found[:1]]
    editor.change(uri(editor), DRAFT, 2)
    assert len(editor.diagnostics(uri(editor), 2)) == 2


@pytest.mark.parametrize(
    "data",
    [b"Content-Length: 400\r\n\r\n{", b"Content-Length: 3\r\n\r\n{}}", b"\r\n\r\n", b"Content-Length: x\r\n\r\n", b""],
    ids=["half a message", "no JSON", "no header", "no number", "nothing"],
)
def test_an_editor_that_dies_in_the_middle_leaves_no_server_behind(start: Start, data: bytes) -> None:
    editor = start("emacs")
    editor.open(uri(editor), DRAFT)
    editor.raw(data)
    assert editor.gone() == 1, "it went without a word"


def test_a_slip_of_the_editor_is_answered_and_ends_nothing(running: Start) -> None:
    editor = running("emacs")
    editor.begin("textDocument/hover", {"nonsense": 1})
    assert editor.until(lambda one: one.get("method") == "window/showMessage")["params"]["type"] == 1
    with pytest.raises(ServerError):
        editor.ask("factcheck/unknown", {})
    assert editor.hover("file:///nowhere.md", {"line": 0, "character": 0}) is None
    editor.change("file:///never-opened.md", DRAFT, 2)
    editor.open(uri(editor), DRAFT)
    far = {"line": 10**6, "character": 10**6}
    assert editor.hover(uri(editor), far) is None
    assert editor.actions(uri(editor), {"start": far, "end": far}) == []


def test_a_question_that_is_taken_back_ends_nothing(running: Start) -> None:
    editor = running("neovim")
    editor.open(uri(editor), DRAFT)
    number = editor.begin("textDocument/diagnostic", {"textDocument": {"uri": uri(editor)}})
    editor.tell("$/cancelRequest", {"id": number})
    try:
        editor.answer(number)
    except ServerError as slip:
        assert slip.args[0]["code"] == -32800
    assert len(editor.diagnostics(uri(editor), 1)) == 2
