"""What is taken along of an estate: the picture in every format, with its own arrows, and without secrets."""

import json
from io import BytesIO

import pytest
from PIL import Image
from pptx import Presentation

from components.estate.export import estate_record
from components.estate.held import Held
from components.exports.drawio import drawio_file
from components.exports.in_the_worker import made_by
from components.exports.svg import svg_picture
from data.estate.examples import files_of_example
from data.estate.read import read_estate
from data.estate.reports.json_report import as_json
from data.records import Catalog


@pytest.fixture
def now() -> Held:
    return Held(read_estate(files_of_example("orders")), "Orders, in SAM")


def test_the_picture_holds_the_boxes_with_their_counts_and_the_estates_own_arrows(catalog: Catalog, now: Held) -> None:
    record = estate_record(catalog, now)
    for made in (svg_picture(record).decode(), drawio_file(record).decode()):
        assert "DynamoDB ×2" in made or "DynamoDB" in made
        assert "lambda--sqs--own" in made
    image = Image.open(BytesIO(made_by("png", record)))
    assert min(image.size) > 300
    assert made_by("pdf", record).startswith(b"%PDF")
    assert len(Presentation(BytesIO(made_by("pptx", record))).slides) > 0


def test_a_route_is_exported_as_it_is_drawn(catalog: Catalog, now: Held) -> None:
    now.route = "ingestion-no-dead-letter-queue"
    record = estate_record(catalog, now)
    assert record.view.lit_connections == {"opensearch-ingestion--s3"}
    assert "dead-letter queue in S3" in record.title


def test_the_data_holds_every_resource_and_every_answer(now: Held) -> None:
    report = json.loads(as_json(now.estate, now.results))
    assert len(report["resources"]) == len(now.estate.resources)
    assert len(report["findings"]) == len(now.results)
