"""Presenting a use case in a real browser: read from afar, led by keys, and left."""

from playwright.sync_api import Page, expect

from data.records import Catalog
from tests.components.use_cases.walking import at_step, lit, opened
from tests.conftest import PLACE_OF_BOX, settled
from tests.on_screen import parameters_on

SIZES = """() => [...document.querySelectorAll('.ldg-plot .ldg-name')].filter((node) =>
    node.textContent.trim()).map((node) => {
  const text = node.querySelector('text') ?? node, { a, b } = text.getScreenCTM();
  return Number.parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b);
})"""
# Presses Esc in the very moment in which a heading of this name comes to the page.
ESCAPE_AT_ONCE = """name => new MutationObserver((_, observer) => {
  if (![...document.querySelectorAll('h1, h2, h3')].some(heading => heading.textContent.includes(name))) return;
  observer.disconnect();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
}).observe(document.body, { subtree: true, childList: true, characterData: true })"""
SCROLLS = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
  .some((node) => node.scrollHeight > node.clientHeight || node.scrollWidth > node.clientWidth)"""


def test_a_presentation_fills_the_screen_and_is_read_from_afar(page: Page, app_url: str, catalog: Catalog) -> None:
    use_case = catalog.use_cases["siem"]
    opened(page, f"{app_url}/use-cases?use_case=siem&present=1")
    expect(page.get_by_test_id("stToolbar")).to_have_count(0)
    expect(page.get_by_test_id("stMainMenu")).to_have_count(0)
    expect(page.get_by_test_id("stTopNavLink")).to_have_count(0)
    expect(page.get_by_text(use_case.problem, exact=True)).to_be_visible()
    for number, step in enumerate(use_case.steps, start=1):
        page.keyboard.press("PageDown")
        at_step(page, number)
        expect(page.get_by_role("heading", name=f"{number}. {step.title}")).to_be_visible()
        assert lit(page)["connections"] == [step.connection]
        assert min(page.evaluate(SIZES)) >= 18
        assert not page.evaluate(SCROLLS)
    page.keyboard.press("PageDown")
    failure = use_case.failures[0]
    expect(page.get_by_role("heading", name=failure.what)).to_be_visible()
    page.wait_for_function(
        "part => document.querySelector('.ldg-plot').layout.meta.selected === part", arg=failure.part
    )
    assert not page.evaluate(SCROLLS)
    page.keyboard.press("End")
    expect(page.get_by_text(use_case.trade_offs[0].text)).to_be_visible()
    assert parameters_on(page)["step"] == [str(len(use_case.steps) + 1)]
    assert not page.evaluate(SCROLLS)
    page.keyboard.press("PageUp")
    expect(page.get_by_role("heading", name=use_case.alternatives[-1].title)).to_be_visible()
    page.wait_for_function(
        "title => document.querySelector('.ldg-plot')?.layout?.meta?.title.includes(title)",
        arg=use_case.alternatives[-1].title,
    )
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("() => document.fullscreenElement !== null")


def test_a_presenter_looks_at_a_service_and_goes_on_where_it_was(page: Page, app_url: str, catalog: Catalog) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem&present=1&step=4")
    expect(page.get_by_test_id("stToolbar")).to_have_count(0)
    step = page.get_by_role("heading", name=f"4. {catalog.use_cases['siem'].steps[3].title}")
    name = catalog.services["opensearch"].name
    for close in ("Escape", "Close", "Escape at once"):
        settled(page)
        if close == "Escape at once":
            page.evaluate(ESCAPE_AT_ONCE, name)
        page.mouse.click(*page.evaluate(PLACE_OF_BOX, "opensearch"))
        if close == "Escape at once":
            page.wait_for_function("() => location.search.includes('service=opensearch')")
            page.wait_for_function("() => !location.search.includes('service=opensearch')")
            assert (parameters_on(page)["step"], parameters_on(page)["present"]) == (["4"], ["1"])
            continue
        expect(page.get_by_role("heading", name=name)).to_be_visible()
        assert not page.evaluate(SCROLLS)
        if close == "Escape":
            page.keyboard.press("Escape")
        else:
            page.get_by_role("button", name="Close", exact=True).click()
        expect(step).to_be_visible()
        at_step(page, 4)
    expect(step).to_be_visible()
    page.keyboard.press("PageDown")
    at_step(page, 5)


def test_leaving_a_presentation_brings_back_the_page_with_its_menu(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem&step=2")
    page.get_by_role("button", name="Present", exact=True).click()
    expect(page.get_by_test_id("stToolbar")).to_have_count(0)
    at_step(page, 2)
    page.keyboard.press("PageDown")
    at_step(page, 3)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stMainMenu")).to_be_visible()
    at_step(page, 2)
    assert parameters_on(page) == {"use_case": ["siem"], "step": ["2"]}


def test_who_comes_by_a_link_to_a_slide_can_leave_it_too(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem&present=1&step=2&embed=true")
    at_step(page, 2)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stMainMenu")).to_be_visible()
    at_step(page, None)
    assert parameters_on(page) == {"use_case": ["siem"]}


def test_the_letters_c_and_r_do_nothing(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem&present=1&step=2")
    expect(page.get_by_test_id("stToolbar")).to_have_count(0)
    settled(page)
    page.evaluate("""() => {
      window.states = [];
      const app = document.querySelector('[data-testid=stApp]');
      new MutationObserver(() => window.states.push(app.dataset.testScriptState)).observe(app, { attributes: true });
    }""")
    address = page.url
    for key in ("c", "r", "C", "R"):
        page.keyboard.press(key)
    page.keyboard.press("ArrowUp")
    assert page.url == address
    page.keyboard.press("PageDown")  # The keys of the presentation still work, and what came before would run before.
    at_step(page, 3)
    assert page.evaluate("window.states.filter(state => state === 'running').length") == 1
    expect(page.get_by_role("dialog")).to_have_count(0)
