"""What is taken along holds exactly what is shown, in every format, whatever the names in it."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from re import findall, split
from typing import Any
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path import parse_path
from PIL import Image
from streamlit.testing.v1 import AppTest

from components.exports import in_the_worker
from components.exports.brief import markdown_brief
from components.exports.dot import STYLES, dot_source
from components.exports.drawio import drawio_file
from components.exports.drawio_shapes import AWS_SHAPES
from components.exports.formats import FORMATS
from components.exports.in_the_worker import made_by, make
from components.exports.mermaid import mermaid_source
from components.exports.offline.page import html_page
from components.exports.options import Options
from components.exports.record import ExportRecord, Numbered, one_line
from components.exports.selection import selection_json
from components.exports.svg import svg_picture
from components.exports.tables import FORMULA, connections_csv, services_csv, steps_csv
from components.frame.given_address import query_of
from components.landscape.address import values_of
from components.landscape.export import landscape_export, name_of_the_file
from components.picture.curves import along
from components.picture.scene import scene
from components.picture.theme import Mode, palette
from components.use_cases.export import use_case_export
from components.worker.worker import DRAWINGS
from data.landscape.filters import LandscapeFilter
from data.landscape.paths import hop_in_words
from data.landscape.view import Question, view
from data.landscape.walk import Place, picture
from data.records import Catalog
from tests import read_exports as read
from tests.app_pages import open_page
from tests.components.exports.other_tools import run_tool
from tests.components.frame.test_address import many_questions
from tests.tiny_catalog import documents, service, tiny_catalog, use_case

DAY = date(2026, 2, 3)
ADDRESS = "https://landscape.example/?service=db&q=%3Cb%3E"
HOSTILE = (
    'He said "hi" & <b>left</b>',
    "a|b\nc\\d [x](y) `z`",
    "=1+1; rm -rf ~ #{%{x}} $y",
    "</script><script>alert(1)",
    "Поиск Αναζήτηση 検索 بحث",
)


def hostile_catalog(folder: Path) -> Catalog:
    """Five services and two use cases whose names, titles and texts are what a format could take for its own signs."""
    content = documents()
    places = (
        ("app", "application", "produce"),
        ("cache", "nosql", "connect"),
        ("db", "nosql", "store"),
        ("search", "search", "analyse"),
        ("archive", "search", "analyse"),
    )
    for (identity, category, lane), name in zip(places, HOSTILE, strict=True):
        purpose = {"text": f"{name} \u2028 {{{{title}}}} --> %% end", "source": "page"}
        content[f"services/{identity}.yaml"] = service(identity, name, category, lane, purpose=purpose) | {"name": name}
    steps = [
        {"title": name, "text": f"{name}{{{{data}}}}", "connection": step}
        for name, step in zip(HOSTILE[:2], ("app--cache", "cache--db"), strict=True)
    ]
    content["use_cases/read.yaml"] = use_case(
        "read", "app--cache", "cache--db", title=HOSTILE[3], problem=HOSTILE[0], steps=steps, why=[{"text": HOSTILE[2]}]
    )
    return tiny_catalog(folder, content)


def of_landscape(catalog: Catalog, question: Question, mode: Mode = "light") -> ExportRecord:
    shown = view(catalog, question)
    walk = tuple(
        Numbered(number, hop_in_words(catalog, hop, "data"), hop.connections[0])
        for number, hop in enumerate(shown.route or (), start=1)
    )
    return ExportRecord(
        scene(catalog, shown),
        shown,
        shown.title,
        f"Filter: {question.filter.describe(catalog)}.",
        ADDRESS,
        DAY,
        mode,
        catalog.taxonomy,
        walk=walk,
    )


def of_use_case(catalog: Catalog, identity: str, step: int | None = None, mode: Mode = "light") -> ExportRecord:
    told = catalog.use_cases[identity]
    shown, walk = picture(catalog, Place(identity, len(told.steps), step))
    numbered = tuple(
        Numbered(number, step.title, catalog.connections[step.connection])
        for number, step in enumerate(told.steps, start=1)
    )
    return ExportRecord(
        scene(catalog, shown, walk=walk),
        shown,
        shown.title,
        told.problem,
        ADDRESS,
        DAY,
        mode,
        catalog.taxonomy,
        told,
        numbered,
        stem=identity,
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return hostile_catalog(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module", autouse=True)
def worker() -> Iterator[None]:
    """Ends the worker process after the tests, so that no pipe stays open."""
    yield
    DRAWINGS.close()


RECORDS: dict[str, Callable[[Catalog], ExportRecord]] = {
    "whole": lambda catalog: of_landscape(catalog, Question(scope="wide")),
    "neighbours": lambda catalog: of_landscape(catalog, Question(scope="wide", service="db", direction="out")),
    "path": lambda catalog: of_landscape(catalog, Question(start="app", end="search")),
    "dark": lambda catalog: of_landscape(catalog, Question(filter=LandscapeFilter(categories=("search",))), "dark"),
    "nothing": lambda catalog: of_landscape(catalog, Question(filter=LandscapeFilter(text="zzzz"), look="only")),
    "use case": lambda catalog: of_use_case(catalog, "read"),
    "step": lambda catalog: of_use_case(catalog, "read", 2, "dark"),
}
READERS: dict[str, Callable[[Catalog, ExportRecord], read.Held]] = {
    "svg": lambda _, record: read.in_svg(svg_picture(record)),
    "png": lambda _, record: read.in_png(make("png", record)),
    "pdf": lambda _, record: read.in_pdf(make("pdf", record)),
    "mermaid": lambda _, record: read.in_mermaid(mermaid_source(record)),
    "dot": lambda _, record: read.in_dot(dot_source(record)),
    "drawio": lambda _, record: read.in_drawio(drawio_file(record)),
    "json": lambda catalog, record: read.in_json(selection_json(catalog, record)),
    "csv": lambda catalog, record: read.in_tables(services_csv(catalog, record), connections_csv(catalog, record)),
    "markdown": lambda catalog, record: read.in_brief(markdown_brief(catalog, record)),
    "html": lambda catalog, record: read.in_page(html_page(catalog, record)),
}


DRAWN = {"svg", "html", "mermaid", "dot", "drawio"}  # these hold shapes; the others say what they stand for


def shown_in(record: ExportRecord) -> read.Held:
    return read.Held(
        record.view.services, record.view.connections, record.view.lit_services, record.view.lit_connections
    )


def drawn_in(record: ExportRecord) -> read.Held:
    """What has a box or a line of its own: on the wide map one may stand for several."""
    boxes, arrows = record.scene.boxes, record.scene.arrows
    return read.Held(
        frozenset(box.id for box in boxes),
        frozenset(arrow.id for arrow in arrows),
        frozenset(box.id for box in boxes if box.lit),
        frozenset(arrow.id for arrow in arrows if arrow.lit),
    )


@pytest.mark.parametrize("kind", RECORDS)
@pytest.mark.parametrize("form", READERS)
def test_a_file_holds_exactly_what_is_shown(form: str, kind: str, hostile: Catalog) -> None:
    record = RECORDS[kind](hostile)
    wanted = drawn_in(record) if form in DRAWN else shown_in(record)
    assert READERS[form](hostile, record) == wanted


@pytest.mark.parametrize("kind", ["whole", "neighbours", "path", "dark", "nothing"])
def test_the_slide_of_a_view_holds_exactly_what_is_shown(kind: str, hostile: Catalog) -> None:
    record = RECORDS[kind](hostile)
    (slide,) = read.slides_of(make("pptx", record))
    assert read.in_slide(slide) == drawn_in(record)


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


def _svg_text(file: bytes) -> str:
    return " ".join(
        " ".join(node.itertext())
        for node in ET.fromstring(file).iter()
        if node.tag.removeprefix(read.SVG) in {"text", "title"}
    )


def _mermaid_text(file: bytes) -> str:
    return "".join(chr(int(part[1:-1])) if part.startswith("#") else part for part in split(r"(#\d+;)", file.decode()))


def _dot_text(file: bytes) -> str:
    return file.decode().replace("\\l", " ").replace('\\"', '"').replace("\\\\", "\\").replace("\\n", " ")


def _slide_text(file: bytes) -> str:
    return " ".join(
        node.text or node.get("descr", "")
        for slide in read.slides_of(file)
        for node in slide._element.iter()
        if node.tag.endswith(("}t", "}cNvPr"))
    )


def _pdf_text(file: bytes) -> str:
    with pypdfium2.PdfDocument(file) as document:
        return " ".join(document[0].get_textpage().get_text_bounded().split())


def _drawio_text(file: bytes) -> str:
    return " ".join(cell.get("value", "") for cell in read.drawio_cells(file).values())


def _brief_text(file: bytes) -> str:
    return unescape("".join(findall(r"(?s)\\?(.)", file.decode())))


TEXTS: dict[str, Callable[[Catalog, ExportRecord], str]] = {
    "svg": lambda _, record: _svg_text(svg_picture(record)),
    "mermaid": lambda _, record: _mermaid_text(mermaid_source(record)),
    "dot": lambda _, record: _dot_text(dot_source(record)),
    "drawio": lambda _, record: _drawio_text(drawio_file(record)),
    "pptx": lambda _, record: _slide_text(make("pptx", record)),
    "json": lambda catalog, record: " ".join(
        entry["name"] for entry in json.loads(selection_json(catalog, record))["services"]
    ),
    "csv": lambda catalog, record: " ".join(
        row["name"].removeprefix("'") for row in read.rows_of(services_csv(catalog, record))
    ),
    "markdown": lambda catalog, record: _brief_text(markdown_brief(catalog, record)),
    "html": lambda catalog, record: " ".join(
        json.loads(read.page_of(html_page(catalog, record)).scripts[0])["about"]["names"].values()
    ),
}


@pytest.mark.parametrize("form", TEXTS)
def test_every_name_comes_through_unbroken(form: str, hostile: Catalog) -> None:
    text = one_line(TEXTS[form](hostile, RECORDS["whole"](hostile)))
    assert [name for name in HOSTILE if one_line(name) not in text] == []


def test_the_pdf_shows_every_name_that_its_typeface_can_draw_and_tells_the_others(hostile: Catalog) -> None:
    file = make("pdf", RECORDS["whole"](hostile))
    text = _pdf_text(file)
    words = [word for name in HOSTILE[:4] for word in one_line(name).split() if len(word) < 12]
    assert [word for word in words if word not in text] == []
    assert "archive" in text
    with pypdfium2.PdfDocument(file) as document:
        assert json.loads(document.get_metadata_dict()["Keywords"])["names"]["archive"] == HOSTILE[4]


def test_the_pdf_draws_greek_and_cyrillic_letters(tmp_path: Path) -> None:
    name = "Поиск Αναζήτηση é"
    content = documents() | {"services/archive.yaml": service("archive", name, "search", "analyse", scope="wide")}
    text = _pdf_text(make("pdf", of_landscape(tiny_catalog(tmp_path, content), Question(scope="wide"))))
    assert [word for word in name.split() if word not in text] == []


def test_no_cell_of_a_table_can_become_a_formula(hostile: Catalog) -> None:
    record = RECORDS["use case"](hostile)
    for file in (services_csv(hostile, record), connections_csv(hostile, record), steps_csv(hostile, record)):
        cells = [cell for row in read.rows_of(file) for cell in row.values()]
        assert cells
        assert [cell for cell in cells if cell.lstrip().startswith(FORMULA)] == []
    assert [row["step_title"] for row in read.rows_of(steps_csv(hostile, record))] == [
        step.title for step in hostile.use_cases["read"].steps
    ]


def test_the_page_has_only_its_own_scripts_and_asks_for_nothing_from_outside(hostile: Catalog) -> None:
    record = RECORDS["use case"](hostile)
    page = read.page_of(html_page(hostile, record))
    assert len(page.scripts) == page.tags.count("script") == 2
    assert record.use_case
    assert set(page.links) <= {ADDRESS, *(source.url for source in record.use_case.sources.values())}
    assert one_line(record.title) in unescape(page.seen)
    assert [place for place in ("title", "picture", "legend", "told", "all") if f">{{{{{place}}}}}<" in page.seen] == []


def test_the_page_of_everything_is_small_enough_for_a_mail(catalog: Catalog) -> None:
    assert len(html_page(catalog, of_landscape(catalog, Question(scope="wide")))) < 2_000_000


def test_the_page_tells_all_of_a_use_case_without_a_script(catalog: Catalog, hostile: Catalog) -> None:
    told = catalog.use_cases["siem"]
    seen = " ".join(read.page_of(html_page(catalog, of_use_case(catalog, "siem"))).seen.split())
    texts = [step.text for step in told.steps]
    texts += [each.text for each in (*told.why, *told.trade_offs, *told.alternatives)]
    texts += [failure.do for failure in told.failures]
    assert [text for text in texts if " ".join(text.split()) not in seen] == []
    hostile_page = read.page_of(html_page(hostile, RECORDS["use case"](hostile)))
    assert one_line(hostile.use_cases["read"].why[0].text) in hostile_page.seen


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


@pytest.mark.parametrize(("paper", "size"), [("A4", (842, 595)), ("A3", (1191, 842)), ("Letter", (792, 612))])
def test_a_pdf_fits_the_paper_that_is_asked_for(paper: Any, size: tuple[float, float], catalog: Catalog) -> None:
    file = make("pdf", of_landscape(catalog, Question(scope="wide")), Options(paper=paper))
    with pypdfium2.PdfDocument(file) as document:
        assert len(document) == 1
        assert document[0].get_size() in (pytest.approx(size, abs=1), pytest.approx(size[::-1], abs=1))
        assert "CloudWatch" in document[0].get_textpage().get_text_bounded()


def test_a_pdf_is_tagged_and_its_boxes_citations_and_address_are_links(catalog: Catalog) -> None:
    record = replace(of_use_case(catalog, "siem"), site="https://landscape.example")
    told = catalog.use_cases["siem"]
    paper = read.paper_of(make("pdf", record))
    assert paper.is_tagged
    assert (paper.language, paper.title) == ("en", told.title)
    assert paper.tags.count("H1") == 1
    assert {"H1", "H2", "Figure", "L", "LI", "Link", "P"} <= set(paper.tags)
    assert paper.pictures[0].startswith(told.title)
    assert "S3 → OpenSearch Ingestion" in paper.pictures[0]
    cards = {f"https://landscape.example/services?service={box.id}" for box in record.scene.boxes}
    cited = {told.sources[key].url for step in told.steps for key in step.source}
    assert {ADDRESS, *cards, *cited} <= set(paper.links)


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


def test_qpdf_finds_nothing_wrong_with_a_pdf(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "picture.pdf").write_bytes(make("pdf", of_use_case(catalog, "siem")))
    assert b"No syntax or stream encoding errors" in run_tool("qpdf", "--check", str(tmp_path / "picture.pdf"))


@pytest.mark.parametrize("kind", ["use case", "core services"])
def test_graphviz_draws_a_cluster_for_each_lane_and_no_two_kinds_alike(kind: str, catalog: Catalog) -> None:
    record = of_use_case(catalog, "siem") if kind == "use case" else of_landscape(catalog, Question(), "dark")
    drawn = ET.fromstring(run_tool("dot", "-Tsvg", given=dot_source(record)))
    groups = [(group.get("class"), group) for group in drawn.iter(f"{read.SVG}g")]
    clusters = [group for name, group in groups if name == "cluster"]
    assert [group.findtext(f"{read.SVG}text") for group in clusters] == [lane.name for lane in record.scene.lanes]
    assert {arrow.id for arrow in record.scene.arrows} <= {group.get("id") for name, group in groups if name == "edge"}
    assert len(set(STYLES.values())) == len(STYLES)
    assert {entry.id for entry in catalog.taxonomy.kinds} == set(STYLES)
    text = [node.text for node in drawn.iter(f"{read.SVG}text")]
    assert {entry.name for entry in (*record.kinds(), *record.categories())} <= set(text)


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
    text = _svg_text(svg_picture(record)) if form == "svg" else _pdf_text(make("pdf", record))
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


def test_files_are_named_after_what_they_hold(catalog: Catalog) -> None:
    drawn: dict[str, Any] = {"address": ADDRESS, "day": DAY, "mode": "light"}
    neighbours = landscape_export(catalog, Question(service="dynamodb"), **drawn)
    assert neighbours.file_name("png") == "dynamodb-and-its-neighbours.png"
    assert neighbours.file_name("csv", part="services") == "dynamodb-and-its-neighbours-services.csv"
    core, whole = (landscape_export(catalog, Question(scope=scope), **drawn) for scope in ("core", "wide"))
    assert (core.file_name("svg"), whole.file_name("svg")) == ("core-services.svg", "all-services.svg")
    assert core.title == f"Core services, {len(core.scene.boxes)} of {len(catalog.services)}"
    assert whole.title == f"All services, {len(whole.view.services)} of {len(catalog.services)}"
    place = Place("siem", len(catalog.use_cases["siem"].steps))
    assert use_case_export(catalog, place, **drawn).file_name("svg") == "siem.svg"
    step = use_case_export(catalog, replace(place, step=2), **drawn)
    assert step.file_name("svg").startswith("siem-step-2-of-")
    assert step.file_name("pptx", whole=True) == "siem.pptx"


def test_no_two_questions_have_files_of_the_same_name(catalog: Catalog) -> None:
    questions = [question for question in many_questions() if not question.connection or not question.service]
    names: dict[str, set[str]] = {}
    for question in questions:
        asked = repr([pair for pair in query_of(values_of(question)) if pair[0] != "view"])
        names.setdefault(name_of_the_file(replace(question, look="focus"), view(catalog, question)), set()).add(asked)
    assert {name: asked for name, asked in names.items() if len(asked) > 1} == {}


def test_a_file_says_in_its_name_what_was_chosen_for_it(catalog: Catalog) -> None:
    record = of_landscape(catalog, Question())
    names = {each.name: each.file_name(record, Options(theme="dark")) for each in FORMATS}
    assert names["svg"].endswith("-dark.svg")
    assert names["json"].endswith(".json")
    assert "dark" not in names["json"]


def test_the_brief_of_a_use_case_has_all_that_a_decision_record_needs(catalog: Catalog) -> None:
    record = of_use_case(catalog, "siem")
    brief = markdown_brief(catalog, record).decode()
    for heading in ("Steps", "Why these services", "Trade-offs", "Failure modes", "Alternatives", "Sources"):
        assert f"\n## {heading}" in brief
    assert "```mermaid\n---" in brief
    sources = brief.partition("## Sources")[2]
    assert all(page.url in sources for page in catalog.use_cases["siem"].sources.values() if page.url in brief)
    numbers = {int(number) for number in findall(r"\[\\\[(\d+)\\\]\]\(<https://", brief)}
    assert numbers == set(range(1, len(findall(r"(?m)^\d+\. \[.*text of ", sources)) + 1))


@pytest.mark.parametrize("kind", ["png", "pdf", "pptx"])
def test_the_server_does_next_to_nothing_while_a_large_file_is_made(
    kind: in_the_worker.Heavy, catalog: Catalog
) -> None:
    record = of_landscape(catalog, Question(scope="wide"))
    made_by(kind, record)  # the worker has loaded its libraries now
    make(kind, record)
    own = time.thread_time()
    file = made_by(kind, record)
    waiting = time.thread_time() - own
    own = time.thread_time()
    make(kind, record)
    assert file
    assert waiting < (time.thread_time() - own) / 3


def _links(app: AppTest) -> dict[str, Any]:
    return next(
        json.loads(drawn.proto.json)
        for drawn in app.get("bidi_component")
        if drawn.proto.component_name == "export_links"
    )


def test_the_popover_links_to_every_format_and_draws_them_only_when_it_is_open() -> None:
    app = open_page("", service="dynamodb")
    assert [drawn for drawn in app.get("bidi_component") if drawn.proto.component_name == "export_links"] == []
    app.session_state["export"] = True
    app.run()
    assert not app.exception
    told = _links(app)
    links = {link["label"]: link["path"] for group in told["groups"] for link in group["links"]}
    for label in ("SVG", "PNG", "PDF", "PowerPoint", "draw.io", "Mermaid", "Graphviz", "Brief as Markdown", "JSON"):
        assert label in links
    assert links["SVG"] == "export/landscape.svg"
    assert told["query"] == [["service", "dynamodb"]]
    assert "Steps as CSV" not in links


def test_a_use_case_can_be_taken_along_with_its_steps() -> None:
    app = open_page("use-cases", use_case="siem", step="2")
    app.session_state["use-case-export"] = True
    app.run()
    told = _links(app)
    links = [link["label"] for group in told["groups"] for link in group["links"]]
    assert "Steps as CSV" in links
    assert told["query"] == [["use_case", "siem"], ["step", "2"]]
