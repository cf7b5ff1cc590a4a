/* The words of a slide, set as text and never as HTML, in the largest type that fits. */

import { element } from "../scripts/element.js";

const SMALLEST = 14; // px

const watched = new WeakMap();

export default function ({ parentElement, data }) {
  const root = parentElement.querySelector(".ldg-slide");
  root.style.height = `${data.height}px`;
  root.replaceChildren(...parts(data));
  fit(root, data.largest);
  watched.get(parentElement)?.disconnect();
  const resizes = new ResizeObserver(() => fit(root, data.largest));
  resizes.observe(root);
  watched.set(parentElement, resizes);
  return () => resizes.disconnect();
}

function fit(root, largest) {
  for (let size = largest; size >= SMALLEST; size -= 1) {
    root.style.fontSize = `${size}px`;
    if (root.scrollHeight <= root.clientHeight) return;
  }
}

function parts({ title, text, note, columns, sources }) {
  const found = [];
  if (title) found.push(element("h2", { text: title }));
  if (text) found.push(element("p", { text }));
  if (note) found.push(element("p", { text: note, class: "ldg-note" }));
  if (columns.length) found.push(element("div", { class: "ldg-columns" }, ...columns.map(column)));
  if (sources.length) found.push(element("p", { text: "Sources: ", class: "ldg-sources" }, ...sources.flatMap(link)));
  return found;
}

function column({ title, points, label }) {
  const heading = element(
    "h3",
    { text: title },
    ...(label ? [element("span", { text: label, class: "ldg-badge" })] : []),
  );
  return element("section", {}, heading, element("ul", {}, ...points.map((text) => element("li", { text }))));
}

function link([name, url], place) {
  const node = element("a", { text: name, href: url, target: "_blank", rel: "noopener noreferrer" });
  return place ? [" · ", node] : [node];
}
