/* Leads the link past the tools to the list of the map, which the keyboard walks through. */

export default function ({ parentElement }) {
  const link = parentElement.querySelector(".ldg-skip");
  link.onclick = (event) => {
    event.preventDefault();
    const list = document.querySelector(".ldg-list");
    list?.focus({ preventScroll: true });
    list?.closest(".ldg-root")?.scrollIntoView({ block: "nearest" });
  };
}
