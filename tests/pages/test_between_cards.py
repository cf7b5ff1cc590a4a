"""From one card to the next, and that one visitor's selection is nobody else's."""

from data.records import Catalog
from tests.app_pages import graph, links, open_page


def test_what_a_service_leads_to_is_every_end_of_its_arrows_and_opens_that_card(catalog: Catalog) -> None:
    app = open_page("services", service="dax")
    (leads,) = [group for group in app.button_group if group.proto.label == "Leads to"]
    ends = {c.target_id for c in catalog.connections_of("dax") if c.source_id == "dax"}
    assert len(leads.options) == len(ends) > 0
    leads.set_value(sorted(ends)[0]).run()
    assert app.query_params["service"] == sorted(ends)[0]


def test_the_card_of_a_connection_leads_to_every_use_case_that_has_it(catalog: Catalog) -> None:
    app = open_page("", connection="dax--dynamodb")
    having = [identity for identity in catalog.use_cases if "dax--dynamodb" in catalog.connections_in(identity)]
    told = [link["use_case"] for link in links(app, "use-cases")]
    assert having
    assert [[identity] for identity in having] == told


def test_what_one_visitor_selects_and_filters_is_nobody_elses() -> None:
    one, other = open_page("", service="dax", category="nosql"), open_page("")
    assert graph(one)["figure"]["layout"]["meta"]["selected"] == "dax"
    assert graph(other)["figure"]["layout"]["meta"]["selected"] is None
    other.text_input(key="q").set_value("siem").run()
    assert other.query_params == {"use_case": "siem"}
    assert one.run().query_params == {"service": "dax", "category": "nosql"}
    assert graph(one)["figure"]["layout"]["meta"]["selected"] == "dax"
