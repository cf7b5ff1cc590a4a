/* Draws a Plotly figure and keeps it: later figures go into the same plot, so zoom and pan stay.

   Streamlit calls the default export again for every new figure and every change of theme; see plotly_graph.py for what it
   sends, and which of the files beside this one belong to it. Roles in the figure: `trace.meta.role` is "service" (bars) or "connection" (one line); other traces are scenery. */

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
    this.head = element("div", "ldg-head", { hidden: "" });
    root.replaceChildren(this.head, this.figureBox, this.legend);

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
    this.deliver = (kind, id) => setTriggerValue("event", { kind, id });
    this.send = (kind, id) => data.live && whenConnected(() => this.deliver(kind, id));
    this.figureBox.setAttribute("aria-label", data.alt);
    this.scroller.style.setProperty("--ldg-min-width", `${Number(this.meta.min_width) || 720}px`);
    this.fitSize();
    this.list.node.setAttribute("aria-label", this.meta.list_name ?? "Services and connections");
    this.list.update(itemsOf(data.figure), this.meta.selected);
    this.updateKeys();
    this.redraw();
  }

  updateKeys() {
    const send = (kind, id) => this.send(kind, id);
    const [head, legend] = [JSON.stringify(this.data.head), JSON.stringify(this.meta.legend)];
    this.head.hidden = !this.data.head;
    if (this.data.head && head !== this.shownHead) drawHead(this.head, this.data.head, send);
    if (legend !== this.shownLegend) drawLegend(this.legend, this.meta.legend, send);
    [this.shownHead, this.shownLegend] = [head, legend];
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
