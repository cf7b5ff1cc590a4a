/* What a visitor does while the line to the server is down is kept, the last of it, and done when the page is there
   again. */

let kept = null;
let watching = null;

export function whenConnected(act) {
  const app = document.querySelector("[data-testid=stApp]");
  if (!app || isConnected(app)) return act();
  kept = act;
  if (watching) return undefined;
  watching = new MutationObserver(() => {
    if (!isConnected(app) || app.dataset.testScriptState !== "notRunning") return;
    watching.disconnect();
    const last = kept;
    [watching, kept] = [null, null];
    last();
  });
  watching.observe(app, { attributeFilter: ["data-test-connection-state", "data-test-script-state"] });
  return undefined;
}

function isConnected(app) {
  return (app.dataset.testConnectionState ?? "CONNECTED") === "CONNECTED";
}
