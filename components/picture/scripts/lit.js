/* Where the plot is wider than what one sees of it, as on a phone: the part that is lit comes into view, or, where that
   is wider still or is all of it, the middle of what stands out: what is selected, or the ends of selected lines. */

import { boxOf } from "./picking.js";

const MARGIN = 12; // px

export function showLit({ plot, scroller, meta, list, lit: before }) {
  if (!scroller.classList.contains("ldg-narrow")) return;
  const boxes = list.items
    .filter(({ kind }) => kind === "service")
    .map((item) => ({ id: item.id, box: boxOf(plot, item) }))
    .map(({ id, box }) => ({ id, from: box?.x, to: box?.width ? box.x + box.width : NaN }));
  const left = broughtTo(boxes, meta, scroller);
  if (left === scroller.scrollLeft) return;
  const calm = before === undefined || window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  scroller.scrollTo({ left, behavior: calm ? "auto" : "smooth" });
}

/* How far the picture is to be scrolled, by where its boxes are: `{ id, from, to }` in px from its left edge. */
export function broughtTo(boxes, { services = [], stands_out: out = [] }, { scrollLeft, clientWidth }) {
  const placed = (ids) => boxes.filter(({ id, to }) => ids.includes(id) && to >= 0);
  const [lit, others] = [placed(services), placed(out)];
  const isPart = lit.length > 0 && lit.length < boxes.length;
  if (!isPart && !others.length) return scrollLeft;
  let [from, to] = span(isPart ? lit : others);
  if (isPart && to - from > clientWidth) [from, to] = others.length ? span(others) : [from, from + clientWidth];
  return from >= scrollLeft && to <= scrollLeft + clientWidth ? scrollLeft : Math.max(0, (from + to - clientWidth) / 2);
}

function span(boxes) {
  return [Math.min(...boxes.map(({ from }) => from)) - MARGIN, Math.max(...boxes.map(({ to }) => to)) + MARGIN];
}
