/* Draws the matrix as a table. Every cell is a button; arrow keys, Home and End move between them, Tab leaves the
   table.

   Streamlit calls the default export again for every new matrix; see matrix_table.py for what it sends. Everything
   is set as text, never as markup. */

import { element } from "../scripts/element.js";
import { whenConnected } from "../scripts/line.js";

const HINT = "Choose a cell for its condition and its sources. In the table the arrow keys move from cell to cell.";
const STEPS = {
  ArrowRight: ([row, column]) => [row, column + 1],
  ArrowLeft: ([row, column]) => [row, column - 1],
  ArrowDown: ([row, column]) => [row + 1, column],
  ArrowUp: ([row, column]) => [row - 1, column],
  Home: ([row]) => [row, 0],
  End: ([row]) => [row, Infinity],
};

const tables = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".mx-root");
  const table = tables.get(root) ?? new Table(root);
  tables.set(root, table);
  table.send = (service, capability) => whenConnected(() => setTriggerValue("event", { service, capability }));
  table.update(data);
}

class Table {
  constructor(root) {
    this.scroller = element("div", { class: "mx-scroll" });
    this.details = element("div", { class: "mx-details", role: "status" });
    root.replaceChildren(this.scroller, this.details);
  }

  update(data) {
    const { opened, ...shape } = data;
    const text = JSON.stringify(shape);
    if (text !== this.text) this.draw(data);
    this.text = text;
    this.mark(opened);
  }

  draw(data) {
    const focused = this.scroller.contains(document.activeElement);
    const before = this.place ?? [0, 0];
    this.data = data;
    const table = element("table", { class: "mx-table" });
    table.style.setProperty("--mx-columns", data.columns.length);
    const caption = element("caption", { class: "ldg-unseen", text: data.caption });
    const head = element("thead");
    const heads = element("tr");
    heads.append(
      this.head("Capability", "mx-corner"),
      ...data.columns.map((column) => this.head(column.name, "", column.full)),
    );
    head.append(heads);
    const body = element("tbody");
    this.buttons = data.rows.map((row, y) => {
      const line = element("tr", { class: row.wanted && "mx-wanted" });
      const name = element("th", { scope: "row", title: row.text });
      name.textContent = (row.wanted ? "✓ " : "") + row.name;
      line.append(name);
      body.append(line);
      return row.cells.map((cell, x) => {
        const button = this.button(cell, y, x);
        const place = element("td");
        place.append(button);
        line.append(place);
        return button;
      });
    });
    table.append(caption, head, body);
    const { scrollLeft, scrollTop } = this.scroller;
    this.scroller.replaceChildren(table);
    [this.scroller.scrollLeft, this.scroller.scrollTop] = [scrollLeft, scrollTop];
    this.place = this.within(before);
    this.current()?.setAttribute("tabindex", "0");
    if (focused) this.current()?.focus({ preventScroll: true });
  }

  head(text, className, title = "") {
    const head = element("th", { class: className || null, scope: "col" });
    if (title && title !== text) head.title = title;
    head.textContent = text;
    return head;
  }

  button(cell, y, x) {
    const button = element("button", {
      class: `mx-cell mx-${cell.value}`,
      type: "button",
      tabindex: "-1",
      "aria-pressed": "false",
    });
    const sign = element("span", { "aria-hidden": "true" });
    sign.textContent = cell.sign ? `${cell.sign} ` : "";
    button.append(sign, cell.word);
    if (cell.note) {
      const more = element("span", { "aria-hidden": "true" });
      more.textContent = " *";
      const said = element("span", { class: "ldg-unseen" });
      said.textContent = ", with a note";
      button.append(more, said);
    }
    button.onfocus = () => this.moveTo([y, x]);
    button.onclick = () => this.open(y, x);
    button.onkeydown = (event) => this.onKey(event, [y, x]);
    return button;
  }

  onKey(event, from) {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const [y, x] = this.within(step(from));
    this.buttons[y][x].focus();
    this.reveal(this.buttons[y][x]);
  }

  within([y, x]) {
    const clamp = (value, length) => Math.max(0, Math.min(value, length - 1));
    return [clamp(y, this.data.rows.length), clamp(x, this.data.columns.length)];
  }

  current() {
    return this.buttons[this.place[0]]?.[this.place[1]];
  }

  moveTo(place) {
    this.current()?.setAttribute("tabindex", "-1");
    this.place = place;
    this.current()?.setAttribute("tabindex", "0");
    this.tell(place);
  }

  /* The heads lie over the cells: scroll so that the cell stands clear of them. */
  reveal(button) {
    const [area, cell] = [this.scroller.getBoundingClientRect(), button.getBoundingClientRect()];
    const corner = this.scroller.querySelector(".mx-corner").getBoundingClientRect();
    const [left, top] = [area.left + corner.width, area.top + corner.height];
    if (cell.left < left) this.scroller.scrollLeft -= left - cell.left + 4;
    else if (cell.right > area.right - 16) this.scroller.scrollLeft += cell.right - area.right + 20;
    if (cell.top < top) this.scroller.scrollTop -= top - cell.top + 4;
    else if (cell.bottom > area.bottom - 16) this.scroller.scrollTop += cell.bottom - area.bottom + 20;
  }

  open(y, x) {
    const [service, capability] = [this.data.columns[x].id, this.data.rows[y].id];
    this.mark([service, capability]);
    this.send(service, capability);
  }

  mark(opened) {
    const key = opened ? opened.join(".") : "";
    let found = false;
    this.buttons.forEach((row, y) =>
      row.forEach((button, x) => {
        const pressed = key === `${this.data.columns[x].id}.${this.data.rows[y].id}`;
        button.setAttribute("aria-pressed", String(pressed));
        if (pressed) this.tell([y, x]);
        found ||= pressed;
      }),
    );
    if (!found && !this.scroller.contains(document.activeElement)) this.details.textContent = HINT;
  }

  tell([y, x]) {
    const [row, column] = [this.data.rows[y], this.data.columns[x]];
    const cell = row.cells[x];
    const title = element("p");
    const strong = element("strong");
    strong.textContent = `${column.name}, ${row.name}: ${cell.word}.`;
    title.append(
      strong,
      ` ${cell.note || (cell.value === "not-stated" ? "No official page read so far says so or otherwise." : "")}`,
    );
    const meaning = element("p");
    meaning.textContent = `${row.name} means: ${row.text}`;
    const sources = element("p");
    cell.sources.forEach((source, number) => {
      const link = element("a", { href: source.url, target: "_blank", rel: "noopener noreferrer" });
      link.textContent = source.title;
      sources.append(number ? "; " : "Source: ", link, `, text of ${source.date}`);
    });
    this.details.replaceChildren(title, meaning, sources);
  }
}
