"""Run by `make bench`."""

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from data.catalog import load_catalog
from tests.bench.crowd import crowd_of
from tests.bench.exporting import export_seconds, rerun_seconds_beside_exports
from tests.bench.first_sight import ADDRESSES, first_sight, milliseconds_of_the_file
from tests.bench.floor_server import floor_command
from tests.bench.gestures import smoothness
from tests.bench.growing import SIZES, layout_seconds
from tests.bench.in_browser import (
    bytes_of_two_visits,
    click_to_card,
    click_to_text,
    slow_wire,
    time_to_first_graph,
)
from tests.bench.restarts import start_and_restart_seconds
from tests.bench.searching import index_bytes, search_seconds
from tests.bench.sessions import memory_per_session, rerun_seconds
from tests.bench.sliding import slider_seconds
from tests.bench.uploading import drop_to_picture, seconds_beside_uploads
from tests.browser import FLAGS, browser_path
from tests.conftest import running_app


def _large_command(port: int) -> list[str]:
    return [sys.executable, "-m", "uvicorn", "tests.bench.large_app:app", "--port", str(port), "--log-level", "warning"]


def _line(what: str, ours: float, floor: float, unit: str, wanted: str) -> None:
    print(f"{what:<58} {ours:9.2f} {unit:<3} floor {floor:9.2f} {unit:<3} ratio {ours / floor:5.2f}  ({wanted})")


def _search(app: str) -> None:
    alone, crowd = search_seconds(app, visitors=1), search_seconds(app, visitors=20)
    for label, seconds in (("one visitor", alone), ("20 visitors typing at once", crowd)):
        found = sorted(1000 * second for second in seconds)
        p95 = found[int(len(found) * 0.95)]
        print(f"{'search, ' + label:<58} {statistics.median(found):9.2f} ms  p95 {p95:7.2f} ms   (less than 15 ms)")
    print(f"{'memory of the search index':<58} {index_bytes() / 1e6:9.2f} MB  (reported)")


def _memory(app: str, floor: str) -> None:
    """First of all: later a new session takes memory that earlier ones have left."""
    ours, bare = memory_per_session(app, "service=dynamodb", 40), memory_per_session(floor, "", 40)
    print(f"{'memory per open session':<58} {ours / 1e6:9.2f} MB  floor {bare / 1e6:9.2f} MB   (reported)")


def _clicks(browser: Browser, app: str, floor: str) -> None:
    _click(browser, app, floor, "", "1.15")
    _click(browser, app, floor, ", the pointer arriving with it", "1.15", rests=False)
    with slow_wire(app) as far_app, slow_wire(floor) as far_floor:
        _click(browser, far_app.url, far_floor.url, " at 10 Mbit/s and 40 ms", "1.0")


def _click(browser: Browser, app: str, floor: str, where: str, wanted: str, *, rests: bool = True) -> None:
    name, card, bare = [], [], []
    for _ in range(3):  # alternating, so that a slow moment of the machine meets all
        name += click_to_card(browser, app, rests=rests)
        card += click_to_card(browser, app, whole=True, rests=rests)
        bare += click_to_text(browser, floor, rests=rests)
    for what, ours in (("name of the card", name), ("whole card", card)):
        wished = f"at most {wanted} x floor"
        _line(f"click to {what}{where} (median)", statistics.median(ours), statistics.median(bare), "ms", wished)


def _reruns(app: str, floor: str) -> None:
    ours, bare = [], []
    for _ in range(3):
        ours += rerun_seconds(app, "service=dynamodb", sessions=20, times=5, inside_fragment=True)
        bare += rerun_seconds(floor, "", sessions=20, times=5, inside_fragment=False)
    _line(
        "rerun with 20 sessions at once (median)",
        1000 * statistics.median(ours),
        1000 * statistics.median(bare),
        "ms",
        "at most 1.3 x floor",
    )


def _first_graph(browser: Browser, app: str, floor: str) -> None:
    graph, bare_graph = ".ldg-plot .main-svg", ".js-plotly-plot .main-svg"
    first, second = bytes_of_two_visits(browser, app, graph)
    bare_first, bare_second = bytes_of_two_visits(browser, floor, bare_graph)
    _line("bytes to the first graph, messages included", first / 1e6, bare_first / 1e6, "MB", "at most 2.4 MB")
    _line("bytes of a second visit", second / 1e6, bare_second / 1e6, "MB", "at most 0.15 MB")
    times = [(time_to_first_graph(browser, app, graph), time_to_first_graph(browser, floor, bare_graph)) for _ in "123"]
    ours, bare = (statistics.median(values) for values in zip(*times, strict=True))
    _line("time to the first graph at 10 Mbit/s and 40 ms", ours, bare, "ms", "at most 0.48 x floor")


def _first_sight(browser: Browser, app: str) -> None:
    for address in ADDRESSES:
        seen = first_sight(browser, app, address)
        what = f"something to read of {address} at 10 Mbit/s and 40 ms"
        print(f"{what:<58} {seen.readable:9.0f} ms  all of it {seen.stands:7.0f} ms   (at most 1200 ms)")
        print(f"{f'what moves until {address} stands':<58} {seen.moved:9.3f}     (layout shift, at most 0.02)")
        took = milliseconds_of_the_file(app, address)
        print(f"{f'first file of {address}, seen before':<58} {took:9.2f} ms  (less than 5 ms)")


def _gestures(browser: Browser, app: str, folder: Path) -> None:
    """Frames a second, and the longest task of the page, while the map is zoomed and moved."""
    with running_app(folder / "large.log", _large_command) as large:
        places = (
            ("core map", app, 50),
            ("wide map", f"{app}/?scope=wide", 40),
            ("500 services and 2,000 connections", f"{large}/?scope=wide", 30),
        )
        measured = [(where, wanted, found) for where, url, wanted in places for found in smoothness(browser, url)]
    for where, wanted, found in measured:
        longest = f"{found.longest:4.0f} ms" if found.longest else "at most 50 ms"
        told = f"{found.frames:9.1f} frames a second, longest task {longest}"
        print(f"{f'{found.gesture} on the {where}':<58} {told}  (at least {wanted}, no task over 50 ms)")


def _growth() -> None:
    """How the layout of the whole grows with the catalog."""
    known = load_catalog()
    for services, connections in SIZES:
        took = layout_seconds(known, services, connections)
        print(f"{f'layout of {services} services and {connections} connections':<58} {took:9.2f} s   (500: 1.5 s)")


def _exports(browser: Browser, app: str) -> None:
    for label, seconds in export_seconds(browser, app).items():
        print(f"{'export of the whole wide landscape: ' + label:<58} {1000 * seconds:9.1f} ms  (less than 2000 ms)")
    idle = rerun_seconds(app, "service=dynamodb", sessions=2, times=12, inside_fragment=True)
    busy = rerun_seconds_beside_exports(browser, app)
    _line(
        "rerun of others while exports run (floor: while none run)",
        1000 * statistics.median(busy),
        1000 * statistics.median(idle),
        "ms",
        "not blocked",
    )


def _costs(app: str) -> None:
    slider_seconds(app, 5, 2)  # the first answers load what all share
    for visitors in (1, 20):
        found = sorted(1000 * second for second in slider_seconds(app, visitors))
        p95 = found[int(len(found) * 0.95)]
        what = f"slider of a cost, {visitors} visitors" if visitors > 1 else "slider of a cost, one visitor"
        print(f"{what:<58} {statistics.median(found):9.2f} ms  p95 {p95:7.2f} ms   (less than 150 ms)")


def _estates(browser: Browser, app: str) -> None:
    for resources, wanted in ((250, 3), (5000, 15)):
        took = drop_to_picture(browser, app, resources)
        print(f"{f'from dropping {resources:,} resources to their picture':<58} {took:9.2f} s   (less than {wanted} s)")
    alone, beside, _ = seconds_beside_uploads(app)
    what = "late click (p90) while 20 visitors upload (floor: none)"
    _line(what, 1000 * beside, 1000 * alone, "ms", "at most 1.5 x floor")


def _fleet(browser: Browser, app: str) -> None:
    """What a platform team asks first."""
    print("200 visitors, each with a click every 10 s:")
    for told in crowd_of(app).lines():
        print(f"  {told}")
    ready, back = start_and_restart_seconds(browser)
    print(f"{'from the start to ready':<58} {ready:9.1f} s")
    print(f"{'from the end of a replica to the first click on a page':<58} {back:9.1f} s")


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        logs = Path(folder)
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(FLAGS))
        with (
            running_app(logs / "app.log") as app,
            # From another folder, so that it has Streamlit's own options and none of ours.
            running_app(logs / "floor.log", floor_command, cwd=logs, health="/_stcore/health") as floor,
        ):
            _memory(app, floor)
            _search(app)
            _clicks(browser, app, floor)
            _reruns(app, floor)
            _first_graph(browser, app, floor)
            _first_sight(browser, app)
            _gestures(browser, app, logs)
            _growth()
            _exports(browser, app)
            _costs(app)
            _estates(browser, app)
            _fleet(browser, app)
        browser.close()


if __name__ == "__main__":
    main()
