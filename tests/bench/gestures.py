"""How smoothly the map follows a hand: frames a second and the longest task while somebody zooms and drags."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page

from tests.on_screen import at_rest

STEPS = 60
CTRL = 2  # as DevTools counts modifiers

_WATCH = """() => {
  const seen = { frames: 0, longest: 0, from: performance.now() };
  const count = () => { seen.frames += 1; seen.next = requestAnimationFrame(count); };
  seen.next = requestAnimationFrame(count);
  seen.tasks = new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  });
  seen.tasks.observe({ type: 'longtask' });
  window.seen = seen;
}"""
_TELL = """() => {
  const { seen } = window;
  cancelAnimationFrame(seen.next);
  for (const { duration } of seen.tasks.takeRecords()) seen.longest = Math.max(seen.longest, duration);
  seen.tasks.disconnect();
  return [1000 * seen.frames / (performance.now() - seen.from), seen.longest];
}"""


@dataclass(frozen=True)
class Smoothness:
    """Frames a second, and the longest task in ms; 0 where none took more than 50 ms."""

    gesture: str
    frames: float
    longest: float


def smoothness(browser: Browser, url: str) -> Iterator[Smoothness]:
    """What each gesture gives on the map at an address."""
    page = browser.new_context(viewport={"width": 1280, "height": 720}, has_touch=True).new_page()
    page.goto(url)
    page.wait_for_selector(".ldg-plot .main-svg")
    at_rest(page)
    hand = page.context.new_cdp_session(page)
    gestures: dict[str, Callable[[CDPSession, float, float], None]] = {"wheel": _wheel, "drag": _drag, "pinch": _pinch}
    for name, gesture in gestures.items():
        yield Smoothness(name, *_watched(page, hand, gesture))
    page.context.close()


def _watched(page: Page, hand: CDPSession, gesture: Callable[[CDPSession, float, float], None]) -> tuple[float, float]:
    area = page.locator(".ldg-plot").bounding_box()
    assert area is not None
    x, y = area["x"] + area["width"] * 0.45, area["y"] + area["height"] * 0.45
    page.mouse.move(x, y)
    at_rest(page)
    page.evaluate(_WATCH)
    gesture(hand, x, y)
    frames, longest = page.evaluate(_TELL)
    at_rest(page)
    return float(frames), float(longest)


def _paced() -> Iterator[int]:
    """The numbers of the steps, sixty a second."""
    start = time.perf_counter()
    for step in range(STEPS):
        time.sleep(max(0.0, start + step / 60 - time.perf_counter()))
        yield step


def _wheel(hand: CDPSession, x: float, y: float) -> None:
    for step in _paced():
        turn = {"deltaX": 0, "deltaY": -60 if step < STEPS * 2 / 3 else 60, "modifiers": CTRL}
        hand.send("Input.dispatchMouseEvent", {"type": "mouseWheel", "x": x, "y": y, **turn})


def _drag(hand: CDPSession, x: float, y: float) -> None:
    held = {"button": "left", "buttons": 1, "clickCount": 1}
    hand.send("Input.dispatchMouseEvent", {"type": "mousePressed", "x": x, "y": y, **held})
    for step in _paced():
        away = 3 * min(step, STEPS - step)
        hand.send("Input.dispatchMouseEvent", {"type": "mouseMoved", "x": x - away, "y": y - away / 2, **held})
    hand.send("Input.dispatchMouseEvent", {"type": "mouseReleased", "x": x, "y": y, **held})


def _pinch(hand: CDPSession, x: float, y: float) -> None:
    def touch(kind: str, apart: float) -> None:
        points = [{"x": x + side * apart, "y": y} for side in (-1, 1)] if kind != "touchEnd" else []
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 40)
    for step in _paced():
        touch("touchMove", 40 + 2 * min(step, STEPS - step))
    touch("touchEnd", 0)
