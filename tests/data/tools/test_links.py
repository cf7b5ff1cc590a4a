"""The check of all addresses, against a small server of our own."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from data.tools.links import Answer, addresses, ask, ask_all, no_way_out, report
from tests.conftest import free_port
from tests.tiny_catalog import documents, tiny_catalog


class Pages(BaseHTTPRequestHandler):
    """/here answers, /moved leads to /here, /get-only refuses HEAD, everything else is gone."""

    asked: list[str]

    def do_HEAD(self) -> None:
        self._answer("HEAD")

    def do_GET(self) -> None:
        self._answer("GET")

    def _answer(self, method: str) -> None:
        self.server.asked.append(f"{method} {self.path}")  # type: ignore[attr-defined]
        status = {"/here": 200, "/moved": 301, "/get-only": 200 if method == "GET" else 405}.get(self.path, 404)
        self.send_response(status)
        if status == 301:
            self.send_header("Location", "/here")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name is given)
        """Keep quiet."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as running:
        running.asked = []  # type: ignore[attr-defined]
        thread = Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def site(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def nobody() -> str:
    return f"http://127.0.0.1:{free_port()}/nobody"


def test_a_page_that_answers_is_asked_for_its_head_only(site: str, server: ThreadingHTTPServer) -> None:
    answer = ask(f"{site}/here")
    assert (answer.status, answer.failed, answer.moved) == (200, False, False)
    assert server.asked == ["HEAD /here"]  # type: ignore[attr-defined]


def test_a_page_that_refuses_the_head_is_asked_as_a_whole(site: str, server: ThreadingHTTPServer) -> None:
    assert not ask(f"{site}/get-only").failed
    assert server.asked == ["HEAD /get-only", "GET /get-only"]  # type: ignore[attr-defined]


def test_a_page_that_moved_is_followed_and_is_no_failure(site: str) -> None:
    answer = ask(f"{site}/moved")
    assert not answer.failed
    assert answer.moved
    assert answer.led_to == f"{site}/here"


def test_a_page_that_is_gone_fails_with_its_status(site: str) -> None:
    answer = ask(f"{site}/gone")
    assert answer.failed
    assert answer.status == 404


def test_a_host_that_does_not_answer_fails_without_a_status() -> None:
    answer = ask(nobody(), seconds=5)
    assert answer.failed
    assert answer.status == 0
    assert answer.trouble


def test_many_addresses_come_back_in_their_order(site: str) -> None:
    urls = [f"{site}/here", f"{site}/gone", f"{site}/moved"] * 5
    assert [answer.url for answer in ask_all(urls, at_once=4)] == urls


def test_the_report_names_what_failed_and_moved_and_where_it_is_cited() -> None:
    answers = [
        Answer("https://a/1", 200, "https://a/1"),
        Answer("https://a/2", 200, "https://b/2"),
        Answer("https://a/3", 404, "https://a/3", "Not Found"),
    ]
    text, well = report(
        answers, {"https://a/2": ("services/db.yaml",), "https://a/3": ("services/app.yaml", "notes.yaml")}
    )
    assert not well
    assert text.splitlines() == [
        "VANISHED 404 Not Found: https://a/3 (services/app.yaml, notes.yaml)",
        "moved: https://a/2 leads to https://b/2 (services/db.yaml)",
        "3 addresses: 1 answer, 1 moved, 1 vanished, 0 failed.",
    ]


def test_a_front_page_in_place_of_a_page_means_that_the_page_vanished() -> None:
    guide = "https://docs.aws.amazon.com/redshift/latest/mgmt"
    gone = Answer(f"{guide}/old-page.html", 200, f"{guide}/welcome.html")
    assert gone.vanished
    assert not gone.moved
    text, well = report([gone], {})
    assert not well
    assert "VANISHED" in text
    assert not Answer(f"{guide}/welcome.html", 200, f"{guide}/what-is.html").vanished
    assert Answer(f"{guide}/old-page.html", 200, f"{guide}/new-page.html").moved


def test_a_server_that_is_busy_failed_and_its_page_did_not_vanish() -> None:
    text, well = report([Answer("https://a/1", 503, "https://a/1", "Busy")], {})
    assert not well
    assert text.splitlines()[0] == "FAILED 503 Busy: https://a/1 ()"


def test_addresses_that_only_moved_are_well() -> None:
    _, well = report([Answer("https://a/2", 200, "https://b/2")], {})
    assert well


def test_without_the_internet_one_sentence_says_so(site: str) -> None:
    unreachable = nobody()
    sentence = no_way_out([unreachable], lambda url: ask(url, 5))
    assert sentence is not None
    assert "127.0.0.1" in sentence
    assert sentence.count(".") > 0
    assert "\n" not in sentence
    assert no_way_out([f"{site}/gone"], lambda url: ask(url, 5)) is None


def test_every_page_is_asked_once_without_its_anchor_and_names_its_files(tmp_path: Path) -> None:
    content = documents()
    content["services/db.yaml"]["sources"]["page"]["url"] += "#part"
    found = addresses(tiny_catalog(tmp_path, content))
    assert list(found) == ["https://docs.aws.amazon.com/a/page.html", "https://docs.aws.amazon.com/b/other.html"]
    assert {"services/db.yaml", "services/app.yaml", "connections/app.yaml"} <= set(
        found["https://docs.aws.amazon.com/a/page.html"]
    )
    assert found["https://docs.aws.amazon.com/b/other.html"] == ("conflicts/size.yaml",)
