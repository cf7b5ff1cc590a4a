"""The page of learning, run as a visitor's session: every path, every kind of question, progress, cards, slides."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.learn.kept import KEPT
from data.catalog import catalog as whole_catalog
from data.learn.answered import write_answers
from data.learn.progress import Progress, ordered_paths, read_done, write_done
from data.learn.question import PosedQuestion
from data.learn.quiz import LENGTH, every_question, make_quiz, parts_of
from data.learn.stops import minutes_of
from tests.app_pages import graph, headings, notices, open_page, parameters_of, texts

CATALOG = whole_catalog()
SEED = 3
QUIZ = make_quiz(CATALOG, SEED, "tour")


def page_of(**parameters: str) -> AppTest:
    app = open_page("learn", **parameters)
    assert not app.exception
    return app


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    app.run()
    assert not app.exception
    return app


def told(app: AppTest) -> str:
    return texts(app).replace("\\", "")


def asked_for(app: AppTest) -> dict[str, str]:
    """The parameters of the address as it is now, each of which stands once."""
    return {name: value for name, (value,) in parameters_of(app).items()}


def lit(app: AppTest) -> set[str]:
    meta = graph(app)["figure"]["layout"]["meta"]
    return {*meta["services"], *meta["connections"]}


def kept(app: AppTest) -> dict[str, Any]:
    """What the page hands to the browser to keep."""
    return next(
        json.loads(drawn.proto.json)
        for drawn in app.get("bidi_component")
        if drawn.proto.component_name == "kept_progress"
    )


def test_the_page_shows_every_path_with_its_minutes_and_where_to_begin() -> None:
    app = page_of()
    shown = told(app)
    for path in CATALOG.paths.values():
        assert path.title in headings(app)
        assert f"{len(path.stops)} stops · {minutes_of(path)} min" in shown
    press(app, "open-tour")
    assert asked_for(app) == {"path": "tour", "stop": "1"}


@pytest.mark.parametrize("path", CATALOG.paths)
def test_a_path_is_walked_from_its_first_stop_to_its_last_and_is_then_read(path: str) -> None:
    record = CATALOG.paths[path]
    app = page_of(path=path, stop="1")
    places = []
    for number, stop in enumerate(record.stops, start=1):
        shown = told(app)
        assert f"{record.title}: {stop.title}" in headings(app)
        assert all(text in shown for text in (stop.idea, stop.take, stop.leave))
        assert lit(app) == set(stop.lights)
        boxes = [trace for trace in graph(app)["figure"]["data"] if trace["meta"]["role"] == "service"]
        places.append([(trace["base"], trace["y"]) for trace in boxes])
        press(app, "stop-next" if number < len(record.stops) else "stop-done")
    assert all(place == places[0] for place in places)
    done, understood = read_done(CATALOG, asked_for(app)["done"])
    assert understood
    assert done.done == {stop.id for stop in record.stops}
    assert "You have read this path" in app.success[0].value
    assert kept(app)["done"] == asked_for(app)["done"]


def _answer(app: AppTest, number: int, posed: PosedQuestion, answer: tuple[str, ...]) -> AppTest:
    question = posed.question
    if question.kind == "choose":
        return press(app, f"option-{SEED}-{number}-{posed.options.index(answer[0])}")
    if question.kind == "click":  # The browser's click: as the component would tell it.
        app.query_params["answers"] = write_answers(QUIZ, {number: answer})
        app.run()
        return app
    for place, choice in enumerate(answer):
        app.selectbox(key=f"pick-{SEED}-{number}-{place}").set_value(choice)
    app.run()
    return press(app, f"check-{SEED}-{number}")


@pytest.mark.parametrize("kind", ["choose", "order", "match", "click"])
def test_every_kind_of_question_says_after_the_answer_why_and_from_where(kind: str) -> None:
    number, posed = next((n, a) for n, a in enumerate(QUIZ, start=1) if a.question.kind == kind)
    app = page_of(path="tour", quiz=str(SEED), question=str(number))
    assert posed.question.text in told(app)
    if kind == "click":
        assert graph(app)["live"]
        assert posed.question.right[0] not in graph(app)["alt"]
    _answer(app, number, posed, posed.question.right)
    assert [entry.value for entry in app.success] == ["Right."]
    shown = told(app)
    assert all(source.url in shown for source in posed.question.sources)
    assert kind != "choose" or posed.question.why in shown
    if kind != "click":
        assert kept(app)["known"] == [posed.question.id]


def test_a_wrong_answer_is_told_what_it_is_true_of() -> None:
    number, posed = next((n, a) for n, a in enumerate(QUIZ, start=1) if a.question.kind == "choose")
    wrong = next(option for option in posed.options if option not in posed.question.right)
    app = _answer(page_of(path="tour", quiz=str(SEED), question=str(number)), number, posed, (wrong,))
    said = app.warning[0].value.replace("\\", "")
    assert posed.question.right[0] in said
    assert posed.about(wrong) in said
    assert kept(app)["known"] == []


def test_a_running_quiz_is_in_the_address_with_its_answers() -> None:
    number, posed = next((n, a) for n, a in enumerate(QUIZ, start=1) if a.question.kind == "choose")
    app = _answer(page_of(path="tour", quiz=str(SEED), question=str(number)), number, posed, posed.question.right)
    later = page_of(**asked_for(app))
    assert notices(later) == []
    assert [entry.value for entry in later.success] == ["Right."]
    later = page_of(**{**asked_for(app), "question": str(LENGTH + 1)})
    assert f"1 of {LENGTH} right" in headings(later)
    press(later, "quiz-same")
    assert asked_for(later) == {"path": "tour", "quiz": str(SEED)}


def test_answers_that_fit_no_question_are_left_out_with_a_notice() -> None:
    app = page_of(path="tour", quiz=str(SEED), question=str(LENGTH + 1), answers="9.9.9.9.9.9.9.9.9.9.9.9")
    assert notices(app) == ["answers"]
    assert f"0 of {LENGTH} right" in headings(app)
    assert set(notices(page_of(answers="1", again="aaaaaaaa"))) == {"answers", "again"}


@pytest.mark.parametrize("path", ["tour", None])
def test_what_one_knew_and_has_another_answer_by_now_is_asked_first(path: str | None) -> None:
    parts = parts_of(CATALOG, CATALOG.paths["tour"])
    question = next(q for q in every_question(CATALOG) if q.parts & parts and q.kind == "choose")
    app = page_of()
    app.session_state[KEPT] = Progress(known=frozenset({question.name + "aaaa"}))
    app.run()
    press(app, f"quiz-{path}" if path else "ask-again")
    assert asked_for(app)["again"] == question.name
    assert question.text.replace("*", "") in told(app)
    assert "it is another by now" in told(app)
    later = page_of(**asked_for(app))
    assert notices(later) == []
    assert question.text in told(later)
    place = json.loads(json.dumps([button.key for button in later.button if str(button.key).startswith("option-")]))
    options = {str(button.label).replace("\\", ""): button.key for button in later.button if button.key in place}
    later.session_state[KEPT] = Progress(known=frozenset({question.name + "aaaa"}))
    press(later, options[question.right[0]])
    press(later, "question-leave")
    assert not any(button.key == "ask-again" for button in later.button)


def test_a_quiz_ends_on_a_result_and_a_link_that_asks_the_same() -> None:
    app = page_of(path="tour", quiz=str(SEED), question=str(LENGTH + 1))
    assert f"0 of {LENGTH} right" in headings(app)
    assert any(f"path=tour&quiz={SEED}" in code.value for code in app.code)
    press(app, "result-2")
    assert asked_for(app) == {"path": "tour", "quiz": str(SEED), "question": "2"}


def test_what_was_read_leads_on_where_one_left_off_and_is_told_in_a_summary() -> None:
    tour = CATALOG.paths["tour"]
    done = write_done(CATALOG, {stop.id for stop in tour.stops[:2]})
    app = page_of(done=done)
    assert "2 of 8 read" in told(app) or any("2 of 8 read" in bar.proto.text for bar in app.get("progress"))
    assert tour.stops[1].title in app.code[0].value.partition("What to read next")[0]
    press(app, "continue")
    assert asked_for(app) == {"path": "tour", "stop": "3", "done": done}


def test_a_stop_that_changed_since_is_open_again_and_said_so() -> None:
    first = CATALOG.paths["tour"].stops[0]
    mark = write_done(CATALOG, {first.id})
    app = page_of(done=mark[:3] + ("aa" if mark[3:] != "aa" else "bb"))
    assert "says something else by now" in app.info[0].value
    press(app, "open-tour")
    assert asked_for(app)["stop"] == "1"


def test_words_of_a_path_are_cards_that_turn() -> None:
    path = CATALOG.paths["tour"]
    first, second = (CATALOG.terms[term] for term in path.terms[:2])
    app = page_of(path="tour", show="cards")
    assert first.term in headings(app)
    assert first.definition not in told(app)
    press(app, "card-turn")
    assert first.definition in told(app)
    press(app, "card-next")
    assert second.term in headings(app)
    assert second.definition not in told(app)


def test_a_lead_gets_times_and_links_to_every_path_and_its_questions() -> None:
    app = page_of(show="lead")
    links = "\n".join(code.value for code in app.code)
    for path in ordered_paths(CATALOG):
        assert path.title in headings(app)
        assert f"path={path.id}&stop=1" in links
        assert f"path={path.id}&quiz=1" in links


def test_a_path_is_presented_stop_by_stop_and_then_question_by_question() -> None:
    tour = CATALOG.paths["tour"]
    app = page_of(path="tour", stop=str(len(tour.stops)), present="1")
    assert f"Stop {len(tour.stops)} of {len(tour.stops)}" in told(app)
    press(app, "lesson-next")
    assert "Question 1" in told(app)
    press(app, "lesson-next")
    assert "Answer 1" in told(app)
    press(app, "lesson-leave")
    assert asked_for(app) == {"path": "tour"}


def test_what_an_address_has_not_is_left_out_with_a_notice() -> None:
    app = page_of(path="nothing", stop="77", quiz="0", done="-----", show="all", card="x", present="1", nonsense="1")
    assert headings(app)[0] == "Learn"
    assert set(notices(app)) == {"path", "stop", "quiz", "done", "show", "card", "present", "nonsense"}
