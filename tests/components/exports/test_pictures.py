"""SVG and PNG are the picture of the screen: its places, lanes, kinds and numbers, on a ground of their own."""

from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path import parse_path
from PIL import Image

from components.exports.in_the_worker import make
from components.exports.options import Options
from components.exports.svg import svg_picture
from components.picture.theme import Mode, palette
from data.landscape.view import Question
from data.records import Catalog
from tests import read_exports as read
from tests.components.exports.records import ADDRESS, RECORDS, of_landscape, of_use_case, shown_in
from tests.components.exports.words import pdf_text, svg_text


def test_the_picture_has_the_positions_of_the_screen(hostile: Catalog) -> None:
    record = RECORDS["whole"](hostile)
    root = ET.fromstring(svg_picture(record))
    at = {}
    for group in root.iter(f"{read.SVG}g"):
        box = group.find(f"{read.SVG}rect")
        if group.get("data-service") and box is not None:
            at[group.get("data-service")] = (float(box.get("x", "")), float(box.get("y", "")))
    first = record.scene.boxes[0]
    for box in record.scene.boxes:
        assert at[box.id][0] - at[first.id][0] == pytest.approx(box.x - first.x, abs=0.1)
        assert at[box.id][1] - at[first.id][1] == pytest.approx(first.y - box.y, abs=0.1)


def test_the_svg_has_no_element_that_runs(hostile: Catalog) -> None:
    tags = {node.tag.removeprefix(read.SVG) for node in ET.fromstring(svg_picture(RECORDS["use case"](hostile))).iter()}
    assert tags <= {
        "svg",
        "title",
        "desc",
        "metadata",
        "rect",
        "g",
        "path",
        "text",
        "polyline",
        "polygon",
        "line",
        "circle",
        "ellipse",
        "a",
    }


def test_an_outlined_svg_needs_no_font_and_still_tells_every_name(catalog: Catalog, hostile: Catalog) -> None:
    record = of_use_case(catalog, "siem", 2)
    file = make("outlines", record)
    root = ET.fromstring(file)
    assert list(root.iter(f"{read.SVG}text")) == []
    labels = [node.get("aria-label") for node in root.iter(f"{read.SVG}path") if node.get("aria-label")]
    plain = [node.text for node in ET.fromstring(svg_picture(record)).iter(f"{read.SVG}text")]
    assert labels == plain
    shapes = {
        node.get("aria-label"): node.get("d", "")
        for node in root.iter(f"{read.SVG}path")
        if len(node.get("aria-label", "")) == 1
    }
    assert len(set(shapes.values())) == len(shapes) > 1
    for shape in shapes.values():
        pen = BoundsPen(None)
        parse_path(shape, pen)
        assert 5 < pen.bounds[3] - pen.bounds[1] < 20
    assert read.in_svg(file) == shown_in(record)
    left = [node.text for node in ET.fromstring(make("outlines", RECORDS["whole"](hostile))).iter(f"{read.SVG}text")]
    assert left
    assert all(not text.isascii() for text in left if text)


def test_the_png_has_as_many_pixels_as_are_asked_for(hostile: Catalog) -> None:
    record = of_landscape(hostile, Question())
    sizes = []
    for scale in (1, 4):
        with Image.open(BytesIO(make("png", record, Options(scale=scale)))) as image:
            sizes.append(image.size)
    assert sizes[1] == pytest.approx((4 * sizes[0][0], 4 * sizes[0][1]), abs=4)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_png_is_twice_as_large_as_the_picture_and_opaque(mode: Mode, hostile: Catalog) -> None:
    record = of_landscape(hostile, Question(), mode)
    root = ET.fromstring(svg_picture(record))
    with Image.open(BytesIO(make("png", record))) as image:
        assert image.convert("RGBA").getchannel("A").getextrema() == (255, 255)
        assert image.size == pytest.approx((2 * float(root.get("width", "")), 2 * float(root.get("height", ""))), abs=2)
        assert image.convert("RGB").getpixel((2, 2)) == tuple(bytes.fromhex(palette(mode).background[1:]))


@pytest.mark.parametrize("form", ["svg", "pdf"])
def test_a_picture_tells_title_filters_legend_steps_date_and_address(form: str, catalog: Catalog) -> None:
    record = of_use_case(catalog, "siem")
    text = svg_text(svg_picture(record)) if form == "svg" else pdf_text(make("pdf", record))
    told = catalog.use_cases["siem"]
    wanted = [
        told.title,
        told.problem,
        *(step.title for step in told.steps),
        *(entry.name for entry in (*record.categories(), *record.kinds())),
        "3 Feb 2026",
    ]
    flat = "".join(text.split())
    assert [part for part in (*wanted, ADDRESS) if "".join(part.split()) not in flat] == []


def test_lanes_kinds_and_numbers_of_the_screen_are_in_the_picture(catalog: Catalog) -> None:
    record = of_use_case(catalog, "siem", 2)
    root = ET.fromstring(svg_picture(record))
    text = [node.text for node in root.iter(f"{read.SVG}text")]
    assert {lane.name for lane in record.scene.lanes} <= set(text)
    assert {arrow.badge for arrow in record.scene.arrows if arrow.badge} <= set(text)
    drawn = {
        group.get("data-connection"): group.get("data-kind")
        for group in root.iter(f"{read.SVG}g")
        if group.get("data-connection")
    }
    assert drawn == {arrow.id: arrow.kind for arrow in record.scene.arrows}
