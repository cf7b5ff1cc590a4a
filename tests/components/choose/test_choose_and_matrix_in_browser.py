"""Choose and Matrix in a real browser: from the first question to the map, the filter of the matrix on desk and
phone, keyboard, and accessibility."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, expect

from data.records import Catalog
from tests.conftest import PLACE_OF_BOX, settled
from tests.on_screen import parameters_on
from tests.tabs import PHONE

NewContext = Callable[..., BrowserContext]
STUCK = """() => {
  const area = document.querySelector('.mx-scroll'), box = area.getBoundingClientRect();
  area.scrollTo(area.scrollWidth, area.scrollHeight);
  const head = area.querySelector('thead th:last-child').getBoundingClientRect();
  const first = area.querySelector('tbody tr:last-child th').getBoundingClientRect();
  return {moved: [area.scrollLeft, area.scrollTop], head: head.top - box.top, first: first.left - box.left};
}"""


def path(page: Page) -> str:
    return urlsplit(page.url).path


def answer(page: Page, text: str) -> None:
    before = page.url
    page.get_by_role("radio", name=text).check(force=True)
    page.wait_for_url(lambda address: address != before)
    expect(page.get_by_role("radio", name=text)).to_be_checked()
    settled(page)


def drawn(page: Page) -> Page:
    """Wait until the picture of the page is drawn."""
    settled(page)
    page.wait_for_selector(".ldg-plot .main-svg")
    return settled(page)


def open_matrix(page: Page, address: str) -> Page:
    """Open the matrix and wait until its table is drawn."""
    page.goto(address)
    settled(page)
    expect(page.locator(".mx-table")).to_be_visible()
    return page


def cell(page: Page, service: str, capability: str) -> Locator:
    columns = page.locator(".mx-table thead th").all_inner_texts()
    row = page.locator(".mx-table tbody tr").filter(
        has=page.locator("th", has_text=re.compile(rf"^(✓ )?{capability}$"))
    )
    return (
        row.locator("td").nth([" ".join(column.split()) for column in columns].index(service) - 1).get_by_role("button")
    )


def test_from_the_first_question_to_the_map(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/choose")
    settled(page)
    answer(page, "Keep the records of an application")
    answer(page, "With SQL")
    answer(page, "Many short-lived clients")
    expect(page.get_by_role("heading", name="RDS Proxy in front of Amazon RDS")).to_be_visible()
    assert parameters_on(page)["answer"] == ["goal.records", "access.sql", "clients.many"]
    page.get_by_role("link", name="On the map").click()
    expect(page.get_by_text("Many short-lived clients on one relational database").first).to_be_visible()
    drawn(page)
    assert (path(page), parameters_on(page)) == ("/", {"use_case": ["connection-pooling"]})
    lit = page.evaluate("() => document.querySelector('.js-plotly-plot').layout.meta.services")
    assert {"rds-proxy", "rds", "lambda"} <= set(lit)


def test_a_shared_link_shows_the_same_recommendation_and_leads_to_the_comparison(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/choose?answer=goal.analyse&answer=data-now.files&answer=capacity.aws")
    expect(page.get_by_role("heading", name="Amazon Redshift Serverless")).to_be_visible()
    settled(page)
    page.get_by_role("link", name="Compare Redshift Serverless with Redshift").click()
    page.wait_for_url("**/compare?**")
    assert parameters_on(page)["service"] == ["redshift-serverless", "redshift"]


def test_a_click_on_a_box_of_the_tree_gives_its_answers(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/choose?answer=goal.observe")
    drawn(page).locator(".ldg-plot").scroll_into_view_if_needed()
    page.mouse.click(*page.evaluate(PLACE_OF_BOX, "goal.observe/telemetry.traces"))
    expect(page.get_by_role("heading", name="OpenTelemetry traces through OpenSearch Ingestion")).to_be_visible()
    assert parameters_on(page)["answer"] == ["goal.observe", "telemetry.traces"]


def test_the_tree_can_be_walked_by_keyboard(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/choose")
    tree = drawn(page).get_by_role("listbox", name="Answers, and what follows them")
    tree.focus()
    names = tree.get_by_role("option").all_text_contents()
    wanted = next(place for place, name in enumerate(names) if name.startswith("Relieve a database"))
    before = tree.get_attribute("aria-activedescendant")
    assert before is not None
    for _ in range(wanted - int(before.rsplit("-", 1)[1])):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio", name="Take load, or cost")).to_be_checked()


def test_back_takes_the_last_answer_back(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/choose")
    settled(page)
    answer(page, "Search in text")
    answer(page, "In a DynamoDB table")
    page.go_back()
    expect(page.get_by_role("radio", name="In a DynamoDB table")).not_to_be_checked()
    assert parameters_on(page)["answer"] == ["goal.search"]


def test_the_matrix_filter_leaves_what_has_all_and_shows_it_on_the_map(
    page: Page, app_url: str, catalog: Catalog
) -> None:
    open_matrix(page, f"{app_url}/matrix")
    for name in ("Serverless", "SQL"):
        page.get_by_role("button", name=re.compile(rf"^{name} \(")).click()
        expect(page.locator(".mx-wanted th", has_text=name)).to_be_visible()
    settled(page)
    columns = page.locator(".mx-table thead th").all_inner_texts()[1:]
    left = [
        s.short_name
        for s in catalog.services.values()
        if all(c in s.capabilities and s.capabilities[c].value != "no" for c in ("serverless", "sql"))
    ]
    assert sorted(" ".join(column.split()) for column in columns) == sorted(left)
    page.get_by_role("link", name="See them on the map").click()
    expect(page.get_by_text("Services with Serverless and SQL")).to_be_visible()
    drawn(page)
    assert (path(page), parameters_on(page)) == ("/", {"capability": ["serverless", "sql"]})
    lit = page.evaluate("() => document.querySelector('.js-plotly-plot').layout.meta.services")
    assert sorted(catalog.services[service].short_name for service in lit) == sorted(left)


def test_on_a_phone_the_filter_works_and_the_heads_stay_in_view(tab: Callable[..., Page], app_url: str) -> None:
    phone = tab(**PHONE)
    open_matrix(phone, f"{app_url}/matrix")
    phone.get_by_role("button", name=re.compile(r"^Transactions \(")).tap()
    expect(phone.locator(".mx-wanted th", has_text="Transactions")).to_have_count(1)
    settled(phone)
    assert parameters_on(phone)["capability"] == ["transactions"]
    stuck = phone.evaluate(STUCK)
    assert min(stuck["moved"]) > 0
    assert abs(stuck["head"]) <= 1
    assert abs(stuck["first"]) <= 1
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_click_on_a_cell_shows_its_condition_and_its_page(page: Page, app_url: str, catalog: Catalog) -> None:
    open_matrix(page, f"{app_url}/matrix")
    stated = catalog.services["dynamodb"].capabilities["sql"]
    cell(page, "DynamoDB", "SQL").click()
    details = page.locator(".mx-details")
    expect(details).to_contain_text(f"DynamoDB, SQL: Partly. {stated.note}")
    links = details.get_by_role("link")
    assert [link.get_attribute("href") for link in links.all()] == [
        catalog.services["dynamodb"].sources[key].url for key in stated.source
    ]
    page.wait_for_url("**cell=dynamodb.sql*")
    page.reload()
    expect(page.locator(".mx-details")).to_contain_text("DynamoDB, SQL: Partly.")


def test_the_matrix_is_one_stop_for_the_tab_key_and_arrows_move_in_it(page: Page, app_url: str) -> None:
    open_matrix(page, f"{app_url}/matrix")
    assert page.locator(".mx-table button[tabindex='0']").count() == 1
    page.locator(".mx-table button[tabindex='0']").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    row, last = (
        page.locator(".mx-table tbody th").nth(1).inner_text(),
        page.locator(".mx-table thead th").last.inner_text(),
    )
    expect(page.locator(".mx-details")).to_contain_text(f"{' '.join(last.split())}, {row}:")
    assert page.locator(".mx-table button[tabindex='0']").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.mx-table') === null")


def test_the_table_is_a_table_with_heads_for_rows_and_columns(page: Page, app_url: str, catalog: Catalog) -> None:
    open_matrix(page, f"{app_url}/matrix")
    table = page.get_by_role("table", name=re.compile("Capabilities"))
    expect(table.get_by_role("rowheader")).to_have_count(len(catalog.taxonomy.capabilities))
    expect(table.get_by_role("columnheader")).to_have_count(
        1 + sum(service.core for service in catalog.services.values())
    )
