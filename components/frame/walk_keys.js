/* Listens for the keys of a walkthrough; see walk_keys.py for what comes from there. */

import { whenConnected } from "../scripts/line.js";

const INPUTS = "input, textarea, select, [contenteditable=true], [role=combobox], [role=slider], [role=spinbutton]";
const ROLES = "[role=listbox], [role=radiogroup], [role=tablist], [role=menu], [role=dialog]";
const ARROWS = `${INPUTS}, ${ROLES}, [popover], .ldg-plot .modebar`;
const PRESSED_BY_SPACE = "button, summary, [role=button]";
const OPEN_ABOVE = "[data-testid=stPopoverBody], [data-testid=stMainMenuPopover], [role=dialog]";
const STREAMLIT_LETTERS = ["c", "r"]; // Streamlit clears its cache and runs again: not while somebody presents.
const GO = {
  ArrowRight: (at) => at + 1,
  PageDown: (at) => at + 1,
  " ": (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  PageUp: (at) => at - 1,
  Home: (at, { low }) => low,
  End: (at, { high }) => high,
};

const walks = new WeakMap();
let number = Date.now();

export default function ({ parentElement, data, setTriggerValue }) {
  const walk = walks.get(parentElement) ?? new Walk(parentElement.querySelector(".ldg-voice"));
  walks.set(parentElement, walk);
  walk.update(data, setTriggerValue);
  return () => {
    walks.delete(parentElement);
    walk.life.abort();
  };
}

class Walk {
  constructor(voice) {
    this.voice = voice;
    this.life = new AbortController();
    this.until = 0; // No key is under way: the place is where the page says.
    const { signal } = this.life;
    // On the window, behind the graph's own keys, which come first.
    window.addEventListener("keydown", (event) => this.onKey(event), { signal });
    window.addEventListener("keydown", (event) => this.onLetter(event), { signal, capture: true });
    window.addEventListener("keyup", (event) => this.onRelease(event), { signal, capture: true });
    window.addEventListener("pointerdown", () => (this.tabbed = false), { signal, capture: true });
  }

  update(data, setTriggerValue) {
    this.data = data;
    this.send = (event) => whenConnected(() => setTriggerValue("event", { ...event, number: (number += 1) }));
    if (this.target === undefined || data.heard === number || Date.now() > this.until) this.target = data.at;
    if (this.voice.textContent !== data.says) this.voice.textContent = data.says;
  }

  onLetter(event) {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (
      plain &&
      STREAMLIT_LETTERS.includes(event.key.toLowerCase()) &&
      !event.target.closest?.(`${INPUTS}, [role=listbox]`)
    ) {
      event.stopImmediatePropagation();
    }
  }

  /* Space goes on, also right after a click on Start or Next, which leaves the focus there; who comes to a button by
     Tab means the button. */
  meansButton(event) {
    return event.key === " " && this.tabbed && Boolean(event.target.closest?.(PRESSED_BY_SPACE));
  }

  onRelease(event) {
    if (event.key === " " && this.took) event.preventDefault(); // Buttons are pressed when the key comes up.
    this.took = false;
  }

  onKey(event) {
    if (event.key === "Tab") this.tabbed = true;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const within = (places) => Boolean(event.target.closest?.(places));
    if (event.key === "Escape") {
      if (this.data.escape && !within(ARROWS) && !document.querySelector(OPEN_ABOVE)) this.send({ leave: true });
      return;
    }
    if (this.data.letters.includes(event.key.toLowerCase()) && !within(`${INPUTS}, [role=listbox]`)) {
      event.preventDefault();
      if (!event.repeat) this.send({ letter: event.key.toLowerCase() });
      return;
    }
    const go = GO[event.key];
    if (!go || !this.data.walks || within(ARROWS) || this.meansButton(event)) return;
    event.preventDefault(); // The page would scroll.
    this.took = true;
    const { low, high } = this.data;
    const to = Math.min(high, Math.max(low, go(this.target, this.data)));
    if (event.repeat || to === this.target) return;
    this.target = to;
    this.until = Date.now() + 3000;
    this.send({ to });
  }
}
