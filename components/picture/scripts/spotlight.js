/* Lights what the pointer is on, or what was just chosen, with what is near it: in the page at once, by nothing but
   classes. What the server then sends is drawn as it comes. */

const PATIENCE = 3000; // ms

export class Spotlight {
  constructor(graph) {
    this.graph = graph;
  }

  /* The figure is drawn anew: find the parts that stand for each box and line, and put out what was lit meanwhile. */
  adopt() {
    const { plot } = this.graph;
    this.parts = new Map(); // "kind id" to nodes
    this.ends = new Map(); // id of a line to the ids of its two boxes
    const add = (kind, id, nodes) =>
      nodes.length && this.parts.set(`${kind} ${id}`, [...(this.parts.get(`${kind} ${id}`) ?? []), ...nodes]);
    for (const group of plot.querySelectorAll(".scatterlayer > .trace, .barlayer > .trace")) {
      const trace = group.__data__?.[0]?.trace;
      const { role, id, ends, ids } = trace?.meta ?? {};
      if (role === "connection") {
        this.ends.set(id, ends ?? []);
        group.classList.add("ldg-way");
        add("connection", id, [group]);
      } else if (role === "service") {
        group.querySelectorAll(".points > *").forEach((node, index) => {
          node.classList.add("ldg-part", "ldg-box");
          add("service", trace.customdata[index]?.[0], [node]);
        });
      }
      if (ids) {
        const { kind, of: names } = ids;
        for (const selector of [".points > *", ".text > *"]) {
          const nodes = [...group.querySelectorAll(selector)];
          const each = nodes.length / names.length;
          nodes.forEach((node) => node.classList.add("ldg-part", `ldg-${role}`));
          names.forEach((name, index) => add(kind, name, nodes.slice(index * each, (index + 1) * each)));
        }
      }
    }
    const glyphs = plot.querySelectorAll(".layer-above .imagelayer image, .imagelayer image");
    Object.keys(this.graph.meta.names ?? {}).forEach((id, index) => {
      glyphs[index]?.classList.add("ldg-part", "ldg-glyph");
      if (glyphs[index]) add("service", id, [glyphs[index]]);
    });
    plot.classList.remove("ldg-chosen", "ldg-hovered");
    this.chosen = null;
    this.lit = null;
  }

  hover(item) {
    if (this.chosen) return; // Until the server answers.
    this.light(item, "ldg-hovered");
  }

  choose(item) {
    this.light(item, "ldg-chosen");
    this.chosen = item;
    setTimeout(() => (this.chosen = null), PATIENCE); // If no answer comes, the pointer lights again.
  }

  light(item, name) {
    const { plot, list } = this.graph;
    if (item === this.lit) return;
    this.near?.forEach((node) => node.classList.remove("ldg-near"));
    [this.near, this.lit] = [null, item];
    const found = item && this.ends?.size ? this.around(item) : null;
    plot.classList.toggle(name, Boolean(found));
    if (!found || !list.items.length) return;
    this.near = found.flatMap((key) => this.parts.get(key) ?? []);
    this.near.forEach((node) => node.classList.add("ldg-near"));
  }

  /* A box, its lines and the boxes at their other ends; or a line and its two boxes. */
  around({ kind, id }) {
    if (kind === "connection") return [`connection ${id}`, ...(this.ends.get(id) ?? []).map((end) => `service ${end}`)];
    const lines = [...this.ends].filter(([, ends]) => ends.includes(id));
    const boxes = new Set([id, ...lines.flatMap(([, ends]) => ends)]);
    return [...lines.map(([line]) => `connection ${line}`), ...[...boxes].map((box) => `service ${box}`)];
  }
}
