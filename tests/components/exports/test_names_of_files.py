"""Files are named after what they hold, and the menu links to all of them."""

import json
from dataclasses import replace
from typing import Any

from streamlit.testing.v1 import AppTest

from components.exports.formats import FORMATS
from components.exports.options import Options
from components.frame.given_address import query_of
from components.landscape.address import values_of
from components.landscape.export import landscape_export, name_of_the_file
from components.use_cases.export import use_case_export
from data.landscape.view import Question, view
from data.landscape.walk import Place
from data.records import Catalog
from tests.app_pages import open_page
from tests.components.exports.records import ADDRESS, DAY, of_landscape
from tests.components.frame.test_address import many_questions


def test_files_are_named_after_what_they_hold(catalog: Catalog) -> None:
    drawn: dict[str, Any] = {"address": ADDRESS, "day": DAY, "mode": "light"}
    neighbours = landscape_export(catalog, Question(service="dynamodb"), **drawn)
    assert neighbours.file_name("png") == "dynamodb-and-its-neighbours.png"
    assert neighbours.file_name("csv", part="services") == "dynamodb-and-its-neighbours-services.csv"
    core, whole = (landscape_export(catalog, Question(scope=scope), **drawn) for scope in ("core", "wide"))
    assert (core.file_name("svg"), whole.file_name("svg")) == ("core-services.svg", "all-services.svg")
    assert core.title == f"Core services, {len(core.scene.boxes)} of {len(catalog.services)}"
    assert whole.title == f"All services, {len(whole.view.services)} of {len(catalog.services)}"
    place = Place("siem", len(catalog.use_cases["siem"].steps))
    assert use_case_export(catalog, place, **drawn).file_name("svg") == "siem.svg"
    step = use_case_export(catalog, replace(place, step=2), **drawn)
    assert step.file_name("svg").startswith("siem-step-2-of-")
    assert step.file_name("pptx", whole=True) == "siem.pptx"


def test_no_two_questions_have_files_of_the_same_name(catalog: Catalog) -> None:
    questions = [question for question in many_questions() if not question.connection or not question.service]
    names: dict[str, set[str]] = {}
    for question in questions:
        asked = repr([pair for pair in query_of(values_of(question)) if pair[0] != "view"])
        names.setdefault(name_of_the_file(replace(question, look="focus"), view(catalog, question)), set()).add(asked)
    assert {name: asked for name, asked in names.items() if len(asked) > 1} == {}


def test_a_file_says_in_its_name_what_was_chosen_for_it(catalog: Catalog) -> None:
    record = of_landscape(catalog, Question())
    names = {each.name: each.file_name(record, Options(theme="dark")) for each in FORMATS}
    assert names["svg"].endswith("-dark.svg")
    assert names["json"].endswith(".json")
    assert "dark" not in names["json"]


def _links(app: AppTest) -> dict[str, Any]:
    return next(
        json.loads(drawn.proto.json)
        for drawn in app.get("bidi_component")
        if drawn.proto.component_name == "export_links"
    )


def test_the_popover_links_to_every_format_and_draws_them_only_when_it_is_open() -> None:
    app = open_page("", service="dynamodb")
    assert [drawn for drawn in app.get("bidi_component") if drawn.proto.component_name == "export_links"] == []
    app.session_state["export"] = True
    app.run()
    assert not app.exception
    told = _links(app)
    links = {link["label"]: link["path"] for group in told["groups"] for link in group["links"]}
    for label in ("SVG", "PNG", "PDF", "PowerPoint", "draw.io", "Mermaid", "Graphviz", "Brief as Markdown", "JSON"):
        assert label in links
    assert links["SVG"] == "export/landscape.svg"
    assert told["query"] == [["service", "dynamodb"]]
    assert "Steps as CSV" not in links


def test_a_use_case_can_be_taken_along_with_its_steps() -> None:
    app = open_page("use-cases", use_case="siem", step="2")
    app.session_state["use-case-export"] = True
    app.run()
    told = _links(app)
    links = [link["label"] for group in told["groups"] for link in group["links"]]
    assert "Steps as CSV" in links
    assert told["query"] == [["use_case", "siem"], ["step", "2"]]
