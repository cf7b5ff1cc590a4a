/* Where the plot is wider than what one sees of it, as on a phone: the part that is lit comes into view, or, where that
   is wider still or is all of it, the middle of what stands out: what is selected, or the ends of selected lines. */

import { boxOf } from "./picking.js";

const MARGIN = 12; // px

export function showLit({ plot, scroller, meta, list }) {
  const all = list.items.filter(({ kind }) => kind === "service");
  const placed = (ids) =>
    all
      .filter(({ id }) => ids?.includes(id))
      .map((item) => boxOf(plot, item))
      .filter((box) => box?.width);
  const [lit, out] = [placed(meta.services), placed(meta.stands_out)];
  const isWhole = lit.length === all.length;
  if (!scroller.classList.contains("ldg-narrow") || !lit.length || (isWhole && !out.length)) return;
  const { scrollLeft, clientWidth } = scroller;
  let [left, right] = span(lit);
  if (isWhole || right - left > clientWidth) [left, right] = out.length ? span(out) : [left, left + clientWidth];
  if (left >= scrollLeft && right <= scrollLeft + clientWidth) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  scroller.scrollTo({ left: (left + right - clientWidth) / 2, behavior: calm ? "auto" : "smooth" });
}

function span(boxes) {
  return [Math.min(...boxes.map(({ x }) => x)) - MARGIN, Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN];
}
