// The findings beside the text, each level with its place where the window is wide enough.
import { keyOf } from "./sheet.js";
import { text } from "./texts.js";

export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

const button = (words, act, kind = "") => make("button", { type: "button", class: kind, on: { click: act } }, words);

function ways(finding, act) {
  if (finding.start >= finding.end) return [make("p", { class: "quiet" }, text("elsewhere"))];
  if (!finding.ways.length) {
    return finding.expected ? [make("p", { class: "expected" }, text("should_read", { way: finding.expected }))] : [];
  }
  const hint = finding.ways.length > 1 ? [make("p", { class: "quiet" }, text("either"))] : [];
  const buttons = finding.ways.map((way) => {
    const label = finding.ways.length > 1 ? way.label : text("accept", { way: way.text });
    return button(label, () => act.accept(finding, way), finding.ways.length > 1 ? "way" : "way sure");
  });
  return [...hint, ...buttons];
}

function site({ name, url, row }) {
  if (!/^https?:/.test(url)) return make("span", { title: row || null }, name);
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer", title: url }, name);
}

const why = ({ words, sites }) => make("li", {}, words, ...sites.flatMap((each) => [" · ", site(each)]));

export function card(finding, number, act) {
  const where = [finding.word, finding.where, finding.known && text("known", { day: finding.known })].filter(Boolean).join(" · ");
  const quiet = [...finding.read.map((line) => make("li", { class: "read" }, line)), ...finding.why.map(why)];
  return make(
    "li", {},
    make(
      "article",
      {
        class: `card ${finding.severity}`, tabindex: "0", "data-key": keyOf(finding), title: finding.rule,
        "aria-label": `${number}. ${finding.word}: ${finding.message}`,
        on: { click: (event) => event.target.closest("button, a") || act.choose(finding, true), focus: () => act.choose(finding, false) },
      },
      make("p", { class: "kind" }, make("span", { class: "number", "aria-hidden": "true" }, String(number)), where),
      make("p", { class: "message" }, finding.message),
      make("div", { class: "ways" }, ...ways(finding, act), button(text("ignore"), () => act.ignore(finding), "plain")),
      quiet.length ? make("ul", { class: "why" }, ...quiet) : null,
    ),
  );
}

// Level with their places, none over another; the chosen one exactly, the others make room.
export function level(cards, tops, chosen) {
  const gap = 10;
  const heights = cards.map((each) => each.offsetHeight);
  const places = [...tops];
  const from = Math.max(chosen, 0);
  for (let at = from + 1; at < places.length; at++) {
    places[at] = Math.max(places[at], places[at - 1] + heights[at - 1] + gap);
  }
  for (let at = from - 1; at >= 0; at--) {
    places[at] = Math.min(places[at], places[at + 1] - heights[at] - gap);
  }
  const above = Math.min(0, ...places);
  cards.forEach((each, at) => { each.style.top = `${places[at] - above}px`; });
  return places.length ? Math.max(...places.map((place, at) => place - above + heights[at])) : 0;
}
