"""What each slide of a use case says: plain text."""

from components.frame.slide_text import Column, Words, named
from components.text.connection_fields import brief_fields, told
from components.text.judgement import JUDGEMENT
from components.use_cases.what_if_words import UNDRAWN, changes_in_words, reach_in_words
from data.landscape.walk import Place, involved, part_name
from data.records import Alternative, Catalog, Failure, Step, UseCase


def words_of(catalog: Catalog, use_case: UseCase, place: Place) -> Words:
    """The words of a slide; those of the card that is open stand in their place."""
    if place.card:
        return _service(catalog, place.service) if place.service else _connection(catalog, place.card)
    match place.shows:
        case "end":
            return _closing(use_case)
        case "step":
            return _step(use_case, use_case.steps[place.slide - 1], place.slide)
        case "failure":
            return _failure(catalog, use_case, use_case.failures[(place.failure or 1) - 1])
        case "alternative":
            return _alternative(catalog, use_case, use_case.alternatives[(place.alternative or 1) - 1])
        case _:
            return Words("The problem", use_case.problem, f"Services: {', '.join(involved(catalog, use_case))}")


def progress(place: Place) -> str:
    """Where a presentation stands, in words."""
    match place.shows:
        case "step":
            return f"Step {place.slide} of {place.steps}"
        case "failure":
            return f"What if: {place.failure} of {place.failures}"
        case "alternative":
            return f"Why not: {place.alternative} of {place.alternatives}"
        case "end":
            return "Summary"
    return f"Problem · {place.steps} steps"


def told_aloud(catalog: Catalog, use_case: UseCase, place: Place) -> str:
    """What a screen reader is told when the place changes."""
    if place.shows == "whole" and not place.presenting:
        return ""
    words = words_of(catalog, use_case, place)
    said = ". ".join(text for text in (words.title, words.text) if text)
    return f"{progress(place)}. {said or 'Why these services, trade-offs, alternatives.'}"


def _step(use_case: UseCase, step: Step, number: int) -> Words:
    return Words(f"{number}. {step.title}", step.text, sources=named(use_case.sources[key] for key in step.source))


def _failure(catalog: Catalog, use_case: UseCase, failure: Failure) -> Words:
    reach = " ".join(f"{effect}: {names}." for effect, names in reach_in_words(catalog, use_case, failure))
    return Words(
        f"What if {part_name(catalog, failure.part)} fails: {failure.what}",
        f"{failure.then} {reach}",
        f"What to do: {failure.do}",
        sources=named(use_case.sources[key] for key in failure.source),
    )


def _alternative(catalog: Catalog, use_case: UseCase, alternative: Alternative) -> Words:
    changes = changes_in_words(catalog, alternative)
    return Words(
        f"Why not: {alternative.title} ({JUDGEMENT})",
        alternative.text,
        " ".join(f"{what}: {names}." for what, names in changes) or UNDRAWN,
        sources=named(use_case.sources[key] for key in alternative.source),
    )


def _connection(catalog: Catalog, connection_id: str) -> Words:
    connection = catalog.connections[connection_id]
    sources = named(connection.sources[key] for key in connection.what.source)
    first, *others = brief_fields(catalog, connection)
    note = " ".join(f"{field.title}: {told(field).rstrip('.')}." for field in others)
    return Words(part_name(catalog, connection.id), told(first), note, sources=sources)


def _service(catalog: Catalog, service_id: str) -> Words:
    service = catalog.services[service_id]
    when = f"When to use it ({JUDGEMENT}): {service.when_to_use[0].text}" if service.when_to_use else ""
    return Words(
        service.name, service.purpose.text, when, sources=named(service.sources[key] for key in service.purpose.source)
    )


def _closing(use_case: UseCase) -> Words:
    return Words(
        columns=(
            Column("Why these services", tuple(entry.text for entry in use_case.why), JUDGEMENT),
            Column("Trade-offs", tuple(entry.text for entry in use_case.trade_offs), JUDGEMENT),
            Column("Alternatives", tuple(f"{entry.title}: {entry.text}" for entry in use_case.alternatives), JUDGEMENT),
        )
    )
