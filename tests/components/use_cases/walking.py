"""Steps of a walkthrough in a browser, and what its picture says that it lights."""

from typing import Any

from playwright.sync_api import Page

from tests.conftest import settled

META = "() => document.querySelector('.ldg-plot')?.layout?.meta"


def opened(page: Page, url: str) -> Page:
    page.goto(url)
    page.wait_for_function("() => document.querySelector('.ldg-plot')?._fullLayout?.xaxis")
    return settled(page)


def at_step(page: Page, number: int | None) -> None:
    """Wait until the address names a step (None: no step), and the picture is drawn for it."""
    wanted = str(number) if number else None
    page.wait_for_function("wanted => new URLSearchParams(location.search).get('step') === wanted", arg=wanted)
    drawn = f": step {number} of " if number else None
    page.wait_for_function(
        """drawn => {
          const title = document.querySelector('.ldg-plot')?.layout?.meta?.title;
          return drawn ? title?.includes(drawn) : title && !title.includes(': step ');
        }""",
        arg=drawn,
    )
    settled(page)


def lit(page: Page) -> dict[str, Any]:
    return page.evaluate(META)
