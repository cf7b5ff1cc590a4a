"""The answers to a quiz in an address: what is written is read back, and nothing else is taken for an answer."""

import pytest

from data.catalog import catalog
from data.learn.answered import read_answers, write_answers
from data.learn.quiz import make_quiz

CATALOG = catalog()


def test_answers_are_read_back_as_they_were_given() -> None:
    for seed in range(1, 40):
        quiz = make_quiz(CATALOG, seed)
        right = {number: posed.question.right for number, posed in enumerate(quiz, start=1)}
        some = {number: answer for number, answer in right.items() if number % 3}
        for answers in (right, some, {}):
            text = write_answers(quiz, answers)
            assert read_answers(quiz, text, CATALOG.services) == (answers, True)
            assert len(text) < 150


@pytest.mark.parametrize("text", ["9", "-", "00", "0.0.0.0.0.0.0.0.0.0.0", "no-such-service", "²", "0" * 300])
def test_what_fits_no_question_is_no_answer(text: str) -> None:
    quiz = make_quiz(CATALOG, 3)
    answers, understood = read_answers(quiz, text, CATALOG.services)
    assert not understood
    assert all(set(answer) <= {*quiz[number - 1].options, *CATALOG.services} for number, answer in answers.items())


def test_questions_that_are_asked_again_come_first_and_the_others_stay_those_of_the_seed() -> None:
    plain = make_quiz(CATALOG, 7)
    named = next(posed.question for posed in make_quiz(CATALOG, 8) if posed.question not in {a.question for a in plain})
    again = make_quiz(CATALOG, 7, again=(named.name,))
    assert again[0].question is named
    assert len(again) == len(plain)
    assert {posed.question.id for posed in again[1:]} <= {posed.question.id for posed in plain}
