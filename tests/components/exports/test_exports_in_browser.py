"""Every export of the landscape, pressed in a real browser and read back: each holds what the screen says that
it shows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from playwright.sync_api import BrowserContext, Page, expect

from components.exports.offline.page import html_page
from data.landscape.question import Question
from data.records import Catalog
from tests import read_exports as read
from tests.components.exports.records import of_landscape
from tests.conftest import settled
from tests.on_screen import serious_findings

ADDRESS = "/?service=dynamodb&direction=out"
META = "() => document.querySelector('.ldg-plot').layout.meta"
READERS: dict[str, Callable[[bytes], read.Held]] = {
    "SVG": read.in_svg,
    "PNG": read.in_png,
    "PDF": read.in_pdf,
    "PowerPoint": lambda file: read.in_slide(read.slides_of(file)[0]),
    "draw.io": read.in_drawio,
    "Mermaid": read.in_mermaid,
    "Graphviz": read.in_dot,
    "Web page, works offline": read.in_page,
    "Brief as Markdown": read.in_brief,
    "JSON": read.in_json,
}


def test_the_picture_is_copied_to_the_clipboard(page: Page, app_url: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, f"{app_url}{ADDRESS}").get_by_role("button", name="Copy the picture").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible(timeout=30_000)
    kinds = page.evaluate("async () => (await navigator.clipboard.read()).flatMap(item => item.types)")
    assert kinds == ["image/png"]
    page.evaluate("() => { window.ClipboardItem = undefined; }")
    page.get_by_role("button", name="Copy the picture").click()
    expect(page.get_by_text("save the PNG instead")).to_be_visible()


def on_screen(page: Page) -> read.Held:
    """What the figure says that it draws and lights."""
    meta: dict[str, Any] = page.evaluate(META)
    return read.Held(*(frozenset(meta[name]) for name in ("names", "connection_names", "services", "connections")))


def opened(page: Page, url: str) -> Page:
    page.goto(url)
    settled(page).get_by_role("button", name="Export").click()
    page.get_by_role("button", name="SVG", exact=True).wait_for()
    return settled(page)


def pressed(page: Page, label: str, folder: Path) -> Path:
    """Press a format, wait for its file."""
    with page.expect_download() as coming:
        page.get_by_role("button", name=label, exact=True).click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path


def test_every_format_holds_what_the_screen_shows(page: Page, app_url: str, tmp_path: Path) -> None:
    opened(page, app_url + ADDRESS)
    shown = on_screen(page)
    assert shown.lit_services < shown.services
    assert shown.lit_connections < shown.connections
    for label, reader in READERS.items():
        path = pressed(page, label, tmp_path)
        assert path.name.startswith("dynamodb-and-what-it-leads-to."), label
        assert reader(path.read_bytes()) == shown, label
    tables = [pressed(page, label, tmp_path).read_bytes() for label in ("Services as CSV", "Connections as CSV")]
    assert read.in_tables(tables[0], tables[1]) == shown
    with ZipFile(next(tmp_path.glob("*.pptx"))) as deck:
        assert deck.testzip() is None


def test_a_file_that_cannot_be_made_tells_why_and_saves_nothing(page: Page, app_url: str) -> None:
    opened(page, app_url)
    page.route("**/export/landscape.png*", lambda route: route.fulfill(status=503, body="Many files are being made."))
    page.get_by_role("button", name="PNG", exact=True).click()
    expect(page.locator(".ldg-take [role=status]")).to_have_text("Many files are being made.")


def test_the_pictures_open_in_a_browser_on_a_ground_of_their_own(
    page: Page, new_context: Callable[..., BrowserContext], app_url: str, tmp_path: Path
) -> None:
    page.emulate_media(color_scheme="dark")
    opened(page, app_url + ADDRESS)
    alone = new_context(color_scheme="dark").new_page()
    for scheme in ("Light", "Dark"):
        page.get_by_label("Colours").select_option(scheme)
        (tmp_path / scheme).mkdir()
        _stands_on_its_ground(alone, *(pressed(page, label, tmp_path / scheme) for label in ("SVG", "PNG")), scheme)


def _stands_on_its_ground(page: Page, svg: Path, png: Path, scheme: str) -> None:
    page.goto(svg.as_uri())
    assert page.evaluate("() => document.documentElement.tagName") == "svg"
    assert page.evaluate("() => document.querySelectorAll('[data-service]').length") == len(
        read.in_svg(svg.read_bytes()).services
    )
    ground = page.evaluate("() => getComputedStyle(document.querySelector('rect')).fill.match(/\\d+/g).map(Number)")
    assert (sum(ground) < 200) == (scheme == "Dark")
    outside = page.evaluate(
        """() => [...document.querySelectorAll('text')].filter((node) => {
          const [text, all] = [node.getBoundingClientRect(), document.documentElement.getBoundingClientRect()];
          return text.left < all.left || text.right > all.right || text.bottom > all.bottom;
        }).map((node) => node.textContent)"""
    )
    assert outside == []
    page.goto(png.as_uri())
    assert page.evaluate("() => document.images[0].naturalWidth") > 1600


def test_the_web_page_works_without_a_network(
    page: Page, new_context: Callable[..., BrowserContext], app_url: str, tmp_path: Path, catalog: Catalog
) -> None:
    path = pressed(opened(page, app_url + ADDRESS), "Web page, works offline", tmp_path)
    alone = new_context(offline=True).new_page()
    asked: list[str] = []
    problems: list[str] = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.on("pageerror", lambda error: problems.append(str(error)))
    alone.on("console", lambda message: problems.append(message.text) if message.type in {"error", "warning"} else None)
    alone.goto(path.as_uri())
    expect(alone.locator("#card h2")).to_have_text("Amazon DynamoDB")
    alone.locator('[data-service="dynamodb-streams"]').click()
    expect(alone.locator("#card h2")).to_have_text("Amazon DynamoDB Streams")
    lit = '[data-service][data-lit="yes"]'
    expect(alone.locator('[data-service="dynamodb"]')).to_have_attribute("data-lit", "yes")
    expect(alone.locator('[data-service="rds"]')).to_have_attribute("data-lit", "no")
    alone.locator("#card button").first.click()
    expect(alone.locator("#card h2")).to_contain_text("→")
    expect(alone.locator(lit)).to_have_count(2)
    alone.get_by_role("searchbox").fill("write-through cache")
    expect(alone.locator(lit)).to_have_count(1)
    alone.get_by_role("button", name="Show all").click()
    alone.get_by_role("button", name="NoSQL database").click()
    expect(alone.locator('[data-service="dynamodb"]')).to_have_attribute("data-lit", "yes")
    expect(alone.locator('[data-service="redshift"]')).to_have_attribute("data-lit", "no")
    before = alone.locator("#map").get_attribute("viewBox")
    alone.locator("#map").hover()
    alone.keyboard.down("Control")
    alone.mouse.wheel(0, -240)
    alone.keyboard.up("Control")
    expect(alone.locator("#map")).not_to_have_attribute("viewBox", str(before))
    alone.locator('[data-service][tabindex="0"]').focus()
    alone.keyboard.press("ArrowRight")
    alone.keyboard.press("Enter")
    expect(alone.locator("[data-service]:focus")).to_have_attribute("aria-pressed", "true")
    walk = pressed(opened(page, app_url + "/use-cases?use_case=siem"), "Web page, works offline", tmp_path)
    alone.goto(walk.as_uri())
    alone.get_by_role("button", name="Next").click()
    alone.keyboard.press("ArrowRight")
    expect(alone.locator("#card h2")).to_contain_text("2. ")
    expect(alone.locator(lit)).to_have_count(2)
    alone.get_by_role("button", name="Light or dark").click()
    alone.emulate_media(media="print")
    assert alone.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert alone.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    (tmp_path / "wide.html").write_bytes(html_page(catalog, of_landscape(catalog, Question(scope="wide"))))
    alone.goto((tmp_path / "wide.html").as_uri())
    alone.locator('[data-service="rds"]').click()  # a family in one box
    alone.locator("#card").get_by_role("button", name="Aurora").click()
    expect(alone.locator("#card h2").first).to_have_text("Amazon Aurora")
    expect(alone.locator('[data-service="rds"]')).to_have_attribute("data-lit", "yes")
    judged = new_context(offline=True, bypass_csp=True).new_page()
    judged.goto(walk.as_uri())
    judged.locator("#card button").first.wait_for()
    assert serious_findings(judged) == []
    assert problems == []
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


def test_the_row_of_controls_stays_one_line_at_1280_pixels(page: Page, app_url: str) -> None:
    page.goto(app_url)
    settled(page)
    clear, export = (page.get_by_role("button", name=name).bounding_box() for name in ("Clear", "Export"))
    assert clear
    assert export
    assert abs(clear["y"] + clear["height"] / 2 - export["y"] - export["height"] / 2) < 4
