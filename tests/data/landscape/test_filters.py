"""What fits a filter, and the filter in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from data.landscape.filters import LandscapeFilter
from data.records import Catalog
from tests.tiny_catalog import tiny_catalog


@pytest.fixture
def tiny(tmp_path: Path) -> Catalog:
    return tiny_catalog(tmp_path)


def test_no_filter_lets_everything_through(tiny: Catalog) -> None:
    asked = LandscapeFilter()
    assert asked.is_empty
    assert asked.services(tiny) == set(tiny.services)
    assert asked.connections(tiny) == set(tiny.connections)
    assert asked.describe(tiny) == "All services"


def test_only_spaces_to_search_for_are_no_filter(tiny: Catalog) -> None:
    assert LandscapeFilter(text="  ").is_empty
    assert LandscapeFilter(text="  ").services(tiny) == set(tiny.services)


def test_any_of_two_use_cases_joins_them_and_all_cuts_them(tiny: Catalog) -> None:
    both = ("read", "find")
    assert LandscapeFilter(use_cases=both).services(tiny) == {"app", "cache", "db", "search"}
    assert LandscapeFilter(use_cases=both, match="all").services(tiny) == {"cache", "db"}
    assert LandscapeFilter(use_cases=both).connections(tiny) == {"app--cache", "cache--db", "db--search--zero-etl"}
    assert LandscapeFilter(use_cases=both, match="all").connections(tiny) == {"cache--db"}


def test_one_use_case_keeps_only_its_own_arrows(tiny: Catalog) -> None:
    assert LandscapeFilter(use_cases=("find",)).connections(tiny) == {
        "cache--db",
        "db--search--zero-etl",
    }  # not the other arrow of the pair


def test_two_categories_join(tiny: Catalog) -> None:
    assert LandscapeFilter(categories=("nosql", "application")).services(tiny) == {"app", "cache", "db"}


def test_a_kind_keeps_the_ends_of_its_arrows(tiny: Catalog) -> None:
    asked = LandscapeFilter(kinds=("cache",))
    assert asked.services(tiny) == {"app", "cache", "db"}
    assert asked.connections(tiny) == {"app--cache", "cache--db"}  # app--db has both ends and another kind


def test_different_conditions_have_to_hold_together(tiny: Catalog) -> None:
    asked = LandscapeFilter(use_cases=("find",), categories=("nosql",), kinds=("zero-etl",), text="store")
    assert asked.services(tiny) == {"db"}
    assert asked.connections(tiny) == {"db--search--zero-etl"}  # of a kind, one end has to fit the rest
    assert replace(asked, kinds=()).connections(tiny) == frozenset()
    assert asked.matches(tiny, tiny.services["db"])
    assert not asked.matches(tiny, tiny.services["search"])


def test_an_impossible_combination_leaves_nothing(tiny: Catalog) -> None:
    assert LandscapeFilter(use_cases=("read",), categories=("search",)).services(tiny) == frozenset()


def test_the_words_name_every_condition(tiny: Catalog) -> None:
    asked = LandscapeFilter(
        use_cases=("read", "find"), match="all", categories=("nosql", "search"), kinds=("cache",), text=" fast "
    )
    assert (
        asked.describe(tiny)
        == "Services of Read and Find, in Nosql or Search, with connections of kind Cache, that match “fast”"
    )
    assert LandscapeFilter(use_cases=("read", "find")).describe(tiny) == "Services of Read or Find"


def test_the_counts_tell_what_each_option_would_leave(tiny: Catalog) -> None:
    assert LandscapeFilter().counts(tiny, "categories") == {"application": 1, "nosql": 2, "search": 2}
    assert LandscapeFilter(use_cases=("read",)).counts(tiny, "categories") == {
        "application": 1,
        "nosql": 2,
        "search": 0,
    }
    assert LandscapeFilter(categories=("search",)).counts(tiny, "categories") == {
        "application": 1,
        "nosql": 2,
        "search": 2,
    }
    assert LandscapeFilter(categories=("application",)).counts(tiny, "use_cases") == {"read": 1, "find": 0}


def test_where_all_use_cases_must_fit_the_counts_tell_what_is_left_beside_those_chosen(tiny: Catalog) -> None:
    assert LandscapeFilter(use_cases=("read",), match="all").counts(tiny, "use_cases") == {"read": 3, "find": 2}
    assert LandscapeFilter(use_cases=("read",), match="any").counts(tiny, "use_cases") == {"read": 3, "find": 3}


def test_every_option_has_a_count_even_where_nothing_fits(tiny: Catalog) -> None:
    counts = LandscapeFilter(text="no such thing").counts(tiny, "kinds")
    assert set(counts) == {kind.id for kind in tiny.taxonomy.kinds}
    assert set(counts.values()) == {0}


def test_a_count_is_what_choosing_the_option_then_shows(catalog: Catalog) -> None:
    for asked in (
        LandscapeFilter(),
        LandscapeFilter(use_cases=("siem",)),
        LandscapeFilter(text="log", kinds=("data",)),
    ):
        for field in ("use_cases", "categories", "kinds"):
            for option, count in asked.counts(catalog, field).items():
                alone = LandscapeFilter(**{**asked.__dict__, field: (option,)})
                assert len(alone.services(catalog)) == count, (asked, field, option)


def test_toggling_adds_and_takes_away(tiny: Catalog) -> None:
    asked = LandscapeFilter(text="fast").toggled("use_cases", "read").toggled("use_cases", "find")
    assert asked == LandscapeFilter(use_cases=("read", "find"), text="fast")
    assert asked.toggled("use_cases", "read").use_cases == ("find",)
    assert asked.toggled("kinds", "data").toggled("kinds", "data") == asked
