/* What one sees of the picture: Plotly draws all of it once, and zoom and pan move and scale what is drawn. A step
   of a gesture so costs next to nothing, and letters grow with what they stand in. Plotly's axes are told, so that
   places are right for whoever asks them. */

const MOST = 8; // times as large as the whole picture
const STEP = 1.4; // of a button
const RESTS = 160; // ms without a step of a gesture, after which it is over

export class View {
  constructor(plot, onMove) {
    this.plot = plot;
    this.onMove = onMove;
    this.reset();
  }

  reset() {
    [this.scale, this.x, this.y] = [1, 0, 0];
  }

  /* Plotly has drawn the whole picture: remember its axes, and show the same part of it as before. */
  adopt() {
    const { xaxis, yaxis, width, height } = this.plot._fullLayout;
    if (this.width) [this.x, this.y] = [(this.x * width) / this.width, (this.y * height) / this.height];
    [this.width, this.height] = [width, height];
    this.surface = this.plot.querySelector(".svg-container");
    this.axes = [xaxis, yaxis].map((axis) => ({
      axis,
      range: [...axis.range],
      offset: axis._offset,
      l2p: axis.l2p,
      p2l: axis.p2l,
      m: axis._m,
      b: axis._b,
    }));
    this.show();
  }

  /* The axes as Plotly drew them, for it to draw again. */
  release() {
    this.axes?.forEach(({ axis, range }) => this.tell(axis, range));
    this.axes = null;
  }

  get moved() {
    return this.scale > 1;
  }

  /* Zoom about a point (px from the plot's corner). */
  zoom(factor, x = this.width / 2, y = this.height / 2) {
    this.place(this.scale * factor, (scale) => [
      x - ((x - this.x) * scale) / this.scale,
      y - ((y - this.y) * scale) / this.scale,
    ]);
  }

  nearer() {
    this.zoom(STEP);
  }

  farther() {
    this.zoom(1 / STEP);
  }

  pan(x, y) {
    this.place(this.scale, () => [this.x + x, this.y + y]);
  }

  fit() {
    this.place(1, () => [0, 0]);
  }

  place(scale, at) {
    if (!this.axes) return;
    const next = Math.min(MOST, Math.max(1, scale)); // All of it is the least that one can see.
    const [x, y] = at(next);
    const within = (value, length) => Math.min(0, Math.max(length * (1 - next), value));
    [this.scale, this.x, this.y] = [next, within(x, this.width), within(y, this.height)];
    this.plot.classList.add("ldg-moving");
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.plot.classList.remove("ldg-moving"), RESTS);
    this.frame ??= requestAnimationFrame(() => this.show());
  }

  /* Bring a box (px) into view; gives where it then is. */
  reveal(box) {
    const shift = (from, size, length) => (from < 0 || from + size > length ? length / 2 - from - size / 2 : 0);
    const before = [this.x, this.y];
    this.pan(shift(box.x, box.width, this.width), shift(box.y, box.height, this.height));
    this.show();
    return { ...box, x: box.x + this.x - before[0], y: box.y + this.y - before[1] };
  }

  show() {
    cancelAnimationFrame(this.frame);
    this.frame = null;
    if (!this.axes) return;
    const { scale, x, y } = this;
    const matrix = this.moved ? `matrix(${scale}, 0, 0, ${scale}, ${x}, ${y})` : "";
    this.surface.style.transform = matrix;
    this.plot.classList.toggle("ldg-zoomed", this.moved);
    for (const [index, { axis, range, offset, m, b }] of this.axes.entries()) {
      const moved = [x, y][index];
      const seen = range.map((value) => ((m * value + b - moved - (scale - 1) * offset) / scale - b) / m);
      this.tell(axis, this.moved ? seen : range);
    }
    this.onMove();
  }

  tell(axis, range) {
    axis.range = [...range];
    axis.setScale();
    const given = this.plot.layout?.[axis._name];
    if (given) given.range = [...range];
  }
}
