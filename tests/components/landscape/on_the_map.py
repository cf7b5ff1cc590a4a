"""What tests of the landscape do on the map, and what they read off it."""

from playwright.sync_api import Page, expect

from tests.conftest import PLACE_OF_BOX

PLACES_ALONG_LINE = """id => {
  const plot = document.querySelector('.ldg-plot'), layout = plot._fullLayout, area = plot.getBoundingClientRect();
  const trace = plot.data.find(trace => trace.meta?.role === 'connection' && trace.customdata[0][0] === id);
  return trace.x.map((x, i) => [area.x + layout.xaxis._offset + layout.xaxis.l2p(x), area.y +
      layout.yaxis._offset + layout.yaxis.l2p(trace.y[i])]);
}"""
EMPTY_PLACE = """() => {
  const area = document.querySelector('.ldg-plot').getBoundingClientRect();
  return [area.x + area.width - 6, area.y + area.height - 6];
}"""
WATCH_MOTION = """() => {
  window.glided = [];
  const animate = Element.prototype.animate;
  Element.prototype.animate = function (frames, timing) {
    if (frames[0]?.translate) window.glided.push(frames[0].translate);
    return animate.call(this, frames, timing);
  };
}"""
META = "() => document.querySelector('.js-plotly-plot').layout.meta"


def click_box(page: Page, service: str) -> None:
    page.mouse.click(*page.evaluate(PLACE_OF_BOX, service))


def meta(page: Page) -> dict[str, object]:
    return page.evaluate(META)


def card_of(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()


def wait_for_selected(page: Page, selected: str | None) -> None:
    page.wait_for_function(
        "id => document.querySelector('.js-plotly-plot')?.layout?.meta?.selected === id", arg=selected
    )
