"""The controls of the landscape and of the services write their address."""

import pytest
from streamlit.testing.v1 import AppTest

from data.records import Catalog
from tests.app_pages import graph, links, open_page, texts


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
    app = open_page("", use_case="siem", category="nosql", kind="data")
    labels = [button.label for button in app.button if str(button.key).startswith("loosen-")]
    assert labels
    assert not [label for label in labels if label.endswith(": 0 services")], "no way out"


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
