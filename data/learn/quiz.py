"""All questions that can be made from a catalog, and the quiz of a seed: the same seed, the same quiz."""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from random import Random

from data.learn.question import PosedQuestion, Question
from data.learn.rules.arrows import arrow_questions, click_arrow_questions
from data.learn.rules.capabilities import capability_questions
from data.learn.rules.limits import limit_questions
from data.learn.rules.options import option_questions
from data.learn.rules.purposes import click_questions, match_questions
from data.learn.rules.reasons import reason_questions
from data.learn.rules.terms import term_questions
from data.learn.rules.use_cases import failure_questions, order_questions
from data.records import Catalog, LearningPath

LENGTH = 10
BESIDE = 3  # wrong answers shown
HIGHEST_SEED = 9999
TOGETHER: dict[str, str] = {"instead": "reason"}  # Few of their own: they take turns with others.
RULES = (
    click_questions,
    click_arrow_questions,
    reason_questions,
    arrow_questions,
    failure_questions,
    order_questions,
    option_questions,
    match_questions,
    limit_questions,
    term_questions,
    capability_questions,
)


@lru_cache(maxsize=4)
def every_question(catalog: Catalog) -> tuple[Question, ...]:
    """Every question that the rules make, each once, in the order of the rules."""
    found = {question.id: question for rule in RULES for question in rule(catalog)}
    return tuple(found.values())


@lru_cache(maxsize=4)
def questions_by_name(catalog: Catalog) -> dict[str, Question]:
    """Every question by the characters that say what is asked."""
    return {question.name: question for question in every_question(catalog)}


def parts_of(catalog: Catalog, path: LearningPath) -> frozenset[str]:
    """The services and use cases that a path is about."""
    found = set()
    for stop in path.stops:
        found |= {part for part in stop.lights if part in catalog.services and catalog.services[part].core}
        folder, _, record = stop.about.partition("/")
        if folder == "use_cases":
            found.add(record)
    return frozenset(found)


def make_quiz(
    catalog: Catalog, seed: int, path: str | None = None, length: int = LENGTH, again: Sequence[str] = ()
) -> tuple[PosedQuestion, ...]:
    """The quiz of a seed, about a path or about everything: every kind of question, and no rule more often than it has
    to be. The questions named in `again` come first, and take the place of as many others.

    Errors: KeyError for an unknown path or name.
    """
    random = Random(f"{path or ''}/{seed}")  # noqa: S311  # the same for everybody who has the link
    first = [questions_by_name(catalog)[name] for name in again]
    mixed = [question for question in _mixed(_by_sort(catalog, path), random, length) if question not in first]
    chosen = mixed[: length - len(first)]
    random.shuffle(chosen)
    return tuple(ask(question, random) for question in (*first, *chosen))


@lru_cache(maxsize=16)
def _by_sort(catalog: Catalog, path: str | None) -> dict[tuple[str, str], list[Question]]:
    """The questions about a path, or all of them, by rule and kind."""
    parts = parts_of(catalog, catalog.paths[path]) if path else None
    found: dict[tuple[str, str], list[Question]] = defaultdict(list)
    for question in every_question(catalog):
        if parts is None or question.parts & parts:
            found[TOGETHER.get(question.rule, question.rule), question.kind].append(question)
    return found


def _mixed(every: dict[tuple[str, str], list[Question]], random: Random, length: int) -> list[Question]:
    """Up to `length` questions of each rule and kind, one of each at a time, in an order of the seed's own."""
    sorts = {sort: random.sample(members, min(length, len(members))) for sort, members in every.items()}
    order = list(sorts)
    random.shuffle(order)
    first = {kind: sort for sort in order for kind in [sort[1]]}  # One of every kind comes before a second one of any.
    order = [*first.values(), *(sort for sort in order if sort not in first.values())]
    longest = max(map(len, sorts.values()), default=0)
    return [sorts[sort][turn] for turn in range(longest) for sort in order if turn < len(sorts[sort])]


def ask(question: Question, random: Random) -> PosedQuestion:
    """Put a question: choose the wrong answers, and the order of all that is shown."""
    if question.kind == "click":
        return PosedQuestion(question, ())
    shown = list(question.right)
    if question.kind == "choose":
        always, rest = question.wrong[: question.tempting], question.wrong[question.tempting :]
        chosen = [*always, *random.sample(rest, min(BESIDE - len(always), len(rest)))]
        shown += [wrong.text for wrong in chosen]
    random.shuffle(shown)
    if question.kind == "order" and tuple(shown) == question.right:
        shown = [*shown[1:], shown[0]]
    return PosedQuestion(question, tuple(shown))
