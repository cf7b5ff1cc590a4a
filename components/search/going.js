/* Ways to another page that keep the app as it is: no page is loaded anew. */

const INNER = ":is([data-testid=stMarkdownContainer], .lm-root, .ldg-term-note) a[href]";
const TERM = 'a[href*="sources?q="][title]'; // It opens its meaning in place.

/* Streamlit goes to another page in two steps, first the parameters, then the page; the step between would be a
   place that Back returns to. */
export function goOnce(target) {
  if (target.pathname === window.location.pathname) return;
  const push = window.history.pushState;
  const restore = () => delete window.history.pushState;
  const timer = setTimeout(restore, 3000);
  window.history.pushState = (state, unused, url) => {
    restore();
    clearTimeout(timer);
    const next = new URL(url, window.location.href);
    if (next.pathname !== window.location.pathname || next.search !== target.search)
      push.call(window.history, state, unused, url);
  };
}

/* Calls `open` with the address, below the root, of a link in a text or a table to a page of the app; with a key
   held down it opens as links do. */
export function followInnerLinks(box, open, signal) {
  document.addEventListener(
    "click",
    (event) => {
      const link = event.target.closest?.(INNER);
      if (
        !link ||
        link.matches(TERM) ||
        event.button ||
        event.ctrlKey ||
        event.metaKey ||
        event.shiftKey ||
        event.altKey
      )
        return;
      const target = new URL(link.href);
      const path = target.pathname.slice(box.data.root.length);
      if (
        target.origin !== window.location.origin ||
        target.hash ||
        !target.pathname.startsWith(box.data.root) ||
        !box.data.pages.includes(path)
      )
        return;
      event.preventDefault();
      goOnce(target);
      open(path + target.search);
    },
    { signal, capture: true },
  );
}
