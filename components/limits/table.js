/* Draws the table of limits; see table.py for what it gets. Heads are buttons that sort, the sign at the end of a
   name marks the row in the address. Everything is set as text, never as markup. */

import { element } from "../scripts/element.js";
import { whenConnected } from "../scripts/line.js";
import { mark } from "../scripts/marked.js";

const tables = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".lm-root");
  const table = tables.get(root) ?? { text: "" };
  tables.set(root, table);
  table.send = (event) => whenConnected(() => setTriggerValue("event", event));
  const { marked, ...shape } = data;
  const text = JSON.stringify(shape);
  if (text !== table.text) draw(root, data, table);
  table.text = text;
  mark(root, marked, table, "lm-marked");
}

function draw(root, data, table) {
  const head = element("thead");
  const heads = element("tr");
  for (const column of data.columns) {
    const cell = element("th", { scope: "col" });
    if (column.id) {
      const sorted = column.id === data.sort;
      cell.setAttribute("aria-sort", sorted ? (data.descending ? "descending" : "ascending") : "none");
      const button = element("button", { type: "button", text: column.name });
      button.append(element("span", { "aria-hidden": "true", text: sorted ? (data.descending ? " ↓" : " ↑") : "" }));
      button.addEventListener("click", () => table.send({ sort: column.id }));
      cell.append(button);
    } else cell.textContent = column.name;
    heads.append(cell);
  }
  head.append(heads);
  const body = element("tbody");
  for (const row of data.rows) body.append(line(row, data.columns, table));
  const whole = element("table", { class: "lm-table" });
  whole.append(
    element("caption", {
      class: "ldg-unseen",
      text:
        "Limits of all services: value, what it holds for, whether it can be raised, " +
        "what happens when it is hit, and source",
    }),
    head,
    body,
  );
  const scroller = element("div", {
    class: "lm-scroll",
    tabindex: "0",
    role: "region",
    "aria-label": "Table of limits",
  });
  scroller.append(whole);
  root.replaceChildren(scroller);
}

function line(row, columns, table) {
  const tr = element("tr", { "data-row": row.id });
  const cells = [
    [element("a", { href: row.card, target: "_self", text: row.service })],
    [name(row, table), ...(row.note ? [element("div", { class: "lm-note", text: row.note })] : [])],
    [element("strong", { text: row.value }), ...(row.conflict.length ? [conflict(row.conflict)] : [])],
    [row.scope],
    [row.adjustable],
    whatHappens(row),
    row.sources.map(({ url, title, date }) => source(url, title, date)),
  ];
  cells.forEach((content, place) => {
    const cell = place === 1 ? element("th", { scope: "row" }) : element("td");
    cell.dataset.name = columns[place].name;
    cell.append(...content);
    tr.append(cell);
  });
  return tr;
}

/* What happens when the limit is hit: a sentence with its pages (or that they do not say), links to how people meet
   it, or that none is recorded. */
function whatHappens({ happens, hit }) {
  const links = hit.map(({ text, url }) => element("a", { class: "lm-hit", href: url, target: "_self", text }));
  if (!happens) return links.length ? links : [element("span", { class: "lm-note", text: "not recorded" })];
  const said = element("div", happens.silent ? { class: "lm-note" } : {});
  said.append(...breakable(`${happens.text} `));
  happens.sources.forEach(({ url, title, date }, place) => {
    const label = `${happens.silent ? "Read for it" : "Source"}: ${title}, ${date}`;
    said.append(
      element("a", {
        href: url,
        target: "_blank",
        rel: "noopener noreferrer",
        title: label,
        "aria-label": label,
        text: `[${place + 1}]`,
      }),
      " ",
    );
  });
  return [said, ...links];
}

/* Long names of errors may break between their words. */
function breakable(text) {
  return text.split(/(?<=[a-z])(?=[A-Z])/).flatMap((part) => [part, element("wbr")]);
}

function name(row, table) {
  const told = element("span", { text: row.name });
  const link = element("button", {
    class: "lm-link",
    type: "button",
    title: "Put this row into the address",
    text: "#",
  });
  link.setAttribute("aria-label", `Link to ${row.service}, ${row.name}`);
  link.addEventListener("click", () => table.send({ row: row.id }));
  told.append(" ", link);
  return told;
}

function conflict(sides) {
  const details = element("details", { class: "lm-conflict" });
  details.append(
    element("summary", { text: "Official pages disagree" }),
    ...sides.map((side) => element("p", { text: side })),
  );
  return details;
}

function source(url, title, date) {
  const place = element("div", { class: "lm-source" });
  place.append(element("a", { href: url, target: "_blank", rel: "noopener noreferrer", text: title }), `, ${date}`);
  return place;
}
