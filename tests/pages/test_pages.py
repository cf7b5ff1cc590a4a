"""Every page opens, whatever its address says, and the controls of the landscape and of the services write that
address."""

import pytest
from streamlit.testing.v1 import AppTest

from components.frame.menu import PAGES
from data.landscape.walk import services_met
from data.records import Catalog
from tests.app_pages import graph, headings, links, notices, open_page, texts, url_parameters

BAD = (
    "no-such-thing",
    "<script>alert(1)</script>",
    "\x00",
    "x" * 5_000,  # a server takes no longer address than 512 kB with all its parameters
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


def _with_filters_open(**parameters: str | list[str]) -> AppTest:
    app = open_page("", **parameters)
    for popover in ("use-cases-filter", "filter", "path"):
        app.session_state[popover] = True
    return app.run()


def test_choosing_a_use_case_writes_it_to_the_address_and_choosing_it_again_takes_it_out() -> None:
    app = _with_filters_open()
    app.checkbox(key="use_case-siem").check().run()
    assert app.query_params["use_case"] == "siem"
    app.checkbox(key="use_case-failover").check().run()
    assert app.query_params["use_case"] == ["siem", "failover"]
    app.checkbox(key="use_case-siem").uncheck().run()
    assert app.query_params["use_case"] == "failover"
    app.checkbox(key="use_case-failover").uncheck().run()
    assert "use_case" not in app.query_params
    assert not app.exception


def test_filters_of_several_kinds_add_up_in_the_address() -> None:
    app = _with_filters_open(service="dax")
    app.checkbox(key="category-nosql").check().run()
    app.checkbox(key="kind-cache").check().run()
    assert app.query_params == {"category": "nosql", "kind": "cache"}  # what is selected is left


def test_what_would_leave_nothing_cannot_be_chosen() -> None:
    app = _with_filters_open(use_case="microsecond-reads")
    search = app.checkbox(key="category-search")
    assert search.disabled
    assert search.label.endswith("(0)")
    assert not app.checkbox(key="category-nosql").disabled


def test_the_boxes_are_set_from_the_address() -> None:
    app = _with_filters_open(use_case="siem", category="search")
    assert [box.key for box in app.checkbox if box.value] == ["use_case-siem", "category-search"]


@pytest.mark.parametrize(
    ("typed", "service"),
    [("cache", "dax"), ("elasticsearch", "opensearch"), ("dynmodb", "dynamodb"), ("quicksight", "quick-sight")],
)
def test_enter_in_the_search_box_opens_the_best_hit(typed: str, service: str) -> None:
    app = open_page("")
    app.text_input(key="q").set_value(typed).run()
    assert app.query_params == {"q": typed, "service": service}
    assert not app.exception


def test_enter_on_the_name_of_a_use_case_shows_it() -> None:
    app = open_page("", service="dax")
    app.text_input(key="q").set_value("siem").run()
    assert app.query_params == {"use_case": "siem"}


def test_a_search_that_finds_nothing_says_so() -> None:
    app = open_page("")
    app.text_input(key="q").set_value("xylophone <b>").run()
    assert app.query_params == {"q": "xylophone <b>"}
    assert "Nothing fits" in texts(app)
    assert not app.exception


def test_clear_leaves_nothing_but_the_scope() -> None:
    app = open_page("", use_case="siem", q="log", service="opensearch", scope="wide", view="only")
    app.button(key="clear").click().run()
    assert app.query_params == {"scope": "wide"}
    app.button(key="clear").click().run()
    assert app.query_params == {"scope": "wide"}


def test_choosing_both_ends_of_a_path_tells_its_steps() -> None:
    app = _with_filters_open()
    app.selectbox(key="from").set_value("ec2").run()
    assert "Choose both ends" in texts(app)
    app.selectbox(key="to").set_value("dynamodb").run()
    assert app.query_params == {"from": "ec2", "to": "dynamodb"}
    assert "1. Your application → DynamoDB" in texts(app)
    assert "Reads and writes of items" in texts(app)


def test_where_no_way_leads_the_ends_can_be_swapped() -> None:
    app = open_page("", **{"from": "iam", "to": "rds"})
    assert "No data gets from IAM to RDS" in texts(app)
    app.button(key="path-swap").click().run()
    assert app.query_params == {"from": "rds", "to": "iam"}


def test_a_path_has_two_meanings_and_several_routes() -> None:
    app = open_page("", **{"from": "cloudtrail", "to": "quick-sight"})
    assert "Quick Sight asks for it" in texts(app)
    app.radio(key="path-route").set_value("2").run()
    assert app.query_params["route"] == "2"
    app.button_group(key="path-meaning").set_value("calls").run()
    assert app.query_params == {"from": "cloudtrail", "to": "quick-sight", "by": "calls"}
    app.button(key="path-panel-close").click().run()
    assert app.query_params == {}


def test_every_connection_between_two_stops_can_be_chosen() -> None:
    app = open_page("", **{"from": "dynamodb", "to": "redshift"})
    for connection in ("dynamodb--redshift--zero-etl", "dynamodb--redshift--data"):
        assert app.button(key=f"hop-{connection}")
    app.button(key="hop-dynamodb--redshift--data").click().run()
    assert app.query_params == {"connection": "dynamodb--redshift--data"}


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


def test_a_filter_is_answered_with_its_results_and_each_condition_can_be_taken_away() -> None:
    app = open_page("", category="nosql", kind="cache")
    assert [button.key for button in app.button if (button.key or "").startswith("result-")] == [
        "result-dynamodb",
        "result-dax",
        "result-ec2",  # at the other end
    ]
    app.button(key="chip-kinds-cache").click().run()
    assert app.query_params == {"category": "nosql"}


def test_where_nothing_is_left_each_condition_can_be_loosened_with_one_click() -> None:
    app = open_page("", category="security", kind="cache")
    assert "Nothing fits" in texts(app)
    app.button(key="loosen-kinds-cache").click().run()
    assert app.query_params == {"category": "security"}
    assert app.button(key="result-iam")


def test_core_is_not_chosen_while_other_boxes_stand_beside_it() -> None:
    assert open_page("").button_group(key="scope").value == "core"
    app = open_page("", service="glue")
    assert not app.button_group(key="scope").value
    assert "and 1 beside them" in graph(app)["head"]["note"]


def test_a_card_is_closed_by_the_button_beside_its_name() -> None:
    app = open_page("", service="dax")
    app.button(key="map-close").click().run()
    assert app.query_params == {}


def test_the_scope_and_the_look_are_written_only_where_they_are_not_the_default() -> None:
    app = open_page("")
    app.button_group(key="scope").set_value("wide").run()
    app.button_group(key="view").set_value("only").run()
    assert app.query_params == {"scope": "wide", "view": "only"}
    app.button_group(key="scope").set_value("core").run()
    app.button_group(key="view").set_value("focus").run()
    assert app.query_params == {}


def test_the_head_of_the_map_offers_depth_and_direction_of_a_selected_service_alone() -> None:
    chosen = graph(open_page("", service="dax", depth="2", direction="out"))["head"]["choices"]
    pressed = {choice["event"]: [key["id"] for key in choice["keys"] if key["pressed"]] for choice in chosen}
    assert {event: ids for event, ids in pressed.items() if ids} == {"direction": ["out"], "depth": ["2"]}
    for parameters in ({}, {"connection": "dax--dynamodb"}, {"from": "ec2", "to": "s3"}):
        assert graph(open_page("", **parameters))["head"]["choices"] == []


def test_the_head_offers_the_connections_that_the_scope_leaves_out() -> None:
    head = graph(open_page("", service="dynamodb"))["head"]
    (more,) = next(choice["keys"] for choice in head["choices"] if choice["event"] == "scope")
    left_out = int(more["name"].partition(" ")[0])
    asked = ({"scope": "core"}, {"scope": "wide", "layer": ["observability", "identity", "backup", "control"]})
    shown = [
        len(graph(open_page("", service="dynamodb", **each))["figure"]["layout"]["meta"]["connections"])
        for each in asked
    ]
    assert shown[1] - shown[0] == left_out
    assert f"{shown[0]} of {shown[1]} connections" in head["note"]


def test_the_gallery_links_to_every_service(catalog: Catalog) -> None:
    app = open_page("services")
    assert links(app, "services") == [{"service": [service]} for service in catalog.services]


def test_the_gallery_keeps_its_filter_while_a_service_is_open() -> None:
    gallery = open_page("services", category="nosql", q="cache")
    assert {"service": ["dax"], "category": ["nosql"], "q": ["cache"]} in links(gallery, "services")
    app = open_page("services", service="dax", category="nosql", q="cache")
    next(button for button in app.button if button.label == "All services").click().run()
    assert app.query_params == {"category": "nosql", "q": "cache"}


def test_the_gallery_filters_by_words_and_category(catalog: Catalog) -> None:
    app = open_page("services")
    app.text_input(key="services-q").set_value("warehouse").run()
    shown = {link["service"][0] for link in links(app, "services")}
    assert "redshift" in shown
    assert "dax" not in shown
    app.text_input(key="services-q").set_value("xylophone").run()
    assert "No service fits" in texts(app)
    next(button for button in app.button if button.label == "Clear").click().run()
    assert app.query_params == {}


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
