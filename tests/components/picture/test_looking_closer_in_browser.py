"""A picture from closer and from farther away: by the wheel, a drag, two fingers, and in a window of another size."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.components.picture.on_the_graph import EMPTY_PLACE, opened, place_of
from tests.conftest import PLACE_OF_BOX
from tests.tabs import PHONE

RANGES = """() => {
  const { xaxis, yaxis } = document.querySelector('.ldg-plot')._fullLayout;
  return [...xaxis.range, ...yaxis.range];
}"""


WIDTH_OF_BOX = """id => {
  const plot = document.querySelector('.ldg-plot'), { xaxis } = plot._fullLayout;
  const boxes = plot.data.filter(({ meta }) => meta?.role === 'service');
  const trace = boxes.find(({ customdata }) => customdata.some(([own]) => own === id));
  return xaxis.l2p(trace.x[0]) - xaxis.l2p(0);
}"""


@pytest.fixture
def landscape(page: Page, app_url: str) -> Page:
    return opened(page, app_url)


def zoom(page: Page, service: str, by: int = -300) -> None:
    page.mouse.move(*place_of(page, service))
    page.keyboard.down("Control")
    page.mouse.wheel(0, by)
    page.keyboard.up("Control")


def wait_for_width(page: Page, service: str, comparison: str, width: float) -> None:
    page.wait_for_function(f"([id, width]) => ({WIDTH_OF_BOX})(id) {comparison} width", arg=[service, width])


def test_ctrl_and_the_wheel_zoom_about_the_pointer_and_names_grow(landscape: Page) -> None:
    before, at = landscape.evaluate(WIDTH_OF_BOX, "dynamodb"), place_of(landscape, "dynamodb")
    name = landscape.locator(".ldg-name", has_text="DynamoDB").first
    low = name.bounding_box()
    zoom(landscape, "dynamodb")
    wait_for_width(landscape, "dynamodb", ">", before * 1.3)
    assert place_of(landscape, "dynamodb") == pytest.approx(at, abs=2)
    high = name.bounding_box()
    assert low is not None
    assert high is not None
    assert high["height"] > low["height"] * 1.3


def test_the_wheel_alone_scrolls_the_page(landscape: Page) -> None:
    before = landscape.evaluate(RANGES)
    landscape.mouse.move(*place_of(landscape, "dynamodb"))
    landscape.mouse.wheel(0, 200)
    landscape.wait_for_function("() => document.querySelector('[data-testid=stMain]').scrollTop > 50")
    assert landscape.evaluate(RANGES) == before


def test_zooming_out_stops_where_all_is_seen(landscape: Page) -> None:
    before = landscape.evaluate(RANGES)
    width = landscape.evaluate(WIDTH_OF_BOX, "rds")
    zoom(landscape, "rds", 900)
    landscape.get_by_role("button", name="Zoom out").click()
    landscape.get_by_role("button", name="Zoom in").click()
    wait_for_width(landscape, "rds", ">", width * 1.2)
    landscape.get_by_role("button", name="Zoom out").click()
    wait_for_width(landscape, "rds", "<", width * 1.01)
    assert landscape.evaluate(RANGES) == pytest.approx(before)


def test_a_double_click_and_reset_view_show_all_again(landscape: Page) -> None:
    before = landscape.evaluate(RANGES)
    width = landscape.evaluate(WIDTH_OF_BOX, "dynamodb")
    for show_all in (
        lambda: landscape.mouse.dblclick(*landscape.evaluate(EMPTY_PLACE)),
        lambda: landscape.get_by_role("button", name="Reset view").click(),
    ):
        zoom(landscape, "dynamodb")
        wait_for_width(landscape, "dynamodb", ">", width * 1.3)
        show_all()
        wait_for_width(landscape, "dynamodb", "<", width * 1.01)
        assert landscape.evaluate(RANGES) == pytest.approx(before)


def test_a_drag_moves_what_is_zoomed_and_is_no_click(landscape: Page) -> None:
    width = landscape.evaluate(WIDTH_OF_BOX, "dynamodb")
    zoom(landscape, "dynamodb")
    wait_for_width(landscape, "dynamodb", ">", width * 1.3)
    x, y = place_of(landscape, "dynamodb")
    landscape.mouse.down()
    landscape.mouse.move(x - 60, y - 30, steps=5)
    landscape.mouse.up()
    landscape.wait_for_function(f"([id, x]) => Math.abs(({PLACE_OF_BOX})(id)[0] - x) < 3", arg=["dynamodb", x - 60])
    assert "service" not in landscape.url


def test_the_picture_fits_a_window_of_another_size(landscape: Page) -> None:
    landscape.set_viewport_size({"width": 1600, "height": 900})
    landscape.wait_for_function(
        """() => {
          const plot = document.querySelector('.ldg-plot');
          return plot._fullLayout.width === plot.clientWidth;
        }"""
    )
    places = [
        place_of(landscape, service)
        for service in landscape.evaluate("() => document.querySelector('.ldg-plot').layout.meta.services")
    ]
    area = landscape.locator(".ldg-plot").bounding_box()
    assert area is not None
    assert area["width"] > 900
    assert all(area["x"] < x < area["x"] + area["width"] for x, _ in places)
    assert max(x for x, _ in places) > area["x"] + area["width"] * 0.85


def test_two_fingers_zoom(tab: Callable[..., Page], app_url: str) -> None:
    page = opened(tab(**PHONE), app_url)
    page.locator(".ldg-plot").scroll_into_view_if_needed()
    width = page.evaluate(WIDTH_OF_BOX, "lambda")
    x, y = place_of(page, "lambda")
    fingers = page.context.new_cdp_session(page)

    def touch(kind: str, apart: float) -> None:
        points = [{"x": x + side * apart, "y": y} for side in (-1, 1)] if kind != "touchEnd" else []
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 20)
    for apart in (30, 40, 50):
        touch("touchMove", apart)
    touch("touchEnd", 0)
    wait_for_width(page, "lambda", ">", width * 1.8)
    fingers.detach()
