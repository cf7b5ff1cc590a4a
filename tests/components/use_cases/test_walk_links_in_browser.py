"""Links into a walkthrough, from it, and of it: they open what they were copied from."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from data.records import Catalog
from tests.components.use_cases.walking import at_step, lit, opened
from tests.conftest import PLACE_OF_BOX, settled
from tests.on_screen import least_size_of_names, parameters_on


def test_the_whole_card_of_a_use_case_is_a_link_and_its_chips_lead_to_services(
    page: Page, app_url: str, catalog: Catalog
) -> None:
    page.goto(f"{app_url}/use-cases")
    card = settled(page).locator(".st-key-tile-siem")
    card.scroll_into_view_if_needed()
    place = card.bounding_box()
    assert place
    page.mouse.click(place["x"] + place["width"] - 6, place["y"] + place["height"] - 4)
    expect(
        page.get_by_role("heading", name="Security information and event management (SIEM)", level=1)
    ).to_be_visible()
    page.goto(f"{app_url}/use-cases")
    settled(page)
    card.get_by_role("link", name="SQS", exact=True).click()
    expect(page.get_by_role("heading", name=catalog.services["sqs"].name, level=1)).to_be_visible()


def test_a_link_to_a_step_opens_it_in_a_fresh_profile(page: Page, app_url: str, catalog: Catalog) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem&step=3")
    at_step(page, 3)
    step = catalog.use_cases["siem"].steps[2]
    assert lit(page)["connections"] == [step.connection]
    expect(page.get_by_role("heading", name=step.title)).to_be_visible()
    assert page.title().startswith(catalog.use_cases["siem"].title)
    assert least_size_of_names(page) >= 12
    page.keyboard.press("Escape")
    at_step(page, None)
    assert parameters_on(page) == {"use_case": ["siem"]}


def test_copy_link_copies_the_address_and_says_so(tab: Callable[..., Page], app_url: str) -> None:
    page, fresh = tab(), tab()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, f"{app_url}/use-cases?use_case=siem")
    page.get_by_role("button", name="Start", exact=True).click()
    at_step(page, 1)
    page.keyboard.press("ArrowRight")
    at_step(page, 2)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    opened(fresh, copied)
    at_step(fresh, 2)
    assert lit(fresh) == lit(page)


def test_where_copying_is_forbidden_the_address_is_shown_selected(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem&step=2")
    page.evaluate("""() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    }""")
    page.get_by_role("button", name="Copy link").click()
    field = page.get_by_label("Address of this view")
    expect(field).to_have_value(page.url)
    assert field.evaluate("node => node.value.slice(node.selectionStart, node.selectionEnd)") == page.url
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Copy link")).to_be_focused()
    at_step(page, 2)


@pytest.mark.parametrize("where", ["/use-cases?use_case=siem&step=2&", "/?use_case=siem&"])
def test_the_embedded_form_stays_embedded_after_a_click(tab: Callable[..., Page], app_url: str, where: str) -> None:
    page = tab(viewport={"width": 900, "height": 600})
    opened(page, f"{app_url}{where}embed=true&embed_options=light_theme")
    expect(page.get_by_test_id("stToolbar")).to_have_count(0)
    page.mouse.click(*page.evaluate(PLACE_OF_BOX, "opensearch-ingestion"))
    page.wait_for_function("() => new URLSearchParams(location.search).has('service')")
    settled(page)
    assert (parameters_on(page)["embed"], parameters_on(page)["embed_options"]) == (["true"], ["light_theme"])
    way_out = page.get_by_role("link", name="Open in full")
    way_out.hover()
    outside = parse_qs(urlsplit(way_out.get_attribute("href") or "").query)
    assert outside == {name: values for name, values in parameters_on(page).items() if not name.startswith("embed")}
    expect(page.get_by_test_id("stToolbar")).to_have_count(0)
