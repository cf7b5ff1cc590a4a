"""The questions of the helper: every way ends, nothing leads nowhere, and an answer that is changed takes along what
still applies."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from components.choose.tree import answers_of, tree_in_words, tree_scene
from components.choose.tree_figure import tree_figure, tree_height
from data.choosing.decision import (
    MOST_QUESTIONS,
    fact_at,
    follow,
    most_left,
    option_ids,
    otherwise,
    ruled_out,
    still_apply,
    ways_on,
)
from data.loading.decision_checks import decision_problems
from data.loading.reading import CatalogError
from data.records import Catalog, Decision
from tests.tiny_catalog import documents, tiny_catalog


def option(identity: str, then: str, **more: Any) -> dict[str, Any]:
    return {"id": identity, "text": f"The answer {identity}", "short": identity.title(), "next": then, **more}


def question(identity: str, *options: dict[str, Any]) -> dict[str, Any]:
    return {"id": identity, "text": f"What about {identity}?", "options": list(options)}


def end(identity: str, *services: str, second: str = "search", **more: Any) -> dict[str, Any]:
    runner_up = {"service": second, "text": "It came second."}
    return {
        "id": identity,
        "title": identity.title(),
        "services": list(services),
        "summary": "Take it.",
        "runner_up": runner_up,
        **more,
    }


def small(**changes: Any) -> dict[str, Any]:
    """Asks what for, then (for two of three answers) how fast; `fast` means another service where something is
    searched for."""
    content = {
        "start": "goal",
        "questions": [
            question("goal", option("keep", "speed"), option("find", "speed"), option("store", "end-archive")),
            question(
                "speed",
                option("slow", "end-db"),
                option("fast", "end-cache", forks=[{"when": ["goal.find"], "next": "end-search"}]),
            ),
        ],
        "recommendations": [
            end("end-db", "db"),
            end("end-cache", "cache", "db", because=[{"text": "It is near.", "facts": ["services/cache#feature"]}]),
            end("end-search", "search", second="db", use_case="find"),
            end("end-archive", "archive"),
        ],
    }
    return {**content, **changes}


@pytest.fixture
def tiny(tmp_path: Path) -> Catalog:
    return tiny_catalog(tmp_path, {**documents(), "decision.yaml": small()})


def decision_of(catalog: Catalog) -> Decision:
    assert catalog.decision is not None
    return catalog.decision


def test_every_way_through_the_questions_ends_on_a_recommendation(catalog: Catalog) -> None:
    ways = list(ways_on(decision_of(catalog), {}))
    assert ways
    for way in ways:
        assert way.recommendation is not None
        assert way.question is None
        assert 1 <= len(way.taken) <= MOST_QUESTIONS
        assert follow(decision_of(catalog), way.answers) == way


def test_every_question_every_answer_and_every_recommendation_lies_on_some_way(catalog: Catalog) -> None:
    decision = decision_of(catalog)
    ways = list(ways_on(decision, {}))
    assert {f"{asked.id}.{given.id}" for way in ways for asked, given in way.taken} == set(option_ids(decision))
    assert {way.recommendation for way in ways} == set(decision.recommendations)


def test_every_core_service_is_the_main_answer_or_part_of_one(catalog: Catalog) -> None:
    recommended = {service for entry in decision_of(catalog).recommendations for service in entry.services}
    assert {service.id for service in catalog.services.values() if service.core} <= recommended


def test_every_use_case_of_the_atlas_is_reached_by_some_answers(catalog: Catalog) -> None:
    assert {entry.use_case for entry in decision_of(catalog).recommendations} >= set(catalog.use_cases)


def test_no_way_recommends_what_an_answer_on_it_rules_out(catalog: Catalog) -> None:
    for way in ways_on(decision_of(catalog), {}):
        assert way.recommendation is not None
        assert not {against.service for _, given in way.taken for against in given.rules_out} & set(
            way.recommendation.services
        )


def test_every_way_says_why_and_rests_on_some_fact_with_a_source(catalog: Catalog) -> None:
    for way in ways_on(decision_of(catalog), {}):
        assert way.recommendation is not None
        why = [reason for _, given in way.taken for reason in given.because] + list(way.recommendation.because)
        pointers = [pointer for reason in why for pointer in reason.facts]
        assert len(why) > len(way.taken)
        assert pointers
        for pointer in pointers:
            fact, sources = fact_at(catalog, pointer)
            assert all(sources[key].url.startswith("https://") for key in fact.source)


def test_the_answers_lead_step_by_step(tiny: Catalog) -> None:
    decision = decision_of(tiny)
    first = follow(decision, {})
    assert (first.question and first.question.id, first.recommendation, most_left(decision, {})) == ("goal", None, 2)
    second = follow(decision, {"goal": "keep"})
    assert (second.question and second.question.id, most_left(decision, {"goal": "keep"})) == ("speed", 1)
    last = follow(decision, {"goal": "keep", "speed": "fast"})
    assert (last.question, last.recommendation and last.recommendation.id) == (None, "end-cache")


def test_an_earlier_answer_can_turn_a_later_one_elsewhere(tiny: Catalog) -> None:
    found = follow(decision_of(tiny), {"goal": "find", "speed": "fast"}).recommendation
    assert found is not None
    assert found.id == "end-search"


def test_an_unknown_answer_leaves_its_question_open(tiny: Catalog) -> None:
    way = follow(decision_of(tiny), {"goal": "no such answer", "speed": "fast"})
    assert way.taken == ()
    assert way.question is not None


def test_changing_an_earlier_answer_keeps_later_ones_where_they_still_apply(tiny: Catalog) -> None:
    decision = decision_of(tiny)
    assert still_apply(decision, {"goal": "find", "speed": "fast"}) == {"goal": "find", "speed": "fast"}
    assert still_apply(decision, {"goal": "store", "speed": "fast"}) == {"goal": "store"}
    assert still_apply(decision, {"speed": "fast"}) == {"speed": "fast"}  # its question can still come up
    assert still_apply(decision, {"goal": "keep", "nothing": "known"}) == {"goal": "keep"}


def test_a_later_answer_waits_until_its_question_comes_up_again(catalog: Catalog) -> None:
    decision = decision_of(catalog)
    changed = {
        "goal": "analyse",
        "documents": "table",
        "capacity": "aws",
    }  # was: search, in a table, looked after by AWS
    assert still_apply(decision, changed) == {"goal": "analyse", "capacity": "aws"}
    then = follow(decision, {**still_apply(decision, changed), "data-now": "files"}).recommendation
    assert then is not None
    assert then.services[0] == "redshift-serverless"


def test_what_other_answers_would_have_led_to(tiny: Catalog) -> None:
    decision = decision_of(tiny)
    found = [
        (q.id, o.id, [e.id for e in ends])
        for q, o, ends in otherwise(decision, follow(decision, {"goal": "keep", "speed": "fast"}))
    ]
    assert found == [
        ("goal", "find", ["end-search"]),
        ("goal", "store", ["end-archive"]),
        ("speed", "slow", ["end-db"]),
    ]


def test_what_came_second_is_not_told_again_as_ruled_out(tmp_path: Path) -> None:
    against = [{"service": "search", "text": "No."}, {"service": "archive", "text": "Neither."}]
    content = small()
    content["questions"][1]["options"][0]["rules_out"] = against
    decision = decision_of(tiny_catalog(tmp_path, {**documents(), "decision.yaml": content}))
    assert [entry.service for entry in ruled_out(follow(decision, {"goal": "keep", "speed": "slow"}))] == ["archive"]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"start": "nowhere"}, "'nowhere' leads nowhere"),
        (
            {"questions": [question("goal", option("a", "end-db"), option("b", "nowhere"))]},
            "goal.b: 'nowhere' leads nowhere",
        ),
        ({"questions": [question("goal", option("a", "end-db"), option("b", "goal"))]}, "goal.b: a dead end"),
        ({"questions": [question("goal", option("a", "end-db"), option("a", "end-cache"))]}, "goal.a: stands twice"),
        (
            {"questions": [question("goal", option("a", "end-db"), option("b", "end-cache"))]},
            "end-search: no answer leads there",
        ),
        ({"recommendations": [end("end-db", "db"), end("end-db", "db")]}, "end-db: stands twice"),
        ({"recommendations": [end("end-db", "no-such-service")]}, "'no-such-service' leads nowhere"),
        ({"recommendations": [end("end-db", "db", use_case="no-such-case")]}, "'no-such-case' leads nowhere"),
        ({"recommendations": [end("end-db", "db", second="db")]}, "'runner_up' leads nowhere"),
        (
            {"recommendations": [end("end-db", "db", because=[{"text": "So.", "facts": ["services/db#none"]}])]},
            "'services/db#none' leads nowhere",
        ),
        (
            {"recommendations": [end("end-db", "db", changes=[{"text": "So.", "facts": ["connections/none"]}])]},
            "'connections/none' leads nowhere",
        ),
    ],
)
def test_the_loader_names_what_is_wrong_with_the_questions(
    tmp_path: Path, changes: dict[str, Any], problem: str
) -> None:
    with pytest.raises(CatalogError) as error:
        tiny_catalog(tmp_path, {**documents(), "decision.yaml": small(**changes)})
    assert problem in str(error.value)


def test_an_answer_may_not_rule_out_what_is_then_recommended(tmp_path: Path) -> None:
    content = small()
    content["questions"][0]["options"][0]["rules_out"] = [{"service": "db", "text": "Never."}]
    with pytest.raises(CatalogError, match="recommends 'db', which an answer on the way rules out"):
        tiny_catalog(tmp_path, {**documents(), "decision.yaml": content})


def test_more_questions_than_anybody_wants_to_answer_are_a_problem(tmp_path: Path) -> None:
    chain = [question(f"q{n}", option("a", f"q{n + 1}"), option("b", "end-db")) for n in range(MOST_QUESTIONS)]
    last = question(f"q{MOST_QUESTIONS}", option("a", "end-cache"), option("b", "end-db"))
    content = {
        "start": "q0",
        "questions": [*chain, last],
        "recommendations": [end("end-db", "db"), end("end-cache", "cache")],
    }
    with pytest.raises(CatalogError, match=f"more than {MOST_QUESTIONS} questions"):
        tiny_catalog(tmp_path, {**documents(), "decision.yaml": content})


def test_a_core_service_that_is_never_recommended_is_a_problem(tiny: Catalog) -> None:
    without = decision_of(tiny).model_copy(
        update={
            "recommendations": tuple(
                e.model_copy(update={"services": ("archive",)}) for e in decision_of(tiny).recommendations
            )
        }
    )
    assert any("'db' is never recommended" in problem for problem in decision_problems(tiny, without))


def test_a_catalog_without_questions_is_still_a_catalog(tmp_path: Path) -> None:
    assert tiny_catalog(tmp_path).decision is None


def test_the_picture_shows_the_way_taken_and_the_answers_beside_it(tiny: Catalog) -> None:
    scene = tree_scene(tiny, decision_of(tiny), {"goal": "keep"})
    boxes = {box.id: box for box in scene.boxes}
    assert set(boxes) == {"", "goal.keep", "goal.find", "goal.store", "goal.keep/speed.slow", "goal.keep/speed.fast"}
    assert {box.id for box in scene.boxes if box.taken} == {"", "goal.keep"}
    assert boxes["goal.keep/speed.fast"].then == "Cache + Database"
    assert scene.title == "Decision tree: Keep, then What about speed?"


def test_the_whole_picture_has_a_box_for_every_end_and_none_lies_on_another(catalog: Catalog) -> None:
    decision = decision_of(catalog)
    scene = tree_scene(catalog, decision, {}, whole=True)
    ends = [box for box in scene.boxes if follow(decision, answers_of(box.id)).recommendation]
    assert len(ends) == len(list(ways_on(decision, {})))
    assert len({box.row for box in ends}) == len(ends)
    for column in range(scene.columns):
        rows = sorted(box.row for box in scene.boxes if box.column == column)
        assert all(b - a >= 1 for a, b in pairwise(rows))


def test_every_box_can_be_clicked_and_says_where_it_leads(catalog: Catalog) -> None:
    decision = decision_of(catalog)
    scene = tree_scene(catalog, decision, {"goal": "search"})
    figure = tree_figure(scene, "dark")
    clickable = {
        row[0] for trace in figure["data"] if trace["meta"]["role"] == "service" for row in trace["customdata"]
    }
    assert clickable == {box.id for box in scene.boxes}
    assert set(figure["layout"]["meta"]["names"]) == clickable
    assert figure["layout"]["meta"]["selected"] == "goal.search"
    assert tree_height(tree_scene(catalog, decision, {}, whole=True)) > tree_height(scene)
    for box in clickable:
        way = follow(decision, answers_of(box))
        assert len(way.taken) == len(answers_of(box))


def test_the_same_in_words_names_every_recommendation_and_ticks_what_was_answered(tiny: Catalog) -> None:
    words = tree_in_words(decision_of(tiny), {"goal": "keep", "speed": "slow"})
    assert all(entry.title.split("-")[-1] in words for entry in decision_of(tiny).recommendations)
    ticked = [line.strip() for line in words.splitlines() if "✓" in line]
    assert [line.split("**")[1] for line in ticked] == ["✓ The answer keep", "✓ The answer slow"]
