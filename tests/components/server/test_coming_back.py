"""After the server has gone and come back, every open page works at the first click."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Error, Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.conftest import PLACE_OF_BOX, settled
from tests.replicas import Replica

CONNECTED = "() => document.querySelector('[data-testid=stApp]')?.dataset.testConnectionState === 'CONNECTED'"


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


def _export(page: Page) -> None:
    page.get_by_role("button", name="Export").click()
    expect(page.get_by_role("button", name="SVG", exact=True)).to_be_visible()


PAGES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "landscape": ("/?service=dynamodb", _click_on_the_map),
    "export": ("/?service=dynamodb", _export),
    "embedded": ("/?use_case=siem&view=only&embed=true", _click_on_the_map),
    "walkthrough": ("/use-cases?use_case=siem", _start_the_walk),
    "presentation": ("/use-cases?use_case=siem&present=1", _next_slide),
    "choose": ("/choose", _answer),
    "compare": ("/compare?service=rds&service=dynamodb", _swap),
    "matrix": ("/matrix", _open_a_cell),
    "about": ("/sources", _other_section),
}


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    running = Replica(tmp_path / "app.log").start()
    yield running
    running.stop()


@pytest.mark.timeout(600)
def test_every_page_works_at_the_first_click_after_a_restart(
    replica: Replica, new_context: Callable[..., BrowserContext]
) -> None:
    context = new_context()
    opened: dict[str, Page] = {}
    for name, (address, _) in PAGES.items():
        opened[name] = context.new_page()
        opened[name].goto(replica.url + address)
        settled(opened[name])
    replica.stop(kill=True)
    waiting = opened["landscape"]
    waiting.bring_to_front()
    waiting.wait_for_function(f"() => !({CONNECTED})()")
    waiting.mouse.click(*waiting.evaluate(PLACE_OF_BOX, "redshift"))
    replica.start()
    for page in opened.values():
        page.wait_for_function(CONNECTED, timeout=60_000)
    expect(waiting).to_have_url(re.compile("service=redshift"), timeout=20_000)  # what was clicked in between is done
    broken = {}
    for name, page in opened.items():
        page.bring_to_front()
        try:
            PAGES[name][1](settled(page))
        except (AssertionError, Error) as error:
            broken[name] = str(error)[:300]
    assert broken == {}


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
