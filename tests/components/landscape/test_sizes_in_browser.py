"""The landscape on screens of other sizes: nothing is cut off, and every name stays in its box and can be read."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.conftest import settled
from tests.on_screen import at_rest, least_size_of_names
from tests.tabs import PHONE

# How wide the buttons that zoom, their signs, and those of the legend are, in px.
SIZES_OF_SIGNS = """() => [...document.querySelectorAll('.ldg-tool, .ldg-tool svg, .ldg-swatch, .ldg-line')]
  .map(node => node.getBoundingClientRect().width)"""


@pytest.mark.parametrize(
    "path", ["/", "/services", "/services?service=opensearch", "/?service=dynamodb", "/?connection=lambda--rds-proxy"]
)
def test_on_a_phone_nothing_scrolls_sideways_but_the_graph(tab: Callable[..., Page], app_url: str, path: str) -> None:
    page = tab(**PHONE)
    page.goto(app_url + path)
    at_rest(settled(page))
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain], [data-testid=stMainBlockContainer], body')]
              .filter(node => node.scrollWidth > node.clientWidth + 1).map(node =>
                  node.dataset.testid ?? node.tagName)"""
    )
    assert too_wide == []


@pytest.mark.parametrize(("width", "height", "least"), [(1280, 720, 12), (1920, 1080, 16)])
@pytest.mark.parametrize("scope", ["core", "wide"])
def test_names_neither_overlap_nor_leave_their_boxes(
    tab: Callable[..., Page], app_url: str, width: int, height: int, least: int, scope: str
) -> None:
    page = tab(viewport={"width": width, "height": height})
    page.goto(f"{app_url}/" + ("?scope=wide" if scope == "wide" else ""))
    page.wait_for_selector(".ldg-plot .main-svg")
    at_rest(settled(page))
    names = page.evaluate(
        """() => [...document.querySelectorAll('.ldg-plot .ldg-name')].map(text => {
              const {left, right, top, bottom, height} = text.getBoundingClientRect();
              return {name: text.textContent, left, right, top, bottom, height};
           })"""
    )
    boxes = page.evaluate(
        """() => {
          const plot = document.querySelector('.ldg-plot'), layout = plot._fullLayout,
              area = plot.getBoundingClientRect();
          const x = value => area.x + layout.xaxis._offset + layout.xaxis.l2p(value), y = value => area.y +
              layout.yaxis._offset + layout.yaxis.l2p(value);
          return plot.data.filter(trace => trace.meta?.role === 'service').flatMap(trace => trace.base.map((base,
              i) => (
            {left: x(base), right: x(base + trace.x[i]), top: y(trace.y[i] + trace.width / 2),
                bottom: y(trace.y[i] - trace.width / 2)})));
        }"""
    )
    assert len(names) == len(boxes) > 20
    for name in names:
        around = [
            b
            for b in boxes
            if b["left"] - 1 <= name["left"]
            and name["right"] <= b["right"] + 1
            and b["top"] - 1 <= name["top"]
            and name["bottom"] <= b["bottom"] + 1
        ]
        assert len(around) == 1, f"{name['name']} is not inside one box"
    assert least_size_of_names(page) >= least
    if scope == "core" and width == 1280:
        signs = page.evaluate(SIZES_OF_SIGNS)
        page.evaluate("document.documentElement.style.fontSize = '30px'")
        at_rest(page)
        assert page.evaluate(SIZES_OF_SIGNS) == [pytest.approx(2 * size, abs=0.5) for size in signs]
        assert least_size_of_names(page) >= 2 * least, "whoever has all letters twice as large has these as well"
