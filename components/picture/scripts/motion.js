/* Where boxes get new places, those that stay glide from their old ones, and what is new comes in; at once for those
   who want no motion. */

import { boxOf } from "./picking.js";

const GLIDES = 450; // ms

/* Where the middle of each box is on the screen, by its id: [x, y] in px from the plot's corner. */
export function placesOf(plot, items) {
  const places = new Map();
  for (const item of items) {
    const box = item.kind === "service" && boxOf(plot, item);
    if (box) places.set(item.id, [box.x + box.width / 2, box.y + box.height / 2]);
  }
  return places;
}

/* `parts` has the nodes of everything that is drawn, by "kind id". */
export function glide(parts, from, to) {
  if (window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const timing = { duration: GLIDES, easing: "ease-in-out" };
  for (const [key, nodes] of parts) {
    const [kind, id] = key.split(" ");
    const [old, now] = [from.get(id), to.get(id)];
    const glides = kind === "service" && old && now;
    const frames = glides
      ? [{ translate: `${old[0] - now[0]}px ${old[1] - now[1]}px` }, { translate: "0px 0px" }]
      : [{ opacity: 0 }, { opacity: 0, offset: 0.5 }, {}];
    for (const node of nodes) node.animate(frames, timing);
  }
}
