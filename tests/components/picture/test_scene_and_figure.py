"""The picture of the landscape: what it says it shows, and what can be clicked."""

import json
from pathlib import Path
from typing import Any, Literal

import plotly.graph_objects as go
import pytest

from components.picture.boxes import wrapped
from components.picture.curves import middle
from components.picture.figure import landscape_figure
from components.picture.scene import Scene, scene
from components.picture.theme import Mode, palette
from components.picture.views import landscape_scene
from data.landscape.filters import LandscapeFilter
from data.landscape.view import Question, View, view
from data.landscape.walk import Walk
from data.records import Catalog
from tests.tiny_catalog import documents, tiny_catalog

MODES: tuple[Mode, ...] = ("light", "dark")
QUESTIONS = {
    "everything": Question(),
    "the wide scope": Question(scope="wide"),
    "a use case": Question(filter=LandscapeFilter(use_cases=("siem",))),
    "a use case alone": Question(filter=LandscapeFilter(use_cases=("siem",)), look="only"),
    "a selection": Question(service="dynamodb", depth=2, direction="out"),
    "a connection": Question(connection="dax--dynamodb"),
    "a path": Question(start="ec2", end="s3"),
    "nothing": Question(filter=LandscapeFilter(text="no such thing"), look="only"),
}


@pytest.fixture
def tiny(tmp_path: Path) -> Catalog:
    return tiny_catalog(tmp_path)


def _traces(figure: dict[str, Any], role: str) -> list[dict[str, Any]]:
    return [trace for trace in figure["data"] if trace.get("meta", {}).get("role") == role]


def _drawn(catalog: Catalog, asked: Question, mode: Mode = "light") -> tuple[View, dict[str, Any]]:
    shown = view(catalog, asked)
    return shown, landscape_figure(scene(catalog, shown), mode)


@pytest.mark.parametrize("title", QUESTIONS)
def test_the_figure_says_exactly_what_is_lit(catalog: Catalog, title: str) -> None:
    shown, figure = _drawn(catalog, QUESTIONS[title])
    meta = figure["layout"]["meta"]
    assert sorted(meta["services"]) == sorted(shown.lit_services)
    assert sorted(meta["connections"]) == sorted(shown.lit_connections - _inside(catalog, shown))
    assert meta["selected"] == shown.selected
    assert meta["title"] == shown.title


def _inside(catalog: Catalog, shown: View) -> frozenset[str]:
    """The connections between two services that stand in one box."""
    box_of = shown.levels.box_of if shown.levels else {}
    ends = {c.id: {box_of.get(end, end) for end in (c.source_id, c.target_id)} for c in catalog.connections.values()}
    return frozenset(connection for connection in shown.connections if len(ends[connection]) == 1)


@pytest.mark.parametrize("title", QUESTIONS)
def test_every_service_stands_in_one_point_and_every_connection_in_one_line_with_their_ids(
    catalog: Catalog, title: str
) -> None:
    shown, figure = _drawn(catalog, QUESTIONS[title])
    points = [service for trace in _traces(figure, "service") for row in trace["customdata"] for service in row]
    assert sorted(points) == sorted(shown.services)
    lines = _traces(figure, "connection")
    carried = [connection for line in lines for connection in line["customdata"][0]]
    assert sorted(carried) == sorted(shown.connections - _inside(catalog, shown))
    for line in lines:
        assert len(line["x"]) == len(line["y"]) > 1
        assert {data[0] for data in line["customdata"]} == {line["meta"]["id"]}
    for trace in figure["data"]:
        assert "customdata" in trace or trace["hoverinfo"] == "skip", "what cannot be clicked does not stand in the way"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("title", ["everything", "a use case alone", "nothing"])
def test_plotly_takes_the_figure(catalog: Catalog, title: str, mode: Mode) -> None:
    _, figure = _drawn(catalog, QUESTIONS[title], mode)
    go.Figure(figure)
    json.dumps(figure, allow_nan=False)


def test_the_figure_of_a_walk_is_taken_and_numbers_its_steps(catalog: Catalog) -> None:
    steps = [step.connection for step in catalog.use_cases["siem"].steps]
    shown = view(catalog, QUESTIONS["a use case alone"])
    walk = Walk(
        badges={c: str(number) for number, c in enumerate(steps, 1)}, active=steps[1], before=frozenset(steps[:1])
    )
    drawn = scene(catalog, shown, walk=walk)
    figure = landscape_figure(drawn, "light")
    go.Figure(figure)
    badges = _traces(figure, "badge")[0]
    assert sorted(badges["text"]) == sorted(walk.badges.values())
    assert [arrow.id for arrow in drawn.arrows if arrow.selected] == [steps[1]]
    assert [arrow.id for arrow in drawn.arrows if arrow.quiet] == [steps[0]]


@pytest.mark.parametrize("mode", MODES)
def test_names_with_markup_stay_text(tmp_path: Path, mode: Mode) -> None:
    content = documents()
    nasty = "<b>&\"%{x}'"
    content["services/db.yaml"]["short_name"] = nasty
    content["services/db.yaml"]["name"] = f"<script>{nasty}"
    content["services/db.yaml"]["purpose"]["text"] = f"<a href='x'>%{{customdata}} {nasty}"
    content["connections/cache.yaml"]["connections"][0]["what"]["text"] = f"<i> %{{x}} {nasty}"
    content["taxonomy.yaml"]["lanes"][0]["name"] = "<b>Produce</b>"
    _, figure = _drawn(tiny_catalog(tmp_path, content), Question(), mode)
    go.Figure(figure)
    written = [text for trace in _traces(figure, "name") for text in trace["text"]]
    written += [text for trace in _traces(figure, "service") for text in trace["hovertext"]]
    written += [line["hovertext"] for line in _traces(figure, "connection")]
    written += [note["text"] for note in figure["layout"]["annotations"]]
    assert any("&lt;script&gt;" in text for text in written)
    for text in written:
        assert "<" not in text.replace("<br>", ""), text
        assert "%{" not in text, text
        assert "&" not in text.replace("&lt;", "").replace("&gt;", "").replace("&amp;", ""), text


def test_what_is_lit_stands_out_by_more_than_its_place(tiny: Catalog) -> None:
    _, figure = _drawn(tiny, Question(service="app"))
    opacity = {line["meta"]["id"]: line["opacity"] for line in _traces(figure, "connection")}
    assert opacity["app--cache"] > 2 * opacity["db--search--data"]
    lines = [trace["meta"]["id"] for trace in _traces(figure, "connection")]
    assert lines[-1] == "app--cache", "a lit line is drawn above the others"


def test_the_selected_box_and_line_have_the_accent(tiny: Catalog) -> None:
    _, figure = _drawn(tiny, Question(service="db"))
    accent = palette("light").accent
    borders = {
        d[0]: c
        for t in _traces(figure, "service")
        for d, c in zip(t["customdata"], t["marker"]["line"]["color"], strict=True)
    }
    assert [service for service, colour in borders.items() if colour == accent] == ["db"]
    _, figure = _drawn(tiny, Question(connection="cache--db"))
    assert [line["meta"]["id"] for line in _traces(figure, "connection") if line["line"]["color"] == accent] == [
        "cache--db"
    ]


def test_a_view_of_the_same_things_keeps_its_zoom(tiny: Catalog) -> None:
    place = {
        asked: _drawn(tiny, asked)[1]["layout"]["uirevision"]
        for asked in (Question(), Question(service="db"), Question(scope="wide"))
    }
    assert place[Question()] == place[Question(service="db")] != place[Question(scope="wide")]


def test_the_scene_is_the_same_for_the_same_view(tiny: Catalog) -> None:
    one, other = (scene(tiny, view(tiny, Question())) for _ in range(2))
    assert isinstance(one, Scene)
    assert one == other


def test_no_word_on_a_line_lies_on_the_name_of_a_lane(catalog: Catalog) -> None:
    question = Question(service="opensearch")
    drawn = landscape_scene(catalog, question, view(catalog, question))
    told = [arrow.words_at[1] for arrow in drawn.arrows if arrow.words_at]
    assert told
    assert max(told) < drawn.height


def test_long_names_are_broken_between_words() -> None:
    assert wrapped("Kinesis Data Streams") == ("Kinesis Data", "Streams")
    assert wrapped("OpenSearch Serverless") == ("OpenSearch", "Serverless")
    assert wrapped("DAX") == ("DAX",)
    assert wrapped("Incomprehensibilities") == ("Incomprehensibilities",)


def test_no_name_of_the_catalog_needs_more_than_three_lines(catalog: Catalog) -> None:
    assert [service.short_name for service in catalog.services.values() if len(wrapped(service.short_name)) > 3] == []


def test_the_middle_of_a_course_is_half_way_along_it() -> None:
    assert middle(((0.0, 0.0), (10.0, 0.0), (10.0, 30.0))) == (10.0, 10.0)
    assert middle(((3.0, 4.0), (3.0, 4.0))) == (3.0, 4.0)


@pytest.mark.parametrize("scope", ["core", "wide"])
def test_every_line_of_a_path_bears_the_number_of_its_step(catalog: Catalog, scope: Literal["core", "wide"]) -> None:
    question = Question(start="cloudtrail", end="quick-sight", scope=scope)
    shown = view(catalog, question)
    drawn = landscape_scene(catalog, question, shown)
    lit = [arrow for arrow in drawn.arrows if arrow.lit]
    assert {arrow.badge for arrow in lit} == {str(number) for number in range(1, len(shown.route or ()) + 1)}


def test_a_view_is_drawn_once_for_all_visitors_unless_it_holds_what_one_of_them_typed(catalog: Catalog) -> None:
    def boxes(question: Question) -> tuple[object, ...]:
        return landscape_scene(catalog, question, view(catalog, question)).boxes

    chosen, typed = Question(service="dax"), Question(filter=LandscapeFilter(text="cache"))
    assert boxes(chosen) is boxes(chosen)
    assert boxes(typed) == boxes(typed)
    assert boxes(typed) is not boxes(typed)
