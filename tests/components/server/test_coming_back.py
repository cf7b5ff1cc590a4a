"""After the server has gone and come back, every open page works at the first click."""

import re
import time
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Error, Page, WebSocketRoute, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.conftest import PLACE_OF_BOX, settled
from tests.http_answers import ask
from tests.replicas import Replica

CONNECTED = "() => document.querySelector('[data-testid=stApp]')?.dataset.testConnectionState === 'CONNECTED'"
THERE_IS_NO_LINE = "There is no connection to the server just now."


def _click_on_the_map(page: Page) -> None:
    page.mouse.click(*page.evaluate(PLACE_OF_BOX, "opensearch"))
    expect(page).to_have_url(re.compile("service=opensearch"))
    expect(page.get_by_role("heading", name="Amazon OpenSearch Service", exact=True)).to_be_visible()


def _start_the_walk(page: Page) -> None:
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page).to_have_url(re.compile("step=1"))


def _next_slide(page: Page) -> None:
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("step=1"))


def _answer(page: Page) -> None:
    page.get_by_role("radio").first.check(force=True)
    expect(page).to_have_url(re.compile("answer="))


def _swap(page: Page) -> None:
    page.get_by_role("button", name="Swap").click()
    expect(page.locator(".ldg-compare thead th")).to_have_text(["DynamoDB", "RDS"])


def _open_a_cell(page: Page) -> None:
    page.locator(".mx-table tbody td button").first.click()
    expect(page).to_have_url(re.compile("cell="))


def _other_section(page: Page) -> None:
    page.get_by_role("radio", name="Glossary").check(force=True)
    expect(page).to_have_url(re.compile("section=glossary"))


def _sort(page: Page) -> None:
    page.locator(".lm-root thead button").first.click()
    expect(page).to_have_url(re.compile("down=1"))


def _export(page: Page) -> None:
    page.get_by_role("button", name="Export").click()
    expect(page.get_by_role("button", name="SVG", exact=True)).to_be_visible()


def _all_services(page: Page) -> None:
    page.get_by_role("button", name="All services").click()
    expect(page).not_to_have_url(re.compile("service="))


def _other_value(page: Page) -> None:
    field = page.get_by_label("Writes, on average, exactly")
    field.fill("200")
    field.press("Enter")
    expect(page).to_have_url(re.compile("writes_per_second=200"))


def _for_the_lead(page: Page) -> None:
    page.get_by_role("button", name="For the lead").click()
    expect(page).to_have_url(re.compile("show=lead"))


def _click_on_the_estate(page: Page) -> None:
    page.mouse.click(*page.evaluate(PLACE_OF_BOX, "dynamodb"))
    expect(page.get_by_text("DynamoDB in your estate")).to_be_visible()


PAGES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "landscape": ("/?service=dynamodb", _click_on_the_map),
    "export": ("/?service=dynamodb", _export),
    "embedded": ("/?use_case=siem&view=only&embed=true", _click_on_the_map),
    "services": ("/services?service=dax", _all_services),
    "walkthrough": ("/use-cases?use_case=siem", _start_the_walk),
    "presentation": ("/use-cases?use_case=siem&present=1", _next_slide),
    "learn": ("/learn", _for_the_lead),
    "limits": ("/limits", _sort),
    "compare": ("/compare?service=rds&service=dynamodb", _swap),
    "choose": ("/choose", _answer),
    "matrix": ("/matrix", _open_a_cell),
    "costs": ("/costs?preset=none&option=on-demand&option=provisioned&writes_per_second=100", _other_value),
    "estate": ("/estate?example=orders", _click_on_the_estate),
    "about": ("/sources", _other_section),
}
# What a visitor does with these while there is no line, and what the address says as soon as there is one again.
MEANWHILE: dict[str, tuple[Callable[[Page], None], str]] = {
    "landscape": (lambda page: page.mouse.click(*page.evaluate(PLACE_OF_BOX, "redshift")), "service=redshift"),
    "presentation": (lambda page: page.keyboard.press("ArrowRight"), "step=1"),
    "limits": (lambda page: page.locator(".lm-root thead button").first.dispatch_event("click"), "down=1"),
    "matrix": (lambda page: page.locator(".mx-table tbody td button").first.dispatch_event("click"), "cell="),
}


PATIENT = "about"  # the page on which time passes while there is no line
LONGER_THAN_STREAMLIT_WAITS = 70_000  # milliseconds between two of its questions whether the server is back


def _ask_in_vain(page: Page) -> None:
    """Let time pass until Streamlit has asked more often than it takes to open a dialog over the page: six times."""
    for _ in range(9):
        with page.expect_event("requestfailed", lambda request: "/_stcore/health" in request.url):
            page.clock.fast_forward(LONGER_THAN_STREAMLIT_WAITS)


@pytest.fixture(scope="module")
def replica(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replica]:
    """A replica that keeps the session of a page that left for a second only."""
    settings = {"LANDSCAPE_COME_BACK_SECONDS": "1", "LANDSCAPE_METRICS": "open"}
    running = Replica(tmp_path_factory.mktemp("coming-back") / "app.log", **settings).start()
    yield running
    running.stop()


def test_a_cold_server_answers_a_deep_link_to_another_page_with_the_whole_frame(page: Page, replica: Replica) -> None:
    page.goto(f"{replica.url}/services?service=dax")
    settled(page)
    expect(page.get_by_role("heading", name=re.compile("DAX"))).to_be_visible()
    expect(page.get_by_role("button", name="Explore")).to_be_visible()


def _opened_beside(other: Page, url: str) -> Page:
    """A page that is opened by another one shares its process, which has compiled every script by then."""
    with other.context.expect_page() as coming:
        other.evaluate("url => { window.open(url); }", url)
    return settled(coming.value)


def _settled_at(page: Page, url: str) -> Page:
    page.goto(url)
    return settled(page)


@pytest.mark.timeout(600)
def test_every_page_works_at_the_first_click_after_a_restart(
    replica: Replica, new_context: Callable[..., BrowserContext]
) -> None:
    replica.start()
    context = new_context()
    opened: dict[str, Page] = {}
    for name, (address, _) in PAGES.items():
        if name == PATIENT:
            opened[name] = context.new_page()
            opened[name].clock.install()
            _settled_at(opened[name], replica.url + address)
        elif "landscape" in opened:
            opened[name] = _opened_beside(opened["landscape"], replica.url + address)
        else:
            opened[name] = _settled_at(context.new_page(), replica.url + address)
    replica.stop(kill=True)
    for name, (act, _) in MEANWHILE.items():
        opened[name].bring_to_front()
        opened[name].wait_for_function(f"() => !({CONNECTED})()")
        act(opened[name])
    for page in opened.values():
        expect(page.locator("#page-notice")).to_contain_text(THERE_IS_NO_LINE, timeout=30_000)
    _ask_in_vain(opened[PATIENT])
    expect(opened[PATIENT].get_by_role("dialog")).to_have_count(0)
    expect(opened[PATIENT].locator("#page-notice")).to_contain_text(THERE_IS_NO_LINE)
    replica.start()
    opened[PATIENT].clock.fast_forward(LONGER_THAN_STREAMLIT_WAITS)
    for page in opened.values():
        page.wait_for_function(CONNECTED, timeout=60_000)
    for name, (_, said) in MEANWHILE.items():
        expect(opened[name]).to_have_url(re.compile(said), timeout=30_000)
    broken = {}
    for name in PAGES.keys() - MEANWHILE.keys():
        opened[name].bring_to_front()
        try:
            expect(opened[name].locator("#page-notice")).to_have_count(0)
            PAGES[name][1](settled(opened[name]))
        except (AssertionError, Error) as error:
            broken[name] = str(error)[:300]
    assert broken == {}


def _count(replica: Replica, metric: str) -> float:
    found = re.search(rf"^{metric} ([0-9.]+)$", ask(replica.url, "/metrics").body.decode(), re.MULTILINE)
    assert found, metric
    return float(found[1])


def test_a_page_whose_session_is_over_is_made_anew_and_nobody_has_to_come_for_it_to_be_freed(
    replica: Replica, page: Page
) -> None:
    replica.start()
    lines: list[tuple[WebSocketRoute, WebSocketRoute]] = []
    page.route_web_socket("**/_stcore/stream", lambda line: lines.append((line, line.connect_to_server())))
    page.goto(f"{replica.url}/?service=dynamodb")
    settled(page)
    page.route("**/_stcore/health", lambda route: route.abort())
    for end in lines[-1]:
        end.close()
    until = time.monotonic() + 20
    while (
        _count(replica, "landscape_sessions") + _count(replica, "landscape_sessions_kept") and time.monotonic() < until
    ):
        time.sleep(0.2)
    assert _count(replica, "landscape_sessions_kept") == 0
    page.unroute_all(behavior="ignoreErrors")
    page.wait_for_function(CONNECTED, timeout=60_000)
    _click_on_the_map(settled(page))


def test_a_click_that_comes_while_a_page_is_made_anew_waits_for_it(app_url: str) -> None:
    question = BackMsg()
    question.rerun_script.query_string = "service=dynamodb"
    before = ["streamlit", "token", "a-session-that-is-over"]
    with connect(app_url.replace("http", "ws") + "/_stcore/stream", subprotocols=before, max_size=None) as page:  # type: ignore[arg-type]
        for _ in range(3):
            page.send(question.SerializeToString())
        ends = []
        while len(ends) < 2 and not (ends and ends[-1] != ForwardMsg.FINISHED_SUCCESSFULLY):
            answer = ForwardMsg()
            answer.ParseFromString(bytes(page.recv(timeout=60)))  # type: ignore[arg-type]
            if answer.WhichOneof("type") == "script_finished":
                ends.append(answer.script_finished)
    assert ends[0] == ForwardMsg.FINISHED_SUCCESSFULLY, "the first run was stopped by the click"
