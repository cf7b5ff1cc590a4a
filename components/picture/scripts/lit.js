/* Where the plot is wider than what one sees of it, as on a phone: the part that is lit comes into view, or, where
   that is wider still, what is selected of it. */

import { boxOf } from "./picking.js";

const MARGIN = 12; // px

export function showLit({ plot, scroller, meta, list }) {
  const lit = new Set(meta.services ?? []);
  const all = list.items.filter(({ kind }) => kind === "service");
  if (!scroller.classList.contains("ldg-narrow") || !lit.size || lit.size === all.length) return;
  const boxes = all
    .filter(({ id }) => lit.has(id))
    .map((item) => ({ id: item.id, ...boxOf(plot, item) }))
    .filter(({ width }) => width);
  if (!boxes.length) return;
  const { scrollLeft, clientWidth } = scroller;
  let [left, right] = span(boxes);
  if (right - left > clientWidth)
    [left, right] = span(boxes.filter(({ id }) => id === meta.selected)) ?? [left, left + clientWidth];
  if (left >= scrollLeft && right <= scrollLeft + clientWidth) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  scroller.scrollTo({ left: (left + right - clientWidth) / 2, behavior: calm ? "auto" : "smooth" });
}

function span(boxes) {
  if (!boxes.length) return undefined;
  return [Math.min(...boxes.map(({ x }) => x)) - MARGIN, Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN];
}
