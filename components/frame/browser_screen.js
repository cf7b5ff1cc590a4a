/* Only what somebody pressed may fill the screen, so the button asks the browser itself. */

import { drawn, element } from "../scripts/element.js";

const OUT = "M7 14H5v5h5v-2H7v-3zm-2-4h2V7h3V5H5v5zm12 7h-3v2h5v-5h-2v3zM14 5v2h3v3h2V5h-5z";
const IN = "M5 16h3v3h2v-5H5v2zm3-8H5v2h5V5H8v3zm6 11h2v-3h3v-2h-5v5zm2-11V5h-2v5h5V8h-3z";

export default function ({ parentElement }) {
  const root = parentElement.querySelector(".ldg-browser-screen");
  if (!document.fullscreenEnabled) return undefined;
  const path = drawn("path");
  const words = element("span");
  const button = element(
    "button",
    { type: "button", title: "Fill the screen (F11)" },
    drawn("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, path),
    words,
  );
  const life = new AbortController();
  const show = () => {
    const filled = Boolean(document.fullscreenElement);
    path.setAttribute("d", filled ? IN : OUT);
    words.textContent = filled ? "Leave full screen" : "Full screen";
  };
  button.addEventListener("click", () => {
    const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    done.catch(() => (words.textContent = "The browser refuses: press F11"));
    button.blur(); // The next Space goes on.
  });
  document.addEventListener("fullscreenchange", show, { signal: life.signal });
  show();
  root.replaceChildren(button);
  return () => {
    life.abort();
    root.replaceChildren();
  };
}
