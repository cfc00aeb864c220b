"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const live = document.querySelector(".live");
  let here = null;

  // Filters: a box for each severity and each verdict.
  const off = () => new Set(all(".filters input:not(:checked)").map((box) => box.value));

  // Cards beside their paragraphs take no room between them: where one would lie over the next, that moves down.
  const wide = matchMedia("(min-width: 60rem)");
  const level = () => {
    document.body.classList.toggle("level", wide.matches);
    for (const article of all(".article")) {
      let below = 0;
      for (const beside of all(".beside", article)) {
        beside.style.top = "";
        if (!wide.matches) continue;
        const top = beside.parentElement.offsetTop;
        beside.style.top = `${Math.max(0, below - top)}px`;
        if (beside.scrollHeight) below = Math.max(top, below) + beside.scrollHeight + 10;
      }
      article.style.minHeight = wide.matches ? `${below + 10}px` : "";
    }
  };

  // Findings as text, for who wrote the draft.
  const copied = (text) => {
    const said = () => { live.textContent = live.dataset.copied; };
    const byHand = () => { // where the browser keeps the clipboard from a page that is a file
      const field = document.body.appendChild(document.createElement("textarea"));
      field.value = text;
      field.select();
      if (document.execCommand("copy")) said();
      field.remove();
    };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(said, byHand);
    else byHand();
  };
  const textOf = (root) => all(".card:not([hidden]) .copy", root).map((each) => each.dataset.copy).join("\n");
  const filter = () => {
    const hidden = off();
    for (const card of all(".card")) card.hidden = hidden.has(card.dataset.severity);
    for (const mark of all("mark.finding")) mark.classList.toggle("off", hidden.has(mark.dataset.severity));
    for (const mark of all("mark.claim")) mark.classList.toggle("plain", hidden.has(mark.dataset.verdict));
    for (const item of all(".claims li")) item.hidden = hidden.has(item.dataset.verdict);
    for (const list of all(".claims")) list.hidden = all("li", list).every((item) => item.hidden);
    const fewer = document.querySelector("input[value=with-findings]");
    for (const clean of all(".article.clean, .contents .clean")) clean.hidden = Boolean(fewer && fewer.checked);
    level();
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
    const copy = event.target.closest(".copy, .copy-all");
    if (!copy) return;
    copied(copy.dataset.copy || textOf(copy.closest(".article")));
    copy.classList.add("done");
    setTimeout(() => copy.classList.remove("done"), 1500);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, a, summary, button")) return;
    const target = event.target.closest(".card, mark.finding");
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Enter" && target && other(target)) go(other(target));
    else if (event.key === "Escape") { if (here) here.blur(); go(null); }
    else return;
    event.preventDefault();
  });
  addEventListener("beforeprint", () => all(".claims").forEach((list) => { list.dataset.was = list.open; }));
  document.addEventListener("toggle", level, true);
  addEventListener("resize", level);
  filter();
})();
