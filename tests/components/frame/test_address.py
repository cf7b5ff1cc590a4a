"""What an address says, and what of it is left out."""

from itertools import product
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components.frame.address import Address
from components.frame.parameters import Choice, Flag, FreeText, Id, Ids, Number, Parameter
from components.landscape.address import PARAMETERS, read_question
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


SERVICES = Ids("service", "", lambda _: ["rds", "dax", "s3"])
SOME_SERVICES = Ids("service", "", lambda _: ["rds", "dax", "s3"], most=2)
ONE_SERVICE = Id("service", "", lambda _: ["rds", "dax"])
DEPTH = Number("depth", "", 1, 3, default=2)
WORDS = FreeText("q", "")
SIDE = Choice("side", "", ("left", "right"))
ALL = Flag("tree", "", "all")


def read(catalog: Catalog, parameter: Parameter[Any], *values: str) -> tuple[Any, list[str]]:
    """The value of a parameter in an address that gives these values, and what was dropped."""
    address = Address((parameter,), {parameter.name: list(values)} if values else {}, catalog)
    return address.get(parameter), address.dropped


def test_known_ids_are_read_in_their_order(catalog: Catalog) -> None:
    assert read(catalog, SERVICES, "dax", "rds") == (("dax", "rds"), [])


@pytest.mark.parametrize(
    ("parameter", "default"),
    [(SERVICES, ()), (ONE_SERVICE, None), (DEPTH, 2), (WORDS, ""), (SIDE, "left"), (ALL, False)],
)
def test_what_is_absent_has_its_default_and_is_no_mistake(
    catalog: Catalog, parameter: Parameter[Any], default: object
) -> None:
    assert read(catalog, parameter) == (default, [])
    assert parameter.write(default) == []


@pytest.mark.parametrize("value", NASTY)
def test_an_unknown_value_is_left_out_and_told(catalog: Catalog, value: str) -> None:
    assert read(catalog, SERVICES, "dax", value) == (("dax",), ["service"])
    assert read(catalog, SIDE, value) == ("left", ["side"])
    assert read(catalog, ALL, value) == (False, ["tree"])


def test_an_unknown_name_is_left_out_and_told(catalog: Catalog) -> None:
    address = Address((SERVICES,), {"servce": ["dax"], "service": ["rds"]}, catalog)
    assert (address.get(SERVICES), address.dropped) == (("rds",), ["servce"])


def test_a_repeated_value_counts_once_and_is_told(catalog: Catalog) -> None:
    assert read(catalog, SERVICES, "dax", "dax", "rds") == (("dax", "rds"), ["service"])
    assert read(catalog, ALL, "all", "all") == (True, ["tree"])


def test_more_values_than_there_is_room_for_are_left_out_and_told(catalog: Catalog) -> None:
    assert read(catalog, SOME_SERVICES, "dax", "rds", "s3") == (("dax", "rds"), ["service"])


def test_of_several_values_for_one_the_first_known_counts(catalog: Catalog) -> None:
    assert read(catalog, ONE_SERVICE, "nothing", "rds", "dax") == ("rds", ["service"])
    assert read(catalog, SIDE, "right", "left") == ("right", ["side"])


@pytest.mark.parametrize(("value", "number"), [("1", 1), ("3", 3)])
def test_a_number_inside_its_range_is_read(catalog: Catalog, value: str, number: int) -> None:
    assert read(catalog, DEPTH, value) == (number, [])


@pytest.mark.parametrize("value", ["0", "4", "-1", "1.0", "01", "+1", "1e0", " 1", "one", "", "9" * 10_000, "\u0661"])
def test_any_other_number_is_left_out_and_told(catalog: Catalog, value: str) -> None:
    assert read(catalog, DEPTH, value) == (2, ["depth"])


@pytest.mark.parametrize("typed", ["cache", "two words", "<b>&\"'</b>", "élan", "100 %", "日本", "a+b"])
def test_free_text_is_taken_as_it_is(catalog: Catalog, typed: str) -> None:
    assert read(catalog, WORDS, typed) == (typed, [])


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
def test_free_text_loses_what_cannot_be_shown_and_it_is_told(catalog: Catalog, typed: str, taken: str) -> None:
    assert read(catalog, WORDS, typed) == (taken, ["q"])


def test_each_parameter_is_told_once(catalog: Catalog) -> None:
    address = Address((ONE_SERVICE, DEPTH), {"service": ["a", "b"], "depth": ["9"]}, catalog)
    address.drop(ONE_SERVICE)
    assert address.dropped == ["service", "depth"]


def landscape(catalog: Catalog, **given: list[str]) -> tuple[Question, list[str]]:
    """The question of the landscape that an address asks, and what was dropped."""
    address = Address(PARAMETERS, given, catalog)
    return read_question(address, catalog), address.dropped


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
        question, dropped = landscape(catalog, **{name: [value] for name in names})
        assert question == Question()
        assert sorted(dropped) == sorted(names)


def test_a_selected_connection_comes_before_a_selected_service(catalog: Catalog) -> None:
    question, _ = landscape(catalog, service=["dax"], connection=["dax--dynamodb"])
    assert (question.service, question.connection) == (None, "dax--dynamodb")


def test_an_unknown_service_is_told_even_beside_a_connection(catalog: Catalog) -> None:
    _, dropped = landscape(catalog, service=["nothing"], connection=["dax--dynamodb"])
    assert dropped == ["service"]


def many_questions() -> list[Question]:
    """Questions of every combination that a visitor can click together."""
    filters = [
        LandscapeFilter(capabilities=("sql", "transactions"), partly=False),
        LandscapeFilter(capabilities=("sql",)),
    ]
    filters += [
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
    escaped = plain(text).replace("\u2060", "")  # the word joiner that keeps addresses from becoming links
    assert escaped.replace("\\", "") == text.replace("\\", "")
    signs = set("*[](){}<>`$:#_|@&!~")
    assert all(escaped[place - 1] == "\\" for place, sign in enumerate(escaped) if sign in signs)


def test_plain_text_is_one_line() -> None:
    assert plain(" a\n\n    b\t c ") == "a b c"
    assert plain("a\\b") == "a\\\\b"
