"""An answer that is changed takes along what still applies."""

from pathlib import Path

from data.choosing.decision import follow, most_left, otherwise, ruled_out, still_apply
from data.records import Catalog
from tests.data.choosing.small_decision import decision_of, small
from tests.tiny_catalog import documents, tiny_catalog


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
