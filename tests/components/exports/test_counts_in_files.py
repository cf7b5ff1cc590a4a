"""What a file says of how much it shows."""

import re
from datetime import date

from components.landscape.export import landscape_export
from data.landscape.question import Question
from data.records import Catalog


def test_files_of_the_wide_map_count_what_is_in_lines_and_what_stands_inside_of_boxes(catalog: Catalog) -> None:
    record = landscape_export(
        catalog, Question(scope="wide"), address="https://atlas.example/", day=date(2026, 11, 27), mode="light"
    )
    counts = re.search(r"(\d+) connections, (\d+) of them inside boxes", record.counts_in_words)
    assert counts is not None
    everything, inside = (int(number) for number in counts.groups())
    assert everything == len(record.view.lit_connections)
    assert everything - inside == sum(len(arrow.connections) for arrow in record.scene.arrows)


def test_files_of_the_core_map_count_its_lines(catalog: Catalog) -> None:
    record = landscape_export(
        catalog, Question(), address="https://atlas.example/", day=date(2026, 11, 27), mode="light"
    )
    assert record.counts_in_words.endswith(f" and {len(record.scene.arrows)} connections")
