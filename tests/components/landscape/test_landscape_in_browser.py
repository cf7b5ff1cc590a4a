"""The landscape in a real browser: what a visitor clicks, types and sees."""

import re

from playwright.sync_api import Page, expect

from data.records import Catalog
from tests.components.landscape.on_the_map import (
    EMPTY_PLACE,
    PLACES_ALONG_LINE,
    card_of,
    click_box,
    meta,
    wait_for_selected,
)
from tests.conftest import PLACE_OF_BOX, settled
from tests.on_screen import at_rest, parameters_on


def test_a_click_on_a_box_opens_its_card_lights_its_neighbours_and_writes_the_address(landscape: Page) -> None:
    click_box(landscape, "dynamodb")
    card_of(landscape, "Amazon DynamoDB")
    wait_for_selected(landscape, "dynamodb")
    assert parameters_on(landscape) == {"service": ["dynamodb"]}
    lit = meta(landscape)["services"]
    assert {"dynamodb", "dax", "dynamodb-streams"} <= set(lit)
    assert "opensearch-serverless" not in lit


def test_a_click_on_a_line_tells_what_flows(landscape: Page) -> None:
    label = landscape.locator(".ldg-label")
    for at in landscape.evaluate(PLACES_ALONG_LINE, "rds-proxy--rds")[4:-4]:
        landscape.mouse.move(*at)
        if "RDS Proxy → RDS" in (label.text_content() or ""):  # no other line runs there
            break
    landscape.mouse.click(*at)
    landscape.wait_for_url(re.compile("connection=rds-proxy--rds"))
    card_of(landscape, "RDS Proxy → RDS")
    expect(landscape.get_by_text("What flows:")).to_be_visible()
    expect(landscape.get_by_text("Timing:")).to_be_visible()
    wait_for_selected(landscape, "rds-proxy--rds")
    assert meta(landscape)["connections"] == ["rds-proxy--rds"]


def test_every_box_can_be_clicked(landscape: Page, catalog: Catalog) -> None:
    services = list(meta(landscape)["services"])
    assert set(services) == {service.id for service in catalog.services.values() if service.scope == "core"}
    for service in services:
        click_box(landscape, service)
        wait_for_selected(landscape, service)


def test_direction_and_steps_in_the_head_of_the_map_are_written_and_followed(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?service=dax")
    page.wait_for_selector(".ldg-plot .main-svg")
    settled(page)
    near = set(meta(page)["services"])
    page.get_by_role("group", name="Steps").get_by_role("button", name="2").click()
    page.wait_for_function(
        "count => document.querySelector('.js-plotly-plot').layout.meta.services.length > count", arg=len(near)
    )
    expect(page.get_by_role("group", name="Steps").get_by_role("button", name="2")).to_be_focused()
    page.get_by_role("group", name="Direction").get_by_role("button", name="Out").click()
    page.wait_for_url(re.compile("direction=out"))
    assert parameters_on(page) == {"service": ["dax"], "depth": ["2"], "direction": ["out"]}
    expect(page.get_by_role("heading", name="DAX and what it leads to, 2 steps away")).to_be_visible()
    expect(page.get_by_role("group", name="Direction").get_by_role("button", name="Out")).to_have_attribute(
        "aria-pressed", "true"
    )


def test_the_part_of_the_card_stays_from_service_to_service(landscape: Page) -> None:
    click_box(landscape, "dynamodb")
    card_of(landscape, "Amazon DynamoDB")
    landscape.get_by_role("radio", name="Limits").click()
    expect(landscape.get_by_text("Item size")).to_be_visible()
    click_box(landscape, "redshift")
    card_of(landscape, "Amazon Redshift")
    expect(landscape.get_by_role("radio", name="Limits")).to_be_checked()
    expect(landscape.get_by_role("columnheader", name="Limit", exact=True)).to_be_visible()


def test_open_tables_follow_a_click_on_the_map(landscape: Page) -> None:
    landscape.get_by_text("The same as tables").click()
    table = landscape.locator("canvas[data-testid=data-grid-canvas]").first
    expect(table).to_be_visible()
    before = landscape.locator("[data-testid=stDataFrame] table").first.get_attribute("aria-rowcount")
    click_box(landscape, "rds-proxy")
    card_of(landscape, "Amazon RDS Proxy")
    rows = landscape.locator("[data-testid=stDataFrame] table").first
    expect(rows).not_to_have_attribute("aria-rowcount", before or "")
    expect(rows).to_have_attribute("aria-rowcount", str(len(meta(landscape)["services"]) + 1))


def test_clear_is_there_after_a_click_on_the_legend(landscape: Page) -> None:
    landscape.get_by_role("group", name="Categories").get_by_role("button", name=re.compile("NoSQL")).click()
    landscape.wait_for_url(re.compile("category=nosql"))
    landscape.get_by_role("button", name="Clear").click()
    landscape.wait_for_function("() => !location.search")
    landscape.get_by_role("group", name="Kinds of connection").get_by_role(
        "button", name=re.compile("Zero-ETL")
    ).click()
    landscape.wait_for_url(re.compile("kind=zero-etl"))


def test_empty_space_and_escape_clear_the_selection(landscape: Page) -> None:
    click_box(landscape, "rds")
    wait_for_selected(landscape, "rds")
    landscape.mouse.click(*landscape.evaluate(EMPTY_PLACE))
    wait_for_selected(landscape, None)
    assert parameters_on(landscape) == {}
    click_box(landscape, "rds")
    wait_for_selected(landscape, "rds")
    landscape.keyboard.press("Escape")
    wait_for_selected(landscape, None)


def test_zoom_and_pan_survive_clicks_and_the_graph_is_not_rebuilt(landscape: Page) -> None:
    landscape.evaluate("() => { document.querySelector('.js-plotly-plot').mark = 'the same'; }")
    landscape.mouse.move(*landscape.evaluate(PLACE_OF_BOX, "dynamodb"))
    landscape.keyboard.down("Control")
    landscape.mouse.wheel(0, -240)
    landscape.keyboard.up("Control")
    at_rest(landscape)
    x, y = landscape.evaluate(EMPTY_PLACE)
    landscape.mouse.move(x, y)
    landscape.mouse.down()
    landscape.mouse.move(x - 40, y - 25, steps=4)
    landscape.mouse.up()
    at_rest(landscape)
    before = landscape.evaluate(PLACE_OF_BOX, "dynamodb")
    for service in ("dynamodb", "s3", "dynamodb"):
        click_box(landscape, service)
        wait_for_selected(landscape, service)
        settled(landscape)
        after = landscape.evaluate(PLACE_OF_BOX, "dynamodb")
        assert abs(after[0] - before[0]) <= 1
        assert abs(after[1] - before[1]) <= 1
    assert landscape.evaluate("() => document.querySelector('.js-plotly-plot').mark") == "the same"


def test_the_map_can_be_walked_by_keyboard_in_the_order_of_the_catalog(landscape: Page, catalog: Catalog) -> None:
    items = landscape.get_by_role("listbox", name="Services and connections")
    told = items.locator("[role=option]").evaluate_all("nodes => nodes.map(({ dataset }) => dataset.id)")
    drawn = set(told)
    assert told == [one for one in (*catalog.services, *catalog.connections) if one in drawn]
    items.focus()
    landscape.keyboard.press("ArrowDown")
    landscape.keyboard.press("Enter")
    landscape.wait_for_function("() => document.querySelector('.js-plotly-plot').layout.meta.selected !== null")
    assert "service" in parameters_on(landscape)
