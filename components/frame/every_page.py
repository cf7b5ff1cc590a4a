"""What every page has: a panel beside a picture, which stays in view while the page alone scrolls; on narrow screens
tools in one row and cards as sheets over the picture; what a screen reader alone tells (`ldg-unseen`); and the page
drawn anew where its theme changes."""

from components.scripts.in_page import in_page

_mount = in_page(__file__, "every_page", '<span class="ldg-every-page" hidden></span>')


def style_every_page() -> None:
    """Style the page, and draw it again where its theme changes."""
    _mount(key="every_page", width="content", height="content", on_event_change=_draw_again)


def _draw_again() -> None:
    """Nothing: the run that follows draws everything in the new theme."""
