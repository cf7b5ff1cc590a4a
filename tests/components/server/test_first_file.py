"""The first file of a page: what a link preview, a slow line and a hostile address get."""

import re
import time
import urllib.request
from html import unescape
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect

from components.picture.plot_script import SCRIPT
from data.records import Catalog
from tests.conftest import settled
from tests.http_answers import ask
from tests.on_screen import at_rest

HOSTILE = ["</title><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}", "\u202e", "x" * 5000]

MOVED = """() => new Promise(resolve => new PerformanceObserver(list => resolve(
  list.getEntries().reduce((sum, each) => sum + (each.hadRecentInput ? 0 : each.value), 0)))
  .observe({type: 'layout-shift', buffered: true}) ?? setTimeout(() => resolve(0), 500))"""


def first_file(url: str, path: str) -> str:
    """The file as it comes once its picture was drawn."""
    for _ in range(20):
        with urllib.request.urlopen(url + path, timeout=30) as answer:
            text = str(answer.read().decode())
        if "<svg" in text or path.startswith(("/services", "/sources")):
            return text
        time.sleep(0.25)
    return text


def told(page: str, name: str) -> str:
    found = re.search(rf'<meta (?:name|property)="{name}" content="([^"]*)">', page)
    assert found, name
    return unescape(found[1])


def test_a_pasted_link_shows_title_words_and_picture_of_its_view(app_url: str, catalog: Catalog) -> None:
    use_case = catalog.use_cases["siem"]
    page = first_file(app_url, "/use-cases?use_case=siem")
    assert f"<title>{use_case.title} · AWS Data Landscape</title>" in page
    assert told(page, "og:title") == use_case.title
    assert told(page, "og:description") == told(page, "description") == use_case.problem
    assert told(page, "og:url") == f"{app_url}/use-cases?use_case=siem"
    with urllib.request.urlopen(told(page, "og:image"), timeout=60) as picture:
        assert picture.headers["content-type"] == "image/png"


def test_the_picture_of_exactly_this_view_is_in_the_file_in_both_themes(app_url: str, catalog: Catalog) -> None:
    page = first_file(app_url, "/use-cases?use_case=welcome-message")
    assert page.count("<svg") == 2
    assert 'aria-hidden="true"' in page
    for service in catalog.services_in("welcome-message"):
        words = catalog.services[service].short_name.split()
        assert all(word in page for word in words), service


def test_a_page_without_a_picture_says_what_it_is(app_url: str, catalog: Catalog) -> None:
    page = first_file(app_url, "/services?service=dax")
    assert told(page, "og:description") == catalog.services["dax"].purpose.text
    assert "<svg" not in page
    assert '<p class="title">' in page
    assert "<h1" not in page, "the page has its own"


@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize("path", ["/", "/services", "/use-cases", "/compare", "/sources"])
def test_what_an_address_says_stays_text(app_url: str, path: str, typed: str) -> None:
    address = f"{path}?q={quote(typed)}&service={quote(typed)}&use_case={quote(typed)}&{quote(typed)}=1"
    with urllib.request.urlopen(app_url + address, timeout=30) as answer:
        page = answer.read().decode()
    assert "alert(1)</script>" not in page
    assert "<img src=x" not in page


def test_a_host_that_is_none_gets_into_no_address(app_url: str) -> None:
    for path in ("/?use_case=siem", "/export/landscape.md?use_case=siem", "/changes.atom"):
        text = ask(app_url, path, Host='x"><script>alert(1)</script>').body.decode()
        assert "localhost/" in text, path
        assert "<script>alert(1)" not in text, path


@pytest.mark.parametrize("more", ["&embed=true", "&present=1"])
def test_a_frame_and_a_presentation_begin_empty(app_url: str, more: str) -> None:
    with urllib.request.urlopen(f"{app_url}/use-cases?use_case=siem{more}", timeout=30) as answer:
        assert 'id="first-sight"' not in answer.read().decode()


def test_the_picture_steps_back_when_the_page_has_drawn_itself_and_nothing_jumps(page: Page, app_url: str) -> None:
    first_file(app_url, "/use-cases?use_case=siem")
    refused: list[str] = []
    page.on("response", lambda answer: refused.append(answer.url) if answer.status >= 400 else None)
    page.goto(f"{app_url}/use-cases?use_case=siem")
    expect(page.locator("#first-sight")).to_be_attached()
    settled(page)
    expect(page.locator("#first-sight")).to_be_hidden(timeout=30_000)
    expect(page.locator("[data-waits]")).to_have_count(0)
    expect(page.locator(".ldg-plot")).to_be_visible()
    expect(page.locator("script[data-draws]")).to_have_count(1)
    assert at_rest(page).evaluate(MOVED) <= 0.02
    assert not refused, "a page asks for nothing that is not there"


@pytest.mark.parametrize(
    ("path", "is_named"),
    [("/", True), ("/use-cases", False), ("/use-cases?use_case=siem", True), ("/choose", True), ("/services", False)],
)
def test_the_plot_script_is_read_ahead_where_the_page_begins_with_a_picture(
    app_url: str, path: str, is_named: bool
) -> None:
    assert (f'data-plot="{SCRIPT}"' in ask(app_url, path).body.decode()) == is_named


def test_what_can_be_read_at_once_waits_for_no_style_sheet(app_url: str) -> None:
    file = first_file(app_url, "/services")
    assert file.index("first-sight") < file.index('rel="stylesheet"') < file.index('id="root"')


def test_a_page_that_stays_empty_is_loaded_once_more_and_then_says_what_to_do(page: Page, app_url: str) -> None:
    page.route("**/static/js/*.js", lambda route: route.abort())
    page.clock.install()
    page.goto(f"{app_url}/services")
    with page.expect_navigation(url=f"{app_url}/services"):
        page.clock.run_for(20_000)
    page.clock.run_for(20_000)
    notice = page.get_by_role("status").filter(has_text="This page has stayed empty. Reload it;")
    expect(notice).to_be_visible()
    page.unroute_all()
    page.reload()
    settled(page)
    page.clock.run_for(2_000)
    expect(notice).to_have_count(0)
    page.clock.fast_forward(6 * 60 * 1000)
    page.route("**/static/js/*.js", lambda route: route.abort())
    page.reload()
    with page.expect_navigation(url=f"{app_url}/services"):
        page.clock.run_for(20_000)


def test_a_page_that_loses_a_script_before_it_stands_is_loaded_once_more(page: Page, app_url: str) -> None:
    lost: list[str] = []

    def loses_the_first(route: Route) -> None:
        lost.append(route.request.url)
        route.abort() if len(lost) == 1 else route.continue_()

    page.route("**/static/js/BidiComponent.*.js", loses_the_first)
    page.goto(f"{app_url}/services")
    with page.expect_navigation(url=f"{app_url}/services", timeout=30_000):
        pass
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text("Failed to fetch")).to_have_count(0)
    assert len(lost) == 2


def test_a_page_that_loses_a_script_later_says_so_and_keeps_what_was_brought(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/services")
    settled(page)
    page.route("**/static/js/FileUploader.*.js", lambda route: route.abort())
    page.evaluate("() => { window.isTheSame = true; }")
    page.get_by_text("Decide", exact=True).click()
    page.get_by_role("menuitem", name="Your estate").click()
    notice = page.get_by_role("status").filter(has_text="A part of this page could not be loaded. Reload it;")
    expect(notice).to_be_visible(timeout=30_000)
    assert page.evaluate("() => window.isTheSame")
