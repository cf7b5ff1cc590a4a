"""What the browser tests look at: how large names are, when nothing moves, and what axe finds."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Every rule but the slow one whose findings are never serious.
EVERY_RULE: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"region": {"enabled": False}}}
RULES_OF_COLOUR: dict[str, Any] = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}


def parameters_on(page: Page) -> dict[str, list[str]]:
    """The parameters of the address as it is now."""
    return parse_qs(urlsplit(page.url).query)


def serious_findings(page: Page, options: dict[str, Any] = EVERY_RULE) -> list[str]:
    """What axe calls serious or critical: rule, and where."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [
        f"{entry['id']}: {node['target']} {node['failureSummary']}"
        for entry in found
        if entry["impact"] in {"serious", "critical"}
        for node in entry["nodes"]
    ]


def findings_in_both_themes(page: Page) -> list[str]:
    """What axe calls serious or critical in the light theme, and in the dark one, which differs by colours alone."""
    found = []
    for scheme, options in (("light", EVERY_RULE), ("dark", RULES_OF_COLOUR)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.wait_for_function(_IS_IN_THEME, arg=scheme)
        found += [f"{scheme}: {finding}" for finding in serious_findings(at_rest(page), options)]
    return found


_IS_IN_THEME = "scheme => getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme === scheme"
# Resolves when Streamlit is not running, nothing fades, and the page has not changed for a quarter of a second.
_AT_REST = """() => new Promise((resolve, reject) => {
  const last = setTimeout(() => reject(new Error('the page does not come to rest')), 20000);
  let quiet = null;
  const isBusy = () => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState !== 'notRunning'
    || document.getAnimations().some(a => a.playState === 'running' && a.effect?.getTiming().iterations !== Infinity);
  const wait = () => {
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      if (isBusy()) return wait();
      observer.disconnect();
      clearTimeout(last);
      resolve();
    }, 250);
  };
  const observer = new MutationObserver(wait);
  observer.observe(document.documentElement, {subtree: true, childList: true, attributes: true, characterData: true});
  wait();
})"""


def at_rest(page: Page) -> Page:
    """Wait until nothing on the page moves any more."""
    page.evaluate(_AT_REST)
    return page


def least_size_of_names(page: Page) -> float:
    """The size of the smallest name on the map, in px of the screen."""
    return float(
        page.evaluate(
            """() => Math.min(...[...document.querySelectorAll('.ldg-plot .ldg-name')].map(node => {
              const text = node.querySelector('text') ?? node, { a, b } = text.getScreenCTM();
              return parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b);
            }))"""
        )
    )
