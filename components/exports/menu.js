/* Links to the files of what is shown. A file is fetched first, so that where it cannot be made its sentence is
   shown and nothing is saved under a wrong name; the address of a link is that of its file, for a wiki or a script. */

import { element } from "../scripts/element.js";

export default function ({ parentElement, data }) {
  const root = parentElement.querySelector(".ldg-take");
  const told = element("p", { role: "status", "aria-live": "polite", text: HINT });
  const chosen = {};
  const links = [];
  const aim = () =>
    links.forEach(({ link, path, options }) => (link.href = address(path, data.query, options, chosen)));

  const choices = element("div", { class: "ldg-row" });
  data.choices.forEach(({ name, label, options }) => {
    const field = element("select");
    options.forEach(([value, text]) => field.append(element("option", { value, text })));
    field.addEventListener("change", () => {
      chosen[name] = field.value;
      aim();
    });
    const around = element("label", { text: label });
    around.append(field);
    choices.append(around);
  });
  const groups = data.groups.flatMap(({ name, links: given }) => {
    const row = element("div", { class: "ldg-row" });
    given.forEach(({ label, path, options }) => {
      const link = element("a", { role: "button", download: "", text: label });
      link.addEventListener("click", (event) => {
        event.preventDefault();
        take(link, told);
      });
      links.push({ link, path, options });
      row.append(link);
    });
    return [element("h3", { text: name }), row];
  });
  const copied = element("button", { type: "button", text: "Copy the picture" });
  copied.addEventListener("click", () =>
    copy(address(data.copied, data.query, ["theme", "scale"], chosen), copied, told),
  );
  root.replaceChildren(choices, element("div", { class: "ldg-row" }, copied), ...groups, told);
  aim();
  return () => root.replaceChildren();
}

const HINT = "Every button is a link: its address gives the same picture in a wiki, and stays up to date.";

/* Streamlit's own script says where the app's root is, whatever path or proxy it stands behind. */
function address(path, query, options, chosen) {
  const own = document.querySelector('script[src*="/static/js/"]');
  const full = own ? new URL(`../../${path}`, own.src) : new URL(path, window.location.origin);
  const asked = new URLSearchParams(query);
  options.filter((name) => chosen[name]).forEach((name) => asked.set(name, chosen[name]));
  full.search = asked.toString();
  return full;
}

/* The clipboard is asked at once, as long as the browser knows who pressed, and waits for the picture. */
async function copy(url, button, told) {
  if (button.getAttribute("aria-busy") === "true") return;
  if (!navigator.clipboard?.write || !window.ClipboardItem) {
    told.textContent = "This browser lets no page copy a picture: save the PNG instead.";
    return;
  }
  button.setAttribute("aria-busy", "true");
  told.textContent = "The picture is being made …";
  let refused = "The browser does not allow it: save the PNG instead.";
  const picture = fetch(url).then(
    async (answer) => {
      if (answer.ok) return answer.blob();
      refused = (await answer.text()).slice(0, 300);
      throw new Error(refused);
    },
    (error) => {
      refused = "The server did not answer: try again.";
      throw error;
    },
  );
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
    told.textContent = "Copied: paste it into a document or a chat.";
  } catch {
    told.textContent = refused;
  } finally {
    button.removeAttribute("aria-busy");
  }
}

async function take(link, told) {
  if (link.getAttribute("aria-busy") === "true") return;
  link.setAttribute("aria-busy", "true");
  told.textContent = `${link.textContent}: being made …`;
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error((await answer.text()).slice(0, 300));
    const named = /filename="([^"]+)"/.exec(answer.headers.get("content-disposition") ?? "");
    const url = URL.createObjectURL(await answer.blob());
    const saved = element("a", { href: url, download: named ? named[1] : "export" });
    saved.click(); // Outside of the document, so that it is no click beside the popover, which would close it.
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    told.textContent = `Saved as ${named ? named[1] : "export"}.`;
  } catch (error) {
    told.textContent = error instanceof TypeError ? "The server did not answer: try again." : error.message;
  } finally {
    link.removeAttribute("aria-busy");
  }
}
