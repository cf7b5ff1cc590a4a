"""A catalog is read as it is written, cannot be changed, and the real one has full cards."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from data.records import Catalog
from tests.data.loading.changes_to_documents import source_of
from tests.tiny_catalog import documents, tiny_catalog, use_case, write_documents


def test_a_catalog_of_five_services_loads(tmp_path: Path) -> None:
    catalog = tiny_catalog(tmp_path)
    assert set(catalog.services) == {"app", "archive", "cache", "db", "search"}
    assert {c.id for c in catalog.connections_of("cache")} == {"app--cache", "cache--db"}
    assert catalog.services_in("find") == {"cache", "db", "search"}
    assert catalog.connections_in("find") == {"cache--db", "db--search--zero-etl"}
    assert set(catalog.use_cases_by_service["db"]) == {"find", "read"}
    assert catalog.use_cases_by_service["archive"] == ()


def test_one_source_needs_no_list_and_several_take_one(tmp_path: Path) -> None:
    content = documents()
    content["services/db.yaml"]["sources"]["new"] = source_of()
    content["services/db.yaml"]["purpose"]["source"] = ["page", "new"]
    catalog = tiny_catalog(tmp_path, content)
    assert catalog.services["db"].purpose.source == ("page", "new")
    assert catalog.services["app"].purpose.source == ("page",)


def test_an_unquoted_date_is_read_as_a_date(tmp_path: Path) -> None:
    content = documents()
    text = write_documents(tmp_path, content).joinpath("glossary/item.yaml").read_text("utf-8")
    content["glossary/item.yaml"] = text.replace("'2026-04-13'", "2026-04-13")
    assert tiny_catalog(tmp_path, content).terms["item"].sources["page"].read_on == "2026-04-13"


def test_a_use_case_that_walks_an_arrow_twice_involves_it_once(tmp_path: Path) -> None:
    content = documents()
    content["use_cases/loop.yaml"] = use_case("loop", "app--cache", "app--cache")
    catalog = tiny_catalog(tmp_path, content)
    assert catalog.connections_in("loop") == {"app--cache"}
    assert len(catalog.use_cases["loop"].steps) == 2


def test_records_cannot_be_changed(catalog: Catalog) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        catalog.services["dax"].name = "Cache"
    with pytest.raises(ValidationError, match="frozen"):
        catalog.services["dax"].purpose.text = "Something else."


def test_every_core_service_has_a_full_card(catalog: Catalog) -> None:
    for core in filter(lambda known: known.core, catalog.services.values()):
        assert len(core.features) >= 8, core.id
        assert len(core.when_to_use) >= 3, core.id
        assert len(core.when_not_to_use) >= 3, core.id
        for field in ("limits", "billing", "scaling", "availability", "operations_left", "capabilities"):
            assert getattr(core, field), (core.id, field)
        assert core.names_in_code.cloudformation or core.names_in_code.boto3, core.id


def test_every_service_is_on_some_arrow(catalog: Catalog) -> None:
    lonely = [identity for identity in catalog.services if not catalog.connections_of(identity)]
    assert lonely == []
