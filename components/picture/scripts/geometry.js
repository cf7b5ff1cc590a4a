/* Axes, distances. */

export function axesOf(plot, trace) {
  const named = (short) => plot._fullLayout[`${short[0]}axis${short.slice(1)}`];
  return [named(trace.xaxis), named(trace.yaxis)];
}

export const distanceOf = (a, b) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);

/* The distance from (x, y) to a chain of points with null gaps. */
export function nearest(points, x, y) {
  let distance = Infinity;
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1], points[i]];
    if (!a || !b) continue;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const along = Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)));
    distance = Math.min(distance, Math.hypot(a[0] + along * dx - x, a[1] + along * dy - y));
  }
  return { distance };
}
