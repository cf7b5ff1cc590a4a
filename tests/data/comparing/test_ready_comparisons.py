"""What a ready comparison may say."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from data.catalog import FOLDER
from data.comparing.comparison import NOT_PUBLISHED, compare_options
from data.loading.reading import CatalogError
from data.loading.source_checks import source_problems
from data.records import Catalog
from tests.data.comparing.two_stores import row
from tests.tiny_catalog import Documents, documents, tiny_catalog


def a_comparison(**more: object) -> Documents:
    fact = {"text": "One is small.", "source": "page"}
    figure = {"name": "Size", "unit": "MB", "scope": "item", "adjustable": "no", "source": "page"}
    told: Documents = {
        "id": "db-or-search",
        "title": "Database and Search",
        "question": "Which?",
        "services": ["db", "search"],
        "options": [
            {"name": "By key", "text": "Fast."},
            {"name": "By word", "text": "Wide.", "connections": ["db--search--data"]},
        ],
        "verdict": {"text": "Take the first."},
        "facts": [fact, {"text": "One is large.", "source": "page"}],
        "rows": [
            {"title": "Size", "cells": [{"figure": {**figure, "value": 1}}, {"figure": {**figure, "value": 3}}]},
            {"title": "Same", "cells": [{"facts": [fact]}, {"facts": [fact]}]},
            {"title": "Latency", "cells": [{"facts": [fact]}, {}]},
            {
                "title": "When to use it",
                "cells": [{"judgements": [{"text": "Often."}]}, {"judgements": [{"text": "Seldom."}]}],
            },
        ],
        "sources": {
            "page": {"url": "https://docs.aws.amazon.com/a/page.html", "title": "A page", "read_on": "2026-04-13"}
        },
    }
    return {**told, **more}


def test_options_are_compared_row_by_row(tmp_path: Path) -> None:
    catalog = tiny_catalog(tmp_path, {**documents(), "comparisons/db-or-search.yaml": a_comparison()})
    table = compare_options(catalog.comparisons["db-or-search"])
    assert [side.name for side in table.sides] == ["By key", "By word"]
    assert row(table, "Size").outcome.text == "Larger: By word, 3 MB against 1 MB, 3 times."
    assert row(table, "Same").status == "same"
    assert row(table, "Latency").cells[1].missing == NOT_PUBLISHED
    assert row(table, "When to use it").judged
    assert not row(table, "Same").judged


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"services": ["db", "nowhere"]}, "services: unknown service 'nowhere'"),
        ({"services": ["db", "db"]}, "services: one of them stands twice"),
        (
            {"options": [{"name": "A", "text": "A.", "services": ["nowhere"]}, {"name": "B", "text": "B."}]},
            "options.0.services: unknown service 'nowhere'",
        ),
        (
            {"options": [{"name": "A", "text": "A.", "connections": ["a--b"]}, {"name": "B", "text": "B."}]},
            "options.0.connections: unknown connection 'a--b'",
        ),
        ({"options": [{"name": "A", "text": "A."}, {"name": "A", "text": "B."}]}, "options: two have the same name"),
        ({"rows": [{"title": "Size", "cells": [{}, {}, {}]}]}, "rows.0.cells: 3 cells for 2 options"),
        ({"rows": [{"title": "Size", "cells": [{}, {}]}] * 2}, "rows.0.title: 'Size' stands twice"),
        (
            {"facts": [{"text": "A.", "source": "page", "conflict": "none"}, {"text": "B.", "source": "page"}]},
            "unknown conflict 'none'",
        ),
        ({"verdict": {"text": "Take it.", "source": "lost"}}, "source: 'lost' is not among the sources of the file"),
        ({"id": "other"}, "id: 'other' is not the file's name"),
    ],
)
def test_a_broken_ready_comparison_is_told_by_file_and_field(tmp_path: Path, change: Documents, problem: str) -> None:
    with pytest.raises(CatalogError) as error:
        tiny_catalog(tmp_path, {**documents(), "comparisons/db-or-search.yaml": a_comparison(**change)})
    assert any(line.startswith("comparisons/db-or-search.yaml") and problem in line for line in error.value.problems), (
        error.value
    )


def test_every_ready_comparison_fits_its_schema_and_decides_by_sourced_facts(catalog: Catalog) -> None:
    schema = json.loads((FOLDER / "schema" / "comparison.schema.json").read_text("utf-8"))
    for comparison in catalog.comparisons.values():
        Draft202012Validator(schema).validate(json.loads(comparison.model_dump_json(exclude_none=True)))
        assert all(fact.source for fact in comparison.facts)
    assert not [problem for problem in source_problems(catalog) if problem.startswith("comparisons/")]


def test_options_that_are_no_services_of_their_own_have_rows(catalog: Catalog) -> None:
    for comparison in catalog.comparisons.values():
        alone = [option.services for option in comparison.options]
        if any(len(services) != 1 for services in alone) or len(set(alone)) < len(alone):
            assert len(comparison.rows) >= 8, comparison.id
