"""The wide map under a visitor's hand: families open and fold, layers come and go, and the address knows it."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from data.records import Catalog
from tests.conftest import PLACE_OF_BOX, settled
from tests.on_screen import parameters_on

NAMES = "() => Object.keys(document.querySelector('.js-plotly-plot')?.layout?.meta.names ?? {})"
DRAWN = f"id => ({NAMES})().includes(id)"
GONE = f"id => {{ const names = ({NAMES})(); return names.length > 0 && !names.includes(id); }}"


def _button(page: Page, row: str, name: str) -> Locator:
    return page.get_by_role("group", name=row).get_by_role("button", name=re.compile(f"^{name}"))


def _opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.wait_for_selector(".ldg-plot .main-svg")
    return settled(page)


@pytest.fixture
def wide(page: Page, app_url: str) -> Page:
    return _opened(page, f"{app_url}/?scope=wide")


def test_a_family_opens_by_a_click_and_folds_again_and_a_layer_comes_on(wide: Page, catalog: Catalog) -> None:
    family = next(family for family in catalog.taxonomy.families if family.id == "opensearch")
    place = wide.evaluate(PLACE_OF_BOX, family.id)
    wide.mouse.click(*place)
    wide.wait_for_function(DRAWN, arg=family.members[0])
    assert parameters_on(wide) == {"scope": ["wide"], "service": [family.id], "open": [family.id]}
    expect(wide.get_by_role("heading", name=catalog.services[family.id].name, exact=True)).to_be_visible()
    assert wide.evaluate(PLACE_OF_BOX, family.id) == pytest.approx(place, abs=1), "its box stays where it was"
    expect(_button(wide, "Open", family.name)).to_have_attribute("aria-pressed", "true")
    _button(wide, "Open", family.name).click()
    wide.wait_for_function(GONE, arg=family.members[0])
    assert parameters_on(wide) == {"scope": ["wide"]}
    assert not wide.evaluate(DRAWN, "kms")
    _button(wide, "Also draw", "Identity").click()
    wide.wait_for_function(DRAWN, arg="kms")
    assert parameters_on(wide) == {"scope": ["wide"], "layer": ["identity"]}
    wide.go_back()
    wide.wait_for_function(GONE, arg="kms")


def test_families_open_and_layers_come_on_inside_another_page_too(page: Page, app_url: str, catalog: Catalog) -> None:
    _opened(page, f"{app_url}/?scope=wide&embed=true")
    family = next(family for family in catalog.taxonomy.families if family.id == "opensearch")
    before = page.locator(".ldg-plot").element_handle()
    page.mouse.click(*page.evaluate(PLACE_OF_BOX, family.id))
    page.wait_for_function(DRAWN, arg=family.members[0])
    _button(page, "Open", family.name).click()
    page.wait_for_function(GONE, arg=family.members[0])
    _button(page, "Also draw", "Identity").click()
    page.wait_for_function(DRAWN, arg="kms")
    page.mouse.click(*page.evaluate(PLACE_OF_BOX, "kms"))
    expect(page.locator(".st-key-panel-card")).to_be_visible()
    assert before.evaluate("node => node.isConnected")  # a card opens beside the same map


def test_a_link_to_something_in_a_family_or_a_layer_shows_it(wide: Page, app_url: str) -> None:
    for service in ("opensearch-follower", "kms"):
        _opened(wide, f"{app_url}/?scope=wide&service={service}")
        wide.wait_for_function(DRAWN, arg=service)
        assert service in wide.evaluate("() => document.querySelector('.js-plotly-plot').layout.meta.services")
    _button(wide, "Also draw", "Identity").click()  # what was selected in it goes with it
    wide.wait_for_function(GONE, arg="kms")
    assert parameters_on(wide) == {"scope": ["wide"]}


def test_more_connections_of_a_service_come_on_with_their_layers(wide: Page) -> None:
    wide.mouse.click(*wide.evaluate(PLACE_OF_BOX, "redshift"))
    wide.wait_for_function("() => document.querySelector('.js-plotly-plot').layout.meta.selected === 'redshift'")
    more = wide.get_by_role("button", name=re.compile("more in layers"))
    count = int((more.text_content() or "0").split()[0])
    lit = "() => document.querySelector('.js-plotly-plot').layout.meta.connections.length"
    before = wide.evaluate(lit)
    more.click()
    wide.wait_for_function(f"wanted => ({lit})() === wanted", arg=before + count)
    expect(more).to_have_count(0)
