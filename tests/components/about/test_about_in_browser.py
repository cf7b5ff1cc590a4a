"""The page "About the data" in a real browser: its links, its sections, its tables as files."""

import pytest
from playwright.sync_api import Page

from data.records import Catalog
from tests.conftest import settled
from tests.read_exports import rows_of


def test_a_link_of_a_statement_opens_the_card_without_a_reload(app_url: str, page: Page) -> None:
    page.goto(f"{app_url}/sources?verdict=outdated")
    settled(page)
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="Quick Sight", exact=True).first.click()
    page.wait_for_url("**/services?service=quick-sight")
    settled(page)
    assert page.get_by_text("Amazon Quick Sight").first.is_visible()
    assert page.evaluate("window.stayed")


def test_opening_a_section_of_statements_shows_them(app_url: str, page: Page, catalog: Catalog) -> None:
    page.goto(f"{app_url}/sources?section=statements")
    settled(page)
    last = catalog.notes.notes[-1]
    page.get_by_text(f"{last.section} (").click()
    page.get_by_text(f"“{last.quote}”").wait_for()


@pytest.mark.parametrize("section", ["coverage", "regions"])
def test_the_table_of_a_section_can_be_taken_along_as_csv(app_url: str, page: Page, section: str) -> None:
    page.goto(f"{app_url}/sources?section={section}")
    settled(page)
    with page.expect_download() as coming:
        page.get_by_role("button", name=f"{section.capitalize()} as CSV").click()
    assert coming.value.suggested_filename == f"{section}.csv"
    rows = rows_of(coming.value.path().read_bytes())
    assert "DynamoDB" in {row["Service"] for row in rows}
