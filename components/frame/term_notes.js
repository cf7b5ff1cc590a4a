/* Opens the meaning of a term, which its link carries as its title, beside the link; with a key held down the link
   opens as links do. */

import { element } from "../scripts/element.js";

const TERM = 'a[href*="sources?q="][title]';
const notes = new WeakSet();

export default function ({ parentElement }) {
  const root = parentElement.querySelector(".ldg-terms");
  if (notes.has(root)) return undefined;
  notes.add(root);
  const life = new AbortController();
  let note;
  let from;
  const close = (back) => {
    if (!note) return;
    note.remove();
    note = undefined;
    from?.setAttribute("aria-expanded", "false");
    if (back) from?.focus();
  };
  const open = (link) => {
    close(false);
    from = link;
    from.setAttribute("aria-expanded", "true");
    note = element("div", { class: "ldg-term-note", role: "dialog", "aria-label": link.textContent, tabindex: "-1" });
    const more = element("a", { href: link.href, target: "_self", text: "In the glossary" });
    more.addEventListener("click", () => close(false));
    const done = element("button", { type: "button", text: "Close" });
    done.addEventListener("click", () => close(true));
    const row = element("div", { class: "ldg-term-row" });
    row.append(more, done);
    note.append(element("p", { text: link.title }), row);
    root.append(note);
    const [place, size] = [link.getBoundingClientRect(), note.getBoundingClientRect()];
    const below = place.bottom + 6 + size.height < window.innerHeight;
    note.style.left = `${Math.max(8, Math.min(place.left, window.innerWidth - size.width - 8))}px`;
    note.style.top = `${Math.max(8, below ? place.bottom + 6 : place.top - size.height - 6)}px`;
    note.focus({ preventScroll: true });
  };
  const { signal } = life;
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.(TERM);
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
        event.preventDefault();
        event.stopPropagation();
        open(link);
      } else if (note && !note.contains(event.target)) close(false);
    },
    { signal, capture: true },
  );
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || !note) return;
      event.stopImmediatePropagation();
      close(true);
    },
    { signal, capture: true },
  );
  window.addEventListener("scroll", (event) => note && !note.contains(event.target) && close(false), {
    signal,
    capture: true,
  });
  return () => {
    notes.delete(root);
    life.abort();
    close(false);
  };
}
