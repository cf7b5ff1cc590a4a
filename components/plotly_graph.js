/* Draws a Plotly figure and keeps it: later figures go into the same plot, so zoom and pan stay.

   Streamlit calls the default export again for every new figure and every change of theme; see plotly_graph.py for what it
   sends. Roles in the figure: `trace.meta.role` is "service" (bars) or "connection" (one line); other traces are scenery. */

const LINE_REACH = 12; // px from the pointer to a line that still count as on the line
const DRAG_SLOP = 6; // px the pointer may wander during a click
const DOUBLE_CLICK = 300; // ms
const LOW = 260; // px; the least height of a plot
const AROUND = 250; // px of the window left to what stands above and below the plot
const NARROW = 480; // px; a narrower plot scrolls sideways inside itself
const INTERACTIVE = "input, textarea, select, dialog, [contenteditable=true], [popover], [role=dialog], [role=menu], [role=combobox]";
const CONFIG = {
  displaylogo: false,
  scrollZoom: true,
  doubleClick: false, // See `Graph.fit`.
  displayModeBar: "hover",
};

const graphs = new WeakMap();
let counter = 0;
let plotly = null;

export default function ({ parentElement, data, setTriggerValue }) {
  const graph = graphs.get(parentElement) ?? new Graph(parentElement.querySelector(".ldg-root"));
  graphs.set(parentElement, graph);
  graph.update(data, setTriggerValue);
  return () => {
    graphs.delete(parentElement);
    graph.destroy();
  };
}

/* Streamlit's own script says where the app's root is, whatever path or proxy it stands behind. */
function loadPlotly(path) {
  plotly ??= new Promise((resolve, reject) => {
    const own = document.querySelector('script[src*="/static/js/"]');
    const script = document.createElement("script");
    script.src = own ? new URL(`../../${path}`, own.src) : path;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => {
      plotly = null;
      reject(new Error(`${script.src} could not be loaded`));
    };
    document.head.append(script);
  });
  return plotly;
}

/* Resolves when the browser has painted what stands in the page now (or soon, in a hidden tab, where nothing is painted). */
function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}

class Graph {
  constructor(root) {
    this.figureBox = element("div", "ldg-figure", { role: "figure" });
    this.scroller = element("div", "ldg-scroll");
    this.plot = element("div", "ldg-plot");
    this.ring = element("div", "ldg-ring", { hidden: "" });
    this.error = element("p", "ldg-error", { role: "alert", hidden: "" });
    this.list = new ItemList(this);
    this.legend = element("div", "ldg-legend", { role: "group", "aria-label": "Legend" });
    this.scroller.append(this.plot);
    this.figureBox.append(this.scroller, this.error, this.list.node);
    root.replaceChildren(this.figureBox, this.legend);

    this.turn = Promise.resolve(); // One drawing at a time.
    this.life = new AbortController(); // Ends every listener at once.
    this.listen(document, "keydown", (event) => this.onKey(event));
    this.listen(this.plot, "pointerdown", (event) => this.onPointerDown(event));
    this.listen(document, "pointerup", (event) => this.onPointerUp(event), { capture: true });
    this.listen(document, "pointercancel", () => (this.down = null));
    new Pinch(this);
    this.resizes = new ResizeObserver(() => this.resize());
    this.resizes.observe(this.scroller);
  }

  listen(target, type, handler, options = {}) {
    target.addEventListener(type, handler, { ...options, signal: this.life.signal });
  }

  destroy() {
    this.life.abort();
    this.resizes.disconnect();
    clearTimeout(this.clearing);
    if (this.drawn) window.Plotly.purge(this.plot);
  }

  /* One new figure from the server. */
  update(data, setTriggerValue) {
    const background = getComputedStyle(this.figureBox).getPropertyValue("--st-background-color");
    // A new theme alone makes Streamlit call this function, but not run the script, and the figure's colours come from there.
    if (data === this.data && background !== this.background) setTriggerValue("event", { kind: "theme", id: "" });
    this.background = background;
    this.data = data;
    this.meta = data.figure.layout?.meta ?? {};
    this.send = (kind, id) => data.live && setTriggerValue("event", { kind, id });
    this.figureBox.setAttribute("aria-label", data.alt);
    this.scroller.style.setProperty("--ldg-min-width", `${Number(this.meta.min_width) || 720}px`);
    this.fitSize();
    this.list.node.setAttribute("aria-label", this.meta.list_name ?? "Services and connections");
    this.list.update(itemsOf(data.figure), this.meta.selected);
    this.updateLegend();
    this.redraw();
  }

  updateLegend() {
    const legend = JSON.stringify(this.meta.legend);
    if (legend !== this.shownLegend) drawLegend(this.legend, this.meta.legend, (kind, id) => this.send(kind, id));
    this.shownLegend = legend;
  }

  async redraw() {
    try {
      await loadPlotly(this.data.script);
      if (this.drawn) await painted(); // What else came with this figure, such as a card, is seen first.
      if (this.life.signal.aborted || this.plot._dragging) return; // A drag draws when it ends.
      const turn = this.turn.then(() => this.draw());
      this.turn = turn.catch(() => {});
      await turn;
      this.error.hidden = true;
    } catch (reason) {
      console.error(reason);
      this.error.textContent = "The graph could not be drawn. Reload the page to try again.";
      this.error.hidden = false;
    }
  }

  async draw() {
    const { figure } = this.data;
    if (this.shown === figure) return;
    const { width, height, uirevision, ...rest } = structuredClone(figure.layout ?? {}); // Plotly writes into what it gets.
    const layout = { ...rest, autosize: true, hovermode: "closest", dragmode: "pan" };
    if (this.drawn) {
      this.moved &&= uirevision === this.revision;
      if (this.moved) this.keepView(layout);
      await window.Plotly.react(this.plot, figure.data, layout, this.config);
    } else {
      this.config = { ...CONFIG, modeBarButtons: [["zoomIn2d", "zoomOut2d", "pan2d", this.fitButton()]] };
      await window.Plotly.newPlot(this.plot, figure.data, layout, this.config);
      this.drawn = true;
      this.prepare();
    }
    this.shown = figure;
    this.revision = uirevision;
    this.placeRing();
  }

  prepare() {
    this.plot.append(this.ring);
    this.plot.querySelectorAll(".main-svg").forEach((svg) => svg.setAttribute("aria-hidden", "true")); // The list says it better.
    this.plot.on("plotly_beforehover", (event) => this.onHover(event));
    this.plot.on("plotly_afterplot", () => this.placeRing());
    for (const type of ["plotly_relayouting", "plotly_relayout"]) {
      this.plot.on(type, (change) => {
        this.moved ||= Object.keys(change).some((name) => /^[xy]axis\.range\[/.test(name)); // Only the user's own moves have an index.
        this.placeRing();
      });
    }
  }

  /* Plotly's own `uirevision` loses the view, and its own reset goes to a stale one, where `scaleanchor` has widened a range. */
  keepView(layout) {
    for (const name of ["xaxis", "yaxis"]) {
      layout[name] = { ...layout[name], autorange: false, range: [...this.plot._fullLayout[name].range] };
    }
  }

  setView(x, y) {
    this.moved = true;
    return window.Plotly.relayout(this.plot, { "xaxis.range": x, "yaxis.range": y });
  }

  /* Back to the ranges that the figure came with. */
  fit() {
    const change = {};
    for (const name of ["xaxis", "yaxis"]) {
      const range = this.shown.layout?.[name]?.range;
      if (range) change[`${name}.range`] = [...range];
      else change[`${name}.autorange`] = true;
    }
    this.moved = false;
    return window.Plotly.relayout(this.plot, change);
  }

  fitButton() {
    return { name: "fit", title: "Reset view", icon: window.Plotly.Icons.home, click: () => this.fit() };
  }

  /* As high as the figure's own shape wants at this width, but no higher than the window (or than what the app asks for, if more). */
  fitSize() {
    this.scroller.classList.toggle("ldg-narrow", this.scroller.clientWidth < NARROW);
    const { xaxis, yaxis } = this.data.figure.layout ?? {};
    const room = Math.max(this.data.height, window.innerHeight - AROUND);
    const shape = xaxis?.range && yaxis?.range ? (yaxis.range[1] - yaxis.range[0]) / (xaxis.range[1] - xaxis.range[0]) : Infinity;
    const wanted = Math.max(LOW, Math.round(this.plot.clientWidth * shape));
    this.plot.style.height = `${Math.min(room, wanted)}px`;
  }

  resize() {
    this.fitSize();
    const { clientWidth, clientHeight } = this.plot;
    const { width, height } = this.plot._fullLayout ?? {};
    if (!this.drawn || !clientWidth || (clientWidth === width && clientHeight === height)) return;
    const resized = window.Plotly.Plots.resize(this.plot) ?? Promise.resolve();
    resized.then(() => this.moved || this.fit()).catch(() => {}); // It rejects when the plot is hidden meanwhile.
  }

  /* What is under the pointer: a bar that contains it, else the nearest line within reach, else null. Plotly's own search
     lets the vertex of a line win over the bar it ends at, and misses a line between two vertices. */
  hit(event) {
    const area = this.plot.getBoundingClientRect();
    const [x, y] = [event.clientX - area.left, event.clientY - area.top];
    let best = null;
    let reach = LINE_REACH;
    for (const item of this.list.items) {
      if (item.kind === "service") {
        const box = this.boxOf(item);
        if (box && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height) return item;
      } else {
        const { distance, vertex } = nearest(this.pixelsOf(item), x, y);
        if (distance <= reach) [best, reach] = [{ ...item, point: vertex }, distance];
      }
    }
    return best;
  }

  pixelsOf(item) {
    const trace = this.plot._fullData?.[item.trace];
    if (!trace || trace.visible !== true) return [];
    const [xaxis, yaxis] = axesOf(this.plot, trace);
    return Array.from(trace.x, (x, i) =>
      x == null || trace.y[i] == null ? null : [xaxis._offset + xaxis.l2p(x), yaxis._offset + yaxis.l2p(trace.y[i])]);
  }

  /* The rectangle of a bar, or a small one around the middle of a line, in px from the plot's corner. */
  boxOf(item) {
    const trace = this.plot._fullData?.[item.trace];
    if (!trace || trace.visible !== true) return null;
    if (item.kind === "connection") {
      const points = this.pixelsOf(item).filter(Boolean);
      const middle = points[Math.floor(points.length / 2)];
      return middle ? { x: middle[0] - 12, y: middle[1] - 12, width: 24, height: 24 } : null;
    }
    const [xaxis, yaxis] = axesOf(this.plot, trace);
    const at = (name) => (Array.isArray(trace[name]) || ArrayBuffer.isView(trace[name]) ? trace[name][item.point] : trace[name]) ?? 0;
    const half = at("width") / 2;
    const xs = [at("base"), at("base") + at("x")].map((value) => xaxis._offset + xaxis.l2p(value));
    const ys = [at("y") - half, at("y") + half].map((value) => yaxis._offset + yaxis.l2p(value));
    return { x: Math.min(...xs), y: Math.min(...ys), width: Math.abs(xs[1] - xs[0]), height: Math.abs(ys[1] - ys[0]) };
  }

  onHover(event) {
    if (event.type === "mouseout") {
      this.plot.classList.remove("ldg-hit");
      return true;
    }
    this.showLabel(this.hit(event));
    return false; // In place of Plotly's own search.
  }

  showLabel(item) {
    this.plot.classList.toggle("ldg-hit", item !== null);
    if (item) window.Plotly.Fx.hover(this.plot, [{ curveNumber: item.trace, pointNumber: item.point }]);
    else window.Plotly.Fx.unhover(this.plot);
  }

  onPointerDown(event) {
    clearTimeout(this.clearing);
    const usable = this.drawn && event.isPrimary && event.button === 0 && !event.target.closest(".modebar");
    this.down = usable ? event : null;
  }

  onPointerUp(event) {
    const { down } = this;
    this.down = null;
    if (!down || down.pointerId !== event.pointerId) return;
    if (this.shown !== this.data.figure) setTimeout(() => this.redraw()); // It came during a drag.
    if (distanceOf(down, event) > DRAG_SLOP) return;
    const double = this.last && event.timeStamp - this.last.timeStamp < DOUBLE_CLICK && distanceOf(this.last, event) < DRAG_SLOP;
    this.last = event;
    if (double) {
      this.fit(); // The first click has been reported.
      return;
    }
    const item = this.hit(event);
    if (item) this.choose(item);
    else this.clearing = setTimeout(() => this.send("clear", ""), DOUBLE_CLICK); // Unless it becomes a double click.
  }

  choose(item) {
    this.list.activate(item);
    this.send(item.kind, item.id);
  }

  onKey(event) {
    if (event.key !== "Escape" || event.defaultPrevented || !this.meta.selected) return;
    if (!event.target.closest?.(INTERACTIVE)) this.send("clear", "");
  }

  /* The list has the keyboard's focus: show where in the picture, and bring it into view. */
  async focusItem(item) {
    this.focused = item;
    if (!this.drawn) return;
    if (item) await this.reveal(item);
    if (this.focused !== item) return;
    this.showLabel(item);
    this.placeRing();
  }

  async reveal(item) {
    const box = this.boxOf(item);
    if (!box) return;
    const { xaxis, yaxis } = this.plot._fullLayout;
    const shift = (axis, from, to) => {
      const [low, high] = [axis._offset, axis._offset + axis._length];
      const pixels = from < low || to > high ? (from + to - low - high) / 2 : 0;
      const by = axis.p2l(pixels) - axis.p2l(0);
      return { pixels, range: axis.range.map((value) => value + by) };
    };
    const x = shift(xaxis, box.x, box.x + box.width);
    const y = shift(yaxis, box.y, box.y + box.height);
    if (x.pixels || y.pixels) await this.setView(x.range, y.range);
    const [left, right] = [box.x - x.pixels, box.x - x.pixels + box.width];
    const { scrollLeft, clientWidth } = this.scroller;
    if (left < scrollLeft || right > scrollLeft + clientWidth) this.scroller.scrollLeft = (left + right - clientWidth) / 2;
  }

  placeRing() {
    const box = this.focused && this.boxOf(this.focused);
    this.ring.hidden = !box;
    if (!box) return;
    this.ring.classList.toggle("ldg-round", this.focused.kind === "connection");
    const { style } = this.ring;
    [style.left, style.top] = [`${box.x - 4}px`, `${box.y - 4}px`];
    [style.width, style.height] = [`${box.width + 8}px`, `${box.height + 8}px`];
  }
}

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

/* Touch: one finger scrolls the page (or the narrow plot), as everywhere; two fingers zoom and move the graph. */
class Pinch {
  constructor(graph) {
    this.graph = graph;
    const options = { capture: true, passive: false };
    graph.listen(graph.plot, "touchstart", (event) => this.start(event), options);
    graph.listen(graph.plot, "touchmove", (event) => this.move(event), options);
    graph.listen(graph.plot, "touchend", () => (this.from = null), options);
  }

  start(event) {
    if (event.target.closest(".modebar")) return;
    event.stopPropagation(); // Plotly would take a single finger for a drag, and the page could not be scrolled.
    this.from = null;
    if (event.touches.length !== 2 || !this.graph.drawn) return;
    event.preventDefault();
    this.graph.down = null;
    const { xaxis, yaxis } = this.graph.plot._fullLayout;
    this.from = { ...this.fingers(event), x: [...xaxis.range], y: [...yaxis.range] };
  }

  move(event) {
    if (!this.from || event.touches.length !== 2) return;
    event.preventDefault();
    event.stopPropagation();
    this.to = this.fingers(event);
    this.frame ??= requestAnimationFrame(() => this.apply());
  }

  /* Where the two fingers are: their distance in px, their middle as a fraction of each axis. */
  fingers({ touches: [a, b] }) {
    const area = this.graph.plot.getBoundingClientRect();
    const { xaxis, yaxis } = this.graph.plot._fullLayout;
    return {
      distance: Math.max(distanceOf(a, b), 1),
      across: ((a.clientX + b.clientX) / 2 - area.left - xaxis._offset) / xaxis._length,
      up: 1 - ((a.clientY + b.clientY) / 2 - area.top - yaxis._offset) / yaxis._length,
    };
  }

  apply() {
    this.frame = null;
    const { from, to } = this;
    if (!from) return;
    const scale = Math.min(20, Math.max(0.05, from.distance / to.distance));
    const moved = ([low, high], before, now) => {
      const fixed = low + (high - low) * before;
      const length = (high - low) * scale;
      return [fixed - length * now, fixed + length * (1 - now)];
    };
    this.graph.setView(moved(from.x, from.across, to.across), moved(from.y, from.up, to.up));
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

function drawLegend(node, legend, send) {
  const focused = node.contains(document.activeElement) ? document.activeElement.dataset : null;
  const group = (name, kind, keys = [], sample) => {
    const box = element("div", "ldg-keys", { role: "group", "aria-label": name });
    box.append(...keys.map((key) => {
      const button = element("button", "ldg-key", { type: "button", "data-kind": kind, "data-id": key.id });
      button.setAttribute("aria-pressed", String(Boolean(key.pressed)));
      button.disabled = Boolean(key.disabled);
      button.onclick = () => send(kind, key.id);
      const [title, count] = [element("span", "ldg-name"), element("span", "ldg-count")];
      title.textContent = key.name;
      count.textContent = key.disabled ? 0 : key.count ?? "";
      button.append(sample(key), title, count);
      return button;
    }));
    return box;
  };
  node.replaceChildren(
    group("Categories", "legend-category", legend?.categories, swatch),
    group("Kinds of connection", "legend-kind", legend?.kinds, lineSample),
  );
  const again = [...node.querySelectorAll("button")].find(({ dataset }) => dataset.kind === focused?.kind && dataset.id === focused?.id);
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

function axesOf(plot, trace) {
  const named = (short) => plot._fullLayout[`${short[0]}axis${short.slice(1)}`];
  return [named(trace.xaxis), named(trace.yaxis)];
}

const plain = (text) => String(text ?? "").replace(/<[^>]*>/g, " ").trim();

const distanceOf = (a, b) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

/* The distance from (x, y) to a chain of points with null gaps, and the nearer end of the segment that is nearest. */
function nearest(points, x, y) {
  let found = { distance: Infinity, vertex: 0 };
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b) continue;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const along = Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)));
    const distance = Math.hypot(a[0] + along * dx - x, a[1] + along * dy - y);
    if (distance < found.distance) found = { distance, vertex: along < 0.5 ? i - 1 : i };
  }
  return found;
}
