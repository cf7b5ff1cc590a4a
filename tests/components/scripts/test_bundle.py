"""A page reads the scripts of its parts once, and goes on where that fails for a moment."""

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


def test_a_page_reads_its_scripts_once_and_asks_again_where_that_failed(page: Page, app_url: str) -> None:
    asked: list[str] = []

    def fails_twice(route: object) -> None:
        asked.append(route.request.url)
        route.abort() if len(asked) < 3 else route.continue_()

    page.route(f"**/{bundle_address()}*", fails_twice)
    page.goto(f"{app_url}/?service=dynamodb")
    settled(page)
    expect(page.locator(".ldg-plot")).to_be_visible()
    assert len(asked) >= 3
    before = len(asked)
    page.locator(".st-key-map-close button").first.click()
    settled(page)
    assert len(asked) == before, "a click asks for no script again"
