"""The search of every page, as somebody uses it with the keyboard."""

from playwright.sync_api import Page, expect

from tests.conftest import settled
from tests.on_screen import at_rest, findings_in_both_themes, serious_findings

DIALOG, OPTION = ".ldg-find-dialog[open]", ".ldg-find-option"


def ready(page: Page, address: str) -> Page:
    """Open an address and wait until its search can be called."""
    page.goto(address)
    settled(page)
    page.wait_for_selector(".ldg-find-open")
    return page


def search_for(page: Page, text: str, key: str = "Control+k") -> Page:
    """Open the search by a key and type; returns when there are suggestions for all that was typed."""
    page.keyboard.press(key)
    page.wait_for_selector(DIALOG)
    with page.expect_response(lambda answer: "/api/search?q=" in answer.url and answer.ok):
        page.keyboard.insert_text(text)
    page.wait_for_selector(OPTION)
    return page


def test_enter_opens_what_was_chosen_with_the_arrows_and_back_returns(page: Page, app_url: str) -> None:
    ready(page, f"{app_url}/matrix")
    search_for(page, "dax")
    chosen = page.get_by_role("option", selected=True)
    first = chosen.inner_text()
    page.keyboard.press("ArrowDown")
    assert chosen.inner_text() != first
    page.keyboard.press("ArrowUp")
    assert chosen.inner_text() == first
    page.keyboard.press("Enter")
    page.wait_for_url("**/services?service=dax*")
    expect(page.get_by_role("heading", name="Amazon DynamoDB Accelerator (DAX)")).to_be_visible()
    page.go_back()
    page.wait_for_url("**/matrix")


def test_the_words_found_are_marked_and_a_kind_stands_above_its_hits(page: Page, app_url: str) -> None:
    ready(page, f"{app_url}/services")
    search_for(page, "400 KB item size", "/")
    assert {"Item", "size", "400", "KB"} <= set(page.locator(f"{OPTION} mark").all_inner_texts())
    assert "Limit" in page.locator(".ldg-find-kind").all_inner_texts()


def test_what_is_not_here_is_said_and_what_nothing_fits_too(page: Page, app_url: str) -> None:
    ready(page, f"{app_url}/compare")
    search_for(page, "elasticache")
    expect(page.locator(OPTION).first).to_contain_text("not in this atlas; for caching see DAX")
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("xylophone quark")
    expect(page.locator(".ldg-find-foot")).to_contain_text("Nothing fits")


def test_markup_that_was_typed_is_text(page: Page, app_url: str) -> None:
    ready(page, f"{app_url}/services")
    page.keyboard.press("Control+k")
    page.wait_for_selector(DIALOG)
    page.keyboard.insert_text("<img src=x onerror=alert(1)>qqqq")
    expect(page.locator(".ldg-find-foot")).to_contain_text("<img src=x onerror=alert(1)>qqqq")
    assert page.locator(f"{DIALOG} img").count() == 0


def test_what_was_searched_for_stays_in_the_browser_and_can_be_forgotten(page: Page, app_url: str) -> None:
    ready(page, f"{app_url}/services")
    search_for(page, "pinning")
    page.keyboard.press("Enter")
    page.wait_for_url("**term=pinning*")
    settled(page)
    page.keyboard.press("Control+k")
    expect(page.locator(OPTION)).to_have_text(["pinning"])
    assert "pinning" not in page.evaluate("document.cookie")
    page.get_by_role("button", name="Forget these").click()
    expect(page.locator(OPTION)).to_have_count(0)


def test_axe_finds_nothing_serious_in_the_open_search(page: Page, app_url: str) -> None:
    ready(page, f"{app_url}/services?service=dax")
    search_for(page, "throttled")
    assert findings_in_both_themes(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert serious_findings(at_rest(page)) == []


def test_an_embedded_view_has_no_search(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/services?service=dax&embed=true")
    settled(page)
    assert page.locator(".ldg-find-open").count() == 0
