/* The buttons around the plot: in its head the title and what to choose for a selection, below it the legend. */

import { drawn, element } from "../../scripts/element.js";

export function drawHead(node, head, tools, send) {
  node.hidden = !head;
  if (!head) return;
  const choices = (head.choices ?? []).map(({ event, name, keys }) => {
    const buttons = keys.map((key) => keyButton("ldg-choice", event, key, send, key.name));
    for (const button of buttons) button.title = `${name}: ${button.textContent}`;
    return grouped("ldg-choices", name, buttons);
  });
  const rows = (head.rows ?? []).map(({ event, name, keys }) => {
    const buttons = keys.map((key) => keyButton("ldg-choice ldg-toggle", event, key, send, key.name));
    return grouped("ldg-row", name, [
      element("span", { class: "ldg-aside", "aria-hidden": "true", text: name }),
      ...buttons,
    ]);
  });
  const title = element(`h${head.level}`, { class: "ldg-title", text: head.title, title: head.title });
  const told = head.title
    ? [
        element(
          "div",
          { class: "ldg-told-above" },
          title,
          element("span", { class: "ldg-aside", text: head.note, title: head.note }),
        ),
      ]
    : [];
  replaceKeeping(node, [
    ...told,
    ...choices,
    tools,
    ...(rows.length ? [element("div", { class: "ldg-rows" }, ...rows)] : []),
  ]);
}

export function drawLegend(node, groups, glyphs, send) {
  replaceKeeping(
    node,
    (groups ?? []).map(({ event, name, keys }) =>
      grouped(
        "ldg-keys",
        name,
        keys.map((key) => {
          const count = element("span", { class: "ldg-count", text: key.disabled ? 0 : (key.count ?? "") });
          const content = [
            key.glyph ? swatch(key.color, glyphs?.[key.glyph]) : lineSample(key),
            element("span", { class: "ldg-name", text: key.name }),
          ];
          return key.explains
            ? element("span", { class: "ldg-key ldg-explains", title: key.says }, ...content)
            : keyButton("ldg-key", event, key, send, ...content, count);
        }),
      ),
    ),
  );
  node.setAttribute("role", "group");
  node.setAttribute("aria-label", "Legend");
  node.hidden = !groups?.length;
}

function keyButton(className, event, key, send, ...content) {
  const attributes = {
    type: "button",
    "data-kind": event,
    "data-id": key.id,
    title: key.says,
    disabled: Boolean(key.disabled),
  };
  const button = element(
    "button",
    { class: className, "aria-pressed": String(Boolean(key.pressed)), ...attributes },
    ...content,
  );
  button.onclick = () => send({ type: "pressed", group: event, id: key.id });
  return button;
}

function grouped(className, name, members) {
  return element("div", { class: className, role: "group", "aria-label": name }, ...members);
}

/* New children; the keyboard stays on the button where it was. */
function replaceKeeping(node, children) {
  const focused = node.contains(document.activeElement) ? document.activeElement.dataset : null;
  node.replaceChildren(...children);
  const again =
    focused?.id &&
    [...node.querySelectorAll("button")].find(
      ({ dataset }) => dataset.kind === focused.kind && dataset.id === focused.id,
    );
  if (again) again.focus();
}

function swatch(color, glyph) {
  const box = element("span", { class: "ldg-swatch", "aria-hidden": "true" });
  box.style.background = color;
  if (String(glyph).startsWith("data:image/")) box.append(element("img", { src: glyph, alt: "" }));
  return box;
}

function lineSample({ color, dash, open }) {
  const line = {
    x1: 0,
    y1: 6,
    x2: open ? 23 : 25,
    y2: 6,
    stroke: color,
    "stroke-width": 2.5,
    "stroke-dasharray": dash || "none",
  };
  const head = open
    ? { d: "M24 2 L31 6 L24 10 Z", fill: "none", stroke: color, "stroke-width": 1.5 }
    : { d: "M24 1.5 L32 6 L24 10.5 Z", fill: color };
  return drawn(
    "svg",
    { class: "ldg-line", viewBox: "0 0 32 12", "aria-hidden": "true" },
    drawn("line", line),
    drawn("path", head),
  );
}
