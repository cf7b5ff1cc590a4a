/* Names the colour of the page for the panel, which stands outside of this component, and leads the link past the tools
   to the list of the map, which the keyboard walks through. */

export default function ({ parentElement }) {
  const ground = getComputedStyle(parentElement.querySelector(".ldg-skip")).getPropertyValue("--st-background-color");
  document.documentElement.style.setProperty("--ldg-ground", ground);
  const link = parentElement.querySelector(".ldg-skip");
  link.onclick = (event) => {
    event.preventDefault();
    const list = document.querySelector(".ldg-list");
    list?.focus({ preventScroll: true });
    list?.closest(".ldg-root")?.scrollIntoView({ block: "nearest" });
  };
}
