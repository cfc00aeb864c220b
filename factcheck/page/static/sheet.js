// The draft as text, with what was found marked in it. Findings move with the text while it is edited; one whose own
// place is touched goes at once, and comes back with the next answer if it still holds.
import {
  ChangeSet, Compartment, Decoration, EditorState, EditorView, StateEffect, StateField,
  defaultKeymap, highlightSpecialChars, history, historyKeymap, invertedEffects, keymap, placeholder, search, searchKeymap,
} from "./codemirror.js";
import { text } from "./texts.js";

const tell = StateEffect.define();
const choose = StateEffect.define();
const setAside = StateEffect.define();
const takeBack = StateEffect.define();
const showClaims = StateEffect.define();

export const keyOf = (finding) => [finding.rule, finding.text, finding.message].join("\u0000");

function moved(item, changes) {
  if (changes.touchesRange(item.start, item.end)) {
    let touched = false;
    changes.iterChangedRanges((from, to) => { touched ||= from < item.end && to > item.start; });
    if (touched) return null;
  }
  const shift = (span) => ({ ...span, start: changes.mapPos(span.start, 1), end: changes.mapPos(span.end, -1) });
  return { ...shift(item), ways: item.ways?.map(shift) };
}

const told = StateField.define({
  create: () => ({ findings: [], claims: [], headings: [] }),
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(tell)) return effect.value;
    if (!transaction.docChanged) return value;
    const all = (items) => items.map((item) => moved(item, transaction.changes)).filter(Boolean);
    const headings = value.headings.map((each) => ({ start: transaction.changes.mapPos(each.start, 1) }));
    return { findings: all(value.findings), claims: all(value.claims), headings };
  },
});

const ignored = StateField.define({
  create: () => new Map(),
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setAside)) value = new Map(value).set(keyOf(effect.value), effect.value);
      if (effect.is(takeBack)) {
        value = new Map(value);
        value.delete(keyOf(effect.value));
      }
    }
    return value;
  },
});

// What is ignored is a step of the history like any edit.
const undoable = invertedEffects.of((transaction) =>
  transaction.effects.flatMap((effect) =>
    effect.is(setAside) ? [takeBack.of(effect.value)] : effect.is(takeBack) ? [setAside.of(effect.value)] : []));

const chosen = StateField.define({
  create: () => "",
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(choose)) value = effect.value;
    return value;
  },
});

const claimsShown = StateField.define({
  create: () => true,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(showClaims)) value = effect.value;
    return value;
  },
});

// All that was changed since the file was opened: what the server puts into it.
const since = StateField.define({
  create: (state) => ChangeSet.empty(state.doc.length),
  update: (value, transaction) => (transaction.docChanged ? value.compose(transaction.changes) : value),
});

const marks = EditorView.decorations.compute([told, ignored, chosen, claimsShown], (state) => {
  const size = state.doc.length;
  const spans = [];
  const add = (item, attributes) => {
    if (item.start < item.end && item.end <= size) spans.push(Decoration.mark({ attributes }).range(item.start, item.end));
  };
  if (state.field(claimsShown)) {
    for (const claim of state.field(told).claims) {
      const title = claim.about ? `${claim.about}: ${claim.word}` : claim.word;
      if (claim.verdict === "supported") add(claim, { class: `claim ${claim.verdict}`, title });
    }
  }
  open(state).forEach((finding, at) => {
    const here = keyOf(finding) === state.field(chosen) ? " here" : "";
    add(finding, { class: `finding ${finding.severity}${here}`, "data-number": String(at + 1) });
  });
  return Decoration.set(spans, true);
});

const hints = new Compartment();
const PANEL = ["Find", "Replace", "next", "previous", "all", "match case", "regexp", "by word", "replace", "replace all", "close"];
const hinted = (words) => [
  placeholder(words), EditorState.phrases.of(Object.fromEntries(PANEL.map((each) => [each, text(each)]))),
  EditorView.contentAttributes.of({ spellcheck: "false", autocorrect: "off", "aria-label": words }),
];

const headings = EditorView.decorations.compute([told], (state) => {
  const starts = new Set(state.field(told).headings.map(({ start }) => state.doc.lineAt(Math.min(start, state.doc.length)).from));
  return Decoration.set([...starts].map((start) => Decoration.line({ class: "heading" }).range(start)), true);
});

export const open = (state) => state.field(told).findings.filter((each) => !state.field(ignored).has(keyOf(each)));
export const ignoredOf = (state) => [...state.field(ignored).values()];
export const chosenOf = (state) => state.field(chosen);

export function editsOf(state) {
  const edits = [];
  state.field(since).iterChanges((from, to, _start, _end, text) => edits.push([from, to, text.toString()]));
  return edits;
}

export class Sheet {
  constructor(parent, { nonce, keys, hint, changed }) {
    this.settings = { nonce, keys, hint, changed };
    this.view = new EditorView({ parent, state: this.#fresh("") });
  }

  get state() { return this.view.state; }
  get text() { return this.state.doc.toString(); }

  // A draft in place of the one before, without its history.
  open(text) { this.view.setState(this.#fresh(text)); }

  tell(answer) { this.view.dispatch({ effects: tell.of(answer) }); }
  choose(key) { this.view.dispatch({ effects: choose.of(key) }); }
  ignore(finding) { this.view.dispatch({ effects: setAside.of(finding) }); }
  restore(finding) { this.view.dispatch({ effects: takeBack.of(finding) }); }
  showClaims(shown) { this.view.dispatch({ effects: showClaims.of(shown) }); }

  speak() { this.view.dispatch({ effects: hints.reconfigure(hinted(this.settings.hint())) }); }

  accept(way) {
    this.view.dispatch({ changes: { from: way.start, to: way.end, insert: way.text }, userEvent: "input.repair" });
  }

  // The place of a finding in the window's coordinates; by its paragraph where it is not drawn.
  topOf(finding) {
    const place = this.view.coordsAtPos(Math.min(finding.start, this.state.doc.length));
    return place ? place.top : this.view.documentTop + this.view.lineBlockAt(finding.start).top;
  }

  // Scrolls to a place: to the middle of the window, or near its top where a card covers the rest.
  show(finding, y) {
    if (finding.start >= finding.end) return;
    this.view.dispatch({ effects: EditorView.scrollIntoView(finding.start, { y, yMargin: y === "start" ? 120 : 5 }) });
  }

  findingAt(position) {
    return open(this.state).find((each) => each.start <= position && position <= each.end);
  }

  #fresh(text) {
    const { nonce, keys, hint, changed } = this.settings;
    return EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(nonce), EditorView.lineWrapping, EditorState.tabSize.of(8), highlightSpecialChars(), history(), undoable,
        told, ignored, chosen, claimsShown, since, marks, headings, search({ top: true }),
        keymap.of([...keys, ...historyKeymap, ...searchKeymap, ...defaultKeymap]),
        hints.of(hinted(hint())),
        EditorView.updateListener.of(changed),
      ],
    });
  }
}
