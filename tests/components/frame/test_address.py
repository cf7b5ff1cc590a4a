"""What an address says, and what of it is left out."""

from itertools import product

import pytest
from streamlit.testing.v1 import AppTest

from components.frame.address import Address
from components.landscape.address import read_question
from components.text.plain_text import plain
from data.landscape.filters import LandscapeFilter
from data.landscape.view import Question
from data.records import Catalog
from data.search.question import LONGEST_QUERY

NASTY = [
    "no-such-id",
    "",
    " ",
    "<script>alert(1)</script>",
    "\x00",
    "../../etc",
    "DAX",
    "dax ",
    "é",
    "x" * 10_000,
    "%00",
    "${7*7}",
    "1e3",
    "-1",
    "4",
]


def test_known_ids_are_read_in_their_order() -> None:
    address = Address({"service": ["dax", "rds"]})
    assert address.many("service", ["rds", "dax", "s3"]) == ("dax", "rds")
    assert address.dropped == []


def test_what_is_absent_is_nothing_and_no_mistake() -> None:
    address = Address({})
    assert address.many("service", ["dax"]) == ()
    assert address.one("service", ["dax"]) is None
    assert address.number("depth", 1, 3, default=2) == 2
    assert address.text("q") == ""
    assert address.dropped == []


@pytest.mark.parametrize("value", NASTY)
def test_an_unknown_value_is_left_out_and_told(value: str) -> None:
    address = Address({"service": ["dax", value]})
    assert address.many("service", ["rds", "dax"]) == ("dax",)
    assert address.dropped == ["service"]


def test_a_repeated_value_counts_once_and_is_told() -> None:
    address = Address({"service": ["dax", "dax", "rds"]})
    assert address.many("service", ["rds", "dax"]) == ("dax", "rds")
    assert address.dropped == ["service"]


def test_more_values_than_there_is_room_for_are_left_out_and_told() -> None:
    address = Address({"service": ["dax", "rds", "s3"]})
    assert address.many("service", ["rds", "dax", "s3"], most=2) == ("dax", "rds")
    assert address.dropped == ["service"]


def test_of_several_values_for_one_the_first_known_counts() -> None:
    address = Address({"service": ["nothing", "rds", "dax"]})
    assert address.one("service", ["rds", "dax"]) == "rds"
    assert address.dropped == ["service"]


@pytest.mark.parametrize(("value", "number"), [("1", 1), ("3", 3)])
def test_a_number_inside_its_range_is_read(value: str, number: int) -> None:
    address = Address({"depth": [value]})
    assert address.number("depth", 1, 3, default=1) == number
    assert address.dropped == []


@pytest.mark.parametrize("value", ["0", "4", "-1", "1.0", "01", "+1", "1e0", " 1", "one", "", "9" * 10_000, "\u0661"])
def test_any_other_number_is_left_out_and_told(value: str) -> None:
    address = Address({"depth": [value]})
    assert address.number("depth", 1, 3, default=2) == 2
    assert address.dropped == ["depth"]


@pytest.mark.parametrize("typed", ["cache", "two words", "<b>&\"'</b>", "élan", "100 %", "日本", "a+b"])
def test_free_text_is_taken_as_it_is(typed: str) -> None:
    address = Address({"q": [typed]})
    assert address.text("q") == typed
    assert address.dropped == []


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("ca\x00che", "cache"),
        ("ca\u202eche", "cache"),
        ("a\nb", "ab"),
        ("x" * 10_000, "x" * LONGEST_QUERY),
        ("\ud800", ""),
    ],
    ids=["null byte", "direction mark", "line break", "10,000 letters", "half a pair"],
)
def test_free_text_loses_what_cannot_be_shown_and_it_is_told(typed: str, taken: str) -> None:
    address = Address({"q": [typed]})
    assert address.text("q") == taken
    assert address.dropped == ["q"]


def test_each_parameter_is_told_once() -> None:
    address = Address({"service": ["a", "b"], "depth": ["9"]})
    address.many("service", ["dax"])
    address.one("service", ["dax"])
    address.number("depth", 1, 3, default=1)
    assert address.dropped == ["service", "depth"]


def test_bad_values_leave_the_plain_landscape(catalog: Catalog) -> None:
    names = (
        "use_case",
        "match",
        "category",
        "kind",
        "service",
        "connection",
        "depth",
        "direction",
        "from",
        "to",
        "view",
        "scope",
    )
    for value in NASTY:
        address = Address({name: [value] for name in names})
        assert read_question(address, catalog) == Question()
        assert sorted(address.dropped) == sorted(names)


def test_a_selected_connection_comes_before_a_selected_service(catalog: Catalog) -> None:
    question = read_question(Address({"service": ["dax"], "connection": ["dax--dynamodb"]}), catalog)
    assert (question.service, question.connection) == (None, "dax--dynamodb")


def test_an_unknown_service_is_told_even_beside_a_connection(catalog: Catalog) -> None:
    address = Address({"service": ["nothing"], "connection": ["dax--dynamodb"]})
    read_question(address, catalog)
    assert address.dropped == ["service"]


def many_questions() -> list[Question]:
    """Questions of every combination that a visitor can click together."""
    filters = [
        LandscapeFilter(use_cases=use_cases, match=match, categories=categories, kinds=kinds, text=text)
        for use_cases, match, categories, kinds, text in product(
            ((), ("siem",), ("siem", "failover")),
            ("any", "all"),
            ((), ("nosql", "search")),
            ((), ("data",)),
            ("", "a&b=c #1 <é>"),
        )
    ]
    questions = [
        Question(filter=question, scope=scope, look=look)
        for question in filters
        for scope in ("core", "wide")
        for look in ("focus", "only")
    ]
    questions += [
        Question(service="dax", depth=depth, direction=way) for depth in (1, 2, 3) for way in ("in", "out", "both")
    ]
    questions += [
        Question(connection="dax--dynamodb"),
        Question(start="ec2"),
        Question(end="s3"),
        Question(start="ec2", end="s3", service="dax"),
    ]
    return questions


def test_every_question_comes_back_from_its_address() -> None:
    ran = AppTest.from_file("write_and_read_addresses.py", default_timeout=60).run()
    assert not ran.exception
    back = ran.session_state["back"]
    assert [question for question, _, _ in back] == many_questions()
    assert all(dropped == [] for _, dropped, _ in back)
    assert dict(zip(many_questions(), (names for _, _, names in back), strict=True))[Question()] == [], (
        "defaults are absent"
    )


@pytest.mark.parametrize(
    "text",
    [
        "**bold**",
        "[a](b)",
        "<script>",
        "`code`",
        "$x$",
        ":red[x]",
        ":material/x:",
        "1. one",
        "# head",
        "a_b_c",
        "|",
        "https://x.y",
        "a@b.c",
        "&amp;",
    ],
)
def test_plain_text_puts_every_sign_of_markup_out_of_force(text: str) -> None:
    escaped = plain(text)
    assert escaped.replace("\\", "") == text.replace("\\", "")
    signs = set("*[](){}<>`$:#_|@&!~")
    assert all(escaped[place - 1] == "\\" for place, sign in enumerate(escaped) if sign in signs)


def test_plain_text_is_one_line() -> None:
    assert plain(" a\n\n    b\t c ") == "a b c"
    assert plain("a\\b") == "a\\\\b"
