"""What nobody needs is refused: pages of other hosts, files no page asked for, more pages than fit."""

import json
import re
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from components.server.frames import PageFrames
from tests.asgi import run
from tests.components.server.opened_pages import opened, send_a_file, wait_for_room
from tests.http_answers import ask, connects
from tests.replicas import Replica

TOKEN = "a-token-for-metrics"  # noqa: S105
PUBLIC = "https://wiki.example.com"


@pytest.fixture(scope="module")
def replica(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replica]:
    """A replica under a path of its own, whose visitors come by TLS through a proxy."""
    settings = {
        "LANDSCAPE_LOG": "json",
        "STREAMLIT_LOGGER_HIDE_WELCOME_MESSAGE": "true",
        "LANDSCAPE_METRICS": "token",
        "LANDSCAPE_METRICS_TOKEN": TOKEN,
        "LANDSCAPE_PUBLIC_URL": f"{PUBLIC}/atlas",
        "LANDSCAPE_MAX_SESSIONS": "3",
    }
    log = tmp_path_factory.mktemp("refusals") / "app.log"
    running = Replica(log, "--server.baseUrlPath", "atlas", **settings).start("/readyz")
    yield running
    running.stop()


def _lines(replica: Replica, event: str) -> list[dict[str, object]]:
    lines = (json.loads(line) for line in replica.text.splitlines() if line.startswith("{"))
    return [line for line in lines if line["event"] == event]


def test_files_and_the_feed_lead_to_the_public_address_with_its_path(replica: Replica) -> None:
    for path in ("export/landscape.md?use_case=siem", "use-cases?use_case=siem", "changes.atom"):
        text = ask(replica.url, f"/atlas/{path}").body.decode()
        assert f"{PUBLIC}/atlas/" in text, path
        assert replica.url not in text, path


def test_pages_of_other_hosts_may_not_connect_and_nobody_waits_for_them(replica: Replica) -> None:
    stream = "/atlas/_stcore/stream"
    with ThreadPoolExecutor(20) as many:
        start = time.monotonic()
        foreign = [many.submit(connects, replica.url, stream, Origin="https://evil.example") for _ in range(20)]
        assert not any(each.result() for each in foreign)
        assert time.monotonic() - start < 5
    evil = "https://wiki.example.com.evil.example"
    for origin in ("null", "http://127.0.0.1", evil, "http://wiki.example.com", "http://[::1", "https://[wiki]"):
        assert not connects(replica.url, stream, Origin=origin), origin
    for origin in (replica.url, PUBLIC):
        assert connects(replica.url, stream, Origin=origin), origin
    assert connects(replica.url, stream)
    assert "external IP" not in replica.text
    assert "Traceback" not in replica.text


def test_cookies_are_for_tls_alone_and_browsers_are_told_to_stay_with_it(replica: Replica) -> None:
    answer = ask(replica.url, "/atlas/_stcore/health")
    assert answer.all("set-cookie")
    assert all("; Secure" in cookie for cookie in answer.all("set-cookie"))
    assert answer.header("strict-transport-security").startswith("max-age=")


def test_whoever_sends_text_is_no_page_and_leaves_no_trace_of_an_error(replica: Replica) -> None:
    with connect(f"{replica.url.replace('http', 'ws')}/atlas/_stcore/stream", subprotocols=["streamlit"]) as line:  # type: ignore[list-item]
        line.send("hello")
        with pytest.raises(ConnectionClosed) as ended:
            line.recv(timeout=30)
    assert ended.value.rcvd is not None
    assert ended.value.rcvd.code == 1003
    assert "Traceback" not in replica.text


def test_whoever_says_too_much_is_sent_away_and_holds_nobody_up(replica: Replica) -> None:
    question = BackMsg()
    question.rerun_script.query_string = "service=dax"
    with connect(f"{replica.url.replace('http', 'ws')}/atlas/_stcore/stream", subprotocols=["streamlit"]) as line:  # type: ignore[list-item]
        with suppress(ConnectionClosed):
            for _ in range(20_000):
                line.send(question.SerializeToString())
        start = time.monotonic()
        assert ask(replica.url, "/healthz").status == 200
        assert time.monotonic() - start < 5
        with suppress(ConnectionClosed):
            while True:
                line.recv(timeout=30)
        assert line.close_code == 1008
    assert len(_lines(replica, "a page sent too many messages at once")) == 1


def test_whoever_sends_too_much_in_few_messages_is_sent_away_as_well() -> None:
    told: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.receive", "bytes": bytes(8_000_000)}

    async def send(message: Message) -> None:
        told.append(message)

    async def page(_: Scope, receive: Receive, __: Send) -> None:
        for _ in range(8):
            if (await receive())["type"] == "websocket.disconnect":
                return

    run(PageFrames(page)({"type": "websocket"}, receive, send))
    assert told == [{"type": "websocket.close", "code": 1008}]


@contextmanager
def _line_by_hand(replica: Replica) -> Iterator[socket.socket]:
    """A websocket whose frames are written by hand, and whose answers are hardly read."""
    address = urlsplit(replica.url)
    with socket.socket() as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.settimeout(30)
        line.connect((address.hostname, address.port))
        line.sendall(
            f"GET /atlas/_stcore/stream HTTP/1.1\r\nHost: {address.netloc}\r\nUpgrade: websocket\r\n"
            "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n"
            "Sec-WebSocket-Protocol: streamlit\r\n\r\n".encode()
        )
        assert line.recv(12) == b"HTTP/1.1 101"
        yield line


def test_whoever_pings_and_reads_no_answer_is_cut_off(replica: Replica) -> None:
    ping = b"\x89\xfd" + bytes(4) + bytes(125)  # masked, with as much in it as there may be
    with _line_by_hand(replica) as line, pytest.raises(ConnectionError):
        line.sendall(ping * 500_000)
    assert ask(replica.url, "/healthz").status == 200


def test_text_that_is_none_is_no_error_of_the_server(replica: Replica) -> None:
    with _line_by_hand(replica) as line:
        line.sendall(b"\x81\x82" + bytes(4) + b"\xff\xfe")
        while line.recv(4096):
            pass
    told = [json.loads(each) for each in replica.text.splitlines() if "Invalid UTF-8 sequence" in each]
    assert [(each["level"], "error" in each) for each in told] == [("warning", False)]


def test_a_file_that_no_page_asked_for_is_refused(replica: Replica) -> None:
    with opened(replica, run=True) as session:
        for who in (session, "nobody"):
            answer = send_a_file(f"{replica.url}/atlas", who)
            assert answer.status == 403
            assert b"No open page asks for a file." in answer.body


def test_a_full_server_says_so_in_one_line_and_its_probes_are_true(replica: Replica) -> None:
    with opened(replica), opened(replica), opened(replica):
        assert not any(connects(replica.url, "/atlas/_stcore/stream") for _ in range(5))
        assert json.loads(ask(replica.url, "/healthz").body)["status"] == "full"
        assert ask(replica.url, "/healthz").status == 200
        assert ask(replica.url, "/readyz").status == 503
        assert len(_lines(replica, "full: refused to open a page")) == 1
    wait_for_room(replica)
    assert connects(replica.url, "/atlas/_stcore/stream")


def test_the_log_tells_of_requests_and_runs_and_nothing_of_visitors(replica: Replica) -> None:
    ask(replica.url, "/atlas/use-cases?q=a-secret-word", X_Request_ID="mine-1")
    with opened(replica, run=True):
        pass
    requests = [line for line in _lines(replica, "request") if line["id"] == "mine-1"]
    assert [(line["what"], line["status"]) for line in requests] == [("use-cases", 200)]
    assert isinstance(requests[0]["ms"], float)
    ask(replica.url, "/atlas/", "A" * 5000, X_Request_ID="mine-3")
    assert [line["method"] for line in _lines(replica, "request") if line["id"] == "mine-3"] == ["other"]
    run = _lines(replica, "run")[-1]
    assert (run["page"], run["part"]) == ("landscape", "whole")
    assert "a-secret-word" not in replica.text
    assert "127.0.0.1" not in "".join(line for line in replica.text.splitlines() if line.startswith("{"))
    assert ask(replica.url, "/atlas/", X_Request_ID="mine-2").header("x-request-id") == "mine-2"
    assert re.fullmatch(r"\w{16}", ask(replica.url, "/atlas/", X_Request_ID="a b c").header("x-request-id"))


def test_a_run_that_failed_and_whatever_was_sent_are_one_short_line_each(replica: Replica) -> None:
    unknown, long = BackMsg(), BackMsg()
    unknown.rerun_script.widget_states.widgets.add(id="a-secret-word", string_value="y")
    long.rerun_script.fragment_id = "x" * 100_000
    address = f"{replica.url.replace('http', 'ws')}/atlas/_stcore/stream"
    until = time.monotonic() + 30
    for message, told in ((unknown, '"a run failed"'), (long, "xxxxx")):
        with connect(address, subprotocols=["streamlit"], max_size=None, max_queue=None) as line:  # type: ignore[list-item]
            line.send(message.SerializeToString())
            while told not in replica.text and time.monotonic() < until:
                time.sleep(0.1)
    failed = _lines(replica, "a run failed")[0]
    assert sorted(failed) == ["at", "event", "kind", "level", "through", "time"]
    assert str(failed["through"]).startswith("landscape.py:")
    assert "xxxxx" in replica.text
    assert [each[:80] for each in replica.text.splitlines() if not each.startswith("{") or len(each) > 9000] == []
    assert "a-secret-word" not in replica.text


def test_metrics_need_the_token_and_tell_of_pages_and_of_streamlit(replica: Replica) -> None:
    assert ask(replica.url, "/metrics").status == 401
    assert ask(replica.url, "/metrics", Authorization="Bearer other").status == 401
    with opened(replica, run=True):
        text = ask(replica.url, "/atlas/metrics", Authorization=f"Bearer {TOKEN}").body.decode()
    assert re.search(r"landscape_sessions [1-9]", text)
    assert re.search(r'landscape_run_seconds_count\{page="landscape",part="whole"\} [1-9]', text)
    assert re.search(r"landscape_layouts_computed_total [1-9]", text)
    assert re.search(r'landscape_worker_restarts_total\{worker="layouts"\} 0', text)
    assert re.search(r'landscape_catalog_info\{version="\w+"\} 1', text)
    assert "active_sessions" in text


def _exports(replica: Replica) -> dict[str, str]:
    text = ask(replica.url, "/metrics", Authorization=f"Bearer {TOKEN}").body.decode()
    return dict(re.findall(r'landscape_exports_total\{format="(\w+)"\} (\d+)', text))


def test_every_file_that_is_taken_along_is_counted(replica: Replica) -> None:
    before = _exports(replica)
    for path in ("use-cases.madr.md?use_case=siem", "landscape.services.csv", "landscape.services.csv"):
        assert ask(replica.url, f"/atlas/export/{path}").status == 200
    assert ask(replica.url, "/atlas/export/landscape.services.csv", "HEAD").status == 200
    taken = {name: int(count) - int(before.get(name, 0)) for name, count in _exports(replica).items()}
    assert {name: count for name, count in taken.items() if count} == {"md": 1, "csv": 2}


def test_a_wrong_variable_stops_the_start_with_one_sentence(tmp_path: Path) -> None:
    stopped = Replica(tmp_path / "app.log", LANDSCAPE_LOG="xml")
    with pytest.raises(RuntimeError):
        stopped.start()
    assert (
        stopped.text.splitlines()[-1] == "The variable LANDSCAPE_LOG cannot be used: input should be 'text' or 'json'."
    )
