"""How a panel stands beside a picture, on every page: the page alone scrolls, and the picture stays in view. What
narrow screens need: tools in one row, cards as sheets over the picture, a menu that says so. What
a screen reader alone tells (`ldg-unseen`). And the page anew where its theme changes."""

from components.scripts.in_page import in_page

_mount = in_page(__file__, "phone", '<span class="ldg-phone" hidden></span>')


def fit_phones() -> None:
    """Style the page on narrow screens; nothing elsewhere."""
    _mount(key="phone", width="content", height="content", on_event_change=_draw_again)


def _draw_again() -> None:
    """Nothing: the run that follows draws everything in the new theme."""
