/* Brings a heading of a card into view when an address names its part, once for each address, and marks it for a
   moment. The link beside a heading puts its part into the address. */

import { keepInView } from "../scripts/in_view.js";

const MOST_TRIES = 200; // of 50 ms each: on a slow line a long text is drawn late
const cards = new WeakMap();
const HEADINGS = ":is([data-testid=stMarkdownContainer], [data-testid=stHeading]) :is(h2, h3, h4, h5, h6, strong)";
let number = Date.now();
let wanted = ""; // the heading that was asked for last

export default function ({ parentElement, data, setTriggerValue }) {
  const card = cards.get(parentElement) ?? listen(parentElement);
  card.data = data;
  card.send = (part) => setTriggerValue("event", { part, number: (number += 1) });
  if (card.came !== data.part) {
    card.came = data.part;
    if (data.heading) look(data.heading);
    else if (data.part) showTabs(parentElement);
  }
  return () => {
    card.life.abort();
    cards.delete(parentElement);
  };
}

function listen(parentElement) {
  const card = { life: new AbortController() };
  cards.set(parentElement, card);
  document.addEventListener(
    "click",
    (event) => {
      const heading = event.target.closest?.("[data-testid=stHeaderActionElements] a")?.closest("h2, h3, h4");
      if (!heading || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const named = Object.keys(card.data.parts).find((name) => reads(heading, name));
      if (!named) return;
      event.preventDefault();
      event.stopPropagation();
      card.send(card.data.parts[named]);
    },
    { signal: card.life.signal, capture: true },
  );
  return card;
}

/* Whether a heading is the one called `name`; the mark of a judgement may follow its name. */
function reads(node, name) {
  const text = node.textContent.trim();
  return text === name || (node.tagName !== "STRONG" && text === `${name} our judgement`);
}

function look(name) {
  let tries = 0;
  wanted = name;
  const find = () => {
    const heading = [...document.querySelectorAll(HEADINGS)].find((node) => node.offsetParent && reads(node, name));
    if (heading) show(heading);
    else if (wanted === name && (tries += 1) < MOST_TRIES) setTimeout(find, 50); // The tab is drawn a moment later.
  };
  find();
}

/* A part that is a whole tab begins at the row of tabs: it comes into view where little of it would be seen below. */
function showTabs(parentElement) {
  const row = parentElement.closest("[data-testid=stVerticalBlock]")?.querySelector("[data-testid=stButtonGroup]");
  const panel = row && scroller(row);
  if (!panel) return;
  const { top, height } = panel.getBoundingClientRect();
  if (row.getBoundingClientRect().top > top + height / 2) show(row);
}

/* In a panel that scrolls by itself the page stays where it is. */
function show(heading) {
  const panel = scroller(heading);
  if (panel) {
    panel.scrollTop += heading.getBoundingClientRect().top - panel.getBoundingClientRect().top - 12;
    panel.scrollIntoView({ block: "nearest" });
  } else {
    heading.style.scrollMarginTop = "5rem";
    keepInView(heading, () => heading.scrollIntoView({ block: "start" }));
  }
  heading.classList.add("ldg-arrived");
  setTimeout(() => heading.classList.remove("ldg-arrived"), 2500);
}

function scroller(node) {
  for (let at = node.parentElement; at && at.dataset.testid !== "stMain"; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight + 1) return at;
  }
  return undefined;
}
