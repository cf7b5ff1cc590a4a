/* What was just chosen, named where its card will stand, until the server's card is there: at 40 ms and more to the server the eye would
   otherwise wait. It looks as the head of the card does. Screen readers are told by the card itself. */

import { element } from "../../scripts/element.js";

const PATIENCE = 3000; // ms; a card that takes longer leaves what was there before
const SEEN = 60; // px of the place that have to be in the window

export class AnswerName {
  constructor(graph) {
    this.graph = graph;
    this.glyph = element("img", { alt: "" });
    this.name = element("h3", {});
    this.node = element("div", { class: "ldg-answer", "aria-hidden": "true", hidden: true }, this.glyph, this.name);
  }

  show({ id, says = "" }) {
    const { data, meta } = this.graph;
    const place = data.answers_at && id !== meta.selected && document.querySelector(data.answers_at)?.getBoundingClientRect();
    if (!place || place.top > window.innerHeight - SEEN || place.bottom < SEEN) return; // On a phone it stands below the map.
    const glyph = meta.glyphs?.[data.figure.layout.images?.[Object.keys(meta.names ?? {}).indexOf(id)]?.name];
    this.glyph.hidden = !glyph;
    if (glyph) this.glyph.src = glyph;
    this.name.textContent = says.replaceAll("<br>", " ").split(": ")[0];
    const { style } = this.node;
    [style.left, style.top] = [`${place.left + 1}px`, `${place.top + 1}px`];
    [style.width, style.height] = [`${place.width - 2}px`, `${place.height - 2}px`];
    this.node.hidden = false;
    clearTimeout(this.ending);
    this.ending = setTimeout(() => this.hide(), PATIENCE);
  }

  hide() {
    clearTimeout(this.ending);
    this.node.hidden = true;
  }
}
