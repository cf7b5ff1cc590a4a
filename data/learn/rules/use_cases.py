"""Questions about use cases: what happens when a part fails, and in which order the data goes."""

from collections.abc import Iterator
from itertools import islice, pairwise, permutations

from data.learn.question import Question, Wrong, unlike, words
from data.records import Catalog, Failure, Step, UseCase

FEWEST, MOST = 3, 5
FEWEST_WORDS, MOST_TRIED, MOST_BESIDE = 4, 40, 6
BACK = ("It ", "They ", "One ", "Each ", "Both ", "The other ", "The rest ")  # These speak of what is not asked here.
FLOWS = frozenset({"data", "change-stream", "zero-etl", "cache"})  # What moves on; a question or a setting does not.


def failure_questions(catalog: Catalog) -> Iterator[Question]:
    """What happens next, beside what happens when something else of the landscape fails."""
    every = [(use_case, failure) for use_case in catalog.use_cases.values() for failure in use_case.failures]
    for number, (use_case, failure) in enumerate(every):
        if not failure.source or not _touches_core(catalog, use_case) or len(words(failure.then)) < FEWEST_WORDS:
            continue
        turned = (*every[number + 1 :], *every[:number])  # So that not every question has the same wrong answers.
        posed = words(f"{use_case.title} {failure.what}")
        nearest = sorted(turned, key=lambda other: -_temptation(catalog, posed, failure, other[1]))
        candidates = (
            Wrong(other.then, f"{of_use_case.title}: {_sentence(other.what)}")
            for of_use_case, other in nearest
            if len(words(other.then)) >= FEWEST_WORDS
            and not other.then.startswith(BACK)
            and _ends(catalog, other.part).isdisjoint(_ends(catalog, failure.part))
        )
        beside = tuple(islice(unlike(failure.then, islice(candidates, MOST_TRIED)), MOST_BESIDE))
        yield Question(
            "failure",
            "choose",
            frozenset({use_case.id}) | _ends(catalog, failure.part),
            f"{use_case.title}. {_sentence(failure.what)} What happens then?",
            (failure.then,),
            f"{_sentence(failure.then)} What to do: {failure.do}",
            f"use_cases/{use_case.id}",
            tuple(use_case.sources[key] for key in failure.source),
            beside,
        )


def order_questions(catalog: Catalog) -> Iterator[Question]:
    """The longest run of steps of a use case in which each begins where the one before it ends; only where no other
    order would do."""
    for use_case in catalog.use_cases.values():
        run = _run(catalog, use_case)
        if run and _touches_core(catalog, use_case):
            keys = {key for step in run for key in (*step.source, *catalog.connections[step.connection].what.source)}
            parts = frozenset().union(*(_ends(catalog, step.connection) for step in run))
            yield Question(
                "order",
                "order",
                parts | {use_case.id},
                f"{use_case.title}: in which order does this happen?",
                tuple(step.title for step in run),
                " Then: ".join(step.text for step in run),
                f"use_cases/{use_case.id}",
                tuple(use_case.sources[key] for key in use_case.sources if key in keys)[:3]
                or tuple(use_case.sources[key] for key in use_case.docs),
            )


def _run(catalog: Catalog, use_case: UseCase) -> tuple[Step, ...]:
    runs = [
        use_case.steps[start:end]
        for start in range(len(use_case.steps))
        for end in range(start + FEWEST, min(start + MOST, len(use_case.steps)) + 1)
    ]
    for run in sorted(runs, key=len, reverse=True):
        if _chains(catalog, run) and sum(_chains(catalog, other) for other in permutations(run)) == 1:
            return run
    return ()


def _chains(catalog: Catalog, run: tuple[Step, ...]) -> bool:
    arrows = [catalog.connections[step.connection] for step in run]
    return all(arrow.kind in FLOWS for arrow in arrows) and all(
        one.target_id == other.source_id for one, other in pairwise(arrows)
    )


def _temptation(catalog: Catalog, posed: frozenset[str], one: Failure, other: Failure) -> int:
    """How well what happens at another failure would sound here: it uses words of what is asked, and is of services of
    the same sort."""
    sorts = [{catalog.services[end].category for end in _ends(catalog, failure.part)} for failure in (one, other)]
    return 2 * bool(sorts[0] & sorts[1]) + min(len(posed & words(other.then)), 3)


def _ends(catalog: Catalog, part: str) -> frozenset[str]:
    if part in catalog.services:
        return frozenset({part})
    return frozenset({catalog.connections[part].source_id, catalog.connections[part].target_id})


def _touches_core(catalog: Catalog, use_case: UseCase) -> bool:
    return any(catalog.services[service].core for service in catalog.services_in(use_case.id))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
