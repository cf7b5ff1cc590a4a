"""What frames the map: the way past the tools, the one heading, and the sheet on a phone."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.conftest import PLACE_OF_BOX, settled

STOPS = 8


def test_the_map_is_reached_within_eight_stops_of_the_keyboard(page: Page, app_url: str) -> None:
    page.goto(app_url)
    settled(page)
    skip = page.get_by_role("link", name="Skip to the map")
    search = page.get_by_role("textbox", name="Search")
    at = search.bounding_box()
    assert skip.bounding_box()["width"] == 1  # type: ignore[index]
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if skip.evaluate("link => link === document.activeElement"):
            break
    assert search.bounding_box() == at, "the link takes no room from the tools"
    assert skip.bounding_box()["width"] > 100  # type: ignore[index]
    page.keyboard.press("Enter")
    shapes = page.get_by_role("listbox", name="Services and connections")
    expect(shapes).to_be_focused()
    assert shapes.bounding_box()["width"] == 1, "the picture shows where the keyboard is"  # type: ignore[index]


def test_the_page_has_one_heading_of_the_first_level(page: Page, app_url: str) -> None:
    page.goto(app_url)
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("AWS data services, and how data moves between them")


def test_on_a_large_screen_the_panel_is_as_high_as_the_map_beside_it_and_the_page_does_not_scroll(
    page: Page, app_url: str
) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto(app_url)
    page.wait_for_selector(".ldg-plot .main-svg")
    settled(page)
    panel, legend = page.locator(".st-key-panel").bounding_box(), page.locator(".ldg-legend").bounding_box()
    assert panel
    assert legend
    assert panel["y"] + panel["height"] >= legend["y"] + legend["height"] - 2
    main = page.get_by_test_id("stMain")
    assert main.evaluate("node => node.scrollHeight - node.clientHeight") <= 0


def test_beside_a_long_card_the_page_scrolls_and_the_map_stays_and_the_next_card_begins_at_its_head(
    page: Page, app_url: str
) -> None:
    page.goto(f"{app_url}/?service=opensearch")
    settled(page)
    card, plot = page.locator(".st-key-panel-card"), page.locator(".ldg-plot")
    assert card.evaluate("node => node.scrollHeight <= node.clientHeight + 1 && node.clientHeight > 720")
    page.get_by_text("The same as tables").scroll_into_view_if_needed()
    page.mouse.wheel(0, -200)
    expect(plot).to_be_in_viewport(ratio=0.95)
    page.mouse.click(*page.evaluate(PLACE_OF_BOX, "s3"))
    expect(card.get_by_role("heading", name="Amazon S3")).to_be_in_viewport()


def test_on_a_phone_the_tools_are_one_row_and_the_card_is_a_sheet_at_the_bottom(
    tab: Callable[..., Page], app_url: str
) -> None:
    phone = tab(viewport={"width": 390, "height": 844})
    phone.goto(f"{app_url}/?service=dynamodb")
    settled(phone)
    card = phone.locator(".st-key-panel-card")
    expect(card.get_by_role("heading", name="Amazon DynamoDB")).to_be_in_viewport()
    sheet, tools = card.bounding_box(), phone.locator(".st-key-tools").bounding_box()
    assert sheet
    assert tools
    assert sheet["y"] + sheet["height"] == 844
    assert sheet["height"] < 844 / 2
    assert tools["height"] < 70
