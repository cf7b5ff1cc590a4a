"""Taking along what is shown: one popover with every format. Each is an address that gives the file, wherever it is
asked for; what only one visitor may see has no address, and is made in the session instead."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.exports.formats import Format, formats_of
from components.exports.in_the_worker import get_ready
from components.exports.options import LETTERS, PAPER, SCALE, SHAPES, THEME
from components.frame.given_address import query_of
from components.scripts.in_page import in_page

CHOICES: dict[str, tuple[str, dict[str, str]]] = {
    THEME.name: ("Colours", {"": "Light", "dark": "Dark"}),
    SCALE.name: ("Pixels of a PNG", {"": "2x", "1": "1x", "3": "3x", "4": "4x"}),
    PAPER.name: ("Page of a PDF", {"": "As the picture", "A4": "A4", "A3": "A3", "Letter": "Letter"}),
    LETTERS.name: ("Names in an SVG", {"": "Text", "outlined": "Outlines, no font needed"}),
    SHAPES.name: ("Shapes in draw.io", {"": "Boxes", "aws": "AWS's own"}),
}

_mount = in_page(__file__, "export_links", '<div class="ldg-take"></div>')


def take_along(page: str, values: Callable[[], dict[Any, Any]], *, key: str, walks: bool = False) -> None:
    """Draw the popover for `page` (`landscape`, `use-cases`) at what its address says; `values` gives that, by
    declared parameter, and is asked only while the popover is open."""
    opened = st.popover("Export", icon=":material/download:", key=key, on_change="rerun")
    if not opened.open:
        return
    get_ready()
    formats = formats_of(walks=walks)
    used = {option.name for each in formats for option in each.options}
    with opened:
        _mount(
            data={
                "query": query_of(values()),
                "copied": f"export/{page}.png",
                "choices": [
                    {"name": name, "label": label, "options": list(options.items())}
                    for name, (label, options) in CHOICES.items()
                    if name in used
                ],
                "groups": [
                    {"name": group, "links": [_link(page, each) for each in formats if each.group == group]}
                    for group in dict.fromkeys(each.group for each in formats)
                ],
            },
            key=f"{key}-links",
            width="stretch",
            height="content",
        )


def _link(page: str, each: Format) -> dict[str, Any]:
    return {
        "label": each.label,
        "path": f"export/{page}.{each.name}",
        "options": [option.name for option in each.options],
    }
