/* The buttons that zoom. */

import { drawn, element } from "../../scripts/element.js";

const SIGNS = {
  nearer: "M12 5v14M5 12h14",
  farther: "M5 12h14",
  fit: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
};

export function drawTools(view) {
  const button = (name, action) => {
    const sign = drawn("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, drawn("path", { d: SIGNS[action] }));
    const node = element("button", { type: "button", class: "ldg-tool", title: name, "aria-label": name }, sign);
    node.onclick = () => view[action]();
    return node;
  };
  const buttons = [button("Zoom out", "farther"), button("Zoom in", "nearer"), button("Reset view", "fit")];
  return element(
    "div",
    { class: "ldg-tools", role: "group", "aria-label": "Zoom (Ctrl and wheel, or two fingers)" },
    ...buttons,
  );
}
