"""The page of limits, as somebody uses it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from data.catalog import Catalog
from data.comparing.limit_rows import LimitFilter, limit_rows
from tests.app_pages import notices, open_page, texts
from tests.conftest import settled
from tests.on_screen import serious_findings


def test_the_number_of_rows_is_told(catalog: Catalog) -> None:
    assert f"{len(limit_rows(catalog)):,} limits" in texts(open_page("limits"))


@pytest.mark.parametrize(
    "parameters",
    [
        {"q": "at least 1 MB"},
        {"service": ["dax", "rds"], "adjustable": ["not stated", "no"]},
        {"category": "nosql", "sort": "value", "down": "1"},
        {"limit": "dynamodb.item-size"},
    ],
)
def test_an_address_is_understood_and_kept(parameters: dict[str, str | list[str]]) -> None:
    app = open_page("limits", **parameters)
    assert not app.exception
    assert notices(app) == []
    assert "limits" in texts(app)


def test_nothing_that_fits_says_so_and_an_unknown_row_is_dropped() -> None:
    assert "None of" in texts(open_page("limits", q="xylophone <b>x</b>"))
    assert notices(open_page("limits", limit="dynamodb.colour"))


def test_a_row_says_what_happens_when_its_limit_is_hit(catalog: Catalog) -> None:
    for row in limit_rows(catalog).values():
        if row.limit.when_hit:
            assert row.what_happens[0] == row.limit.when_hit.text
            assert row.limit.when_hit.source
    fitting = LimitFilter(text="ExpiredIteratorException").rows(catalog)
    assert [row.id for row in fitting] == ["dynamodb-streams.life-of-a-shard-iterator"]


def test_every_limit_of_a_core_service_says_what_happens_or_that_no_page_does(catalog: Catalog) -> None:
    core = [row for row in limit_rows(catalog).values() if row.service.core]
    assert [row.id for row in core if not row.what_happens and not row.silent_pages] == []


def test_heads_sort_and_a_row_has_its_own_address(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/limits?service=dax")
    settled(page)
    page.get_by_role("button", name="Value", exact=True).press("Enter")
    page.wait_for_url("**sort=value**")
    expect(page.get_by_role("columnheader", name="Value")).to_have_attribute("aria-sort", "ascending")
    page.get_by_role("button", name="Link to DAX, Nodes per cluster").click()
    page.wait_for_url("**limit=dax.nodes-per-cluster**")
    page.reload()
    settled(page)
    expect(page.locator("tr.lm-marked")).to_contain_text("Nodes per cluster")
    expect(page.locator("tr.lm-marked summary")).to_have_text("Official pages disagree")
    silent = page.get_by_role("row").filter(has_text="Longest maintenance window")
    expect(silent).to_contain_text("AWS's pages do not say")
    expect(silent.get_by_role("link", name="Read for it: DAX cluster components")).to_be_visible()
    page.evaluate("window.sameVisit = true")
    page.get_by_role("link", name="DAX", exact=True).first.click()
    page.wait_for_url("**/services?service=dax&part=limits")
    page.go_back()
    page.wait_for_url("**limit=dax.nodes-per-cluster**")
    expect(page.locator("tr.lm-marked")).to_contain_text("Nodes per cluster")
    assert page.evaluate("window.sameVisit")


def test_on_a_phone_a_row_is_a_card_no_wider_than_the_screen(tab: Callable[..., Page], app_url: str) -> None:
    page = tab(viewport={"width": 390, "height": 844})
    page.goto(f"{app_url}/limits?service=dax")
    settled(page)
    page.wait_for_selector(".lm-table")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator(".lm-table tbody tr").first.bounding_box()["width"] < 390  # type: ignore[index]
    assert serious_findings(page) == []
