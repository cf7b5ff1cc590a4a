"""Every page, in both themes, before the judge of accessibility rules, and on the width of a phone."""

import pytest
from playwright.sync_api import Page

from components.frame.menu import PAGES
from tests.conftest import settled
from tests.on_screen import at_rest, findings_in_both_themes

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
PATHS = tuple(f"/{page.path}" for page in PAGES) + DEEP_LINKS


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_serious_in_either_theme_and_nothing_is_wider_than_a_phone(
    page: Page, app_url: str, path: str
) -> None:
    page.goto(app_url + path)
    assert findings_in_both_themes(settled(page)) == []
    assert page.get_by_test_id("stException").count() == 0
    page.set_viewport_size({"width": 390, "height": 844})
    assert at_rest(page).evaluate("document.documentElement.scrollWidth <= window.innerWidth")
