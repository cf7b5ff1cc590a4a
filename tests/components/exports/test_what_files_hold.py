"""What is taken along holds exactly what is shown, in every format, whatever the names in it."""

import time
from collections.abc import Callable
from dataclasses import replace
from re import findall
from xml.etree import ElementTree as ET

import pytest

from components.exports import in_the_worker
from components.exports.brief import markdown_brief
from components.exports.dot import STYLES, dot_source
from components.exports.drawio import drawio_file
from components.exports.in_the_worker import made_by, make
from components.exports.madr import decision_record
from components.exports.mermaid import mermaid_source
from components.exports.offline.page import html_page
from components.exports.record import ExportRecord, one_line
from components.exports.selection import selection_json
from components.exports.svg import svg_picture
from components.exports.tables import FORMULA, connections_csv, services_csv, steps_csv
from data.costs.summary import CostRow, CostSummary, cost_summary
from data.landscape.view import Question
from data.records import Catalog
from tests import read_exports as read
from tests.components.exports.other_tools import run_tool
from tests.components.exports.records import HOSTILE, RECORDS, drawn_in, of_landscape, of_use_case, shown_in
from tests.components.exports.words import TEXTS, brief_text, page_text, pdf_text, slide_text

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
WITH_COSTS: dict[str, Callable[[Catalog, ExportRecord], str]] = {
    "brief": lambda catalog, record: brief_text(markdown_brief(catalog, record)),
    "decision record": lambda catalog, record: brief_text(decision_record(catalog, record)),
    "pdf": lambda _, record: pdf_text(make("pdf", record), pages=slice(None)),
    "page": lambda catalog, record: page_text(html_page(catalog, record)),
    "slides": lambda _, record: slide_text(make("pptx", record)),
}
DRAWN = {"svg", "html", "mermaid", "dot", "drawio"}  # these hold shapes; the others say what they stand for


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


@pytest.mark.parametrize("form", TEXTS)
def test_every_name_comes_through_unbroken(form: str, hostile: Catalog) -> None:
    text = one_line(TEXTS[form](hostile, RECORDS["whole"](hostile)))
    assert [name for name in HOSTILE if one_line(name) not in text] == []


def test_no_cell_of_a_table_can_become_a_formula(hostile: Catalog) -> None:
    record = RECORDS["use case"](hostile)
    for file in (services_csv(hostile, record), connections_csv(hostile, record), steps_csv(hostile, record)):
        cells = [cell for row in read.rows_of(file) for cell in row.values()]
        assert cells
        assert [cell for cell in cells if cell.lstrip().startswith(FORMULA)] == []
    assert [row["step_title"] for row in read.rows_of(steps_csv(hostile, record))] == [
        step.title for step in hostile.use_cases["read"].steps
    ]


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


def test_the_brief_of_a_use_case_has_all_that_a_decision_record_needs(catalog: Catalog) -> None:
    costs = cost_summary(catalog, "siem")
    assert costs
    brief = markdown_brief(catalog, replace(of_use_case(catalog, "siem"), costs=costs)).decode()
    assert f"**Together**: {costs.whole}; in the smaller version {costs.smaller}" in brief
    for heading in ("Steps", "Why these services", "Trade-offs", "Failure modes", "Alternatives", "Sources"):
        assert f"\n## {heading}" in brief
    assert "```mermaid\n---" in brief
    sources = brief.partition("## Sources")[2]
    assert all(page.url in sources for page in catalog.use_cases["siem"].sources.values() if page.url in brief)
    numbers = {int(number) for number in findall(r"\[\\\[(\d+)\\\]\]\(<https://", brief)}
    assert numbers == set(range(1, len(findall(r"(?m)^\d+\. \[.*text of ", sources)) + 1))


@pytest.mark.parametrize("form", WITH_COSTS)
def test_what_a_use_case_costs_is_told_in_the_same_words_and_amounts_in_every_file(form: str, hostile: Catalog) -> None:
    told = CostSummary(
        f"{HOSTILE[0]} a day",
        "us-east-1",
        (CostRow(HOSTILE[1], "1.20 USD", "not known"), CostRow(HOSTILE[3], "at least 3.40 USD", "-")),
        "at least 4.60 USD a month",
        "not known",
        ("A month has 730 hours.",),
    )
    record = replace(RECORDS["use case"](hostile), costs=told)
    text = one_line(WITH_COSTS[form](hostile, record))
    assert "What it costs a month" in text
    assert f"Our example of a load: {one_line(told.load)}, us-east-1." in text
    amounts = [amount for row in told.rows for amount in (row.whole, row.smaller) if amount != "-"]
    for wanted in (*(one_line(row.part) for row in told.rows), *amounts, told.whole, told.smaller):
        assert wanted in text
    assert "What it costs a month" not in WITH_COSTS[form](hostile, replace(record, costs=None))


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
