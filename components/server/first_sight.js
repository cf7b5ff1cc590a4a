/* Says when the page stands: Streamlit has finished its first run, the scripts of all its parts have come, and where
   there is a map, it is drawn. From then on the page is shown instead of the first sight. */

(() => {
  const PATIENCE = 15000; // ms from the first part of the page; what then is not there may come later
  // What holds the place of a part that has not come, a part that has not been filled yet, and one without its script.
  const UNFINISHED = '[data-testid="stSkeleton"], [data-testid="stBidiComponentRegular"]:empty, [data-waits]';
  const root = document.documentElement;
  const watch = new MutationObserver(look);
  let waits = null;

  function look() {
    const app = document.querySelector('[data-testid="stApp"]');
    if (!app?.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]')) return;
    waits ??= setTimeout(show, PATIENCE);
    const isDrawn = [...app.querySelectorAll(".ldg-root")].every((graph) =>
      graph.querySelector(".ldg-plot .main-svg, .ldg-error:not([hidden])"),
    );
    const isWhole = !app.querySelector(UNFINISHED);
    if (app.dataset.testScriptState === "notRunning" && isWhole && isDrawn) show();
  }

  function show() {
    watch.disconnect();
    clearTimeout(waits);
    root.dataset.stands = "";
  }

  watch.observe(root, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["data-test-script-state", "data-waits", "hidden"],
  });
})();
