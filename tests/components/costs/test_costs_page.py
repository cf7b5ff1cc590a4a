"""The page of costs, run without a browser: every question, whatever an address may ask, and prices of one's own."""

import csv
import io
import json
from decimal import Decimal
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from data.billing.inputs import fields_of
from data.catalog import catalog as whole_catalog
from data.costs.answer import answer
from data.costs.places import COMPARISONS, SERVICES, place_of_services, place_of_use_case
from data.costs.question import ask, models, presets
from data.costs.report import as_csv, as_markdown
from data.records import Catalog
from tests.app_pages import graph, notices, open_page, texts

MODELS = list(models(whole_catalog()))


def said(app: AppTest) -> str:
    return texts(app).replace("\\", "")


def warnings_of(app: AppTest) -> str:
    return " ".join(str(warning.value) for warning in app.warning).replace("\\", "")


def box(app: AppTest, name: str) -> Any:
    return next(found for found in app.text_input if found.key == f"costs-input-{name}")


def given_in(app: AppTest, name: str) -> str:
    value = app.query_params[name]
    return value if isinstance(value, str) else value[0]


@pytest.mark.parametrize("model", MODELS)
def test_every_question_has_an_answer_with_totals_and_lines(model: str) -> None:
    app = open_page("costs", model=model)
    assert not app.exception
    assert notices(app) == []
    assert warnings_of(app) == ""
    assert "a month" in said(app)
    assert "| What | Quantity |" in said(app)


def test_a_number_that_is_typed_changes_the_address_and_the_total() -> None:
    app = open_page("costs", preset="none", option=["on-demand"], writes_per_second="1")
    assert "1.64 USD" in said(app)
    box(app, "writes_per_second").set_value("100").run()
    assert given_in(app, "writes_per_second") == "100"
    assert "164.25 USD" in said(app)


def test_a_slider_changes_the_same_number() -> None:
    app = open_page("costs", preset="none", writes_per_second="1")
    slider = next(found for found in app.select_slider if found.key == "costs-input-writes_per_second-slider")
    slider.set_value("200").run()
    assert given_in(app, "writes_per_second") == "200"


def test_what_is_as_the_example_has_it_is_not_in_the_address() -> None:
    app = open_page("costs", reads_per_second="50")
    box(app, "writes_per_second").set_value("6").run()
    assert "reads_per_second" not in app.query_params
    assert given_in(app, "writes_per_second") == "6"


BAD = {
    "-5": "Writes, on average is a number from 0 to 10000000",
    "1e18": "Writes, on average is a number from 0 to 10000000",
    "NaN": "is a number from 0",
    "Infinity": "is a number from 0",
    "many": "is a number from 0",
    "1,5": "is a number from 0",
    "<b>1</b>": "is a number from 0",
}


@pytest.mark.parametrize("text", BAD)
def test_a_bad_number_in_the_address_is_told_with_what_is_possible(text: str) -> None:
    app = open_page("costs", preset="none", writes_per_second=text)
    assert not app.exception
    assert BAD[text] in warnings_of(app)


def test_a_number_out_of_its_bounds_becomes_the_nearest() -> None:
    app = open_page("costs", preset="none", writes_per_second="1e18")
    assert box(app, "writes_per_second").value == "10000000"
    app = open_page("costs", preset="none", writes_per_second="-1")
    assert box(app, "writes_per_second").value == "0"


def test_a_bad_number_that_is_typed_leaves_the_address_alone() -> None:
    app = open_page("costs", preset="none", writes_per_second="7")
    box(app, "writes_per_second").set_value("seven").run()
    assert "is a number from 0" in warnings_of(app)
    assert given_in(app, "writes_per_second") == "7"
    assert box(app, "writes_per_second").value == "7"


HOSTILE = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@HOSTILE
@given(model=st.sampled_from(MODELS), data=st.data())
def test_no_address_makes_a_traceback(model: str, data: st.DataObject) -> None:
    names = [field.name for field in fields_of(models(whole_catalog())[model].inputs)]
    asked = data.draw(
        st.dictionaries(st.sampled_from([*names, "option", "over", "up", "preset"]), st.text(max_size=30), max_size=6)
    )
    numbers = data.draw(
        st.dictionaries(st.sampled_from(names), st.sampled_from(["0", "1e30", "-0", "0.0000001", "9" * 40]), max_size=4)
    )
    app = open_page("costs", model=model, **{**asked, **numbers})
    assert not app.exception
    assert not app.error


def test_an_unknown_price_is_told_and_the_total_is_not_whole() -> None:
    app = open_page("costs", option=["on-demand", "on-demand-dax"])
    assert "not known] DAX nodes r5.large" in said(app)
    assert "at least" in said(app)
    assert "no price on record" in said(app)


def test_another_region_shows_its_own_prices_or_none() -> None:
    app = open_page(
        "costs", preset="none", region="eu-west-1", option=["on-demand", "provisioned"], writes_per_second="10"
    )
    assert "ddb-pr-wcu-euw1" in said(app)
    assert "ddb-od-wru-std" not in said(app)
    assert "no price on record] for eu-west-1" in said(app)


def test_a_price_of_ones_own_is_marked_and_is_not_in_the_address() -> None:
    app = open_page("costs", preset="none", option=["on-demand"], writes_per_second="100")
    app.session_state["costs-own-prices"] = {"ddb-od-wru-std": Decimal("0.5")}
    app.run()
    assert "131.40 USD" in said(app)
    assert "your own price" in said(app)
    assert all("0.5" not in value for values in app.query_params.values() for value in values)
    other = open_page("costs", preset="none", option=["on-demand"], writes_per_second="100")
    assert "164.25 USD" in said(other)


def test_rounding_minimums_and_texts_that_disagree_are_told_with_the_prices() -> None:
    app = open_page("costs", preset="none", option=["on-demand"], writes_per_second="1")
    assert "Rounding: Writes round each item up to 1 KB" in said(app)
    assert "texts disagree] Older copies" in said(app)


def test_where_the_choice_turns_stands_as_a_sentence_beside_the_rule_of_aws() -> None:
    app = open_page("costs", preset="none", option=["on-demand", "provisioned"], writes_per_second="5000")
    assert "Provisioned capacity that is used: above 28.9 % Provisioned, auto scaling is cheaper" in said(app)
    assert "Computed from the prices here: 28.9 %" in said(app)
    assert "stated: 35.0 %; 6.11 points apart" in said(app)


def test_the_files_hold_the_same_lines_as_the_page(catalog: Catalog) -> None:
    question, _ = ask(catalog, models(catalog)["warehouse"], {}, preset="bi-warehouse")
    found = answer(catalog, question)
    rows = list(csv.DictReader(io.StringIO(as_csv(found))))
    assert len(rows) == sum(len(bill.lines) for bill in found.bills)
    assert all(row["official address"].startswith("https://") and row["read on"] for row in rows)
    assert all(f"### {bill.title}" in as_markdown(found) for bill in found.bills)


@pytest.mark.parametrize("name", [*SERVICES, *COMPARISONS])
def test_a_link_to_costs_leads_to_a_question_that_is_understood(name: str, catalog: Catalog) -> None:
    place = SERVICES.get(name) or COMPARISONS[name]
    model = models(catalog)[place.model]
    question, problems = ask(catalog, model, place.inputs, place.options, preset=place.preset)
    assert problems == ()
    assert not place.options or tuple(option.id for option in question.options) == place.options
    assert name in catalog.services or name in catalog.comparisons
    assert not place.preset or place.preset in presets(catalog, place.model)


def test_services_of_different_questions_have_no_common_one(catalog: Catalog) -> None:
    assert place_of_services(["rds", "dynamodb"]) is None
    found = place_of_services(["rds", "aurora"])
    assert found is not None
    assert found.model == "relational-database"
    assert place_of_use_case(catalog, "nowhere") is None


@pytest.mark.parametrize("service", ["dynamodb", "lambda"])
def test_a_card_links_to_what_the_service_costs(service: str) -> None:
    app = open_page("services", service=service)
    assert any("What it costs" in link.proto.label for link in app.get("page_link"))


def test_the_amounts_of_a_use_case_stand_on_its_picture() -> None:
    app = open_page("costs", model="use-case", use_case="connection-pooling")
    drawn = [str(text) for trace in graph(app)["figure"]["data"] for text in trace.get("text", ())]
    assert any("USD" in text for text in drawn)
    assert any("not known" in text for text in drawn)


@pytest.mark.parametrize("model", ["dynamodb-table", "warehouse"])
def test_plotly_takes_the_figures_and_they_are_told_to_whom_they_are_read(model: str) -> None:
    charts = [chart.proto for chart in open_page("costs", model=model).get("plotly_chart")]
    assert len(charts) == 2
    for chart in charts:
        figure = go.Figure(json.loads(chart.spec))  # raises where it is none
        assert len(figure.data) > 1
        assert chart.alt.startswith(("Cost over", "The cheapest option over"))
