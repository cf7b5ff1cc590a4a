"""What the server answers beside the pages, with which headers, and that it starts the same from anywhere, or not at
all."""

import gzip
import http.client
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import brotli
import plotly
import pytest
from jsonschema import Draft202012Validator
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import Config, NewSession
from websockets.sync.client import connect

from components.picture.plot_script import SCRIPT
from components.server.headers import EMBEDDING_HOSTS, content_security_policy
from components.server.options import OPTIONS, options_in
from components.server.static_files import PLOT_SCRIPT
from data.records import Catalog
from tests.conftest import ROOT, free_port, running_app

SECURITY = (
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
    "content-security-policy",
)
THEIR_HOST = "https://wiki.example.org"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def policy(self) -> dict[str, list[str]]:
        """The content security policy: directive to its sources."""
        directives = (directive.split() for directive in self.headers["content-security-policy"].split(";"))
        return {name: sources for name, *sources in directives}


def ask(url: str, path: str, **headers: str) -> Answer:
    """The answer to a GET, as it comes over the line."""
    line = http.client.HTTPConnection(urlsplit(url).netloc, timeout=60)
    line.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = line.getresponse()
    body = answer.read()
    line.close()
    return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body)


def _static_script(url: str) -> str:
    found = re.search(rb'src="\./(static/js/[^"]+)"', ask(url, "/").body)
    assert found
    return "/" + found[1].decode()


def _new_session(url: str) -> NewSession:
    """What the server tells a browser at the start of its first run: options and theme."""
    with connect(url.replace("http", "ws") + "/_stcore/stream", subprotocols=["streamlit"], max_size=None) as socket:  # type: ignore[list-item]
        message = BackMsg()
        message.rerun_script.query_string = ""
        socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(bytes(socket.recv(timeout=60)))  # type: ignore[arg-type]
            if answer.WhichOneof("type") == "new_session":
                return answer.new_session


def test_a_search_is_answered_with_hits_that_say_where_they_open(app_url: str) -> None:
    answer = ask(app_url, "/api/search?q=400%20KB%20dynamodb%20item")
    best = json.loads(answer.body)["hits"][0]
    assert (answer.status, answer.headers["cache-control"]) == (200, "no-store")
    assert best["url"].startswith("services?service=dynamodb")
    assert "400" in [piece["text"] for piece in best["sentence"] if piece["marked"]]


@pytest.mark.parametrize("query", ["", "?q=", "?q=%00%01", "?q=" + "x" * 5000, "?x=1"])
def test_a_search_for_nothing_finds_nothing(app_url: str, query: str) -> None:
    answer = ask(app_url, "/api/search" + query)
    assert (answer.status, json.loads(answer.body)) == (200, {"hits": []})


def test_the_health_check_counts_the_catalog(app_url: str, catalog: Catalog) -> None:
    answer = ask(app_url, "/healthz")
    assert answer.status == 200
    told = json.loads(answer.body)
    assert told["status"] == "ok"
    assert told["services"] == len(catalog.services)
    assert told["connections"] == len(catalog.connections)
    assert told["use_cases"] == len(catalog.use_cases)
    assert answer.headers["cache-control"] == "no-store"


def test_the_catalog_over_http_is_whole_and_fits_its_schema(app_url: str, catalog: Catalog) -> None:
    whole, schema = (json.loads(ask(app_url, f"/api/catalog{kind}.json").body) for kind in ("", ".schema"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(whole)
    assert {service["id"] for service in whole["services"]} == set(catalog.services)
    assert {connection["id"] for connection in whole["connections"]} == set(catalog.connections)
    assert {use_case["id"] for use_case in whole["use_cases"]} == set(catalog.use_cases)
    assert whole["services"][0]["purpose"]["source"]


def test_the_changes_come_as_a_feed_with_addresses_of_the_host_that_was_asked(app_url: str, catalog: Catalog) -> None:
    answer = ask(app_url, "/changes.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.body)
    atom = "{http://www.w3.org/2005/Atom}"
    assert len(feed.findall(f"{atom}entry")) == len(catalog.changes)
    own = [link.get("href", "") for link in feed.iter(f"{atom}link") if link.get("rel") != "related"]
    assert own
    assert all(address.startswith(app_url) for address in own)


def test_the_schema_refuses_a_catalog_with_something_missing(app_url: str) -> None:
    whole, schema = (json.loads(ask(app_url, f"/api/catalog{kind}.json").body) for kind in ("", ".schema"))
    del whole["services"][0]["purpose"]
    assert not Draft202012Validator(schema).is_valid(whole)


def test_the_kinds_of_content_are_told(app_url: str) -> None:
    assert ask(app_url, "/api/catalog.json").headers["content-type"] == "application/json"
    assert ask(app_url, "/api/catalog.schema.json").headers["content-type"] == "application/schema+json"
    assert ask(app_url, f"/{SCRIPT}").headers["content-type"].startswith("text/javascript")


def test_every_answer_has_the_security_headers(app_url: str) -> None:
    pages = [
        "/",
        "/services",
        "/use-cases?use_case=siem",
        "/healthz",
        "/changes.atom",
        "/api/catalog.json",
        f"/{SCRIPT}",
        "/_stcore/health",
        _static_script(app_url),
    ]
    for path in [*pages, "/no/such/page", "/api/nothing", "/static/nothing.js"]:
        answer = ask(app_url, path)
        assert [name for name in SECURITY if name not in answer.headers] == [], path
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_content_security_policy_names_no_foreign_host_and_no_wildcard(app_url: str) -> None:
    policy = ask(app_url, "/").policy
    host = urlsplit(app_url).netloc
    own = {"'self'", "'none'", "data:", "blob:", f"ws://{host}", f"wss://{host}"}
    for name, sources in policy.items():
        foreign = {
            s
            for s in sources
            if s not in own and not s.startswith(("'sha256-", "'unsafe-inline'", "'wasm-unsafe-eval'"))
        }
        assert foreign == set(), name
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == ["'self'"]
    assert policy["object-src"] == ["'none'"]
    assert "'unsafe-inline'" not in policy["script-src"]
    assert "data:" not in policy["script-src"]


def test_the_inline_scripts_of_the_page_are_the_only_ones_that_may_run(app_url: str) -> None:
    policy = content_security_policy("", "")
    assert len(re.findall(r"'sha256-[^']+'", policy)) == ask(app_url, "/").body.count(b"<script>")


@pytest.mark.parametrize("host", ["x; script-src *", "a b", "*", "https://evil.example", "a/b", "", "a,b", "a\nb"])
def test_a_strange_host_never_gets_into_the_policy(host: str) -> None:
    assert content_security_policy(host, "") == content_security_policy("", "")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8501", "[::1]:8501", "atlas.example.org"])
def test_the_websocket_of_the_host_that_was_asked_is_allowed(host: str) -> None:
    assert f"connect-src 'self' ws://{host} wss://{host} blob: data:" in content_security_policy(host, "")


def test_what_is_large_is_sent_compressed_to_those_who_take_it(app_url: str) -> None:
    for path in ("/", "/api/catalog.json", "/api/catalog.schema.json", _static_script(app_url)):
        plain, small = ask(app_url, path), ask(app_url, path, accept_encoding="gzip")
        assert "content-encoding" not in plain.headers
        assert small.headers["content-encoding"] == "gzip", path
        assert gzip.decompress(small.body) == plain.body
        assert len(small.body) < len(plain.body)


def test_the_plot_script_is_that_of_the_package_and_is_kept_by_browsers(app_url: str) -> None:
    package = PLOT_SCRIPT.read_bytes()
    smallest, small, plain = (ask(app_url, f"/{SCRIPT}", accept_encoding=e) for e in ("gzip, br", "gzip, br;q=0", ""))
    assert smallest.headers["content-encoding"] == "br"
    assert small.headers["content-encoding"] == "gzip"
    assert brotli.decompress(smallest.body) == gzip.decompress(small.body) == plain.body == package
    assert len(smallest.body) < len(small.body)
    assert plotly.__version__ in SCRIPT, "a new version has a new address"
    for answer in (smallest, small, plain):
        assert "immutable" in answer.headers["cache-control"]
        assert int(re.findall(r"max-age=(\d+)", answer.headers["cache-control"])[0]) >= 30 * 24 * 3600
        assert answer.headers["vary"] == "Accept-Encoding"


def test_every_script_of_the_page_comes_compressed_and_is_not_sent_twice(app_url: str) -> None:
    page = ask(app_url, "/").body.decode()
    scripts = re.findall(r'src="\./(static/js/[\w.-]+\.js)"', page)
    assert scripts
    for script in scripts:
        first = ask(app_url, f"/{script}", accept_encoding="gzip, br")
        assert first.headers["content-encoding"] == "br", script
        again = ask(app_url, f"/{script}", accept_encoding="gzip, br", if_none_match=first.headers["etag"])
        assert (again.status, again.body) == (304, b""), script


@pytest.mark.parametrize(
    ("path", "is_announced"), [("/", True), ("/use-cases", True), ("/use-cases/", True), ("/sources", False)]
)
def test_pages_with_a_picture_announce_the_plot_script_where_they_are(
    app_url: str, path: str, is_announced: bool
) -> None:
    said = re.fullmatch("<(.+)>; rel=preload; as=script", ask(app_url, path).headers.get("link", ""))
    assert bool(said) == is_announced
    # A proxy may have taken a part of the path away, so the address is relative to the page.
    for where in ("https://wiki.example.com", "https://wiki.example.com/wiki/atlas"):
        assert not said or urljoin(where + path, said[1]) == f"{where}/{SCRIPT}"


def _by_streamlit(port: int, project: Path = ROOT) -> list[str]:
    return [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(project / "streamlit_app.py"),
        "--server.port",
        str(port),
        "--server.address",
        "127.0.0.1",
    ]


def _by_uvicorn(port: int, project: Path = ROOT) -> list[str]:
    return [
        sys.executable,
        "-m",
        "uvicorn",
        "--app-dir",
        str(project),
        "streamlit_app:app",
        "--port",
        str(port),
        "--host",
        "127.0.0.1",
    ]


@pytest.fixture(scope="module", params=[_by_streamlit, _by_uvicorn], ids=["streamlit run", "uvicorn"])
def elsewhere(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app, started from a folder that is not its own and has a theme of its own, and allowed to be shown by
    another host."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "config.toml").write_text('[theme.light]\nprimaryColor = "#ff0000"\n', "utf-8")
    with running_app(folder / "app.log", request.param, folder, **{EMBEDDING_HOSTS: THEIR_HOST}) as url:
        yield url


def test_theme_and_options_hold_wherever_the_app_is_started(elsewhere: str) -> None:
    options = dict(options_in(tomllib.loads(OPTIONS.read_text("utf-8"))))
    told = _new_session(elsewhere)
    for mode in ("light", "dark"):
        theme = getattr(told.custom_theme, mode)
        for name in ("primary_color", "background_color", "text_color", "link_color"):
            words = name.split("_")
            assert getattr(theme, name) == options[f"theme.{mode}.{words[0]}{words[1].title()}"], (mode, name)
    assert told.custom_theme.base_font_size == options["theme.baseFontSize"]
    assert Config.ToolbarMode.Name(told.config.toolbar_mode).lower() == options["client.toolbarMode"]
    assert told.config.gather_usage_stats is options["browser.gatherUsageStats"]


def test_pages_and_routes_are_there_wherever_the_app_is_started(elsewhere: str, catalog: Catalog) -> None:
    assert json.loads(ask(elsewhere, "/healthz").body)["services"] == len(catalog.services)
    assert ask(elsewhere, f"/{SCRIPT}").status == 200
    assert ask(elsewhere, "/use-cases").status == 200


def test_hosts_that_may_show_the_app_are_named(elsewhere: str) -> None:
    for path in ("/", "/services", "/healthz"):
        assert ask(elsewhere, path).policy["frame-ancestors"] == ["'self'", THEIR_HOST]


def test_an_option_on_the_command_line_wins(tmp_path: Path) -> None:
    probe = (
        "from components.server.options import apply_options; from streamlit import "
        "config; apply_options(); print(config.get_option('client.toolbarMode'))"
    )
    flag = (
        "from streamlit.web import bootstrap; "
        f"bootstrap.load_config_options({{'client_toolbarMode': 'minimal'}}); {probe}"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=tmp_path,
            env={"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for script in (probe, flag)
    ]
    assert told == [["viewer"], ["minimal"]]


@pytest.mark.parametrize("start", [_by_streamlit, _by_uvicorn], ids=["streamlit run", "uvicorn"])
def test_a_broken_catalog_stops_the_start_with_all_its_problems_and_nothing_else(
    start: Callable[[int, Path], list[str]], tmp_path: Path
) -> None:
    for name in ("components", "data", "pages", ".streamlit", "streamlit_app.py"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    with (tmp_path / "data" / "services" / "dax.yaml").open("a", encoding="utf-8") as file:
        file.write("\ncolour: red\n")
    (tmp_path / "data" / "taxonomy.yaml").write_text("categories: []\n", "utf-8")
    command = start(free_port(), tmp_path)
    ended = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode != 0
    told = ended.stdout + ended.stderr
    assert "services/dax.yaml: colour: Extra inputs are not permitted" in told
    assert "taxonomy.yaml: lanes: Field required" in told
    assert told.count("The catalog has ") == 1
    assert "Traceback" not in told
