"""The page of one's own estate: the map, the findings and the lists."""

import re

import pytest

from components.estate.held import read_again
from components.estate.scene import estate_scene, estate_view
from components.estate.values import parameters_of
from data.estate.examples import EXAMPLES, files_of_example
from data.estate.judging.assess import assess
from data.estate.read import read_estate
from data.estate.records import Estate
from data.records import Catalog
from tests.app_pages import notices, open_page, texts
from tests.components.estate.pasted import TEMPLATE, meta, pasted


def example(name: str) -> Estate:
    return read_estate(files_of_example(name))


@pytest.mark.parametrize("name", [entry.id for entry in EXAMPLES])
def test_a_link_to_an_example_draws_its_services_and_connections(name: str) -> None:
    app = open_page("estate", example=name)
    assert not app.exception
    estate = example(name)
    shown = meta(app)
    assert set(shown["services"]) == set(estate.services)
    assert {line for line in shown["connections"] if not line.endswith("--own")} == estate.connections
    total = sum(estate.counts.values())
    assert f"{total} resources" in texts(app).replace("\\", "")


def test_an_unknown_example_is_told_once_and_left_out() -> None:
    app = open_page("estate", example="nobody")
    assert not app.exception
    assert notices(app) == ["example"]


def test_every_resource_is_listed_with_what_became_of_it() -> None:
    app = open_page("estate", example="orders")
    app.segmented_control(key="estate-section").set_value("Resources").run()
    assert not app.exception
    table = app.dataframe[0].value
    assert len(table) == sum(example("orders").counts.values())
    app.pills(key="estate-fate").set_value("outside").run()
    assert list(app.dataframe[0].value["Name"]) == ["Network"]


def test_connections_are_listed_with_certainty_place_and_expression() -> None:
    app = open_page("estate", example="orders")
    app.segmented_control(key="estate-section").set_value("Connections").run()
    table = app.dataframe[0].value
    row = table[(table["From"] == "OrderApi") & (table["To"] == "OrdersTable")].iloc[0]
    assert row["How sure"] == "may"
    assert re.fullmatch(r"template\.yaml, line \d+", row["Where"])
    assert row["Expression"] == "!Ref OrdersTable"


def test_beside_an_earlier_estate_both_are_named_and_what_is_new_is_listed() -> None:
    app = pasted(TEMPLATE)
    app.segmented_control(key="estate-section").set_value("Changes").run()
    earlier = TEMPLATE.replace("  <b>Odd</b>: {Type: AWS::SQS::Queue}\n", "")
    app.file_uploader(key="estate-other-files-0").set_value([("before.yaml", earlier.encode(), "text/yaml")]).run()
    assert not app.exception
    assert "pasted text" in texts(app)
    assert "beside the earlier **before.yaml**" in texts(app).replace("\\", "")
    assert list(app.dataframe[0].value["Resource"]) == ["<b>Odd</b>"]


def test_use_cases_that_fit_say_what_is_missing() -> None:
    app = open_page("estate", example="orders")
    app.segmented_control(key="estate-section").set_value("Use cases").run()
    assert not app.exception
    assert any("connections are there." in caption.value for caption in app.caption)
    assert any("Missing:" in caption.value for caption in app.caption)


def test_a_plan_shows_what_it_does_and_how_it_was_before() -> None:
    app = open_page("estate", example="change")
    after = set(meta(app)["services"])
    app.toggle(key="estate-before").set_value(True).run()
    assert not app.exception
    assert "rds-proxy" in after - set(meta(app)["services"])
    app.segmented_control(key="estate-section").set_value("Changes").run()
    table = app.dataframe[0].value
    assert set(table["What"]) == {"created", "changed", "deleted"}
    assert "multi-az: no → yes" in " ".join(table["Settings"])


def test_the_rest_of_the_landscape_is_drawn_dimmed_at_its_own_places() -> None:
    app = open_page("estate", example="orders")
    around = meta(app)
    app.toggle(key="estate-around").set_value(False).run()
    alone = meta(app)
    assert around["services"] == alone["services"] or set(around["services"]) == set(alone["services"])
    assert len(around["names"]) > len(alone["names"])


def test_the_alternative_of_a_finding_is_a_route_on_the_same_map(catalog: Catalog) -> None:
    estate, finding = example("warehouse"), catalog.findings["rds-lambda-without-proxy"]
    assert finding.alternative is not None
    drawn = estate_scene(catalog, estate, only=True, route=finding)
    lit = {arrow.id for arrow in drawn.arrows if arrow.lit and not arrow.quiet}
    assert lit == set(finding.alternative.connections)
    assert {"lambda", "rds"} <= {box.id for box in drawn.boxes if box.lit}
    assert set(estate.services) <= {box.id for box in drawn.boxes}


def test_counts_and_names_stand_in_the_boxes(catalog: Catalog) -> None:
    estate = example("orders")
    for box in estate_scene(catalog, estate, only=True).boxes:
        resources = estate.services[box.id]
        told = " ".join((*box.lines, *box.what))
        assert (f"×{len(resources)}" in told) == (len(resources) > 1)
        assert resources[0].name in box.hover
        assert resources[0].name[:10] in told.replace(" ", "") or len(resources) > 1


def test_what_stands_outside_the_files_is_a_box_that_says_so(catalog: Catalog) -> None:
    template = """
Resources:
  Function: {Type: AWS::Lambda::Function}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Function
      EventSourceArn: arn:aws:kinesis:eu-west-1:123456789012:stream/shared
"""
    estate = read_estate([("t.yaml", template.encode())])
    box = next(one for one in estate_scene(catalog, estate, only=True).boxes if one.id == "kinesis-data-streams")
    assert "outside" in " ".join((*box.lines, *box.what))
    assert "Outside these files: shared" in box.hover
    assert "kinesis-data-streams" in estate_view(catalog, estate, only=True, route=None, selected=None).lit_services


def test_open_findings_are_unfolded_one_by_one_with_proof_fact_and_price() -> None:
    app = open_page("estate", example="orders")
    titles = [one.label.replace("\\", "") for one in app.expander]
    wanted = {one.finding.title for one in assess(example("orders")) if one.verdict == "no" and not one.accepted}
    assert all(any(title in label for label in titles) for title in wanted)
    assert any("accepted" in label for label in titles)


def test_a_value_for_a_parameter_decides_what_depended_on_it() -> None:
    template = """
Parameters: {Stage: {Type: String, Default: dev}}
Conditions: {IsProd: !Equals [!Ref Stage, prod]}
Resources:
  Cache: {Type: AWS::DAX::Cluster, Properties: {ReplicationFactor: !If [IsProd, 3, 1]}}
"""
    now = pasted(template).session_state["estate"]
    assert parameters_of(now) == {"Stage": 1}
    assert read_again(now, {"Stage": "prod"}) is None
    assert {one.verdict for one in now.results if one.finding.id == "dax-one-node"} == {"yes"}


def test_a_word_lights_the_boxes_that_hold_what_it_names(catalog: Catalog) -> None:
    boxes = estate_scene(catalog, example("orders"), only=True, words="welcome").boxes
    assert {box.id for box in boxes if box.lit} == {"lambda"}
