"""The legend of a slide: glyphs of categories and lines of kinds, by name."""

from collections.abc import Iterator

from pptx.enum.shapes import MSO_CONNECTOR
from pptx.enum.text import PP_ALIGN
from pptx.slide import Slide
from pptx.util import Pt

from components.exports.letters import width_of
from components.exports.record import ExportRecord, one_line
from components.exports.slide_icon import add_icon
from components.exports.slide_lines import stroke
from components.exports.slide_picture import Area
from components.exports.slide_shapes import without_theme, write
from components.picture.look import sample_of
from components.picture.theme import Palette
from data.records import LineKind, Named

LETTERS, ROW, GAP = 10.0, 16.0, 14.0  # points
GLYPH, LINE = 11.0, 24.0


Place = tuple[Named, float, float, float]  # an entry, where it begins in an area, and how wide its name is


def key_height(record: ExportRecord, width: float) -> float:
    """The height that the legend needs in a width, in points."""
    return max((y for _, _, y, _ in _places(record, width)), default=-ROW) + ROW


def draw_key(slide: Slide, record: ExportRecord, colours: Palette, area: Area) -> None:
    """The categories and kinds that are drawn, in rows from the left upper corner of an area."""
    for entry, right, down, wide in _places(record, area.width):
        x, y = area.left + right, area.top + down
        if isinstance(entry, LineKind):
            middle = Pt(y + ROW / 2)
            sample = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(x), middle, Pt(x + LINE), middle)
            without_theme(sample)
            stroke(sample, sample_of(entry.id, colours, asks=entry.follows == "question"), 0.8)
        else:
            sample = add_icon(slide, entry.id, (x, y + (ROW - GLYPH) / 2), GLYPH, colours)
        sample.name = f"key {one_line(entry.name)}"
        box = slide.shapes.add_textbox(Pt(x + _sign(entry)), Pt(y), Pt(wide), Pt(ROW))
        box.name = f"key name {one_line(entry.name)}"
        write(box, one_line(entry.name), LETTERS, colours.ink, align=PP_ALIGN.LEFT)


def _places(record: ExportRecord, width: float) -> Iterator[Place]:
    x = y = 0.0
    for entry in (*record.categories(), *record.kinds()):
        wide = width_of(one_line(entry.name), LETTERS) + 4
        if x and x + _sign(entry) + wide > width:
            x, y = 0.0, y + ROW
        yield entry, x, y, wide
        x += _sign(entry) + wide + GAP


def _sign(entry: Named) -> float:
    return (LINE if isinstance(entry, LineKind) else GLYPH) + 3
