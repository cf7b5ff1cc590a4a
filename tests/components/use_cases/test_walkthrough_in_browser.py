"""Walking through a use case in a real browser: keys, what fails, and the picture's own account of what is lit."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from data.records import Catalog
from tests.components.use_cases.walking import at_step, lit, opened
from tests.conftest import PLACE_OF_BOX, settled
from tests.on_screen import at_rest, parameters_on
from tests.tabs import PHONE

VIEW = (
    "() => { const { xaxis, yaxis } = document.querySelector('.ldg-plot')._fullLayout; "
    "return [...xaxis.range, ...yaxis.range]; }"
)


# How far below the upper edge of the picture, in px, the highest of the boxes that are in view begins.
FREE_ABOVE = """() => {
  const seen = document.querySelector('.ldg-scroll').getBoundingClientRect();
  const boxes = [...document.querySelectorAll('.ldg-box')].map(node => node.getBoundingClientRect());
  const tops = boxes.filter(box => box.right > seen.left && box.left < seen.right).map(box => box.top);
  return Math.min(...tops) - seen.top;
}"""
SCROLLS_WITHIN = """() => [...document.querySelectorAll('[data-testid=stMain] *')]
  .filter(node => /auto|scroll/.test(getComputedStyle(node).overflowY) && node.scrollHeight > node.clientHeight + 1)
  .map(node => node.className)"""


def test_a_walkthrough_by_keyboard_lights_exactly_the_connection_of_each_step(
    page: Page, app_url: str, catalog: Catalog
) -> None:
    use_case = catalog.use_cases["welcome-message"]
    last = len(use_case.steps)
    opened(page, f"{app_url}/use-cases?use_case={use_case.id}")
    before, view = lit(page), page.evaluate(VIEW)
    assert set(before["connections"]) == catalog.connections_in(use_case.id)

    page.get_by_role("button", name="Start", exact=True).click()
    for number, step in enumerate(use_case.steps, start=1):
        at_step(page, number)
        connection = catalog.connections[step.connection]
        assert lit(page)["connections"] == [connection.id]
        assert set(lit(page)["services"]) == {connection.source_id, connection.target_id}
        assert page.evaluate(VIEW) == pytest.approx(view)
        expect(page.get_by_text(f"Step {number} of {last}", exact=True)).to_be_visible()
        page.keyboard.press("ArrowRight" if number % 2 else "Space")
    at_step(page, last)
    page.keyboard.press("PageUp")
    at_step(page, last - 1)
    page.keyboard.press("ArrowLeft")
    at_step(page, last - 2)
    page.keyboard.press("End")
    at_step(page, last)
    page.keyboard.press("Home")
    at_step(page, 1)
    page.keyboard.press("PageDown")
    at_step(page, 2)
    page.keyboard.press("Escape")
    at_step(page, None)
    assert lit(page) == before
    assert page.evaluate(VIEW) == pytest.approx(view)


def test_two_quick_presses_are_two_steps(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem&step=2")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    at_step(page, 6)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    at_step(page, 4)


def test_space_goes_on_after_a_click_and_presses_a_button_reached_by_tab(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem&step=2")
    page.get_by_role("button", name="Previous", exact=True).click()
    at_step(page, 1)
    page.get_by_role("button", name="Next", exact=True).click()
    at_step(page, 2)
    page.get_by_role("button", name="Start", exact=True).focus()
    page.keyboard.press("Space")
    at_step(page, 3)
    page.get_by_role("button", name="All use cases").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_focused()
    page.keyboard.press("Space")
    at_step(page, 1)


def test_keys_typed_elsewhere_are_not_steps(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem&step=2")
    page.get_by_role("listbox", name="Services and connections").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "() => new URLSearchParams(location.search).has('service') "
        "|| new URLSearchParams(location.search).has('connection')"
    )
    at_step(page, 2)


def test_a_failure_is_marked_and_told(page: Page, app_url: str, catalog: Catalog) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem")
    page.get_by_text("If a part fails").click()
    failure = catalog.use_cases["siem"].failures[3]
    page.get_by_role("button", name=f"{catalog.services[failure.part].short_name}: {failure.what}").click()
    page.wait_for_function(
        "part => document.querySelector('.ldg-plot').layout.meta.selected === part", arg=failure.part
    )
    panel = page.locator(".st-key-walk-panel")
    expect(panel.get_by_text(failure.then)).to_be_visible()
    expect(panel.get_by_text(failure.do)).to_be_visible()
    assert parameters_on(page)["failure"] == ["4"]
    assert not set(failure.lost) & set(lit(page)["services"])
    assert page.evaluate(SCROLLS_WITHIN) == []
    page.mouse.click(*page.evaluate(PLACE_OF_BOX, "opensearch"))  # asks about it again: no other failure is its own
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => new URLSearchParams(location.search).get('failure') === '3'")
    page.keyboard.press("Escape")
    page.wait_for_function("() => !new URLSearchParams(location.search).has('failure')")


def test_beside_a_long_card_the_page_scrolls_and_the_picture_stays_and_a_step_brings_it_back(
    page: Page, app_url: str
) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem&service=opensearch")
    card, picture = page.locator(".st-key-part-card"), page.locator(".ldg-plot")
    assert card.bounding_box()["height"] > page.viewport_size["height"]  # type: ignore[index]
    page.get_by_text("Why not …?").scroll_into_view_if_needed()
    expect(picture).to_be_in_viewport(ratio=0.99)
    page.locator(".st-key-steps-in-words a[href*='step=6']").click()
    at_step(page, 6)
    expect(picture).to_be_in_viewport(ratio=0.99)
    expect(page.get_by_text("Step 6 of 8", exact=True)).to_be_in_viewport()


def test_a_key_asks_what_if_the_part_of_the_step_fails_and_escape_comes_back_to_the_step(
    page: Page, app_url: str, catalog: Catalog
) -> None:
    use_case = catalog.use_cases["siem"]
    opened(page, f"{app_url}/use-cases?use_case=siem&step=2")
    page.keyboard.press("w")
    part = use_case.steps[1].connection
    page.wait_for_function("part => document.querySelector('.ldg-plot').layout.meta.selected === part", arg=part)
    assert use_case.failures[int(parameters_on(page)["failure"][0]) - 1].part == part
    settled(page)
    page.keyboard.press("Escape")
    at_step(page, 2)
    page.keyboard.press("Escape")
    page.get_by_text("Why not …?").click()
    page.get_by_role("button", name=use_case.alternatives[2].title).click()
    route = list(use_case.alternatives[2].route)
    page.wait_for_function(
        "route => route.every(one => document.querySelector('.ldg-plot').layout.meta.connections.includes(one))",
        arg=route,
    )
    assert not set(use_case.alternatives[2].without) & set(lit(page)["connections"])


def test_on_a_phone_the_step_and_the_tapped_box_come_into_view_and_the_menu_says_what_it_is(
    tab: Callable[..., Page], app_url: str
) -> None:
    phone = tab(**PHONE)
    opened(phone, f"{app_url}/use-cases?use_case=siem")
    menu = phone.get_by_test_id("stExpandSidebarButton")
    assert menu.evaluate("node => getComputedStyle(node, '::after').content") == '"Menu"'
    assert phone.locator(".st-key-tools-use-case").bounding_box()["height"] < 70  # type: ignore[index]
    phone.evaluate("document.documentElement.style.fontSize = '30px'")
    at_rest(phone)
    logo, way, search = (
        one.bounding_box() for one in (phone.get_by_test_id("stHeaderLogo"), menu, phone.locator(".ldg-find-open"))
    )
    assert logo
    assert way
    assert search
    assert abs(logo["width"] - logo["height"]) < 1, "large letters cut nothing off"
    assert way["x"] + way["width"] <= search["x"], "nor lay one over the other"
    phone.evaluate("document.documentElement.style.fontSize = ''")
    at_rest(phone)
    assert 0 < phone.evaluate(FREE_ABOVE) < 30, "no room for a row that is taken only further along"
    phone.locator(".ldg-scroll").evaluate("node => node.scrollTo(node.scrollWidth, 0)")
    at_rest(phone)
    assert 0 < phone.evaluate(FREE_ABOVE) < 30, "which comes with what stands in it"
    phone.get_by_role("button", name="Start").tap()
    phone.get_by_role("button", name="Next").tap()
    at_step(phone, 2)
    at_rest(phone)
    ends = [phone.evaluate(PLACE_OF_BOX, service)[0] for service in ("s3", "opensearch-ingestion")]
    assert 0 < ends[0] < ends[1] < phone.evaluate("innerWidth"), "a step that is wider than the screen shows its middle"
    phone.touchscreen.tap(*phone.evaluate(PLACE_OF_BOX, "security-lake"))
    sheet = phone.locator(".st-key-part-card")
    expect(sheet).to_be_in_viewport()
    at_rest(phone)
    box, top = phone.evaluate(PLACE_OF_BOX, "security-lake")[1], sheet.bounding_box()["y"]  # type: ignore[index]
    assert 0 < box < top
