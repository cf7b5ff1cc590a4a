"""The page of costs in a real browser: a number is typed, the link opens the same again, a price of one's own stays in
the session, a phone, and accessibility."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.conftest import settled
from tests.on_screen import parameters_on

TABLE = "/costs?preset=none&option=on-demand&option=provisioned&writes_per_second=100"


def visit(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_selector("h1:has-text('What it costs')")
    return settled(page)


def test_a_typed_number_changes_totals_and_address_and_the_link_opens_the_same(page: Page, app_url: str) -> None:
    visit(page, app_url + TABLE)
    expect(page.get_by_text("164.25 USD").first).to_be_visible()
    field = page.get_by_label("Writes, on average, exactly")
    field.fill("200")
    field.press("Enter")
    expect(page.get_by_text("328.50 USD").first).to_be_visible()
    assert parameters_on(page)["writes_per_second"] == ["200"]
    visit(page, page.url)
    expect(page.get_by_text("328.50 USD").first).to_be_visible()
    page.go_back()


def test_a_price_of_ones_own_is_marked_and_gone_in_another_session(
    page: Page, app_url: str, tab: Callable[..., Page]
) -> None:
    visit(page, app_url + TABLE)
    page.get_by_text("Prices of your own, for this session only").click()
    field = page.get_by_label("Write request units")
    field.fill("0.5")
    field.press("Enter")
    expect(page.get_by_text("131.40 USD").first).to_be_visible()
    expect(page.get_by_text("your own price").first).to_be_visible()
    assert "0.5" not in page.url
    other = visit(tab(), page.url)
    expect(other.get_by_text("164.25 USD").first).to_be_visible()


def test_curve_and_map_are_drawn_and_say_where_the_choice_turns(page: Page, app_url: str) -> None:
    visit(page, app_url + TABLE)
    expect(page.locator(".js-plotly-plot")).to_have_count(2, timeout=30_000)
    metas = page.evaluate("() => [...document.querySelectorAll('.js-plotly-plot')].map(plot => plot.layout.meta)")
    assert round(metas[0]["crossings"][0]["at"]) == 29
    assert set(metas[1]["cheapest"]) <= {"on-demand", "provisioned"}
