/* Names the colour of the page for what stands outside of components, has the page drawn again when that changes,
   and keeps the box that was tapped in view above the sheet that opens over the lower half of the picture. */

const SHEETS = ".st-key-part-card, .st-key-panel-card";
const PATIENCE = 4000; // ms
const ROOM = 60; // px between the middle of the box and the sheet

export default function ({ parentElement, setTriggerValue }) {
  const own = parentElement.querySelector(".ldg-every-page");
  const ground = getComputedStyle(own).getPropertyValue("--st-background-color");
  const { style } = document.documentElement;
  const before = style.getPropertyValue("--ldg-ground");
  style.setProperty("--ldg-ground", ground);
  // A new theme makes Streamlit call this function, but not run the script, from where pictures have their colours.
  if (before && before !== ground) setTriggerValue("event", "theme");
  const life = new AbortController();
  let tapped = null;
  const bring = () => {
    looks = 0;
    const sheet = document.querySelector(SHEETS);
    if (!tapped || !sheet || getComputedStyle(sheet).position !== "fixed") return;
    const { top } = sheet.getBoundingClientRect();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const main = document.querySelector("[data-testid=stMain]");
    if (tapped.y > top - ROOM) main?.scrollBy({ top: tapped.y - top / 2, behavior: still ? "auto" : "smooth" });
    tapped = null;
  };
  let looks = 0; // Before the next frame, when the browser lays the page out anyway.
  const watch = new MutationObserver(() => {
    if (!tapped || Date.now() > tapped.until) watch.disconnect();
    else looks ||= requestAnimationFrame(bring);
  });
  window.addEventListener(
    "pointerup",
    (event) => {
      if (!event.target.closest?.(".ldg-plot")) return;
      tapped = { y: event.clientY, until: Date.now() + PATIENCE };
      watch.observe(document.body, { childList: true, subtree: true });
    },
    { signal: life.signal, capture: true },
  );
  return () => {
    life.abort();
    watch.disconnect();
  };
}
