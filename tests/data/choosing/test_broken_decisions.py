"""What a contributor is told about broken questions."""

from pathlib import Path
from typing import Any

import pytest

from data.choosing.decision import MOST_QUESTIONS
from data.loading.decision_checks import decision_problems
from data.loading.reading import CatalogError
from data.records import Catalog
from tests.data.choosing.small_decision import decision_of, end, option, question, small
from tests.tiny_catalog import documents, tiny_catalog


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
