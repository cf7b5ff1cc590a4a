"""Every page, in both themes, before the judge of accessibility rules."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext

from components.frame.menu import PAGES
from tests.conftest import settled
from tests.on_screen import at_rest, serious_findings

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
)
PATHS = tuple(f"/{page.path}" for page in PAGES) + DEEP_LINKS


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_serious(
    new_context: Callable[..., BrowserContext], app_url: str, path: str, scheme: str
) -> None:
    page = new_context(color_scheme=scheme).new_page()
    page.goto(app_url + path)
    settled(page)
    # A presentation runs again when it has told its size; what waits for its run is faded.
    assert serious_findings(at_rest(page)) == []
