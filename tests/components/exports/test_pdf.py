"""A PDF fits its paper, is tagged and linked, and shows every name that its typeface can draw."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from components.exports.in_the_worker import make
from components.exports.options import Options
from components.exports.record import one_line
from data.landscape.view import Question
from data.records import Catalog
from tests import read_exports as read
from tests.components.exports.other_tools import run_tool
from tests.components.exports.records import ADDRESS, HOSTILE, RECORDS, of_landscape, of_use_case
from tests.components.exports.words import pdf_text
from tests.tiny_catalog import documents, service, tiny_catalog


def test_the_pdf_shows_every_name_that_its_typeface_can_draw_and_tells_the_others(hostile: Catalog) -> None:
    file = make("pdf", RECORDS["whole"](hostile))
    text = pdf_text(file)
    words = [word for name in HOSTILE[:4] for word in one_line(name).split() if len(word) < 12]
    assert [word for word in words if word not in text] == []
    assert "archive" in text
    with pypdfium2.PdfDocument(file) as document:
        assert json.loads(document.get_metadata_dict()["Keywords"])["names"]["archive"] == HOSTILE[4]


def test_the_pdf_draws_greek_and_cyrillic_letters(tmp_path: Path) -> None:
    name = "Поиск Αναζήτηση é"
    content = documents() | {"services/archive.yaml": service("archive", name, "search", "analyse", scope="wide")}
    text = pdf_text(make("pdf", of_landscape(tiny_catalog(tmp_path, content), Question(scope="wide"))))
    assert [word for word in name.split() if word not in text] == []


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


def test_qpdf_finds_nothing_wrong_with_a_pdf(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "picture.pdf").write_bytes(make("pdf", of_use_case(catalog, "siem")))
    assert b"No syntax or stream encoding errors" in run_tool("qpdf", "--check", str(tmp_path / "picture.pdf"))
