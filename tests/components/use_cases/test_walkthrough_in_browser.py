"""Walking through a use case and presenting it, in a real browser: keys, the picture's own account of what is lit,
and leaving."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from data.records import Catalog
from tests.conftest import settled
from tests.on_screen import at_rest, least_size_of_names
from tests.tabs import PHONE

META = "() => document.querySelector('.ldg-plot')?.layout?.meta"
VIEW = (
    "() => { const { xaxis, yaxis } = document.querySelector('.ldg-plot')._fullLayout; "
    "return [...xaxis.range, ...yaxis.range]; }"
)
PLACE = """id => {
  const plot = document.querySelector('.ldg-plot');
  const corner = plot.getBoundingClientRect();
  for (const trace of plot._fullData.filter(({ meta }) => meta?.role === 'service')) {
    const i = trace.customdata.findIndex((row) => [row].flat()[0] === id);
    if (i < 0) continue;
    const { xaxis, yaxis } = plot._fullLayout;
    return [corner.left + xaxis._offset + xaxis.l2p(trace.base[i] + trace.x[i] / 2), corner.top + yaxis._offset +
        yaxis.l2p(trace.y[i])];
  }
}"""
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


def opened(page: Page, url: str) -> Page:
    page.goto(url)
    page.wait_for_function("() => document.querySelector('.ldg-plot')?._fullLayout?.xaxis")
    return settled(page)


def asked(page: Page) -> dict[str, list[str]]:
    """The parameters of the address."""
    return parse_qs(urlsplit(page.url).query)


def at_step(page: Page, number: int | None) -> None:
    """Wait until the address names a step (None: no step), and the picture is drawn for it."""
    wanted = str(number) if number else None
    page.wait_for_function("wanted => new URLSearchParams(location.search).get('step') === wanted", arg=wanted)
    drawn = f": step {number} of " if number else None
    page.wait_for_function(
        """drawn => {
          const title = document.querySelector('.ldg-plot')?.layout?.meta?.title;
          return drawn ? title?.includes(drawn) : title && !title.includes(': step ');
        }""",
        arg=drawn,
    )
    settled(page)


def lit(page: Page) -> dict[str, Any]:
    return page.evaluate(META)


def test_a_walkthrough_by_keyboard_lights_exactly_the_connection_of_each_step(
    page: Page, app_url: str, catalog: Catalog
) -> None:
    use_case = catalog.use_cases["welcome-message"]
    last = len(use_case.steps)
    opened(page, f"{app_url}/use-cases?use_case={use_case.id}")
    before, view = lit(page), page.evaluate(VIEW)
    assert set(before["connections"]) == catalog.connections_in(use_case.id)

    page.get_by_role("button", name="Start", exact=True).click()
    for number, step in enumerate(use_case.steps, start=1):
        at_step(page, number)
        connection = catalog.connections[step.connection]
        assert lit(page)["connections"] == [connection.id]
        assert set(lit(page)["services"]) == {connection.source_id, connection.target_id}
        assert page.evaluate(VIEW) == pytest.approx(view)
        expect(page.get_by_text(f"Step {number} of {last}", exact=True)).to_be_visible()
        page.keyboard.press("ArrowRight" if number % 2 else "Space")
    at_step(page, last)
    page.keyboard.press("PageUp")
    at_step(page, last - 1)
    page.keyboard.press("ArrowLeft")
    at_step(page, last - 2)
    page.keyboard.press("End")
    at_step(page, last)
    page.keyboard.press("Home")
    at_step(page, 1)
    page.keyboard.press("PageDown")
    at_step(page, 2)
    page.keyboard.press("Escape")
    at_step(page, None)
    assert lit(page) == before
    assert page.evaluate(VIEW) == pytest.approx(view)


def test_two_quick_presses_are_two_steps(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem&step=2")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    at_step(page, 6)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    at_step(page, 4)


def test_space_goes_on_after_a_click_and_presses_a_button_reached_by_tab(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem&step=2")
    page.get_by_role("button", name="Previous", exact=True).click()
    at_step(page, 1)
    page.get_by_role("button", name="Next", exact=True).click()
    at_step(page, 2)
    page.get_by_role("button", name="Start", exact=True).focus()
    page.keyboard.press("Space")
    at_step(page, 3)
    page.get_by_role("button", name="All use cases").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_focused()
    page.keyboard.press("Space")
    at_step(page, 1)


def test_keys_typed_elsewhere_are_not_steps(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem&step=2")
    page.get_by_role("listbox", name="Services and connections").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "() => new URLSearchParams(location.search).has('service') "
        "|| new URLSearchParams(location.search).has('connection')"
    )
    at_step(page, 2)


def test_a_link_to_a_step_opens_it_in_a_fresh_profile(page: Page, app_url: str, catalog: Catalog) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem&step=3")
    at_step(page, 3)
    step = catalog.use_cases["siem"].steps[2]
    assert lit(page)["connections"] == [step.connection]
    expect(page.get_by_role("heading", name=step.title)).to_be_visible()
    assert page.title().startswith(catalog.use_cases["siem"].title)
    assert least_size_of_names(page) >= 12
    page.keyboard.press("Escape")
    at_step(page, None)
    assert asked(page) == {"use_case": ["siem"]}


def test_a_failure_is_marked_and_told(page: Page, app_url: str, catalog: Catalog) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem")
    page.get_by_text("What if a part fails?").click()
    failure = catalog.use_cases["siem"].failures[3]
    page.get_by_role("button", name=catalog.services[failure.part].short_name, exact=True).click()
    page.wait_for_function(
        "part => document.querySelector('.ldg-plot').layout.meta.selected === part", arg=failure.part
    )
    panel = page.locator(".st-key-walk-panel")
    expect(panel.get_by_text(failure.then)).to_be_visible()
    expect(panel.get_by_text(failure.do)).to_be_visible()
    assert asked(page)["failure"] == ["4"]
    assert not set(failure.lost) & set(lit(page)["services"])
    page.mouse.click(*page.evaluate(PLACE, "opensearch"))  # asks about it again: no other failure is its own
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => new URLSearchParams(location.search).get('failure') === '3'")
    page.keyboard.press("Escape")
    page.wait_for_function("() => !new URLSearchParams(location.search).has('failure')")


def test_a_key_asks_what_if_the_part_of_the_step_fails_and_escape_comes_back_to_the_step(
    page: Page, app_url: str, catalog: Catalog
) -> None:
    use_case = catalog.use_cases["siem"]
    opened(page, f"{app_url}/use-cases?use_case=siem&step=2")
    page.keyboard.press("w")
    part = use_case.steps[1].connection
    page.wait_for_function("part => document.querySelector('.ldg-plot').layout.meta.selected === part", arg=part)
    assert use_case.failures[int(asked(page)["failure"][0]) - 1].part == part
    settled(page)
    page.keyboard.press("Escape")
    at_step(page, 2)
    page.keyboard.press("Escape")
    page.get_by_text("Why not …?").click()
    page.get_by_role("button", name=use_case.alternatives[2].title).click()
    route = list(use_case.alternatives[2].route)
    page.wait_for_function(
        "route => route.every(one => document.querySelector('.ldg-plot').layout.meta.connections.includes(one))",
        arg=route,
    )
    assert not set(use_case.alternatives[2].without) & set(lit(page)["connections"])


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
    assert asked(page)["step"] == [str(len(use_case.steps) + 1)]
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
        page.mouse.click(*page.evaluate(PLACE, "opensearch"))
        if close == "Escape at once":
            page.wait_for_function("() => location.search.includes('service=opensearch')")
            page.wait_for_function("() => !location.search.includes('service=opensearch')")
            assert (asked(page)["step"], asked(page)["present"]) == (["4"], ["1"])
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
    assert asked(page) == {"use_case": ["siem"], "step": ["2"]}


def test_who_comes_by_a_link_to_a_slide_can_leave_it_too(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem&present=1&step=2&embed=true")
    at_step(page, 2)
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stMainMenu")).to_be_visible()
    at_step(page, None)
    assert asked(page) == {"use_case": ["siem"]}


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


def test_copy_link_copies_the_address_and_says_so(tab: Callable[..., Page], app_url: str) -> None:
    page, fresh = tab(), tab()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, f"{app_url}/use-cases?use_case=siem")
    page.get_by_role("button", name="Start", exact=True).click()
    at_step(page, 1)
    page.keyboard.press("ArrowRight")
    at_step(page, 2)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    opened(fresh, copied)
    at_step(fresh, 2)
    assert lit(fresh) == lit(page)


def test_where_copying_is_forbidden_the_address_is_shown_selected(page: Page, app_url: str) -> None:
    opened(page, f"{app_url}/use-cases?use_case=siem&step=2")
    page.evaluate("""() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      document.execCommand = () => false;
    }""")
    page.get_by_role("button", name="Copy link").click()
    field = page.get_by_label("Address of this view")
    expect(field).to_have_value(page.url)
    assert field.evaluate("node => node.value.slice(node.selectionStart, node.selectionEnd)") == page.url
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Copy link")).to_be_focused()
    at_step(page, 2)


def test_on_a_phone_the_tapped_box_stays_in_view_above_its_sheet_and_the_menu_says_what_it_is(
    tab: Callable[..., Page], app_url: str
) -> None:
    phone = tab(**PHONE)
    opened(phone, f"{app_url}/use-cases?use_case=siem")
    menu = phone.get_by_test_id("stExpandSidebarButton")
    assert menu.evaluate("node => getComputedStyle(node, '::after').content") == '"Menu"'
    assert phone.locator(".st-key-tools-use-case").bounding_box()["height"] < 70  # type: ignore[index]
    phone.touchscreen.tap(*phone.evaluate(PLACE, "security-lake"))
    sheet = phone.locator(".st-key-part-card")
    expect(sheet).to_be_in_viewport()
    at_rest(phone)
    box, top = phone.evaluate(PLACE, "security-lake")[1], sheet.bounding_box()["y"]  # type: ignore[index]
    assert 0 < box < top


@pytest.mark.parametrize("where", ["/use-cases?use_case=siem&step=2&", "/?use_case=siem&"])
def test_the_embedded_form_stays_embedded_after_a_click(tab: Callable[..., Page], app_url: str, where: str) -> None:
    page = tab(viewport={"width": 900, "height": 600})
    opened(page, f"{app_url}{where}embed=true&embed_options=light_theme")
    expect(page.get_by_test_id("stToolbar")).to_have_count(0)
    page.mouse.click(*page.evaluate(PLACE, "opensearch-ingestion"))
    page.wait_for_function("() => new URLSearchParams(location.search).has('service')")
    settled(page)
    assert (asked(page)["embed"], asked(page)["embed_options"]) == (["true"], ["light_theme"])
    way_out = page.get_by_role("link", name="Open in full")
    way_out.hover()
    outside = parse_qs(urlsplit(way_out.get_attribute("href") or "").query)
    assert outside == {name: values for name, values in asked(page).items() if not name.startswith("embed")}
    expect(page.get_by_test_id("stToolbar")).to_have_count(0)
