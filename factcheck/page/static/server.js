// What the page asks of the server. The key stands in the fragment of the address and nowhere else.
import { speaking } from "./texts.js";

const key = () => new URLSearchParams(location.hash.slice(1)).get("k") ?? "";

export class Told extends Error {}
export class Gone extends Error {}
export class NoKey extends Error {}
export class Busy extends Error {}
export class TooLarge extends Error {}

async function ask(path, body) {
  let answer;
  try {
    answer = await fetch(path, { method: "POST", body, headers: { Authorization: `Bearer ${key()}` } });
  } catch {
    throw new Gone();
  }
  if (answer.status === 403) throw new NoKey();
  if (answer.status === 413) throw new TooLarge();
  if (answer.status === 503) throw new Busy();
  if (!answer.ok) throw new Told((await answer.json().catch(() => ({}))).error ?? String(answer.status));
  return answer;
}

function body({ name, data, edits, published, language }) {
  return new Blob([JSON.stringify({ name, edits, published, language, speak: speaking }), "\n", data]);
}

export const check = async (draft) => (await ask("/check", body(draft))).json();
export const mended = async (draft) => (await ask("/mended", body(draft))).blob();

// The file that the command was given.
export async function first() {
  const answer = await ask("/first");
  return answer.status === 204 ? null : new File([await answer.blob()], decodeURIComponent(answer.headers.get("x-name")));
}

// Resolves when the server is gone; the server ends when nobody holds this open.
export async function alive() {
  const reader = (await ask("/alive")).body.getReader();
  try {
    while (!(await reader.read()).done);
  } catch {
    // the connection broke: gone as well
  }
}
