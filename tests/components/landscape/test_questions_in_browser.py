"""What an address, a filter or a search asks the landscape in a real browser, and what is shown then."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from tests.components.landscape.on_the_map import (
    WATCH_MOTION,
    card_of,
    click_box,
    meta,
    wait_for_selected,
)
from tests.conftest import settled
from tests.on_screen import at_rest, parameters_on


def test_filtering_by_siem_lights_what_belongs_and_only_shows_it(landscape: Page, catalog) -> None:
    landscape.get_by_role("button", name="Use cases").click()
    landscape.get_by_test_id("stCheckbox").filter(has_text="SIEM").locator("label").click()
    landscape.wait_for_url(re.compile("use_case=siem"))
    landscape.wait_for_function("() => document.querySelector('.js-plotly-plot').layout.meta.title.includes('SIEM')")
    assert set(meta(landscape)["services"]) == catalog.services_in("siem")
    assert set(meta(landscape)["connections"]) == catalog.connections_in("siem")
    landscape.keyboard.press("Escape")
    landscape.evaluate(WATCH_MOTION)
    landscape.get_by_text("Hide rest").click()
    landscape.wait_for_url(re.compile("view=only"))
    landscape.wait_for_function(
        "count => Object.keys(document.querySelector('.js-plotly-plot').layout.meta.names).length === count",
        arg=len(catalog.services_in("siem")),
    )
    assert landscape.evaluate("() => window.glided.length") >= 10, "what stays goes visibly to its new place"
    landscape.emulate_media(reduced_motion="reduce")
    landscape.evaluate("() => { window.glided = []; }")
    landscape.get_by_role("button", name="Clear").click()
    landscape.wait_for_function(
        "count => Object.keys(document.querySelector('.js-plotly-plot').layout.meta.names).length === count",
        arg=sum(service.scope == "core" for service in catalog.services.values()),
    )
    assert landscape.evaluate("() => window.glided.length") == 0, "and at once for who wants no motion"
    assert parameters_on(landscape) == {}


def test_two_use_cases_combine_by_any_and_by_all(page: Page, app_url: str, catalog) -> None:
    both = "use_case=siem&use_case=log-aggregation"
    for match, combine in (("any", frozenset.union), ("all", frozenset.intersection)):
        page.goto(f"{app_url}/?{both}" + ("&match=all" if match == "all" else ""))
        page.wait_for_selector(".ldg-plot .main-svg")
        settled(page)
        assert set(meta(page)["services"]) == combine(
            catalog.services_in("siem"), catalog.services_in("log-aggregation")
        )


@pytest.mark.parametrize(
    ("typed", "service", "name"),
    [
        ("cache", "dax", "Amazon DynamoDB Accelerator"),
        ("elasticsearch", "opensearch", "Amazon OpenSearch Service"),
        ("dynmodb", "dynamodb", "Amazon DynamoDB"),
    ],
)
def test_search_opens_the_best_hit(landscape: Page, typed: str, service: str, name: str) -> None:
    landscape.get_by_role("textbox", name="Search").fill(typed)
    landscape.keyboard.press("Enter")
    expect(landscape.get_by_role("heading", name=name)).to_be_visible()
    wait_for_selected(landscape, service)
    assert parameters_on(landscape)["q"] == [typed]


def test_a_path_is_lit_and_told_in_words(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?from=lambda&to=rds-standby")
    page.wait_for_selector(".ldg-plot .main-svg")
    settled(page)
    assert sorted(meta(page)["connections"]) == ["lambda--rds", "rds--rds-standby"]
    expect(page.get_by_text("2. RDS → RDS standby")).to_be_visible()
    page.goto(f"{app_url}/?from=iam&to=rds-standby")
    settled(page)
    expect(page.get_by_text(re.compile("No data gets from IAM to RDS standby"))).to_be_visible()


def test_back_and_forward_walk_through_the_selections(landscape: Page, catalog) -> None:
    for service in ("rds", "redshift"):
        click_box(landscape, service)
        wait_for_selected(landscape, service)
    landscape.go_back()
    wait_for_selected(landscape, "rds")
    card_of(landscape, catalog.services["rds"].name)
    landscape.go_back()
    wait_for_selected(landscape, None)
    landscape.go_forward()
    wait_for_selected(landscape, "rds")


def test_a_deep_link_shows_two_visitors_the_same(tab: Callable[..., Page], app_url: str) -> None:
    address = f"{app_url}/?use_case=siem&service=opensearch&view=only&depth=2&direction=out"
    seen = []
    for page in (tab(), tab()):
        page.goto(address)
        page.wait_for_selector(".ldg-plot .main-svg")
        seen.append(meta(settled(page)))
    assert seen[0] == seen[1]
    assert seen[0]["selected"] == "opensearch"


def test_bad_input_opens_the_page_with_one_quiet_notice_and_no_error(
    new_context: Callable[..., BrowserContext], app_url: str, app_log: Path
) -> None:
    page = new_context().new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: errors.append(dialog.message))
    before = app_log.read_text("utf-8").count("Traceback")
    bad = "<script>alert(1)</script>"
    for query in (
        f"service={bad}&depth=99&direction=up&use_case={'x' * 5000}&scope=core&scope=nope",
        f"service=rds&service=dax&q={bad}",
        "q=%00%00",
    ):
        page.goto(f"{app_url}/?{query}")
        page.wait_for_selector(".ldg-plot .main-svg")
        settled(page)
    page.goto(f"{app_url}/?service={bad}&match=none")
    page.wait_for_selector(".ldg-plot .main-svg")
    settled(page)
    expect(page.get_by_text("Part of the address was not understood")).to_have_count(1)
    assert errors == []
    assert app_log.read_text("utf-8").count("Traceback") == before


def test_dark_theme_draws_the_map_in_dark_colours(page: Page, app_url: str) -> None:
    def ink(scheme: str) -> str:
        page.emulate_media(color_scheme=scheme)
        page.goto(app_url)
        page.wait_for_selector(".ldg-plot .main-svg")
        return str(settled(page).evaluate("() => document.querySelector('.js-plotly-plot').layout.font.color"))

    assert ink("light") != ink("dark")


def test_not_one_request_goes_to_another_host(page: Page, app_url: str) -> None:
    elsewhere: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((app_url, "data:", "blob:", app_url.replace("http", "ws"))):
            elsewhere.append(request.url)

    page.on("request", note)
    for path in ("/", "/?scope=wide&service=s3", "/services", "/use-cases"):
        page.goto(app_url + path)
        at_rest(settled(page))
    page.remove_listener("request", note)
    assert elsewhere == []
