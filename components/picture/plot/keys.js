/* The buttons around the plot: in its head the title and what to choose for a selection, below it the legend. */

function drawHead(node, head, send) {
  const [title, note] = [element("h1", "ldg-title"), element("span", "ldg-aside")];
  title.textContent = head.title;
  note.textContent = head.note;
  const choices = (head.choices ?? []).map(({ kind, name, keys }) => {
    const label = element("span", "ldg-aside", { "aria-hidden": "true" });
    label.textContent = name;
    const buttons = keys.map((key) => {
      const button = keyButton("ldg-choice", kind, key, send);
      button.textContent = key.name;
      return button;
    });
    return grouped("ldg-choices", name, [label, ...buttons]);
  });
  replaceKeeping(node, [title, note, ...choices]);
}

function drawLegend(node, legend, send) {
  const group = (name, kind, keys = [], sample) =>
    grouped("ldg-keys", name, keys.map((key) => {
      const button = keyButton("ldg-key", kind, key, send);
      const [title, count] = [element("span", "ldg-name"), element("span", "ldg-count")];
      title.textContent = key.name;
      count.textContent = key.disabled ? 0 : key.count ?? "";
      button.append(sample(key), title, count);
      return button;
    }));
  replaceKeeping(node, [
    group("Categories", "legend-category", legend?.categories, swatch),
    group("Kinds of connection", "legend-kind", legend?.kinds, lineSample),
  ]);
}

function keyButton(className, kind, key, send) {
  const button = element("button", className, { type: "button", "data-kind": kind, "data-id": key.id });
  button.setAttribute("aria-pressed", String(Boolean(key.pressed)));
  button.disabled = Boolean(key.disabled);
  button.onclick = () => send(kind, key.id);
  return button;
}

function grouped(className, name, members) {
  const group = element("div", className, { role: "group", "aria-label": name });
  group.append(...members);
  return group;
}

/* New children; the keyboard stays on the button where it was. */
function replaceKeeping(node, children) {
  const focused = node.contains(document.activeElement) ? document.activeElement.dataset : null;
  node.replaceChildren(...children);
  const again = focused && [...node.querySelectorAll("button")].find(({ dataset }) => dataset.kind === focused.kind && dataset.id === focused.id);
  again?.focus();
}

function swatch({ color, glyph }) {
  const box = element("span", "ldg-swatch", { "aria-hidden": "true" });
  box.style.background = color;
  if (String(glyph ?? "").startsWith("data:image/")) box.append(element("img", "", { src: glyph, alt: "" }));
  return box;
}

function lineSample({ color, dash }) {
  const make = (name, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
    return node;
  };
  const svg = make("svg", { class: "ldg-line", viewBox: "0 0 32 12", "aria-hidden": "true" });
  const line = { x1: 0, y1: 6, x2: 25, y2: 6, stroke: color, "stroke-width": 2.5, "stroke-dasharray": dash || "none" };
  svg.append(make("line", line), make("path", { d: "M24 1.5 L32 6 L24 10.5 Z", fill: color }));
  return svg;
}

function element(tag, className, attributes = {}) {
  const node = document.createElement(tag);
  node.className = className;
  Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
  return node;
}
