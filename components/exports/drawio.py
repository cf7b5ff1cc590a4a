"""The picture as a draw.io file (diagrams.net): boxes that can be moved, and arrows that stay with them."""

from xml.etree import ElementTree as ET

from components.exports.drawio_lines import add_arrow, stroke
from components.exports.drawio_shapes import AWS_SHAPES
from components.exports.letters import fitted
from components.exports.options import Shapes
from components.exports.record import ARROWS_IN_WORDS, ExportRecord, one_line
from components.picture.curves import Point
from components.picture.look import BoxLook, look_of, sample_of
from components.picture.marks import BoxMark
from components.picture.surroundings import LANE_HEAD, MARGIN
from components.picture.theme import Palette, palette

LEFT, LEAST_WIDTH = 40.0, 800.0
ICON = 28.0


def drawio_file(record: ExportRecord, shapes: Shapes = "boxes") -> bytes:
    """An uncompressed `mxfile`. The cell of a service or a connection is named `service ID` or `connection ID`;
    labels are plain text."""
    colours, scene, drawn = palette(record.mode), record.scene, look_of(record.scene, record.mode)
    width = _room(record) + 2 * LEFT
    file = ET.Element("mxfile", {"host": "AWS Data Landscape", "type": "device"})
    diagram = ET.SubElement(file, "diagram", {"name": one_line(record.title)})
    page = {
        "page": "1",
        "pageWidth": f"{width:.0f}",
        "grid": "0",
        "background": colours.background,
    }
    model = ET.SubElement(diagram, "mxGraphModel", page)
    root = ET.SubElement(model, "root")
    ET.SubElement(root, "mxCell", {"id": "0"})
    ET.SubElement(root, "mxCell", {"id": "1", "parent": "0"})
    top = _head(root, record, colours)
    floor = top + LANE_HEAD + scene.height + MARGIN / 2
    for number, lane in enumerate(scene.lanes):
        look = f"rounded=0;fillColor={colours.lane};strokeColor=none;verticalAlign=top;fontSize=13;"
        look += f"fontColor={colours.quiet_ink};connectable=0;container=1;collapsible=0;dropTarget=1"
        _cell(
            root,
            f"lane {number}",
            lane.name,
            look,
            (LEFT + lane.left - 14, top, lane.right - lane.left + 28, floor + MARGIN - top),
        )
    boxes = {box.id: box for box in scene.boxes}
    for arrow in sorted(scene.arrows, key=lambda arrow: arrow.lit):  # below the boxes
        add_arrow(root, arrow, (drawn.lines[arrow.id], colours), (boxes[arrow.tail], boxes[arrow.head]), (LEFT, floor))
    lane_of = {
        box.id: number
        for number, lane in enumerate(scene.lanes)
        for box in scene.boxes
        if lane.left <= box.x <= lane.right
    }
    for box in scene.boxes:
        # A box stands in its lane, and so its place is told from the lane's corner.
        inside = lane_of.get(box.id)
        corner = (0.0, 0.0) if inside is None else (LEFT + scene.lanes[inside].left - 14, top)
        at = (LEFT + box.x - box.width / 2 - corner[0], floor - box.y - box.height / 2 - corner[1])
        _box(
            root,
            box,
            at,
            (drawn.boxes[box.id], colours),
            parent="1" if inside is None else f"lane {inside}",
            shapes=shapes,
        )
        _explain(root, f"service {box.id}", box.hover, _card(record, f"service={box.id}"))
    for arrow in scene.arrows:
        _explain(root, f"connection {arrow.id}", arrow.hover, _card(record, f"connection={arrow.id}"))
    low = _legend(root, record, (LEFT, floor + MARGIN + 16), colours)
    model.set("pageHeight", f"{low + LEFT:.0f}")
    written: bytes = ET.tostring(file, encoding="utf-8", xml_declaration=True)
    return written


def _room(record: ExportRecord) -> float:
    return max(LEAST_WIDTH, record.scene.width)


def _head(root: ET.Element, record: ExportRecord, colours: Palette) -> float:
    """Title and filters; gives the y below them."""
    room, y = _room(record), 14.0
    told = f"{one_line(record.filters)} {record.counts_in_words}."
    for name, text, size, look in (
        ("title", record.title, 24, f"fontStyle=1;fontColor={colours.ink}"),
        ("filters", told, 14, f"fontColor={colours.quiet_ink}"),
    ):
        high = 1.3 * size * len(fitted(one_line(text), room, size, bold=size > 20))
        _text(root, name, text, (LEFT, y, room, high), f"fontSize={size};{look}")
        y += high + 6
    return y + 6


def _card(record: ExportRecord, query: str) -> str:
    """The address of a card; none for what has no address."""
    return f"{record.site}/?{query}" if record.site.startswith(("https://", "http://")) else ""


def _explain(root: ET.Element, identity: str, tooltip: str, link: str) -> None:
    """Put a tooltip, and a link where there is one, around a cell: draw.io keeps both in an element of its own."""
    place, cell = next((place, cell) for place, cell in enumerate(root) if cell.get("id") == identity)
    about = {"id": identity, "label": cell.attrib.pop("value"), "tooltip": one_line(tooltip)}
    around = ET.Element("UserObject", about | ({"link": link} if link else {}))
    del cell.attrib["id"]
    root[place] = around
    around.append(cell)


def _box(
    root: ET.Element, box: BoxMark, at: Point, drawn: tuple[BoxLook, Palette], *, parent: str, shapes: Shapes
) -> None:
    """A box with its name; where draw.io has a shape of its own for the service, with that at its left side."""
    look, colours = drawn
    icon = AWS_SHAPES.get(box.id) if shapes == "aws" else None
    style = f"rounded=1;arcSize=14;fillColor={look.fill};strokeColor={look.border};"
    style += f"strokeWidth={look.border_width:g};fontColor={look.ink};fontSize=15;"
    style += f"spacingLeft={ICON + 8 if icon else 4};spacingRight=2;lit={'yes' if box.lit else 'no'}"
    name = f"service {box.id}"
    told = (*box.lines, *(box.what if box.holds else ()), *filter(None, [box.mark]))
    _cell(root, name, "\n".join(told), style, (*at, box.width, box.height), parent=parent)
    if icon:
        own = f"shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.{icon};aspect=fixed;connectable=0;movable=0;"
        own += f"fillColor={look.border};strokeColor={colours.background}"
        _cell(root, f"sign {box.id}", "", own, (6, (box.height - ICON) / 2, ICON, ICON), parent=name)


def _legend(root: ET.Element, record: ExportRecord, at: Point, colours: Palette) -> float:
    """Categories, kinds, steps, date and address; gives the y below them."""
    x, y = at
    for category in record.categories():
        look = f"rounded=1;fillColor={colours.fill[category.id]};strokeColor={colours.mark[category.id]};"
        look += f"fontColor={colours.ink};fontSize=12;connectable=0"
        if x + 150 > LEFT + _room(record):
            x, y = at[0], y + 32
        _cell(root, f"category {category.id}", category.name, look, (x, y, 150, 26))
        x += 158
    x, y = at[0], y + 44
    for kind in record.kinds():
        wide = 46 + 7.5 * len(one_line(kind.name))
        if x + wide > LEFT + _room(record):
            x, y = at[0], y + 24
        look = f"{stroke(sample_of(kind.id, colours, asks=kind.follows == 'question'))}html=0"
        cell = ET.SubElement(root, "mxCell", {"id": f"kind {kind.id}", "style": look, "edge": "1", "parent": "1"})
        geometry = ET.SubElement(cell, "mxGeometry", {"relative": "1", "as": "geometry"})
        for end, right in (("sourcePoint", x), ("targetPoint", x + 34)):
            ET.SubElement(geometry, "mxPoint", {"x": f"{right:.0f}", "y": f"{y:.0f}", "as": end})
        _text(
            root,
            f"kind name {kind.id}",
            kind.name,
            (x + 38, y - 11, wide - 38, 22),
            f"fontSize=12;fontColor={colours.ink}",
        )
        x += wide + 14
    foot = [ARROWS_IN_WORDS] if any(kind.follows == "question" for kind in record.kinds()) else []
    foot += [f"{step.number}. {one_line(step.title)}" for step in record.walk]
    foot += [f"AWS Data Landscape, {record.date_in_words}. {record.address}"]
    for number, line in enumerate(foot):
        _text(
            root,
            f"foot {number}",
            line,
            (LEFT, y + 18 + 22 * number, _room(record), 22),
            f"fontSize=13;fontColor={colours.quiet_ink}",
        )
    return y + 18 + 22 * len(foot)


def _text(root: ET.Element, identity: str, text: str, place: tuple[float, float, float, float], look: str) -> None:
    _cell(root, identity, text, f"text;align=left;fillColor=none;strokeColor=none;connectable=0;{look}", place)


def _cell(
    root: ET.Element,
    identity: str,
    text: str,
    look: str,
    place: tuple[float, float, float, float],
    *,
    parent: str = "1",
) -> None:
    style = f"{look};whiteSpace=wrap;html=0"
    cell = ET.SubElement(
        root, "mxCell", {"id": identity, "value": _lines(text), "style": style, "vertex": "1", "parent": parent}
    )
    ET.SubElement(
        cell,
        "mxGeometry",
        dict(zip(("x", "y", "width", "height"), (f"{value:.0f}" for value in place), strict=True)) | {"as": "geometry"},
    )


def _lines(text: str) -> str:
    """A label in the lines that it is given in: draw.io does not break plain text."""
    return "\n".join(map(one_line, text.split("\n")))
