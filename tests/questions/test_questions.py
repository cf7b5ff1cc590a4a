"""Questions that people asked, and whether search leads to an answer."""

from data.catalog import Catalog
from tests.questions.answers import answers


def test_nearly_every_question_leads_to_a_record_that_answers_it(catalog: Catalog) -> None:
    missed = [answered.asked.id for answered in answers(catalog) if not answered.found]
    assert len(missed) <= 2, missed


def test_no_question_is_typed_in_fewer_than_three_ways(catalog: Catalog) -> None:
    assert [answered.asked.id for answered in answers(catalog) if len(set(answered.asked.queries)) < 3] == []
