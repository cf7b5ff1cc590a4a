"""The parts of a card: in the address on every page that shows a card, with headings that a screen reader lists."""

import json
import re

import pytest
from streamlit.testing.v1 import AppTest

from components.cards.card_text import card_text
from components.cards.parts import FIRST_PART, TABS, parts_of, parts_of_connections, same_part_of
from components.cards.troubles_text import trouble_text
from components.text.judgement import JUDGED
from components.use_cases.address import PARTS
from data.catalog import Catalog
from tests.app_pages import notices, open_page, parameters_of, texts

OF_A_TABLE = "limits"


def choose(app: AppTest, part: str) -> AppTest:
    next(group for group in app.get("button_group") if group.label == "Part of the card").set_value(part)
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize(
    ("path", "place"),
    [("", {"service": "dynamodb"}), ("use-cases", {"use_case": "welcome-message", "service": "dynamodb"})],
)
def test_a_card_opens_at_the_part_of_the_address_and_writes_the_one_that_is_chosen(
    path: str, place: dict[str, str]
) -> None:
    there = {name: [value] for name, value in place.items()}
    app = open_page(path, **place, part="what-is-billed")
    assert notices(app) == []
    assert "What is billed" in texts(app)
    choose(app, "Running")
    assert parameters_of(app) == {**there, "part": ["running"]}
    assert "Consistency and freshness" in texts(app)
    choose(app, "Overview")
    assert parameters_of(app) == there


@pytest.mark.parametrize(
    "place",
    [
        {"part": "limits"},
        {"service": "dax", "part": "good-to-know"},
        {"service": "dax", "part": "trouble-rds-storage-full"},
        {"connection": "dynamodb--dynamodb-streams", "part": "when-not-to"},
        {"service": "dax", "part": "<b>"},
    ],
)
def test_a_part_that_the_card_has_not_is_left_out_with_a_notice(place: dict[str, str]) -> None:
    app = open_page("", **place)
    assert not app.exception
    assert notices(app) == ["part"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("", {"connection": "dynamodb--dynamodb-streams", "part": "used-in"}),
        ("use-cases", {"use_case": "siem", "part": "trade-offs"}),
        ("use-cases", {"use_case": "siem", "step": "2", "part": "smaller"}),
    ],
)
def test_a_connection_and_a_use_case_are_opened_at_their_parts(path: str, place: dict[str, str]) -> None:
    app = open_page(path, **place)
    assert not app.exception
    assert notices(app) == []
    heading = (PARTS if path else parts_of_connections())[place["part"]].heading
    followed = [
        json.loads(d.proto.json) for d in app.get("bidi_component") if d.proto.component_name == "scroll_to_part"
    ]
    assert heading in [data["heading"] for data in followed]


def test_the_next_card_shows_the_same_tab_as_the_one_before_where_it_has_it(catalog: Catalog) -> None:
    assert same_part_of(catalog, "rds", "what-is-billed", "dynamodb") == OF_A_TABLE
    assert same_part_of(catalog, "rds", FIRST_PART, "dynamodb") is None
    assert same_part_of(catalog, "rds", None, None) is None
    without = next(service for service in catalog.services.values() if not (service.limits or service.billing))
    assert same_part_of(catalog, without.id, OF_A_TABLE, "dynamodb") is None


def test_every_heading_of_a_part_is_a_real_one_in_its_card(catalog: Catalog) -> None:
    for service in catalog.services.values():
        text = card_text(catalog, service.id)
        shown = [text.overview, text.features, text.limits, text.running]
        shown += [trouble_text(catalog, t.id) for t in catalog.troubles.values() if service.id in t.services]
        written = {
            line.removeprefix("#### ").removesuffix(f" {JUDGED}").replace("\\", "")
            for line in "\n".join(shown).splitlines()
            if line.startswith("#### ")
        }
        named = {part.heading for part in parts_of(catalog, service.id).values() if part.heading}
        assert written <= {*named, *TABS}, (service.id, written - named)


def test_parts_have_ids_that_can_stand_in_an_address(catalog: Catalog) -> None:
    every = {part for service in catalog.services for part in parts_of(catalog, service)} | set(parts_of_connections())
    assert [part for part in every if not re.fullmatch(r"[a-z0-9-]+", part)] == []


def test_steps_of_a_trouble_that_rest_on_no_page_say_that_they_are_ours(catalog: Catalog) -> None:
    for trouble in catalog.troubles.values():
        ours = sum(not step.source for step in (*trouble.check, *trouble.do, trouble.costs))
        assert trouble_text(catalog, trouble.id).count(JUDGED) == ours, trouble.id
