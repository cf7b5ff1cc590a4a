/* Everything that can be clicked, as a list box that only keyboard and screen reader meet. */
class ItemList {
  constructor(graph) {
    this.graph = graph;
    this.prefix = `ldg-${++counter}`;
    this.items = [];
    this.active = 0;
    this.node = element("div", "ldg-list", { role: "listbox", tabindex: "0", "aria-label": "Services and connections" });
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
      const option = element("div", "", { role: "option", id: `${this.prefix}-${index}`, "data-index": index, "data-id": item.id });
      option.setAttribute("aria-selected", String(item.id === selected));
      option.textContent = item.name;
      return option;
    });
    const split = items.findIndex((item) => item.kind === "connection");
    const services = split < 0 ? options : options.slice(0, split);
    const groups = [[this.graph.meta.list_name ?? "Services", services], ["Connections", options.slice(services.length)]].filter(([, members]) => members.length);
    this.node.replaceChildren(...groups.map(([name, members]) => {
      const group = element("div", "", { role: "group", "aria-label": name });
      group.append(...members);
      return group;
    }));
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

/* The services, then the connections of a figure: [{kind, id, name, trace, point}]. */
function itemsOf({ data = [], layout = {} }) {
  const { names = {}, connection_names: connectionNames = {} } = layout.meta ?? {};
  const services = [];
  const connections = [];
  data.forEach((trace, index) => {
    const rows = trace.customdata ?? [];
    if (trace.meta?.role === "service") {
      rows.forEach((row, point) => {
        const id = String([row].flat()[0]);
        const text = plain(Array.isArray(trace.text) ? trace.text[point] : trace.text);
        services.push({ kind: "service", id, name: names[id] || text || id, trace: index, point });
      });
    } else if (trace.meta?.role === "connection") {
      const id = String(trace.meta.id ?? [rows[0]].flat()[0]);
      const point = Math.floor((trace.x?.length ?? 0) / 2);
      connections.push({ kind: "connection", id, name: connectionNames[id] || id, trace: index, point });
    }
  });
  return [...services, ...connections];
}

const plain = (text) => String(text ?? "").replace(/<[^>]*>/g, " ").trim();
