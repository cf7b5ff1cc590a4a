"""What frames the landscape: the link that leads past the tools to the map."""

from components.scripts.in_page import in_page

_mount = in_page(__file__, "landscape_frame", '<a class="ldg-skip ldg-unseen" href="#map">Skip to the map</a>')


def frame_landscape() -> None:
    """Draw the link, before everything else of the page."""
    _mount(key="landscape-frame", width="content", height="content")
