"""The menu of a narrow screen, as a screen reader meets it."""

from components.scripts.in_page import in_page

_mount = in_page(__file__, "phone_menu", '<span class="ldg-phone-menu" hidden></span>')


def phone_menu() -> None:
    """Let the menu be links in groups, so that no list holds what is no item of it."""
    _mount(key="phone-menu", height="content")
