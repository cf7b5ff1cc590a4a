/* What a pointer does to the picture. The wheel scrolls the page; with Ctrl or Cmd it zooms, as two fingers do; a
   drag moves what is zoomed. One finger scrolls the page (or the narrow plot), as everywhere. */

import { distanceOf } from "./geometry.js";

const DRAG_SLOP = 6; // px the pointer may wander during a click
const DOUBLE_CLICK = 300; // ms
const OF_A_WHEEL = 0.002; // zoom for each px that a mouse's wheel turns
const OF_A_PAD = 0.01; // and for each px of two fingers on a touch pad, which come as a wheel of small steps
const SMALL = 40; // px

export class Gestures {
  constructor(graph) {
    this.graph = graph;
    this.view = graph.view;
    const { plot } = graph;
    const first = { capture: true };
    graph.listen(plot, "wheel", (event) => this.onWheel(event), { capture: true, passive: false });
    graph.listen(plot, "pointerdown", (event) => this.onDown(event), first);
    graph.listen(document, "pointermove", (event) => this.onMove(event), first);
    graph.listen(document, "pointerup", (event) => this.onUp(event), first);
    graph.listen(document, "pointercancel", () => this.end(), first);
    // What comes between makes two clicks of them.
    graph.listen(document, "keydown", () => (this.clicked = null), first);
    graph.listen(document, "pointerdown", ({ target }) => plot.contains(target) || (this.clicked = null), first);
    graph.listen(plot, "pointermove", (event) => this.onHover(event));
    graph.listen(plot, "pointerleave", () => this.point(null));
    graph.listen(document, "scroll", () => this.point(null), { capture: true, passive: true });
    const touch = { capture: true, passive: false };
    graph.listen(plot, "touchstart", (event) => this.startPinch(event), touch);
    graph.listen(plot, "touchmove", (event) => this.movePinch(event), touch);
    graph.listen(plot, "touchend", () => this.endPinch(), touch);
    graph.listen(plot, "touchcancel", () => this.endPinch(), touch);
    graph.life.signal.addEventListener("abort", () => clearTimeout(this.clearing));
  }

  get active() {
    return Boolean(this.dragging || this.pinch);
  }

  at(event) {
    const area = this.graph.plot.getBoundingClientRect();
    return [event.clientX - area.left, event.clientY - area.top];
  }

  onWheel(event) {
    if (!event.ctrlKey && !event.metaKey) return; // It scrolls the page.
    event.preventDefault();
    event.stopPropagation();
    const turned = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
    const rate = Math.abs(turned) < SMALL ? OF_A_PAD : OF_A_WHEEL;
    this.graph.label.hide(); // What is lit stays so: to light it anew at every step would cost more than the step.
    this.view.zoom(Math.exp(-turned * rate), ...this.at(event));
  }

  onDown(event) {
    clearTimeout(this.clearing);
    this.down = this.graph.drawn && event.isPrimary && event.button === 0 ? event : null;
    this.last = event;
  }

  onMove(event) {
    if (!this.down || event.pointerId !== this.down.pointerId || event.pointerType === "touch") return;
    if (!this.dragging && distanceOf(this.down, event) <= DRAG_SLOP) return;
    if (!this.dragging) {
      this.dragging = true;
      this.graph.plot.classList.add("ldg-dragging");
      this.graph.label.hide();
    }
    this.view.pan(event.clientX - this.last.clientX, event.clientY - this.last.clientY);
    this.last = event;
  }

  onUp(event) {
    const { down, dragging } = this;
    if (!down || down.pointerId !== event.pointerId) return;
    this.end();
    if (dragging || distanceOf(down, event) > DRAG_SLOP) return;
    const { clicked } = this;
    const double =
      clicked && event.timeStamp - clicked.timeStamp < DOUBLE_CLICK && distanceOf(clicked, event) < DRAG_SLOP;
    this.clicked = double ? null : event;
    if (double) {
      this.view.fit(); // The first click has been reported.
      return;
    }
    const item = this.graph.hit(event);
    this.pointer = null; // What the click lights is enough: the pointer has to move to light something else.
    if (item) this.graph.choose(item);
    else this.clearing = setTimeout(() => this.graph.clear(), DOUBLE_CLICK); // Unless it becomes a double click.
  }

  end() {
    [this.down, this.dragging] = [null, false];
    this.graph.plot.classList.remove("ldg-dragging");
    this.catchUp();
  }

  /* Draw what came during a gesture. */
  catchUp() {
    if (!this.active && this.graph.drawn && this.graph.waits) this.graph.redraw();
  }

  onHover(event) {
    if (event.pointerType === "touch" || this.down || !this.graph.drawn) return;
    this.pointer = event;
    this.looking ??= requestAnimationFrame(() => {
      this.looking = null;
      if (this.pointer && !this.down) this.point(this.graph.under(this.pointer), this.pointer);
    });
  }

  /* What is under the pointer is named, and lit with what is near it. */
  point(item, event = null) {
    if (!event) this.pointer = null;
    this.graph.plot.classList.toggle("ldg-hit", Boolean(item && item.kind !== "lane"));
    this.graph.label.show(item, event);
    this.graph.spotlight.hover(item);
  }

  startPinch(event) {
    this.pinch = null;
    if (event.touches.length !== 2 || !this.graph.drawn) return;
    event.preventDefault();
    this.down = null;
    this.pinch = this.fingers(event);
  }

  movePinch(event) {
    if (!this.pinch || event.touches.length !== 2) return;
    event.preventDefault();
    const [before, now] = [this.pinch, this.fingers(event)];
    this.view.pan(now.x - before.x, now.y - before.y);
    this.view.zoom(now.distance / before.distance, now.x, now.y);
    this.pinch = now;
  }

  endPinch() {
    this.pinch = null;
    this.catchUp();
  }

  /* How far the two fingers are apart, and where their middle is, in px. */
  fingers({ touches: [a, b] }) {
    const [[x0, y0], [x1, y1]] = [this.at(a), this.at(b)];
    return { distance: Math.max(distanceOf(a, b), 1), x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
  }
}
