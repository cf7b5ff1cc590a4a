"""The page of costs in a real browser: a number is typed, the link opens the same again, a price of one's own stays in
the session, a phone, and accessibility."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.conftest import settled
from tests.pages.test_accessibility import serious_findings

TABLE = "/costs?preset=none&option=on-demand&option=provisioned&writes_per_second=100"


def visit(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_selector("h1:has-text('What it costs')")
    return settled(page)


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_a_typed_number_changes_totals_and_address_and_the_link_opens_the_same(page: Page, app_url: str) -> None:
    visit(page, app_url + TABLE)
    expect(page.get_by_text("164.25 USD").first).to_be_visible()
    field = page.get_by_label("Writes, on average, exactly")
    field.fill("200")
    field.press("Enter")
    expect(page.get_by_text("328.50 USD").first).to_be_visible()
    assert parameters(page)["writes_per_second"] == ["200"]
    visit(page, page.url)
    expect(page.get_by_text("328.50 USD").first).to_be_visible()
    page.go_back()


def test_a_price_of_ones_own_is_marked_and_gone_in_another_session(
    page: Page, app_url: str, new_context: Callable[..., BrowserContext]
) -> None:
    visit(page, app_url + TABLE)
    page.get_by_text("Prices of your own, for this session only").click()
    field = page.get_by_label("Write request units")
    field.fill("0.5")
    field.press("Enter")
    expect(page.get_by_text("131.40 USD").first).to_be_visible()
    expect(page.get_by_text("your own price").first).to_be_visible()
    assert "0.5" not in page.url
    other = visit(new_context().new_page(), page.url)
    expect(other.get_by_text("164.25 USD").first).to_be_visible()


def test_curve_and_map_are_drawn_and_say_where_the_choice_turns(page: Page, app_url: str) -> None:
    visit(page, app_url + TABLE)
    expect(page.locator(".js-plotly-plot")).to_have_count(2)
    metas = page.evaluate("() => [...document.querySelectorAll('.js-plotly-plot')].map(plot => plot.layout.meta)")
    assert round(metas[0]["crossings"][0]["at"]) == 29
    assert set(metas[1]["cheapest"]) <= {"on-demand", "provisioned"}


@pytest.mark.parametrize("address", [TABLE, "/costs?model=use-case&use_case=siem"])
def test_nothing_is_cut_off_on_a_phone(new_context: Callable[..., BrowserContext], app_url: str, address: str) -> None:
    page = visit(new_context(viewport={"width": 390, "height": 844}).new_page(), app_url + address)
    assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("model", ["relational-database", "use-case"])
def test_axe_finds_nothing_serious_in_other_questions(
    new_context: Callable[..., BrowserContext], app_url: str, model: str, scheme: str
) -> None:
    page = visit(new_context(color_scheme=scheme).new_page(), f"{app_url}/costs?model={model}")
    assert serious_findings(page) == []
