/* Tells what nothing else on the page can tell. It stands in the first file, because nothing else may have come.

   A page that stays empty loads itself once more, and then says what to do. A page whose parts wait for their scripts
   (`in_page.js` marks it) says what to do as well. A page whose line to the server is down says so, because its
   controls do nothing meanwhile; Streamlit's dialog, which says the same, is closed, because it covers what can be read
   and clicked. */

(() => {
  const PATIENCE = 15; // seconds without anything new
  const A_MOMENT = 2; // seconds; a shorter break is nobody's business
  const A_WHILE = 5; // seconds without the scripts of parts, which come at once as a rule
  const LOADED_AGAIN = "landscape-loaded-again";
  const EMPTY =
    "This page has stayed empty. Reload it; if that does not help, ask whoever runs this app whether its scripts " +
    "and its websocket get through to you.";
  const LINE_DOWN = "There is no connection to the server just now. The page goes on by itself as soon as it is back.";
  const NO_SCRIPTS =
    "The scripts of this page have not come, so parts of it are missing or do nothing. It goes on asking for them by " +
    "itself; if that takes long, reload it, or ask whoever runs this app whether its files below assets/ get through " +
    "to you.";
  const notice = document.createElement("p");
  let files = -1;
  let quiet = 0;
  let lacking = 0;

  notice.id = "page-notice";
  notice.setAttribute("role", "status");
  setInterval(look, 1000);
  new MutationObserver(uncover).observe(document.documentElement, { childList: true, subtree: true });

  function look() {
    const app = document.querySelector('[data-testid="stApp"]')?.dataset ?? {};
    const isConnected = app.testConnectionState === "CONNECTED";
    if (isDrawn()) {
      forget();
      quiet = isConnected ? 0 : quiet + 1;
      lacking = "lacksScripts" in document.documentElement.dataset ? lacking + 1 : 0;
      tell(quiet >= A_MOMENT ? LINE_DOWN : lacking >= A_WHILE ? NO_SCRIPTS : "");
    } else {
      const before = files;
      files = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/static/")).length;
      quiet = files === before && !(isConnected && app.testScriptState === "running") ? quiet + 1 : 0;
      if (quiet === PATIENCE) loadAgain();
    }
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
    if (isDrawn()) return;
    if (mayHelp && remember()) location.reload();
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
    return kept((storage) => storage.getItem(LOADED_AGAIN) === null) ?? false;
  }
  function remember() {
    return kept((storage) => storage.setItem(LOADED_AGAIN, "1") ?? true) ?? false;
  }
  function forget() {
    kept((storage) => storage.removeItem(LOADED_AGAIN));
  }
})();
