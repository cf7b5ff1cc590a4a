/* Everything that can be clicked, as a list box that only keyboard and screen reader meet. */

import { element } from "../../scripts/element.js";

let counter = 0;

export class ItemList {
  constructor(graph) {
    this.graph = graph;
    this.prefix = `ldg-${++counter}`;
    this.items = [];
    this.active = 0;
    this.node = element("div", {
      class: "ldg-list ldg-unseen",
      role: "listbox",
      tabindex: "0",
      "aria-label": "Services and connections",
    });
    this.node.onkeydown = (event) => this.onKey(event);
    this.node.onfocus = () => graph.focusItem(this.items[this.active] ?? null);
    this.node.onblur = () => graph.focusItem(null);
    this.node.onclick = (event) => {
      const option = event.target.closest("[role=option]"); // A screen reader's click.
      if (option) graph.choose(this.items[Number(option.dataset.index)]);
    };
  }

  update(items, selected) {
    const before = this.items[this.active];
    this.items = items;
    const options = items.map((item, index) => {
      const attributes = { id: `${this.prefix}-${index}`, "data-index": index, "data-id": item.id };
      return element("div", {
        role: "option",
        "aria-selected": String(item.id === selected),
        text: item.name,
        ...attributes,
      });
    });
    const split = items.findIndex((item) => item.kind === "connection");
    const services = split < 0 ? options : options.slice(0, split);
    const groups = [
      [this.graph.meta.list_name ?? "Services", services],
      ["Connections", options.slice(services.length)],
    ].filter(([, members]) => members.length);
    this.node.replaceChildren(
      ...groups.map(([name, members]) => element("div", { role: "group", "aria-label": name }, ...members)),
    );
    this.activate(before);
  }

  activate(item) {
    const index = this.items.findIndex(({ kind, id }) => kind === item?.kind && id === item?.id);
    this.active = Math.max(index, 0);
    if (this.items.length) this.node.setAttribute("aria-activedescendant", `${this.prefix}-${this.active}`);
    else this.node.removeAttribute("aria-activedescendant");
    if (this.graph.focused) this.graph.focused = this.items[this.active] ?? null;
  }

  onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const last = this.items.length - 1;
    const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -last, End: last };
    const item = this.items[this.active];
    if (event.key in steps) this.go(Math.min(last, Math.max(0, this.active + steps[event.key])));
    else if ((event.key === "Enter" || event.key === " ") && item) this.graph.choose(item);
    else if (event.key.length === 1) this.go(this.startingWith(event.key.toLowerCase()));
    else return;
    event.preventDefault();
    event.stopPropagation(); // Streamlit's page shortcuts use the same keys.
  }

  startingWith(letter) {
    const count = this.items.length;
    for (let step = 1; step <= count; step += 1) {
      const index = (this.active + step) % count;
      if (this.items[index].name.toLowerCase().startsWith(letter)) return index;
    }
    return this.active;
  }

  go(index) {
    if (!this.items[index]) return;
    this.activate(this.items[index]);
    this.graph.focusItem(this.items[index]);
  }
}

/* The services, then the connections of a figure: [{kind, id, name, says, holds, trace, point}]; a box `holds` so
   many services. */
export function itemsOf({ data = [], layout = {} }) {
  const { names = {}, connection_names: connectionNames = {} } = layout.meta ?? {};
  const services = [];
  const connections = [];
  const at = (value, point) => plain(Array.isArray(value) ? value[point] : value);
  data.forEach((trace, index) => {
    const rows = trace.customdata ?? [];
    if (trace.meta?.role === "service") {
      rows.forEach((row, point) => {
        const id = String([row].flat()[0]);
        const says = at(trace.hovertext, point);
        services.push({
          kind: "service",
          id,
          name: names[id] || at(trace.text, point) || id,
          says,
          holds: [row].flat().length,
          trace: index,
          point,
        });
      });
    } else if (trace.meta?.role === "connection") {
      const id = String(trace.meta.id ?? [rows[0]].flat()[0]);
      const point = Math.floor((trace.x?.length ?? 0) / 2);
      connections.push({
        kind: "connection",
        id,
        name: connectionNames[id] || id,
        says: at(trace.hovertext, point),
        trace: index,
        point,
      });
    }
  });
  return [...inOrder(services, names), ...inOrder(connections, connectionNames)];
}

/* The order of the catalog, which is the order of the names; the figure has them by what is drawn first. */
function inOrder(items, names) {
  const rank = new Map(Object.keys(names).map((id, index) => [id, index]));
  return items.sort((one, other) => (rank.get(one.id) ?? rank.size) - (rank.get(other.id) ?? rank.size));
}

/* Plotly's text without its markup. */
function plain(text) {
  const signs = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };
  return String(text ?? "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(lt|gt|amp);/g, (sign) => signs[sign])
    .replace(/%\u200b\{/g, "%{")
    .trim();
}
