"""What is taken along of an estate: the picture in every format, with its own arrows, and without secrets."""

import json
from io import BytesIO

import pytest
from PIL import Image
from pptx import Presentation

from components.estate.export import PICTURES, estate_record
from components.estate.held import Held
from components.exports.options import Options, options_from
from components.picture.theme import palette
from data.estate.examples import files_of_example
from data.estate.judging.assess import assess
from data.estate.read import read_estate
from data.estate.reports.json_report import as_json
from data.records import Catalog


@pytest.fixture
def now() -> Held:
    estate = read_estate(files_of_example("orders"))
    return Held(estate, "Orders, in SAM", assess(estate))


def test_the_picture_holds_the_boxes_with_their_counts_and_the_estates_own_arrows(catalog: Catalog, now: Held) -> None:
    options = Options()
    record = estate_record(catalog, now, options)
    made = {each.name: each.make(catalog, record, options) for each in PICTURES}
    for text in ("svg", "drawio", "dot"):
        assert "DynamoDB" in made[text].decode()
        assert "lambda--sqs--own" in made[text].decode()
    assert "DynamoDB" in made["mmd"].decode()
    image = Image.open(BytesIO(made["png"]))
    assert min(image.size) > 300
    assert made["pdf"].startswith(b"%PDF")
    assert len(Presentation(BytesIO(made["pptx"])).slides) > 0


def test_files_are_for_paper_unless_the_visitor_chooses_otherwise(catalog: Catalog, now: Held) -> None:
    svg = next(each for each in PICTURES if each.name == "svg")
    for chosen, mode, name in (
        ({"theme": "", "paper": ""}, "light", "your-estate.svg"),
        ({"theme": "dark"}, "dark", "your-estate-dark.svg"),
    ):
        options = options_from(chosen, catalog)
        record = estate_record(catalog, now, options)
        assert palette(mode).background in svg.make(catalog, record, options).decode()
        assert svg.file_name(record, options) == name


def test_a_route_is_exported_as_it_is_drawn(catalog: Catalog, now: Held) -> None:
    now.route = "ingestion-no-dead-letter-queue"
    record = estate_record(catalog, now, Options())
    assert record.view.lit_connections == {"opensearch-ingestion--s3"}
    assert "dead-letter queue in S3" in record.title


def test_the_data_holds_every_resource_and_every_answer(now: Held) -> None:
    report = json.loads(as_json(now.estate, now.results))
    assert len(report["resources"]) == len(now.estate.resources)
    assert len(report["findings"]) == len(now.results)
