"""The pages Choose and Matrix as Streamlit runs them, with what a visitor, or a broken link, may put into the
address."""

import pytest
from streamlit.testing.v1 import AppTest

from data.choosing.decision import ways_on
from data.records import Catalog
from tests.app_pages import graph, open_page
from tests.conftest import ROOT

FRAME = str(ROOT / "components" / "server" / "script.py")
NOTICE = "Part of the address was not understood"


def opened(page: str, **parameters: str | list[str]) -> AppTest:
    app = open_page(page, **parameters)
    assert not app.exception
    return app


def texts(app: AppTest) -> str:
    return "\n".join(
        element.value for kind in (app.markdown, app.caption, app.subheader, app.title) for element in kind
    )


def test_the_helper_begins_with_one_question() -> None:
    app = opened("choose")
    assert [radio.value for radio in app.radio] == [None]
    assert "At most 5 questions" in texts(app)
    assert NOTICE not in texts(app)


def test_answers_lead_to_a_recommendation_and_stand_in_the_address(catalog: Catalog) -> None:
    app = opened("choose")
    app.radio(key="answer-goal").set_value("search").run()
    app.radio(key="answer-documents").set_value("table").run()
    app.radio(key="answer-capacity").set_value("aws").run()
    assert not app.exception
    assert app.query_params["answer"] == ["goal.search", "documents.table", "capacity.aws"]
    found = (
        next(end for end in catalog.decision.recommendations if end.id == "table-to-collection")
        if catalog.decision
        else None
    )
    assert found is not None
    assert found.title in [element.value for element in app.subheader]
    assert "Why, from your answers" in texts(app)
    assert "What came second" in texts(app)
    assert "our judgement" in texts(app)


def test_a_changed_answer_keeps_the_later_ones_that_still_apply() -> None:
    app = opened("choose", answer=["goal.search", "documents.table", "capacity.aws"])
    app.radio(key="answer-documents").set_value("application").run()
    assert app.query_params["answer"] == ["goal.search", "documents.application", "capacity.aws"]
    assert "Amazon OpenSearch Serverless" in [element.value for element in app.subheader]
    app.radio(key="answer-goal").set_value("analyse").run()
    assert app.query_params["answer"] == ["goal.analyse", "capacity.aws"]
    app.radio(key="answer-data-now").set_value("files").run()
    assert "Amazon Redshift Serverless" in [element.value for element in app.subheader]


def test_starting_again_takes_every_answer_away() -> None:
    app = opened("choose", answer=["goal.relieve", "load.connections"])
    next(button for button in app.button if button.label == "Start again").click().run()
    assert "answer" not in app.query_params
    assert [radio.value for radio in app.radio] == [None]


@pytest.mark.parametrize(
    "answer",
    [
        ["no-such"],
        ["goal.none"],
        ["goal.search", "goal.records"],
        ["goal.search", "access.sql"],
        ["goal.search", "<script>alert(1)</script>"],
        ["goal.search." * 40],
        [".", "goal.", ".search"],
    ],
)
def test_odd_answers_are_left_out_with_one_quiet_notice(answer: list[str]) -> None:
    app = opened("choose", answer=answer)
    assert texts(app).count(NOTICE) == 1
    assert len(app.radio) == (2 if "goal.search" in answer else 1)
    assert "script" not in texts(app)


def test_every_recommendation_can_be_drawn(catalog: Catalog) -> None:
    assert catalog.decision is not None
    ways = {way.recommendation.id: way for way in ways_on(catalog.decision, {}) if way.recommendation}
    app = opened("choose")
    for way in ways.values():
        app.query_params["answer"] = [f"{asked.id}.{given.id}" for asked, given in way.taken]
        app.run()
        assert not app.exception
        assert way.recommendation is not None
        assert any(way.recommendation.title == element.value.replace("\\", "") for element in app.subheader)


def test_the_whole_tree_is_a_switch_in_the_address() -> None:
    app = opened("choose")
    app.toggle(key="whole-tree").set_value(True).run()
    assert app.query_params["tree"] == "all"
    app.toggle(key="whole-tree").set_value(False).run()
    assert "tree" not in app.query_params


def test_the_matrix_filters_by_capabilities_and_says_what_is_left(catalog: Catalog) -> None:
    app = opened("matrix", capability=["serverless", "sql"])
    left = [
        s
        for s in catalog.services.values()
        if all(c in s.capabilities and s.capabilities[c].value != "no" for c in ("serverless", "sql"))
    ]
    every = sum(service.core for service in catalog.services.values())
    assert f"**{len(left)} of {every} services** with Serverless and SQL" in texts(app)
    app.toggle(key="matrix-partly").set_value(False).run()
    assert app.query_params["partly"] == "0"
    full = [service for service in left if {service.capabilities[c].value for c in ("serverless", "sql")} == {"yes"}]
    assert f"**{len(full)} of {every} services**" in texts(app)


def test_a_combination_that_no_service_has_says_so(catalog: Catalog) -> None:
    app = opened("matrix", capability=["full-text", "microseconds"])
    assert "No service has all of these" in texts(app)
    next(button for button in app.button if button.label == "Clear").click().run()
    assert not app.query_params
    assert f"services by {len(catalog.taxonomy.capabilities)} capabilities" in texts(app)


@pytest.mark.parametrize(
    "parameters",
    [
        {"capability": ["no-such", "sql"]},
        {"partly": "maybe"},
        {"cell": "rds"},
        {"cell": "lambda.sql"},
        {"capability": ["sql", "sql"]},
        {"cell": ["rds.sql", "dax.sql"]},
    ],
)
def test_odd_parameters_of_the_matrix_are_left_out_with_one_quiet_notice(
    parameters: dict[str, str | list[str]],
) -> None:
    app = opened("matrix", **parameters)
    assert texts(app).count(NOTICE) == 1


def test_the_landscape_takes_capabilities_from_its_address_too() -> None:
    app = AppTest.from_file(FRAME, default_timeout=60)
    app.query_params["capability"] = ["serverless", "sql"]
    app.query_params["partly"] = "0"
    app.run()
    assert not app.exception
    assert graph(app)["head"]["title"].startswith("Services with Serverless and SQL in full")
