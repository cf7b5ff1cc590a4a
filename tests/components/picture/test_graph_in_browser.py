"""The picture under the hand of a visitor: labels, clicks, keys, and what happens where something fails."""

from collections.abc import Callable
from math import dist

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.components.picture.on_the_graph import EMPTY_PLACE, opened, place_of
from tests.conftest import settled

SELECTED = "id => document.querySelector('.ldg-plot').layout?.meta?.selected === id"


@pytest.fixture
def landscape(page: Page, app_url: str) -> Page:
    return opened(page, app_url)


def test_a_label_says_what_the_pointer_is_on_beside_it_and_goes_with_the_pointer(landscape: Page) -> None:
    x, y = place_of(landscape, "dynamodb")
    landscape.mouse.move(x, y)
    label = landscape.locator(".ldg-label")
    expect(label).to_contain_text("DynamoDB")
    box = label.bounding_box()
    assert box is not None
    assert not (box["x"] <= x <= box["x"] + box["width"] and box["y"] <= y <= box["y"] + box["height"])
    near = landscape.evaluate("() => document.querySelectorAll('.ldg-near').length")
    assert near > 10
    landscape.mouse.move(640, 20)
    expect(label).to_be_hidden()
    assert landscape.evaluate("() => document.querySelectorAll('.ldg-near').length") == 0


def test_a_lane_explains_itself(landscape: Page) -> None:
    x, _ = place_of(landscape, "dynamodb")
    area = landscape.locator(".ldg-plot").bounding_box()
    assert area is not None
    landscape.mouse.move(x, area["y"] + 10)
    expect(landscape.locator(".ldg-label")).to_contain_text("databases")


def test_a_click_lights_the_box_and_its_neighbours_and_names_it_before_the_server_answers(landscape: Page) -> None:
    lit = landscape.evaluate(
        """async ([x, y]) => {
          const plot = document.querySelector('.ldg-plot');
          const options = { clientX: x, clientY: y, bubbles: true, isPrimary: true, pointerId: 7, button: 0 };
          for (const type of ['pointerdown', 'pointerup']) plot.dispatchEvent(new PointerEvent(type, options));
          await new Promise((resolve) => setTimeout(resolve));
          const told = (part) => document.querySelector(`.ldg-answer:not([hidden]) ${part}`)?.textContent;
          const near = plot.querySelectorAll('.ldg-near').length;
          return [plot.classList.contains('ldg-chosen'), near, told('h3'), told('p')];
        }""",
        place_of(landscape, "dynamodb"),
    )
    assert lit[0]
    assert lit[1] > 10
    assert lit[2] == "Amazon DynamoDB"
    assert lit[3].startswith("Serverless, fully managed NoSQL database")
    landscape.wait_for_function(SELECTED, arg="dynamodb")
    expect(landscape.locator(".ldg-answer")).to_be_hidden()
    expect(landscape.get_by_role("heading", name="Amazon DynamoDB")).to_be_visible()
    landscape.wait_for_function("() => !document.querySelector('.ldg-plot').classList.contains('ldg-chosen')")


def test_a_click_on_empty_space_asks_the_server_only_where_something_is_selected(page: Page, app_url: str) -> None:
    sent = []

    def note(frame: str | bytes) -> None:
        sent.append(frame)

    page.on("websocket", lambda socket: socket.on("framesent", note))
    opened(page, app_url)
    before = len(sent)
    page.mouse.click(*page.evaluate(EMPTY_PLACE))
    page.keyboard.press("Escape")
    x, y = place_of(page, "rds")
    page.mouse.click(x, y)  # What was sent before would have come first.
    page.wait_for_function(SELECTED, arg="rds")
    settled(page)
    assert len(sent) == before + 1
    page.mouse.click(*page.evaluate(EMPTY_PLACE))
    page.wait_for_function("() => !location.search")


@pytest.mark.parametrize("query", ["service=rds", "connection=rds-proxy--rds", "from=lambda&to=rds-standby"])
def test_escape_clears_a_selection_and_a_path_alike(page: Page, app_url: str, query: str) -> None:
    opened(page, f"{app_url}/?{query}")
    page.keyboard.press("Escape")
    page.wait_for_function("() => !location.search")


def test_a_theme_switched_while_the_page_is_open_reaches_the_picture_and_the_name_in_the_header(
    landscape: Page,
) -> None:
    drawn = (
        "() => document.querySelector('.ldg-plot').layout.font.color",
        "() => document.querySelector('[data-testid=stHeaderLogo]').src",
    )
    before = [landscape.evaluate(one) for one in drawn]
    landscape.emulate_media(color_scheme="dark")
    for one, was in zip(drawn, before, strict=True):
        landscape.wait_for_function(f"before => ({one})() !== before", arg=was)


def test_a_plot_whose_script_does_not_come_says_so(new_context: Callable[..., BrowserContext], app_url: str) -> None:
    page = new_context().new_page()
    page.route("**/plotly-*.js", lambda route: route.abort())
    page.goto(app_url)
    expect(page.get_by_role("alert").filter(has_text="could not be drawn")).to_be_visible()
    page.unroute("**/plotly-*.js")
    page.get_by_role("group", name="Legend").get_by_role("button", name="NoSQL").click()
    page.wait_for_selector(".ldg-plot .main-svg")
    expect(page.locator(".ldg-error")).to_be_hidden()


def test_what_is_on_the_map_stays_where_it_is_when_a_filter_selects_or_adds(page: Page, app_url: str) -> None:
    at = """() => {
        const { data, _fullLayout: { xaxis, yaxis } } = document.querySelector('.ldg-plot');
        const place = (x, y) => [xaxis._offset + xaxis.l2p(x), yaxis._offset + yaxis.l2p(y)].map(Math.round);
        return Object.fromEntries(data.filter(({ meta }) => meta?.role === 'service')
          .flatMap(({ customdata, base, y }) => customdata.map(([id], i) => [id, place(base[i], y[i])])));
    }"""
    opened(page, app_url)
    alone = page.evaluate(at)
    for query in ("category=nosql", "service=glue", "use_case=siem", "from=lambda&to=rds-standby"):
        opened(page, f"{app_url}/?{query}")
        shown = page.evaluate(at)
        moved = {service for service, place in alone.items() if dist(shown[service], place) > 2}
        assert moved == set(), query
