"""A term of the glossary, and what a click on it shows."""

from playwright.sync_api import Page, expect

from tests.conftest import settled


def test_a_term_opens_its_meaning_in_place_and_escape_returns_to_it(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/services?service=rds-proxy&part=features")
    settled(page)
    page.wait_for_selector(".ldg-terms", state="attached")
    address = page.url
    term = page.locator('[data-testid="stTabPanel"] a[href*="sources?q="]:visible').first
    term.click()
    note = page.locator(".ldg-term-note")
    expect(note).to_contain_text(":")
    assert page.url == address
    assert len(page.context.pages) == 1
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(term).to_be_focused()
    term.click()
    note.get_by_role("link", name="In the glossary").click()
    page.wait_for_url("**/sources?q=*")
    expect(note).to_have_count(0)


def test_a_term_and_a_disagreement_have_addresses_of_their_own(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/sources?term=ultrawarm")
    settled(page)
    expect(page.get_by_text("UltraWarm", exact=True).first).to_be_in_viewport()
    page.goto(f"{app_url}/sources?conflict=kinesis-record-size")
    settled(page)
    expect(page.get_by_text("How large can a record in Kinesis Data Streams be?")).to_be_in_viewport()
