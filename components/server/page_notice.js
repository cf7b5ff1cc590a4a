/* Tells what nothing else on the page can tell. It stands in the first file, because nothing else may have come.

   A page that stays empty loads itself once more, and then says what to do. So does one that lost a script of
   Streamlit's before it stood, as happens while a laptop changes its network: nothing asks for that script again, and
   all that needs it would say that it failed. A page that stood already says so and loads nothing, because what was
   brought to it would be lost. A page whose parts wait for their scripts (`in_page.js` marks it) says what to do as
   well. A page whose line to the server is down says so, because its controls do nothing meanwhile; Streamlit's dialog,
   which says the same, is closed, because it covers what can be read and clicked. */

(() => {
  const PATIENCE = 15; // seconds without anything new
  const A_MOMENT = 2; // seconds; a shorter break is nobody's business
  const A_WHILE = 5; // seconds without the scripts of parts, which come at once as a rule
  const LOADED_AGAIN = "landscape-loaded-again";
  const ONCE_IN = 300000; // ms
  const EMPTY =
    "This page has stayed empty. Reload it; if that does not help, ask whoever runs this app whether its scripts " +
    "and its websocket get through to you.";
  const BROKEN =
    "A part of this page could not be loaded. Reload it; what its address says comes back, files that you brought " +
    "have to be brought again.";
  const LINE_DOWN = "There is no connection to the server just now. The page goes on by itself as soon as it is back.";
  const NO_SCRIPTS =
    "The scripts of this page have not come, so parts of it are missing or do nothing. It goes on asking for them by " +
    "itself; if that takes long, reload it, or ask whoever runs this app whether its files below assets/ get through " +
    "to you.";
  const notice = document.createElement("p");
  let files = -1;
  let quiet = 0;
  let lacking = 0;
  let isBroken = false;
  let hasLost = false;

  notice.id = "page-notice";
  notice.setAttribute("role", "status");
  setInterval(look, 1000);
  addEventListener("vite:preloadError", lose);
  addEventListener("error", ({ target }) => target.src?.includes("/static/js/") && lose(), { capture: true });
  new MutationObserver(uncover).observe(document.documentElement, { childList: true, subtree: true });

  function look() {
    const app = document.querySelector('[data-testid="stApp"]')?.dataset ?? {};
    const isConnected = app.testConnectionState === "CONNECTED";
    if (isDrawn()) {
      quiet = isConnected ? 0 : quiet + 1;
      lacking = "lacksScripts" in document.documentElement.dataset ? lacking + 1 : 0;
      tell(quiet >= A_MOMENT ? LINE_DOWN : isBroken ? BROKEN : lacking >= A_WHILE ? NO_SCRIPTS : "");
    } else {
      const before = files;
      files = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/static/")).length;
      quiet = files === before && !(isConnected && app.testScriptState === "running") ? quiet + 1 : 0;
      if (quiet === PATIENCE) loadAgain();
    }
  }

  /* A moment later, because the network may still be changing. */
  function lose() {
    if ("stands" in document.documentElement.dataset) isBroken = true;
    else if (!hasLost) setTimeout(loadAgain, A_MOMENT * 1000);
    hasLost = true;
  }

  /* Closed as a visitor closes it, so that the focus goes back to where it was and Streamlit does not open it again. */
  function uncover() {
    const state = document.querySelector('[data-testid="stApp"]')?.dataset.testConnectionState;
    if (state === "CONNECTED" || state === "DISCONNECTED_FOREVER" || !isDrawn()) return;
    for (const dialog of document.querySelectorAll('[data-testid="stDialog"]')) {
      if (dialog.querySelector("h1, h2, h3")?.textContent === "Connection error")
        dialog.querySelector("button")?.click();
    }
  }

  function isDrawn() {
    return document.querySelector('[data-testid="stMain"] [data-testid="stElementContainer"]') !== null;
  }

  /* Where the server refuses, the page stays: Streamlit goes on asking, and a reload would lead to the browser's own
     error. Where nothing comes back at all, what was asked for before is in the way, and a reload lets go of it. */
  async function loadAgain() {
    const signal = AbortSignal.timeout(3000);
    const told = isFirstTime() && fetch(location.href, { method: "HEAD", cache: "no-store", signal });
    const mayHelp =
      told &&
      (await told.then(
        ({ ok }) => ok,
        ({ name }) => name === "TimeoutError",
      ));
    if (isDrawn() && !hasLost) return;
    if (mayHelp && remember()) location.reload();
    else if (isDrawn()) isBroken = true;
    else tell(EMPTY);
  }

  function tell(text) {
    if (text === notice.textContent) return;
    notice.textContent = text;
    if (text) document.body.append(notice);
    else notice.remove();
  }

  /* A browser may refuse to keep anything: then nothing is loaded again, because it would not end. */
  function kept(act) {
    try {
      return act(sessionStorage);
    } catch {
      return undefined;
    }
  }
  function isFirstTime() {
    return kept((storage) => Date.now() - Number(storage.getItem(LOADED_AGAIN)) > ONCE_IN) ?? false;
  }
  function remember() {
    return kept((storage) => storage.setItem(LOADED_AGAIN, Date.now()) ?? true) ?? false;
  }
})();
