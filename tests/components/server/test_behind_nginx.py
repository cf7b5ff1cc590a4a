"""Behind nginx the landscape is what it is without it: under a path, by TLS, on several replicas, when one of them
goes."""

import json
import re
import shutil
import socket
import ssl
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from html import unescape
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from websockets.sync.client import connect

from components.exports.formats import formats_of
from data.estate.opening.limits import MAX_BYTES
from tests.components.server.nginx import Fleet, configuration_of, example_of, make_certificate
from tests.conftest import free_port, settled
from tests.http_answers import ask, connects
from tests.read_exports import paper_of
from tests.replicas import Replica

pytestmark = pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")


@pytest.fixture(scope="module")
def fleet(below: Replica, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fleet]:
    folder = tmp_path_factory.mktemp("nginx")
    often = ("--server.websocketPingInterval", "1")
    ports = [free_port() for _ in range(5)]
    named = {"LANDSCAPE_PUBLIC_URL": f"http://127.0.0.1:{ports[1]}/wiki/atlas/"}
    own = (Replica(folder / "first.log", *often, **named), Replica(folder / "second.log", *often, **named))
    for replica in own:
        replica.begin()
    replicas = (*own, below)
    make_certificate(folder)
    (folder / "nginx.conf").write_text(configuration_of(folder, replicas, ports), "utf-8")
    (folder / "example.conf").write_text(example_of(folder, replicas, ports[4]), "utf-8")
    shown = ("nginx.conf", "example.conf")
    proxies = [subprocess.Popen(["nginx", "-c", str(folder / name), "-p", str(folder)]) for name in shown]
    try:
        for replica in own:
            replica.wait("/readyz")
        hosts = [f"127.0.0.1:{port}" for port in ports]
        yield Fleet(
            *replicas,
            kept=f"http://{hosts[0]}/atlas",
            stripped=f"http://{hosts[1]}/wiki/atlas",
            tls=f"https://{hosts[2]}",
            in_turn=f"http://{hosts[3]}",
            sticky=f"http://{hosts[4]}",
        )
    finally:
        for proxy in proxies:
            proxy.terminate()
            proxy.wait(20)
        for replica in own:
            replica.stop()


@pytest.mark.parametrize("way", ["kept", "stripped"])
def test_under_a_path_of_the_host_the_map_is_drawn_and_links_stay_below_it(fleet: Fleet, way: str, page: Page) -> None:
    url = getattr(fleet, way)
    assert ask(url, "/healthz").header("content-type") == "application/json"
    assert ask(url, "/robots.txt").status == 404
    settled_at(page, f"{url}/use-cases?use_case=siem&step=2")
    page.get_by_role("link", name="On the landscape").first.click()
    page.wait_for_url(lambda address: address.startswith(f"{url}/?use_case=siem"))
    expect(page.locator(".ldg-plot .main-svg").first).to_be_visible()
    page.goto(f"{url}/services?service=rds-proxy&part=features")
    term = page.locator('[data-testid="stTabPanel"] a[href*="sources?q="]:visible').first
    assert term.evaluate("link => link.href").startswith(f"{url}/sources?q=")


def settled_at(page: Page, address: str) -> None:
    """Open an address, and wait until its map is drawn."""
    page.goto(address)
    page.wait_for_selector(".ldg-plot .main-svg")
    settled(page)


def test_where_the_proxy_ends_tls_cookies_are_secure_and_pages_connect(fleet: Fleet) -> None:
    anybody = ssl.create_default_context()
    anybody.check_hostname, anybody.verify_mode = False, ssl.CERT_NONE
    host = fleet.tls.removeprefix("https://")
    with socket.create_connection(("127.0.0.1", int(host.split(":")[1]))) as line, anybody.wrap_socket(line) as secured:
        secured.sendall(f"GET /_stcore/health HTTP/1.0\r\nHost: {host}\r\n\r\n".encode())
        answer = secured.makefile("rb").read().decode().lower()
    assert "strict-transport-security: max-age=" in answer
    assert "; secure" in answer
    address = f"wss://{host}/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], origin=fleet.tls, ssl=anybody):  # type: ignore[list-item, arg-type]
        pass
    assert not connects(fleet.in_turn, Origin="https://evil.example")


def test_a_file_as_large_as_the_app_takes_gets_through_the_example(fleet: Fleet) -> None:
    for _ in range(3):  # a replica that refuses is not taken for one that is ill
        answer = ask(fleet.sticky, "/_stcore/upload_file/nobody/some-file", "PUT", bytes(MAX_BYTES))
        assert (answer.status, answer.body) == (403, b"No open page asks for a file.\n")


def test_visitors_of_one_address_are_spread_over_the_replicas_and_each_stays_with_one(fleet: Fleet) -> None:
    address = fleet.sticky.replace("http", "ws") + "/_stcore/stream"
    visitors = [ask(fleet.sticky, "/").header("set-cookie").partition(";")[0] for _ in range(20)]
    assert len(set(visitors)) == 20
    for cookies, spread in ((visitors, True), (visitors[:1] * 5, False)):
        with ExitStack() as lines:
            for cookie in cookies:
                lines.enter_context(connect(address, subprotocols=["streamlit"], additional_headers={"Cookie": cookie}))  # type: ignore[list-item]
            assert (_holds(fleet.first) and _holds(fleet.second)) is spread
        until = time.monotonic() + 10
        while (_holds(fleet.first) or _holds(fleet.second)) and time.monotonic() < until:
            time.sleep(0.1)
    assert not ask(fleet.sticky, "/export/landscape.dot").header("set-cookie")


def test_an_idle_page_stays_connected_beyond_the_time_out_of_the_proxy(fleet: Fleet) -> None:
    address = fleet.in_turn.replace("http", "ws") + "/_stcore/stream"
    with connect(address, subprotocols=["streamlit"]) as page, pytest.raises(TimeoutError):  # type: ignore[list-item]
        page.recv(timeout=4.5)


def test_a_file_is_the_same_from_every_replica_and_leads_back_below_the_path(fleet: Fleet) -> None:
    for file in [kind.name for kind in formats_of(walks=False)]:
        answers = [ask(fleet.in_turn, f"/export/landscape.{file}?use_case=application-analytics") for _ in range(3)]
        assert {answer.status for answer in answers} == {200}, file
        assert len({answer.body for answer in answers}) == 1, file
    brief = ask(fleet.kept, "/export/landscape.md?use_case=siem")
    assert f"{fleet.kept}/?use_case=siem" in brief.body.decode()


OWN = re.compile(r"http://127\.0\.0\.1:\d+[^\s\"'<>()\[\]\\]*")
"""An address of this machine, as any text may hold it; none other stands in what the app writes."""
SILENT = {"png", "csv", "mmd", "dot"}


def _text_of(file: str, body: bytes) -> str:
    """All that a file says, its addresses included."""
    if file.endswith(".pdf"):
        return " ".join(paper_of(body).links)
    if zipfile.is_zipfile(BytesIO(body)):
        with zipfile.ZipFile(BytesIO(body)) as parts:
            return " ".join(unescape(parts.read(name).decode("utf-8", "replace")) for name in parts.namelist())
    return unescape(body.decode("utf-8", "replace"))


def test_every_address_that_leaves_the_app_leads_back_to_it_through_a_proxy_that_strips_the_path(fleet: Fleet) -> None:
    url = fleet.stripped
    files = ["use-cases?use_case=siem", "services?service=dax", "", "changes.atom"]
    files += [f"export/use-cases.{kind.name}?use_case=siem&step=2" for kind in formats_of(walks=True)]
    told: dict[str, str] = {}
    silent: list[str] = []
    for file in files:
        answer = ask(url, f"/{file}")
        assert answer.status == 200, file
        found = OWN.findall(_text_of(file.partition("?")[0], answer.body))
        told |= dict.fromkeys(found, file)
        silent += [] if found else [file.partition("?")[0].rpartition(".")[2]]
    assert set(silent) <= SILENT
    assert {file: address for address, file in told.items() if not address.startswith(f"{url}/")} == {}
    asked = {address.partition("#")[0].rstrip(".,") for address in told}
    answers = {address: ask(address, "").status for address in sorted(asked)}
    assert {address: status for address, status in answers.items() if status != 200} == {}


def _holds(replica: Replica) -> bool:
    return bool(json.loads(ask(replica.url, "/healthz").body)["sessions"])


def test_a_visitor_whose_replica_is_killed_goes_on_with_the_other(fleet: Fleet, tab: Callable[..., Page]) -> None:
    pages: dict[str, Page] = {}
    for url in (fleet.in_turn, fleet.sticky):
        pages[url] = tab()
        settled_at(pages[url], f"{url}/use-cases?use_case=siem&step=2")
    shown = pages[fleet.sticky].get_by_role("heading", level=3).first.inner_text()
    until = time.monotonic() + 10
    while not (_holds(fleet.first) or _holds(fleet.second)) and time.monotonic() < until:
        time.sleep(0.1)
    (fleet.first if _holds(fleet.first) else fleet.second).stop(kill=True)
    for url, page in pages.items():
        page.bring_to_front()
        page.wait_for_function(
            "() => document.querySelector('[data-testid=stApp]').dataset.testConnectionState === 'CONNECTED'",
            timeout=30_000,
        )
        settled(page)
        assert page.get_by_role("heading", level=3).first.inner_text() == shown
        page.get_by_role("button", name="Next", exact=True).click()
        expect(page).to_have_url(f"{url}/use-cases?use_case=siem&step=3")
