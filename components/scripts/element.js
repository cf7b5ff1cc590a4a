/* New elements. Text is set as text and never as markup. */

const SVG = "http://www.w3.org/2000/svg";

/* An element with attributes (`text` is its text, what is null or false is left out) and children. */
export function element(tag, { text, ...attributes } = {}, ...children) {
  return filled(document.createElement(tag), { text, ...attributes }, children);
}

/* The same for a part of a drawing. */
export function drawn(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled(node, { text, ...attributes }, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false && value !== undefined) node.setAttribute(name, value === true ? "" : value);
  }
  if (text !== undefined) node.textContent = text;
  node.append(...children);
  return node;
}
