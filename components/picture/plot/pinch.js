/* Touch: one finger scrolls the page (or the narrow plot), as everywhere; two fingers zoom and move the graph. */
class Pinch {
  constructor(graph) {
    this.graph = graph;
    const options = { capture: true, passive: false };
    graph.listen(graph.plot, "touchstart", (event) => this.start(event), options);
    graph.listen(graph.plot, "touchmove", (event) => this.move(event), options);
    graph.listen(graph.plot, "touchend", () => (this.from = null), options);
  }

  start(event) {
    if (event.target.closest(".modebar")) return;
    event.stopPropagation(); // Plotly would take a single finger for a drag, and the page could not be scrolled.
    this.from = null;
    if (event.touches.length !== 2 || !this.graph.drawn) return;
    event.preventDefault();
    this.graph.down = null;
    const { xaxis, yaxis } = this.graph.plot._fullLayout;
    this.from = { ...this.fingers(event), x: [...xaxis.range], y: [...yaxis.range] };
  }

  move(event) {
    if (!this.from || event.touches.length !== 2) return;
    event.preventDefault();
    event.stopPropagation();
    this.to = this.fingers(event);
    this.frame ??= requestAnimationFrame(() => this.apply());
  }

  /* Where the two fingers are: their distance in px, their middle as a fraction of each axis. */
  fingers({ touches: [a, b] }) {
    const area = this.graph.plot.getBoundingClientRect();
    const { xaxis, yaxis } = this.graph.plot._fullLayout;
    return {
      distance: Math.max(distanceOf(a, b), 1),
      across: ((a.clientX + b.clientX) / 2 - area.left - xaxis._offset) / xaxis._length,
      up: 1 - ((a.clientY + b.clientY) / 2 - area.top - yaxis._offset) / yaxis._length,
    };
  }

  apply() {
    this.frame = null;
    const { from, to } = this;
    if (!from) return;
    const scale = Math.min(20, Math.max(0.05, from.distance / to.distance));
    const moved = ([low, high], before, now) => {
      const fixed = low + (high - low) * before;
      const length = (high - low) * scale;
      return [fixed - length * now, fixed + length * (1 - now)];
    };
    this.graph.setView(moved(from.x, from.across, to.across), moved(from.y, from.up, to.up));
  }
}
