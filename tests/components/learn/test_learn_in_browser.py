"""Learning in a real browser: by keyboard, on a phone, in a fresh profile, and after a reload."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from data.catalog import catalog as whole_catalog
from data.learn.progress import write_done
from data.learn.quiz import make_quiz
from tests.conftest import PLACE_OF_BOX, settled
from tests.on_screen import parameters_on
from tests.tabs import PHONE

CATALOG = whole_catalog()
TOUR = CATALOG.paths["tour"]


def opened(page: Page, url: str) -> Page:
    page.goto(url)
    expect(page.locator("h1, .ldg-slide").first).to_be_visible(timeout=60_000)
    return settled(page)


def at_stop(page: Page, number: int) -> None:
    page.wait_for_function("n => new URLSearchParams(location.search).get('stop') === n", arg=str(number))
    expect(page.get_by_role("heading", level=1)).to_contain_text(TOUR.stops[number - 1].title)
    settled(page)


def test_the_tour_is_offered_at_first_sight_and_walked_by_keyboard_and_the_boxes_keep_their_places(
    page: Page, app_url: str
) -> None:
    opened(page, app_url)
    page.get_by_role("link", name="New here?").click()
    at_stop(page, 1)
    page.wait_for_function("() => document.querySelector('.ldg-plot')?._fullLayout?.xaxis")
    before = page.evaluate(PLACE_OF_BOX, "rds")
    page.keyboard.press("ArrowRight")
    at_stop(page, 2)
    page.wait_for_function(
        "title => document.querySelector('.ldg-plot').layout.meta.title.includes(title)", arg=TOUR.stops[1].title
    )
    meta = page.evaluate("() => document.querySelector('.ldg-plot').layout.meta")
    assert {*meta["services"], *meta["connections"]} == set(TOUR.stops[1].lights)
    assert page.evaluate(PLACE_OF_BOX, "rds") == before
    page.keyboard.press("ArrowLeft")
    at_stop(page, 1)
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Learn", exact=True)).to_be_visible()
    assert parameters_on(page) == {"done": [write_done(CATALOG, {TOUR.stops[0].id})]}


def test_progress_stays_in_this_browser_and_no_other_knows_of_it(tab: Callable[..., Page], app_url: str) -> None:
    page, other = tab(), tab()
    opened(page, f"{app_url}/learn?path=tour&stop=1")
    page.get_by_role("button", name="Next", exact=True).click()
    at_stop(page, 2)
    page.wait_for_function("() => localStorage.getItem('ldg-progress')?.includes('\"done\":\"')")
    page.evaluate("sessionStorage.clear()")
    later = opened(page, f"{app_url}/learn")
    expect(later.get_by_role("button", name="Continue where you were")).to_be_visible()
    later.get_by_role("button", name="Continue where you were").click()
    at_stop(later, 2)
    stranger = opened(other, f"{app_url}/learn")
    expect(stranger.get_by_role("button", name="Start").first).to_be_visible()
    expect(stranger.get_by_role("button", name="Continue where you were")).to_have_count(0)


def test_a_question_is_answered_by_a_click_on_the_map(page: Page, app_url: str) -> None:
    seed, number, posed = next(
        (seed, number, posed)
        for seed in range(1, 50)
        for number, posed in enumerate(make_quiz(CATALOG, seed, "tour"), start=1)
        if posed.question.kind == "click"
    )
    opened(page, f"{app_url}/learn?path=tour&quiz={seed}&question={number}")
    page.wait_for_function("() => document.querySelector('.ldg-plot')?._fullLayout?.xaxis")
    page.mouse.click(*page.evaluate(PLACE_OF_BOX, posed.question.right[0]))
    expect(page.get_by_text("Right.", exact=True)).to_be_visible()
    page.wait_for_url("**answers=**")
    page.reload()
    expect(page.get_by_role("heading", level=3)).to_contain_text(re.compile("click (it )?on the map", re.IGNORECASE))
    expect(page.get_by_text("Right.", exact=True)).to_be_visible()


def test_a_phone_shows_a_stop_without_scrolling_sideways(tab: Callable[..., Page], app_url: str) -> None:
    phone = tab(**PHONE)
    opened(phone, f"{app_url}/learn?path=tour&stop=2")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    phone.get_by_role("button", name="Next", exact=True).tap()
    at_stop(phone, 3)
    phone.goto(f"{app_url}/learn?path=tour&stop=7")
    at_stop(phone, 7)
    phone.wait_for_function("() => document.querySelector('.ldg-plot')?._fullLayout?.xaxis")
    phone.wait_for_function(f"id => (([x]) => x > 0 && x < innerWidth)(({PLACE_OF_BOX})(id))", arg="redshift")


def test_slides_are_walked_by_keyboard_and_left_with_escape(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/learn?path=tour&stop=8&present=1")
    expect(page.get_by_text("Stop 8 of 8", exact=True)).to_be_visible()
    page.keyboard.press("PageDown")
    expect(page.get_by_text("Question 1", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", level=1)).to_contain_text("The tour")
    assert "present" not in parameters_on(page)
