"""A deck that is handed on: arrows that do not lie, a template of its own, everything that the page tells."""

import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from openxml_audit import validate_pptx
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Pt

from components.exports.glue import glue_of
from components.exports.in_the_worker import make
from components.exports.record import ExportRecord, ends_of, one_line
from components.picture.curves import along
from data.costs.summary import CostRow, CostSummary
from data.landscape.view import Question
from data.records import Catalog
from tests import read_exports as read
from tests.components.exports.other_tools import tool
from tests.components.exports.records import RECORDS, hostile_catalog, of_landscape, of_use_case

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return hostile_catalog(tmp_path_factory.mktemp("hostile"))


def _title(slide: Any) -> str:
    return str(slide.shapes.title.text)


@pytest.mark.parametrize("kind", ["use case", "step"])
def test_a_deck_has_the_picture_each_step_and_all_that_the_page_tells(kind: str, hostile: Catalog) -> None:
    record = RECORDS[kind](hostile)
    told = hostile.use_cases["read"]
    first, *others = read.slides_of(make("pptx", record))
    steps, texts = others[: len(told.steps)], others[len(told.steps) :]
    assert read.in_slide(first).lit_connections == record.view.connections
    assert [read.in_slide(slide).lit_connections for slide in steps] == [{step.connection} for step in told.steps]
    assert {read.in_slide(slide).services for slide in steps} == {record.view.services}
    assert [_title(slide) for slide in steps] == [
        f"{number}. {one_line(step.title)}" for number, step in enumerate(told.steps, start=1)
    ]
    for slide, step in zip(steps, told.steps, strict=True):
        assert one_line(step.text) in slide.notes_slide.notes_text_frame.text
        assert one_line(step.text)[:20] in " ".join(
            shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame
        )
        assert any(shape.name.startswith("key ") for shape in slide.shapes)
    all_text = "\n".join(shape.text_frame.text for slide in texts for shape in slide.placeholders)
    for entry in (*told.why, *told.trade_offs, *told.alternatives):
        assert one_line(entry.text) in all_text
    assert all(one_line(failure.do) in all_text for failure in told.failures)
    assert all(page.url in all_text for page in told.sources.values())


def test_no_head_of_an_arrow_lies_on_a_tail_and_no_arrow_runs_through_a_box_of_others(catalog: Catalog) -> None:
    records: list[ExportRecord] = [of_use_case(catalog, use_case) for use_case in catalog.use_cases]
    records.append(of_landscape(catalog, Question()))
    for record in records:
        scene = record.scene
        glue = glue_of(scene.boxes, scene.arrows)
        for box, sites in glue.sites.items():
            met = [
                (sites[number].at, is_head)
                for arrow in scene.arrows
                for end, number, is_head in zip(
                    ends_of(arrow), (glue.ways[arrow.id].start, glue.ways[arrow.id].end), (False, True), strict=True
                )
                if end == box
            ]
            assert len({place for place, _ in met}) == len(met), (record.title, box)
        for arrow in scene.arrows:
            for box in scene.boxes:
                if box.id in ends_of(arrow):
                    continue
                inside = [
                    point
                    for point in (along(glue.ways[arrow.id].course, share / 40) for share in range(41))
                    if abs(point[0] - box.x) < box.width / 2 - 1 and abs(point[1] - box.y) < box.height / 2 - 1
                ]
                assert not inside, (record.title, arrow.id, box.id)


def test_straight_arrows_are_glued_and_the_others_end_at_their_boxes(catalog: Catalog) -> None:
    record = of_landscape(catalog, Question())
    (slide,) = read.slides_of(make("pptx", record))
    boxes = _boxes(slide)
    ids = {shape.shape_id: name for name, shape in boxes.items()}
    glued = 0
    for shape in _lines(slide):
        tail, head = shape.name.removeprefix("connection ").removeprefix("line ").split("--")[:2]
        marks = [shape._element.xpath(f".//a:{end}/@id") for end in ("stCxn", "endCxn")]
        if marks[0]:
            glued += 1
            assert [ids[int(mark[0])] for mark in marks] == [tail, head]
        else:
            for name in (tail, head):
                box = boxes[name]
                assert shape.left <= box.left + box.width + Pt(1)
                assert shape.left + shape.width >= box.left - Pt(1)
    assert glued > len(record.scene.arrows) / 2


def _boxes(slide: Any) -> dict[str, Any]:
    """The box of every service, which stands in a group with its sign."""
    groups = (shape for shape in slide.shapes if shape.name.startswith("service "))
    return {
        shape.name.removeprefix("box "): shape
        for group in groups
        for shape in group.shapes
        if shape.name.startswith("box ")
    }


def _lines(slide: Any) -> list[Any]:
    """The line of every connection, whether it stands in a group with its number or alone."""
    found = [shape for shape in slide.shapes if shape.name.startswith("connection ")]
    inside = (each for shape in found if shape.shape_type == MSO_SHAPE_TYPE.GROUP for each in shape.shapes)
    alone = [shape for shape in found if shape.shape_type != MSO_SHAPE_TYPE.GROUP]
    return [*alone, *(shape for shape in inside if shape.name.startswith("line "))]


def test_every_service_bears_the_sign_of_its_category(catalog: Catalog) -> None:
    record = of_use_case(catalog, "siem")
    slide = read.slides_of(make("pptx", record))[0]
    signs = {
        group.name.removeprefix("service "): [shape.name for shape in group.shapes][1:]
        for group in slide.shapes
        if group.name.startswith("service ")
    }
    assert signs == {box.id: [f"sign {box.category}"] for box in record.scene.boxes}


@pytest.mark.parametrize("scope", ["use case", "core services"])
def test_a_validator_of_office_files_finds_nothing_wrong(scope: str, catalog: Catalog, tmp_path: Path) -> None:
    record = of_use_case(catalog, "siem", 2, "dark") if scope == "use case" else of_landscape(catalog, Question())
    (tmp_path / "deck.pptx").write_bytes(make("pptx", record))
    found = validate_pptx(tmp_path / "deck.pptx")
    assert [str(error) for error in found.errors] == []
    assert found.is_valid


def test_every_name_is_at_least_ten_points_high(catalog: Catalog) -> None:
    for scope in ("core", "wide"):
        (slide,) = read.slides_of(make("pptx", of_landscape(catalog, Question(scope=scope))))
        sizes = [
            run.font.size.pt
            for shape in _boxes(slide).values()
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
            if run.font.bold
        ]
        assert min(sizes) >= 10


def test_the_template_is_our_own_and_what_is_added_by_hand_fits(hostile: Catalog) -> None:
    file = make("pptx", RECORDS["use case"](hostile))
    with ZipFile(BytesIO(file)) as parts:
        assert [name for name in parts.namelist() if "thumbnail" in name or "printer" in name] == []
        assert b"Steve" not in parts.read("docProps/core.xml")
    deck = Presentation(BytesIO(file))
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9)
    assert deck.core_properties.author == deck.core_properties.last_modified_by == "AWS Data Landscape"
    layout = next(layout for layout in deck.slide_layouts if layout.name == "Title and Content")
    for shape in deck.slides.add_slide(layout).placeholders:
        assert shape.left >= 0
        assert shape.left + shape.width <= deck.slide_width
        assert shape.top + shape.height <= deck.slide_height
    for slide in list(deck.slides)[:-1]:
        kinds = {shape.placeholder_format.type.name for shape in slide.placeholders}
        assert {"TITLE", "FOOTER", "SLIDE_NUMBER"} <= kinds
        texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        assert [text for text in texts if text.startswith("•")] == []


def test_a_number_is_in_one_group_with_its_arrow(catalog: Catalog) -> None:
    record = of_use_case(catalog, "siem")
    slide = read.slides_of(make("pptx", record))[0]
    groups = {shape.name.removeprefix("connection "): shape for shape in slide.shapes if "connection " in shape.name}
    for arrow in (arrow for arrow in record.scene.arrows if arrow.badge):
        assert arrow.badge in [shape.text_frame.text for shape in groups[arrow.id].shapes if shape.has_text_frame]


def test_every_part_of_a_deck_is_xml_with_ids_that_stand_once(catalog: Catalog) -> None:
    with ZipFile(BytesIO(make("pptx", of_use_case(catalog, "siem", 2)))) as parts:
        assert parts.testzip() is None
        for name in parts.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            root = ET.fromstring(parts.read(name))
            ids = [node.get("id") for node in root.iter() if node.tag.endswith("}cNvPr")]
            assert len(ids) == len(set(ids)), name


def test_libreoffice_opens_a_deck_with_all_its_slides(catalog: Catalog, tmp_path: Path) -> None:
    office = tool("soffice")
    file = make("pptx", of_use_case(catalog, "welcome-message"))
    (tmp_path / "deck.pptx").write_bytes(file)
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "deck.pptx")),
        ],
        capture_output=True,
        timeout=150,
        check=True,
    )
    pages = subprocess.run(
        [tool("pdfinfo"), str(tmp_path / "deck.pdf")], capture_output=True, text=True, check=True
    ).stdout
    assert f"Pages:           {len(read.slides_of(file))}\n" in pages


def test_a_deck_of_a_use_case_with_costs_has_a_table_of_them(hostile: Catalog) -> None:
    row = CostRow("A part | of it", "1.20 USD", "-")
    costs = CostSummary(
        "a load", "us-east-1", (row,), "1.20 USD a month", "0.00 USD a month", ("A month has 730 hours.",)
    )
    slides = read.slides_of(make("pptx", replace(RECORDS["use case"](hostile), costs=costs)))
    table = next(shape.table for slide in slides for shape in slide.shapes if shape.has_table)
    assert [cell.text for cell in table.rows[1].cells] == ["A part | of it", "1.20 USD", "-"]
    assert [cell.text for cell in table.rows[2].cells] == ["Together", "1.20 USD a month", "0.00 USD a month"]
