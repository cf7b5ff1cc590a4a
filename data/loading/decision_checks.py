"""What must hold for the questions: every way ends, every pointer leads to a fact, every answer counts."""

from collections.abc import Iterator

from data.choosing.decision import MOST_QUESTIONS, fact_at, option_ids, ways_on, written_answers
from data.records import Against, Catalog, Decision, Reason


def decision_problems(catalog: Catalog, decision: Decision) -> list[str]:
    """What is wrong with the questions: ids that stand twice or lead nowhere, and, where there are none of those,
    ways that do not end well."""
    dangling = [*_twice(decision), *_unknown(catalog, decision)]
    return dangling or [*_bad_ways(decision), *_missing(catalog, decision)]


def _twice(decision: Decision) -> Iterator[str]:
    ids = [
        *(question.id for question in decision.questions),
        *(end.id for end in decision.recommendations),
        *written_answers(decision),
    ]
    for twice in sorted({entry for entry in ids if ids.count(entry) > 1}):
        yield f"decision.yaml: {twice}: stands twice"


def _unknown(catalog: Catalog, decision: Decision) -> Iterator[str]:
    ends = {question.id for question in decision.questions} | {end.id for end in decision.recommendations}
    answers = set(option_ids(decision))
    named: list[tuple[str, str, object]] = [("start", decision.start, decision.start in ends)]
    for question in decision.questions:
        for option in question.options:
            at = f"{question.id}.{option.id}"
            named += [(at, on, on in ends) for on in (option.next, *(fork.next for fork in option.forks))]
            named += [(at, when, when in answers) for fork in option.forks for when in fork.when]
            named += [(at, against.service, against.service in catalog.services) for against in option.rules_out]
            said: list[Reason | Against] = [*option.because, *option.rules_out]
            named += [(at, fact, _is_fact(catalog, fact)) for reason in said for fact in reason.facts]
    for end in decision.recommendations:
        said = [*end.because, *end.changes, end.runner_up]
        named += [(end.id, service, service in catalog.services) for service in (*end.services, end.runner_up.service)]
        named += [(end.id, fact, _is_fact(catalog, fact)) for reason in said for fact in reason.facts]
        named += [(end.id, end.use_case, end.use_case in catalog.use_cases)] if end.use_case else []
        named += [(end.id, "runner_up", end.runner_up.service != end.services[0])]
    for at, name, is_known in named:
        if not is_known:
            yield f"decision.yaml: {at}: {name!r} leads nowhere"


def _is_fact(catalog: Catalog, pointer: str) -> bool:
    try:
        fact_at(catalog, pointer)
    except KeyError:
        return False
    return True


def _bad_ways(decision: Decision) -> Iterator[str]:
    for way in ways_on(decision, {}):
        name = " > ".join(f"{question.id}.{option.id}" for question, option in way.taken)
        if way.recommendation is None:
            yield f"decision.yaml: {name}: a dead end"
            continue
        if len(way.taken) > MOST_QUESTIONS:
            yield f"decision.yaml: {name}: more than {MOST_QUESTIONS} questions"
        for against in (against for _, option in way.taken for against in option.rules_out):
            if against.service in way.recommendation.services:
                yield f"decision.yaml: {name}: recommends {against.service!r}, which an answer on the way rules out"


def _missing(catalog: Catalog, decision: Decision) -> Iterator[str]:
    ways = list(ways_on(decision, {}))
    reached = {question.id for way in ways for question, _ in way.taken} | {
        way.recommendation.id for way in ways if way.recommendation
    }
    for entry in (*(question.id for question in decision.questions), *(end.id for end in decision.recommendations)):
        if entry not in reached:
            yield f"decision.yaml: {entry}: no answer leads there"
    recommended = {service for end in decision.recommendations for service in end.services}
    for service in catalog.services.values():
        if service.core and service.id not in recommended:
            yield f"decision.yaml: recommendations: the core service {service.id!r} is never recommended"
