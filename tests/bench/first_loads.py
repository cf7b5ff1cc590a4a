"""Whose fault is a first load that stays white?

Loads the app and the barest Streamlit page in turn, each in a fresh profile, at 10 Mbit/s and 40 ms: once as the
browser emulates that, and once over a line that is so slow. Keeps what browser and line told of every load that drew
nothing.

`python -m tests.bench.first_loads [times] [folder for what was told] [emulated or slow, for one of the two alone]`
"""

import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Error, Page, async_playwright
from playwright.async_api import TimeoutError as TooLongError

from tests.bench.floor_server import floor_command
from tests.bench.in_browser import TEN_MEGABIT, slow_wire
from tests.bench.relay import Relay, relay
from tests.browser import FLAGS, browser_path
from tests.conftest import running_app

LINE = {"offline": False, "latency": 40, "downloadThroughput": TEN_MEGABIT, "uploadThroughput": TEN_MEGABIT}
AT_ONCE = 3  # the line is slow and the machine is not, so several load beside each other
WHITE_AFTER = 16.0  # seconds; a page of the app that is empty loads itself again at this time at the earliest
GIVEN_UP_AFTER = 25.0
DRAWN = '[data-testid="stMain"] [data-testid="stElementContainer"]'
SEEN = """() => ({
  ready: document.readyState,
  app: {...document.querySelector('[data-testid=stApp]')?.dataset},
  root: document.querySelector('#root')?.innerHTML.slice(0, 2000) ?? null,
  files: performance.getEntriesByType('resource').map(each => [each.name, each.startTime, each.responseEnd]),
})"""


@dataclass
class Load:
    """What was told of one load; `end` is `drawn`, `late`, `after a reload` or `white`; `wire` are the bytes that had
    come from the browser and gone to it when the page was still white."""

    seconds: float = 0.0
    end: str = "white"
    seen: dict[str, Any] = field(default_factory=dict)
    wire: tuple[int, int] = (0, 0)
    told: list[tuple[float, str, str]] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Keep what the page tells from now on."""
        start = time.perf_counter()

        def keep(what: str, text: str) -> None:
            self.told.append((round(time.perf_counter() - start, 3), what, text))

        page.on("request", lambda request: keep("asked", request.url))
        page.on("requestfinished", lambda request: keep("came", request.url))
        page.on("requestfailed", lambda request: keep("failed", f"{request.url} {request.failure}"))
        page.on("response", lambda answer: keep(str(answer.status), answer.url))
        page.on("console", lambda message: keep(message.type, message.text))
        page.on("pageerror", lambda error: keep("error", str(error)))
        page.on("crash", lambda _: keep("crash", ""))
        page.on("framenavigated", lambda frame: keep("navigated", frame.url))
        page.on("websocket", lambda socket: self._listen_to(socket, keep))

    @staticmethod
    def _listen_to(socket: Any, keep: Any) -> None:
        keep("websocket", socket.url)
        socket.on("framesent", lambda data: keep("sent", str(len(data))))
        socket.on("framereceived", lambda data: keep("received", str(len(data))))
        socket.on("socketerror", lambda error: keep("websocket error", str(error)))
        socket.on("close", lambda _: keep("websocket closed", ""))


Keep = Callable[[str, int, Load], None]


async def _load(browser: Browser, wire: Relay, *, emulated: bool) -> Load:
    context = await browser.new_context(viewport={"width": 1280, "height": 720})
    page = await context.new_page()
    if emulated:
        devtools = await context.new_cdp_session(page)
        await devtools.send("Network.enable")
        await devtools.send("Network.emulateNetworkConditions", LINE)
    load = Load()
    load.listen(page)
    before, start = (wire.got, wire.sent), time.perf_counter()
    try:
        await page.goto(wire.url, wait_until="commit")
        try:
            await page.wait_for_selector(DRAWN, state="attached", timeout=WHITE_AFTER * 1000)
            load.end = "drawn"
        except TooLongError:
            load.seen = await page.evaluate(SEEN)
            load.wire = (wire.got - before[0], wire.sent - before[1])
            await page.wait_for_selector(DRAWN, state="attached", timeout=GIVEN_UP_AFTER * 1000)
            again = sum(what == "navigated" and address.startswith(wire.url) for _, what, address in load.told) > 1
            load.end = "after a reload" if again else "late"
    except Error as error:
        load.told.append((time.perf_counter() - start, "the bench", str(error)))
    load.seconds = time.perf_counter() - start
    await context.close()
    return load


async def _visit(
    browser: Browser, servers: dict[str, str], lines_to_try: str, waiting: Iterator[int], kept: Keep
) -> None:
    """Load every server in the ways to try, again and again, over lines of one's own."""
    with ExitStack() as lines:
        ways = {
            f"{name}, {'emulated' if emulated else 'slow line'}": (
                lines.enter_context(relay(url) if emulated else slow_wire(url)),
                emulated,
            )
            for name, url in servers.items()
            for emulated in (True, False)
            if lines_to_try in {"", "emulated" if emulated else "slow"}
        }
        for number in waiting:
            for way, (wire, emulated) in ways.items():
                kept(way, number, await _load(browser, wire, emulated=emulated))


async def _measure(servers: dict[str, str], lines_to_try: str, times: int, kept: Keep) -> None:
    waiting = iter(range(times))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
        await asyncio.gather(*(_visit(browser, servers, lines_to_try, waiting, kept) for _ in range(AT_ONCE)))
        await browser.close()


def main(times: int = 1000, told: str = "build/first-loads", lines_to_try: str = "") -> None:
    """Measure, keep and print."""
    folder = Path(told)
    folder.mkdir(parents=True, exist_ok=True)
    loads: dict[str, list[Load]] = {}

    def keep(way: str, number: int, load: Load) -> None:
        loads.setdefault(way, []).append(load)
        if load.end != "drawn":
            file = folder / f"{way.replace(', ', '-').replace(' ', '-')}-{int(time.time())}-{number}.json"
            file.write_text(json.dumps(asdict(load), indent=1), "utf-8")

    with (
        tempfile.TemporaryDirectory() as logs,
        running_app(Path(logs) / "app.log", health="/readyz") as app,
        running_app(Path(logs) / "floor.log", floor_command, cwd=Path(logs), health="/_stcore/health") as floor,
    ):
        asyncio.run(_measure({"app": app, "floor": floor}, lines_to_try, times, keep))
        _tell(loads)


def _tell(loads: dict[str, list[Load]]) -> None:
    """Print how the loads ended, way by way."""
    for way, each in sorted(loads.items()):
        ends = [load.end for load in each]
        seconds = [load.seconds for load in each if load.end == "drawn"] or [0.0]
        counted = ", ".join(f"{ends.count(end)} {end}" for end in ("drawn", "late", "after a reload", "white"))
        print(f"{way}: {counted}; drawn after {statistics.median(seconds):.1f} s, at most {max(seconds):.1f} s")


if __name__ == "__main__":
    main(*(int(word) if word.isdecimal() else word for word in sys.argv[1:]))  # type: ignore[arg-type]
