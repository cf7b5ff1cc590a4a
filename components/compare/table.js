/* Draws a comparison as one HTML table. Every text arrives as text and is shown as text; see compare_table.py for
   what Streamlit sends. */

import { element } from "../scripts/element.js";
import { whenConnected } from "../scripts/line.js";
import { mark } from "../scripts/marked.js";

const HEAD_WIDTH = 0.17; // share of the width that the heads of rows take
const NARROW_HEAD = 104; // px that they take where the table scrolls sideways
const LEAST = 210; // px that a column needs; with less the table scrolls sideways inside itself
const SIGNS = { same: "=", differs: "≠", "not recorded": "–" };

const tables = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".ldg-compare");
  const { marked, ...shape } = data;
  const said = JSON.stringify(shape);
  const table = tables.get(root) ?? {};
  tables.set(root, table);
  table.send = (row) => whenConnected(() => setTriggerValue("event", { row }));
  if (table.said !== said) draw(root, shape, (id) => table.send(id));
  table.said = said;
  const fit = () => fitted(root, data.names.length);
  const resizes = new ResizeObserver(fit);
  resizes.observe(root);
  fit();
  mark(root, marked, table, "ldg-marked");
  return () => resizes.disconnect();
}

/* A table too wide for its place scrolls in a pane of its own; otherwise its heads stay below what covers the top of
   the page. */
function fitted(root, columns) {
  const narrow = root.clientWidth < (LEAST * columns) / (1 - HEAD_WIDTH);
  const pane = root.querySelector(".ldg-pane");
  root.classList.toggle("ldg-narrow", narrow);
  root.style.setProperty("--ldg-width", `${LEAST * columns + NARROW_HEAD}px`);
  root.querySelector("col").style.width = narrow ? `${NARROW_HEAD}px` : `${100 * HEAD_WIDTH}%`;
  root.style.setProperty("--ldg-top", `${covered(root)}px`);
  if (narrow) pane.tabIndex = 0;
  else pane.removeAttribute("tabindex");
}

/* The height of the app's bar where it lies over what scrolls. */
function covered(root) {
  const bar = document.querySelector('[data-testid="stHeader"]');
  const scroller = root.closest('[data-testid="stMain"]');
  if (!bar || !scroller) return 0;
  return Math.max(0, Math.round(bar.getBoundingClientRect().bottom - scroller.getBoundingClientRect().top));
}

function draw(root, { caption, names, groups }, send) {
  const table = element("table");
  table.append(element("caption", { class: "ldg-unseen", text: caption }), columns(names.length), head(names));
  const links = element("nav", { "aria-label": "Parts of the table" });
  for (const group of groups) {
    const body = element("tbody");
    const title = element(
      "th",
      { class: "ldg-group", colspan: names.length + 1, scope: "rowgroup" },
      element("span", { text: group.name }),
    );
    body.append(...(groups.length > 1 ? [element("tr", {}, title)] : []), ...group.rows.map((each) => row(each, send)));
    table.append(body);
    const link = element("button", { type: "button", text: group.name });
    link.addEventListener("click", () => title.scrollIntoView({ block: "start" }));
    links.append(link);
  }
  const pane = element("div", { class: "ldg-pane", role: "region", "aria-label": caption }, table);
  root.replaceChildren(...(groups.length > 1 ? [links, pane] : [pane]));
}

function columns(count) {
  return element("colgroup", {}, ...Array.from({ length: count + 1 }, () => element("col")));
}

function head(names) {
  return element(
    "thead",
    {},
    element("tr", {}, element("td"), ...names.map((name) => element("th", { scope: "col", text: name }))),
  );
}

function row({ id, title, status, outcome, judged, folded, cells }, send) {
  const link = element("button", {
    type: "button",
    class: "ldg-link",
    title: "Put this row into the address",
    "aria-label": `Link to ${title}`,
    text: "#",
  });
  link.addEventListener("click", () => send(id));
  const name = element("th", { scope: "row" }, element("span", { class: "ldg-title", text: `${title} ` }, link));
  name.append(
    element(
      "span",
      { class: `ldg-status ldg-${status.replace(" ", "-")}` },
      element("span", { "aria-hidden": "true", text: `${SIGNS[status]} ` }),
      status,
    ),
  );
  if (judged) name.append(element("span", { class: "ldg-judged", text: "our judgement" }));
  if (outcome) name.append(element("span", { class: "ldg-outcome", text: outcome }));
  return element("tr", { "data-row": id }, name, ...cells.map((each) => element("td", {}, cell(each, folded))));
}

function cell({ missing, statements }, folded) {
  if (!statements.length) return element("p", { class: "ldg-missing", text: missing });
  if (statements.length === 1 && !folded) return element("p", {}, ...statement(statements[0]));
  const list = element("ul", {}, ...statements.map((each) => element("li", {}, ...statement(each))));
  if (!folded) return list;
  const count = `${statements.length} limit${statements.length === 1 ? "" : "s"}`;
  return element("details", {}, element("summary", { text: count }), list);
}

function statement({ figure, text, told, marks, claims, shown }) {
  const parts = [];
  if (told) parts.push(`Often told as “${told}”; accurate is: `);
  if (figure) parts.push(element("span", { class: "ldg-figure-text", text: figure }), text ? ": " : "");
  parts.push(text, ...links(marks));
  if (claims.length) parts.push(conflict(claims, shown));
  return parts;
}

function links(marks) {
  return marks.flatMap(({ number, url, title }) => [
    " ",
    element("a", {
      href: url,
      title,
      "aria-label": `Source ${number}: ${title}`,
      target: "_blank",
      rel: "noopener",
      text: `[${number}]`,
    }),
  ]);
}

function conflict(claims, shown) {
  const sides = claims.map(({ says, marks }) => element("li", {}, says, ...links(marks)));
  return element(
    "details",
    { class: "ldg-conflict" },
    element("summary", { text: "Official pages disagree" }),
    element("ul", {}, ...sides),
    element("p", { text: shown }),
  );
}
