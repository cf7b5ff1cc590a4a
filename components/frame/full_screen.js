/* While this is on the page Streamlit shows its embedded form (`embed=true` in the address: no header, no toolbar),
   which it reads from the address.

   The address is changed in place and Streamlit is told as the browser itself does it when somebody goes Back: with
   `popstate`. */

const SETTLED = 150; // ms without a change of size

const screens = new WeakSet();

export default function ({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".ldg-full-screen");
  if (screens.has(root)) return undefined;
  screens.add(root);
  const life = new AbortController();
  let timer;
  let known;
  const measure = () => {
    const page = getComputedStyle(root.closest("[data-testid=stMainBlockContainer]") ?? document.body);
    const [left, right, width] = [page.paddingLeft, page.paddingRight, page.width].map(
      (px) => Number.parseFloat(px) || 0,
    );
    const size = [Math.round(width - left - right), window.innerHeight];
    if (String(size) !== known) setStateValue("size", size);
    known = String(size);
  };
  window.addEventListener(
    "resize",
    () => {
      clearTimeout(timer);
      timer = setTimeout(measure, SETTLED);
    },
    { signal: life.signal },
  );
  measure();
  embed(true);
  return () => {
    screens.delete(root);
    life.abort();
    clearTimeout(timer);
    const framed = window.self !== window.top;
    if (!data.keep && !framed && !new URLSearchParams(location.search).has("present")) embed(false);
  };
}

function embed(wanted) {
  const parameters = new URLSearchParams(location.search);
  if ((parameters.get("embed") === "true") === wanted) return;
  if (wanted) parameters.set("embed", "true");
  else parameters.delete("embed");
  const query = parameters.toString();
  history.replaceState(history.state, "", location.pathname + (query && `?${query}`) + location.hash);
  window.dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
}
