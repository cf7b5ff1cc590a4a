"""The numbers beside options are what a click on them shows."""

from typing import Literal

import pytest

from components.landscape.map import legend_of
from data.landscape.chips import chips_of
from data.landscape.counting import option_counts
from data.landscape.filters import LandscapeFilter
from data.landscape.question import Question
from data.landscape.view import view
from data.records import Catalog

FILTERS = (
    LandscapeFilter(),
    LandscapeFilter(use_cases=("siem",)),
    LandscapeFilter(use_cases=("siem", "monitor-and-debug"), match="all"),
    LandscapeFilter(categories=("nosql", "search")),
    LandscapeFilter(kinds=("change-stream",)),
    LandscapeFilter(text="cache"),
    LandscapeFilter(capabilities=("serverless",), kinds=("data",)),
)


@pytest.mark.parametrize("scope", ["core", "wide"])
@pytest.mark.parametrize("chosen", FILTERS, ids=str)
def test_every_entry_of_the_legend_tells_what_a_click_on_it_lights(
    catalog: Catalog, chosen: LandscapeFilter, scope: Literal["core", "wide"]
) -> None:
    question = Question(filter=chosen, scope=scope)
    for mark in legend_of(catalog, question, "categories"):
        after = chosen if mark.chosen else chosen.toggled("categories", mark.id)
        lit = view(catalog, Question(filter=after, scope=scope)).lit_services
        assert mark.count == sum(catalog.services[service].category == mark.id for service in lit), mark
    for mark in legend_of(catalog, question, "kinds"):
        after = chosen if mark.chosen else chosen.toggled("kinds", mark.id)
        lit = view(catalog, Question(filter=after, scope=scope)).lit_connections
        assert mark.count == sum(catalog.connections[connection].kind == mark.id for connection in lit), mark


def test_what_is_selected_changes_no_number_for_a_click_leaves_it(catalog: Catalog) -> None:
    for field in ("categories", "kinds"):
        assert option_counts(catalog, Question(service="rds"), field) == option_counts(catalog, Question(), field)


def test_the_number_of_a_capability_is_what_is_left_with_it(catalog: Catalog) -> None:
    question = Question(filter=LandscapeFilter(capabilities=("serverless",)))
    for capability, count in option_counts(catalog, question, "capabilities").items():
        chosen = question.filter if capability == "serverless" else question.filter.toggled("capabilities", capability)
        assert len(view(catalog, Question(filter=chosen)).lit_services) == count


def test_every_condition_of_a_filter_can_be_taken_away_alone(catalog: Catalog) -> None:
    chosen = LandscapeFilter(use_cases=("siem",), categories=("nosql",), kinds=("data",), text=" logs ")
    chips = chips_of(catalog, chosen)
    assert [chip.label for chip in chips][-1] == "logs"
    assert len(chips) == 4
    assert len({chip.key for chip in chips}) == 4
    for chip in chips:
        assert len(chips_of(catalog, chip.without)) == 3
        assert chip.label not in [left.label for left in chips_of(catalog, chip.without)]
