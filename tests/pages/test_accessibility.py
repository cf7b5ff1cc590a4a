"""Every page, in both themes, before the judge of accessibility rules."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from components.frame.menu import PAGES
from tests.conftest import settled

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
)
PATHS = tuple(f"/{page.path}" for page in PAGES) + DEEP_LINKS


def serious_findings(page: Page) -> list[str]:
    """What axe calls serious or critical: rule, and where."""
    found = Axe().run(page).response["violations"]
    return [
        f"{entry['id']}: {node['target']} {node['failureSummary']}"
        for entry in found
        if entry["impact"] in {"serious", "critical"}
        for node in entry["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_serious(
    new_context: Callable[..., BrowserContext], app_url: str, path: str, scheme: str
) -> None:
    page = new_context(color_scheme=scheme).new_page()
    page.goto(app_url + path)
    settled(page)
    page.wait_for_timeout(700)
    settled(page)  # A presentation runs again when it has told its size; what waits for its run is faded.
    page.wait_for_timeout(300)
    assert serious_findings(page) == []
