"""Every page, by keyboard, in both themes before the judge of accessibility rules, and on the width of a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from components.frame.menu import PAGES
from tests.conftest import settled
from tests.on_screen import at_rest, findings_in_both_themes
from tests.tabs import DESK, Tabs

DEEP_LINKS = (
    "/?service=opensearch&scope=wide",
    "/?connection=lambda--rds-proxy",
    "/?use_case=siem&view=only",
    "/?from=lambda&to=rds",
    "/?q=cache",
    "/services?service=dynamodb",
    "/use-cases?use_case=siem",
    "/use-cases?use_case=siem&step=3",
    "/use-cases?use_case=siem&step=3&present=1",
    "/learn?path=tour&stop=3",
    "/learn?path=tour&quiz=3",
    "/learn?path=tour&show=cards",
    "/learn?show=lead",
    "/compare?service=rds&service=dynamodb&service=opensearch",
    "/compare?pair=ways-into-opensearch",
    "/choose?answer=goal.search&answer=documents.table&answer=capacity.own",
    "/matrix?cell=dynamodb.sql",
    "/matrix?capability=sql&partly=0",
    "/limits?service=dax&limit=dax.nodes-per-cluster",
    "/costs?preset=none&option=on-demand&option=provisioned&writes_per_second=100",
    "/costs?model=relational-database",
    "/costs?model=use-case&use_case=siem",
    "/estate?example=orders",
    "/sources?section=coverage",
    "/sources?section=regions",
)
FITS = """[document.documentElement, document.querySelector('[data-testid=stMain]')].every(
  node => node.scrollWidth <= node.clientWidth)"""
# Rows of tools of which one stands below another.
ROWS_THAT_BREAK = """() => [...document.querySelectorAll('.st-key-tools, [class*=st-key-tools-]')].filter(row => {
  const tools = [...row.children].map(tool => tool.getBoundingClientRect()).filter(({ height }) => height);
  return tools.length && Math.max(...tools.map(({ top }) => top)) >= Math.min(...tools.map(({ bottom }) => bottom));
}).map(row => row.className)"""
# Texts for a screen reader alone that take room on the page, or that nobody hears either.
SEEN_OR_UNHEARD = """() => [...document.querySelectorAll('.ldg-unseen, table > caption')].filter(node => {
  const { width, height } = node.getBoundingClientRect();
  if (node.closest('dialog:not([open])')) return false;
  return width > 1 || height > 1 || !node.checkVisibility() || node.closest('[aria-hidden=true]');
}).map(node => node.outerHTML.slice(0, 200))"""
MENU = tuple(f"/{page.path}" for page in PAGES)
PATHS = MENU + DEEP_LINKS  # the menu first: a page is opened once for all that is asked of it


@pytest.fixture(scope="module")
def visited(request: pytest.FixtureRequest, tabs: Tabs, app_url: str) -> Iterator[Page]:
    """A page at a path, as it was opened."""
    page = tabs.take()
    page.goto(app_url + request.param)
    yield settled(page)
    tabs.give_back()


@pytest.mark.parametrize("visited", MENU, indirect=True)
def test_a_key_opens_the_search_on_every_page_and_escape_closes_it(visited: Page) -> None:
    visited.wait_for_selector(".ldg-find-open")
    for key in ("Control+k", "/"):
        visited.keyboard.press(key)
        expect(visited.get_by_role("combobox", name="Search the atlas")).to_be_focused()
        visited.keyboard.press("Escape")
        expect(visited.locator(".ldg-find-dialog[open]")).to_have_count(0)
        expect(visited.locator(".ldg-find-open")).to_be_focused()


@pytest.mark.parametrize("visited", PATHS, indirect=True)
def test_axe_finds_nothing_serious_in_either_theme_and_nothing_is_wider_than_a_phone(visited: Page) -> None:
    visited.set_viewport_size(DESK)  # type: ignore[arg-type]
    assert findings_in_both_themes(visited) == []
    assert visited.get_by_test_id("stException").count() == 0
    assert visited.evaluate(SEEN_OR_UNHEARD) == []
    for told in visited.locator("table > caption").all_text_contents():
        expect(visited.get_by_role("table", name=told)).to_have_count(1)
    visited.set_viewport_size({"width": 390, "height": 844})
    assert at_rest(visited).evaluate(FITS)
    assert visited.evaluate(ROWS_THAT_BREAK) == []
    visited.set_viewport_size({"width": 640, "height": 360})  # a window of 1280 x 720 at 200 %
    assert at_rest(visited).evaluate(FITS)
