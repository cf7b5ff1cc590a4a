"""How long an export of the whole wide landscape takes, and whether other visitors wait for it."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from tests.bench.sessions import rerun_seconds
from tests.on_screen import at_rest

TRIES = 5
FORMATS = ("SVG", "PNG", "PDF", "PowerPoint", "draw.io", "Web page, works offline")


def _opened(browser: Browser, url: str) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
    page.goto(f"{url}/?scope=wide")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.get_by_role("button", name="Export").click()
    page.get_by_role("button", name="SVG", exact=True).wait_for()
    return at_rest(page)


def _pressed(page: Page, label: str) -> float:
    """Seconds until the file is there; a download that Streamlit dropped before the browser fetched it is asked for
    again, as a visitor would."""
    start = time.perf_counter()
    for _ in range(TRIES):
        with page.expect_download() as coming:
            page.get_by_role("button", name=label, exact=True).click()
        if coming.value.failure() is None:
            break
    return time.perf_counter() - start


def export_seconds(browser: Browser, url: str) -> dict[str, float]:
    """Seconds from pressing each format's button until the file is there."""
    page = _opened(browser, url)
    waited = {label: _pressed(page, label) for label in FORMATS}
    page.context.close()
    return waited


@contextmanager
def _reruns_meanwhile(url: str, seconds: list[float], stop: threading.Event) -> Iterator[None]:
    def ask() -> None:
        while not stop.is_set():
            seconds.extend(rerun_seconds(url, "service=dynamodb", sessions=2, times=3, inside_fragment=True))

    thread = threading.Thread(target=ask)
    thread.start()
    yield
    stop.set()
    thread.join()


def rerun_seconds_beside_exports(browser: Browser, url: str) -> list[float]:
    """Seconds that two other visitors wait for their reruns while pictures and slides are made one after the other."""
    pages = [_opened(browser, url) for _ in range(2)]
    seconds: list[float] = []
    with _reruns_meanwhile(url, seconds, threading.Event()):
        for page in pages:
            for label in ("PNG", "PDF", "PowerPoint"):
                _pressed(page, label)
    for page in pages:
        page.context.close()
    return seconds
