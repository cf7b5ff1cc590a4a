"""A page reads the scripts of its parts once; where they do not come it says so, and goes on when they do."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from components.scripts import bundle as module
from components.scripts.bundle import bundle, bundle_address
from tests.conftest import settled

COMPONENTS = Path(module.__file__).resolve().parents[1]


def test_every_script_that_a_part_of_a_page_names_is_in_the_bundle() -> None:
    held = set(re.findall(r'\["([\w/]+\.js)", "', bundle()))
    beside = {
        path.with_suffix(".js")
        for path in COMPONENTS.rglob("*.py")
        if "in_page(" in path.read_text("utf-8") and path.with_suffix(".js").exists()
    }
    named = {path.relative_to(COMPONENTS).as_posix() for path in beside} - {"scripts/in_page.js"}
    assert named | {"picture/scripts/graph.js"} <= held
    assert not [name for name in held if name.startswith(("server/", "exports/offline/"))]


def test_a_page_says_that_its_scripts_have_not_come_goes_on_when_they_do_and_reads_them_once(
    page: Page, app_url: str
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "assets/scripts" in request.url else None)
    page.route(f"**/{bundle_address()}*", lambda route: route.abort())
    page.clock.install()
    page.goto(f"{app_url}/?service=dynamodb")
    page.wait_for_selector('html[data-lacks-scripts] [data-testid="stElementContainer"]', state="attached")
    page.clock.run_for(8_000)
    notice = page.locator("#page-notice")
    expect(notice).to_contain_text("The scripts of this page have not come")
    assert len(asked) < 12, "all parts ask together"
    page.unroute_all()
    page.clock.run_for(12_000)
    settled(page)
    expect(page.locator(".ldg-plot")).to_be_visible()
    page.clock.run_for(2_000)
    expect(notice).to_have_count(0)
    before = len(asked)
    page.locator(".st-key-map-close button").first.click()
    settled(page)
    assert len(asked) == before, "a click asks for no script again"
