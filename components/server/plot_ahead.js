/* Has the plot's script read while Streamlit's own are still coming, once something has been painted, so that the map
   need not wait for it. One that fails leaves the page, and the map asks for it itself. */

(() => {
  const { plot } = document.currentScript.dataset;
  if (plot === undefined) return;
  requestAnimationFrame(() => setTimeout(append));

  function append() {
    const own = document.querySelector('script[src*="/static/js/"]');
    if (!own || document.querySelector("script[data-draws]")) return;
    const script = document.createElement("script");
    script.dataset.draws = "";
    script.onerror = () => script.remove();
    script.src = new URL(`../../${plot}`, own.src);
    document.head.append(script);
  }
})();
