/* Tells Streamlit where its server is: where the page is, without the page's own path. Streamlit would ask below that
   path first, which costs a round trip and leaves two failures in the console at every link to a page. */

(() => {
  const { page } = document.currentScript.dataset;
  const path = location.pathname.replace(/\/+$/, "");
  const base = page && path.endsWith(page) ? path.slice(0, -page.length) : path;
  window.__streamlit = { ...window.__streamlit, BACKEND_BASE_URL: location.origin + base };
})();
