"""What buttons and keys do while somebody learns: each reads the lesson from the address, and writes the next one."""

from dataclasses import replace
from random import randint
from urllib.parse import urlsplit

import streamlit as st

from components.learn.address import Lesson, last_stop, lesson_of_this_page, with_answer, with_done, write_lesson
from components.learn.kept import KEPT, joined, keep, progress_of
from data.learn.answered import Answer
from data.learn.progress import Progress, changed_questions, next_stop
from data.learn.question import PosedQuestion
from data.learn.quiz import HIGHEST_SEED, parts_of
from data.records import Catalog

MOST_AGAIN = 5  # of the questions of a quiz


def here(catalog: Catalog) -> Lesson:
    """The lesson that the address names now."""
    return lesson_of_this_page(catalog)[1]


def presents_lesson(catalog: Catalog) -> bool:
    """Whether the page is asked to present, so that the frame leaves out its menu."""
    path = urlsplit(st.context.url or "").path.rstrip("/")
    return path.endswith("/learn") and here(catalog).presenting


def open_path(catalog: Catalog, path: str) -> None:
    """Open a path where one left off; one that was read whole begins again."""
    lesson = here(catalog)
    stop = next_stop(catalog.paths[path], progress_of(catalog, lesson).done) or 1
    write_lesson(Lesson(path, stop, done=lesson.done))


def go_to_stop(catalog: Catalog, stop: int) -> None:
    """Go to a stop; whoever goes on has read the one that is left."""
    lesson = here(catalog)
    path = catalog.paths[lesson.path or ""]
    if lesson.stop and lesson.stop < stop and not lesson.presenting:
        lesson = _read(catalog, lesson, path.stops[lesson.stop - 1].id)
    write_lesson(lesson.at(min(max(stop, 1), last_stop(path, lesson.presenting))))


def finish(catalog: Catalog) -> None:
    """Mark the last stop as read, and show how the path went."""
    lesson = here(catalog)
    path = catalog.paths[lesson.path or ""]
    lesson = _read(catalog, lesson, path.stops[-1].id)
    write_lesson(Lesson(lesson.path, done=lesson.done))


def go_home(catalog: Catalog) -> None:
    """Leave what is open; what was read stays in the address."""
    write_lesson(here(catalog).home())


def start_quiz(catalog: Catalog, path: str | None) -> None:
    """Questions about a path, or about everything, with a seed of their own; what one knew, and what has another answer
    by now, is asked first."""
    lesson = here(catalog)
    changed = changed_questions(catalog, progress_of(catalog, lesson).known)
    parts = parts_of(catalog, catalog.paths[path]) if path else None
    again = [question.name for question in changed if parts is None or question.parts & parts]
    seed = randint(1, HIGHEST_SEED)  # noqa: S311  # a number for a link, no secret
    write_lesson(Lesson(path, quiz=seed, again=tuple(again[:MOST_AGAIN]), done=lesson.done))


def give(catalog: Catalog, posed: PosedQuestion, answer: Answer) -> None:
    """Take the answer to the question that is put."""
    write_lesson(with_answer(catalog, here(catalog), answer))
    if posed.is_right(answer):
        know(posed.question.id)


def ask_the_same(catalog: Catalog) -> None:
    """Begin the same questions afresh."""
    write_lesson(replace(here(catalog), question=1, answers=""))


def go_to_question(catalog: Catalog, number: int) -> None:
    """Go to a question of the quiz that is open; one more than there are is the result."""
    write_lesson(replace(here(catalog), question=number))


def show_cards(catalog: Catalog, path: str, card: int = 1) -> None:
    """Show a word of a path as a card."""
    write_lesson(Lesson(path, show="cards", card=card, done=here(catalog).done))


def show_lead(catalog: Catalog) -> None:
    """Show the links that a lead sends."""
    write_lesson(Lesson(show="lead", done=here(catalog).done))


def present(catalog: Catalog, path: str) -> None:
    """Show a path as slides, from its first stop."""
    write_lesson(Lesson(path, 1, quiz=None, done=here(catalog).done, presenting=True))


def leave_slides(catalog: Catalog) -> None:
    """Leave the slides for the path that they showed."""
    lesson = here(catalog)
    write_lesson(Lesson(lesson.path, done=lesson.done))


def know(question: str) -> None:
    """Remember that a question was answered rightly."""
    keep(joined(Progress(known=frozenset({question})), st.session_state.get(KEPT, Progress())))


def _read(catalog: Catalog, lesson: Lesson, stop: str) -> Lesson:
    progress = joined(Progress(frozenset({stop})), progress_of(catalog, lesson))
    keep(progress)
    return with_done(catalog, lesson, progress)
