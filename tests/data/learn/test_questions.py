"""Questions are made from facts: each has one right answer, says why and from where, and changes with its fact."""

from dataclasses import replace
from itertools import pairwise, permutations
from time import process_time

import pytest

from data.catalog import catalog
from data.learn.question import PosedQuestion, Question, alike
from data.learn.quiz import LENGTH, every_question, make_quiz, parts_of
from data.learn.rules.arrows import arrow
from data.learn.rules.limits import limit_questions, shown
from data.learn.rules.purposes import purpose
from data.learn.rules.reasons import head
from data.records import Catalog

CATALOG = catalog()
CORE = {service.short_name: service for service in CATALOG.services.values() if service.core}


FLOWS: dict[str, list[str]] = {}
for _connection in CATALOG.connections.values():
    FLOWS.setdefault(arrow(CATALOG, _connection), []).append(_connection.what.text)


def _right_limits(question: Question, options: tuple[str, ...]) -> list[str]:
    service = next(s for s in CORE.values() if question.text.startswith(f"{s.short_name}: "))
    figures = {shown(limit) for limit in service.limits if f"“{limit.name}”" in question.text}
    return [option for option in options if option in figures]


def _right_capabilities(question: Question, options: tuple[str, ...]) -> list[str]:
    capability = next(c for c in CATALOG.taxonomy.capabilities if question.text.startswith(f"{c.name} ("))
    value = "no" if "does not have it" in question.text else "yes"
    return [option for option in options if CORE[option].capabilities[capability.id].value == value]


def _right_arrows(question: Question, options: tuple[str, ...]) -> list[str]:
    return [option for option in options if any(f"“{what}”" in question.text for what in FLOWS.get(option, ()))]


def _right_reasons(question: Question, options: tuple[str, ...]) -> list[str]:
    service = next(s for name, s in CORE.items() if question.text.endswith(f" {name}?"))
    side = service.when_not_to_use if " against " in question.text else service.when_to_use
    return [option for option in options if option in {head(entry.text) for entry in side}]


def _right_failures(question: Question, options: tuple[str, ...]) -> list[str]:
    then = {
        failure.then
        for use_case in CATALOG.use_cases.values()
        if question.text.startswith(use_case.title)
        for failure in use_case.failures
        if failure.what in question.text
    }
    return [option for option in options if option in then]


def _right_instead(question: Question, options: tuple[str, ...]) -> list[str]:
    return [option for option in options if option in question.why]


def _right_options(question: Question, options: tuple[str, ...]) -> list[str]:
    comparison = CATALOG.comparisons[question.more.removeprefix("comparisons/")]
    fitting = []
    for row in comparison.rows:
        for option, cell in zip(comparison.options, row.cells, strict=True):
            if any(f"“{entry.text}”" in question.text for entry in (*cell.facts, *cell.judgements)):
                fitting.append(option.name)
    return [option for option in options if option in fitting]


def _right_steps(question: Question, options: tuple[str, ...]) -> list[str]:
    steps = {step.title: step for step in CATALOG.use_cases[question.more.removeprefix("use_cases/")].steps}
    found = []
    for order in permutations(options):
        arrows = [CATALOG.connections[steps[title].connection] for title in order]
        if all(one.target_id == other.source_id for one, other in pairwise(arrows)):
            found.append("\n".join(order))
    return found


def _right_clicks(question: Question, options: tuple[str, ...]) -> list[str]:
    return [s.id for s in CATALOG.services.values() if s.scope == "core" and question.text.endswith(f" {purpose(s)}")]


def _right_ends(question: Question, options: tuple[str, ...]) -> list[str]:
    return [
        c.target_id
        for c in CATALOG.connections.values()
        if question.text.startswith(f"{CATALOG.services[c.source_id].short_name}: “{c.what.text}”")
    ]


RIGHT = {
    ("direction", "click"): _right_ends,
    ("limit", "choose"): _right_limits,
    ("capability", "choose"): _right_capabilities,
    ("direction", "choose"): _right_arrows,
    ("reason", "choose"): _right_reasons,
    ("failure", "choose"): _right_failures,
    ("instead", "choose"): _right_instead,
    ("options", "choose"): _right_options,
    ("order", "order"): _right_steps,
    ("purpose", "click"): _right_clicks,
}


def _one_right(posed: PosedQuestion) -> bool:
    """Whether the catalog, asked in another way, finds exactly one right answer among what is shown."""
    question = posed.question
    if question.kind == "match":
        apart = not any(alike(one, other) for one in question.right for other in question.right if one != other)
        return apart and sorted(posed.options) == sorted(question.right) and len(set(question.left)) == 4
    return RIGHT[question.rule, question.kind](question, posed.options) == ["\n".join(question.right)]


@pytest.mark.parametrize("rule", sorted({question.rule for question in every_question(CATALOG)}))
def test_no_question_has_two_right_answers(rule: str) -> None:
    for question in every_question(CATALOG):
        if question.rule == rule:
            shown_beside = (*question.right, *(wrong.text for wrong in question.wrong))
            assert _one_right(PosedQuestion(question, shown_beside)), question
            assert len(set(shown_beside)) == len(shown_beside), question


def test_the_core_services_give_plenty_of_different_questions() -> None:
    questions = every_question(CATALOG)
    assert len({question.id for question in questions}) == len(questions) >= 250
    assert len({question.name for question in questions}) == len(questions)
    core = {service.id for service in CORE.values()}
    assert all(any(question.parts & {service} for question in questions) for service in core)
    assert {question.kind for question in questions} == {"choose", "order", "click", "match"}


def test_every_question_says_why_where_to_read_on_and_from_which_page() -> None:
    for question in every_question(CATALOG):
        assert question.why
        assert question.more
        assert question.sources, question
        assert all(wrong.true_of for wrong in question.wrong)


def test_every_seed_has_a_sound_quiz_of_every_kind_and_all_of_them_are_made_quickly() -> None:
    every_question(CATALOG)
    started = process_time()
    checked: set[tuple[str, tuple[str, ...]]] = set()
    for seed in range(1, 2001):
        quiz = make_quiz(CATALOG, seed)
        assert len({posed.question.id for posed in quiz}) == LENGTH
        assert {posed.question.kind for posed in quiz} == {"choose", "order", "click", "match"}
        for posed in quiz:
            if (posed.question.id, posed.options) not in checked:
                checked.add((posed.question.id, posed.options))
                assert _one_right(posed), (seed, posed)
                assert posed.question.kind == "click" or len(posed.options) >= 2
                assert posed.question.kind != "order" or posed.options != posed.question.right
    assert process_time() - started < 10


def test_a_seed_gives_everybody_the_same_quiz_and_another_seed_another_one() -> None:
    assert make_quiz(CATALOG, 7) == make_quiz(CATALOG, 7)
    assert make_quiz(CATALOG, 7) != make_quiz(CATALOG, 8)
    assert make_quiz(CATALOG, 7, "tour") != make_quiz(CATALOG, 7, "who-pays")


@pytest.mark.parametrize("path", CATALOG.paths)
def test_the_quiz_of_a_path_is_about_what_the_path_shows(path: str) -> None:
    parts = parts_of(CATALOG, CATALOG.paths[path])
    for seed in range(1, 20):
        quiz = make_quiz(CATALOG, seed, path)
        assert len(quiz) == LENGTH
        assert all(posed.question.parts & parts for posed in quiz)


def test_a_changed_fact_changes_its_question() -> None:
    proxy = CATALOG.services["rds-proxy"]
    limits = tuple(limit.model_copy(update={"value": 31}) if limit.id == "proxies" else limit for limit in proxy.limits)
    changed: Catalog = replace(
        CATALOG, services={**CATALOG.services, proxy.id: proxy.model_copy(update={"limits": limits})}
    )
    before, after = (
        next(q for q in limit_questions(given) if "RDS Proxy: which figure is published for “Proxies”" in q.text)
        for given in (CATALOG, changed)
    )
    assert (before.right, after.right) == (("20 proxies",), ("31 proxies",))
    assert before.id != after.id
    assert before.id[:8] == after.id[:8]
