"""Finds the browser that the tests drive: `CHROMIUM`, an installed Chromium or Chrome, or Playwright's own.

The tests take Chromium's headless shell where it is installed, which draws pages and no window around them; what is
measured is measured in the whole browser.
"""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SHELL = "chromium-headless-shell"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# Playwright's own list, which a list given beside it would replace, and the two that make a page of their own in each
# window, for suggestions below an address that nobody types.
SWITCHED_OFF = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
)
FLAGS = (
    f"--disable-features={','.join(SWITCHED_OFF)}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
)


def browser_path(*, whole: bool = True) -> str | None:
    """The path of a browser, or None; unless the `whole` one is wanted, that of the headless shell before others."""
    named = os.environ.get("CHROMIUM")
    names = NAMES if whole else (SHELL, *NAMES)
    candidates = [named] if named else [shutil.which(name) for name in names]
    found = next((path for path in candidates if path and Path(path).exists()), None)
    return found or _playwrights_own()


def _playwrights_own() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    path = browser_path(whole="whole" in sys.argv)
    print(path or "no browser found")
    sys.exit(path is None)
