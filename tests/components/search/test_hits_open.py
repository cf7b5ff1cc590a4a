"""Every hit opens where it says: its page understands every parameter of its place, and shows the part."""

import pytest
from streamlit.testing.v1 import AppTest

from components.cards.parts import parts_of, parts_of_connections
from components.frame.address import Address
from components.server.addresses import PARAMETERS_BY_PATH
from components.use_cases.address import PARTS
from data.catalog import Catalog
from data.choosing.decision import follow
from data.comparing.tables import tables_of
from data.search import Place, search
from data.search.hits import KINDS
from data.search.index import index_of
from tests.app_pages import notices, open_page, texts


def understood(catalog: Catalog, place: Place) -> bool:
    return Address(PARAMETERS_BY_PATH[place.path], place.by_name, catalog).dropped == []


def test_every_place_that_search_knows_is_understood_by_its_page(catalog: Catalog) -> None:
    index = index_of(catalog)
    places = {entry.place for entry in index.entries} | {passage.place for passage in index.passages}
    assert [place for place in places if not understood(catalog, place)] == []


def test_every_part_of_a_card_that_search_opens_is_there(catalog: Catalog) -> None:
    for passage in index_of(catalog).passages:
        told = dict(passage.place.parameters)
        if passage.place.path == "" and "part" in told:
            assert parts_of_connections()[told["part"]].heading == passage.heading
        if passage.place.path == "use-cases" and "part" in told:
            assert told["part"] in PARTS
        if passage.place.path == "services" and "part" in told:
            assert told["part"] in parts_of(catalog, told["service"]), (told, passage.heading)


def test_every_row_of_a_comparison_that_search_opens_is_there(catalog: Catalog) -> None:
    opened = [passage.place.by_name for passage in index_of(catalog).passages if "row" in passage.place.by_name]
    assert opened
    for told in opened:
        ready = catalog.comparisons[told["pair"][0]]
        assert told["row"][0] in [row.id for row in tables_of(catalog, ready.services, ready)["options"].rows]


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("dax", "service"),
        ("400 KB item size", "limit"),
        ("dynamodb streams to lambda", "connection"),
        ("welcome message", "use_case"),
        ("rds or dynamodb", "comparison"),
        ("copy loads nothing", "trouble"),
        ("adaptive capacity", "term"),
        ("how large can a record in kinesis data streams be", "conflict"),
        ("collector beside the application sends spans", "choice"),
    ],
)
def test_a_hit_of_every_kind_opens_its_page_without_a_word_left_out(catalog: Catalog, query: str, kind: str) -> None:
    hit = next(hit for hit in search(catalog, query) if hit.found == kind)
    app: AppTest = open_page(hit.place.path, **hit.place.by_name)
    assert not app.exception
    assert notices(app) == []
    assert hit.found in KINDS


def test_a_recommendation_opens_by_answers_that_lead_to_it(catalog: Catalog) -> None:
    assert catalog.decision is not None
    for entry in index_of(catalog).entries:
        if entry.found == "choice" and "answer" in entry.place.by_name:
            answers = dict(answer.split(".") for answer in entry.place.by_name["answer"])
            recommended = follow(catalog.decision, answers).recommendation
            assert recommended is not None
            assert recommended.id == entry.id


def test_the_part_of_an_address_is_the_tab_that_is_open(catalog: Catalog) -> None:
    app = open_page("services", service="rds", part="trouble-rds-storage-full")
    assert not app.exception
    assert catalog.troubles["rds-storage-full"].symptom in texts(app)
    assert app.session_state["services-rds-tabs"] == "When it goes wrong"


def test_a_search_on_the_map_for_what_is_not_here_says_so_and_offers_what_is(catalog: Catalog) -> None:
    app = open_page("", q="elasticache")
    assert "ElastiCache is not in this atlas; for caching see DAX" in texts(app)
    assert "DAX" in [button.label for button in app.button]
