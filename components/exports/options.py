"""What can be chosen for a file, as parameters of its address: `theme=dark`, `scale=4`. Defaults are absent."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from components.frame.given_address import GivenAddress
from components.frame.parameters import Choice, Number
from components.picture.theme import Mode
from data.records import Catalog

Paper = Literal["content", "A4", "A3", "Letter"]
Letters = Literal["text", "outlined"]
Shapes = Literal["boxes", "aws"]
SMALLEST_SCALE, USUAL_SCALE, LARGEST_SCALE = 1, 2, 4

THEME: Choice[Mode] = Choice("theme", "= `light` or `dark`", get_args(Mode))
SCALE = Number("scale", "pixels of a PNG for each of the screen, 1 to 4", SMALLEST_SCALE, LARGEST_SCALE, USUAL_SCALE)
PAPER: Choice[Paper] = Choice("paper", "of a PDF: as large as the picture, or `A4`, `A3`, `Letter`", get_args(Paper))
LETTERS: Choice[Letters] = Choice("letters", "of an SVG: `text`, or `outlined` to need no font", get_args(Letters))
SHAPES: Choice[Shapes] = Choice("shapes", "of draw.io: `boxes`, or `aws` for its own AWS shapes", get_args(Shapes))
PARAMETERS = (THEME, SCALE, PAPER, LETTERS, SHAPES)


@dataclass(frozen=True)
class Options:
    """What was chosen for a file; a format takes what concerns it."""

    theme: Mode = "light"
    scale: int = USUAL_SCALE
    paper: Paper = "content"
    letters: Letters = "text"
    shapes: Shapes = "boxes"


def options_from(chosen: Mapping[str, str], catalog: Catalog) -> Options:
    """The options that are chosen by their parameters' names; what is absent or empty has its default."""
    given = {name: [text] for name, text in chosen.items() if text}
    return read_options(GivenAddress(PARAMETERS, given, catalog))


def read_options(address: GivenAddress) -> Options:
    """The options that an address names."""
    return Options(
        address.get(THEME),
        address.get(SCALE) or USUAL_SCALE,
        address.get(PAPER),
        address.get(LETTERS),
        address.get(SHAPES),
    )
