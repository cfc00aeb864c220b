// `factcheck page`: a draft, what does not fit in it, and what to do about it.
import { redo, undo, undoDepth } from "./codemirror.js";
import { card, level, make } from "./cards.js";
import { Busy, Gone, NoKey, Told, TooLarge, alive, check, first, mended } from "./server.js";
import { Sheet, chosenOf, editsOf, ignoredOf, keyOf, open } from "./sheet.js";
import { day, languages, speak, speaking, text } from "./texts.js";

const PAUSE = 250;
const WHEN_BUSY = 1000;
const LARGEST = 4_900_000;
const $ = (id) => document.getElementById(id);
const wide = matchMedia("(min-width: 62rem)");

// The draft: a file as it was opened, or none; what the server said of it last; whether its words are kept elsewhere.
const draft = { file: null, answer: null, form: "text", kept: true };
let late = 0;
let asking = false;
let again = false;

// ---------------------------------------------------------------- the draft and the server

const looksMarked = (words) => /^(---\n|#{1,3} )|\]\(|\n#{1,3} /.test(words);
const untitled = () => (looksMarked(sheet.text) ? "naskah.md" : "naskah.txt");
const name = () => draft.file?.name ?? untitled();
const asks = () => ({ published: $("published").value, language: $("language").value });

function sent() {
  if (draft.file && draft.form !== "text") return { name: name(), data: draft.file, edits: editsOf(sheet.state), ...asks() };
  return { name: name(), data: sheet.text, edits: [], ...asks() };
}

function soon(pause = PAUSE) {
  clearTimeout(late);
  late = setTimeout(look, pause);
}

// One question at a time, and of the answers only the one to the text that stands here now.
async function look() {
  again = asking;
  if (asking) return;
  if (!sheet.text.trim()) return tell(null);
  asking = true;
  const { doc } = sheet.state;
  const { file } = draft;
  $("counts").classList.add("waiting");
  try {
    const answer = await check(sent());
    if (doc.eq(sheet.state.doc) && file === draft.file) tell(answer);
    else again = true;
  } catch (slip) {
    if (slip instanceof Busy) soon(WHEN_BUSY);
    else complain(slip);
  } finally {
    asking = false;
    $("counts").classList.remove("waiting");
    if (again) soon(0);
  }
}

function tell(answer) {
  draft.answer = answer;
  sheet.tell(answer ?? { findings: [], claims: [], headings: [] });
  notice(answer ? [answer.unwritten, ...(answer.failures.length ? [text("failed"), ...answer.failures] : [])].filter(Boolean).join(" ") : "");
  render();
}

function complain(slip) {
  if (slip instanceof Gone) notice(text("gone"));
  else if (slip instanceof NoKey) notice(text("no_key"));
  else if (slip instanceof TooLarge) notice(text("too_large", { name: name() }));
  else if (slip instanceof Busy) notice(text("busy"));
  else if (slip instanceof Told) notice(slip.message);
  else throw slip;
}

// ---------------------------------------------------------------- what is shown

function notice(words) {
  $("notice").textContent = words;
  $("notice").hidden = !words;
}

let toasting = 0;
function toast(words, undoable = false) {
  clearTimeout(toasting);
  const back = undoable ? [make("button", { type: "button", on: { click: () => { undo(sheet.view); toast(""); } } }, text("undo"))] : [];
  $("toast").replaceChildren(...(words ? [make("span", {}, words), ...back] : []));
  toasting = setTimeout(() => $("toast").replaceChildren(), 6000);
}

let shown = "";
function render() {
  const { state } = sheet;
  const findings = open(state);
  const empty = !state.doc.length;
  document.body.classList.toggle("empty", empty);
  document.body.dataset.form = draft.form;
  $("welcome").hidden = !empty;
  $("name").textContent = draft.file?.name ?? (empty ? "" : text("untitled"));
  $("undo").disabled = !undoDepth(state);
  $("copy").disabled = $("download").disabled = empty;
  counts(findings, empty);
  const wanted = JSON.stringify([speaking, findings.map((each) => [keyOf(each), each.start, each.ways, each.why]), ignoredOf(state).map(keyOf)]);
  if (wanted !== shown) {
    shown = wanted;
    const kept = document.activeElement?.closest(".card")?.dataset.key;
    $("cards").replaceChildren(...findings.map((each, at) => card(each, at + 1, act)));
    if (kept) cardOf(kept)?.focus({ preventScroll: true });
    aside(ignoredOf(state));
  }
  chosenCard();
  place();
}

function counts(findings, empty) {
  const { answer } = draft;
  const words = !answer || empty ? (empty ? "" : text("checking")) : findings.length ? tally(findings) : text("clean");
  if ($("counts").textContent !== words) $("counts").textContent = words;
  $("counts").dataset.worst = answer ? (["error", "warning", "info"].find((each) => findings.some(({ severity }) => severity === each)) ?? "clean") : "";
  const told = answer && !empty ? [answer.coverage, !findings.length && answer.claims.length ? text("clean_help") : ""].filter(Boolean) : [];
  $("told").textContent = told.join(". ");
  const read = answer?.published && answer.published !== $("published").value;
  $("read-day").textContent = read
    ? text(answer.published_from ? "published_read" : "published_stated", { day: day(answer.published), place: answer.published_from }) : "";
}

const tally = (findings) =>
  ["error", "warning", "info"]
    .map((each) => [findings.filter(({ severity }) => severity === each).length, each])
    .filter(([number]) => number)
    .map(([number, each]) => `${number} ${text(number === 1 ? each : `${each}s`)}`)
    .join(" · ");

function aside(ignored) {
  const box = $("set-aside");
  box.hidden = !ignored.length;
  box.querySelector("summary").textContent = text("ignored", { number: ignored.length });
  box.querySelector("ol").replaceChildren(...ignored.map((finding) =>
    make("li", {}, make("span", {}, finding.message), make("button", { type: "button", class: "plain", on: { click: () => sheet.restore(finding) } }, text("restore")))));
}

const cardOf = (key) => [...document.querySelectorAll(".card")].find((each) => each.dataset.key === key);

function chosenCard() {
  const key = chosenOf(sheet.state);
  const all = [...document.querySelectorAll(".card")];
  for (const each of all) each.classList.toggle("here", each.dataset.key === key);
  const at = all.findIndex((each) => each.dataset.key === key);
  $("step").textContent = all.length ? `${at < 0 ? "–" : at + 1} / ${all.length}` : "";
  $("previous").disabled = $("next").disabled = !all.length;
}

// The cards level with their places; on a narrow window they follow each other.
let placing = 0;
function place() {
  cancelAnimationFrame(placing);
  placing = requestAnimationFrame(() => {
    const list = $("cards");
    const cards = [...list.querySelectorAll(".card")];
    list.classList.toggle("level", wide.matches);
    if (!wide.matches) {
      list.style.minHeight = "";
      for (const each of cards) each.style.top = "";
      return;
    }
    const origin = list.getBoundingClientRect().top;
    const tops = open(sheet.state).map((each) => Math.max(sheet.topOf(each) - origin - 6, 0));
    list.style.minHeight = `${level(cards, tops, cards.findIndex((each) => each.classList.contains("here")))}px`;
  });
}

// ---------------------------------------------------------------- what an editor does

const act = {
  choose(finding, scroll) {
    if (chosenOf(sheet.state) !== keyOf(finding)) sheet.choose(keyOf(finding));
    if (scroll || !wide.matches) sheet.show(finding, wide.matches ? "center" : "start");
  },
  accept(finding, way) {
    const before = sheet.state.sliceDoc(way.start, way.end);
    const next = neighbour(finding);
    sheet.accept(way);
    toast(text("accepted", { before, after: way.text }), true);
    follow(next);
  },
  ignore(finding) {
    const next = neighbour(finding);
    sheet.ignore(finding);
    toast(text("set_aside"), true);
    follow(next);
  },
};

function neighbour(finding) {
  const all = open(sheet.state);
  const at = all.findIndex((each) => keyOf(each) === keyOf(finding));
  const next = all[at + 1] ?? all[at - 1];
  return next ? keyOf(next) : "";
}

function follow(key) {
  sheet.choose(key);
  if (key) cardOf(key)?.focus({ preventScroll: true });
}

function step(by) {
  const all = open(sheet.state);
  if (!all.length) return false;
  const at = all.findIndex((each) => keyOf(each) === chosenOf(sheet.state));
  const to = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
  act.choose(to, true);
  cardOf(keyOf(to))?.focus({ preventScroll: true });
  return true;
}

const chosenFinding = () => open(sheet.state).find((each) => keyOf(each) === chosenOf(sheet.state));

// The one repair there is; of two a person takes one.
function acceptChosen() {
  const finding = chosenFinding();
  if (!finding) return false;
  if (finding.ways.length === 1) act.accept(finding, finding.ways[0]);
  else cardOf(keyOf(finding))?.querySelector("button")?.focus();
  return true;
}

function leave() {
  const finding = sheet.findingAt(sheet.state.selection.main.head) ?? chosenFinding() ?? open(sheet.state)[0];
  if (!finding) return false;
  act.choose(finding, false);
  cardOf(keyOf(finding))?.focus({ preventScroll: true });
  return true;
}

const keys = [
  { key: "F8", run: () => step(1), shift: () => step(-1) },
  { key: "Alt-Enter", run: acceptChosen },
  { key: "Escape", run: leave },
];

function changed(update) {
  if (update.docChanged) {
    draft.kept = false;
    soon();
  }
  if (update.selectionSet && update.view.hasFocus) {
    const here = sheet.findingAt(update.state.selection.main.head);
    if (here && keyOf(here) !== chosenOf(update.state)) queueMicrotask(() => act.choose(here, false));
  }
  if (update.docChanged || update.transactions.some((each) => each.effects.length)) queueMicrotask(render);
  else if (update.geometryChanged) place();
}

document.addEventListener("keydown", (event) => {
  const at = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || at.closest("input, select, .cm-editor")) return;
  const does = {
    j: () => step(1), k: () => step(-1), F8: () => step(event.shiftKey ? -1 : 1),
    x: () => { const finding = chosenFinding(); if (finding) act.ignore(finding); },
    u: () => undo(sheet.view),
    Enter: () => at.closest("button, a, summary") ? null : acceptChosen(),
    Escape: () => ($("settings").open ? ($("settings").open = false) : sheet.view.focus()),
  }[event.key];
  if (!does || (event.key === "Enter" && at.closest("button, a, summary"))) return;
  event.preventDefault();
  does();
});

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.target.closest("input, .cm-editor")) return;
  if (event.key.toLowerCase() !== "z") return;
  event.preventDefault();
  (event.shiftKey ? redo : undo)(sheet.view);
});

// ---------------------------------------------------------------- files, the clipboard

async function opened(file) {
  if (file.size > LARGEST) return notice(text("too_large", { name: file.name }));
  if (!draft.kept && sheet.text.trim() && !confirm(text("replace"))) return undefined;
  clearTimeout(late);
  try {
    const kept = new File([await file.arrayBuffer()], file.name);
    const answer = await check({ name: kept.name, data: kept, edits: [], ...asks() });
    Object.assign(draft, { file: kept, form: answer.form });
    sheet.open(answer.text);
    draft.kept = true;
    tell(answer);
    toast(text("opened", { name: kept.name }));
  } catch (slip) {
    complain(slip);
  }
  return undefined;
}

async function download() {
  if (!draft.file) return save(new Blob([sheet.text], { type: "text/plain" }), untitled());
  try {
    const edits = editsOf(sheet.state);
    save(edits.length ? await mended({ name: name(), data: draft.file, edits }) : draft.file, name());
  } catch (slip) {
    complain(slip);
    if (slip instanceof Told) {
      $("notice").append(" ", make("button", { type: "button", on: { click: asText } }, text("as_text")));
    }
  }
  return undefined;
}

const asText = () => save(new Blob([sheet.text], { type: "text/plain" }), `${name().replace(/\.\w+$/, "")}.txt`);

function save(blob, as) {
  const link = make("a", { href: URL.createObjectURL(blob), download: as });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  draft.kept = true;
  toast(text("downloaded", { name: as }));
}

async function copy() {
  try {
    await navigator.clipboard.writeText(sheet.text);
    draft.kept = true;
    toast(text("copied"));
  } catch {
    toast(text("not_copied"));
  }
}

function spoken(language) {
  speak(language);
  $("speak").value = speaking;
  sheet.speak();
  document.title = `factcheck · ${text("draft")}`;
  render();
  if (draft.answer) soon(0);
}

// ---------------------------------------------------------------- the start

const nonce = document.querySelector("script[nonce]").nonce;
const sheet = new Sheet($("editor"), { nonce, keys, hint: () => text("placeholder"), changed });
spoken(languages.includes(new URLSearchParams(location.hash.slice(1)).get("l")) ? new URLSearchParams(location.hash.slice(1)).get("l") : speaking);

$("open").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", () => { const [file] = $("file").files; $("file").value = ""; if (file) opened(file); });
$("undo").addEventListener("click", () => undo(sheet.view));
$("copy").addEventListener("click", copy);
$("download").addEventListener("click", download);
$("published").addEventListener("change", () => soon(0));
$("language").addEventListener("change", () => soon(0));
$("speak").addEventListener("change", () => spoken($("speak").value));
$("look").addEventListener("change", () => { document.documentElement.dataset.look = $("look").value; });
$("claims").addEventListener("change", () => sheet.showClaims($("claims").checked));
$("next").addEventListener("click", () => step(1));
$("previous").addEventListener("click", () => step(-1));
$("example").addEventListener("click", () => { sheet.open(text("example_draft")); draft.kept = true; render(); soon(0); });
$("languagetool").textContent = `${location.origin}/v2`;
$("editor").addEventListener("click", (event) => {
  if (!event.target.closest(".finding")) return sheet.choose("");
  const finding = sheet.findingAt(sheet.view.posAtCoords({ x: event.clientX, y: event.clientY }));
  return finding && act.choose(finding, false);
});
document.addEventListener("click", (event) => { if (!event.target.closest("#settings")) $("settings").open = false; });
addEventListener("resize", place);
addEventListener("beforeunload", (event) => { if (!draft.kept && sheet.text.trim()) event.preventDefault(); });

$("published").closest("label").title = text("published_help");

let dragged = 0;
const carriesFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
addEventListener("dragenter", (event) => { if (carriesFile(event)) { dragged += 1; $("dropping").hidden = false; } });
addEventListener("dragleave", (event) => { if (carriesFile(event)) { dragged -= 1; $("dropping").hidden = dragged > 0 ? false : true; } });
addEventListener("dragover", (event) => { if (carriesFile(event)) event.preventDefault(); }, true);
addEventListener("drop", (event) => {
  if (!carriesFile(event)) return;
  event.preventDefault();
  event.stopPropagation();
  dragged = 0;
  $("dropping").hidden = true;
  if (event.dataTransfer.files[0]) opened(event.dataTransfer.files[0]);
}, true);

alive().then(() => notice(text("gone")), complain);
first().then((file) => (file ? opened(file) : sheet.view.focus()), complain);
