"""Tabs that stay open from test to test, each as a new visitor has it.

A browser profile of its own has nothing in memory: its first page compiles every script again, which costs three times
as much as all the rest of opening a page. So tests share a tab for each kind of device, and what a visitor leaves there
(cookies, what pages keep, permissions, routes) is taken away after each test. What cannot be taken away, such as a
script at the start of every page, needs a profile of its own: `new_context`.
"""

from typing import Any

from playwright.sync_api import Browser, Error, Page

DESK = {"width": 1280, "height": 720}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
USES = 80  # of a tab before it is made anew, so that nothing piles up in it
Kind = tuple[frozenset[tuple[str, Any]], int]


class Tabs:
    """The open tabs of one browser, by the kind of device, and by how many of that kind a test has."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._kept: dict[Kind, tuple[Page, int]] = {}
        self._taken: list[Kind] = []

    def take(self, viewport: dict[str, int] = DESK, color_scheme: str = "light", **device: Any) -> Page:
        """A tab of a size and a scheme; `device` is Playwright's, such as `is_mobile`. A second one in the same test
        is that of another visitor."""
        nth = sum(options == frozenset(device.items()) for options, _ in self._taken)
        kind = frozenset(device.items()), nth
        page, uses = self._kept.get(kind) or (self._browser.new_context(**device).new_page(), 0)
        self._taken.append(kind)
        self._kept[kind] = page, uses + 1
        page.set_viewport_size(viewport)  # type: ignore[arg-type]
        page.emulate_media(color_scheme=color_scheme, reduced_motion="null")  # type: ignore[arg-type]
        return page

    def give_back(self) -> None:
        """Take away what the test left in its tabs."""
        for kind in self._taken:
            page, uses = self._kept[kind]
            if uses >= USES or not _is_emptied(page):
                del self._kept[kind]
                page.context.close()
        self._taken = []


def _is_emptied(page: Page) -> bool:
    """Whether the tab is as a new visitor has it, on a page of the same host, so that its memory is kept."""
    if page.is_closed() or len(page.context.pages) > 1 or not page.url.startswith("http"):
        return False
    try:
        page.unroute_all()
        page.keyboard.up("Control")
        page.mouse.up()
        page.goto("/".join(page.url.split("/")[:3]) + "/healthz", timeout=10_000)
        page.mouse.move(0, 0)
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.context.clear_cookies()
        page.context.clear_permissions()
    except Error:
        return False
    return True
