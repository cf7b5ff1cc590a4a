"""The landscape in a real browser: what a visitor clicks, types and sees."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from data.records import Catalog
from tests.conftest import PLACE_OF_BOX, settled
from tests.on_screen import at_rest
from tests.tabs import PHONE

PLACES_ALONG_LINE = """id => {
  const plot = document.querySelector('.ldg-plot'), layout = plot._fullLayout, area = plot.getBoundingClientRect();
  const trace = plot.data.find(trace => trace.meta?.role === 'connection' && trace.customdata[0][0] === id);
  return trace.x.map((x, i) => [area.x + layout.xaxis._offset + layout.xaxis.l2p(x), area.y +
      layout.yaxis._offset + layout.yaxis.l2p(trace.y[i])]);
}"""
EMPTY_PLACE = """() => {
  const area = document.querySelector('.ldg-plot').getBoundingClientRect();
  return [area.x + area.width - 6, area.y + area.height - 6];
}"""
WATCH_MOTION = """() => {
  window.glided = [];
  const animate = Element.prototype.animate;
  Element.prototype.animate = function (frames, timing) {
    if (frames[0]?.translate) window.glided.push(frames[0].translate);
    return animate.call(this, frames, timing);
  };
}"""
META = "() => document.querySelector('.js-plotly-plot').layout.meta"


def click_box(page: Page, service: str) -> None:
    page.mouse.click(*page.evaluate(PLACE_OF_BOX, service))


def meta(page: Page) -> dict[str, object]:
    return page.evaluate(META)


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def card_of(page: Page, name: str) -> None:
    expect(page.get_by_role("heading", name=name, exact=True)).to_be_visible()


def wait_for_selected(page: Page, selected: str | None) -> None:
    page.wait_for_function(
        "id => document.querySelector('.js-plotly-plot')?.layout?.meta?.selected === id", arg=selected
    )


@pytest.fixture
def landscape(page: Page, app_url: str) -> Page:
    page.goto(app_url)
    page.wait_for_selector(".ldg-plot .main-svg")
    return settled(page)


def test_a_click_on_a_box_opens_its_card_lights_its_neighbours_and_writes_the_address(landscape: Page) -> None:
    click_box(landscape, "dynamodb")
    card_of(landscape, "Amazon DynamoDB")
    wait_for_selected(landscape, "dynamodb")
    assert parameters(landscape) == {"service": ["dynamodb"]}
    lit = meta(landscape)["services"]
    assert {"dynamodb", "dax", "dynamodb-streams"} <= set(lit)
    assert "opensearch-serverless" not in lit


def test_a_click_on_a_line_tells_what_flows(landscape: Page) -> None:
    label = landscape.locator(".ldg-label")
    for at in landscape.evaluate(PLACES_ALONG_LINE, "rds-proxy--rds")[4:-4]:
        landscape.mouse.move(*at)
        if "RDS Proxy → RDS" in (label.text_content() or ""):  # no other line runs there
            break
    landscape.mouse.click(*at)
    landscape.wait_for_url(re.compile("connection=rds-proxy--rds"))
    card_of(landscape, "RDS Proxy → RDS")
    expect(landscape.get_by_text("What flows:")).to_be_visible()
    expect(landscape.get_by_text("Timing:")).to_be_visible()
    wait_for_selected(landscape, "rds-proxy--rds")
    assert meta(landscape)["connections"] == ["rds-proxy--rds"]


def test_every_box_can_be_clicked(landscape: Page, catalog: Catalog) -> None:
    services = list(meta(landscape)["services"])
    assert set(services) == {service.id for service in catalog.services.values() if service.scope == "core"}
    for service in services:
        click_box(landscape, service)
        wait_for_selected(landscape, service)


def test_direction_and_steps_in_the_head_of_the_map_are_written_and_followed(page: Page, app_url: str) -> None:
    page.goto(f"{app_url}/?service=dax")
    page.wait_for_selector(".ldg-plot .main-svg")
    settled(page)
    near = set(meta(page)["services"])
    page.get_by_role("group", name="Steps").get_by_role("button", name="2").click()
    page.wait_for_function(
        "count => document.querySelector('.js-plotly-plot').layout.meta.services.length > count", arg=len(near)
    )
    expect(page.get_by_role("group", name="Steps").get_by_role("button", name="2")).to_be_focused()
    page.get_by_role("group", name="Direction").get_by_role("button", name="Out").click()
    page.wait_for_url(re.compile("direction=out"))
    assert parameters(page) == {"service": ["dax"], "depth": ["2"], "direction": ["out"]}
    expect(page.get_by_role("heading", name="DAX and what it leads to, 2 steps away")).to_be_visible()
    expect(page.get_by_role("group", name="Direction").get_by_role("button", name="Out")).to_have_attribute(
        "aria-pressed", "true"
    )


def test_the_part_of_the_card_stays_from_service_to_service(landscape: Page) -> None:
    click_box(landscape, "dynamodb")
    card_of(landscape, "Amazon DynamoDB")
    landscape.get_by_role("radio", name="Limits").click()
    expect(landscape.get_by_text("Item size")).to_be_visible()
    click_box(landscape, "redshift")
    card_of(landscape, "Amazon Redshift")
    expect(landscape.get_by_role("radio", name="Limits")).to_be_checked()
    expect(landscape.get_by_role("columnheader", name="Limit", exact=True)).to_be_visible()


def test_open_tables_follow_a_click_on_the_map(landscape: Page) -> None:
    landscape.get_by_text("The same as tables").click()
    table = landscape.locator("canvas[data-testid=data-grid-canvas]").first
    expect(table).to_be_visible()
    before = landscape.locator("[data-testid=stDataFrame] table").first.get_attribute("aria-rowcount")
    click_box(landscape, "rds-proxy")
    card_of(landscape, "Amazon RDS Proxy")
    rows = landscape.locator("[data-testid=stDataFrame] table").first
    expect(rows).not_to_have_attribute("aria-rowcount", before or "")
    expect(rows).to_have_attribute("aria-rowcount", str(len(meta(landscape)["services"]) + 1))


def test_clear_is_there_after_a_click_on_the_legend(landscape: Page) -> None:
    landscape.get_by_role("group", name="Categories").get_by_role("button", name=re.compile("NoSQL")).click()
    landscape.wait_for_url(re.compile("category=nosql"))
    landscape.get_by_role("button", name="Clear").click()
    landscape.wait_for_function("() => !location.search")
    landscape.get_by_role("group", name="Kinds of connection").get_by_role(
        "button", name=re.compile("Zero-ETL")
    ).click()
    landscape.wait_for_url(re.compile("kind=zero-etl"))


def test_empty_space_and_escape_clear_the_selection(landscape: Page) -> None:
    click_box(landscape, "rds")
    wait_for_selected(landscape, "rds")
    landscape.mouse.click(*landscape.evaluate(EMPTY_PLACE))
    wait_for_selected(landscape, None)
    assert parameters(landscape) == {}
    click_box(landscape, "rds")
    wait_for_selected(landscape, "rds")
    landscape.keyboard.press("Escape")
    wait_for_selected(landscape, None)


def test_zoom_and_pan_survive_clicks_and_the_graph_is_not_rebuilt(landscape: Page) -> None:
    landscape.evaluate("() => { document.querySelector('.js-plotly-plot').mark = 'the same'; }")
    landscape.mouse.move(*landscape.evaluate(PLACE_OF_BOX, "dynamodb"))
    landscape.keyboard.down("Control")
    landscape.mouse.wheel(0, -240)
    landscape.keyboard.up("Control")
    at_rest(landscape)
    x, y = landscape.evaluate(EMPTY_PLACE)
    landscape.mouse.move(x, y)
    landscape.mouse.down()
    landscape.mouse.move(x - 40, y - 25, steps=4)
    landscape.mouse.up()
    at_rest(landscape)
    before = landscape.evaluate(PLACE_OF_BOX, "dynamodb")
    for service in ("dynamodb", "s3", "dynamodb"):
        click_box(landscape, service)
        wait_for_selected(landscape, service)
        settled(landscape)
        after = landscape.evaluate(PLACE_OF_BOX, "dynamodb")
        assert abs(after[0] - before[0]) <= 1
        assert abs(after[1] - before[1]) <= 1
    assert landscape.evaluate("() => document.querySelector('.js-plotly-plot').mark") == "the same"


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
    assert parameters(landscape) == {}


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
    assert parameters(landscape)["q"] == [typed]


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


def test_a_deep_link_in_a_fresh_profile_shows_the_same(
    new_context: Callable[..., BrowserContext], app_url: str
) -> None:
    address = f"{app_url}/?use_case=siem&service=opensearch&view=only&depth=2&direction=out"
    seen = []
    for _ in range(2):
        page = new_context().new_page()
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
        f"service={bad}",
        f"q={bad}",
        "depth=99&direction=up",
        "use_case=" + "x" * 5000,
        "service=rds&service=dax",
        "q=%00%00",
        "scope=core&scope=nope",
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


@pytest.mark.parametrize(
    "path", ["/", "/services", "/services?service=opensearch", "/?service=dynamodb", "/?connection=lambda--rds-proxy"]
)
def test_on_a_phone_nothing_scrolls_sideways_but_the_graph(tab: Callable[..., Page], app_url: str, path: str) -> None:
    page = tab(**PHONE)
    page.goto(app_url + path)
    at_rest(settled(page))
    too_wide = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain], [data-testid=stMainBlockContainer], body')]
              .filter(node => node.scrollWidth > node.clientWidth + 1).map(node =>
                  node.dataset.testid ?? node.tagName)"""
    )
    assert too_wide == []


@pytest.mark.parametrize(("width", "height", "least"), [(1280, 720, 12), (1920, 1080, 16)])
@pytest.mark.parametrize("scope", ["core", "wide"])
def test_names_neither_overlap_nor_leave_their_boxes(
    tab: Callable[..., Page], app_url: str, width: int, height: int, least: int, scope: str
) -> None:
    page = tab(viewport={"width": width, "height": height})
    page.goto(f"{app_url}/" + ("?scope=wide" if scope == "wide" else ""))
    page.wait_for_selector(".ldg-plot .main-svg")
    at_rest(settled(page))
    names = page.evaluate(
        """() => [...document.querySelectorAll('.ldg-plot .ldg-name')].map(text => {
              const {left, right, top, bottom, height} = text.getBoundingClientRect();
              return {name: text.textContent, left, right, top, bottom, height};
           })"""
    )
    boxes = page.evaluate(
        """() => {
          const plot = document.querySelector('.ldg-plot'), layout = plot._fullLayout,
              area = plot.getBoundingClientRect();
          const x = value => area.x + layout.xaxis._offset + layout.xaxis.l2p(value), y = value => area.y +
              layout.yaxis._offset + layout.yaxis.l2p(value);
          return plot.data.filter(trace => trace.meta?.role === 'service').flatMap(trace => trace.base.map((base,
              i) => (
            {left: x(base), right: x(base + trace.x[i]), top: y(trace.y[i] + trace.width / 2),
                bottom: y(trace.y[i] - trace.width / 2)})));
        }"""
    )
    assert len(names) == len(boxes) > 20
    for name in names:
        around = [
            b
            for b in boxes
            if b["left"] - 1 <= name["left"]
            and name["right"] <= b["right"] + 1
            and b["top"] - 1 <= name["top"]
            and name["bottom"] <= b["bottom"] + 1
        ]
        assert len(around) == 1, f"{name['name']} is not inside one box"
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('.ldg-plot .ldg-name')]
              .map(node => {
                const text = node.querySelector('text') ?? node, { a, b } = text.getScreenCTM();
                return parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b);
              })"""
    )
    assert min(sizes) >= least


def test_not_one_request_goes_to_another_host(new_context: Callable[..., BrowserContext], app_url: str) -> None:
    page = new_context().new_page()
    elsewhere: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((app_url, "data:", "blob:", app_url.replace("http", "ws"))):
            elsewhere.append(request.url)

    page.on("request", note)
    for path in ("/", "/?scope=wide&service=s3", "/services", "/use-cases"):
        page.goto(app_url + path)
        at_rest(settled(page))
    assert elsewhere == []


def test_the_map_can_be_walked_by_keyboard_in_the_order_of_the_catalog(landscape: Page, catalog: Catalog) -> None:
    items = landscape.get_by_role("listbox", name="Services and connections")
    told = items.locator("[role=option]").evaluate_all("nodes => nodes.map(({ dataset }) => dataset.id)")
    drawn = set(told)
    assert told == [one for one in (*catalog.services, *catalog.connections) if one in drawn]
    items.focus()
    landscape.keyboard.press("ArrowDown")
    landscape.keyboard.press("Enter")
    landscape.wait_for_function("() => document.querySelector('.js-plotly-plot').layout.meta.selected !== null")
    assert "service" in parameters(landscape)
