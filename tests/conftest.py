"""What tests share: the catalog, a running app, and a browser."""

import gc
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from streamlit.components.v2 import manifest_scanner

from data.catalog import catalog as whole_catalog
from data.records import Catalog
from tests.browser import FLAGS, browser_path
from tests.tabs import Tabs

ROOT = Path(__file__).resolve().parent.parent
READY = 120.0
# A page of a test is left long before what V8 optimizes last pays off; the bench measures with all of it.
NO_LAST_OPTIMIZATION = "--js-flags=--no-turbofan"
# Servers and commands that tests start read what one process has compiled, whatever the environment says.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# What tests take that is started for them, the longest to start first.
STARTED = ("fleet", "elsewhere", "below", "replica", "signed", "app_url", "browser")

# Where the middle of a box of the map is on the screen, by the id of its service: [x, y] in px.
PLACE_OF_BOX = """id => {
  const plot = document.querySelector('.ldg-plot'), layout = plot._fullLayout, area = plot.getBoundingClientRect();
  for (const trace of plot.data) {
    if (trace.meta?.role !== 'service') continue;
    const i = trace.customdata.findIndex(entry => entry[0] === id);
    if (i >= 0) return [area.x + layout.xaxis._offset + layout.xaxis.l2p(trace.base[i] + trace.x[i] / 2),
                        area.y + layout.yaxis._offset + layout.yaxis.l2p(trace.y[i])];
  }
}"""


@pytest.fixture(scope="session", autouse=True)
def _packages_looked_through_once() -> Iterator[None]:
    """Streamlit looks for components in every installed package when a page is opened without a server, which takes
    longer than the page; none is installed while tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return whole_catalog()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running_app(
    log: Path,
    command: Callable[[int], list[str]] | None = None,
    cwd: Path = ROOT,
    health: str = "/healthz",
    **environment: str,
) -> Iterator[str]:
    """Start the app on a free port, wait until it answers, yield its address, stop it. `command` makes the command
    line from the port."""
    port = free_port()
    start = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "streamlit_app.py",
        "--server.port",
        str(port),
        "--server.address",
        "127.0.0.1",
    ]
    with log.open("wb") as out:
        process = subprocess.Popen(
            command(port) if command else start,
            cwd=cwd,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, **environment},
        )
        try:
            _wait_until_it_answers(f"http://127.0.0.1:{port}{health}", process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(20)


def _wait_until_it_answers(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + READY
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"the app did not start:\n{log.read_text('utf-8', 'replace')}")


@pytest.fixture(scope="session")
def app_log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("app") / "app.log"


@pytest.fixture(scope="session")
def app_url(app_log: Path) -> Iterator[str]:
    """The address of one running app that all browser tests share."""
    with running_app(app_log) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=browser_path(whole=False), args=[*FLAGS, NO_LAST_OPTIMIZATION]
        )
        yield running
        running.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes browser contexts (fresh profiles); keyword arguments are Playwright's. All are closed after the test."""
    contexts: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 720}, **options}))  # type: ignore[arg-type]
        return contexts[-1]

    yield make
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    return Tabs(browser)


@pytest.fixture
def tab(tabs: Tabs) -> Iterator[Callable[..., Page]]:
    """Gives tabs in which no test before has left anything; see `Tabs.take`."""
    yield tabs.take
    tabs.give_back()


@pytest.fixture
def page(tab: Callable[..., Page]) -> Page:
    """A tab of 1280 x 720."""
    return tab()


def settled(page: Page) -> Page:
    """Wait until Streamlit has finished its run, every part of the page is there with its script, what opens is open
    and, where there is a map, the map is drawn."""
    page.wait_for_function(
        """() => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'
            && document.querySelector('[data-testid=stElementContainer]')
            && !document.querySelector('[data-testid=stSkeleton], [data-testid=stBidiComponentRegular]:empty')
            && !document.querySelector('[data-waits]')
            && !document.getAnimations().some(one => one.effect?.target?.tagName === 'DETAILS')
            && [...document.querySelectorAll('.ldg-plot')].every(plot => plot.querySelector('.main-svg'))"""
    )
    return page


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what needs servers and a browser. The first worker takes these tests, the second one the others, which
    leave it a whole core, and then from the end what is left: so each server is started once, and none idles."""
    items.sort(key=_begins)


def _begins(item: pytest.Item) -> int:
    """The place of what a test needs in the order of starting."""
    names = getattr(item, "fixturenames", ())
    return next((place for place, name in enumerate(STARTED) if name in names), len(STARTED))


def pytest_collection_finish() -> None:
    """What is alive by now stays alive, so it is not searched for garbage again and again, and the rest more seldom."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly what was not tested because something is not installed."""
    reasons: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        reasons[reason] = reasons.get(reason, 0) + 1
    for reason, count in reasons.items():
        terminalreporter.write_line(
            f"NOT TESTED: {count} test{'s' if count > 1 else ''}. {reason}", yellow=True, bold=True
        )
