/* What the figure leaves to the page: glyphs, which it has once each, and letters and signs whose sizes are given in
   the units of the figure (`trace.meta.units`), made px for the plot at hand. */

export function unitsToPixels({ xaxis, yaxis }, width, height) {
  const across = (axis, length) => (axis?.range ? length / Math.abs(axis.range[1] - axis.range[0]) : Infinity);
  const scale = Math.min(across(xaxis, width), across(yaxis, height));
  return Number.isFinite(scale) ? scale : 1;
}

/* How many times as large as usual the page has its letters, for whoever enlarges these alone. */
export function enlarged(node) {
  const usual = parseFloat(getComputedStyle(node).getPropertyValue("--st-base-font-size"));
  const now = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return usual > 0 ? Math.max(1, now / usual) : 1;
}

export function sized(data, layout, scale) {
  const times = (size) => (Array.isArray(size) ? size.map((one) => one * scale) : size * scale);
  for (const trace of data) {
    if (!trace.meta?.units) continue;
    if (trace.textfont) trace.textfont.size = times(trace.textfont.size);
    if (trace.marker) trace.marker.size = times(trace.marker.size);
  }
  for (const note of layout.annotations ?? []) if (note.name === "units") note.font.size *= scale;
  for (const image of layout.images ?? []) image.source ??= layout.meta?.glyphs?.[image.name];
  return data;
}
