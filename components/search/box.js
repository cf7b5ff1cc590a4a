/* The search of every page: a button, and a dialog with a field whose suggestions come from /api/search.

   Arrow keys move through the suggestions, Enter opens one, Escape closes. Everything is set as text, never as
   markup. What was searched for stays in this browser. */

import { element } from "../scripts/element.js";
import { whenConnected } from "../scripts/line.js";
import { followInnerLinks, goOnce } from "./going.js";

const KEPT = "ldg-searches";
const MOST_KEPT = 6;
const PAUSE = 70; // ms after the last letter
const GLASS =
  "M15.5 14h-.8l-.3-.3a6.5 6.5 0 1 0-.7.7l.3.3v.8l5 5 1.5-1.5-5-5zm-6 0a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9z";
const TYPING = "input, textarea, select, [contenteditable=true], [role=combobox], [role=textbox]";
const MAC = /mac|iphone|ipad/i.test(navigator.platform);

const boxes = new WeakMap();
let number = Date.now();

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".ldg-find");
  const box = boxes.get(root) ?? new Box(root);
  boxes.set(root, box);
  box.data = data;
  box.send = (open) => whenConnected(() => setTriggerValue("event", { open, number: (number += 1) }));
  return () => {
    boxes.delete(root);
    box.life.abort();
    root.replaceChildren();
  };
}

class Box {
  constructor(root) {
    this.life = new AbortController();
    this.hits = [];
    this.at = -1;
    this.opener = element("button", {
      class: "ldg-find-open",
      type: "button",
      "aria-haspopup": "dialog",
      title: "Search everything",
    });
    const key = element("kbd", { "aria-hidden": "true", text: MAC ? "⌘K" : "Ctrl K" });
    this.opener.append(icon(), element("span", { class: "ldg-find-word", text: "Search" }), key);
    this.opener.addEventListener("click", () => this.show());
    this.dialog = element("dialog", { class: "ldg-find-dialog", "aria-label": "Search everything" });
    this.field = element("input", {
      type: "text",
      role: "combobox",
      "aria-expanded": "false",
      "aria-controls": "ldg-find-list",
      "aria-autocomplete": "list",
      "aria-label": "Search the atlas",
      placeholder: "A service, a limit, an error message, a question …",
      autocomplete: "off",
      spellcheck: "false",
    });
    const close = element("button", { class: "ldg-find-close", type: "button", text: "Esc" });
    close.setAttribute("aria-label", "Close the search");
    close.addEventListener("click", () => this.dialog.close());
    const head = element("div", { class: "ldg-find-head" });
    head.append(icon(), this.field, close);
    this.list = element("div", {
      class: "ldg-find-list",
      id: "ldg-find-list",
      role: "listbox",
      "aria-label": "What was found",
      tabindex: "-1",
    });
    this.foot = element("div", { class: "ldg-find-foot" });
    this.told = element("p", { class: "ldg-unseen", role: "status", "aria-live": "polite" });
    this.dialog.append(head, this.list, this.foot, this.told);
    root.replaceChildren(this.opener, this.dialog);
    this.listen();
  }

  listen() {
    const { signal } = this.life;
    window.addEventListener("keydown", (event) => this.onShortcut(event), { signal, capture: true });
    this.field.addEventListener("input", () => this.later());
    this.dialog.addEventListener("keydown", (event) => this.onKey(event));
    this.dialog.addEventListener("click", (event) => event.target === this.dialog && this.dialog.close());
    this.dialog.addEventListener("close", () => this.opener.focus({ preventScroll: true }));
    followInnerLinks(this, (address) => this.send(address), signal);
    signal.addEventListener("abort", () => clearTimeout(this.timer));
  }

  onShortcut(event) {
    if (this.dialog.open) return;
    const withControl =
      (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    const slash =
      event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest?.(TYPING);
    if ((!withControl && !slash) || document.querySelector("dialog[open], [role=dialog]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.show();
  }

  show() {
    this.dialog.showModal();
    this.field.maxLength = this.data.longest;
    this.field.select();
    this.field.focus();
    this.later(0);
  }

  later(pause = PAUSE) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), pause);
  }

  async ask() {
    const query = this.field.value.trim();
    this.asking?.abort();
    if (!query) {
      this.hits = [];
      this.draw(kept().map((text) => ({ text })));
      return;
    }
    this.asking = new AbortController();
    try {
      const answer = await fetch(`${this.data.root}api/search?q=${encodeURIComponent(query)}`, {
        signal: this.asking.signal,
      });
      if (!answer.ok) throw new Error(String(answer.status));
      const { hits } = await answer.json();
      if (this.field.value.trim() === query) this.draw(hits, query);
    } catch (error) {
      if (error.name !== "AbortError") this.say("The search does not answer. Try again in a moment.");
    }
  }

  /* Suggestions grouped by what they are, in the order of the best of each group; without a query what was searched
     for before. */
  draw(hits, query = "") {
    const groups = new Map();
    for (const hit of hits) {
      const label = query ? hit.label : "Searched for before";
      groups.set(label, [...(groups.get(label) ?? []), hit]);
    }
    this.options = [];
    this.hits = [];
    const nodes = [...groups].map(([label, members], place) => {
      const group = element("div", {
        class: "ldg-find-group",
        role: "group",
        "aria-labelledby": `ldg-find-group-${place}`,
      });
      group.append(
        element("div", { class: "ldg-find-kind", id: `ldg-find-group-${place}`, role: "presentation", text: label }),
      );
      for (const hit of members) group.append(this.option(hit, query));
      return group;
    });
    this.list.replaceChildren(...nodes);
    this.list.scrollTop = 0;
    this.field.setAttribute("aria-expanded", String(this.options.length > 0));
    this.foot.replaceChildren(...this.hint(query));
    this.move(query && this.options.length ? 0 : -1);
    if (query) this.told.textContent = this.options.length ? `${this.options.length} found` : "Nothing found";
  }

  hint(query) {
    if (query && !this.options.length) {
      return [
        element("p", { text: `Nothing fits “${query}”. Try a service's name, an error message, or fewer words.` }),
      ];
    }
    if (query) return [element("p", { class: "ldg-find-keys", text: "↑ ↓ to choose · Enter to open · Esc to close" })];
    if (!this.options.length) {
      return [
        element("p", { text: "Try “400 KB”, “dynamodb throttled”, “elasticache” or “can I stop RDS for a month”." }),
      ];
    }
    const forget = element("button", { type: "button", text: "Forget these" });
    forget.addEventListener("click", () => {
      keep([]);
      this.ask();
      this.field.focus();
    });
    return [forget];
  }

  option(hit, query) {
    const place = this.options.length;
    const option = element("div", {
      class: "ldg-find-option",
      role: "option",
      id: `ldg-find-${place}`,
      "aria-selected": "false",
    });
    if (query) {
      const name = element("div", { class: "ldg-find-name", text: hit.name });
      if (hit.part) name.append(element("span", { text: ` · ${hit.part}` }));
      const sentence = element("div", { class: "ldg-find-sentence" });
      sentence.append(...hit.sentence.map(({ text, marked }) => (marked ? element("mark", { text }) : text)));
      option.append(name, sentence);
      if (hit.missing.length)
        option.append(element("div", { class: "ldg-find-missing", text: `without: ${hit.missing.join(", ")}` }));
    } else {
      option.append(element("div", { class: "ldg-find-name", text: hit.text }));
    }
    option.addEventListener("click", (event) => this.open(hit, event.ctrlKey || event.metaKey));
    option.addEventListener("pointermove", () => this.at !== place && this.move(place, false));
    this.options.push(option);
    this.hits.push(hit);
    return option;
  }

  onKey(event) {
    if (event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && this.options?.length) {
      event.preventDefault();
      const count = this.options.length;
      this.move((this.at + steps[event.key] + count + (this.at < 0 && event.key === "ArrowUp" ? 1 : 0)) % count);
    } else if (event.key === "Enter" && event.target === this.field) {
      event.preventDefault();
      const hit = this.hits[Math.max(this.at, 0)];
      if (hit) this.open(hit, event.ctrlKey || event.metaKey);
    }
    event.stopPropagation(); // Keys of the page behind, such as those of the map, are not meant.
  }

  move(to, scroll = true) {
    this.options[this.at]?.setAttribute("aria-selected", "false");
    this.at = to;
    const option = this.options[to];
    option?.setAttribute("aria-selected", "true");
    if (option && scroll) option.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  open(hit, elsewhere) {
    if (hit.url === undefined) {
      this.field.value = hit.text;
      this.field.focus();
      this.ask();
      return;
    }
    const query = this.field.value.trim();
    keep([query, ...kept().filter((text) => text !== query)].slice(0, MOST_KEPT));
    if (elsewhere) {
      window.open(this.data.root + hit.url, "_blank", "noopener");
      return;
    }
    this.field.value = "";
    this.dialog.close();
    goOnce(new URL(this.data.root + hit.url, window.location.href));
    this.send(hit.url);
  }

  say(text) {
    this.list.replaceChildren();
    this.options = [];
    this.hits = [];
    this.foot.replaceChildren(element("p", { text }));
    this.told.textContent = text;
  }
}

/* What was searched for, newest first; nothing where the browser keeps nothing. */
function kept() {
  try {
    const found = JSON.parse(window.localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(found) ? found.filter((text) => typeof text === "string").slice(0, MOST_KEPT) : [];
  } catch {
    return [];
  }
}

function keep(texts) {
  try {
    window.localStorage.setItem(KEPT, JSON.stringify(texts));
  } catch {
    // A browser that keeps nothing searches all the same.
  }
}

function icon() {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", GLASS);
  svg.append(path);
  return svg;
}
