"""A button that fills the whole screen with the page, as the browser itself does it."""

from components.scripts.in_page import in_page

_mount = in_page(__file__, "browser_screen", '<div class="ldg-browser-screen"></div>')


def browser_screen() -> None:
    """Draw the button; nothing where the browser, or the frame around the page, does not allow it."""
    _mount(key="browser-screen", height="content", width="content")
