"""What a stop of a path shows, which part of the map it lights, and the minutes that a path takes."""

from dataclasses import dataclass, replace
from math import ceil

from data.landscape.view import Question, View, view
from data.learn.quiz import LENGTH
from data.records import Catalog, Fact, LearningPath, Source, Stop
from data.records.pointers import said_at

WORDS_A_MINUTE = 180  # of a careful reader
LOOK_SECONDS = 12  # at the picture of a stop
ANSWER_SECONDS = 30  # for reading a question and its answer


@dataclass(frozen=True)
class StopFact:
    """A fact of a stop in words, with its pages."""

    text: str
    sources: tuple[Source, ...]


def facts_at(catalog: Catalog, stop: Stop) -> tuple[StopFact, ...]:
    """The facts that a stop rests on, as the catalog tells them now. Errors: KeyError for a pointer that leads to
    none."""
    return tuple(_fact_at(catalog, pointer) for pointer in stop.facts)


def _fact_at(catalog: Catalog, pointer: str) -> StopFact:
    said, sources = said_at(catalog, pointer)
    text = said.text if isinstance(said, Fact) else f"{said.in_words}."
    return StopFact(text, tuple(sources[key] for key in said.source))


def picture_of(catalog: Catalog, path: LearningPath, stop: Stop) -> View:
    """The map of a path with the part of a stop lit, and what it is about selected. What is drawn, and so where, is the
    same at every stop."""
    whole = view(catalog, Question())
    lights = {part for one in path.stops for part in one.lights}
    arrows = whole.connections | (lights & set(catalog.connections))
    ends = {
        end for arrow in arrows for end in (catalog.connections[arrow].source_id, catalog.connections[arrow].target_id)
    }
    return replace(
        whole,
        services=whole.services | (lights & set(catalog.services)) | ends,
        connections=arrows,
        lit_services=frozenset(stop.lights) & frozenset(catalog.services),
        lit_connections=frozenset(stop.lights) & frozenset(catalog.connections),
        selected=_subject(stop),
        title=f"{path.title}: {stop.title}",
    )


def _subject(stop: Stop) -> str | None:
    """The id of the service or connection that a stop is about, where it is lit."""
    record = stop.about.partition("/")[2]
    return record if record in stop.lights else None


def words_of(stop: Stop) -> int:
    """The words that a stop shows; what it rests on is behind a click, and not counted."""
    return sum(len(text.split()) for text in (stop.title, stop.idea, stop.take, stop.leave))


def minutes_of(path: LearningPath) -> int:
    """The minutes that reading a path takes, rounded up."""
    read = sum(words_of(stop) for stop in path.stops) / WORDS_A_MINUTE
    return ceil(read + len(path.stops) * LOOK_SECONDS / 60)


def minutes_of_check() -> int:
    """The minutes that the questions of a path take, rounded up."""
    return ceil(LENGTH * ANSWER_SECONDS / 60)
