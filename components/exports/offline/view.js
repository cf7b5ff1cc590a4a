/* What one sees of the drawing: zoom and pan move its view box, so that letters grow with what they stand in. */

const MOST = 10; // times as large as the whole picture
const MOVED = 4; // px after which a press is a drag, and no click

export class View {
  constructor(svg) {
    this.svg = svg;
    const { x, y, width, height } = svg.viewBox.baseVal;
    this.whole = { x, y, width, height };
    this.seen = { ...this.whole };
    svg.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    svg.addEventListener("pointerdown", (event) => this.press(event));
    svg.addEventListener("pointermove", (event) => this.drag(event));
    for (const name of ["pointerup", "pointercancel"]) svg.addEventListener(name, () => (this.from = null));
  }

  fit() {
    this.place({ ...this.whole });
  }

  /* Zoom about a point of the drawing. */
  zoom(factor, x = this.seen.x + this.seen.width / 2, y = this.seen.y + this.seen.height / 2) {
    const width = Math.min(this.whole.width, Math.max(this.whole.width / MOST, this.seen.width / factor));
    const share = width / this.seen.width;
    this.place({
      x: x - (x - this.seen.x) * share,
      y: y - (y - this.seen.y) * share,
      width,
      height: this.seen.height * share,
    });
  }

  place(seen) {
    const within = (value, length, whole) => Math.min(Math.max(value, 0), whole - length);
    seen.x = within(seen.x, seen.width, this.whole.width);
    seen.y = within(seen.y, seen.height, this.whole.height);
    this.seen = seen;
    this.svg.setAttribute("viewBox", [seen.x, seen.y, seen.width, seen.height].join(" "));
  }

  /* Bring the middle of a box into view. */
  reveal(node) {
    const { x, y, width, height } = node.getBBox();
    const { seen } = this;
    if (x >= seen.x && y >= seen.y && x + width <= seen.x + seen.width && y + height <= seen.y + seen.height) return;
    this.place({ ...seen, x: x + width / 2 - seen.width / 2, y: y + height / 2 - seen.height / 2 });
  }

  wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return; // The page scrolls.
    event.preventDefault();
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
    this.zoom(Math.exp(-event.deltaY / 300), x, y);
  }

  press(event) {
    this.dragged = false;
    if (event.button === 0 && event.pointerType !== "touch")
      this.from = { x: event.clientX, y: event.clientY, seen: { ...this.seen } };
  }

  drag(event) {
    if (!this.from) return;
    const [right, down] = [event.clientX - this.from.x, event.clientY - this.from.y];
    if (!this.dragged && Math.hypot(right, down) < MOVED) return;
    this.dragged = true;
    const scale = this.svg.getScreenCTM().a;
    this.place({ ...this.seen, x: this.from.seen.x - right / scale, y: this.from.seen.y - down / scale });
  }

  wasDragged() {
    return this.dragged;
  }
}
