/* Where boxes and lines are on the screen, and what is under the pointer. */

import { axesOf, nearest } from "./geometry.js";

const LINE_REACH = 12; // px from the pointer to a line that still count as on the line

/* A bar that contains the pointer, else the nearest line within reach, else null. Plotly's own search lets the
   vertex of a line win over the bar it ends at, and misses a line between two vertices. */
export function hit(plot, items, event) {
  const area = plot.getBoundingClientRect();
  const [x, y] = [event.clientX - area.left, event.clientY - area.top];
  let best = null;
  let reach = LINE_REACH;
  for (const item of items) {
    if (item.kind === "service") {
      const box = boxOf(plot, item);
      if (box && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height) return item;
    } else {
      const { distance } = nearest(pixelsOf(plot, item), x, y);
      if (distance <= reach) [best, reach] = [item, distance];
    }
  }
  return best;
}

/* The lane whose head is under the pointer, else null. */
export function laneAt(plot, { lanes = [], heads_from: floor }, event) {
  const { xaxis, yaxis } = plot._fullLayout ?? {};
  if (!lanes.length || !xaxis) return null;
  const area = plot.getBoundingClientRect();
  const [x, y] = [
    xaxis.p2l(event.clientX - area.left - xaxis._offset),
    yaxis.p2l(event.clientY - area.top - yaxis._offset),
  ];
  const lane = y > floor && lanes.find(({ from, to }) => from <= x && x <= to);
  return lane ? { kind: "lane", id: lane.name, says: lane.says, from: lane.from, to: lane.to, floor } : null;
}

export function pixelsOf(plot, item) {
  const trace = plot._fullData?.[item.trace];
  if (!trace || trace.visible !== true) return [];
  const [xaxis, yaxis] = axesOf(plot, trace);
  return Array.from(trace.x, (x, i) =>
    x == null || trace.y[i] == null ? null : [xaxis._offset + xaxis.l2p(x), yaxis._offset + yaxis.l2p(trace.y[i])],
  );
}

/* The rectangle of a bar, or a small one around the middle of a line, in px from the plot's corner. */
export function boxOf(plot, item) {
  if (item.kind === "lane") return headOf(plot, item);
  const trace = plot._fullData?.[item.trace];
  if (!trace || trace.visible !== true) return null;
  if (item.kind === "connection") {
    const points = pixelsOf(plot, item).filter(Boolean);
    const middle = points[Math.floor(points.length / 2)];
    return middle ? { x: middle[0] - 12, y: middle[1] - 12, width: 24, height: 24 } : null;
  }
  const [xaxis, yaxis] = axesOf(plot, trace);
  const at = (name) =>
    (Array.isArray(trace[name]) || ArrayBuffer.isView(trace[name]) ? trace[name][item.point] : trace[name]) ?? 0;
  const half = at("width") / 2;
  const xs = [at("base"), at("base") + at("x")].map((value) => xaxis._offset + xaxis.l2p(value));
  const ys = [at("y") - half, at("y") + half].map((value) => yaxis._offset + yaxis.l2p(value));
  return { x: Math.min(...xs), y: Math.min(...ys), width: Math.abs(xs[1] - xs[0]), height: Math.abs(ys[1] - ys[0]) };
}

function headOf(plot, { from, to, floor }) {
  const { xaxis, yaxis } = plot._fullLayout;
  const [left, right] = [from, to].map((x) => xaxis._offset + xaxis.l2p(x));
  const bottom = yaxis._offset + yaxis.l2p(floor) + 8;
  return { x: left, y: bottom - 1, width: right - left, height: 1 };
}
