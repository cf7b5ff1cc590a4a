/* Brings picture and panel back into view when another step, failure or alternative is shown, or another card beside
   the picture. */

const stages = new WeakMap();
const ABOVE = 68; // px that the header takes, and a little

export default function ({ parentElement, data }) {
  const before = stages.get(parentElement);
  stages.set(parentElement, data);
  if (!before || (before.shown === data.shown && (before.card === data.card || !data.card))) return;
  const stage = parentElement.closest(".st-key-stage");
  const card = stage?.querySelector(".st-key-part-card");
  if (before.shown === data.shown && card && getComputedStyle(card).position === "fixed") return; // A sheet is in view.
  const { top } = stage.getBoundingClientRect();
  if (top < 0) stage.closest("[data-testid=stMain]")?.scrollBy({ top: top - ABOVE, behavior: "instant" });
}
