// What the page takes of CodeMirror; esbuild leaves the rest out.
export { history, historyKeymap, defaultKeymap, invertedEffects, redo, undo, undoDepth } from "@codemirror/commands";
export { search, searchKeymap } from "@codemirror/search";
export { ChangeSet, Compartment, EditorState, StateEffect, StateField } from "@codemirror/state";
export { Decoration, EditorView, highlightSpecialChars, keymap, placeholder } from "@codemirror/view";
