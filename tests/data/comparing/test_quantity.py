"""Limits as quantities: what is compared across units, and what is not."""

import pytest

from data.comparing.quantity import Named, outcome
from data.records import Limit


def limit(value: float | str, unit: str, scope: str = "per item") -> Limit:
    return Limit(name="Size", value=value, unit=unit, scope=scope, adjustable="no", source=("page",))


def compared(first: Limit, second: Limit) -> str:
    return outcome([Named("A", (first,)), Named("B", (second,))]).text


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (
            limit(1000, "KiB"),
            limit(10, "MiB"),
            "Larger: B, 10 MiB against 1,000 KiB, that is 10,240 KiB, about 10.2 times.",
        ),
        (limit(400, "KB"), limit(4, "MB"), "Larger: B, 4 MB against 400 KB, that is 4,000 KB, 10 times."),
        (limit(64, "TiB"), limit(1, "PiB"), "Larger: B, 1 PiB against 64 TiB, that is 1,024 TiB, 16 times."),
        (limit(16384, "TB"), limit(2, "PB"), "Larger: A, 16,384 TB against 2 PB, about 8.19 times."),
        (limit(90, "minutes"), limit(1, "hours"), "Longer: A, 90 minutes against 1 hour, 1.5 times."),
        (limit(1, "days"), limit(24, "hours"), "The same figure: 1 day."),
        (limit(1800, "s"), limit(2, "h"), "Longer: B, 2 h against 1,800 s, that is 7,200 s, 4 times."),
        (limit(11, "nodes"), limit(128, "nodes"), "Larger: B, 128 nodes against 11 nodes, about 11.6 times."),
        (limit(1, "MB per second"), limit(2, "MB/s"), "Larger: B, 2 MB/s against 1 MB per second, 2 times."),
        (limit(35, "days", "per table"), limit(14, "days", "domain"), "Longer: A, 35 days against 14 days, 2.5 times."),
    ],
)
def test_quantities_are_compared_across_units(first: Limit, second: Limit, said: str) -> None:
    assert compared(first, second) == said


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (limit("no practical limit", "items"), limit(3, "items"), "A is no plain number"),
        (limit(3, "tables"), limit(3, "clusters"), "different things are counted"),
        (limit(3, "nodes", "cluster"), limit(5, "nodes", "domain"), "cluster (A), domain (B)"),
        (limit(64, "TiB", "DB instance"), limit(128, "TiB", "namespace"), "DB instance (A), namespace (B)"),
        (limit(7, "days", "account"), limit(9, "days", "table"), "account (A), table (B)"),
    ],
)
def test_what_cannot_be_compared_says_why(first: Limit, second: Limit, reason: str) -> None:
    said = compared(first, second)
    assert said.startswith("Not compared")
    assert reason in said


def test_a_loose_decimal_unit_decides_nothing_that_it_leaves_open() -> None:
    assert compared(limit(1, "MB"), limit(1, "MiB")).startswith("Too near to tell")
    assert compared(limit(4, "MiB"), limit(1, "MB")) == "Larger: A, 4 MiB against 1 MB, at least 4 times."


def test_conditions_behind_a_scope_do_not_make_it_another() -> None:
    assert compared(
        limit(40, "nodes", "account and Region (20 in one of them)"), limit(20, "nodes", "per account and Region")
    ).startswith("Larger: A")


def test_of_three_the_largest_and_the_smallest_are_named_and_what_does_not_fit_is_left_out() -> None:
    sides = [Named("A", (limit(5, "nodes"),)), Named("B", (limit(50, "nodes"),)), Named("C", (limit(10, "nodes"),))]
    assert outcome(sides).text == "Largest: B, 50 nodes against 5 nodes (A), 10 times."
    odd = Named("D", (limit("many", "nodes"),))
    assert outcome([*sides[:2], odd]).text == "Larger: B, 50 nodes against 5 nodes, 10 times. Not compared with it: D."


def test_several_figures_of_one_side_are_not_compared() -> None:
    assert (
        "A has several figures"
        in outcome([Named("A", (limit(1, "nodes"), limit(2, "nodes"))), Named("B", (limit(3, "nodes"),))]).text
    )
