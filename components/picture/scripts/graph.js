/* Draws a Plotly figure and keeps it: later figures go into the same plot, so zoom and pan stay.

   Streamlit calls the default export again for every new figure and every change of theme; see graph.py for what it
   sends and which events go back. Roles in the figure: `trace.meta.role` is "service" (bars) or "connection" (one
   line); other traces are scenery. Plotly always draws the whole picture; what a visitor sees of it is the business
   of view.js. */

import { element } from "../../scripts/element.js";
import { AnswerName } from "./answer_name.js";
import { Crop } from "./crop.js";
import { Gestures } from "./gestures.js";
import { ItemList, itemsOf } from "./item_list.js";
import { Label } from "./label.js";
import { whenConnected } from "../../scripts/line.js";
import { showLit } from "./lit.js";
import { drawHead, drawLegend } from "./keys.js";
import { glide, placesOf } from "./motion.js";
import { boxOf, hit, laneAt } from "./picking.js";
import { loadPlotly, painted } from "./plotly.js";
import { enlarged, sized, unitsToPixels } from "./sizes.js";
import { Spotlight } from "./spotlight.js";
import { drawTools } from "./tools.js";
import { View } from "./view.js";

const LOW = 160; // px; the least height of a plot
const AROUND = 250; // px of the window left to what stands above and below the plot
const NARROW = 480; // px; a narrower plot scrolls sideways inside itself
const INTERACTIVE =
  "input, textarea, select, dialog, [contenteditable=true], [popover], [role=dialog], [role=menu], [role=combobox]";
const CONFIG = { displaylogo: false, displayModeBar: false, scrollZoom: false, doubleClick: false };

const graphs = new WeakMap();

export default function drawGraph({ parentElement, data, setTriggerValue }) {
  const graph = graphs.get(parentElement) ?? new Graph(parentElement.querySelector(".ldg-root"));
  graphs.set(parentElement, graph);
  graph.update(data, setTriggerValue);
  return () => {
    graphs.delete(parentElement);
    graph.destroy();
  };
}

class Graph {
  constructor(root) {
    this.life = new AbortController(); // Ends every listener at once.
    this.figureBox = element("div", { class: "ldg-figure", role: "figure" });
    this.scroller = element("div", { class: "ldg-scroll", role: "group", "aria-label": "Picture" });
    this.plot = element("div", { class: "ldg-plot" });
    this.ring = element("div", { class: "ldg-ring", hidden: true });
    this.error = element("p", { class: "ldg-error", role: "alert", hidden: true });
    this.head = element("div", { class: "ldg-head", hidden: true });
    this.legend = element("div", { class: "ldg-legend" });
    this.view = new View(this.plot, () => this.placeRing());
    this.tools = drawTools(this.view);
    this.label = new Label(this);
    this.list = new ItemList(this);
    this.spotlight = new Spotlight(this);
    this.answerName = new AnswerName(this);
    this.scroller.append(this.plot);
    this.figureBox.append(this.scroller, this.label.node, this.tools, this.error, this.list.node, this.answerName.node);
    root.replaceChildren(this.head, this.figureBox, this.legend);
    this.turn = Promise.resolve(); // One drawing at a time.
    this.gestures = new Gestures(this);
    this.crop = new Crop(this);
    this.listen(document, "keydown", (event) => this.onKey(event));
    this.resizes = new ResizeObserver(() => this.resize());
    this.resizes.observe(this.scroller);
  }

  listen(target, type, handler, options = {}) {
    target.addEventListener(type, handler, { ...options, signal: this.life.signal });
  }

  destroy() {
    this.life.abort();
    this.answerName.hide();
    this.resizes.disconnect();
    if (this.drawn) window.Plotly.purge(this.plot);
  }

  /* One new figure from the server. */
  update(data, setTriggerValue) {
    if (data !== this.data) this.answerName.hide(); // The card came with it.
    this.data = data;
    this.meta = data.figure.layout?.meta ?? {};
    this.deliver = (event) => setTriggerValue("event", event);
    this.send = (event) => data.live && whenConnected(() => this.deliver(event));
    this.figureBox.setAttribute("aria-label", data.alt);
    this.fitSize();
    this.list.node.setAttribute("aria-label", this.meta.list_name ?? "Services and connections");
    this.list.node.setAttribute(
      "aria-description",
      (this.meta.lanes ?? []).map(({ name, says }) => `${name}: ${says}`).join(" "),
    );
    this.list.update(itemsOf(data.figure), this.meta.selected);
    this.updateKeys();
    this.redraw();
  }

  updateKeys() {
    const [head, legend] = [JSON.stringify(this.data.head), JSON.stringify([this.meta.legend, this.meta.glyphs])];
    if (head !== this.shownHead) drawHead(this.head, this.data.head, this.tools, (event) => this.send(event));
    if (!this.data.head) this.figureBox.append(this.tools);
    if (legend !== this.shownLegend)
      drawLegend(this.legend, this.meta.legend, this.meta.glyphs, (event) => this.send(event));
    [this.shownHead, this.shownLegend] = [head, legend];
  }

  async redraw() {
    try {
      await loadPlotly(this.data.script);
      if (this.drawn) await painted(); // What else came with this figure, such as a card, is seen first.
      if (this.life.signal.aborted || this.gestures.active) return; // A gesture draws when it ends.
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

  get waits() {
    return this.shown !== this.data.figure;
  }

  async draw() {
    const { figure } = this.data;
    const { clientWidth: width, clientHeight: height } = this.plot;
    if (this.life.signal.aborted || !width || (this.shown === figure && this.drawnAt === `${width} ${height}`)) return;
    const fresh = structuredClone(figure); // Plotly writes into what it gets.
    const layout = { ...fresh.layout, width, height, autosize: false, hovermode: false, dragmode: false };
    const data = sized(fresh.data ?? [], layout, unitsToPixels(layout, width, height));
    const stays = this.drawn && layout.uirevision === this.revision;
    const from = this.drawn && !stays ? placesOf(this.plot, this.drawnItems) : null;
    if (!stays) this.view.reset();
    this.view.release();
    if (this.drawn) await window.Plotly.react(this.plot, data, layout, CONFIG);
    else await window.Plotly.newPlot(this.plot, data, layout, CONFIG);
    this.plot.append(this.ring);
    // The list says it better.
    this.plot.querySelectorAll(".main-svg").forEach((svg) => svg.setAttribute("aria-hidden", "true"));
    [this.drawn, this.shown, this.revision, this.drawnAt] = [true, figure, layout.uirevision, `${width} ${height}`];
    this.drawnItems = itemsOf(figure);
    this.view.adopt();
    this.spotlight.adopt();
    if (from?.size) glide(this.spotlight.parts, from, placesOf(this.plot, this.drawnItems));
    const lit = `${this.meta.title} ${this.meta.services}`;
    if (lit !== this.lit) showLit(this);
    this.lit = lit;
  }

  /* As high as the figure's own shape wants at this width, but no higher than the window (or than what the app asks
     for, if more). */
  fitSize() {
    const times = enlarged(this.figureBox);
    const least = (Number(this.meta.min_width) || 800) * times;
    const narrow = this.scroller.clientWidth < (times > 1 ? least : NARROW); // Then it scrolls sideways, with keys too.
    this.scroller.style.setProperty("--ldg-min-width", `${least}px`);
    this.scroller.classList.toggle("ldg-narrow", narrow);
    this.scroller.toggleAttribute("tabindex", narrow);
    if (narrow) this.scroller.tabIndex = 0;
    const { xaxis, yaxis } = this.data.figure.layout ?? {};
    const room = Math.max(this.data.height, window.innerHeight - AROUND) * times;
    const shape =
      xaxis?.range && yaxis?.range ? (yaxis.range[1] - yaxis.range[0]) / (xaxis.range[1] - xaxis.range[0]) : Infinity;
    const wanted = Math.max(LOW, Math.round(this.plot.clientWidth * shape));
    this.plot.style.height = `${Math.min(room, wanted)}px`;
    this.crop.adopt(Math.min(room, wanted));
  }

  resize() {
    if (!this.data) return;
    this.fitSize();
    this.redraw();
  }

  /* A click: while the server answers, the chosen box or line is lit with what is near it, and named where its card
     will stand. Streamlit sends in a task of its own, so the rest waits for the one after it: the question is on its
     way before the page is busy. */
  choose(item) {
    if (this.data.live) this.send({ type: "chosen", kind: item.kind, id: item.id });
    setTimeout(() => this.showChosen(item));
  }

  showChosen(item) {
    this.list.activate(item);
    this.label.hide();
    if (!this.data.live || this.life.signal.aborted) return;
    this.answerName.show(item); // It measures, so before anything changes.
    this.spotlight.choose(item);
  }

  clear() {
    if (this.data.clears) this.send({ type: "cleared" });
  }

  onKey(event) {
    if (event.key !== "Escape" || event.defaultPrevented || !this.data.clears || event.target.closest?.(INTERACTIVE))
      return;
    event.preventDefault(); // One press does one thing: it closes a card, or leaves a walkthrough.
    this.clear();
  }

  hit(event) {
    return hit(this.plot, this.list.items, event);
  }

  /* The lane whose head the pointer is on, which explains itself, or else what a click would choose. */
  under(event) {
    return laneAt(this.plot, this.meta, event) ?? this.hit(event);
  }

  /* The list has the keyboard's focus: show where in the picture, and bring it into view. */
  focusItem(item) {
    this.focused = item;
    if (!this.drawn) return;
    if (item) this.reveal(item);
    this.label.show(item);
    this.spotlight.hover(item);
    this.placeRing();
  }

  reveal(item) {
    const box = boxOf(this.plot, item);
    if (!box) return;
    const shown = this.view.reveal(box);
    const { scrollLeft, clientWidth } = this.scroller;
    const [left, right] = [shown.x, shown.x + shown.width];
    if (left < scrollLeft || right > scrollLeft + clientWidth)
      this.scroller.scrollLeft = (left + right - clientWidth) / 2;
  }

  placeRing() {
    if (this.view.moved) this.crop.follow();
    const box = this.focused && boxOf(this.plot, this.focused);
    this.ring.hidden = !box;
    if (!box) return;
    this.ring.classList.toggle("ldg-round", this.focused.kind === "connection");
    const { style } = this.ring;
    [style.left, style.top] = [`${box.x - 4}px`, `${box.y - 4}px`];
    [style.width, style.height] = [`${box.width + 8}px`, `${box.height + 8}px`];
  }
}
