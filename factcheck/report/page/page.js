"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const live = document.querySelector(".live");
  let here = null;

  // Filters: a box for each severity and each verdict.
  const off = () => new Set(all(".filters input:not(:checked)").map((box) => box.value));
  const filter = () => {
    const hidden = off();
    for (const card of all(".card")) card.hidden = hidden.has(card.dataset.severity);
    for (const mark of all("mark.finding")) mark.classList.toggle("off", hidden.has(mark.dataset.severity));
    for (const mark of all("mark.claim")) mark.classList.toggle("plain", hidden.has(mark.dataset.verdict));
    for (const item of all(".claims li")) item.hidden = hidden.has(item.dataset.verdict);
    for (const list of all(".claims")) list.hidden = all("li", list).every((item) => item.hidden);
    live.textContent = `${live.dataset.words} ${cards().length}`;
  };
  const cards = () => all(".card").filter((card) => !card.hidden);

  const go = (target) => {
    if (here) here.classList.remove("here");
    here = target;
    if (!target) return;
    target.classList.add("here");
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
  };
  const step = (by) => {
    const shown = cards();
    if (!shown.length) return;
    const at = shown.findIndex((card) => card === here || (here && here.dataset.card === card.id));
    go(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length]);
  };
  const other = (target) =>
    target.classList.contains("card")
      ? document.querySelector(`mark[data-card="${target.id}"]`)
      : document.getElementById(target.dataset.card);

  document.querySelector(".filters").addEventListener("change", filter);
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark.finding");
    if (mark) go(other(mark));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, a, summary")) return;
    const target = event.target.closest(".card, mark.finding");
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Enter" && target && other(target)) go(other(target));
    else if (event.key === "Escape") { if (here) here.blur(); go(null); }
    else return;
    event.preventDefault();
  });
  addEventListener("beforeprint", () => all(".claims").forEach((list) => { list.dataset.was = list.open; }));
  filter();
})();
