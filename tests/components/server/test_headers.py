"""With which headers the server answers: nothing of other hosts may run, and what is large comes small and once."""

import gzip
import re
from urllib.parse import urljoin, urlsplit

import brotli
import plotly
import pytest

from components.picture.plot_script import SCRIPT
from components.scripts.bundle import bundle, bundle_address
from components.server.headers import content_security_policy
from components.server.packed_plot import PLOT_SCRIPT
from tests.components.server.answers import policy_of, static_script
from tests.http_answers import ask

SECURITY = (
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
    "content-security-policy",
)


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
        static_script(app_url),
    ]
    for path in [*pages, "/no/such/page", "/api/nothing", "/static/nothing.js"]:
        answer = ask(app_url, path)
        assert [name for name in SECURITY if not answer.header(name)] == [], path
        assert answer.header("x-content-type-options") == "nosniff"


def test_the_content_security_policy_names_no_foreign_host_and_no_wildcard(app_url: str) -> None:
    policy = policy_of(ask(app_url, "/"))
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
    inline = re.findall(rb"<script(?![^>]* src=)[^>]*>", ask(app_url, "/").body)
    assert len(re.findall(r"'sha256-[^']+'", policy)) == len(inline)


@pytest.mark.parametrize("host", ["x; script-src *", "a b", "*", "https://evil.example", "a/b", "", "a,b", "a\nb"])
def test_a_strange_host_never_gets_into_the_policy(host: str) -> None:
    assert content_security_policy(host, "") == content_security_policy("", "")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8501", "[::1]:8501", "atlas.example.org"])
def test_the_websocket_of_the_host_that_was_asked_is_allowed(host: str) -> None:
    assert f"connect-src 'self' ws://{host} wss://{host} blob: data:" in content_security_policy(host, "")


def test_what_is_large_is_sent_compressed_to_those_who_take_it(app_url: str) -> None:
    for path in ("/", "/api/catalog.json", "/api/catalog.schema.json", static_script(app_url)):
        plain, small = ask(app_url, path), ask(app_url, path, accept_encoding="gzip")
        assert plain.header("content-encoding") == ""
        assert small.header("content-encoding") == "gzip", path
        assert gzip.decompress(small.body) == plain.body
        assert len(small.body) < len(plain.body)


def test_the_plot_script_is_that_of_the_package_and_is_kept_by_browsers(app_url: str) -> None:
    package = PLOT_SCRIPT.read_bytes()
    smallest, small, plain = (ask(app_url, f"/{SCRIPT}", accept_encoding=e) for e in ("gzip, br", "gzip, br;q=0", ""))
    assert smallest.header("content-encoding") == "br"
    assert small.header("content-encoding") == "gzip"
    assert brotli.decompress(smallest.body) == gzip.decompress(small.body) == plain.body == package
    assert len(smallest.body) < len(small.body)
    assert plotly.__version__ in SCRIPT, "a new version has a new address"
    for answer in (smallest, small, plain):
        assert "immutable" in answer.header("cache-control")
        assert int(re.findall(r"max-age=(\d+)", answer.header("cache-control"))[0]) >= 30 * 24 * 3600
        assert answer.header("vary") == "Accept-Encoding"


def test_every_script_of_the_page_comes_compressed_and_is_not_sent_twice(app_url: str) -> None:
    page = ask(app_url, "/").body.decode()
    scripts = re.findall(r'src="\./(static/js/[\w.-]+\.js)"', page)
    assert scripts
    for script in scripts:
        first = ask(app_url, f"/{script}", accept_encoding="gzip, br")
        assert first.header("content-encoding") == "br", script
        again = ask(app_url, f"/{script}", accept_encoding="gzip, br", if_none_match=first.header("etag"))
        assert (again.status, again.body) == (304, b""), script


@pytest.mark.parametrize(("path", "draws"), [("/", True), ("/use-cases", True), ("/sources", False)])
def test_pages_announce_the_scripts_that_they_load_where_these_are(app_url: str, path: str, draws: bool) -> None:
    said = dict(re.findall(r"<([^>]+)>; (rel=[^,]+)", ask(app_url, path).header("link")))
    wanted = {bundle_address(): "rel=modulepreload", **({SCRIPT: "rel=preload; as=script"} if draws else {})}
    # A proxy may have taken a part of the path away, so the address is relative to the page.
    for where in ("https://wiki.example.com", "https://wiki.example.com/wiki/atlas"):
        found = {urljoin(where + path, address): how for address, how in said.items()}
        assert found == {f"{where}/{address}": how for address, how in wanted.items()}


def test_what_is_no_page_announces_nothing(app_url: str) -> None:
    assert [
        path for path in ("/healthz", "/api/catalog.json", "/no/such/page") if ask(app_url, path).header("link")
    ] == []


def test_the_scripts_of_all_parts_are_one_file_that_browsers_keep(app_url: str) -> None:
    small = ask(app_url, f"/{bundle_address()}", accept_encoding="gzip, br")
    assert brotli.decompress(small.body).decode() == bundle()
    assert "immutable" in small.header("cache-control")
    assert small.header("content-type").startswith("text/javascript")
    assert ask(app_url, "/assets/scripts-0123456789abcdef.js").status == 404, "another text has another address"
