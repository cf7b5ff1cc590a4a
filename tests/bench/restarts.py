"""How long a replica takes from its start until it is ready, and a visitor until a click works after a restart."""

import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser

from tests.conftest import PLACE_OF_BOX
from tests.replicas import Replica

CONNECTED = "() => document.querySelector('[data-testid=stApp]')?.dataset.testConnectionState === 'CONNECTED'"


def start_and_restart_seconds(browser: Browser) -> tuple[float, float]:
    """Seconds from the start of the process until `/readyz` is 200, and from its death until a click on the map of an
    open page, made as soon as the page is connected again, shows its card."""
    with tempfile.TemporaryDirectory() as folder:
        replica = Replica(Path(folder) / "app.log")
        start = time.perf_counter()
        replica.start("/readyz")
        ready = time.perf_counter() - start
        page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
        page.goto(replica.url)
        page.wait_for_selector(".ldg-plot .main-svg")
        at = page.evaluate(PLACE_OF_BOX, "rds")
        start = time.perf_counter()
        replica.stop(kill=True)
        page.wait_for_function(f"() => !({CONNECTED})()")
        replica.start()
        page.wait_for_function(CONNECTED, timeout=60_000)
        page.mouse.click(*at)
        page.wait_for_url("**service=rds**")
        back = time.perf_counter() - start
        page.context.close()
        replica.stop()
        return ready, back
