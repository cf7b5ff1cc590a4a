"""Comparisons in a real browser: adding, swapping, only differences, heads that stay in view, a phone, and
accessibility."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.conftest import PLACE_OF_BOX, settled
from tests.on_screen import parameters_on
from tests.tabs import PHONE

TWO = "/compare?service=rds&service=dynamodb"


def visit(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_selector(".ldg-compare table")
    return settled(page)


def heads(page: Page) -> list[str]:
    return page.locator(".ldg-compare table").last.locator("thead th").all_inner_texts()


def test_a_service_is_added_and_the_link_opens_the_same_again(page: Page, app_url: str) -> None:
    visit(page, app_url + TWO)
    assert heads(page) == ["RDS", "DynamoDB"]
    page.get_by_role("combobox", name="Add a service").fill("DAX")
    page.get_by_role("option", name="DAX", exact=True).click()
    expect(page.locator(".ldg-compare thead th")).to_have_text(["RDS", "DynamoDB", "DAX"])
    assert parameters_on(page)["service"] == ["rds", "dynamodb", "dax"]
    visit(page, page.url)
    assert heads(page) == ["RDS", "DynamoDB", "DAX"]


def test_swapping_turns_the_columns_and_back_returns(page: Page, app_url: str) -> None:
    visit(page, app_url + TWO)
    page.get_by_role("button", name="Swap").click()
    expect(page.locator(".ldg-compare thead th")).to_have_text(["DynamoDB", "RDS"])
    page.go_back()
    expect(page.locator(".ldg-compare thead th")).to_have_text(["RDS", "DynamoDB"])


def test_a_row_has_an_address_that_brings_it_into_view(page: Page, app_url: str) -> None:
    visit(page, app_url + TWO)
    page.get_by_role("button", name="Link to Availability").click()
    page.wait_for_url("**row=availability**")
    page.reload()
    marked = page.locator("tr.ldg-marked")
    expect(marked.get_by_role("rowheader")).to_contain_text("Availability")
    expect(marked.get_by_role("rowheader")).to_be_in_viewport()
    assert parameters_on(page)["service"] == ["rds", "dynamodb"]


def test_a_row_that_an_address_names_is_in_the_middle_when_the_picture_above_has_come(page: Page, app_url: str) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    visit(page, app_url + "/compare?pair=on-demand-or-provisioned&row=when-traffic-grows")
    marked = page.locator("tr.ldg-marked")
    expect(marked).to_be_in_viewport(ratio=1)


def test_heads_of_rows_go_below_the_corner_of_a_narrow_table(page: Page, app_url: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, app_url + TWO)
    corner = page.locator(".ldg-narrow thead td")
    corner.scroll_into_view_if_needed()
    page.locator(".ldg-pane").evaluate("pane => (pane.scrollTop = 300)")
    seen = """cell => {
        const { left, top } = cell.getBoundingClientRect();
        return document.elementFromPoint(left + 20, top + 20) === cell;
    }"""
    assert corner.evaluate(seen)


def test_only_differences_leaves_no_row_that_is_the_same(page: Page, app_url: str) -> None:
    visit(page, f"{app_url}/compare?service=dynamodb-standard&service=dynamodb-standard-ia")
    statuses = page.locator(".ldg-compare table").last.locator(".ldg-status")
    expect(statuses.filter(has_text="same").first).to_be_visible()
    page.get_by_text("Only differences").click()
    expect(statuses.filter(has_text="same")).to_have_count(0)
    expect(statuses.filter(has_text="differs").first).to_be_visible()
    assert parameters_on(page)["only"] == ["differences"]


def test_a_click_on_a_box_of_the_picture_opens_its_card_beside_it_and_adds_nothing(page: Page, app_url: str) -> None:
    visit(page, app_url + TWO)
    page.locator(".ldg-plot").scroll_into_view_if_needed()
    page.mouse.click(*page.evaluate(PLACE_OF_BOX, "redshift"))
    heading = page.locator(".st-key-panel-card").get_by_role("heading", name="Amazon Redshift", exact=True)
    expect(heading).to_be_in_viewport()
    expect(page.locator(".ldg-compare thead th")).to_have_text(["RDS", "DynamoDB"])
    assert parameters_on(page)["card"] == ["redshift"]
    assert page.locator(".st-key-panel-card").evaluate("node => node.scrollHeight <= node.clientHeight + 1")
    page.keyboard.press("Escape")
    expect(heading).to_have_count(0)
    page.go_back()
    expect(heading).to_be_visible()


def test_the_heads_stay_in_view_while_the_page_scrolls(page: Page, app_url: str) -> None:
    visit(page, f"{app_url}{TWO}&service=redshift&service=opensearch")
    page.get_by_role("navigation", name="Parts of the table").get_by_role("button", name="Limits").click()
    head = page.locator(".ldg-compare thead th").first
    expect(head).to_be_in_viewport(ratio=1)
    bar = page.get_by_test_id("stHeader").bounding_box()
    place = head.bounding_box()
    title = page.locator(".ldg-compare .ldg-group", has_text="Limits").bounding_box()
    assert bar
    assert place
    assert title
    assert place["y"] >= bar["y"] + bar["height"] - 1
    assert title["y"] >= place["y"] + place["height"] - 1


def test_the_table_is_a_table_for_screen_readers(page: Page, app_url: str) -> None:
    visit(page, app_url + TWO)
    table = page.get_by_role("table", name="Side by side: RDS and DynamoDB")
    expect(table.get_by_role("columnheader", name="DynamoDB", exact=True)).to_have_count(1)
    expect(table.get_by_role("rowheader", name=re.compile("^Latency, as published"))).to_contain_text("differs")
    expect(table.get_by_role("row", name=re.compile("^Latency, as published"))).to_contain_text(
        "AWS publishes no figure."
    )


def test_on_a_phone_only_the_table_and_the_row_of_tools_scroll_sideways(tab: Callable[..., Page], app_url: str) -> None:
    page = tab(**PHONE)
    visit(page, f"{app_url}{TWO}&service=dax")
    wide = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain], [data-testid=stMain] *')]
            .filter(node => !node.matches('[class*="st-key-tools-"]') && node.scrollWidth > node.clientWidth + 1
                && ['auto', 'scroll'].includes(getComputedStyle(node).overflowX))
            .map(node => node.classList[0])"""
    )
    assert {"ldg-pane"} <= set(wide) <= {"ldg-pane", "ldg-scroll"}  # the table, and the picture within its own frame
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_downloads_hold_what_is_shown(page: Page, app_url: str) -> None:
    visit(page, f"{app_url}{TWO}&only=differences")
    with page.expect_download() as download:
        page.get_by_role("button", name="Markdown").click()
    text = download.value.path().read_text("utf-8")
    assert text.startswith("# RDS and DynamoDB")
    assert "Purpose" in text
