/* Brings a heading of a card into view when an address names its part, once for each address, and marks it for a moment. */

const done = new WeakMap();
const HEADINGS = "[data-testid=stMarkdownContainer] :is(h4, h5, h6, strong)";

export default function ({ parentElement, data }) {
  if (done.get(parentElement) === data.part) return;
  done.set(parentElement, data.part);
  if (!data.heading) return;
  let tries = 0;
  const look = () => {
    const heading = [...document.querySelectorAll(HEADINGS)].find((node) => node.textContent.trim() === data.heading && node.offsetParent);
    if (!heading && (tries += 1) < 40) {
      setTimeout(look, 50); // The tab is drawn a moment later.
      return;
    }
    if (!heading) return;
    heading.style.scrollMarginTop = "5rem";
    heading.scrollIntoView({ block: "start" });
    heading.classList.add("ldg-arrived");
    setTimeout(() => heading.classList.remove("ldg-arrived"), 2500);
  };
  look();
}
