"""What a visitor waits for, measured inside the page."""

import time
from contextlib import AbstractContextManager

from playwright.sync_api import Browser, Page

from tests.bench.relay import Relay, relay
from tests.conftest import PLACE_OF_BOX
from tests.on_screen import at_rest

TEN_MEGABIT = 10_000_000 / 8
CLICKS = 12

# Resolves with the milliseconds from the next click until `selector` holds `text`.
_UNTIL = """([selector, text]) => {
  window.waited = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`${text} did not appear`)), 15000);
    let start = null;
    document.addEventListener('pointerup', () => { start = performance.now(); }, {capture: true, once: true});
    const look = () => {
      const there = [...document.querySelectorAll(selector)].some(node => node.textContent.includes(text));
      if (start !== null && there) { observer.disconnect(); resolve(performance.now() - start); }
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, {subtree: true, childList: true, characterData: true});
  });
}"""


def slow_wire(url: str) -> AbstractContextManager[Relay]:
    """A wire of 10 Mbit/s, and 40 ms from a question to its answer."""
    return relay(url, TEN_MEGABIT, 0.02)


def _open(browser: Browser, url: str) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
    page.goto(url)
    page.wait_for_selector(".js-plotly-plot .main-svg")
    return at_rest(page)


def _timed_click(page: Page, at: tuple[float, float], selector: str, text: str, *, rests: bool) -> float:
    page.mouse.move(at[0] + 150, at[1] + 40)
    page.wait_for_timeout(150)
    page.evaluate(_UNTIL, [selector, text])
    if rests:
        page.mouse.move(*at)
        page.wait_for_timeout(150)
    page.mouse.click(*at)
    waited = float(page.evaluate("() => window.waited"))
    page.wait_for_timeout(600)  # two clicks in quick succession would be a double click
    return waited


def click_to_card(browser: Browser, url: str, *, whole: bool = False, rests: bool = True) -> list[float]:
    """Milliseconds from a click on a box until its name stands where its card belongs, or until the `whole` card is
    there; the pointer `rests` on the box before, or arrives and clicks at once."""
    selector = ".st-key-panel-card h3" if whole else "h3"
    page = _open(browser, url)
    boxes = {
        "dynamodb": "Amazon DynamoDB",
        "rds": "Amazon RDS",
        "redshift": "Amazon Redshift",
        "opensearch": "Amazon OpenSearch Service",
    }
    waits = []
    for number in range(CLICKS):
        service = list(boxes)[number % len(boxes)]
        at = page.evaluate(PLACE_OF_BOX, service)
        waits.append(_timed_click(page, tuple(at), selector, boxes[service], rests=rests))
    page.context.close()
    return waits


def click_to_text(browser: Browser, url: str, *, rests: bool = True) -> list[float]:
    """Milliseconds from a click on a point of the floor until its text is there, in the same two ways."""
    page = _open(browser, url)
    waits = []
    for number in range(CLICKS):
        point, name = number % 4, ("Zebra", "Quail", "Walrus", "Yak")[number % 4]
        box = page.locator(".js-plotly-plot .points path").nth(point).bounding_box()
        assert box is not None
        at = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        waits.append(_timed_click(page, at, '[data-testid="stMarkdown"]', name, rests=rests))
    page.context.close()
    return waits


def bytes_of_two_visits(browser: Browser, url: str, selector: str) -> tuple[int, int]:
    """Bytes on the wire until the first graph, messages included, in a fresh profile, and of a second visit."""
    with relay(url) as wire:
        context = browser.new_context(viewport={"width": 1280, "height": 720})
        sizes = []
        for _ in range(2):
            before = wire.sent
            page = context.new_page()
            page.goto(wire.url)
            page.wait_for_selector(selector)
            page.wait_for_load_state("networkidle")
            sizes.append(wire.sent - before)
            page.close()
        context.close()
    return sizes[0], sizes[1]


def time_to_first_graph(browser: Browser, url: str, selector: str) -> float:
    """Milliseconds until the first graph in a fresh profile at 10 Mbit/s and 40 ms."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    with slow_wire(url) as wire:
        start = time.perf_counter()
        page.goto(wire.url, wait_until="commit")
        page.wait_for_selector(selector)
        waited = (time.perf_counter() - start) * 1000
        context.close()
    return waited
