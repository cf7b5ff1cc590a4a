"""The landscape at first sight, for the tests of this folder."""

import pytest
from playwright.sync_api import Page

from tests.conftest import settled


@pytest.fixture
def landscape(page: Page, app_url: str) -> Page:
    page.goto(app_url)
    page.wait_for_selector(".ldg-plot .main-svg")
    return settled(page)
