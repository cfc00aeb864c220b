// Starts `factcheck server` and lets it speak; all that is known of drafts is known there.
"use strict";

const vscode = require("vscode");
const { LanguageClient, State } = require("vscode-languageclient/node");

const LANGUAGES = ["markdown", "plaintext", "html", "restructuredtext"];
const WORDS = {
  en: {
    why: "Why is this right after all? Whoever reads the draft next will want to know.",
    example: "by the region's letter of 3 May",
    changed: "The draft was changed meanwhile; nothing was written.",
    absent:
      "factcheck could not be started. Install it with: pip install 'factcheck-newsroom[lsp]', or say in the setting factcheck.path where it is.",
    settings: "Open the setting",
  },
  id: {
    why: "Mengapa ini sudah benar? Pembaca naskah berikutnya perlu tahu.",
    example: "menurut surat pemerintah daerah, 3 Mei",
    changed: "Naskah sudah berubah sementara itu; tidak ada yang ditulis.",
    absent:
      "factcheck tidak bisa dimulai. Pasang dengan: pip install 'factcheck-newsroom[lsp]', atau sebutkan letaknya di pengaturan factcheck.path.",
    settings: "Buka pengaturan",
  },
};

let client;

function words() {
  return vscode.env.language.startsWith("id") ? WORDS.id : WORDS.en;
}

async function start() {
  const settings = vscode.workspace.getConfiguration("factcheck");
  const onSave = settings.get("check") === "save";
  const folder = vscode.workspace.workspaceFolders?.find((each) => each.uri.scheme === "file");
  const options = {
    documentSelector: LANGUAGES.flatMap((language) => [
      { scheme: "file", language },
      { scheme: "untitled", language },
    ]),
    initializationOptions: { lang: settings.get("lang"), check: settings.get("check"), asksReason: true },
    diagnosticPullOptions: { onChange: !onSave, onSave },
  };
  const server = {
    command: settings.get("path") || "factcheck",
    args: ["server"],
    options: folder ? { cwd: folder.uri.fsPath } : {},
  };
  client = new LanguageClient("factcheck", "factcheck", server, options);
  try {
    await client.start();
  } catch (slip) {
    client.outputChannel?.appendLine(String(slip));
    const { absent, settings: open } = words();
    if ((await vscode.window.showErrorMessage(absent, open)) === open) {
      await vscode.commands.executeCommand("workbench.action.openSettings", "factcheck.path");
    }
  }
}

async function stop() {
  const ending = client;
  client = undefined;
  if (ending?.state === State.Running) {
    await ending.stop();
  }
}

async function restart() {
  await stop();
  await start();
}

// A comment that silences one finding: the server says where, the person says why.
async function silence(uri, version, line, character, before, after) {
  const said = words();
  const reason = await vscode.window.showInputBox({ prompt: said.why, placeHolder: said.example });
  if (!reason?.trim()) {
    return;
  }
  const draft = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  if (draft.version !== version) {
    await vscode.window.showWarningMessage(said.changed);
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  const one = reason.replace(/\s+/g, " ").replace(/--+>?/g, "–").trim(); // nothing in it ends the comment
  edit.insert(draft.uri, new vscode.Position(line, character), before + one + after);
  await vscode.workspace.applyEdit(edit);
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("factcheck.restart", restart),
    vscode.commands.registerCommand("factcheck.silence", silence),
    vscode.workspace.onDidChangeConfiguration((change) =>
      change.affectsConfiguration("factcheck") ? restart() : undefined,
    ),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
