"""The questions that end on a recommendation: where some answers lead, what is still possible and every way through."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from data.records import Against, Catalog, Decision, DecisionQuestion, Fact, Option, Recommendation, Source
from data.records.pointers import said_at

MOST_QUESTIONS = 5
Answers = Mapping[str, str]
Answered = tuple[DecisionQuestion, Option]


@dataclass(frozen=True)
class Way:
    """The questions answered so far, in order, and what comes next: either a question or the recommendation."""

    taken: tuple[Answered, ...]
    question: DecisionQuestion | None
    recommendation: Recommendation | None

    @property
    def answers(self) -> dict[str, str]:
        """Question id to option id of what was answered."""
        return {question.id: option.id for question, option in self.taken}

    @property
    def further(self) -> tuple[tuple[Option, dict[str, str]], ...]:
        """Each answer to the next question, and all that is then answered; empty at the end."""
        return (
            tuple((option, self.answers | {self.question.id: option.id}) for option in self.question.options)
            if self.question
            else ()
        )


def option_ids(decision: Decision) -> tuple[str, ...]:
    """Every `question.option`, as the address writes it."""
    return tuple(dict.fromkeys(written_answers(decision)))


def written_answers(decision: Decision) -> list[str]:
    """All answers as the address writes them, `question.option`."""
    return [f"{question.id}.{option.id}" for question in decision.questions for option in question.options]


def follow(decision: Decision, answers: Answers) -> Way:
    """The way that `answers` (question id to option id) lead, up to the first question that is not answered."""
    questions = {question.id: question for question in decision.questions}
    recommendations = {recommendation.id: recommendation for recommendation in decision.recommendations}
    taken: list[Answered] = []
    at = decision.start
    while at in questions:
        question = questions[at]
        if any(earlier is question for earlier, _ in taken):
            break  # questions in a circle: an end that recommends nothing, which the checks report
        option = next((option for option in question.options if option.id == answers.get(at)), None)
        if option is None:
            return Way(tuple(taken), question, None)
        taken.append((question, option))
        at = next_of(option, taken)
    return Way(tuple(taken), None, recommendations.get(at))


def next_of(option: Option, taken: list[Answered] | tuple[Answered, ...]) -> str:
    """The id of what follows an option, given what was answered before it."""
    given = {f"{earlier.id}.{answered.id}" for earlier, answered in taken}
    return next((fork.next for fork in option.forks if given.issuperset(fork.when)), option.next)


def ways_on(decision: Decision, answers: Answers) -> Iterator[Way]:
    """Every way from where `answers` lead to an end, in the order of the options."""
    way = follow(decision, answers)
    if way.question is None:
        yield way
        return
    for option in way.question.options:
        yield from ways_on(decision, {**answers, way.question.id: option.id})


def most_left(decision: Decision, answers: Answers) -> int:
    """How many questions are left at the most."""
    earlier = len(follow(decision, answers).taken)
    return max(len(way.taken) for way in ways_on(decision, answers)) - earlier


def still_apply(decision: Decision, answers: Answers) -> dict[str, str]:
    """Of some answers those on the way, and those whose question can still come up."""
    way = follow(decision, answers)
    ahead = {question.id for on in ways_on(decision, way.answers) for question, _ in on.taken}
    return way.answers | {
        question: option for question, option in answers.items() if question in ahead and question not in way.answers
    }


def otherwise(decision: Decision, way: Way) -> Iterator[tuple[DecisionQuestion, Option, tuple[Recommendation, ...]]]:
    """For every other answer to the questions on a way: what could then be recommended, the later answers kept where
    they still apply."""
    for place, (question, option) in enumerate(way.taken):
        before = {earlier.id: answered.id for earlier, answered in way.taken[:place]}
        for other in question.options:
            if other != option:
                ends = ways_on(decision, still_apply(decision, way.answers | before | {question.id: other.id}))
                found = {end.recommendation.id: end.recommendation for end in ends if end.recommendation}
                yield question, other, tuple(found.values())


def ruled_out(way: Way) -> tuple[Against, ...]:
    """What the answers on a way rule out, each service once, without what came second: that has its own reason."""
    spoken_of = {way.recommendation.runner_up.service, *way.recommendation.services} if way.recommendation else set()
    found = {against.service: against for _, option in way.taken for against in option.rules_out}
    return tuple(against for service, against in found.items() if service not in spoken_of)


def fact_at(catalog: Catalog, pointer: str) -> tuple[Fact, Mapping[str, Source]]:
    """The fact that `services/ID#FACT` or `connections/ID` names, and the sources that its keys stand for.

    Errors: KeyError where it leads nowhere.
    """
    _, _, fact = pointer.partition("#")
    said, sources = said_at(catalog, pointer)
    if not isinstance(said, Fact) or (fact and pointer.startswith("connections/")):
        raise KeyError(pointer)
    return said, sources
