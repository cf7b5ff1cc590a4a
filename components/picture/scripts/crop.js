/* Where the plot is wider than what one sees of it, as on a phone, it is as high as what is in view needs: a row of a
   story that is taken only further along would be empty room. A row comes when something of it comes into view, and
   then stays. */

import { broughtTo } from "./lit.js";

const AROUND = 20; // units of the figure, of which a box is 140 wide: half a number, or a line of words

export class Crop {
  constructor(graph) {
    this.graph = graph;
    graph.listen(graph.scroller, "scroll", () => this.follow(), { passive: true });
  }

  /* The figure at its full height (px), before it is drawn. */
  adopt(height) {
    const { scroller, plot, data } = this.graph;
    const { xaxis, yaxis, uirevision, meta } = data.figure.layout ?? {};
    const [width, wide, high] = [plot.clientWidth, length(xaxis), length(yaxis)];
    const fills = Math.abs((width * high) / wide - height) < 1;
    const cuts = scroller.classList.contains("ldg-narrow") && fills && !meta?.lanes?.length;
    plot.classList.remove("ldg-grows");
    if (uirevision !== this.revision || !cuts) this.seen = null;
    this.revision = uirevision;
    this.all = cuts ? { left: xaxis.range[0], top: yaxis.range[1], scale: width / wide, height } : null;
    this.look(cuts ? this.expected(meta) : 0);
  }

  /* Where it will be scrolled to as soon as it is drawn. */
  expected(meta) {
    const { scroller, data } = this.graph;
    const px = (x) => (x - this.all.left) * this.all.scale;
    const boxes = [...boxesOf(data.figure)].map(({ id, from, to }) => ({ id, from: px(from), to: px(to) }));
    return Math.min(broughtTo(boxes, meta, scroller), scroller.scrollWidth - scroller.clientWidth);
  }

  /* The part that is in view is another one. */
  follow() {
    this.graph.plot.classList.add("ldg-grows");
    this.look();
  }

  look(at = this.graph.scroller.scrollLeft) {
    const { scroller, plot, data, view } = this.graph;
    const { left, top, scale, height } = this.all ?? {};
    const ends = [at, at + scroller.clientWidth].map((px) => left + px / scale);
    if (this.all && view.moved)
      this.see({ low: top - height / scale, high: top }); // From near, all can be reached.
    else if (this.all) for (const part of partsBetween(data.figure, ...ends)) this.see(part);
    const over = this.seen ? Math.max(0, (top - this.seen.high) * scale) : 0;
    const under = this.seen ? Math.max(0, height - (top - this.seen.low) * scale) : 0;
    [plot.style.marginTop, plot.style.marginBottom] = [`${-Math.floor(over)}px`, `${-Math.floor(under)}px`];
  }

  see({ low, high }) {
    const { seen } = this;
    this.seen = { low: Math.min(low, seen?.low ?? low), high: Math.max(high, seen?.high ?? high) };
  }
}

function length(axis) {
  return axis?.range ? axis.range[1] - axis.range[0] : NaN;
}

function* boxesOf({ data = [] }) {
  for (const { meta, customdata, base, x, y, width } of data) {
    if (meta?.role !== "service") continue;
    for (const [place, [id]] of customdata.entries()) {
      const [middle, reach] = [y[place], width / 2 + AROUND];
      yield { id, from: base[place], to: base[place] + x[place], low: middle - reach, high: middle + reach };
    }
  }
}

/* How far down and up everything reaches that stands between two places of the x axis. */
function* partsBetween(figure, from, to) {
  for (const box of boxesOf(figure)) if (box.to > from && box.from < to) yield box;
  for (const { type, mode, x, y } of figure.data ?? []) {
    if (type === "bar") continue;
    for (const [place, across] of x.entries()) {
      if (across == null) continue;
      if (across >= from && across <= to) yield { low: y[place] - AROUND, high: y[place] + AROUND };
      if (mode === "lines") yield* cutsOf([across, y[place]], [x[place + 1], y[place + 1]], from, to);
    }
  }
}

/* Where a piece of a line comes into view and leaves it. */
function* cutsOf([x0, y0], [x1, y1], ...edges) {
  if (x1 == null) return;
  for (const edge of edges) {
    if (x0 < edge === x1 < edge) continue;
    const at = y0 + ((y1 - y0) * (edge - x0)) / (x1 - x0);
    yield { low: at, high: at };
  }
}
