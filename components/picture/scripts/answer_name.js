/* What was just chosen, its name and what it is for, where its card will stand, until the server's card is there: at
   40 ms and more to the server the eye would otherwise wait. It looks as the head of the card does, so one reads on.
   Screen readers are told by the card itself. */

import { element } from "../../scripts/element.js";

const PATIENCE = 3000; // ms; a card that takes longer leaves what was there before
const SEEN = 60; // px of the place that have to be in the window

export class AnswerName {
  constructor(graph) {
    this.graph = graph;
    this.glyph = element("img", { alt: "" });
    this.name = element("span", {});
    this.category = element("small", {});
    this.purpose = element("p", {});
    const head = element("h3", {}, this.glyph, this.name);
    this.node = element(
      "div",
      { class: "ldg-answer", "aria-hidden": "true", hidden: true },
      head,
      this.category,
      this.purpose,
    );
  }

  show({ id, says = "", holds = 1 }) {
    const { data, meta } = this.graph;
    const panel = data.answers_at && id !== meta.selected && document.querySelector(data.answers_at);
    if (!panel) return;
    // The next card begins at its head.
    if (panel.getBoundingClientRect().top < 0) panel.scrollIntoView({ block: "start", behavior: "instant" });
    const place = panel.getBoundingClientRect();
    if (place.top > window.innerHeight - SEEN || place.bottom < SEEN) return; // On a phone it stands below the map.
    const category = data.figure.layout.images?.[Object.keys(meta.names ?? {}).indexOf(id)]?.name;
    const glyph = meta.glyphs?.[category];
    this.glyph.hidden = !glyph;
    if (glyph) this.glyph.src = glyph;
    const [name, ...purpose] = says.replaceAll("<br>", " ").split(": ");
    const known = (meta.legend ?? []).flatMap(({ keys }) => keys);
    this.name.textContent = name;
    this.category.textContent = known.find((key) => key.id === category)?.name ?? "";
    this.purpose.textContent = holds > 1 ? "" : purpose.join(": "); // A box of several says which they are.
    const { style } = this.node;
    [style.left, style.top] = [`${place.left + 1}px`, `${place.top + 1}px`];
    [style.width, style.height] = [
      `${place.width - 2}px`,
      `${Math.min(place.bottom, window.innerHeight) - place.top - 2}px`,
    ];
    this.node.hidden = false;
    clearTimeout(this.ending);
    this.ending = setTimeout(() => this.hide(), PATIENCE);
  }

  hide() {
    clearTimeout(this.ending);
    this.node.hidden = true;
  }
}
