"""What stands around the picture: title and filters above it, legend, numbered steps, date and address below it."""

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from components.exports.letters import fitted, width_of
from components.exports.record import ARROWS_IN_WORDS, ExportRecord, one_line
from components.exports.svg_nodes import add, draw_glyph, sample_line, words
from components.picture.theme import Palette
from data.records import LineKind

TITLE, TEXT, SMALL = 24.0, 14.0, 12.5
LINE = 20.0
COLUMN = 400.0
EDGE = 28.0


@dataclass(frozen=True)
class Frame:
    """The width of the whole, the free edge around it, the colours."""

    width: float
    edge: float
    colours: Palette

    @property
    def room(self) -> float:
        return self.width - 2 * self.edge


def draw_head(root: ET.Element, record: ExportRecord, frame: Frame, y: float) -> float:
    """Title, and what was asked for, in words. Each part gives the y below it."""
    for line in fitted(one_line(record.title), frame.room, TITLE, bold=True):
        y += TITLE * 1.15
        words(root, (frame.edge, y), line, TITLE, frame.colours.ink, bold=True)
    y += 4
    for line in [*fitted(one_line(record.filters), frame.room, TEXT), f"{record.counts_in_words}."]:
        y += LINE
        words(root, (frame.edge, y), line, TEXT, frame.colours.quiet_ink)
    return y + 8


def draw_legend(root: ET.Element, record: ExportRecord, frame: Frame, y: float) -> float:
    """The categories and kinds that are drawn, in rows."""
    for entries, sample in ((record.categories(), 18.0), (record.kinds(), 34.0)):
        x = frame.edge
        for entry in entries:
            name = one_line(entry.name)
            wide = sample + 7 + width_of(name, SMALL) + 20
            if x > frame.edge and x + wide - 20 > frame.width - frame.edge:
                x, y = frame.edge, y + 25
            if isinstance(entry, LineKind):
                sample_line(root, entry, (x, y + 9), frame.colours)
            else:
                draw_glyph(root, entry.id, (x, y), 18, frame.colours)
            words(root, (x + sample + 7, y + 13.5), name, SMALL, frame.colours.ink)
            x += wide
        if entries:
            y += 27
    if any(kind.follows == "question" for kind in record.kinds()):
        words(root, (frame.edge, y + 13), ARROWS_IN_WORDS, SMALL, frame.colours.quiet_ink)
        y += 24
    return y


def draw_walk(root: ET.Element, record: ExportRecord, frame: Frame, y: float) -> float:
    """The numbered steps in columns, filled one after the other."""
    if not record.walk:
        return y
    columns = max(1, int(frame.room // COLUMN))
    rows = -(-len(record.walk) // columns)
    room = frame.room / columns - 44
    lines = [fitted(one_line(step.title), room, TEXT) for step in record.walk]
    y += 10
    lowest = y
    for column in range(columns):
        x, at = frame.edge + column * frame.room / columns, y
        for step, told in list(zip(record.walk, lines, strict=True))[column * rows : (column + 1) * rows]:
            add(
                root,
                "circle",
                cx=x + 11,
                cy=at + 11,
                r=11,
                fill=frame.colours.background,
                stroke=frame.colours.quiet_ink,
                stroke_width=1.5,
            )
            words(root, (x + 11, at + 15.5), str(step.number), 13, frame.colours.ink, anchor="middle", bold=True)
            for line in told:
                words(root, (x + 30, at + 16), line, TEXT, frame.colours.ink)
                at += LINE
            at += 8
        lowest = max(lowest, at)
    return lowest + 4


def draw_foot(root: ET.Element, record: ExportRecord, frame: Frame, y: float) -> float:
    """The date, and the address that shows the same again."""
    y += 6
    add(
        root,
        "line",
        x1=frame.edge,
        y1=y,
        x2=frame.width - frame.edge,
        y2=y,
        stroke=frame.colours.quiet_ink,
        stroke_width=0.6,
    )
    link = add(root, "a", href=record.address) if record.address.startswith(("https://", "http://")) else root
    y += 4
    for line in fitted(f"AWS Data Landscape, {record.date_in_words}. {record.address}", frame.room, SMALL):
        y += 17
        words(link, (frame.edge, y), line, SMALL, frame.colours.quiet_ink)
    return y
