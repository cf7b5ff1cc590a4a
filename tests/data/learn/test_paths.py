"""Paths are data: they lead somewhere, tell their time honestly, and what was read is asked again once it changed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from data.catalog import CatalogError, catalog, load_catalog
from data.learn.progress import (
    Progress,
    UnfitProgressError,
    as_file,
    changed_questions,
    from_file,
    next_stop,
    ordered_paths,
    read_done,
    write_done,
)
from data.learn.quiz import every_question
from data.learn.stops import facts_at, minutes_of, picture_of, words_of
from data.learn.summary import summary
from tests.tiny_catalog import Documents, documents, write_documents

CATALOG = catalog()
STOPS = [stop for path in CATALOG.paths.values() for stop in path.stops]
EVERY_ID = frozenset(stop.id for stop in STOPS)


def _path(**more: object) -> Documents:
    stop = {"about": "services/db", "lights": ["db"], "idea": "One.", "facts": ["services/db#feature"]}
    stops = [{"id": f"stop-{n}", "title": f"Stop {n}", "take": "Take it.", "leave": "Leave it.", **stop} for n in "abc"]
    return {"id": "own", "title": "Own", "audience": "A team", "order": 1, "stops": stops, **more}


def test_a_team_adds_a_path_as_one_file(tmp_path: Path) -> None:
    found = load_catalog(write_documents(tmp_path, {**documents(), "paths/own.yaml": _path(terms=["item"])}))
    assert [stop.title for stop in found.paths["own"].stops] == ["Stop a", "Stop b", "Stop c"]


def _in_stop(field: str, value: object) -> Callable[[Documents], None]:
    return lambda path: path["stops"][1].update({field: value})


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (_in_stop("about", "services/nothing"), "stops.1.about: 'services/nothing' leads nowhere"),
        (_in_stop("about", "costs/nothing"), "stops.1.about: 'costs/nothing' leads nowhere"),
        (_in_stop("about", "comparisons/nothing"), "stops.1.about: 'comparisons/nothing' leads nowhere"),
        (_in_stop("about", "troubles/nothing"), "stops.1.about: 'troubles/nothing' leads nowhere"),
        (_in_stop("lights", ["nothing"]), "stops.1.lights: unknown service or connection 'nothing'"),
        (_in_stop("facts", ["services/db"]), "stops.1.facts: 'services/db' leads to no fact"),
        (_in_stop("id", "stop-a"), "stops.0.id: 'stop-a' stands twice"),
        (lambda path: path.update({"before": ["later"]}), "before: unknown path 'later'"),
        (lambda path: path.update({"terms": ["word"]}), "terms: unknown term 'word'"),
    ],
)
def test_a_path_that_leads_nowhere_is_refused_by_file_and_field(
    tmp_path: Path, change: Callable[[Documents], None], problem: str
) -> None:
    path = _path()
    change(path)
    with pytest.raises(CatalogError) as error:
        load_catalog(write_documents(tmp_path, {**documents(), "paths/own.yaml": path}))
    assert any(f"paths/own.yaml: {problem}" in line for line in error.value.problems), error.value.problems


@pytest.mark.parametrize("path", CATALOG.paths)
def test_the_map_of_a_path_stands_still_and_each_stop_lights_its_part(path: str) -> None:
    record = CATALOG.paths[path]
    pictures = [picture_of(CATALOG, record, stop) for stop in record.stops]
    assert len({(picture.services, picture.connections) for picture in pictures}) == 1
    for stop, picture in zip(record.stops, pictures, strict=True):
        assert picture.lit_services | picture.lit_connections == set(stop.lights)
        assert picture.lit_services <= picture.services
        assert picture.lit_connections <= picture.connections


def test_the_minutes_follow_the_words() -> None:
    for path in CATALOG.paths.values():
        words = sum(words_of(stop) for stop in path.stops)
        assert words / 250 < minutes_of(path) < words / 60
    tour = CATALOG.paths["tour"]
    assert minutes_of(tour.model_copy(update={"stops": tour.stops[:3]})) < minutes_of(tour)


def test_every_fact_of_a_stop_has_its_page() -> None:
    assert all(fact.text and fact.sources for stop in STOPS for fact in facts_at(CATALOG, stop))


def test_what_was_read_comes_back_from_few_characters() -> None:
    text = write_done(CATALOG, EVERY_ID)
    assert len(text) == 5 * len(EVERY_ID)
    assert read_done(CATALOG, text) == (Progress(EVERY_ID), True)
    assert read_done(CATALOG, "") == (Progress(), True)
    for unfit in ("abc", "-----", "ä" * 5):
        assert read_done(CATALOG, unfit) == (Progress(), False)


def test_a_stop_whose_fact_changed_since_counts_as_changed() -> None:
    text = write_done(CATALOG, {"pooled-connections", "relational"})
    proxy = CATALOG.services["rds-proxy"]
    features = tuple(
        fact.model_copy(update={"text": "It pools."}) if fact.id == "pooling" else fact for fact in proxy.features
    )
    changed = replace(CATALOG, services={**CATALOG.services, proxy.id: proxy.model_copy(update={"features": features})})
    found, understood = read_done(changed, text)
    assert understood
    assert found == Progress(frozenset({"relational"}), frozenset({"pooled-connections"}))


def test_one_goes_on_at_the_first_stop_that_was_not_read() -> None:
    tour = CATALOG.paths["tour"]
    assert next_stop(tour, ()) == 1
    assert next_stop(tour, {tour.stops[0].id, tour.stops[2].id}) == 2
    assert next_stop(tour, EVERY_ID) is None


def test_progress_goes_into_a_file_and_comes_back() -> None:
    known = frozenset(question.id for question in every_question(CATALOG)[:3])
    progress = Progress(frozenset({"relational"}), known=known)
    assert from_file(CATALOG, as_file(CATALOG, progress)) == progress


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"progress": 2, "done": ""}', '{"progress": 1, "done": 3}', "[" * 50_000, " " * 60_000]
)
def test_a_file_that_is_no_progress_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(UnfitProgressError, match="This is no file of progress"):
        from_file(CATALOG, text)


def test_a_question_that_was_known_is_asked_again_once_its_answer_changed() -> None:
    question = next(q for q in every_question(CATALOG) if "“Proxies”" in q.text)
    assert changed_questions(CATALOG, {question.id}) == ()
    other_answer = question.id[:8] + "zzzz"
    assert changed_questions(CATALOG, {other_answer}) == (question,)


def test_the_summary_tells_what_is_read_and_where_to_go_on() -> None:
    first = ordered_paths(CATALOG)[0].stops[0]
    text = summary(CATALOG, Progress(frozenset({first.id})), lambda path, stop: f"https://here/{path}/{stop}")
    assert first.title in text.partition("What to read next")[0]
    assert "https://here/tour/2" in text
    assert "All paths are read" in summary(CATALOG, Progress(EVERY_ID), lambda path, stop: "")
