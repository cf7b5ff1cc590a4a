"""The first second: when something can be read, how far it moves until the page stands, and what its file costs."""

import statistics
import time
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tests.bench.in_browser import slow_wire

ADDRESSES = ("/", "/?scope=wide", "/use-cases?use_case=siem", "/services", "/limits")
TIMES, REQUESTS = 3, 100
RESTS = 1000  # ms without a change of the page, after which nothing moves any more

_KEEP_SHIFTS = """window.shifts = [];
new PerformanceObserver(list => shifts.push(...list.getEntries().filter(each => !each.hadRecentInput)))
  .observe({type: 'layout-shift', buffered: true});"""
_STANDS = """rests => new Promise(resolve => {
  const isDrawn = () => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'
    && document.querySelector('[data-testid=stMain] [data-testid=stElementContainer]')
    && [...document.querySelectorAll('.ldg-root')].every(root => root.querySelector('.ldg-plot .main-svg'));
  let quiet = null;
  const wait = () => { clearTimeout(quiet); quiet = setTimeout(() => isDrawn() ? resolve() : wait(), rests); };
  new MutationObserver(wait).observe(document.documentElement, {subtree: true, childList: true, attributes: true});
  wait();
})"""
_SEEN = """() => ({
  readable: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  stands: performance.now(),
  moved: shifts.reduce((sum, each) => sum + each.value, 0),
  what: shifts.toSorted((a, b) => b.value - a.value).slice(0, 3).map(each => each.value.toFixed(3) + ' ' +
    each.sources.map(({node}) => node?.dataset?.testid || node?.className || node?.nodeName).join(', ')),
})"""


@dataclass(frozen=True)
class Sight:
    """Medians of a few visits: ms until something can be read and until the page stands, how far it moved in
    between (the browser's layout shift), and what moved most."""

    readable: float
    stands: float
    moved: float
    what: tuple[str, ...]


def first_sight(browser: Browser, app: str, address: str, times: int = TIMES) -> Sight:
    """A few visits of an address over a slow line, each in a profile of its own; the file has its picture already."""
    milliseconds_of_the_file(app, address, 2)
    seen = []
    for _ in range(times):
        context = browser.new_context(viewport={"width": 1280, "height": 720})
        page = context.new_page()
        page.add_init_script(_KEEP_SHIFTS)
        with slow_wire(app) as wire:
            page.goto(wire.url + address, wait_until="commit")
            page.evaluate(_STANDS, RESTS)
            seen.append(page.evaluate(_SEEN))
            context.close()
    middle = {name: statistics.median(each[name] for each in seen) for name in ("readable", "stands", "moved")}
    return Sight(middle["readable"], middle["stands"] - RESTS, middle["moved"], tuple(seen[-1]["what"]))


def milliseconds_of_the_file(app: str, address: str, times: int = REQUESTS) -> float:
    """How long the server takes to send the first file of an address that was seen before (median)."""
    line = HTTPConnection(urlsplit(app).netloc)
    took = []
    for _ in range(times):
        start = time.perf_counter()
        line.request("GET", address, headers={"Accept-Encoding": "gzip"})
        line.getresponse().read()
        took.append(1000 * (time.perf_counter() - start))
    line.close()
    return statistics.median(took)
