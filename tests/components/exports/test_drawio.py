"""A file of draw.io: boxes stand where they stand on the screen, lines are bound to them and lead around others."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from components.exports.drawio import drawio_file
from components.exports.drawio_shapes import AWS_SHAPES
from components.picture.curves import along
from data.landscape.view import Question
from data.records import Catalog
from tests import read_exports as read
from tests.components.exports.records import RECORDS, of_landscape, of_use_case


def test_the_arrows_of_a_drawio_file_are_bound_to_boxes_that_stand_where_they_stand_on_the_screen(
    hostile: Catalog,
) -> None:
    record = RECORDS["whole"](hostile)
    cells = read.drawio_cells(drawio_file(record))
    for drawn in record.scene.arrows:
        arrow = cells[f"connection {drawn.id}"]
        assert (arrow.get("source"), arrow.get("target")) == (f"service {drawn.tail}", f"service {drawn.head}")
        assert arrow.get("edge") == "1"
    at = {box.id: _place_of(cells, f"service {box.id}") for box in record.scene.boxes}
    first = record.scene.boxes[0]
    for box in record.scene.boxes:
        assert at[box.id][0] - at[first.id][0] == pytest.approx(box.x - first.x, abs=2)
        assert at[box.id][1] - at[first.id][1] == pytest.approx(first.y - box.y, abs=2)
    assert all(cell.get("parent") in cells for name, cell in cells.items() if name != "0")


def _place_of(cells: dict[str, ET.Element], name: str) -> tuple[float, float]:
    """The corner of a cell on the page: places inside a container are told from its corner."""
    x = y = 0.0
    while name in cells and cells[name].find("mxGeometry") is not None:
        place = cells[name].find("mxGeometry")
        assert place is not None
        x, y = x + float(place.get("x", "0")), y + float(place.get("y", "0"))
        name = cells[name].get("parent", "")
    return x, y


def test_a_drawio_file_has_lines_below_boxes_in_lanes_with_tooltips_and_links(hostile: Catalog) -> None:
    record = replace(RECORDS["whole"](hostile), site="https://landscape.example")
    file = drawio_file(record)
    root = ET.fromstring(file)
    order = [element.get("id", "") for element in root.iter("root") for element in element]
    lines, boxes = (
        [place for place, name in enumerate(order) if name.startswith(kind)] for kind in ("connection ", "service ")
    )
    assert max(lines) < min(boxes)
    cells = read.drawio_cells(file)
    assert {cells[f"service {box.id}"].get("parent", "").partition(" ")[0] for box in record.scene.boxes} == {"lane"}
    about = {element.get("id"): element for element in root.iter("UserObject")}
    assert about["service db"].get("link") == "https://landscape.example/?service=db"
    assert all(element.get("tooltip") for element in about.values())
    page = root.find(".//mxGraphModel")
    assert page is not None
    lowest = max(_place_of(cells, name)[1] for name in cells)
    assert lowest < float(page.get("pageHeight", "0")) < lowest + 120


def test_no_line_of_a_drawio_file_runs_through_a_box_of_others(catalog: Catalog) -> None:
    for record in (of_landscape(catalog, Question()), *(of_use_case(catalog, each) for each in catalog.use_cases)):
        cells = read.drawio_cells(drawio_file(record))
        boxes = {box.id: (*_place_of(cells, f"service {box.id}"), box.width, box.height) for box in record.scene.boxes}
        for arrow in record.scene.arrows:
            course = _course_of(cells[f"connection {arrow.id}"], boxes[arrow.tail], boxes[arrow.head])
            points = [along(course, share / 40) for share in range(41)]
            for identity, (left, top, wide, high) in boxes.items():
                if identity not in {arrow.tail, arrow.head}:
                    within = [x for x, y in points if left + 2 < x < left + wide - 2 and top + 2 < y < top + high - 2]
                    assert within == [], (record.title, arrow.id, identity)


Box = tuple[float, float, float, float]


def _course_of(cell: ET.Element, tail: Box, head: Box) -> list[tuple[float, float]]:
    """The points of a line: where it leaves its box, its corners, where it comes in."""
    style = dict(part.split("=") for part in cell.get("style", "").split(";") if "=" in part)
    ends = [
        (left + wide * float(style[f"{end}X"]), top + high * float(style[f"{end}Y"]))
        for end, (left, top, wide, high) in (("exit", tail), ("entry", head))
    ]
    corners = [(float(point.get("x", "")), float(point.get("y", ""))) for point in cell.iter("mxPoint")]
    return [ends[0], *corners, ends[1]]


def test_a_drawio_file_names_the_shapes_that_the_editor_ships(catalog: Catalog) -> None:
    cells = read.drawio_cells(drawio_file(of_landscape(catalog, Question()), "aws"))
    sign = cells["sign dynamodb"]
    assert "resIcon=mxgraph.aws4.dynamodb" in sign.get("style", "")
    assert sign.get("parent") == "service dynamodb", "it moves with its box"
    assert "sign rds-proxy" not in cells
    assert set(AWS_SHAPES) <= set(catalog.services)
