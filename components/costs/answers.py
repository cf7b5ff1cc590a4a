"""Answers: computed once for all who ask the same at list prices, and apart for who has prices of his own."""

from functools import lru_cache

from data.billing.inputs import Inputs
from data.catalog import catalog
from data.costs.answer import Answer, answer
from data.costs.question import Question, models


def answer_to(question: Question) -> Answer:
    """The answer to a question about the catalog of this project."""
    if question.rates:
        return answer(catalog(), question)
    options = tuple(option.id for option in question.options)
    return _at_list_prices(question.model.id, options, question.inputs, question.over)


@lru_cache(maxsize=128)
def _at_list_prices(model: str, options: tuple[str, ...], inputs: Inputs, over: str) -> Answer:
    known = models(catalog())[model]
    chosen = tuple(option for name in options if (option := known.option(name)))
    return answer(catalog(), Question(known, chosen, inputs, over))
