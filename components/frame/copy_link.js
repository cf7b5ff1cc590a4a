/* A button that copies the address in the browser's bar, as it is at that moment. */

import { drawn, element } from "../scripts/element.js";

const LINK =
  "M3.9 12a3.1 3.1 0 0 1 3.1-3.1h4V7H7a5 5 0 0 0 0 10h4v-1.9H7A3.1 3.1 0 0 1 3.9 12z" +
  "M8 13h8v-2H8zm9-6h-4v1.9h4a3.1 3.1 0 0 1 0 6.2h-4V17h4a5 5 0 0 0 0-10z";
const DONE = "M9 16.2 4.8 12l-1.4 1.4L9 19 21 7l-1.4-1.4z";
const SHOWN = 2500; // ms that "Copied" stays

const links = new WeakSet();

export default function ({ parentElement, data }) {
  const root = parentElement.querySelector(".ldg-copy");
  if (links.has(root)) return undefined;
  links.add(root);
  const life = new AbortController();
  build(root, life.signal);
  if (data?.embedded) root.append(wayOut());
  return () => {
    links.delete(root);
    life.abort();
    root.replaceChildren();
  };
}

function build(root, signal) {
  const button = element("button", { type: "button", title: "Copy the address of exactly this view" });
  const words = element("span", { class: "ldg-words" });
  // Both stand there, one of them unseen: the button keeps its width.
  const [ask, done] = ["Copy link", "Copied"].map((text) => element("span", { text }));
  const path = drawn("path");
  const icon = drawn("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, path);
  words.append(ask, done);
  button.append(icon, words);
  const field = element("input", {
    type: "text",
    readonly: true,
    hidden: true,
    "aria-label": "Address of this view, selected: copy it with Ctrl+C",
  });
  const told = element("p", { class: "ldg-unseen", role: "status", "aria-live": "polite" });
  root.replaceChildren(button, field, told);

  let timer;
  const show = (copied) => {
    ask.classList.toggle("ldg-off", copied);
    done.classList.toggle("ldg-off", !copied);
    ask.setAttribute("aria-hidden", String(copied));
    done.setAttribute("aria-hidden", "true"); // Told by the status instead.
    path.setAttribute("d", copied ? DONE : LINK);
    told.textContent = copied ? "Copied" : "";
    clearTimeout(timer);
    if (copied) timer = setTimeout(() => show(false), SHOWN);
  };
  const offer = (text) => {
    [button.hidden, field.hidden, field.value] = [true, false, text];
    field.focus();
    field.select();
    return document.execCommand("copy"); // Works where the page has no right to the clipboard, such as plain http.
  };
  const back = () => {
    [button.hidden, field.hidden] = [false, true];
  };

  show(false);
  field.addEventListener("blur", back, { signal });
  field.addEventListener("keydown", (event) => event.key === "Escape" && button.focus(back()), { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
  button.addEventListener(
    "click",
    async () => {
      const text = window.location.href;
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        if (!offer(text)) {
          told.textContent = "The address is selected: copy it with Ctrl+C";
          return;
        }
        back();
        button.focus();
      }
      show(true);
    },
    { signal },
  );
}

/* The same view outside of the page that frames it; the address is read when the link is used. */
function wayOut() {
  const link = element("a", { target: "_blank", rel: "noopener", text: "Open in full" });
  const aim = () => {
    const address = new URL(window.location.href);
    ["embed", "embed_options"].forEach((name) => address.searchParams.delete(name));
    link.href = address;
  };
  ["pointerenter", "pointerdown", "focus", "click"].forEach((type) => link.addEventListener(type, aim));
  aim();
  return link;
}
