"""A picture that is opened in a browser, and where its boxes are."""

from playwright.sync_api import Page

from tests.conftest import PLACE_OF_BOX, settled

EMPTY_PLACE = """() => {
  const area = document.querySelector('.ldg-plot').getBoundingClientRect();
  return [area.x + area.width - 3, area.y + area.height - 3];
}"""


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_selector(".ldg-plot .main-svg")
    return settled(page)


def place_of(page: Page, service: str) -> tuple[float, float]:
    x, y = page.evaluate(PLACE_OF_BOX, service)
    return x, y
