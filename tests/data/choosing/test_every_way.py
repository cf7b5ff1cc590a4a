"""The questions of the helper: every way ends, and nothing leads nowhere."""

from itertools import pairwise

from components.choose.tree import answers_of, tree_in_words, tree_scene
from components.choose.tree_figure import tree_figure, tree_height
from data.choosing.decision import MOST_QUESTIONS, fact_at, follow, option_ids, ways_on
from data.records import Catalog
from tests.data.choosing.small_decision import decision_of


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
    beyond = [box.id for box in scene.boxes if box.column == 2]
    assert figure["layout"]["meta"]["stands_out"] == beyond, "on a phone what can be answered next comes into view"
    for box in clickable:
        way = follow(decision, answers_of(box))
        assert len(way.taken) == len(answers_of(box))


def test_the_same_in_words_names_every_recommendation_and_ticks_what_was_answered(tiny: Catalog) -> None:
    words = tree_in_words(decision_of(tiny), {"goal": "keep", "speed": "slow"})
    assert all(entry.title.split("-")[-1] in words for entry in decision_of(tiny).recommendations)
    ticked = [line.strip() for line in words.splitlines() if "✓" in line]
    assert [line.split("**")[1] for line in ticked] == ["✓ The answer keep", "✓ The answer slow"]
