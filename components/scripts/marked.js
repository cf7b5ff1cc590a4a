/* Marks the row of a table that the address names, and brings it into the middle of the view once. */

import { keepInView } from "./in_view.js";

export function mark(root, marked, table, name) {
  root.querySelectorAll(`tr.${name}`).forEach((row) => row.classList.remove(name));
  const row = marked ? root.querySelector(`tr[data-row="${CSS.escape(marked)}"]`) : null;
  row?.classList.add(name);
  if (row && table.marked !== marked) {
    table.life?.abort();
    table.life = keepInView(row, () => row.scrollIntoView({ block: "center" }));
  }
  table.marked = row ? marked : null;
}
