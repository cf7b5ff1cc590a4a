/* The page to take along: what is chosen, searched for, filtered or told step by step is lit, and its card is shown.
   All text is set as text. */

import { Cards } from "./cards.js";
import { found } from "./finding.js";
import { Lights } from "./lights.js";
import { Moves } from "./moves.js";
import { View } from "./view.js";

const told = JSON.parse(document.getElementById("data").textContent);
const by = (id) => document.getElementById(id);
const svg = by("map");
const lights = new Lights(svg, told);
const view = new View(svg);
const cards = new Cards(by("card"), told, { choose, go });
const state = {
  chosen: told.selected,
  members: [],
  step: 0,
  words: "",
  category: new Set(),
  kind: new Set(),
  asked: true,
};

/* One of these is shown: what is chosen, a step, what is searched and filtered for, or what the file shows. */
function draw() {
  const { chosen, members, step, asked } = state;
  const fitting = isFiltered() ? found(state, told) : null;
  if (chosen) lights.choose(chosen);
  else if (step) lights.step(step);
  else if (fitting) lights.show(fitting);
  else if (asked) lights.asFiled();
  else lights.all();
  if (chosen && members.length > 1) cards.several(chosen, members);
  else if (chosen) cards.show(chosen);
  else cards.overview(step, fitting);
  by("all-of-it").disabled =
    !chosen && !step && !fitting && !(asked && told.about.lit_services.length < told.about.services.length);
  document
    .querySelectorAll("[data-filter]")
    .forEach((key) => key.setAttribute("aria-pressed", state[key.dataset.filter].has(key.value)));
}

const isFiltered = () => Boolean(state.words.trim() || state.category.size || state.kind.size);

/* `members` are the ids that a box or a line stands for, where it is chosen as a whole. */
function choose(id, members = "") {
  Object.assign(state, { chosen: id, members: members.split(" ") });
  draw();
}

function go(step) {
  Object.assign(state, { chosen: null, step: Math.min(Math.max(step, 0), told.walk.length) });
  draw();
}

function clear() {
  Object.assign(state, { chosen: null, step: 0, words: "", category: new Set(), kind: new Set(), asked: false });
  by("words").value = "";
  draw();
}

svg.addEventListener("click", (event) => {
  if (view.wasDragged()) return;
  const part = event.target.closest("[data-service], [data-connection]");
  choose(part ? (part.dataset.service ?? part.dataset.connection) : null, part?.dataset.members);
});
by("words").addEventListener("input", ({ target }) => {
  Object.assign(state, { words: target.value, chosen: null, step: 0 });
  draw();
});
by("legend").addEventListener("click", ({ target }) => {
  const key = target.closest("[data-filter]");
  if (!key) return;
  const asked = state[key.dataset.filter];
  if (!asked.delete(key.value)) asked.add(key.value);
  Object.assign(state, { chosen: null, step: 0 });
  draw();
});
document.querySelector("details").addEventListener("click", ({ target }) => {
  if (!target.value) return;
  choose(target.value, target.dataset.members);
  by("card").focus();
  by("card").scrollIntoView({ block: "nearest" });
});
by("all-of-it").addEventListener("click", clear);
by("nearer").addEventListener("click", () => view.zoom(1.4));
by("farther").addEventListener("click", () => view.zoom(1 / 1.4));
by("fit").addEventListener("click", () => view.fit());
by("theme").addEventListener("click", () => {
  const page = document.documentElement;
  page.dataset.theme = page.dataset.theme === "dark" ? "light" : "dark";
});
window.addEventListener("beforeprint", () => view.fit());
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input")) return;
  if (event.key === "Escape") choose(null);
  else if (event.target.closest("#map") || !told.walk.length) return;
  else if (event.key === "ArrowRight") go(state.step + 1);
  else if (event.key === "ArrowLeft") go(state.step - 1);
});
new Moves(svg, { choose, reveal: (box) => view.reveal(box) });
by("tools").hidden = false;
draw();
