"""The name in the header."""

from xml.etree import ElementTree as ET

import pytest

from components.exports.svg_nodes import SVG
from components.exports.wordmark import HEIGHT, NAME, NAME_LEFT, WIDTH, wordmark
from components.picture.theme import Mode


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_name_is_drawn_with_the_letters_of_the_app_and_fits(mode: Mode) -> None:
    drawn = ET.fromstring(wordmark(mode))
    assert drawn.find(f"{{{SVG}}}text") is None
    line = drawn.find(f"{{{SVG}}}g")
    assert line is not None
    assert line.get("aria-label") == NAME
    left = float(line.get("transform", "").partition("(")[2].partition(" ")[0])
    assert NAME_LEFT - 1 < left < NAME_LEFT + 1
    assert (drawn.get("width"), drawn.get("height")) == (f"{WIDTH:g}", f"{HEIGHT:g}")
