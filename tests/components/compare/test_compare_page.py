"""The page of comparisons, run without a browser: every ready comparison, and whatever an address may ask."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from data.catalog import catalog as whole_catalog
from data.records import Catalog
from tests.app_pages import links, open_page, parameters_of

PAIRS = sorted(whole_catalog().comparisons)


def opened(**parameters: str | list[str]) -> AppTest:
    """The page at an address."""
    return open_page("compare", **parameters)


def tables(test: AppTest) -> list[dict[str, Any]]:
    """What the tables on the page were given to draw."""
    return [json.loads(e.proto.json) for e in test.get("bidi_component") if e.proto.component_name == "compare_table"]


def rows(test: AppTest) -> list[tuple[str, str]]:
    """Title and status of every row of the first table."""
    return [(row["title"], row["status"]) for group in tables(test)[0]["groups"] for row in group["rows"]]


def text_of(test: AppTest) -> str:
    return "\n".join(
        str(e.value) for e in (*test.title, *test.subheader, *test.markdown, *test.caption, *test.info)
    ).replace("\\", "")


def compared(test: AppTest) -> list[str]:
    return [
        (button.key or "").removeprefix("compare-remove-")
        for button in test.button
        if (button.key or "").startswith("compare-remove-")
    ]


@pytest.mark.parametrize("pair", PAIRS)
def test_every_ready_comparison_opens_with_verdict_facts_and_table(catalog: Catalog, pair: str) -> None:
    test = opened(pair=pair)
    comparison = catalog.comparisons[pair]
    assert not test.exception
    said = text_of(test)
    assert comparison.title in said
    assert comparison.question in said
    assert comparison.verdict.text in said
    assert ":gray-badge[our judgement]" in said
    assert all(fact.text in said for fact in comparison.facts)
    assert compared(test) == list(comparison.services)
    drawn = tables(test)
    assert len(drawn) == bool(comparison.rows) + (len(comparison.services) > 1)
    if comparison.rows:
        assert drawn[0]["names"] == [option.name for option in comparison.options]
    for table in drawn:
        for group in table["groups"]:
            for row in group["rows"]:
                assert row["status"] in {"same", "differs", "not recorded"}
                assert all(cell["statements"] or cell["missing"] for cell in row["cells"])


def test_without_parameters_the_page_shows_the_ready_comparisons_and_a_picker(catalog: Catalog) -> None:
    test = opened()
    assert not test.exception
    assert compared(test) == []
    assert links(test, "compare") == [{"pair": [pair]} for pair in catalog.comparisons]
    assert not tables(test)


def test_the_link_of_a_tile_opens_its_comparison() -> None:
    test = opened(pair="rds-or-dynamodb")
    assert compared(test) == ["rds", "dynamodb"]


def test_services_stand_in_the_order_of_the_link() -> None:
    assert tables(opened(service=["dynamodb", "rds", "dax"]))[0]["names"] == ["DynamoDB", "RDS", "DAX"]


def test_services_of_a_ready_comparison_get_its_verdict(catalog: Catalog) -> None:
    verdict = catalog.comparisons["rds-or-dynamodb"].verdict.text
    assert verdict in text_of(opened(service=["dynamodb", "rds"]))
    assert verdict not in text_of(opened(service=["dynamodb", "redshift"]))


def test_services_of_another_question_lead_to_its_ready_comparison() -> None:
    test = opened(service=["rds-proxy", "rds"])
    test.button(key="ready-rds-with-or-without-rds-proxy").click().run()
    assert parameters_of(test)["pair"] == ["rds-with-or-without-rds-proxy"]


def test_adding_and_removing_a_service_changes_the_link_and_keeps_the_rest() -> None:
    test = opened(service=["rds", "dynamodb"], only="differences")
    test.selectbox(key="compare-add").select("dax").run()
    assert parameters_of(test)["service"] == ["rds", "dynamodb", "dax"]
    assert parameters_of(test)["only"] == ["differences"]
    test.button(key="compare-remove-rds").click().run()
    assert parameters_of(test)["service"] == ["dynamodb", "dax"]
    assert tables(test)[0]["names"] == ["DynamoDB", "DAX"]


def test_swapping_two_services_keeps_everything_else() -> None:
    test = opened(service=["rds", "dynamodb"], only="differences")
    test.button(key="compare-swap").click().run()
    assert parameters_of(test)["service"] == ["dynamodb", "rds"]
    assert parameters_of(test)["only"] == ["differences"]


def test_a_service_among_three_moves_left() -> None:
    test = opened(service=["rds", "dynamodb", "dax"])
    test.button(key="compare-left-dax").click().run()
    assert parameters_of(test)["service"] == ["rds", "dax", "dynamodb"]


def test_adding_to_a_ready_comparison_makes_it_a_comparison_of_your_own() -> None:
    test = opened(pair="on-demand-or-provisioned")
    test.selectbox(key="compare-add").select("rds").run()
    assert "pair" not in test.query_params
    assert parameters_of(test)["service"] == ["dynamodb", "rds"]


def test_only_differences_hides_what_is_the_same_and_the_link_restores_it() -> None:
    test = opened(pair="dynamodb-standard-or-standard-ia")
    everything = rows(test)
    test.toggle(key="compare-only").set_value(True).run()
    assert parameters_of(test)["only"] == ["differences"]
    fewer = rows(opened(pair="dynamodb-standard-or-standard-ia", only="differences"))
    assert fewer == [(title, status) for title, status in everything if status == "differs"]
    assert 0 < len(fewer) < len(everything)
    test.toggle(key="compare-only").set_value(False).run()
    assert "only" not in test.query_params


def test_one_service_asks_for_another() -> None:
    test = opened(service="rds")
    assert not test.exception
    assert compared(test) == ["rds"]
    assert "Choose one more service" in text_of(test)
    assert not tables(test)


@pytest.mark.parametrize(
    ("parameters", "left", "dropped"),
    [
        (
            {"service": ["rds", "dynamodb", "dax", "redshift", "opensearch"]},
            ["rds", "dynamodb", "dax", "redshift"],
            "service",
        ),
        ({"service": ["rds", "rds", "dynamodb"]}, ["rds", "dynamodb"], "service"),
        ({"service": ["rds", "rds"]}, ["rds"], "service"),
        ({"service": ["nowhere", "rds", "<b>dax</b>", "dynamodb"]}, ["rds", "dynamodb"], "service"),
        ({"service": ["nowhere"]}, [], "service"),
        ({"pair": "nowhere"}, [], "pair"),
        ({"pair": "rds-or-dynamodb", "service": "dax"}, ["rds", "dynamodb"], "service"),
        ({"service": ["rds", "dynamodb"], "only": "everything"}, ["rds", "dynamodb"], "only"),
        ({"service": ["rds", "dynamodb"], "row": "nowhere"}, ["rds", "dynamodb"], "row"),
        ({"service": ["rds", "dynamodb"], "row": "when-traffic-grows"}, ["rds", "dynamodb"], "row"),
    ],
)
def test_what_an_address_says_amiss_is_left_out_with_a_notice(
    parameters: dict[str, Any], left: list[str], dropped: str
) -> None:
    test = opened(**parameters)
    assert not test.exception
    assert compared(test) == left
    assert any(f"`{dropped}`" in caption.value for caption in test.caption)


def test_four_services_leave_no_room_for_a_fifth() -> None:
    assert [box.key for box in opened(service=["rds", "dynamodb", "dax"]).selectbox] == ["compare-add"]
    assert not opened(service=["rds", "dynamodb", "dax", "redshift"]).selectbox


def test_neighbours_can_be_compared_as_well() -> None:
    test = opened(service=["s3", "bi-tools", "ses"])
    assert not test.exception
    assert tables(test)[0]["names"] == ["S3", "BI and SQL tools", "SES"]


def test_the_picture_lights_what_the_services_share() -> None:
    test = opened(service=["rds", "dynamodb"])
    graph = next(
        json.loads(e.proto.json) for e in test.get("bidi_component") if e.proto.component_name == "landscape_graph"
    )
    lit = graph["figure"]["layout"]["meta"]["services"]
    assert {"rds", "dynamodb", "redshift", "s3"} <= set(lit)
    assert "rds-proxy" not in lit
