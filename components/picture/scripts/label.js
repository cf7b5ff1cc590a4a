/* Says what the pointer is on, beside it and never over it. */

import { element } from "../../scripts/element.js";
import { boxOf } from "./picking.js";

const GAP = 10; // px between a box and its label
const ABOVE = 18; // px between the pointer and the label of a line

export class Label {
  constructor(graph) {
    this.graph = graph;
    // The list has the same for screen readers.
    this.node = element("div", { class: "ldg-label", "aria-hidden": "true", hidden: true });
  }

  hide() {
    this.node.hidden = true;
    this.item = null;
  }

  show(item, event = null) {
    if (!item?.says) return this.hide();
    if (item !== this.item) this.node.textContent = item.says;
    this.item = item;
    this.node.hidden = false;
    return this.place(item, event);
  }

  /* Below what it explains, or above it where there is no room; inside the picture's width. */
  place(item, event) {
    const area = this.graph.figureBox.getBoundingClientRect();
    const plot = this.graph.plot.getBoundingClientRect();
    const box =
      event && item.kind === "connection"
        ? { x: event.clientX - plot.left, y: event.clientY - plot.top - ABOVE / 2, width: 0, height: ABOVE }
        : boxOf(this.graph.plot, item);
    if (!box) return this.hide();
    const { offsetWidth: width, offsetHeight: height } = this.node;
    const [left, top] = [plot.left - area.left + box.x, plot.top - area.top + box.y];
    const below = top + box.height + GAP;
    const fits = plot.top + box.y + box.height + GAP + height < window.innerHeight;
    this.node.style.left = `${Math.max(0, Math.min(area.width - width, left + box.width / 2 - width / 2))}px`;
    this.node.style.top = `${fits ? below : top - GAP - height}px`;
    return undefined;
  }
}
