/* Where the plot is wider than what one sees of it, as on a phone: the part that is lit comes into view. */

import { boxOf } from "./picking.js";

const MARGIN = 12; // px

export function showLit({ plot, scroller, meta, list }) {
  const lit = new Set(meta.services ?? []);
  const all = list.items.filter(({ kind }) => kind === "service");
  if (!scroller.classList.contains("ldg-narrow") || !lit.size || lit.size === all.length) return;
  const boxes = all.filter(({ id }) => lit.has(id)).map((item) => boxOf(plot, item)).filter(Boolean);
  if (!boxes.length) return;
  const left = Math.min(...boxes.map(({ x }) => x)) - MARGIN;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN;
  const { scrollLeft, clientWidth } = scroller;
  if (left >= scrollLeft && right <= scrollLeft + clientWidth) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  scroller.scrollTo({ left: right - left > clientWidth ? left : (left + right - clientWidth) / 2, behavior: calm ? "auto" : "smooth" });
}
