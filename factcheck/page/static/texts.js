// The words of the page, in the language it speaks.
const all = JSON.parse(document.getElementById("texts").textContent);

export const languages = Object.keys(all);
export let speaking = "id" in all ? "id" : "en";

export function text(key, gaps = {}) {
  const words = all[speaking][key] ?? key;
  return words.replace(/\{(\w+)\}/g, (gap, name) => (name in gaps ? gaps[name] : gap));
}

export function speak(language) {
  if (!(language in all)) return;
  speaking = language;
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = text(node.dataset.text);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", text(node.dataset.label));
}

export function day(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return new Intl.DateTimeFormat(speaking, { dateStyle: "long" }).format(new Date(year, month - 1, date));
}
