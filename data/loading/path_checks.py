"""What must hold of the learning paths: each stop leads somewhere, lights what is on the map, and has an id of its
own."""

from collections.abc import Iterator

from data.billing.parts import PARTS
from data.records import Catalog, LearningPath
from data.records.learning_path import Stop
from data.records.marks import STOP_NAME, short_mark
from data.records.pointers import points_somewhere


def path_problems(catalog: Catalog) -> Iterator[str]:
    """All problems of the learning paths, a line each."""
    seen: dict[str, str] = {}
    marks: dict[str, str] = {}
    for path in catalog.paths.values():
        file = f"paths/{path.id}.yaml"
        for earlier in path.before:
            if earlier not in catalog.paths or earlier == path.id:
                yield f"{file}: before: unknown path {earlier!r}"
        for term in path.terms:
            if term not in catalog.terms:
                yield f"{file}: terms: unknown term {term!r}"
        for number, stop in enumerate(path.stops):
            if seen.setdefault(stop.id, path.id) != path.id or _twice(path, stop):
                yield f"{file}: stops.{number}.id: {stop.id!r} stands twice"
            mark = short_mark(stop.id, STOP_NAME)
            if marks.setdefault(mark, stop.id) != stop.id:
                yield f"{file}: stops.{number}.id: {stop.id!r} has the mark of {marks[mark]!r} in addresses; rename it"
            yield from (f"{file}: stops.{number}.{problem}" for problem in _stop_problems(catalog, stop))


def _twice(path: LearningPath, stop: Stop) -> bool:
    return [other.id for other in path.stops].count(stop.id) > 1


def _stop_problems(catalog: Catalog, stop: Stop) -> Iterator[str]:
    folder, _, record = stop.about.partition("/")
    if not _leads_somewhere(catalog, folder, record):
        yield f"about: {stop.about!r} leads nowhere"
    for part in stop.lights:
        if part not in catalog.services and part not in catalog.connections:
            yield f"lights: unknown service or connection {part!r}"
    for fact in stop.facts:
        if not points_somewhere(catalog, fact) or not ("#" in fact or fact.startswith("connections/")):
            yield f"facts: {fact!r} leads to no fact"


def _leads_somewhere(catalog: Catalog, folder: str, record: str) -> bool:
    if folder == "comparisons":
        return record in catalog.comparisons
    if folder == "troubles":
        return record in catalog.troubles
    if folder == "costs":
        return record in PARTS
    return points_somewhere(catalog, f"{folder}/{record}")
