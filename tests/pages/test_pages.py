"""Every page opens, whatever its address says, and shows what was asked for."""

import pytest
from streamlit.testing.v1 import AppTest

from components.frame.menu import PAGES
from data.landscape.walk import services_met
from data.records import Catalog
from data.tools.unconfirmed import unread_statements
from tests.app_pages import graph, headings, links, notices, open_page, texts, url_parameters

BAD = (
    "no-such-thing",
    "<script>alert(1)</script>",
    "\x00",
    "x" * 4_000,  # Streamlit takes no longer address than 512 kB with all its parameters
    "-99999999999999999999",
    "{{7*7}} ${7*7} %{x}",
    "",
)
PATHS = [page.path for page in PAGES]


@pytest.mark.parametrize("path", PATHS)
def test_the_page_opens(path: str) -> None:
    app = open_page(path)
    assert not app.exception
    assert not app.error
    assert notices(app) == []
    assert texts(app)


@pytest.mark.parametrize("path", PATHS)
def test_bad_values_of_every_parameter_are_left_out_and_told(path: str) -> None:
    app = open_page(path)
    for bad in BAD:
        app.query_params.update({name: [bad, bad] for name in url_parameters()})
        app.run()
        assert not app.exception, bad
        assert notices(app), bad
        assert "alert(1)" not in texts(app).replace(r"alert\(1\)", "")


@pytest.mark.parametrize("path", PATHS)
def test_every_parameter_at_once_is_no_traceback(path: str) -> None:
    known: dict[str, str | list[str]] = dict.fromkeys(url_parameters(), "1")
    known |= {
        "service": ["dax", "rds"],
        "use_case": ["siem", "failover"],
        "connection": "dax--dynamodb",
        "category": "nosql",
        "kind": "cache",
    }
    known |= {
        "q": "cache",
        "from": "ec2",
        "to": "s3",
        "view": "only",
        "scope": "wide",
        "depth": "3",
        "direction": "in",
        "match": "all",
    }
    assert not open_page(path, **known).exception


def test_an_unknown_use_case_is_told_and_the_rest_of_the_address_holds() -> None:
    app = open_page("", use_case=["siem", "no-such-thing"], service="opensearch")
    assert notices(app) == ["use_case"]
    assert app.query_params["service"] == "opensearch"
    assert "Amazon OpenSearch Service" in texts(app)


@pytest.mark.parametrize("service", ["rds", "dax", "redshift", "lambda", "s3-vectors"])
@pytest.mark.parametrize("path", ["", "services"])
def test_the_link_to_a_service_opens_its_card(catalog: Catalog, path: str, service: str) -> None:
    app = open_page(path, service=service)
    assert not app.exception
    assert notices(app) == []
    assert catalog.services[service].name in headings(app)


def test_every_service_and_every_connection_has_a_card(catalog: Catalog) -> None:
    cards = AppTest.from_file("every_card.py", default_timeout=120).run()
    assert not cards.exception
    said = texts(cards).replace("\\", "")
    for service in catalog.services.values():
        assert service.purpose.text in said
        assert all(limit.name in said for limit in service.limits)
    for connection in catalog.connections.values():
        assert connection.what.text in said
    unread = [each for each in unread_statements(catalog) if each.pointer.startswith(("services/", "connections/"))]
    on_cards = [each for each in unread if each.words.partition(",")[0] not in {"yes", "no", "partly"}]
    assert said.count("Unconfirmed: page read in part") >= len(on_cards)


@pytest.mark.parametrize(
    ("parameters", "title"),
    [
        ({"use_case": "cold-data"}, "Services of "),
        ({"category": ["nosql", "search"]}, "Services in NoSQL database or Search and log analytics"),
        ({"kind": "zero-etl"}, "Services with connections of kind Zero-ETL"),
        ({"q": "warehouse"}, "Services that match “warehouse”"),
        ({"service": "dax", "depth": "2", "direction": "out"}, "DAX and what it leads to, 2 steps away"),
        ({"connection": "dax--dynamodb"}, "DAX to DynamoDB"),
        ({"from": "ec2", "to": "s3"}, "How data gets from Your application to S3"),
        ({"from": "iam", "to": "rds"}, "How data gets from IAM to RDS: there is no way"),
        ({"from": "iam", "to": "rds", "by": "calls"}, "Who calls whom from IAM to RDS"),
        ({"from": "dax", "to": "dax"}, "How data gets from DAX to DAX"),
        ({"q": "xylophone", "view": "only"}, "Services that match “xylophone”"),
    ],
)
def test_a_link_to_a_view_shows_that_view(parameters: dict[str, str | list[str]], title: str) -> None:
    app = open_page("", **parameters)
    assert not app.exception
    assert not app.error
    assert notices(app) == []
    assert graph(app)["head"]["title"].startswith(title)
    assert graph(app)["figure"]["layout"]["meta"]["title"] == graph(app)["head"]["title"]


def test_all_of_two_use_cases_is_less_than_any_of_them() -> None:
    def lit(app: AppTest) -> int:
        return len(graph(app)["figure"]["layout"]["meta"]["services"])

    both = {"use_case": ["siem", "log-aggregation"]}
    assert 0 < lit(open_page("", **both, match="all")) < lit(open_page("", **both)) < lit(open_page("", scope="wide"))


def test_the_first_sight_says_in_one_line_what_this_is_and_what_is_drawn(catalog: Catalog) -> None:
    head = graph(open_page(""))["head"]
    assert head["title"] == "AWS data services, and how data moves between them"
    core = sum(service.scope == "core" for service in catalog.services.values())
    assert head["note"].startswith(f"Core services, {core} of {len(catalog.services)}")


def test_a_chosen_use_case_is_told_with_its_services_in_the_order_of_its_steps(catalog: Catalog) -> None:
    app = open_page("", use_case="welcome-message")
    assert catalog.use_cases["welcome-message"].problem in texts(app).replace("\\", "")
    buttons = [button.key for button in app.button if (button.key or "").startswith("in-use-case-")]
    assert buttons == [
        f"in-use-case-{service}" for service in services_met(catalog, catalog.use_cases["welcome-message"])
    ]


def test_several_use_cases_are_told_by_what_they_share_and_add() -> None:
    app = open_page("", use_case=["siem", "monitor-and-debug"])
    assert app.button(key="shared-opensearch")
    assert app.button(key="added-siem-cloudtrail")


def test_the_gallery_links_to_every_service(catalog: Catalog) -> None:
    app = open_page("services")
    assert links(app, "services") == [{"service": [service]} for service in catalog.services]


def test_the_row_above_the_wide_map_tells_what_is_open_what_is_on_and_what_a_filter_needs() -> None:
    def keys(**asked: str) -> dict[str, dict[str, bool]]:
        rows = graph(open_page("", scope="wide", **asked))["head"]["rows"]
        return {key["id"]: {name: key[name] for name in ("pressed", "disabled")} for row in rows for key in row["keys"]}

    on, off = {"pressed": True, "disabled": False}, {"pressed": False, "disabled": False}
    chosen = keys(open_="rds", layer="backup")
    assert (chosen["rds"], chosen["backup"]) == (on, on)
    assert (chosen["opensearch"], chosen["identity"]) == (off, off)
    needed = keys(category="security")
    assert needed["identity"] == {"pressed": True, "disabled": True}
    assert graph(open_page(""))["head"]["rows"] == []
